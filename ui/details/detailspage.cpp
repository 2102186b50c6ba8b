// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/details/detailspage.h"

#include "ui/widgets/quietlabel.h"

#include <QtCore/QEvent>
#include <QtWidgets/QVBoxLayout>

using namespace std::chrono_literals;

namespace hugger {

DetailsPage::DetailsPage(QWidget* parent)
    : QWidget(parent)
    , m_bar(new MessageBar(this))
    , m_quiet(new QuietLabel(this))
    , m_layout(new QVBoxLayout(this))
{
    m_bar->hide();
    m_quiet->hide();
    m_quiet->setAlignment((m_quiet->alignment() & Qt::AlignHorizontal_Mask) | Qt::AlignTop);
    m_quiet->setObjectName(QStringLiteral("quietText"));
    m_layout->addWidget(m_bar);
    m_layout->addWidget(m_quiet, 1);
    m_patience.setSingleShot(true);
    m_patience.setInterval(300ms); // most answers are there sooner: nothing flickers
    connect(&m_patience, &QTimer::timeout, this, [this] {
        m_quiet->setText(tr("Loading…"));
        m_quiet->show();
    });
    connect(m_bar, &MessageBar::stepChosen, this, [this](NextStep step) {
        if (step == NextStep::Retry)
            Q_EMIT retryRequested();
    });
}

void DetailsPage::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void DetailsPage::setContent(QWidget* content)
{
    m_content = content;
    m_layout->addWidget(content, 1000);
    content->hide();
}

void DetailsPage::showLoading()
{
    m_bar->clear();
    if (m_hasContent)
        return;
    m_quiet->hide();
    m_patience.start();
}

void DetailsPage::showError(const Error& error)
{
    m_patience.stop();
    m_quiet->setVisible(!m_hasContent);
    m_quiet->clear();
    Message message = Message::of(error, {}, {});
    message.step = NextStep::Retry;
    message.other = NextStep::None;
    m_bar->say(message);
}

void DetailsPage::showContent(const QString& instead)
{
    m_patience.stop();
    m_bar->clear();
    m_hasContent = instead.isEmpty();
    m_quiet->setText(instead);
    m_quiet->setVisible(!m_hasContent);
    m_content->setVisible(m_hasContent);
}

void DetailsPage::hideContent()
{
    m_patience.stop();
    m_bar->clear();
    m_hasContent = false;
    m_quiet->hide();
    m_content->hide();
}

} // namespace hugger
