// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Asks before something is done, where it was asked for. A modal dialog of the browser's own: it keeps the focus inside, closes on
// Escape and gives the focus back.
"use strict";

(() => {
    const { el, follow, set, t } = globalThis.huggerContent;

    /** Asks `confirm` ({text, yes, no, type?}) under `anchor`, inside `into`; true only when the user said yes. */
    function ask(into, anchor, confirm) {
        const no = el("button", { type: "button", class: "push" }, confirm.no);
        const yes = el("button", { type: "submit", class: "push danger" }, confirm.yes);
        const text = el("p", { id: "ask-text" }, confirm.text);
        const form = el("form", { method: "dialog" }, text);
        const dialog = el("dialog", { class: "ask", "aria-labelledby": "ask-text" }, form);
        let input = null;
        if (confirm.type) {
            input = el("input", { type: "text", autocomplete: "off", autocapitalize: "off", spellcheck: "false" });
            form.append(el("label", {}, t("content_type_name", confirm.type), input));
            const check = () => set(yes, "aria-disabled", input.value.trim() === confirm.type ? null : "true");
            input.addEventListener("input", check);
            check();
        }
        form.append(el("div", { class: "row" }, no, yes));
        into.append(dialog);

        return new Promise((resolve) => {
            let said = false;
            let unfollow = null;
            no.addEventListener("click", () => dialog.close());
            form.addEventListener("submit", (event) => {
                event.preventDefault();
                if (!event.isTrusted || yes.getAttribute("aria-disabled") === "true") return;
                said = true;
                dialog.close();
            });
            // Keys typed here are not for the page's own shortcuts.
            dialog.addEventListener("keydown", (event) => event.stopPropagation());
            dialog.addEventListener("click", (event) => {
                if (event.target === dialog && !inside(dialog, event)) dialog.close();
            });
            dialog.addEventListener("close", () => {
                unfollow?.();
                dialog.remove();
                resolve(said);
            });
            dialog.showModal();
            unfollow = follow(dialog, anchor);
            (input ?? no).focus();
        });
    }

    function inside(dialog, { clientX, clientY }) {
        const at = dialog.getBoundingClientRect();
        return clientX >= at.left && clientX <= at.right && clientY >= at.top && clientY <= at.bottom;
    }

    Object.assign(globalThis.huggerContent, { ask });
})();
