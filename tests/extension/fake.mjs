// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A browser and a hugger made of memory, for the tests of the background. The cryptography is node's own, apart from
// what the extension uses, so that a mistake shows.

import { createHash, createHmac, randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";

import { makeBackground } from "../../extension/lib/background.js";
import { makeWords } from "../../extension/lib/words.js";

export const origin = "chrome-extension://abcdefghijklmnopabcdefghijklmnop";

export const locales = ["en", "de", "zh_CN"];

export const messagesOf = (locale) =>
    JSON.parse(readFileSync(new URL(`../../extension/_locales/${locale}/messages.json`, import.meta.url)));

/** i18n.getMessage as browsers do it: "$1" to "$9", and "" for what is not there. */
export function messageGetter(locale = "en") {
    const messages = messagesOf(locale);
    return (key, values = []) => (messages[key]?.message ?? "")
        .replace(/\$(\$|[1-9])/g, (_, what) => (what === "$" ? "$" : String([values].flat()[what - 1] ?? "")));
}

export const wordsOf = (locale) => makeWords(messageGetter(locale));

export class Area {
    constructor(data = {}) {
        this.data = structuredClone(data);
        this.levels = [];
    }

    async get(key) {
        return key === null ? structuredClone(this.data) : key in this.data ? { [key]: structuredClone(this.data[key]) } : {};
    }

    async set(items) {
        for (const [key, value] of Object.entries(items)) {
            if (value !== undefined)
                this.data[key] = JSON.parse(JSON.stringify(value));
        }
    }

    async remove(key) {
        delete this.data[key];
    }

    async setAccessLevel({ accessLevel }) {
        this.levels.push(accessLevel);
    }
}

/** Resolves when `check` is true; fails after a while. Nothing sleeps: it looks after every turn of the loop. */
export async function until(check, what = String(check)) {
    const end = Date.now() + 10_000;
    while (!(await check())) {
        if (Date.now() > end)
            throw new Error(`did not happen: ${what}`);
        await new Promise((resolve) => { setImmediate(resolve); });
    }
}

const hex = (bytes) => Buffer.from(bytes).toString("hex");

/** What a hugger does, as far as its clients see it. */
export class FakeHugger {
    constructor({ port = 4847 } = {}) {
        this.port = port;
        this.instance = hex(randomBytes(8));
        this.version = "0.1.0";
        this.api = 1;
        this.hasWindow = true;
        this.clients = new Map(); // id -> token
        this.pairing = null;
        this.onAsk = "wait"; // or "allow", "deny"
        this.liesAboutCode = false;
        this.liesAboutProof = false;
        this.refusesPairing = null; // {status, code}
        this.repos = new Map(); // "model:acme/tiny" -> Repo
        this.jobs = [];
        this.files = new Map();
        this.events = [];
        this.now = 10;
        this.requests = []; // {method, path, query, body, headers}
        this.failing = new Map(); // "POST jobs" -> {status, code, message}
        this.waiting = new Set();
        this.removed = [];
    }

    add(id = "client-1") {
        const token = `hugger_${randomBytes(32).toString("base64url")}`;
        this.clients.set(id, token);
        return { client: id, token };
    }

    tell(event) {
        this.now += 1;
        this.events.push({ n: this.now, ...event });
        this.#wake();
    }

    answer(allow) {
        this.pairing.state = allow ? "allowed" : "denied";
        this.#wake();
    }

    #wake() {
        for (const wake of this.waiting)
            wake();
    }

    /** As the real one: ids are found in any case of their letters, and answered as they are held. */
    #repo(kind, id) {
        const key = `${kind}:${id}`;
        const [, repo] = [...this.repos].find(([held]) => held.toLowerCase() === key.toLowerCase()) ?? [];
        return repo;
    }

    seen(method, path) {
        return this.requests.filter((request) => request.method === method && request.path === path);
    }

    async handle({ method, path, query, body, headers, signal }) {
        this.requests.push({ method, path, query, body, headers });
        const open = path === "ping" || path === "pair" || path.startsWith("pair/");
        if (!open) {
            const token = headers.Authorization?.replace(/^Bearer /, "");
            if (![...this.clients.values()].includes(token))
                return refuse(401, token ? "token_refused" : "token_missing");
        }
        const failing = this.failing.get(`${method} ${path}`);
        if (failing)
            return refuse(failing.status, failing.code, failing.message, failing.retryAfter);
        if (path === "ping")
            return this.#ping(query);
        if (path === "pair" || path.startsWith("pair/"))
            return this.#pair(method, path, query, body, signal);
        return this.#route(method, path, query, body, signal);
    }

    #ping(query) {
        const token = this.clients.get(query.get("client"));
        const challenge = query.get("challenge");
        let proof = null;
        if (token && challenge) {
            const key = createHash("sha256").update(token).digest();
            proof = createHmac("sha256", key).update(`hugger-proof\n${this.port}\n${challenge}`).digest("hex");
        }
        if (this.liesAboutProof)
            proof = hex(randomBytes(32));
        return ok({ name: "hugger", version: this.version, api: this.api, instance: this.instance,
                    has_window: this.hasWindow, proof });
    }

    async #pair(method, path, query, body, signal) {
        if (path === "pair") {
            if (this.refusesPairing)
                return refuse(this.refusesPairing.status, this.refusesPairing.code);
            this.pairing = { id: "p1", state: "begun", commitment: body.commitment, nonce: randomBytes(32),
                             name: body.name };
            return ok({ pairing: "p1", nonce: hex(this.pairing.nonce), expires_in: 60 }, 202);
        }
        if (path !== `pair/${this.pairing?.id}`)
            return refuse(404, "no_such_pairing");
        if (method === "DELETE") {
            this.pairing = null;
            this.#wake();
            return ok({});
        }
        if (method === "POST") {
            const nonce = Buffer.from(body.nonce, "hex");
            if (createHash("sha256").update(nonce).digest("hex") !== this.pairing.commitment)
                return refuse(422, "bad_field");
            const mac = createHmac("sha256", nonce).update(Buffer.concat([this.pairing.nonce, Buffer.from(`${origin}\n${this.port}`)])).digest();
            const code = String(mac.readUInt32BE(0) % 1_000_000).padStart(6, "0");
            this.pairing.code = code;
            this.pairing.state = { allow: "allowed", deny: "denied", wait: "asked" }[this.onAsk];
            return ok({ code: this.liesAboutCode ? String((Number(code) + 1) % 1_000_000).padStart(6, "0") : code });
        }
        if (!this.holdsNothing)
            await this.#until(() => !["begun", "asked"].includes(this.pairing?.state), signal);
        if (path !== `pair/${this.pairing?.id}`)
            return refuse(404, "no_such_pairing");
        const { state } = this.pairing;
        if (state !== "allowed")
            return ok({ state });
        const given = this.add("client-new");
        this.pairing = null;
        return ok({ state, ...given });
    }

    async #route(method, path, query, body, signal) {
        const [room, ...rest] = path.split("/").map(decodeURIComponent);
        if (room === "repos" && rest.length === 0) {
            return ok({ repos: query.getAll("id").map((key) => {
                const [kind, id] = key.split(":");
                const repo = this.#repo(kind, id);
                return { repo: repo?.repo ?? id, kind, held: repo?.held ?? "no", upstream: repo?.upstream ?? "unknown" };
            }) });
        }
        if (room === "repos") {
            const key = `${rest[0]}:${rest[1]}`;
            const repo = this.#repo(rest[0], rest[1])
                ?? { repo: rest[1], kind: rest[0], held: "no", upstream: "unknown", archives: [], job: null, asked: null,
                     update: null };
            if (rest[2] === "files") {
                const listing = { repo: rest[1], kind: rest[0], revision: "main", commit: null, fetch_bytes: 0 };
                return this.files.has(key) ? ok({ ...listing, ...this.files.get(key) }) : refuse(404, "repo_not_found");
            }
            return ok({ repo });
        }
        if (room === "jobs" && method === "GET") {
            const all = query.get("state") === "all";
            return ok({ jobs: this.jobs.filter(({ state }) => all || ["queued", "planning", "running", "finishing"].includes(state)) });
        }
        if (room === "jobs" && rest.length === 0) {
            const job = jobOf({ id: this.jobs.length + 1, state: "queued", repo: body.repo, kind: body.kind,
                                revision: body.revision ?? "main" });
            this.jobs.push(job);
            const key = `${body.kind}:${body.repo}`;
            this.repos.set(key, { ...repoOf({ repo: body.repo, kind: body.kind }), ...this.repos.get(key), job });
            return ok({ job }, 201);
        }
        if (room === "events") {
            const since = Number(query.get("since"));
            if (since > 0 && Number(query.get("wait")) > 0)
                await this.#until(() => this.now > since, signal);
            return ok({ now: this.now, instance: this.instance, missed: false,
                        events: since === 0 ? [] : this.events.filter(({ n }) => n > since) });
        }
        if (room === "archives" && method === "DELETE") {
            this.removed.push({ archive: rest[0], confirm: query.get("confirm") });
            return ok({ removed: { trash: "t1" } });
        }
        return ok({});
    }

    // Like the long poll of 20 s, but it ends at once when nobody wakes it: time does not pass here.
    async #until(check, signal) {
        if (check())
            return;
        await new Promise((resolve) => {
            const wake = () => {
                this.waiting.delete(wake);
                resolve();
            };
            this.waiting.add(wake);
            signal?.addEventListener("abort", wake);
            this.onWait?.();
        });
    }
}

