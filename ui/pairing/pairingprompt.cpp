// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pairing/pairingprompt.h"

#include "ui/pairing/pairingdialog.h"

namespace hugger {

PairingPrompt::PairingPrompt(Connections& connections, QWidget* window)
    : QObject(window)
    , m_connections(connections)
    , m_window(window)
{
    connect(&connections, &Connections::askChanged, this, &PairingPrompt::update);
    update();
}

PairingPrompt::~PairingPrompt()
{
    delete m_dialog;
}

void PairingPrompt::update()
{
    const auto ask = m_connections.ask();
    if (ask && m_dialog && m_dialog->ask().id == ask->id)
        return;
    if (m_dialog) {
        // When the time was up that stays, to be read; not in the way of the next one.
        if (!m_dialog->end() || ask) {
            m_dialog->hide();
            m_dialog->deleteLater();
        }
        Q_EMIT ended();
    }
    if (ask)
        show(*ask);
}

void PairingPrompt::show(const PairingAsk& ask)
{
    // No child of the window: that may be hidden, and would have to come along.
    m_dialog = new PairingDialog(ask);
    m_dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(m_dialog, &PairingDialog::answered, this,
            [this](const QString& id, PairingAnswer answer) { m_connections.answer(id, answer); });
    m_dialog->adjustSize();
    if (m_window && m_window->isVisible() && !m_window->isMinimized())
        m_dialog->move(m_window->frameGeometry().center() - m_dialog->rect().center());
    m_dialog->show();
    m_dialog->raise();
    Q_EMIT asked(ask);
}

void PairingPrompt::raise()
{
    QWidget* const shown = m_dialog && m_dialog->isVisible() ? m_dialog.get() : m_window.get();
    if (!shown)
        return;
    shown->setWindowState(shown->windowState() & ~Qt::WindowMinimized);
    shown->show();
    shown->raise();
    shown->activateWindow();
}

} // namespace hugger
