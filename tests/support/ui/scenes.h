// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "support/practicehubprocess.h"
#include "support/ui/openwindow.h"

#include <QtCore/QTemporaryDir>

#include <functional>
#include <memory>

namespace hugger::test {

/// What scenes are set up on: a sample library, an empty profile, and a practice Hub that both know.
class Stage final {
public:
    Stage();

    /// The main window on the sample library, its transfers under way, anew.
    enum class Troubles { None, Some };
    [[nodiscard]] OpenWindow& library(Troubles troubles = Troubles::None);
    /// The main window of somebody who just began.
    [[nodiscard]] OpenWindow& empty();
    /// library() with the newest snapshot of this repo chosen and this tab of its details shown.
    [[nodiscard]] OpenWindow& details(const QString& repo, int tab);
    /// What of these was opened last.
    [[nodiscard]] OpenWindow& opened() { return *m_open; }
    /// Closes what the last scene opened.
    void clear();
    [[nodiscard]] PracticeHubProcess& hub() { return m_hub; }

private:
    OpenWindow& open(const QString& folder);

    QTemporaryDir m_folder;
    PracticeHubProcess m_hub;
    std::unique_ptr<OpenWindow> m_open;
};

/// A screen in a state.
struct Scene {
    QString name;
    /// The window to look at; null when it did not come about.
    std::function<QWidget*(Stage&)> show;
};

/// Every screen of the window in every state worth looking at.
[[nodiscard]] QList<Scene> scenes();

} // namespace hugger::test
