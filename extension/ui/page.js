// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the extension's own pages share. content/shared.js is loaded before it, for the signs and the small helpers.

import { makeWords } from "../lib/words.js";

export const { api, el, set, setText, sign } = globalThis.huggerContent;
export const words = makeWords((key, values) => api.i18n.getMessage(key, values));
export const { t } = words;

/** Fills in the words of the page: data-t for the text, data-t-NAME for the attribute NAME. */
export function translate() {
    document.documentElement.lang = api.i18n.getUILanguage();
    document.documentElement.dir = api.i18n.getMessage("@@bidi_dir") || "ltr";
    for (const element of document.querySelectorAll("[data-t]")) element.textContent = t(element.dataset.t);
    for (const attribute of ["title", "placeholder", "aria-label"]) {
        for (const element of document.querySelectorAll(`[data-t-${attribute}]`)) {
            element.setAttribute(attribute, t(element.getAttribute(`data-t-${attribute}`)));
        }
    }
}

/** The background's answer; undefined where there is none. */
export async function send(message) {
    try {
        return await api.runtime.sendMessage(message);
    } catch {
        return undefined;
    }
}

/** Brings the children of `list` in line with `items`, and keeps the elements of those that stay: by `key`, `make` and `update`. */
export function reconcile(list, items, key, make, update) {
    const before = new Map([...list.children].map((child) => [child.dataset.key, child]));
    const focused = list.contains(document.activeElement) ? document.activeElement : null;
    const wanted = new Set(items.map((item) => String(key(item))));
    for (const [name, child] of before) if (!wanted.has(name)) child.remove();
    items.forEach((item, at) => {
        const name = String(key(item));
        let child = before.get(name);
        if (!child) {
            child = make(item);
            child.dataset.key = name;
        }
        update(child, item);
        if (list.children[at] !== child) list.insertBefore(child, list.children[at] ?? null);
    });
    // What was moved or removed lost the focus.
    if (focused && document.activeElement !== focused) (focused.isConnected ? focused : list.querySelector("button"))?.focus();
}

/** Shortens `text` in the middle until it fits into `element`; the whole of it is in the title then. */
export function elideMiddle(element, text) {
    setText(element, text);
    element.removeAttribute("title");
    if (element.scrollWidth <= element.clientWidth) return;
    element.title = text;
    let low = 4;
    let high = text.length;
    while (low < high) {
        const keep = Math.ceil((low + high) / 2);
        element.textContent = `${text.slice(0, Math.ceil(keep / 2))}…${text.slice(text.length - Math.floor(keep / 2))}`;
        if (element.scrollWidth > element.clientWidth) high = keep - 1;
        else low = keep;
    }
    element.textContent = `${text.slice(0, Math.ceil(low / 2))}…${text.slice(text.length - Math.floor(low / 2))}`;
}
