// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The settings of the extension. Each applies at once; only the port waits for "Save".

import { api, el, send, setText, t, translate } from "../ui/page.js";

const $ = (id) => document.getElementById(id);
const switches = ["ticks", "fileButtons", "badge"];

async function showSettings(settings) {
    if (!settings) return;
    for (const name of switches) $(name).checked = settings[name];
    if (document.activeElement !== $("port")) $("port").value = settings.port ?? "";
}

async function showOverview() {
    const overview = await send({ type: "overview" });
    if (!overview?.server) {
        setText($("state"), t("popup_failed"));
        return;
    }
    const { state, text } = overview.server;
    setText($("state"), t(`popup_state_${state}`));
    $("state").className = state === "ready" ? "good" : "";
    setText($("state-text"), state === "ready" ? [text, `127.0.0.1:${overview.server.port}`].filter(Boolean).join(" · ") : text);
    $("disconnect").hidden = state !== "ready";
    $("connect").hidden = !["unpaired", "refused", "off"].includes(state);
    $("connect").dataset.action = state === "off" ? "start" : "connect";
    setText($("connect"), t(state === "off" ? "popup_start" : state === "refused" ? "popup_try_again" : "popup_connect"));
    if (state !== "ready") $("sure").hidden = true;
    $("shortcuts").replaceChildren(...overview.shortcuts.map(({ description, shortcut }) =>
        el("div", {}, el("dt", {}, description), el("dd", {}, shortcut ? el("kbd", {}, shortcut) : el("span", { class: "muted" }, t("options_no_shortcut"))))));
}

async function act(action) {
    const answer = await send({ type: "act", action });
    await showOverview();
    if (answer?.error) setText($("state-text"), answer.error);
}

function askSure(isAsked) {
    $("sure").hidden = !isAsked;
    (isAsked ? $("sure-no") : $("disconnect")).focus();
}

async function savePort(event) {
    event.preventDefault();
    const text = $("port").value.trim();
    const port = text === "" ? null : Number(text);
    const isBad = port !== null && !(/^\d+$/.test(text) && port >= 1024 && port <= 65535);
    $("port-bad").hidden = !isBad;
    $("port").setAttribute("aria-invalid", String(isBad));
    setText($("saved"), "");
    if (isBad) {
        $("port").focus();
        return;
    }
    await showSettings(await send({ type: "set", port }));
    setText($("saved"), t("options_saved"));
    await showOverview();
}

function offerShortcuts() {
    // Firefox opens its page from here since 137; Chrome's is an address.
    const open = api.commands?.openShortcutSettings?.bind(api.commands)
        ?? (navigator.userAgent.includes("Firefox/") ? null : () => api.tabs.create({ url: "chrome://extensions/shortcuts" }));
    $("shortcuts-change").hidden = open === null;
    $("shortcuts-where").hidden = open !== null;
    if (open) $("shortcuts-change").addEventListener("click", () => open());
}

for (const name of switches) $(name).addEventListener("change", async () => showSettings(await send({ type: "set", [name]: $(name).checked })));
$("port-form").addEventListener("submit", savePort);
$("disconnect").addEventListener("click", () => askSure(true));
$("sure-no").addEventListener("click", () => askSure(false));
$("sure-yes").addEventListener("click", async () => {
    await act("disconnect");
    $("sure").hidden = true;
    $("connect").focus();
});
$("connect").addEventListener("click", ({ currentTarget }) => act(currentTarget.dataset.action));
api.runtime.onMessage.addListener((message) => {
    if (message?.type === "changed") showOverview();
});

translate();
document.title = t("options_title");
offerShortcuts();
showSettings(await send({ type: "settings" }));
showOverview();
