// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtCore/QJsonArray>
#include <QtCore/QList>

#include <optional>

namespace hugger {

/// Bytes from `begin` up to and excluding `end`.
struct Extent {
    qint64 begin = 0;
    qint64 end = 0;

    [[nodiscard]] qint64 size() const { return end - begin; }
    bool operator==(const Extent&) const = default;
};

/// A set of byte ranges of one file: sorted, disjoint, never touching.
class Extents final {
public:
    void add(Extent extent);
    void add(const Extents& other);
    void clear() { m_list.clear(); }

    [[nodiscard]] const QList<Extent>& list() const { return m_list; }
    [[nodiscard]] qint64 total() const;
    /// Where the first gap begins: everything before it is there.
    [[nodiscard]] qint64 frontier() const;
    /// What is missing of a file of `size` bytes.
    [[nodiscard]] QList<Extent> holes(qint64 size) const;

    [[nodiscard]] QJsonArray toJson() const;
    /// Nothing when it is no list of ascending, disjoint ranges within `size`.
    [[nodiscard]] static std::optional<Extents> fromJson(const QJsonArray& json, qint64 size);

    bool operator==(const Extents&) const = default;

private:
    QList<Extent> m_list;
};

} // namespace hugger
