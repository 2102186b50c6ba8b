// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

import { bytesOf, fromHex, hmacSha256, isSame, randomBytes, sha256, toHex } from "./bytes.js";
import { Trouble } from "./server.js";

const pollSeconds = 20;
const pollPause = 1000;
const tokenPattern = /^hugger_[A-Za-z0-9_-]{43}$/;

/**
 * Six digits that both sides compute: nobody can choose them, because we commit to our nonce before we see theirs. With the
 * port in them nobody at this one can pass on what hugger says at another.
 */
export async function pairingCode(clientNonce, serverNonce, origin, port) {
    const originBytes = bytesOf(`${origin}\n${port}`);
    const message = new Uint8Array(serverNonce.length + originBytes.length);
    message.set(serverNonce);
    message.set(originBytes, serverNonce.length);
    const mac = await hmacSha256(clientNonce, message);
    const first = new DataView(mac.buffer).getUint32(0);
    return String(first % 1_000_000).padStart(6, "0");
}

/**
 * Connecting to hugger: commit, reveal, show the code, wait for the user to allow it there. Everything is in
 * storage.session under "pairing", so that it goes on after the browser put the worker to sleep:
 * {id, port, code, endsAt} while it runs. How it ended last is under "pairingEnd": a code of Trouble or "denied",
 * "expired", "wrong_code".
 */
export class Pairing {
    #server;
    #session;
    #now;
    #sleep;
    #origin;
    #name;
    #changed;
    #waiting = null;
    #beginning = null;

    /** `name`: async, what this browser calls itself. `changed`: async, told whenever the state is another one. */
    constructor({ server, session, now, sleep, origin, name, changed }) {
        this.#server = server;
        this.#session = session;
        this.#now = now;
        this.#sleep = sleep;
        this.#origin = origin;
        this.#name = name;
        this.#changed = changed;
    }

    /** {code, endsAt} while it runs, else null. */
    async state() {
        const state = await this.#session.get("pairing");
        return state && state.endsAt > this.#now() ? state : null;
    }

    /** Why it ended without success, or null. */
    end() {
        return this.#session.get("pairingEnd", null);
    }

    /** Asks hugger. Returns when the code is known; throws a Trouble when it does not come to that. */
    begin() {
        this.#beginning ??= this.#begin().finally(() => {
            this.#beginning = null;
        });
        return this.#beginning;
    }

    async #begin() {
        if (await this.state())
            return;
        await this.#session.remove("pairingEnd");
        const { port } = await this.#server.anyone();
        const nonce = randomBytes(32);
        try {
            const asked = await this.#server.callOpen(port, "POST", "pair", {
                body: { name: await this.#name(), commitment: toHex(await sha256(nonce)) },
            });
            const serverNonce = fromHex(asked.nonce);
            if (typeof asked.pairing !== "string" || !/^[A-Za-z0-9_-]{1,128}$/.test(asked.pairing)
                || serverNonce?.length !== 32)
                throw new Trouble("ready", "not_hugger");
            const revealed = await this.#server.callOpen(port, "POST", `pair/${asked.pairing}`,
                                                         { body: { nonce: toHex(nonce) } });
            const code = await pairingCode(nonce, serverNonce, this.#origin, port);
            if (!isSame(bytesOf(code), bytesOf(String(revealed.code)))) {
                await this.#withdraw(port, asked.pairing);
                throw new Trouble("ready", "wrong_code");
            }
            const seconds = Math.min(Number(asked.expires_in) || 60, 600);
            await this.#session.set("pairing",
                                    { id: asked.pairing, port, code, endsAt: this.#now() + seconds * 1000 });
        } catch (error) {
            if (error instanceof Trouble) {
                // Elsewhere hugger says so of questions, which are no tries.
                if (error.code === "too_many")
                    error.code = "too_many_tries";
                await this.#session.set("pairingEnd", error.code);
            }
            throw error;
        }
        await this.#changed();
    }

    /** Waits for the user's answer, if a pairing runs: called after begin(), and whenever the worker wakes. */
    wait() {
        this.#waiting ??= this.#wait().finally(() => {
            this.#waiting = null;
        });
        return this.#waiting;
    }

    async #wait() {
        for (;;) {
            const pairing = await this.#session.get("pairing");
            if (!pairing)
                return;
            if (pairing.endsAt <= this.#now()) {
                await this.#finish(pairing, "expired");
                continue;
            }
            let answer;
            try {
                answer = await this.#server.callOpen(pairing.port, "GET", `pair/${pairing.id}`,
                                                     { query: [["wait", pollSeconds]],
                                                       timeout: (pollSeconds + 8) * 1000 });
            } catch (error) {
                if (!(error instanceof Trouble))
                    throw error;
                // It ended there, or hugger did: the token is given once, so there is nothing to come back for.
                await this.#finish(pairing, error.status === 404 ? "expired" : error.code);
                continue;
            }
            if (answer.state === "begun" || answer.state === "asked") {
                // hugger holds the question for long; somebody else on its port may not.
                await this.#sleep(pollPause);
                continue;
            }
            await this.#answered(pairing, answer);
        }
    }

    async #answered(pairing, { state, client, token }) {
        if (state !== "allowed") {
            await this.#finish(pairing, state === "denied" ? "denied" : "expired");
        } else if (typeof client !== "string" || !tokenPattern.test(token)) {
            await this.#finish(pairing, "not_hugger");
        } else {
            await this.#server.remember({ client, token, port: pairing.port });
            await this.#finish(pairing, null);
        }
    }

    /** The user thought better of it. */
    async cancel() {
        const pairing = await this.#session.get("pairing");
        if (!pairing)
            return;
        await this.#finish(pairing, null);
        await this.#withdraw(pairing.port, pairing.id);
    }

    async #withdraw(port, id) {
        try {
            await this.#server.callOpen(port, "DELETE", `pair/${id}`);
        } catch (error) {
            if (!(error instanceof Trouble))
                throw error;
            // It ends by itself within a minute.
        }
    }

    // One that was cancelled, or followed by another, has no say in how it ended.
    async #finish(pairing, end) {
        let wasIt = false;
        await this.#session.change("pairing", undefined, (now) => {
            wasIt = now?.id === pairing.id;
            return wasIt ? undefined : now;
        });
        if (!wasIt)
            return;
        await this.#session.set("pairingEnd", end ?? undefined);
        await this.#changed();
    }
}
