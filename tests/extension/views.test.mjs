// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

import assert from "node:assert/strict";
import test from "node:test";

import { badgeOf, jobItem, serverText, viewOf } from "../../extension/lib/views.js";
import { archiveOf, heldRepo, jobOf, locales, repoOf, wordsOf } from "./fake.mjs";

const page = { kind: "model", id: "acme/tiny", revision: null, path: null, view: "repo" };
const ready = { state: "ready", hasWindow: true, version: "0.1.0" };
const off = { state: "off", code: "not_running" };
const unpaired = { state: "unpaired", code: "not_paired" };
const kept = { id: "k1", kind: "model", repo: "acme/tiny", revision: null, files: null, at: 0, refused: null };
const failed = (code, message = "It did not work.") => repoOf({ job: jobOf({ state: "failed", error: { code, message } }) });
const waiting = (wait, text) => repoOf({ job: jobOf({ waiting_for: wait, wait_text: text ?? null }) });

// name: [what is known, what is to be seen]
const cases = {
    "off": [{ server: off }, { state: "off", label: "hugger is not running", main: null, shown: ["start", "archive"] }],
    "off on a file's page": [{ server: off, page: { ...page, view: "blob", path: "a" } },
                             { state: "off", shown: ["start", "archive"], menu: ["file"] }],
    "off and gone": [{ server: off, hints: { status: 404 } }, null],
    "off, kept": [{ server: off, kept }, { state: "saved", label: "Saved: sent when hugger runs", sign: "clock",
                                           shown: ["start"], menu: ["forget"] }],
    "off and gone, kept": [{ server: off, kept, hints: { missing: true } }, { state: "saved" }],
    "off, kept and refused before": [{ server: off, kept: { ...kept, refused: "no" } }, { state: "off" }],
    "unpaired": [{ server: unpaired }, { state: "unpaired", tone: "primary", label: "Connect to hugger", main: "connect",
                                         sign: "link" }],
    "unpaired, kept": [{ server: unpaired, kept }, { state: "saved", label: "Saved: sent once connected",
                                                     shown: ["connect"], menu: ["forget"] }],
    "revoked": [{ server: { state: "unpaired", code: "revoked" } },
                { state: "unpaired", main: "connect", title: /does not know this browser any more/ }],
    "denied": [{ server: unpaired, end: "denied" }, { state: "unpaired", tone: "warn", label: "Denied in hugger",
                                                      shown: ["connect"], title: /You denied it/ }],
    "denied before": [{ server: unpaired, end: "pairing_refused" }, { label: "Denied in hugger" }],
    "no answer to pairing": [{ server: unpaired, end: "expired" }, { label: "No answer in hugger", tone: "warn" }],
    "codes differ": [{ server: unpaired, end: "wrong_code" }, { label: "Not safe to connect", tone: "bad" }],
    "pairing": [{ server: { state: "pairing", code: "418207" } },
                { state: "pairing", label: "Code 418\u00a0207: allow it in hugger", menu: ["cancelPairing"] }],
    "pairing, kept": [{ server: { state: "pairing", code: "418207" }, kept }, { state: "pairing" }],
    "pairing begins": [{ server: { state: "pairing" } }, { state: "pairing", busy: true }],
    "no permission": [{ server: { state: "permission", code: "no_permission" } },
                      { state: "off", tone: "warn", shown: ["permission"] }],
    "blocked": [{ server: { state: "blocked", code: "blocked" } }, { state: "off", label: "The browser blocks hugger",
                                                                     shown: ["details"] }],
    "hugger old": [{ server: { state: "old", code: "hugger_old" } }, { label: "Update hugger", shown: ["details"] }],
    "extension old": [{ server: { state: "old", code: "extension_old" } }, { label: "Update this extension" }],
    "no answer": [{ repo: null }, { state: "failed", label: "hugger gives no answer", shown: [] }],
    "none": [{ repo: repoOf() }, { state: "none", tone: "primary", label: "Archive", main: "archive", sign: "archive",
                                   shown: ["files"] }],
    "none, a file's page": [{ repo: repoOf(), page: { ...page, view: "blob", path: "a" } },
                            { state: "none", menu: ["file"] }],
    "none, gone": [{ repo: repoOf(), hints: { status: 404 } }, null],
    "none, gated": [{ repo: repoOf(), hints: { gate: true } }, { state: "token", tone: "warn", main: null, panel: null,
                                                                 label: "Gated: accept the terms first" }],
    "another revision held": [
        { repo: heldRepo({ asked: { revision: "v2", archive: null, held: "no" } }), page: { ...page, revision: "v2" } },
        { state: "none", main: "archive", title: /You hold main at 8f3c21e.*revision v2/, menu: ["open"] }],
    "held under the name it had": [{ repo: repoOf({ held_as: "acme/old" }) },
                                   { state: "held", label: "Held as acme/old", title: /as acme\/old: .* as acme\/tiny, revision main/,
                                     main: null, menu: ["archive", "files"] }],
    "held under the name it had, gated": [{ repo: repoOf({ held_as: "acme/old" }), hints: { gate: true } },
                                          { state: "held", label: "Held as acme/old" }],
    "sending": [{ repo: repoOf(), kept }, { state: "saved", busy: true, menu: ["forget"] }],
    "kept, refused": [{ repo: repoOf(), kept: { ...kept, refused: "No such store." } },
                      { state: "failed", title: "No such store.", shown: ["forget"], menu: ["resend"] }],
    "kept, not taken yet": [{ repo: repoOf(), kept: { ...kept, said: "The Hub fails." } },
                            { state: "saved", busy: false, label: "Not taken yet", title: "The Hub fails.", menu: ["forget", "resend"] }],
    "queued": [{ repo: repoOf({ job: jobOf({ state: "queued" }) }) }, { state: "queued", label: "Queued", sign: "clock",
                                                                        shown: ["pause"] }],
    "planning": [{ repo: repoOf({ job: jobOf({ state: "planning" }) }) }, { state: "queued", busy: true }],
    "fetching": [{ repo: repoOf({ job: jobOf() }) },
                 { state: "fetching", percent: 42, label: "42\u00a0% · 15 min left", title: "42\u00a0MB of 100\u00a0MB, 1\u00a0MB per second",
                   shown: ["pause"], menu: ["cancel", "open"] }],
    "fetching, time unknown": [{ repo: repoOf({ job: jobOf({ eta: null, rate: null }) }) }, { label: "42\u00a0%" }],
    "fetching, size unknown": [{ repo: repoOf({ job: jobOf({ bytes_total: 0 }) }) }, { percent: null, label: "Fetching…" }],
    "almost": [{ repo: repoOf({ job: jobOf({ bytes_done: 99_999_999 }) }) }, { percent: 99 }],
    "finishing": [{ repo: repoOf({ job: jobOf({ state: "finishing" }) }) }, { state: "fetching", label: "Checking…" }],
    "fetching another revision": [
        { repo: heldRepo({ job: jobOf({ revision: "refs/pr/1" }) }) }, { state: "held" }],
    "fetching this commit": [
        { repo: repoOf({ job: jobOf({ revision: "main", commit: "a".repeat(40) }) }),
          page: { ...page, revision: "a".repeat(40) } }, { state: "fetching" }],
    "verifying": [{ repo: heldRepo({ job: jobOf({ type: "verify", commit: archiveOf().commit }) }) },
                  { state: "fetching", percent: 42, label: /^Verifying: 42/, shown: ["pause"] }],
    "verifying what may be the last copy": [
        { repo: heldRepo({ upstream: "gone", job: jobOf({ type: "verify", commit: archiveOf().commit }) }, { last_copy: "gone" }) },
        { state: "gone", tone: "warn", label: "Held, gone upstream", menu: ["open", "remove:last"] }],
    "verifying something renamed": [
        { repo: heldRepo({ upstream: "renamed", job: jobOf({ type: "verify", commit: archiveOf().commit }) }) }, { state: "fetching" }],
    "fetching the new license": [
        { repo: heldRepo({ upstream: "license_changed", job: jobOf() }, { last_copy: "license" }) }, { state: "fetching", percent: 42 }],
    "verifying another copy": [{ repo: heldRepo({ job: jobOf({ type: "verify", commit: "b".repeat(40) }) }) }, { state: "held" }],
    "verifying failed": [{ repo: heldRepo({ job: jobOf({ type: "verify", state: "failed", commit: archiveOf().commit }) }) },
                         { state: "held" }],
    "held, an update failed": [
        { repo: heldRepo({ upstream: "newer", job: jobOf({ state: "failed", error: { code: "disk_full", message: "No room." } }) }) },
        { state: "newer", title: /You hold main.*failed: No room\./, shown: ["update"], menu: ["retry", "files", "open", "remove"] }],
    "held, an update failed, nothing newer known": [
        { repo: heldRepo({ job: jobOf({ state: "failed", error: { code: "disk_full", message: "No room." } }) }) },
        { state: "held", title: /failed: No room\./, menu: ["retry", "open", "files", "remove"] }],
    "gone, an update failed": [
        { repo: heldRepo({ upstream: "gone", job: jobOf({ state: "failed", error: { code: "repo_not_found", message: "x" } }) }) },
        { state: "gone", menu: ["open", "remove:last"] }],
    "partial, an update failed": [
        { repo: heldRepo({ held: "partial", asked: { revision: "main", archive: 3, held: "partial" },
                           job: jobOf({ state: "failed", error: { code: "disk_full", message: "x" } }) }) }, { state: "failed" }],
    "a commit is never updated": [
        { repo: heldRepo({ upstream: "newer", update: { commit: "b", files: 3, bytes: 1 } }),
          page: { ...page, view: "tree", revision: archiveOf().commit } }, { state: "held", title: /newer version/, menu: ["open", "files", "remove"] }],
    "another branch, something newer on main": [
        { repo: heldRepo({ upstream: "newer" }), page: { ...page, view: "tree", revision: "v2" } }, { state: "held" }],
    "another branch, newer itself": [
        { repo: heldRepo({ upstream: "newer", update: { commit: "b", files: 3, bytes: 1 } }),
          page: { ...page, view: "tree", revision: "v2" } }, { state: "newer", shown: ["update"] }],
    "one file of a held repo is not there": [
        { repo: heldRepo(), page: { ...page, view: "blob", revision: "main", path: "a" }, hints: { status: 404 } },
        { state: "held", panel: /gone/ }],
    "a branch of a held repo is not there": [
        { repo: heldRepo({ asked: { revision: "v9", archive: null, held: "no" } }),
          page: { ...page, view: "tree", revision: "v9" }, hints: { status: 404 } }, { state: "none", panel: /gone/ }],
    "a tab of a held repo is closed to us": [
        { repo: heldRepo(), page: { ...page, view: "settings" }, hints: { missing: true } }, { state: "held" }],
    "a file's page that names no file": [{ repo: repoOf(), page: { ...page, view: "blob", revision: "main" } }, { menu: [] }],
    "paused": [{ repo: waiting("paused") }, { state: "paused", label: "Paused at 42\u00a0%", percent: 42, sign: "pause",
                                              shown: ["resume"] }],
    "paused at once": [{ repo: repoOf({ job: jobOf({ waiting_for: "paused", bytes_total: 0 }) }) }, { label: "Paused" }],
    "waits for the network": [{ repo: waiting("network", "No route.") }, { state: "waiting", tone: "warn", title: "No route.",
                                                                           label: "Waiting for the network" }],
    "waits for a drive": [{ repo: waiting("unplugged_store") }, { label: "The drive is not there" }],
    "waits for space": [{ repo: waiting("space") }, { label: "Not enough space" }],
    "waits for the Hub": [{ repo: waiting("rate_limit") }, { label: "The Hub asks to wait" }],
    "waits for night": [{ repo: waiting("schedule") }, { label: "Waits for its time" }],
    "waits for something new": [{ repo: waiting("moon") }, { state: "waiting", label: "Waiting" }],
    "waits for a token": [{ repo: waiting("token") }, { state: "token", label: "Needs a token", shown: ["token"] }],
    "token missing": [{ repo: failed("token_missing") }, { state: "token", shown: ["token"], menu: ["retry"] }],
    "token missing, no window": [{ repo: failed("token_missing"), server: { ...ready, hasWindow: false } },
                                 { state: "token", shown: ["retry"] }],
    "gated": [{ repo: failed("gated", "Accept the terms.") }, { state: "token", tone: "warn", shown: ["gate"],
                                                                title: "Accept the terms." }],
    "disk full": [{ repo: failed("disk_full") }, { state: "failed", tone: "bad", sign: "cross", label: "Disk full",
                                                   title: "It did not work.", shown: ["retry"] }],
    "failed, reason unknown": [{ repo: failed("new_reason") }, { state: "failed", label: "Failed" }],
    "failed, no error": [{ repo: repoOf({ job: jobOf({ state: "failed" }) }) }, { state: "failed", title: /That did not work/ }],
    "done": [{ repo: heldRepo({ job: jobOf({ state: "done" }) }) }, { state: "held" }],
    "held": [{ repo: heldRepo() }, { state: "held", tone: "good", sign: "check", label: "Held", main: null,
                                     title: "You hold main at 8f3c21e, 24 files, 96\u00a0GB, verified Nov 2, 2026.",
                                     shown: [], menu: ["open", "files", "remove"] }],
    "held, no window": [{ repo: heldRepo(), server: { ...ready, hasWindow: false } }, { menu: ["files", "remove"] }],
    "held, not proved": [{ repo: heldRepo({}, { verified: false, verified_at: null }) },
                         { title: "You hold main at 8f3c21e, 24 files, 96\u00a0GB." }],
    "held, license changed": [
        { repo: heldRepo({ upstream: "license_changed", update: { commit: "b", files: 3, bytes: 1_200_000_000 } }) },
        { state: "newer", tone: "warn", sign: "check", label: "Held, license changed", title: /The license changed on the Hub\.$/,
          shown: ["update"], shownLabel: "Update: 3 files, 1.2\u00a0GB", menu: ["files", "open", "remove"] }],
    "held, license stricter": [
        { repo: heldRepo({ upstream: "license_changed" }, { last_copy: "license" }) },
        { state: "newer", tone: "warn", label: "Held, license changed", title: /last copy under the old license\.$/,
          shownLabel: "Update", menu: ["files", "open", "remove:last"] }],
    "held, license changed on main, another branch": [
        { repo: heldRepo({ upstream: "license_changed" }), page: { ...page, view: "tree", revision: "v2" } },
        { state: "held", tone: "good", label: "Held", title: /The license changed on the Hub/ }],
    "held, license stricter, its commit": [
        { repo: heldRepo({ upstream: "license_changed" }, { last_copy: "license" }),
          page: { ...page, view: "tree", revision: archiveOf().commit } },
        { state: "held", tone: "warn", label: "Held, license changed", shown: [], menu: ["open", "files", "remove:last"] }],
    "held, license stricter, then back": [
        { repo: heldRepo({}, { last_copy: "license" }) },
        { state: "held", tone: "warn", label: "Held, maybe the last copy", menu: ["open", "files", "remove:last"] }],
    "held, gated since": [
        { repo: heldRepo({ upstream: "gated" }, { last_copy: "gated" }) },
        { state: "held", tone: "warn", label: "Held, gated upstream", title: /gated on the Hub now\. This may be the last copy you can have\.$/,
          menu: ["open", "files", "remove:last"] }],
    "held, history rewritten": [
        { repo: heldRepo({ upstream: "newer" }, { last_copy: "gone" }) },
        { state: "newer", tone: "warn", label: "Held, maybe the last copy", title: /newer version\. This may be the last copy\.$/, shown: ["update"],
          menu: ["files", "open", "remove:last"] }],
    "held, renamed": [{ repo: heldRepo({ upstream: "renamed" }) },
                      { state: "held", tone: "good", label: "Held, renamed upstream", title: /another name/, menu: ["open", "files", "remove"] }],
    "held, disabled": [{ repo: heldRepo({ upstream: "disabled" }, { last_copy: "disabled" }) },
                       { state: "gone", tone: "warn", sign: "check", label: "Held, disabled upstream",
                         title: /disabled this repo.*You hold main.*This may be the last copy\.$/, menu: ["open", "remove:last"] }],
    "held, something new upstream": [{ repo: heldRepo({ upstream: "moved to the moon" }, { last_copy: "moon" }) },
                                     { state: "held", title: /2026\.$/, menu: ["open", "files", "remove:last"] }],
    "held, damaged": [{ repo: heldRepo({}, { damaged: 2 }) }, { state: "failed", tone: "bad", label: "2 files damaged",
                                                                shown: ["repair"] }],
    "newer": [{ repo: heldRepo({ upstream: "newer", update: { commit: "b", files: 3, bytes: 1_200_000_000 } }) },
              { state: "newer", label: "Held", shown: ["update"], shownLabel: "Update: 3 files, 1.2\u00a0GB" }],
    "newer, size unknown": [{ repo: heldRepo({ upstream: "newer" }) }, { state: "newer", shownLabel: "Update" }],
    "partial": [{ repo: heldRepo({ held: "partial", asked: { revision: "main", archive: 3, held: "partial" } },
                                 { state: "partial", files: 3 }) },
                { state: "partial", sign: "half", label: "3 of 24 files", shown: ["files"],
                  menu: ["archive", "open", "remove"] }],
    "partial, listing unknown": [
        { repo: heldRepo({ held: "partial", asked: { revision: "main", archive: 3, held: "partial" } },
                         { state: "partial", listed_files: null }) }, { state: "partial", label: "Partly held" }],
    "partial, gone": [
        { repo: heldRepo({ held: "partial", upstream: "gone", asked: { revision: "main", archive: 3, held: "partial" } }) },
        { state: "gone", tone: "warn", menu: ["archive", "open", "remove:last"] }],
    "partial, disabled": [
        { repo: heldRepo({ held: "partial", upstream: "disabled", asked: { revision: "main", archive: 3, held: "partial" } }) },
        { state: "gone", tone: "warn", title: /The Hub has disabled it\./, menu: ["archive", "open", "remove:last"] }],
    "partial, license stricter": [
        { repo: heldRepo({ held: "partial", upstream: "license_changed", asked: { revision: "main", archive: 3, held: "partial" } },
                         { last_copy: "license" }) },
        { state: "partial", tone: "warn", title: /last copy under the old license/, menu: ["archive", "open", "remove:last"] }],
    "gone": [{ repo: heldRepo({ upstream: "gone" }) }, { state: "gone", tone: "warn", panel: null,
                                                         menu: ["open", "remove:last"], label: "Held, gone upstream" }],
    "held, this page is gone": [
        { repo: heldRepo(), hints: { status: 404 } },
        { state: "gone", panel: "This page is gone, but you hold it.",
          panelText: "acme/tiny at 8f3c21e, 24 files, verified Nov 2, 2026." }],
    "held, this page says so": [{ repo: heldRepo(), hints: { missing: true } }, { state: "gone" }],
    "held, this page is gated": [{ repo: heldRepo(), hints: { gate: true, status: 200 } },
                                 { state: "held", panel: "This page is gated, but you hold it." }],
    "another revision held, page gone": [
        { repo: heldRepo({ asked: null }), hints: { status: 404 } }, { state: "gone", panel: /gone/, menu: ["open", "remove:last"] }],
};

