// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtCore/QSet>
#include <QtCore/QString>

namespace hugger {

/// Says which paths of a bundle every disk and every BagIt tool takes as they are. Not those with % : * ? " < > |
/// (RFC 8493, Python's bagit and sha256sum disagree about "%", exFAT and Windows refuse the others), not those that end
/// in a blank of any kind (bagit strips it), not those with marks beside their letters (libarchive and some disks
/// compose them: NFC), not those that differ from another only in case or in the way Unicode
/// writes them, and no file that is another's folder then.
class PayloadNames final {
public:
    /// Tell all folders of all paths first.
    void addFoldersOf(const QString& path);
    /// Whether `path` may be used, which takes it.
    [[nodiscard]] bool take(const QString& path);

private:
    QSet<QString> m_folders;
    /// Hashes: a path that has another's by chance only gets the name of its content.
    QSet<quint64> m_taken;
    QString m_lastFolder;
};

} // namespace hugger
