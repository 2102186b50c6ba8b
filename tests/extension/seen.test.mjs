// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What is seen of the extension, in Chromium, with a fake browser behind it (look/): that it holds still, listens to the keyboard, and
// leaves pages as it found them. tests/browser has the whole of it against the real thing.

import assert from "node:assert/strict";
import test, { after, before } from "node:test";

import { until } from "../browser/lib/waiting.mjs";
import { launch } from "./look/browser.mjs";
import { serveLook } from "./look/server.mjs";

const repo = "acme/Orion-7B-Instruct";
let server;
let browser;

before(async () => {
    server = await serveLook();
    browser = await launch();
});
after(async () => {
    await browser?.close();
    server?.close();
});

/** A test with a page of its own, on which no script may fail. */
function onPage(name, path, query, run, { size = [1200, 700], prepare } = {}) {
    test(name, async () => {
        const page = await browser.newPage();
        const failed = [];
        page.on("pageerror", (error) => failed.push(String(error)));
        await page.setViewport({ width: size[0], height: size[1] });
        if (prepare) await page.evaluateOnNewDocument(prepare);
        await page.goto(`${server.url}/${path}?${new URLSearchParams({ lang: "en", ...query })}`, { waitUntil: "load" });
        try {
            await run(page);
            assert.deepEqual(failed, []);
        } finally {
            await page.close();
        }
    });
}

const sent = (page, type) => page.evaluate((wanted) => look.sent.filter((message) => message.type === wanted), type);
const waitFor = (page, what, condition, ...args) => until(what, () => page.evaluate(condition, ...args), { seconds: 20 });
const focused = (page) => page.evaluate(() => {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    return element && element !== document.body && (element.getAttribute("aria-label") || element.textContent || element.tagName).trim();
});

// ---- the control

const controls = (name, run) => onPage(name, "look/controls.html", {}, run, { prepare: () => { globalThis.lookPressed = []; } });

/** Replaces what the controls do by a list of what was pressed. */
const record = (page, answer = null) => page.evaluate((given) => {
    for (const control of Object.values(lookControls)) {
        control.act = async (action) => {
            lookPressed.push(action.id);
            return given ?? {};
        };
    }
}, answer);
const pressed = (page) => page.evaluate(() => lookPressed);
const focus = (page, name, selector) => page.evaluate((of, what) => lookControls[of].host.shadowRoot.querySelector(what).focus(), name, selector);

controls("focus and place survive an update", async (page) => {
    await focus(page, "fetching", "[aria-label=Pause]");
    const place = () => page.evaluate(() => lookControls.fetching.host.shadowRoot.querySelector("[aria-label=Pause]").getBoundingClientRect().x);
    const before = await place();
    await page.evaluate(() => lookControls.fetching.update({ ...lookViews.fetching, percent: 43, label: "43 % · 1 min left" }));
    assert.equal(await focused(page), "Pause");
    assert.equal(await place(), before);
});

controls("a button that goes gives its focus to the label, where Enter does nothing", async (page) => {
    await record(page);
    await focus(page, "not held", "button.label");
    await page.evaluate(() => lookControls["not held"].update(lookViews.queued));
    assert.equal(await focused(page), await page.evaluate(() => lookViews.queued.label));
    await page.keyboard.press("Enter");
    assert.deepEqual(await pressed(page), []);
});