for (const [name, [given, expected]] of Object.entries(cases)) {
    test(name, () => {
        const view = viewOf({ page, server: ready, words: wordsOf("en"), ...given });
        if (expected === null) {
            assert.equal(view, null);
            return;
        }
        for (const key of ["state", "tone", "sign", "label", "title", "percent", "busy"]) {
            if (expected[key] instanceof RegExp)
                assert.match(view[key], expected[key]);
            else if (key in expected)
                assert.equal(view[key], expected[key], key);
        }
        const ids = view.actions.map(({ id }) => id);
        if ("main" in expected)
            assert.equal(view.main?.id ?? null, expected.main);
        if (expected.shown)
            assert.deepEqual(ids.slice(0, view.shown), expected.shown);
        if (expected.menu)
            assert.deepEqual(ids.slice(view.shown), expected.menu);
        if (expected.shownLabel)
            assert.equal(view.actions[0].label, expected.shownLabel);
        if (expected.panel === null)
            assert.equal(view.panel, null);
        else if (expected.panel)
            assert.match(view.panel.title, new RegExp(expected.panel));
        if (expected.panelText)
            assert.equal(view.panel.text, expected.panelText);
    });
}

test("every state of the contract is among the cases, in every language, whole and of the promised values", () => {
    const states = new Set();
    for (const locale of locales) {
        for (const [name, [given]] of Object.entries(cases)) {
            const view = viewOf({ page, server: ready, words: wordsOf(locale), ...given });
            if (view === null)
                continue;
            states.add(view.state);
            const where = `${locale}: ${name}`;
            assert.ok(["primary", "plain", "good", "warn", "bad"].includes(view.tone), where);
            assert.ok(["archive", "check", "half", "cross", "pause", "clock", "link", "none"].includes(view.sign), where);
            assert.ok(view.label && view.title && !/\$|undefined|null|NaN/.test(JSON.stringify([view.label, view.title])), where);
            assert.ok(view.shown <= view.actions.length && view.shown <= 2, where);
            assert.ok(view.percent === null || (view.percent >= 0 && view.percent <= 100), where);
            const all = [view.main, ...view.actions, ...(view.panel?.actions ?? [])].filter(Boolean);
            for (const action of all)
                assert.ok(action.id && action.label && action.title, where);
            assert.equal(new Set(view.actions.map(({ id }) => id)).size, view.actions.length, where);
            assert.ok(badgeOf(view).text.length <= 4, where);
        }
    }
    assert.deepEqual([...states].sort(), ["failed", "fetching", "gone", "held", "newer", "none", "off", "pairing", "partial",
                                          "paused", "queued", "saved", "token", "unpaired", "waiting"]);
});

