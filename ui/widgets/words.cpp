// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/words.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include <QtCore/QCoreApplication>
#include <QtCore/QDateTime>
#include <QtCore/QLocale>
#include <QtCore/QRegularExpression>
#include <QtGui/QGuiApplication>
#include <QtGui/QTextDocument>

using namespace Qt::StringLiterals;

namespace hugger {

namespace {

/// "3 Nov 2026", "Nov 3, 2026", "2026年11月3日": the locale's long date with a short month and no weekday. The locale's
/// own short date is all digits, and nobody can tell which is the month.
QString dateFormat(const QLocale& locale)
{
    static const QRegularExpression weekday(u"[,،、]?\\s*dddd[,،、]?\\s*"_s);
    return locale.dateFormat(QLocale::LongFormat).remove(weekday).replace("MMMM"_L1, "MMM"_L1).trimmed();
}

/// Whether it changes the direction of the text around it, or breaks the line.
bool isHidden(char16_t code)
{
    return code == 0x00ad || code == 0x061c || code == 0xfeff || (code >= 0x200b && code <= 0x200f)
        || (code >= 0x2028 && code <= 0x202e) || (code >= 0x2060 && code <= 0x206f);
}

/// Keeps numbers and words of one thing together: in a window that reads from right to left, those of a language that
/// does not would change places ("GB 14.5").
QString together(const QString& text)
{
    constexpr QChar isolate(0x2068);
    constexpr QChar end(0x2069);
    return QGuiApplication::isRightToLeft() ? isolate + text + end : text;
}

} // namespace

QString sizeText(qint64 bytes)
{
    if (bytes < 0)
        return {};
    // As the Hub does: three digits are enough to tell sizes apart ("4.4 GB", "141 GB"); terabytes get two decimals,
    // since a tenth of them is a whole model.
    double value = static_cast<double>(bytes);
    int power = 0;
    while (value >= (power == 0 ? 1000.0 : 999.5) && power < 6) {
        value /= 1000.0;
        ++power;
    }
    // What rounds up to the next unit is shown in it.
    const qint64 shown = value < 1 && power > 0 ? std::llround(std::pow(1000.0, power)) : bytes;
    const int digits = value >= 99.95 ? 0 : (power >= 4 && value < 9.995 ? 2 : 1);
    return together(QLocale().formattedDataSize(shown, digits, QLocale::DataSizeSIFormat));
}

QString exactBytesText(qint64 bytes)
{
    if (bytes < 0)
        return {};
    //: An exact size; %1 is a number in digits, as in "4,431,385,152 bytes".
    return together(QCoreApplication::translate("hugger", "%1 bytes").arg(QLocale().toString(bytes)));
}

QString rateText(double bytesPerSecond)
{
    const double rate = std::isfinite(bytesPerSecond) && bytesPerSecond > 0 ? std::min(bytesPerSecond, 9e18) : 0;
    //: A rate of transfer: %1 is a size, as in "88.1 MB/s".
    return together(QCoreApplication::translate("hugger", "%1/s").arg(sizeText(static_cast<qint64>(rate))));
}

QString durationText(qint64 seconds)
{
    const QLocale locale;
    if (seconds < 0)
        return {};
    if (seconds < 60)
        //: Seconds, short.
        return together(QCoreApplication::translate("hugger", "%1 s").arg(locale.toString(seconds)));
    if (seconds < 3600)
        //: Minutes, short.
        return together(QCoreApplication::translate("hugger", "%1 min").arg(locale.toString((seconds + 30) / 60)));
    const qint64 minutes = (seconds + 30) / 60;
    if (minutes >= 48 * 60) {
        // A plain name as the number: lupdate does not understand more than that.
        const int days = static_cast<int>(minutes / 60 / 24);
        return together(QCoreApplication::translate("hugger", "%n days", nullptr, days));
    }
    //: Hours and minutes, short.
    return together(QCoreApplication::translate("hugger", "%1 h %2 min")
                        .arg(locale.toString(minutes / 60), locale.toString(minutes % 60)));
}

QString countText(qint64 count)
{
    return QLocale().toString(count);
}

QString filesText(qint64 files)
{
    const int count = static_cast<int>(std::min<qint64>(files, std::numeric_limits<int>::max()));
    return together(QCoreApplication::translate("hugger", "%Ln files", nullptr, count));
}

QString percentText(double part)
{
    const double percent = std::clamp(std::isfinite(part) ? part : 0.0, 0.0, 1.0) * 100.0;
    // Down: 100 is for what is done.
    //: Per cent: %1 is a number from 0 to 100.
    return together(
        QCoreApplication::translate("hugger", "%1 %").arg(QLocale().toString(static_cast<int>(percent + 1e-9))));
}

QString dateText(qint64 seconds)
{
    if (seconds <= 0)
        return {};
    const QDate date = QDateTime::fromSecsSinceEpoch(seconds).date();
    const int days = static_cast<int>(std::clamp<qint64>(date.daysTo(QDate::currentDate()), -1, 7));
    if (days == 0)
        return QCoreApplication::translate("hugger", "today");
    if (days == 1)
        return QCoreApplication::translate("hugger", "yesterday");
    if (days > 1 && days < 7)
        return together(QCoreApplication::translate("hugger", "%n days ago", nullptr, days));
    const QLocale locale;
    return together(locale.toString(date, dateFormat(locale)));
}

QString momentText(qint64 seconds)
{
    const QDateTime time = QDateTime::fromSecsSinceEpoch(seconds);
    if (seconds <= 0 || time.date() != QDate::currentDate())
        return dateText(seconds);
    return together(QLocale().toString(time.time(), QLocale::ShortFormat));
}

QString fullDateText(qint64 seconds)
{
    if (seconds <= 0)
        return {};
    const QDateTime time = QDateTime::fromSecsSinceEpoch(seconds);
    const QLocale locale;
    //: A point in time: %1 is a date, %2 a time of day.
    return together(
        QCoreApplication::translate("hugger", "%1, %2")
            .arg(locale.toString(time.date(), dateFormat(locale)), locale.toString(time.time(), QLocale::ShortFormat)));
}

qint64 secondsOf(const QString& isoTime)
{
    const QDateTime time = QDateTime::fromString(isoTime, Qt::ISODateWithMs);
    return time.isValid() ? time.toSecsSinceEpoch() : 0;
}

QString watchText(const WatchProgress& progress)
{
    if (progress.left <= 0)
        return {};
    if (progress.isOffline)
        return QCoreApplication::translate("hugger", "Upstream is checked once the Hub answers");
    //: %1 of %2 repos are checked
    return QCoreApplication::translate("hugger", "Checking upstream: %1 of %2")
        .arg(countText(std::max<qint64>(0, progress.total - progress.left)), countText(progress.total));
}

QString kindText(RepoKind kind)
{
    switch (kind) {
    case RepoKind::Model:
        return QCoreApplication::translate("hugger", "model");
    case RepoKind::Dataset:
        return QCoreApplication::translate("hugger", "dataset");
    case RepoKind::Space:
        //: A Space of the Hub: a repo with a small web application.
        return QCoreApplication::translate("hugger", "space");
    }
    return {};
}

QString kindsText(RepoKind kind)
{
    switch (kind) {
    case RepoKind::Model:
        return QCoreApplication::translate("hugger", "Models");
    case RepoKind::Dataset:
        return QCoreApplication::translate("hugger", "Datasets");
    case RepoKind::Space:
        return QCoreApplication::translate("hugger", "Spaces");
    }
    return {};
}

QString plainLine(const QString& text)
{
    QString line;
    line.reserve(text.size());
    for (const QChar c : text) {
        const auto code = c.unicode();
        if (code < 0x20 || (code >= 0x7f && code < 0xa0) || code == 0x2028 || code == 0x2029)
            line += u' ';
        else if (!isHidden(code))
            line += c;
    }
    return line.simplified();
}

QString plainTooltip(const QString& text)
{
    return text.isEmpty() ? QString() : Qt::convertFromPlainText(text, Qt::WhiteSpaceNormal);
}

} // namespace hugger
