// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later
"use strict";

const { Control } = globalThis.huggerContent;
const lookTheme = lookQuery.get("theme") ?? "light";
document.documentElement.className = lookTheme;
const controls = {};
for (const [name, view] of Object.entries(lookViews)) {
    const control = new Control({ act: async () => (name === "failed" ? { error: lookWord("trouble_no_answer") } : { view: lookViews.queued }) });
    control.wear({ font: '"Noto Sans"', size: "14px", height: "28px", radius: "6px" }, lookTheme);
    const cell = document.createElement("div");
    cell.className = "cell";
    const title = document.createElement("p");
    title.textContent = name;
    const box = document.createElement("div");
    box.append(control.host);
    cell.append(title, box);
    document.getElementById("all").append(cell);
    control.stand("row");
    control.update(view);
    controls[name] = control;
}
globalThis.lookControls = controls;
