// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

import { isEvents } from "./answers.js";
import { bytesOf, fromHex, hmacSha256, isSame, randomBytes, sha256, toHex } from "./bytes.js";

export const apiVersion = 1;
export const defaultPort = 4847;
const portsTried = 5; // hugger takes one of the next four where its port is taken
/** What the manifest asks for; Firefox lets the user take each of it away. Without the first nothing works. */
export const ownOrigin = "http://127.0.0.1/*";
export const hubOrigins = ["https://huggingface.co/*", "https://hf.co/*"];

const pingTimeout = 1500;
const callTimeout = 30_000; // what asks the Hub takes its time
const pollSeconds = 20;
const longestRetry = 600; // seconds, whatever is said
// Another program can take the port in the moment hugger ends: so the proof is good for one burst of questions only.
const proofLasts = 100;

/**
 * Why a call failed. `state`: what the server is then ("off", "unpaired", "permission", "blocked", "old"), or "ready"
 * when it answered with a refusal: then `code`, `status` and `message` are the server's own.
 */
export class Trouble extends Error {
    constructor(state, code, { status = 0, message = "", retryAfter = 0 } = {}) {
        super(message || code);
        this.state = state;
        this.code = code;
        this.status = status;
        this.sentence = message;
        this.retryAfter = retryAfter;
    }

    /** A refusal that is the same tomorrow; everything else may pass. */
    get isFinal() {
        return this.state === "ready" && [400, 403, 404, 413, 415, 422].includes(this.status);
    }
}

export const isPort = (port) => Number.isInteger(port) && port > 0 && port < 65536;

/**
 * The hugger on this computer: finds it, has it prove that it is the one this browser was paired with, and only then
 * sends the token, to 127.0.0.1 and to nowhere else.
 *
 * `local` keeps "pairing" {client, token} and "port" (where it was found last); "settings".port is where the user says
 * it is. Memory holds nothing but the last proof.
 */
export class Server {
    #local;
    #fetch;
    #now;
    #permissions;
    #isBlocked;
    #proved = null; // {at, port, instance, version, hasWindow, client}
    #proving = null;

    constructor({ local, fetch, now, permissions, isBlocked }) {
        this.#local = local;
        this.#fetch = fetch;
        this.#now = now;
        this.#permissions = permissions;
        this.#isBlocked = isBlocked;
    }

