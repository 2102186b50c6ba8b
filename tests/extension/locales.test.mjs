// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import test from "node:test";

import { locales, messagesOf, wordsOf } from "./fake.mjs";

const extension = new URL("../../extension/", import.meta.url);
const places = (text) => [...text.matchAll(/\$[1-9]/g)].map(([place]) => place).sort();

test("every language says everything, with the same values in it", () => {
    const english = messagesOf("en");
    assert.deepEqual(readdirSync(new URL("_locales", extension)).sort(), [...locales].sort());
    for (const locale of locales) {
        const messages = messagesOf(locale);
        assert.deepEqual(Object.keys(messages), Object.keys(english), locale);
        for (const [key, { message }] of Object.entries(messages)) {
            assert.ok(message.trim() !== "", `${locale} ${key}`);
            assert.deepEqual(places(message), places(english[key].message), `${locale} ${key}`);
        }
    }
});

test("the messages are in order, so that edits merge", () => {
    for (const locale of locales) {
        const keys = Object.keys(messagesOf(locale));
        assert.deepEqual(keys, keys.toSorted((a, b) => (a < b ? -1 : 1)));
    }
});

test("what the manifest and the code name is there", () => {
    const english = messagesOf("en");
    const manifest = readFileSync(new URL("manifest.json", extension), "utf8");
    for (const [, key] of manifest.matchAll(/__MSG_(\w+)__/g))
        assert.ok(key in english, key);
    const lib = new URL("lib/", extension);
    for (const name of readdirSync(lib)) {
        const code = readFileSync(new URL(name, lib), "utf8");
        for (const [, key] of code.matchAll(/\bt\("([a-zA-Z_]+)"/g))
            assert.ok(key in english, `${name}: ${key}`);
        for (const [, key] of code.matchAll(/\bcount\("([a-zA-Z_]+)"/g))
            assert.ok(`${key}_one` in english && `${key}_other` in english, `${name}: ${key}`);
    }
});

test("sizes, times and numbers in the words' own language", () => {
    const en = wordsOf("en");
    const de = wordsOf("de");
    const zh = wordsOf("zh_CN");
    assert.equal(en.bytes(0), "0\u00a0bytes");
    assert.equal(en.bytes(999), "999\u00a0bytes");
    assert.equal(en.bytes(1000), "1\u00a0kB");
    assert.equal(en.bytes(1_234_567_890), "1.2\u00a0GB");
    assert.equal(en.bytes(999_950_000), "1\u00a0GB");
    assert.equal(en.bytes(96_000_000_000), "96\u00a0GB");
    assert.equal(en.bytes(2.5e15), "2.5\u00a0PB");
    assert.equal(de.bytes(1_234_567_890), "1,2\u00a0GB");
    assert.equal(en.timeLeft(5), "less than a minute left");
    assert.equal(en.timeLeft(890), "15 min left");
    assert.equal(en.timeLeft(3600), "1 h 0 min left");
    assert.equal(en.timeLeft(5400), "1 h 30 min left");
    assert.equal(en.timeLeft(86_400), "1 day left");
    assert.equal(en.timeLeft(200_000), "2 days left");
    assert.equal(de.timeLeft(200_000), "noch 2 Tage");
    assert.equal(en.count("n_files", 1), "1 file");
    assert.equal(en.count("n_files", 10_000), "10,000 files");
    assert.equal(de.count("n_files", 10_000), "10.000 Dateien");
    assert.equal(zh.count("n_files", 1), "1 个文件");
    assert.equal(en.percent(42), "42\u00a0%");
    assert.equal(en.code("418207"), "418\u00a0207");
    assert.equal(en.date("no date"), "");
    assert.throws(() => en.t("no_such_key"), /no message/);
});
