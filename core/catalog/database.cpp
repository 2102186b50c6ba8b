// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "catalog/database.h"

#include "base/files.h"
#include "base/format.h"
#include "base/log.h"
#include "base/say.h"

#include <QtCore/QFile>
#include <QtCore/QFileInfo>
#include <QtSql/QSqlError>

#include <atomic>
#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/statvfs.h>

using namespace Qt::StringLiterals;

/// A static library's resources are linked only when somebody names them.
static void initResources()
{
    Q_INIT_RESOURCE(migrations);
}

namespace hugger {

namespace {

constexpr int applicationId = 0x68756767; // "hugg"
constexpr auto damagedCode = "database_damaged"_L1;

// SQLite's primary result codes.
enum Sqlite {
    Perm = 3,
    Busy = 5,
    Locked = 6,
    ReadOnlyFile = 8,
    IoError = 10,
    Corrupt = 11,
    Full = 13,
    CantOpen = 14,
    NotADatabase = 26
};

QString migrationPath(const QString& name, int version)
{
    return u":/migrations/%1/%2.sql"_s.arg(name).arg(version, 3, 10, QChar(u'0'));
}

int newestVersion(const QString& name)
{
    int version = 0;
    while (QFile::exists(migrationPath(name, version + 1)))
        ++version;
    return version;
}

QStringList statementsOf(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QStringList statements;
    for (const QString& statement : QString::fromUtf8(file.readAll()).split(u";\n"_s)) {
        if (!statement.trimmed().isEmpty())
            statements.append(statement);
    }
    return statements;
}

QString cleanMark(const QString& file)
{
    return file + u".clean"_s;
}

/// What a file looks like from outside: anything done to it changes this.
QByteArray looks(const QString& file)
{
    struct stat status{};
    if (::stat(QFile::encodeName(file).constData(), &status) != 0)
        return {};
    return QByteArray::number(qint64{status.st_size}) + ' ' + QByteArray::number(qint64{status.st_mtim.tv_sec}) + '.'
        + QByteArray::number(qint64{status.st_mtim.tv_nsec}) + '\n';
}

bool endedCleanly(const QString& file)
{
    const auto mark = readAll(cleanMark(file), 256);
    return mark && !mark->isEmpty() && *mark == looks(file) && QFileInfo(file + u"-wal"_s).size() == 0;
}

std::unexpected<Error> damagedFile(const QString& file, const QString& detail)
{
    return fail(ErrorKind::Failed, damagedCode,
                Say::tr("%1 is damaged. Start hugger again: it puts the file aside and makes a new one.").arg(file),
                detail);
}

Done putAside(const QString& file)
{
    const QString aside = file + u".damaged-"_s + QString(isoNow()).remove(u'-').remove(u':');
    QString free = aside;
    for (int i = 2; QFileInfo::exists(free); ++i)
        free = aside + u'-' + QString::number(i);
    for (const QString& suffix : {u""_s, u"-wal"_s, u"-shm"_s}) {
        if (!QFileInfo::exists(file + suffix))
            continue;
        if (const auto ok = renameFile(file + suffix, free + suffix); !ok)
            return ok;
    }
    qCWarning(lcCatalog).noquote() << file << "was damaged. It is kept as" << free << "and a new one is made.";
    return removeFile(cleanMark(file));
}

} // namespace

Database::Database(QString file, Access access)
    : m_file(std::move(file))
    , m_access(access)
{
    static std::atomic<unsigned> counter = 0;
    m_name = u"hugger-%1"_s.arg(counter.fetch_add(1));
}

Database::~Database()
{
    m_prepared.clear();
    {
        QSqlDatabase open = QSqlDatabase::database(m_name, false);
        open.close();
    }
    QSqlDatabase::removeDatabase(m_name);
    if (m_access == Access::ReadOnly || !m_checked || QFileInfo(m_file + u"-wal"_s).size() > 0)
        return;
    // Not durable, and need not be: without it the next start checks.
    const auto mark = openFile(cleanMark(m_file), O_WRONLY | O_CREAT | O_TRUNC, 0644);
    if (mark)
        (void)writeAt(mark->get(), looks(m_file), 0, cleanMark(m_file));
}

Expected<std::unique_ptr<Database>> Database::open(const QString& file, const QString& migrations, Access access)
{
    initResources();
    const bool empty = QFileInfo(file).size() == 0;
    if (access == Access::ReadOnly) {
        if (empty)
            return fail(ErrorKind::NotHeld, u"database_missing"_s, Say::tr("There is nothing here yet."), file);
        return attempt(file, migrations, access);
    }
    // An empty file with a log beside it was cut: SQLite would throw the log away.
    const bool cut = empty && QFileInfo(file + u"-wal"_s).size() > 0;
    auto made = cut ? damagedFile(file, u"empty, with a -wal"_s) : attempt(file, migrations, access);
    if (made || made.error().code != damagedCode)
        return made;
    if (const auto ok = putAside(file); !ok)
        return std::unexpected(ok.error());
    made = attempt(file, migrations, access);
    if (made)
        (*made)->m_found = Found::Recovered;
    return made;
}

Expected<std::unique_ptr<Database>> Database::attempt(const QString& file, const QString& migrations, Access access)
{
    std::unique_ptr<Database> database(new Database(file, access));
    if (const auto ok = database->connect(); !ok)
        return std::unexpected(ok.error());
    if (const auto ok = database->inspect(migrations); !ok)
        return std::unexpected(ok.error());
    if (access == Access::ReadWrite) {
        if (const auto ok = database->prepareForWriting(migrations); !ok)
            return std::unexpected(ok.error());
    }
    database->m_checked = true;
    return database;
}

Done Database::connect()
{
    QSqlDatabase connection = QSqlDatabase::addDatabase(u"QSQLITE"_s, m_name);
    connection.setDatabaseName(m_file);
    connection.setConnectOptions(m_access == Access::ReadOnly ? u"QSQLITE_OPEN_READONLY;QSQLITE_BUSY_TIMEOUT=5000"_s
                                                              : u"QSQLITE_BUSY_TIMEOUT=5000"_s);
    if (!connection.open())
        return failure(connection.lastError());
    return {};
}

/// Decides by header and schema what the file is, without changing it.
Done Database::inspect(const QString& migrations)
{
    const auto id = value(u"PRAGMA application_id"_s);
    const auto version = value(u"PRAGMA user_version"_s);
    const auto tables = value(u"SELECT count(*) FROM sqlite_schema"_s);
    for (const auto* answer : {&id, &version, &tables}) {
        if (!*answer)
            return std::unexpected(answer->error());
    }
    m_version = version->toInt();
    if (id->toInt() == 0 && m_version == 0 && tables->toInt() == 0) {
        if (m_access == Access::ReadOnly)
            return fail(ErrorKind::NotHeld, u"database_missing"_s, Say::tr("There is nothing here yet."), m_file);
        m_found = Found::Fresh;
        return {};
    }
    if (id->toInt() != applicationId || m_version < 1)
        return damagedFile(m_file, u"application_id %1, user_version %2"_s.arg(id->toInt()).arg(m_version));
    const int newest = newestVersion(migrations);
    if (m_version > newest) {
        return fail(
            ErrorKind::Failed, u"database_newer"_s,
            Say::tr("%1 was written by a newer hugger. Update hugger to use it; it was not changed.").arg(m_file));
    }
    if (m_version < newest && m_access == Access::ReadOnly) {
        return fail(
            ErrorKind::Failed, u"database_older"_s,
            Say::tr("%1 was written by an older hugger. Run any command that changes something, then try again.")
                .arg(m_file));
    }
    return {};
}

Done Database::prepareForWriting(const QString& migrations)
{
    if (m_found != Found::Fresh && !endedCleanly(m_file)) {
        const auto answer = value(u"PRAGMA quick_check(1)"_s);
        if (!answer)
            return std::unexpected(answer.error());
        if (answer->toString() != u"ok")
            return damagedFile(m_file, answer->toString());
    }
    if (const auto ok = removeFile(cleanMark(m_file)); !ok)
        return ok;
    // WAL is refused on some network drives; then SQLite's older journal does, which is as safe.
    for (const QString& pragma :
         {u"PRAGMA journal_mode = WAL"_s, u"PRAGMA synchronous = FULL"_s, u"PRAGMA foreign_keys = ON"_s,
          u"PRAGMA journal_size_limit = 16777216"_s, u"PRAGMA cache_size = -16384"_s}) {
        if (const auto ok = value(pragma); !ok)
            return std::unexpected(ok.error());
    }
    return migrate(migrations);
}

Done Database::migrate(const QString& migrations)
{
    for (int next = m_version + 1; QFile::exists(migrationPath(migrations, next)); ++next) {
        const auto done = transaction([&]() -> Done {
            QStringList statements = statementsOf(migrationPath(migrations, next));
            statements << u"PRAGMA application_id = %1"_s.arg(applicationId) << u"PRAGMA user_version = %1"_s.arg(next);
            for (const QString& statement : std::as_const(statements)) {
                if (const auto ok = value(statement); !ok)
                    return std::unexpected(ok.error());
            }
            return {};
        });
        if (!done)
            return done;
        m_version = next;
    }
    m_prepared.clear();
    return {};
}

QSqlDatabase Database::connection() const
{
    return QSqlDatabase::database(m_name, false);
}

Expected<QSqlQuery*> Database::prepared(const QString& sql)
{
    if (const auto found = m_prepared.find(sql); found != m_prepared.end())
        return found->second.get();
    auto query = std::make_unique<QSqlQuery>(connection());
    query->setForwardOnly(true);
    if (!query->prepare(sql))
        return failure(query->lastError());
    return m_prepared.emplace(sql, std::move(query)).first->second.get();
}

Expected<QSqlQuery*> Database::run(const QString& sql, const QVariantList& values)
{
    const auto query = prepared(sql);
    if (!query)
        return query;
    for (qsizetype i = 0; i < values.size(); ++i) {
        // Qt 6: QVariant::isNull() does not look at the text inside, and the driver does.
        const bool nullText = values[i].metaType() == QMetaType::fromType<QString>() && values[i].toString().isNull();
        (*query)->bindValue(static_cast<int>(i), nullText ? QVariant(u""_s) : values[i]);
    }
    if (!(*query)->exec())
        return failure((*query)->lastError());
    return query;
}

Expected<QVariant> Database::value(const QString& sql, const QVariantList& values)
{
    const auto query = run(sql, values);
    if (!query)
        return std::unexpected(query.error());
    QVariant first;
    if ((*query)->next())
        first = (*query)->value(0);
    if (const auto ok = ended(**query); !ok)
        return std::unexpected(ok.error());
    return first;
}

Done Database::ended(QSqlQuery& query)
{
    const QSqlError trouble = query.lastError();
    query.finish();
    if (trouble.isValid())
        return failure(trouble);
    return {};
}

Done Database::transaction(const std::function<Done()>& work)
{
    if (const auto ok = run(u"BEGIN IMMEDIATE"_s); !ok)
        return std::unexpected(ok.error());
    auto done = work();
    if (done) {
        if (const auto ok = run(u"COMMIT"_s); !ok)
            done = std::unexpected(ok.error());
    }
    // SQLite may have rolled back by itself (full disk); then this says so, and that is fine.
    if (!done)
        (void)run(u"ROLLBACK"_s);
    return done;
}

std::unexpected<Error> Database::failure(const QSqlError& error)
{
    const QString detail = error.text() + u" ("_s + error.nativeErrorCode() + u')';
    switch (error.nativeErrorCode().toInt() & 0xff) {
    case Full:
        return std::unexpected(diskError(ENOSPC, u"sqlite"_s, m_file));
    case IoError: {
        // Where the files beside the database find no room, SQLite says no more than this.
        struct statvfs volume{};
        const bool isFull = ::statvfs(QFile::encodeName(m_file).constData(), &volume) == 0
            && volume.f_bavail * volume.f_frsize < 256 * 1024;
        return std::unexpected(diskError(isFull ? ENOSPC : EIO, detail, m_file));
    }
    case Perm:
    case ReadOnlyFile:
    case CantOpen:
        return std::unexpected(diskError(EACCES, detail, m_file));
    case Busy:
    case Locked:
        return fail(ErrorKind::Busy, u"database_busy"_s,
                    Say::tr("Another process is using %1. Try again in a moment.").arg(m_file), detail,
                    Retry::Automatic);
    case Corrupt:
    case NotADatabase:
        // The next start is to look closely.
        m_checked = false;
        return damagedFile(m_file, detail);
    default:
        return fail(ErrorKind::Failed, u"database_error"_s,
                    Say::tr("%1 could not be used (%2).").arg(m_file, error.databaseText()), detail);
    }
}

} // namespace hugger
