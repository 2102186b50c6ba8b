-- SPDX-FileCopyrightText: 2026 The hugger authors
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- pinned: the commit was asked for by name, and not found by planning. Another wish for the branch is not the same job.

ALTER TABLE jobs ADD COLUMN pinned INTEGER NOT NULL DEFAULT 0;

CREATE INDEX jobs_unfinished ON jobs (repo, kind, type) WHERE state NOT IN ('done', 'failed', 'cancelled');