test("without a window nothing is offered that needs one", () => {
    const server = { ...ready, hasWindow: false };
    for (const [name, [given]] of Object.entries(cases)) {
        const view = viewOf({ page, words: wordsOf("en"), ...given, server: { ...(given.server ?? ready), hasWindow: false } });
        const all = [...(view?.actions ?? []), ...(view?.panel?.actions ?? [])].map(({ id }) => id);
        assert.ok(!all.includes("open") && !all.includes("token"), name);
    }
    assert.deepEqual(viewOf({ page, server, repo: heldRepo(), hints: { missing: true }, words: wordsOf("en") }).panel.actions, []);
});

test("removing asks first, and for a last copy wants its name", () => {
    const find = (repo) => viewOf({ page: { ...page, id: "ACME/tiny" }, url: "https://huggingface.co/ACME/tiny", server: ready, repo, words: wordsOf("en") }).actions.at(-1);
    const usual = find(heldRepo());
    assert.equal(usual.id, "remove");
    assert.deepEqual([usual.url, usual.archive], ["https://huggingface.co/ACME/tiny", 3], "what the question is about comes back");
    assert.match(usual.confirm.text, /acme\/tiny \(main at 8f3c21e\)/);
    assert.deepEqual([usual.confirm.yes, usual.confirm.no, usual.confirm.type], ["Move to trash", "Keep", undefined]);
    const last = find(heldRepo({ upstream: "gone" }));
    assert.equal(last.id, "remove:last");
    assert.equal(last.confirm.type, "acme/tiny");
    assert.match(last.confirm.text, /may be the last copy/);
    for (const [upstream, lastCopy, text] of [
        ["disabled", null, /the Hub no longer has it/], ["newer", "gone", /the Hub no longer has it/],
        ["gated", "gated", /does not let everybody in/], ["license_changed", "license", /under another one now/],
        ["gone", "license", /the Hub no longer has it/], ["current", "unheard of", /may be the last copy/],
    ]) {
        const { id, confirm } = find(heldRepo({ upstream }, { last_copy: lastCopy }));
        assert.deepEqual([id, confirm.type], ["remove:last", "acme/tiny"], upstream);
        assert.match(confirm.text, text, upstream);
    }
    assert.equal(find(heldRepo({ upstream: "license_changed" })).id, "remove", "a license that is not stricter");
});

