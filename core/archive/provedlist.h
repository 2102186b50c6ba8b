// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "store/store.h"

#include <QtCore/QHash>

namespace hugger {

/// incoming/<commit>.proved: which regular files of a snapshot under way were proved, as "git-sha1 sha256 size" lines.
/// The Hub names regular files by git's hash and objects are named by SHA-256, so a killed run would not recognise its
/// own objects without it.
///
/// Written before the objects enter, not synced: a line only counts when the object it names is there with its size.
/// Removed when the record is written.
class ProvedList final {
public:
    ProvedList(const Store& store, const QByteArray& commit);

    struct Line {
        QByteArray gitSha1;
        QByteArray sha256;
        qint64 size = 0;
    };
    [[nodiscard]] Done append(const QList<Line>& lines) const;
    /// SHA-256 by git SHA-1, of objects that are really there.
    [[nodiscard]] QHash<QByteArray, QByteArray> load() const;
    void remove() const;

private:
    Store m_store;
    QString m_path;
};

} // namespace hugger
