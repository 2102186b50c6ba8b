// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pairing/pairingdialog.h"

#include "ui/widgets/quietlabel.h"
#include "ui/widgets/words.h"

#include <QtGui/QAccessible>
#include <QtGui/QFontDatabase>
#include <QtWidgets/QDialogButtonBox>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace hugger {

namespace {

constexpr int widthInLetters = 72;
constexpr int nameInLetters = 40;
constexpr double codeSize = 2.4;

/// Digit by digit, for who hears it.
QString spokenCode(const QString& code)
{
    QStringList digits;
    for (const QChar digit : code)
        digits.append(digit);
    return digits.join(u' ');
}

} // namespace

PairingDialog::PairingDialog(const PairingAsk& ask, QWidget* parent)
    : QDialog(parent, Qt::Dialog | Qt::WindowTitleHint | Qt::WindowCloseButtonHint | Qt::WindowStaysOnTopHint)
    , m_ask(ask)
    , m_deadline(std::chrono::seconds(ask.secondsLeft))
    , m_question(new QLabel(this))
    , m_code(new QLabel(this))
    , m_power(new QLabel(this))
    , m_origin(new QuietLabel(this))
    , m_time(new QuietLabel(this))
    , m_deny(nullptr)
    , m_allow(nullptr)
{
    setObjectName(u"pairingDialog"_s);
    setAttribute(Qt::WA_ShowWithoutActivating);
    setAttribute(Qt::WA_QuitOnClose, false);
    build();
    retranslate();
    updateTime();

    m_calm.setSingleShot(true);
    m_calm.setInterval(calmTime);
    connect(&m_calm, &QTimer::timeout, this, [this] { m_allow->setEnabled(!m_isOver); });
    m_second.setInterval(1s);
    connect(&m_second, &QTimer::timeout, this, &PairingDialog::updateTime);
    connect(m_allow, &QPushButton::clicked, this, [this] {
        answer(PairingAnswer::Allow);
        accept();
    });
    connect(m_deny, &QPushButton::clicked, this, [this] {
        answer(PairingAnswer::Deny);
        reject();
    });
    // Closing it, or Escape, is easily done by mistake.
    connect(this, &QDialog::rejected, this, [this] { answer(PairingAnswer::Later); });
}

void PairingDialog::build()
{
    for (QLabel* const label : {m_question, m_code, m_power}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(label != m_code);
    }
    m_question->setObjectName(u"pairingQuestion"_s);
    m_code->setObjectName(u"pairingCode"_s);
    m_power->setObjectName(u"pairingPower"_s);
    m_origin->setObjectName(u"pairingOrigin"_s);
    m_time->setObjectName(u"pairingTime"_s);
    QFont bold = m_question->font();
    bold.setWeight(QFont::DemiBold);
    m_question->setFont(bold);
    m_question->setMinimumWidth(widthInLetters * fontMetrics().averageCharWidth());
    QFont big = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    big.setPointSizeF(std::max(font().pointSizeF(), 1.0) * codeSize);
    big.setLetterSpacing(QFont::PercentageSpacing, 110);
    m_code->setFont(big);
    m_code->setAlignment(Qt::AlignCenter);
    // Numbers are read from left to right everywhere.
    m_code->setLayoutDirection(Qt::LeftToRight);

    auto* const buttons = new QDialogButtonBox(this);
    m_allow = buttons->addButton(QString(), QDialogButtonBox::AcceptRole);
    m_deny = buttons->addButton(QString(), QDialogButtonBox::RejectRole);
    m_allow->setObjectName(u"pairingAllow"_s);
    m_deny->setObjectName(u"pairingDeny"_s);
    m_allow->setEnabled(false);
    m_allow->setAutoDefault(false);
    m_deny->setDefault(true);
    m_deny->setFocus();

    auto* const layout = new QVBoxLayout(this);
    layout->setSizeConstraint(QLayout::SetMinimumSize);
    const int line = fontMetrics().height();
    layout->setContentsMargins(line, line, line, line);
    layout->setSpacing(line / 2);
    layout->addWidget(m_question);
    layout->addSpacing(line / 2);
    layout->addWidget(m_code);
    layout->addSpacing(line / 2);
    layout->addWidget(m_power);
    layout->addWidget(m_origin);
    layout->addStretch();
    layout->addWidget(m_time);
    layout->addWidget(buttons);
}

