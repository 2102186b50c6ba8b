// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/error.h"

#include <QtCore/QStringList>
#include <QtCore/QVariant>
#include <QtSql/QSqlDatabase>
#include <QtSql/QSqlQuery>

#include <functional>
#include <memory>
#include <unordered_map>

class QSqlError;

namespace hugger {

/// One SQLite file: WAL, synchronous FULL, foreign keys, one connection per object, used in the thread that opened it.
class Database final {
public:
    enum class Access { ReadWrite, ReadOnly };
    /// What open() found: Fresh was made anew, Recovered means a garbled file was put aside (kept as
    /// NAME.damaged-<time>) and made anew: the caller rebuilds and says so.
    enum class Found { Good, Fresh, Recovered };

    /// Applies the numbered migrations (resources :/migrations/<name>/NNN.sql by PRAGMA user_version). A file with a
    /// newer version is refused (Failed "database_newer"), never changed. A file that is no database, fails quick_check
    /// after an unclean end, or has a foreign application_id is put aside with its -wal and -shm when ReadWrite, Failed
    /// "database_damaged" when ReadOnly.
    ///
    /// ReadOnly works beside a process that writes. There, NotHeld "database_missing" means that nothing was ever
    /// written: the caller takes it for empty; Failed "database_older" means that a writer has to open it first.
    ///
    /// Clean means that NAME.clean holds the size and time the file has: it is written after the last close and removed
    /// before the first change, so a kill, a power cut and whatever was done to the file meanwhile all lead to a check,
    /// and nothing else does.
    [[nodiscard]] static Expected<std::unique_ptr<Database>> open(const QString& file, const QString& migrations,
                                                                  Access access);
    ~Database();
    Q_DISABLE_COPY_MOVE(Database)

    [[nodiscard]] Found found() const { return m_found; }
    [[nodiscard]] QSqlDatabase connection() const;

    /// A prepared statement, kept for the next time.
    [[nodiscard]] Expected<QSqlQuery*> prepared(const QString& sql);
    /// Prepares, binds in order, runs. A null text is bound as an empty one; NULL is an invalid QVariant. Rows that
    /// were not read to their end keep the statement busy: finish() it. Errors: Disk "disk_full", "disk_failing",
    /// "not_writable"; Busy "database_busy"; Failed "database_damaged", "database_error".
    [[nodiscard]] Expected<QSqlQuery*> run(const QString& sql, const QVariantList& values = {});
    /// run() for a question with one answer: the first column of the first row; invalid when there is none.
    [[nodiscard]] Expected<QVariant> value(const QString& sql, const QVariantList& values = {});
    /// After the last row of a run(): why there were no more, when that was not the end, so that a list is never taken
    /// for whole that is not. Frees the statement.
    [[nodiscard]] Done ended(QSqlQuery& query);
    /// BEGIN IMMEDIATE, work, COMMIT; ROLLBACK when work fails. Not nested.
    [[nodiscard]] Done transaction(const std::function<Done()>& work);

private:
    Database(QString file, Access access);
    /// Opens the file as it is.
    [[nodiscard]] static Expected<std::unique_ptr<Database>> attempt(const QString& file, const QString& migrations,
                                                                     Access access);
    [[nodiscard]] Done connect();
    [[nodiscard]] Done inspect(const QString& migrations);
    [[nodiscard]] Done prepareForWriting(const QString& migrations);
    [[nodiscard]] Done migrate(const QString& migrations);
    [[nodiscard]] std::unexpected<Error> failure(const QSqlError& error);

    QString m_file;
    Access m_access = Access::ReadOnly;
    QString m_name;
    int m_version = 0;
    Found m_found = Found::Good;
    bool m_checked = false; ///< opened whole: what is written at the close may be called clean
    std::unordered_map<QString, std::unique_ptr<QSqlQuery>> m_prepared;
};

} // namespace hugger
