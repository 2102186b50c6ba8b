// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What is shown, from what is known. Pure: no storage, no network; all words by `words`.

// Short words for why something failed; everything else is "Failed", and the server's sentence is in the title.
const shortFailures = new Set([
    "disk_full", "store_unplugged", "network_failed", "rate_limited", "hub_failing", "hash_mismatch", "repo_not_found",
    "revision_not_found", "disabled", "nothing_selected", "file_not_found", "captive_portal",
]);
const needsGate = new Set(["gated", "forbidden"]);
const needsToken = new Set(["token_missing", "token_invalid", "token_refused"]);
const waits = new Set(["network", "rate_limit", "space", "schedule", "unplugged_store"]);

export function isUnfinished(job) {
    return ["queued", "planning", "running", "finishing"].includes(job?.state);
}

/** The revision a page shows; one without any shows the main branch. */
export const shownRevision = (page) => page.revision ?? "main";

/** The archive of what the page shows, or null. */
export function shownArchive(repo) {
    return repo?.archives?.find((archive) => archive.archive === repo.asked?.archive) ?? null;
}

const ownTroubles = new Set([
    "not_running", "no_answer", "not_hugger", "timeout", "no_permission", "blocked", "extension_old", "hugger_old",
    "revoked", "not_paired", "wrong_code", "denied", "expired", "no_window", "pairing_busy", "pairing_refused",
    "too_many", "too_many_tries",
]);

/** Sentence for a Trouble: in the user's language where we know the reason, else as hugger says it. */
export function troubleText(error, words) {
    if (ownTroubles.has(error.code))
        return words.t(`trouble_${error.code}`);
    return error.sentence || words.t("trouble_failed");
}

/**
 * The control of a page.
 *   page     what detectPage() found
 *   server   {state, code, hasWindow}; state "pairing" with {code} while it runs
 *   end      why the last pairing failed, or null
 *   repo     the server's Repo, null when it was not asked or did not answer
 *   trouble  why it did not answer
 *   kept     entry of the outbox for this page, or null
 *   hints    {status, gate, missing} of the page
 *   url      its address, which goes along where an answer must be about this page and no other
 */
export function viewOf({ page, url, server, end = null, repo = null, trouble = null, kept = null, hints = {}, words }) {
    const isMissing = hints.missing === true || hints.status === 404 || hints.status === 410;
    if (server.state !== "ready") {
        // Nothing is known about a page that is gone, and nothing can be asked for.
        return isMissing && !kept ? null : unreadyView({ page, server, end, kept, words });
    }
    if (!repo)
        return view({ state: "failed", tone: "warn", sign: "cross", label: words.t("view_no_answer"),
                      title: troubleText(trouble ?? { code: "no_answer" }, words) });

    const made = make({ page, url, server, repo, kept, hints, isMissing, words });
    if (made && repo.held !== "no" && (isMissing || hints.gate))
        made.panel = panelOf({ repo, isMissing, canOpen: server.hasWindow, words });
    return made;
}

function view(parts) {
    return { state: "none", tone: "plain", sign: "none", label: "", title: "", main: null, actions: [], shown: 0,
             percent: null, panel: null, busy: false, ...parts };
}

function action(words, id, more = {}) {
    const key = id.replace(":", "_");
    return { id, label: words.t(`act_${key}`), title: words.t(`act_${key}_title`), ...more };
}

