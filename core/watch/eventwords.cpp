// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "watch/eventwords.h"

#include "base/format.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace hugger {

namespace {

QString files(qint64 count)
{
    return count == 1 ? u"1 file"_s : u"%1 files"_s.arg(count);
}

} // namespace

QString shortCommit(const QByteArray& commit)
{
    return QString::fromLatin1(commit.left(7));
}

QString refWords(const QString& ref, bool isBegin)
{
    if (ref == "refs/heads/main"_L1)
        return u"main"_s;
    const QString the = isBegin ? u"The "_s : QString();
    if (ref.startsWith("refs/heads/"_L1))
        return the + u"branch "_s + ref.sliced(11);
    if (ref.startsWith("refs/tags/"_L1))
        return the + u"tag "_s + ref.sliced(10);
    return ref;
}

EventFacts::Files countsOf(const QList<FileChange>& changes, qint64 fetchBytes)
{
    EventFacts::Files counts;
    counts.bytes = fetchBytes;
    for (const FileChange& change : changes) {
        qint64& count = change.kind == FileChange::Kind::Added ? counts.added
            : change.kind == FileChange::Kind::Changed         ? counts.changed
                                                               : counts.removed;
        ++count;
    }
    return counts;
}

QString changeWords(const EventFacts::Files& counts)
{
    QStringList words;
    const auto add = [&words](qint64 count, const QString& what) {
        if (count > 0)
            words.append((words.isEmpty() ? files(count) : QString::number(count)) + u' ' + what);
    };
    add(counts.added, u"added"_s);
    add(counts.changed, u"changed"_s);
    add(counts.removed, u"removed"_s);
    if (words.isEmpty())
        return u"the same files"_s;
    words.append(counts.bytes > 0 ? QString(formatBytes(counts.bytes) + u" to fetch"_s) : u"nothing to fetch"_s);
    return words.join(u", "_s);
}

QString licenseName(const LicenseFacts& license)
{
    const QString ids = license.ids.isEmpty() ? u"none"_s : license.ids.join(u", "_s);
    return license.name.isEmpty() ? ids : u"%1 (%2)"_s.arg(ids, license.name);
}

QString licenseWords(const LicenseChange& change)
{
    QStringList paths;
    for (const LicenseChange::Text& text : change.texts)
        paths.append(text.path);
    const QString before = licenseName(change.before);
    const QString after = licenseName(change.after);
    const QString changed = paths.join(u", "_s);
    QString words;
    if (before != after && paths.isEmpty())
        words = u"The license changed from %1 to %2."_s.arg(before, after);
    else if (before != after)
        words = u"The license changed from %1 to %2, and so did %3."_s.arg(before, after, changed);
    else if (paths.isEmpty())
        words = u"The license is still %1, but leads to %2 now."_s.arg(
            after, change.after.link.isEmpty() ? u"no text"_s : change.after.link);
    else
        words = u"The license is still called %1, but %2 changed."_s.arg(after, changed);
    return change.isStricter ? QString(words + u" It may allow less than what is held does."_s) : words;
}

QString rewrittenWords(const QList<QByteArray>& lost, const QSet<QByteArray>& held)
{
    const auto isHeld = [&held](const QByteArray& commit) { return held.contains(commit); };
    const auto more = lost.size() - 1;
    const QString which = more == 0 ? shortCommit(lost.first())
                                    : u"%1 and %2 more"_s.arg(shortCommit(lost.first()), QString::number(more));
    const QString what = std::ranges::none_of(lost, isHeld) ? u"; it is not held"_s : QString();
    return more == 0 ? u"The history was rewritten: nothing leads to %1 any more%2."_s.arg(which, what)
                     : u"The history was rewritten: nothing leads to %1 commits any more%2."_s.arg(which, what);
}

} // namespace hugger
