// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

import { isJobAnswer } from "./answers.js";
import { detectLink, detectPage, pageOf } from "./detect.js";
import { Trouble } from "./server.js";
import { shownArchive, troubleText } from "./views.js";

const maxBody = 56_000; // the server takes 60,000 bytes
const maxFiles = 10_000;

/** hugger takes it later: it is not there, not connected, starting, closing or too busy. */
const isForLater = (error) => error.state !== "ready" || [429, 503].includes(error.status) || error.code === "timeout";

/**
 * What the buttons do. Every method resolves; what went wrong comes back as {error: sentence}.
 */
export class Actions {
    #api;
    #pages;
    #server;
    #pairing;
    #outbox;
    #words;
    #later;
    #watch;

    constructor({ api, pages, server, pairing, outbox, words, later, watch }) {
        this.#api = api;
        this.#pages = pages;
        this.#server = server;
        this.#pairing = pairing;
        this.#outbox = outbox;
        this.#words = words;
        this.#later = later;
        this.#watch = watch;
    }

    /** A button of the control of the page `url`, in the tab `tabId`. {} or {error}. */
    async onPage(id, { url, path, archive, tabId }) {
        const page = detectPage(url);
        if (!page)
            return { error: this.#words.t("trouble_no_repo") };
        return this.#told(async () => {
            switch (id) {
            case "archive":
            case "update":
                return this.#submit(wishFor(page, path ? [path] : null));
            case "file":
                return page.path === null ? { error: this.#words.t("trouble_no_files") }
                                          : this.#submit(wishFor(page, [page.path]));
            case "files":
                return this.#openFiles(url);
            case "open":
            case "token":
                return this.#show(page);
            case "gate":
                return this.#api.tabs.update(tabId, { url: pageOf(page, url) });
            case "forget":
                return this.#outbox.forget({ repo: page });
            case "resend":
                return this.#resend(page);
            case "pause":
            case "resume":
            case "retry":
            case "cancel":
                return this.#jobOfPage(url, id);
            case "remove":
            case "remove:last":
                return this.#remove(url, archive, id === "remove:last");
            case "repair":
                return this.#repair(url);
            default:
                return this.#common(id, tabId);
            }
        });
    }

