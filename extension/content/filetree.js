// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A small button beside each file in the list of a repo's files: archives this one, or says that it is held.
"use strict";

(() => {
    const { css, el, makeHost, repoPath, set, sign, t, themeOf } = globalThis.huggerContent;

    const BATCH = 200;
    const MOST_FILES = 2000;
    const SIGNS = { none: "archive", fetching: "clock", held: "check", failed: "cross" };

    /** The path inside the repo of what a link to a file's page means, or null. */
    function filePath(link, repo) {
        const start = `${repo}/blob/`;
        if (!link.pathname.toLowerCase().startsWith(start.toLowerCase())) return null;
        const path = link.pathname.slice(start.length).split("/").slice(1).join("/");
        try {
            return decodeURIComponent(path) || null;
        } catch {
            return null;
        }
    }

    class FileButton {
        #host;
        #frame = el("span", { class: "hugger" });
        #button = el("button", { type: "button" });
        #state = null;

        constructor(link, press) {
            let root;
            ({ host: this.#host, root } = makeHost("file", css.tokens, css.base, css.file));
            set(this.#frame, "data-theme", themeOf(link));
            this.#frame.append(this.#button);
            root.append(this.#frame);
            this.#button.addEventListener("click", (event) => {
                // It may stand inside a link.
                event.preventDefault();
                event.stopPropagation();
                if (event.isTrusted && this.#button.getAttribute("aria-disabled") !== "true") press();
            });
            // A cell of a grid or a table must not get a sibling.
            const inRow = /grid|table-row/.test(getComputedStyle(link.parentElement).display);
            if (inRow) link.append(this.#host);
            else link.after(this.#host);
        }

        get isConnected() { return this.#host.isConnected; }
        get state() { return this.#state; }

        update(state, title) {
            if (state !== this.#state) {
                this.#frame.className = `hugger ${state}`;
                this.#button.replaceChildren(sign(SIGNS[state]));
            }
            this.#state = state;
            for (const attribute of ["title", "aria-label"]) set(this.#button, attribute, title);
            // Kept in the order of Tab, so that what it says can be read.
            set(this.#button, "aria-disabled", state === "held" || state === "fetching" ? "true" : null);
        }

        remove() { this.#host.remove(); }
    }

    class FileTree {
        #ask;
        #archive;
        #files = new Map();
        #idle = 0;
        #stopped = false;
        #asking = false;
        #stale = false;

        /** `ask(paths)` answers {path: {state, title}}; `archive(path)` answers {error} where it failed. */
        constructor({ ask, archive }) {
            this.#ask = ask;
            this.#archive = archive;
        }

        note() {
            if (!this.#idle && !this.#stopped) this.#idle = requestIdleCallback(() => this.#look(), { timeout: 2000 });
        }

        again() {
            this.#stale = true;
            this.note();
        }

        clear() {
            for (const entry of this.#files.values()) entry.button?.remove();
            this.#files.clear();
        }

        stop() {
            this.#stopped = true;
            cancelIdleCallback(this.#idle);
            this.clear();
        }

        #look() {
            this.#idle = 0;
            const repo = repoPath(location.pathname);
            const isTree = repo !== null && location.pathname.slice(repo.length).startsWith("/tree/");
            for (const [link, entry] of this.#files) {
                if (isTree && link.isConnected && filePath(link, repo) === entry.path) continue;
                entry.button?.remove();
                this.#files.delete(link);
            }
            if (!isTree) return;
            const rows = new Set([...this.#files.values()].map((entry) => entry.row));
            for (const link of document.querySelectorAll("li a[href*='/blob/'], tr a[href*='/blob/'], [role=row] a[href*='/blob/']")) {
                if (this.#files.size >= MOST_FILES) break;
                if (this.#files.has(link) || link.closest("[data-hugger], .prose") || !link.textContent.trim()) continue;
                const path = filePath(link, repo);
                const row = link.closest("li, tr, [role=row]");
                // One button a row: beside its first link to the file.
                if (path === null || rows.has(row)) continue;
                rows.add(row);
                this.#files.set(link, { path, row, button: null, asked: false });
            }
            this.#flush();
        }

        async #flush() {
            if (this.#asking) return;
            this.#asking = true;
            if (this.#stale) for (const entry of this.#files.values()) entry.asked = false;
            this.#stale = false;
            for (;;) {
                const batch = [...this.#files.entries()].filter(([, entry]) => !entry.asked).slice(0, BATCH);
                if (batch.length === 0) break;
                for (const [, entry] of batch) entry.asked = true;
                const answer = await this.#ask(batch.map(([, entry]) => entry.path));
                if (this.#stopped) return;
                for (const [link, entry] of batch) this.#draw(link, entry, answer?.[entry.path] ?? null);
            }
            this.#asking = false;
            if (this.#stale) this.#flush();
        }

        #draw(link, entry, answer) {
            if (answer === null || !link.isConnected) {
                entry.button?.remove();
                entry.button = null;
                return;
            }
            if (!entry.button?.isConnected) entry.button = new FileButton(link, () => this.#press(entry));
            entry.button.update(answer.state, answer.title || t("content_file_archive", entry.path));
        }

        async #press(entry) {
            const { button, path } = entry;
            button.update("fetching", t("content_file_asked", path));
            const answer = await this.#archive(path);
            if (answer?.error) button.update("failed", answer.error);
            else this.again();
        }
    }

    Object.assign(globalThis.huggerContent, { FileTree });
})();
