// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/details/factsform.h"

#include "ui/details/wraptext.h"
#include "ui/widgets/quietlabel.h"

#include <QtWidgets/QGridLayout>

namespace hugger {

FactsForm::FactsForm(QWidget* parent)
    : QWidget(parent)
    , m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(fontMetrics().averageCharWidth() * 2);
    m_grid->setColumnStretch(1, 1);
}

void FactsForm::setFacts(const QList<Fact>& facts)
{
    while (m_rows.size() < facts.size()) {
        auto* name = new QuietLabel(this);
        name->setWordWrap(false);
        const int row = static_cast<int>(m_rows.size());
        auto* value = new WrapText(this);
        m_grid->addWidget(name, row, 0, Qt::AlignTop);
        m_grid->addWidget(value, row, 1);
        m_rows.append({name, value});
    }
    for (qsizetype i = 0; i < m_rows.size(); ++i) {
        const Fact fact = facts.value(i);
        const auto [name, value] = m_rows.at(i);
        name->setText(fact.name);
        value->setWords(fact.value);
        value->setToolTip(fact.toolTip);
        value->setAccessibleName(fact.name);
        name->setVisible(!fact.value.isEmpty());
        value->setVisible(!fact.value.isEmpty());
    }
}

} // namespace hugger
