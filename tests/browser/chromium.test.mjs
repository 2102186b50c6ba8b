// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// All flows in Chromium.

import { Chromium } from "./lib/chromium.mjs";
import { flows } from "./lib/flows.mjs";
import { World } from "./lib/world.mjs";

flows(() => World.start(Chromium));
