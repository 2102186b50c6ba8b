// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What an address of the Hub means: the same rules as the program's own (core/hub/repolink.cpp), which read the same
// table in its tests (tests/extension/urls.json). Where the two differ on purpose, the table says why:
// - "/name" alone is a profile here. Old models of one segment have pages of two ("openai-community/gpt2"); the address
//   alone does not tell "/gpt2" from "/julien-c", and a control on somebody's profile would be wrong.
// - "/discussions/3" shows no revision: most discussions are no pull requests. Its tab "files" exists for those alone.
// - Ports are ignored, as the browser's own match patterns ignore them.

const hosts = new Set(["huggingface.co", "www.huggingface.co", "hf.co", "www.hf.co"]);
const kinds = { models: "model", datasets: "dataset", spaces: "space" };

// First segments of the Hub's own pages.
const pagesOfHub = new Set([
    "api", "avatars", "billing", "blog", "brand", "buckets", "changelog", "chat", "code-of-conduct", "collections",
    "contact-sales", "content-guidelines", "content-policy", "course", "docs", "email_confirmation", "enterprise",
    "forgot-password", "front", "hardware", "inference", "inference-api", "inference-endpoints", "jobs", "join",
    "kernels", "languages", "learn", "login", "logout", "metrics", "models", "new", "new-bucket", "new-collection",
    "new-dataset", "new-model", "new-space", "notifications", "oauth", "organizations", "papers", "playground",
    "posts", "pricing", "privacy", "reset-password", "resolve-cache", "search", "settings", "signup", "storage",
    "subscribe", "support", "tasks", "terms-of-service", "welcome",
]);
// What follows a name on the pages of a user or organisation.
const tabsOfUser = new Set([
    "activity", "articles", "buckets", "collections", "datasets", "followers", "following", "kernels", "likes",
    "models", "papers", "posts", "spaces",
]);
// One segment after /datasets/ or /spaces/ that is no repo.
const pagesOfKind = {
    datasets: new Set(["viewer", "trending"]),
    spaces: new Set(["category", "categories", "launch", "search", "trending"]),
};
// After these comes a revision, and after most of them a path.
const takesRevision =
    new Set(["tree", "blob", "resolve", "raw", "blame", "edit", "commits", "commit", "revision", "paths-info"]);
const tabsOfRepo = new Set([
    "discussions", "settings", "viewer", "sql-console", "embed", "activity", "refs", "auth-check", "upload", "new",
    "compare", "info",
]);

