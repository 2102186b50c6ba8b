// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "engine/engine.h"
#include "ui/widgets/messagebar.h"

#include <QtCore/QTimer>
#include <QtWidgets/QDialog>

#include <optional>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QStackedWidget;
class QTreeWidget;

namespace hugger {

class EmptyState;
class QuietLabel;

/// What a bundle, or a folder of files, says it has, before any of it is let in.
class ImportDialog final : public QDialog {
    Q_OBJECT

public:
    /// `source` empty: it is chosen in the dialog. Asks the engine at once.
    explicit ImportDialog(Engine& engine, const QString& source = {}, QWidget* parent = nullptr);
    ~ImportDialog() override;

    void setSource(const QString& source); ///< another one
    // What the engine answers.
    void setLook(const BundleLook& look);
    void showError(const Error& error);
    void showStores(const QList<StoreStatus>& stores);

    [[nodiscard]] ImportWish wish() const; ///< as the fields say

Q_SIGNALS:
    void importStarted(qint64 job); ///< it is a job of the queue now
    void settingsRequested(hugger::NextStep step); ///< ChooseStore

private:
    void build();
    [[nodiscard]] QTreeWidget* makeList();
    void look();
    void browse(bool isFolder);
    void fillList();
    void update();
    void start();
    [[nodiscard]] QString source() const;
    [[nodiscard]] bool isNamed() const; ///< somebody has to say what it is
    [[nodiscard]] QString factsText() const;

    Engine& m_engine;
    std::optional<BundleLook> m_look;
    QList<StoreStatus> m_stores;
    QString m_seen; ///< the source that was looked into
    int m_asked = 0; ///< outdated answers are dropped
    bool m_isBusy = false;
    QTimer m_typed;

    QLineEdit* m_source; ///< objectName "importSource"
    QPushButton* m_file; ///< objectName "importFile"
    QPushButton* m_folder; ///< objectName "importFolder"
    MessageBar* m_bar; ///< objectName "importBar"
    QStackedWidget* m_pages;
    EmptyState* m_quiet; ///< objectName "importQuiet"
    QWidget* m_content;
    QLabel* m_facts; ///< objectName "importFacts"
    MessageBar* m_needs; ///< objectName "importNeeds"
    QTreeWidget* m_list; ///< objectName "importList"
    QWidget* m_nameRow;
    QComboBox* m_kind; ///< objectName "importKind"
    QLineEdit* m_name; ///< objectName "importName"
    QuietLabel* m_nameHint;
    QWidget* m_storeRow;
    QComboBox* m_store; ///< objectName "importStore"
    QLabel* m_totals; ///< objectName "importTotals"
    QPushButton* m_import; ///< objectName "importButton"
};

} // namespace hugger
