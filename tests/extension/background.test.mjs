// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

import assert from "node:assert/strict";
import test from "node:test";

import { act, bodies, key, open, quit, start, url } from "./backgroundfixture.mjs";
import { heldRepo, jobOf, origin, repoOf, until } from "./fake.mjs";

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
