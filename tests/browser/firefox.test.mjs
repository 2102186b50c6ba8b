// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// All flows in Firefox, which ends the extension's background here as soon as it has nothing to do.

import { Firefox } from "./lib/firefox.mjs";
import { flows } from "./lib/flows.mjs";
import { World } from "./lib/world.mjs";

flows(() => World.start(Firefox, { options: { prefs: { "extensions.background.idle.timeout": 1500 } } }));
