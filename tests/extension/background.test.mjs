// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

import assert from "node:assert/strict";
import test from "node:test";

import { portions } from "../../extension/lib/actions.js";
import { archiveOf, FakeBrowser, FakeHugger, heldRepo, jobOf, locales, origin, repoOf, Squatter, until } from "./fake.mjs";

const url = "https://huggingface.co/acme/tiny";
const key = "model:acme/tiny";

function start({ paired = true, repo = null, locale } = {}) {
    const browser = new FakeBrowser({ locale });
    const hugger = browser.network.put(new FakeHugger());
    if (paired)
        browser.pair(hugger);
    if (repo)
        hugger.repos.set(key, repo);
    const sender = browser.tab(1, url);
    return { browser, hugger, sender, worker: browser.worker() };
}

const open = (worker, sender, hints = {}, address = url) => worker.onMessage({ type: "page", url: address, hints }, sender);
const act = (worker, sender, action, more = {}) => worker.onMessage({ type: "act", action, url, ...more }, sender);
const quit = (browser) => browser.network.ports.clear();
const bodies = (hugger) => hugger.seen("POST", "jobs").map(({ body }) => body);

test("archive by one click, watch it run, see it held", async () => {
    const { browser, hugger, sender, worker } = start();
    assert.equal((await open(worker, sender)).state, "none");
    assert.equal((await act(worker, sender, "archive")).state, "queued");
    assert.deepEqual(bodies(hugger), [{ kind: "model", repo: "acme/tiny" }]);
    await until(() => hugger.waiting.size > 0, "a long poll");
    assert.ok(browser.alarms.has("beat"), "should the worker end now, another one goes on");
    for (const [percent, state] of [[10, "running"], [60, "running"], [100, "finishing"]]) {
        const job = jobOf({ id: 1, state, bytes_done: percent, bytes_total: 100 });
        hugger.repos.set(key, repoOf({ job }));
        hugger.tell({ type: "job", job });
        await until(() => browser.viewsOf(1).at(-1)?.percent === Math.min(99, percent), `${percent} %`);
    }
    assert.equal(browser.badges.get(1), "99%");
    hugger.repos.set(key, heldRepo());
    hugger.tell({ type: "job", job: jobOf({ id: 1, state: "done" }) });
    await until(() => browser.viewsOf(1).at(-1)?.state === "held");
    assert.equal(browser.badges.get(1), "✓");
    await until(() => browser.told.some(({ message }) => message.type === "ticks"), "ticks are looked at again");
    await worker.idle();
    assert.equal(hugger.waiting.size, 0, "nothing runs: no long poll");
    assert.equal(browser.alarms.has("beat"), false);
    assert.deepEqual(browser.logged, []);
});

test("the revision the page shows is what is archived", async () => {
    for (const [path, revision] of [["tree/v2", "v2"], ["tree/refs%2Fpr%2F1/sub", "refs/pr/1"], ["discussions/4", undefined],
                                    [`commit/${"a".repeat(40)}`, "a".repeat(40)]]) {
        const { hugger, sender, worker } = start();
        await act(worker, sender, "archive", { url: `${url}/${path}` });
        assert.equal(bodies(hugger)[0].revision, revision);
        assert.ok(hugger.requests.filter((request) => request.path === "repos/model/acme%2Ftiny")
            .every(({ query }) => query.get("revision") === (revision ?? "main")));
    }
});

test("a single file, from the tree and from its own page", async () => {
    const { hugger, sender, worker } = start();
    await act(worker, sender, "archive", { path: "sub/a.bin" });
    await act(worker, sender, "file", { url: `${url}/blob/main/config.json` });
    assert.deepEqual(bodies(hugger).map(({ files }) => files), [["sub/a.bin"], ["config.json"]]);
    const states = await worker.onMessage({ type: "paths", url: `${url}/tree/main`, paths: ["sub/a.bin", "other"] }, sender);
    assert.deepEqual(Object.values(states).map(({ state }) => state), ["fetching", "none"]);
});

