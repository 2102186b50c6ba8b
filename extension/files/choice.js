// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Which files are ticked, which are shown, and what that means in bytes. Knows no page.

/** A filter in the words of the window: parts of a path; with * or ? a glob over the whole path or the name. */
export function matcher(filter) {
    const tests = filter.toLowerCase().split(/[\s,]+/).filter(Boolean).map((word) => {
        if (!/[*?]/.test(word)) return (path) => path.includes(word);
        const pattern = word.replace(/[.+^${}()|[\]\\]/g, "\\$&").replace(/\*+/g, ".*").replace(/\?/g, ".");
        const whole = new RegExp(`^(?:.*/)?${pattern}$`, "s");
        return (path) => whole.test(path);
    });
    return (path) => {
        const lower = path.toLowerCase();
        return tests.every((test) => test(lower));
    };
}

/** `listing` as the background answers to "files". */
export function makeChoice(listing) {
    const { files, fetchBytes, freeAfter } = listing;
    const freeBytes = listing.freeBytes ?? (typeof freeAfter === "number" ? freeAfter + fetchBytes : null);
    const open = files.filter((file) => !file.held);
    const ticked = new Set();
    let shown = files;

    return {
        get shown() { return shown; },
        /** How many files are not held yet. */
        open: open.length,
        filter(text) {
            const fits = matcher(text);
            shown = text.trim() === "" ? files : files.filter((file) => fits(file.path));
        },
        /** A held file is ticked and stays so. */
        has: (file) => file.held || ticked.has(file),
        toggle(file) {
            if (file.held) return;
            if (!ticked.delete(file)) ticked.add(file);
        },
        /** Ticks or unticks the shown files from one place to another. */
        put(one, other, isTicked) {
            for (const file of shown.slice(Math.min(one, other), Math.max(one, other) + 1)) {
                if (file.held) continue;
                if (isTicked) ticked.add(file);
                else ticked.delete(file);
            }
        },
        isEverything: () => ticked.size === open.length,
        paths: () => [...ticked].map((file) => file.path),
        /** {files, bytes, after, lacks}. Files with the same content are fetched once: never more than what all of them cost. */
        sum() {
            let bytes = 0;
            for (const file of ticked) bytes += file.size;
            bytes = ticked.size === open.length ? fetchBytes : Math.min(bytes, fetchBytes);
            const after = freeBytes === null ? null : freeBytes - bytes;
            return { files: ticked.size, bytes, after, lacks: after !== null && after < 0 ? -after : 0 };
        },
    };
}
