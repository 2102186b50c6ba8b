// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

import assert from "node:assert/strict";
import test from "node:test";

import { pairingCode } from "../../extension/lib/pairing.js";
import { FakeBrowser, FakeHugger, until } from "./fake.mjs";

const url = "https://huggingface.co/acme/tiny";

function start() {
    const browser = new FakeBrowser();
    const hugger = browser.network.put(new FakeHugger());
    const sender = browser.tab(1, url);
    return { browser, hugger, sender, worker: browser.worker() };
}

const act = (worker, sender, action) => worker.onMessage({ type: "act", action, url }, sender);
const open = (worker, sender) => worker.onMessage({ type: "page", url, hints: {} }, sender);

test("the code is what the contract says", async () => {
    // Reckoned with Python's hmac.
    const code = await pairingCode(new Uint8Array(32).fill(1), new Uint8Array(32).fill(2), "chrome-extension://abc",
                                   4847);
    assert.equal(code, "887738");
    assert.equal(await pairingCode(new Uint8Array(32).fill(3), new Uint8Array(32).fill(4), "", 4848), "553511");
});

test("connect, compare, allow", async () => {
    const { browser, hugger, sender, worker } = start();
    assert.equal((await open(worker, sender)).state, "unpaired");
    const view = await act(worker, sender, "connect");
    assert.equal(view.state, "pairing");
    assert.ok(view.label.replace(/\D/g, "").includes(hugger.pairing.code));
    assert.equal(hugger.pairing.name, "Firefox on Linux");
    const overview = await worker.onMessage({ type: "overview" }, browser.page);
    assert.deepEqual([overview.server.state, overview.server.code], ["pairing", hugger.pairing.code]);

    hugger.answer(true);
    await until(() => browser.viewsOf(1).at(-1)?.state === "none", "the page follows");
    assert.equal(browser.local.data.pairing.client, "client-new");
    assert.equal(browser.session.data.pairing, undefined);
    assert.deepEqual(browser.logged, []);
});

test("the token is nowhere but in storage.local and in the header", async () => {
    const { browser, hugger, sender, worker } = start();
    await open(worker, sender);
    hugger.onAsk = "allow";
    await act(worker, sender, "connect");
    await until(() => browser.local.data.pairing);
    await until(() => browser.viewsOf(1).at(-1)?.state === "none");
    const { token } = browser.local.data.pairing;
    const everything = JSON.stringify([browser.session.data, browser.told, browser.network.urls,
                                       await worker.onMessage({ type: "overview" }, browser.page),
                                       await worker.onMessage({ type: "settings" }, browser.page),
                                       await open(worker, sender)]);
    assert.ok(!everything.includes(token) && !everything.includes("hugger_"));
    await worker.onWake();
    assert.deepEqual(browser.local.levels, ["TRUSTED_CONTEXTS"]);
});

test("the nonce is committed to before the server's is known", async () => {
    const { hugger, sender, worker } = start();
    await act(worker, sender, "connect");
    const [asked] = hugger.seen("POST", "pair");
    assert.deepEqual(Object.keys(asked.body).sort(), ["commitment", "name"]);
    assert.match(asked.body.commitment, /^[0-9a-f]{64}$/);
    assert.match(hugger.seen("POST", "pair/p1")[0].body.nonce, /^[0-9a-f]{64}$/);
});

test("denied", async () => {
    const { browser, hugger, sender, worker } = start();
    await open(worker, sender);
    await act(worker, sender, "connect");
    hugger.answer(false);
    await until(() => browser.viewsOf(1).at(-1)?.label === "Denied in hugger");
    assert.equal(browser.local.data.pairing, undefined);
    const { server } = await worker.onMessage({ type: "overview" }, browser.page);
    assert.equal(server.state, "refused");
    assert.match(server.text, /You denied it/);
});

test("a code that differs: somebody is in between", async () => {
    const { browser, hugger, sender, worker } = start();
    hugger.liesAboutCode = true;
    hugger.onAsk = "allow";
    const answer = await act(worker, sender, "connect");
    assert.match(answer.error, /codes .* differ/);
    await worker.idle();
    assert.equal(browser.local.data.pairing, undefined);
    assert.equal(hugger.pairing, null, "withdrawn");
    assert.equal((await open(worker, sender)).label, "Not safe to connect");
});

