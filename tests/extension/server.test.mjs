// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

import assert from "node:assert/strict";
import test from "node:test";

import { Kept } from "../../extension/lib/kept.js";
import { Server, Trouble } from "../../extension/lib/server.js";
import { Area, FakeHugger, Network, Squatter } from "./fake.mjs";

function make({ permitted = true, blocked = false, local = {} } = {}) {
    const network = new Network();
    const area = new Area(local);
    const it = { network, area, time: 1_000_000 };
    it.server = new Server({
        local: new Kept(area), fetch: network.fetch, now: () => it.time, permissions: async () => permitted,
        isBlocked: async () => blocked,
    });
    return it;
}

const tokensSent = (hugger) => hugger.requests.filter(({ headers }) => "Authorization" in headers);
const trouble = (state, code) => (error) => error instanceof Trouble && error.state === state && error.code === code;

test("nobody there", async () => {
    const { server, network } = make();
    assert.equal((await server.look()).state, "off");
    await assert.rejects(server.call("GET", "stores"), trouble("off", "not_running"));
    // Nowhere but on this computer, and there on hugger's own ports.
    assert.deepEqual([...new Set(network.urls.map((url) => new URL(url).host))].sort(),
                     [4847, 4848, 4849, 4850, 4851].map((port) => `127.0.0.1:${port}`));
});

test("nobody there, because the browser does not let us", async () => {
    assert.equal((await make({ permitted: false }).server.look()).state, "permission");
    assert.equal((await make({ blocked: true }).server.look()).state, "blocked");
});

test("hugger is there, but does not know us", async () => {
    const { server, network } = make();
    network.put(new FakeHugger());
    assert.deepEqual(await server.look(), { state: "unpaired", code: "not_paired", port: 4847, version: "0.1.0",
                                            hasWindow: true });
    await assert.rejects(server.call("GET", "stores"), trouble("unpaired", "not_paired"));
});

test("it proves itself, then gets the token", async () => {
    const { server, network, area } = make();
    const hugger = network.put(new FakeHugger());
    area.data.pairing = hugger.add();
    assert.equal((await server.look()).state, "ready");
    assert.equal(tokensSent(hugger).length, 0);
    await server.call("GET", "stores");
    assert.deepEqual(tokensSent(hugger).map(({ path }) => path), ["stores"]);
    assert.equal(tokensSent(hugger)[0].headers.Authorization, `Bearer ${area.data.pairing.token}`);
    const challenges = hugger.seen("GET", "ping").map(({ query }) => query.get("challenge"));
    assert.ok(challenges.every((text) => text.length >= 16 && text.length <= 128));
});

test("who cannot prove it gets no token", async () => {
    for (const proof of ["wrong", "none", "short", "text"]) {
        const { server, network, area } = make();
        const hugger = network.put(new FakeHugger());
        area.data.pairing = hugger.add();
        if (proof === "wrong") {
            hugger.liesAboutProof = true;
        } else {
            const handle = hugger.handle.bind(hugger);
            hugger.handle = async (request) => {
                const answer = await handle(request);
                if (request.path === "ping")
                    answer.json.proof = { none: null, short: "abcd", text: 7 }[proof];
                return answer;
            };
        }
        await assert.rejects(server.call("GET", "stores"), Trouble, proof);
        assert.equal(tokensSent(hugger).length, 0, proof);
        assert.ok(area.data.pairing, "the token stays for the real one");
    }
});

test("a squatter on hugger's port is passed by", async () => {
    const { server, network, area } = make();
    const squatter = network.put(new FakeHugger({ port: 4847 }));
    squatter.liesAboutProof = true;
    const hugger = network.put(new FakeHugger({ port: 4848 }));
    area.data.pairing = hugger.add();
    assert.equal((await server.look()).port, 4848);
    await server.call("GET", "stores");
    assert.equal(tokensSent(squatter).length, 0);
    assert.equal(area.data.port, 4848);
});

test("something else on the port: no JSON, no header, a web server", async () => {
    for (const answer of [() => new Response("<h1>hello</h1>"), () => new Response("[]"),
                          () => new Response('{"name":"hugger","api":1}'),
                          () => new Response('{"name":"other","api":1}', { headers: { "Hugger-Api": "1" } })]) {
        const server = new Server({ local: new Kept(new Area()), fetch: async () => answer(), now: () => 0,
                                    permissions: async () => true, isBlocked: async () => false });
        assert.equal((await server.look()).state, "off");
    }
});

test("the proof is asked for again after a while, and after hugger was away", async () => {
    const it = make();
    const hugger = it.network.put(new FakeHugger());
    it.area.data.pairing = hugger.add();
    await it.server.call("GET", "stores");
    await it.server.call("GET", "stores");
    assert.equal(hugger.seen("GET", "ping").length, 1);
    it.time += 99;
    await it.server.call("GET", "stores");
    assert.equal(hugger.seen("GET", "ping").length, 1);
    it.time += 2;
    await it.server.call("GET", "stores");
    assert.equal(hugger.seen("GET", "ping").length, 2);

    it.network.ports.clear();
    await assert.rejects(it.server.call("GET", "stores"), trouble("off", "not_running"));
    const squatter = it.network.put(new FakeHugger());
    squatter.liesAboutProof = true;
    await assert.rejects(it.server.call("GET", "stores"), trouble("off", "not_running"));
    assert.equal(tokensSent(squatter).length, 0);
});

