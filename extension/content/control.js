// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The control: a label that says one thing, up to two buttons beside it, a menu with the rest. It draws a View and reports what is
// pressed; updates keep its elements, so that focus, hover and an open menu survive them.
"use strict";

(() => {
    const { ask, css, el, hasSign, makeHost, Menu, Note, set, setText, sign, t } = globalThis.huggerContent;

    // Only these are understood without a word.
    const SIGN_ONLY = new Set(["pause", "resume"]);
    const DOUBLE_CLICK_MS = 500;

    class Control {
        #host;
        #root;
        #frame = el("div", { class: "hugger", role: "group", "aria-label": "hugger", "aria-describedby": "sentence", "data-theme": "auto" });
        #bar = el("div", { class: "bar" });
        #label = null;
        #words = el("span", { class: "words" });
        #done = el("span", { class: "done", hidden: true });
        #progress = el("span", { class: "unseen", role: "progressbar", "aria-valuemin": "0", "aria-valuemax": "100" });
        #live = el("span", { class: "unseen", "aria-live": "polite" });
        #sentence = el("span", { id: "sentence", hidden: true });
        #sides = new Map();
        #more = el("button", { type: "button", class: "side sharp", "aria-label": t("content_more"), title: t("content_more") }, sign("more"));
        #hide = el("button", { type: "button", class: "side sharp", "aria-label": t("content_hide"), title: t("content_hide") }, sign("cross"));
        #menu;
        #note;
        #view = null;
        // How many buttons beside the label there is room for, and whether there is none even for the label's words.
        #sideRoom = Infinity;
        #isShort = false;
        #fits = () => true;
        #working = false;

        /** `act(action)` does what was pressed and answers {view} or {error}; `hidden()` is told when the user hides the control. */
        constructor({ act, hidden = () => {} }) {
            this.act = act;
            ({ host: this.#host, root: this.#root } = makeHost("control", css.tokens, css.base, css.floating, css.control));
            this.#menu = new Menu(this.#more, (action) => this.#press(action));
            this.#note = new Note(this.#bar);
            this.#hide.addEventListener("click", (event) => event.isTrusted && hidden());
            this.#frame.append(this.#bar, this.#progress, this.#live, this.#sentence, this.#menu.element, this.#note.element);
            this.#root.append(this.#frame);
            // The page must not take our keys for its shortcuts, nor our clicks for its own.
            for (const type of ["keydown", "keyup", "keypress", "click"]) {
                this.#frame.addEventListener(type, (event) => event.stopPropagation());
            }
            this.#frame.addEventListener("keydown", (event) => {
                if (event.key === "Escape") this.#note.hide();
            });
            this.#frame.hidden = true;
        }

        get host() { return this.#host; }
        get view() { return this.#view; }
        /** Whether the user is at it: then it must not be taken to another place. */
        get inUse() {
            return this.#working || this.#menu.open || this.#host.matches(":hover") || this.#frame.querySelector(":focus, dialog") !== null;
        }

        /** Looks like its neighbours: {font, size, height, radius} in CSS; theme: "light", "dark" or "auto". */
        wear(look, theme) {
            for (const [name, value] of Object.entries(look)) this.#frame.style.setProperty(`--${name}`, value);
            set(this.#frame, "data-theme", theme);
        }

        /** "row" or "corner"; fits() tells whether it has the room it takes. */
        stand(where, fits = () => true) {
            set(this.#host, "data-where", where);
            this.#fits = fits;
            if (this.#view) this.#draw(this.#view);
        }

        /** How far above the lower edge it stands in the corner. */
        lift(distance) {
            this.#host.style.setProperty("--lift", distance);
        }

        /** Draws as much as fits; false: not even the shortest form does. */
        fit() {
            if (!this.#view) return true;
            this.#isShort = false;
            for (this.#sideRoom = this.#view.shown; this.#sideRoom >= 0; --this.#sideRoom) {
                this.#draw(this.#view);
                if (this.#isRoomy()) return true;
            }
            this.#isShort = true;
            this.#draw(this.#view);
            return this.#fits();
        }

        /** Whether it has its room, and its label is not cut off. */
        #isRoomy() {
            return this.#fits() && this.#words.scrollWidth <= this.#words.clientWidth + 1;
        }

        /** Draws `view`; false: it does not fit where it stands. */
        update(view) {
            const before = this.#view;
            this.#view = view;
            this.#frame.hidden = view === null;
            if (view === null) {
                this.#menu.close();
                this.#note.hide();
                this.dismiss();
                return true;
            }
            const changed = before === null || before.state !== view.state || before.shown !== view.shown;
            if (changed) this.#words.style.minWidth = "";
            else this.#draw(view);
            const fits = changed || (!this.#isShort && !this.#isRoomy()) || !this.#fits() ? this.fit() : true;
            // A label that counts must not push what stands beside it to and fro.
            if (view.percent !== null && fits && !this.#isShort) {
                this.#words.style.minWidth = `${this.#words.getBoundingClientRect().width}px`;
                if (!this.#isRoomy()) this.#words.style.minWidth = "";
            }
            if (before !== null && before.state !== view.state) setText(this.#live, view.title || view.label);
            return fits;
        }

        say(sentence) {
            if (this.#host.isConnected) this.#note.say(sentence);
        }

        /** A question that is open is answered with no. */
        dismiss() {
            this.#root.querySelector("dialog")?.close();
        }

        remove() {
            this.#note.hide();
            this.#menu.remove();
            this.dismiss();
            this.#host.remove();
        }

        #draw(view) {
            const corner = this.#host.dataset.where === "corner";
            const isBusy = view.busy || this.#working;
            const marks = { [`tone-${view.tone}`]: true, short: this.#isShort, muted: view.state === "off", "is-busy": isBusy };
            set(this.#frame, "class", ["hugger", ...Object.keys(marks).filter((mark) => marks[mark])].join(" "));
            set(this.#frame, "aria-busy", isBusy ? "true" : null);
            this.#drawLabel(view);
            const shown = view.actions.slice(0, Math.max(0, Math.min(view.shown, this.#sideRoom)));
            const rest = view.actions.slice(shown.length);
            const focusLost = this.#drawSides(shown);
            this.#menu.update(rest);
            const moreLost = rest.length === 0 && this.#more.matches(":focus");
            this.#arrange([this.#label, ...shown.map((action) => this.#sides.get(action.id)), ...(rest.length ? [this.#more] : []),
                ...(corner ? [this.#hide] : [])]);
            if (focusLost || moreLost) this.#label.focus();
        }

        #drawLabel(view) {
            const pressable = view.main !== null;
            let focused = false;
            if (!this.#label || (this.#label.tagName === "BUTTON") !== pressable) {
                const old = this.#label;
                focused = old?.matches(":focus") ?? false;
                // A label that is no button can still hold the focus of the button it was.
                this.#label = pressable ? el("button", { type: "button", class: "label" }) : el("span", { class: "label", tabindex: "-1" });
                this.#label.append(this.#done, this.#words);
                if (pressable) this.#label.addEventListener("click", (event) => this.#clicked(event, this.#label, this.#view.main));
                if (old) old.replaceWith(this.#label);
            }
            const wanted = hasSign(view.sign) ? view.sign : null;
            const drawn = this.#label.querySelector(":scope > .sign");
            if ((drawn?.dataset.sign ?? null) !== wanted) {
                drawn?.remove();
                if (wanted) {
                    const fresh = sign(wanted);
                    fresh.dataset.sign = wanted;
                    this.#done.after(fresh);
                }
            }
            // Another action under the same pointer counts as another button.
            if (this.#label.dataset.action !== view.main?.id) this.#label.huggerBorn = performance.now();
            set(this.#label, "data-action", view.main?.id);
            setText(this.#words, view.label);
            setText(this.#sentence, view.title);
            set(this.#label, "title", view.title);
            set(this.#label, "aria-label", this.#isShort ? view.label : null);
            set(this.#label, "aria-disabled", pressable && (view.busy || this.#working) ? "true" : null);
            const percent = view.percent;
            this.#done.hidden = percent === null;
            this.#done.style.transform = `scaleX(${(percent ?? 0) / 100})`;
            this.#progress.hidden = percent === null;
            set(this.#progress, "aria-label", percent === null ? null : view.label);
            set(this.#progress, "aria-valuenow", percent === null ? null : Math.round(percent));
            if (focused) this.#label.focus();
        }

        /** Answers whether the button that had the focus is gone. */
        #drawSides(actions) {
            let focusLost = false;
            const wanted = new Set(actions.map((action) => action.id));
            for (const [id, button] of this.#sides) {
                if (wanted.has(id)) continue;
                focusLost ||= button.matches(":focus");
                button.remove();
                this.#sides.delete(id);
            }
            for (const action of actions) {
                let button = this.#sides.get(action.id);
                if (!button) {
                    button = el("button", { type: "button", class: "side" });
                    if (SIGN_ONLY.has(action.id)) {
                        button.classList.add("sharp");
                        button.append(sign(action.id));
                    }
                    button.addEventListener("click", (event) => this.#clicked(event, button, button.huggerAction));
                    button.huggerBorn = performance.now();
                    this.#sides.set(action.id, button);
                }
                button.huggerAction = action;
                if (SIGN_ONLY.has(action.id)) set(button, "aria-label", action.label);
                else setText(button, action.label);
                set(button, "title", action.title || action.label);
                set(button, "aria-disabled", this.#view.busy || this.#working ? "true" : null);
            }
            return focusLost;
        }

        /** Puts the bar's children in order without touching those that stand right. */
        #arrange(wanted) {
            for (const child of [...this.#bar.children]) if (!wanted.includes(child)) child.remove();
            wanted.forEach((child, at) => {
                if (this.#bar.children[at] !== child) this.#bar.insertBefore(child, this.#bar.children[at] ?? null);
            });
        }

        #clicked(event, button, action) {
            if (!event.isTrusted || !action || button.getAttribute("aria-disabled") === "true") return;
            // The second half of a double click must not press what has just come under the pointer.
            if (event.detail > 1 && performance.now() - button.huggerBorn < DOUBLE_CLICK_MS) return;
            this.#press(action);
        }

        async #press(action) {
            if (this.#working) return;
            this.#note.hide();
            if (action.confirm && !(await ask(this.#frame, this.#bar, action.confirm))) return;
            this.#working = true;
            if (this.#view) this.#draw(this.#view);
            const answer = await this.act(action);
            this.#working = false;
            if (answer?.view !== undefined) this.update(answer.view);
            else if (this.#view) this.#draw(this.#view);
            if (answer?.error) this.say(answer.error);
        }
    }

    Object.assign(globalThis.huggerContent, { Control });
})();
