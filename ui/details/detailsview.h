// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "engine/engine.h"
#include "hub/repolink.h"

#include <QtCore/QTimer>
#include <QtWidgets/QWidget>

#include <array>

class QStackedWidget;
class QTabWidget;

namespace hugger {

class CardPage;
class DetailsPage;
class EmptyState;
class EventsPage;
class FilesPage;
class LicensePage;
class MessageBar;
class NotesDialog;
class OverviewPage;
class RevisionsPage;
class SnapshotHeader;
class WindowSettings;

/// The details of the snapshot that is chosen. Each tab asks for what it shows when it is first looked at.
class DetailsView final : public QWidget {
    Q_OBJECT

public:
    DetailsView(Engine& engine, WindowSettings& settings, QWidget* parent = nullptr);

    /// 0: nothing is chosen. The same row again: refreshed in place.
    void showRow(qint64 row);
    void showSelection(qsizetype rows, qint64 bytes); ///< several are chosen

    // What showRow() and the tabs get from the engine.
    void setDetails(const SnapshotDetails& details);
    void setCard(const Card& card);
    void setHistory(const QList<RevisionStep>& steps);
    void setEvents(const QList<Event>& events);
    void setWatched(const WatchRow& watched);

Q_SIGNALS:
    void removeRequested(qint64 row);
    void verifyRequested(qint64 row);
    void repairRequested(qint64 row);
    void exportRequested(qint64 row);
    void statementRequested(qint64 row);
    void archiveRequested(const hugger::RepoLink& link);
    void updateRequested(const hugger::RepoId& repo, const QString& revision); ///< a preview of it
    void rowRequested(qint64 row); ///< a snapshot of the timeline was chosen

protected:
    void changeEvent(QEvent* event) override;

private:
    enum Tab { OverviewTab, CardTab, FilesTab, RevisionsTab, EventsTab, LicenseTab, TabCount };

    void buildTabs();
    void connectAll();
    void showQuiet(const QString& title, const QString& text);
    void retranslate();
    void refresh();
    void loadTab();
    void showNews();
    void openNotes();
    void loadWatched();
    void openWatch();
    template<typename T, typename Show> void ask(Tab tab, Answer<T> answer, Show show);
    [[nodiscard]] DetailsPage* page(int tab) const;
    [[nodiscard]] QUrl hubPage() const;

    Engine& m_engine;
    WindowSettings& m_settings;
    qint64 m_row = 0; ///< asked for
    SnapshotDetails m_details; ///< shown; row.id 0: none
    int m_request = 0;
    std::array<int, TabCount> m_tabRequests{}; ///< outdated answers are dropped
    std::array<bool, TabCount> m_isFresh{};
    QString m_cardOf; ///< the state of the record whose card is shown
    WatchRow m_watched;
    int m_watchedAsked = 0;
    QString m_newsSaid; ///< closed by the user: not said again for this snapshot

    QStackedWidget* m_stack;
    EmptyState* m_quiet;
    MessageBar* m_failure;
    QWidget* m_content;
    SnapshotHeader* m_header;
    MessageBar* m_unplugged;
    MessageBar* m_news;
    QTabWidget* m_tabs;
    OverviewPage* m_overview;
    CardPage* m_card;
    FilesPage* m_files;
    RevisionsPage* m_revisions;
    EventsPage* m_events;
    LicensePage* m_license;
    QTimer m_patience;
    QTimer m_refresh; ///< changes come in bursts
    qsizetype m_selectedRows = 0;
    qint64 m_selectedBytes = 0;
};

} // namespace hugger
