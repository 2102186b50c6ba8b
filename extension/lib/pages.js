// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

import { isBriefs, isListing, isRepoAnswer } from "./answers.js";
import { detectLink, detectPage, repoKey } from "./detect.js";
import { Trouble } from "./server.js";
import { isUnfinished, shownRevision, viewOf } from "./views.js";

const checkEvery = 10 * 60_000;
const maxChecked = 500;
const maxTicks = 1000;
const maxWished = 2000; // paths; storage.session is small
const idsPerQuestion = 100;
const listingLasts = 60_000;

/**
 * The tabs that show the Hub, and what each of them shows. In storage.session: "tabs" {tabId: {url, hints, isLive, shows,
 * misses}}, "checked" {repo: when}, "wished" {repo@revision: paths or "all"}. `shows` is the server's state that the
 * control tells of, or "trouble" where that may pass; `misses` is true where marks are left out because nobody answered.
 */
export class Pages {
    #session;
    #server;
    #pairing;
    #outbox;
    #words;
    #now;
    #tabs;
    #badge;
    #later;
    #wind;
    #follow;
    #looks = 0; // so far; they overtake each other, and the one that began last is right
    #shown = new Map(); // tab -> which of them it shows
    #checking = new Set(); // repos whose check this worker waits for
    #listings = new Map(); // the files of partly held repos for a minute: asking costs a question to the Hub

    constructor({ session, server, pairing, outbox, words, now, tabs, badge, later, wind, follow }) {
        this.#session = session;
        this.#server = server;
        this.#pairing = pairing;
        this.#outbox = outbox;
        this.#words = words;
        this.#now = now;
        this.#tabs = tabs;
        this.#badge = badge;
        this.#later = later;
        this.#wind = wind;
        this.#follow = follow;
    }

    all() {
        return this.#session.get("tabs", {});
    }

