// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/settings/settingseditor.h"
#include "ui/widgets/messagebar.h"

#include <QtWidgets/QWidget>

class QFormLayout;
class QLabel;
class QVBoxLayout;

namespace hugger {

/// A page of the settings: sections below each other.
class SettingsPage : public QWidget {
    Q_OBJECT

public:
    explicit SettingsPage(QWidget* parent = nullptr);

Q_SIGNALS:
    /// Something was refused.
    void refused(const hugger::Error& error);
    void applied();

protected:
    [[nodiscard]] QVBoxLayout* content() const { return m_content; }
    /// A title with a form below it.
    QFormLayout* addSection(const QString& title);
    /// A sentence that wraps.
    [[nodiscard]] QLabel* makeHint(const QString& text = {});
    bool event(QEvent* event) override;

private:
    QVBoxLayout* m_content;
};

} // namespace hugger
