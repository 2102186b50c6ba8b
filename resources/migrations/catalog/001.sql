-- SPDX-FileCopyrightText: 2026 The hugger authors
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- The index over all stores. Every row comes from a record and can be made again from it.
-- Each statement ends with a semicolon at the end of a line; no other line may end with one.

CREATE TABLE facts (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE stores (
    id INTEGER PRIMARY KEY,
    uuid TEXT NOT NULL UNIQUE
);

-- refs, licenses and tags hold one entry per line; refs also begin and end with a line break, to be found by instr().
-- An id is never used again: whoever still shows a removed row must not mean another one by it.
CREATE TABLE snapshots (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    store INTEGER NOT NULL REFERENCES stores (id) ON DELETE CASCADE,
    kind TEXT NOT NULL,
    repo TEXT NOT NULL,
    commit_id TEXT NOT NULL,
    revision TEXT NOT NULL,
    refs TEXT NOT NULL,
    complete INTEGER NOT NULL,
    verified_at TEXT NOT NULL,
    captured_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    files INTEGER NOT NULL,
    bytes INTEGER NOT NULL,
    damaged INTEGER NOT NULL DEFAULT 0,
    licenses TEXT NOT NULL,
    tags TEXT NOT NULL,
    upstream TEXT NOT NULL DEFAULT 'unknown'
);

CREATE UNIQUE INDEX snapshots_key ON snapshots (repo, kind, commit_id, store);

-- The order of a list: no sorting at the time of asking.
CREATE INDEX snapshots_in_order ON snapshots (repo, kind, captured_at DESC, id);

CREATE INDEX snapshots_by_commit ON snapshots (commit_id);

CREATE INDEX snapshots_by_store ON snapshots (store);

-- git_sha1 is git's hash of the content, known for regular files; an LFS file's is that of its pointer and is not kept.
CREATE TABLE objects (
    id INTEGER PRIMARY KEY,
    store INTEGER NOT NULL REFERENCES stores (id) ON DELETE CASCADE,
    sha256 BLOB NOT NULL,
    size INTEGER NOT NULL,
    git_sha1 BLOB,
    damaged INTEGER NOT NULL DEFAULT 0
);

CREATE UNIQUE INDEX objects_by_sha256 ON objects (sha256, store);

CREATE INDEX objects_by_git_sha1 ON objects (git_sha1) WHERE git_sha1 IS NOT NULL;

CREATE INDEX objects_by_store ON objects (store);

-- files: how many paths of the snapshot have this content.
CREATE TABLE snapshot_objects (
    object INTEGER NOT NULL REFERENCES objects (id) ON DELETE CASCADE,
    snapshot INTEGER NOT NULL REFERENCES snapshots (id) ON DELETE CASCADE,
    files INTEGER NOT NULL,
    PRIMARY KEY (object, snapshot)
) WITHOUT ROWID;

CREATE INDEX snapshot_objects_by_snapshot ON snapshot_objects (snapshot);

-- rowid is snapshots.id. The texts themselves are in the records and files, not here.
CREATE VIRTUAL TABLE words USING fts5 (
    repo, tags, license, card, notes,
    content = '', contentless_delete = 1, tokenize = "unicode61 remove_diacritics 2", prefix = '2 3'
);