controls("the menu by keyboard", async (page) => {
    await record(page);
    const word = (key) => page.evaluate((name) => lookWord(name), key);
    await focus(page, "newer", "[aria-haspopup=menu]");
    const isOpen = () => page.evaluate(() => lookControls.newer.host.shadowRoot.querySelector("[aria-haspopup=menu]").getAttribute("aria-expanded"));
    await page.keyboard.press("ArrowUp");
    assert.equal(await focused(page), await word("act_remove"));
    await page.keyboard.press("ArrowDown");
    assert.equal(await focused(page), await word("act_files"));
    await page.keyboard.press("End");
    assert.equal(await focused(page), await word("act_remove"));
    await page.keyboard.press("Home");
    assert.equal(await focused(page), await word("act_files"));
    await page.keyboard.press("o");
    assert.equal(await focused(page), await word("act_open"));
    // An update while it is open leaves it open.
    await page.evaluate(() => lookControls.newer.update({ ...lookViews.newer, title: "another" }));
    assert.equal(await focused(page), await word("act_open"));
    await page.keyboard.press("Escape");
    assert.equal(await focused(page), await word("content_more"));
    await until("the menu to close", async () => (await isOpen()) === "false");
    await page.keyboard.press("Enter");
    await until("the menu to open", async () => (await isOpen()) === "true");
    assert.equal(await focused(page), await word("act_files"));
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    assert.deepEqual(await pressed(page), ["open"]);
});

controls("a last copy goes only when its name was typed", async (page) => {
    await record(page);
    const open = async () => {
        await focus(page, "gone", "[aria-haspopup=menu]");
        await page.keyboard.press("ArrowUp");
        await page.keyboard.press("Enter");
        await waitFor(page, "the question", () => lookControls.gone.host.shadowRoot.querySelector("dialog[open]") !== null);
    };
    const isClosed = () => waitFor(page, "the question to close", () => lookControls.gone.host.shadowRoot.querySelector("dialog") === null);
    await open();
    await page.keyboard.type("acme/Orion-7");
    await page.keyboard.press("Enter");
    assert.ok(await page.evaluate(() => lookControls.gone.host.shadowRoot.querySelector("dialog[open]") !== null));
    await page.keyboard.press("Escape");
    await isClosed();
    assert.deepEqual(await pressed(page), []);
    assert.equal(await focused(page), await page.evaluate(() => lookWord("content_more")));
    await open();
    await page.keyboard.type("acme/Orion-7B");
    await page.keyboard.press("Enter");
    await isClosed();
    assert.deepEqual(await pressed(page), ["remove:last"]);
});

controls("a question about what is not shown any more is answered with no", async (page) => {
    await record(page);
    await focus(page, "held", "[aria-haspopup=menu]");
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("Enter");
    const isOpen = () => page.evaluate(() => lookControls.held.host.shadowRoot.querySelector("dialog[open]") !== null);
    await until("the question", isOpen);
    await page.evaluate(() => lookControls.held.update(null));
    await until("the question to close", async () => !(await isOpen()));
    assert.deepEqual(await pressed(page), []);
});

controls("the sentence can be read, not only hovered", async (page) => {
    const said = await page.evaluate(() => {
        const root = lookControls.newer.host.shadowRoot;
        return [root.getElementById(root.querySelector("[role=group]").getAttribute("aria-describedby")).textContent, lookViews.newer.title];
    });
    assert.equal(said[0], said[1]);
});

controls("asked without a name, Enter keeps and Tab stays inside", async (page) => {
    await record(page);
    await focus(page, "held", "[aria-haspopup=menu]");
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("Enter");
    await waitFor(page, "the question", () => lookControls.held.host.shadowRoot.querySelector("dialog[open]") !== null);
    const [yes, no] = await page.evaluate(() => [lookWord("remove_yes"), lookWord("remove_no")]);
    assert.equal(await focused(page), no);
    const inside = () => page.evaluate(() => [lookControls.held.host, document.body].includes(document.activeElement));
    for (let at = 0; at < 4; ++at) {
        await page.keyboard.press("Tab");
        assert.ok(await inside());
    }
    await page.evaluate(() => lookControls.held.host.shadowRoot.querySelector("dialog .push").focus());
    await page.keyboard.press("Enter");
    await waitFor(page, "the question to close", () => lookControls.held.host.shadowRoot.querySelector("dialog") === null);
    assert.deepEqual(await pressed(page), []);
    assert.ok(yes !== no);
});

controls("the page's scripts cannot press anything", async (page) => {
    await record(page);
    await page.evaluate(() => {
        for (const control of Object.values(lookControls)) for (const button of control.host.shadowRoot.querySelectorAll("button")) button.click();
    });
    assert.deepEqual(await pressed(page), []);
});

