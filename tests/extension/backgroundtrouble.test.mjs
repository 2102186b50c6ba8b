// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

import assert from "node:assert/strict";
import test from "node:test";

import { act, bodies, key, mislead, open, page, quit, start, url } from "./backgroundfixture.mjs";
import { heldRepo, jobOf, repoOf, Squatter, until } from "./fake.mjs";

test("there for the look, not for the question: the page is told better at once", async () => {
    for (const known of [undefined, "ready"]) {
        const { browser, hugger, sender, worker } = start({ repo: heldRepo() });
        if (known)
            browser.session.data.state = known;
        mislead(hugger, page, null, 2);
        assert.equal((await open(worker, sender)).state, "off");
        await worker.idle();
        assert.equal(browser.viewsOf(1).at(-1).state, "held");
        assert.equal(browser.alarms.has("beat"), false);
    }
});

test("a page that was told wrong waits for the alarm, no longer and no oftener", async () => {
    for (const answer of [null, {}, { repo: null }, new Squatter().json]) {
        const { browser, hugger, sender, worker } = start({ repo: heldRepo() });
        const stop = mislead(hugger, page, answer);
        assert.equal((await open(worker, sender)).label, "hugger is not running");
        await worker.idle();
        for (let rings = 0; rings < 3; ++rings) {
            assert.deepEqual([browser.session.data.state, browser.alarms.get("beat")?.periodInMinutes], ["ready", 0.5]);
            const before = hugger.requests.length;
            browser.time += 30_000;
            await worker.onAlarm({ name: "beat" });
            await worker.idle();
            assert.ok(hugger.requests.length - before < 10, `asked ${hugger.requests.length - before} times`);
            assert.equal(browser.viewsOf(1).at(-1).state, "off");
        }
        stop();
        browser.time += 30_000;
        await worker.onAlarm({ name: "beat" });
        assert.equal(browser.viewsOf(1).at(-1).state, "held");
        await worker.idle();
        assert.equal(browser.alarms.has("beat"), false);
        assert.deepEqual(browser.logged, []);
    }
});

test("a trouble that may pass is looked at again, one that stays is not", async () => {
    for (const [status, mayPass] of [[503, true], [429, true], [500, true], [403, false]]) {
        const { browser, hugger, sender, worker } = start({ repo: heldRepo() });
        hugger.failing.set(`GET ${page}`, { status, code: "trouble", message: "Not now." });
        assert.equal((await open(worker, sender)).title, "Not now.");
        await worker.idle();
        assert.equal(browser.alarms.has("beat"), mayPass, String(status));
        hugger.failing.clear();
        await worker.onAlarm({ name: "beat" });
        await worker.idle();
        assert.equal(browser.viewsOf(1).at(-1).state, mayPass ? "held" : "failed");
        assert.equal(browser.alarms.has("beat"), false);
    }
});

test("a tab that comes to the front while hugger is away waits for it", async () => {
    const { browser, hugger, sender, worker } = start({ repo: heldRepo() });
    await open(worker, sender);
    await worker.idle();
    browser.time += 60_000;
    quit(browser);
    await worker.onTabActivated({ tabId: 1 });
    assert.equal(browser.viewsOf(1).at(-1).state, "off");
    assert.ok(browser.alarms.has("beat"));
    browser.network.put(hugger);
    await worker.onAlarm({ name: "beat" });
    assert.equal(browser.viewsOf(1).at(-1).state, "held");
});

test("what was looked at first does not come last", async () => {
    const { browser, hugger, sender, worker } = start({ repo: repoOf() });
    await open(worker, sender);
    await worker.idle();
    const { handle } = hugger;
    let go;
    hugger.handle = async function (request) {
        const answer = await handle.call(this, request);
        if (request.path === page && !go)
            await new Promise((resolve) => { go = resolve; });
        return answer;
    };
    const slow = worker.onTabActivated({ tabId: 1 });
    await until(() => go);
    hugger.repos.set(key, heldRepo());
    await worker.onTabActivated({ tabId: 1 });
    assert.equal(browser.viewsOf(1).at(-1).state, "held");
    go();
    await slow;
    assert.equal(browser.viewsOf(1).at(-1).state, "held");
    assert.equal(browser.badges.get(1), "✓");
});

test("marks that were left out come when they can", async () => {
    const { browser, hugger, worker } = start({ repo: heldRepo() });
    const list = "https://huggingface.co/models?search=tiny";
    const sender = browser.tab(2, list);
    const stop = mislead(hugger, "repos");
    await open(worker, sender, {}, list);
    await worker.idle();
    assert.deepEqual(await worker.onMessage({ type: "ticks", hrefs: [url] }, sender), {});
    assert.ok(browser.alarms.has("beat"));
    stop();
    await worker.onAlarm({ name: "beat" });
    await worker.idle();
    assert.deepEqual(browser.told.at(-1), { tabId: 2, message: { type: "ticks" } });
    assert.deepEqual(Object.keys(await worker.onMessage({ type: "ticks", hrefs: [url] }, sender)), [url]);
    assert.equal(browser.alarms.has("beat"), false);
});

test("a squatter that answers takes no request along", async () => {
    const { browser, hugger, sender, worker } = start();
    mislead(hugger, "jobs", new Squatter().json, 1);
    assert.equal((await act(worker, sender, "archive")).state, "saved");
    await worker.onAlarm({ name: "beat" });
    await worker.idle();
    assert.equal(bodies(hugger).length, 1);
    assert.equal(browser.local.data.outbox, undefined);
});

