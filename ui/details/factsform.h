// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtWidgets/QWidget>

class QGridLayout;

namespace hugger {

class QuietLabel;
class WrapText;

struct Fact {
    QString name;
    QString value; ///< plain text; a fact without value is not shown
    QString toolTip{};
};

/// Names and values, one below the other. Rows stay as they are while values change.
class FactsForm final : public QWidget {
    Q_OBJECT

public:
    explicit FactsForm(QWidget* parent = nullptr);

    void setFacts(const QList<Fact>& facts);

private:
    QGridLayout* m_grid;
    QList<std::pair<QuietLabel*, WrapText*>> m_rows;
};

} // namespace hugger
