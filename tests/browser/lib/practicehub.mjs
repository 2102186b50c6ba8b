// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Starts a practice Hub and steers it, as practicehub/client.py does for Python.

import { spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import readline from "node:readline";

const PLACE = path.join(import.meta.dirname, "../../practicehub");

export class PracticeHub {
    static async start(options = {}) {
        const more = Object.entries(options).flatMap(([name, value]) => [`--${name}`, String(value)]);
        const process = spawn("python3", [PLACE, "--until-eof", ...more], { stdio: ["pipe", "pipe", "inherit"] });
        const [line] = await once(readline.createInterface(process.stdout), "line");
        return Object.assign(new PracticeHub(), JSON.parse(line), { process });
    }

    async stop() {
        const ended = this.process.exitCode === null ? once(this.process, "exit") : null;
        this.process.stdin.end();
        await ended;
    }

    async call(method, place, value) {
        const answer = await fetch(`${this.control}/${place}`, {
            method,
            body: value === undefined ? undefined : JSON.stringify(value),
            headers: { "Content-Type": "application/json" },
        });
        const found = await answer.json();
        if (!answer.ok) throw new Error(found.error);
        return found;
    }

    throttle(connection = 0) {
        return this.call("POST", "throttle", { connection, server: "cdn", send_buffer: connection ? 65536 : 0 });
    }

    commit(id, files, more = {}) { return this.call("POST", "commits", { id, files, ...more }); }
    addRepo(id, files, more = {}) { return this.call("POST", "repos", { id, files, ...more }); }
    deleteRepo(id, kind = "models") { return this.call("POST", "repos/delete", { id, kind }); }
    updateRepo(id, values) { return this.call("POST", "repos/update", { id, ...values }); }
    truth(id, kind = "models") { return this.call("GET", `repo?kind=${kind}&id=${encodeURIComponent(id)}&revision=HEAD`); }
    reset() { return this.call("POST", "reset", {}); }
    errors() { return this.call("GET", "counters").then((found) => found.errors); }
}
