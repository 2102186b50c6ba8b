// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

import assert from "node:assert/strict";
import test from "node:test";

import { portions } from "../../extension/lib/actions.js";
import { act, bodies, key, open, quit, start, url } from "./backgroundfixture.mjs";
import { archiveOf, heldRepo, jobOf, locales, origin, repoOf, until } from "./fake.mjs";

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
