// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/desktop/desktopautostart.h"

#include <QtCore/QFile>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace hugger;

class TestDesktopAutostart final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void turnsOnAndOff();
    void quotes();
    void seesThatTheDesktopSwitchedItOff();
    void saysThatItCannotWrite();
    void startsTheAppImage();
};

namespace {

QString read(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

} // namespace

void TestDesktopAutostart::turnsOnAndOff()
{
    const QTemporaryDir folder;
    DesktopAutostart autostart(u"/usr/bin/hugger"_s, {}, folder.filePath(u"config/autostart"_s));
    QVERIFY(!autostart.isEnabled());
    QVERIFY(autostart.setEnabled(false));
    QVERIFY(autostart.setEnabled(true));
    QVERIFY(autostart.isEnabled());
    QCOMPARE(autostart.file(), folder.filePath(u"config/autostart/io.github.hugger.Hugger.desktop"_s));
    const QStringList lines = read(autostart.file()).split(u'\n');
    QCOMPARE(lines.front(), u"[Desktop Entry]"_s);
    QVERIFY(lines.contains(u"TryExec=/usr/bin/hugger"_s));
    QVERIFY(lines.contains(u"Exec=\"/usr/bin/hugger\" \"--minimized\""_s));
    QVERIFY(lines.contains(u"Type=Application"_s));
    QVERIFY(autostart.setEnabled(true));
    QVERIFY(autostart.setEnabled(false));
    QVERIFY(!autostart.isEnabled());
    QVERIFY(!QFile::exists(autostart.file()));
}

void TestDesktopAutostart::quotes()
{
    const QTemporaryDir folder;
    DesktopAutostart autostart(uR"(/opt/my "apps"/100%/hugger)"_s, {u"--profile"_s, u"/a b/$c\\d`e"_s}, folder.path());
    QVERIFY(autostart.setEnabled(true));
    const QStringList lines = read(autostart.file()).split(u'\n');
    QVERIFY(lines.contains(uR"(TryExec=/opt/my "apps"/100%/hugger)"_s));
    // Quoted as an argument, and that escaped once more as a string.
    QVERIFY2(
        lines.contains(uR"(Exec="/opt/my \\"apps\\"/100%%/hugger" "--profile" "/a b/\\$c\\\\d\\`e" "--minimized")"_s),
        qPrintable(lines.join(u'\n')));
}

void TestDesktopAutostart::seesThatTheDesktopSwitchedItOff()
{
    const QTemporaryDir folder;
    DesktopAutostart autostart(u"/usr/bin/hugger"_s, {}, folder.path());
    for (const QByteArray line : {"Hidden=true", "X-GNOME-Autostart-enabled = false\r"}) {
        QVERIFY(autostart.setEnabled(true));
        QFile file(autostart.file());
        QVERIFY(file.open(QIODevice::Append));
        file.write(line + '\n');
        file.close();
        QVERIFY(!autostart.isEnabled());
    }
    QVERIFY(autostart.setEnabled(true));
    QVERIFY(autostart.isEnabled());
}

void TestDesktopAutostart::saysThatItCannotWrite()
{
    const QTemporaryDir folder;
    QFile inTheWay(folder.filePath(u"autostart"_s));
    QVERIFY(inTheWay.open(QIODevice::WriteOnly));
    DesktopAutostart autostart(u"/usr/bin/hugger"_s, {}, inTheWay.fileName());
    const auto done = autostart.setEnabled(true);
    QVERIFY(!done);
    QCOMPARE(done.error().code, u"autostart_failed"_s);
    QVERIFY(!autostart.isEnabled());
}

void TestDesktopAutostart::startsTheAppImage()
{
    QCOMPARE(DesktopAutostart::thisProgram(), QCoreApplication::applicationFilePath());
    qputenv("APPIMAGE", "/home/me/Apps/hugger.AppImage");
    QCOMPARE(DesktopAutostart::thisProgram(), u"/home/me/Apps/hugger.AppImage"_s);
    qunsetenv("APPIMAGE");
}

QTEST_MAIN(TestDesktopAutostart)
#include "tst_desktopautostart.moc"
