// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

// shots.mjs FOLDER [WORD...]: a picture of every part and state of the extension that is seen, at 1x and 2x, light and dark, in all its
// languages. With WORDs only those whose names contain one of them.

import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { launch } from "./browser.mjs";
import { serveLook } from "./server.mjs";

const [, , folder, ...wanted] = process.argv;
if (!folder) throw new Error("shots.mjs FOLDER [WORD...]");

const popups = ["ready", "held", "idle", "off", "unpaired", "pairing", "refused", "permission", "blocked"];
const repo = "acme/Orion-7B-Instruct";
const scenes = [
    { name: "controls", path: "look/controls.html", size: [1180, 620] },
    { name: "controls-menu", path: "look/controls.html", size: [1180, 620], press: ["held", "aria/content_more"] },
    { name: "controls-ask", path: "look/controls.html", size: [1180, 620], press: ["gone", "aria/content_more", "aria/act_remove_last"] },
    { name: "controls-ask-license", path: "look/controls.html", size: [1180, 620], press: ["relicensed", "aria/content_more", "aria/act_remove_last"] },
    { name: "controls-error", path: "look/controls.html", size: [1180, 620], press: ["failed", "aria/act_retry"] },
    ...popups.map((state) => ({ name: `popup-${state}`, path: "popup/popup.html", query: { state }, size: [360, 300], whole: true })),
    { name: "options", path: "options/options.html", query: { state: "ready" }, size: [900, 900], whole: true },
    { name: "options-off", path: "options/options.html", query: { state: "off" }, size: [420, 900], whole: true },
    ...["ready", "warned", "error"].map((state) => ({ name: `files-${state}`, path: "files/files.html", query: { state, url: `https://huggingface.co/${repo}` }, size: [640, 620] })),
    ...["not held", "fetching", "newer", "relicensed", "off"].map((state) => ({ name: `model-${state.replace(" ", "-")}`, path: repo, query: { hub: "model", state }, size: [1200, 420] })),
    { name: "model-narrow", path: repo, query: { hub: "model", state: "newer" }, size: [560, 420], wait: 2000 },
    { name: "gated", path: "halcyon/voice-base", query: { hub: "gated", state: "held", panel: "panel_gated" }, size: [1200, 520] },
    { name: "missing", path: "halcyon/voice-base", query: { hub: "missing", status: 404, state: "gone", panel: "panel_gone" }, size: [1200, 460] },
    { name: "list", path: "models", query: { hub: "list" }, size: [900, 420] },
    { name: "tree", path: `${repo}/tree/main`, query: { hub: "tree", state: "partial" }, size: [1200, 380] },
].filter(({ name }) => wanted.length === 0 || wanted.some((word) => name.includes(word)));
const ways = [["light", "en", 1], ["dark", "en", 1], ["light", "de", 2], ["dark", "zh_CN", 2]];

await mkdir(folder, { recursive: true });
const server = await serveLook();
const browser = await launch();
try {
    for (const { name, path, query = {}, size: [width, height], whole = false, press = [] } of scenes) {
        for (const [theme, lang, scale] of ways) {
            const page = await browser.newPage();
            page.on("pageerror", (error) => console.error(`${name} ${lang}: ${error}`));
            await page.setViewport({ width, height, deviceScaleFactor: scale });
            await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: theme }]);
            await page.goto(`${server.url}/${path}?${new URLSearchParams({ ...query, lang, theme })}`, { waitUntil: "networkidle0" });
            await pressed(page, press);
            await page.screenshot({ path: join(folder, `${name}-${theme}-${lang}@${scale}x.png`), fullPage: whole });
            await page.close();
        }
    }
} finally {
    await browser.close();
    server.close();
}

/** [name of the control, then what is pressed in it, by the key of its word]. */
async function pressed(page, [name, ...steps]) {
    for (const step of steps) {
        const label = await page.evaluate((key) => lookWord(key), step.slice(5));
        const found = await page.$$(`aria/${label}`);
        for (const element of found) {
            const isThere = await element.evaluate((node, of) => node.getRootNode().host === globalThis.lookControls[of].host && node.getClientRects().length > 0, name);
            if (isThere) {
                await element.click();
                break;
            }
        }
    }
}
