// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Chromium for the pictures and tests of this folder. HUGGER_CLIENTS is where ./dev keeps the packages (build/clients).

import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const clients = process.env.HUGGER_CLIENTS ?? join(import.meta.dirname, "../../../build/clients");

export async function launch() {
    const found = createRequire(join(clients, "node_modules", "x.js")).resolve("puppeteer-core");
    const { default: puppeteer } = await import(pathToFileURL(found));
    return puppeteer.launch({
        executablePath: process.env.HUGGER_CHROMIUM ?? "/usr/bin/chromium",
        headless: true,
        args: ["--no-sandbox", "--disable-background-networking", "--disable-component-update", "--hide-scrollbars", "--force-color-profile=srgb"],
    });
}