controls("what went wrong is said in place, and Escape takes it away", async (page) => {
    await record(page, { error: "The disk is full." });
    await focus(page, "failed", ".side");
    await page.keyboard.press("Enter");
    const said = () => page.evaluate(() => lookControls.failed.host.shadowRoot.querySelector("[role=alert]:popover-open p")?.textContent ?? null);
    await until("the sentence", said);
    assert.equal(await said(), "The disk is full.");
    await page.keyboard.press("Escape");
    assert.equal(await said(), null);
});

controls("nothing more is pressed while an answer is awaited", async (page) => {
    await page.evaluate(() => {
        lookControls.failed.act = (action) => new Promise((resolve) => {
            lookPressed.push(action.id);
            globalThis.lookFinish = () => resolve({});
        });
    });
    await focus(page, "failed", ".side");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Enter");
    assert.deepEqual(await pressed(page), ["retry"]);
    await page.evaluate(() => lookFinish());
    await page.keyboard.press("Enter");
    await until("the second press", async () => (await pressed(page)).length === 2);
});

controls("the second half of a double click does not press what came under the pointer", async (page) => {
    await page.evaluate(() => {
        const control = lookControls["not held"];
        control.act = async (action) => {
            lookPressed.push(action.id);
            return { view: { ...lookViews.paused, main: lookAction("resume"), label: "Archive" } };
        };
    });
    const at = await page.evaluate(() => {
        const { x, y, width, height } = lookControls["not held"].host.shadowRoot.querySelector("button.label").getBoundingClientRect();
        return { x: x + width / 2, y: y + height / 2 };
    });
    await page.mouse.click(at.x, at.y, { count: 2 });
    assert.deepEqual(await pressed(page), ["archive"]);
});

controls("every button has a name and every state can be read", async (page) => {
    const nameless = await page.evaluate(() => Object.entries(lookControls).flatMap(([name, control]) => [...control.host.shadowRoot.querySelectorAll("button")]
        .filter((button) => !(button.getAttribute("aria-label") || button.textContent.trim())).map(() => name)));
    assert.deepEqual(nameless, []);
    const progress = await page.evaluate(() => lookControls.fetching.host.shadowRoot.querySelector("[role=progressbar]").getAttribute("aria-valuenow"));
    assert.equal(progress, "42");
});

// ---- in pages

const model = (name, query, run, more) => onPage(name, repo, { hub: "model", ...query }, run, more);
const host = (page) => page.evaluate(() => document.querySelector("[data-hugger=control]")?.dataset.where ?? null);
const label = (page) => page.evaluate(() => document.querySelector("[data-hugger=control]")?.shadowRoot.querySelector(".words")?.textContent ?? null);
const shown = (page, where) => until(`the control in the ${where}`, async () => (await label(page)) && (await host(page)) === where);
/** Where everything of the page's own stands. */
const places = (page) => page.evaluate(() => JSON.stringify([...document.querySelectorAll("body *:not(script)")].filter((one) => !one.dataset.hugger)
    .map((one) => { const { x, y, width, height } = one.getBoundingClientRect(); return [one.tagName, x, y, width, height]; })));

const wide = (page) => page.evaluate(() => document.documentElement.scrollWidth);

for (const [what, size] of [["wide", [1200, 700]], ["narrow", [420, 700]], ["very narrow", [320, 600]]]) {
    test(`nothing of a ${what} page moves, whatever the control says`, async () => {
        const [plain, page] = [await browser.newPage(), await browser.newPage()];
        for (const one of [plain, page]) await one.setViewport({ width: size[0], height: size[1] });
        const query = new URLSearchParams({ hub: "model", lang: "de", state: "newer" });
        await plain.goto(`${server.url}/${repo}?${query}&still=1`);
        await page.goto(`${server.url}/${repo}?${query}`);
        await until("the control", () => label(page));
        const before = await places(plain);
        for (const state of await page.evaluate(() => Object.keys(lookViews))) {
            await page.evaluate((name) => look.tell({ type: "view", url: location.href, view: lookViews[name] }), state);
            await until(state, async () => (await host(page)) !== null);
            assert.equal(await places(page), before, state);
            assert.equal(await wide(page), await wide(plain), state);
        }
        await plain.close();
        await page.close();
    });
}

