// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

import assert from "node:assert/strict";
import test from "node:test";

import { act, bodies, close, key, open, page, quit, start, turns, url } from "./backgroundfixture.mjs";
import { archiveOf, heldRepo, jobOf, repoOf, until } from "./fake.mjs";

test("a request that hugger cannot take and an open popup make no endless loop", async () => {
    const { browser, hugger, sender, worker } = start();
    quit(browser);
    await act(worker, sender, "archive");
    await worker.idle();
    hugger.failing.set("POST jobs", { status: 500, code: "failed", message: "The disk is ill." });
    browser.network.put(hugger);
    Object.assign(browser, { pages: true, popup: worker });
    const { saved } = await worker.onMessage({ type: "overview" }, browser.page);
    assert.equal(saved.length, 1);
    await turns(600);
    assert.ok(hugger.seen("POST", "jobs").length <= 4, `sent ${hugger.seen("POST", "jobs").length} times`);
    assert.ok(browser.changes <= 8, `told ${browser.changes} times`);
    const view = await open(worker, sender);
    assert.deepEqual([view.label, view.title], ["Not taken yet", "The disk is ill."]);
    assert.equal((await worker.onMessage({ type: "overview" }, browser.page)).saved[0].when, "The disk is ill.");
    await close(browser, worker, hugger);
});

test("an open popup waits in one long poll", async () => {
    const { browser, hugger, worker } = start();
    Object.assign(browser, { pages: true, popup: worker });
    await worker.onMessage({ type: "overview" }, browser.page);
    await until(() => hugger.waiting.size > 0);
    const before = hugger.seen("GET", "events").length;
    for (let n = 0; n < 5; ++n) {
        await worker.onMessage({ type: "overview" }, browser.page);
        await turns(20);
    }
    hugger.tell({ type: "stores" });
    await turns(200);
    const asked = hugger.seen("GET", "events").slice(before);
    assert.ok(asked.length <= 2 && asked.every(({ query }) => query.get("wait") === "20"), `asked ${asked.length} times`);
    await close(browser, worker, hugger);
});

test("a refused request is tried again as it was", async () => {
    const { browser, hugger, sender, worker } = start();
    quit(browser);
    await act(worker, sender, "archive", { path: "a.bin" });
    hugger.failing.set("POST jobs", { status: 422, code: "bad_field", message: "No such store." });
    browser.network.put(hugger);
    await worker.onAlarm({ name: "beat" });
    await worker.idle();
    assert.equal((await open(worker, sender)).label, "hugger refused it");
    await act(worker, sender, "resend");
    hugger.failing.clear();
    await act(worker, sender, "resend");
    assert.deepEqual(bodies(hugger).map(({ files }) => files), [["a.bin"], ["a.bin"], ["a.bin"]]);
    assert.equal(browser.local.data.outbox, undefined);
});

test("an address in other letters than what is held", async () => {
    const { browser, hugger, worker } = start({ repo: repoOf({ job: jobOf() }) });
    const other = "https://huggingface.co/ACME/Tiny";
    const sender = browser.tab(1, other);
    await open(worker, sender, {}, other);
    await until(() => hugger.waiting.size > 0);
    hugger.repos.set(key, heldRepo());
    hugger.tell({ type: "job", job: jobOf({ state: "done" }) });
    await until(() => browser.viewsOf(1).at(-1)?.state === "held");
    await worker.idle();
    assert.deepEqual(Object.keys(await worker.onMessage({ type: "ticks", hrefs: [other, url, "https://huggingface.co/a/b"] }, sender)),
                     [other, url]);
});

test("an answer that comes late changes nothing on the page that came after", async () => {
    const { browser, hugger, sender, worker } = start({ repo: heldRepo() });
    await open(worker, sender);
    await worker.idle();
    const { handle } = hugger;
    let go;
    hugger.handle = async function (request) {
        if (request.path === "repos/model/acme%2Ftiny")
            await new Promise((resolve) => { go = resolve; });
        return handle.call(this, request);
    };
    const refreshing = worker.onTabActivated({ tabId: 1 });
    await until(() => go);
    const next = "https://huggingface.co/acme/next";
    await open(worker, browser.tab(1, next), {}, next);
    const told = browser.told.length;
    go();
    await refreshing;
    assert.equal(browser.session.data.tabs[1].url, next);
    assert.equal(browser.badges.get(1), "");
    assert.equal(browser.told.length, told);
});