function unreadyView({ page, server, end, kept, words }) {
    const { t } = words;
    const act = (id, more) => action(words, id, more);
    const next = {
        off: "start", unpaired: "connect", permission: "permission", blocked: "details", old: "details",
        pairing: "cancelPairing",
    }[server.state];
    if (kept && !kept.refused && server.state !== "pairing") {
        return view({ state: "saved", sign: "clock",
                      label: t(server.state === "unpaired" ? "view_saved_unpaired" : "view_saved"),
                      title: t(server.state === "unpaired" ? "view_saved_unpaired_title" : "view_saved_title"),
                      actions: [act(next), act("forget")], shown: 1 });
    }
    // Only where hugger will take it as soon as it is there.
    const later = act("archive", { label: t("act_later"), title: t("act_later_title") });
    switch (server.state) {
    case "pairing":
        return server.code
            ? view({ state: "pairing", sign: "clock", label: t("view_pairing", words.code(server.code)),
                     title: t("view_pairing_title"), actions: [act("cancelPairing")] })
            : view({ state: "pairing", sign: "clock", label: t("view_connecting"), title: t("view_connecting"),
                     busy: true });
    case "unpaired":
        if (end === "denied" || end === "pairing_refused" || end === "expired" || end === "wrong_code") {
            return view({ state: "unpaired", tone: end === "wrong_code" ? "bad" : "warn", sign: "link",
                          label: t(`view_${end === "pairing_refused" ? "denied" : end}`), title: t(`trouble_${end}`),
                          actions: [act("connect", { label: t("act_again") })], shown: 1 });
        }
        return view({ state: "unpaired", tone: "primary", sign: "link", label: t("act_connect"),
                      title: t(`trouble_${server.code === "revoked" ? "revoked" : "not_paired"}`),
                      main: act("connect") });
    case "permission":
        return view({ state: "off", tone: "warn", sign: "link", label: t("view_permission"),
                      title: t("trouble_no_permission"), actions: [act("permission")], shown: 1 });
    case "blocked":
        return view({ state: "off", tone: "warn", sign: "cross", label: t("view_blocked"), title: t("trouble_blocked"),
                      actions: [act("details")], shown: 1 });
    case "old": {
        const code = server.code === "extension_old" ? "extension_old" : "hugger_old";
        return view({ state: "off", tone: "warn", sign: "cross", label: t(`view_${code}`), title: t(`trouble_${code}`),
                      actions: [act("details")], shown: 1 });
    }
    default:
        return view({ state: "off", label: t("view_off"), title: t("trouble_not_running"),
                      actions: [act("start"), later, ...(isFile(page) ? [fileAction(words)] : [])], shown: 2 });
    }
}

const isFile = (page) => page.view === "blob" && page.path !== null;
const fileAction = (words) => action(words, "file");

function make({ page, url, server, repo, kept, hints, isMissing, words }) {
    const { t } = words;
    const act = (id, more) => action(words, id, more);
    const revision = shownRevision(page);
    const archive = shownArchive(repo);
    const held = repo.asked?.held ?? "no";
    const open = server.hasWindow ? [act("open")] : [];
    const file = isFile(page) && held !== "complete" ? [fileAction(words)] : [];
    const job = jobOfPage(repo.job, revision, archive);
    const failure = job?.state === "failed" ? job : null;
    // A 404 of one file, branch or tab says nothing about the repo.
    const isRepoMissing = isMissing && page.view === "repo" && page.revision === null && page.path === null;
    const isGone = repo.held !== "no" && (isAway(repo) || isRepoMissing);

    // That it may be the last copy is told while it is verified for that reason, too: that can take hours.
    const isNews = job?.type === "verify" && changeOf(repo, archive, revision)?.tone === "warn";
    if (isUnfinished(job) && !isNews)
        return job.type === "verify" ? workView({ job, open, words }) : jobView({ job, open, words });
    if (kept?.refused) {
        return view({ state: "failed", tone: "bad", sign: "cross", label: t("view_refused"), title: kept.refused,
                      actions: [act("forget"), act("resend")], shown: 1 });
    }
    if (kept?.said) {
        return view({ state: "saved", tone: "warn", sign: "clock", label: t("view_not_taken"), title: kept.said,
                      actions: [act("forget"), act("resend")] });
    }
    if (kept) {
        return view({ state: "saved", sign: "clock", label: t("view_sending"), title: t("view_sending"),
                      actions: [act("forget")], busy: true });
    }
    // What is held says more than an update of it that failed.
    if (failure && !isGone && held !== "complete")
        return failedView({ job: failure, archive, open, isMissing, words });
    if (archive?.damaged > 0) {
        return view({ state: "failed", tone: "bad", sign: "cross", label: words.count("view_damaged", archive.damaged),
                      title: t("view_damaged_title", describe(archive, words)),
                      actions: [act("repair"), ...open, removeAction({ url, archive, repo, words })], shown: 1 });
    }
    if (isMissing && repo.held === "no")
        return null;
    const isPart = held === "partial" && archive !== null;
    if (isGone && (isRepoMissing || !isPart))
        return goneView({ url, repo, archive, open, words });
    if (held === "complete")
        return heldView({ url, revision, repo, archive, failure, open, words });
    if (isPart) {
        const remove = removeAction({ url, archive, repo, words });
        return view({ state: isAway(repo) ? "gone" : "partial",
                      tone: changeOf(repo, archive, revision)?.tone ?? "plain", sign: "half",
                      label: archive.listed_files > 0
                          ? t("view_partial", words.number(archive.files),
                              words.count("n_files", archive.listed_files))
                          : t("view_partly"),
                      title: t("view_partial_title", describe(archive, words)) + notes(repo, archive, words),
                      actions: [act("files"), act("archive", { label: t("act_rest"), title: t("act_rest_title") }),
                                ...file, ...open, remove], shown: 1 });
    }
    const other = repo.held !== "no" ? repo.archives?.[0] : null;
    if (repo.held_as) {
        return view({ state: "held", tone: "good", sign: "check", label: t("view_held_as", repo.held_as),
                      title: t("view_held_as_title", repo.held_as, page.id, revisionText(revision, words)),
                      actions: [act("archive"), act("files"), ...file] });
    }
    if (hints.gate) {
        return view({ state: "token", tone: "warn", label: t("view_gated"), title: t("view_gated_title"),
                      actions: [act("archive", { label: t("act_anyway"), title: t("act_anyway_title") }),
                                ...(other ? open : [])] });
    }
    return view({ state: "none", tone: "primary", sign: "archive", label: t("act_archive"),
                  title: other ? t("view_other_title", describe(other, words), revisionText(revision, words))
                               : t("view_none_title", page.id, revisionText(revision, words)),
                  main: act("archive"), actions: [act("files"), ...file, ...(other ? open : [])], shown: 1 });
}

