// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "base/foreignpath.h"

#include "base/format.h"
#include "base/say.h"

#include <QtCore/QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace hugger {

namespace {

constexpr qsizetype maxSegmentBytes = 255;

std::unexpected<Error> refuse(QStringView path, const QString& why)
{
    const QString shown = escapeForTerminal(path.size() > 120 ? path.left(120).toString() + u"..."_s : path.toString());
    return fail(ErrorKind::Failed, u"hostile_path"_s,
                Say::tr("The listing has a file name that is not safe to store: \"%1\" (%2). Nothing was written. "
                        "Ask the owner of the repo to rename it, or leave it out (--exclude).")
                    .arg(shown, why),
                {}, Retry::Never);
}

bool isDeviceName(QStringView segment)
{
    QStringView stem = segment.left(segment.indexOf(u'.') < 0 ? segment.size() : segment.indexOf(u'.'));
    while (stem.endsWith(u' '))
        stem.chop(1);
    static constexpr QLatin1StringView plain[] = {"con"_L1,    "prn"_L1,     "aux"_L1,   "nul"_L1,
                                                  "conin$"_L1, "conout$"_L1, "clock$"_L1};
    if (std::ranges::any_of(plain,
                            [stem](QLatin1StringView name) { return stem.compare(name, Qt::CaseInsensitive) == 0; }))
        return true;
    // Windows takes the superscript digits for digits, too.
    return stem.size() == 4
        && (stem.startsWith("com"_L1, Qt::CaseInsensitive) || stem.startsWith("lpt"_L1, Qt::CaseInsensitive))
        && u"123456789¹²³"_s.contains(stem.back());
}

QString segmentTrouble(QStringView segment)
{
    if (segment.isEmpty())
        return Say::tr("an empty folder name");
    if (segment == u"." || segment == u"..")
        return u"a \"%1\" segment"_s.arg(segment);
    if (segment.compare(u".git", Qt::CaseInsensitive) == 0)
        return u"a \".git\" segment"_s;
    if (segment.size() >= 2 && segment[1] == u':' && segment[0].unicode() < 128 && segment[0].isLetter())
        return Say::tr("a drive letter");
    if (isDeviceName(segment))
        return Say::tr("a name Windows keeps for a device");
    if (segment.endsWith(u'.') || segment.endsWith(u' '))
        return Say::tr("a name that ends in a dot or a space");
    if (segment.toUtf8().size() > maxSegmentBytes)
        return Say::tr("a name longer than %1 bytes").arg(maxSegmentBytes);
    return {};
}

} // namespace

QString foreignPathTrouble(QStringView path, PathLimits limits)
{
    if (path.isEmpty())
        return Say::tr("an empty name");
    if (path.startsWith(u'/'))
        return Say::tr("an absolute path");
    if (!path.isValidUtf16())
        return Say::tr("not valid Unicode");
    for (const QChar c : path) {
        if (c == u'\\')
            return Say::tr("a backslash");
        if (c.unicode() < 0x20 || (c.unicode() >= 0x7f && c.unicode() < 0xa0) || c == QChar::ReplacementCharacter)
            return Say::tr("a control or broken character");
    }
    if (path.toUtf8().size() > limits.bytes)
        return Say::tr("longer than %1 bytes").arg(limits.bytes);
    const auto segments = path.split(u'/');
    if (segments.size() > limits.segments)
        return Say::tr("more than %1 folders deep").arg(limits.segments);
    for (const QStringView segment : segments) {
        if (const QString trouble = segmentTrouble(segment); !trouble.isEmpty())
            return trouble;
    }
    return {};
}

Done checkForeignPath(QStringView path)
{
    const QString trouble = foreignPathTrouble(path);
    return trouble.isEmpty() ? Done() : refuse(path, trouble);
}

Done ListingCheck::addFile(const QString& path)
{
    if (const auto ok = checkForeignPath(path); !ok)
        return ok;
    if (m_files.contains(path))
        return refuse(path, Say::tr("listed twice"));
    m_files.insert(path);
    return {};
}

Done ListingCheck::finish() const
{
    for (const QString& path : m_files) {
        for (qsizetype slash = path.indexOf(u'/'); slash > 0; slash = path.indexOf(u'/', slash + 1)) {
            if (m_files.contains(path.left(slash)))
                return refuse(path.left(slash), Say::tr("both a file and a folder"));
        }
    }
    return {};
}

QString encodePath(const QString& path)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(path, "/"));
}

} // namespace hugger
