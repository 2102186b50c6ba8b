-- SPDX-FileCopyrightText: 2026 The hugger authors
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- Jobs and events: what no record holds. selection and error are JSON.
-- Each statement ends with a semicolon at the end of a line; no other line may end with one.

CREATE TABLE jobs (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    type TEXT NOT NULL,
    kind TEXT NOT NULL,
    repo TEXT NOT NULL,
    revision TEXT NOT NULL,
    commit_id TEXT NOT NULL,
    selection TEXT NOT NULL,
    store TEXT NOT NULL,
    state TEXT NOT NULL,
    want_paused INTEGER NOT NULL,
    wait TEXT NOT NULL,
    priority INTEGER NOT NULL,
    bytes_done INTEGER NOT NULL,
    bytes_total INTEGER NOT NULL,
    files_done INTEGER NOT NULL,
    files_total INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    error TEXT NOT NULL
);

CREATE INDEX jobs_by_state ON jobs (state);

CREATE TABLE events (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    type TEXT NOT NULL,
    kind TEXT NOT NULL,
    repo TEXT NOT NULL,
    commit_id TEXT NOT NULL,
    at TEXT NOT NULL,
    detail TEXT NOT NULL
);

CREATE INDEX events_by_repo ON events (repo, kind);
