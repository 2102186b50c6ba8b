// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

import assert from "node:assert/strict";
import test from "node:test";

import { makeChoice, matcher } from "../../extension/files/choice.js";

const GB = 1e9;
const listing = () => ({
    files: [
        { path: "README.md", size: 10, held: true }, { path: "a/model-Q4.gguf", size: 4 * GB, held: false },
        { path: "b/model-Q4.gguf", size: 4 * GB, held: false }, { path: "b/model-Q8.gguf", size: 8 * GB, held: false },
    ],
    // The two Q4 have the same content.
    fetchBytes: 12 * GB, freeBytes: 10 * GB, freeAfter: -2 * GB,
});

for (const [filter, path, fits] of [
    ["", "a/b.txt", true], ["B.TXT", "a/b.txt", true], ["a/b", "a/b.txt", true], ["*.txt", "a/b.txt", true], ["*.txt", "a/b.txt.gz", false],
    ["a/*.txt", "a/b.txt", true], ["b*", "a/b.txt", true], ["b?txt", "a/b.txt", true], ["b.txt", "a/bxtxt", false], ["*.(gguf", "x.(gguf", true],
    ["q4 gguf", "model-Q4.gguf", true], ["q4 q8", "model-Q4.gguf", false], ["*.gguf, a", "a/x.gguf", true], ["[ab]*", "[ab]c", true],
]) {
    test(`the filter "${filter}" ${fits ? "fits" : "does not fit"} ${path}`, () => assert.equal(matcher(filter)(path), fits));
}

test("held files are ticked, stay so, and are not asked for", () => {
    const choice = makeChoice(listing());
    const [readme] = choice.shown;
    assert.ok(choice.has(readme));
    choice.toggle(readme);
    choice.put(0, 3, false);
    assert.ok(choice.has(readme));
    assert.deepEqual(choice.paths(), []);
    assert.equal(choice.sum().files, 0);
});

test("what is ticked stays so while a filter hides it", () => {
    const choice = makeChoice(listing());
    choice.toggle(choice.shown[1]);
    choice.filter("Q8");
    assert.deepEqual(choice.shown.map((file) => file.path), ["b/model-Q8.gguf"]);
    choice.put(0, 0, true);
    choice.filter("");
    assert.deepEqual(choice.paths(), ["a/model-Q4.gguf", "b/model-Q8.gguf"]);
    assert.deepEqual(choice.sum(), { files: 2, bytes: 12 * GB, after: -2 * GB, lacks: 2 * GB });
});

test("a range is taken in both directions", () => {
    const choice = makeChoice(listing());
    choice.put(3, 1, true);
    assert.equal(choice.sum().files, 3);
    assert.ok(choice.isEverything());
    choice.put(1, 2, false);
    assert.deepEqual(choice.paths(), ["b/model-Q8.gguf"]);
});

test("the same content counts once where everything is taken", () => {
    const choice = makeChoice(listing());
    choice.put(0, 3, true);
    assert.equal(choice.sum().bytes, 12 * GB);
});

test("without a known free space nothing is said of it", () => {
    const choice = makeChoice({ files: [{ path: "a", size: 5, held: false }], fetchBytes: 5, freeAfter: null });
    choice.put(0, 0, true);
    assert.deepEqual(choice.sum(), { files: 1, bytes: 5, after: null, lacks: 0 });
});
