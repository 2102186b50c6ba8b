// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// "You hold this": what a page says that is gone or closed, while a copy of it is held.
"use strict";

(() => {
    const { css, el, makeHost, Note, set, setText, sign, themeOf, whenAway } = globalThis.huggerContent;

    // What the owners of a repo write is no word of the Hub's.
    const foundIn = (selector) => [...document.querySelectorAll(selector)].filter((one) => !one.closest(".prose, .model-card-content"));

    /** The form or the words by which a gated repo lets nobody in; null on any other page. */
    function findGate() {
        const [form] = foundIn("main form[action*='/ask-access'], main form[action*='/user-access-request']");
        if (form) return form.parentElement;
        for (const way of foundIn("main a[href^='/login?next='], main a[href^='/join?next=']")) {
            const says = way.closest("p, div")?.textContent ?? "";
            if (/conditions|access this (model|dataset|space)/i.test(says)) return way.closest("p, div").parentElement;
        }
        return null;
    }

    /** The heading of an error page, which says nothing but the number. */
    function findMissing() {
        for (const heading of foundIn("main h1, main h2, body > div h1")) {
            if (/^\s*(401|404|410)\s*$/.test(heading.textContent)) return heading;
        }
        return null;
    }

    class Panel {
        #host;
        #frame = el("section", { class: "hugger", "aria-label": "hugger" });
        #title = el("strong");
        #text = el("span");
        #row = el("div", { class: "row" });
        #note;
        #buttons = new Map();
        #act;
        #waitsFor = null;

        /** `act(action)` answers {error} where it failed. */
        constructor(act) {
            this.#act = act;
            let root;
            ({ host: this.#host, root } = makeHost("panel", css.tokens, css.base, css.floating, css.panel));
            this.#note = new Note(this.#row);
            const card = el("div", { class: "card" }, sign("box"), el("div", { class: "says" }, this.#title, this.#text), this.#row);
            this.#frame.append(card, this.#note.element);
            root.append(this.#frame);
            this.#frame.addEventListener("click", (event) => event.stopPropagation());
        }

        get isShown() { return this.#host.isConnected; }

        /** Shows `panel` ({title, text, actions}), or goes away for null. */
        update(panel) {
            if (panel === null) {
                this.remove();
                return;
            }
            setText(this.#title, panel.title);
            setText(this.#text, panel.text);
            const wanted = new Set(panel.actions.map((action) => action.id));
            for (const [id, button] of this.#buttons) {
                if (wanted.has(id)) continue;
                button.remove();
                this.#buttons.delete(id);
            }
            for (const action of panel.actions) {
                let button = this.#buttons.get(action.id);
                if (!button) {
                    button = el("button", { type: "button", class: "push" });
                    button.addEventListener("click", (event) => this.#press(event, action));
                    this.#buttons.set(action.id, button);
                    this.#row.append(button);
                }
                setText(button, action.label);
                set(button, "title", action.title);
            }
            if (!this.isShown) this.#place();
        }

        remove() {
            this.#waitsFor = null;
            this.#note.hide();
            this.#host.remove();
        }

        async #press(event, action) {
            if (!event.isTrusted) return;
            this.#note.hide();
            const answer = await this.#act(action);
            if (answer?.error && this.isShown) this.#note.say(answer.error);
        }

        #placeBefore(gate) {
            if (this.#waitsFor === gate) return;
            this.#waitsFor = gate;
            whenAway(gate, () => {
                if (this.#waitsFor === gate && gate.isConnected && !this.isShown) gate.before(this.#host);
                this.#waitsFor = null;
            });
        }

        #place() {
            const gate = findGate();
            const missing = gate ? null : findMissing();
            const spot = gate ?? missing?.parentElement ?? document.querySelector("main");
            set(this.#frame, "data-theme", themeOf(spot ?? document.body));
            this.#frame.style.setProperty("--font", getComputedStyle(document.body).fontFamily);
            set(this.#host, "data-where", gate ? "gate" : spot ? "end" : "corner");
            if (gate) this.#placeBefore(gate);
            else if (spot) spot.append(this.#host);
            else document.body.append(this.#host);
        }
    }

    Object.assign(globalThis.huggerContent, { Panel, findGate, findMissing });
})();
