// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/error.h"

#include <QtCore/QByteArray>

namespace hugger {

/// Makes the links of one view folder. What a file system does not know is found out by trying and not tried again.
/// Paths are encoded, because there are tens of thousands of them.
///
/// A link that is there already and leads where it should is left alone; any other is replaced by rename, so that the
/// name never vanishes.
class ViewLinks final {
public:
    /// Temporary names are made in `folder`, on the same file system as the links.
    explicit ViewLinks(QByteArray folder);

    /// A name for the bytes of `object` at `path`: hard link, else reflink, else, where `target` is not empty, a
    /// symbolic link to it.
    [[nodiscard]] Done linkToObject(const QByteArray& object, const QByteArray& path, const QByteArray& target);
    /// A symbolic link to `target` at `path`, else another name for `object`.
    [[nodiscard]] Done linkToBlob(const QByteArray& target, const QByteArray& object, const QByteArray& path);

    /// Where this class makes its temporary names begin, so that leftovers can be told.
    static constexpr QByteArrayView temporaryPrefix = ".hugger-tmp-";

private:
    enum class Made { Yes, NotPossible };

    [[nodiscard]] Expected<Made> hardLink(const QByteArray& object, const QByteArray& path);
    [[nodiscard]] Expected<Made> reflink(const QByteArray& object, const QByteArray& path);
    [[nodiscard]] Expected<Made> symlink(const QByteArray& target, const QByteArray& path);
    [[nodiscard]] QByteArray temporaryName();

    QByteArray m_folder;
    unsigned m_counter = 0;
    bool m_hard = true;
    bool m_ref = true;
    bool m_sym = true;
};

} // namespace hugger