model("the control has the height of its neighbours and stands at the row's end", { state: "held" }, async (page) => {
    await shown(page, "row");
    const found = await page.evaluate(() => {
        const row = document.querySelector("h1");
        const bar = row.querySelector("[data-hugger=control]").shadowRoot.querySelector(".bar").getBoundingClientRect();
        const like = row.querySelector(".pair").getBoundingClientRect();
        return { last: row.lastElementChild.dataset.hugger, height: bar.height - like.height, top: bar.top - like.top };
    });
    assert.equal(found.last, "control");
    assert.ok(Math.abs(found.height) <= 1 && Math.abs(found.top) <= 1, JSON.stringify(found));
});

model("a page that draws its header anew gets the control again, once", { state: "held" }, async (page) => {
    await shown(page, "row");
    await page.evaluate(() => {
        const header = document.querySelector("header.repo");
        const copy = header.cloneNode(true);
        for (const old of copy.querySelectorAll("[data-hugger]")) old.remove();
        header.replaceWith(copy);
    });
    await shown(page, "row");
    assert.equal(await page.evaluate(() => document.querySelectorAll("[data-hugger=control]").length), 1);
});

model("a page without a row of buttons gets it in the corner, above what is fixed there", { state: "held" }, async (page) => {
    await page.evaluate(() => {
        const chat = document.createElement("div");
        chat.id = "chat";
        chat.style.cssText = "position:fixed;right:0;bottom:0;width:300px;height:90px;background:#ddd";
        document.querySelector("header.repo").replaceWith(chat);
    });
    await shown(page, "corner");
    await waitFor(page, "it to stand above", () => document.querySelector("[data-hugger=control]").getBoundingClientRect().bottom <= document.getElementById("chat").getBoundingClientRect().top);
});

model("navigation inside the page takes the control along, or away", { state: "held" }, async (page) => {
    await shown(page, "row");
    await page.evaluate(() => {
        history.pushState({}, "", "/acme/other?state=held");
        look.tell({ type: "look" });
    });
    await until("the control to go with the old page", async () => (await host(page)) === null);
    await page.evaluate(() => {
        document.querySelector(".name a").href = "/acme/other";
        document.querySelector(".name a").textContent = "other";
    });
    await shown(page, "row");
    assert.deepEqual((await sent(page, "page")).map(({ url }) => new URL(url).pathname).filter((path, at, all) => path !== all[at - 1]), [`/${repo}`, "/acme/other"]);
    await page.evaluate(() => {
        history.pushState({}, "", "/models");
        look.tell({ type: "look" });
    });
    await until("the control to go", async () => (await host(page)) === null);
});

model("removing is asked of the page on which it began, and not at all after a move", { state: "held" }, async (page) => {
    await shown(page, "row");
    const ask = async () => {
        await page.evaluate(() => {
            const remove = { ...lookRemove(false), url: location.href, archive: 3 };
            look.tell({ type: "view", url: location.href, view: { ...lookViews.held, actions: [lookAction("open"), remove] } });
            document.querySelector("[data-hugger=control]").shadowRoot.querySelector("[aria-haspopup=menu]").focus();
        });
        await page.keyboard.press("ArrowUp");
        await page.keyboard.press("Enter");
        await until("the question", isOpen);
    };
    const isOpen = () => page.evaluate(() => document.querySelector("[data-hugger=control]").shadowRoot.querySelector("dialog[open]") !== null);
    await ask();
    const from = await page.evaluate(() => location.href);
    await page.evaluate((path) => {
        history.pushState({}, "", `${path}/tree/v2?state=held`);
        look.tell({ type: "look" });
    }, `/${repo}`);
    await until("the question to close", async () => !(await isOpen()));
    assert.deepEqual(await sent(page, "act"), []);
    await page.evaluate((to) => {
        history.pushState({}, "", to);
        look.tell({ type: "look" });
    }, from);
    await ask();
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    const [act] = await until("the press", async () => { const found = await sent(page, "act"); return found.length ? found : null; });
    assert.deepEqual(act, { type: "act", action: "remove", url: from, archive: 3 });
});

