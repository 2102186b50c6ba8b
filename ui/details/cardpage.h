// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "engine/enginetypes.h"
#include "ui/details/detailspage.h"

#include <QtGui/QImage>

#include <memory>

class QTextBrowser;

namespace hugger {

class CardDocument;

/// The README of a snapshot.
class CardPage final : public DetailsPage {
    Q_OBJECT

public:
    explicit CardPage(QWidget* parent = nullptr);

    void clear() override;
    void setCard(const Card& card);

    /// The file a relative link of a card leads to; empty when it leads nowhere in the repo.
    [[nodiscard]] static QString fileOf(const QUrl& link);

Q_SIGNALS:
    void fileRequested(const QString& path);

protected:
    void changeEvent(QEvent* event) override;
    void retranslate() override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void render();
    void follow(const QUrl& link);
    void fit();

    QTextBrowser* m_browser;
    std::shared_ptr<CardDocument> m_document;
    QString m_markdown;
    QHash<QString, QByteArray> m_bytes; ///< of images that are not decoded yet
    QHash<QString, QImage> m_images;
    int m_request = 0; ///< what was made of a card before is dropped
};

} // namespace hugger
