// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The extension as the browsers get it here: a copy whose shadow roots are open, so that a test can look into them.

import { cpSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";

export const SOURCE = process.env.HUGGER_EXTENSION ?? path.join(import.meta.dirname, "../../../extension");
export const FIREFOX_UUID = "7b1e4c52-6f0a-4d3b-9a58-1c2d3e4f5a6b";

export function copyExtension(folder) {
    const place = path.join(folder, "extension");
    cpSync(SOURCE, place, { recursive: true });
    const shared = path.join(place, "content/shared.js");
    const text = readFileSync(shared, "utf8");
    const opened = text.replace('shadow: "closed"', 'shadow: "open"');
    if (opened === text) throw new Error("content/shared.js says nothing of a closed shadow root any more");
    writeFileSync(shared, opened);
    const manifest = JSON.parse(readFileSync(path.join(place, "manifest.json"), "utf8"));
    return { place, id: manifest.browser_specific_settings.gecko.id, locales: readdirSync(path.join(place, "_locales")) };
}