QString PairingDialog::codeText(const QString& code)
{
    // A space that does not break keeps two numbers from changing places where one reads from right to left.
    return code.first(std::min<qsizetype>(3, code.size())) + QChar::Nbsp
        + code.sliced(std::min<qsizetype>(3, code.size()));
}

QString PairingDialog::name() const
{
    // One that has no end must not make the window as wide.
    return fontMetrics().elidedText(plainLine(m_ask.name), Qt::ElideMiddle,
                                    nameInLetters * fontMetrics().averageCharWidth());
}

void PairingDialog::retranslate()
{
    setWindowTitle(tr("Connect to hugger"));
    //: %1 is what a browser calls itself: "Firefox on Linux". Under the question stands a code of six digits.
    m_question->setText(tr("%1 wants to connect to hugger. Does it show this code?").arg(name()));
    m_code->setText(codeText(m_ask.code));
    //: For screen readers; %1 is the code, digit by digit.
    m_code->setAccessibleName(tr("Code %1").arg(spokenCode(m_ask.code)));
    m_power->setText(tr("It could then see what you hold, archive with your access to the Hub, pause and cancel "
                        "transfers, and move snapshots to the trash."));
    m_origin->setText(m_ask.origin.isEmpty()
                          ? tr("A program of this computer, not a browser.")
                          //: %1 is an address such as chrome-extension://…; a program can say so without being it.
                          : tr("It says it is %1.").arg(plainLine(m_ask.origin)));
    m_deny->setText(tr("&Deny"));
    m_allow->setText(tr("&Allow"));
    updateTime();
}

void PairingDialog::updateTime()
{
    if (m_isOver)
        return;
    const auto left = std::chrono::ceil<std::chrono::seconds>(m_deadline.remainingTimeAsDuration()).count();
    m_time->setText(left > 0 ? tr("The question goes away in %n seconds.", nullptr, static_cast<int>(left))
                             : tr("The question goes away."));
}

void PairingDialog::answer(PairingAnswer answer)
{
    if (!std::exchange(m_isOver, true))
        Q_EMIT answered(m_ask.id, answer);
}

bool PairingDialog::end()
{
    if (m_isOver)
        return isVisible();
    m_isOver = true;
    m_second.stop();
    m_calm.stop();
    // Withdrawn, or answered elsewhere: whoever did it knows.
    if (m_deadline.remainingTimeAsDuration() > 2s)
        return false;
    m_question->setText(tr("%1 was not connected: nobody answered within a minute.").arg(name()));
    m_power->setText(tr("To try again, press Connect there once more."));
    m_code->hide();
    m_time->hide();
    m_allow->hide();
    m_deny->setText(tr("&Close"));
    adjustSize();
    QAccessibleAnnouncementEvent announcement(this, m_question->text());
    QAccessible::updateAccessibility(&announcement);
    return true;
}

void PairingDialog::showEvent(QShowEvent* event)
{
    QDialog::showEvent(event);
    if (m_isOver)
        return;
    m_calm.start();
    m_second.start();
    QAccessibleAnnouncementEvent announcement(this, m_question->text() + u' ' + m_code->accessibleName());
    announcement.setPoliteness(QAccessible::AnnouncementPoliteness::Assertive);
    QAccessible::updateAccessibility(&announcement);
}

void PairingDialog::changeEvent(QEvent* event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange && !m_isOver)
        retranslate();
}

} // namespace hugger
