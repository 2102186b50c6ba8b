// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "archive/plan.h"
#include "engine/enginetypes.h"

#include <QtWidgets/QWidget>

class QComboBox;
class QLabel;
class QToolButton;

namespace hugger {

class ChipLabel;

/// What the Hub says about a repo: which revisions there are, its license, its gate, and what one should know first.
class FactsPane final : public QWidget {
    Q_OBJECT

public:
    explicit FactsPane(QWidget* parent = nullptr);

    void showPreview(const RepoPreview& preview, const QUrl& endpoint);
    void showPlan(const Plan& plan);

Q_SIGNALS:
    void revisionChosen(const QString& revision); ///< another one than before

private:
    void fillRevisions();
    void readRevision();
    void showFacts(const RepoInfo& info);
    void showHeld(const QByteArray& commit);
    [[nodiscard]] QString revisionText(const QString& name, const QByteArray& commit, const QString& date) const;

    RepoPreview m_preview;
    QString m_revision; ///< the one that is shown; empty: the default branch
    QLabel* m_title;
    QToolButton* m_open; ///< objectName "openPage"
    QUrl m_page;
    QComboBox* m_revisions; ///< objectName "revision"
    ChipLabel* m_held;
    ChipLabel* m_license;
    ChipLabel* m_gate;
    ChipLabel* m_private;
    ChipLabel* m_pickles;
    QLabel* m_warnings; ///< objectName "warnings"
};

} // namespace hugger
