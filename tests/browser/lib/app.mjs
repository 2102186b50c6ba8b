// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The real hugger: `hugger serve` or its window, over a profile and a home of its own.

import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { promisify } from "node:util";

import { until } from "./waiting.mjs";

export const BINARY = process.env.HUGGER_BINARY;

export class App {
    #process = null;
    #said = "";

    constructor(folder, endpoint, environment = {}) {
        this.home = folder;
        this.profile = path.join(folder, "profile");
        mkdirSync(folder, { recursive: true });
        const kept = Object.entries(process.env).filter(([name]) => !/^(HF_|HUGGING|XDG_)|_proxy$/i.test(name));
        this.environment = { ...Object.fromEntries(kept), HOME: folder, HF_ENDPOINT: endpoint, LC_ALL: "C.UTF-8" };
        for (const name of ["CONFIG", "DATA", "CACHE", "STATE"]) {
            this.environment[`XDG_${name}_HOME`] = path.join(folder, name.toLowerCase());
        }
        Object.assign(this.environment, environment);
    }

    get pid() { return this.#process?.pid; }

    /** What it wrote into settings.ini before it ran. */
    configure(lines) {
        mkdirSync(this.profile, { recursive: true });
        writeFileSync(path.join(this.profile, "settings.ini"), lines.join("\n") + "\n");
    }

    async #open(...args) {
        const process = spawn(BINARY, ["--profile", this.profile, ...args], { env: this.environment, stdio: ["ignore", "pipe", "pipe"] });
        this.#process = process;
        this.#said = "";
        for (const stream of [process.stdout, process.stderr]) {
            stream.setEncoding("utf8").on("data", (text) => { this.#said = (this.#said + text).slice(-20000); });
        }
        const place = path.join(this.profile, "server.json");
        await until("hugger to listen", () => {
            if (process.exitCode !== null) throw new Error(`hugger ended with ${process.exitCode}:\n${this.#said}`);
            if (!existsSync(place)) return false;
            try {
                const found = JSON.parse(readFileSync(place, "utf8"));
                this.port = found.port;
                return found.pid === process.pid;
            } catch {
                return false;   // half written
            }
        }, { told: () => this.#said });
    }

    serve(...args) { return this.#open("serve", ...args); }
    window(...args) { return this.#open(...args); }

    /** As Ctrl-C or the desktop ends it; it must say goodbye with 0. */
    async stop(signal = "SIGTERM") {
        const process = this.#process;
        if (!process) return;
        this.#process = null;
        if (process.exitCode === null) {
            const ended = once(process, "exit");
            process.kill(signal);
            await ended;
        }
        if (signal !== "SIGKILL" && (process.exitCode !== 0 || /Sanitizer/.test(this.#said))) {
            throw new Error(`hugger ended with ${process.exitCode ?? process.signalCode}:\n${this.#said}`);
        }
    }

    /** The command line beside it; its JSON. */
    async run(...args) {
        const { stdout } = await promisify(execFile)(BINARY, ["--profile", this.profile, "--json", ...args],
            { env: this.environment, timeout: 60000 });
        return stdout.trim() ? JSON.parse(stdout) : null;
    }

    snapshots() { return this.run("list").then((found) => found.snapshots); }

    async held(repo) {
        return (await this.snapshots()).find((snapshot) => snapshot.repo === repo) ?? null;
    }
}