onPage("an element named as the browser's own interface takes nothing away", repo, { hub: "model", state: "held" }, (page) => shown(page, "row"), {
    prepare: () => {
        const form = Object.assign(document.createElement("form"), { runtime: { id: "x" } });
        Object.defineProperty(globalThis, "browser", { get: () => form, set() {} });
    },
});

for (const [what, markup] of [
    ["a gate", '<form action="/acme/x/ask-access"></form><p>conditions <a href="/login?next=/x">log in</a></p>'], ["an error", "<h1>404</h1>"],
]) {
    onPage(`${what} in a model's card is none of the Hub's`, repo, { hub: "model", state: "held", status: 404 }, async (page) => {
        await shown(page, "row");
        assert.deepEqual(await page.evaluate((html) => {
            document.querySelector(".prose").innerHTML = html;
            return [huggerContent.findGate(), huggerContent.findMissing()];
        }, markup), [null, null]);
    });
}

onPage("a heading like an error's on a page that is there", repo, { hub: "missing", state: "held" }, async (page) => {
    await until("the question", async () => (await sent(page, "page")).length > 0);
    assert.deepEqual((await sent(page, "page"))[0].hints, { status: 200, gate: false, missing: false });
});

model("an answer about the page before is not shown", { state: "held" }, async (page) => {
    await shown(page, "row");
    await page.evaluate(() => look.tell({ type: "view", url: `${location.origin}/acme/other`, view: lookViews.failed }));
    assert.equal(await label(page), await page.evaluate(() => lookViews.held.label));
});

model("when the extension is gone, so is all of it, silently", { state: "held" }, async (page) => {
    await shown(page, "row");
    await page.evaluate(() => {
        look.fake.runtime.id = undefined;
        document.dispatchEvent(new Event("visibilitychange"));
    });
    await waitFor(page, "everything to go", () => document.querySelector("[data-hugger]") === null);
    const before = await page.evaluate(() => look.sent.length);
    await page.evaluate(() => {
        look.fake.runtime.id = "look";
        dispatchEvent(new Event("popstate"));
        document.body.append(Object.assign(document.createElement("article"), { innerHTML: '<a href="/acme/Orion-7B-Instruct"><h4>acme/Orion-7B-Instruct</h4></a>' }));
    });
    await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve)));
    await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve)));
    assert.equal(await page.evaluate(() => look.sent.length), before);
    assert.equal(await page.evaluate(() => look.listeners.length), 0);
});

model("a second start takes over from the first", { state: "held" }, async (page) => {
    await shown(page, "row");
    for (const name of ["shared", "style", "popover", "ask", "control", "place", "panel", "ticks", "filetree", "page"]) {
        await page.addScriptTag({ url: `/content/${name}.js` });
    }
    await shown(page, "row");
    assert.equal(await page.evaluate(() => document.querySelectorAll("[data-hugger=control]").length), 1);
    assert.equal(await page.evaluate(() => look.listeners.length), 1);
});

model("it follows the page's theme", { state: "held" }, async (page) => {
    await shown(page, "row");
    const theme = () => page.evaluate(() => document.querySelector("[data-hugger=control]").shadowRoot.querySelector(".hugger").dataset.theme);
    assert.equal(await theme(), "light");
    await page.evaluate(() => document.documentElement.classList.add("dark"));
    await until("the dark one", async () => (await theme()) === "dark");
    await page.evaluate(() => document.documentElement.classList.remove("dark"));
    await until("the light one", async () => (await theme()) === "light");
});