    async drop(tabId) {
        this.#shown.delete(Number(tabId));
        await this.#session.change("tabs", {}, (tabs) => {
            delete tabs[tabId];
            return tabs;
        });
    }

    /** A page was opened in a tab, or changed inside. */
    async open(tabId, url, hints) {
        const look = ++this.#looks;
        this.#shown.set(tabId, look);
        // Noted before the answer: one that is under way about the page before must not be taken for this one's.
        await this.#session.change("tabs", {}, (tabs) =>
            ({ ...tabs, [tabId]: { isLive: false, ...(tabs[tabId]?.url === url ? tabs[tabId] : {}), url, hints } }));
        const { shown, repo, shows } = await this.#look(url, hints);
        if (!(await this.#note(tabId, url, look, shown, shows)))
            return shown;
        await this.#badge(tabId, shown);
        if (repo && repo.held !== "no")
            this.#later(this.#check(url, repo));
        return shown;
    }

    /** A page without a control speaks for the first time: its ticks follow what happens. */
    async visit(tabId, url) {
        await this.#session.change("tabs", {}, (tabs) => ({ [tabId]: { url, hints: {}, isLive: false }, ...tabs }));
    }

    /** What the control shows on a page, for the popup and after an action. */
    async view(url, hints = {}) {
        return (await this.#look(url, hints)).shown;
    }

    /** The page and the server's Repo of it; throws a Trouble. */
    async ask(url) {
        const page = detectPage(url);
        return page ? { page, repo: await this.#repo(page) } : null;
    }

    /** Tells a tab what it shows now. */
    async refresh(tabId) {
        const look = ++this.#looks;
        const tab = (await this.all())[tabId];
        if (!tab)
            return;
        const { shown, shows } = await this.#look(tab.url, tab.hints);
        if (!(await this.#note(tabId, tab.url, look, shown, shows)))
            return;
        await this.#badge(Number(tabId), shown);
        if (this.#shown.get(Number(tabId)) === look)
            await this.tell(tabId, { type: "view", url: tab.url, view: shown });
    }

    /** Tells every tab; with `repos` (a Set of keys) only those about them. */
    async refreshAll(repos = null) {
        const tabs = Object.entries(await this.all());
        await Promise.all(tabs.map(([tabId, { url }]) => {
            const page = detectPage(url);
            return page && (!repos || repos.has(repoKey(page))) ? this.refresh(tabId) : undefined;
        }));
    }

    /** Other repos and files may be held now. */
    async refreshTicks() {
        this.#listings.clear();
        await this.#askForTicks(Object.keys(await this.all()));
    }

    /** The server is in this state: tells the tabs that were told of another one, by a look before or after. */
    async catchUp(state) {
        const tabs = Object.entries(await this.all());
        const behind = tabs.filter(([, { shows }]) => shows !== undefined && shows !== state);
        await Promise.all(behind.map(([tabId]) => this.refresh(tabId)));
        if (state !== "off")
            await this.#askForTicks(tabs.filter(([, { misses }]) => misses).map(([tabId]) => tabId));
    }

    /** Whether some tab shows a trouble that may pass without anybody telling us. */
    async isTroubled() {
        return Object.values(await this.all()).some(({ shows, misses }) => misses || ["off", "trouble"].includes(shows));
    }

    /** Whether the Hub is being asked about a repo. */
    async isChecking() {
        return Object.keys(await this.#session.get("checking", {})).length > 0;
    }

    /** What a worker asked that the browser has ended since: hugger has the answer, or will. */
    async resumeChecks() {
        for (const [key, url] of Object.entries(await this.#session.get("checking", {}))) {
            if (!this.#checking.has(key))
                this.#later(this.#awaitCheck(key, url));
        }
    }

    /** A page's question about its marks came to nothing. */
    async miss(tabId, error) {
        // What hugger itself answers stays: it may be about the Hub, which is not asked again and again.
        if (error.state !== "off")
            return;
        await this.#session.change("tabs", {}, (tabs) =>
            (tabs[tabId] ? { ...tabs, [tabId]: { ...tabs[tabId], misses: true } } : tabs));
        await this.#wind();
    }

    async #askForTicks(tabIds) {
        if (tabIds.length === 0)
            return;
        await this.#session.change("tabs", {}, (tabs) => {
            for (const tabId of tabIds)
                delete tabs[tabId]?.misses;
            return tabs;
        });
        await Promise.all(tabIds.map((tabId) => this.tell(tabId, { type: "ticks" })));
    }

    /** A tab that is gone, or left the Hub, is forgotten. */
    async tell(tabId, message) {
        try {
            await this.#tabs.sendMessage(Number(tabId), message);
        } catch {
            await this.drop(tabId);
        }
    }

    /** Whether some tab shows a job that runs. */
    async isLive() {
        return Object.values(await this.all()).some((tab) => tab.isLive);
    }

    /** For links: those that lead to held repos. */
    async ticks(hrefs) {
        const links = new Map(); // repo -> the links to it
        for (const href of hrefs.slice(0, maxTicks)) {
            const link = detectLink(href);
            if (link?.view === "repo")
                links.set(repoKey(link), [...(links.get(repoKey(link)) ?? []), href]);
        }
        const ticks = {};
        const wanted = [...links];
        for (let at = 0; at < wanted.length; at += idsPerQuestion) {
            const some = wanted.slice(at, at + idsPerQuestion);
            const query = some.map(([key]) => ["id", key]);
            const { repos } = await this.#server.call("GET", "repos", { query, fits: isBriefs });
            // In the order of the question: the names may come back in other letters.
            repos.slice(0, some.length).forEach((brief, n) => {
                if (brief.held === "no")
                    return;
                const held = brief.upstream === "gone" ? "gone" : brief.held;
                for (const href of some[n][1])
                    ticks[href] = { held, title: this.#words.t(`tick_${held}`) };
            });
        }
        return ticks;
    }

    /** For the file tree of a page. */
    async paths(url, paths) {
        const found = await this.ask(url);
        if (!found)
            return {};
        const { page, repo } = found;
        const revision = shownRevision(page);
        const held = repo.asked?.held ?? "no";
        const isRunning = isUnfinished(repo.job) && repo.job.type === "archive" && repo.job.revision === revision;
        const wished = isRunning ? (await this.#session.get("wished", {}))[`${repoKey(page)}@${revision}`] : undefined;
        const files = held === "partial" ? await this.#heldPaths(page) : new Set();
        const states = {};
        for (const path of paths.slice(0, maxTicks)) {
            const state = held === "complete" || files.has(path) ? "held"
                : wished === "all" || wished?.includes(path) ? "fetching" : "none";
            states[path] = { state, title: this.#words.t(`path_${state}`) };
        }
        return states;
    }

    /** Remembers what was asked for, so that the file tree can say what is on its way. */
    async wish({ kind, repo, revision, files }) {
        this.#listings.clear();
        await this.#session.change("wished", {}, (wished) => {
            const key = `${repoKey({ kind, id: repo })}@${revision ?? "main"}`;
            const before = wished[key];
            wished[key] = files && before !== "all" ? [...(before ?? []), ...files].slice(-maxWished) : "all";
            return Object.fromEntries(Object.entries(wished).slice(-20));
        });
    }

    async #look(url, hints = {}) {
        const page = detectPage(url);
        if (!page)
            return { shown: null, repo: null };
        let server = await this.serverState();
        let repo = null;
        let trouble = null;
        if (server.state === "ready") {
            try {
                repo = await this.#repo(page);
            } catch (error) {
                if (!(error instanceof Trouble))
                    throw error;
                if (error.status === 422)
                    return { shown: null, repo: null }; // no repo to hugger, whatever its address looks like
                if (error.state === "ready")
                    trouble = error;
                else
                    server = { ...server, state: error.state, code: error.code };
            }
        }
        const kept = await this.#outbox.ofPage(page);
        const shown = viewOf({ page, url, server, end: await this.#pairing.end(), repo, trouble, kept, hints,
                               words: this.#words });
        return { shown, repo, shows: trouble && !trouble.isFinal ? "trouble" : server.state };
    }

    /** As Server.look(), and "pairing" while that runs. */
    async serverState() {
        const pairing = await this.#pairing.state();
        return pairing ? { state: "pairing", code: pairing.code, port: pairing.port } : this.#server.look();
    }

    async #repo(page) {
        // Said even where the page does not: only then the server says what is held of it.
        const query = [["revision", shownRevision(page)]];
        const path = `repos/${page.kind}/${encodeURIComponent(page.id)}`;
        return (await this.#server.call("GET", path, { query, fits: isRepoAnswer })).repo;
    }

    // Whether the tab still shows that page, and nothing newer about it.
    async #note(tabId, url, look, shown, shows) {
        const isLive = ["queued", "fetching", "waiting", "paused"].includes(shown?.state);
        let isStill = false;
        await this.#session.change("tabs", {}, (tabs) => {
            isStill = tabs[tabId]?.url === url && !(this.#shown.get(Number(tabId)) > look);
            if (!isStill)
                return tabs;
            this.#shown.set(Number(tabId), look);
            return { ...tabs, [tabId]: { ...tabs[tabId], isLive, shows } };
        });
        // However it came to be shown: the alarm sees to it that it does not stay.
        if (isStill && ["off", "trouble"].includes(shows))
            await this.#wind();
        return isStill;
    }

    // Has hugger ask the Hub what became of what is held, so that "newer" and "gone" are known on the page.
    async #check(url, repo) {
        const key = repoKey({ kind: repo.kind, id: repo.repo });
        let isDue = false;
        await this.#session.change("checked", {}, (checked) => {
            isDue = !(this.#now() - checked[key] < checkEvery);
            if (!isDue)
                return checked;
            delete checked[key];
            checked[key] = this.#now();
            return Object.fromEntries(Object.entries(checked).slice(-maxChecked));
        });
        if (isDue)
            await this.#awaitCheck(key, url);
    }

    async #awaitCheck(key, url) {
        const page = detectPage(url);
        const noted = (isUnderWay) => this.#session.change("checking", {}, ({ [key]: _, ...rest }) =>
            (isUnderWay ? { ...rest, [key]: url } : rest));
        this.#checking.add(key);
        await noted(true);
        // A second look takes the Hub longer than some browsers give a worker: the alarm wakes another one.
        await this.#wind();
        try {
            const body = { revision: shownRevision(page) };
            await this.#server.call("POST", `repos/${page.kind}/${encodeURIComponent(page.id)}/check`, { body });
        } catch (error) {
            if (!(error instanceof Trouble))
                throw error;
            return; // what was known stays shown
        } finally {
            this.#checking.delete(key);
            await noted(false);
            await this.#wind();
        }
        await this.refreshAll(new Set([key]));
        await this.#follow(); // what may be the last copy is being verified now
    }

    async #heldPaths(page) {
        const key = `${repoKey(page)}@${shownRevision(page)}`;
        const known = this.#listings.get(key);
        if (known && this.#now() - known.at < listingLasts)
            return known.paths;
        const listing = await this.files(page);
        const paths = new Set(listing.files.filter((file) => file.held).map((file) => file.path));
        this.#listings.set(key, { at: this.#now(), paths });
        return paths;
    }

    /** The Hub's listing with what is held of it. */
    files(page) {
        const query = page.revision === null ? [] : [["revision", page.revision]];
        return this.#server.call("GET", `repos/${page.kind}/${encodeURIComponent(page.id)}/files`,
                                 { query, fits: isListing, timeout: 60_000 });
    }
}