export const repoOf = (more = {}) => ({ repo: "acme/tiny", kind: "model", held: "no", upstream: "unknown", archives: [],
                                        job: null, asked: null, update: null, held_as: null, ...more });

export const jobOf = (more = {}) => ({
    id: 7, type: "archive", repo: "acme/tiny", kind: "model", revision: "main", commit: null, state: "running",
    waiting_for: null, wait_text: null, bytes_done: 42_000_000, bytes_total: 100_000_000, files_done: 1, files_total: 3,
    rate: 1_000_000, eta: 890, error: null, created_at: "2026-11-20T10:00:00Z", updated_at: "2026-11-20T10:00:00Z",
    archive: null, ...more,
});

export const archiveOf = (more = {}) => ({
    archive: 3, repo: "acme/tiny", kind: "model", commit: "8f3c21e0123456789abcdef0123456789abcdef0", revision: "main",
    state: "complete", verified: true, verified_at: "2026-11-02T10:00:00Z", damaged: 0, files: 24, listed_files: 24,
    bytes: 96_000_000_000, store: "Home", captured_at: "2026-11-02T09:00:00Z", license: "apache-2.0",
    upstream: "current", last_copy: null, ...more,
});

export const heldRepo = (more = {}, archive = {}) => repoOf({
    held: "complete", upstream: "current", archives: [archiveOf(archive)],
    asked: { revision: "main", archive: 3, held: "complete" }, ...more,
});

