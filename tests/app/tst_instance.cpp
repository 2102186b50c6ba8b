// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/gui/instance.h"

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QTemporaryDir>
#include <QtNetwork/QLocalSocket>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>

#include <algorithm>
#include <memory>
#include <vector>

using namespace Qt::StringLiterals;
using namespace hugger;

namespace {

/// An Instance with ears.
struct Started {
    Instance instance;
    QSignalSpy first{&instance, &Instance::isFirst};
    QSignalSpy handed{&instance, &Instance::handedOver};
    QSignalSpy failed{&instance, &Instance::failed};
    QSignalSpy again{&instance, &Instance::startedAgain};

    Started(const QString& profile, const QString& runtime, const StartRequest& request = {})
        : instance(profile, runtime)
    {
        instance.start(request);
    }

    [[nodiscard]] StartRequest asked(qsizetype at) const { return again[at][0].value<StartRequest>(); }
};

} // namespace

class TestInstance final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void secondHandsOver();
    void oneForEachProfile();
    void profileHasManyNames();
    void manyAtOnceHaveOneFirst();
    void nextIsFirstWhenItIsGone();
    void staleSocketIsNoObstacle();
    void whoStopsListeningIsWaitedFor();
    void whoWasLetInIsSentAway();
    void silentOneIsSaid();
    void onlyLinksGetThrough();
    void garbageIsIgnored_data();
    void garbageIsIgnored();
    void nobodyElseCanConnect();

private:
    [[nodiscard]] QString profile() const { return m_folder->filePath(u"profile"_s); }
    [[nodiscard]] QString runtime() const { return m_folder->filePath(u"run"_s); }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestInstance::secondHandsOver()
{
    Started first(profile(), runtime());
    QTRY_COMPARE(first.first.size(), 1);
    Started second(profile(), runtime(),
                   {{u"hugger:acme/tiny"_s, u"hugger://huggingface.co/acme/big"_s}, true, "token"});
    QTRY_COMPARE(second.handed.size(), 1);
    QCOMPARE(second.first.size(), 0);
    QCOMPARE(first.again.size(), 1);
    const StartRequest expected{{u"acme/tiny"_s, u"https://huggingface.co/acme/big"_s}, true, "token"};
    QVERIFY(first.asked(0) == expected);
    Started third(profile(), runtime());
    QTRY_COMPARE(third.handed.size(), 1);
    QCOMPARE(first.again.size(), 2);
    QVERIFY(first.asked(1) == StartRequest());
}

void TestInstance::oneForEachProfile()
{
    Started one(profile(), runtime());
    Started other(profile() + u'2', runtime());
    QTRY_COMPARE(one.first.size(), 1);
    QTRY_COMPARE(other.first.size(), 1);
}

void TestInstance::profileHasManyNames()
{
    QVERIFY(QDir().mkpath(profile()));
    QVERIFY(QFile::link(profile(), m_folder->filePath(u"link"_s)));
    Started one(profile(), runtime());
    QTRY_COMPARE(one.first.size(), 1);
    for (const QString& name :
         QStringList{profile() + u'/', profile() + u"/../profile"_s, m_folder->filePath(u"link"_s)}) {
        Started other(name, runtime());
        QTRY_COMPARE(other.handed.size(), 1);
    }
}

void TestInstance::manyAtOnceHaveOneFirst()
{
    std::vector<std::unique_ptr<Started>> all;
    for (int i = 0; i < 8; ++i)
        all.push_back(
            std::make_unique<Started>(profile(), runtime(), StartRequest{{u"hugger:acme/x%1"_s.arg(i)}, false, {}}));
    const auto settled = [&all] {
        return std::ranges::all_of(all, [](const auto& one) { return one->first.size() + one->handed.size() == 1; });
    };
    QTRY_VERIFY(settled());
    QCOMPARE(std::ranges::count_if(all, [](const auto& one) { return one->first.size() == 1; }), 1);
    const auto first = std::ranges::find_if(all, [](const auto& one) { return one->first.size() == 1; });
    QCOMPARE((*first)->again.size(), 7);
}

void TestInstance::nextIsFirstWhenItIsGone()
{
    {
        Started first(profile(), runtime());
        QTRY_COMPARE(first.first.size(), 1);
    }
    Started second(profile(), runtime());
    QTRY_COMPARE(second.first.size(), 1);
}

