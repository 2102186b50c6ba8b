// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Firefox with the extension in it.

import { FIREFOX_UUID } from "./extension.mjs";
import { puppeteer } from "./puppeteer.mjs";
import { until } from "./waiting.mjs";

export class Firefox {
    name = "firefox";
    origin = `moz-extension://${FIREFOX_UUID}`;

    static async start({ front, extension, profile, prefs = {}, locale = "en-US" }) {
        const self = new Firefox();
        self.browser = await puppeteer.launch({
            browser: "firefox",
            executablePath: "/usr/bin/firefox-esr",
            headless: true,
            acceptInsecureCerts: true,
            userDataDir: profile,
            protocolTimeout: 30000,
            // Without it no page of an extension may be opened by the driver.
            args: ["--remote-allow-system-access"],
            extraPrefsFirefox: {
                "network.proxy.type": 1,
                "network.proxy.ssl": "127.0.0.1",
                "network.proxy.ssl_port": front.proxyPort,
                "network.proxy.http": "127.0.0.1",
                "network.proxy.http_port": front.proxyPort,
                "extensions.webextensions.uuids": JSON.stringify({ [extension.id]: FIREFOX_UUID }),
                "intl.locale.requested": locale,
                "ui.systemUsesDarkTheme": 0,
                ...prefs,
            },
        });
        try {
            await self.browser.installExtension(extension.place);
        } catch (error) {
            await self.browser.close();
            throw error;
        }
        return self;
    }

    async page() {
        const page = await this.browser.newPage();
        await page.setViewport({ width: 1280, height: 800 });
        return page;
    }

    async extensionPage(path) {
        const page = await this.page();
        const address = `${this.origin}/${path}`;
        // The driver is told of no end of such a navigation; the page itself says when it is there.
        page.goto(address, { timeout: 1000 }).catch(() => {});
        await until(`${path} to be loaded`, async () => {
            try {
                return await page.evaluate((wanted) => location.href === wanted && document.readyState === "complete", address);
            } catch {
                return false;   // between two documents
            }
        });
        return page;
    }

    async inside(work, ...args) {
        const page = await this.extensionPage("options/options.html");
        try {
            return await page.evaluate(work, ...args);
        } finally {
            await page.close();
        }
    }

    stop() { return this.browser.close(); }
}