model("a profile, a list and a page that is nothing get no control", {}, async (page) => {
    await until("the question", async () => (await sent(page, "page")).length > 0);
    await until("the reserved place to go", async () => (await host(page)) === null);
});

onPage("a gated page says so, and what is held stands above its form", "halcyon/voice-base", { hub: "gated", state: "held", panel: "panel_gated" }, async (page) => {
    await waitFor(page, "the panel", () => document.querySelector("[data-hugger=panel]")?.nextElementSibling?.className === "gate");
    assert.deepEqual((await sent(page, "page"))[0].hints, { status: 200, gate: true, missing: false });
});

onPage("a panel waits until the pointer is off what it would move", "halcyon/voice-base", { hub: "gated", state: "held" }, async (page) => {
    await shown(page, "row");
    await page.mouse.move(...await page.evaluate(() => { const { x, y } = document.querySelector(".gate p").getBoundingClientRect(); return [x + 40, y + 8]; }));
    await page.evaluate(() => look.tell({ type: "view", url: location.href, view: { ...lookViews.held, panel: lookPanel("panel_gated") } }));
    assert.ok(await page.evaluate(() => document.querySelector("[data-hugger=panel]") === null));
    await page.mouse.move(5, 5);
    await waitFor(page, "the panel", () => document.querySelector("[data-hugger=panel]")?.nextElementSibling?.className === "gate");
});

onPage("a page that is gone says so, and the panel opens hugger", "halcyon/voice-base", { hub: "missing", status: 404, state: "gone", panel: "panel_gone" }, async (page) => {
    await waitFor(page, "the panel", () => document.querySelector("main [data-hugger=panel]") !== null);
    assert.deepEqual((await sent(page, "page"))[0].hints, { status: 404, gate: false, missing: true });
    const button = await page.evaluateHandle(() => document.querySelector("[data-hugger=panel]").shadowRoot.querySelector(".row button"));
    await button.click();
    const [act] = await until("the press", async () => { const acts = await sent(page, "act"); return acts.length ? acts : null; });
    assert.equal(act.action, "open");
    assert.equal(await host(page), null);
});

onPage("ticks stand beside the names of entries of lists, and nowhere else", "models", { hub: "list" }, async (page) => {
    await waitFor(page, "the ticks", () => document.querySelectorAll("[data-hugger=tick]").length === 4);
    assert.equal(await page.evaluate(() => document.querySelectorAll("nav [data-hugger], .prose [data-hugger]").length), 0);
    const names = await page.evaluate(() => [...document.querySelectorAll("[data-hugger=tick]")].map((one) => one.shadowRoot.querySelector("[role=img]").getAttribute("aria-label")));
    assert.ok(names.every(Boolean));
    // An entry that comes to mean another repo loses its tick.
    await page.evaluate(() => {
        const link = document.querySelector("article a");
        link.href = "/acme/unheld";
        link.querySelector("h4").firstChild.textContent = "acme/unheld";
    });
    await waitFor(page, "the tick to go", () => document.querySelector("article [data-hugger=tick]") === null || document.querySelectorAll("[data-hugger=tick]").length === 3);
});

onPage("a link that cannot be read takes no other its tick", "models", { hub: "list" }, async (page) => {
    await waitFor(page, "the ticks", () => document.querySelectorAll("[data-hugger=tick]").length === 4);
    await page.evaluate(() => {
        const add = (href, name) => {
            const article = document.createElement("article");
            article.innerHTML = `<a href="${href}"><p>${name}</p></a>`;
            document.querySelector("main").append(article);
        };
        add("/acme/%E0%A4%A", "bad");
        const copy = document.querySelector("article:has([data-hugger=tick])").cloneNode(true);
        for (const old of copy.querySelectorAll("[data-hugger]")) old.remove();
        document.querySelector("main").append(copy);
    });
    await waitFor(page, "another tick", () => document.querySelectorAll("[data-hugger=tick]").length === 5);
});

