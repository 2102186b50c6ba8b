// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/settings/connectionspage.h"

#include "ui/settings/clientsmodel.h"
#include "ui/widgets/delegates.h"
#include "ui/widgets/words.h"

#include <QtCore/QSignalBlocker>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QFormLayout>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QSpinBox>
#include <QtWidgets/QTreeView>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace hugger {

namespace {

// What the profile takes.
constexpr int portLeast = 1024;
constexpr int portMost = 65535;
// Where the extension looks by itself.
constexpr int portFound = 4847;
constexpr int portFoundLast = 4851;
constexpr int rowsLeast = 2;
constexpr int rowsMost = 4; ///< to be seen at once

QPushButton* makeButton(const QString& name, QWidget* parent)
{
    auto* const button = new QPushButton(parent);
    button->setObjectName(name);
    button->setAutoDefault(false);
    return button;
}

} // namespace

ConnectionsPage::ConnectionsPage(SettingsEditor& editor, Connections& connections, QWidget* parent)
    : SettingsPage(parent)
    , m_editor(editor)
    , m_connections(connections)
    , m_enabled(new QCheckBox(tr("&Let browsers and programs of this computer connect"), this))
    , m_state(new QLabel(this))
    , m_again(makeButton(u"listenAgain"_s, this))
    , m_model(new ClientsModel(this))
    , m_nobody(makeHint())
    , m_view(new QTreeView(this))
    , m_question(new QLabel(this))
    , m_disconnect(makeButton(u"disconnectClient"_s, this))
    , m_sure(makeButton(u"disconnectSure"_s, this))
    , m_keep(makeButton(u"disconnectKeep"_s, this))
    , m_refusals(new QLabel(this))
    , m_forgive(makeButton(u"forgetRefusals"_s, this))
    , m_port(new QSpinBox(this))
    , m_portHint(makeHint())
    , m_other(new QCheckBox(tr("Listen on another &address, too:"), this))
    , m_address(new QLineEdit(this))
    , m_addressHint(makeHint())
{
    makeSwitch();
    makeClients();
    makePlace();
    content()->addStretch();
    connect(&editor, &SettingsEditor::changed, this, &ConnectionsPage::load);
    connect(&editor, &SettingsEditor::refused, this, &ConnectionsPage::takeRefusal);
    connect(&connections, &Connections::statusChanged, this, &ConnectionsPage::showStatus);
    connect(&connections, &Connections::clientsChanged, this, &ConnectionsPage::showClients);
    connect(&connections, &Connections::refusalsChanged, this, &ConnectionsPage::showRefusals);
    load();
    showClients();
    showRefusals();
}

void ConnectionsPage::makeSwitch()
{
    m_enabled->setObjectName(u"serverEnabled"_s);
    m_state->setObjectName(u"serverState"_s);
    m_state->setTextFormat(Qt::PlainText);
    m_state->setWordWrap(true);
    m_again->setText(tr("&Try again"));

    addSection(tr("This computer"));
    content()->addWidget(m_enabled);
    auto* const state = new QHBoxLayout;
    state->addWidget(m_state, 1);
    state->addWidget(m_again);
    content()->addLayout(state);

    connect(m_enabled, &QCheckBox::clicked, this,
            [this](bool on) { m_editor.change([on](Settings& to) { to.serverEnabled = on; }); });
    connect(m_again, &QPushButton::clicked, &m_connections, &Connections::listenAgain);
}

