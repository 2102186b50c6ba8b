// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// loadinchrome.mjs FOLDER: loads an unpacked extension in Chromium; fails on whatever Chromium does not like about it.

import { createRequire } from "node:module";
import path from "node:path";

const puppeteer = createRequire(path.join(process.env.HUGGER_CLIENTS, "package.json"))("puppeteer-core");

const browser = await puppeteer.launch({
    executablePath: "/usr/bin/chromium",
    pipe: true,
    enableExtensions: true,
    args: ["--no-sandbox", "--disable-gpu", "--no-first-run", "--no-proxy-server", "--disable-background-networking",
        "--disable-component-update", "--disable-dev-shm-usage", "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"],
});
try {
    const id = await browser.installExtension(path.resolve(process.argv[2]));
    const page = await browser.newPage();
    await page.goto("chrome://extensions");
    const found = await page.evaluate(async (wanted) => {
        const { promise, resolve } = Promise.withResolvers();
        chrome.developerPrivate.updateProfileConfiguration({ inDeveloperMode: true }, resolve);
        await promise;
        return chrome.developerPrivate.getExtensionInfo(wanted);
    }, id);
    const said = [...found.manifestErrors, ...found.runtimeErrors, ...(found.installWarnings ?? [])].map((one) => one.message ?? one);
    if (found.state !== "ENABLED") said.push(`it is ${found.state}`);
    if (said.length > 0) {
        console.log(said.join("\n"));
        process.exitCode = 1;
    }
} finally {
    await browser.close();
}
