// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "engine/engine.h"

#include <QtWidgets/QDialog>

class QLineEdit;
class QPushButton;

namespace hugger {

class MessageBar;

/// Asks for a folder and a label, and makes or opens a store there. Closes when that went well; deletes itself.
class AddStoreDialog final : public QDialog {
    Q_OBJECT

public:
    explicit AddStoreDialog(Engine& engine, QWidget* parent = nullptr);

private:
    void browse();
    void add();
    void updateButton();

    Engine& m_engine;
    MessageBar* m_bar;
    QLineEdit* m_folder;
    QLineEdit* m_label;
    QPushButton* m_add = nullptr;
    bool m_isBusy = false;
};

} // namespace hugger