const ok = (json, status = 200) => ({ status, json });
const refuse = (status, code, message = `refused: ${code}`, retryAfter = null) =>
    ({ status, json: { error: { code, message, detail: "" } }, headers: retryAfter === null ? {} : { "Retry-After": String(retryAfter) } });

/** Somebody else on hugger's port, who says the same to every question: `json`, or what a ping gets. */
export class Squatter {
    constructor({ port = 4847, json } = {}) {
        this.port = port;
        this.json = json ?? { name: "hugger", version: "0.1.0", api: 1, instance: "0123456789abcdef", has_window: true,
                              proof: "00".repeat(32) };
        this.requests = [];
    }

    async handle(request) {
        this.requests.push(request);
        return ok(this.json);
    }
}

/** The computer's ports: hugger on one, others on others. */
export class Network {
    constructor() {
        this.ports = new Map();
        this.urls = [];
    }

    put(hugger) {
        this.ports.set(hugger.port, hugger);
        return hugger;
    }

    fetch = async (url, options) => {
        this.urls.push(url);
        const address = new URL(url);
        const hugger = address.hostname === "127.0.0.1" && address.protocol === "http:"
            ? this.ports.get(Number(address.port)) : undefined;
        if (!hugger)
            throw new TypeError("Failed to fetch");
        if (options.signal.aborted)
            throw options.signal.reason;
        const answer = await hugger.handle({
            method: options.method, path: address.pathname.replace("/hugger/v1/", ""), query: address.searchParams,
            body: options.body === undefined ? undefined : JSON.parse(options.body), headers: options.headers,
            signal: options.signal,
        });
        if (options.signal.aborted)
            throw options.signal.reason;
        if (this.ports.get(hugger.port) !== hugger)
            throw new TypeError("Failed to fetch"); // it ended while we waited
        return new Response(JSON.stringify(answer.json), { status: answer.status, headers: { "Hugger-Api": "1", ...answer.headers } });
    };
}

