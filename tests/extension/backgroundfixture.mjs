// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the tests of the background share: a browser with one tab on a repo, and a hugger.

import { FakeBrowser, FakeHugger } from "./fake.mjs";

export const url = "https://huggingface.co/acme/tiny";
export const key = "model:acme/tiny";

export function start({ paired = true, repo = null, locale } = {}) {
    const browser = new FakeBrowser({ locale });
    const hugger = browser.network.put(new FakeHugger());
    if (paired)
        browser.pair(hugger);
    if (repo)
        hugger.repos.set(key, repo);
    const sender = browser.tab(1, url);
    return { browser, hugger, sender, worker: browser.worker() };
}

export const open = (worker, sender, hints = {}, address = url) => worker.onMessage({ type: "page", url: address, hints }, sender);
export const act = (worker, sender, action, more = {}) => worker.onMessage({ type: "act", action, url, ...more }, sender);
export const quit = (browser) => browser.network.ports.clear();
export const bodies = (hugger) => hugger.seen("POST", "jobs").map(({ body }) => body);

export const page = "repos/model/acme%2Ftiny";

/** Answers otherwise to the next `times` questions of `path`: by `answer`, or not at all. */
export function mislead(hugger, path, answer = null, times = Infinity) {
    const { handle } = hugger;
    let left = times;
    hugger.handle = async function (request) {
        if (request.path !== path || left <= 0)
            return handle.call(this, request);
        left -= 1;
        if (!answer)
            throw new TypeError("Failed to fetch");
        return { status: 200, json: answer };
    };
    return () => { left = 0; };
}

// Whether anything goes on and on: as many turns as there are in a long while.
export const turns = async (count) => {
    for (let n = 0; n < count; ++n)
        await new Promise((resolve) => { setImmediate(resolve); });
};
export const close = async (browser, worker, hugger) => {
    browser.pages = false;
    browser.popup = null;
    hugger.tell({ type: "stores" });
    await worker.idle();
};
