// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What a person does with the extension, the same in every browser. One hugger, one browser; each flow has repositories
// of its own, and leaves hugger running and the browser connected.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";

import { answer, asked, files, panel, press, pressFile, seen, shows, ticks } from "./control.mjs";
import { until } from "./waiting.mjs";
import { pattern, words, World } from "./world.mjs";

const MINUTES = 60_000;

/** A model with a card, a few small files and one of `size` bytes, all unlike those of any other. */
export function addModel(world, id, size = 200_000, more = {}) {
    return world.hub.addRepo(id, [
        { path: "README.md", text: `---\nlicense: apache-2.0\n---\n# ${id}\n` },
        { path: "config.json", text: `{"name": "${id}"}\n` },
        { path: "notes/about.md", text: `About ${id}.\n` },
        { path: "model.safetensors", size, format: "safetensors", seed: id },
    ], more);
}

/** Connects the browser to hugger, by the code, from a page that is open. */
export async function connect(world, page) {
    await press(page, words("act_connect"));
    const { label } = await shows(page, pattern("view_pairing"));
    const code = label.replace(/\D/g, "");
    assert.match(code, /^\d{6}$/);
    await world.app.run("pair", "--allow", code);
    return code;
}

export const archived = (world, page, id) => shows(page, words("view_held"), { seconds: 90 }).then(async () => {
    const snapshot = await world.app.held(id);
    assert.equal(snapshot?.state, "complete");
    return snapshot;
});

