// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/error.h"
#include "hub/repoid.h"
#include "ui/widgets/tint.h"

#include <QtCore/QUrl>
#include <QtWidgets/QFrame>

#include <optional>

class QLabel;
class QPushButton;
class QToolButton;

namespace hugger {

/// The next step a message offers.
enum class NextStep {
    None,
    Retry,
    EnterToken, ///< settings, Hub page
    OpenGatePage, ///< the repo's page, in the browser
    ChooseStore,
    NetworkSettings,
    Resume,
    Repair,
    Undo,
    ShowLog
};

/// Something said in place.
struct Message {
    Tint tint = Tint::Plain;
    QString text{}; ///< a sentence or two, plain text
    QString detail{}; ///< to copy; may be empty
    NextStep step = NextStep::None;
    NextStep other = NextStep::None; ///< a second button
    QUrl url{}; ///< for OpenGatePage

    /// The error's sentence, and the step that its code asks for: "token_missing", "token_invalid" -> EnterToken;
    /// "gated" -> OpenGatePage (needs repo and endpoint) and Retry; "disk_full", "store_unplugged" -> ChooseStore and
    /// Retry; network -> Retry and NetworkSettings; "hash_mismatch" -> Retry.
    [[nodiscard]] static Message of(const Error& error, const std::optional<RepoId>& repo, const QUrl& endpoint);
};

[[nodiscard]] QString nextStepText(
    NextStep step); ///< the verb on the button; no mnemonic: the menus of the window have them

/// One message at a time, in the flow of the page: never a box over it. Can be closed; a newer one replaces it. Hidden
/// while it has nothing to say.
class MessageBar final : public QFrame {
    Q_OBJECT

public:
    explicit MessageBar(QWidget* parent = nullptr);

    void say(const Message& message);
    void clear();
    [[nodiscard]] const Message& message() const { return m_message; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override { return arrange(width, false); }

Q_SIGNALS:
    /// A button of the bar. OpenGatePage was opened by the bar itself.
    void stepChosen(hugger::NextStep step);
    void closed();

protected:
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void retranslate();
    void recolor();
    /// The height it all takes at `width`: buttons beside the text where that keeps room to be read, else under it.
    [[nodiscard]] int arrange(int width, bool place) const;

    Message m_message;
    QLabel* m_sign;
    QLabel* m_text;
    QPushButton* m_step; ///< objectName "messageStep"
    QPushButton* m_other; ///< objectName "messageOtherStep"
    QToolButton* m_copy; ///< objectName "messageCopy": copies text and detail
    QToolButton* m_close; ///< objectName "messageClose"
};

} // namespace hugger