/** The browser: what it was told, and what survives a worker. */
export class FakeBrowser {
    constructor({ locale = "en" } = {}) {
        this.local = new Area();
        this.session = new Area();
        this.time = Date.parse("2026-11-20T12:00:00Z");
        this.tabs = new Map(); // id -> {id, url}
        this.active = null;
        this.told = []; // {tabId, message}
        this.pages = false; // whether a popup listens
        this.popup = null; // the worker that it asks again whenever it is told of a change, as the real one does
        this.asking = null;
        this.changes = 0;
        this.badges = new Map();
        this.alarms = new Map();
        this.opened = [];
        this.closed = [];
        this.updated = []; // the tabs that were led elsewhere
        this.menus = [];
        this.permitted = true;
        this.withheld = [];
        this.denied = [];
        this.logged = [];
        this.network = new Network();
        this.getMessage = messageGetter(locale);
        this.api = this.#api();
    }

    #api() {
        return {
            storage: { local: this.local, session: this.session },
            i18n: { getMessage: this.getMessage },
            runtime: {
                id: "abcdefghijklmnopabcdefghijklmnop",
                getURL: (path) => `${origin}/${path}`,
                getPlatformInfo: async () => ({ os: "linux" }),
                getBrowserInfo: async () => ({ name: "Firefox" }),
                sendMessage: async () => {
                    if (!this.pages)
                        throw new Error("Could not establish connection. Receiving end does not exist.");
                    this.changes += 1;
                    if (this.popup)
                        this.#askAgain();
                },
            },
            tabs: {
                sendMessage: async (tabId, message) => {
                    if (!this.tabs.has(tabId))
                        throw new Error("Could not establish connection. Receiving end does not exist.");
                    this.told.push({ tabId, message });
                },
                query: async () => (this.active === null ? [] : [this.tabs.get(this.active)]),
                update: async (tabId, { url }) => {
                    this.opened.push(url);
                    this.updated.push(tabId);
                },
                create: async ({ url }) => {
                    this.opened.push(url);
                    return { id: 99 };
                },
                remove: async (tabId) => { this.closed.push(tabId); },
            },
            windows: { create: async ({ url }) => { this.opened.push(url); } },
            action: {
                setBadgeText: async ({ tabId, text }) => { this.badges.set(tabId, text); },
                setBadgeBackgroundColor: async () => {},
                setTitle: async () => {},
            },
            alarms: {
                get: async (name) => this.alarms.get(name),
                create: async (name, info) => { this.alarms.set(name, info); },
                clear: async (name) => this.alarms.delete(name),
            },
            commands: { getAll: async () => [{ name: "archive-page", description: "Archive", shortcut: "Alt+Shift+H" }] },
            contextMenus: {
                removeAll: async () => { this.menus = []; },
                create: (entry) => { this.menus.push(entry); },
            },
            permissions: {
                contains: async ({ origins }) => this.permitted && !origins.some((one) => this.withheld.includes(one)),
            },
        };
    }

    /** A worker: another one with the same storage when called again. */
    worker() {
        return makeBackground({
            api: this.api, fetch: this.network.fetch, now: () => this.time,
            sleep: (milliseconds) => new Promise((resolve) => {
                this.time += milliseconds;
                setImmediate(resolve);
            }),
            permissions: {
                query: async ({ name }) => {
                    if (name === "local-network-access")
                        throw new TypeError("not known");
                    return { state: this.denied.includes(name) ? "denied" : "granted" };
                },
            },
            log: (error) => { this.logged.push(error); },
        });
    }

    tab(id, url) {
        this.tabs.set(id, { id, url });
        this.active = id;
        return { id: this.api.runtime.id, url, origin: new URL(url).origin, frameId: 0, tab: { id, url } };
    }

    // Once at a time, and once more if it was told meanwhile.
    #askAgain() {
        if (this.asking) {
            this.asking = "again";
            return;
        }
        this.asking = "once";
        this.popup.onMessage({ type: "overview" }, this.page).then(() => {
            const again = this.asking === "again";
            this.asking = null;
            if (again && this.popup)
                this.#askAgain();
        });
    }

    /** What the popup or another page of the extension asks. */
    get page() {
        return { id: this.api.runtime.id, url: `${origin}/popup/popup.html`, origin };
    }

    pair(hugger) {
        this.local.data.pairing = hugger.add();
    }

    viewsOf(tabId) {
        return this.told.filter((entry) => entry.tabId === tabId && entry.message.type === "view")
            .map(({ message }) => message.view);
    }
}
