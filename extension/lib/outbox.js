// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

import { toHex, randomBytes } from "./bytes.js";
import { repoKey } from "./detect.js";
import { Trouble } from "./server.js";

export const maxKept = 200;
const maxSize = 4_000_000; // of what the browser lets an extension keep

/**
 * What the user asked for while hugger was not there: kept in storage.local, over restarts of the browser, until hugger
 * took or refused it. Entries: {id, kind, repo, revision, files, at, refused, said}: `refused` is the sentence of a refusal
 * for good, `said` that of a failure after which it is tried again.
 */
export class Outbox {
    #local;
    #now;
    #send;
    #sentence;
    #sending = null;
    #notBefore = 0; // hugger asked to be left alone until then

    /** `send` hands one wish to hugger and throws a Trouble when that fails; `sentence` says that in words. */
    constructor({ local, now, send, sentence }) {
        this.#local = local;
        this.#now = now;
        this.#send = send;
        this.#sentence = sentence;
    }

    all() {
        return this.#local.get("outbox", []);
    }

    /** Something waits to be sent. */
    async isWaiting() {
        return (await this.all()).some((entry) => !entry.refused);
    }

    /** Keeps a wish {kind, repo, revision, files?}; the same again is one. False when there are too many. */
    async keep(wish) {
        let isKept = true;
        const wanted = { kind: wish.kind, repo: wish.repo, revision: wish.revision ?? null, files: wish.files ?? null };
        await this.#local.change("outbox", [], (entries) => {
            const others = entries.filter((entry) => !isSameWish(entry, wanted));
            const before = entries.find((entry) => isSameWish(entry, wanted));
            const next = [...others, { id: before?.id ?? toHex(randomBytes(8)), ...wanted, at: this.#now(),
                                       refused: null, said: null }];
            isKept = next.length <= maxKept && JSON.stringify(next).length <= maxSize;
            return isKept ? next : entries;
        });
        return isKept;
    }

    /** Drops one by its id, or all of a repo. */
    async forget({ id, repo }) {
        await this.#local.change("outbox", [], (entries) => {
            const rest = entries.filter((entry) =>
                id !== undefined ? entry.id !== id : keyOf(entry) !== repoKey(repo));
            return rest.length > 0 ? rest : undefined;
        });
    }

    /** hugger has it already. */
    async forgetSame(wish) {
        await this.#local.change("outbox", [], (entries) => {
            const rest = entries.filter((entry) => !isSameWish(entry, wish));
            return rest.length > 0 ? rest : undefined;
        });
    }

    /** The newest of what a page {kind, id, revision} shows, or undefined. */
    async ofPage(page) {
        return (await this.all()).findLast((entry) => isOfPage(entry, page));
    }

    /** A refused one of this page is tried once more. */
    async again(page) {
        await this.#local.change("outbox", [], (entries) => {
            const rest = entries.map((entry) => (isOfPage(entry, page) ? { ...entry, refused: null } : entry));
            return rest.length > 0 ? rest : undefined;
        });
    }

    /**
     * Hands over what is kept, oldest first, as far as hugger takes it; `now`: even if hugger asked to wait. Gives how many
     * entries are not what they were.
     */
    flush({ now = false } = {}) {
        if (!now && this.#now() < this.#notBefore)
            return Promise.resolve(0);
        this.#sending ??= this.#flush().finally(() => {
            this.#sending = null;
        });
        return this.#sending;
    }

    async #flush() {
        let changed = 0;
        for (const entry of await this.all()) {
            if (entry.refused)
                continue;
            try {
                await this.#send(entry);
                changed += 1;
                await this.#replace(entry, null);
            } catch (error) {
                if (!(error instanceof Trouble))
                    throw error;
                if (error.state !== "ready")
                    break;
                changed += await this.#failed(entry, error);
                if ([429, 503].includes(error.status)) {
                    this.#notBefore = this.#now() + error.retryAfter * 1000;
                    break;
                }
            }
        }
        return changed;
    }

    // Whether there is something new to say about it.
    async #failed(entry, error) {
        const sentence = this.#sentence(error);
        if (!error.isFinal && entry.said === sentence)
            return 0;
        await this.#replace(entry, { ...entry, ...(error.isFinal ? { refused: sentence } : { said: sentence }) });
        return 1;
    }

    // By id: meanwhile the user may have dropped it.
    #replace(entry, changed) {
        return this.#local.change("outbox", [], (entries) => {
            const rest = entries.flatMap((other) => (other.id !== entry.id ? [other] : changed ? [changed] : []));
            return rest.length > 0 ? rest : undefined;
        });
    }
}

const keyOf = (entry) => repoKey({ kind: entry.kind, id: entry.repo });

const isOfPage = (entry, page) =>
    keyOf(entry) === repoKey(page) && (entry.revision ?? "main") === (page.revision ?? "main");

function isSameWish(a, b) {
    return keyOf(a) === keyOf(b) && (a.revision ?? null) === (b.revision ?? null)
        && JSON.stringify(a.files ?? null) === JSON.stringify(b.files ?? null);
}