test("the file tree of what is held, wholly and in part", async () => {
    const { hugger, sender, worker } = start({ repo: heldRepo() });
    const ask = () => worker.onMessage({ type: "paths", url: `${url}/tree/main`, paths: ["a", "b"] }, sender);
    assert.deepEqual(Object.values(await ask()).map(({ state }) => state), ["held", "held"]);
    assert.equal(hugger.requests.filter(({ path }) => path.endsWith("/files")).length, 0);
    hugger.repos.set(key, heldRepo({ held: "partial", asked: { revision: "main", archive: 3, held: "partial" } }));
    hugger.files.set(key, { files: [{ path: "a", size: 1, held: true }, { path: "b", size: 1, held: false }] });
    assert.deepEqual(Object.values(await ask()).map(({ state }) => state), ["held", "none"]);
    await ask();
    assert.equal(hugger.requests.filter(({ path }) => path.endsWith("/files")).length, 1, "asked once");
    // Until something was fetched.
    const job = jobOf({ state: "running" });
    hugger.repos.set(key, heldRepo({ held: "partial", asked: { revision: "main", archive: 3, held: "partial" }, job }));
    await open(worker, sender);
    await until(() => hugger.waiting.size > 0);
    hugger.files.set(key, { files: [{ path: "a", size: 1, held: true }, { path: "b", size: 1, held: true }] });
    hugger.repos.set(key, heldRepo({ held: "partial", asked: { revision: "main", archive: 3, held: "partial" } }));
    hugger.tell({ type: "job", job: { ...job, state: "done" } });
    await worker.idle();
    assert.deepEqual(Object.values(await ask()).map(({ state }) => state), ["held", "held"]);
});

test("pause, resume, cancel, retry, open: each its request", async () => {
    const { hugger, sender, worker } = start({ repo: repoOf({ job: jobOf({ id: 5 }) }) });
    for (const verb of ["pause", "resume", "cancel", "retry"]) {
        await act(worker, sender, verb);
        assert.equal(hugger.seen("POST", `jobs/5/${verb}`).length, 1);
    }
    await act(worker, sender, "open", { url: `${url}/tree/v2` });
    assert.deepEqual(hugger.seen("POST", "show")[0].body, { kind: "model", repo: "acme/tiny", revision: "v2" });
});

test("remove takes what the page shows; a last copy only by its name", async () => {
    const { hugger, sender, worker } = start({ repo: heldRepo() });
    const { actions } = await open(worker, sender);
    const asked = actions.find(({ id }) => id === "remove");
    await act(worker, sender, "remove", { url: asked.url, archive: asked.archive });
    assert.deepEqual(hugger.removed, [{ archive: "3", confirm: null }]);
    // Another copy than the question named, and none at all.
    for (const archive of [2, "3", undefined, null])
        assert.match((await act(worker, sender, "remove", { archive })).error, /another copy by now/);
    assert.equal(hugger.removed.length, 1);
    // Gone upstream since the user was asked: the name was not typed.
    hugger.failing.set("DELETE archives/3", { status: 409, code: "last_copy", message: "Give the name." });
    assert.match((await act(worker, sender, "remove", { archive: 3 })).error, /last copy by now/);
    hugger.failing.clear();
    hugger.repos.set(key, heldRepo({ upstream: "gone" }));
    await act(worker, sender, "remove:last", { archive: 3, url: "https://huggingface.co/Acme/TINY" });
    assert.deepEqual(hugger.removed.at(-1), { archive: "3", confirm: "acme/tiny" }, "as hugger calls it");
    hugger.repos.set(key, repoOf());
    assert.match((await act(worker, sender, "remove", { archive: 3 })).error, /does not hold this any more/);
});

