// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/gui/languages.h"

#include "support/pseudotranslator.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QFile>
#include <QtCore/QLocale>
#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace hugger;

class TestLanguages final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void areInTheProgram();
    void changeWhileItRuns();
    void pseudoKeepsWhatMustStay_data();
    void pseudoKeepsWhatMustStay();
    void pseudoIsLonger();
    void pseudoLeavesQtAlone();
};

void TestLanguages::areInTheProgram()
{
    for (const QString& language : {u"de"_s, u"zh_CN"_s, u"en"_s})
        QVERIFY(QFile::exists(u":/i18n/hugger_%1.qm"_s.arg(language)));
}

void TestLanguages::changeWhileItRuns()
{
    const auto cancel = [] { return QCoreApplication::translate("QPlatformTheme", "Cancel"); };
    Languages languages(u"de"_s);
    QCOMPARE(QLocale().language(), QLocale::German);
    QCOMPARE(cancel(), u"Abbrechen"_s);
    languages.use(u"zh_CN"_s);
    QCOMPARE(QLocale().language(), QLocale::Chinese);
    QCOMPARE(cancel(), u"取消"_s);
    languages.use(u"en"_s);
    QCOMPARE(cancel(), u"Cancel"_s);
    languages.use({});
    QCOMPARE(QLocale().language(), QLocale::system().language());
    QCOMPARE(cancel(), u"Cancel"_s);
}

void TestLanguages::pseudoKeepsWhatMustStay_data()
{
    QTest::addColumn<QString>("source");
    QTest::addColumn<QString>("kept");
    QTest::newRow("places") << u"%1 of %L2, %n files"_s << u"%1 %L2 %n"_s;
    QTest::newRow("percent") << u"100 % sure"_s << u"100 %"_s;
    QTest::newRow("mnemonic") << u"&Cancel"_s << u"&C"_s;
    QTest::newRow("inner mnemonic") << u"Pause a&ll"_s << u"&l"_s;
    QTest::newRow("ampersand") << u"Save && close"_s << u"&&"_s;
    QTest::newRow("markup") << u"<b>Gone</b>: <a href=\"x\">see</a>"_s << u"<b> </b> <a href=\"x\"> </a>"_s;
    QTest::newRow("entity") << u"a &lt; b"_s << u"&lt;"_s;
    QTest::newRow("less than") << u"a < b"_s << u"<"_s;
    QTest::newRow("line end") << u"one\ntwo"_s << u"\n"_s;
}

void TestLanguages::pseudoKeepsWhatMustStay()
{
    QFETCH(const QString, source);
    QFETCH(const QString, kept);
    const QString pseudo = PseudoTranslator::pseudo(source);
    for (const QString& part : kept.split(u' '))
        QVERIFY2(pseudo.contains(part), qPrintable(pseudo));
    QCOMPARE(pseudo.count(u'<'), source.count(u'<'));
    QVERIFY(pseudo.startsWith(u'[') && pseudo.endsWith(u']'));
}

void TestLanguages::pseudoIsLonger()
{
    for (const QString& source : {u"OK"_s, u"Pause all"_s, u"Choose a store that has space for these files"_s}) {
        const QString pseudo = PseudoTranslator::pseudo(source);
        QVERIFY2(pseudo.size() >= source.size() * 3 / 2, qPrintable(pseudo));
        QVERIFY2(pseudo.size() <= source.size() * 2 + 5, qPrintable(pseudo));
    }
}

void TestLanguages::pseudoLeavesQtAlone()
{
    PseudoTranslator translator;
    QVERIFY(QCoreApplication::installTranslator(&translator));
    QCOMPARE(QCoreApplication::translate("QPlatformTheme", "Cancel"), u"Cancel"_s);
    QCOMPARE(QCoreApplication::translate("hugger::Tray", "%n files", nullptr, 3),
             PseudoTranslator::pseudo(u"3 files"_s));
    QCoreApplication::removeTranslator(&translator);
}

QTEST_GUILESS_MAIN(TestLanguages)
#include "tst_languages.moc"
