// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/settings/settingspage.h"

#include "ui/widgets/quietlabel.h"

#include <QtWidgets/QFormLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QVBoxLayout>

namespace hugger {

SettingsPage::SettingsPage(QWidget* parent)
    : QWidget(parent)
    , m_content(new QVBoxLayout(this))
{
}

QFormLayout* SettingsPage::addSection(const QString& title)
{
    if (m_content->count() > 0)
        m_content->addSpacing(fontMetrics().height());
    auto* const label = new QLabel(title, this);
    QFont bold = font();
    bold.setBold(true);
    label->setFont(bold);
    m_content->addWidget(label);
    auto* const form = new QFormLayout;
    form->setRowWrapPolicy(QFormLayout::WrapLongRows);
    form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    form->setFormAlignment(Qt::AlignLeading | Qt::AlignTop);
    m_content->addLayout(form);
    return form;
}

QLabel* SettingsPage::makeHint(const QString& text)
{
    auto* const label = new QuietLabel(this);
    label->setText(text);
    return label;
}

} // namespace hugger