/** hugger ends, and comes back elsewhere in the time that a proof lasts. */
const move = (it, hugger, port) => {
    it.network.ports.clear();
    hugger.port = port;
    it.network.put(hugger);
};

test("gone elsewhere while its proof lasts: found again, and nothing is asked for twice", async () => {
    const it = make();
    const hugger = it.network.put(new FakeHugger());
    it.area.data.pairing = hugger.add();
    await it.server.call("GET", "stores");
    move(it, hugger, 4849);
    await it.server.call("GET", "stores");
    assert.equal(it.area.data.port, 4849);
    assert.equal(hugger.seen("GET", "stores").length, 2);
    move(it, hugger, 4847);
    await assert.rejects(it.server.call("POST", "jobs", { body: {} }), trouble("off", "no_answer"));
    assert.equal(hugger.seen("POST", "jobs").length, 0);
    assert.equal((await it.server.look()).port, 4847, "the next one finds it");
});

test("a question that fails right after the proof is not asked again", async () => {
    const it = make();
    const hugger = it.network.put(new FakeHugger());
    it.area.data.pairing = hugger.add();
    const { handle } = hugger;
    let asked = 0;
    hugger.handle = function (request) {
        if (request.path !== "stores")
            return handle.call(this, request);
        asked += 1;
        throw new TypeError("Failed to fetch");
    };
    await assert.rejects(it.server.call("GET", "stores"), trouble("off", "no_answer"));
    assert.equal(asked, 1);
    await it.server.look();
    await assert.rejects(it.server.call("GET", "stores"), trouble("off", "no_answer"));
    assert.equal(asked, 3);
});

test("what hugger would not answer is nobody's answer, and its proof is worth nothing", async () => {
    const it = make();
    const hugger = it.network.put(new FakeHugger());
    it.area.data.pairing = hugger.add();
    const fits = ({ stores }) => Array.isArray(stores);
    await it.server.look();
    it.network.ports.clear();
    const squatter = it.network.put(new Squatter());
    await assert.rejects(it.server.call("GET", "stores", { fits }), trouble("off", "not_running"));
    const before = tokensSent(squatter).length;
    await assert.rejects(it.server.call("POST", "jobs", { body: {} }), trouble("off", "not_running"));
    assert.equal(tokensSent(squatter).length, before);
    // Beside it the real one: that is found.
    hugger.port = 4848;
    it.network.put(hugger);
    const { handle } = hugger;
    hugger.handle = async (request) => (request.path === "stores"
        ? { status: 200, json: { stores: [] } } : handle.call(hugger, request));
    assert.deepEqual(await it.server.call("GET", "stores", { fits }), { stores: [] });
    hugger.handle = async (request) => (request.path === "stores" ? { status: 200, json: [] } : handle.call(hugger, request));
    await assert.rejects(it.server.call("GET", "stores", { fits }), trouble("off", "not_hugger"));
});

test("a clock that is set back makes no proof last", async () => {
    const it = make();
    const hugger = it.network.put(new FakeHugger());
    it.area.data.pairing = hugger.add();
    await it.server.look();
    it.time -= 3_600_000;
    await it.server.look();
    assert.equal(hugger.seen("GET", "ping").length, 2);
});

test("many questions at once ask for one proof", async () => {
    const it = make();
    const hugger = it.network.put(new FakeHugger());
    it.area.data.pairing = hugger.add();
    await Promise.all(Array.from({ length: 20 }, () => it.server.call("GET", "stores")));
    assert.equal(hugger.seen("GET", "ping").length, 1);
});

