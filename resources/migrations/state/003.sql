-- SPDX-FileCopyrightText: 2026 The hugger authors
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- facts: what proves an event and what it is about, compressed JSON (core/watch/finding.h); empty for hugger's own.
-- watch: how each repo is watched. seen is JSON: what the Hub said last (core/watch/seen.h).
-- every_hours: NULL as the settings say, 0 never. fetch_up_to: bytes an update may fetch unasked, 0 none.
-- Times are seconds since 1970, UTC; 0: never.

ALTER TABLE events ADD COLUMN facts BLOB NOT NULL DEFAULT '';

CREATE INDEX events_by_type ON events (type);

CREATE TABLE watch (
    kind TEXT NOT NULL,
    repo TEXT NOT NULL,
    every_hours INTEGER,
    fetch_up_to INTEGER NOT NULL DEFAULT 0,
    checked_at INTEGER NOT NULL DEFAULT 0,
    tried_at INTEGER NOT NULL DEFAULT 0,
    next_at INTEGER NOT NULL DEFAULT 0,
    trouble TEXT NOT NULL DEFAULT '',
    seen BLOB NOT NULL DEFAULT '',
    PRIMARY KEY (repo, kind)
) WITHOUT ROWID;

CREATE INDEX watch_by_time ON watch (next_at);
