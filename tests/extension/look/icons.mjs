// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

// icons.mjs: draws extension/icons/*.png from the program's own icon.

import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { launch } from "./browser.mjs";
import { extension } from "./server.mjs";

const svg = await readFile(join(extension, "../packaging/icons/hicolor/scalable/apps/io.github.hugger.Hugger.svg"), "utf8");
const browser = await launch();
const page = await browser.newPage();
for (const size of [16, 32, 48, 128]) {
    await page.setViewport({ width: size, height: size });
    // The shops want air around the big one; in a toolbar every pixel counts.
    const view = size === 128 ? "-10 -4 148 148" : "6 8 116 116";
    const drawn = svg.replace(/width="128" height="128" viewBox="[^"]*"/, `width="${size}" height="${size}" viewBox="${view}" style="display:block"`);
    await page.setContent(`<body style="margin:0">${drawn}</body>`);
    await page.screenshot({ path: join(extension, "icons", `hugger-${size}.png`), omitBackground: true });
}
await browser.close();