test("an update says under which license it comes", () => {
    const title = (upstream) => viewOf({ page, server: ready, repo: heldRepo({ upstream }), words: wordsOf("en") }).actions[0].title;
    assert.match(title("license_changed"), /new license/);
    assert.doesNotMatch(title("newer"), /license/);
});

test("the badge", () => {
    const badge = (repo) => badgeOf(viewOf({ page, server: ready, repo, words: wordsOf("en") }));
    assert.deepEqual(badge(heldRepo()), { text: "✓", tone: "good" });
    assert.deepEqual(badge(heldRepo({ upstream: "license_changed" })), { text: "✓", tone: "warn" });
    assert.equal(badge(repoOf({ job: jobOf() })).text, "42%");
    assert.equal(badge(repoOf({ job: jobOf({ bytes_total: 0 }) })).text, "…");
    assert.equal(badge(failed("disk_full")).text, "!");
    assert.equal(badge(repoOf()).text, "");
    assert.equal(badgeOf(null).text, "");
});

test("jobs of the popup", () => {
    const words = wordsOf("en");
    const item = jobItem(jobOf(), words);
    assert.deepEqual(item.actions.map(({ id }) => id), ["job:pause", "job:cancel"]);
    assert.equal(item.percent, 42);
    assert.equal(item.detail, "42\u00a0% · 15 min left · 42\u00a0MB of 100\u00a0MB, 1\u00a0MB per second");
    assert.deepEqual(jobItem(jobOf({ waiting_for: "paused" }), words).actions.map(({ id }) => id),
                     ["job:resume", "job:cancel"]);
    assert.deepEqual(jobItem(jobOf({ state: "failed", error: { code: "x", message: "y" } }), words).actions
        .map(({ id }) => id), ["job:retry"]);
    assert.match(jobItem(jobOf({ type: "verify" }), words).detail, /^Verifying: 42/);
    assert.match(jobItem(jobOf({ type: "export" }), words).detail, /^Exporting: 42/);
    assert.match(jobItem(jobOf({ type: "import" }), words).detail, /^Importing: 42/);
    assert.equal(jobItem(jobOf({ type: "import", state: "failed", error: { code: "x", message: "y" } }), words).state, "failed");
});

test("a word for every state of the server", () => {
    for (const locale of locales) {
        for (const server of [ready, off, unpaired, { state: "pairing", code: "1" }, { state: "pairing" },
                              { state: "permission", code: "no_permission" }, { state: "blocked", code: "blocked" },
                              { state: "old", code: "hugger_old" }, { state: "off", code: "made up" }])
            assert.ok(serverText(server, wordsOf(locale)).length > 3);
    }
});
