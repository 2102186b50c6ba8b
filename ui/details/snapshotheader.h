// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "engine/enginetypes.h"

#include <QtWidgets/QWidget>

class QAction;
class QPushButton;
class QToolButton;

namespace hugger {

class QuietLabel;
class WrapText;

/// Which snapshot it is, and what can be done with it.
class SnapshotHeader final : public QWidget {
    Q_OBJECT

public:
    explicit SnapshotHeader(QWidget* parent = nullptr);

    void setDetails(const SnapshotDetails& details);
    void retranslate();

Q_SIGNALS:
    void folderRequested();
    void loadRequested();
    void verifyRequested();
    void repairRequested();
    void restRequested();
    void newerRequested();
    void notesRequested();
    void exportRequested();
    void statementRequested();
    void copyIdRequested();
    void copyLinkRequested();
    void pageRequested();
    void removeRequested();

private:
    void updateLine();

    SnapshotDetails m_details;
    WrapText* m_name;
    QuietLabel* m_line;
    QPushButton* m_folder;
    QPushButton* m_load;
    QToolButton* m_more;
    QAction* m_verify;
    QAction* m_repair;
    QAction* m_rest;
    QAction* m_newer;
    QAction* m_notes;
    QAction* m_export;
    QAction* m_statement;
    QAction* m_copyId;
    QAction* m_copyLink;
    QAction* m_page;
    QAction* m_remove;
};

} // namespace hugger
