// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Moves between pages without loading them anew, as the live Hub's pages do: the address changes by pushState, the
// content is replaced. What cannot be fetched so (an error, a download) is loaded in the ordinary way.

"use strict";

let latest = 0;

async function show(address, push) {
    const mine = ++latest;
    const answer = await fetch(address, { headers: { Accept: "text/html" } });
    if (!answer.ok || mine !== latest) {
        if (mine === latest) location.assign(address);
        return;
    }
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    if (mine !== latest) return;
    // The address first, the content after it: whoever listens must not believe the old content.
    if (push) history.pushState({}, "", answer.url);
    document.title = page.title;
    document.body.className = page.body.className;
    document.querySelector("main").replaceWith(document.adoptNode(page.querySelector("main")));
    if (push) scrollTo(0, 0);
}

document.addEventListener("click", (event) => {
    if (event.defaultPrevented || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    const link = event.target.closest("a[href]");
    if (!link || link.origin !== location.origin || link.hasAttribute("download") || link.target) return;
    event.preventDefault();
    show(link.href, true);
});

addEventListener("popstate", () => show(location.href, false));
