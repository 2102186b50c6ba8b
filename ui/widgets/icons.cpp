// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/icons.h"

#include <algorithm>

#include <QtCore/QFile>
#include <QtGui/QGuiApplication>
#include <QtGui/QIconEngine>
#include <QtGui/QPainter>
#include <QtGui/QPalette>
#include <QtGui/QPixmapCache>
#include <QtSvg/QSvgRenderer>

using namespace Qt::StringLiterals;

namespace hugger {

namespace {

/// `file` drawn at `size` pixels, all of it in one colour.
QPixmap drawn(const QString& file, const QSize& size, const QColor& color)
{
    const QString key =
        u"hugger:%1:%2x%3:%4"_s.arg(file).arg(size.width()).arg(size.height()).arg(color.name(QColor::HexArgb));
    QPixmap pixmap;
    if (size.isEmpty() || QPixmapCache::find(key, &pixmap))
        return pixmap;
    pixmap = QPixmap(size);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    QSvgRenderer renderer(file);
    renderer.setAspectRatioMode(Qt::KeepAspectRatio);
    renderer.render(&painter);
    painter.setCompositionMode(QPainter::CompositionMode_SourceIn);
    painter.fillRect(pixmap.rect(), color);
    painter.end();
    QPixmapCache::insert(key, pixmap);
    return pixmap;
}

/// Takes its colour from the palette at the time of painting, so that an icon made once is right after a change.
class ThemedEngine final : public QIconEngine {
public:
    explicit ThemedEngine(QString file)
        : m_file(std::move(file))
    {
    }

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State) override
    {
        const qreal ratio = painter->device()->devicePixelRatio();
        painter->drawPixmap(rect, drawn(m_file, (QSizeF(rect.size()) * ratio).toSize(), colorOf(mode)));
    }

    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State) override
    {
        return drawn(m_file, size, colorOf(mode));
    }

    QPixmap scaledPixmap(const QSize& size, QIcon::Mode mode, QIcon::State, qreal scale) override
    {
        QPixmap pixmap = drawn(m_file, (QSizeF(size) * scale).toSize(), colorOf(mode));
        pixmap.setDevicePixelRatio(scale);
        return pixmap;
    }

    [[nodiscard]] QIconEngine* clone() const override { return new ThemedEngine(*this); }
    bool isNull() override { return false; }

private:
    static QColor colorOf(QIcon::Mode mode)
    {
        const QPalette palette = QGuiApplication::palette();
        switch (mode) {
        case QIcon::Disabled:
            return palette.color(QPalette::Disabled, QPalette::WindowText);
        case QIcon::Selected:
            return palette.color(QPalette::Active, QPalette::HighlightedText);
        case QIcon::Normal:
        case QIcon::Active:
            break;
        }
        return palette.color(QPalette::Active, QPalette::WindowText);
    }

    QString m_file;
};

QPixmap trayPixmap(const TrayState& state, int side)
{
    // Nobody says how bright a tray is: these stand out by 3 to 1 from both white and black.
    const QColor mark = state.paused ? QColor(0x85, 0x8b, 0x94) : QColor(0x3f, 0x86, 0xe8);
    const QColor dot(0xe0, 0x52, 0x3d);
    const double s = side;
    QPixmap pixmap(side, side);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool hasRing = state.progress >= 0;
    const int inset = hasRing ? side / 5 : 0;
    painter.drawPixmap(inset, inset,
                       drawn(u":/hugger/symbolic.svg"_s, QSize(side - 2 * inset, side - 2 * inset), mark));
    if (hasRing) {
        const double width = std::max(1.5, s / 9);
        const QRectF ring = QRectF(0, 0, s, s).adjusted(width / 2, width / 2, -width / 2, -width / 2);
        QColor rest = mark;
        rest.setAlphaF(0.3F);
        painter.setPen(QPen(rest, width));
        painter.drawEllipse(ring);
        painter.setPen(QPen(mark, width, Qt::SolidLine, Qt::FlatCap));
        painter.drawArc(ring, 90 * 16, -static_cast<int>(std::clamp(state.progress, 0.0, 1.0) * 360 * 16));
    }
    if (state.needsUser) {
        const double width = s * 0.38;
        const QRectF place(s - width, s - width, width, width);
        // A gap around it keeps it apart from the mark on any ground.
        painter.setPen(Qt::NoPen);
        painter.setCompositionMode(QPainter::CompositionMode_Clear);
        painter.setBrush(Qt::black);
        painter.drawEllipse(place.adjusted(-s / 16, -s / 16, s / 16, s / 16));
        painter.setCompositionMode(QPainter::CompositionMode_SourceOver);
        painter.setBrush(dot);
        painter.drawEllipse(place);
    }
    return pixmap;
}

} // namespace

QIcon themedIcon(const QString& name)
{
    const QString file = u":/hugger/icons/%1.svg"_s.arg(name);
    return QFile::exists(file) ? QIcon(new ThemedEngine(file)) : QIcon();
}

QIcon appIcon()
{
    return QIcon(u":/hugger/app.svg"_s);
}

QIcon trayIcon(const TrayState& state)
{
    QIcon icon;
    for (const int side : {16, 22, 24, 32, 44, 48, 64, 128})
        icon.addPixmap(trayPixmap(state, side));
    return icon;
}

} // namespace hugger
