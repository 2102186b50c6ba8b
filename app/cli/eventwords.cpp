// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/eventwords.h"

#include "app/cli/describe.h"
#include "base/format.h"
#include "base/linediff.h"
#include "watch/finding.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace hugger {

namespace {

constexpr qsizetype typeWidth = 17; ///< of the longest
constexpr qsizetype contextLines = 2;
constexpr qsizetype saidAtMost = 300; ///< characters of an answer that are shown

Output::Tone toneOf(const Event& event)
{
    static const QStringList bad{u"gone"_s, u"disabled"_s, u"damaged"_s};
    static const QStringList warn{u"gated"_s, u"history_rewritten"_s, u"license_changed"_s};
    if (bad.contains(event.type))
        return Output::Tone::Bad;
    return warn.contains(event.type) ? Output::Tone::Warn : Output::Tone::Plain;
}

void printFiles(Output& out, const EventFacts::Files& files)
{
    QStringList parts;
    const auto add = [&](qint64 count, const QString& word) {
        if (count > 0)
            parts.append(u"%1 %2"_s.arg(count).arg(word));
    };
    add(files.added, u"added"_s);
    add(files.changed, u"changed"_s);
    add(files.removed, u"removed"_s);
    if (parts.isEmpty())
        return;
    if (files.bytes > 0)
        parts.append(u"%1 to fetch"_s.arg(formatBytes(files.bytes)));
    out.field(u"Files"_s, parts.join(u", "_s));
}

QString licenseWords(const LicenseFacts& license)
{
    return license.link.isEmpty() ? licenseText(license) : licenseText(license) + u", "_s + license.link;
}

/// What differs, with a little of what is around it.
void printDiff(Output& out, const LicenseChange::Text& text)
{
    out.line(u"  "_s + text.path
             + (text.before.isEmpty()      ? u" (new)"_s
                    : text.after.isEmpty() ? u" (removed)"_s
                                           : QString()));
    const QList<DiffLine> diff = lineDiff(text.before, text.after);
    QList<bool> isShown(diff.size(), false);
    for (qsizetype i = 0; i < diff.size(); ++i) {
        if (diff[i].kind == DiffLine::Kind::Same)
            continue;
        const qsizetype last = std::min(diff.size() - 1, i + contextLines);
        for (qsizetype near = std::max<qsizetype>(0, i - contextLines); near <= last; ++near)
            isShown[near] = true;
    }
    for (qsizetype i = 0; i < diff.size(); ++i) {
        if (!isShown[i]) {
            if (i == 0 || isShown[i - 1])
                out.line(u"      ..."_s, Output::Tone::Dim);
            continue;
        }
        switch (diff[i].kind) {
        case DiffLine::Kind::Same:
            out.line(u"      "_s + diff[i].text, Output::Tone::Dim);
            break;
        case DiffLine::Kind::Removed:
            out.line(u"    - "_s + diff[i].text, Output::Tone::Bad);
            break;
        case DiffLine::Kind::Added:
            out.line(u"    + "_s + diff[i].text, Output::Tone::Good);
            break;
        }
    }
}

void printEvidence(Output& out, const Evidence& evidence)
{
    out.line({});
    out.line(u"%1 %2"_s.arg(evidence.method, evidence.url), Output::Tone::Strong);
    out.field(u"Asked"_s,
              u"%1 as %2"_s.arg(evidence.at,
                                evidence.account.isEmpty() ? u"whoever the token belongs to"_s : evidence.account));
    out.field(u"Answer"_s, QString::number(evidence.status));
    for (const auto& [name, value] : evidence.headers)
        out.field({}, name + u": "_s + value);
    if (evidence.bodyBytes == 0)
        return;
    out.field(u"Body"_s,
              u"%1 bytes, SHA-256 %2"_s.arg(evidence.bodyBytes).arg(QString::fromLatin1(evidence.bodySha256)));
    const QString said = QString::fromUtf8(evidence.body.left(4 * saidAtMost)).simplified();
    out.field({}, said.size() > saidAtMost ? said.left(saidAtMost) + u"..."_s : said, Output::Tone::Dim);
}

} // namespace

QStringList eventTypes()
{
    return upstreamEventTypes()
        + QStringList{u"archived"_s, u"imported"_s, u"verified"_s, u"damaged"_s, u"removed"_s, u"restored"_s};
}

void printNews(Output& out, const Event& event)
{
    out.line(u"%1  %2  %3"_s.arg(event.type.leftJustified(typeWidth), event.repo.display(), event.detail),
             toneOf(event));
}

void printEvent(Output& out, const Event& event)
{
    const QString name = event.commit.isEmpty() ? event.repo.display() : snapshotName({event.repo, event.commit}, {});
    out.line(
        u"%1  %2  %3  %4  %5"_s.arg(event.id, 4).arg(event.at, event.type.leftJustified(typeWidth), name, event.detail),
        toneOf(event));
}

void printEventWhole(Output& out, const Event& event, const QJsonObject& facts)
{
    const EventFacts known = EventFacts::fromJson(facts);
    const auto optional = [&out](const QString& name, const QString& value) {
        if (!value.isEmpty())
            out.field(name, value);
    };
    out.line(u"%1: %2"_s.arg(event.repo.display(), event.type), Output::Tone::Strong);
    out.field(u"Event"_s, QString::number(event.id));
    out.field(u"When"_s, event.at);
    out.field(u"What"_s, event.detail, toneOf(event));
    optional(u"Commit"_s, QString::fromLatin1(event.commit));
    optional(u"Before"_s, QString::fromLatin1(known.oldCommit));
    optional(u"Ref"_s, known.ref);
    optional(u"New name"_s, known.newName);
    if (known.files)
        printFiles(out, *known.files);
    if (known.license) {
        const LicenseChange& change = *known.license;
        out.field(u"License"_s,
                  change.before == change.after
                      ? licenseWords(change.after)
                      : u"%1 -> %2"_s.arg(licenseWords(change.before), licenseWords(change.after)));
        if (change.isStricter)
            out.field({}, u"It allows less than before, or nobody can tell."_s, Output::Tone::Warn);
        for (const LicenseChange::Text& text : change.texts)
            printDiff(out, text);
    }
    if (known.evidence.isEmpty())
        out.notice(u"No exchange with the Hub belongs to this."_s, Output::Tone::Dim);
    for (const Evidence& evidence : known.evidence)
        printEvidence(out, evidence);
}

} // namespace hugger
