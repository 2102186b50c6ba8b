// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

import assert from "node:assert/strict";
import test from "node:test";

import { Kept } from "../../extension/lib/kept.js";
import { maxKept, Outbox } from "../../extension/lib/outbox.js";
import { Trouble } from "../../extension/lib/server.js";
import { Area } from "./fake.mjs";

const tiny = { kind: "model", repo: "acme/tiny", revision: null };

function make(send = async () => {}) {
    const area = new Area();
    let time = 0;
    return { area, outbox: new Outbox({ local: new Kept(area), now: () => ++time, send, sentence: ({ message }) => message }),
             pass: (milliseconds) => { time += milliseconds; } };
}

test("the same wish is kept once, its newest time counts", async () => {
    const { outbox } = make();
    await outbox.keep(tiny);
    await outbox.keep({ ...tiny, revision: "v2" });
    await outbox.keep({ ...tiny, files: ["a"] });
    await outbox.keep({ ...tiny, files: ["b"] });
    await outbox.keep({ kind: "dataset", repo: "acme/tiny" });
    const before = await outbox.all();
    await outbox.keep({ ...tiny, revision: undefined });
    const after = await outbox.all();
    assert.equal(after.length, 5);
    assert.equal(after.at(-1).id, before[0].id);
    assert.ok(after.at(-1).at > before[0].at);
});

test("many at once lose nothing", async () => {
    const { outbox } = make();
    await Promise.all(Array.from({ length: 50 }, (_, n) => outbox.keep({ ...tiny, repo: `acme/r${n}` })));
    assert.equal((await outbox.all()).length, 50);
});

test("there is an end to it", async () => {
    const { outbox } = make();
    for (let n = 0; n < maxKept; ++n)
        assert.ok(await outbox.keep({ ...tiny, repo: `acme/r${n}` }));
    assert.equal(await outbox.keep(tiny), false);
    assert.equal(await outbox.keep({ ...tiny, repo: "acme/r5" }), true);
    assert.equal((await outbox.all()).length, maxKept);
});

test("long lists of files, too, come to an end", async () => {
    const { outbox } = make();
    const files = Array.from({ length: 10_000 }, (_, n) => `${"x".repeat(50)}${n}`);
    let kept = 0;
    while (await outbox.keep({ ...tiny, repo: `acme/r${kept}`, files }))
        kept += 1;
    assert.ok(kept > 4 && kept < 10, String(kept));
    assert.equal((await outbox.all()).length, kept);
});

test("sent in order, and then gone", async () => {
    const sent = [];
    const { outbox, area } = make(async ({ repo }) => { sent.push(repo); });
    await outbox.keep(tiny);
    await outbox.keep({ ...tiny, repo: "acme/two" });
    assert.deepEqual([await outbox.flush(), sent, area.data], [2, ["acme/tiny", "acme/two"], {}]);
});

test("what hugger cannot take now stays; what it never takes is kept with its reason", async () => {
    const answers = { "acme/bad": new Trouble("ready", "bad_repo_id", { status: 422, message: "No." }),
                      "acme/ill": new Trouble("ready", "failed", { status: 500, message: "The Hub fails." }),
                      "acme/later": new Trouble("ready", "starting", { status: 503, message: "It starts." }) };
    const sent = [];
    const { outbox } = make(async ({ repo }) => {
        sent.push(repo);
        if (answers[repo])
            throw answers[repo];
    });
    for (const repo of ["acme/bad", "acme/ill", "acme/good", "acme/later", "acme/never-reached"])
        await outbox.keep({ ...tiny, repo });
    assert.equal(await outbox.flush(), 4);
    assert.deepEqual(sent, ["acme/bad", "acme/ill", "acme/good", "acme/later"]);
    assert.deepEqual((await outbox.all()).map(({ repo, refused, said }) => [repo, refused, said]),
                     [["acme/bad", "No.", null], ["acme/ill", null, "The Hub fails."], ["acme/later", null, "It starts."],
                      ["acme/never-reached", null, null]]);
    assert.equal(await outbox.flush(), 0, "nothing new");
    delete answers["acme/ill"];
    assert.ok(await outbox.isWaiting());
    // A refused one is not sent again by itself, but when the user asks again.
    delete answers["acme/later"];
    await outbox.flush();
    assert.equal(sent.filter((repo) => repo === "acme/bad").length, 1);
    assert.equal(await outbox.isWaiting(), false);
    await outbox.keep({ ...tiny, repo: "acme/bad" });
    assert.ok(await outbox.isWaiting());
});

test("off, unpaired and too busy are no reasons to give up", async () => {
    for (const trouble of [new Trouble("off", "no_answer"), new Trouble("unpaired", "revoked"),
                           new Trouble("ready", "too_many", { status: 429 }), new Trouble("ready", "timeout"),
                           new Trouble("ready", "failed", { status: 500 })]) {
        const { outbox } = make(async () => { throw trouble; });
        await outbox.keep(tiny);
        await outbox.flush();
        assert.equal(await outbox.flush(), 0, "the same again is no news");
        assert.deepEqual((await outbox.all()).map(({ refused }) => refused), [null]);
    }
});

test("hugger's wish to be left alone is heeded, but for the user's own press", async () => {
    let sent = 0;
    const { outbox, pass } = make(async () => {
        sent += 1;
        throw new Trouble("ready", "too_many", { status: 429, retryAfter: 30 });
    });
    await outbox.keep(tiny);
    await outbox.flush();
    await outbox.flush();
    assert.equal(sent, 1);
    await outbox.flush({ now: true });
    assert.equal(sent, 2);
    pass(31_000);
    await outbox.flush();
    assert.equal(sent, 3);
});

test("the letters of an id make no other wish", async () => {
    const { outbox } = make();
    await outbox.keep(tiny);
    await outbox.keep({ ...tiny, repo: "Acme/Tiny" });
    assert.equal((await outbox.all()).length, 1);
    assert.ok(await outbox.ofPage({ kind: "model", id: "ACME/tiny", revision: null }));
    await outbox.forget({ repo: { kind: "model", id: "ACME/TINY" } });
    assert.deepEqual(await outbox.all(), []);
});

test("dropped while it is being sent", async () => {
    let go;
    const gate = new Promise((resolve) => { go = resolve; });
    const { outbox } = make(() => gate);
    await outbox.keep(tiny);
    const flushing = outbox.flush();
    await outbox.forget({ repo: { kind: "model", id: "acme/tiny" } });
    go();
    await flushing;
    assert.deepEqual(await outbox.all(), []);
});

test("two flushes are one", async () => {
    let sent = 0;
    const { outbox } = make(async () => { sent += 1; });
    await outbox.keep(tiny);
    await Promise.all([outbox.flush(), outbox.flush()]);
    assert.equal(sent, 1);
});

test("a mistake of our own loses nothing", async () => {
    const { outbox } = make(async () => { throw new TypeError("oops"); });
    await outbox.keep(tiny);
    await assert.rejects(outbox.flush(), TypeError);
    assert.equal((await outbox.all()).length, 1);
});
