// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Holds the parts together on one page: tells the background which page this is, draws what it answers, and goes away without a
// trace when the page is left or the extension is gone. Reads addresses, the page's status and two hints; nothing else leaves.
"use strict";

(() => {
    const hugger = globalThis.huggerContent;
    const { api, Control, FileTree, findGate, findMissing, Panel, Place, repoPath, t, themeOf, Ticks } = hugger;

    // The Hub draws a page in steps; only after this long without a row of buttons does the control go to the corner.
    const ROW_MAY_COME_MS = 1500;
    const MOST_MOVES = 12;
    const CHECK_PAUSE_MS = 100;

    // An older instance, of this extension or of the version before an update, leaves the page to this one.
    hugger.stop?.();
    for (const old of document.querySelectorAll("[data-hugger]")) old.remove();

    const ending = new AbortController();
    const { signal } = ending;
    const control = new Control({ act, hidden: () => { isHidden = true; place.leave(); } });
    const place = new Place(control);
    const panel = new Panel(act);
    const ticks = new Ticks((hrefs) => send({ type: "ticks", hrefs }));
    const fileTree = new FileTree({
        ask: (paths) => send({ type: "paths", url: location.href, paths }),
        archive: (path) => act({ id: "archive" }, path).then((answer) => {
            if (answer.view) show(answer.view);
            return answer;
        }),
    });

    const withoutHash = (url) => url.split("#", 1)[0];

    let repo = null;
    let theme = themeOf(document.body);
    let asked = 0;
    let seenAt = withoutHash(location.href);
    let toldHints = "";
    let moves = 0;
    let isHidden = false;
    let cornerTimer = 0;
    let checkTimer = 0;
    let checkIdle = 0;
    let resizeFrame = 0;
    let changed = new Set();

    async function send(message) {
        try {
            if (!api.runtime?.id) throw new Error("context invalidated");
            return await api.runtime.sendMessage(message);
        } catch (error) {
            // The extension was updated or removed under this page; any other failure is over with the next message.
            if (!alive() || /context invalidated/i.test(String(error))) stop();
            return undefined;
        }
    }

    function alive() {
        try {
            return Boolean(api.runtime?.id);
        } catch {
            return false;
        }
    }

    async function act(action, path) {
        // What was asked about one page is not done on another.
        const { url = location.href, archive } = action;
        const answer = await send({ type: "act", action: action.id, url, ...(archive === undefined ? {} : { archive }), ...(path ? { path } : {}) });
        if (answer === undefined) return { error: t("content_no_answer") };
        return answer?.error ? { error: answer.error } : { view: answer };
    }

    function hints() {
        const [entry] = performance.getEntriesByType("navigation");
        // The status is that of the document; a page come to without loading has none.
        const own = entry && withoutHash(entry.name) === withoutHash(location.href) && entry.responseStatus > 0;
        const status = own ? entry.responseStatus : null;
        return { status, gate: findGate() !== null, missing: status !== 200 && findMissing() !== null };
    }

    async function look() {
        if (signal.aborted) return;
        const now = repoPath(location.pathname);
        const mine = ++asked;
        if (now?.toLowerCase() !== repo?.toLowerCase()) leave();
        if (withoutHash(location.href) !== seenAt) control.dismiss();
        seenAt = withoutHash(location.href);
        repo = now;
        if (repo === null) return;
        // The place is taken before there is anything to say, so that nothing shifts when there is.
        if (place.where === null && !isHidden) place.takeRow(repo);
        const seen = hints();
        toldHints = JSON.stringify(seen);
        const view = await send({ type: "page", url: location.href, hints: seen });
        if (mine === asked && view !== undefined && !signal.aborted) show(view);
    }

    function show(view) {
        if (signal.aborted) return;
        const before = control.view?.state;
        const fits = control.update(view);
        panel.update(view?.panel ?? null);
        if (before !== view?.state) fileTree.again();
        if (view === null) place.leave();
        else if (place.where === "row" && !fits) place.takeCorner();
        else settle();
    }

    /** Sees to it that the control stands somewhere. */
    function settle() {
        if (isHidden || control.view === null || !place.isLost) return;
        if (moves < MOST_MOVES && place.takeRow(repo)) {
            ++moves;
            return;
        }
        // On a page that is gone the panel says it all.
        if (panel.isShown || cornerTimer) return;
        cornerTimer = setTimeout(() => {
            cornerTimer = 0;
            if (!signal.aborted && !isHidden && control.view && !panel.isShown && place.isLost && !place.takeRow(repo)) place.takeCorner();
        }, ROW_MAY_COME_MS);
    }

    function leave() {
        clearTimeout(cornerTimer);
        cornerTimer = 0;
        moves = 0;
        isHidden = false;
        toldHints = "";
        control.update(null);
        place.leave();
        panel.remove();
    }

    function check() {
        const roots = [...changed].filter((root) => root.isConnected);
        changed = new Set();
        ticks.note(roots);
        fileTree.note();
        if (repoPath(location.pathname)?.toLowerCase() !== repo?.toLowerCase()) {
            look();
            return;
        }
        if (repo === null) return;
        if (place.where === "corner" && !control.inUse && place.takeRow(repo)) return;
        if (place.where === "corner") place.lift();
        settle();
        if (toldHints !== "" && JSON.stringify(hints()) !== toldHints) look();
    }

    function noteChanges(records) {
        for (const record of records) {
            if (record.type === "attributes") changed.add(record.target);
            for (const node of record.addedNodes) if (node.nodeType === Node.ELEMENT_NODE && !node.hasAttribute("data-hugger")) changed.add(node);
            if (changed.size > 200) changed = new Set([document.body]);
        }
        // A page that never rests is looked at a few times a second.
        checkTimer ||= setTimeout(() => {
            checkTimer = 0;
            checkIdle = requestIdleCallback(check, { timeout: 500 });
        }, CHECK_PAUSE_MS);
    }

    function themeChanged() {
        const now = themeOf(document.body);
        if (now === theme) return;
        theme = now;
        if (control.host.isConnected) control.wear({}, themeOf(control.host.parentElement));
        ticks.clear();
        fileTree.clear();
        if (panel.isShown) {
            panel.remove();
            panel.update(control.view?.panel ?? null);
        }
        ticks.note([document.body]);
        fileTree.note();
    }

    function resized() {
        resizeFrame = 0;
        if (control.view === null || isHidden || control.inUse) return;
        if (!place.takeRow(repo, true) && !panel.isShown) place.takeCorner();
    }

    function told(message) {
        if (message?.type === "view" && withoutHash(message.url) === withoutHash(location.href)) {
            ++asked;
            show(message.view);
        } else if (message?.type === "ticks") {
            ticks.again();
            fileTree.again();
        } else if (message?.type === "look") look();
    }

    const observer = new MutationObserver(noteChanges);
    const themes = new MutationObserver(themeChanged);

    function stop() {
        if (signal.aborted) return;
        ending.abort();
        observer.disconnect();
        themes.disconnect();
        clearTimeout(checkTimer);
        cancelIdleCallback(checkIdle);
        cancelAnimationFrame(resizeFrame);
        clearTimeout(cornerTimer);
        try {
            api.runtime.onMessage.removeListener(told);
        } catch {
            // Gone together with the extension.
        }
        ticks.stop();
        fileTree.stop();
        panel.remove();
        control.remove();
    }

    hugger.stop = stop;
    api.runtime.onMessage.addListener(told);
    addEventListener("popstate", look, { signal });
    addEventListener("pageshow", (event) => event.persisted && look(), { signal });
    document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && look(), { signal });
    addEventListener("resize", () => { resizeFrame ||= requestAnimationFrame(resized); }, { signal });
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", themeChanged, { signal });
    themes.observe(document.documentElement, { attributes: true, attributeFilter: ["class"] });
    observer.observe(document.body, { childList: true, subtree: true, attributes: true, attributeFilter: ["href"] });
    look();
    ticks.note([document.body]);
    fileTree.note();
})();
