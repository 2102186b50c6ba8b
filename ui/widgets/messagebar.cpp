// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/messagebar.h"

#include <algorithm>
#include <tuple>

#include <QtCore/QCoreApplication>
#include <QtCore/QEvent>
#include <QtGui/QAccessible>
#include <QtGui/QClipboard>
#include <QtGui/QDesktopServices>
#include <QtGui/QGuiApplication>
#include <QtGui/QPainter>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QStyle>
#include <QtWidgets/QToolButton>

#include "ui/widgets/icons.h"

using namespace Qt::StringLiterals;

namespace hugger {

namespace {

/// An icon in the colour of the message: its own palette is not the application's.
QPixmap signOf(Tint tint, const QColor& color, int side, qreal ratio)
{
    const QString name = tint == Tint::Good ? u"check"_s : (tint == Tint::Plain ? u"info"_s : u"attention"_s);
    QPixmap pixmap = themedIcon(name).pixmap(QSize(side, side), ratio);
    QPainter painter(&pixmap);
    painter.setCompositionMode(QPainter::CompositionMode_SourceIn);
    painter.fillRect(pixmap.rect(), color);
    return pixmap;
}

} // namespace

Message Message::of(const Error& error, const std::optional<RepoId>& repo, const QUrl& endpoint)
{
    Message message{.tint = Tint::Wrong, .text = error.message, .detail = error.detail};
    // What waits for somebody, or for the network, is not wrong: it asks to be looked at.
    if (error.retry != Retry::Never)
        message.tint = Tint::Attention;
    if (error.code == "token_missing"_L1 || error.code == "token_invalid"_L1) {
        message.step = NextStep::EnterToken;
        message.other = NextStep::Retry;
    } else if (error.code == "gated"_L1 && repo) {
        message.step = NextStep::OpenGatePage;
        message.other = NextStep::Retry;
        message.url = endpoint;
        QString path = endpoint.path();
        while (path.endsWith(u'/'))
            path.chop(1);
        message.url.setPath(path + repo->pagePath());
    } else if (error.code == "disk_full"_L1 || error.code == "store_unplugged"_L1 || error.code == "not_writable"_L1
               || error.code == "disk_failing"_L1) {
        message.step = NextStep::ChooseStore;
        message.other = NextStep::Retry;
    } else if (error.kind == ErrorKind::Network) {
        message.step = NextStep::Retry;
        // A Hub that answers, if badly, was reached.
        if (error.code != "rate_limited"_L1 && error.code != "hub_failing"_L1)
            message.other = NextStep::NetworkSettings;
    } else if (error.code == "repo_not_found"_L1 || error.kind == ErrorKind::Integrity
               || error.retry == Retry::NeedsUser) {
        message.step = NextStep::Retry;
    }
    return message;
}

QString nextStepText(NextStep step)
{
    switch (step) {
    case NextStep::None:
        return {};
    case NextStep::Retry:
        return QCoreApplication::translate("hugger", "Try again");
    case NextStep::EnterToken:
        //: Opens the settings where an access token of the Hub is entered.
        return QCoreApplication::translate("hugger", "Enter token…");
    case NextStep::OpenGatePage:
        //: Opens the repo's page in the browser, where its terms can be accepted.
        return QCoreApplication::translate("hugger", "Open its page");
    case NextStep::ChooseStore:
        return QCoreApplication::translate("hugger", "Choose another store…");
    case NextStep::NetworkSettings:
        return QCoreApplication::translate("hugger", "Network settings…");
    case NextStep::Resume:
        return QCoreApplication::translate("hugger", "Resume");
    case NextStep::Repair:
        //: Fetches again what is damaged or missing.
        return QCoreApplication::translate("hugger", "Repair");
    case NextStep::Undo:
        return QCoreApplication::translate("hugger", "Undo");
    case NextStep::ShowLog:
        return QCoreApplication::translate("hugger", "Show log");
    }
    return {};
}

MessageBar::MessageBar(QWidget* parent)
    : QFrame(parent)
    , m_sign(new QLabel(this))
    , m_text(new QLabel(this))
    , m_step(new QPushButton(this))
    , m_other(new QPushButton(this))
    , m_copy(new QToolButton(this))
    , m_close(new QToolButton(this))
{
    m_text->setObjectName("messageText"_L1);
    m_step->setObjectName("messageStep"_L1);
    m_other->setObjectName("messageOtherStep"_L1);
    m_copy->setObjectName("messageCopy"_L1);
    m_close->setObjectName("messageClose"_L1);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_sign->setAlignment(Qt::AlignCenter);
    for (QPushButton* const button : {m_step, m_other})
        button->setAutoDefault(false);
    for (QToolButton* const button : {m_copy, m_close}) {
        button->setAutoRaise(true);
        button->setFocusPolicy(Qt::StrongFocus);
    }

    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);

    const auto choose = [this](NextStep step) {
        if (step == NextStep::OpenGatePage)
            QDesktopServices::openUrl(m_message.url);
        Q_EMIT stepChosen(step);
    };
    connect(m_step, &QPushButton::clicked, this, [this, choose] { choose(m_message.step); });
    connect(m_other, &QPushButton::clicked, this, [this, choose] { choose(m_message.other); });
    connect(m_copy, &QToolButton::clicked, this, [this] {
        QGuiApplication::clipboard()->setText(m_message.detail.isEmpty() ? m_message.text
                                                                         : m_message.text + u'\n' + m_message.detail);
    });
    connect(m_close, &QToolButton::clicked, this, [this] {
        clear();
        Q_EMIT closed();
    });
    retranslate();
    recolor();
    hide();
}

