// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <QtCore/QDateTime>
#include <QtCore/QSet>
#include <QtCore/QTemporaryDir>
#include <QtGui/QAction>
#include <QtGui/QClipboard>
#include <QtGui/QGuiApplication>
#include <QtGui/QTextDocumentFragment>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QToolButton>

#include "ui/widgets/emptystate.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/tint.h"
#include "ui/widgets/windowsettings.h"
#include "ui/widgets/words.h"

using namespace Qt::StringLiterals;
using namespace hugger;

class TestWidgets final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QApplication::setStyle(u"fusion"_s); }
    void init() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }
    void cleanupTestCase() { applyScheme(WindowSettings::Scheme::System); }

    void sizes_data()
    {
        QTest::addColumn<qint64>("bytes");
        QTest::addColumn<QString>("english");
        QTest::addColumn<QString>("german");
        QTest::newRow("unknown") << qint64(-1) << u""_s << u""_s;
        QTest::newRow("none") << qint64(0) << u"0 bytes"_s << u"0 Bytes"_s;
        QTest::newRow("bytes") << qint64(999) << u"999 bytes"_s << u"999 Bytes"_s;
        QTest::newRow("kilobytes") << qint64(1000) << u"1.0 kB"_s << u"1,0 kB"_s;
        QTest::newRow("gigabytes") << qint64(4'431'385'152) << u"4.4 GB"_s << u"4,4 GB"_s;
        QTest::newRow("three digits") << qint64(141'200'000'000) << u"141 GB"_s << u"141 GB"_s;
        QTest::newRow("up to three digits") << qint64(99'960'000'000) << u"100 GB"_s << u"100 GB"_s;
        QTest::newRow("up to the next unit") << qint64(999'960'000) << u"1.0 GB"_s << u"1,0 GB"_s;
        QTest::newRow("terabytes") << qint64(2'310'000'000'000) << u"2.31 TB"_s << u"2,31 TB"_s;
        QTest::newRow("up to terabytes") << qint64(999'900'000'000) << u"1.00 TB"_s << u"1,00 TB"_s;
    }

    void sizes()
    {
        QFETCH(const qint64, bytes);
        QTEST(sizeText(bytes), "english");
        QLocale::setDefault(QLocale(QLocale::German, QLocale::Germany));
        QTEST(sizeText(bytes), "german");
    }

    void numbers()
    {
        QCOMPARE(exactBytesText(4'431'385'152), u"4,431,385,152 bytes"_s);
        QCOMPARE(rateText(88.1e6), u"88.1 MB/s"_s);
        QCOMPARE(rateText(-1), u"0 bytes/s"_s);
        QCOMPARE(countText(1204), u"1,204"_s);
        QCOMPARE(filesText(1204), u"1,204 files"_s);
        QCOMPARE(percentText(0.42), u"42 %"_s);
        QCOMPARE(percentText(0.29), u"29 %"_s);
        QCOMPARE(percentText(0.9999), u"99 %"_s);
        QCOMPARE(percentText(1), u"100 %"_s);
        QCOMPARE(percentText(std::numeric_limits<double>::quiet_NaN()), u"0 %"_s);
        QLocale::setDefault(QLocale(QLocale::German, QLocale::Germany));
        QCOMPARE(exactBytesText(4'431'385'152), u"4.431.385.152 bytes"_s);
        QCOMPARE(filesText(1204), u"1.204 files"_s);
    }

    void staysTogetherFromRightToLeft()
    {
        QGuiApplication::setLayoutDirection(Qt::RightToLeft);
        const QStringList texts = {sizeText(14'500'000'000), filesText(3),
                                   percentText(0.4),         durationText(40),
                                   dateText(1'700'000'000),  fullDateText(1'700'000'000)};
        QVERIFY(dateText(0).isEmpty() && momentText(0).isEmpty() && sizeText(-1).isEmpty());
        QGuiApplication::setLayoutDirection(Qt::LeftToRight);
        QCOMPARE(texts.first(), u"\u206814.5 GB\u2069"_s);
        for (const QString& text : texts)
            QVERIFY2(text.startsWith(u'\u2068') && text.endsWith(u'\u2069'), qPrintable(text));
        QCOMPARE(sizeText(14'500'000'000), u"14.5 GB"_s);
    }

    void durations()
    {
        QCOMPARE(durationText(-1), QString());
        QCOMPARE(durationText(40), u"40 s"_s);
        QCOMPARE(durationText(15 * 60), u"15 min"_s);
        QCOMPARE(durationText(3599), u"60 min"_s);
        QCOMPARE(durationText(2 * 3600 + 5 * 60), u"2 h 5 min"_s);
        QCOMPARE(durationText(3 * 86400 + 100), u"3 days"_s);
    }

    void dates()
    {
        const qint64 noon = QDateTime(QDate::currentDate(), QTime(12, 0)).toSecsSinceEpoch();
        const qint64 day = 86400;
        QCOMPARE(dateText(0), QString());
        QCOMPARE(dateText(noon), u"today"_s);
        QCOMPARE(dateText(noon - day), u"yesterday"_s);
        QCOMPARE(dateText(noon - 3 * day), u"3 days ago"_s);
        QVERIFY(!dateText(noon - 7 * day).contains(u"ago"_s));
        // A clock that was wrong once.
        QVERIFY(!dateText(noon + 3 * day).contains(u"ago"_s));

        const qint64 old = QDateTime(QDate(2024, 11, 3), QTime(14, 5)).toSecsSinceEpoch();
        QCOMPARE(dateText(old), u"Nov 3, 2024"_s);
        QCOMPARE(momentText(old), u"Nov 3, 2024"_s);
        QCOMPARE(momentText(noon), QLocale().toString(QTime(12, 0), QLocale::ShortFormat));
        QVERIFY(fullDateText(old).startsWith(u"Nov 3, 2024, 2:05"_s));
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
        QCOMPARE(dateText(old), u"3 Nov 2024"_s);
        QLocale::setDefault(QLocale(QLocale::German, QLocale::Germany));
        QCOMPARE(dateText(old), u"3. Nov. 2024"_s);
        QLocale::setDefault(QLocale(QLocale::Chinese, QLocale::China));
        QCOMPARE(dateText(old), u"2024年11月3日"_s);

        QCOMPARE(secondsOf(u"1970-01-02T00:00:00Z"_s), day);
        QCOMPARE(secondsOf(u"1970-01-02T00:00:00.000Z"_s), day);
        QCOMPARE(secondsOf(u"yesterday"_s), 0);
    }

    void namesOfThings()
    {
        QCOMPARE(kindText(RepoKind::Dataset), u"dataset"_s);
        QCOMPARE(kindsText(RepoKind::Model), u"Models"_s);
        QCOMPARE(shortCommit("8f3c21e0123456789"), u"8f3c21e"_s);
        QCOMPARE(shortCommit("8f3"), u"8f3"_s);
    }

    void textOfOthers()
    {
        QCOMPARE(plainLine(u"two\nlines\tand a tab"_s), u"two lines and a tab"_s);
        QCOMPARE(plainLine(u"a\u202Egpj.exe\u2066b\u2069\u200Fc"_s), u"agpj.exebc"_s);
        QCOMPARE(plainLine(u"über 日本 שלום"_s), u"über 日本 שלום"_s);
        QCOMPARE(plainLine(QString(u'a') + QChar(0) + QChar(0x9b) + u'b'), u"a b"_s);
        QVERIFY(plainTooltip({}).isEmpty());
        const QString tooltip = plainTooltip(u"<b>a=1&b=2</b>"_s);
        QVERIFY(Qt::mightBeRichText(tooltip));
        QCOMPARE(QTextDocumentFragment::fromHtml(tooltip).toPlainText(), u"<b>a=1&b=2</b>"_s);
    }

    void tints_data()
    {
        QTest::addColumn<WindowSettings::Scheme>("scheme");
        QTest::newRow("light") << WindowSettings::Scheme::Light;
        QTest::newRow("dark") << WindowSettings::Scheme::Dark;
    }

    void tints()
    {
        QFETCH(const WindowSettings::Scheme, scheme);
        applyScheme(scheme);
        const QPalette palette = QGuiApplication::palette();
        const QColor base = palette.color(QPalette::Base);
        QCOMPARE(base.lightness() < 128, scheme == WindowSettings::Scheme::Dark);
        for (const Tint tint : {Tint::Plain, Tint::Good, Tint::Attention, Tint::Wrong}) {
            const TintColors colors = tintColors(tint, palette);
            QCOMPARE_GE(contrast(colors.text, colors.fill), 4.5);
            QCOMPARE_GE(contrast(colors.text, base), 4.5);
            QVERIFY(colors.line != colors.fill);
        }
        QCOMPARE_GE(contrast(quietColor(palette), base), 4.5);
        QCOMPARE_GE(contrast(quietColor(palette), palette.color(QPalette::Window)), 4.5);
        QVERIFY(quietColor(palette) != palette.color(QPalette::Text));
        QCOMPARE_GE(contrast(palette.color(QPalette::HighlightedText), palette.color(QPalette::Highlight)), 4.5);
        QCOMPARE_GE(contrast(palette.color(QPalette::PlaceholderText), base), 4.5);
        QCOMPARE_GE(contrast(palette.color(QPalette::Link), palette.color(QPalette::Window)), 4.5);
        QVERIFY(tintColors(Tint::Good, palette).text.green() > tintColors(Tint::Good, palette).text.red());
        QVERIFY(tintColors(Tint::Wrong, palette).text.red() > tintColors(Tint::Wrong, palette).text.green());
    }

    void contrasts()
    {
        QVERIFY(qAbs(contrast(Qt::white, Qt::black) - 21) < 0.01);
        QVERIFY(qAbs(contrast(Qt::white, Qt::white) - 1) < 0.01);
        QVERIFY(qAbs(contrast(QColor(0x76, 0x76, 0x76), Qt::white) - 4.54) < 0.01);
    }

    void chips()
    {
        HeldRow row;
        QCOMPARE(heldChip(row).text, u"partial, not proved"_s);
        row.isComplete = true;
        QCOMPARE(heldChip(row).text, u"not proved"_s);
        QCOMPARE(heldChip(row).tint, Tint::Plain);
        row.verifiedAt = QDateTime::currentSecsSinceEpoch();
        QCOMPARE(heldChip(row).text, u"verified today"_s);
        QCOMPARE(heldChip(row).tint, Tint::Good);
        QVERIFY(!heldChip(row).sign.isEmpty());
        row.isComplete = false;
        QCOMPARE(heldChip(row).text, u"partial, verified today"_s);
        row.damaged = 2;
        QCOMPARE(heldChip(row).text, u"2 files damaged"_s);
        QCOMPARE(heldChip(row).tint, Tint::Wrong);

        QCOMPARE(upstreamChip(u"current"_s).tint, Tint::Plain);
        QCOMPARE(upstreamChip(u"newer"_s).tint, Tint::Attention);
        QCOMPARE(upstreamChip(u"gone"_s).text, u"gone: last copy?"_s);
        QCOMPARE(upstreamChip(u"gone"_s).tint, Tint::Wrong);
        for (const QString& state : {u"newer"_s, u"license_changed"_s, u"gated"_s, u"disabled"_s, u"renamed"_s}) {
            QVERIFY(upstreamChip(state).text != upstreamChip(u"unknown"_s).text);
            QVERIFY(upstreamChip(state).tint != Tint::Plain && !upstreamChip(state).sign.isEmpty());
        }
        QSet<QString> reasons;
        for (const QString& reason : {u"gone"_s, u"disabled"_s, u"gated"_s, u"license"_s})
            reasons.insert(lastCopyText(reason));
        QCOMPARE(reasons.size(), 4);
        QVERIFY(lastCopyText({}).isEmpty());
        QCOMPARE(upstreamChip(u"unknown"_s).text, u"not checked"_s);
        QCOMPARE(upstreamChip(u"<b>made up</b>"_s).text, u"not checked"_s);
    }

    void stepsOfErrors_data()
    {
        QTest::addColumn<ErrorKind>("kind");
        QTest::addColumn<QString>("code");
        QTest::addColumn<NextStep>("step");
        QTest::addColumn<NextStep>("other");
        using enum NextStep;
        const auto row = [](ErrorKind kind, const char* code, NextStep step, NextStep other) {
            QTest::newRow(code) << kind << QString::fromLatin1(code) << step << other;
        };
        row(ErrorKind::NotAllowed, "token_missing", EnterToken, NextStep::Retry);
        row(ErrorKind::NotAllowed, "token_invalid", EnterToken, NextStep::Retry);
        row(ErrorKind::NotAllowed, "gated", OpenGatePage, NextStep::Retry);
        row(ErrorKind::Disk, "disk_full", ChooseStore, NextStep::Retry);
        row(ErrorKind::Disk, "store_unplugged", ChooseStore, NextStep::Retry);
        row(ErrorKind::Network, "host_not_found", NextStep::Retry, NetworkSettings);
        row(ErrorKind::Network, "rate_limited", NextStep::Retry, None);
        row(ErrorKind::Integrity, "hash_mismatch", NextStep::Retry, None);
        row(ErrorKind::Usage, "bad_link", None, None);
    }

    void stepsOfErrors()
    {
        QFETCH(const ErrorKind, kind);
        QFETCH(const QString, code);
        const Error error{kind, code, u"What happened."_s, u"status 403"_s};
        const Message message =
            Message::of(error, RepoId{RepoKind::Dataset, u"acme/birds"_s}, QUrl(u"https://hub.test/base/"_s));
        QTEST(message.step, "step");
        QTEST(message.other, "other");
        QCOMPARE(message.text, error.message);
        QCOMPARE(message.detail, error.detail);
        if (message.step == NextStep::OpenGatePage)
            QCOMPARE(message.url, QUrl(u"https://hub.test/base/datasets/acme/birds"_s));
        // Nothing to open where nobody knows what it is about.
        QVERIFY(Message::of(error, {}, {}).step != NextStep::OpenGatePage);
    }

    void stepsHaveWords()
    {
        QSet<QString> texts;
        for (int step = static_cast<int>(NextStep::Retry); step <= static_cast<int>(NextStep::ShowLog); ++step) {
            const QString text = nextStepText(static_cast<NextStep>(step));
            // A mnemonic would clash with those of the menus.
            QVERIFY2(!text.isEmpty() && !text.contains(u'&'), qPrintable(text));
            texts.insert(text);
        }
        QCOMPARE(texts.size(), static_cast<int>(NextStep::ShowLog));
        QVERIFY(nextStepText(NextStep::None).isEmpty());
    }

    void messageBar()
    {
        QWidget window;
        auto* const bar = new MessageBar(&window);
        QSignalSpy steps(bar, &MessageBar::stepChosen);
        QSignalSpy closed(bar, &MessageBar::closed);
        window.resize(600, 200);
        window.show();
        QVERIFY(!bar->isVisible());

        bar->say({.tint = Tint::Wrong,
                  .text = u"<b>3 files</b> are damaged."_s,
                  .detail = u"hash"_s,
                  .step = NextStep::Repair});
        QVERIFY(bar->isVisible());
        auto* const step = bar->findChild<QPushButton*>(u"messageStep"_s);
        auto* const other = bar->findChild<QPushButton*>(u"messageOtherStep"_s);
        auto* const copy = bar->findChild<QToolButton*>(u"messageCopy"_s);
        auto* const close = bar->findChild<QToolButton*>(u"messageClose"_s);
        QVERIFY(step->isVisible() && copy->isVisible() && close->isVisible());
        QVERIFY(!other->isVisible());
        QVERIFY(!copy->accessibleName().isEmpty() && !close->accessibleName().isEmpty());
        QCOMPARE(bar->findChild<QLabel*>(u"messageText"_s)->textFormat(), Qt::PlainText);

        step->click();
        QCOMPARE(steps.size(), 1);
        QCOMPARE(steps.first().first().value<NextStep>(), NextStep::Repair);
        copy->click();
        QCOMPARE(QGuiApplication::clipboard()->text(), u"<b>3 files</b> are damaged.\nhash"_s);

        bar->say({.tint = Tint::Good, .text = u"Moved to the trash."_s, .step = NextStep::Undo});
        QVERIFY(!copy->isVisible());
        close->click();
        QCOMPARE(closed.size(), 1);
        QVERIFY(!bar->isVisible());
        QCOMPARE(steps.size(), 1);
        bar->clear();
        QCOMPARE(closed.size(), 1);
    }

    void emptyState()
    {
        EmptyState state(u"all"_s, u"Nothing here yet"_s, u"Paste a link of a model."_s);
        QAction add(u"&Add a link…"_s, &state);
        QAction other(u"Q && A"_s, &state);
        int triggered = 0;
        connect(&add, &QAction::triggered, &state, [&triggered] { ++triggered; });
        state.addAction(&add);
        state.addAction(&other);
        const auto buttons = state.findChildren<QPushButton*>();
        QCOMPARE(buttons.size(), 2);
        QCOMPARE(buttons.first()->text(), u"Add a link…"_s);
        QVERIFY(buttons.first()->isDefault() && !buttons.last()->isDefault());
        buttons.first()->click();
        QCOMPARE(triggered, 1);
        add.setEnabled(false);
        QVERIFY(!buttons.first()->isEnabled());
        add.setText(u"&Hinzufügen…"_s);
        QCOMPARE(buttons.first()->text(), u"Hinzufügen…"_s);
    }

    void windowSettings()
    {
        const QTemporaryDir folder;
        const auto isDark = [] { return QGuiApplication::palette().color(QPalette::Base).lightness() < 128; };
        {
            WindowSettings settings(folder.path());
            QSignalSpy language(&settings, &WindowSettings::languageChanged);
            QSignalSpy changed(&settings, &WindowSettings::changed);
            QCOMPARE(settings.scheme(), WindowSettings::Scheme::System);
            QCOMPARE(settings.onClose(), WindowSettings::Close::ToTray);
            QVERIFY(settings.notifyDone() && settings.notifyTrouble() && settings.inhibitSleep());
            QVERIFY(!settings.closeToTrayExplained());
            settings.setScheme(WindowSettings::Scheme::Dark);
            QVERIFY(isDark());
            settings.setLanguage(u"de"_s);
            settings.setLanguage(u"de"_s);
            QCOMPARE(language.size(), 1);
            settings.setOnClose(WindowSettings::Close::Quit);
            settings.setNotifyDone(false);
            settings.setInhibitSleep(false);
            settings.setCloseToTrayExplained();
            settings.saveState(u"table"_s, QByteArray("\0\1\2,;\xff", 6), 3);
            QVERIFY(changed.size() >= 5);
        }
        applyScheme(WindowSettings::Scheme::Light);
        QVERIFY(!isDark());
        WindowSettings settings(folder.path());
        QVERIFY(isDark());
        QCOMPARE(settings.language(), u"de"_s);
        QCOMPARE(settings.onClose(), WindowSettings::Close::Quit);
        QVERIFY(!settings.notifyDone() && settings.notifyTrouble() && !settings.inhibitSleep());
        QVERIFY(settings.closeToTrayExplained());
        QCOMPARE(settings.state(u"table"_s, 3), QByteArray("\0\1\2,;\xff", 6));
        QCOMPARE(settings.state(u"table"_s, 4), QByteArray());
        QCOMPARE(settings.state(u"other"_s, 3), QByteArray());
    }
};

QTEST_MAIN(TestWidgets)
#include "tst_widgets.moc"
