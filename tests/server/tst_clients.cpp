// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/server/clients.h"
#include "base/format.h"

#include <QtCore/QCryptographicHash>
#include <QtCore/QDir>
#include <QtCore/QFileInfo>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QMessageAuthenticationCode>
#include <QtCore/QRegularExpression>
#include <QtCore/QTemporaryDir>
#include <QtCore/QTimeZone>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

#include <sys/stat.h>

using namespace Qt::StringLiterals;
using namespace hugger;

namespace {

const QByteArray firefox = "moz-extension://5f0c3c1e-1111-4a5b-9f64-0a1b2c3d4e5f";
const QByteArray chrome = "chrome-extension://abcdefghijklmnopabcdefghijklmnop";

/// A profile and its file.
struct Folder {
    QTemporaryDir dir;
    [[nodiscard]] QString file() const { return dir.filePath(u"clients.json"_s); }
    [[nodiscard]] QByteArray bytes() const
    {
        QFile file(this->file());
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    void write(const QByteArray& bytes) const
    {
        QFile file(this->file());
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("cannot write");
    }
    [[nodiscard]] QJsonObject firstClient() const
    {
        return QJsonDocument::fromJson(bytes()).object().value("clients"_L1).toArray().first().toObject();
    }
};

} // namespace

class TestClients final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void keepsTokensByHash();
    void survivesARestart();
    void knowsWhoseTokenItIs();
    void refusesStrangers_data();
    void refusesStrangers();
    void ownsTheOwner();
    void revokes();
    void refusesToForgetQuietly();
    void triesAgain();
    void notesUse();
    void provesItself();
    void takesNoMoreThanItMay();
    void putsAsideWhatIsGarbled_data();
    void putsAsideWhatIsGarbled();
    void keepsWhatANewerOneWrote();
    void keepsWhatItCannotRead_data();
    void keepsWhatItCannotRead();
    void overwritesNothingItCannotPutAside();
    void remembersRefusals();
    void cleansNames_data();
    void cleansNames();
};

void TestClients::keepsTokensByHash()
{
    const Folder folder;
    Clients clients(folder.dir.path());
    QSignalSpy changed(&clients, &Clients::changed);
    const auto added = clients.add(u"Firefox on Linux"_s, firefox);
    QVERIFY(added);
    QCOMPARE(changed.size(), 1);
    const auto& [client, token] = *added;
    static const QRegularExpression form(u"^hugger_[A-Za-z0-9_-]{43}$"_s);
    QVERIFY2(form.match(QString::fromLatin1(token)).hasMatch(), token.constData());
    QCOMPARE(QByteArray::fromBase64(token.sliced(7), QByteArray::Base64UrlEncoding).size(), 32);
    // On disk already, for its owner alone, and without the token.
    struct stat info{};
    QCOMPARE(::stat(QFile::encodeName(folder.file()).constData(), &info), 0);
    QCOMPARE(info.st_mode & 07777, 0600U);
    QVERIFY(!folder.bytes().contains(token.sliced(7)));
    QCOMPARE(folder.firstClient()["token_sha256"_L1].toString().toLatin1(),
             QCryptographicHash::hash(token, QCryptographicHash::Sha256).toHex());
    QCOMPARE(client.name, u"Firefox on Linux"_s);
    QCOMPARE(client.origin, QString::fromLatin1(firefox));
    QVERIFY(!client.lastUsedAt.isValid());

    const auto other = clients.add(u"Chrome on Linux"_s, chrome);
    QVERIFY(other);
    QVERIFY(other->second != token);
    QVERIFY(other->first.id != client.id);
    QCOMPARE(clients.all().size(), 2);
    QCOMPARE(clients.all().first(), other->first); // the newest first
}

void TestClients::survivesARestart()
{
    const Folder folder;
    QByteArray token;
    QList<PairedClient> before;
    {
        Clients clients(folder.dir.path());
        token = clients.add(u"Chrome"_s, chrome).value().second;
        (void)clients.add(u"backup script"_s, {}).value();
        before = clients.all();
    }
    Clients clients(folder.dir.path());
    QCOMPARE(clients.all(), before);
    QCOMPARE(clients.callerOf(token, chrome).kind, Caller::Kind::Client);
}

