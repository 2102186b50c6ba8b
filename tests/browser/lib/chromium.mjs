// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Chromium with the extension in it.

import { until } from "./waiting.mjs";
import { puppeteer } from "./puppeteer.mjs";

export class Chromium {
    name = "chromium";

    static async start({ front, extension, profile, args = [], locale = "en-US" }) {
        const names = `MAP huggingface.co:443 127.0.0.1:${front.port}, MAP hf.co:443 127.0.0.1:${front.port}, MAP * ~NOTFOUND, EXCLUDE 127.0.0.1`;
        const self = new Chromium();
        self.browser = await puppeteer.launch({
            executablePath: "/usr/bin/chromium",
            headless: true,
            pipe: true,
            enableExtensions: true,
            acceptInsecureCerts: true,
            userDataDir: profile,
            protocolTimeout: 30000,
            env: { ...process.env, LANGUAGE: locale.replace("-", "_") },
            args: ["--no-sandbox", "--disable-gpu", "--no-first-run", "--no-proxy-server", "--disable-background-networking",
                "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage", "--ignore-certificate-errors",
                `--lang=${locale}`, `--host-resolver-rules=${names}`, ...args],
        });
        try {
            self.id = await self.browser.installExtension(extension.place);
        } catch (error) {
            await self.browser.close();
            throw error;
        }
        self.origin = `chrome-extension://${self.id}`;
        return self;
    }

    async page() {
        const page = await this.browser.newPage();
        await page.setViewport({ width: 1280, height: 800 });
        return page;
    }

    async extensionPage(path) {
        const page = await this.page();
        await page.goto(`${this.origin}/${path}`);
        return page;
    }

    async #worker() {
        const target = await this.browser.waitForTarget((one) => one.type() === "service_worker" && one.url().startsWith(this.origin));
        return target.worker();
    }

    /** Runs it in an extension's page or worker; `work` is a function without anything around it. */
    async inside(work, ...args) {
        const page = await this.extensionPage("options/options.html");
        try {
            return await page.evaluate(work, ...args);
        } finally {
            await page.close();
        }
    }

    /** Ends the worker at once, as the browser does with an idle one. */
    async stopBackground() {
        const worker = await this.#worker();
        const gone = until("the worker to end", () => !this.browser.targets().some((one) =>
            one.type() === "service_worker" && one.url().startsWith(this.origin)));
        await worker.close();
        await gone;
    }

    /** The real popup, over `page`. */
    async popup(page) {
        await page.bringToFront();
        const helper = await this.#worker();
        const isPopup = (one) => one.url() === `${this.origin}/popup/popup.html`;
        await helper.evaluate("chrome.action.openPopup()");
        return (await this.browser.waitForTarget(isPopup)).asPage();
    }

    stop() { return this.browser.close(); }
}
