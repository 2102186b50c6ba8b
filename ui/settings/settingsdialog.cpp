// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/settings/settingsdialog.h"

#include "ui/settings/appearancepage.h"
#include "ui/settings/connectionspage.h"
#include "ui/settings/hubpage.h"
#include "ui/settings/notificationspage.h"
#include "ui/settings/storespage.h"
#include "ui/settings/transferspage.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/messagebar.h"

#include <QtCore/QEvent>
#include <QtCore/QSignalBlocker>
#include <QtWidgets/QDialogButtonBox>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QListWidget>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QScrollArea>
#include <QtWidgets/QScrollBar>
#include <QtWidgets/QStackedWidget>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace hugger {

namespace {

constexpr int widthInLetters = 115;
constexpr int heightInLines = 30;

} // namespace

SettingsDialog::SettingsDialog(Engine& engine, WindowSettings& settings, Autostart& autostart, Connections* connections,
                               QWidget* parent)
    : QDialog(parent)
    , m_engine(engine)
    , m_settings(settings)
    , m_autostart(autostart)
    , m_connections(connections)
    , m_editor(engine)
    , m_bar(new MessageBar(this))
    , m_list(new QListWidget(this))
    , m_pages(new QStackedWidget(this))
{
    setObjectName(u"settingsDialog"_s);
    m_list->setObjectName(u"settingsPages"_s);
    m_list->setVerticalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);

    auto* const box = new QDialogButtonBox(QDialogButtonBox::Close, this);
    m_close = box->button(QDialogButtonBox::Close);
    // Enter in a field applies the field; it does not close the dialog.
    m_close->setAutoDefault(false);
    auto* const right = new QVBoxLayout;
    right->addWidget(m_bar);
    right->addWidget(m_pages, 1);
    auto* const columns = new QHBoxLayout;
    columns->addWidget(m_list);
    columns->addLayout(right, 1);
    auto* const layout = new QVBoxLayout(this);
    layout->addLayout(columns, 1);
    layout->addWidget(box);

    connect(box, &QDialogButtonBox::rejected, this, &SettingsDialog::reject);
    connect(m_list, &QListWidget::currentRowChanged, this, [this](int row) {
        m_pages->setCurrentIndex(row);
        m_bar->clear();
    });
    connect(&m_editor, &SettingsEditor::applied, m_bar, &MessageBar::clear);
    connect(&m_editor, &SettingsEditor::refused, this, &SettingsDialog::say);
    fill();
    resize(widthInLetters * fontMetrics().averageCharWidth(), heightInLines * fontMetrics().height());
}

void SettingsDialog::fill()
{
    const int current = std::max(0, m_list->currentRow());
    {
        const QSignalBlocker quiet(m_list);
        m_list->clear();
        while (QWidget* const page = m_pages->widget(0)) {
            m_pages->removeWidget(page);
            page->deleteLater();
        }
        setWindowTitle(tr("Settings"));
        m_list->setAccessibleName(tr("Pages"));
        // In the order of Page.
        addPage(u"store"_s, tr("Stores"), new StoresPage(m_engine));
        addPage(u"network"_s, tr("Hub"), new HubPage(m_editor));
        addPage(u"fetching"_s, tr("Transfers"), new TransfersPage(m_editor));
        addPage(u"bell"_s, tr("Notifications"), new NotificationsPage(m_settings, m_autostart));
        addPage(u"appearance"_s, tr("Appearance"), new AppearancePage(m_settings));
        if (m_connections)
            addPage(u"link"_s, tr("Browsers and programs"), new ConnectionsPage(m_editor, *m_connections));
        m_list->setCurrentRow(current);
    }
    m_pages->setCurrentIndex(current);
    // New pages come last in the order of the keyboard; the button goes behind them again.
    QWidget* last = previousInFocusChain();
    while (last->focusPolicy() == Qt::NoFocus)
        last = last->previousInFocusChain();
    setTabOrder(last, m_close);
    m_list->setFixedWidth(m_list->sizeHintForColumn(0) + 2 * m_list->frameWidth()
                          + 2 * fontMetrics().averageCharWidth());
}

void SettingsDialog::addPage(const QString& icon, const QString& title, SettingsPage* page)
{
    m_list->addItem(new QListWidgetItem(themedIcon(icon), title));
    auto* const area = new QScrollArea(m_pages);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setFocusPolicy(Qt::NoFocus);
    area->setWidget(page);
    // A page scrolls up and down only.
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setMinimumWidth(page->minimumSizeHint().width() + area->verticalScrollBar()->sizeHint().width());
    m_pages->addWidget(area);
    connect(page, &SettingsPage::refused, this, &SettingsDialog::say);
    connect(page, &SettingsPage::applied, m_bar, &MessageBar::clear);
}

void SettingsDialog::say(const Error& error)
{
    // Its steps lead here, where we are already.
    Message message = Message::of(error, std::nullopt, m_engine.settings().endpoint);
    message.step = NextStep::None;
    message.other = NextStep::None;
    m_bar->say(message);
}

void SettingsDialog::showPage(Page page)
{
    m_list->setCurrentRow(static_cast<int>(page));
    m_list->setFocus();
    // Who is sent to this page without a token is sent to enter one.
    auto* const area = qobject_cast<QScrollArea*>(m_pages->currentWidget());
    auto* const hub = area ? qobject_cast<HubPage*>(area->widget()) : nullptr;
    if (hub && hub->focusToken())
        area->ensureWidgetVisible(focusWidget());
}

void SettingsDialog::changeEvent(QEvent* event)
{
    QDialog::changeEvent(event);
    // Later: the event comes from inside the page that chose the language.
    if (event->type() == QEvent::LanguageChange)
        QMetaObject::invokeMethod(this, &SettingsDialog::fill, Qt::QueuedConnection);
}

} // namespace hugger
