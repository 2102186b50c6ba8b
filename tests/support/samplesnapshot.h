// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "archive/library.h"

namespace hugger::test {

/// What fixtures cannot do without: ends the test program with the error's words.
template<typename T> T must(Expected<T> result)
{
    if (!result)
        qFatal("%s | %s", qPrintable(result.error().message), qPrintable(result.error().detail));
    if constexpr (!std::is_void_v<T>)
        return *std::move(result);
}

/// "2026-11-12T09:41:00Z", that many days before now.
[[nodiscard]] QString daysAgo(int days);
/// 40 hex digits that begin with these.
[[nodiscard]] QByteArray commitFrom(const QByteArray& digits);

/// A snapshot that was never fetched: texts are real, big files are holes of the right size under made-up hashes, equal
/// where their seeds are.
class SampleSnapshot final {
public:
    SampleSnapshot(RepoKind kind, const QString& id, const QByteArray& commit);

    SampleSnapshot& text(const QString& path, const QByteArray& bytes);
    SampleSnapshot& big(const QString& path, qint64 size, const QByteArray& seed = {});
    /// So many zeros, under the hash they really have.
    SampleSnapshot& zeros(const QString& path, qint64 size, const QByteArray& sha256);
    /// Listed upstream, not held.
    SampleSnapshot& lacking(const QString& path, qint64 size);
    SampleSnapshot& captured(int daysAgo, int verifiedDaysAgo = -1); ///< -1: not proved
    SampleSnapshot& refs(const QString& revision, const QStringList& refs);
    SampleSnapshot& license(const QString& id);
    SampleSnapshot& tags(const QStringList& tags);

    /// For what is rare.
    [[nodiscard]] Record& record() { return m_record; }
    [[nodiscard]] QByteArray sha256Of(const QString& path) const;

    /// Objects, record, view, catalog row and event.
    void keep(Library& library, const Store& store);

private:
    void add(const HeldFile& file);
    [[nodiscard]] QList<HubAnswer> answers() const;

    Record m_record;
    QList<FileEntry> m_listing;
    QHash<QByteArray, QByteArray> m_texts; ///< by SHA-256
};

/// A bar chart as a PNG, made without a painter.
[[nodiscard]] QByteArray samplePng();

} // namespace hugger::test
