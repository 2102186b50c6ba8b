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
    void newerSettings_data();
    void newerSettings();
    void savesSettings();
    void savedNumbersAreInRange();
    void refusesBadSettings_data();
    void refusesBadSettings();
    void savesTheEndpointOnlyWhenChosen();
    void saysWhenSettingsAreNotSaved();
    void endpointOfTheEnvironment();
    void oneLockAtATime();
    void firstStoreIsMadeByItself();
    void addAndOpen();
    void refusals();
    void renamesStores();
    void choosesTheDefaultStore();
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

void ProfileTest::newerSettings_data()
{
    QTest::addColumn<QByteArray>("ini");
    QTest::addColumn<Settings>("expected");
    Settings plain;
    plain.endpoint = QUrl(u"https://huggingface.co"_s);
    Settings all = plain;
    all.parallelJobs = 5;
    all.watchHours = 48;
    all.proxy = Settings::Proxy::Manual;
    all.proxyUrl = QUrl(u"socks5://proxy.lan:1080"_s);
    all.hasSchedule = true;
    all.from = QTime(1, 30);
    all.to = QTime(23, 59);
    Settings none = plain;
    none.proxy = Settings::Proxy::None;
    none.proxyUrl = QUrl(u"http://proxy.lan:3128"_s);
    QTest::newRow("none") << QByteArray() << plain;
    QTest::newRow("all")
        << "parallel_jobs=5\nwatch_hours=48\nproxy=manual\nproxy_url=socks5://proxy.lan:1080\nschedule=true\n"
           "schedule_from=01:30\nschedule_to=23:59\n"_ba
        << all;
    Settings never = plain;
    never.watchHours = 0;
    QTest::newRow("never watched") << "watch_hours=0\n"_ba << never;
    QTest::newRow("no proxy") << "proxy=none\nproxy_url=http://proxy.lan:3128\n"_ba << none;
    QTest::newRow("bad")
        << "parallel_jobs=0\nwatch_hours=721\nproxy=perhaps\nproxy_url=ftp://x\nschedule=maybe\nschedule_from=25:00\n"
           "schedule_to=late\n"_ba
        << plain;
    QTest::newRow("manual without an address") << "proxy=manual\n"_ba << plain;
    QTest::newRow("an address with a path") << "proxy=manual\nproxy_url=http://proxy.lan/path\n"_ba << plain;
    QTest::newRow("an address without a host") << "proxy=manual\nproxy_url=http://:80\n"_ba << plain;
}

void ProfileTest::newerSettings()
{
    QFETCH(const QByteArray, ini);
    QFETCH(const Settings, expected);
    writeFile(path(u"profile/settings.ini"_s), ini);
    const auto settings = m_profile->settings();
    VERIFY_OK(settings);
    QCOMPARE(settings->parallelJobs, expected.parallelJobs);
    QCOMPARE(settings->watchHours, expected.watchHours);
    QCOMPARE(settings->proxy, expected.proxy);
    QCOMPARE(settings->proxyUrl, expected.proxyUrl);
    QCOMPARE(settings->from, expected.from);
    QCOMPARE(settings->to, expected.to);
    QVERIFY(*settings == expected);
}

void ProfileTest::savesSettings()
{
    writeFile(path(u"profile/settings.ini"_s), "connections=4\nsomething=else\n\n[window]\nsize=big\n");
    Settings settings;
    settings.endpoint = QUrl(u"https://hub.example:8443/hf"_s);
    settings.connections = 7;
    settings.bandwidth = 5'000'000'000;
    settings.trashDays = 0;
    settings.parallelJobs = 3;
    settings.watchHours = 6;
    settings.proxy = Settings::Proxy::Manual;
    settings.proxyUrl = QUrl(u"http://me:p%40ss,word@proxy.lan:3128"_s);
    settings.hasSchedule = true;
    settings.from = QTime(23, 5);
    settings.to = QTime(6, 0);
    VERIFY_OK(m_profile->saveSettings(settings));
    const auto read = m_profile->settings();
    VERIFY_OK(read);
    QVERIFY(*read == settings);
    const QByteArray ini = readFile(path(u"profile/settings.ini"_s));
    QVERIFY2(ini.contains("something=else") && ini.contains("[window]") && ini.contains("size=big"), ini.constData());
    // Back to what is the default, which leaves no address behind.
    Settings plain;
    VERIFY_OK(m_profile->saveSettings(plain));
    plain.endpoint = QUrl(u"https://huggingface.co"_s);
    QVERIFY(*m_profile->settings() == plain);
    QVERIFY(!readFile(path(u"profile/settings.ini"_s)).contains("http"));
}

void ProfileTest::savedNumbersAreInRange()
{
    Settings settings;
    settings.connections = 1000;
    settings.bandwidth = -5;
    settings.trashDays = -1;
    settings.parallelJobs = 0;
    settings.watchHours = 10'000;
    VERIFY_OK(m_profile->saveSettings(settings));
    const auto read = m_profile->settings();
    QCOMPARE(read->connections, 64);
    QCOMPARE(read->bandwidth, 0);
    QCOMPARE(read->trashDays, 0);
    QCOMPARE(read->parallelJobs, 1);
    QCOMPARE(read->watchHours, 720);
}

