// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/describe.h"
#include "app/cli/output.h"
#include "app/cli/progress.h"

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QJsonDocument>
#include <QtCore/QLoggingCategory>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

#include <cstdio>
#include <functional>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace hugger;

namespace {

/// What a piece of code wrote to stdout and stderr.
struct Said {
    QByteArray out;
    QByteArray err;
};

class Redirected final {
public:
    Redirected(FILE* stream, const QString& path)
        : m_stream(stream)
        , m_kept(dup(fileno(stream)))
        , m_file(path)
    {
        std::fflush(stream);
        if (m_file.open(QIODevice::ReadWrite | QIODevice::Truncate))
            dup2(m_file.handle(), fileno(stream));
    }
    ~Redirected()
    {
        std::fflush(m_stream);
        dup2(m_kept, fileno(m_stream));
        close(m_kept);
    }
    Q_DISABLE_COPY_MOVE(Redirected)

private:
    FILE* m_stream;
    int m_kept;
    QFile m_file;
};

QByteArray contents(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

Said said(const std::function<void()>& work)
{
    const QTemporaryDir folder;
    {
        const Redirected out(stdout, folder.filePath(u"out"_s));
        const Redirected err(stderr, folder.filePath(u"err"_s));
        work();
    }
    return {contents(folder.filePath(u"out"_s)), contents(folder.filePath(u"err"_s))};
}

SnapshotRow row()
{
    SnapshotRow row;
    row.key = {{RepoKind::Dataset, u"acme/weather"_s}, QByteArray(40, 'a')};
    row.revision = u"main"_s;
    return row;
}

} // namespace

class TestOutput final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLoggingCategory::setFilterRules(u"hugger.*.info=false"_s); } // as without --verbose
    void foreignTextIsHarmless();
    void jsonIsOneDocument();
    void listsStream();
    void errorsInBothForms();
    void tokensAreTakenOut();
    void quiet();
    void progressLine_data();
    void progressLine();
    void snapshotNames();
    void loadLines();
};

void TestOutput::foreignTextIsHarmless()
{
    const Said found = said([] {
        Output out(false, false);
        out.line(u"a\x1b[2Jb\nc\u202e"_s);
        out.field(u"Name"_s, u"x\ry"_s);
        out.notice(u"\a"_s);
    });
    QCOMPARE(found.out, QByteArray("a\\x1b[2Jb\\x0ac\\u202e\n  Name      x\\x0dy\n"));
    QCOMPARE(found.err, QByteArray("\\x07\n"));
}

void TestOutput::jsonIsOneDocument()
{
    const Said found = said([] {
        Output out(true, false);
        out.line(u"for people"_s);
        out.notice(u"by the way"_s);
        out.progress({{u"progress"_s, 1}});
        out.document({{u"a\n"_s, u"\x1b"_s}});
        QVERIFY(out.finish());
    });
    QCOMPARE(found.out, QByteArray("{\"a\\n\":\"\\u001b\"}\n"));
    QCOMPARE(found.err, QByteArray("{\"notice\":\"by the way\"}\n{\"progress\":1}\n"));
}

void TestOutput::listsStream()
{
    for (int count = 0; count < 3; ++count) {
        for (const QJsonObject& rest : {QJsonObject(), QJsonObject{{u"more"_s, true}}}) {
            const Said found = said([&] {
                Output out(true, false);
                out.beginList(u"items"_s);
                for (int i = 0; i < count; ++i)
                    out.item({{u"n"_s, i}});
                out.endList(rest);
            });
            const QJsonObject read = QJsonDocument::fromJson(found.out).object();
            QCOMPARE(read.value(u"items"_s).toArray().size(), count);
            QCOMPARE(read.contains(u"more"_s), !rest.isEmpty());
        }
    }
}

void TestOutput::errorsInBothForms()
{
    const Error error{ErrorKind::Busy, u"profile_busy"_s, u"Another hugger is busy."_s, u"pid 7"_s, Retry::NeedsUser};
    int code = 0;
    const Said words = said([&] { code = Output(false, true).failure(error); });
    QCOMPARE(code, 8);
    QCOMPARE(words.out, QByteArray());
    QCOMPARE(words.err, QByteArray("hugger: Another hugger is busy.\n"));
    const Said json = said([&] { code = Output(true, true).failure(error); });
    QCOMPARE(code, 8);
    QCOMPARE(
        json.out,
        QByteArray(
            "{\"error\":{\"code\":\"profile_busy\",\"detail\":\"pid 7\",\"message\":\"Another hugger is busy.\"}}\n"));
    // A list that breaks off stays broken, so that nobody takes it for whole.
    const Said broken = said([&] {
        Output out(true, false);
        out.beginList(u"items"_s);
        code = out.failure(error);
    });
    QVERIFY(QJsonDocument::fromJson(broken.out).isNull());
    QVERIFY(broken.err.contains("Another hugger"));
}