/** `json` with each of its parts replaced by each of what it should not be. */
function* disfigured(json) {
    const places = (value, place) => (value !== null && typeof value === "object"
        ? Object.keys(value).flatMap((name) => [[...place, name], ...places(value[name], [...place, name])]) : []);
    for (const place of places(json, [])) {
        for (const odd of [undefined, 7, "constructor", [null]]) {
            const copy = structuredClone(json);
            const inner = place.slice(0, -1).reduce((value, name) => value[name], copy);
            inner[place.at(-1)] = odd;
            yield [`${place.join(".")} = ${JSON.stringify(odd)}`, copy];
        }
    }
}

test("no answer, however odd, leaves anything stuck", async () => {
    const odd = { state: "failed", error: { code: "disk_full", message: "No room.", detail: "" }, wait_text: "Waits.", archive: 3 };
    const asked = { revision: "main", archive: 3, held: "partial" };
    const update = { commit: "b", files: 3, bytes: 1 };
    const answers = {
        [page]: [{ repo: repoOf({ job: jobOf() }) }, { repo: heldRepo({ upstream: "newer", update, job: jobOf(odd) }) },
                 { repo: heldRepo({ held: "partial", asked }, { damaged: 2 }) }],
        repos: [{ repos: [{ repo: "acme/tiny", kind: "model", held: "complete", upstream: "gone" }] }],
        jobs: [{ jobs: [jobOf(odd)] }],
        events: [{ now: 12, instance: "i", missed: false, events: [
            { n: 11, type: "job", job: jobOf({ state: "done" }) }, { n: 12, type: "repo", kind: "model", repo: "acme/tiny" }] }],
        [`${page}/files`]: [{ repo: "acme/tiny", kind: "model", revision: "main", commit: "c", files: [{ path: "a", size: 1, held: true }],
                              fetch_bytes: 1, free_bytes: 9, free_after: 8, warnings: ["Gated."] }],
    };
    let refused = 0;
    for (const [path, wholes] of Object.entries(answers)) {
        for (const [what, json] of wholes.flatMap((whole) => [["whole", whole], ...disfigured(whole)])) {
            const told = `${path}: ${what}`;
            const { browser, hugger, sender, worker } = start({ repo: heldRepo({ held: "partial", asked }) });
            browser.session.data.seen = { instance: "i", since: 10 };
            const stop = mislead(hugger, path, json);
            const view = await open(worker, sender);
            assert.ok(view?.label, told);
            if (path === page)
                assert.notEqual(await open(worker, sender, { status: 404 }), undefined, told);
            if (path === "jobs")
                assert.ok((await worker.onMessage({ type: "overview" }, browser.page)).server, told);
            for (const message of [{ type: "ticks", hrefs: [url] }, { type: "paths", url: `${url}/tree/main`, paths: ["a"] }])
                assert.equal(typeof await worker.onMessage(message, sender), "object", told);
            const listing = path.endsWith("/files") ? await worker.onMessage({ type: "files", url }, browser.page) : { error: "not asked" };
            assert.ok(listing.error || (Array.isArray(listing.files) && Array.isArray(listing.warnings)), told);
            stop();
            hugger.now = 100;
            hugger.tell({ type: "repo", kind: "model", repo: "acme/tiny" });
            await worker.onAlarm({ name: "beat" });
            await worker.idle();
            assert.deepEqual(browser.logged, [], told);
            // What fits, however odd, is taken for true.
            if (view.state === "off")
                assert.ok(browser.viewsOf(1).at(-1)?.panel, told);
            refused += view.state === "off" ? 1 : 0;
        }
    }
    assert.ok(refused > 100, `refused ${refused}`);
});

test("started from the page: noticed within seconds, without an alarm, and the page stays", async () => {
    for (const isFirefox of [true, false]) {
        const { browser, hugger, sender, worker } = start();
        if (!isFirefox)
            delete browser.api.runtime.getBrowserInfo;
        quit(browser);
        await open(worker, sender);
        await act(worker, sender, "start");
        await until(() => browser.opened.length > 0);
        assert.deepEqual([browser.opened, browser.updated], [["hugger:"], isFirefox ? [] : [1]]);
        browser.network.put(hugger);
        await until(() => browser.viewsOf(1).at(-1)?.state === "none");
        await worker.idle();
        assert.deepEqual(browser.closed, isFirefox ? [99] : []);
        assert.deepEqual(browser.logged, []);
    }
});

test("started, but it does not come: no end is waited for", async () => {
    const { browser, sender, worker } = start();
    quit(browser);
    await open(worker, sender);
    const began = browser.time;
    await act(worker, sender, "start");
    await worker.idle();
    assert.ok(browser.time - began >= 60_000 && browser.time - began < 62_000);
    assert.deepEqual(browser.closed, []);
});

test("revoked while a page is open: said in words", async () => {
    const { browser, hugger, sender, worker } = start({ repo: repoOf({ job: jobOf() }) });
    await open(worker, sender);
    await until(() => hugger.waiting.size > 0);
    hugger.clients.clear();
    hugger.tell({ type: "stores" });
    await until(() => /does not know this browser any more/.test(browser.viewsOf(1).at(-1)?.title));
    const { server } = await worker.onMessage({ type: "overview" }, browser.page);
    assert.equal(server.state, "unpaired", "nobody refused anything");
    assert.match(server.text, /does not know this browser any more/);
});

test("nobody answered: that is no refusal", async () => {
    const { browser, hugger, sender, worker } = start({ paired: false });
    await act(worker, sender, "connect");
    await until(() => hugger.waiting.size > 0);
    hugger.pairing.state = "expired";
    for (const wake of hugger.waiting)
        wake();
    await worker.idle();
    const { server } = await worker.onMessage({ type: "overview" }, browser.page);
    assert.equal(server.state, "unpaired");
    assert.match(server.text, /Nobody answered/);
});