void ProfileTest::refusesBadSettings_data()
{
    QTest::addColumn<QString>("endpoint");
    QTest::addColumn<QString>("proxy");
    QTest::addColumn<QString>("code");
    QTest::newRow("endpoint") << u"file:///etc"_s << QString() << u"bad_endpoint"_s;
    QTest::newRow("endpoint with a user") << u"https://me@hub.example"_s << QString() << u"bad_endpoint"_s;
    QTest::newRow("no proxy") << QString() << QString() << u"bad_proxy"_s;
    QTest::newRow("proxy of another kind") << QString() << u"https://proxy.lan:3128"_s << u"bad_proxy"_s;
    QTest::newRow("proxy without a scheme") << QString() << u"proxy.lan"_s << u"bad_proxy"_s;
    QTest::newRow("proxy with a query") << QString() << u"http://proxy.lan?x"_s << u"bad_proxy"_s;
}

void ProfileTest::refusesBadSettings()
{
    QFETCH(const QString, endpoint);
    QFETCH(const QString, proxy);
    QFETCH(const QString, code);
    Settings settings;
    settings.endpoint = QUrl(endpoint);
    settings.proxy = Settings::Proxy::Manual;
    settings.proxyUrl = QUrl(proxy);
    settings.connections = 3;
    COMPARE_CODE(m_profile->saveSettings(settings), code);
    QCOMPARE(m_profile->saveSettings(settings).error().kind, ErrorKind::Usage);
    QCOMPARE(m_profile->settings()->connections, 16);
}

void ProfileTest::savesTheEndpointOnlyWhenChosen()
{
    const auto ini = [this] { return readFile(path(u"profile/settings.ini"_s)); };
    writeFile(path(u"profile/settings.ini"_s), "endpoint=http://from-settings\n");
    qputenv("HF_ENDPOINT", "http://from-environment/");
    auto settings = m_profile->settings();
    VERIFY_OK(settings);
    settings->connections = 3;
    VERIFY_OK(m_profile->saveSettings(*settings));
    QVERIFY2(ini().contains("http://from-settings") && !ini().contains("environment"), ini().constData());
    settings->endpoint = QUrl(u"http://chosen"_s);
    VERIFY_OK(m_profile->saveSettings(*settings));
    qunsetenv("HF_ENDPOINT");
    QCOMPARE(m_profile->settings()->endpoint.toString(), u"http://chosen"_s);
    settings->endpoint = QUrl(u"https://huggingface.co/"_s);
    VERIFY_OK(m_profile->saveSettings(*settings));
    QVERIFY2(!ini().contains("endpoint"), ini().constData());
}

void ProfileTest::saysWhenSettingsAreNotSaved()
{
    // A folder where the file should be: refused to root, too.
    QVERIFY(QDir().mkpath(path(u"profile/settings.ini"_s)));
    QCOMPARE(m_profile->saveSettings(Settings()).error_or(Error()).kind, ErrorKind::Disk);
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

void ProfileTest::renamesStores()
{
    const auto first = m_profile->addStore(path(u"one"_s), u"one"_s);
    const auto second = m_profile->addStore(path(u"two"_s), u"two"_s);
    VERIFY_OK(first);
    VERIFY_OK(second);
    const QString id = first->identity.id;
    VERIFY_OK(m_profile->renameStore(id, u"The drive"_s));
    QCOMPARE(m_profile->stores()->first().identity.label, u"The drive"_s);
    const auto renamed = Store::open(path(u"one"_s));
    VERIFY_OK(renamed);
    QCOMPARE(renamed->identity().label, u"The drive"_s);
    QCOMPARE(renamed->identity().id, id);
    QCOMPARE(renamed->identity().created, first->identity.created);
    VERIFY_OK(m_profile->openStore(u"The drive"_s));
    VERIFY_OK(m_profile->renameStore(id, u"The drive"_s));
    COMPARE_CODE(m_profile->renameStore(id, u"two"_s), u"label_taken"_s);
    COMPARE_CODE(m_profile->renameStore(id, u" "_s), u"bad_label"_s);
    COMPARE_CODE(m_profile->renameStore(u"nobody's"_s, u"x"_s), u"no_such_store"_s);
    COMPARE_CODE(m_profile->openStore(u"one"_s), u"no_such_store"_s);
    // Unplugged, and with another store in its place: that one keeps its name.
    QVERIFY(QDir().rename(path(u"one"_s), path(u"away"_s)));
    VERIFY_OK(m_profile->renameStore(id, u"third"_s));
    VERIFY_OK(Store::create(path(u"one"_s), u"guest"_s));
    VERIFY_OK(m_profile->renameStore(id, u"fourth"_s));
    QCOMPARE(m_profile->stores()->first().identity.label, u"fourth"_s);
    QCOMPARE(Store::open(path(u"one"_s))->identity().label, u"guest"_s);
    QCOMPARE(Store::open(path(u"away"_s))->identity().label, u"The drive"_s);
}

void ProfileTest::choosesTheDefaultStore()
{
    VERIFY_OK(m_profile->addStore(path(u"one"_s), u"one"_s));
    const auto second = m_profile->addStore(path(u"two"_s), u"two"_s);
    VERIFY_OK(second);
    VERIFY_OK(m_profile->setDefaultStore(second->identity.id));
    const auto stores = m_profile->stores();
    VERIFY_OK(stores);
    QVERIFY(!stores->first().isDefault);
    QVERIFY(stores->last().isDefault);
    QCOMPARE(m_profile->openStore({})->identity().id, second->identity.id);
    COMPARE_CODE(m_profile->setDefaultStore(u"nobody's"_s), u"no_such_store"_s);
    QVERIFY(m_profile->stores()->last().isDefault);
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