const commitPattern = /^[0-9a-f]{40}$/;
const partPattern = /^[A-Za-z0-9_](?:[A-Za-z0-9_.-]*[A-Za-z0-9_])?$/;
const forbiddenInRevision = /[\u0000-\u0020\u007f~^:?*[\\]/;
const forbiddenInPath = /[\u0000-\u001f\u007f-\u009f\\\ufffd]/;

/** Whether this is an address of the Hub. */
export function isHubUrl(text) {
    const url = parsed(text);
    return url !== null && hosts.has(url.hostname);
}

/** What a page shows: {kind, id, revision, path, view} or null. Revision is null where the address names none. */
export function detectPage(text) {
    const found = detectLink(text);
    // These answer with files or JSON, never with a page to put something on.
    return found && ["resolve", "raw", "api"].includes(found.view) ? null : found;
}

/** What a link leads to, as detectPage(). */
export function detectLink(text) {
    const url = parsed(text);
    if (!url || !hosts.has(url.hostname) || url.username || url.password || text.length > 4096)
        return null;
    const segments = [];
    for (const segment of url.pathname.split("/").filter(Boolean)) {
        const plain = decoded(segment);
        if (plain === null)
            return null;
        segments.push(plain);
    }
    return parseSegments(segments);
}

/** "model:acme/orion-7b": what repos are compared by. The Hub and hugger take ids in any case of their letters. */
export function repoKey({ kind, id }) {
    return `${kind}:${id}`.toLowerCase();
}

/** The page of a repo on the Hub, on the host of `near` where that is the Hub's. */
export function pageOf(repo, near) {
    const prefix = repo.kind === "model" ? "" : `${repo.kind}s/`;
    const origin = near && isHubUrl(near) ? new URL(near).origin : "https://huggingface.co";
    return `${origin}/${prefix}${repo.id}`;
}

/** Whether the Hub would take it as the id of a repo. */
export function isRepoId(id) {
    const parts = id.split("/");
    return parts.length <= 2 && parts.every((part) => part.length <= 96 && partPattern.test(part))
        && !id.includes("--") && !id.includes("..") && !id.endsWith(".git");
}

/** Whether git would take it as the name of a branch, tag or commit. */
export function isRevision(name) {
    return name.length <= 250 && !forbiddenInRevision.test(name) && !name.includes("..") && !name.includes("@{")
        && !name.startsWith("-") && !name.endsWith(".")
        && name.split("/").every((part) => part !== "" && !part.startsWith(".") && !part.endsWith(".lock"));
}

function isPath(path) {
    return path.length <= 1024 && !forbiddenInPath.test(path)
        && path.split("/").every((part) => part !== "" && part !== "." && part !== "..");
}

function parsed(text) {
    if (typeof text !== "string")
        return null;
    try {
        const url = new URL(text);
        return url.protocol === "https:" || url.protocol === "http:" ? url : null;
    } catch {
        return null;
    }
}

// Once. A segment with a lone "%" was not encoded; null when it is not UTF-8.
function decoded(segment) {
    if (/%(?![0-9A-Fa-f]{2})/.test(segment))
        return segment;
    try {
        return decodeURIComponent(segment);
    } catch {
        return null;
    }
}

function parseSegments(segments) {
    const isApi = segments.length > 1 && segments[0] === "api";
    if (isApi)
        segments = segments.slice(1);
    if (segments.length === 0)
        return null;
    const first = segments[0];
    const prefix = Object.hasOwn(kinds, first) ? first : null;
    if (isApi ? !prefix : pagesOfHub.has(first))
        return null;
    if (prefix)
        segments = segments.slice(1);
    if (segments.length === 0 || (prefix && segments.length === 1 && pagesOfKind[prefix]?.has(segments[0])))
        return null;

    const idSize = sizeOfId(segments);
    // Only datasets still have names of one segment with a page of their own.
    if (idSize === 1 && segments.length === 1 && !(prefix === "datasets" || isApi || segments[0].includes("/")))
        return null;
    if (idSize === 2 && !prefix && tabsOfUser.has(segments[1]))
        return null;
    const id = segments.slice(0, idSize).join("/").replace(/\.git$/, "");
    if (!isRepoId(id))
        return null;
    const rest = segments.slice(idSize);
    const page = { kind: kinds[prefix ?? "models"], id, revision: null, path: null, view: "repo" };
    if (rest.length > 0 && !applyVerb(page, rest))
        return null;
    if (isApi)
        page.view = "api";
    return page;
}

// The id is what stands before the first verb: one segment for old models, else two. A repo may be called "tree", too.
function sizeOfId(segments) {
    if (segments.length < 2)
        return 1;
    const isVerb = takesRevision.has(segments[1]) || segments[1] === "discussions";
    const verbFollows = segments.length > 3 && takesRevision.has(segments[2]);
    return isVerb && segments.length > 2 && !verbFollows ? 1 : 2;
}

function applyVerb(page, rest) {
    const [verb, next] = rest;
    page.view = verb;
    if (verb === "discussions") {
        if (/^[1-9][0-9]{0,8}$/.test(next ?? "") && rest[2] === "files")
            page.revision = `refs/pr/${next}`;
        return true;
    }
    if (tabsOfRepo.has(verb))
        return true;
    if (!takesRevision.has(verb))
        return false;
    if (rest.length === 1)
        return true;
    const [revision, path] = verb === "commit" ? [next, ""] : split(rest.slice(1));
    if (!isRevision(revision) || (path !== "" && !isPath(path)))
        return false;
    page.revision = revision;
    page.path = path === "" ? null : path;
    return true;
}

// "REVISION" or "REVISION/path": a revision with slashes has them as %2F in the Hub's own links, but for refs/.
function split(segments) {
    const size = segments[0] === "refs" && segments.length >= 3 ? 3 : 1;
    return [segments.slice(0, size).join("/"), segments.slice(size).join("/")];
}
