// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "../store/storefixture.h"

#include "catalog/database.h"

#include <QtCore/QRandomGenerator>
#include <QtCore/QRegularExpression>

#include <sched.h>
#include <sys/mount.h>
#include <sys/stat.h>

using namespace hugger;
using namespace hugger::test;

using Access = Database::Access;
using Found = Database::Found;

namespace {

constexpr int newest = 4; // of resources/migrations/state

} // namespace

class DatabaseTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();

    void freshThenGood();
    void settingsThatKeepData();
    void readOnlyOfNothing();
    void readOnlyBesideAWriter();
    void readOnlyAfterTheWriter();
    void readOnlyWritesNothing();
    void olderIsBroughtUpToDate();
    void newerIsRefusedAndUntouched();
    void damagedFilesArePutAside_data();
    void damagedFilesArePutAside();
    void damageAfterACleanEndIsSeen();
    void onlyAnUncleanEndIsChecked();
    void logsGoAsideToo();
    void twoDamagesInOneSecond();
    void textsAndNulls();
    void transactions();
    void errorsAreValues();
    void fullDisk();

private:
    /// A database with rows over many pages, closed cleanly.
    void fill();

    std::unique_ptr<QTemporaryDir> m_dir;
    QString m_file;
};

void DatabaseTest::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    m_file = m_dir->filePath(u"state.db"_s);
}

void DatabaseTest::fill()
{
    const auto database = Database::open(m_file, u"state"_s, Access::ReadWrite);
    VERIFY_OK(database);
    VERIFY_OK((*database)->transaction([&]() -> Done {
        for (int i = 0; i < 2000; ++i) {
            if (const auto ok = (*database)->run(
                    u"INSERT INTO events (type, kind, repo, commit_id, at, detail) VALUES ('x', 'model', ?, '', '', ?)"_s,
                    {u"org/%1"_s.arg(i), QString(100, u'd')});
                !ok)
                return std::unexpected(ok.error());
        }
        return {};
    }));
}

void DatabaseTest::freshThenGood()
{
    {
        const auto database = Database::open(m_file, u"state"_s, Access::ReadWrite);
        VERIFY_OK(database);
        QCOMPARE((*database)->found(), Found::Fresh);
        QCOMPARE((*database)->value(u"PRAGMA user_version"_s)->toInt(), newest);
        VERIFY_OK((*database)->run(
            u"INSERT INTO events (type, kind, repo, commit_id, at, detail) VALUES ('a', 'b', 'c', 'd', 'e', 'f')"_s));
    }
    const auto again = Database::open(m_file, u"state"_s, Access::ReadWrite);
    VERIFY_OK(again);
    QCOMPARE((*again)->found(), Found::Good);
    QCOMPARE((*again)->value(u"SELECT count(*) FROM events"_s)->toInt(), 1);
}

void DatabaseTest::settingsThatKeepData()
{
    const auto database = Database::open(m_file, u"state"_s, Access::ReadWrite);
    VERIFY_OK(database);
    QCOMPARE((*database)->value(u"PRAGMA journal_mode"_s)->toString(), u"wal"_s);
    QCOMPARE((*database)->value(u"PRAGMA synchronous"_s)->toInt(), 2);
    QCOMPARE((*database)->value(u"PRAGMA foreign_keys"_s)->toInt(), 1);
    QVERIFY((*database)->value(u"PRAGMA busy_timeout"_s)->toInt() >= 1000);
    QCOMPARE((*database)->value(u"PRAGMA application_id"_s)->toInt(), 0x68756767);
}

void DatabaseTest::readOnlyOfNothing()
{
    const auto none = Database::open(m_file, u"state"_s, Access::ReadOnly);
    COMPARE_CODE(none, u"database_missing"_s);
    QCOMPARE(none.error().kind, ErrorKind::NotHeld);
    QVERIFY(!QFile::exists(m_file));
    writeFile(m_file, "");
    COMPARE_CODE(Database::open(m_file, u"state"_s, Access::ReadOnly), u"database_missing"_s);
    QCOMPARE(readFile(m_file), ""_ba);
    writeFile(m_file, QByteArray(8192, 'x'));
    COMPARE_CODE(Database::open(m_file, u"state"_s, Access::ReadOnly), u"database_damaged"_s);
    QCOMPARE(readFile(m_file), QByteArray(8192, 'x'));
}

