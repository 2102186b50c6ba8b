// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

import { repoKey } from "./detect.js";
import { Trouble } from "./server.js";
import { isUnfinished } from "./views.js";

const pollSeconds = 20;
const pause = 400; // between two looks while a job runs: the numbers need not change more often
const idlePause = 5000;
const startPause = 1000;
const startWait = 60_000;
const beatMinutes = 0.5; // the shortest a browser allows
const slowMinutes = 5; // once hugger was away for as long as this

/**
 * Keeps pages and popup up to date: by a long poll while one of them shows a job that runs (or the popup is open), by an
 * alarm every 30 s otherwise while there is anything to wait for. In storage.session: "seen" {instance, since}, "state" of
 * the server and "stateAt" (since when), and "popup" (true while an extension page listens), so that a worker that wakes
 * goes on where the last one stopped.
 */
export class Watch {
    #api;
    #session;
    #server;
    #pages;
    #pairing;
    #outbox;
    #later;
    #now;
    #sleep;
    #polling = null;
    #starting = null;
    #winding = Promise.resolve();
    #isKicked = false;

    constructor({ api, session, server, pages, pairing, outbox, later, now, sleep }) {
        this.#api = api;
        this.#session = session;
        this.#server = server;
        this.#pages = pages;
        this.#pairing = pairing;
        this.#outbox = outbox;
        this.#later = later;
        this.#now = now;
        this.#sleep = sleep;
    }

    /** Something may run now: polls if it is worth it. Returns at once. */
    kick() {
        this.#isKicked = true;
        this.#polling ??= this.#poll().finally(() => {
            this.#polling = null;
            // While its last question was under way.
            if (this.#isKicked)
                this.kick();
        });
        this.#later(this.#polling);
    }

    /** As kick(), where somebody looks at something that runs and nothing is asked yet: a long poll goes on undisturbed. */
    async follow() {
        if (this.#polling === null && await this.#isWorthIt() && this.#polling === null)
            this.kick();
    }

    /** The alarm, or the worker woke: look after everything that waits. */
    async beat() {
        this.#later(this.#pairing.wait());
        if (!(await this.wind()))
            return;
        const { state } = await this.#server.look();
        await this.contact(state);
        if (state !== "ready")
            return;
        await this.#pages.resumeChecks();
        if (await this.#isWorthIt())
            this.kick();
        else
            await this.#once(0);
    }

    /** Sets or clears the alarm; whether there is anything to wait for. */
    wind() {
        // One after the other: what the last one finds is what stays.
        const winding = this.#winding.then(() => this.#wind());
        this.#winding = winding.catch(() => {});
        return winding;
    }

    async #wind() {
        // Open pages wait for a hugger that is away; while it is there, only those on which something runs, or that do
        // not know it yet.
        const isOff = await this.#session.get("state") === "off";
        const isPairing = (await this.#pairing.state()) !== null;
        const isWaiting = isPairing || await this.#outbox.isWaiting() || await this.#pages.isLive()
            || await this.#pages.isTroubled() || await this.#pages.isChecking()
            || (isOff && Object.keys(await this.#pages.all()).length > 0);
        if (!isWaiting) {
            await this.#api.alarms.clear("beat");
            return false;
        }
        const away = isOff ? this.#now() - await this.#session.get("stateAt", this.#now()) : 0;
        const periodInMinutes = !isPairing && away > slowMinutes * 60_000 ? slowMinutes : beatMinutes;
        if ((await this.#api.alarms.get("beat"))?.periodInMinutes !== periodInMinutes)
            await this.#api.alarms.create("beat", { periodInMinutes });
        return true;
    }

    /** After every look at the server: what was kept goes out, and what is shown follows. */
    async contact(state) {
        const before = await this.#session.get("state");
        if (state === "ready" && await this.#outbox.isWaiting() && await this.#outbox.flush() > 0) {
            await this.#pages.refreshAll();
            await this.notify();
            this.kick();
        }
        if (before !== state) {
            await this.#session.set("state", state);
            await this.#session.set("stateAt", this.#now());
        }
        if (before !== undefined && before !== state) {
            await this.#pages.refreshAll();
            await this.#pages.refreshTicks();
            await this.notify();
        } else {
            await this.#pages.catchUp(state);
        }
        await this.wind();
        if (before !== state && state === "ready")
            this.kick();
    }

    /** Tells the popup and the other pages of the extension; notes whether any listens. */
    async notify() {
        let listens = true;
        try {
            await this.#api.runtime.sendMessage({ type: "changed" });
        } catch {
            listens = false;
        }
        await this.setPopup(listens);
    }

    /** An extension page asked, so one is open; or none answers any more. */
    async setPopup(isOpen) {
        if (await this.#session.get("popup", false) !== isOpen)
            await this.#session.set("popup", isOpen);
    }

    /** hugger was asked to start: looks often until it is there. Whether it came. */
    awaitStart() {
        this.#starting ??= this.#awaitStart().finally(() => {
            this.#starting = null;
        });
        return this.#starting;
    }

    async #awaitStart() {
        const end = this.#now() + startWait;
        while (this.#now() < end) {
            await this.#sleep(startPause);
            const { state } = await this.#server.look();
            if (state !== "off") {
                await this.contact(state);
                return true;
            }
            // Asking the browser for something keeps the worker awake.
            await this.#session.get("state");
        }
        return false;
    }

    async #isWorthIt() {
        return await this.#pages.isLive() || await this.#session.get("popup", false);
    }

    async #poll() {
        while (this.#isKicked || await this.#isWorthIt()) {
            const wasKicked = this.#isKicked;
            this.#isKicked = false;
            // After a kick one look tells whether there is more to wait for.
            const isFine = await this.#once(wasKicked ? 0 : pollSeconds);
            // Should the browser end the worker meanwhile, the alarm wakes another one.
            await this.wind();
            if (!isFine)
                return;
            // Before its first event hugger answers at once.
            const { since } = await this.#session.get("seen");
            await this.#sleep(since > 0 ? pause : idlePause);
        }
    }

    /** One question about what is new. False when there was no answer. */
    async #once(wait) {
        const seen = await this.#session.get("seen", { instance: null, since: 0 });
        let answer;
        try {
            answer = await this.#server.events(seen.since, { wait: seen.since > 0 ? wait : 0 });
        } catch (error) {
            if (!(error instanceof Trouble))
                throw error;
            this.#server.doubt();
            await this.contact((await this.#server.look()).state);
            return false;
        }
        await this.#session.set("seen", { instance: answer.instance, since: answer.now });
        const isNew = answer.missed || seen.since === 0 || answer.instance !== seen.instance;
        if (isNew) {
            await this.#pages.refreshAll();
            await this.#pages.refreshTicks();
            await this.notify();
        } else if (answer.events.length > 0) {
            await this.#take(answer.events);
        } else if (await this.#session.get("popup", false)) {
            await this.notify(); // is it still open?
        }
        return true;
    }

    async #take(events) {
        const repos = new Set();
        let areTicksOld = false;
        for (const event of events) {
            const { kind, repo } = event.job ?? event;
            if (repo)
                repos.add(repoKey({ kind, id: repo }));
            areTicksOld ||= event.type === "repo" || (event.type === "job" && !isUnfinished(event.job));
        }
        await this.#pages.refreshAll(repos);
        if (areTicksOld)
            await this.#pages.refreshTicks();
        await this.notify();
    }
}
