// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/settings/settingspage.h"

class QPushButton;
class QTreeView;

namespace hugger {

class StoresModel;

/// The folders and drives that hold the archive.
class StoresPage final : public SettingsPage {
    Q_OBJECT

public:
    explicit StoresPage(Engine& engine, QWidget* parent = nullptr);

    void setStores(const QList<StoreStatus>& stores);

protected:
    void showEvent(QShowEvent* event) override;

private:
    QPushButton* makeButton(const QString& text, const QString& name, void (StoresPage::*slot)());
    void updateButtons();
    [[nodiscard]] const StoreStatus* chosen() const;
    void watch(Answer<void> answer);
    void add();
    void rename();
    void makeDefault();
    void openFolder();

    Engine& m_engine;
    StoresModel* m_model;
    QTreeView* m_view;
    QPushButton* m_add;
    QPushButton* m_rename;
    QPushButton* m_default;
    QPushButton* m_open;
};

} // namespace hugger
