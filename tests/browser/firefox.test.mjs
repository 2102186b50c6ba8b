// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// All flows in Firefox, which ends the extension's background here as soon as it has nothing to do.

import { after, before, describe, test } from "node:test";

import { press, shows } from "./lib/control.mjs";
import { Firefox } from "./lib/firefox.mjs";
import { addModel, archived, connect, flows } from "./lib/flows.mjs";
import { until } from "./lib/waiting.mjs";
import { words, World } from "./lib/world.mjs";

flows(() => World.start(Firefox, { options: { prefs: { "extensions.background.idle.timeout": 1500 } } }));

describe("where Firefox's user takes a permission away", { timeout: 120_000 }, () => {
    let world;

    before(async () => {
        // The browser's own question, which no driver can answer, is answered with yes.
        world = await World.start(Firefox, { options: { prefs: { "extensions.webextOptionalPermissionPrompts": false } } });
    });
    after(() => world?.stop());

    test("the control says so, and the popup asks for it again", async () => {
        await addModel(world, "acme/allowed");
        const page = await world.open("/acme/allowed");
        await shows(page, words("act_connect"));
        await connect(world, page);
        await shows(page, words("act_archive"));
        const popup = await world.browser.extensionPage("popup/popup.html");
        await popup.evaluate(() => browser.permissions.remove({ origins: ["http://127.0.0.1/*"] }));
        await page.bringToFront();
        await page.reload();
        await shows(page, words("view_permission"));
        await world.shoot(page, "permission");
        await popup.bringToFront();
        await popup.reload({ timeout: 1000 }).catch(() => {});
        await until("the popup to ask", () => popup.evaluate((text) =>
            document.querySelector("#next-do")?.textContent === text, words("popup_permission")).catch(() => false));
        await world.shoot(popup, "popup-permission");
        await popup.click("#next-do");
        await until("the permission", () => popup.evaluate(() => browser.permissions.contains({ origins: ["http://127.0.0.1/*"] })));
        await page.bringToFront();
        await page.reload();
        await shows(page, words("act_archive"));
        await press(page, words("act_archive"));
        await archived(world, page, "acme/allowed");
    });
});
