// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// With hugger's window: the question of who may connect is answered there, and pages are shown there.

import assert from "node:assert/strict";
import { existsSync, mkdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { after, before, describe, test } from "node:test";

import { BINARY } from "./lib/app.mjs";
import { Chromium } from "./lib/chromium.mjs";
import { press, seen, shows } from "./lib/control.mjs";
import { Display } from "./lib/display.mjs";
import { addModel, archived } from "./lib/flows.mjs";
import { until } from "./lib/waiting.mjs";
import { pattern, words, World } from "./lib/world.mjs";

const cache = path.join(path.dirname(BINARY), "CMakeCache.txt");
const hasWindow = !existsSync(cache) || readFileSync(cache, "utf8").includes("HUGGER_GUI:BOOL=ON");
const QUESTION = "^Connect to hugger$";

describe("hugger's window", { timeout: 300_000, skip: hasWindow ? false : "built without the window" }, () => {
    let display;
    let world;
    let page;

    before(async () => {
        display = await Display.start();
        world = await World.start(Chromium, { environment: display.environment, started: false });
        await world.app.window();
        page = await world.browser.page();
    });
    after(async () => {
        await world?.stop();
        await display?.stop();
    });

    async function shoot(name) {
        if (!process.env.HUGGER_SHOTS) return;
        mkdirSync(process.env.HUGGER_SHOTS, { recursive: true });
        await display.shoot(path.join(process.env.HUGGER_SHOTS, `window-${name}.png`));
    }

    /** Asks, and gives the number of the window that asks the user. */
    async function ask() {
        await press(page, words("act_connect"));
        await shows(page, pattern("view_pairing"));
        return until("the question on the screen", () => display.find(QUESTION));
    }

    /** Presses a key in the question until it is gone: Allow cannot be pressed in its first second. */
    async function answer(question, key) {
        await until("the question to be answered", async () => {
            if (!await display.find(QUESTION)) return true;
            await display.x("windowactivate", "--sync", question);
            await display.x("key", "--window", question, key);
            return false;
        });
    }

    test("asks, and connects when the user allows it", async () => {
        await addModel(world, "acme/shown");
        await world.open("/acme/shown", page);
        await shows(page, words("act_connect"));
        const question = await ask();
        await shoot("question");
        await answer(question, "alt+a");
        await shows(page, words("act_archive"));
        await press(page, words("act_archive"));
        await archived(world, page, "acme/shown");
    });

    test("shows a page in the window", async () => {
        const before = await until("the window", () => display.find("^hugger$"));
        await display.x("windowminimize", "--sync", before);
        await until("it to be gone from the screen", async () => !await display.find("^hugger$"));
        await until("the way to it", async () => (await seen(page))?.rest.concat((await seen(page)).buttons).includes(words("act_open")), { told: () => seen(page) });
        await press(page, words("act_open"));
        await until("the window to be back", () => display.find("^hugger$"));
        await shoot("opened");
    });

    test("keeps out who was denied", async () => {
        const { clients } = await world.app.run("pair", "--list");
        await world.app.run("pair", "--revoke", clients[0].client);
        await page.reload();
        await shows(page, words("act_connect"));
        await answer(await ask(), "Escape");
        await shows(page, words("view_denied"));
        assert.deepEqual((await world.app.run("pair", "--list")).clients, []);
        await world.shoot(page, "denied");
    });
});
