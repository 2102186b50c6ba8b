-- SPDX-FileCopyrightText: 2026 The hugger authors
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- last_copy: why this may be the last copy there is ("gone", "disabled", "gated", "license"); empty: nothing says so.

ALTER TABLE snapshots ADD COLUMN last_copy TEXT NOT NULL DEFAULT '';
