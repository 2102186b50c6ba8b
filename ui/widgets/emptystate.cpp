// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/emptystate.h"

#include <QtCore/QEvent>
#include <QtGui/QAction>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QVBoxLayout>

#include "ui/widgets/icons.h"
#include "ui/widgets/tint.h"

namespace hugger {

namespace {

/// The action's words without its mnemonic: that one belongs to the menu.
void followAction(QPushButton* button, const QAction* action)
{
    button->setText(action->iconText().replace(u'&', QStringLiteral("&&")));
    button->setIcon(action->icon());
    button->setEnabled(action->isEnabled());
    button->setVisible(action->isVisible());
    button->setToolTip(action->toolTip() == action->iconText() ? QString() : action->toolTip());
}

} // namespace

EmptyState::EmptyState(const QString& iconName, const QString& title, const QString& text, QWidget* parent)
    : QWidget(parent)
    , m_iconName(iconName)
    , m_icon(new QLabel(this))
    , m_title(new QLabel(this))
    , m_text(new QLabel(this))
    , m_buttons(new QVBoxLayout)
{
    auto* const column = new QVBoxLayout(this);
    column->addStretch(2);
    m_icon->setAlignment(Qt::AlignCenter);
    column->addWidget(m_icon);
    for (QLabel* const label : {m_title, m_text}) {
        label->setTextFormat(Qt::PlainText);
        label->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
        label->setWordWrap(true);
        column->addWidget(label);
    }
    QFont font = m_title->font();
    font.setWeight(QFont::DemiBold);
    if (font.pointSizeF() > 0)
        font.setPointSizeF(font.pointSizeF() * 1.25);
    m_title->setFont(font);
    column->addSpacing(fontMetrics().height() / 2);
    auto* const middle = new QHBoxLayout;
    middle->addStretch();
    middle->addLayout(m_buttons);
    middle->addStretch();
    column->addLayout(middle);
    column->addStretch(3);
    setTexts(title, text);
    updateIcon();
}

void EmptyState::setTexts(const QString& title, const QString& text)
{
    m_title->setText(title);
    m_text->setText(text);
    m_text->setVisible(!text.isEmpty());
}

void EmptyState::addAction(QAction* action)
{
    auto* const button = new QPushButton(this);
    button->setAutoDefault(false);
    button->setDefault(m_buttons->isEmpty());
    m_buttons->addWidget(button);
    followAction(button, action);
    connect(action, &QAction::changed, button, [button, action] { followAction(button, action); });
    connect(button, &QPushButton::clicked, action, &QAction::trigger);
}

void EmptyState::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        updateIcon();
}

void EmptyState::updateIcon()
{
    QPalette quiet = palette();
    quiet.setColor(QPalette::WindowText, quietColor(palette()));
    m_text->setPalette(quiet);
    const int side = 3 * fontMetrics().height();
    m_icon->setPixmap(themedIcon(m_iconName).pixmap(QSize(side, side), devicePixelRatioF(), QIcon::Disabled));
}

} // namespace hugger