void TestClients::knowsWhoseTokenItIs()
{
    const Folder folder;
    Clients clients(folder.dir.path());
    const auto [browser, browserToken] = clients.add(u"Chrome"_s, chrome).value();
    const auto [script, scriptToken] = clients.add(u"script"_s, {}).value();
    const Caller caller = clients.callerOf(browserToken, chrome);
    QCOMPARE(caller.kind, Caller::Kind::Client);
    QCOMPARE(caller.client, browser.id);
    QCOMPARE(caller.origin, chrome);
    // Browsers send no Origin when they only read.
    QCOMPARE(clients.callerOf(browserToken, {}).client, browser.id);
    QCOMPARE(clients.callerOf(scriptToken, {}).client, script.id);
}

void TestClients::refusesStrangers_data()
{
    QTest::addColumn<QByteArray>("token");
    QTest::addColumn<QByteArray>("origin");
    const QByteArray right = "RIGHT";
    QTest::newRow("nothing") << QByteArray() << chrome;
    QTest::newRow("another") << QByteArray("hugger_" + QByteArray(43, 'A')) << chrome;
    QTest::newRow("without the prefix") << QByteArray("BARE") << chrome;
    QTest::newRow("the hash itself") << QByteArray("HASH") << chrome;
    QTest::newRow("from another origin") << right << firefox;
    QTest::newRow("from a longer origin") << right << QByteArray(chrome + "x");
    QTest::newRow("a script's from a browser") << QByteArray("SCRIPT") << chrome;
}

void TestClients::refusesStrangers()
{
    QFETCH(QByteArray, token);
    QFETCH(const QByteArray, origin);
    const Folder folder;
    Clients clients(folder.dir.path());
    const QByteArray right = clients.add(u"Chrome"_s, chrome).value().second;
    const QByteArray script = clients.add(u"script"_s, {}).value().second;
    if (token == "RIGHT")
        token = right;
    else if (token == "BARE")
        token = right.sliced(7);
    else if (token == "HASH")
        token = QCryptographicHash::hash(right, QCryptographicHash::Sha256);
    else if (token == "SCRIPT")
        token = script;
    const Caller caller = clients.callerOf(token, origin);
    QCOMPARE(caller.kind, Caller::Kind::Anybody);
    QVERIFY(caller.client.isEmpty());
    for (const PairedClient& client : clients.all())
        QVERIFY(!client.lastUsedAt.isValid());
}

void TestClients::ownsTheOwner()
{
    const Folder folder;
    QByteArray before;
    {
        Clients clients(folder.dir.path());
        before = clients.ownerToken();
        QCOMPARE(before.size(), 50);
        QCOMPARE(clients.callerOf(before, {}).kind, Caller::Kind::Owner);
        // A browser never has it, wherever it got it from.
        QCOMPARE(clients.callerOf(before, chrome).kind, Caller::Kind::Anybody);
    }
    Clients clients(folder.dir.path());
    QVERIFY(clients.ownerToken() != before);
    QCOMPARE(clients.callerOf(before, {}).kind, Caller::Kind::Anybody);
    QVERIFY(!QFileInfo::exists(folder.file())); // nothing to keep
}

void TestClients::revokes()
{
    const Folder folder;
    Clients clients(folder.dir.path());
    const auto [client, token] = clients.add(u"Chrome"_s, chrome).value();
    (void)clients.add(u"Firefox"_s, firefox).value();
    QSignalSpy changed(&clients, &Clients::changed);
    QVERIFY(clients.revoke(client.id));
    QCOMPARE(changed.size(), 1);
    QCOMPARE(clients.callerOf(token, chrome).kind, Caller::Kind::Anybody);
    QVERIFY(clients.proof(client.id, "0123456789abcdef").isEmpty());
    QCOMPARE(clients.all().size(), 1);
    QCOMPARE(clients.revoke(client.id).error().code, u"no_such_client"_s);
    const Clients again(folder.dir.path());
    QCOMPARE(again.all().size(), 1);
    QCOMPARE(again.all().first().name, u"Firefox"_s);
}