export function flows(start) {
    describe("the extension", { timeout: 5 * MINUTES }, () => {
        let world;
        let page;
        let isConnected = false;

        // Without a connection all of them would only wait in vain.
        const flow = (name, work) => test(name, (t) => (isConnected ? work() : t.skip("not connected")));

        before(async () => {
            world = await start();
            page = await world.browser.page();
        });
        after(() => world?.stop());

        const open = (place) => world.open(place, page);

        /** The extension asks upstream again, as it does by itself after a while. */
        const forgetChecks = () => world.browser.inside(() => (globalThis.browser ?? chrome).storage.session.remove("checked"));

        test("connects by a code that both show", async () => {
            await addModel(world, "acme/first");
            await open("/acme/first");
            const { tone } = await shows(page, words("act_connect"));
            assert.equal(tone, "primary");
            await world.shoot(page, "unpaired");
            await press(page, words("act_connect"));
            const { label } = await shows(page, pattern("view_pairing"));
            await world.shoot(page, "pairing");
            await world.app.run("pair", "--allow", label.replace(/\D/g, ""));
            await shows(page, words("act_archive"));
            await world.shoot(page, "not-held");
            const { clients } = await world.app.run("pair", "--list");
            assert.equal(clients.length, 1);
            assert.equal(clients[0].origin, world.browser.origin);
            isConnected = true;
        });

        flow("archives by one click, and shows how far it is", async () => {
            await addModel(world, "acme/slow", 3_000_000);
            await world.hub.throttle(400_000);
            await open("/acme/slow");
            await shows(page, words("act_archive"));
            await press(page, words("act_archive"));
            const begun = await until("a percentage", async () => {
                const found = await seen(page);
                return found?.percent > 0 && found.percent < 90 ? found : null;
            }, { told: () => seen(page) });
            await world.shoot(page, "fetching");
            await until("more of it", async () => (await seen(page))?.percent > begun.percent, { told: () => seen(page) });
            await press(page, words("act_pause"));
            await shows(page, pattern("view_paused_at"));
            await world.shoot(page, "paused");
            await press(page, words("act_resume"));
            await until("it to go on", async () => (await seen(page))?.buttons.includes(words("act_pause")), { told: () => seen(page) });
            await world.hub.throttle();
            const { commit } = await archived(world, page, "acme/slow");
            assert.equal(commit, (await world.hub.truth("acme/slow")).sha);
            assert.equal((await seen(page)).tone, "good");
            await world.shoot(page, "held");
        });

        flow("archives the revision that the page shows", async () => {
            await addModel(world, "acme/branches");
            await world.hub.commit("acme/branches", [{ path: "only-here.txt", text: "x" }], { ref: "refs/heads/feat/long" });
            await open("/acme/branches/tree/feat%2Flong");
            await shows(page, words("act_archive"));
            await press(page, words("act_archive"));
            const { revision } = await archived(world, page, "acme/branches");
            assert.equal(revision, "feat/long");
            await open("/acme/branches");
            await shows(page, words("act_archive"));
        });

        flow("archives one file from the list of files", async () => {
            await addModel(world, "acme/pieces");
            await open("/acme/pieces/tree/main");
            await until("the buttons of the files", async () => (await files(page))["config.json"], { told: () => files(page) });
            assert.deepEqual(Object.keys(await files(page)).sort(), ["README.md", "config.json", "model.safetensors"]);
            await world.shoot(page, "files");
            await pressFile(page, "config.json");
            await until("the tick of the file", async () => (await files(page))["config.json"].state === "held", { told: () => files(page) });
            await until("the control to say what is held", async () => {
                const { label } = await seen(page) ?? { label: "" };
                return label === words("view_partly") || /^1 \D+ 4/.test(label);
            }, { told: () => seen(page) });
            await world.shoot(page, "partly-held");
            const snapshot = await world.app.held("acme/pieces");
            assert.deepEqual([snapshot.state, snapshot.files], ["partial", 1]);
        });

        flow("follows moves inside the page", async () => {
            await addModel(world, "acme/moving");
            await open("/acme/slow");
            await shows(page, words("view_held"));
            await page.evaluate(() => { window.stayed = true; });
            const follow = async (place) => {
                const link = await page.waitForSelector(`main a[href="${place}"]`);
                await link.click();
                await until(`the address ${place}`, () => page.evaluate((wanted) => location.pathname === wanted, place));
            };
            await follow("/acme");
            await until("the control to be gone", async () => await seen(page) === null, { told: () => seen(page) });
            await follow("/acme/moving");
            await shows(page, words("act_archive"));
            await follow("/acme/moving/tree/main");
            await until("the buttons of the files", async () => (await files(page))["config.json"]);
            await page.evaluate(() => history.go(-3));
            await shows(page, words("view_held"));
            assert.deepEqual(await files(page), {});
            assert.equal(await page.evaluate(() => window.stayed), true, "the page was loaded anew");
            assert.equal(await page.evaluate(() => document.querySelectorAll("[data-hugger=control]").length), 1);
        });

        flow("marks what is held in lists", async () => {
            await open("/models?search=acme");
            const found = await until("the ticks", async () => {
                const there = await ticks(page);
                return there["/acme/slow"] ? there : null;
            }, { told: () => ticks(page) });
            assert.deepEqual(Object.keys(found).sort(), ["/acme/branches", "/acme/pieces", "/acme/slow"]);
            await world.shoot(page, "list");
            await open("/models?search=acme&theme=dark");
            await until("the ticks", async () => (await ticks(page))["/acme/slow"]);
            await world.shoot(page, "list-dark");
        });

        flow("offers what is newer, and fetches only that", async () => {
            await addModel(world, "acme/newer", 3_000_000);
            await open("/acme/newer");
            await shows(page, words("act_archive"));
            await press(page, words("act_archive"));
            await archived(world, page, "acme/newer");
            await world.hub.commit("acme/newer", [{ path: "added.txt", text: "new\n" }]);
            await forgetChecks();
            await open("/acme/newer");
            const found = await until("the update", async () => {
                const now = await seen(page);
                return now?.buttons.find((one) => pattern("act_update_size").test(one) || one === words("act_update")) ? now : null;
            }, { told: () => seen(page) });
            await world.shoot(page, "newer");
            await press(page, found.buttons.find((one) => pattern("act_update_size").test(one) || one === words("act_update")));
            const { sha } = await world.hub.truth("acme/newer");
            await until("the new commit", async () => (await world.app.snapshots()).some((one) => one.repo === "acme/newer" && one.commit === sha));
            await until("it to be current", async () => {
                const now = await seen(page);
                return now?.label === words("view_held") && !now.buttons.some((one) => one.startsWith(words("act_update")));
            }, { told: () => seen(page) });
        });

        flow("says that the license changed, and asks before the copy under the old one goes", async () => {
            await addModel(world, "acme/relicensed");
            await open("/acme/relicensed");
            await shows(page, words("act_archive"));
            await press(page, words("act_archive"));
            await archived(world, page, "acme/relicensed");
            await world.hub.commit("acme/relicensed", [{ path: "README.md", text: "---\nlicense: cc-by-nc-4.0\n---\n# acme/relicensed\n" }]);
            await forgetChecks();
            await open("/acme/relicensed");
            const updateOf = (found) => found?.buttons.find((one) => pattern("act_update_size").test(one));
            const found = await until("the new license, and how much an update fetches", async () => {
                const now = await seen(page);
                return now?.label === words("view_held_license") && updateOf(now) ? now : null;
            }, { told: () => seen(page) });
            assert.equal(found.tone, "warn");
            assert.ok(found.title.includes(words("upstream_license_changed")), found.title);
            assert.ok(found.title.includes(words("last_license")), found.title);
            await world.shoot(page, "license-changed");
            await press(page, words("act_remove_last"));
            const question = await until("the question", () => asked(page));
            assert.equal(question.input, true);
            await world.shoot(page, "license-last-copy");
            await page.keyboard.press("Escape");
            await until("no question", async () => await asked(page) === null);
            await press(page, updateOf(found));
            await until("the new license to be held", async () => (await seen(page))?.label === words("view_held"), { told: () => seen(page) });
            assert.equal((await world.app.snapshots()).filter((one) => one.repo === "acme/relicensed").length, 2, "the old copy stays");
            await open("/acme/relicensed/tree/main");
            await shows(page, words("view_held"));
        });

        flow("removes after it asked", async () => {
            await addModel(world, "acme/removed");
            await open("/acme/removed");
            await shows(page, words("act_archive"));
            await press(page, words("act_archive"));
            await archived(world, page, "acme/removed");
            await press(page, words("act_remove"));
            const question = await until("the question", () => asked(page));
            await world.shoot(page, "remove");
            assert.equal(question.input, false);
            await answer(page, question.buttons[0]);
            await until("no question", async () => await asked(page) === null);
            assert.ok(await world.app.held("acme/removed"));
            await press(page, words("act_remove"));
            await answer(page, question.buttons[1]);
            await shows(page, words("act_archive"));
            assert.equal(await world.app.held("acme/removed"), null);
        });

        flow("says what is held where the page is gone or gated", async () => {
            await addModel(world, "acme/going");
            await addModel(world, "acme/gating");
            for (const id of ["acme/going", "acme/gating"]) {
                await open(`/${id}`);
                await shows(page, words("act_archive"));
                await press(page, words("act_archive"));
                await archived(world, page, id);
            }
            await world.hub.deleteRepo("acme/going");
            await world.hub.updateRepo("acme/gating", { gated: "manual" });
            await open("/acme/going");
            const gone = await until("the panel", () => panel(page));
            assert.match(gone.text, /acme\/going/);
            await world.shoot(page, "gone");
            await open("/acme/gating");
            const gated = await until("the panel", () => panel(page));
            assert.match(gated.text, /acme\/gating/);
            await world.shoot(page, "gated");
            await open("/acme/never-was");
            await page.waitForSelector(".problem");
            await open("/acme/gated");
            await shows(page, words("view_gated"));
            await world.shoot(page, "gated-not-held");
            assert.equal(await panel(page), null);
        });

        flow("asks for the name before the last copy goes", async () => {
            await addModel(world, "acme/last");
            await open("/acme/last");
            await shows(page, words("act_archive"));
            await press(page, words("act_archive"));
            await archived(world, page, "acme/last");
            await world.hub.deleteRepo("acme/last");
            await forgetChecks();
            // The page was opened before; a move inside it has the extension look again.
            await page.bringToFront();
            await page.evaluate(() => history.replaceState({}, "", "?again"));
            // Where the browser ends the background before the second look is done, an alarm brings the news.
            await until("the last copy to be called that", async () => (await seen(page))?.label === words("view_gone"),
                        { told: () => seen(page), seconds: 70 });
            await world.shoot(page, "gone-with-row");
            await press(page, words("act_remove_last"));
            const question = await until("the question", () => asked(page));
            assert.equal(question.input, true);
            await world.shoot(page, "last-copy");
            await answer(page, question.buttons[1], "acme/wrong");
            assert.ok(await asked(page), "a wrong name was taken");
            await page.keyboard.press("Escape");
            await until("no question", async () => await asked(page) === null);
            assert.ok(await world.app.held("acme/last"));
            await press(page, words("act_remove_last"));
            await answer(page, question.buttons[1], "acme/last");
            await until("the copy to go", async () => await world.app.held("acme/last") === null);
        });

        flow("goes on when the tab is closed midway", async () => {
            await addModel(world, "acme/closed", 2_000_000);
            await world.hub.throttle(400_000);
            const other = await world.open("/acme/closed");
            await shows(other, words("act_archive"));
            await press(other, words("act_archive"));
            await until("a percentage", async () => (await seen(other))?.percent > 0, { told: () => seen(other) });
            await other.close();
            await world.hub.throttle();
            await open("/acme/closed");
            await archived(world, page, "acme/closed");
        });

        flow("survives that the browser ends its background", async () => {
            await addModel(world, "acme/sleeping", 3_000_000);
            // So slow that it still runs when the alarm rings, which is what wakes the background.
            await world.hub.throttle(40_000);
            await open("/acme/sleeping");
            await shows(page, words("act_archive"));
            await press(page, words("act_archive"));
            const { percent } = await until("a percentage", async () => {
                const found = await seen(page);
                return found?.percent > 0 ? found : null;
            }, { told: () => seen(page) });
            await world.browser.stopBackground?.();
            await until("the percentage to go on", async () => (await seen(page))?.percent > percent, { seconds: 60, told: () => seen(page) });
            await world.hub.throttle();
            await archived(world, page, "acme/sleeping");
        });

        flow("keeps requests while hugger is not running, and sends them then", async () => {
            await addModel(world, "acme/later");
            await world.app.stop();
            await open("/acme/later");
            await shows(page, words("view_off"));
            await world.shoot(page, "off");
            await press(page, words("act_later"));
            await shows(page, words("view_saved"));
            await world.shoot(page, "saved");
            await world.app.serve();
            await until("the page to follow", async () => (await seen(page))?.label !== words("view_saved"), { seconds: 60, told: () => seen(page) });
            await archived(world, page, "acme/later");
        });

        flow("finds hugger on another port", async () => {
            await addModel(world, "acme/elsewhere");
            await world.app.stop();
            // Once the page says so, the proof that hugger was there is forgotten: that lasts for a burst of questions, in
            // which whoever took the port would be taken for it.
            await open("/acme/elsewhere");
            await shows(page, words("view_off"));
            const squatter = await squat(world, 4847);
            try {
                await world.app.serve();
                assert.notEqual(world.app.port, 4847);
                await open("/acme/elsewhere");
                await shows(page, words("act_archive"));
                await press(page, words("act_archive"));
                await archived(world, page, "acme/elsewhere");
                assert.ok(squatter.requests.length > 0);
                assert.deepEqual(squatter.requests.filter((one) => one.authorization), [], "the token went to somebody else");
            } finally {
                await squatter.stop();
            }
            await world.app.stop();
            await world.app.serve();
            assert.equal(world.app.port, 4847);
            await open("/acme/elsewhere");
            await shows(page, words("view_held"));
        });

        flow("says so when it may not connect any more", async () => {
            await addModel(world, "acme/revoked");
            const { clients } = await world.app.run("pair", "--list");
            await world.app.run("pair", "--revoke", clients[0].client);
            await open("/acme/revoked");
            const { title } = await shows(page, words("act_connect"));
            assert.equal(title, words("trouble_revoked"));
            await world.shoot(page, "revoked");
            await connect(world, page);
            await shows(page, words("act_archive"));
        });

        flow("archives what is ticked in the list of files", async () => {
            await addModel(world, "acme/ticked");
            const address = encodeURIComponent("https://huggingface.co/acme/ticked");
            const picker = await world.browser.extensionPage(`files/files.html?url=${address}`);
            try {
                await picker.setViewport({ width: 640, height: 720 });
                const names = () => picker.evaluate(() => [...document.querySelectorAll("#list [role=option]")].map((one) => one.textContent));
                await until("the names of the files", async () => (await names()).some((one) => one.includes("model.safetensors")), { told: names });
                await picker.type("#filter", "*.md");
                await until("the list to be shorter", async () => (await names()).length === 2, { told: names });
                await picker.click("#all");
                await until("something to fetch", () => picker.evaluate(() => !document.querySelector("#archive").disabled));
                await world.shoot(picker, "picker");
                await picker.click("#archive");
                await until("the two files", async () => (await world.app.held("acme/ticked"))?.files === 2, { told: () => world.app.held("acme/ticked") });
                assert.equal((await world.app.held("acme/ticked")).state, "partial");
            } finally {
                if (!picker.isClosed()) await picker.close();
            }
        });

        flow("shows the same in its own pages", async () => {
            await addModel(world, "acme/running", 3_000_000);
            await world.hub.throttle(400_000);
            await open("/acme/running");
            await shows(page, words("act_archive"));
            await press(page, words("act_archive"));
            const popup = await (world.browser.popup?.(page) ?? world.browser.extensionPage("popup/popup.html"));
            if (!world.browser.popup) await popup.setViewport({ width: 360, height: 560 });
            const text = () => popup.evaluate(() => document.body.innerText);
            await until("the job in the popup", async () => /acme\/running[\s\S]*\d\s?%/.test(await text()), { told: text });
            await world.shoot(popup, "popup");
            await popup.click("#all");
            await until("the job to be paused", async () => (await world.app.run("jobs")).jobs[0]?.waiting_for === "paused");
            await until("the popup to offer to go on", async () => (await text()).includes(words("popup_resume_all")), { told: text });
            await popup.click("#all");
            await world.hub.throttle();
            await until("the copy", async () => (await world.app.held("acme/running"))?.state === "complete");
            await popup.close();

            const options = await world.browser.extensionPage("options/options.html");
            await until("the state in the options", () =>
                options.evaluate((state) => document.querySelector("#state").textContent === state, words("popup_state_ready")));
            await world.shoot(options, "options");
            await options.click("#ticks");
            await until("the choice to be kept", () => options.evaluate(async () =>
                (await (globalThis.browser ?? chrome).runtime.sendMessage({ type: "settings" })).ticks === false));
            await open("/models?search=acme");
            await page.waitForSelector(".cell");
            await options.click("#ticks");
            await until("the ticks", async () => (await ticks(page))["/acme/running"], { told: () => ticks(page) });
            await options.close();
        });

        flow("is at home on a dark page", async () => {
            for (const [id, name] of [["acme/slow", "held-dark"], ["acme/revoked", "not-held-dark"]]) {
                await open(`/${id}?theme=dark`);
                await until("the control", async () => (await seen(page))?.theme === "dark", { told: () => seen(page) });
                await world.shoot(page, name);
            }
        });
    });
}

/** Somebody else on hugger's port, who answers everything as hugger might. */
async function squat(world, port) {
    const http = await import("node:http");
    const requests = [];
    const server = http.createServer((request, response) => {
        requests.push({ url: request.url, authorization: request.headers.authorization ?? null });
        response.writeHead(200, { "Content-Type": "application/json", "Hugger-Api": "1" });
        response.end(JSON.stringify({ name: "hugger", version: "0.1.0", api: 1, instance: "0123456789abcdef", has_window: true, proof: "00".repeat(32) }));
    });
    await new Promise((resolve, reject) => server.once("error", reject).listen(port, "127.0.0.1", resolve));
    return {
        requests,
        stop: () => new Promise((resolve) => {
            server.close(resolve);
            server.closeAllConnections();
        }),
    };
}
