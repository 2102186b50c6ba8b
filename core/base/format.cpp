// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "base/format.h"

#include <QtCore/QTimeZone>

#include <array>

using namespace Qt::StringLiterals;

namespace hugger {

QString formatBytes(qint64 bytes)
{
    static constexpr std::array units{"B", "kB", "MB", "GB", "TB", "PB", "EB"};
    auto value = static_cast<double>(bytes);
    std::size_t unit = 0;
    // 999.95 would print as "1000.0": step up as soon as rounding would reach the next unit.
    while (value >= (unit == 0 ? 1000.0 : 999.95) && unit + 1 < units.size()) {
        value /= 1000.0;
        ++unit;
    }
    return QString::number(value, 'f', unit == 0 ? 0 : 1) + u' ' + QLatin1StringView(units[unit]);
}

QString formatRate(double bytesPerSecond)
{
    return formatBytes(static_cast<qint64>(bytesPerSecond)) + u"/s"_s;
}

QString formatSeconds(qint64 seconds)
{
    if (seconds < 60)
        return u"%1 s"_s.arg(seconds);
    if (seconds < 3600)
        return u"%1 min %2 s"_s.arg(seconds / 60).arg(seconds % 60);
    return u"%1 h %2 min"_s.arg(seconds / 3600).arg(seconds % 3600 / 60);
}

QString isoTime(const QDateTime& time)
{
    return time.toUTC().toString(u"yyyy-MM-dd'T'HH:mm:ss'Z'"_s);
}

QString isoNow()
{
    return isoTime(QDateTime::currentDateTimeUtc());
}

QString escapeForTerminal(const QString& text)
{
    QString safe;
    safe.reserve(text.size());
    for (const QChar c : text) {
        const auto code = c.unicode();
        const bool control = code < 0x20 || (code >= 0x7f && code < 0xa0);
        const bool direction = code == 0x061c || code == 0x200e || code == 0x200f || (code >= 0x202a && code <= 0x202e)
            || (code >= 0x2066 && code <= 0x2069) || code == 0x2028 || code == 0x2029;
        if (control)
            safe += u"\\x%1"_s.arg(code, 2, 16, QChar(u'0'));
        else if (direction)
            safe += u"\\u%1"_s.arg(code, 4, 16, QChar(u'0'));
        else
            safe += c;
    }
    return safe;
}

} // namespace hugger
