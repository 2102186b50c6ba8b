// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Every state of the control, the popup and the picker, as the background would answer. Words come from the real messages where the
// background has them; a name in capitals is only seen here.
"use strict";

const lookWord = (key, ...values) => chrome.i18n.getMessage(key, values) || key;
const lookAction = (id, more = {}) => ({ id, label: lookWord(`act_${id.replace(":", "_")}`), title: "", ...more });
const lookView = (state, tone, sign, label, more = {}) => ({
    state, tone, sign, label, title: label, main: null, actions: [], shown: 0, percent: null, panel: null, busy: false, ...more,
});
const lookRemove = (last, why = "remove_last_text") => lookAction(last ? "remove:last" : "remove", {
    confirm: {
        text: lookWord(last ? why : "remove_text", lookWord("archive_at", "acme/Orion-7B", "main", "8f3c21e")),
        yes: lookWord("remove_yes"), no: lookWord("remove_no"), ...(last ? { type: "acme/Orion-7B" } : {}),
    },
});
const lookViews = {
    "not held": lookView("none", "primary", "archive", lookWord("act_archive"), { main: lookAction("archive"), actions: [lookAction("files"), lookAction("open")], shown: 1 }),
    fetching: lookView("fetching", "plain", "none", lookWord("view_progress", "42 %", lookWord("left_minutes", "15")), { percent: 42, actions: [lookAction("pause"), lookAction("cancel"), lookAction("open")], shown: 1 }),
    held: lookView("held", "good", "check", lookWord("view_held"), { actions: [lookAction("open"), lookAction("files"), lookRemove(false)] }),
    newer: lookView("newer", "good", "check", lookWord("view_held"), { actions: [lookAction("update", { label: lookWord("act_update_size", lookWord("n_files_other", "3"), "1.2 GB") }), lookAction("files"), lookAction("open"), lookRemove(false)], shown: 1 }),
    partial: lookView("partial", "plain", "half", lookWord("view_partial", "3", lookWord("n_files_other", "24")), { actions: [lookAction("files"), lookAction("open"), lookRemove(false)], shown: 1 }),
    token: lookView("token", "warn", "none", lookWord("view_gated"), { actions: [lookAction("gate"), lookAction("retry")], shown: 1 }),
    failed: lookView("failed", "bad", "cross", lookWord("fail_disk_full"), { actions: [lookAction("retry"), lookAction("files")], shown: 1 }),
    off: lookView("off", "plain", "none", lookWord("view_off"), { actions: [lookAction("start"), lookAction("archive", { label: lookWord("act_later") })], shown: 2 }),
    unpaired: lookView("unpaired", "primary", "link", lookWord("act_connect"), { main: lookAction("connect") }),
    pairing: lookView("pairing", "plain", "clock", lookWord("view_pairing", "418 207"), { actions: [lookAction("cancelPairing")] }),
    saved: lookView("saved", "plain", "clock", lookWord("view_saved"), { actions: [lookAction("start"), lookAction("forget")], shown: 1 }),
    queued: lookView("queued", "plain", "clock", lookWord("view_queued"), { actions: [lookAction("pause"), lookAction("cancel")], shown: 1 }),
    paused: lookView("paused", "plain", "pause", lookWord("view_paused_at", "42 %"), { percent: 42, actions: [lookAction("resume"), lookAction("cancel")], shown: 1 }),
    waiting: lookView("waiting", "warn", "clock", lookWord("wait_network"), { percent: 71, actions: [lookAction("pause"), lookAction("cancel")], shown: 1 }),
    gone: lookView("gone", "warn", "check", lookWord("view_gone"), { actions: [lookAction("open"), lookRemove(true)] }),
    relicensed: lookView("newer", "warn", "check", lookWord("view_held_license"), { actions: [lookAction("update", { label: lookWord("act_update_size", lookWord("n_files_other", "3"), "1.2 GB") }), lookAction("files"), lookAction("open"), lookRemove(true, "remove_last_license_text")], shown: 1 }),
    "gated since": lookView("held", "warn", "check", lookWord("view_held_gated"), { actions: [lookAction("open"), lookAction("files"), lookRemove(true, "remove_last_gated_text")] }),
    disabled: lookView("gone", "warn", "check", lookWord("view_disabled"), { actions: [lookAction("open"), lookRemove(true)] }),
    renamed: lookView("held", "good", "check", lookWord("view_held_renamed"), { actions: [lookAction("open"), lookAction("files"), lookRemove(false)] }),
    "last copy": lookView("newer", "warn", "check", lookWord("view_held_last"), { actions: [lookAction("update", { label: lookWord("act_update_size", lookWord("n_files_other", "3"), "1.2 GB") }), lookAction("files"), lookAction("open"), lookRemove(true)], shown: 1 }),
    busy: lookView("pairing", "plain", "clock", lookWord("view_connecting"), { busy: true }),
};
const lookPanel = (key) => ({ title: lookWord(key), text: lookWord("panel_text", "halcyon/voice-base", "c4410de", lookWord("n_files_other", "18"), "2 Nov 2026"), actions: [lookAction("open")] });