void TestOutput::tokensAreTakenOut()
{
    const QString token = u"hf_"_s + QString(34, u'q');
    const Error error{ErrorKind::Failed, u"x"_s, u"with "_s + token, u"Authorization: Bearer "_s + token, Retry::Never};
    for (const bool json : {false, true}) {
        const Said found = said([&] { static_cast<void>(Output(json, false).failure(error)); });
        QVERIFY(!QByteArray(found.out + found.err).contains("hf_qqq"));
    }
}

void TestOutput::quiet()
{
    const Said found = said([] {
        Output out(false, true);
        out.notice(u"by the way"_s);
        out.line(u"result"_s);
    });
    QCOMPARE(found.out, QByteArray("result\n"));
    QCOMPARE(found.err, QByteArray());
}

void TestOutput::progressLine_data()
{
    QTest::addColumn<ProgressLook>("look");
    QTest::addColumn<int>("width");
    QTest::addColumn<QString>("text");
    const auto look = [](qint64 done, qint64 total, double rate, qint64 eta, const QString& waiting) {
        return ProgressLook{u"Fetching"_s, done, total, rate, eta, waiting, {}};
    };
    QTest::newRow("half") << look(500, 1000, 100, 5, {}) << 60
                          << u"   50 % #######........  500 B of 1.0 kB  100 B/s  5 s left"_s;
    QTest::newRow("nearly") << look(999, 1000, 0, -1, {}) << 80
                            << u"   99 % #############################.  999 B of 1.0 kB"_s;
    QTest::newRow("done") << look(1000, 1000, 0, -1, {}) << 30 << u"  100 %  1.0 kB of 1.0 kB"_s;
    QTest::newRow("waiting") << look(500, 1000, 100, 5, u"the Hub asks for a pause, 9 s left"_s) << 40
                             << u"   50 %  500 B of 1.0 kB  the Hub asks for a pause, 9 s left"_s;
    QTest::newRow("unknown") << look(0, 0, 0, -1, {}) << 80 << u"  Fetching"_s;
    QTest::newRow("unknown, waiting") << look(0, 0, 0, -1, u"paused"_s) << 80 << u"  Fetching: paused"_s;
    ProgressLook repos{u"Checking"_s, 3, 12, 0, -1, {}, {}};
    repos.isCount = true;
    QTest::newRow("no bytes") << repos << 30 << u"   25 % ###.........  3 of 12"_s;
    QTest::newRow("more than all") << look(2000, 1000, 0, -1, {}) << 30 << u"  100 %  2.0 kB of 1.0 kB"_s;
}

void TestOutput::progressLine()
{
    QFETCH(const ProgressLook, look);
    QFETCH(const int, width);
    QFETCH(const QString, text);
    QCOMPARE(progressText(look, width, false), text);
}

void TestOutput::snapshotNames()
{
    QCOMPARE(snapshotName(row().key, u"main"_s), u"datasets/acme/weather at main, aaaaaaa"_s);
    QCOMPARE(snapshotName(row().key, QString(40, u'a')), u"datasets/acme/weather at aaaaaaa"_s);
}

void TestOutput::loadLines()
{
    const QTemporaryDir folder;
    const QString repo = folder.filePath(u"a store/hub/models--acme--x"_s);
    QVERIFY(QDir().mkpath(repo + u"/refs"_s) && QDir().mkpath(repo + u"/snapshots/c"_s));
    Record record;
    record.repo = {RepoKind::Model, u"acme/x"_s};
    record.commit = QByteArray(40, 'c');
    record.revision = u"v1"_s;
    record.files = {HeldFile{u"it's.txt"_s, 1, {}, {}, false, {}}};
    record.listedFiles = 1;
    const QString cache = u"HF_HUB_CACHE='%1' HF_HUB_OFFLINE=1 python3 -c "_s.arg(folder.filePath(u"a store/hub"_s));
    const auto leadTo = [&](const QString& name, const QByteArray& commit) {
        QFile file(repo + u"/refs/"_s + name);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(commit);
    };
    const QString snapshot = repo + u"/snapshots/c"_s;

    QCOMPARE(
        loadLine(record, snapshot),
        cache
            + u"\"from huggingface_hub import snapshot_download; print(snapshot_download('acme/x', revision='%1'))\""_s
                  .arg(QString(40, u'c')));
    leadTo(u"v1"_s, record.commit);
    leadTo(u"main"_s, QByteArray(40, 'd'));
    QCOMPARE(
        loadLine(record, snapshot),
        cache
            + u"\"from huggingface_hub import snapshot_download; print(snapshot_download('acme/x', revision='v1'))\""_s);
    leadTo(u"main"_s, record.commit);
    QCOMPARE(loadLine(record, snapshot),
             cache + u"\"from huggingface_hub import snapshot_download; print(snapshot_download('acme/x'))\""_s);
    record.listedFiles = 2;
    QVERIFY(loadLine(record, snapshot).contains(u"hf_hub_download"_s));
    QCOMPARE(loadLine(record, {}), QString());
}

QTEST_GUILESS_MAIN(TestOutput)
#include "tst_output.moc"