void TestClients::refusesToForgetQuietly()
{
    Folder folder;
    Clients clients(folder.dir.path());
    const auto [client, token] = clients.add(u"Chrome"_s, chrome).value();
    folder.dir.remove(); // nothing can be written any more
    QSignalSpy trouble(&clients, &Clients::trouble);
    QSignalSpy recovered(&clients, &Clients::recovered);
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"."_s));
    QVERIFY(!clients.add(u"Firefox"_s, firefox));
    QCOMPARE(clients.all().size(), 1);
    QCOMPARE(trouble.size(), 1);
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"."_s));
    QVERIFY(!clients.revoke(client.id));
    QCOMPARE(trouble.size(), 2);
    QCOMPARE(trouble.last().first().value<Error>().kind, ErrorKind::Disk);
    QCOMPARE(clients.findChild<QTimer*>()->intervalAsDuration(), std::chrono::minutes(1));
    QCOMPARE(clients.callerOf(token, chrome).kind, Caller::Kind::Anybody);
    // Once it can be written again, it is.
    QVERIFY(QDir().mkpath(folder.dir.path()));
    clients.findChild<QTimer*>()->start(0);
    QTRY_VERIFY(QFileInfo::exists(folder.file()));
    QTRY_VERIFY(folder.firstClient().isEmpty() && !folder.bytes().isEmpty());
    QTRY_COMPARE(recovered.size(), 1);
    QCOMPARE(trouble.size(), 2);
    QDir(folder.dir.path()).removeRecursively();
}

/// What is written behind the scenes is not lost in silence either.
void TestClients::triesAgain()
{
    Folder folder;
    Clients clients(folder.dir.path());
    folder.dir.remove();
    QSignalSpy trouble(&clients, &Clients::trouble);
    QSignalSpy recovered(&clients, &Clients::recovered);
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"."_s));
    clients.setRefusals({{chrome, 1, QDateTime::currentDateTimeUtc()}});
    QTRY_COMPARE(trouble.size(), 1);
    auto* const due = clients.findChild<QTimer*>();
    QVERIFY(due->isActive());
    QVERIFY(QDir().mkpath(folder.dir.path()));
    due->start(0);
    QTRY_COMPARE(recovered.size(), 1);
    QVERIFY(folder.bytes().contains(chrome));
    QDir(folder.dir.path()).removeRecursively();
}

void TestClients::notesUse()
{
    const Folder folder;
    {
        Clients clients(folder.dir.path());
        const QByteArray token = clients.add(u"Chrome"_s, chrome).value().second;
        const QByteArray before = folder.bytes();
        QSignalSpy changed(&clients, &Clients::changed);
        const QDateTime start = QDateTime::currentDateTimeUtc().addSecs(-60);
        for (int i = 0; i < 100; ++i)
            QCOMPARE(clients.callerOf(token, chrome).kind, Caller::Kind::Client);
        const QDateTime used = clients.all().first().lastUsedAt;
        QCOMPARE(used.time().second(), 0);
        QVERIFY(used > start && used <= QDateTime::currentDateTimeUtc());
        // At most two, where a minute began in between.
        QVERIFY(changed.size() >= 1 && changed.size() <= 2);
        QCOMPARE(folder.bytes(), before);
        auto* const due = clients.findChild<QTimer*>();
        QVERIFY(due && due->isActive());
        QCOMPARE(due->intervalAsDuration(), std::chrono::hours(1)); // somebody polls every second
        due->start(0);
        QTRY_VERIFY(folder.firstClient().contains("last_used_at"_L1));
        QVERIFY(!due->isActive());
    }
    // At the end, too.
    folder.write(QByteArray(folder.bytes()).replace("last_used_at", "ignored_by_us"));
    QByteArray token;
    {
        Clients clients(folder.dir.path());
        token = clients.add(u"Firefox"_s, firefox).value().second;
        (void)clients.callerOf(token, firefox);
        QVERIFY(!folder.firstClient().contains("last_used_at"_L1));
    }
    QVERIFY(folder.firstClient().contains("last_used_at"_L1));
    const Clients again(folder.dir.path());
    QVERIFY(again.all().first().lastUsedAt.isValid());
    QVERIFY(!again.all().last().lastUsedAt.isValid());
}

