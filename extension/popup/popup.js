// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The popup: how it stands with hugger and the one next step, the page, what is fetched, what is kept for later.

import { api, el, elideMiddle, reconcile, send, set, setText, sign, t, translate, words } from "../ui/page.js";

const $ = (id) => document.getElementById(id);
const { Control } = globalThis.huggerContent;

const tones = { ready: "good", off: "", unpaired: "", pairing: "", refused: "warn", permission: "warn", blocked: "warn", old: "warn" };
// The one next step for each state of hugger; "details" ones have none but to try again.
const steps = {
    off: ["start", "popup_start"], unpaired: ["connect", "popup_connect"], refused: ["connect", "popup_try_again"],
    pairing: ["cancelPairing", "popup_cancel"], permission: ["permission", "popup_permission"],
    blocked: ["look", "popup_try_again"], old: ["look", "popup_try_again"],
};

let shown = null;
let asking = false;
let askAgain = false;

const control = new Control({ act: (action) => actOnPage(action) });
control.wear({ font: "inherit", size: "14px", height: "32px", radius: "7px" }, "auto");
control.stand("popup", () => control.host.scrollWidth <= $("page-control").clientWidth);
$("page-control").append(control.host);

async function look() {
    if (asking) {
        askAgain = true;
        return;
    }
    asking = true;
    const overview = await send({ type: "overview" });
    asking = false;
    if (overview?.server) show(overview);
    else if (!shown) say(t("popup_failed"));
    if (askAgain) {
        askAgain = false;
        look();
    }
}

async function act(message) {
    say(null);
    const answer = await send({ type: "act", ...message });
    const overview = answer?.overview ?? (answer?.server ? answer : null);
    if (overview) show(overview);
    if (answer === undefined || answer.error) say(answer?.error ?? t("popup_failed"));
    return answer;
}

async function actOnPage(action) {
    // Asking for a permission needs the user's press itself.
    if (action.id === "permission") {
        await askPermission();
        return {};
    }
    const { url = shown.page.url, archive } = action;
    const answer = await send({ type: "act", action: action.id, url, ...(archive === undefined ? {} : { archive }) });
    if (answer?.overview) show(answer.overview);
    return answer === undefined ? { error: t("popup_failed") } : answer.error ? { error: answer.error } : {};
}

async function askPermission() {
    const { host_permissions: origins } = api.runtime.getManifest();
    try {
        await api.permissions.request({ origins });
    } catch (error) {
        say(String(error.message ?? error));
    }
    await look();
}

function say(sentence) {
    $("error").hidden = !sentence;
    setText($("error"), sentence ?? "");
}

function show(overview) {
    if (overview.page?.url !== shown?.page?.url) control.dismiss();
    shown = overview;
    showServer(overview.server);
    showPage(overview.page, overview.server);
    showJobs(overview);
    $("kept").hidden = overview.saved.length === 0;
    reconcile($("saved"), overview.saved, (entry) => entry.id, makeSaved, updateSaved);
}

function showServer(server) {
    const { state } = server;
    set($("state"), "class", `state ${tones[state] ?? ""}`);
    setText($("state"), t(`popup_state_${state}`));
    set($("state"), "title", state === "ready" ? `127.0.0.1:${server.port}` : null);
    // Asked for above already where nothing works without.
    $("hint").hidden = !server.hint || state === "permission";
    setText($("hint-text"), server.hint ?? "");
    const step = steps[state];
    $("next").hidden = !step;
    if (!step) return;
    const isAsked = state === "pairing" && Boolean(server.code);
    setText($("next-text"), isAsked ? t("popup_code_text") : state === "pairing" ? t("popup_connecting") : server.text);
    $("code").hidden = !isAsked;
    setText($("code"), isAsked ? words.code(server.code) : "");
    $("next-do").dataset.action = step[0];
    setText($("next-do"), t(step[1]));
    set($("next-do"), "class", state === "pairing" ? "push" : "push primary");
}