// A job of another revision is no news on this page, nor a check of another copy.
function jobOfPage(job, revision, archive) {
    if (job?.type === "verify")
        return archive && job.commit === archive.commit && isUnfinished(job) ? job : null;
    if (job?.type !== "archive")
        return null;
    const isSame = job.revision === revision || job.commit === revision || (archive && job.archive === archive.archive);
    return isSame ? job : null;
}

function jobView({ job, open, words }) {
    const { t } = words;
    const act = (id) => action(words, id);
    const percent = percentOf(job);
    if (job.waiting_for === "paused") {
        return view({ state: "paused", sign: "pause",
                      label: percent === null ? t("view_paused") : t("view_paused_at", words.percent(percent)),
                      title: t("view_paused_title"), percent, actions: [act("resume"), act("cancel"), ...open],
                      shown: 1 });
    }
    if (job.waiting_for === "token") {
        return view({ state: "token", tone: "warn", sign: "clock", label: t("view_token"),
                      title: job.wait_text || t("view_token_title"), percent,
                      actions: [...(open.length > 0 ? [act("token")] : []), act("cancel")],
                      shown: open.length > 0 ? 1 : 0 });
    }
    if (job.waiting_for) {
        const short = waits.has(job.waiting_for) ? `wait_${job.waiting_for}` : "wait_other";
        return view({ state: "waiting", tone: "warn", sign: "clock", label: t(short),
                      title: job.wait_text || t("wait_other_title"), percent,
                      actions: [act("pause"), act("cancel"), ...open], shown: 1 });
    }
    const actions = [act("pause"), act("cancel"), ...open];
    if (job.state === "queued")
        return view({ state: "queued", sign: "clock", label: t("view_queued"), title: t("view_queued_title"), actions,
                      shown: 1 });
    if (job.state === "planning")
        return view({ state: "queued", sign: "clock", label: t("view_planning"), title: t("view_planning_title"),
                      actions, shown: 1, busy: true });
    return view({ state: "fetching", label: progressText(job, words), title: progressTitle(job, words), percent,
                  actions, shown: 1 });
}

function percentOf(job) {
    if (!(job.bytes_total > 0))
        return null;
    // 100 is for what is done.
    return Math.min(99, Math.max(0, Math.floor((job.bytes_done / job.bytes_total) * 100)));
}

function progressText(job, words) {
    if (job.state === "finishing")
        return words.t("view_finishing");
    const percent = percentOf(job);
    if (percent === null)
        return words.t("view_fetching");
    return typeof job.eta === "number"
        ? words.t("view_progress", words.percent(percent), words.timeLeft(job.eta)) : words.percent(percent);
}

function progressTitle(job, words) {
    if (job.state === "finishing")
        return words.t("view_finishing_title");
    if (!(job.bytes_total > 0))
        return words.t("view_fetching");
    const sizes = words.t("view_progress_title", words.bytes(job.bytes_done), words.bytes(job.bytes_total));
    return job.rate > 0 ? words.t("view_progress_rate", sizes, words.bytes(job.rate)) : sizes;
}

