// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/practicehubprocess.h"
#include "support/samplelibrary.h"
#include "support/ui/openwindow.h"

#include "app/gui/watchnews.h"
#include "ui/events/eventlistmodel.h"
#include "ui/events/eventpane.h"
#include "ui/update/updatedialog.h"
#include "ui/widgets/messagebar.h"

#include <QtCore/QDirIterator>
#include <QtCore/QTemporaryDir>
#include <QtGui/QAction>
#include <QtTest/QTest>
#include <QtWidgets/QAbstractItemView>
#include <QtWidgets/QApplication>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QTextEdit>

#include <memory>

using namespace Qt::StringLiterals;
using namespace hugger;
using namespace hugger::test;
using namespace std::chrono_literals;

namespace {

constexpr auto patience = 60s;

} // namespace

/// What happens upstream, from the practice Hub through the real engine to what a person sees.
class WatchE2eTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void init();
    void cleanup();

    void changesReachThePerson();
    void nothingNew();
    void whatFailedIsSaid();
    void updateAfterAPreview();
    void updateWithoutAPreview();

private:
    [[nodiscard]] bool hold(const QString& repo);
    void change(const QString& repo, const QString& path, const QString& text);
    void trigger(const QString& action) { m_open->find<QAction>(action)->trigger(); }
    [[nodiscard]] bool choose(const QString& repo);
    [[nodiscard]] QString said() const { return m_open->find<MessageBar>(u"messageBar"_s)->message().text; }
    [[nodiscard]] HeldRow held(const QString& repo);
    /// Name and SHA-256 of all that is held.
    [[nodiscard]] QMap<QString, QByteArray> objects() const;
    [[nodiscard]] bool isListed(const QString& repo, const QString& what) const;
    [[nodiscard]] bool isTold(const QString& title) const;

    std::unique_ptr<PracticeHubProcess> m_hub;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<OpenWindow> m_open;
    std::unique_ptr<WatchNews> m_news;
    QList<Notifier::Notification> m_told;
    QHash<qint64, HeldRow> m_rows;
};

void WatchE2eTest::initTestCase()
{
    usePlainStyle();
    m_hub = std::make_unique<PracticeHubProcess>(QStringList{u"--samples"_s, u"none"_s});
}

void WatchE2eTest::cleanupTestCase()
{
    m_hub.reset();
}

void WatchE2eTest::init()
{
    m_hub->reset();
    m_folder = std::make_unique<QTemporaryDir>();
    setEndpoint(m_folder->path(), m_hub->endpoint());
    m_open = std::make_unique<OpenWindow>(m_folder->path());
    m_rows.clear();
    connect(&m_open->engine(), &Engine::rowsChanged, this, [this](const QList<HeldRow>& changed) {
        for (const HeldRow& row : changed)
            m_rows.insert(row.id, row);
    });
    // As the session of the program has it.
    m_news = std::make_unique<WatchNews>(m_open->engine(), m_open->settings(), 10ms);
    m_told.clear();
    connect(&m_open->engine(), &Engine::happened, m_news.get(), &WatchNews::happened);
    connect(m_news.get(), &WatchNews::news, this,
            [this](const Notifier::Notification& notification) { m_told.append(notification); });
    QVERIFY(m_open->open());
    for (const auto& repo : {u"acme/one"_s, u"acme/two"_s, u"acme/three"_s})
        QVERIFY(hold(repo));
}

void WatchE2eTest::cleanup()
{
    m_news.reset();
    m_open.reset();
    m_folder.reset();
}

