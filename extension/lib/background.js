// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

import { Actions } from "./actions.js";
import { isJobs } from "./answers.js";
import { browserName, isLoopbackDenied } from "./browser.js";
import { detectPage, isHubUrl, repoKey } from "./detect.js";
import { Kept } from "./kept.js";
import { Outbox } from "./outbox.js";
import { Pages } from "./pages.js";
import { Pairing } from "./pairing.js";
import { defaultPort, hubOrigins, isPort, ownOrigin, Server, Trouble } from "./server.js";
import { Surface } from "./surface.js";
import { isUnfinished, jobItem, serverText, troubleText } from "./views.js";
import { Watch } from "./watch.js";
import { makeWords } from "./words.js";

const shownJobs = 20;
const failureLasts = 3 * 24 * 60 * 60_000; // in the popup
const settingsOf = ({ port = null, ticks = true, badge = true, fileButtons = true }) =>
    ({ port, ticks, badge, fileButtons });

/**
 * The background of the extension: puts its parts together and answers what the browser, the pages and the content
 * scripts ask. `api` is the browser's, `fetch`, `now`, `sleep` and `permissions` (navigator.permissions) are what it
 * stands on, so that tests can stand it on something else.
 */
export function makeBackground({ api, fetch, now, sleep, permissions, log }) {
    const local = new Kept(api.storage.local);
    const session = new Kept(api.storage.session);
    const words = makeWords((key, values) => api.i18n.getMessage(key, values));

    // Work that nobody waits for; tests do.
    const running = new Set();
    const later = (promise) => {
        const guarded = Promise.resolve(promise).catch(log).finally(() => running.delete(guarded));
        running.add(guarded);
    };
    const idle = async () => {
        while (running.size > 0)
            await Promise.all(running);
    };

    const server = new Server({
        local, fetch, now, permissions: (origins) => api.permissions.contains({ origins }),
        isBlocked: () => isLoopbackDenied(permissions),
    });
    const pairing = new Pairing({
        server, session, now, sleep, origin: api.runtime.getURL("").replace(/\/$/, ""), name: () => browserName(api),
        changed: () => pairingChanged(),
    });
    const outbox = new Outbox({ local, now, send: (wish) => actions.send(wish),
                                sentence: (error) => troubleText(error, words) });
    const surface = new Surface({ api, local, words, sleep });
    const pages = new Pages({ session, server, pairing, outbox, words, now, tabs: api.tabs, later,
                              badge: (tabId, view) => surface.badge(tabId, view), wind: () => watch.wind(),
                              follow: () => watch.follow() });
    const watch = new Watch({ api, session, server, pages, pairing, outbox, later, now, sleep });
    const actions = new Actions({ api, pages, server, pairing, outbox, words, later, watch });

    async function pairingChanged() {
        await watch.wind();
        const pairingState = await pairing.state();
        await (pairingState ? session.set("state", "pairing") : watch.contact((await server.look()).state));
        await pages.refreshAll();
        await watch.notify();
    }

    // ---- content scripts

    async function onContent(message, tabId, url) {
        const settings = settingsOf(await local.get("settings", {}));
        switch (message.type) {
        case "page": {
            const view = await pages.open(tabId, message.url, hintsOf(message.hints));
            later(afterContact());
            return view;
        }
        case "act":
            return onAct(message, tabId);
        case "ticks":
            await pages.visit(tabId, url);
            return settings.ticks ? quietly(() => pages.ticks(textsOf(message.hrefs)), tabId) : {};
        case "paths":
            return settings.fileButtons ? quietly(() => pages.paths(message.url, textsOf(message.paths)), tabId) : {};
        default:
            return undefined;
        }
    }

    async function onAct(message, tabId) {
        const { action, url, path, archive } = message;
        if (typeof action !== "string")
            return undefined;
        const result = await actions.onPage(action, { url, path: typeof path === "string" ? path : undefined, archive,
                                                        tabId });
        const tabs = await pages.all();
        const view = await pages.view(url, tabs[tabId]?.hints);
        later(afterAct());
        later(watch.notify());
        return result.error ? { error: result.error } : view;
    }

    async function afterAct() {
        await pages.refreshAll();
        await watch.wind();
        await watch.follow();
    }

    /** Marks are left out while hugger cannot be asked: the control says why. */
    async function quietly(ask, tabId = null) {
        try {
            return await ask();
        } catch (error) {
            if (!(error instanceof Trouble))
                throw error;
            if (tabId !== null)
                await pages.miss(tabId, error);
            return {};
        }
    }

    async function afterContact() {
        await watch.wind();
        const pairingState = await pairing.state();
        if (pairingState)
            return;
        const { state } = await server.look();
        await watch.contact(state);
        if (state === "ready")
            await watch.follow();
    }

    // ---- popup, options, picker

    async function onPage(message) {
        switch (message.type) {
        case "overview":
            await watch.setPopup(true);
            later(afterContact());
            return overview();
        case "act": {
            const tab = await activeTab();
            const tabId = tab?.id ?? null;
            const isOfPage = typeof message.url === "string" && detectPage(message.url) !== null;
            const result = isOfPage ? await actions.onPage(String(message.action), { ...message, tabId })
                                    : await actions.inPopup(String(message.action), { ...message, tabId });
            later(afterAct());
            return { overview: await overview(), ...(result.error ? { error: result.error } : {}) };
        }
        case "settings":
            return settingsOf(await local.get("settings", {}));
        case "set":
            return changeSettings(message);
        case "files":
            return listFiles(message.url);
        case "archiveFiles": {
            const paths = message.paths === null ? null : textsOf(message.paths);
            const result = paths?.length === 0 ? { error: words.t("trouble_no_files") }
                                               : await actions.archiveFiles(message.url, paths);
            later(pages.refreshAll());
            return result.error ? { error: result.error } : { ok: true, kept: result.kept === true };
        }
        default:
            return undefined;
        }
    }

    async function overview() {
        const state = { ...(await pages.serverState()) };
        const end = await pairing.end();
        let jobs = [];
        if (state.state === "ready") {
            const query = [["state", "all"]];
            jobs = await quietly(async () => (await server.call("GET", "jobs", { query, fits: isJobs })).jobs);
        }
        const tab = await activeTab();
        const page = tab?.url && detectPage(tab.url) ? await pages.view(tab.url, (await pages.all())[tab.id]?.hints) : null;
        const list = Array.isArray(jobs) ? jobsToShow(jobs, now()) : [];
        if (!(await api.permissions.contains({ origins: [ownOrigin] })))
            Object.assign(state, { state: "permission", code: "no_permission" });
        const isUnpaired = state.state === "unpaired";
        const wasRefused = isUnpaired && ["denied", "pairing_refused"].includes(end);
        return {
            server: {
                state: wasRefused ? "refused" : state.state,
                text: isUnpaired && end !== null ? troubleText({ code: end }, words) : serverText(state, words),
                hint: await api.permissions.contains({ origins: hubOrigins }) ? null : words.t("hint_hub"),
                ...(state.state === "pairing" ? { code: state.code } : {}),
                ...(state.port ? { port: state.port } : {}), ...(state.version ? { version: state.version } : {}),
                canShow: state.hasWindow === true,
            },
            page: page ? { ...page, url: tab.url } : null,
            jobs: list.slice(0, shownJobs).map((job) => jobItem(job, words)),
            saved: (await outbox.all()).map((entry) => ({
                id: entry.id, repo: entry.repo, kind: entry.kind, label: labelOf(entry),
                when: entry.refused ?? entry.said ?? words.t("saved_when", words.moment(entry.at, now())),
                refused: entry.refused !== null,
            })),
            more: Math.max(0, list.length - shownJobs),
            shortcuts: (await api.commands?.getAll() ?? []).map(({ name, description, shortcut }) =>
                ({ name, description: description || words.t("command_popup"), shortcut })),
        };
    }

    function labelOf(entry) {
        const name = entry.revision ? `${entry.repo} @ ${entry.revision}` : entry.repo;
        return entry.files ? words.t("saved_files", name, words.count("n_files", entry.files.length)) : name;
    }

    async function changeSettings(message) {
        await local.change("settings", {}, (settings) => {
            for (const name of ["ticks", "badge", "fileButtons"]) {
                if (typeof message[name] === "boolean")
                    settings[name] = message[name];
            }
            if (message.port === null || message.port === defaultPort)
                delete settings.port;
            else if (isPort(message.port))
                settings.port = message.port;
            return settings;
        });
        server.doubt();
        later(pages.refreshAll().then(() => pages.refreshTicks()));
        return settingsOf(await local.get("settings", {}));
    }

    async function listFiles(url) {
        const page = typeof url === "string" ? detectPage(url) : null;
        if (!page)
            return { error: words.t("trouble_no_repo") };
        try {
            const listing = await pages.files(page);
            return { repo: listing.repo, kind: listing.kind, revision: listing.revision, commit: listing.commit,
                     files: listing.files, fetchBytes: listing.fetch_bytes, freeBytes: listing.free_bytes,
                     freeAfter: listing.free_after, warnings: listing.warnings ?? [] };
        } catch (error) {
            if (!(error instanceof Trouble))
                throw error;
            return { error: troubleText(error, words) };
        }
    }

    async function activeTab() {
        return (await api.tabs.query({ active: true, lastFocusedWindow: true }))[0] ?? null;
    }

    // ---- what the browser calls

    const root = api.runtime.getURL("");

    return {
        /** Who asks decides what may be asked; anybody else gets no answer. */
        onMessage(message, sender) {
            if (sender.id !== api.runtime.id || message === null || typeof message !== "object")
                return undefined;
            if (sender.url?.startsWith(root))
                return onPage(message);
            const isOurs = sender.tab && sender.frameId === 0 && isSecureHub(sender.url)
                && (sender.origin === undefined || isSecureHub(`${sender.origin}/`));
            // A content script speaks about its own page, on its own host.
            if (!isOurs || (message.url !== undefined && !isSameHost(message.url, sender.url)))
                return undefined;
            return onContent(message, sender.tab.id, sender.url);
        },

        async onAlarm({ name }) {
            if (name === "beat")
                await watch.beat();
        },

        /** The address changed, perhaps without a new document: the page is asked to look again. */
        async onTabUpdated(tabId, change) {
            if (change.url !== undefined && isHubUrl(change.url)) {
                if (!detectPage(change.url))
                    await pages.open(tabId, change.url, {});
                await pages.tell(tabId, { type: "look" });
            } else if (change.url !== undefined || change.status === "loading")
                await pages.drop(tabId);
        },

        onTabRemoved: (tabId) => pages.drop(tabId),

        async onTabActivated({ tabId }) {
            await pages.refresh(tabId);
        },

        async onCommand(command, tab) {
            if (command === "archive-page")
                await archiveFromOutside(tab ?? await activeTab(), null, {});
        },

        async onMenuClicked(info, tab) {
            const address = info.menuItemId === "archive-page" ? info.pageUrl : info.linkUrl;
            await archiveFromOutside(tab, address, { fileOnly: info.menuItemId === "archive-file" });
        },

        async onInstalled() {
            await surface.makeMenus();
        },

        /** The browser starts, perhaps in another language. */
        async onStartup() {
            await surface.makeMenus();
        },

        /** The worker woke: what was under way goes on. */
        async onWake() {
            // Only this extension's own pages may read what is kept; older browsers cannot be told so.
            await api.storage.local.setAccessLevel?.({ accessLevel: "TRUSTED_CONTEXTS" });
            await watch.beat();
        },

        idle,
    };

    async function archiveFromOutside(tab, address, how) {
        if (!tab)
            return;
        const href = address ?? tab.url ?? "";
        const result = await actions.archiveAddress(href, how);
        later(pages.refreshAll());
        const sentence = result.error ?? words.t(result.kept ? "flash_kept" : "flash_sent");
        await surface.flash(tab.id, !result.error, sentence);
        const shown = (await pages.all())[tab.id];
        await surface.badge(tab.id, shown ? await pages.view(shown.url, shown.hints) : null);
    }
}

function hintsOf(hints) {
    return { status: Number.isInteger(hints?.status) ? hints.status : null, gate: hints?.gate === true,
             missing: hints?.missing === true };
}

// What is not done, then what failed lately and was not begun anew since.
function jobsToShow(jobs, now) {
    const aim = (job) => `${job.type} ${repoKey({ kind: job.kind, id: job.repo })} ${job.revision}`;
    const newest = new Map();
    for (const job of jobs)
        newest.set(aim(job), Math.max(job.id, newest.get(aim(job)) ?? 0));
    const isFresh = (job) => !(now - Date.parse(job.updated_at) > failureLasts);
    const failed = jobs.filter((job) => job.state === "failed" && isFresh(job) && newest.get(aim(job)) === job.id);
    return [...jobs.filter(isUnfinished), ...failed];
}

const textsOf = (list) => (Array.isArray(list) ? list.filter((item) => typeof item === "string") : []);

const isSecureHub = (url) => typeof url === "string" && url.startsWith("https:") && isHubUrl(url);

const isSameHost = (url, other) => typeof url === "string" && isSecureHub(url)
    && new URL(url).host === new URL(other).host;
