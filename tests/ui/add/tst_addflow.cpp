// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/practicehubprocess.h"
#include "support/samplelibrary.h"

#include "ui/add/adddialog.h"

#include <QtCore/QTemporaryDir>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QAbstractButton>
#include <QtWidgets/QApplication>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QStyleFactory>
#include <QtWidgets/QTreeView>

using namespace hugger;
using namespace Qt::StringLiterals;

/// The dialog on a real engine, and that on the practice Hub.
class AddFlowTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QApplication::setStyle(QStyleFactory::create(u"Fusion"_s));
        m_hub = std::make_unique<test::PracticeHubProcess>();
    }
    void cleanupTestCase() { m_hub.reset(); }

    void init()
    {
        m_hub->reset();
        m_folder = std::make_unique<QTemporaryDir>();
        test::setEndpoint(m_folder->path(), m_hub->endpoint());
        m_engine = std::make_unique<Engine>(m_folder->path());
        QSignalSpy opened(m_engine.get(), &Engine::opened);
        m_engine->open();
        QTRY_COMPARE(opened.count(), 1);
        QVERIFY(m_engine->isOpen());
        m_dialog = std::make_unique<AddDialog>(*m_engine);
        m_dialog->show();
    }
    void cleanup()
    {
        m_dialog.reset();
        QSignalSpy closed(m_engine.get(), &Engine::closed);
        m_engine->close();
        QTRY_COMPARE_WITH_TIMEOUT(closed.count(), 1, 20'000);
        m_engine.reset();
    }

    void oneQuantisation()
    {
        m_dialog->begin(u"acme/tiny-llama-GGUF"_s);
        QTRY_VERIFY(canArchive());
        find<QAbstractButton>("chooseQuantisation")->click();
        QSignalSpy started(m_dialog.get(), &AddDialog::archiveStarted);
        QSignalSpy ended(m_engine.get(), &Engine::jobEnded);
        find<QAbstractButton>("archiveButton")->click();
        QTRY_COMPARE(started.count(), 1);
        QVERIFY(!m_dialog->isVisible());
        const Job job = started.first().first().value<Job>();
        QVERIFY(job.selection.include.contains(u"*Q4_K_M*.gguf"_s));
        QVERIFY(job.selection.include.contains(u"README.md"_s));
        QTRY_COMPARE_WITH_TIMEOUT(ended.count(), 1, 20'000);
        QCOMPARE(ended.first().first().value<JobStatus>().job.state, JobState::Completed);

        // The next time it says what is held.
        AddDialog again(*m_engine);
        again.show();
        again.begin(u"acme/tiny-llama-GGUF"_s);
        auto* const archive = again.findChild<QAbstractButton*>("archiveButton"_L1);
        QTRY_VERIFY(archive->isEnabled());
        QVERIFY(again.findChild<QLabel*>("totals"_L1)->text().contains(u"held already"_s));
        const auto* const files = again.findChild<QTreeView*>("files"_L1);
        QVERIFY(files->model()->rowCount() > 0);
    }

    void everythingNeedsNoSelection()
    {
        m_dialog->begin(m_hub->endpoint().toString() + u"/acme/tiny-llama"_s);
        QTRY_VERIFY(canArchive());
        QSignalSpy started(m_dialog.get(), &AddDialog::archiveStarted);
        QTest::keyClick(find<QLineEdit>("fileFilter"), Qt::Key_Return);
        QCOMPARE(started.count(), 0);
        find<QAbstractButton>("archiveButton")->click();
        QTRY_COMPARE(started.count(), 1);
        const Job job = started.first().first().value<Job>();
        QVERIFY(job.selection.isEverything());
        QCOMPARE(job.commit.size(), 40);
    }

    void fileOfALink()
    {
        m_dialog->begin(m_hub->endpoint().toString() + u"/acme/tiny-llama/blob/main/config.json"_s);
        QTRY_VERIFY(canArchive());
        QSignalSpy started(m_dialog.get(), &AddDialog::archiveStarted);
        find<QAbstractButton>("archiveButton")->click();
        QTRY_COMPARE(started.count(), 1);
        const Selection selection = started.first().first().value<Job>().selection;
        QVERIFY(selection.include.contains(u"config.json"_s));
        QVERIFY(selection.exclude.isEmpty());
    }

    void anotherRevision()
    {
        m_dialog->begin(u"acme/tiny-llama"_s);
        QTRY_VERIFY(canArchive());
        auto* const revision = find<QComboBox>("revision");
        revision->setFocus();
        revision->setEditText(u"v1.0"_s);
        QTest::keyClick(revision, Qt::Key_Return);
        QVERIFY(!canArchive());
        QTRY_VERIFY(canArchive());
        QSignalSpy started(m_dialog.get(), &AddDialog::archiveStarted);
        find<QAbstractButton>("archiveButton")->click();
        QTRY_COMPARE(started.count(), 1);
        QCOMPARE(started.first().first().value<Job>().revision, u"v1.0"_s);

        AddDialog other(*m_engine);
        other.show();
        other.begin(u"acme/tiny-llama@nowhere"_s);
        const auto* const bar = other.findChild<MessageBar*>("messageBar"_L1);
        QTRY_VERIFY(bar->isVisible());
    }

    void searchByWords()
    {
        auto* const field = find<QLineEdit>("addField");
        field->setFocus();
        QTest::keyClicks(field, u"tiny"_s);
        auto* const results = find<QTreeView>("searchResults");
        QTRY_VERIFY(results->isVisible());
        QVERIFY(results->model()->rowCount() > 2);
        QTest::keyClick(field, Qt::Key_Down);
        QTest::keyClick(results, Qt::Key_Return);
        QTRY_VERIFY(canArchive());
        find<QAbstractButton>("backToResults")->click();
        QVERIFY(!canArchive());
        auto* const kind = find<QComboBox>("searchKind");
        kind->setCurrentIndex(2);
        Q_EMIT kind->activated(2);
        QTRY_VERIFY(!results->isVisible()); // no space is called so
    }

    void halfAnIdIsSearchedFor()
    {
        auto* const field = find<QLineEdit>("addField");
        QTest::keyClicks(field, u"acme/tiny-lla"_s);
        auto* const results = find<QTreeView>("searchResults");
        QTRY_VERIFY(results->isVisible());
        QVERIFY(!find<MessageBar>("messageBar")->isVisible());
        // On purpose it is an id, and that is not there.
        QTest::keyClick(field, Qt::Key_Return);
        QTRY_VERIFY(find<MessageBar>("messageBar")->isVisible());
    }

    void troubleAndRetry()
    {
        const auto* const bar = find<MessageBar>("messageBar");
        m_dialog->begin(u"acme/gated"_s);
        QTRY_VERIFY(bar->isVisible());
        QVERIFY(!canArchive());
        QVERIFY(bar->message().step == NextStep::OpenGatePage || bar->message().step == NextStep::EnterToken);

        m_hub->addFault({{u"route"_s, u"tree"_s}}, {{u"type"_s, u"status"_s}, {u"status"_s, 403}});
        m_dialog->begin(u"acme/tiny-llama"_s);
        QTRY_VERIFY(bar->isVisible() && !bar->message().text.contains(u"acme/gated"_s));
        m_hub->clearFaults();
        m_dialog->begin(u"acme/tiny-llama"_s);
        QTRY_VERIFY(canArchive());
        QVERIFY(!bar->isVisible());
    }

    void newTokenAsksAgain()
    {
        const auto* const bar = find<MessageBar>("messageBar");
        m_hub->addFault({{u"route"_s, u"tree"_s}}, {{u"type"_s, u"status"_s}, {u"status"_s, 403}});
        m_dialog->begin(u"acme/tiny-llama"_s);
        QTRY_VERIFY(bar->isVisible());
        m_hub->clearFaults();
        // Another speed lets nobody in.
        Settings settings = m_engine->settings();
        settings.bandwidth = 5'000'000;
        QSignalSpy changed(m_engine.get(), &Engine::settingsChanged);
        auto applied = m_engine->apply(settings);
        QTRY_COMPARE(changed.count(), 1);
        QVERIFY(bar->isVisible());
        auto token = m_engine->setToken(m_hub->token(u"alice"_s));
        QTRY_VERIFY(canArchive());
        QVERIFY(!bar->isVisible());
    }

    void moreOfTheResults()
    {
        m_hub->addFault({{u"route"_s, u"search"_s}}, {{u"type"_s, u"pages"_s}, {u"mode"_s, u"endless"_s}});
        m_dialog->begin(u"tiny"_s);
        auto* const results = find<QTreeView>("searchResults");
        QTRY_VERIFY(results->isVisible());
        auto* const model = results->model();
        const auto isAtRest = [&] { return model->canFetchMore({}); };
        QTRY_VERIFY(isAtRest());
        m_hub->clearFaults();
        m_hub->addFault({{u"route"_s, u"search"_s}}, {{u"type"_s, u"delay"_s}, {u"seconds"_s, 60}});

        // A hit is chosen while more are on their way: afterwards they can be asked for again.
        model->fetchMore({});
        QVERIFY(!model->canFetchMore({}));
        QTest::keyClick(find<QLineEdit>("addField"), Qt::Key_Down);
        QTest::keyClick(results, Qt::Key_Return);
        QTRY_VERIFY(canArchive());
        QVERIFY(model->canFetchMore({}));
        find<QAbstractButton>("backToResults")->click();
        QVERIFY(results->isVisible());

        // While other words are asked for, the old ones get no more.
        auto* const field = find<QLineEdit>("addField");
        field->setText(u"tiny llama"_s);
        QTest::keyClick(field, Qt::Key_Return);
        QVERIFY(results->isVisible());
        QVERIFY(!model->canFetchMore({}));
        // Chosen from the old ones all the same: the way back asks for the new ones once more.
        QTest::keyClick(results, Qt::Key_Return);
        QTRY_VERIFY(canArchive());
        m_hub->clearFaults();
        QSignalSpy found(model, &QAbstractItemModel::modelReset);
        find<QAbstractButton>("backToResults")->click();
        QTRY_COMPARE(found.count(), 1);
    }

    void typedRevisionIsNoPlanYet()
    {
        m_dialog->begin(u"acme/tiny-llama"_s);
        QTRY_VERIFY(canArchive());
        m_dialog->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_dialog.get()));
        auto* const revision = find<QComboBox>("revision");
        revision->setFocus();
        revision->setEditText(u"v1.0"_s);
        QSignalSpy started(m_dialog.get(), &AddDialog::archiveStarted);
        QTest::keyClick(revision, Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(canArchive());
        QCOMPARE(started.count(), 0);
        find<QAbstractButton>("archiveButton")->click();
        QTRY_COMPARE(started.count(), 1);
        QCOMPARE(started.first().first().value<Job>().revision, u"v1.0"_s);
    }

    void anotherStore()
    {
        const QString shelf = m_folder->filePath(u"shelf"_s);
        QSignalSpy stores(m_engine.get(), &Engine::storesChanged);
        bool added = false;
        m_engine->addStore(m_folder->filePath(u"first"_s), u"First"_s).then(this, [&](const Expected<KnownStore>&) {
            m_engine->addStore(shelf, u"Shelf"_s).then(this, [&](const Expected<KnownStore>& store) {
                added = store.has_value();
            });
        });
        QTRY_VERIFY(added);
        auto* const store = find<QComboBox>("store");
        QTRY_COMPARE(store->count(), 2);
        m_dialog->begin(u"acme/tiny-llama-GGUF"_s);
        QTRY_VERIFY(canArchive());
        find<QAbstractButton>("chooseQuantisation")->click();
        const QString before = find<QLabel>("totals")->text();
        const int place = store->findText(u"Shelf"_s, Qt::MatchStartsWith);
        QVERIFY(place >= 0);
        store->setCurrentIndex(place);
        Q_EMIT store->activated(place);
        QVERIFY(!canArchive());
        QTRY_VERIFY(canArchive());
        QVERIFY(find<QTreeView>("quantisations")->isVisible());
        QCOMPARE(find<QLabel>("totals")->text(), before);
        QSignalSpy started(m_dialog.get(), &AddDialog::archiveStarted);
        find<QAbstractButton>("archiveButton")->click();
        QTRY_COMPARE(started.count(), 1);
        QCOMPARE(started.first().first().value<Job>().storeId, store->itemData(place).toString());
    }

    void closingStopsAsking()
    {
        m_hub->addFault({{u"route"_s, u"tree"_s}}, {{u"type"_s, u"delay"_s}, {u"seconds"_s, 60}});
        m_dialog->begin(u"acme/tiny-llama"_s);
        QTRY_VERIFY(find<QComboBox>("revision")->isVisible());
        m_dialog->reject();
        // cleanup() would wait for an answer that never comes.
    }

private:
    template<typename T> T* find(const char* name) const { return m_dialog->findChild<T*>(QLatin1StringView(name)); }
    [[nodiscard]] bool canArchive() const { return find<QAbstractButton>("archiveButton")->isEnabled(); }

    std::unique_ptr<test::PracticeHubProcess> m_hub;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Engine> m_engine;
    std::unique_ptr<AddDialog> m_dialog;
};

QTEST_MAIN(AddFlowTest)
#include "tst_addflow.moc"
