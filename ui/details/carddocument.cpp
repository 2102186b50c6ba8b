// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/details/carddocument.h"

#include "ui/details/cardtext.h"

#include <algorithm>

#include <QtCore/QBuffer>
#include <QtGui/QImageReader>
#include <QtGui/QTextBlock>
#include <QtGui/QTextCursor>
#include <QtGui/QTextTable>

using namespace Qt::StringLiterals;

namespace hugger {

namespace {

constexpr int widest = 2400; ///< pixels kept of an image: more than any window shows of a card
constexpr int tallest = 4800;
constexpr int megabytes = 128; ///< of one image while it is decoded

/// What stands at one place of the text.
struct Span {
    int position = 0;
    int length = 0;
    QTextCharFormat format;
};

QList<Span> spansOf(const QTextDocument& document)
{
    QList<Span> spans;
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        for (auto it = block.begin(); !it.atEnd(); ++it) {
            const QTextFragment fragment = it.fragment();
            spans.append({fragment.position(), fragment.length(), fragment.charFormat()});
        }
    }
    return spans;
}

QTextCursor selected(QTextDocument* document, int position, int length)
{
    QTextCursor cursor(document);
    cursor.setPosition(position);
    cursor.setPosition(position + length, QTextCursor::KeepAnchor);
    return cursor;
}

QString anchorOf(const QString& heading)
{
    QString anchor;
    for (const QChar c : heading.toLower()) {
        if (c.isLetterOrNumber() || c == u'-' || c == u'_')
            anchor += c;
        else if (c.isSpace())
            anchor += u'-';
    }
    return anchor;
}

} // namespace

CardDocument::CardDocument(QObject* parent)
    : QTextDocument(parent)
{
    setUndoRedoEnabled(false);
}

QImage CardDocument::decoded(const QByteArray& bytes)
{
    QBuffer buffer;
    buffer.setData(bytes);
    buffer.open(QIODevice::ReadOnly);
    QImageReader reader(&buffer);
    // No SVG: it may lead to other files.
    static const QList<QByteArray> pictures = {"png", "jpeg", "jpg", "gif", "webp"};
    if (!pictures.contains(reader.format()))
        return {};
    reader.setAutoTransform(true);
    reader.setAllocationLimit(megabytes);
    const QSize size = reader.size();
    if (size.width() > widest || size.height() > tallest)
        reader.setScaledSize(size.scaled(widest, tallest, Qt::KeepAspectRatio).expandedTo(QSize(1, 1)));
    return reader.read();
}

QHash<QString, QImage> CardDocument::decoded(const QHash<QString, QByteArray>& bytes, qint64 most)
{
    QStringList addresses = bytes.keys();
    std::ranges::sort(addresses, {},
                      [&bytes](const QString& address) { return std::pair(bytes.value(address).size(), address); });
    QHash<QString, QImage> images;
    for (const QString& address : std::as_const(addresses)) {
        const QImage image = decoded(bytes.value(address));
        most -= image.sizeInBytes();
        if (most < 0)
            break;
        if (!image.isNull())
            images.insert(address, image);
    }
    return images;
}

void CardDocument::setCard(const QString& markdown, const QHash<QString, QImage>& images, const QPalette& palette)
{
    m_images.clear();
    m_places.clear();
    // Nothing is laid out yet, so no address of the card is looked at before it is replaced.
    const auto addresses = images.keys();
    setMarkdown(readableMarkdown(markdown, QSet<QString>(addresses.begin(), addresses.end())),
                MarkdownFeatures(MarkdownDialectGitHub) | MarkdownNoHTML);
    colorLinks(palette.color(QPalette::Link));
    mendBlocks(palette.color(QPalette::AlternateBase));
    replaceImages(images);
}

