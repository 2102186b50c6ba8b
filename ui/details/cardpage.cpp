// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/details/cardpage.h"

#include "ui/details/carddocument.h"
#include "ui/widgets/words.h"

#include <QtConcurrent/QtConcurrentRun>
#include <QtCore/QDir>
#include <QtCore/QEvent>
#include <QtCore/QThread>
#include <QtGui/QDesktopServices>
#include <QtGui/QTextBlock>
#include <QtGui/QTextCursor>
#include <QtWidgets/QScrollBar>
#include <QtWidgets/QTextBrowser>

using namespace Qt::StringLiterals;

namespace hugger {

namespace {

constexpr qsizetype mostText = 100'000; ///< characters shown: laying out more would hold up the window

struct Rendered {
    std::shared_ptr<CardDocument> document;
    QHash<QString, QImage> images;
};

struct Order {
    QString markdown;
    QHash<QString, QByteArray> bytes; ///< of images not decoded yet
    QHash<QString, QImage> images;
    QPalette palette;
    QFont font;
    QThread* home; ///< of the document
};

/// In a thread of its own: nothing of it is laid out before it is shown.
Rendered rendered(const Order& order)
{
    Rendered result;
    result.images = order.images;
    result.images.insert(CardDocument::decoded(order.bytes));
    // Whoever lets go of it last, it ends in the thread it lives in.
    result.document = {new CardDocument, [](CardDocument* document) { document->deleteLater(); }};
    result.document->setDefaultFont(order.font);
    result.document->setCard(order.markdown, result.images, order.palette);
    result.document->moveToThread(order.home);
    return result;
}

} // namespace

CardPage::CardPage(QWidget* parent)
    : DetailsPage(parent)
    , m_browser(new QTextBrowser(this))
{
    m_browser->setOpenLinks(false);
    m_browser->setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    m_browser->setFrameShape(QFrame::NoFrame);
    m_browser->setObjectName(u"card"_s);
    m_browser->viewport()->installEventFilter(this);
    connect(m_browser, &QTextBrowser::anchorClicked, this, &CardPage::follow);
    // Where a link leads is seen before it is followed.
    connect(m_browser, &QTextBrowser::highlighted, this, [this](const QUrl& link) {
        m_browser->viewport()->setToolTip(plainTooltip(link.toDisplayString(QUrl::FullyEncoded)));
    });
    setContent(m_browser);
    retranslate();
}

void CardPage::retranslate()
{
    m_browser->setAccessibleName(tr("Card"));
}

void CardPage::clear()
{
    ++m_request;
    m_markdown.clear();
    m_bytes.clear();
    m_images.clear();
    hideContent();
}

void CardPage::setCard(const Card& card)
{
    QString markdown = card.markdown;
    if (markdown.size() > mostText) {
        markdown.truncate(mostText);
        markdown += u"\n\n---\n\n"_s % tr("The card goes on; the rest is in README.md.") % u'\n';
    }
    if (markdown.trimmed().isEmpty()) {
        clear();
        showContent(tr("This snapshot has no card: no README.md is held."));
        return;
    }
    if (markdown == m_markdown) {
        showContent(); // the place one reads at is kept
        return;
    }
    m_markdown = markdown;
    m_images.clear();
    m_bytes = card.images;
    render();
}

void CardPage::render()
{
    const int request = ++m_request;
    QtConcurrent::run(rendered, Order{m_markdown, m_bytes, m_images, m_browser->palette(), m_browser->font(), thread()})
        .then(this, [this, request](const Rendered& result) {
            if (request != m_request)
                return;
            const int scrolled = m_browser->verticalScrollBar()->value();
            m_images = result.images;
            m_bytes.clear();
            m_browser->setDocument(result.document.get());
            m_document = result.document;
            showContent();
            fit();
            m_browser->verticalScrollBar()->setValue(scrolled);
        });
}

void CardPage::fit()
{
    if (m_document)
        m_document->fitImages(m_browser->viewport()->width() - 2 * m_document->documentMargin());
}

void CardPage::follow(const QUrl& link)
{
    const QString scheme = link.scheme();
    if (scheme == "http"_L1 || scheme == "https"_L1) {
        QDesktopServices::openUrl(link);
        return;
    }
    if (scheme == "mailto"_L1) {
        // The card may say whom to write to, not what, nor what to attach.
        QDesktopServices::openUrl(link.adjusted(QUrl::RemoveQuery));
        return;
    }
    if (link.path().isEmpty() && link.hasFragment() && scheme.isEmpty()) {
        const int position = m_document ? m_document->headingPosition(link.fragment(QUrl::FullyDecoded)) : -1;
        if (position < 0) {
            m_browser->scrollToAnchor(link.fragment());
            return;
        }
        QTextCursor cursor(m_document.get());
        cursor.setPosition(position);
        m_browser->verticalScrollBar()->setValue(m_browser->verticalScrollBar()->value()
                                                 + m_browser->cursorRect(cursor).top());
        return;
    }
    if (const QString path = fileOf(link); !path.isEmpty())
        Q_EMIT fileRequested(path);
}

QString CardPage::fileOf(const QUrl& link)
{
    if (!link.scheme().isEmpty() || !link.host().isEmpty())
        return {};
    const QString path = QDir::cleanPath(link.path(QUrl::FullyDecoded));
    return path.isEmpty() || path == "."_L1 || path.startsWith(u'/') || path.startsWith(".."_L1) ? QString() : path;
}

void CardPage::changeEvent(QEvent* event)
{
    DetailsPage::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && !m_markdown.isEmpty())
        render();
}

bool CardPage::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Resize)
        fit();
    return DetailsPage::eventFilter(watched, event);
}

} // namespace hugger
