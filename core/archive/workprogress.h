// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtCore/qtypes.h>

#include <atomic>

namespace hugger {

/// How far work on the disk is (verify, export, import), for whoever shows it. Read from any thread.
struct WorkProgress {
    std::atomic<qint64> bytesDone = 0;
    std::atomic<qint64> bytesTotal = 0;
    std::atomic<qint64> filesDone = 0;
    std::atomic<qint64> filesTotal = 0;
};

} // namespace hugger