function failedView({ job, archive, open, isMissing, words }) {
    const { t } = words;
    const act = (id, more) => action(words, id, more);
    const code = job.error?.code ?? "";
    const title = job.error?.message || t("trouble_failed");
    if (needsGate.has(code)) {
        const gate = isMissing ? [] : [act("gate")];
        return view({ state: "token", tone: "warn", label: t("view_gated"), title,
                      actions: [...gate, act("retry"), ...open], shown: 1 });
    }
    if (needsToken.has(code)) {
        return view({ state: "token", tone: "warn", label: t("view_token"), title,
                      actions: [...(open.length > 0 ? [act("token")] : []), act("retry")], shown: 1 });
    }
    return view({ state: "failed", tone: "bad", sign: "cross",
                  label: t(shortFailures.has(code) ? `fail_${code}` : "fail_other"), title,
                  actions: [act("retry"), act("files"), ...(archive ? open : [])], shown: 1 });
}

function heldView({ url, revision, repo, archive, failure, open, words }) {
    const { t } = words;
    const act = (id, more) => action(words, id, more);
    const remove = archive ? [removeAction({ url, archive, repo, words })] : [];
    const title = (archive ? t("view_held_title", describe(archive, words)) : t("view_held"))
        + notes(repo, archive, words)
        + (failure ? ` ${t("view_update_failed", failure.error?.message || t("trouble_failed"))}` : "");
    const retry = failure ? [act("retry")] : [];
    const change = changeOf(repo, archive, revision);
    const label = t(change?.label ?? "view_held");
    const tone = change?.tone ?? "good";
    if (canUpdate(repo, revision)) {
        const size = repo.update?.files > 0
            ? t("act_update_size", words.count("n_files", repo.update.files), words.bytes(repo.update.bytes))
            : t("act_update");
        const terms = repo.upstream === "license_changed" ? { title: t("act_update_license_title") } : {};
        return view({ state: "newer", tone, sign: "check", label, title,
                      actions: [act("update", { label: size, ...terms }), ...retry, act("files"), ...open, ...remove],
                      shown: 1 });
    }
    return view({ state: "held", tone, sign: "check", label, title,
                  actions: [...retry, ...open, act("files"), ...remove] });
}

/** Nobody can fetch it from the Hub any more. */
const isAway = (repo) => ["gone", "disabled"].includes(repo.upstream);

// What became of the repo upstream, in the words of the label. A license of the main branch is no news of another one.
function changeOf(repo, archive, revision) {
    if (isAway(repo))
        return { label: repo.upstream === "disabled" ? "view_disabled" : "view_gone", tone: "warn" };
    if (repo.upstream === "gated")
        return { label: "view_held_gated", tone: "warn" };
    const isOfMain = revision === "main" || archive?.last_copy === "license";
    if (repo.upstream === "license_changed" && isOfMain)
        return { label: "view_held_license", tone: "warn" };
    if (archive?.last_copy)
        return { label: "view_held_last", tone: "warn" };
    return repo.upstream === "renamed" ? { label: "view_held_renamed", tone: "good" } : null;
}

// A commit stays what it is; and what is known of the main branch says nothing about another one.
function canUpdate(repo, revision) {
    if (isCommit(revision))
        return false;
    return Boolean(repo.update) || (revision === "main" && ["newer", "license_changed"].includes(repo.upstream));
}

function goneView({ url, repo, archive, open, words }) {
    const copy = archive ?? repo.archives?.[0];
    const label = words.t(repo.upstream === "disabled" ? "view_disabled" : "view_gone");
    const title = repo.upstream === "disabled" ? "view_disabled_title" : "view_gone_title";
    return view({ state: "gone", tone: "warn", sign: "check", label,
                  title: copy ? words.t(title, describe(copy, words)) + lastNote(copy, words) : label,
                  actions: [...open, ...(copy ? [removeAction({ url, archive: copy, repo, words, isLast: true })] : [])] });
}