const lookJob = (id, label, state, tone, percent, detail, ...actions) => ({ id, repo: label, kind: "model", label, state, tone, percent, detail, actions: actions.map((one) => lookAction(one, { id: `job:${one}` })) });
const lookOverview = (server, more = {}) => ({ server: { port: 4847, text: "", ...server }, page: null, jobs: [], saved: [], more: 0, shortcuts: [
    { name: "archive", description: lookWord("command_archive"), shortcut: "Alt+Shift+H" }, { name: "_execute_action", description: lookWord("command_popup"), shortcut: "" }], ...more });
const lookPage = (name, url = "https://huggingface.co/acme/Orion-7B-Instruct") => ({ ...lookViews[name], url });
const lookJobs = [
    lookJob(1, "acme/Orion-70B-Instruct-with-a-name-that-goes-on-and-on-GGUF", "fetching", "plain", 42, `${lookViews.fetching.label} · 58 / 137 GB`, "pause", "cancel"),
    lookJob(2, "halcyon/voice-base", "paused", "plain", 7, lookViews.paused.label, "resume", "cancel"),
    lookJob(3, "datasets/kestrel/common-words", "waiting", "warn", 71, lookViews.waiting.label, "pause", "cancel"),
    lookJob(4, "acme/tiny", "failed", "bad", null, lookViews.failed.label, "retry", "cancel"),
];
const lookSaved = [
    { id: "a", repo: "acme/later", kind: "model", label: "acme/later", when: lookWord("saved_when", "14:03"), refused: false },
    { id: "b", repo: "acme/wrong", kind: "model", label: "acme/wrong @ v2", when: "The Hub has no repo of this name, or it is private.", refused: true },
];
const lookOverviews = {
    ready: lookOverview({ state: "ready" }, { page: lookPage("fetching"), jobs: lookJobs, more: 12 }),
    held: lookOverview({ state: "ready" }, { page: lookPage("newer") }),
    idle: lookOverview({ state: "ready" }),
    off: lookOverview({ state: "off", text: lookWord("trouble_not_running") }, { page: lookPage("off"), saved: lookSaved }),
    unpaired: lookOverview({ state: "unpaired", text: lookWord("trouble_not_paired") }, { page: lookPage("unpaired") }),
    pairing: lookOverview({ state: "pairing", text: lookWord("view_pairing_title"), code: "418207" }, { page: lookPage("pairing") }),
    refused: lookOverview({ state: "refused", text: lookWord("trouble_denied") }),
    permission: lookOverview({ state: "permission", text: lookWord("trouble_no_permission") }),
    blocked: lookOverview({ state: "blocked", text: lookWord("trouble_blocked") }),
};

function lookFiles(count) {
    const files = [{ path: "README.md", size: 5231, held: true }, { path: "config.json", size: 812, held: true }];
    for (let at = 1; at <= Math.min(count, 12); ++at) files.push({ path: `model-${String(at).padStart(5, "0")}-of-00012.safetensors`, size: 4.9e9, held: at < 3 });
    for (const kind of ["Q4_K_M", "Q5_K_M", "Q8_0"]) files.push({ path: `gguf/quantised/Orion-7B-Instruct-${kind}.gguf`, size: 4.4e9, held: false });
    files.push({ path: "a/very/long/way/down/into/the/folders/of/this/repository/where/a/file-with-quite-a-long-name-lies-at-the-end.safetensors", size: 1234567, held: false });
    for (let at = files.length; at < count; ++at) files.push({ path: `data/train/part-${String(at).padStart(5, "0")}.parquet`, size: 1e6 + at, held: false });
    const fetchBytes = files.filter((file) => !file.held).reduce((sum, file) => sum + file.size, 0);
    return { repo: "acme/Orion-7B-Instruct", kind: "model", revision: "main", commit: "8f3c21e9d0", files, fetchBytes, freeBytes: 212e9, freeAfter: 212e9 - fetchBytes, warnings: [] };
}

const lookQuery = new URLSearchParams(location.search);
const lookHeld = { "/acme/Orion-7B-Instruct": "complete", "/halcyon/voice-base-with-a-very-long-name-that-has-to-be-cut-somewhere-in-the-list": "partial", "/kestrel/gone": "gone" };
globalThis.lookAnswer = (message) => {
    const state = lookQuery.get("state");
    switch (message.type) {
    case "overview": return lookOverviews[state] ?? lookOverviews.ready;
    case "settings": case "set": return { port: null, ticks: true, badge: true, fileButtons: true };
    case "files": return state === "error" ? { error: lookWord("trouble_no_answer") }
        : { ...lookFiles(Number(lookQuery.get("count") ?? 20)), ...(state === "warned" ? { warnings: ["3 files are pickles: loading one runs code of its author.", "License: other"], freeBytes: 4e9 } : {}) };
    case "archiveFiles": return { ok: true };
    case "page": return state ? { ...lookViews[state], panel: lookQuery.get("panel") ? lookPanel(lookQuery.get("panel")) : null } : null;
    case "act": return state === "error" ? { error: lookWord("trouble_no_answer") } : lookViews.queued;
    case "ticks": return Object.fromEntries(message.hrefs.filter((href) => lookHeld[new URL(href).pathname]).map((href) => [href, { held: lookHeld[new URL(href).pathname], title: lookWord(`tick_${lookHeld[new URL(href).pathname]}`) }]));
    case "paths": return Object.fromEntries(message.paths.map((path, at) => [path, { state: ["held", "none", "fetching"][at % 3], title: lookWord(`path_${["held", "none", "fetching"][at % 3]}`) }]));
    default: return undefined;
    }
};
