// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/settings/settingspage.h"

#include "ui/widgets/quietlabel.h"

#include <QtCore/QEvent>
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

bool SettingsPage::event(QEvent* event)
{
    const bool done = QWidget::event(event);
    // What it is scrolled in asks for a height without knowing the width, and texts that wrap need more where it is
    // narrow.
    if (event->type() == QEvent::LayoutRequest || event->type() == QEvent::Resize) {
        if (const int needed = m_content->totalMinimumHeightForWidth(width()); needed != minimumHeight())
            setMinimumHeight(needed);
    }
    return done;
}

QLabel* SettingsPage::makeHint(const QString& text)
{
    auto* const label = new QuietLabel(this);
    label->setText(text);
    return label;
}

} // namespace hugger
