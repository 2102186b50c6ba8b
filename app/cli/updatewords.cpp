// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/updatewords.h"

#include "app/cli/describe.h"
#include "base/format.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace hugger {

namespace {

constexpr qsizetype changesShown = 100;
constexpr qsizetype commitsShown = 20;

/// "4.1 GB", "+4.1 GB", "3.9 GB -> 4.1 GB".
QString sizeText(const FileChange& change)
{
    if (change.kind == FileChange::Kind::Added)
        return formatBytes(change.sizeAfter);
    if (change.kind == FileChange::Kind::Removed)
        return formatBytes(change.sizeBefore);
    if (change.sizeBefore == change.sizeAfter)
        return formatBytes(change.sizeAfter) + u", the same size"_s;
    return formatBytes(change.sizeBefore) + u" -> "_s + formatBytes(change.sizeAfter);
}

void printChange(Output& out, const FileChange& change)
{
    switch (change.kind) {
    case FileChange::Kind::Added:
        out.line(u"    + %1  %2"_s.arg(change.path, sizeText(change)), Output::Tone::Good);
        break;
    case FileChange::Kind::Changed:
        out.line(u"    * %1  %2"_s.arg(change.path, sizeText(change)));
        break;
    case FileChange::Kind::Removed:
        out.line(u"    - %1  %2"_s.arg(change.path, sizeText(change)), Output::Tone::Dim);
        break;
    }
}

QString countText(const QList<FileChange>& changes)
{
    QStringList parts;
    const auto add = [&](FileChange::Kind kind, const QString& word) {
        if (const auto count = std::ranges::count(changes, kind, &FileChange::kind); count > 0)
            parts.append(u"%1 %2"_s.arg(count).arg(word));
    };
    add(FileChange::Kind::Added, u"added"_s);
    add(FileChange::Kind::Changed, u"changed"_s);
    add(FileChange::Kind::Removed, u"removed"_s);
    return parts.isEmpty() ? u"none differs"_s : parts.join(u", "_s);
}

QString licenseDifference(const LicenseChange& license)
{
    QStringList parts;
    if (license.before != license.after)
        parts.append(licenseText(license.before) + u" -> "_s + licenseText(license.after));
    if (!license.texts.isEmpty()) {
        QStringList paths;
        for (const LicenseChange::Text& text : license.texts)
            paths.append(text.path);
        parts.append(u"another text in "_s + paths.join(u", "_s));
    }
    return parts.join(u"; "_s);
}

} // namespace

void printPreview(Output& out, const UpdatePreview& preview)
{
    const QString revision = preview.wish.revision.isEmpty() ? u"main"_s : preview.wish.revision;
    out.line(u"%1 at %2, %3 -> %4"_s.arg(preview.held.display(), revision, firstDigits(preview.from),
                                         firstDigits(preview.wish.commit)),
             Output::Tone::Strong);
    if (!(preview.wish.repo == preview.held))
        out.field(u"Now"_s, preview.wish.repo.display());
    if (preview.license.isAny())
        out.field(u"License"_s,
                  licenseDifference(preview.license)
                      + (preview.license.isStricter ? u" (stricter, or nobody can tell)"_s : QString()),
                  Output::Tone::Warn);
    out.field(u"Files"_s, countText(preview.changes));
    const qsizetype shown = std::min(preview.changes.size(), changesShown);
    for (const FileChange& change : preview.changes.first(shown))
        printChange(out, change);
    if (shown < preview.changes.size())
        out.line(u"      and %1 more"_s.arg(preview.changes.size() - shown), Output::Tone::Dim);
    out.field(u"To fetch"_s,
              preview.fetchFiles == 0 ? u"nothing; all of it is held already"_s
                                      : u"%1 in %2"_s.arg(formatBytes(preview.fetchBytes),
                                                          counted(preview.fetchFiles, u"file"_s, u"files"_s)));
    out.field(u"Store"_s, u"%1 free after this"_s.arg(formatBytes(preview.freeAfter)));
    const qsizetype titles = std::min(preview.commits.size(), commitsShown);
    for (qsizetype i = 0; i < titles; ++i)
        out.field(i == 0 ? u"Commits"_s : QString(),
                  firstDigits(preview.commits[i].id) + u"  "_s + preview.commits[i].title);
    if (titles < preview.commits.size() || preview.hasMoreCommits)
        out.field({}, u"and older ones"_s, Output::Tone::Dim);
    if (preview.isRewritten)
        out.field(u"Note"_s,
                  u"What is held is not in the history of the new commit any more: it was rewritten upstream."_s,
                  Output::Tone::Warn);
    for (const QString& warning : preview.warnings)
        out.field(u"Note"_s, warning, Output::Tone::Warn);
}

void warnOfLicense(Output& out, const UpdatePreview& preview)
{
    if (!preview.license.isAny())
        return;
    out.notice(u"The license of %1 has changed: %2. What is held already stays under its own."_s.arg(
                   preview.held.display(), licenseDifference(preview.license)),
               Output::Tone::Warn);
}

} // namespace hugger
