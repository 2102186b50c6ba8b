// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtCore/QHash>
#include <QtGui/QImage>
#include <QtGui/QPalette>
#include <QtGui/QTextDocument>

namespace hugger {

/// A card laid out. Everything in it is foreign: it loads nothing, neither from the network nor from files. It shows
/// the images it is given; of any other there is the text that stands for it.
class CardDocument final : public QTextDocument {
    Q_OBJECT

public:
    explicit CardDocument(QObject* parent = nullptr);

    /// `images` by the address the card uses; colours of `palette`.
    void setCard(const QString& markdown, const QHash<QString, QImage>& images, const QPalette& palette);
    /// Images wider than this become smaller.
    void fitImages(qreal width);
    /// Position of the heading that "#its-name" leads to; -1 when there is none.
    [[nodiscard]] int headingPosition(const QString& fragment) const;

    /// Decodes bytes that came from somewhere, of the formats that are pictures and nothing else; null when they are
    /// none, or too big to be shown. Takes its time: not for the window's thread.
    [[nodiscard]] static QImage decoded(const QByteArray& bytes);
    /// Images of a card, the smaller ones first, as long as they take no more than `most` bytes together.
    [[nodiscard]] static QHash<QString, QImage> decoded(const QHash<QString, QByteArray>& bytes,
                                                        qint64 most = 256 * 1024 * 1024);

protected:
    QVariant loadResource(int type, const QUrl& name) override;

private:
    struct Place {
        int position;
        QSizeF size; ///< as wide as it wants to be
    };

    void replaceImages(const QHash<QString, QImage>& images);
    void colorLinks(const QColor& link);
    void mendBlocks(const QColor& code);

    QList<QImage> m_images; ///< known to the document as "card:N"
    QList<Place> m_places;
};

} // namespace hugger
