// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/add/adddialog.h"
#include "ui/widgets/windowsettings.h"

#include "addfixtures.h"

#include <QtCore/QTemporaryDir>
#include <QtCore/QTranslator>
#include <QtGui/QAccessible>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QAbstractButton>
#include <QtWidgets/QApplication>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QRadioButton>
#include <QtWidgets/QStyleFactory>
#include <QtWidgets/QTreeView>

using namespace hugger;
using namespace hugger::addfixtures;
using namespace Qt::StringLiterals;

namespace {

/// A dialog over an engine that was never opened: the test gives the answers.
struct Fixture {
    Fixture()
    {
        dialog.showStores(stores());
        dialog.show();
    }

    template<typename T> T* find(const char* name) const { return dialog.findChild<T*>(QLatin1StringView(name)); }
    [[nodiscard]] QString totals() const { return find<QLabel>("totals")->text(); }
    [[nodiscard]] bool canArchive() const { return find<QAbstractButton>("archiveButton")->isEnabled(); }
    [[nodiscard]] bool isOffered(const char* way) const { return find<QAbstractButton>(way)->isVisible(); }

    void show(const QList<File>& files, qint64 freeBytes = 212'000'000'000, const RepoPreview& what = preview())
    {
        dialog.showPreview(what);
        dialog.showPlan(planOf(files, freeBytes));
        QTRY_VERIFY(isOffered("chooseEverything"));
    }

    QTemporaryDir folder;
    Engine engine{folder.path()};
    AddDialog dialog{engine};
};

/// What Tab goes through, from the field on.
QString tabbed(Fixture& fixture)
{
    fixture.find<QLineEdit>("addField")->setFocus();
    QStringList names;
    for (int step = 0; step < 40; ++step) {
        QWidget* const focus = fixture.dialog.focusWidget();
        if (step > 0 && focus->objectName() == "addField"_L1)
            break;
        names.append(focus->objectName());
        QTest::keyClick(focus, Qt::Key_Tab);
    }
    return names.join(u' ');
}

Error errorOf(ErrorKind kind, const QString& code, const QString& message, Retry retry)
{
    return {kind, code, message, u"status 403"_s, retry};
}

/// Every text said twice, as a language of long words would.
class Doubler final : public QTranslator {
public:
    using QTranslator::QTranslator;
    [[nodiscard]] bool isEmpty() const override { return false; }
    [[nodiscard]] QString translate(const char* context, const char* text, const char*, int) const override
    {
        const QLatin1StringView room(context);
        return room.startsWith("hugger"_L1) ? QString::fromUtf8(text) + u' ' + QString::fromUtf8(text).remove(u'&')
                                            : QString();
    }
};

Error gated()
{
    return errorOf(ErrorKind::NotAllowed, u"gated"_s,
                   u"nova-lab/Kestrel-GGUF is gated. Accept its terms on its page, and set a token that may read it."_s,
                   Retry::NeedsUser);
}

} // namespace

class AddDialogTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QApplication::setStyle(QStyleFactory::create(u"Fusion"_s)); }

    void beginsEmpty()
    {
        Fixture fixture;
        fixture.dialog.begin({});
        QVERIFY(!fixture.canArchive());
        QCOMPARE(fixture.totals(), QString());
        QTRY_COMPARE(QApplication::focusWidget(), fixture.find<QLineEdit>("addField"));
    }

    void everything()
    {
        Fixture fixture;
        fixture.show(ggufFiles());
        QVERIFY(fixture.canArchive());
        QVERIFY(fixture.totals().contains(u"10 files"_s));
        QVERIFY(fixture.isOffered("chooseQuantisation"));
        QVERIFY(!fixture.isOffered("chooseFormat"));
        const auto* const revision = fixture.find<QComboBox>("revision");
        QCOMPARE(revision->count(), 4);
        QCOMPARE(revision->itemData(0).toString(), u"main"_s);
        QCOMPARE(revision->itemData(2).toString(), u"v1.0"_s);
        QVERIFY(revision->itemText(2).contains(u"held"_s));
        QCOMPARE(revision->itemData(3).toString(), u"refs/pr/3"_s);
    }

    void byQuantisation()
    {
        Fixture fixture;
        fixture.show(ggufFiles());
        fixture.find<QRadioButton>("chooseQuantisation")->click();
        auto* const groups = fixture.find<QTreeView>("quantisations");
        QVERIFY(groups->isVisible());
        // Q4_K_M, the projector, and three small files
        QVERIFY2(fixture.totals().contains(u"5 files"_s), qPrintable(fixture.totals()));
        for (int row = 0; row < groups->model()->rowCount(); ++row)
            groups->model()->setData(groups->model()->index(row, 0), Qt::Unchecked, Qt::CheckStateRole);
        QVERIFY(fixture.totals().contains(u"3 files"_s));
        QVERIFY(fixture.canArchive());
    }

    void byFormat()
    {
        Fixture fixture;
        fixture.show(mixedFiles());
        QVERIFY(!fixture.isOffered("chooseQuantisation"));
        auto* const formats = fixture.find<QComboBox>("formats");
        QVERIFY(!formats->isEnabled());
        fixture.find<QRadioButton>("chooseFormat")->click();
        QVERIFY(formats->isEnabled());
        QVERIFY(formats->currentText().startsWith("safetensors"_L1));
        QVERIFY(fixture.totals().contains(u"8 GB"_s) || fixture.totals().contains(u"8.0 GB"_s));
    }

    void oneByOne()
    {
        Fixture fixture;
        fixture.show(mixedFiles());
        auto* const files = fixture.find<QTreeView>("files");
        fixture.find<QLineEdit>("fileFilter")->setText(u"*.json"_s);
        QTRY_COMPARE(files->model()->rowCount(), 5);
        fixture.find<QAbstractButton>("untickShown")->click();
        QVERIFY(fixture.find<QRadioButton>("chooseFiles")->isChecked());
        fixture.find<QLineEdit>("fileFilter")->clear();
        QTRY_COMPARE(files->model()->rowCount(), 10);
        for (int row = 0; row < files->model()->rowCount(); ++row)
            files->model()->setData(files->model()->index(row, 0), Qt::Unchecked, Qt::CheckStateRole);
        QVERIFY(!fixture.canArchive());
        fixture.find<QRadioButton>("chooseEverything")->click();
        QVERIFY(fixture.canArchive());
    }

    void pathOfTheLink()
    {
        RepoPreview what = preview();
        what.link.path = u"BF16"_s;
        what.link.isFolder = true;
        Fixture fixture;
        fixture.show(ggufFiles(), 212'000'000'000, what);
        QVERIFY(fixture.find<QRadioButton>("chooseFiles")->isChecked());
        QVERIFY(fixture.totals().contains(u"2 files"_s));
        QCOMPARE(fixture.find<QTreeView>("files")->currentIndex().data().toString(), u"BF16"_s);
    }

    void pathThatIsNotThere()
    {
        RepoPreview what = preview();
        what.link.path = u"gone.gguf"_s;
        Fixture fixture;
        fixture.show(ggufFiles(), 212'000'000'000, what);
        QVERIFY(fixture.find<MessageBar>("messageBar")->message().text.contains(u"gone.gguf"_s));
        QVERIFY(fixture.find<QRadioButton>("chooseEverything")->isChecked());
    }

    void doesNotFit()
    {
        Fixture fixture;
        fixture.show(ggufFiles(), 30'000'000'000);
        QVERIFY(!fixture.canArchive());
        const auto* const bar = fixture.find<MessageBar>("spaceBar");
        QVERIFY(bar->isVisible());
        QCOMPARE(bar->message().tint, Tint::Attention);
        fixture.find<QRadioButton>("chooseQuantisation")->click();
        QVERIFY(!bar->isVisible());
        QVERIFY(fixture.canArchive());
    }

    void nothingToFetch()
    {
        Fixture fixture;
        fixture.show({{u"README.md"_s, 10, PlannedFile::Source::Held, {}}}, 0);
        QVERIFY(fixture.canArchive());
        QVERIFY(fixture.totals().startsWith("Nothing to fetch"_L1));
    }

    void planForAnotherStoreKeepsTicks()
    {
        Fixture fixture;
        fixture.show(ggufFiles());
        fixture.find<QRadioButton>("chooseQuantisation")->click();
        const auto other = planOf(ggufFiles(), 60'000'000'000);
        fixture.dialog.showPlan(other);
        QTRY_VERIFY(fixture.totals().contains(u"free"_s)
                    && fixture.find<QRadioButton>("chooseQuantisation")->isChecked());
        QVERIFY(fixture.totals().contains(u"5 files"_s));
    }

    void unpluggedStoresCannotBeChosen()
    {
        Fixture fixture;
        const auto* const store = fixture.find<QComboBox>("store");
        QCOMPARE(store->currentData().toString(), u"home"_s);
        QVERIFY(store->itemText(1).contains(u"unplugged"_s));
        QVERIFY(!store->model()->flags(store->model()->index(1, 0)).testFlag(Qt::ItemIsEnabled));
    }

    void errorsInPlace()
    {
        Fixture fixture;
        fixture.dialog.showPreview(preview());
        fixture.dialog.showError(gated());
        const auto* const bar = fixture.find<MessageBar>("messageBar");
        QVERIFY(bar->isVisible());
        QCOMPARE(bar->message().step, NextStep::OpenGatePage);
        QVERIFY(!fixture.canArchive());

        QSignalSpy asked(&fixture.dialog, &AddDialog::settingsRequested);
        fixture.dialog.showError(errorOf(ErrorKind::NotAllowed, u"token_invalid"_s,
                                         u"The Hub does not know this token."_s, Retry::NeedsUser));
        fixture.find<QAbstractButton>("messageStep")->click();
        QCOMPARE(asked.count(), 1);
        QCOMPARE(asked.first().first().value<NextStep>(), NextStep::EnterToken);
        fixture.dialog.showPlan(planOf(ggufFiles(), 212'000'000'000));
        QVERIFY(!bar->isVisible());
        fixture.dialog.showError(errorOf(ErrorKind::Interrupted, u"interrupted"_s, u"Stopped."_s, Retry::Never));
        QVERIFY(!bar->isVisible());
    }

    void searching()
    {
        Fixture fixture;
        auto* const field = fixture.find<QLineEdit>("addField");
        fixture.dialog.begin(u"orion instruct"_s);
        fixture.dialog.showResults(page(0, 20, true), true);
        auto* const results = fixture.find<QTreeView>("searchResults");
        QVERIFY(results->isVisible());
        QTest::keyClick(field, Qt::Key_Down);
        QTRY_COMPARE(QApplication::focusWidget(), results);
        QVERIFY(results->currentIndex().isValid());
        // It was chosen, and with the preview there is a way back to the list.
        QTest::keyClick(results, Qt::Key_Return);
        fixture.dialog.showPreview(preview());
        QVERIFY(!results->isVisible());
        auto* const back = fixture.find<QAbstractButton>("backToResults");
        QVERIFY(back->isVisible());
        back->click();
        QVERIFY(results->isVisible());
        fixture.dialog.showResults({}, true);
        QVERIFY(!results->isVisible());
    }

    void enterInAFieldDoesNotArchive()
    {
        Fixture fixture;
        QSignalSpy closed(&fixture.dialog, &QDialog::finished);
        fixture.show(ggufFiles());
        auto* const filter = fixture.find<QLineEdit>("fileFilter");
        filter->setFocus();
        QTest::keyClick(filter, Qt::Key_Return);
        QVERIFY(fixture.canArchive());
        QTest::keyClick(filter, Qt::Key_Escape);
        QCOMPARE(closed.count(), 1);
    }

    void tabGoesRound()
    {
        Fixture fixture;
        fixture.show(mixedFiles());
        fixture.dialog.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&fixture.dialog));
        fixture.find<QLineEdit>("addField")->setFocus();
        for (QWidget* const widget : fixture.dialog.findChildren<QWidget*>()) {
            if (auto* const interface = QAccessible::queryAccessibleInterface(widget);
                interface && widget->isVisible() && (widget->focusPolicy() & Qt::TabFocus))
                QVERIFY2(!interface->text(QAccessible::Name).isEmpty() || widget->focusProxy(),
                         qPrintable(widget->objectName() + QString::fromLatin1(widget->metaObject()->className())));
        }
        QCOMPARE(
            tabbed(fixture),
            u"addField openPage revision chooseEverything fileFilter tickShown untickShown files store archiveButton cancel"_s);
        fixture.find<QRadioButton>("chooseFormat")->click();
        QCOMPARE(
            tabbed(fixture),
            u"addField openPage revision chooseFormat formats fileFilter tickShown untickShown files store archiveButton cancel"_s);
        fixture.find<QRadioButton>("chooseFiles")->click();
        QCOMPARE(
            tabbed(fixture),
            u"addField openPage revision chooseFiles fileFilter tickShown untickShown files store archiveButton cancel"_s);
    }

    void controlEnterArchives()
    {
        Fixture fixture;
        fixture.show(ggufFiles());
        fixture.dialog.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&fixture.dialog));
        QSignalSpy clicked(fixture.find<QAbstractButton>("archiveButton"), &QAbstractButton::clicked);
        QTest::keyClick(fixture.find<QLineEdit>("fileFilter"), Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(clicked.count(), 1);
        // The engine is not open and says so: it can be tried again.
        QTRY_VERIFY(fixture.canArchive());
    }

    void archivesOnlyWhenTold()
    {
        Fixture fixture;
        fixture.show(ggufFiles());
        fixture.find<QAbstractButton>("archiveButton")->click();
        QVERIFY(!fixture.canArchive());
        QVERIFY(!fixture.find<QLineEdit>("addField")->isEnabled());
        QTRY_VERIFY(fixture.canArchive());
        QVERIFY(fixture.find<QLineEdit>("addField")->isEnabled());
        // It failed, and what is news to a question is none to this.
        for (const ErrorKind kind : {ErrorKind::NotAllowed, ErrorKind::Network}) {
            fixture.dialog.showError(
                kind == ErrorKind::NotAllowed
                    ? gated()
                    : errorOf(kind, u"network"_s, u"The Hub cannot be reached."_s, Retry::Automatic));
            Q_EMIT fixture.engine.tokenChanged();
            Q_EMIT fixture.engine.settingsChanged();
            QVERIFY(fixture.canArchive());
            QVERIFY(fixture.find<MessageBar>("messageBar")->isVisible());
        }
    }

    void storesTroubleIsPlainText()
    {
        Fixture fixture;
        QList<StoreStatus> shown = stores();
        shown[1].trouble = u"No <b>disk</b> at /media/x."_s;
        fixture.dialog.showStores(shown);
        const auto* const store = fixture.find<QComboBox>("store");
        QVERIFY(store->itemData(1, Qt::ToolTipRole).toString().contains(u"&lt;b&gt;"_s));
        QVERIFY(store->itemData(0, Qt::ToolTipRole).toString().isEmpty());
    }

    void remembersItsSize()
    {
        const QTemporaryDir folder;
        WindowSettings settings(folder.path());
        QSize size;
        {
            Fixture fixture;
            fixture.dialog.remember(settings);
            size = fixture.dialog.size() - QSize(0, 30);
            fixture.dialog.resize(size);
            fixture.dialog.reject();
        }
        Fixture fixture;
        fixture.dialog.remember(settings);
        QCOMPARE(fixture.dialog.size(), size);
    }

    void keepsItsSizeWhileItFills()
    {
        Fixture fixture;
        const QSize size = fixture.dialog.size();
        fixture.dialog.showResults(page(0, 20, true), true);
        fixture.show(ggufFiles(), 30'000'000'000);
        fixture.dialog.showError(gated());
        QCOMPARE(fixture.dialog.size(), size);
    }

    void shots();
};

void AddDialogTest::shots()
{
    const QString folder = qEnvironmentVariable("HUGGER_SHOTS");
    if (folder.isEmpty())
        QSKIP("HUGGER_SHOTS is not set");
    const auto shoot = [&folder](const QString& name, Qt::LayoutDirection direction, auto fill) {
        using Scheme = WindowSettings::Scheme;
        for (const Scheme scheme : {Scheme::Light, Scheme::Dark}) {
            applyScheme(scheme);
            QGuiApplication::setLayoutDirection(direction);
            Fixture fixture;
            fixture.dialog.resize(fixture.dialog.fontMetrics().averageCharWidth() * 130,
                                  fixture.dialog.fontMetrics().height() * 38);
            fill(fixture);
            QTest::qWait(100); // lazily laid out views
            const QString file = u"%1/add-%2-%3%4-%5x.png"_s.arg(
                folder, name, scheme == Scheme::Dark ? u"dark"_s : u"light"_s,
                direction == Qt::RightToLeft ? u"-rtl"_s : QString(), qEnvironmentVariable("QT_SCALE_FACTOR", u"1"_s));
            QVERIFY(fixture.dialog.grab().save(file));
        }
        QGuiApplication::setLayoutDirection(Qt::LeftToRight);
    };
    Doubler doubler;
    if (qEnvironmentVariableIsSet("HUGGER_SHOTS_LONG"))
        QCoreApplication::installTranslator(&doubler);
    for (const Qt::LayoutDirection direction : {Qt::LeftToRight, Qt::RightToLeft}) {
        shoot(u"start"_s, direction, [](Fixture& fixture) { fixture.dialog.begin({}); });
        shoot(u"search"_s, direction, [](Fixture& fixture) {
            fixture.find<QLineEdit>("addField")->setText(u"orion instruct"_s);
            fixture.dialog.showResults(page(0, 20, true), true);
            QTest::keyClick(fixture.find<QLineEdit>("addField"), Qt::Key_Down);
        });
        shoot(u"everything"_s, direction, [](Fixture& fixture) {
            fixture.find<QLineEdit>("addField")->setText(u"https://huggingface.co/nova-lab/Kestrel"_s);
            auto plan = planOf(mixedFiles(), 212'000'000'000);
            plan->warnings = {u"May hold pickles, which can run code when loaded: pytorch_model-00001-of-00001.bin, "
                              "training_args.bin."_s};
            RepoPreview what = preview();
            what.held.first().commit = what.info.commit;
            fixture.dialog.showPreview(what);
            fixture.dialog.showPlan(plan);
            QTRY_VERIFY(fixture.canArchive());
        });
        shoot(u"quantisation"_s, direction, [](Fixture& fixture) {
            fixture.find<QLineEdit>("addField")->setText(u"nova-lab/Kestrel-GGUF"_s);
            fixture.show(ggufFiles());
            fixture.find<QRadioButton>("chooseQuantisation")->click();
        });
        shoot(u"nospace"_s, direction, [](Fixture& fixture) {
            fixture.find<QLineEdit>("addField")->setText(u"nova-lab/Kestrel-GGUF"_s);
            fixture.show(ggufFiles(), 30'000'000'000);
        });
        shoot(u"gated"_s, direction, [](Fixture& fixture) {
            fixture.find<QLineEdit>("addField")->setText(u"nova-lab/Kestrel-GGUF"_s);
            RepoPreview what = preview();
            what.info.gating = Gating::Manual;
            fixture.dialog.showPreview(what);
            fixture.dialog.showError(gated());
        });
    }
}

QTEST_MAIN(AddDialogTest)
#include "tst_adddialog.moc"
