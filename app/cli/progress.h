// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtCore/QElapsedTimer>
#include <QtCore/QJsonObject>
#include <QtCore/QObject>
#include <QtCore/QTimer>

#include <functional>
#include <optional>

namespace hugger {

class Output;

/// How far something is.
struct ProgressLook {
    QString what; ///< "Fetching", "Verifying"
    qint64 done = 0; ///< bytes
    qint64 total = 0; ///< bytes; 0 when not known yet
    double rate = 0; ///< bytes per second
    qint64 eta = -1; ///< seconds; -1 when not known
    QString waiting; ///< why it does not move; "" when it does
    QJsonObject json; ///< the same for programs
    bool isCount = false; ///< done and total are no bytes
};

/// One line of at most `width` columns.
[[nodiscard]] QString progressText(const ProgressLook& look, int width, bool unicode);

/// Shows progress while it lives: a line drawn five times a second on a terminal, a plain line now and then in a pipe,
/// JSON lines with --json.
class Progress final : public QObject {
    Q_OBJECT

public:
    /// `look` is asked; nothing means there is nothing to show now.
    Progress(Output& out, std::function<std::optional<ProgressLook>()> look);
    ~Progress() override;

private:
    void tick();
    void plainLine(const ProgressLook& look);

    Output& m_out;
    std::function<std::optional<ProgressLook>()> m_look;
    QTimer m_timer;
    QElapsedTimer m_sinceLine;
    qint64 m_tenth = -1;
    QString m_lastWaiting;
    QString m_lastWhat;
    QJsonObject m_lastJson;
};

} // namespace hugger