    /** Who answers: {state: "ready"|"unpaired"|"off"|"permission"|"blocked"|"old", port?, version?, instance?, ...}. */
    async look() {
        try {
            return { state: "ready", ...(await this.#ready()) };
        } catch (error) {
            if (error instanceof Trouble)
                return { state: error.state, code: error.code, ...error.found };
            throw error;
        }
    }

    /**
     * One question with the token. Gives the JSON of the answer, or throws a Trouble. `fits` tells whether hugger would
     * answer that: if not, somebody else did.
     */
    async call(method, path, options = {}) {
        const before = this.#proved;
        const found = await this.#ready();
        try {
            return await this.#ask(found, method, path, options);
        } catch (error) {
            // hugger may be elsewhere since it proved itself. What changes something is not asked for twice.
            if (!(error instanceof Trouble) || error.state !== "off" || found !== before || method !== "GET")
                throw error;
        }
        return this.#ask(await this.#ready(), method, path, options);
    }

    async #ask(found, method, path, { body, query, signal, timeout = callTimeout, fits = () => true }) {
        const paired = await this.#local.get("pairing");
        if (!paired || paired.client !== found.client)
            throw new Trouble("unpaired", "not_paired");
        try {
            const { json } = await this.#send(found.port, method, path,
                                              { body, query, signal, timeout, token: paired.token });
            if (!fits(json))
                throw new Trouble("off", "not_hugger");
            return json;
        } catch (error) {
            if (!(error instanceof Trouble))
                throw error;
            if (error.state === "off" && this.#proved === found)
                this.#proved = null;
            if (error.status === 401) {
                this.#proved = null;
                await this.forget(paired.client);
                throw new Trouble("unpaired", "revoked");
            }
            throw error;
        }
    }

    /** What is new since N, waiting for it if `wait`. */
    events(since, { wait = 0, signal } = {}) {
        const seconds = Math.min(wait, pollSeconds);
        return this.call("GET", "events", { query: [["since", since], ["wait", seconds]], signal, fits: isEvents,
                                            timeout: (seconds + 8) * 1000 });
    }

    /** For pairing: whoever says it is hugger; nothing secret goes there. */
    async anyone() {
        const { others } = await this.#search(null);
        if (others.length === 0)
            throw await this.#silence();
        const usable = others.find((answer) => answer.api === apiVersion);
        if (!usable)
            throw tooOld(others[0]);
        return usable;
    }

    /** A question without a token, to a port that anyone() gave. */
    async callOpen(port, method, path, { body, query, signal, timeout = pingTimeout * 4 } = {}) {
        return (await this.#send(port, method, path, { body, query, signal, timeout })).json;
    }

    /** After pairing. */
    async remember({ client, token, port }) {
        this.#proved = null;
        await this.#local.set("pairing", { client, token });
        await this.#local.set("port", port);
        await this.#local.remove("lost");
    }

    /** The token is worth nothing any more; `lost` lets the words say that it was once. */
    async forget(client, { byUser = false } = {}) {
        this.#proved = null;
        await this.#local.change("pairing", undefined, (paired) =>
            client === undefined || paired?.client === client ? undefined : paired);
        await this.#local.set("lost", byUser ? undefined : true);
    }

    isPaired() {
        return this.#local.get("pairing").then(Boolean);
    }

    /** Before the next question, look again: the port or the permissions may have changed. */
    doubt() {
        this.#proved = null;
    }

    async #ready() {
        const age = this.#proved ? this.#now() - this.#proved.at : -1; // less than nothing where the clock was set back
        if (age >= 0 && age < proofLasts)
            return this.#proved;
        // Several questions at once wait for one proof.
        this.#proving ??= this.#prove().finally(() => {
            this.#proving = null;
        });
        return this.#proving;
    }

    async #prove() {
        this.#proved = null;
        const paired = await this.#local.get("pairing");
        const { proved, others } = await this.#search(paired);
        const best = proved ?? others[0];
        if (!best)
            throw await this.#silence();
        if (best.api !== apiVersion)
            throw tooOld(best);
        if (!proved) {
            const trouble = new Trouble("unpaired", paired || await this.#local.get("lost") ? "revoked" : "not_paired");
            trouble.found = { port: best.port, version: best.version, hasWindow: best.hasWindow };
            throw trouble;
        }
        await this.#local.change("port", undefined, () => proved.port);
        this.#proved = { at: this.#now(), client: paired.client, ...proved };
        return this.#proved;
    }

    /** Asks the likeliest port, then all others at once: the one that proves itself, and who else says it is hugger. */
    async #search(paired) {
        const { port: wanted } = await this.#local.get("settings", {});
        const last = await this.#local.get("port");
        const near = isPort(wanted) ? portsFrom(wanted) : [];
        const ports = [...new Set([wanted, last, ...near, ...portsFrom(defaultPort)])].filter(isPort);
        const others = [];
        for (const group of [ports.slice(0, 1), ports.slice(1)]) {
            const answers = await Promise.all(group.map((port) => this.#ping(port, paired)));
            const proved = answers.find((answer) => answer?.isProved);
            if (proved)
                return { proved, others };
            // A wrong proof: whoever that is, it is not a hugger to be paired with.
            others.push(...answers.filter((answer) => answer && !answer.isWrong));
            if (!paired && others.length > 0)
                break;
        }
        return { proved: null, others };
    }

    async #ping(port, paired) {
        const challenge = toHex(randomBytes(24));
        const query = paired ? [["client", paired.client], ["challenge", challenge]] : [];
        let json;
        try {
            ({ json } = await this.#send(port, "GET", "ping", { query, timeout: pingTimeout }));
        } catch (error) {
            if (error instanceof Trouble)
                return null;
            throw error;
        }
        if (json.name !== "hugger" || !Number.isInteger(json.api))
            return null;
        const answer = { port, api: json.api, version: shortText(json.version), instance: shortText(json.instance),
                         hasWindow: json.has_window === true, isProved: false, isWrong: false };
        if (paired && json.proof !== null && json.proof !== undefined) {
            const expected = await proofFor(paired.token, port, challenge);
            answer.isProved = isSame(expected, fromHex(json.proof) ?? []);
            answer.isWrong = !answer.isProved;
        }
        return answer;
    }

    /** Nobody answers: because nobody is there, or because the browser does not let us ask? */
    async #silence() {
        if (!(await this.#permissions([ownOrigin])))
            return new Trouble("permission", "no_permission");
        if (await this.#isBlocked())
            return new Trouble("blocked", "blocked");
        return new Trouble("off", "not_running");
    }

    /** The only place that opens a connection. */
    async #send(port, method, path, { body, query = [], token, signal, timeout }) {
        if (!isPort(port))
            throw new Trouble("off", "bad_port");
        const parameters = new URLSearchParams(query.map(([name, value]) => [name, String(value)])).toString();
        const url = `http://127.0.0.1:${port}/hugger/v1/${path}${parameters ? `?${parameters}` : ""}`;
        const headers = {};
        if (token)
            headers.Authorization = `Bearer ${token}`;
        if (method === "POST")
            headers["Content-Type"] = "application/json";
        const timer = AbortSignal.timeout(timeout);
        let answer;
        let json;
        try {
            answer = await this.#fetch(url, {
                method, headers, body: method === "POST" ? JSON.stringify(body ?? {}) : undefined,
                credentials: "omit", cache: "no-store", redirect: "error", referrerPolicy: "no-referrer",
                signal: signal ? AbortSignal.any([signal, timer]) : timer,
            });
            json = await answer.json();
        } catch (error) {
            if (signal?.aborted)
                throw error;
            throw timer.aborted ? new Trouble("ready", "timeout") : new Trouble("off", "no_answer");
        }
        if (json === null || typeof json !== "object" || !answer.headers.has("Hugger-Api"))
            throw new Trouble("off", "not_hugger");
        if (!answer.ok) {
            const { code, message } = json.error ?? {};
            throw new Trouble("ready", typeof code === "string" ? code : "failed", {
                status: answer.status, message: typeof message === "string" ? message : "",
                retryAfter: Math.min(Number(answer.headers.get("Retry-After")) || 0, longestRetry),
            });
        }
        return { json };
    }
}

/**
 * What only somebody who knows the token (or its hash) can answer, and listens at this very port: a program that took it
 * could pass our question on to hugger at another one.
 */
export async function proofFor(token, port, challenge) {
    return hmacSha256(await sha256(bytesOf(token)), bytesOf(`hugger-proof\n${port}\n${challenge}`));
}

const portsFrom = (first) => Array.from({ length: portsTried }, (_, n) => first + n);

function tooOld(answer) {
    const trouble = new Trouble("old", answer.api > apiVersion ? "extension_old" : "hugger_old");
    trouble.found = { port: answer.port, version: answer.version };
    return trouble;
}

function shortText(text) {
    return typeof text === "string" ? text.slice(0, 40) : "";
}
