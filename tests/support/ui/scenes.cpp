// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/ui/scenes.h"

#include "support/samplelibrary.h"
#include "support/samplesnapshot.h"
#include "support/ui/bundlescenes.h"
#include "support/ui/watchscenes.h"

#include "base/hash.h"
#include "ui/add/adddialog.h"
#include "ui/details/loaddialog.h"
#include "ui/details/notesdialog.h"
#include "ui/mainwindow/sidebar.h"
#include "ui/pairing/pairingdialog.h"
#include "ui/pairing/pairingprompt.h"

#include <QtTest/QSignalSpy>
#include <QtWidgets/QAbstractButton>
#include <QtWidgets/QAbstractItemView>
#include <QtWidgets/QApplication>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QRadioButton>
#include <QtWidgets/QTabWidget>
#include <QtWidgets/QTextBrowser>
#include <QtWidgets/QTreeView>

using namespace Qt::StringLiterals;

namespace hugger::test {

namespace {

enum Tab { Overview, CardText, Files, Revisions, Events, License };

const QString orion = u"acme/Orion-7B-Instruct"_s;

bool waitFor(const std::function<bool()>& isThere)
{
    return QTest::qWaitFor(isThere, 10'000);
}

/// Answers of the engine that nothing on the screen tells of are there soon after.
void settle()
{
    QTest::qWait(300);
}

/// A big file that the Hub lists but never sends. Not too big: what does not fit on this machine's disk cannot be
/// archived, in a scene, too.
QJsonObject listed(const QString& path, qint64 size)
{
    const QString sha256 = QString::fromLatin1(sha256Hex(path.toUtf8()));
    return {{u"path"_s, path},
            {u"text"_s, u"-"_s},
            {u"lfs"_s, true},
            {u"entry"_s,
             QJsonObject{{u"size"_s, size},
                         {u"lfs"_s, QJsonObject{{u"oid"_s, sha256}, {u"size"_s, size}, {u"pointerSize"_s, 134}}}}}};
}

void fill(PracticeHubProcess& hub)
{
    const auto repo = [&hub](const QString& id, const QString& license, qint64 downloads, qint64 likes,
                             const QJsonArray& files, const QJsonObject& more = {}) {
        QJsonArray all = files;
        all.append(hubText(u"README.md"_s, u"---\nlicense: %1\n---\n# %2\n"_s.arg(license, id)));
        qint64 bytes = 0;
        for (const QJsonValue& file : files)
            bytes += file[u"entry"_s][u"size"_s].toInteger();
        QJsonObject spec = more;
        // What the practice Hub would count is what it really has.
        const QString changed = daysAgo(static_cast<int>(likes % 40) + 8).replace(u'Z', u".000Z"_s);
        spec.insert(u"extra"_s, QJsonObject{{u"usedStorage"_s, bytes}, {u"lastModified"_s, changed}});
        spec.insert(u"downloads"_s, downloads);
        spec.insert(u"likes"_s, likes);
        hub.addRepo(id, all, spec);
    };
    QJsonArray quantised{hubText(u"config.json"_s, u"{}"_s), listed(u"mmproj-Kestrel-f16.gguf"_s, 136'000'000)};
    const std::array kinds{std::pair(u"Q2_K"_s, 339),   std::pair(u"Q3_K_M"_s, 355), std::pair(u"Q4_K_S"_s, 386),
                           std::pair(u"Q4_K_M"_s, 398), std::pair(u"Q5_K_M"_s, 420), std::pair(u"Q6_K"_s, 506),
                           std::pair(u"Q8_0"_s, 531)};
    for (const auto& [kind, megabytes] : kinds)
        quantised.append(listed(u"Kestrel-0.5B-Instruct-%1.gguf"_s.arg(kind), megabytes * qint64(1'000'000)));
    for (int part = 1; part <= 4; ++part)
        quantised.append(listed(u"F16/Kestrel-0.5B-Instruct-F16-%1-of-00004.gguf"_s.arg(part, 5, 10, QLatin1Char('0')),
                                248'000'000));
    repo(u"nova-lab/Kestrel-0.5B-Instruct-GGUF"_s, u"apache-2.0"_s, 1'204'771, 902, quantised);
    QJsonArray sharded{hubText(u"config.json"_s, u"{}"_s), hubText(u"LICENSE"_s, u"Apache License"_s),
                       listed(u"tokenizer.json"_s, 17'082'730), listed(u"pytorch_model.bin"_s, 988'000'000)};
    for (int part = 1; part <= 4; ++part)
        sharded.append(listed(u"model-%1-of-00004.safetensors"_s.arg(part, 5, 10, QLatin1Char('0')), 247'000'000));
    repo(u"nova-lab/Kestrel-0.5B-Instruct"_s, u"apache-2.0"_s, 3'481'002, 2'118, sharded);
    repo(u"nova-lab/Kestrel-70B-Instruct"_s, u"other"_s, 88'120, 411, {listed(u"model.safetensors"_s, 141'000'000'000)},
         {{u"gated"_s, u"manual"_s}});
    repo(u"quill/kestrel-lora-summaries"_s, u"mit"_s, 1'377, 12, {listed(u"adapter_model.safetensors"_s, 167'800'000)});
}

QWidget* added(Stage& stage, const QString& text, const std::function<bool(AddDialog&)>& isThere)
{
    OpenWindow& open = stage.library();
    open.window().addLinks(text);
    if (!waitFor([] { return openDialog<AddDialog>() != nullptr; }))
        return nullptr;
    auto* dialog = openDialog<AddDialog>();
    return waitFor([&] { return isThere(*dialog); }) ? dialog : nullptr;
}

template<typename Widget = QWidget> Widget* visible(const QWidget& window, const QString& name)
{
    auto* widget = window.findChild<Widget*>(name);
    return widget != nullptr && widget->isVisible() ? widget : nullptr;
}

bool hasRows(const QWidget& window, const QString& view)
{
    const auto* found = visible<QAbstractItemView>(window, view);
    return found != nullptr && found->model() != nullptr && found->model()->rowCount() > 0;
}

bool canArchive(AddDialog& dialog)
{
    const auto* button = visible<QAbstractButton>(dialog, u"archiveButton"_s);
    return button != nullptr && button->isEnabled();
}

QWidget* settingsPage(Stage& stage, SettingsDialog::Page page)
{
    stage.library().window().openSettings(page);
    if (!waitFor([] { return openDialog<SettingsDialog>() != nullptr; }))
        return nullptr;
    settle();
    return openDialog<SettingsDialog>();
}

/// The page about browsers and programs, with this to say.
QWidget* connectionsPage(Stage& stage, const QList<PairedClient>& clients, const ServerStatus& status)
{
    FakeConnections& connections = stage.library().connections();
    connections.setClients(clients);
    connections.setStatus(status);
    stage.opened().window().openSettings(SettingsDialog::Page::Connections);
    if (!waitFor([] { return openDialog<SettingsDialog>() != nullptr; }))
        return nullptr;
    settle();
    return openDialog<SettingsDialog>();
}

QWidget* pairing(Stage& stage, const PairingAsk& ask)
{
    OpenWindow& open = stage.library();
    new PairingPrompt(open.connections(), &open.window());
    open.connections().setAsk(ask);
    auto* const dialog = openDialog<PairingDialog>();
    if (dialog == nullptr)
        return nullptr;
    auto* const allow = dialog->findChild<QAbstractButton*>(u"pairingAllow"_s);
    return waitFor([allow] { return allow->isEnabled(); }) ? dialog : nullptr;
}

QList<Scene> connectionScenes()
{
    const ServerStatus listening{true, u"127.0.0.1"_s, 4847, 4847, {}};
    const ServerStatus moved{true, u"127.0.0.1"_s, 4848, 4847, {}};
    const ServerStatus failed{
        false, u"127.0.0.1"_s, 0, 4847,
        Error{
            ErrorKind::Failed,
            u"port_in_use"_s,
            u"hugger cannot listen on port 4847 or the next four: other programs may have them. Choose another one."_s,
            {},
            Retry::NeedsUser}};
    QList<Scene> all;
    all.append({u"settings-connections"_s,
                [listening](Stage& stage) { return connectionsPage(stage, sampleClients(), listening); }});
    all.append({u"settings-connections-none"_s, [moved](Stage& stage) { return connectionsPage(stage, {}, moved); }});
    all.append({u"settings-connections-trouble"_s,
                [failed](Stage& stage) { return connectionsPage(stage, sampleClients().first(1), failed); }});
    all.append({u"settings-connections-ask"_s, [listening](Stage& stage) {
                    QWidget* const dialog = connectionsPage(stage, sampleClients(), listening);
                    if (dialog != nullptr) {
                        stage.opened().connections().setRefusals(2);
                        dialog->findChild<QAbstractButton*>(u"otherAddress"_s)->click();
                        dialog->findChild<QAbstractButton*>(u"disconnectClient"_s)->click();
                        settle();
                    }
                    return dialog;
                }});
    all.append({u"pairing"_s, [](Stage& stage) { return pairing(stage, sampleAsk()); }});
    all.append({u"pairing-program"_s, [](Stage& stage) {
                    PairingAsk ask = sampleAsk();
                    ask.name = u"A-program-that-is-rather-proud-of-its-name-and-has-no-spaces"_s;
                    ask.origin.clear();
                    return pairing(stage, ask);
                }});
    all.append({u"pairing-expired"_s, [](Stage& stage) {
                    PairingAsk ask = sampleAsk();
                    ask.secondsLeft = 2;
                    QWidget* const dialog = pairing(stage, ask);
                    stage.opened().connections().setAsk(std::nullopt);
                    return dialog;
                }});
    return all;
}

/// Whatever dialog opens when the chosen snapshot is to be removed.
QWidget* removal(Stage& stage, const QString& repo)
{
    OpenWindow& open = stage.details(repo, Overview);
    open.table().setFocus();
    QTest::keyClick(&open.table(), Qt::Key_Delete);
    if (!waitFor([] { return openDialog<QDialog>() != nullptr; }))
        return nullptr;
    settle();
    return openDialog<QDialog>();
}

QWidget* clicked(OpenWindow& open, const QString& button)
{
    auto* found = visible<QAbstractButton>(open.window(), button);
    if (found == nullptr)
        return nullptr;
    found->click();
    return waitFor([] { return openDialog<QDialog>() != nullptr; }) ? openDialog<QDialog>() : nullptr;
}

QList<Scene> windowScenes()
{
    QList<Scene> all;
    all.append({u"window"_s, [](Stage& stage) -> QWidget* { return &stage.details(orion, Overview).window(); }});
    const std::array tabs{std::pair(u"card"_s, CardText), std::pair(u"files"_s, Files),
                          std::pair(u"revisions"_s, Revisions), std::pair(u"events"_s, Events),
                          std::pair(u"license"_s, License)};
    for (const auto& [name, tab] : tabs) {
        all.append(
            {u"details-"_s + name, [tab](Stage& stage) -> QWidget* { return &stage.details(orion, tab).window(); }});
    }
    const std::array states{
        std::pair(u"partial"_s, u"nova-lab/Kestrel-GGUF"_s), std::pair(u"fetching"_s, u"acme/Orion-70B"_s),
        std::pair(u"damaged"_s, u"quill/ocr-small"_s),       std::pair(u"gone"_s, u"halcyon/voice-base"_s),
        std::pair(u"gated"_s, u"corpora/street-signs"_s),    std::pair(u"unplugged"_s, u"corpora/old-maps"_s),
        std::pair(u"newer"_s, u"quill/tiny-embed"_s)};
    for (const auto& [name, repo] : states) {
        all.append(
            {u"state-"_s + name, [repo](Stage& stage) -> QWidget* { return &stage.details(repo, Overview).window(); }});
    }
    all.append({u"files-many"_s,
                [](Stage& stage) -> QWidget* { return &stage.details(u"corpora/street-signs"_s, Files).window(); }});
    all.append({u"window-several"_s, [](Stage& stage) -> QWidget* {
                    OpenWindow& open = stage.library();
                    open.choose(0);
                    open.table().selectAll();
                    settle();
                    return &open.window();
                }});
    all.append({u"window-found"_s, [](Stage& stage) -> QWidget* {
                    OpenWindow& open = stage.library();
                    QTest::keyClicks(&open.search(), u"quill"_s);
                    return waitFor([&open] { return open.rows() == 3; }) ? &open.window() : nullptr;
                }});
    all.append({u"window-nothing-found"_s, [](Stage& stage) -> QWidget* {
                    OpenWindow& open = stage.library();
                    QTest::keyClicks(&open.search(), u"zeppelin"_s);
                    const bool isEmpty = waitFor([&open] { return open.rows() == 0; });
                    settle();
                    return isEmpty ? &open.window() : nullptr;
                }});
    all.append({u"window-empty"_s, [](Stage& stage) -> QWidget* { return &stage.empty().window(); }});
    all.append({u"transfers-trouble"_s, [](Stage& stage) -> QWidget* {
                    OpenWindow& open = stage.library(Stage::Troubles::Some);
                    open.window().showJob(sampleTransfers().at(4).job.id);
                    settle();
                    return &open.window();
                }});
    return all;
}

QList<Scene> dialogScenes()
{
    QList<Scene> all;
    all.append({u"add-empty"_s, [](Stage& stage) { return added(stage, {}, [](AddDialog&) { return true; }); }});
    all.append({u"add-search"_s, [](Stage& stage) {
                    return added(stage, u"kestrel"_s,
                                 [](AddDialog& dialog) { return hasRows(dialog, u"searchResults"_s); });
                }});
    all.append({u"add-everything"_s,
                [](Stage& stage) { return added(stage, u"nova-lab/Kestrel-0.5B-Instruct"_s, canArchive); }});
    all.append({u"add-quantisations"_s, [](Stage& stage) -> QWidget* {
                    auto* dialog = added(stage, u"nova-lab/Kestrel-0.5B-Instruct-GGUF"_s, canArchive);
                    auto* choice =
                        dialog != nullptr ? visible<QAbstractButton>(*dialog, u"chooseQuantisation"_s) : nullptr;
                    if (choice == nullptr)
                        return nullptr;
                    choice->click();
                    settle();
                    return dialog;
                }});
    all.append({u"add-choose"_s, [](Stage& stage) -> QWidget* {
                    auto* dialog = added(stage, u"nova-lab/Kestrel-0.5B-Instruct"_s, canArchive);
                    auto* choice = dialog != nullptr ? visible<QAbstractButton>(*dialog, u"chooseFiles"_s) : nullptr;
                    if (choice == nullptr)
                        return nullptr;
                    choice->click();
                    settle();
                    return dialog;
                }});
    all.append({u"add-gated"_s, [](Stage& stage) -> QWidget* {
                    auto* dialog = added(stage, u"nova-lab/Kestrel-70B-Instruct"_s, [](AddDialog&) { return true; });
                    settle();
                    return dialog;
                }});
    all.append({u"add-not-found"_s, [](Stage& stage) {
                    return added(stage, u"nova-lab/no-such-repo"_s,
                                 [](AddDialog& dialog) { return visible(dialog, u"messageBar"_s) != nullptr; });
                }});
    const std::array pages{std::pair(u"stores"_s, SettingsDialog::Page::Stores),
                           std::pair(u"hub"_s, SettingsDialog::Page::Hub),
                           std::pair(u"transfers"_s, SettingsDialog::Page::Transfers),
                           std::pair(u"notifications"_s, SettingsDialog::Page::Notifications),
                           std::pair(u"appearance"_s, SettingsDialog::Page::Appearance)};
    for (const auto& [name, page] : pages)
        all.append({u"settings-"_s + name, [page](Stage& stage) { return settingsPage(stage, page); }});
    all.append({u"remove"_s, [](Stage& stage) { return removal(stage, orion); }});
    all.append({u"remove-last-copy"_s, [](Stage& stage) { return removal(stage, u"halcyon/voice-base"_s); }});
    all.append({u"remove-gated"_s, [](Stage& stage) { return removal(stage, u"corpora/street-signs"_s); }});
    all.append({u"load-it"_s, [](Stage& stage) { return clicked(stage.details(orion, Overview), u"loadIt"_s); }});
    all.append({u"notes"_s, [](Stage& stage) { return clicked(stage.details(orion, Overview), u"editNotes"_s); }});
    return all;
}

} // namespace

Stage::Stage()
    : m_hub({u"--samples"_s, u"none"_s})
{
    fill(m_hub);
    makeSampleLibrary(m_folder.filePath(u"library"_s), m_hub.endpoint());
    setEndpoint(m_folder.filePath(u"empty"_s), m_hub.endpoint());
}

OpenWindow& Stage::open(const QString& folder)
{
    clear();
    m_open = std::make_unique<OpenWindow>(folder);
    m_open->window().resize(1280, 800);
    if (!m_open->open())
        qFatal("no window to make scenes of");
    // What the last scene looked at is remembered.
    m_open->find<Sidebar>(u"sidebar"_s)->choose({});
    return *m_open;
}

OpenWindow& Stage::library(Troubles troubles)
{
    OpenWindow& opened = open(m_folder.filePath(u"library"_s));
    // The jobs are all paused; here they look as if they ran.
    QList<JobStatus> jobs = sampleTransfers();
    if (troubles == Troubles::None)
        jobs.removeIf([](const JobStatus& status) { return status.job.error || status.job.wait == JobWait::Space; });
    Q_EMIT opened.engine().jobsReset(jobs);
    settle();
    return opened;
}

OpenWindow& Stage::empty()
{
    OpenWindow& opened = open(m_folder.filePath(u"empty"_s));
    settle();
    return opened;
}

OpenWindow& Stage::details(const QString& repo, int tab)
{
    OpenWindow& opened = library();
    opened.choose(opened.rowOf(repo));
    auto* tabs = opened.find<QTabWidget>(u"detailsTabs"_s);
    if (!waitFor([tabs] { return tabs != nullptr && tabs->isVisible(); }))
        qFatal("no details of %s", qPrintable(repo));
    tabs->setCurrentIndex(tab);
    if (tab == Overview && !waitFor([&opened] { return !opened.find<QWidget>(u"editWatch"_s)->isHidden(); }))
        qFatal("nothing about the watching of %s", qPrintable(repo));
    settle();
    return opened;
}

void Stage::clear()
{
    for (QWidget* widget : QApplication::topLevelWidgets()) {
        if (auto* dialog = qobject_cast<QDialog*>(widget))
            dialog->close();
    }
    m_open.reset();
}

QList<Scene> scenes()
{
    return windowScenes() + dialogScenes() + connectionScenes() + watchScenes() + bundleScenes();
}

} // namespace hugger::test
