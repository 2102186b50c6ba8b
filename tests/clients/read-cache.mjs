// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// read-cache.mjs MODULE CACHE < [{kind, id, commit, path}]: what @huggingface/hub finds in a cache, as JSON. No request may leave.
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { text } from "node:stream/consumers";
import { pathToFileURL } from "node:url";

const [, , module, cacheDir] = process.argv;
const hub = await import(pathToFileURL(module));
const requests = [];
const noFetch = async (url) => {
    requests.push(String(url));
    throw new Error("no network here");
};

const scanned = await hub.scanCacheDir(cacheDir);
const repos = scanned.repos.map((repo) => ({
    kind: repo.id.type,
    id: repo.id.name,
    revisions: Object.fromEntries(
        repo.revisions.map((one) => [one.commitOid, { files: one.files.length, size: one.size, refs: one.refs }]),
    ),
}));

const files = [];
for (const { kind, id, commit, path } of JSON.parse(await text(process.stdin))) {
    const found = await hub.downloadFileToCacheDir({ repo: { type: kind, name: id }, path, revision: commit, cacheDir, fetch: noFetch });
    files.push(createHash("sha256").update(await readFile(found)).digest("hex"));
}
console.log(JSON.stringify({ repos, warnings: scanned.warnings.map(String), files, requests }));