test("refused, busy, too many: said in words", async () => {
    for (const [status, code, words] of [[403, "pairing_refused", /not long ago/], [429, "pairing_busy", /another program/],
                                         [429, "too_many", /Wait a minute/], [409, "too_many_clients", /refused: too_many_clients/]]) {
        const { hugger, sender, worker } = start();
        hugger.refusesPairing = { status, code };
        assert.match((await act(worker, sender, "connect")).error, words);
    }
});

test("nobody to connect to", async () => {
    const { browser, sender, worker } = start();
    browser.network.ports.clear();
    assert.match((await act(worker, sender, "connect")).error, /not running/);
});

test("nobody answers for a minute", async () => {
    const { browser, hugger, sender, worker } = start();
    await open(worker, sender);
    await act(worker, sender, "connect");
    browser.time += 61_000;
    hugger.pairing.state = "expired";
    for (const wake of hugger.waiting)
        wake();
    await until(() => browser.viewsOf(1).at(-1)?.label === "No answer in hugger");
});

test("somebody who answers at once is not asked without end", async () => {
    const { browser, hugger, sender, worker } = start();
    await open(worker, sender);
    hugger.holdsNothing = true;
    const before = browser.network.urls.length;
    await act(worker, sender, "connect");
    await until(() => browser.viewsOf(1).at(-1)?.label === "No answer in hugger");
    const asked = browser.network.urls.slice(before).filter((asked) => asked.includes("/pair/p1"));
    assert.ok(asked.length > 10 && asked.length < 70, `${asked.length} questions in a minute`);
});

test("thought better of it", async () => {
    const { browser, hugger, sender, worker } = start();
    await open(worker, sender);
    await act(worker, sender, "connect");
    await until(() => hugger.waiting.size > 0, "the poll");
    assert.equal((await act(worker, sender, "cancelPairing")).state, "unpaired");
    assert.equal(hugger.pairing, null);
    assert.equal(browser.session.data.pairing, undefined);
    // The poll ends with the pairing, and has nothing to say any more.
    await worker.idle();
    assert.equal((await open(worker, sender)).label, "Connect to hugger");
    assert.equal(browser.session.data.pairingEnd, undefined);
});

test("thought better of it, and asked again at once", async () => {
    const { browser, hugger, sender, worker } = start();
    await act(worker, sender, "connect");
    await until(() => hugger.waiting.size > 0, "the poll");
    await act(worker, sender, "cancelPairing");
    await act(worker, sender, "connect");
    await until(() => hugger.waiting.size > 0, "another poll");
    hugger.answer(true);
    await until(() => browser.local.data.pairing, "the token");
    await worker.idle();
    assert.equal(browser.session.data.pairingEnd, undefined);
});

test("twice at once is once", async () => {
    const { hugger, sender, worker } = start();
    await Promise.all([act(worker, sender, "connect"), act(worker, sender, "connect")]);
    await act(worker, sender, "connect");
    assert.equal(hugger.seen("POST", "pair").length, 1);
});

test("the worker is put to sleep while the user looks at the code", async () => {
    const { browser, hugger, sender, worker } = start();
    await open(worker, sender);
    const { label } = await act(worker, sender, "connect");
    // Nothing of the first worker goes on: its long poll is dropped, as the browser does.
    hugger.waiting.clear();
    const second = browser.worker();
    assert.equal((await open(second, sender)).label, label);
    assert.ok(browser.alarms.has("beat"), "something wakes it");
    const waking = second.onAlarm({ name: "beat" });
    await until(() => hugger.waiting.size > 0, "it waits again");
    hugger.answer(true);
    await waking;
    await until(() => browser.viewsOf(1).at(-1)?.state === "none");
    assert.ok(browser.local.data.pairing);
});

test("hugger ends while the user looks at the code", async () => {
    const { browser, hugger, sender, worker } = start();
    await open(worker, sender);
    await act(worker, sender, "connect");
    browser.network.ports.clear();
    for (const wake of hugger.waiting)
        wake();
    await until(() => browser.viewsOf(1).at(-1)?.state === "off");
    assert.equal(browser.session.data.pairing, undefined);
});

test("a token that is none is not kept", async () => {
    const { browser, hugger, sender, worker } = start();
    await open(worker, sender);
    hugger.add = () => ({ client: "c", token: "hugger_\r\nX-Evil: 1" });
    hugger.onAsk = "allow";
    await act(worker, sender, "connect");
    await until(() => browser.session.data.pairing === undefined);
    assert.equal(browser.local.data.pairing, undefined);
});
