// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

import { badgeOf } from "./views.js";

const colours = { primary: "#2563eb", plain: "#4b5563", good: "#15803d", warn: "#b45309", bad: "#b91c1c" };
const flashTime = 4000;
const hub = ["https://huggingface.co/*", "https://hf.co/*"];
const linksToHub = hub.flatMap((pattern) => [pattern, pattern.replace("https:", "http:")]);
const linksToFiles = linksToHub.flatMap((pattern) => ["blob", "resolve", "raw"].map((verb) => `${pattern}/${verb}/*`));

/** The toolbar's button and the context menu. */
export class Surface {
    #api;
    #local;
    #words;
    #sleep;

    constructor({ api, local, words, sleep }) {
        this.#api = api;
        this.#local = local;
        this.#words = words;
        this.#sleep = sleep;
    }

    /** The badge of a tab follows what its page shows. */
    async badge(tabId, view) {
        const { badge = true } = await this.#local.get("settings", {});
        const { text, tone } = badge ? badgeOf(view) : { text: "", tone: "plain" };
        await this.#put(tabId, text, tone, view ? `hugger: ${view.label}` : "");
    }

    /** Says for a moment what came of something that has no control of its own to say it. */
    async flash(tabId, isFine, sentence) {
        await this.#put(tabId, isFine ? "✓" : "!", isFine ? "good" : "bad", sentence);
        await this.#sleep(flashTime);
    }

    /** Menus stay over restarts, in the words of their time: made anew after every change and start. */
    async makeMenus() {
        if (!this.#api.contextMenus)
            return;
        await this.#api.contextMenus.removeAll();
        const entries = [
            { id: "archive-link", title: "menu_link", contexts: ["link"], targetUrlPatterns: linksToHub },
            { id: "archive-file", title: "menu_file", contexts: ["link"], targetUrlPatterns: linksToFiles },
            { id: "archive-page", title: "menu_page", contexts: ["page"], documentUrlPatterns: hub },
        ];
        for (const entry of entries)
            this.#api.contextMenus.create({ ...entry, title: this.#words.t(entry.title) });
    }

    async #put(tabId, text, tone, title) {
        try {
            await this.#api.action.setBadgeText({ tabId, text });
            await this.#api.action.setBadgeBackgroundColor({ tabId, color: colours[tone] });
            await this.#api.action.setTitle({ tabId, title: title || this.#words.t("action_title") });
            await this.#api.action.setBadgeTextColor?.({ tabId, color: "#ffffff" });
        } catch {
            // The tab was closed meanwhile.
        }
    }
}
