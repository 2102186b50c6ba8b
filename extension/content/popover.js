// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What opens beside the control: the menu of further actions and the note that says what went wrong. Both are popovers, so that
// no box of the page can clip them.
"use strict";

(() => {
    const { el, set, setText, sign, t } = globalThis.huggerContent;
    const EDGE = 8;

    /** Keeps a fixed box under its anchor (above it where there is no room below) while the page scrolls. Answers how to stop. */
    function follow(box, anchor) {
        const put = () => {
            const at = anchor.getBoundingClientRect();
            const { offsetWidth: width, offsetHeight: height } = box;
            const below = at.bottom + 4;
            const top = below + height > innerHeight - EDGE && at.top - 4 - height >= EDGE ? at.top - 4 - height : below;
            box.style.top = `${Math.max(EDGE, Math.min(top, innerHeight - EDGE - height))}px`;
            box.style.left = `${Math.max(EDGE, Math.min(at.left, innerWidth - EDGE - width))}px`;
        };
        put();
        addEventListener("scroll", put, { capture: true, passive: true });
        addEventListener("resize", put);
        return () => {
            removeEventListener("scroll", put, { capture: true });
            removeEventListener("resize", put);
        };
    }

    class Menu {
        #box = el("div", { class: "menu", role: "menu", popover: "auto", id: "menu" });
        #button;
        #items = new Map();
        #unfollow = null;

        /** `button` opens it; `choose(action)` is called with what is chosen. */
        constructor(button, choose) {
            this.#button = button;
            this.choose = choose;
            set(button, "aria-haspopup", "menu");
            set(button, "aria-expanded", "false");
            set(button, "aria-controls", "menu");
            // Its invoker, so that a press on it closes the menu and does not open it again.
            button.popoverTargetElement = this.#box;
            button.addEventListener("keydown", (event) => this.#opening(event));
            this.#box.addEventListener("keydown", (event) => this.#moving(event));
            this.#box.addEventListener("toggle", (event) => this.#toggled(event.newState === "open"));
        }

        get element() { return this.#box; }
        get open() { return this.#box.matches(":popover-open"); }

        close() {
            if (this.open) this.#box.hidePopover();
        }

        update(actions) {
            const wanted = new Set(actions.map((action) => action.id));
            let focusLost = false;
            // First, so that none of those that stay has to be moved: a moved element loses the focus.
            for (const [id, item] of this.#items) {
                if (wanted.has(id)) continue;
                focusLost ||= item.matches(":focus");
                item.remove();
                this.#items.delete(id);
            }
            let before = null;
            for (const action of actions) {
                let item = this.#items.get(action.id);
                if (!item) {
                    item = el("button", { type: "button", role: "menuitem", tabindex: "-1" });
                    item.addEventListener("click", (event) => this.#chosen(event, item));
                    this.#items.set(action.id, item);
                }
                item.huggerAction = action;
                setText(item, action.label);
                set(item, "title", action.title);
                if (item.previousSibling !== before || item.parentNode !== this.#box) {
                    if (before) before.after(item);
                    else this.#box.prepend(item);
                }
                before = item;
            }
            if (focusLost) this.#box.firstElementChild?.focus();
            if (this.#items.size === 0) this.close();
        }

        remove() {
            this.#unfollow?.();
            this.#box.remove();
        }

        #chosen(event, item) {
            if (!event.isTrusted) return;
            this.close();
            this.#button.focus();
            this.choose(item.huggerAction);
        }

        #toggled(open) {
            set(this.#button, "aria-expanded", open ? "true" : "false");
            this.#unfollow?.();
            this.#unfollow = open ? follow(this.#box, this.#button) : null;
            if (open && !this.#box.querySelector(":focus")) this.#box.firstElementChild?.focus();
        }

        #opening(event) {
            if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
            event.preventDefault();
            if (!this.open) this.#box.showPopover();
            const items = this.#box.children;
            items[event.key === "ArrowDown" ? 0 : items.length - 1]?.focus();
        }

        #moving(event) {
            const items = [...this.#box.children];
            const now = items.findIndex((item) => item.matches(":focus"));
            const to = { ArrowDown: (now + 1) % items.length, ArrowUp: (now - 1 + items.length) % items.length, Home: 0, End: items.length - 1 }[event.key];
            if (to !== undefined) items[to].focus();
            else if (event.key === "Escape" || event.key === "Tab") {
                this.close();
                this.#button.focus();
                // Tab goes on from the button by itself.
                if (event.key === "Tab") return;
            } else if (event.key.length === 1 && event.key !== " " && !event.ctrlKey && !event.metaKey && !event.altKey) {
                const letter = event.key.toLocaleLowerCase();
                const order = [...items.slice(now + 1), ...items.slice(0, now + 1)];
                order.find((item) => item.textContent.toLocaleLowerCase().startsWith(letter))?.focus();
            } else return;
            event.preventDefault();
            event.stopPropagation();
        }
    }

    class Note {
        #text = el("p");
        #close = el("button", { type: "button", "aria-label": t("content_close"), title: t("content_close") }, sign("cross"));
        #box = el("div", { class: "note", role: "alert", popover: "manual" }, sign("cross"), this.#text, this.#close);
        #anchor;
        #unfollow = null;

        constructor(anchor) {
            this.#anchor = anchor;
            this.#close.addEventListener("click", () => {
                this.hide();
                anchor.querySelector("button")?.focus();
            });
        }

        get element() { return this.#box; }

        say(sentence) {
            this.hide();
            this.#text.textContent = sentence;
            this.#box.showPopover();
            this.#unfollow = follow(this.#box, this.#anchor);
        }

        hide() {
            this.#unfollow?.();
            this.#unfollow = null;
            if (this.#box.matches(":popover-open")) this.#box.hidePopover();
        }
    }

    Object.assign(globalThis.huggerContent, { follow, Menu, Note });
})();