void DatabaseTest::readOnlyBesideAWriter()
{
    const auto writer = Database::open(m_file, u"state"_s, Access::ReadWrite);
    VERIFY_OK(writer);
    const auto reader = Database::open(m_file, u"state"_s, Access::ReadOnly);
    VERIFY_OK(reader);
    const auto insert =
        u"INSERT INTO events (type, kind, repo, commit_id, at, detail) VALUES ('a', 'b', 'c', 'd', 'e', 'f')"_s;
    VERIFY_OK((*writer)->run(insert));
    QCOMPARE((*reader)->value(u"SELECT count(*) FROM events"_s)->toInt(), 1);
    VERIFY_OK((*writer)->transaction([&]() -> Done {
        const auto ok = (*writer)->run(insert);
        if (!ok)
            return std::unexpected(ok.error());
        // Not seen before it is committed, and not waited for either.
        const auto third = Database::open(m_file, u"state"_s, Access::ReadOnly);
        if (!third || (*third)->value(u"SELECT count(*) FROM events"_s)->toInt() != 1)
            return fail(ErrorKind::Failed, u"test"_s, u"the reader saw something else"_s);
        return {};
    }));
    QCOMPARE((*reader)->value(u"SELECT count(*) FROM events"_s)->toInt(), 2);
}

void DatabaseTest::readOnlyAfterTheWriter()
{
    fill();
    const auto reader = Database::open(m_file, u"state"_s, Access::ReadOnly);
    VERIFY_OK(reader);
    QCOMPARE((*reader)->value(u"SELECT count(*) FROM events"_s)->toInt(), 2000);
}

void DatabaseTest::readOnlyWritesNothing()
{
    fill();
    const auto reader = Database::open(m_file, u"state"_s, Access::ReadOnly);
    VERIFY_OK(reader);
    const auto refused = (*reader)->run(u"DELETE FROM events"_s);
    COMPARE_CODE(refused, u"not_writable"_s);
    QCOMPARE((*reader)->value(u"SELECT count(*) FROM events"_s)->toInt(), 2000);
}

void DatabaseTest::olderIsBroughtUpToDate()
{
    {
        const auto database = Database::open(m_file, u"state"_s, Access::ReadWrite);
        VERIFY_OK(database);
        // As 001.sql alone makes it.
        for (const QString& sql :
             {u"DROP TABLE watch"_s, u"DROP INDEX events_by_type"_s, u"ALTER TABLE events DROP COLUMN facts"_s,
              u"DROP INDEX jobs_unfinished"_s, u"ALTER TABLE jobs DROP COLUMN pinned"_s,
              u"ALTER TABLE jobs DROP COLUMN spec"_s, u"ALTER TABLE jobs DROP COLUMN result"_s,
              u"INSERT INTO jobs VALUES (7, 'archive', 'model', 'acme/tiny', 'main', '', '{}', '', 'queued', 0, '', 0, "
              "0, 0, 0, 0, '', '', '')"_s,
              u"PRAGMA user_version = 1"_s})
            VERIFY_OK((*database)->run(sql));
    }
    COMPARE_CODE(Database::open(m_file, u"state"_s, Access::ReadOnly), u"database_older"_s);
    const auto database = Database::open(m_file, u"state"_s, Access::ReadWrite);
    VERIFY_OK(database);
    QCOMPARE((*database)->found(), Found::Good);
    QCOMPARE((*database)->value(u"PRAGMA user_version"_s)->toInt(), newest);
    QCOMPARE((*database)->value(u"SELECT repo FROM jobs WHERE id = 7 AND pinned = 0"_s)->toString(), u"acme/tiny"_s);
    VERIFY_OK(Database::open(m_file, u"state"_s, Access::ReadOnly));
}

void DatabaseTest::newerIsRefusedAndUntouched()
{
    fill();
    VERIFY_OK((*Database::open(m_file, u"state"_s, Access::ReadWrite))->value(u"PRAGMA user_version = 99"_s));
    const QByteArray before = readFile(m_file);
    for (const Access access : {Access::ReadWrite, Access::ReadOnly})
        COMPARE_CODE(Database::open(m_file, u"state"_s, access), u"database_newer"_s);
    QVERIFY(readFile(m_file) == before);
}

void DatabaseTest::damagedFilesArePutAside_data()
{
    QTest::addColumn<QString>("damage");
    for (const char* damage : {"garbage", "zeros", "short", "text", "cut in the middle", "cut in a page",
                               "random pages", "zeroed page", "foreign id", "no version", "other program's"})
        QTest::newRow(damage) << QString::fromLatin1(damage);
}

