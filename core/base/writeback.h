// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtCore/QtTypes>

namespace hugger {

/// Keeps the disk at work while a large file is written from its beginning to its end: what was written is handed to it
/// bit by bit, instead of all at once when the file is synced. It makes nothing durable; syncFile() does.
class Writeback final {
public:
    /// `end`: bytes of the file that are written by now.
    void wroteTo(int fd, qint64 end);

private:
    qint64 m_begun = 0;
};

} // namespace hugger
