// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/events/eventpane.h"

#include "ui/details/wraptext.h"
#include "ui/events/eventlook.h"
#include "ui/update/licenseview.h"
#include "ui/widgets/chiplabel.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/quietlabel.h"
#include "ui/widgets/words.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QEvent>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QTabWidget>
#include <QtWidgets/QTextBrowser>
#include <QtWidgets/QVBoxLayout>

using namespace Qt::StringLiterals;

namespace hugger {

namespace {

constexpr qsizetype bodyShown = 4'000; ///< letters

QString words(const char* text)
{
    return QCoreApplication::translate("hugger", text);
}

QString safe(const QString& text)
{
    return plainLine(text).toHtmlEscaped();
}

/// As it came, lines and all.
QString code(const QString& text)
{
    QStringList lines = text.split(u'\n');
    for (QString& line : lines)
        line = safe(line);
    return u"<p dir=\"ltr\"><code>"_s + lines.join(u"<br>"_s) + u"</code></p>"_s;
}

QString accountText(const QString& account)
{
    if (account == "anonymous"_L1)
        return words(QT_TRANSLATE_NOOP("hugger", "without a token"));
    if (account.isEmpty())
        return words(QT_TRANSLATE_NOOP("hugger", "with a token"));
    //: %1 is an account of the Hub
    return words(QT_TRANSLATE_NOOP("hugger", "as %1")).arg(safe(account));
}

QString bodyOf(const Evidence& evidence)
{
    if (evidence.bodyBytes == 0)
        return u"<p>"_s + words(QT_TRANSLATE_NOOP("hugger", "The answer had no text.")) + u"</p>"_s;
    const QString text = QString::fromUtf8(evidence.body);
    //: %1 a size in bytes, %2 a hash
    QString html = u"<p>"_s
        + words(QT_TRANSLATE_NOOP("hugger", "Its text, %1, SHA-256 %2:"))
              .arg(exactBytesText(evidence.bodyBytes),
                   safe(QString::fromLatin1(
                       evidence.bodySha256.first(std::min<qsizetype>(16, evidence.bodySha256.size()))))
                       + u"…"_s)
        + u"</p>"_s + code(text.first(std::min(bodyShown, text.size())));
    if (text.size() > bodyShown || evidence.body.size() < evidence.bodyBytes)
        html += u"<p>"_s + words(QT_TRANSLATE_NOOP("hugger", "And more that is not shown.")) + u"</p>"_s;
    return html;
}

QString exchangeOf(const Evidence& evidence)
{
    //: Part of the proof of an event. %1 a date and time, %2 "as alice", "with a token" or "without a token"
    QString html = u"<p><b>"_s
        + words(QT_TRANSLATE_NOOP("hugger", "Asked on %1, %2"))
              .arg(fullDateText(secondsOf(evidence.at)).toHtmlEscaped(), accountText(evidence.account))
        + u"</b></p>"_s + code(evidence.method + u' ' + evidence.url);
    //: %1 a status of HTTP: "404"
    html += u"<p>"_s + words(QT_TRANSLATE_NOOP("hugger", "The answer: %1")).arg(evidence.status) + u"</p>"_s;
    QStringList headers;
    for (const auto& [name, value] : evidence.headers)
        headers.append(name + u": "_s + value);
    if (!headers.isEmpty())
        html += code(headers.join(u'\n'));
    return html + bodyOf(evidence);
}

} // namespace

QString evidenceHtml(const EventFacts& facts)
{
    QString html;
    const auto say = [&html](const QString& sentence) { html += u"<p>"_s + sentence + u"</p>"_s; };
    if (!facts.newName.isEmpty())
        say(words(QT_TRANSLATE_NOOP("hugger", "Its name is %1 now.")).arg(safe(facts.newName)));
    if (!facts.ref.isEmpty())
        //: %1 the name of a branch or tag
        say(words(QT_TRANSLATE_NOOP("hugger", "This is about %1.")).arg(safe(facts.ref)));
    if (!facts.oldCommit.isEmpty())
        //: %1 a commit
        say(words(QT_TRANSLATE_NOOP("hugger", "The commit before: %1."))
                .arg(safe(QString::fromLatin1(facts.oldCommit))));
    if (facts.files) {
        //: %1, %2, %3 numbers, %4 a size
        say(words(QT_TRANSLATE_NOOP("hugger", "Files added: %1, changed: %2, removed: %3; to fetch: %4."))
                .arg(countText(facts.files->added), countText(facts.files->changed), countText(facts.files->removed),
                     sizeText(facts.files->bytes)));
    }
    for (const Evidence& evidence : facts.evidence)
        html += exchangeOf(evidence) + u"<hr>"_s;
    if (html.endsWith(u"<hr>"_s))
        html.chop(4);
    if (facts.evidence.isEmpty())
        say(words(QT_TRANSLATE_NOOP("hugger", "No exchange with the Hub belongs to this.")));
    return html;
}

EventPane::EventPane(QWidget* parent)
    : QWidget(parent)
    , m_chip(new ChipLabel(this))
    , m_name(new WrapText(this))
    , m_when(new QuietLabel(this))
    , m_sentence(new WrapText(this))
    , m_show(new QPushButton(themedIcon(u"all"_s), {}, this))
    , m_preview(new QPushButton(themedIcon(u"newer"_s), {}, this))
    , m_verify(new QPushButton(themedIcon(u"verify"_s), {}, this))
    , m_tabs(new QTabWidget(this))
    , m_license(new LicenseView(m_tabs))
    , m_evidence(new QTextBrowser(m_tabs))
{
    QFont bold = m_name->font();
    bold.setBold(true);
    bold.setPointSizeF(bold.pointSizeF() * 1.25);
    m_name->setFont(bold);
    m_name->setObjectName(u"eventName"_s);
    m_when->setObjectName(u"eventWhen"_s);
    m_sentence->setObjectName(u"eventSentence"_s);
    m_show->setObjectName(u"eventShow"_s);
    m_preview->setObjectName(u"eventPreview"_s);
    m_verify->setObjectName(u"eventVerify"_s);
    m_tabs->setObjectName(u"eventTabs"_s);
    m_tabs->setDocumentMode(true);
    m_evidence->setObjectName(u"eventEvidence"_s);
    m_evidence->setFrameShape(QFrame::NoFrame);
    m_evidence->setOpenLinks(false);

    auto* const buttons = new FlowLayout;
    for (QPushButton* button : {m_preview, m_show, m_verify})
        buttons->addWidget(button);
    auto* const layout = new QVBoxLayout(this);
    layout->addWidget(m_name);
    layout->addWidget(m_chip);
    layout->addWidget(m_when);
    layout->addWidget(m_sentence);
    layout->addLayout(buttons);
    layout->addWidget(m_tabs, 1);
    connect(m_show, &QPushButton::clicked, this, &EventPane::showRequested);
    connect(m_preview, &QPushButton::clicked, this, &EventPane::previewRequested);
    connect(m_verify, &QPushButton::clicked, this, &EventPane::verifyRequested);
    retranslate();
}

void EventPane::setEvent(const Event& event)
{
    m_event = event;
    m_facts = {};
    m_name->setWords(plainLine(event.repo.id));
    m_chip->setChip(eventChip(event.type));
    m_when->setText(event.commit.isEmpty()
                        ? fullDateText(secondsOf(event.at))
                        //: %1 a date and time, %2 a commit
                        : tr("%1 · commit %2").arg(fullDateText(secondsOf(event.at)), shortCommit(event.commit)));
    m_when->setToolTip(QString::fromLatin1(event.commit));
    m_sentence->setWords(plainLine(event.detail));
    m_sentence->setVisible(!event.detail.isEmpty());
    const bool isUpstream = upstreamTypes().contains(event.type);
    const bool isAway = event.type == "gone"_L1 || event.type == "disabled"_L1;
    m_preview->setVisible(isUpstream && !isAway);
    m_tabs->setVisible(false);
}

void EventPane::setFacts(const EventFacts& facts)
{
    m_facts = facts;
    while (m_tabs->count() > 0)
        m_tabs->removeTab(0);
    m_license->hide();
    if (facts.license && facts.license->isAny()) {
        m_license->setChange(*facts.license);
        m_tabs->addTab(m_license, tr("What changed"));
    }
    m_evidence->setHtml(evidenceHtml(facts));
    m_tabs->addTab(m_evidence, tr("Evidence"));
    m_tabs->setCurrentIndex(0);
    m_tabs->setVisible(upstreamTypes().contains(m_event.type) || !facts.evidence.isEmpty());
}

void EventPane::retranslate()
{
    m_name->setAccessibleName(tr("Repository"));
    m_sentence->setAccessibleName(tr("What happened"));
    m_show->setText(tr("Show repo"));
    m_preview->setText(tr("Preview update…"));
    m_verify->setText(tr("Verify"));
    m_tabs->setAccessibleName(tr("About this event"));
    m_evidence->setAccessibleName(tr("Evidence"));
    if (m_event.id == 0)
        return;
    const EventFacts facts = m_facts;
    const bool hadFacts = m_tabs->count() > 0;
    setEvent(Event(m_event));
    if (hadFacts)
        setFacts(facts);
}

void EventPane::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace hugger