onPage("a list of thousands is asked about in batches, up to a cap, each link once", "models", { hub: "list" }, async (page) => {
    await waitFor(page, "the ticks", () => document.querySelectorAll("[data-hugger=tick]").length === 4);
    await page.evaluate(() => {
        const list = document.createElement("div");
        for (let at = 0; at < 3000; ++at) {
            const article = document.createElement("article");
            const link = document.createElement("a");
            link.href = `/acme/model-${at}`;
            const name = document.createElement("h4");
            name.textContent = `acme/model-${at}`;
            link.append(name);
            article.append(link);
            list.append(article);
        }
        document.querySelector("main").append(list);
    });
    await until("the last batch", async () => (await sent(page, "ticks")).flatMap((message) => message.hrefs).length >= 990);
    const asked = (await sent(page, "ticks")).map((message) => message.hrefs);
    assert.ok(asked.every((hrefs) => hrefs.length <= 100));
    assert.ok(asked.flat().length <= 1000);
    assert.equal(new Set(asked.flat()).size, asked.flat().length);
});

onPage("files in a list get a button each, by their true paths", `${repo}/tree/main`, { hub: "tree", state: "partial" }, async (page) => {
    await waitFor(page, "the buttons", () => document.querySelectorAll("[data-hugger=file]").length === 3);
    const [asked] = await sent(page, "paths");
    assert.deepEqual(asked.paths, ["README.md", "model.safetensors", "an odd ü% name-that-is-long-enough-to-be-cut-at-the-end-of-its-column.json"]);
    const button = await page.evaluateHandle(() => document.querySelectorAll("[data-hugger=file]")[1].shadowRoot.querySelector("button"));
    await button.click();
    const acts = await until("the press", async () => { const found = await sent(page, "act"); return found.length ? found : null; });
    assert.deepEqual({ action: acts[0].action, path: acts[0].path }, { action: "archive", path: "model.safetensors" });
    assert.equal(await page.evaluate(() => location.pathname), `/${repo}/tree/main`);
});

// ---- the extension's own pages

onPage("ten thousand files open at once and scroll", "files/files.html", { count: 10000, url: `https://huggingface.co/${repo}` }, async (page) => {
    await waitFor(page, "the list", () => document.querySelectorAll(".file").length > 0);
    const longest = await page.evaluate(async () => {
        const list = document.getElementById("list");
        const filter = document.getElementById("filter");
        const times = [];
        const timed = (work) => { const start = performance.now(); work(); list.getBoundingClientRect(); times.push(performance.now() - start); };
        for (let at = 0; at < 100; ++at) timed(() => { list.scrollTop = at * 3200; list.dispatchEvent(new Event("scroll")); });
        for (const text of ["p", "part", "*.gguf", "", "nothing like it", ""]) timed(() => { filter.value = text; filter.dispatchEvent(new Event("input")); });
        timed(() => document.getElementById("all").click());
        return { longest: Math.max(...times), rows: document.querySelectorAll(".file").length };
    });
    assert.ok(longest.rows < 100, `${longest.rows} rows`);
    assert.ok(longest.longest < 250, `${longest.longest} ms`);
});

const picker = (name, run, query = {}) => onPage(name, "files/files.html", { url: `https://huggingface.co/${repo}`, ...query }, async (page) => {
    await waitFor(page, "the list", () => document.querySelectorAll(".file").length > 0);
    await run(page);
}, { size: [640, 620] });
const archived = async (page) => {
    await page.click("#archive");
    const [message] = await until("the order", async () => { const found = await sent(page, "archiveFiles"); return found.length ? found : null; });
    return message.paths;
};