    /** A button of the popup that is about no page. */
    async inPopup(id, { job, id: kept, tabId }) {
        return this.#told(async () => {
            if (id.startsWith("job:"))
                return this.#job(job, id.slice(4));
            switch (id) {
            case "pauseAll":
                return this.#server.call("POST", "jobs/pause");
            case "resumeAll":
                return this.#server.call("POST", "jobs/resume");
            case "disconnect":
                return this.#server.forget(undefined, { byUser: true });
            case "forget":
                return this.#outbox.forget({ id: kept });
            case "permission":
            case "details":
                // The popup itself asked the browser: only there is it the user's own click.
                return this.#server.doubt();
            default:
                return this.#common(id, tabId);
            }
        });
    }

    /** What a link or page leads to, from the context menu or the keyboard: {kept} or {error}. */
    async archiveAddress(href, { fileOnly = false } = {}) {
        const link = detectLink(href);
        if (!link)
            return { error: this.#words.t("trouble_no_repo") };
        return this.#told(() => this.#submit(wishFor(link, fileOnly && link.path ? [link.path] : null)));
    }

    /** The picker's choice. `paths` null: everything. */
    async archiveFiles(url, paths) {
        const page = detectPage(url);
        if (!page)
            return { error: this.#words.t("trouble_no_repo") };
        const results = [];
        for (const files of paths === null ? [null] : portions(paths))
            results.push(await this.#told(() => this.#submit(wishFor(page, files))));
        return results.find(({ error }) => error) ?? results.find(({ kept }) => kept) ?? {};
    }

    /** Hands a wish to hugger; throws a Trouble. */
    async send({ kind, repo, revision, files }) {
        const body = { kind, repo };
        if (revision !== null)
            body.revision = revision;
        if (files)
            body.files = files;
        await this.#server.call("POST", "jobs", { body, fits: isJobAnswer });
        await this.#pages.wish({ kind, repo, revision, files });
    }

    async #told(act) {
        try {
            return (await act()) ?? {};
        } catch (error) {
            if (!(error instanceof Trouble))
                throw error;
            return { error: troubleText(error, this.#words) };
        }
    }

    async #common(id, tabId) {
        switch (id) {
        case "connect":
            await this.#pairing.begin();
            this.#later(this.#pairing.wait());
            return {};
        case "cancelPairing":
            await this.#pairing.cancel();
            return {};
        case "start":
            this.#later(this.#start(tabId));
            return {};
        case "permission":
        case "details":
            await this.#api.tabs.create({ url: this.#api.runtime.getURL("popup/popup.html") });
            return {};
        default:
            return { error: this.#words.t("trouble_failed") };
        }
    }

    // "hugger:" is an order to the desktop, not a page. Chrome leaves the tab where it is; Firefox puts an error page into
    // it when no program takes the order, so there it gets a tab of its own, which closes when hugger is there.
    async #start(tabId) {
        let own = null;
        if (this.#api.runtime.getBrowserInfo)
            own = await this.#api.tabs.create({ url: "hugger:", ...(tabId === null ? {} : { openerTabId: tabId }) });
        else
            await this.#api.tabs.update(tabId ?? undefined, { url: "hugger:" });
        if (await this.#watch.awaitStart() && own)
            await this.#api.tabs.remove(own.id).catch(() => {}); // the user closed it
    }

    async #submit(wish) {
        try {
            await this.send(wish);
            await this.#outbox.forgetSame(wish);
            this.#watch.kick();
            return {};
        } catch (error) {
            if (!(error instanceof Trouble) || !isForLater(error))
                throw error;
        }
        if (!(await this.#outbox.keep(wish)))
            return { error: this.#words.t("trouble_too_many_kept") };
        await this.#watch.wind();
        return { kept: true };
    }

    async #show(page) {
        const body = { kind: page.kind, repo: page.id };
        if (page.revision !== null)
            body.revision = page.revision;
        await this.#server.call("POST", "show", { body });
    }

    async #openFiles(url) {
        const address = `${this.#api.runtime.getURL("files/files.html")}?url=${encodeURIComponent(url)}`;
        // Browsers of phones have no windows.
        if (this.#api.windows)
            await this.#api.windows.create({ url: address, type: "popup", width: 640, height: 720 });
        else
            await this.#api.tabs.create({ url: address });
    }

    async #jobOfPage(url, verb) {
        const { repo } = await this.#pages.ask(url);
        if (!repo.job)
            return { error: this.#words.t("trouble_no_job") };
        return this.#job(repo.job.id, verb);
    }

    async #job(id, verb) {
        if (!Number.isSafeInteger(Number(id)) || !["pause", "resume", "retry", "cancel"].includes(verb))
            return { error: this.#words.t("trouble_failed") };
        await this.#server.call("POST", `jobs/${Number(id)}/${verb}`);
        this.#watch.kick();
    }

    // `asked`: the archive that the question named.
    async #remove(url, asked, isNameTyped) {
        const { repo } = await this.#pages.ask(url);
        const archive = shownArchive(repo) ?? (repo.upstream === "gone" || isNameTyped ? repo.archives[0] : null);
        if (!archive)
            return { error: this.#words.t("trouble_not_held") };
        if (archive.archive !== asked)
            return { error: this.#words.t("trouble_other_copy") };
        // Only what the user typed may stand in for it: a copy that became the last one meanwhile is refused (409).
        const query = isNameTyped ? [["confirm", repo.repo]] : [];
        try {
            await this.#server.call("DELETE", `archives/${archive.archive}`, { query });
        } catch (error) {
            if (error instanceof Trouble && error.code === "last_copy")
                return { error: this.#words.t("trouble_last_copy") };
            throw error;
        }
    }

    // The same request once more, not another one for all of the repo.
    async #resend(page) {
        await this.#outbox.again(page);
        await this.#outbox.flush({ now: true });
        this.#watch.kick();
        await this.#watch.wind();
    }

    async #repair(url) {
        const archive = shownArchive((await this.#pages.ask(url)).repo);
        if (!archive)
            return { error: this.#words.t("trouble_not_held") };
        await this.#server.call("POST", `archives/${archive.archive}/repair`);
        this.#watch.kick();
    }
}

function wishFor(page, files) {
    return { kind: page.kind, repo: page.id, revision: page.revision, files };
}

/** Lists that fit into a request each: the jobs add to each other. */
export function portions(paths) {
    const lists = [];
    let size = Infinity;
    for (const path of paths) {
        const more = new TextEncoder().encode(JSON.stringify(path)).length + 1;
        if (size + more > maxBody || lists.at(-1).length >= maxFiles) {
            lists.push([]);
            size = 0;
        }
        lists.at(-1).push(path);
        size += more;
    }
    return lists;
}
