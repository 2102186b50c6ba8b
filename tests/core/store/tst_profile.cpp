// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "storefixture.h"

#include "store/profile.h"

#include <QtCore/QRegularExpression>

#include <sys/stat.h>
#include <unistd.h>

using namespace hugger;
using namespace hugger::test;

class ProfileTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();

    void openMakesAPrivateFolder();
    void openRefusesAFile();
    void settings_data();
    void settings();
    void endpointOfTheEnvironment();
    void oneLockAtATime();
    void firstStoreIsMadeByItself();
    void addAndOpen();
    void refusals();
    void unpluggedStoreIsNotMadeAnew();
    void movedStoreIsFoundAgain();
    void copiedStoreIsRefused();
    void movedProfileKeepsItsStore();
    void garbledListIsRebuilt_data();
    void garbledListIsRebuilt();
    void newerListIsLeftAlone();

private:
    QString path(const QString& name) const { return m_dir->filePath(name); }

    std::unique_ptr<QTemporaryDir> m_dir;
    std::optional<Profile> m_profile;
};

void ProfileTest::init()
{
    qunsetenv("HF_ENDPOINT");
    m_dir = std::make_unique<QTemporaryDir>();
    auto profile = Profile::open(path(u"profile"_s));
    VERIFY_OK(profile);
    m_profile.emplace(*std::move(profile));
}

void ProfileTest::openMakesAPrivateFolder()
{
    VERIFY_OK(Profile::open(path(u"a/b/c"_s)));
    struct stat status{};
    QCOMPARE(::stat(QFile::encodeName(path(u"a/b/c"_s)).constData(), &status), 0);
    QCOMPARE(status.st_mode & 0777U, 0700U);
    const auto standard = Profile::open({});
    VERIFY_OK(standard);
    QVERIFY(QDir::isAbsolutePath(standard->folder()));
}

void ProfileTest::openRefusesAFile()
{
    writeFile(path(u"file"_s), "x");
    COMPARE_CODE(Profile::open(path(u"file"_s)), u"bad_profile"_s);
}

void ProfileTest::settings_data()
{
    QTest::addColumn<QByteArray>("ini");
    QTest::addColumn<int>("connections");
    QTest::addColumn<qint64>("bandwidth");
    QTest::addColumn<int>("trashDays");
    QTest::addColumn<QString>("endpoint");
    const auto hub = u"https://huggingface.co"_s;
    QTest::newRow("none") << QByteArray() << 16 << 0LL << 7 << hub;
    QTest::newRow("good")
        << "connections=4\nbandwidth=5000000000\ntrash_days=0\nendpoint=http://mirror.lan:8080/hf/\n"_ba << 4
        << 5'000'000'000LL << 0 << u"http://mirror.lan:8080/hf"_s;
    QTest::newRow("words") << "connections=many\nbandwidth=fast\ntrash_days=\n"_ba << 16 << 0LL << 7 << hub;
    QTest::newRow("out of range") << "connections=1000\nbandwidth=-1\ntrash_days=99999\n"_ba << 16 << 0LL << 7 << hub;
    QTest::newRow("too large to be") << "connections=99999999999999999999\n"_ba << 16 << 0LL << 7 << hub;
    QTest::newRow("bad endpoint") << "endpoint=file:///etc\n"_ba << 16 << 0LL << 7 << hub;
    QTest::newRow("garbage") << QByteArray("\x00\xff[[[==\n", 9) << 16 << 0LL << 7 << hub;
}

void ProfileTest::settings()
{
    QFETCH(const QByteArray, ini);
    QFETCH(const int, connections);
    QFETCH(const qint64, bandwidth);
    QFETCH(const int, trashDays);
    QFETCH(const QString, endpoint);
    writeFile(path(u"profile/settings.ini"_s), ini);
    const auto settings = m_profile->settings();
    VERIFY_OK(settings);
    QCOMPARE(settings->connections, connections);
    QCOMPARE(settings->bandwidth, bandwidth);
    QCOMPARE(settings->trashDays, trashDays);
    QCOMPARE(settings->endpoint.toString(), endpoint);
    QCOMPARE(readFile(path(u"profile/settings.ini"_s)), ini);
}

