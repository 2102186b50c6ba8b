// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Waiting for what should happen, and for nothing else.

import { setTimeout as pause } from "node:timers/promises";

/** Looks until `condition` gives something true, and gives that. `told` adds to the complaint how far it came. */
export async function until(what, condition, { seconds = 40, told } = {}) {
    const end = performance.now() + seconds * 1000;
    for (;;) {
        const found = await condition();
        if (found) return found;
        if (performance.now() > end) {
            const more = told ? `; at the end: ${JSON.stringify(await told())}` : "";
            throw new Error(`waited ${seconds} s for ${what}${more}`);
        }
        await pause(40);   // the pace of looking, never what is waited for
    }
}