picker("files are picked by filter and keyboard", async (page) => {
    assert.ok(await page.evaluate(() => document.getElementById("archive").disabled));
    await page.keyboard.type("*.gguf");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Space");
    await page.keyboard.down("Shift");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.up("Shift");
    assert.match(await page.evaluate(() => document.getElementById("fetch").textContent), /8\.8.GB/);
    assert.deepEqual(await archived(page), ["gguf/quantised/Orion-7B-Instruct-Q4_K_M.gguf", "gguf/quantised/Orion-7B-Instruct-Q5_K_M.gguf"]);
    await waitFor(page, "the word", () => !document.getElementById("word").hidden);
});

picker("a press on a row ticks it, on a held one nothing", async (page) => {
    await page.click("#file-0");
    await page.click("#file-4");
    assert.deepEqual(await archived(page), ["model-00003-of-00012.safetensors"]);
});

picker("everything is asked for as everything, so that the copy is whole", async (page) => {
    await page.click("#all");
    assert.equal(await archived(page), null);
});

const popup = (name, state, run) => onPage(name, "popup/popup.html", { state }, async (page) => {
    await until("the popup", () => page.evaluate(() => document.getElementById("state").textContent !== ""));
    await run(page);
}, { size: [360, 600] });

popup("a transfer is paused from the popup, and the focus stays when the list changes", "ready", async (page) => {
    await page.focus("#jobs li:nth-child(3) button");
    await page.evaluate(() => {
        lookOverviews.ready.jobs.shift();
        look.tell({ type: "changed" });
    });
    await until("the list", () => page.evaluate(() => document.querySelectorAll("#jobs li").length === 3));
    assert.match(await focused(page), /common-words/);
    await page.keyboard.press("Enter");
    const [act] = await until("the press", async () => { const found = await sent(page, "act"); return found.length ? found : null; });
    assert.deepEqual(act, { type: "act", action: "job:pause", job: 3 });
    await page.click("#all");
    await until("the second", async () => (await sent(page, "act")).some(({ action }) => action === "pauseAll"));
});

popup("the code is shown large, as in hugger", "pairing", async (page) => {
    assert.equal(await page.evaluate(() => document.getElementById("code").textContent), "418\u00a0207");
    await page.click("#next-do");
    await until("the press", async () => (await sent(page, "act")).some(({ action }) => action === "cancelPairing"));
});

popup("a kept request is dropped", "off", async (page) => {
    await page.click("#saved li:nth-child(2) button");
    await until("the press", async () => (await sent(page, "act")).some(({ action, id }) => action === "forget" && id === "b"));
});

for (const lang of ["en", "de", "zh_CN"]) {
    for (const [path, state, size] of [
        ...["ready", "held", "idle", "off", "unpaired", "pairing", "refused", "permission", "blocked"].map((state) => ["popup/popup.html", state, [360, 600]]),
        ["options/options.html", "ready", [900, 900]], ["options/options.html", "off", [400, 900]], ["files/files.html", "warned", [640, 720]], ["files/files.html", "ready", [420, 720]],
    ]) {
        onPage(`nothing is cut off or nameless: ${path} ${state} ${lang}`, path, { state, lang }, async (page) => {
            await waitFor(page, "the page", () => document.querySelectorAll("#state:not(:empty), .file").length > 0);
            const wrong = await page.evaluate(() => {
                const found = [];
                const roots = [document, ...[...document.querySelectorAll("*")].map((one) => one.shadowRoot).filter(Boolean)];
                for (const root of roots) {
                    for (const one of root.querySelectorAll("button, input, .words, label, p, strong, h1, h2, #state")) {
                        if (one.getClientRects().length === 0) continue;
                        if (/BUTTON|INPUT/.test(one.tagName) && !(one.getAttribute("aria-label") || one.textContent.trim() || one.labels?.length)) found.push(`nameless: ${one.outerHTML}`);
                        if (one.tagName !== "INPUT" && one.scrollWidth > one.clientWidth + 1 && getComputedStyle(one).display !== "inline") found.push(`cut: ${one.textContent}`);
                    }
                }
                if (document.documentElement.scrollWidth > innerWidth) found.push("wider than the window");
                return found;
            });
            assert.deepEqual(wrong, []);
        }, { size });
    }
}
