// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A tick beside the names of held repos in lists and search results. Each link is looked at once, asked for in batches, and never
// while the browser has something better to do.
"use strict";

(() => {
    const { css, el, makeHost, repoPath, set, sign, themeOf } = globalThis.huggerContent;

    const BATCH = 100;
    const MOST_LINKS = 1000;
    const ELSEWHERE = "nav, h1, .prose, .model-card-content, [data-hugger], [role=tablist], pre, footer";

    function plain(path) {
        try {
            return decodeURI(path);
        } catch {
            return path; // no repo of the Hub's, but a page may link to anything
        }
    }

    /** The element that shows the name of the repo which `link` leads to, or null: then it is no entry of a list. */
    function nameIn(link, path) {
        const id = plain(path.replace(/^\/(datasets|spaces)\//, "").replace(/^\//, "")).toLowerCase();
        const same = (element) => element.textContent.trim().toLowerCase() === id;
        const titled = link.querySelector("h4, h3, h2");
        if (titled && (link.closest("article") || same(titled))) return titled;
        for (const element of link.querySelectorAll("span, p, div, b, strong")) if (element.childElementCount === 0 && same(element)) return element;
        return same(link) && link.closest("li, article, tr") ? link : null;
    }

    /** Puts a tick to the name where it moves nothing: after it; before it only where its end is cut off. */
    function attach(host, name) {
        const flows = /flex/.test(getComputedStyle(name.parentElement).display) && name.tagName !== "A";
        if (flows) name.after(host);
        else if (name.scrollWidth > name.clientWidth && getComputedStyle(name).overflow !== "visible") {
            set(host, "data-where", "start");
            name.prepend(host);
        } else name.append(host);
    }

    function makeTick({ held, title }, near) {
        const { host, root } = makeHost("tick", css.tokens, css.base, css.tick);
        const frame = el("span", { class: `hugger ${held === "gone" ? "gone" : ""}`, role: "img", "aria-label": title, title, "data-theme": themeOf(near) },
            sign(held === "partial" ? "half" : "check"));
        root.append(frame);
        return { host, held, title, frame };
    }

    class Ticks {
        #ask;
        #seen = new Map();
        #answers = new Map();
        #waiting = new Set();
        #idle = 0;
        #asking = false;
        #stopped = false;

        /** `ask(hrefs)` answers {href: {held, title}} of those that are held. */
        constructor(ask) { this.#ask = ask; }

        /** Looks at `roots` when there is time. */
        note(roots) {
            for (const root of roots) this.#waiting.add(root);
            if (!this.#idle && !this.#stopped) this.#idle = requestIdleCallback(() => this.#look(), { timeout: 2000 });
        }

        /** What is held may have changed. */
        again() {
            this.#answers.clear();
            this.note([document.body]);
        }

        clear() {
            for (const { tick } of this.#seen.values()) tick?.host.remove();
            this.#seen.clear();
            this.#waiting.clear();
        }

        stop() {
            this.#stopped = true;
            cancelIdleCallback(this.#idle);
            this.clear();
        }

        #look() {
            this.#idle = 0;
            for (const [link, entry] of this.#seen) if (!link.isConnected || link.href !== entry.href) this.#forget(link, entry);
            const roots = [...this.#waiting];
            this.#waiting.clear();
            for (const root of roots) {
                if (!root.isConnected) continue;
                if (root.matches("a[href]")) this.#take(root);
                for (const link of root.querySelectorAll("a[href]")) this.#take(link);
                const around = root.closest("a[href]");
                if (around) this.#take(around);
            }
            this.#flush();
        }

        #take(link) {
            if (this.#seen.has(link) || this.#seen.size >= MOST_LINKS) return;
            if (link.hostname !== location.hostname) return;
            const path = repoPath(link.pathname);
            if (path === null || link.pathname.replace(/\/$/, "") !== path || link.closest(ELSEWHERE)) return;
            const name = nameIn(link, path);
            if (name) this.#seen.set(link, { href: link.href, name, tick: null });
        }

        #forget(link, entry) {
            entry.tick?.host.remove();
            this.#seen.delete(link);
        }

        async #flush() {
            if (this.#asking) return;
            this.#asking = true;
            for (;;) {
                const hrefs = [...new Set([...this.#seen.values()].map((entry) => entry.href))].filter((href) => !this.#answers.has(href)).slice(0, BATCH);
                if (hrefs.length === 0) break;
                const answer = await this.#ask(hrefs);
                if (this.#stopped) return;
                for (const href of hrefs) this.#answers.set(href, answer?.[href] ?? null);
            }
            this.#asking = false;
            for (const entry of this.#seen.values()) this.#draw(entry);
        }

        #draw(entry) {
            const answer = this.#answers.get(entry.href) ?? null;
            const { tick, name } = entry;
            if (answer && tick && tick.held === answer.held && tick.host.isConnected) {
                if (tick.title !== answer.title) for (const attribute of ["title", "aria-label"]) set(tick.frame, attribute, answer.title);
                tick.title = answer.title;
                return;
            }
            tick?.host.remove();
            entry.tick = answer && name.isConnected ? makeTick(answer, name) : null;
            if (entry.tick) attach(entry.tick.host, name);
        }
    }

    Object.assign(globalThis.huggerContent, { Ticks });
})();