function showPage(page, server) {
    $("page").hidden = page === null;
    $("no-page").hidden = page !== null || server.state !== "ready";
    if (page === null) {
        control.update(null);
        return;
    }
    // A step that stands above already is not offered twice.
    const isAbove = (action) => action !== null && action.id === steps[server.state]?.[0];
    const main = isAbove(page.main) ? null : page.main;
    const actions = page.actions.filter((action) => !isAbove(action));
    const isOnlyThat = server.state !== "ready" && main === null && actions.length === 0;
    $("page-control").hidden = isOnlyThat;
    control.update({ ...page, main, actions, shown: Math.min(page.shown, actions.length), tone: main === null && page.tone === "primary" ? "plain" : page.tone });
    $("page").hidden = isOnlyThat;
    $("page-title").hidden = page.title === page.label;
    setText($("page-title"), page.title);
    elideMiddle($("page-name"), nameOf(page.url));
}

function nameOf(url) {
    const { pathname } = new URL(url);
    const path = globalThis.huggerContent.repoPath(pathname) ?? pathname;
    try {
        return decodeURIComponent(path.slice(1));
    } catch {
        return path.slice(1);
    }
}

function showJobs({ jobs, more, server }) {
    $("transfers").hidden = jobs.length === 0 || server.state !== "ready";
    reconcile($("jobs"), jobs, (job) => job.id, makeJob, updateJob);
    const isAllPaused = jobs.length > 0 && jobs.every((job) => job.state === "paused" || job.actions.every(({ id }) => id !== "job:pause"));
    const canResume = jobs.some((job) => job.state === "paused");
    $("all").hidden = isAllPaused && !canResume;
    $("all").dataset.action = isAllPaused ? "resumeAll" : "pauseAll";
    setText($("all"), t(isAllPaused ? "popup_resume_all" : "popup_pause_all"));
    $("more").hidden = more === 0;
    setText($("more"), more ? t("popup_more", words.number(more)) : "");
}

function makeJob() {
    return el("li", {}, el("div", { class: "what" }), el("div", { class: "does" }), el("div", { class: "detail" }), el("progress", { max: "100" }));
}

function updateJob(item, job) {
    const [what, does, detail, progress] = item.children;
    set(item, "class", job.state);
    requestAnimationFrame(() => elideMiddle(what, job.label));
    set(detail, "class", ["warn", "bad"].includes(job.tone) ? `detail ${job.tone}` : "detail");
    setText(detail, job.detail);
    set(detail, "title", job.detail);
    progress.hidden = job.percent === null;
    progress.value = job.percent ?? 0;
    set(progress, "aria-label", job.label);
    reconcile(does, job.actions, (action) => action.id, (action) => makeDo(action, job.id),
        (button, action) => {
            for (const attribute of ["title", "aria-label"]) set(button, attribute, `${action.label}: ${job.label}`);
        });
}

function makeDo(action, job) {
    const id = action.id.startsWith("job:") ? action.id : `job:${action.id}`;
    const name = id.slice(4);
    const button = el("button", { type: "button", class: "plain icon" }, sign(name === "cancel" ? "cross" : name));
    button.addEventListener("click", () => act({ action: id, job }));
    return button;
}

function makeSaved(entry) {
    const drop = el("button", { type: "button", class: "plain icon", title: t("popup_drop"), "aria-label": t("popup_drop_title", entry.label) }, sign("cross"));
    drop.addEventListener("click", () => act({ action: "forget", id: entry.id }));
    return el("li", {}, el("div", { class: "what" }), el("div", { class: "does" }, drop), el("div", { class: "detail" }));
}

function updateSaved(item, entry) {
    const [what, , detail] = item.children;
    requestAnimationFrame(() => elideMiddle(what, entry.label));
    set(detail, "class", `detail ${entry.refused ? "bad" : ""}`);
    setText(detail, entry.when);
    set(detail, "title", entry.when);
}

$("next-do").addEventListener("click", ({ currentTarget: { dataset: { action } } }) => {
    if (action === "permission") askPermission();
    else if (action === "look") look();
    else act({ action });
});
$("hint-do").addEventListener("click", askPermission);
$("all").addEventListener("click", ({ currentTarget }) => act({ action: currentTarget.dataset.action }));
$("settings").addEventListener("click", () => api.runtime.openOptionsPage());
api.runtime.onMessage.addListener((message) => {
    if (message?.type === "changed") look();
});

translate();
look();
