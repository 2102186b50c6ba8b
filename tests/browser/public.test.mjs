// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// As on the real Hub: the page comes from a public address, and the browser lets it reach nothing on this machine. The
// extension does, without a question to the user.

import assert from "node:assert/strict";
import http from "node:http";
import { after, before, describe, test } from "node:test";

import { Chromium } from "./lib/chromium.mjs";
import { press, shows } from "./lib/control.mjs";
import { addModel, archived, connect } from "./lib/flows.mjs";
import { words, World } from "./lib/world.mjs";

describe("a page from the internet", { timeout: 300_000 }, () => {
    let world;

    before(async () => {
        world = await World.start(Chromium, {
            options: ({ front }) => ({ args: [`--ip-address-space-overrides=127.0.0.1:${front.port}=public`] }),
        });
    });
    after(() => world?.stop());

    test("reaches nobody here itself", async () => {
        const reached = [];
        const server = http.createServer((request, response) => {
            reached.push(request.url);
            response.writeHead(200, { "Access-Control-Allow-Origin": "*" }).end();
        });
        await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
        const page = await world.open("/acme/big");
        // Blocked at once, or held back for the permission that nobody gives.
        const ended = await page.evaluate(async (port) => {
            try {
                return (await fetch(`http://127.0.0.1:${port}/x`, { signal: AbortSignal.timeout(3000) })).ok;
            } catch {
                return "blocked";
            }
        }, server.address().port);
        assert.equal(ended, "blocked");
        assert.deepEqual(reached, []);
        await page.close();
        server.close();
        server.closeAllConnections();
    });

    test("has the control, and one click archives", async () => {
        await addModel(world, "acme/public");
        const page = await world.open("/acme/public");
        await shows(page, words("act_connect"));
        await connect(world, page);
        await shows(page, words("act_archive"));
        await press(page, words("act_archive"));
        await archived(world, page, "acme/public");
    });
});