test("asked for while hugger is away: kept over a restart of the browser, sent when it is back", async () => {
    const { browser, hugger, sender, worker } = start();
    quit(browser);
    await open(worker, sender);
    const view = await act(worker, sender, "archive");
    assert.deepEqual([view.state, view.label], ["saved", "Saved: sent when hugger runs"]);
    assert.ok(browser.alarms.has("beat"));
    await worker.idle();
    assert.equal(browser.badges.get(1), "…");

    browser.session.data = {};
    browser.alarms.clear();
    const next = browser.worker();
    await next.onWake();
    assert.ok(browser.alarms.has("beat"), "looked for again and again");
    await open(next, sender);
    assert.equal(hugger.seen("POST", "jobs").length, 0);
    browser.network.put(hugger);
    await next.onAlarm({ name: "beat" });
    assert.deepEqual(bodies(hugger), [{ kind: "model", repo: "acme/tiny" }]);
    await until(() => browser.viewsOf(1).at(-1)?.state === "queued");
    assert.equal(browser.local.data.outbox, undefined);
});

test("kept ones go out on any contact, and once connected", async () => {
    const { browser, hugger, sender, worker } = start({ paired: false });
    await worker.onCommand("archive-page", { id: 1, url });
    assert.equal((await open(worker, sender)).label, "Saved: sent once connected");
    hugger.onAsk = "allow";
    await act(worker, sender, "connect");
    await until(() => bodies(hugger).length === 1);
    await until(() => browser.viewsOf(1).at(-1)?.state === "queued");
});

test("starting, closing, too busy: kept too", async () => {
    for (const [status, code] of [[503, "starting"], [503, "closing"], [429, "too_many"]]) {
        const { hugger, sender, worker } = start();
        hugger.failing.set("POST jobs", { status, code, message: "Not now." });
        await act(worker, sender, "archive");
        assert.equal((await worker.onMessage({ type: "overview" }, { id: sender.id, url: `${origin}/popup/popup.html` }))
            .saved.length, 1, code);
    }
});

test("what hugger refuses is said, and not kept", async () => {
    const { browser, hugger, sender, worker } = start();
    hugger.failing.set("POST jobs", { status: 422, code: "hostile_path", message: "That name is not safe." });
    assert.deepEqual(await act(worker, sender, "archive"), { error: "That name is not safe." });
    assert.equal(browser.local.data.outbox, undefined);
});

test("a question that hugger refuses", async () => {
    for (const [status, code, title] of [[503, "starting", "hugger starts."], [429, "too_many", /hugger is busy/], [422, "bad_repo_id", null]]) {
        const { hugger, sender, worker } = start();
        hugger.failing.set("GET repos/model/acme%2Ftiny", { status, code, message: "hugger starts." });
        const view = await open(worker, sender);
        if (title === null)
            assert.equal(view, null);
        else
            assert.match(view.title, new RegExp(title));
    }
});

test("a kept request can be dropped", async () => {
    const { browser, sender, worker } = start();
    quit(browser);
    await act(worker, sender, "archive");
    assert.equal((await act(worker, sender, "forget")).state, "off");
    assert.equal(browser.local.data.outbox, undefined);
});

test("hugger quits and comes back, on another port: the page follows", async () => {
    const { browser, hugger, sender, worker } = start({ repo: repoOf({ job: jobOf() }) });
    await open(worker, sender);
    await until(() => hugger.waiting.size > 0);
    quit(browser);
    for (const wake of hugger.waiting)
        wake();
    await until(() => browser.viewsOf(1).at(-1)?.state === "off");
    hugger.port = 4849;
    browser.network.put(hugger);
    await worker.onAlarm({ name: "beat" });
    await until(() => browser.viewsOf(1).at(-1)?.state === "fetching");
});

const page = "repos/model/acme%2Ftiny";