bool WatchE2eTest::hold(const QString& repo)
{
    m_hub->addRepo(repo,
                   {hubText(u"README.md"_s, u"---\nlicense: apache-2.0\n---\n# A model\n"_s),
                    hubText(u"config.json"_s, u"{}"_s), hubFile(u"model.safetensors"_s, 60'000)});
    ArchiveWish wish;
    wish.repo = {RepoKind::Model, repo};
    const auto job = m_open->engine().archive(wish);
    return QTest::qWaitFor([&] { return job.isFinished() && m_open->rowOf(repo) >= 0 && held(repo).isComplete; },
                           patience);
}

void WatchE2eTest::change(const QString& repo, const QString& path, const QString& text)
{
    m_hub->call("POST", u"commits"_s, QJsonObject{{u"id"_s, repo}, {u"files"_s, QJsonArray{hubText(path, text)}}});
}

bool WatchE2eTest::choose(const QString& repo)
{
    if (!QTest::qWaitFor([&] { return m_open->rowOf(repo) >= 0; }, patience))
        return false;
    m_open->choose(m_open->rowOf(repo));
    return true;
}

HeldRow WatchE2eTest::held(const QString& repo)
{
    HeldRow found;
    for (const HeldRow& row : std::as_const(m_rows)) {
        if (row.repo.id == repo && row.capturedAt >= found.capturedAt && row.id > found.id)
            found = row;
    }
    return found;
}

QMap<QString, QByteArray> WatchE2eTest::objects() const
{
    QMap<QString, QByteArray> found;
    QDirIterator files(m_folder->filePath(u"store/objects"_s), QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (file.open(QIODevice::ReadOnly))
            found.insert(file.fileName(), file.readAll());
    }
    return found;
}

bool WatchE2eTest::isListed(const QString& repo, const QString& what) const
{
    const QAbstractItemModel* model = m_open->find<QAbstractItemView>(u"eventList"_s)->model();
    for (int row = 0; row < model->rowCount(); ++row) {
        const QString type = model->index(row, EventListModel::What).data().toString();
        if (model->index(row, EventListModel::Repository).data().toString() == repo && type.contains(what))
            return true;
    }
    return false;
}

bool WatchE2eTest::isTold(const QString& title) const
{
    return std::ranges::contains(m_told, title, &Notifier::Notification::title);
}

void WatchE2eTest::changesReachThePerson()
{
    const auto before = objects();
    QVERIFY(before.size() >= 3);
    change(u"acme/one"_s, u"config.json"_s, u"{\"new\": 1}"_s);
    m_hub->call("POST", u"repos/delete"_s, QJsonObject{{u"id"_s, u"acme/two"_s}});
    trigger(u"checkAll"_s);

    // The message, once, and only when the second look has confirmed the first.
    QTRY_COMPARE_WITH_TIMEOUT(said(), u"Changed upstream: 2 of 3. What happened is listed under Events."_s, patience);
    QTRY_COMPARE(held(u"acme/one"_s).upstream, u"newer"_s);
    QTRY_COMPARE(held(u"acme/two"_s).upstream, u"gone"_s);
    QCOMPARE(held(u"acme/two"_s).lastCopy, u"gone"_s);
    QCOMPARE(held(u"acme/three"_s).upstream, u"current"_s);

    // The notifications: the alarm of its own, the rest for those who do not look.
    QTRY_VERIFY(isTold(u"acme/two is gone upstream"_s));
    QTRY_VERIFY(isTold(u"acme/one: New commit upstream"_s));
    QCOMPARE(m_told.size(), 2);

    // The view of events, with what proves it.
    trigger(u"showEvents"_s);
    QTRY_VERIFY(isListed(u"acme/one"_s, u"New commit"_s));
    QVERIFY(isListed(u"acme/two"_s, u"Gone"_s));
    QVERIFY(!isListed(u"acme/three"_s, u"New commit"_s));
    const auto gone = std::ranges::find(m_told, u"acme/two is gone upstream"_s, &Notifier::Notification::title);
    const auto about = WatchNews::aboutOf(gone->id);
    QVERIFY(about && about->event > 0);
    m_open->window().showEvents(about->event);
    const auto* pane = m_open->window().findChild<EventPane*>();
    QTRY_VERIFY(pane->isVisible() && pane->shown().id == about->event);
    QVERIFY(pane->shown().detail.contains(u"deleted or made private"_s));
    const auto* evidence = m_open->find<QTextEdit>(u"eventEvidence"_s);
    QVERIFY(evidence != nullptr);
    QTRY_VERIFY(evidence->toPlainText().contains(u"/api/models/acme/two"_s));

    // What is held is verified at once, and stays as it was.
    const auto isVerified = [this] {
        const auto job = m_open->job(u"acme/two"_s);
        return job && job->job.type == JobType::Verify && job->job.state == JobState::Completed;
    };
    QTRY_VERIFY_WITH_TIMEOUT(isVerified(), patience);
    QCOMPARE(objects(), before);
    trigger(u"checkAll"_s);
    QTRY_COMPARE_WITH_TIMEOUT(said(), u"3 repos checked: nothing changed upstream."_s, patience);
    QCOMPARE(m_told.size(), 2);
}

void WatchE2eTest::nothingNew()
{
    trigger(u"checkAll"_s);
    QTRY_COMPARE_WITH_TIMEOUT(said(), u"3 repos checked: nothing changed upstream."_s, patience);
    QVERIFY(m_told.isEmpty());
    QVERIFY(choose(u"acme/one"_s));
    change(u"acme/one"_s, u"config.json"_s, u"{\"new\": 1}"_s);
    QTRY_VERIFY(m_open->find<QAction>(u"check"_s)->isEnabled());
    trigger(u"check"_s);
    QTRY_COMPARE_WITH_TIMEOUT(said(), u"Changed upstream: 1 of 1. What happened is listed under Events."_s, patience);
}

void WatchE2eTest::whatFailedIsSaid()
{
    // An answer that is none, of one of them.
    m_hub->addFault({{u"path"_s, u"/api/models/acme/two"_s}},
                    {{u"type"_s, u"status"_s}, {u"status"_s, 200}, {u"json"_s, QJsonArray{1, 2}}});
    trigger(u"checkAll"_s);
    QTRY_COMPARE_WITH_TIMEOUT(said(),
                              u"2 repos checked: nothing changed upstream. 1 repos could not be checked, and are tried "
                              "again by themselves."_s,
                              patience);
    QVERIFY(m_told.isEmpty());
}

void WatchE2eTest::updateAfterAPreview()
{
    const auto before = objects();
    change(u"acme/one"_s, u"config.json"_s, u"{\"new\": 1}"_s);
    trigger(u"checkAll"_s);
    QTRY_COMPARE_WITH_TIMEOUT(held(u"acme/one"_s).upstream, u"newer"_s, patience);
    QVERIFY(choose(u"acme/one"_s));
    QTRY_VERIFY(m_open->find<QAction>(u"previewUpdate"_s)->isEnabled());
    trigger(u"previewUpdate"_s);
    QTRY_VERIFY(openDialog<UpdateDialog>() != nullptr);
    auto* update = openDialog<UpdateDialog>()->findChild<QPushButton*>(u"updateButton"_s);
    QTRY_VERIFY_WITH_TIMEOUT(update->isVisible() && update->isEnabled(), patience);
    update->click();
    QTRY_COMPARE_WITH_TIMEOUT(m_rows.size(), 4, patience);
    // Both snapshots of it say at once that nothing is newer.
    QTRY_VERIFY(std::ranges::all_of(m_rows, [](const HeldRow& row) { return row.upstream == "current"_L1; }));
    const auto after = objects();
    for (const auto& [name, bytes] : before.asKeyValueRange())
        QCOMPARE(after.value(name), bytes);
    QCOMPARE(after.size(), before.size() + 1);
}

void WatchE2eTest::updateWithoutAPreview()
{
    change(u"acme/one"_s, u"config.json"_s, u"{\"new\": 1}"_s);
    trigger(u"checkAll"_s);
    QTRY_COMPARE_WITH_TIMEOUT(held(u"acme/one"_s).upstream, u"newer"_s, patience);
    QVERIFY(choose(u"acme/one"_s));
    QTRY_VERIFY(m_open->find<QAction>(u"update"_s)->isEnabled());
    trigger(u"update"_s);
    QTRY_COMPARE_WITH_TIMEOUT(said(), u"1 updates are queued. What you hold stays; what is new comes beside it."_s,
                              patience);
    QVERIFY(openDialog<UpdateDialog>() == nullptr);
    QTRY_COMPARE_WITH_TIMEOUT(m_rows.size(), 4, patience);
    QTRY_VERIFY(std::ranges::all_of(m_rows, [](const HeldRow& row) { return row.upstream == "current"_L1; }));
}

QTEST_MAIN(WatchE2eTest)
#include "tst_watch_e2e.moc"
