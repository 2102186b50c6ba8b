// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "base/writeback.h"

#include <fcntl.h>

namespace hugger {

namespace {

constexpr qint64 stepBytes = 8 * 1024 * 1024; ///< large enough for a disk to take it in one go

} // namespace

void Writeback::wroteTo(int fd, qint64 end)
{
    if (end - m_begun < stepBytes)
        return;
    // A file system that cannot do that does it all when the file is synced, and so do its errors come then.
    (void)::sync_file_range(fd, m_begun, end - m_begun, SYNC_FILE_RANGE_WRITE);
    m_begun = end;
}

} // namespace hugger
