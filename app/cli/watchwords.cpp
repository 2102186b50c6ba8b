// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/watchwords.h"

#include "base/format.h"

#include <QtCore/QRegularExpression>

using namespace Qt::StringLiterals;

namespace hugger {

namespace {

constexpr int mostHours = 720;
constexpr double mostBytes = 1e15;

} // namespace

Expected<std::optional<int>> parseEvery(const QString& text)
{
    const QString word = text.trimmed().toLower();
    if (word == "default"_L1)
        return std::optional<int>();
    if (word == "never"_L1)
        return 0;
    static const QRegularExpression form(u"\\A([0-9]{1,4})\\s*(h|d)\\z"_s);
    const auto match = form.match(word);
    const int hours = match.captured(1).toInt() * (match.captured(2) == "d"_L1 ? 24 : 1);
    if (!match.hasMatch() || hours < 1 || hours > mostHours) {
        return fail(ErrorKind::Usage, u"usage"_s,
                    u"--every takes hours (6h) or days (2d) up to 30 days, \"never\" or \"default\", not \"%1\"."_s.arg(
                        escapeForTerminal(text.left(40))));
    }
    return hours;
}

Expected<qint64> parseSize(const QString& option, const QString& text)
{
    static const QRegularExpression form(u"\\A([0-9]{1,15}(?:\\.[0-9]{1,6})?)\\s*([kmgt]?)(i?)b?\\z"_s);
    const auto match = form.match(text.trimmed().toLower());
    const QString unit = match.captured(2);
    const double step = match.captured(3).isEmpty() ? 1000 : 1024;
    double bytes = match.captured(1).toDouble();
    for (qsizetype i = 0; i <= u"kmgt"_s.indexOf(unit) && !unit.isEmpty(); ++i)
        bytes *= step;
    // "1.5" of nothing, "2i": nobody can tell.
    const bool isOdd = unit.isEmpty() && (!match.captured(3).isEmpty() || match.captured(1).contains(u'.'));
    if (!match.hasMatch() || isOdd || bytes > mostBytes)
        return fail(
            ErrorKind::Usage, u"usage"_s,
            u"%1 takes a size such as 500MB or 2GB, or 0, not \"%2\"."_s.arg(option, escapeForTerminal(text.left(40))));
    return static_cast<qint64>(bytes);
}

} // namespace hugger