void MessageBar::say(const Message& message)
{
    m_message = message;
    retranslate();
    recolor();
    setVisible(!message.text.isEmpty());
    if (message.text.isEmpty())
        return;
    QAccessibleAnnouncementEvent announcement(this, message.text);
    announcement.setPoliteness(message.tint == Tint::Wrong ? QAccessible::AnnouncementPoliteness::Assertive
                                                           : QAccessible::AnnouncementPoliteness::Polite);
    QAccessible::updateAccessibility(&announcement);
}

void MessageBar::clear()
{
    say({});
}

void MessageBar::changeEvent(QEvent* event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        recolor();
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange
        || event->type() == QEvent::LayoutDirectionChange) {
        updateGeometry();
        std::ignore = arrange(width(), true);
    }
}

void MessageBar::paintEvent(QPaintEvent*)
{
    const TintColors colors = tintColors(m_message.tint, palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colors.line, 1));
    painter.setBrush(colors.fill);
    const double radius = fontMetrics().height() / 3.0;
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
}

void MessageBar::resizeEvent(QResizeEvent* event)
{
    QFrame::resizeEvent(event);
    std::ignore = arrange(width(), true);
}

QSize MessageBar::sizeHint() const
{
    const int width = 60 * fontMetrics().averageCharWidth();
    return {width, arrange(width, false)};
}

QSize MessageBar::minimumSizeHint() const
{
    const int em = fontMetrics().height();
    int room = 16 * fontMetrics().averageCharWidth() + m_copy->sizeHint().width() + m_close->sizeHint().width();
    for (const QPushButton* const button : {m_step, m_other}) {
        if (!button->isHidden())
            room = std::max(room, button->sizeHint().width());
    }
    return {room + em + 3 * (em / 2), 2 * em};
}

int MessageBar::arrange(int width, bool place) const
{
    const int em = fontMetrics().height();
    const int margin = em / 2;
    const auto put = [&](QWidget* widget, const QRect& where) {
        if (place)
            widget->setGeometry(QStyle::visualRect(layoutDirection(), rect(), where));
    };

    QList<QPushButton*> buttons;
    int buttonsWidth = 0;
    int buttonHeight = 0;
    for (QPushButton* const button : {m_step, m_other}) {
        if (button->isHidden())
            continue;
        buttons << button;
        buttonsWidth += button->sizeHint().width() + margin;
        buttonHeight = std::max(buttonHeight, button->sizeHint().height());
    }
    const int textLeft = margin + em + margin;
    int right = width - margin;
    const int toolHeight = m_close->sizeHint().height();
    const int toolsLeft = right - m_close->sizeHint().width() - (m_copy->isHidden() ? 0 : m_copy->sizeHint().width());
    const bool beside = toolsLeft - textLeft - buttonsWidth - margin >= 36 * fontMetrics().averageCharWidth();
    const int textWidth = std::max(1, toolsLeft - margin - textLeft - (beside ? buttonsWidth : 0));
    const int textHeight = m_text->heightForWidth(textWidth);
    // All but the rest of a long text stands in the middle of the first line.
    const int first = std::max({toolHeight, beside ? buttonHeight : 0, em});
    const int textTop = margin + (textHeight <= first ? (first - textHeight) / 2 : (first - em) / 2);
    const auto inFirst = [&](int x, const QSize& size) {
        return QRect(QPoint(x, margin + (first - size.height()) / 2), size);
    };

    put(m_sign, inFirst(margin, QSize(em, em)));
    put(m_text, QRect(textLeft, textTop, textWidth, textHeight));
    for (QToolButton* const tool : {m_close, m_copy}) {
        if (tool->isHidden())
            continue;
        right -= tool->sizeHint().width();
        put(tool, inFirst(right, tool->sizeHint()));
    }
    int bottom = std::max(margin + first, textTop + textHeight);
    int x = beside ? toolsLeft - buttonsWidth : textLeft;
    int y = bottom + margin;
    for (QPushButton* const button : buttons) {
        const QSize size = button->sizeHint();
        if (beside) {
            put(button, inFirst(x, size));
        } else {
            if (x > textLeft && x + size.width() > width - margin) {
                x = textLeft;
                y += buttonHeight + margin / 2;
            }
            put(button, QRect(QPoint(x, y), size));
            bottom = y + size.height();
        }
        x += size.width() + margin;
    }
    return bottom + margin;
}

void MessageBar::retranslate()
{
    m_text->setText(m_message.text);
    m_step->setText(nextStepText(m_message.step));
    m_step->setVisible(m_message.step != NextStep::None);
    m_other->setText(nextStepText(m_message.other));
    m_other->setVisible(m_message.other != NextStep::None);
    m_copy->setVisible(!m_message.detail.isEmpty());
    m_copy->setToolTip(tr("Copy the details"));
    m_copy->setAccessibleName(m_copy->toolTip());
    m_close->setToolTip(tr("Close this message"));
    m_close->setAccessibleName(m_close->toolTip());
    updateGeometry();
    std::ignore = arrange(width(), true);
}

void MessageBar::recolor()
{
    const TintColors colors = tintColors(m_message.tint, palette());
    QPalette own = m_text->palette();
    own.setColor(QPalette::WindowText, m_message.tint == Tint::Plain ? palette().color(QPalette::Text) : colors.text);
    m_text->setPalette(own);
    const int side = fontMetrics().height();
    m_sign->setPixmap(signOf(m_message.tint, colors.text, side, devicePixelRatioF()));
    m_copy->setIcon(themedIcon(u"copy"_s));
    m_close->setIcon(themedIcon(u"close"_s));
    update();
}

} // namespace hugger