test("a failure in an open popup, and what mended it", async () => {
    const { browser, hugger, worker } = start();
    const failed = { state: "failed", error: { code: "disk_full", message: "No room." } };
    hugger.jobs = [jobOf({ id: 1, repo: "acme/old", ...failed, updated_at: "2026-11-01T10:00:00Z" }),
                   jobOf({ id: 2, repo: "acme/mended", ...failed }), jobOf({ id: 3, repo: "acme/mended", state: "completed" }),
                   jobOf({ id: 4, repo: "acme/failed", ...failed }), jobOf({ id: 5, repo: "acme/runs" })];
    const { jobs } = await worker.onMessage({ type: "overview" }, browser.page);
    assert.deepEqual(jobs.map(({ id, detail }) => [id, detail.slice(0, 9)]), [[5, "42\u00a0% · 15"], [4, "Disk full"]].map(([id, text]) => [id, text.slice(0, 9)]));
    assert.deepEqual(jobs[1].actions.map(({ id }) => id), ["job:retry"]);
});

test("the alarm rings while something is waited for, and seldom after minutes in vain", async () => {
    const { browser, hugger, sender, worker } = start({ repo: heldRepo() });
    await open(worker, sender);
    await worker.idle();
    assert.equal(browser.alarms.has("beat"), false, "a page on which nothing runs waits for nothing");
    quit(browser);
    await open(worker, sender);
    await worker.idle();
    assert.equal(browser.alarms.get("beat").periodInMinutes, 0.5);
    browser.time += 6 * 60_000;
    await worker.onAlarm({ name: "beat" });
    assert.equal(browser.alarms.get("beat").periodInMinutes, 5);
    browser.network.put(hugger);
    await worker.onAlarm({ name: "beat" });
    await worker.idle();
    assert.equal(browser.viewsOf(1).at(-1).state, "held");
    assert.equal(browser.alarms.has("beat"), false);
});

test("the worker is put to sleep while a job runs", async () => {
    const { browser, hugger, sender, worker } = start({ repo: repoOf({ job: jobOf() }) });
    await open(worker, sender);
    await until(() => hugger.waiting.size > 0);
    hugger.waiting.clear(); // its poll ends with it
    const next = browser.worker();
    const waking = next.onAlarm({ name: "beat" });
    await until(() => hugger.waiting.size > 0, "the next worker polls");
    const since = hugger.seen("GET", "events").at(-1).query.get("since");
    assert.equal(Number(since), hugger.now, "from where the last one stopped");
    hugger.repos.set(key, heldRepo());
    hugger.tell({ type: "job", job: jobOf({ state: "done" }) });
    await until(() => browser.viewsOf(1).at(-1)?.state === "held");
    await waking;
});

test("what happened while the worker slept is caught up with", async () => {
    const { browser, hugger, sender, worker } = start({ repo: repoOf({ job: jobOf() }) });
    await open(worker, sender);
    await until(() => hugger.waiting.size > 0);
    hugger.waiting.clear();
    hugger.repos.set(key, heldRepo());
    hugger.tell({ type: "job", job: jobOf({ state: "done" }) });
    const next = browser.worker();
    await next.onAlarm({ name: "beat" });
    await until(() => browser.viewsOf(1).at(-1)?.state === "held");
});

test("a tab that is closed is forgotten, also midway, and then nothing is asked any more", async () => {
    const { browser, hugger, sender, worker } = start({ repo: repoOf({ job: jobOf() }) });
    await open(worker, sender);
    await until(() => hugger.waiting.size > 0);
    browser.tabs.delete(1);
    await worker.onTabRemoved(1);
    hugger.tell({ type: "job", job: jobOf() });
    await worker.idle();
    assert.equal(hugger.waiting.size, 0);
    await worker.onAlarm({ name: "beat" });
    assert.equal(browser.alarms.has("beat"), false);
});

test("pages that are no repos have no control; lists have ticks", async () => {
    const { browser, hugger, worker } = start({ repo: heldRepo() });
    hugger.repos.set("dataset:acme/rain", repoOf({ repo: "acme/rain", kind: "dataset", held: "partial" }));
    hugger.repos.set("space:acme/app", repoOf({ repo: "acme/app", kind: "space", held: "complete", upstream: "gone" }));
    const list = "https://huggingface.co/models?search=tiny";
    const sender = browser.tab(2, list);
    assert.equal(await open(worker, sender, {}, list), null);
    const hrefs = [url, `${url}/`, `${url}/tree/main`, "https://huggingface.co/datasets/acme/rain",
                   "https://huggingface.co/spaces/acme/app", "https://huggingface.co/acme/none", "https://huggingface.co/acme"];
    const ticks = await worker.onMessage({ type: "ticks", hrefs }, sender);
    assert.deepEqual(Object.entries(ticks).map(([href, { held }]) => [href.slice(23), held]),
                     [["acme/tiny", "complete"], ["acme/tiny/", "complete"], ["datasets/acme/rain", "partial"],
                      ["spaces/acme/app", "gone"]]);
    assert.equal(ticks[url].title, "You hold this");
    // 250 links are three questions.
    const many = Array.from({ length: 250 }, (_, n) => `https://huggingface.co/acme/r${n}`);
    const before = hugger.seen("GET", "repos").length;
    await worker.onMessage({ type: "ticks", hrefs: many }, sender);
    assert.equal(hugger.seen("GET", "repos").length - before, 3);
    quit(browser);
    assert.deepEqual(await browser.worker().onMessage({ type: "ticks", hrefs }, sender), {});
});

