// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the extension shows in a page, and a hand on it: every press is a real one, by the mouse.

import { until } from "./waiting.mjs";

/** {label, tone, title, percent, buttons, rest, note, where} of the control, or null. */
export function seen(page) {
    return page.evaluate(() => {
        const host = document.querySelector("[data-hugger=control]");
        const frame = host?.shadowRoot?.querySelector(".hugger");
        const label = frame?.querySelector(".label");
        if (!label || frame.hidden) return null;
        const nameOf = (element) => element.getAttribute("aria-label") || element.textContent.trim();
        const progress = frame.querySelector("[role=progressbar]");
        const note = frame.querySelector("[role=alert]:popover-open p");
        return {
            label: label.querySelector(".words").textContent,
            pressable: label.tagName === "BUTTON",
            tone: /tone-(\w+)/.exec(frame.className)?.[1],
            theme: frame.dataset.theme,
            title: label.title,
            percent: progress.hidden ? null : Number(progress.getAttribute("aria-valuenow")),
            buttons: [...frame.querySelectorAll(".bar > .side")].map(nameOf),
            rest: [...frame.querySelectorAll("[role=menuitem]")].map(nameOf),
            note: note?.textContent ?? null,
            where: host.dataset.where,
        };
    });
}

/** Waits until the control's label fits (a string, or a pattern) and gives what is seen. */
export function shows(page, label, options = {}) {
    const fits = (text) => (label instanceof RegExp ? label.test(text) : text === label);
    return until(`the control to say ${label}`, async () => {
        const found = await seen(page);
        return found && fits(found.label) ? found : null;
    }, { told: () => seen(page), ...options });
}

async function click(page, what, find, ...args) {
    const handle = await until(what, async () => {
        const found = (await page.evaluateHandle(find, ...args)).asElement();
        return found ?? null;
    }, { told: () => seen(page) });
    await handle.click();
    await handle.dispose();
}

/** Presses the label, a button beside it or an entry of the menu, by its words. */
export async function press(page, words) {
    const found = await seen(page);
    if (found && found.label !== words && !found.buttons.includes(words) && found.rest.includes(words)) {
        await click(page, "the menu's button", () =>
            document.querySelector("[data-hugger=control]").shadowRoot.querySelector("[aria-haspopup=menu]"));
        await click(page, `${words} in the menu`, (text) =>
            [...document.querySelector("[data-hugger=control]").shadowRoot.querySelectorAll(":popover-open [role=menuitem]")]
                .find((one) => one.textContent.trim() === text), words);
        return;
    }
    await click(page, `the button ${words}`, (text) => {
        const frame = document.querySelector("[data-hugger=control]")?.shadowRoot.querySelector(".hugger");
        return [...frame?.querySelectorAll("button.label, .bar > .side") ?? []]
            .find((one) => (one.querySelector(".words") ?? one).textContent.trim() === text || one.getAttribute("aria-label") === text);
    }, words);
}

/** The question asked in place: {text, buttons, typed}, or null. */
export function asked(page) {
    return page.evaluate(() => {
        const dialog = document.querySelector("[data-hugger=control]")?.shadowRoot.querySelector("dialog[open]");
        return dialog && {
            text: dialog.querySelector("p").textContent,
            buttons: [...dialog.querySelectorAll("button")].map((one) => one.textContent),
            input: dialog.querySelector("input") !== null,
        };
    });
}

export async function answer(page, words, typed = null) {
    await until("the question", () => asked(page));
    if (typed !== null) {
        await click(page, "the field for the name", () =>
            document.querySelector("[data-hugger=control]").shadowRoot.querySelector("dialog input"));
        await page.keyboard.type(typed);
    }
    await click(page, `the answer ${words}`, (text) =>
        [...document.querySelector("[data-hugger=control]").shadowRoot.querySelectorAll("dialog button")]
            .find((one) => one.textContent === text), words);
}

/** The panel of a page that is gone or gated: {title, text, buttons}, or null. */
export function panel(page) {
    return page.evaluate(() => {
        const frame = document.querySelector("[data-hugger=panel]")?.shadowRoot?.querySelector(".hugger");
        return frame ? {
            title: frame.querySelector("strong").textContent,
            text: frame.querySelector(".says span").textContent,
            buttons: [...frame.querySelectorAll(".row button")].map((one) => one.textContent),
        } : null;
    });
}

/** {id of a repo: what the tick beside it says} in a list. */
export function ticks(page) {
    return page.evaluate(() => Object.fromEntries([...document.querySelectorAll("[data-hugger=tick]")].map((host) =>
        [host.closest("a").getAttribute("href"), host.shadowRoot.querySelector("[role=img]").getAttribute("aria-label")])));
}

/** {path: {state, title}} of the buttons in a list of files. */
export function files(page) {
    return page.evaluate(() => Object.fromEntries([...document.querySelectorAll("[data-hugger=file]")].map((host) => {
        const link = host.closest("li").querySelector("a[href*='/blob/']");
        const frame = host.shadowRoot.querySelector(".hugger");
        return [decodeURIComponent(link.pathname.split("/blob/")[1].split("/").slice(1).join("/")),
            { state: frame.className.replace("hugger", "").trim(), title: frame.querySelector("button").title }];
    })));
}

export function pressFile(page, path) {
    return click(page, `the button of ${path}`, (name) => {
        const link = [...document.querySelectorAll("li a[href*='/blob/']")].find((one) => decodeURIComponent(one.pathname).endsWith(`/${name}`));
        return link?.closest("li").querySelector("[data-hugger=file]")?.shadowRoot.querySelector("button");
    }, path);
}