void CardDocument::replaceImages(const QHash<QString, QImage>& images)
{
    QList<Span> spans = spansOf(*this);
    // From the end, so that places before it stay where they are.
    std::ranges::reverse(spans);
    for (const Span& span : spans) {
        if (!span.format.isImageFormat())
            continue;
        const QTextImageFormat format = span.format.toImageFormat();
        const QString name = format.name();
        QImage image = images.value(name);
        if (image.isNull())
            image = images.value(QUrl::fromPercentEncoding(name.toUtf8()));
        QTextCursor cursor = selected(this, span.position, span.length);
        // Links around an image stay links.
        QTextCharFormat around;
        if (format.isAnchor()) {
            around.setAnchor(true);
            around.setAnchorHref(format.anchorHref());
            around.setForeground(format.foreground());
        }
        if (image.isNull()) {
            cursor.insertText(format.stringProperty(QTextFormat::ImageAltText), around);
            continue;
        }
        QTextImageFormat own;
        own.merge(around);
        own.setName(u"card:%1"_s.arg(m_images.size()));
        own.setProperty(QTextFormat::ImageAltText, format.stringProperty(QTextFormat::ImageAltText));
        QSizeF size = image.size();
        if (format.width() > 0)
            size = QSizeF(format.width(),
                          format.height() > 0 ? format.height() : format.width() * image.height() / image.width());
        own.setWidth(size.width());
        own.setHeight(size.height());
        m_images.append(image);
        cursor.insertImage(own);
    }
    // Positions are known once all is replaced.
    for (const Span& span : spansOf(*this)) {
        if (!span.format.isImageFormat())
            continue;
        const QTextImageFormat format = span.format.toImageFormat();
        for (int i = 0; i < span.length; ++i)
            m_places.append({span.position + i, QSizeF(format.width(), format.height())});
    }
}

void CardDocument::colorLinks(const QColor& link)
{
    for (const Span& span : spansOf(*this)) {
        if (!span.format.isAnchor())
            continue;
        QTextCharFormat format = span.format;
        format.setForeground(link);
        selected(this, span.position, span.length).setCharFormat(format);
    }
}

void CardDocument::mendBlocks(const QColor& code)
{
    for (QTextBlock block = begin(); block.isValid(); block = block.next()) {
        QTextBlockFormat format = block.blockFormat();
        if (!format.hasProperty(QTextFormat::BlockCodeFence) && !format.hasProperty(QTextFormat::BlockCodeLanguage))
            continue;
        format.setNonBreakableLines(false); // the pane is narrow
        format.setBackground(code);
        QTextCursor(block).setBlockFormat(format);
    }
    // Qt begins the first cell of a table that follows other text with an empty paragraph.
    for (QTextFrame* frame : rootFrame()->childFrames()) {
        const auto* table = qobject_cast<QTextTable*>(frame);
        if (!table)
            continue;
        QTextCursor cursor = table->cellAt(0, 0).firstCursorPosition();
        if (cursor.block().length() == 1 && cursor.block() != table->cellAt(0, 0).lastCursorPosition().block())
            cursor.deleteChar();
        // It is a heading as the others of its row.
        cursor = table->cellAt(0, 0).firstCursorPosition();
        cursor.setPosition(cursor.block().position() + cursor.block().length() - 1, QTextCursor::KeepAnchor);
        QTextCharFormat heading;
        heading.setFontWeight(QFont::Bold);
        cursor.mergeCharFormat(heading);
    }
}

void CardDocument::fitImages(qreal width)
{
    for (const Place& place : m_places) {
        QTextCursor cursor = selected(this, place.position, 1);
        QTextImageFormat format = cursor.charFormat().toImageFormat();
        const qreal wanted = std::min(place.size.width(), std::max<qreal>(width, 1));
        if (qFuzzyCompare(format.width(), wanted))
            continue;
        format.setWidth(wanted);
        format.setHeight(place.size.height() * wanted / place.size.width());
        cursor.setCharFormat(format);
    }
}

int CardDocument::headingPosition(const QString& fragment) const
{
    for (QTextBlock block = begin(); block.isValid(); block = block.next()) {
        if (block.blockFormat().headingLevel() > 0 && anchorOf(block.text()) == fragment)
            return block.position();
    }
    return -1;
}

QVariant CardDocument::loadResource(int type, const QUrl& name)
{
    // Never the base class's: it would read files. An image always has pixels, for what gets none is looked for on
    // disk.
    if (type != ImageResource)
        return QByteArray();
    static const QImage nothing = [] {
        QImage image(1, 1, QImage::Format_ARGB32_Premultiplied);
        image.fill(Qt::transparent);
        return image;
    }();
    bool isOurs = false;
    const int number = name.scheme() == "card"_L1 ? name.path().toInt(&isOurs) : 0;
    return isOurs && number >= 0 && number < m_images.size() ? m_images.at(number) : nothing;
}

} // namespace hugger