void TestInstance::staleSocketIsNoObstacle()
{
    const QString socket = Instance(profile(), runtime()).socketPath();
    QVERIFY(QDir().mkpath(QFileInfo(socket).path()));
    QFile left(socket);
    QVERIFY(left.open(QIODevice::WriteOnly));
    left.close();
    Started first(profile(), runtime());
    QTRY_COMPARE(first.first.size(), 1);
    Started second(profile(), runtime());
    QTRY_COMPARE(second.handed.size(), 1);
}

void TestInstance::whoStopsListeningIsWaitedFor()
{
    auto first = std::make_unique<Started>(profile(), runtime());
    QTRY_COMPARE(first->first.size(), 1);
    first->instance.stopListening();
    bool isGone = false;
    QTimer::singleShot(300, this, [&] {
        isGone = true;
        first.reset();
    });
    Started second(profile(), runtime());
    QTRY_COMPARE(second.first.size(), 1);
    QVERIFY(isGone);
    QCOMPARE(second.handed.size(), 0);
}

void TestInstance::whoWasLetInIsSentAway()
{
    Started first(profile(), runtime());
    QTRY_COMPARE(first.first.size(), 1);
    QLocalSocket socket;
    const QSignalSpy closed(&socket, &QLocalSocket::disconnected);
    socket.connectToServer(first.instance.socketPath());
    QTRY_COMPARE(socket.state(), QLocalSocket::ConnectedState);
    // Once another one is served, this one is let in as well.
    Started second(profile(), runtime());
    QTRY_COMPARE(second.handed.size(), 1);
    QCOMPARE(first.again.size(), 1);
    first.instance.stopListening();
    socket.write("{}\n");
    QTRY_COMPARE(closed.size(), 1);
    QVERIFY(socket.readAll().isEmpty());
    QCOMPARE(first.again.size(), 1);
}

void TestInstance::silentOneIsSaid()
{
    Started first(profile(), runtime());
    QTRY_COMPARE(first.first.size(), 1);
    first.instance.stopListening();
    Started second(profile(), runtime());
    QTRY_COMPARE_WITH_TIMEOUT(second.failed.size(), 1, 20000);
    QCOMPARE(second.failed[0][0].value<Error>().code, u"instance_silent"_s);
    QCOMPARE(second.first.size() + second.handed.size(), 0);
}

void TestInstance::onlyLinksGetThrough()
{
    Started first(profile(), runtime());
    QTRY_COMPARE(first.first.size(), 1);
    QStringList links{u"/etc/passwd"_s, u"--quit"_s, u"acme/tiny"_s, u"hugger:a b"_s};
    for (int i = 0; i < 100; ++i)
        links.append(u"hugger:acme/x%1"_s.arg(i));
    Started second(profile(), runtime(), {links, false, QByteArray(1000, 'x')});
    QTRY_COMPARE(second.handed.size(), 1);
    const QStringList got = first.asked(0).links;
    QCOMPARE(got.size(), Instance::maxLinks);
    QCOMPARE(got.front(), u"acme/x0"_s);
    QVERIFY(first.asked(0).token.isEmpty());
}

void TestInstance::garbageIsIgnored_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("no JSON") << QByteArray("GET / HTTP/1.1\r\n\r\n");
    QTest::newRow("no object") << QByteArray("[1,2]\n");
    QTest::newRow("empty line") << QByteArray("\n");
    QTest::newRow("very long") << QByteArray(200 * 1024, 'x');
    QTest::newRow("very deep") << QByteArray(10000, '[') + '\n';
}

void TestInstance::garbageIsIgnored()
{
    QFETCH(const QByteArray, bytes);
    Started first(profile(), runtime());
    QTRY_COMPARE(first.first.size(), 1);
    QLocalSocket socket;
    QSignalSpy closed(&socket, &QLocalSocket::disconnected);
    socket.connectToServer(first.instance.socketPath());
    QTRY_COMPARE(socket.state(), QLocalSocket::ConnectedState);
    socket.write(bytes);
    QTRY_COMPARE(closed.size(), 1);
    QVERIFY(socket.readAll().isEmpty());
    QCOMPARE(first.again.size(), 0);
    Started second(profile(), runtime());
    QTRY_COMPARE(second.handed.size(), 1);
}

void TestInstance::nobodyElseCanConnect()
{
    Started first(profile(), runtime());
    QTRY_COMPARE(first.first.size(), 1);
    constexpr auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    QVERIFY(!(QFile::permissions(first.instance.socketPath()) & others));
}

QTEST_GUILESS_MAIN(TestInstance)
#include "tst_instance.moc"