void TestClients::provesItself()
{
    const Folder folder;
    Clients clients(folder.dir.path());
    const auto [client, token] = clients.add(u"Chrome"_s, chrome).value();
    const auto expected = [](const QByteArray& of, const QByteArray& challenge) {
        return QMessageAuthenticationCode::hash(QByteArray("hugger-proof\n" + challenge),
                                                QCryptographicHash::hash(of, QCryptographicHash::Sha256),
                                                QCryptographicHash::Sha256)
            .toHex();
    };
    QCOMPARE(clients.proof(client.id, "a challenge of some length"), expected(token, "a challenge of some length"));
    QCOMPARE(clients.proof(u"owner"_s, "0123456789abcdef"), expected(clients.ownerToken(), "0123456789abcdef"));
    QVERIFY(clients.proof(u"0011223344556677"_s, "0123456789abcdef").isEmpty());
    QVERIFY(clients.proof({}, "0123456789abcdef").isEmpty());
}

void TestClients::takesNoMoreThanItMay()
{
    const Folder folder;
    Clients clients(folder.dir.path());
    for (int i = 0; i < Clients::most; ++i) {
        QVERIFY(!clients.isFull());
        QVERIFY(clients.add(u"program %1"_s.arg(i), {}));
    }
    QVERIFY(clients.isFull());
    QCOMPARE(clients.add(u"one more"_s, {}).error().code, u"too_many_clients"_s);
    QVERIFY(clients.revoke(clients.all().last().id));
    QVERIFY(clients.add(u"one more"_s, {}));
}

void TestClients::putsAsideWhatIsGarbled_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("cut") << QByteArray(R"({"format":1,"clients":[{"id":"00)");
    QTest::newRow("array") << QByteArray("[]");
    QTest::newRow("no format") << QByteArray(R"({"clients":[],"refusals":[]})");
    QTest::newRow("format 0") << QByteArray(R"({"format":0,"clients":[],"refusals":[]})");
    QTest::newRow("no hash") << QByteArray(
        R"({"format":1,"clients":[{"id":"1","name":"a","paired_at":"2026-11-20T10:00:00Z"}],"refusals":[]})");
    QTest::newRow("short hash") << QByteArray(
        R"({"format":1,"clients":[{"id":"1","name":"a","paired_at":"2026-11-20T10:00:00Z","token_sha256":"00"}]})");
    QTest::newRow("bad refusal") << QByteArray(R"({"format":1,"clients":[],"refusals":[{"times":"many"}]})");
}

void TestClients::putsAsideWhatIsGarbled()
{
    QFETCH(const QByteArray, bytes);
    const Folder folder;
    folder.write(bytes);
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"put aside"_s));
    Clients clients(folder.dir.path());
    QSignalSpy trouble(&clients, &Clients::trouble);
    QTRY_COMPARE(trouble.size(), 1);
    QCOMPARE(trouble.first().first().value<Error>().code, u"clients_damaged"_s);
    QVERIFY(clients.all().isEmpty());
    QVERIFY(clients.add(u"Chrome"_s, chrome));
    const QStringList aside = QDir(folder.dir.path()).entryList({u"clients.json.damaged-*"_s}, QDir::Files);
    QCOMPARE(aside.size(), 1);
    QFile kept(folder.dir.filePath(aside.first()));
    QVERIFY(kept.open(QIODevice::ReadOnly));
    QCOMPARE(kept.readAll(), bytes);
}

void TestClients::keepsWhatANewerOneWrote()
{
    const QByteArray newer = R"({"format":2,"people":{"1":"Firefox"}})";
    const Folder folder;
    folder.write(newer);
    {
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"newer version"_s));
        Clients clients(folder.dir.path());
        QSignalSpy trouble(&clients, &Clients::trouble);
        QTRY_COMPARE(trouble.size(), 1);
        QCOMPARE(trouble.first().first().value<Error>().code, u"clients_newer"_s);
        QCOMPARE(clients.unusable()->code, u"clients_newer"_s);
        QCOMPARE(clients.add(u"Chrome"_s, chrome).error().code, u"clients_newer"_s);
        clients.setRefusals({{chrome, 1, QDateTime::currentDateTimeUtc()}});
        // The owner's token is none of that file's business.
        QCOMPARE(clients.callerOf(clients.ownerToken(), {}).kind, Caller::Kind::Owner);
    }
    QCOMPARE(folder.bytes(), newer);
    QCOMPARE(QDir(folder.dir.path()).entryList(QDir::Files), QStringList{u"clients.json"_s});
}

void TestClients::keepsWhatItCannotRead_data()
{
    QTest::addColumn<bool>("isFolder");
    QTest::newRow("a folder") << true;
    QTest::newRow("too large") << false;
}

