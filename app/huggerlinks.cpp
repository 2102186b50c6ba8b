// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/huggerlinks.h"

#include <QtCore/QRegularExpression>

using namespace Qt::StringLiterals;

namespace hugger {

namespace {

constexpr qsizetype maxLink = 2048;
constexpr auto scheme = "hugger:"_L1;

bool matches(const QString& pattern, const QString& text)
{
    return QRegularExpression(QRegularExpression::anchoredPattern(pattern), QRegularExpression::DontCaptureOption)
        .match(text)
        .hasMatch();
}

} // namespace

bool looksLikeLink(const QString& text)
{
    for (const auto start : {scheme, "http://"_L1, "https://"_L1}) {
        if (text.startsWith(start, Qt::CaseInsensitive))
            return true;
    }
    return false;
}

bool isStartLink(const QString& text)
{
    return text.compare(scheme, Qt::CaseInsensitive) == 0 || text.compare("hugger://"_L1, Qt::CaseInsensitive) == 0;
}

std::optional<QString> linkFromOutside(const QString& text)
{
    // What may stand in a URL; what means something to a shell or ends a line is not among it.
    static const QString rest = u"/[A-Za-z0-9._~%@:=&?#/+-]+"_s;
    static const QString host = u"[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?(:[0-9]{1,5})?"_s;
    static const QString id = u"[A-Za-z0-9][A-Za-z0-9._-]*(/[A-Za-z0-9._-]+){0,2}(@[A-Za-z0-9][A-Za-z0-9._/-]*)?"_s;

    if (text.size() > maxLink || !looksLikeLink(text))
        return std::nullopt;
    if (!text.startsWith(scheme, Qt::CaseInsensitive))
        return matches(u"(?i)https?://"_s + host + rest, text) ? std::optional(text) : std::nullopt;
    const QString wanted = text.sliced(scheme.size());
    if (wanted.startsWith("//"_L1))
        return matches(u"//"_s + host + rest, wanted) ? std::optional(u"https:"_s + wanted) : std::nullopt;
    return matches(id, wanted) ? std::optional(wanted) : std::nullopt;
}

} // namespace hugger