void DatabaseTest::damagedFilesArePutAside()
{
    QFETCH(const QString, damage);
    fill();
    QByteArray bytes = readFile(m_file);
    QVERIFY(bytes.size() > 40 * 4096);
    if (damage == u"garbage")
        bytes.fill('g');
    else if (damage == u"zeros")
        bytes.fill('\0');
    else if (damage == u"short")
        bytes = "SQLite format 3";
    else if (damage == u"text")
        bytes = "Dear diary,\n";
    else if (damage == u"cut in the middle")
        bytes.truncate(bytes.size() / 2 / 4096 * 4096);
    else if (damage == u"cut in a page")
        bytes.truncate(bytes.size() / 2 + 1000);
    else if (damage == u"zeroed page")
        bytes.replace(20 * 4096, 4096, QByteArray(4096, '\0'));
    else if (damage == u"random pages") {
        QRandomGenerator random(7);
        for (int page = 5; page < 30; ++page) {
            for (int i = 0; i < 4096; ++i)
                bytes[page * 4096 + i] = static_cast<char>(random.bounded(256));
        }
    } else if (damage == u"foreign id")
        bytes[68] = 'x';
    else if (damage == u"no version")
        bytes.replace(60, 4, QByteArray(4, '\0'));
    else if (damage == u"other program's")
        bytes.replace(60, 12, QByteArray(12, '\0'));
    writeFile(m_file, bytes);

    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"was damaged"_s));
    const auto database = Database::open(m_file, u"state"_s, Access::ReadWrite);
    VERIFY_OK(database);
    QCOMPARE((*database)->found(), Found::Recovered);
    QCOMPARE((*database)->value(u"SELECT count(*) FROM events"_s)->toInt(), 0);
    const auto aside = QDir(m_dir->path()).entryList({u"state.db.damaged-*"_s}, QDir::Files, QDir::Name);
    QVERIFY(!aside.isEmpty());
    QVERIFY(readFile(m_dir->filePath(aside.first())) == bytes);
}

void DatabaseTest::damageAfterACleanEndIsSeen()
{
    fill();
    QVERIFY(QFile::exists(m_file + u".clean"_s));
    QByteArray bytes = readFile(m_file);
    bytes.replace(20 * 4096, 100, QByteArray(100, '\xff'));
    writeFile(m_file, bytes); // same size, other time
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"was damaged"_s));
    QCOMPARE((*Database::open(m_file, u"state"_s, Access::ReadWrite))->found(), Found::Recovered);
}

void DatabaseTest::onlyAnUncleanEndIsChecked()
{
    fill();
    const QString mark = m_file + u".clean"_s;
    {
        const auto database = Database::open(m_file, u"state"_s, Access::ReadWrite);
        VERIFY_OK(database);
        QVERIFY2(!QFile::exists(mark), "while it is open, nothing says that it ended cleanly");
    }
    QVERIFY(QFile::exists(mark));
    // Damage that bears the mark of a clean end is not looked for: that is what makes a start cheap.
    QByteArray bytes = readFile(m_file);
    bytes.replace(20 * 4096, 4096, QByteArray(4096, '\0'));
    writeFile(m_file, bytes);
    struct stat status{};
    QCOMPARE(::stat(QFile::encodeName(m_file).constData(), &status), 0);
    writeFile(mark,
              QByteArray::number(qint64{status.st_size}) + ' ' + QByteArray::number(qint64{status.st_mtim.tv_sec}) + '.'
                  + QByteArray::number(qint64{status.st_mtim.tv_nsec}) + '\n');
    {
        const auto database = Database::open(m_file, u"state"_s, Access::ReadWrite);
        VERIFY_OK(database);
        QCOMPARE((*database)->found(), Found::Good);
        // It is found when it is read, and the next start knows.
        const auto rows = (*database)->value(u"SELECT sum(length(detail)) FROM events"_s);
        COMPARE_CODE(rows, u"database_damaged"_s);
    }
    QVERIFY(!QFile::exists(mark));
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"was damaged"_s));
    QCOMPARE((*Database::open(m_file, u"state"_s, Access::ReadWrite))->found(), Found::Recovered);
}

void DatabaseTest::logsGoAsideToo()
{
    writeFile(m_file, "");
    writeFile(m_file + u"-wal"_s, "log");
    writeFile(m_file + u"-shm"_s, "memory");
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"was damaged"_s));
    const auto database = Database::open(m_file, u"state"_s, Access::ReadWrite);
    VERIFY_OK(database);
    QCOMPARE((*database)->found(), Found::Recovered);
    const auto aside = QDir(m_dir->path()).entryList({u"state.db.damaged-*"_s}, QDir::Files, QDir::Name);
    QCOMPARE(aside.size(), 3);
    QCOMPARE(readFile(m_dir->filePath(aside[0] + u"-wal"_s)), "log"_ba);
    QCOMPARE(readFile(m_dir->filePath(aside[0] + u"-shm"_s)), "memory"_ba);
}

