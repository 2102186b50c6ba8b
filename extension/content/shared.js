// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the content scripts share: one object in the extension's own world, which the page's scripts cannot see.
"use strict";

(() => {
    // An element with id="browser" is a global of that name, too; it has no functions of ours.
    const isApi = (it) => Boolean(it?.runtime?.id) && typeof it.runtime.sendMessage === "function";
    const api = isApi(globalThis.browser) ? globalThis.browser : globalThis.chrome;
    const SVG = "http://www.w3.org/2000/svg";

    // Drawn on 16 by 16, as lines; "fill" where a sign is a shape.
    const SIGNS = {
        archive: { lines: "M8 1.8v7.4M4.7 6.1 8 9.4l3.3-3.3M2.2 10.8v2.4a1 1 0 0 0 1 1h9.6a1 1 0 0 0 1-1v-2.4" },
        check: { lines: "M2.8 8.6 6.3 12.2 13.2 4.4" },
        half: { lines: "M8 2.2a5.8 5.8 0 1 1 0 11.6A5.8 5.8 0 0 1 8 2.2z", fill: "M8 2.2a5.8 5.8 0 0 0 0 11.6z" },
        cross: { lines: "M3.8 3.8l8.4 8.4M12.2 3.8l-8.4 8.4" },
        pause: { fill: "M3.6 2.8h3v10.4h-3zM9.4 2.8h3v10.4h-3z" },
        resume: { fill: "M4.4 2.6v10.8L13 8z" },
        retry: { lines: "M13.2 8.4A5.2 5.2 0 1 1 11.6 4.2M11.9 1.4v3.1H8.8" },
        clock: { lines: "M8 2a6 6 0 1 1 0 12A6 6 0 0 1 8 2zM8 4.7V8l2.3 1.6" },
        link: { lines: "M6.6 9.4l2.8-2.8M7.4 4.7l1.3-1.3a2.75 2.75 0 0 1 3.9 3.9l-1.3 1.3M8.6 11.3l-1.3 1.3a2.75 2.75 0 0 1-3.9-3.9l1.3-1.3" },
        more: { lines: "M4 6.2l4 4 4-4" },
        box: { lines: "M1.8 2.6h12.4v3.2H1.8zM2.9 5.8v7.6h10.2V5.8M6.2 8.6h3.6" },
    };

    function sign(name) {
        const svg = document.createElementNS(SVG, "svg");
        svg.setAttribute("viewBox", "0 0 16 16");
        svg.setAttribute("class", "sign");
        svg.setAttribute("aria-hidden", "true");
        const { lines, fill } = SIGNS[name];
        for (const [data, kind] of [[fill, "fill"], [lines, "lines"]]) {
            if (!data) continue;
            const path = document.createElementNS(SVG, "path");
            path.setAttribute("d", data);
            path.setAttribute("class", kind);
            svg.append(path);
        }
        return svg;
    }

    function el(tag, attributes = {}, ...children) {
        const element = document.createElement(tag);
        for (const [name, value] of Object.entries(attributes)) {
            if (value !== null && value !== undefined && value !== false) element.setAttribute(name, value === true ? "" : value);
        }
        element.append(...children);
        return element;
    }

    /** Sets an attribute only where it differs: an update that changes nothing must not disturb a screen reader. */
    function set(element, name, value) {
        if (value === null || value === undefined || value === false) element.removeAttribute(name);
        else if (element.getAttribute(name) !== String(value)) element.setAttribute(name, String(value));
    }

    function setText(element, text) {
        if (element.textContent !== text) element.textContent = text;
    }

    const t = (key, ...values) => api.i18n.getMessage(key, values) || key;

    /** The path of a repo's own page in an address ("/org/name", "/datasets/org/name"), or null; the background decides what is one. */
    function repoPath(pathname) {
        return /^\/(?:(?:datasets|spaces)\/)?[^/]+\/[^/]+/.exec(pathname)?.[0] ?? null;
    }

    /** "dark" or "light", as the page is drawn where `near` stands. */
    function themeOf(near) {
        const classes = document.documentElement.classList;
        if (classes.contains("dark")) return "dark";
        if (classes.contains("light")) return "light";
        for (let box = near; box; box = box.parentElement) {
            const [red, green, blue, alpha = 1] = getComputedStyle(box).backgroundColor.match(/[\d.]+/g)?.map(Number) ?? [];
            if (red !== undefined && alpha > 0.5) return red * 0.299 + green * 0.587 + blue * 0.114 < 128 ? "dark" : "light";
        }
        // Nothing is painted: the browser's own canvas shows, which is dark only where the page agrees to it.
        const agrees = getComputedStyle(document.documentElement).colorScheme.includes("dark");
        return agrees && matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
    }

    /** Runs `move`, which puts something before `element`, once the pointer is on nothing that this would shift. */
    function whenAway(element, move) {
        const isOver = () => {
            const under = [...document.querySelectorAll(":hover")].at(-1);
            return under && (element.contains(under) || (element.compareDocumentPosition(under) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0);
        };
        const attempt = () => {
            if (isOver()) return;
            for (const type of ["pointerover", "pointerleave"]) document.documentElement.removeEventListener(type, attempt);
            move();
        };
        for (const type of ["pointerover", "pointerleave"]) document.documentElement.addEventListener(type, attempt);
        attempt();
    }

    /** A host for our own drawing inside the page, with what is drawn inside it. */
    function makeHost(kind, ...css) {
        const host = el("div", { "data-hugger": kind });
        const root = host.attachShadow({ mode: globalThis.huggerContent.shadow });
        addStyle(root, css.join("\n"));
        return { host, root };
    }

    function addStyle(root, css) {
        try {
            const sheet = new CSSStyleSheet();
            sheet.replaceSync(css);
            root.adoptedStyleSheets = [sheet];
        } catch {
            // Firefox keeps constructed sheets of this world away from the page's elements.
            const style = document.createElement("style");
            style.textContent = css;
            root.append(style);
        }
    }

    globalThis.huggerContent = {
        ...globalThis.huggerContent,
        // Closed: the page's scripts shall neither read what is held nor press our buttons.
        shadow: "closed",
        api, sign, el, set, setText, t, repoPath, themeOf, whenAway, makeHost,
        hasSign: (name) => name in SIGNS,
    };
})();
