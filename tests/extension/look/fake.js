// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Plays the browser's `chrome` for the parts that are seen: words from _locales, answers from `lookAnswer` (states.js), and a list of
// what was sent, for tests.
"use strict";

(() => {
    const listeners = [];
    const sent = [];
    const getMessage = (key, values = []) => {
        if (key === "@@bidi_dir") return "ltr";
        const list = Array.isArray(values) ? values : [values];
        return (lookMessages[key]?.message ?? "").replace(/\$(\d)/g, (_, at) => list[at - 1] ?? "");
    };
    const fake = {
        runtime: {
            id: "look",
            async sendMessage(message) {
                sent.push(structuredClone(message));
                return structuredClone(await globalThis.lookAnswer(message));
            },
            onMessage: { addListener: (listener) => listeners.push(listener), removeListener: (listener) => listeners.splice(listeners.indexOf(listener), 1) },
            getManifest: () => ({ host_permissions: [] }),
            openOptionsPage() {},
        },
        i18n: { getMessage, getUILanguage: () => lookLanguage },
        commands: {},
        tabs: { create() {} },
        permissions: { request: async () => true },
    };
    globalThis.chrome = fake;
    globalThis.browser = undefined;
    globalThis.look = { sent, tell: (message) => listeners.forEach((listener) => listener(message)), listeners, fake };
})();