void DatabaseTest::twoDamagesInOneSecond()
{
    for (const QByteArray& garbage : {QByteArray(5000, '1'), QByteArray(5000, '2'), QByteArray(5000, '3')}) {
        writeFile(m_file, garbage);
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"was damaged"_s));
        VERIFY_OK(Database::open(m_file, u"state"_s, Access::ReadWrite));
    }
    QCOMPARE(QDir(m_dir->path()).entryList({u"state.db.damaged-*"_s}, QDir::Files).size(), 3);
}

void DatabaseTest::textsAndNulls()
{
    const auto database = Database::open(m_file, u"state"_s, Access::ReadWrite);
    VERIFY_OK(database);
    QCOMPARE((*database)->value(u"SELECT typeof(?)"_s, {QString()})->toString(), u"text"_s);
    QCOMPARE((*database)->value(u"SELECT typeof(?)"_s, {QVariant()})->toString(), u"null"_s);
    QCOMPARE((*database)->value(u"SELECT typeof(?)"_s, {QByteArray("\x00\xff", 2)})->toString(), u"blob"_s);
    QVERIFY(!(*database)->value(u"SELECT id FROM events"_s)->isValid());
}

void DatabaseTest::transactions()
{
    const auto opened = Database::open(m_file, u"state"_s, Access::ReadWrite);
    VERIFY_OK(opened);
    Database& database = **opened;
    const auto insert =
        u"INSERT INTO events (type, kind, repo, commit_id, at, detail) VALUES ('a', 'b', 'c', 'd', 'e', 'f')"_s;
    const auto outcome = database.transaction([&]() -> Done {
        if (const auto ok = database.run(insert); !ok)
            return std::unexpected(ok.error());
        return fail(ErrorKind::Failed, u"changed_my_mind"_s, u"x"_s);
    });
    COMPARE_CODE(outcome, u"changed_my_mind"_s);
    QCOMPARE(database.value(u"SELECT count(*) FROM events"_s)->toInt(), 0);
    VERIFY_OK(database.transaction(
        [&]() -> Done { return database.run(insert) ? Done() : fail(ErrorKind::Failed, u"x"_s, u"x"_s); }));
    QCOMPARE(database.value(u"SELECT count(*) FROM events"_s)->toInt(), 1);
}

void DatabaseTest::errorsAreValues()
{
    const auto database = Database::open(m_file, u"state"_s, Access::ReadWrite);
    VERIFY_OK(database);
    COMPARE_CODE((*database)->run(u"SELECT nonsense FROM nowhere"_s), u"database_error"_s);
    COMPARE_CODE((*database)->run(u"INSERT INTO events (type) VALUES (NULL)"_s), u"database_error"_s);
    COMPARE_CODE(Database::open(m_dir->filePath(u"no/such/folder/x.db"_s), u"state"_s, Access::ReadWrite),
                 u"not_writable"_s);
}

void DatabaseTest::fullDisk()
{
    const QByteArray place = QFile::encodeName(m_dir->path());
    if (::unshare(CLONE_NEWNS) != 0 && ::unshare(CLONE_NEWUSER | CLONE_NEWNS) != 0)
        QSKIP("this process may not have a mount namespace of its own");
    (void)::mount(nullptr, "/", nullptr, MS_REC | MS_PRIVATE, nullptr);
    if (::mount("tmpfs", place.constData(), "tmpfs", 0, "size=1m") != 0)
        QSKIP("this process may not mount a tmpfs");
    {
        const auto database = Database::open(m_file, u"state"_s, Access::ReadWrite);
        VERIFY_OK(database);
        const auto insert =
            u"INSERT INTO events (type, kind, repo, commit_id, at, detail) VALUES ('a', 'b', 'c', 'd', 'e', ?)"_s;
        VERIFY_OK((*database)->run(insert, {u"small"_s}));
        const auto full = (*database)->transaction([&]() -> Done {
            for (int i = 0; i < 1000; ++i) {
                if (const auto ok = (*database)->run(insert, {QString(4000, u'x')}); !ok)
                    return std::unexpected(ok.error());
            }
            return {};
        });
        COMPARE_CODE(full, u"disk_full"_s);
        QCOMPARE(full.error().kind, ErrorKind::Disk);
        QCOMPARE((*database)->value(u"SELECT count(*) FROM events"_s)->toInt(), 1);
    }
    const auto again = Database::open(m_file, u"state"_s, Access::ReadWrite);
    VERIFY_OK(again);
    QCOMPARE((*again)->found(), Found::Good);
    QCOMPARE((*again)->value(u"SELECT count(*) FROM events"_s)->toInt(), 1);
    ::umount2(place.constData(), MNT_DETACH);
}

QTEST_GUILESS_MAIN(DatabaseTest)
#include "tst_database.moc"
