// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "engine/enginetypes.h"

#include <QtWidgets/QWidget>

class QComboBox;
class QLabel;
class QModelIndex;
class QStackedWidget;
class QTreeView;

namespace hugger {

class EmptyState;
class HitsModel;

/// Searching the Hub: of what kind, in what order, and what was found.
class SearchPane final : public QWidget {
    Q_OBJECT

public:
    explicit SearchPane(QWidget* parent = nullptr);

    [[nodiscard]] HubQuery query() const; ///< kind and order; the words are the caller's
    void showSearching();
    void showPage(const SearchPage& page, bool isFirst, const QString& words);
    void showNothing(); ///< after an error: the message is said elsewhere
    void stopWaiting(); ///< the next page did not come
    [[nodiscard]] bool hasHits() const;
    void focusHits();

Q_SIGNALS:
    void queryChanged();
    void moreWanted(const QUrl& page);
    void chosen(const hugger::RepoId& repo);

private:
    void choose(const QModelIndex& index);

    HitsModel* m_hits;
    QComboBox* m_kind; ///< objectName "searchKind"
    QComboBox* m_order; ///< objectName "searchOrder"
    QStackedWidget* m_pages;
    QTreeView* m_view; ///< objectName "searchResults"
    EmptyState* m_state;
};

} // namespace hugger
