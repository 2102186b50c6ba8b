// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

import { toHex, randomBytes } from "./bytes.js";
import { Trouble } from "./server.js";

export const maxKept = 200;
const maxSize = 4_000_000; // of what the browser lets an extension keep

// Refusals that are the same tomorrow. Everything else is tried again.
const isFinal = (error) => error.state === "ready" && [400, 403, 404, 413, 415, 422].includes(error.status);

/**
 * What the user asked for while hugger was not there: kept in storage.local, over restarts of the browser, until hugger
 * took or refused it. Entries: {id, kind, repo, revision, files, at, refused}, `refused` being the server's sentence.
 */
export class Outbox {
    #local;
    #now;
    #send;
    #sending = null;

    /** `send` hands one wish to hugger and throws a Trouble when that fails. */
    constructor({ local, now, send }) {
        this.#local = local;
        this.#now = now;
        this.#send = send;
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
            const next = [...others, { id: before?.id ?? toHex(randomBytes(8)), ...wanted, at: this.#now(), refused: null }];
            isKept = next.length <= maxKept && JSON.stringify(next).length <= maxSize;
            return isKept ? next : entries;
        });
        return isKept;
    }

    /** Drops one by its id, or all of a repo. */
    async forget({ id, repo }) {
        await this.#local.change("outbox", [], (entries) => {
            const rest = entries.filter((entry) =>
                id !== undefined ? entry.id !== id : !(entry.kind === repo.kind && entry.repo === repo.id));
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

    /** Hands over what is kept, oldest first, as far as hugger takes it. Gives how many it took. */
    flush() {
        this.#sending ??= this.#flush().finally(() => {
            this.#sending = null;
        });
        return this.#sending;
    }

    async #flush() {
        let taken = 0;
        for (const entry of await this.all()) {
            if (entry.refused)
                continue;
            try {
                await this.#send(entry);
                taken += 1;
                await this.#replace(entry, null);
            } catch (error) {
                if (!(error instanceof Trouble))
                    throw error;
                if (!isFinal(error))
                    break;
                await this.#replace(entry, { ...entry, refused: error.sentence || error.code });
            }
        }
        return taken;
    }

    // By id: meanwhile the user may have dropped it.
    #replace(entry, changed) {
        return this.#local.change("outbox", [], (entries) => {
            const rest = entries.flatMap((other) => (other.id !== entry.id ? [other] : changed ? [changed] : []));
            return rest.length > 0 ? rest : undefined;
        });
    }
}

function isSameWish(a, b) {
    return a.kind === b.kind && a.repo === b.repo && (a.revision ?? null) === (b.revision ?? null)
        && JSON.stringify(a.files ?? null) === JSON.stringify(b.files ?? null);
}
