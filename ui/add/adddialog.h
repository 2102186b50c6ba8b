// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "engine/engine.h"
#include "ui/widgets/messagebar.h"

#include <QtCore/QPointer>
#include <QtCore/QTimer>
#include <QtWidgets/QDialog>

#include <functional>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QStackedWidget;

namespace hugger {

class EmptyState;
class FactsPane;
class FilesPane;
class FileChoice;
struct PlanTree;
class SearchPane;
class WindowSettings;

/// Archiving something new: a link, an id or words; then revision, files and store; and what it comes to, before
/// anything starts.
class AddDialog final : public QDialog {
    Q_OBJECT

public:
    explicit AddDialog(Engine& engine, QWidget* parent = nullptr);
    ~AddDialog() override;

    /// Opens with the size it had, and keeps it for the next time.
    void remember(WindowSettings& settings);
    /// A link, an id or words, as pasted; empty waits for them.
    void begin(const QString& text);

    // What the engine answered; tests answer in its place. An answer ends the question.

    void showResults(const SearchPage& page, bool isFirst);
    void showPreview(const RepoPreview& preview);
    void showPlan(const std::shared_ptr<const Plan>& plan);
    void showStores(const QList<StoreStatus>& stores);
    void showError(const Error& error);

    void done(int result) override;

Q_SIGNALS:
    void archiveStarted(const hugger::Job& job);
    void settingsRequested(hugger::NextStep step);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    enum class Asked { ByTyping, OnPurpose };

    void build();
    [[nodiscard]] QWidget* repoPage();
    void connectAll();
    [[nodiscard]] QUrl endpoint() const;

    void takeText(Asked asked);
    void startOver();
    void search(const QString& words);
    void searchMore(const QUrl& page);
    void askPreview(const RepoLink& link, Asked asked);
    void askPlan(const QString& revision, const QByteArray& commit);
    void forgetPlan(const QString& text);
    void showFiles(const std::shared_ptr<const FileChoice>& choice, const std::shared_ptr<const PlanTree>& tree);
    void takeStep(NextStep step);
    void updateTotals();
    void archive();
    void setArchiving(bool isArchiving);
    void askAgain(); ///< without being told to: only what changes nothing
    void stopAsking();
    /// Goes on with `then` when the answer comes and nothing else was asked meanwhile.
    template<typename T, typename F> void ask(Answer<T> answer, F then);

    Engine& m_engine;
    WindowSettings* m_settings = nullptr;
    std::stop_source m_stop;
    int m_asked = 0;
    std::function<void()> m_retry; ///< asks once more what failed
    bool m_isRetryOnlyAsking = true;
    QString m_words;
    bool m_areHitsOld = false; ///< found for other words than m_words
    RepoPreview m_preview;
    std::shared_ptr<const Plan> m_plan;
    QList<StoreStatus> m_stores;
    bool m_isPlanning = false; ///< what is shown is not planned, or for another store
    bool m_isArchiving = false;
    QPointer<QWidget> m_focusBefore; ///< what had the focus when archiving began

    QLineEdit* m_field; ///< objectName "addField"
    MessageBar* m_bar; ///< objectName "messageBar"
    QStackedWidget* m_pages;
    EmptyState* m_start;
    SearchPane* m_search;
    QWidget* m_repo = nullptr;
    QPushButton* m_back; ///< objectName "backToResults"
    FactsPane* m_facts;
    FilesPane* m_files;
    MessageBar* m_space; ///< objectName "spaceBar"
    QLabel* m_storeLabel;
    QComboBox* m_store; ///< objectName "store"
    QLabel* m_totals; ///< objectName "totals"
    QPushButton* m_archive; ///< objectName "archiveButton"
    QTimer m_typing;
};

} // namespace hugger
