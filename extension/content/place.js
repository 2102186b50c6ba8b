// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Where the control stands: at the end of the row of small buttons beside the repo's name, so that nothing of the page is shifted
// when it comes or changes. The Hub's classes change with every build of it: only the structure is read.
"use strict";

(() => {
    const { themeOf } = globalThis.huggerContent;

    const STEPS_UP = 7;
    const HIGHEST_ROW = 160;
    const LIKE = /^\s*(un)?like\b/i;

    function visible(element) {
        return element.getClientRects().length > 0;
    }

    function isLike(button) {
        return LIKE.test(button.title) || LIKE.test(button.getAttribute("aria-label") ?? "") || LIKE.test(button.textContent);
    }

    const samePath = (link, path) => link.pathname.replace(/\/$/, "").toLowerCase() === path.toLowerCase();

    /** The like button that belongs to the name: the nearest one above the link, and no farther than a header goes. */
    function rowAround(link) {
        let heading = null;
        for (let box = link.parentElement, steps = 0; box && box !== document.body && steps < STEPS_UP; box = box.parentElement, ++steps) {
            if (box.offsetHeight > HIGHEST_ROW) break;
            const like = [...box.querySelectorAll("button, [role=button]")].find((button) => visible(button) && isLike(button));
            if (like) return { row: inner(box, like), like };
            if (/^H[12]$/.test(box.tagName)) heading = box;
        }
        return heading ? { row: heading, like: null } : null;
    }

    /** Where what stands at the end is pushed to the other side, the end of the part with the like button is meant. */
    function inner(box, like) {
        while (/space-|end|right/.test(getComputedStyle(box).justifyContent)) {
            const part = [...box.children].find((child) => child.contains(like));
            if (!part || !/flex/.test(getComputedStyle(part).display) || part === like) break;
            box = part;
        }
        return box;
    }

    /** {row, like} for the page of the repo at `path`, or null. */
    function findRow(path) {
        for (const link of document.querySelectorAll("h1 a[href], h2 a[href], header a[href]")) {
            if (!samePath(link, path) || link.closest("nav, article, aside, [role=tablist], .prose") || !visible(link)) continue;
            const found = rowAround(link);
            if (found) return found;
        }
        return null;
    }

    /** What the control takes over from the buttons beside it. */
    function lookOf({ row, like }) {
        // The frame around the button is what is seen of it.
        let framed = like;
        while (framed && framed !== row && parseFloat(getComputedStyle(framed).borderTopWidth) === 0) framed = framed.parentElement;
        const near = framed && framed !== row ? framed : like;
        const style = getComputedStyle(near ?? row);
        const height = near ? near.getBoundingClientRect().height : 28;
        const clamp = (value, low, high) => `${Math.min(high, Math.max(low, value))}px`;
        return {
            font: getComputedStyle(document.body).fontFamily,
            size: clamp(near ? parseFloat(getComputedStyle(like).fontSize) : 14, 12, 16),
            height: clamp(Math.round(height), 24, 40),
            radius: clamp(near ? parseFloat(style.borderTopLeftRadius) || 6 : 7, 0, 20),
        };
    }

    const cornerLook = () => ({ font: getComputedStyle(document.body).fontFamily, size: "14px", height: "36px", radius: "8px" });

    /** How far above the edge the corner is free of what the page itself has fixed there. */
    function freeCorner(host) {
        let lift = 16;
        for (let tries = 0; tries < 4; ++tries) {
            const width = host.offsetWidth || 160;
            const above = [[24, 18], [width / 2, 18], [width, 18], [24, 36], [width, 36]]
                .flatMap(([x, y]) => document.elementsFromPoint(innerWidth - 16 - x, innerHeight - lift - y))
                .map((element) => fixedBox(element, host))
                .filter((box) => box && box.getBoundingClientRect().height < innerHeight / 2);
            if (above.length === 0) return lift;
            lift = innerHeight - Math.min(...above.map((box) => box.getBoundingClientRect().top)) + 8;
        }
        return 16;
    }

    function fixedBox(element, host) {
        for (let box = element; box && box !== document.body; box = box.parentElement) {
            if (box === host) return null;
            if (/fixed|sticky/.test(getComputedStyle(box).position)) return box;
        }
        return null;
    }

    class Place {
        #control;
        #row = null;
        #tooNarrow = null;

        constructor(control) { this.#control = control; }

        /** "row", "corner" or null: nowhere yet. */
        get where() { return this.#control.host.isConnected ? this.#control.host.dataset.where ?? null : null; }
        get isLost() { return !this.#control.host.isConnected || (this.where === "row" && this.#control.host.parentElement !== this.#row); }

        /** Takes the end of the row; false where there is none or it has no room. `again`: the room may be another now. */
        takeRow(path, again = false) {
            const found = findRow(path);
            if (!found || (found.row === this.#tooNarrow && !again)) return false;
            const { host } = this.#control;
            const { row } = found;
            host.remove();
            this.#tooNarrow = null;
            const before = row.offsetHeight;
            const wide = document.documentElement.scrollWidth;
            this.#row = row;
            row.append(host);
            this.#control.wear(lookOf(found), themeOf(row));
            // It may take what the row leaves free: a row that grows would push the page down.
            this.#control.stand("row", () => row.offsetHeight <= before + 2 && document.documentElement.scrollWidth <= Math.max(wide, innerWidth)
                && host.getBoundingClientRect().right <= innerWidth);
            if (this.#control.fit()) return true;
            host.remove();
            this.#row = null;
            this.#tooNarrow = row;
            return false;
        }

        takeCorner() {
            const { host } = this.#control;
            this.#row = null;
            document.body.append(host);
            this.#control.wear(cornerLook(), themeOf(document.body));
            this.#control.stand("corner");
            this.#control.fit();
            this.lift();
        }

        lift() {
            if (this.where === "corner") this.#control.lift(`${freeCorner(this.#control.host)}px`);
        }

        leave() {
            this.#row = this.#tooNarrow = null;
            this.#control.host.remove();
        }
    }

    Object.assign(globalThis.huggerContent, { Place, findRow });
})();
