// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The picker of files. One list box that draws only the rows in view, so that ten thousand files are no more work than ten.

import { el, elideMiddle, send, set, setText, sign, t, translate, words } from "../ui/page.js";
import { makeChoice } from "./choice.js";

const $ = (id) => document.getElementById(id);
const ROW = 32;
const SPARE = 6;

const url = new URLSearchParams(location.search).get("url") ?? "";
let listing = null;
let choice = null;
let now = 0;
let from = 0;
const rows = new Map();

async function load() {
    word(t("files_loading"));
    const answer = await send({ type: "files", url });
    if (!answer || answer.error) {
        word(answer?.error ?? t("popup_failed"), true);
        return;
    }
    listing = answer;
    choice = makeChoice(answer);
    setText($("revision"), [answer.revision, answer.commit && words.commit(answer.commit)].filter(Boolean).join(" · "));
    elideMiddle($("repo"), answer.repo);
    document.title = `${answer.repo} · hugger`;
    set($("list"), "aria-label", t("files_list", answer.repo));
    $("warnings").hidden = answer.warnings.length === 0;
    setText($("warnings"), answer.warnings.join("\n"));
    $("tools").hidden = false;
    filterChanged();
    $("filter").focus();
}

/** Something to say in place of the list. */
function word(sentence, canTryAgain = false) {
    $("word").hidden = sentence === null;
    setText($("word-text"), sentence ?? "");
    $("again").hidden = !canTryAgain;
    if (sentence !== null) $("list").hidden = true;
}

function filterChanged() {
    choice.filter($("filter").value);
    now = 0;
    const isEmpty = choice.shown.length === 0;
    word(isEmpty ? t("files_empty", $("filter").value) : null);
    $("list").hidden = isEmpty;
    $("space").style.height = `${choice.shown.length * ROW}px`;
    $("list").scrollTop = 0;
    drawList();
    drawSum();
}

function drawList() {
    const list = $("list");
    const first = Math.max(0, Math.floor(list.scrollTop / ROW) - SPARE);
    const last = Math.min(choice.shown.length, Math.ceil((list.scrollTop + list.clientHeight) / ROW) + SPARE);
    for (const [at, row] of rows) {
        if (at >= first && at < last) continue;
        row.remove();
        rows.delete(at);
    }
    for (let at = first; at < last; ++at) {
        if (!rows.has(at)) {
            const row = makeRow();
            rows.set(at, row);
            $("space").append(row);
        }
        drawRow(rows.get(at), at);
    }
    set(list, "aria-activedescendant", rows.has(now) ? `file-${now}` : null);
}

function makeRow() {
    return el("div", { class: "file", role: "option" }, el("span", { class: "box" }, sign("check")),
        el("span", { class: "path" }, el("span", { class: "folder" }), el("span", { class: "name" })), el("span", { class: "size" }));
}

function drawRow(row, at) {
    const file = choice.shown[at];
    const [, path, size] = row.children;
    const cut = file.path.lastIndexOf("/") + 1;
    row.id = `file-${at}`;
    row.dataset.at = at;
    row.style.top = `${at * ROW}px`;
    setText(path.children[0], file.path.slice(0, cut));
    setText(path.children[1], file.path.slice(cut));
    setText(size, file.held ? `${t("files_held")} · ${words.bytes(file.size)}` : words.bytes(file.size));
    set(size, "class", file.held ? "size good" : "size");
    set(row, "class", `file${file.held ? " held" : ""}${at === now ? " now" : ""}`);
    set(row, "title", file.path);
    set(row, "aria-selected", String(choice.has(file)));
    set(row, "aria-disabled", file.held ? "true" : null);
    set(row, "aria-setsize", choice.shown.length);
    set(row, "aria-posinset", at + 1);
}

function drawSum() {
    const { files, bytes, after, lacks } = choice.sum();
    const isNothing = choice.open === 0;
    setText($("fetch"), isNothing ? t("files_nothing") : files === 0 ? t("files_pick") : t("files_to_fetch", words.bytes(bytes), words.number(files)));
    setText($("after"), files === 0 || after === null ? "" : lacks > 0 ? t("files_no_room", words.bytes(lacks)) : t("files_after", words.bytes(after)));
    set($("after"), "class", lacks > 0 ? "bad" : "muted");
    $("archive").disabled = files === 0;
}

function redraw() {
    drawList();
    drawSum();
}

/** Goes to a row; with `reach` the rows between become as the one it started from. */
function go(at, reach = false) {
    const to = Math.max(0, Math.min(choice.shown.length - 1, at));
    if (reach) choice.put(from, to, choice.has(choice.shown[from]));
    else from = to;
    now = to;
    const list = $("list");
    if (to * ROW < list.scrollTop) list.scrollTop = to * ROW;
    else if ((to + 1) * ROW > list.scrollTop + list.clientHeight) list.scrollTop = (to + 1) * ROW - list.clientHeight;
    redraw();
}

function keyPressed(event) {
    const page = Math.max(1, Math.floor($("list").clientHeight / ROW) - 1);
    const to = { ArrowDown: now + 1, ArrowUp: now - 1, PageDown: now + page, PageUp: now - page, Home: 0, End: choice.shown.length - 1 }[event.key];
    if (to !== undefined) go(to, event.shiftKey);
    else if (event.key === " ") {
        choice.toggle(choice.shown[now]);
        from = now;
        redraw();
    } else if (event.key === "a" && (event.ctrlKey || event.metaKey)) {
        choice.put(0, choice.shown.length - 1, true);
        redraw();
    } else return;
    event.preventDefault();
}

function rowPressed(event) {
    const row = event.target.closest(".file");
    if (!row) return;
    const at = Number(row.dataset.at);
    if (event.shiftKey) {
        go(at, true);
        return;
    }
    choice.toggle(choice.shown[at]);
    go(at);
}

async function archive() {
    $("archive").disabled = true;
    const answer = await send({ type: "archiveFiles", url, paths: choice.isEverything() ? null : choice.paths() });
    if (!answer || answer.error) {
        setText($("after"), answer?.error ?? t("popup_failed"));
        set($("after"), "class", "bad");
        $("archive").disabled = false;
        return;
    }
    $("tools").hidden = true;
    $("archive").hidden = true;
    $("sum").hidden = true;
    word(t(answer.kept ? "files_kept" : "files_asked"));
    setText($("cancel"), t("files_close"));
    $("cancel").focus();
}

$("filter").addEventListener("input", filterChanged);
$("filter").addEventListener("keydown", (event) => {
    if (event.key !== "ArrowDown" || $("list").hidden) return;
    event.preventDefault();
    $("list").focus();
});
$("all").addEventListener("click", () => { choice.put(0, choice.shown.length - 1, true); redraw(); });
$("none").addEventListener("click", () => { choice.put(0, choice.shown.length - 1, false); redraw(); });
$("list").addEventListener("scroll", drawList, { passive: true });
$("list").addEventListener("keydown", keyPressed);
$("list").addEventListener("click", rowPressed);
addEventListener("resize", () => listing && drawList());
addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    // In the filter Escape empties it first.
    if (event.target === $("filter") && $("filter").value !== "") return;
    window.close();
});
$("cancel").addEventListener("click", () => window.close());
$("archive").addEventListener("click", archive);
$("again").addEventListener("click", load);

translate();
load();
