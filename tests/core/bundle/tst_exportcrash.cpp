// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "exportfixture.h"

#include <QtCore/QCoreApplication>

#include <cstdio>

using namespace hugger;
using namespace hugger::test;

namespace {

const Contents contents{{u"README.md"_s, "# Hello\n"},
                        {u"weights.bin"_s, QByteArray(300'000, 'w')},
                        {u"WEIGHTS.bin"_s, QByteArray(300'000, 'v')}};

/// The process that is killed: this program again.
int victim(const QString& profile, const QString& target, qint64 splitBytes)
{
    const auto library = Library::open(profile, Library::Access::ReadWrite);
    const auto rows = library ? (*library)->catalog().list({}) : std::unexpected(library.error());
    if (!rows)
        return 2;
    QThreadPool pool;
    const ExportWish wish{
        {{rows->constFirst().key, rows->constFirst().storeId}}, target, bundleFormatOf(target), 3, splitBytes, {}};
    const auto done = QCoro::waitFor(exportBundle(**library, wish, pool, std::make_shared<WorkProgress>(), {}));
    if (!done)
        std::fprintf(stderr, "%s", qPrintable(done.error().code));
    return done ? 0 : 1;
}

} // namespace

/// A kill between any two steps: nothing half-made has the target's name, and the same export again completes.
class ExportCrashTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void killed_data();
    void killed();
};

void ExportCrashTest::killed_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<qint64>("splitBytes");
    QTest::addColumn<QString>("point");
    const QStringList always{u"export-begun"_s,   u"export-texts"_s,  u"export-content"_s, u"export-content:3"_s,
                             u"export-written"_s, u"export-synced"_s, u"export-renamed"_s};
    const QStringList ofFiles{u"export-before-name"_s};
    const QStringList ofVolumes{u"export-volume-renamed"_s, u"export-volume-renamed:3"_s};
    const auto rows = [](const QString& name, qint64 splitBytes, const QStringList& points) {
        for (const QString& point : points)
            QTest::addRow("%s %s", qPrintable(name), qPrintable(point)) << name << splitBytes << point;
    };
    rows(u"b"_s, 0, always);
    rows(u"b.zip"_s, 0, always + ofFiles);
    rows(u"b.tar"_s, 150'000, always + ofFiles + ofVolumes);
}

void ExportCrashTest::killed()
{
    QFETCH(QString, name);
    QFETCH(qint64, splitBytes);
    QFETCH(QString, point);
    Shelf shelf;
    (void)shelf.keep(u"acme/a"_s, 'a', contents);
    shelf.library.reset(); // the victim wants its lock
    const QString target = shelf.path(u"out/"_s + name);
    const auto exported = [&](const QString& crashAt) {
        return run(QCoreApplication::applicationFilePath(),
                   {u"--victim"_s, shelf.path(u"profile"_s), target, QString::number(splitBytes)}, shelf.path(u"out"_s),
                   {u"HUGGER_CRASH_AT="_s + crashAt});
    };
    QVERIFY2(exported(point).crashed, "nothing on the way of this export goes there");

    const QString first = splitBytes > 0 ? target + u".001"_s : target;
    QCOMPARE(QFileInfo::exists(first), point == u"export-renamed"_s);
    if (point != u"export-renamed"_s) {
        const Ran again = exported({});
        QCOMPARE(again.err, QByteArray());
        QCOMPARE(again.exitCode, 0);
    } else {
        QCOMPARE(exported({}).err, "target_exists");
    }
    QString whole = target;
    if (splitBytes > 0) {
        QByteArray joined;
        for (int number = 1; QFileInfo::exists(target + u".00%1"_s.arg(number)); ++number)
            joined += readFile(target + u".00%1"_s.arg(number));
        whole = shelf.path(u"joined.tar"_s);
        writeFile(whole, joined);
    }
    const auto files = unpacked(whole);
    QCOMPARE(troubleOf(files, u"manifest-sha256.txt"_s, u"data/"_s), QString());
    QCOMPARE(files.size(), 3 + 7 + 3);
    for (const QString& left : shelf.outside())
        QVERIFY2(!left.contains(u".part"_s), qPrintable(left));
}

int main(int argc, char** argv)
{
    const QCoreApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == u"--victim"_s)
        return victim(arguments.value(2), arguments.value(3), arguments.value(4).toLongLong());
    ExportCrashTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_exportcrash.moc"
