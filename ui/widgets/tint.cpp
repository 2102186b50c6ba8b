// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/tint.h"

#include <algorithm>
#include <cmath>

#include <QtCore/QCoreApplication>

#include "ui/widgets/words.h"

using namespace Qt::StringLiterals;

namespace hugger {

namespace {

constexpr double READABLE = 4.5;

double luminance(const QColor& color)
{
    const auto linear = [](float part) {
        const auto c = static_cast<double>(part);
        return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

bool isDark(const QPalette& palette)
{
    return luminance(palette.color(QPalette::Base)) < 0.18;
}

/// The hue of a tint, on its way to white in the dark and to black in the light until it can be read on both.
QColor readable(int hue, int saturation, const QColor& fill, const QColor& base, bool dark)
{
    QColor color;
    for (int step = 0; step <= 20; ++step) {
        const int lightness = dark ? 140 + step * 5 : 110 - step * 5;
        color = QColor::fromHsl(hue, saturation, lightness);
        // A little over, for the rounding of colours on the way to the screen.
        if (contrast(color, fill) >= READABLE + 0.3 && contrast(color, base) >= READABLE + 0.3)
            break;
    }
    return color;
}

} // namespace

double contrast(const QColor& a, const QColor& b)
{
    const double first = luminance(a);
    const double second = luminance(b);
    return (std::max(first, second) + 0.05) / (std::min(first, second) + 0.05);
}

QColor mixed(const QColor& a, const QColor& b, double part)
{
    const auto between = [part](float from, float to) {
        return static_cast<float>(static_cast<double>(from)
                                  + (static_cast<double>(to) - static_cast<double>(from)) * part);
    };
    return QColor::fromRgbF(between(a.redF(), b.redF()), between(a.greenF(), b.greenF()),
                            between(a.blueF(), b.blueF()));
}

QColor quietOn(const QColor& text, const QColor& background, double most)
{
    QColor quiet = text;
    for (double part = most; part > 0; part -= 0.04) {
        quiet = mixed(text, background, part);
        if (contrast(quiet, background) >= READABLE + 0.1)
            return quiet;
    }
    return text;
}

QColor quietColor(const QPalette& palette)
{
    const QColor text = palette.color(QPalette::Text);
    const QColor base = palette.color(QPalette::Base);
    const QColor window = palette.color(QPalette::Window);
    // It stands on the window, too: what is readable on the one nearer to the text is readable on both.
    return quietOn(text, contrast(text, base) < contrast(text, window) ? base : window);
}

TintColors tintColors(Tint tint, const QPalette& palette)
{
    const QColor base = palette.color(QPalette::Base);
    const QColor text = palette.color(QPalette::Text);
    if (tint == Tint::Plain)
        return {quietColor(palette), base, mixed(base, text, 0.25)};
    const bool dark = isDark(palette);
    const int hue = tint == Tint::Good ? 142 : (tint == Tint::Attention ? 40 : 3);
    const int saturation =
        tint == Tint::Good ? (dark ? 130 : 175) : (tint == Tint::Attention ? 225 : (dark ? 200 : 170));
    const QColor pure = QColor::fromHsl(hue, tint == Tint::Good ? 130 : 200, dark ? 105 : 120);
    const QColor fill = mixed(base, pure, dark ? 0.22 : 0.16);
    return {readable(hue, saturation, fill, base, dark), fill, mixed(base, pure, dark ? 0.42 : 0.36)};
}

Chip heldChip(const HeldRow& row)
{
    if (row.damaged > 0) {
        const int damaged = static_cast<int>(row.damaged);
        return {QCoreApplication::translate("hugger", "%Ln files damaged", nullptr, damaged), Tint::Wrong, u"!"_s};
    }
    const QString date = dateText(row.verifiedAt);
    if (!row.isComplete) {
        //: State of a snapshot of which only some files were chosen. %1 is a date: "today", "3 Nov 2026".
        return {date.isEmpty() ? QCoreApplication::translate("hugger", "partial, not proved")
                               : QCoreApplication::translate("hugger", "partial, verified %1").arg(date),
                Tint::Plain,
                {}};
    }
    if (date.isEmpty())
        //: State of a snapshot whose files were not read and compared with their hashes since they were stored.
        return {QCoreApplication::translate("hugger", "not proved"), Tint::Plain, {}};
    //: State of a snapshot. %1 is a date: "today", "3 days ago", "3 Nov 2026".
    return {QCoreApplication::translate("hugger", "verified %1").arg(date), Tint::Good, u"✓"_s};
}

Chip upstreamChip(const QString& upstream)
{
    if (upstream == "current"_L1)
        return {QCoreApplication::translate("hugger", "current"), Tint::Plain, {}};
    if (upstream == "newer"_L1)
        //: Upstream has commits that are not held.
        return {QCoreApplication::translate("hugger", "newer"), Tint::Attention, u"↑"_s};
    if (upstream == "license_changed"_L1)
        return {QCoreApplication::translate("hugger", "license changed"), Tint::Attention, u"!"_s};
    if (upstream == "gated"_L1)
        //: Upstream gives its files only to those whom its owner allows.
        return {QCoreApplication::translate("hugger", "gated"), Tint::Attention, u"!"_s};
    if (upstream == "disabled"_L1)
        return {QCoreApplication::translate("hugger", "disabled"), Tint::Wrong, u"!"_s};
    if (upstream == "renamed"_L1)
        return {QCoreApplication::translate("hugger", "renamed"), Tint::Attention, u"≠"_s};
    if (upstream == "gone"_L1)
        //: Upstream no longer exists: this may be the last copy.
        return {QCoreApplication::translate("hugger", "gone: last copy?"), Tint::Wrong, u"!"_s};
    return {QCoreApplication::translate("hugger", "not checked"), Tint::Plain, {}};
}

QString lastCopyText(const QString& reason)
{
    if (reason.isEmpty())
        return {};
    if (reason == "disabled"_L1)
        return QCoreApplication::translate("hugger", "This may be the last copy: the Hub has disabled the repo.");
    if (reason == "gated"_L1)
        return QCoreApplication::translate("hugger",
                                           "This may be the last copy: the Hub now keeps the files behind a gate.");
    if (reason == "license"_L1)
        return QCoreApplication::translate(
            "hugger", "This may be the last copy under its license: the Hub now has it under a stricter one.");
    return QCoreApplication::translate("hugger", "This may be the last copy: the Hub no longer has it.");
}

} // namespace hugger
