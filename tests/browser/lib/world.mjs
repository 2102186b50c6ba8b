// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Everything together: the practice Hub behind https://huggingface.co, hugger, a browser with the extension.

import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statfsSync } from "node:fs";
import os from "node:os";
import path from "node:path";

import { App } from "./app.mjs";
import { copyExtension, SOURCE } from "./extension.mjs";
import { startFront } from "./front.mjs";
import { PracticeHub } from "./practicehub.mjs";

const messages = JSON.parse(readFileSync(path.join(SOURCE, "_locales/en/messages.json"), "utf8"));

/** What the extension says under a key, without its placeholders' values. */
export function words(key) {
    if (!messages[key]) throw new Error(`the extension has no words for ${key}`);
    return messages[key].message;
}

/** A pattern for words with anything in place of the placeholders. */
export function pattern(key) {
    const literal = words(key).split(/\$[A-Za-z0-9_]+\$|\$\d/).map((piece) => piece.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
    return new RegExp(`^${literal.join(".+?")}$`);
}

// In memory where there is room: hugger syncs a lot, and no test here pulls the plug.
function scratch() {
    const memory = "/dev/shm";
    if (!existsSync(memory)) return os.tmpdir();
    const { bavail, bsize } = statfsSync(memory);
    return bavail * bsize > 4 * 2 ** 30 ? memory : os.tmpdir();
}

export class World {
    static async start(Browser, { hub = {}, options = {}, environment = {}, serve = [], started = true } = {}) {
        const world = new World();
        world.folder = mkdtempSync(path.join(scratch(), "hugger-browser-"));
        try {
            world.hub = await PracticeHub.start({ "big-size": "8M", many: 20, ...hub });
            world.front = await startFront(world.folder, world.hub.hub);
            world.app = new App(path.join(world.folder, "home"), world.hub.hub, environment);
            if (started) await world.app.serve(...serve);
            world.extension = copyExtension(world.folder);
            const given = typeof options === "function" ? options(world) : options;
            world.browser = await Browser.start({ front: world.front, extension: world.extension, profile: path.join(world.folder, "browser"), ...given });
        } catch (error) {
            await world.stop().catch(() => {});
            throw error;
        }
        return world;
    }

    /** Opens a page of the Hub. */
    async open(place, page = null) {
        const here = page ?? await this.browser.page();
        await here.goto(`https://huggingface.co${place}`);
        return here;
    }

    /** A picture for looking at, where HUGGER_SHOTS names a folder. */
    async shoot(page, name) {
        const folder = process.env.HUGGER_SHOTS;
        if (!folder) return;
        mkdirSync(folder, { recursive: true });
        await page.screenshot({ path: path.join(folder, `${this.browser.name}-${name}.png`) });
    }

    async stop() {
        const errors = [];
        const hubErrors = await this.hub?.errors().catch(() => []);
        if (hubErrors?.length) errors.push(new Error(`the practice Hub itself failed: ${JSON.stringify(hubErrors)}`));
        for (const end of [() => this.browser?.stop(), () => this.app?.stop(), () => this.front?.stop(), () => this.hub?.stop()]) {
            try {
                await end();
            } catch (error) {
                errors.push(error);
            }
        }
        rmSync(this.folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
        if (errors.length) throw new AggregateError(errors, errors.map(String).join("\n"));
    }
}
