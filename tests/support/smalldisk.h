// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtCore/QString>

namespace hugger::test {

/// Gives this process mounts of its own, so that it may make small disks. Called first in main(), while there is only
/// one thread; an ordinary user becomes root inside. False where the system does not allow it.
[[nodiscard]] bool enterOwnMounts();

/// A tmpfs of that many bytes, after enterOwnMounts().
class SmallDisk final {
public:
    SmallDisk(QString folder, qint64 bytes);
    ~SmallDisk();
    Q_DISABLE_COPY_MOVE(SmallDisk)

    [[nodiscard]] bool isThere() const { return m_isMounted; }
    /// Takes all of it but `leave` bytes, or gives that back.
    void fill(qint64 leave = 0) const;
    void empty() const;

private:
    QString m_folder;
    bool m_isMounted = false;
};

} // namespace hugger::test
