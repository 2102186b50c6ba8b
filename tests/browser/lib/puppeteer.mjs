// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// puppeteer-core from where ./dev puts the packages of the client tests.

import { createRequire } from "node:module";
import path from "node:path";

const clients = process.env.HUGGER_CLIENTS ?? path.join(import.meta.dirname, "../../../build/clients");

export const puppeteer = createRequire(path.join(clients, "package.json"))("puppeteer-core");
