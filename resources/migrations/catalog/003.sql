-- SPDX-FileCopyrightText: 2026 The hugger authors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- Whether a snapshot came from no Hub: its record has no endpoint, and there is nothing to watch.
ALTER TABLE snapshots ADD COLUMN local INTEGER NOT NULL DEFAULT 0;