void ConnectionsPage::makeClients()
{
    m_view->setObjectName(u"clientsView"_s);
    m_view->setAccessibleName(tr("Connected browsers and programs"));
    m_view->setModel(m_model);
    m_view->setRootIsDecorated(false);
    m_view->setUniformRowHeights(true);
    m_view->setAllColumnsShowFocus(true);
    m_view->setItemDelegateForColumn(ClientsModel::NameColumn, new TwoLineDelegate(this));
    new ElidedTooltips(m_view);
    QHeaderView* const columns = m_view->header();
    columns->setStretchLastSection(false);
    columns->setSectionsMovable(false);
    columns->setSectionResizeMode(QHeaderView::ResizeToContents);
    columns->setSectionResizeMode(ClientsModel::NameColumn, QHeaderView::Stretch);
    m_nobody->setObjectName(u"noClients"_s);
    m_nobody->setText(tr("Nothing is connected yet. Get the hugger extension for Chrome, Edge or Firefox, open it in "
                         "the browser and press Connect: hugger asks you then, with a code that both show. From then "
                         "on pages of the Hub show what you hold, and archive with one click."));
    m_question->setObjectName(u"disconnectQuestion"_s);
    m_question->setTextFormat(Qt::PlainText);
    m_question->setWordWrap(true);
    m_disconnect->setText(tr("&Disconnect…"));
    m_sure->setText(tr("D&isconnect"));
    m_keep->setText(tr("&Keep"));
    m_refusals->setObjectName(u"refusals"_s);
    m_refusals->setTextFormat(Qt::PlainText);
    m_refusals->setWordWrap(true);

    addSection(tr("Connected browsers and programs"));
    content()->addWidget(m_nobody);
    content()->addWidget(m_view);
    content()->addWidget(m_question);
    auto* const buttons = new QHBoxLayout;
    for (QPushButton* const button : {m_disconnect, m_sure, m_keep})
        buttons->addWidget(button);
    buttons->addStretch();
    content()->addLayout(buttons);
    auto* const refusals = new QHBoxLayout;
    refusals->addWidget(m_refusals, 1);
    refusals->addWidget(m_forgive);
    content()->addLayout(refusals);

    connect(m_forgive, &QPushButton::clicked, &m_connections, &Connections::forgetRefusals);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this, &ConnectionsPage::endQuestion);
    connect(m_disconnect, &QPushButton::clicked, this, &ConnectionsPage::askToDisconnect);
    connect(m_keep, &QPushButton::clicked, this, [this] {
        endQuestion();
        m_view->setFocus();
    });
    connect(m_sure, &QPushButton::clicked, this, [this] {
        const QString id = m_asked;
        endQuestion();
        m_view->setFocus();
        m_connections.revoke(id);
    });
}

void ConnectionsPage::makePlace()
{
    m_port->setObjectName(u"serverPort"_s);
    m_port->setRange(portLeast, portMost);
    m_port->setKeyboardTracking(false);
    m_portHint->setObjectName(u"serverPortHint"_s);
    m_portHint->setText(tr("Enter the same port in the extension's options."));
    m_other->setObjectName(u"otherAddress"_s);
    m_address->setObjectName(u"serverAddress"_s);
    m_address->setAccessibleName(tr("Address to listen on, too"));
    m_address->setPlaceholderText(u"192.168.1.5"_s);
    m_addressHint->setObjectName(u"serverAddressHint"_s);

    QFormLayout* const form = addSection(tr("Where hugger listens"));
    form->addRow(tr("&Port:"), m_port);
    form->addRow(m_portHint);
    auto* const address = new QHBoxLayout;
    address->addWidget(m_other);
    address->addWidget(m_address, 1);
    form->addRow(address);
    form->addRow(m_addressHint);

    connect(m_port, &QSpinBox::valueChanged, this,
            [this](int port) { m_editor.change([port](Settings& to) { to.serverPort = port; }); });
    connect(m_other, &QCheckBox::clicked, this, [this](bool on) {
        m_addressTrouble.clear();
        if (!on)
            m_editor.change([](Settings& to) { to.serverAddress.clear(); });
        loadAddress();
        if (on)
            m_address->setFocus();
    });
    connect(m_address, &QLineEdit::editingFinished, this, &ConnectionsPage::takeAddress);
}

void ConnectionsPage::load()
{
    const Settings& settings = m_editor.settings();
    const std::array quiet{QSignalBlocker(m_enabled), QSignalBlocker(m_port), QSignalBlocker(m_other)};
    m_enabled->setChecked(settings.serverEnabled);
    m_port->setValue(settings.serverPort);
    // Not under the hands of somebody who types, nor what has to be mended.
    if (!m_address->hasFocus() && m_addressTrouble.isEmpty()) {
        m_other->setChecked(!settings.serverAddress.isEmpty());
        m_address->setText(settings.serverAddress);
    }
    loadAddress();
    showStatus();
}

void ConnectionsPage::loadAddress()
{
    const bool isOn = m_editor.settings().serverEnabled;
    m_port->setEnabled(isOn);
    m_portHint->setVisible(m_port->value() < portFound || m_port->value() > portFoundLast);
    m_other->setEnabled(isOn);
    m_address->setEnabled(isOn && m_other->isChecked());
    m_addressHint->setVisible(m_other->isChecked());
    m_addressHint->setText(
        !m_addressTrouble.isEmpty()
            ? m_addressTrouble
            : tr("Programs of other computers can then use hugger, too, with a token that they were given on this one: "
                 "only browsers and programs of this computer can ask to connect. What is sent is not encrypted: "
                 "anybody on the way can read it, the token as well. Choose this only in a network you trust."));
}