/** Answers otherwise to the next `times` questions of `path`: by `answer`, or not at all. */
function mislead(hugger, path, answer = null, times = Infinity) {
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

// Whether anything goes on and on: as many turns as there are in a long while.
const turns = async (count) => {
    for (let n = 0; n < count; ++n)
        await new Promise((resolve) => { setImmediate(resolve); });
};
const close = async (browser, worker, hugger) => {
    browser.pages = false;
    browser.popup = null;
    hugger.tell({ type: "stores" });
    await worker.idle();
};

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

test("who may ask what", async () => {
    const { browser, hugger, sender, worker } = start({ repo: heldRepo() });
    const refused = [
        { ...sender, id: "another extension" },
        { ...sender, url: "https://evil.example/acme/tiny", origin: "https://evil.example" },
        { ...sender, origin: "https://evil.example" },
        { ...sender, origin: "null" },
        { ...sender, url: "http://huggingface.co/acme/tiny", origin: "http://huggingface.co" },
        { ...sender, url: "https://huggingface.co.evil.example/x", origin: undefined },
        { ...sender, frameId: 3 },
        { ...sender, tab: undefined },
    ];
    for (const other of refused) {
        assert.equal(worker.onMessage({ type: "page", url, hints: {} }, other), undefined);
        assert.equal(worker.onMessage({ type: "act", action: "remove", url }, other), undefined);
        assert.equal(worker.onMessage({ type: "overview" }, other), undefined);
    }
    // What only our own pages may ask, and other pages than one's own.
    for (const message of [{ type: "overview" }, { type: "settings" }, { type: "set", port: 1 }, { type: "files", url },
                           { type: "archiveFiles", url, paths: ["a"] }, { type: "nonsense" }, { type: "act", url }])
        assert.equal(await worker.onMessage(message, sender), undefined, message.type);
    for (const odd of [null, 7, "page", undefined])
        assert.equal(worker.onMessage(odd, sender), undefined);
    assert.equal(worker.onMessage({ type: "page", url: "https://hf.co/acme/tiny", hints: {} }, sender), undefined);
    assert.match((await act(worker, sender, "job:cancel")).error, /./);
    assert.match((await act(worker, sender, "disconnect")).error, /./);
    assert.ok(browser.local.data.pairing);
    assert.equal(hugger.requests.filter(({ method }) => method !== "GET").length, 0);
});

test("odd messages break nothing", async () => {
    const { browser, sender, worker } = start();
    for (const message of [{ type: "page", url, hints: null }, { type: "page", url, hints: { status: "404", gate: 1 } },
                           { type: "ticks" }, { type: "ticks", hrefs: "x" }, { type: "ticks", hrefs: [1, null, "::", url] },
                           { type: "paths", url, paths: {} }, { type: "act", action: "constructor", url },
                           { type: "act", action: "archive", url: "https://huggingface.co/docs" }, { type: "page", url: 7 }])
        await worker.onMessage(message, sender);
    await worker.idle();
    assert.deepEqual(browser.logged, []);
});

test("the popup", async () => {
    const { browser, hugger, worker } = start({ repo: heldRepo() });
    hugger.jobs = Array.from({ length: 23 }, (_, n) => jobOf({ id: n + 1, repo: `acme/r${n}` }));
    const seen = await worker.onMessage({ type: "overview" }, browser.page);
    assert.deepEqual([seen.server.state, seen.server.version, seen.server.port], ["ready", "0.1.0", 4847]);
    assert.deepEqual([seen.page.state, seen.page.url], ["held", url]);
    assert.deepEqual([seen.jobs.length, seen.more], [20, 3]);
    assert.deepEqual(seen.saved, []);
    assert.equal(seen.shortcuts[0].shortcut, "Alt+Shift+H");
    const tell = (action, more = {}) => worker.onMessage({ type: "act", action, ...more }, browser.page);
    await tell("job:pause", { job: 4 });
    await tell("pauseAll");
    await tell("resumeAll");
    assert.deepEqual(["jobs/4/pause", "jobs/pause", "jobs/resume"].map((path) => hugger.seen("POST", path).length), [1, 1, 1]);
    assert.ok((await tell("job:pause", { job: "../4" })).error);
    assert.ok((await tell("job:explode", { job: 4 })).error);
    assert.equal((await tell("disconnect")).overview.server.state, "unpaired");
    assert.equal(browser.local.data.pairing, undefined);
});

test("an open popup is told what changes, a closed one is noticed", async () => {
    const { browser, hugger, worker } = start();
    browser.pages = true;
    await worker.onMessage({ type: "overview" }, browser.page);
    await until(() => hugger.waiting.size > 0, "a long poll while it is open");
    const before = browser.changes;
    hugger.tell({ type: "job", job: jobOf() });
    await until(() => browser.changes > before);
    await until(() => hugger.waiting.size > 0);
    browser.pages = false;
    hugger.tell({ type: "job", job: jobOf() });
    await worker.idle();
    assert.equal(hugger.waiting.size, 0);
});

test("kept requests in the popup, with what became of them", async () => {
    const { browser, hugger, sender, worker } = start();
    quit(browser);
    await act(worker, sender, "archive", { path: "a.bin" });
    await act(worker, sender, "archive", { url: `${url}/tree/v2` });
    const { saved } = await worker.onMessage({ type: "overview" }, browser.page);
    assert.deepEqual(saved.map(({ label }) => label), ["acme/tiny (1 file)", "acme/tiny @ v2"]);
    assert.match(saved[0].when, /^kept since /);
    const { overview } = await worker.onMessage({ type: "act", action: "forget", id: saved[0].id }, browser.page);
    assert.equal(overview.saved.length, 1);
    hugger.failing.set("POST jobs", { status: 422, code: "bad_revision", message: "No such name." });
    browser.network.put(hugger);
    await worker.onAlarm({ name: "beat" });
    await worker.idle();
    const after = await worker.onMessage({ type: "overview" }, browser.page);
    assert.deepEqual(after.saved.map(({ when, refused }) => [when, refused]), [["No such name.", true]]);
});

test("permission taken away, or the browser's own block", async () => {
    const { browser, sender, worker } = start();
    quit(browser);
    browser.permitted = false;
    assert.equal((await open(worker, sender)).actions[0].id, "permission");
    assert.equal((await worker.onMessage({ type: "overview" }, browser.page)).server.state, "permission");
    browser.permitted = true;
    browser.denied = ["loopback-network"];
    assert.equal((await open(worker, sender)).label, "The browser blocks hugger");
    assert.equal((await worker.onMessage({ type: "overview" }, browser.page)).server.state, "blocked");
});

test("a permission for the Hub taken away is a hint, no more", async () => {
    const { browser, worker } = start();
    browser.withheld = ["https://hf.co/*"];
    const { server } = await worker.onMessage({ type: "overview" }, browser.page);
    assert.equal(server.state, "ready");
    assert.match(server.hint, /some pages of the Hub/);
    quit(browser);
    browser.time += 1000;
    assert.equal((await worker.onMessage({ type: "overview" }, browser.page)).server.state, "off");
    browser.withheld = [];
    assert.equal((await worker.onMessage({ type: "overview" }, browser.page)).server.hint, null);
});

test("the picker", async () => {
    const { browser, hugger, worker } = start();
    hugger.files.set(key, { repo: "acme/tiny", kind: "model", revision: "main", commit: "c",
                            files: [{ path: "a", size: 1, held: false }], bytes: 1, held_bytes: 0, fetch_bytes: 1,
                            free_bytes: 9, free_after: 8, warnings: ["Gated."] });
    const ask = (message) => worker.onMessage({ url, ...message }, browser.page);
    assert.deepEqual(await ask({ type: "files" }),
                     { repo: "acme/tiny", kind: "model", revision: "main", commit: "c",
                       files: [{ path: "a", size: 1, held: false }], fetchBytes: 1, freeBytes: 9, freeAfter: 8,
                       warnings: ["Gated."] });
    assert.match((await ask({ type: "files", url: "https://huggingface.co/acme/none" })).error, /repo_not_found/);
    assert.ok((await ask({ type: "files", url: "nonsense" })).error);
    assert.deepEqual(await ask({ type: "archiveFiles", paths: ["a"] }), { ok: true, kept: false });
    assert.deepEqual(bodies(hugger).at(-1).files, ["a"]);
    await ask({ type: "archiveFiles", paths: null });
    assert.equal("files" in bodies(hugger).at(-1), false);
    assert.ok((await ask({ type: "archiveFiles", paths: [] })).error);
    // Two requests' worth of paths.
    const paths = Array.from({ length: 1200 }, (_, n) => `${"x".repeat(50)}${n}`);
    hugger.failing.set("POST jobs", { status: 422, code: "bad_field", message: "No such store." });
    assert.deepEqual(await ask({ type: "archiveFiles", paths }), { error: "No such store." });
    quit(browser);
    assert.deepEqual(await ask({ type: "archiveFiles", paths }), { ok: true, kept: true });
    assert.equal(browser.local.data.outbox.length, 2);
    browser.local.data.outbox = Array.from({ length: 200 }, (_, n) => ({ id: String(n), kind: "model", repo: `acme/r${n}` }));
    assert.match((await ask({ type: "archiveFiles", paths })).error, /Too many requests are kept/);
});

test("10,000 files go in requests that hugger takes", () => {
    const paths = Array.from({ length: 10_000 }, (_, n) => `some/folder/with-ümlauts/model-${n}-of-10000.safetensors`);
    const lists = portions(paths);
    assert.deepEqual(lists.flat(), paths);
    for (const files of lists)
        assert.ok(Buffer.byteLength(JSON.stringify({ kind: "dataset", repo: "x".repeat(193), revision: "x".repeat(250), files })) < 60_000);
    assert.equal(portions(Array.from({ length: 10_001 }, (_, n) => String(n % 10))).length, 2);
    assert.deepEqual(portions(["a"]), [["a"]]);
});

test("settings", async () => {
    const { browser, sender, worker } = start({ repo: heldRepo() });
    const ask = (message) => worker.onMessage(message, browser.page);
    assert.deepEqual(await ask({ type: "settings" }), { port: null, ticks: true, badge: true, fileButtons: true });
    assert.deepEqual(await ask({ type: "set", port: 5000, ticks: false, badge: false, fileButtons: false }),
                     { port: 5000, ticks: false, badge: false, fileButtons: false });
    for (const port of [0, 70000, "80", 1.5, {}])
        assert.equal((await ask({ type: "set", port })).port, 5000);
    assert.equal((await ask({ type: "set", port: null })).port, null);
    await open(worker, sender);
    assert.equal(browser.badges.get(1), "");
    assert.deepEqual(await worker.onMessage({ type: "ticks", hrefs: [url] }, sender), {});
    assert.deepEqual(await worker.onMessage({ type: "paths", url, paths: ["a"] }, sender), {});
});

test("context menu and keyboard", async () => {
    const { browser, hugger, worker } = start();
    await worker.onInstalled();
    assert.deepEqual(browser.menus.map(({ id, contexts }) => [id, contexts]),
                     [["archive-link", ["link"]], ["archive-file", ["link"]], ["archive-page", ["page"]]]);
    const tab = { id: 9, url: "https://news.example/" };
    browser.tabs.set(9, tab);
    await worker.onMenuClicked({ menuItemId: "archive-link", linkUrl: "https://hf.co/datasets/acme/rain?x=1" }, tab);
    await worker.onMenuClicked({ menuItemId: "archive-file", linkUrl: `${url}/resolve/main/a.bin` }, tab);
    await worker.onMenuClicked({ menuItemId: "archive-page", pageUrl: `${url}/tree/v2`, linkUrl: "x" }, tab);
    await worker.onCommand("archive-page", { id: 1, url });
    assert.deepEqual(bodies(hugger), [
        { kind: "dataset", repo: "acme/rain" }, { kind: "model", repo: "acme/tiny", revision: "main", files: ["a.bin"] },
        { kind: "model", repo: "acme/tiny", revision: "v2" }, { kind: "model", repo: "acme/tiny" }]);
    await worker.onMenuClicked({ menuItemId: "archive-link", linkUrl: "https://huggingface.co/docs" }, tab);
    await worker.onCommand("archive-page", { id: 1 });
    await worker.onCommand("another", { id: 1, url });
    assert.equal(bodies(hugger).length, 4);
});

test("the picker and the gate open where they belong", async () => {
    const { browser, sender, worker } = start();
    await act(worker, sender, "files", { url: `${url}/tree/v2?x=1` });
    await act(worker, sender, "gate", { url: `${url}/tree/v2` });
    await act(worker, sender, "details");
    assert.deepEqual(browser.opened, [
        `${origin}/files/files.html?url=${encodeURIComponent(`${url}/tree/v2?x=1`)}`, url, `${origin}/popup/popup.html`]);
});

test("damage is repaired", async () => {
    const { hugger, sender, worker } = start({ repo: heldRepo({ archives: [archiveOf({ damaged: 1 })] }) });
    assert.equal((await open(worker, sender)).actions[0].id, "repair");
    await act(worker, sender, "repair");
    assert.equal(hugger.seen("POST", "archives/3/repair").length, 1);
});

test("before its first event hugger is not asked without a pause", async () => {
    const { browser, hugger, sender, worker } = start({ repo: repoOf({ job: jobOf() }) });
    hugger.now = 0;
    const began = browser.time;
    await open(worker, sender);
    await until(() => hugger.seen("GET", "events").length >= 10);
    assert.ok(browser.time - began >= 9 * 5000);
    browser.tabs.delete(1);
    await worker.onTabRemoved(1);
    await worker.idle();
});

test("the module registers everything before it waits for anything", async () => {
    Object.defineProperty(globalThis, "navigator", { value: { permissions: null }, configurable: true });
    for (const locale of locales) {
        const { browser, hugger } = start({ repo: heldRepo(), locale });
        const heard = new Map();
        const event = (name) => ({ addListener: (handler) => heard.set(name, handler) });
        Object.assign(browser.api.runtime, { onMessage: event("message"), onInstalled: event("installed"),
                                             onStartup: event("startup") });
        Object.assign(browser.api.tabs, { onUpdated: event("updated"), onRemoved: event("removed"),
                                          onActivated: event("activated") });
        browser.api.alarms.onAlarm = event("alarm");
        browser.api.commands.onCommand = event("command");
        browser.api.contextMenus.onClicked = event("menu");
        globalThis.chrome = browser.api;
        globalThis.fetch = browser.network.fetch;
        const loading = import(`../../extension/background.js?${locale}`);
        await loading;
        assert.deepEqual([...heard.keys()].sort(), ["activated", "alarm", "command", "installed", "menu", "message",
                                                    "removed", "startup", "updated"]);
        const answer = await new Promise((resolve) => {
            assert.equal(heard.get("message")({ type: "page", url, hints: {} }, browser.tab(1, url), resolve), true);
        });
        assert.equal(answer.state, "held");
        assert.equal(heard.get("message")({ type: "page", url }, { id: "other" }, () => assert.fail()), false);
        // A mistake of our own: said after a press, and no reason to take the control away.
        const { warn } = console;
        console.warn = () => {};
        browser.api.tabs.update = async () => { throw new TypeError("oops"); };
        browser.session.get = async () => { throw new TypeError("oops"); };
        const answered = (message) => new Promise((resolve) => { heard.get("message")(message, browser.tab(1, url), resolve); });
        assert.ok((await answered({ type: "act", action: "gate", url })).error.length > 5);
        assert.equal(await answered({ type: "page", url, hints: {} }), undefined);
        console.warn = warn;
        assert.ok(hugger.requests.length > 0);
        delete globalThis.chrome;
    }
});
