// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

import { makeBackground } from "./lib/background.js";

const api = globalThis.browser ?? globalThis.chrome;

const log = (error) => console.warn(String(error?.message ?? error));

const background = makeBackground({
    api, log,
    fetch: (url, options) => fetch(url, options),
    now: () => Date.now(),
    sleep: (milliseconds) => new Promise((resolve) => { setTimeout(resolve, milliseconds); }),
    permissions: navigator.permissions,
});

// All listeners at once, before anything is awaited: the browser wakes the worker for those that it finds here.
// (Browsers of phones have no menus and no keyboard: their events are not there.)
const listen = (event, handler) => event?.addListener((...args) => { handler(...args).catch(log); });

api.runtime.onMessage.addListener((message, sender, respond) => {
    const answer = background.onMessage(message, sender);
    if (answer === undefined)
        return false;
    // A promise as answer is understood by Firefox, and by Chrome from 148 on; respond() by all.
    answer.then(respond, (error) => {
        log(error);
        // No answer is not "nothing to show": the page keeps what it has.
        respond(message?.type === "act" ? { error: api.i18n.getMessage("trouble_failed") } : undefined);
    });
    return true;
});
listen(api.alarms.onAlarm, background.onAlarm);
listen(api.tabs.onUpdated, background.onTabUpdated);
listen(api.tabs.onRemoved, background.onTabRemoved);
listen(api.tabs.onActivated, background.onTabActivated);
listen(api.commands?.onCommand, background.onCommand);
listen(api.contextMenus?.onClicked, background.onMenuClicked);
listen(api.runtime.onInstalled, background.onInstalled);
listen(api.runtime.onStartup, background.onStartup);

background.onWake().catch(log);