void ConnectionsPage::takeAddress()
{
    const QString text = m_address->text().trimmed();
    if (!m_other->isChecked() || text.isEmpty())
        return;
    if (text == m_tried && !m_addressTrouble.isEmpty())
        return; // nothing was mended yet
    m_addressTrouble.clear();
    loadAddress();
    m_tried = text;
    m_editor.change([&text](Settings& to) { to.serverAddress = text; });
}

void ConnectionsPage::takeRefusal(const Error& error)
{
    if (error.code != "bad_address"_L1)
        return;
    m_addressTrouble = plainLine(error.message);
    m_other->setChecked(true);
    m_address->setText(m_tried);
    loadAddress();
}

QString ConnectionsPage::statusText(const ServerStatus& status) const
{
    if (!m_editor.settings().serverEnabled)
        return tr("Nobody can connect.");
    QString text;
    if (status.isListening && status.wantedPort != 0 && status.port != status.wantedPort)
        //: %1 and %2 are numbers of ports.
        text = tr("Port %1 is taken by another program; using %2.").arg(status.wantedPort).arg(status.port);
    else if (status.isListening)
        //: %1 is an address such as 127.0.0.1.
        text = tr("Listening on %1, port %2.").arg(plainLine(status.address)).arg(status.port);
    if (status.trouble)
        text = (text.isEmpty() ? text : QString(text + u' ')) + plainLine(status.trouble->message);
    return text.isEmpty() ? tr("Not listening yet.") : text;
}

void ConnectionsPage::showStatus()
{
    const ServerStatus status = m_connections.status();
    m_state->setText(statusText(status));
    m_again->setVisible(m_editor.settings().serverEnabled && status.trouble.has_value());
}

void ConnectionsPage::showClients()
{
    const QModelIndex before = m_view->currentIndex();
    const QString chosen = before.isValid() ? m_model->client(before.row()).id : QString();
    const QString asked = m_asked;
    m_model->setClients(m_connections.clients());
    if (const int row = m_model->rowOf(chosen); row >= 0)
        m_view->setCurrentIndex(m_model->index(row, 0));
    else if (m_model->rowCount() > 0)
        m_view->setCurrentIndex(m_model->index(0, 0));
    const int rows = std::clamp(m_model->rowCount(), rowsLeast, rowsMost);
    m_view->setFixedHeight(m_view->header()->sizeHint().height() + rows * m_view->sizeHintForRow(0)
                           + 2 * m_view->frameWidth());
    // Somebody who is being asked goes on being asked, as long as there is something to ask.
    if (m_model->rowOf(asked) >= 0)
        askToDisconnect();
    else
        endQuestion();
}

void ConnectionsPage::showRefusals()
{
    const int count = m_connections.refusals();
    m_refusals->setVisible(count > 0);
    m_forgive->setVisible(count > 0);
    //: Browsers and programs that asked to connect and were denied.
    m_refusals->setText(tr("%n was refused and must wait before it may ask again.", nullptr, count));
    m_forgive->setText(count == 1 ? tr("Let it ask a&gain") : tr("Let them ask a&gain"));
}

void ConnectionsPage::askToDisconnect()
{
    const QModelIndex index = m_view->currentIndex();
    if (!index.isValid())
        return;
    const PairedClient& client = m_model->client(index.row());
    const bool isNew = std::exchange(m_asked, client.id) != client.id;
    m_question->setText(tr("Disconnect %1? To connect again it has to ask you.").arg(plainLine(client.name)));
    updateButtons();
    if (isNew)
        m_keep->setFocus();
}

void ConnectionsPage::endQuestion()
{
    m_asked.clear();
    updateButtons();
}

void ConnectionsPage::updateButtons()
{
    const bool hasClients = m_model->rowCount() > 0;
    const bool asks = !m_asked.isEmpty();
    m_nobody->setVisible(!hasClients);
    m_view->setVisible(hasClients);
    m_question->setVisible(asks);
    m_sure->setVisible(asks);
    m_keep->setVisible(asks);
    m_disconnect->setVisible(hasClients && !asks);
    m_disconnect->setEnabled(m_view->currentIndex().isValid());
}

} // namespace hugger
