// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// How all that stands in a page is drawn. A string, because a page cannot load a file of the extension, and shall not.
// The tokens are those of ui/theme.css; tests/extension/theme.test.mjs holds the two together and measures the contrasts.
"use strict";

globalThis.huggerContent.css = (() => {
    const tokens = `
.hugger {
    --ground: light-dark(#ffffff, #14181f);
    --raised: light-dark(#ffffff, #1b212b);
    --hover: light-dark(#f1f3f6, #262d39);
    --line: light-dark(#d5d9e0, #3a4250);
    --text: light-dark(#1f2430, #e6e9ee);
    --muted: light-dark(#5b6472, #a0a9b8);
    --accent: light-dark(#2866d8, #2f6bdd);
    --accent-hover: light-dark(#1f55ba, #2861cd);
    --on-accent: light-dark(#ffffff, #ffffff);
    --focus: light-dark(#2866d8, #7aa7ff);
    --good: light-dark(#176c38, #5fcf8b);
    --warn: light-dark(#855200, #f0be62);
    --bad: light-dark(#b3211a, #ff8f87);
    --danger: light-dark(#b3211a, #b9322a);
    --fill: light-dark(#d7e5fd, #24406f);
    --panel: light-dark(#fdf5e0, #2a2415);
    --panel-line: light-dark(#ecd9a4, #5a4a22);
}
`;

    const base = `
:host { all: initial !important; }
:host([hidden]) { display: none !important; }
.hugger {
    box-sizing: border-box;
    color: var(--text);
    font: 400 var(--size, 14px)/1.35 var(--font, system-ui, sans-serif);
    font-variant-numeric: tabular-nums;
    text-align: start;
    -webkit-font-smoothing: antialiased;
}
.hugger[data-theme="light"] { color-scheme: light; }
.hugger[data-theme="dark"] { color-scheme: dark; }
.hugger[data-theme="auto"] { color-scheme: light dark; }
.hugger *, .hugger *::before { box-sizing: border-box; }
button {
    appearance: none; margin: 0; border: 0; background: none; color: inherit; font: inherit; cursor: pointer;
    text-align: inherit; white-space: nowrap;
}
button[aria-disabled="true"] { cursor: default; }
:focus { outline: none; }
:focus-visible { outline: 2px solid var(--focus); outline-offset: 1px; }
.sign { width: 1em; height: 1em; flex: none; display: block; }
.sign .lines { fill: none; stroke: currentColor; stroke-width: 1.7; stroke-linecap: round; stroke-linejoin: round; }
.sign .fill { fill: currentColor; stroke: none; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.push {
    display: inline-flex; align-items: center; justify-content: center; min-height: 32px; padding: 0 14px;
    border: 1px solid var(--line); border-radius: 7px; background: var(--raised); color: var(--text); font-weight: 500;
}
.push:hover { background: var(--hover); }
.push.primary { border-color: transparent; background: var(--accent); color: var(--on-accent); }
.push.primary:hover { background: var(--accent-hover); }
.push.danger { border-color: transparent; background: var(--danger); color: var(--on-accent); }
.push[aria-disabled="true"] { opacity: .5; }
`;

    const floating = `
.menu, .note, .ask {
    position: fixed; inset: auto; margin: 0; border: 1px solid var(--line); border-radius: 8px;
    background: var(--raised); color: var(--text);
    box-shadow: 0 8px 28px rgb(0 0 0 / 18%), 0 2px 6px rgb(0 0 0 / 12%);
    font: 400 max(var(--size, 14px), 13px)/1.4 var(--font, system-ui, sans-serif);
}
.menu { min-width: 160px; max-width: min(320px, calc(100vw - 16px)); padding: 4px; }
.menu button {
    display: block; width: 100%; overflow: hidden; padding: 6px 12px; border-radius: 5px; text-overflow: ellipsis;
}
.menu button:hover, .menu button:focus { background: var(--hover); }
.menu button:focus-visible { outline-offset: -2px; }
.note { display: none; max-width: min(360px, calc(100vw - 16px)); padding: 8px 8px 8px 12px; }
.note:popover-open { display: flex; gap: 8px; align-items: flex-start; }
.note p { margin: 2px 0; overflow-wrap: anywhere; }
.note .sign { color: var(--bad); margin-top: 4px; }
.note button { padding: 6px; border-radius: 5px; color: var(--muted); }
.note button .sign { color: inherit; margin: 0; width: 12px; height: 12px; }
.note button:hover { background: var(--hover); color: var(--text); }
.ask { width: min(380px, calc(100vw - 32px)); padding: 16px; }
.ask::backdrop { background: rgb(0 0 0 / 18%); }
.ask p { margin: 0 0 16px; overflow-wrap: anywhere; }
.ask label { display: block; margin: 0 0 16px; color: var(--muted); overflow-wrap: anywhere; }
.ask input {
    display: block; width: 100%; height: 32px; margin-top: 4px; padding: 0 8px; border: 1px solid var(--line);
    border-radius: 6px; background: var(--ground); color: var(--text); font: inherit;
}
.ask .row { display: flex; flex-wrap: wrap; gap: 8px; justify-content: flex-end; }
`;

    const control = `
:host { display: inline-flex !important; vertical-align: middle !important; min-width: 0 !important; max-width: 100% !important; }
:host([data-where="row"]) { margin-inline-end: 8px !important; }
:host([data-where="corner"]) {
    position: fixed !important; right: 16px !important; bottom: var(--lift, 16px) !important; z-index: 2147483000 !important;
    max-width: calc(100vw - 32px) !important;
}
.hugger { display: inline-flex; align-items: center; min-width: 0; max-width: 100%; height: var(--height, 32px); }
.bar {
    display: inline-flex; align-items: stretch; min-width: 0; max-width: 100%; height: 100%;
    border: 1px solid var(--line); border-radius: var(--radius, 7px); background: var(--ground);
}
:host([data-where="corner"]) .bar { box-shadow: 0 4px 16px rgb(0 0 0 / 16%); background: var(--raised); }
.bar > button, .bar > .label { display: inline-flex; align-items: center; position: relative; }
.bar > * + * { border-inline-start: 1px solid var(--line); }
.bar > :first-child { border-start-start-radius: calc(var(--radius, 7px) - 1px); border-end-start-radius: calc(var(--radius, 7px) - 1px); }
.bar > :last-child { border-start-end-radius: calc(var(--radius, 7px) - 1px); border-end-end-radius: calc(var(--radius, 7px) - 1px); }
.label {
    min-width: 0; gap: .4em; padding: 0 .8em; overflow: hidden; font-weight: 600; white-space: nowrap; cursor: default;
}
.label > .sign { position: relative; }
.label .words { position: relative; min-width: 0; overflow: hidden; text-overflow: ellipsis; }
.label .done {
    position: absolute; inset: 0 auto 0 0; width: 100%; background: var(--fill); transform-origin: left; transition: transform .5s linear;
}
button.label { cursor: pointer; }
button.label:hover, .bar > .side:hover { background: var(--hover); }
.side { flex: none; padding: 0 .8em; color: var(--muted); font-weight: 400; }
.side:hover { color: var(--text); }
.side.sharp { padding: 0 .6em; }
.side .sign { width: .85em; height: .85em; }
.tone-good .label > .sign, .tone-good .label .words { color: var(--good); }
.tone-warn .label > .sign, .tone-warn .label .words { color: var(--warn); }
.tone-bad .label > .sign, .tone-bad .label .words { color: var(--bad); }
.muted .label .words, .muted .label > .sign { color: var(--muted); }
.tone-primary .bar { border: 0; background: transparent; }
.tone-primary .label { background: var(--accent); color: var(--on-accent); }
.tone-primary button.label:hover { background: var(--accent-hover); }
.tone-primary .side { background: var(--ground); border: 1px solid var(--line); border-inline-start: 0; }
.is-busy button.label, .is-busy .side { opacity: .6; }
.short .label .words { display: none; }
@media (prefers-reduced-motion: reduce) { .label .done { transition: none; } }
@media (forced-colors: active) { .label .done { background: Highlight; opacity: .4; } }
`;

    const panel = `
:host { display: block !important; width: 100% !important; max-width: 880px !important; margin: 24px auto !important; }
:host([data-where="gate"]) { max-width: none !important; margin: 0 0 24px !important; }
:host([data-where="corner"]) {
    position: fixed !important; right: 16px !important; bottom: 16px !important; width: min(480px, calc(100vw - 32px)) !important;
    margin: 0 !important; z-index: 2147483000 !important;
}
.card {
    display: flex; flex-wrap: wrap; gap: 12px 16px; align-items: center; padding: 16px; border: 1px solid var(--panel-line);
    border-radius: 10px; background: var(--panel); font-size: max(var(--size, 14px), 14px);
}
.card > .sign { width: 24px; height: 24px; color: var(--warn); }
.card > .sign .lines { stroke-width: 1.2; }
.says { flex: 1 1 240px; min-width: 0; overflow-wrap: anywhere; }
.says strong { display: block; font-weight: 600; }
.says span { display: block; }
.row { display: flex; flex-wrap: wrap; gap: 8px; }
`;

    const tick = `
:host { display: inline-flex !important; flex: none !important; vertical-align: middle !important; margin-inline-start: 6px !important; }
:host([data-where="start"]) { margin-inline: 0 6px !important; }
.hugger { display: inline-flex; align-items: center; font-size: 13px; line-height: 1; color: var(--good); }
.gone { color: var(--warn); }
.sign { width: 13px; height: 13px; }
`;

    const file = `
:host { display: inline-flex !important; flex: none !important; vertical-align: middle !important; margin-inline-start: 6px !important; }
.hugger { display: inline-flex; font-size: 13px; line-height: 1; color: var(--muted); }
button { display: inline-flex; align-items: center; justify-content: center; width: 24px; height: 24px; border-radius: 6px; }
button .sign { width: 14px; height: 14px; }
button:hover:not([aria-disabled="true"]) { background: var(--hover); color: var(--text); }
.held button { color: var(--good); }
.fetching button { color: var(--focus); }
.failed button { color: var(--bad); }
`;

    return { tokens, base, floating, control, panel, tick, file };
})();