// For what may be the last copy the action has another name: what comes back says that the user typed the repo's. The
// address and the archive come back, too: only what the question named is removed.
function removeAction({ url, archive, repo, words, isLast = isAway(repo) || Boolean(archive.last_copy) }) {
    const what = words.t("archive_at", repo.repo, archive.revision, words.commit(archive.commit));
    const isOwnReason = !isAway(repo) && ["gated", "license"].includes(archive.last_copy);
    const text = isOwnReason ? `remove_last_${archive.last_copy}_text` : "remove_last_text";
    return action(words, isLast ? "remove:last" : "remove", {
        url, archive: archive.archive,
        confirm: {
            text: words.t(isLast ? text : "remove_text", what),
            yes: words.t("remove_yes"), no: words.t("remove_no"), ...(isLast ? { type: repo.repo } : {}),
        },
    });
}

function panelOf({ repo, isMissing, canOpen, words }) {
    const archive = shownArchive(repo) ?? repo.archives?.[0];
    if (!archive)
        return null;
    const files = words.count("n_files", archive.files);
    const text = archive.verified && archive.verified_at
        ? words.t("panel_text", repo.repo, words.commit(archive.commit), files, words.date(archive.verified_at))
        : words.t("panel_text_unproved", repo.repo, words.commit(archive.commit), files);
    return { title: words.t(isMissing ? "panel_gone" : "panel_gated"), text, actions: canOpen ? [action(words, "open")] : [] };
}

/** "main at 8f3c21e, 24 files, 96 GB, verified 2 Nov 2026" */
function describe(archive, words) {
    const values = [archive.revision, words.commit(archive.commit), words.count("n_files", archive.files),
                    words.bytes(archive.bytes)];
    return archive.verified && archive.verified_at
        ? words.t("describe_proved", ...values, words.date(archive.verified_at)) : words.t("describe", ...values);
}

function revisionText(revision, words) {
    return isCommit(revision) ? words.commit(revision) : revision;
}

const isCommit = (revision) => /^[0-9a-f]{40}$/.test(revision);

function notes(repo, archive, words) {
    const known = ["newer", "license_changed", "gated", "disabled", "renamed"];
    const upstream = known.includes(repo.upstream) ? ` ${words.t(`upstream_${repo.upstream}`)}` : "";
    return upstream + lastNote(archive, words);
}

function lastNote(archive, words) {
    const known = ["gone", "disabled", "gated", "license"];
    return known.includes(archive?.last_copy) ? ` ${words.t(`last_${archive.last_copy}`)}` : "";
}

/** What the badge of the toolbar's button shows: {text, tone}. At most four characters. */
export function badgeOf(view) {
    switch (view?.state) {
    case "fetching":
        return { text: view.percent === null ? "…" : `${view.percent}%`, tone: "plain" };
    case "queued":
    case "saved":
    case "waiting":
    case "paused":
        return { text: view.percent === null ? "…" : `${view.percent}%`, tone: view.tone };
    case "held":
    case "newer":
    case "gone":
        return { text: "✓", tone: view.tone };
    case "partial":
        return { text: "½", tone: "plain" };
    case "failed":
    case "token":
        return { text: "!", tone: view.tone };
    default:
        return { text: "", tone: "plain" };
    }
}

/** A job as the popup lists it. */
export function jobItem(job, words) {
    const shown = workWords[job.type] ? workView({ job, words }) : isUnfinished(job)
        ? jobView({ job, open: [], words })
        : failedView({ job, archive: null, open: [], isMissing: true, words });
    const allowed = new Set(["pause", "resume", "retry", "cancel"]);
    return {
        id: job.id, repo: job.repo, kind: job.kind, label: job.repo, percent: shown.percent, state: shown.state,
        tone: shown.tone, detail: shown.state === "fetching" && job.state === "running"
            ? `${shown.label} · ${shown.title}` : shown.label,
        actions: shown.actions.filter(({ id }) => allowed.has(id)).map((item) => ({ ...item, id: `job:${item.id}` })),
    };
}

// Work on the disk alone.
const workWords = { verify: "view_verifying", export: "view_exporting", import: "view_importing" };

function workView({ job, open = [], words }) {
    const shown = isUnfinished(job) ? jobView({ job, open, words })
                                    : failedView({ job, archive: null, open: [], isMissing: true, words });
    return shown.state === "fetching" ? { ...shown, label: words.t(workWords[job.type], shown.label) } : shown;
}

/** The line of the popup about hugger itself. */
export function serverText(server, words) {
    switch (server.state) {
    case "ready":
        return words.t("server_ready", server.version ?? "");
    case "pairing":
        return words.t(server.code ? "view_pairing_title" : "view_connecting");
    default:
        return troubleText({ code: server.code }, words);
    }
}
