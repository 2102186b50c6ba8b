// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Serves the extension's own files and the pages of this folder, with the fake browser before every script. A page of the Hub comes
// from pages.html by the part of it that is named: /hub/PART and whatever address the test wants for it.

import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { dirname, extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
export const extension = join(here, "../../../extension");
const types = { ".html": "text/html", ".css": "text/css", ".js": "text/javascript", ".mjs": "text/javascript", ".png": "image/png", ".svg": "image/svg+xml", ".json": "application/json" };
export const contentScripts = ["shared", "style", "popover", "ask", "control", "place", "panel", "ticks", "filetree", "page"].map((name) => `content/${name}.js`);

async function messages(language) {
    const folder = process.env.HUGGER_LOOK_LOCALES ?? join(extension, "_locales");
    return readFile(join(folder, language, "messages.json"), "utf8");
}

async function fakes(language) {
    return `<script>const lookLanguage = ${JSON.stringify(language.replace("_", "-"))}; const lookMessages = ${(await messages(language)).replaceAll("<", "\\u003c")};</script>`
        + '<script src="/look/fake.js"></script><script src="/look/states.js"></script>';
}

const scripts = (names) => names.map((name) => `<script src="/${name}"></script>`).join("");

/** Answers {url, close}. */
export async function serveLook() {
    const server = createServer(async (request, response) => {
        const url = new URL(request.url, "http://look");
        const language = url.searchParams.get("lang") ?? "en";
        try {
            const { type, body, status = 200 } = await answer(url, language);
            response.writeHead(status, { "Content-Type": `${type}; charset=utf-8`, "Cache-Control": "no-store" });
            response.end(body);
        } catch {
            response.writeHead(404);
            response.end();
        }
    });
    await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
    return { url: `http://127.0.0.1:${server.address().port}`, close: () => server.close() };
}

async function answer(url, language) {
    if (url.searchParams.has("hub")) {
        const page = await readFile(join(here, `${url.searchParams.get("hub").replace(/\W/g, "")}.html`), "utf8");
        const dark = url.searchParams.get("theme") === "dark" ? ' class="dark"' : "";
        const body = page.replace("<html", `<html${dark}`).replace("<head>", `<head>${await fakes(language)}`)
            .replace("</body>", `${url.searchParams.has("still") ? "" : scripts(contentScripts)}</body>`);
        return { type: "text/html", body, status: Number(url.searchParams.get("status") ?? 200) };
    }
    const path = normalize(decodeURIComponent(url.pathname)).slice(1);
    if (path.startsWith("..")) throw new Error("outside");
    const file = path.startsWith("look/") ? join(here, path.slice(5)) : join(extension, path);
    let body = await readFile(file);
    // Open, so that tests can look inside; nothing else differs.
    if (path === "content/shared.js") body = body.toString().replace('shadow: "closed"', 'shadow: "open"');
    if (path.endsWith(".html")) body = body.toString().replace("<head>", `<head>${await fakes(language)}`);
    return { type: types[extname(path)], body };
}
