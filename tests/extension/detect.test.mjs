// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";

import { detectLink, detectPage, isHubUrl, isRepoId, isRevision, pageOf } from "../../extension/lib/detect.js";

const { urls } = JSON.parse(readFileSync(new URL("urls.json", import.meta.url)));

test("the table is long, and each address is in it once", () => {
    assert.ok(urls.length >= 60);
    assert.equal(new Set(urls.map(({ url }) => url)).size, urls.length);
});

for (const { url, is } of urls)
    test(`link ${url}`, () => assert.deepEqual(detectLink(url), is));

test("a page is a link that shows something", () => {
    for (const { url, is } of urls) {
        const isFile = ["resolve", "raw", "api"].includes(is?.view);
        assert.deepEqual(detectPage(url), isFile ? null : is, url);
    }
});

test("what is no text is no address", () => {
    for (const odd of [null, undefined, 7, {}, [], new URL("https://huggingface.co/acme/tiny")]) {
        assert.equal(detectLink(odd), null);
        assert.equal(isHubUrl(odd), false);
    }
    assert.equal(detectLink(`https://huggingface.co/acme/tiny?${"x".repeat(4096)}`), null);
});

test("the page of a repo stays on the host it was seen on", () => {
    const rain = { kind: "dataset", id: "acme/rain" };
    assert.equal(pageOf(rain), "https://huggingface.co/datasets/acme/rain");
    assert.equal(pageOf(rain, "https://huggingface.co:8443/x/y"), "https://huggingface.co:8443/datasets/acme/rain");
    assert.equal(pageOf({ kind: "model", id: "acme/tiny" }, "https://evil.example/x"),
                 "https://huggingface.co/acme/tiny");
});

test("ids and revisions", () => {
    for (const id of ["gpt2", "acme/tiny", "A_b/c.d-e", "_/x"])
        assert.ok(isRepoId(id), id);
    for (const id of ["", "a/b/c", "a/", "/b", "a b", "a/.b", "a/b-", "a/b--c", "a/b..c", "a/b.git", "ä/b"])
        assert.ok(!isRepoId(id), id);
    for (const name of ["main", "v1.0", "refs/pr/1", "feat/x", "ünï"])
        assert.ok(isRevision(name), name);
    for (const name of ["", "-x", "a..b", "a b", "a//b", ".a", "a.", "a.lock", "a@{b", "a^", "x\u0000"])
        assert.ok(!isRevision(name), name);
});
