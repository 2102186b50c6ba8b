// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What hugger's answers look like, as far as they are used here (all of it: resources/openapi.json). Another program may
// answer in hugger's place: nothing here may stumble over what it says.

const text = (value) => typeof value === "string";
const number = Number.isFinite;
const flag = (value) => typeof value === "boolean";
const orNull = (fits) => (value) => value === null || value === undefined || fits(value);
const listOf = (fits) => (value) => Array.isArray(value) && value.every(fits);
const like = (fields) => (value) => value !== null && typeof value === "object"
    && Object.entries(fields).every(([name, fits]) => fits(value[name]));

const held = (value) => ["no", "partial", "complete"].includes(value);

const job = like({
    id: number, type: text, repo: text, kind: text, revision: text, commit: orNull(text), state: text,
    waiting_for: orNull(text), wait_text: orNull(text), bytes_done: number, bytes_total: number, rate: orNull(number),
    eta: orNull(number), error: orNull(like({ code: text, message: text })),
});
const archive = like({
    archive: number, commit: text, revision: text, verified_at: orNull(text), damaged: number, files: number,
    listed_files: orNull(number), bytes: number, last_copy: orNull(text),
});
const repo = like({
    repo: text, kind: text, held, upstream: text, archives: listOf(archive), job: orNull(job),
    asked: orNull(like({ archive: orNull(number), held })), update: orNull(like({ files: number, bytes: number })),
    held_as: orNull(text),
});

export const isJobAnswer = like({ job });
export const isJobs = like({ jobs: listOf(job) });
export const isRepoAnswer = like({ repo });
export const isBriefs = like({ repos: listOf(like({ held, upstream: text })) });
export const isListing = like({
    repo: text, kind: text, revision: text, commit: orNull(text), fetch_bytes: number, free_bytes: orNull(number),
    free_after: orNull(number), files: listOf(like({ path: text, size: number, held: flag })),
    warnings: orNull(listOf(text)),
});
export const isEvents = like({
    now: number, instance: text, events: listOf(like({ type: text, job: orNull(job), kind: orNull(text), repo: orNull(text) })),
});
