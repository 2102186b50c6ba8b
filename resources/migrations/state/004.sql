-- SPDX-FileCopyrightText: 2026 The hugger authors
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- spec: what an export or import was asked for; result: what it gave. Both JSON, empty for other jobs.

ALTER TABLE jobs ADD COLUMN spec TEXT NOT NULL DEFAULT '';

ALTER TABLE jobs ADD COLUMN result TEXT NOT NULL DEFAULT '';