void ProfileTest::endpointOfTheEnvironment()
{
    writeFile(path(u"profile/settings.ini"_s), "endpoint=http://from-settings\n");
    qputenv("HF_ENDPOINT", "http://127.0.0.1:4848/");
    QCOMPARE(m_profile->settings()->endpoint.toString(), u"http://127.0.0.1:4848"_s);
    qputenv("HF_ENDPOINT", "ftp://x");
    QVERIFY(!m_profile->settings());
    qputenv("HF_ENDPOINT", "");
    QCOMPARE(m_profile->settings()->endpoint.toString(), u"http://from-settings"_s);
}

void ProfileTest::oneLockAtATime()
{
    auto second = Profile::open(m_profile->folder());
    VERIFY_OK(second);
    QVERIFY(!m_profile->isLocked());
    VERIFY_OK(m_profile->lock());
    VERIFY_OK(m_profile->lock());
    QVERIFY(m_profile->isLocked());
    const auto busy = second->lock();
    COMPARE_CODE(busy, u"profile_busy"_s);
    QCOMPARE(busy.error().kind, ErrorKind::Busy);
    QCOMPARE(exitCode(busy.error().kind), 8);
    QVERIFY(busy.error().message.contains(QString::number(::getpid())));
    QVERIFY(!second->isLocked());
    // A child that outlives us must not hold it for us.
    QProcess child;
    child.start(u"sleep"_s, {u"60"_s});
    QVERIFY(child.waitForStarted());
    m_profile.reset();
    VERIFY_OK(second->lock());
    child.kill();
    child.waitForFinished();
}

void ProfileTest::firstStoreIsMadeByItself()
{
    QCOMPARE(m_profile->stores()->size(), 0);
    const auto store = m_profile->openStore({});
    VERIFY_OK(store);
    QCOMPARE(store->folder(), path(u"profile/store"_s));
    QCOMPARE(m_profile->stores()->size(), 1);
    QVERIFY(m_profile->stores()->first().isDefault);
    QCOMPARE(m_profile->openStore({})->identity(), store->identity());
    QCOMPARE(m_profile->openStore(store->identity().id)->identity(), store->identity());
    QCOMPARE(m_profile->openStore(store->identity().label)->identity(), store->identity());
}

void ProfileTest::addAndOpen()
{
    const auto first = m_profile->addStore(path(u"disk1"_s), u"one"_s);
    const auto second = m_profile->addStore(path(u"disk2"_s), {});
    VERIFY_OK(first);
    VERIFY_OK(second);
    QVERIFY(first->isDefault);
    QVERIFY(!second->isDefault);
    QCOMPARE(second->identity.label, u"disk2"_s);
    QCOMPARE(m_profile->openStore(u"disk2"_s)->folder(), path(u"disk2"_s));
    QCOMPARE(m_profile->openStore({})->folder(), path(u"disk1"_s));
    const auto none = m_profile->openStore(u"three"_s);
    COMPARE_CODE(none, u"no_such_store"_s);
    QCOMPARE(none.error().kind, ErrorKind::NotHeld);
    // Again is no harm, and renames it here.
    VERIFY_OK(m_profile->addStore(path(u"disk2"_s), u"two"_s));
    QCOMPARE(m_profile->stores()->size(), 2);
    QCOMPARE(m_profile->openStore(u"two"_s)->folder(), path(u"disk2"_s));
}

void ProfileTest::refusals()
{
    VERIFY_OK(m_profile->addStore(path(u"disk/one"_s), u"one"_s));
    COMPARE_CODE(m_profile->addStore(path(u"disk/two"_s), u"one"_s), u"label_taken"_s);
    QVERIFY(!QFile::exists(path(u"disk/two"_s)));
    COMPARE_CODE(m_profile->addStore(path(u"disk/one/hub/inner"_s), u"x"_s), u"store_inside"_s);
    COMPARE_CODE(m_profile->addStore(path(u"disk"_s), u"x"_s), u"store_inside"_s);
    QVERIFY(QFile::link(path(u"disk/one"_s), path(u"link"_s)));
    COMPARE_CODE(m_profile->addStore(path(u"link/objects/x"_s), u"x"_s), u"store_inside"_s);
    // One that no profile knows.
    VERIFY_OK(Store::create(path(u"stranger"_s), u"s"_s));
    COMPARE_CODE(m_profile->addStore(path(u"stranger/a/b"_s), u"x"_s), u"store_inside"_s);
    writeFile(path(u"home/thesis.txt"_s), "x");
    COMPARE_CODE(m_profile->addStore(path(u"home"_s), u"x"_s), u"folder_not_empty"_s);
    COMPARE_CODE(m_profile->addStore(path(u"new"_s), u"a\nb"_s), u"bad_label"_s);
    QCOMPARE(m_profile->stores()->size(), 1);
}