test("another port: by itself among hugger's own, or as the user says", async () => {
    const it = make();
    const hugger = it.network.put(new FakeHugger({ port: 4850 }));
    it.area.data.pairing = hugger.add();
    assert.equal((await it.server.look()).port, 4850);
    it.network.ports.clear();
    hugger.port = 5999;
    it.network.put(hugger);
    it.server.doubt();
    assert.equal((await it.server.look()).state, "off");
    it.area.data.settings = { port: 5999 };
    it.server.doubt();
    assert.equal((await it.server.look()).port, 5999);
    await it.server.call("GET", "stores");
    // It was taken there, too.
    it.network.ports.clear();
    hugger.port = 6001;
    it.network.put(hugger);
    it.server.doubt();
    assert.equal((await it.server.look()).port, 6001);
    it.network.ports.clear();
    // What is no port is never asked.
    for (const port of ["80@evil.example", 0, -1, 70000, 1.5, "4847"]) {
        it.area.data.settings = { port };
        it.area.data.port = port;
        it.server.doubt();
        await it.server.look();
    }
    assert.ok(it.network.urls.every((url) => /^http:\/\/127\.0\.0\.1:(484[7-9]|485[01]|5999|600[0-3])\/hugger\/v1\//.test(url)));
});

test("hugger started again: another instance, the same pairing", async () => {
    const it = make();
    const hugger = it.network.put(new FakeHugger());
    it.area.data.pairing = hugger.add();
    const { instance } = await it.server.look();
    it.network.ports.clear();
    const next = it.network.put(new FakeHugger());
    next.clients = hugger.clients;
    it.server.doubt();
    const found = await it.server.look();
    assert.equal(found.state, "ready");
    assert.notEqual(found.instance, instance);
});

test("revoked midway: the token is forgotten, in words", async () => {
    const it = make();
    const hugger = it.network.put(new FakeHugger());
    it.area.data.pairing = hugger.add();
    await it.server.call("GET", "stores");
    hugger.clients.clear();
    await assert.rejects(it.server.call("GET", "stores"), trouble("unpaired", "revoked"));
    assert.equal(it.area.data.pairing, undefined);
    assert.equal((await it.server.look()).code, "revoked");
});

test("revoked while we were away: the token is not even sent", async () => {
    const it = make();
    const hugger = it.network.put(new FakeHugger());
    it.area.data.pairing = hugger.add();
    hugger.clients.clear();
    await assert.rejects(it.server.call("GET", "stores"), trouble("unpaired", "revoked"));
    assert.equal(tokensSent(hugger).length, 0);
});

test("disconnected by the user: nothing was lost", async () => {
    const it = make();
    const hugger = it.network.put(new FakeHugger());
    it.area.data.pairing = hugger.add();
    await it.server.forget(undefined, { byUser: true });
    assert.equal((await it.server.look()).code, "not_paired");
});

test("versions of the API", async () => {
    for (const [api, code] of [[2, "extension_old"], [0, "hugger_old"]]) {
        const it = make();
        const hugger = it.network.put(new FakeHugger());
        hugger.api = api;
        it.area.data.pairing = hugger.add();
        assert.deepEqual([(await it.server.look()).state, (await it.server.look()).code], ["old", code]);
        await assert.rejects(it.server.call("GET", "stores"), trouble("old", code));
        assert.equal(tokensSent(hugger).length, 0);
        await assert.rejects(it.server.anyone(), trouble("old", code));
    }
});

test("a refusal keeps its code, its sentence and when to come again", async () => {
    const it = make();
    const hugger = it.network.put(new FakeHugger());
    it.area.data.pairing = hugger.add();
    hugger.failing.set("POST jobs", { status: 422, code: "bad_revision", message: "No such thing." });
    await assert.rejects(it.server.call("POST", "jobs", { body: {} }), (error) =>
        error.state === "ready" && error.status === 422 && error.code === "bad_revision" && error.sentence === "No such thing.");
    assert.ok(it.area.data.pairing);
});

test("how a request looks", async () => {
    const seen = [];
    const hugger = new FakeHugger();
    const network = new Network();
    network.put(hugger);
    const area = new Area({ pairing: hugger.add() });
    const server = new Server({
        local: new Kept(area), now: () => 0, permissions: async () => true, isBlocked: async () => false,
        fetch: (url, options) => {
            seen.push({ url, ...options });
            return network.fetch(url, options);
        },
    });
    await server.call("POST", "jobs", { body: { kind: "model", repo: "acme/tiny" } });
    await server.call("GET", "repos", { query: [["id", "model:acme/tiny"], ["id", "dataset:a/b"]] });
    for (const { credentials, redirect, cache, referrerPolicy, headers, method } of seen) {
        assert.deepEqual([credentials, redirect, cache, referrerPolicy], ["omit", "error", "no-store", "no-referrer"]);
        assert.equal("Content-Type" in headers, method === "POST");
    }
    assert.ok(seen.at(-1).url.endsWith("/repos?id=model%3Aacme%2Ftiny&id=dataset%3Aa%2Fb"));
    assert.ok(seen.every(({ url }) => !url.includes(area.data.pairing.token)));
});

test("an answer that never comes is given up", async (t) => {
    t.mock.method(AbortSignal, "timeout", () => {
        const ending = new AbortController();
        setImmediate(() => ending.abort(new DOMException("", "TimeoutError")));
        return ending.signal;
    });
    const hung = (url, { signal }) => new Promise((_, reject) => {
        signal.addEventListener("abort", () => reject(signal.reason));
    });
    const server = new Server({ local: new Kept(new Area()), fetch: hung, now: () => 0, permissions: async () => true,
                                isBlocked: async () => false });
    assert.equal((await server.look()).state, "off");
});

test("who asked can give up", async () => {
    const it = make();
    const hugger = it.network.put(new FakeHugger());
    it.area.data.pairing = hugger.add();
    const ending = new AbortController();
    hugger.onWait = () => ending.abort();
    await assert.rejects(it.server.events(hugger.now, { wait: 20, signal: ending.signal }), { name: "AbortError" });
});
