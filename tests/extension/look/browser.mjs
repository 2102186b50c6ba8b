// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Chromium for the pictures and tests of this folder.

import { puppeteer } from "../../browser/lib/puppeteer.mjs";

export function launch() {
    return puppeteer.launch({
        executablePath: "/usr/bin/chromium",
        headless: true,
        args: ["--no-sandbox", "--disable-background-networking", "--disable-component-update", "--hide-scrollbars", "--force-color-profile=srgb"],
    });
}
