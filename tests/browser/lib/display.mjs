// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A screen of its own with a window manager, and a hand on it.

import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import readline from "node:readline";
import { promisify } from "node:util";

import { until } from "./waiting.mjs";

export class Display {
    #processes = [];

    static async start() {
        const display = new Display();
        const server = spawn("Xvfb", ["-displayfd", "3", "-screen", "0", "1280x900x24", "-nolisten", "tcp"],
            { stdio: ["ignore", "ignore", "ignore", "pipe"] });
        display.#processes.push(server);
        const [number] = await once(readline.createInterface(server.stdio[3]), "line", { signal: AbortSignal.timeout(60_000) });
        display.environment = {
            DISPLAY: `:${number.trim()}`,
            QT_QPA_PLATFORM: "xcb",
            // libxkbcommon-x11 hands a string without its end to strndup: fine, unless AddressSanitizer is strict.
            ASAN_OPTIONS: `${process.env.ASAN_OPTIONS ?? ""}:strict_string_checks=0`,
        };
        display.#processes.push(spawn("openbox", { env: { ...process.env, ...display.environment }, stdio: "ignore" }));
        await until("the window manager", async () => await display.x("getmouselocation") && await display.x("get_num_desktops"));
        return display;
    }

    async x(...args) {
        try {
            return (await promisify(execFile)("xdotool", args, { env: { ...process.env, ...this.environment } })).stdout;
        } catch {
            return "";   // no such window, as yet
        }
    }

    /** The number of the visible window whose title fits, or null. */
    async find(title) {
        return (await this.x("search", "--onlyvisible", "--name", title)).trim().split("\n").filter(Boolean)[0] ?? null;
    }

    async shoot(file) {
        await promisify(execFile)("scrot", ["--overwrite", file], { env: { ...process.env, ...this.environment } });
    }

    async stop() {
        for (const process of this.#processes.toReversed()) {
            if (process.exitCode !== null || process.signalCode !== null) continue;
            const ended = once(process, "exit");
            process.kill();
            await ended;
        }
    }
}
