// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/add/filetreemodel.h"

#include <QtCore/QTimer>
#include <QtWidgets/QWidget>

#include <functional>

class QButtonGroup;
class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QRadioButton;
class QStackedWidget;
class QTreeView;

namespace hugger {

class QuantisationsModel;

/// Choosing files of a plan: everything, one format of weights, by quantisation, or one by one.
class FilesPane final : public QWidget {
    Q_OBJECT

public:
    explicit FilesPane(QWidget* parent = nullptr);

    /// A plan of the commit that is shown already changes no choice. `path` is a file or folder to begin with.
    void show(std::shared_ptr<const FileChoice> choice, std::shared_ptr<const PlanTree> tree, const QString& path,
              bool isFolder);
    /// Nothing to choose from; `text` says why.
    void showText(const QString& text);

    [[nodiscard]] const std::shared_ptr<const FileChoice>& choice() const { return m_choice; }
    [[nodiscard]] const FileChoice::Ticks& ticks() const { return m_model->ticks(); }
    /// What to ask for, as work for another thread.
    [[nodiscard]] std::function<Selection()> selectionMaker() const;

Q_SIGNALS:
    void changed();

private:
    enum class Way { Everything, Format, Quantisation, Choose };

    void build();
    void offerWays();
    [[nodiscard]] Way way() const;
    void setWay(Way way);
    void applyWay();
    void takeTicks();
    void filter();
    void expandSome();

    std::shared_ptr<const FileChoice> m_choice;
    QString m_path; ///< what was asked for, while exactly that is ticked
    bool m_isFolder = false;
    FileTreeModel* m_model;
    QuantisationsModel* m_quantisations;
    QButtonGroup* m_ways;
    QRadioButton* m_everything; ///< objectName "chooseEverything"
    QRadioButton* m_oneFormat; ///< objectName "chooseFormat"
    QRadioButton* m_byQuantisation; ///< objectName "chooseQuantisation"
    QRadioButton* m_choose; ///< objectName "chooseFiles"
    QComboBox* m_formats; ///< objectName "formats"
    QStackedWidget* m_pages;
    QWidget* m_treePage;
    QWidget* m_groupsPage;
    QTreeView* m_tree; ///< objectName "files"
    QTreeView* m_groups; ///< objectName "quantisations"
    QLabel* m_text;
    QLineEdit* m_filter; ///< objectName "fileFilter"
    QPushButton* m_tickShown; ///< objectName "tickShown"
    QPushButton* m_untickShown; ///< objectName "untickShown"
    QTimer m_filterDelay;
};

} // namespace hugger
