// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";

const extension = new URL("../../extension/", import.meta.url);
const read = (name) => readFileSync(new URL(name, extension), "utf8");
const tokensOf = (css) => Object.fromEntries(
    [...css.matchAll(/--([\w-]+): light-dark\((#\w{6}), (#\w{6})\);/g)].map(([, name, light, dark]) => [name, { light, dark }]));

function luminance(hex) {
    const [red, green, blue] = [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16) / 255)
        .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one, other) {
    const [high, low] = [luminance(one), luminance(other)].sort((a, b) => b - a);
    return (high + 0.05) / (low + 0.05);
}

test("what stands in pages and the extension's own pages have one palette", () => {
    const tokens = tokensOf(read("ui/theme.css"));
    assert.ok(Object.keys(tokens).length >= 17);
    assert.deepEqual(tokensOf(read("content/style.js")), tokens);
});

test("every text can be read on every ground it stands on", () => {
    const tokens = tokensOf(read("ui/theme.css"));
    const grounds = {
        text: ["ground", "raised", "hover", "fill", "panel"], muted: ["ground", "raised", "hover"], good: ["ground", "raised", "hover"],
        warn: ["ground", "raised", "hover", "fill"], bad: ["ground", "raised", "hover"], "on-accent": ["accent", "accent-hover", "danger"],
    };
    for (const theme of ["light", "dark"]) {
        for (const [text, places] of Object.entries(grounds)) {
            for (const place of places) {
                const found = contrast(tokens[text][theme], tokens[place][theme]);
                assert.ok(found >= 4.5, `${theme}: ${text} on ${place} is ${found.toFixed(2)}`);
            }
        }
        for (const place of ["ground", "raised", "hover", "panel"]) {
            assert.ok(contrast(tokens.focus[theme], tokens[place][theme]) >= 3, `${theme}: focus on ${place}`);
        }
    }
});

test("pages and content scripts name only words that exist, and use all of theirs", () => {
    const english = JSON.parse(read("_locales/en/messages.json"));
    const named = new Set();
    for (const file of ["content/popover.js", "content/ask.js", "content/control.js", "content/filetree.js", "content/page.js", "popup/popup.html", "popup/popup.js",
        "options/options.html", "options/options.js", "files/files.html", "files/files.js"]) {
        for (const [key] of read(file).matchAll(/\b(?:content|popup|options|files)_[a-z_]+\b/g)) {
            if (key !== "popup_state_") named.add(key);
        }
    }
    for (const state of ["off", "unpaired", "pairing", "refused", "permission", "blocked", "old", "ready"]) named.add(`popup_state_${state}`);
    for (const key of named) assert.ok(key in english, key);
    const ours = Object.keys(english).filter((key) => /^(content|popup|options|files)_/.test(key));
    assert.deepEqual(ours.filter((key) => !named.has(key)), []);
});
