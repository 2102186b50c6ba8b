// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "engine/enginetypes.h"
#include "ui/details/detailspage.h"

#include <QtCore/QAbstractItemModel>
#include <QtCore/QSet>

class QLineEdit;
class QTreeView;

namespace hugger {

class FilesModel;

/// The files of a snapshot as a tree, with a filter.
class FilesPage final : public DetailsPage {
    Q_OBJECT

public:
    explicit FilesPage(QWidget* parent = nullptr);

    void clear() override;
    void setDetails(const SnapshotDetails& details);
    /// Shows this file or folder, now or when the files are there.
    void showPath(const QString& path);
    [[nodiscard]] FilesModel& model() { return *m_model; }

protected:
    void retranslate() override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void rememberPlace();
    void restorePlace();
    void remember(const QModelIndex& parent);
    void openFolder();
    void openFile();
    void openMenu(const QPoint& position);
    void copy(const QStringList& lines);
    [[nodiscard]] QModelIndexList chosen() const;

    FilesModel* m_model;
    QTreeView* m_view;
    QLineEdit* m_filter;
    QTimer m_typing;
    QString m_wantedPath;
    QString m_currentPath;
    QSet<QString> m_expanded; ///< paths, of the unfiltered tree
    bool m_isFiltered = false; ///< of what is shown
};

} // namespace hugger