test("a held repo's page has the Hub asked, but not often", async () => {
    const { browser, hugger, sender, worker } = start({ repo: heldRepo() });
    await open(worker, sender);
    hugger.repos.set(key, heldRepo({ upstream: "gone" }));
    await worker.idle();
    assert.equal(hugger.seen("POST", "repos/model/acme%2Ftiny/check").length, 1);
    assert.equal(browser.viewsOf(1).at(-1).state, "gone");
    await open(browser.worker(), sender);
    browser.time += 9 * 60_000;
    const later = browser.worker();
    await open(later, sender);
    await later.idle();
    assert.equal(hugger.seen("POST", "repos/model/acme%2Ftiny/check").length, 1);
    browser.time += 2 * 60_000;
    await open(later, sender);
    await later.idle();
    assert.equal(hugger.seen("POST", "repos/model/acme%2Ftiny/check").length, 2);
});

test("a check that has the copy verified is followed to its end", async () => {
    const { browser, hugger, sender, worker } = start({ repo: heldRepo() });
    await open(worker, sender);
    await worker.idle();
    browser.time += 11 * 60_000;
    let answer;
    const handle = hugger.handle.bind(hugger);
    hugger.handle = async (request) => {
        if (request.path.endsWith("/check"))
            await new Promise((resolve) => { answer = resolve; });
        return handle(request);
    };
    await open(worker, sender);
    await until(() => answer, "the question");
    // Long after all else about the page is said and done.
    for (let turn = 0; turn < 100; ++turn)
        await new Promise((resolve) => { setImmediate(resolve); });
    assert.equal(hugger.waiting.size, 0);
    const job = jobOf({ type: "verify", commit: archiveOf().commit });
    hugger.repos.set(key, heldRepo({ job }));
    answer();
    await until(() => browser.viewsOf(1).at(-1)?.state === "fetching", "the verify");
    await until(() => hugger.waiting.size > 0, "a long poll");
    hugger.repos.set(key, heldRepo());
    hugger.tell({ type: "job", job: { ...job, state: "done" } });
    await until(() => browser.viewsOf(1).at(-1)?.state === "held", "the end");
});

test("the browser ends the worker while the Hub is asked: the next one tells what it said", async () => {
    const { browser, hugger, sender, worker } = start({ repo: heldRepo() });
    let isHeldBack = true;
    const handle = hugger.handle.bind(hugger);
    hugger.handle = (request) => (isHeldBack && request.path.endsWith("/check") ? new Promise(() => {}) : handle(request));
    await open(worker, sender);
    await until(() => browser.session.data.checking?.[key], "the question");
    await until(() => browser.alarms.has("beat"), "the alarm");
    // The old worker is not heard of again, and the page shows the same under another address.
    const moved = `${url}?again`;
    await open(worker, sender, {}, moved);
    isHeldBack = false;
    hugger.repos.set(key, heldRepo({ upstream: "gone" }));
    const next = browser.worker();
    await next.onAlarm({ name: "beat" });
    await until(() => browser.viewsOf(1).at(-1)?.state === "gone", "the news");
    assert.equal(browser.told.findLast(({ message }) => message.type === "view").message.url, moved);
    await next.idle();
    assert.equal(browser.alarms.has("beat"), false, "nothing more to wait for");
    assert.equal(hugger.seen("POST", "repos/model/acme%2Ftiny/check").length, 1);
});

test("the address changes inside the page: it is asked to look again", async () => {
    const { browser, sender, worker } = start({ repo: heldRepo() });
    await open(worker, sender);
    await worker.onTabUpdated(1, { url: "https://huggingface.co/acme/other" });
    assert.deepEqual(browser.told.at(-1), { tabId: 1, message: { type: "look" } });
    await worker.onTabUpdated(1, { url: "https://huggingface.co/models" });
    assert.equal(browser.badges.get(1), "");
    await worker.onTabUpdated(1, { status: "loading" });
    assert.deepEqual(browser.session.data.tabs, {});
});