void TestClients::keepsWhatItCannotRead()
{
    QFETCH(const bool, isFolder);
    const Folder folder;
    if (isFolder) {
        QVERIFY(QDir().mkpath(folder.file()));
    } else {
        folder.write("{");
        QVERIFY(QFile::resize(folder.file(), 1024 * 1024 + 1));
    }
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"cannot be read"_s));
    Clients clients(folder.dir.path());
    QSignalSpy trouble(&clients, &Clients::trouble);
    QTRY_COMPARE(trouble.size(), 1);
    QCOMPARE(trouble.first().first().value<Error>().code, u"clients_unreadable"_s);
    QCOMPARE(clients.add(u"Chrome"_s, chrome).error().code, u"clients_unreadable"_s);
    QCOMPARE(QFileInfo(folder.file()).isDir(), isFolder);
    QCOMPARE(QDir(folder.dir.path()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot),
             QStringList{u"clients.json"_s});
}

void TestClients::overwritesNothingItCannotPutAside()
{
    const Folder folder;
    folder.write("garbled");
    // Where it would be put there is something already, whichever second it is.
    const QDateTime now = QDateTime::currentDateTimeUtc();
    for (int i = 0; i < 30; ++i) {
        const QString time = isoTime(now.addSecs(i)).remove(u'-').remove(u':');
        QVERIFY(QDir().mkpath(folder.file() + u".damaged-"_s + time));
    }
    Clients clients(folder.dir.path());
    QSignalSpy trouble(&clients, &Clients::trouble);
    QTRY_COMPARE(trouble.size(), 1);
    QVERIFY(trouble.first().first().value<Error>().message.contains(u"cannot be put aside"_s));
    QVERIFY(!clients.add(u"Chrome"_s, chrome));
    QVERIFY(clients.all().isEmpty());
    clients.setRefusals({{chrome, 1, now}});
    QCOMPARE(folder.bytes(), "garbled");
}

void TestClients::remembersRefusals()
{
    const Folder folder;
    const QList<Refusal> refusals{{chrome, 2, QDateTime(QDate(2026, 11, 20), QTime(10, 0), QTimeZone::UTC)},
                                  {QByteArray(), 1, QDateTime(QDate(2026, 11, 20), QTime(9, 0), QTimeZone::UTC)}};
    {
        Clients clients(folder.dir.path());
        (void)clients.add(u"Firefox"_s, firefox).value();
        clients.setRefusals(refusals);
        QCOMPARE(clients.refusals(), refusals);
    }
    const Clients again(folder.dir.path());
    QCOMPARE(again.refusals(), refusals);
    QCOMPARE(again.all().size(), 1);
}

void TestClients::cleansNames_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("clean");
    QTest::newRow("plain") << u"Firefox on Linux"_s << u"Firefox on Linux"_s;
    QTest::newRow("other letters") << u"Chrome für Müller 🦊 浏览器"_s << u"Chrome für Müller 🦊 浏览器"_s;
    QTest::newRow("lines") << u"  Firefox\n\ton\u2028Linux\r\n"_s << u"Firefox on Linux"_s;
    QTest::newRow("turned round") << u"\u202egpj.exe\u2066 x"_s << u"gpj.exe x"_s;
    QTest::newRow("hidden") << u"Fire\u200b\u00ad\ufefffox\U000e0041"_s << u"Firefox"_s;
    QTest::newRow("control") << u"a\x1b[31mb\x7f"_s << u"a [31mb"_s;
    QTest::newRow("lone surrogate") << QString(u"a"_s + QChar(0xd800) + u"b"_s) << u"a\ufffdb"_s;
    QTest::newRow("nothing") << u" \n\u200b "_s << QString(u""_s);
    QTest::newRow("long") << QString(200, u'x') << QString(60, u'x');
    QTest::newRow("long, ends with a pair") << QString(QString(59, u'x') + u"🦊🦊"_s) << QString(59, u'x');
}

void TestClients::cleansNames()
{
    QFETCH(const QString, name);
    QTEST(Clients::cleanName(name), "clean");
    const Folder folder;
    Clients clients(folder.dir.path());
    QTEST(clients.add(name, {}).value().first.name, "clean");
}

QTEST_GUILESS_MAIN(TestClients)
#include "tst_clients.moc"