void ProfileTest::unpluggedStoreIsNotMadeAnew()
{
    VERIFY_OK(m_profile->openStore({}));
    QVERIFY(QDir().rename(path(u"profile/store"_s), path(u"away"_s)));
    QDir().mkpath(path(u"profile/store"_s));
    COMPARE_CODE(m_profile->openStore({}), u"store_unplugged"_s);
    QVERIFY(QDir(path(u"profile/store"_s)).isEmpty());
    QCOMPARE(m_profile->stores()->size(), 1);
    VERIFY_OK(Store::create(path(u"profile/store"_s), u"other"_s));
    COMPARE_CODE(m_profile->openStore({}), u"store_unplugged"_s);
}

void ProfileTest::movedStoreIsFoundAgain()
{
    const auto made = m_profile->addStore(path(u"disk1"_s), u"one"_s);
    VERIFY_OK(made);
    QVERIFY(QDir().rename(path(u"disk1"_s), path(u"disk2"_s)));
    const auto again = m_profile->addStore(path(u"disk2"_s), {});
    VERIFY_OK(again);
    QCOMPARE(again->identity, made->identity);
    QVERIFY(again->isDefault);
    QCOMPARE(m_profile->stores()->size(), 1);
    QCOMPARE(m_profile->openStore(u"one"_s)->folder(), path(u"disk2"_s));
}

void ProfileTest::copiedStoreIsRefused()
{
    VERIFY_OK(m_profile->addStore(path(u"disk1"_s), u"one"_s));
    QCOMPARE(run(u"cp"_s, {u"-a"_s, path(u"disk1"_s), path(u"disk2"_s)}, m_dir->path()).exitCode, 0);
    COMPARE_CODE(m_profile->addStore(path(u"disk2"_s), u"two"_s), u"store_copy"_s);
    QCOMPARE(m_profile->openStore(u"one"_s)->folder(), path(u"disk1"_s));
}

void ProfileTest::movedProfileKeepsItsStore()
{
    const auto store = m_profile->openStore({});
    VERIFY_OK(store);
    QVERIFY(QDir().rename(path(u"profile"_s), path(u"moved"_s)));
    auto moved = Profile::open(path(u"moved"_s));
    VERIFY_OK(moved);
    const auto again = moved->openStore({});
    VERIFY_OK(again);
    QCOMPARE(again->identity(), store->identity());
    QCOMPARE(again->folder(), path(u"moved/store"_s));
}

void ProfileTest::garbledListIsRebuilt_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("zeros") << QByteArray(64, '\0');
    QTest::newRow("cut") << R"({"format":1,"stores":[{"id")"_ba;
    QTest::newRow("other types") << R"({"format":1,"stores":[1]})"_ba;
    QTest::newRow("bad id") << R"({"format":1,"stores":[{"id":"x","label":"y","folder":"z"}]})"_ba;
}

void ProfileTest::garbledListIsRebuilt()
{
    QFETCH(const QByteArray, json);
    const auto store = m_profile->openStore({});
    VERIFY_OK(store);
    writeFile(path(u"profile/stores.json"_s), json);
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"put aside"_s));
    const auto stores = m_profile->stores();
    VERIFY_OK(stores);
    QCOMPARE(stores->size(), 1);
    QCOMPARE(stores->first().identity, store->identity());
    QVERIFY(stores->first().isDefault);
    const auto aside = QDir(path(u"profile"_s)).entryList({u"stores.json.damaged-*"_s});
    QCOMPARE(aside.size(), 1);
    QCOMPARE(readFile(path(u"profile/"_s + aside.first())), json);
    QCOMPARE(m_profile->openStore({})->identity(), store->identity());
}

void ProfileTest::newerListIsLeftAlone()
{
    const QByteArray json = R"({"format":2,"stores":{}})";
    writeFile(path(u"profile/stores.json"_s), json);
    COMPARE_CODE(m_profile->stores(), u"stores_newer"_s);
    COMPARE_CODE(m_profile->openStore({}), u"stores_newer"_s);
    QCOMPARE(readFile(path(u"profile/stores.json"_s)), json);
}

QTEST_GUILESS_MAIN(ProfileTest)
#include "tst_profile.moc"
