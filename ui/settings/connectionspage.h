// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "engine/connections.h"
#include "ui/settings/settingspage.h"

class QCheckBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;
class QTreeView;

namespace hugger {

class ClientsModel;

/// Browsers and programs that use this hugger, and where it listens for them.
class ConnectionsPage final : public SettingsPage {
    Q_OBJECT

public:
    ConnectionsPage(SettingsEditor& editor, Connections& connections, QWidget* parent = nullptr);

private:
    void makeSwitch();
    void makeClients();
    void makePlace();
    void load();
    void loadAddress();
    void showStatus();
    void showClients();
    void showRefusals();
    void updateButtons();
    void takeAddress();
    void takeRefusal(const Error& error);
    /// Asks in place, below the list.
    void askToDisconnect();
    void endQuestion();
    [[nodiscard]] QString statusText(const ServerStatus& status) const;

    SettingsEditor& m_editor;
    Connections& m_connections;
    // In the order of the keyboard.
    QCheckBox* m_enabled; ///< objectName "serverEnabled"
    QLabel* m_state; ///< objectName "serverState"
    QPushButton* m_again; ///< objectName "listenAgain"
    ClientsModel* m_model;
    QLabel* m_nobody; ///< objectName "noClients"
    QTreeView* m_view; ///< objectName "clientsView"
    QLabel* m_question; ///< objectName "disconnectQuestion"
    QPushButton* m_disconnect; ///< objectName "disconnectClient"
    QPushButton* m_sure; ///< objectName "disconnectSure"
    QPushButton* m_keep; ///< objectName "disconnectKeep"
    QLabel* m_refusals; ///< objectName "refusals"
    QPushButton* m_forgive; ///< objectName "forgetRefusals"
    QSpinBox* m_port; ///< objectName "serverPort"
    QLabel* m_portHint; ///< objectName "serverPortHint"
    QCheckBox* m_other; ///< objectName "otherAddress"
    QLineEdit* m_address; ///< objectName "serverAddress"
    QLabel* m_addressHint; ///< objectName "serverAddressHint"
    QString m_asked; ///< the client somebody is asked about
    QString m_tried; ///< the address sent last
    QString m_addressTrouble; ///< why it was refused: it stands there to be mended
};

} // namespace hugger
