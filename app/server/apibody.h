// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/server/apimessage.h"
#include "archive/plan.h"
#include "bundle/bundle.h"

namespace hugger {

/// Reads what a client sent, strictly: a field that is not known, not there or not of its type is an error that names
/// it, and nothing is guessed. The first error is kept; reading goes on with defaults, and the caller asks once, at the
/// end. All errors are of kind Usage: "bad_field", "bad_repo_id", "bad_revision", "hostile_path", "empty_files".
class BodyReader final {
public:
    explicit BodyReader(QJsonObject body);

    [[nodiscard]] QString text(QLatin1StringView name);
    /// Absent: empty. There, it must have 1 to 300 characters, none of them a control character.
    [[nodiscard]] QString nameIfThere(QLatin1StringView name);
    [[nodiscard]] bool flag(QLatin1StringView name);
    [[nodiscard]] bool flagIfThere(QLatin1StringView name); ///< absent: false
    [[nodiscard]] QByteArray hex(QLatin1StringView name, qsizetype digits); ///< lower case; empty when it is not
    /// 1 to `most` texts; absent: none.
    [[nodiscard]] QStringList textsIfThere(QLatin1StringView name, qsizetype most);
    /// A whole number; absent: the fallback.
    [[nodiscard]] qint64 numberIfThere(QLatin1StringView name, qint64 fallback, qint64 smallest, qint64 biggest);
    /// 1 to `most` numbers, each from 1 on.
    [[nodiscard]] QList<qint64> numbers(QLatin1StringView name, qsizetype most);
    [[nodiscard]] QString path(QLatin1StringView name); ///< of a file, from the root on
    /// The fields "include" and "exclude".
    [[nodiscard]] QStringList globsIfThere(QLatin1StringView name);
    /// The fields "kind" and "repo".
    [[nodiscard]] RepoId repo();
    /// The field "revision"; absent: empty.
    [[nodiscard]] QString revision();

    void refuse(Error error);
    [[nodiscard]] bool has(QLatin1StringView name) const { return m_body.contains(name); }
    /// Also refuses every field that was not read.
    [[nodiscard]] Done outcome();

private:
    [[nodiscard]] QJsonValue take(QLatin1StringView name);

    QJsonObject m_body;
    QStringList m_known;
    std::optional<Error> m_error;
};

/// The same for the names and values after the "?".
class QueryReader final {
public:
    explicit QueryReader(const ApiRequest& request);

    /// A whole number in digits alone; absent: the fallback.
    [[nodiscard]] qint64 number(QStringView name, qint64 fallback, qint64 smallest, qint64 biggest);
    /// One of these texts; absent: the first.
    [[nodiscard]] QString oneOf(QStringView name, const QStringList& texts);
    [[nodiscard]] QString revision(); ///< "revision"; absent: empty
    [[nodiscard]] QString textIfThere(QStringView name);
    [[nodiscard]] QStringList texts(QStringView name); ///< may be there several times
    void refuse(Error error);
    [[nodiscard]] Done outcome();

private:
    [[nodiscard]] std::optional<QString> take(QStringView name);

    QList<std::pair<QString, QString>> m_query;
    QStringList m_known;
    std::optional<Error> m_error;
};

/// "acme/tiny" of that kind. Usage "bad_field" for a kind there is not, "bad_repo_id".
[[nodiscard]] Expected<RepoId> readRepo(const QString& kind, const QString& id);
/// The body of POST jobs; `store` is whatever was said.
[[nodiscard]] Expected<ArchiveWish> readWish(const QJsonObject& body);

/// The body of POST exports: the wish has no snapshots, the archives stand for them.
struct ExportAsked {
    QList<qint64> archives;
    ExportWish wish;
};
[[nodiscard]] Expected<ExportAsked> readExport(const QJsonObject& body);
/// The body of POST imports; `storeId` is whatever was said.
[[nodiscard]] Expected<ImportWish> readImport(const QJsonObject& body);

} // namespace hugger
