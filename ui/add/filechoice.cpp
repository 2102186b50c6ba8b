// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/add/filechoice.h"

#include "ui/add/weights.h"

#include <QtCore/QHash>
#include <QtCore/QMap>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace hugger {

namespace {

/// What most people would take, the best first.
constexpr auto usualNames =
    std::to_array<QLatin1StringView>({"Q4_K_M"_L1, "UD-Q4_K_XL"_L1, "Q4_K_S"_L1, "IQ4_XS"_L1, "Q5_K_M"_L1, "MXFP4"_L1,
                                      "MXFP4_MOE"_L1, "Q4_0"_L1, "Q6_K"_L1, "Q8_0"_L1});

void append(FileGroup& group, qsizetype place, const PlannedFile& file)
{
    group.files.append(place);
    group.bytes += file.entry.size;
    if (file.source != PlannedFile::Source::Fetch)
        group.heldBytes += file.entry.size;
}

/// ".bin", and ".bin.index.json" of the index that belongs to it.
QString suffixOf(const QString& path)
{
    static constexpr auto index = ".index.json"_L1;
    const QString name = path.section(u'/', -1);
    const QString stem = name.endsWith(index) ? name.chopped(index.size()) : name;
    return name.sliced(std::max<qsizetype>(0, stem.lastIndexOf(u'.')));
}

void tick(FileChoice::Ticks& ticks, const FileGroup& group)
{
    for (const qsizetype place : group.files)
        ticks.setBit(place);
}

} // namespace

FileChoice::FileChoice(std::shared_ptr<const Plan> plan)
    : m_plan(std::move(plan))
{
    findContents();
    if (m_plan->info.repo.kind == RepoKind::Model)
        findFormats();
    findQuantisations();
}

void FileChoice::findContents()
{
    QHash<QByteArray, qsizetype> numbers;
    m_contents.reserve(m_plan->files.size());
    for (const PlannedFile& file : m_plan->files) {
        const QByteArray etag = file.entry.etag();
        const auto known = numbers.constFind(etag);
        m_contents.append(known != numbers.cend() ? *known : *numbers.insert(etag, numbers.size()));
    }
    m_contentCount = numbers.size();

    QBitArray seen(m_contentCount);
    qint64 needed = 0;
    for (qsizetype place = 0; place < m_plan->files.size(); ++place) {
        const PlannedFile& file = m_plan->files[place];
        if (file.source == PlannedFile::Source::Held || seen.testBit(m_contents[place]))
            continue;
        seen.setBit(m_contents[place]);
        needed += file.entry.size;
    }
    m_spokenFor = m_plan->freeBytes - m_plan->freeAfter - needed;
}

void FileChoice::findFormats()
{
    QMap<QString, FileGroup> groups;
    for (qsizetype place = 0; place < m_plan->files.size(); ++place) {
        const QString format = weightFormatOf(m_plan->files[place].entry.path);
        if (format.isEmpty())
            continue;
        FileGroup& group = groups[format];
        group.key = format;
        append(group, place, m_plan->files[place]);
    }
    if (groups.size() < 2)
        return;
    m_formats = groups.values();
    std::ranges::stable_sort(m_formats, [](const FileGroup& a, const FileGroup& b) {
        const bool aFirst = a.key == "safetensors"_L1;
        const bool bFirst = b.key == "safetensors"_L1;
        return aFirst != bFirst ? aFirst : a.bytes > b.bytes;
    });
}

void FileChoice::findQuantisations()
{
    QMap<QString, FileGroup> groups;
    for (qsizetype place = 0; place < m_plan->files.size(); ++place) {
        const QString& path = m_plan->files[place].entry.path;
        if (weightFormatOf(path) != "gguf"_L1)
            continue;
        const QString quantisation = quantisationOf(path);
        const bool projector = isProjector(path);
        const QString key = projector ? u"mmproj "_s + (quantisation.isEmpty() ? weightStem(path) : quantisation)
                                      : (quantisation.isEmpty() ? weightStem(path) : quantisation);
        FileGroup& group = groups[key];
        group.key = key;
        group.what = projector       ? FileGroup::What::Projector
            : quantisation.isEmpty() ? FileGroup::What::Other
                                     : FileGroup::What::Quantisation;
        append(group, place, m_plan->files[place]);
    }
    const auto named = std::ranges::count(groups, FileGroup::What::Quantisation, &FileGroup::what);
    if (named == 0 || groups.size() < 2)
        return;
    m_quantisations = groups.values();
    std::ranges::stable_sort(m_quantisations, [](const FileGroup& a, const FileGroup& b) {
        return std::pair(a.what, a.bytes) < std::pair(b.what, b.bytes);
    });
}

QList<qsizetype> FileChoice::usualQuantisations() const
{
    const auto find = [this](FileGroup::What what, QLatin1StringView name) {
        const auto group = std::ranges::find_if(m_quantisations, [what, name](const FileGroup& candidate) {
            return candidate.what == what && candidate.key.endsWith(name)
                && (what == FileGroup::What::Projector || candidate.key.size() == name.size());
        });
        return group == m_quantisations.end() ? -1 : std::distance(m_quantisations.begin(), group);
    };
    QList<qsizetype> usual;
    for (const QLatin1StringView name : usualNames) {
        if (const qsizetype place = find(FileGroup::What::Quantisation, name); place >= 0 && usual.isEmpty())
            usual.append(place);
    }
    if (usual.isEmpty() && !m_quantisations.isEmpty())
        usual.append(0);
    for (const QLatin1StringView name : {" F16"_L1, " BF16"_L1, ""_L1}) {
        if (const qsizetype place = find(FileGroup::What::Projector, name); place >= 0) {
            usual.append(place);
            break;
        }
    }
    return usual;
}

FileChoice::Ticks FileChoice::without(const QList<FileGroup>& groups) const
{
    Ticks ticks = everything();
    for (const FileGroup& group : groups) {
        for (const qsizetype place : group.files)
            ticks.clearBit(place);
    }
    return ticks;
}

FileChoice::Ticks FileChoice::onlyFormat(qsizetype format) const
{
    Ticks ticks = without(m_formats);
    tick(ticks, m_formats[format]);
    return ticks;
}

FileChoice::Ticks FileChoice::onlyQuantisations(const QList<qsizetype>& groups) const
{
    Ticks ticks = without(m_formats) & without(m_quantisations);
    for (const qsizetype group : groups)
        tick(ticks, m_quantisations[group]);
    return ticks;
}

FileChoice::Ticks FileChoice::below(const QString& path) const
{
    Ticks ticks(m_plan->files.size());
    const QString folder = path + u'/';
    for (qsizetype place = 0; place < ticks.size(); ++place) {
        const QString& candidate = m_plan->files[place].entry.path;
        if (candidate == path || candidate.startsWith(folder))
            ticks.setBit(place);
    }
    return ticks;
}

ChoiceTotals FileChoice::totals(const Ticks& ticks, qint64 volumeBytes) const
{
    ChoiceTotals totals;
    QBitArray seen(m_contentCount);
    qint64 needed = 0;
    for (qsizetype place = 0; place < ticks.size(); ++place) {
        if (!ticks.testBit(place))
            continue;
        const PlannedFile& file = m_plan->files[place];
        ++totals.files;
        totals.bytes += file.entry.size;
        if (file.source != PlannedFile::Source::Fetch)
            totals.heldBytes += file.entry.size;
        if (file.source == PlannedFile::Source::Held || seen.testBit(m_contents[place]))
            continue;
        seen.setBit(m_contents[place]);
        needed += file.entry.size;
        if (file.source == PlannedFile::Source::Fetch) {
            totals.fetchBytes += file.entry.size;
            ++totals.fetchFiles;
        }
    }
    // Parts that lie there cannot give back more than is needed.
    const qint64 inParts = std::min(needed, -std::min<qint64>(m_spokenFor, 0));
    totals.freeAfter = m_plan->freeBytes - (needed - inParts) - std::max<qint64>(m_spokenFor, 0);
    // As spaceMargin() of core, which would have to ask the disk.
    const qint64 margin =
        (volumeBytes < 0 ? 0 : std::min<qint64>(1'000'000'000, volumeBytes / 100)) + totals.files * 512;
    if (needed > inParts)
        totals.lackingBytes = std::max<qint64>(0, margin - totals.freeAfter);
    return totals;
}

Selection FileChoice::selection(const Ticks& ticks, const Selection& rule) const
{
    if (ticks.count(true) == ticks.size())
        return {};
    if (!rule.isEverything()) {
        const SelectionMatcher matcher(rule);
        bool isExact = true;
        for (qsizetype place = 0; isExact && place < ticks.size(); ++place)
            isExact = matcher.wants(m_plan->files[place].entry.path) == ticks.testBit(place);
        if (isExact)
            return rule;
    }
    Selection selection;
    for (qsizetype place = 0; place < ticks.size(); ++place) {
        if (ticks.testBit(place))
            selection.include.append(literalGlob(m_plan->files[place].entry.path));
    }
    return selection;
}

QStringList FileChoice::globsOf(const QList<qsizetype>& files, const QStringList& candidates) const
{
    QBitArray wanted(m_plan->files.size());
    for (const qsizetype place : files)
        wanted.setBit(place);
    for (const QString& glob : candidates) {
        const SelectionMatcher matcher({.include = {glob}, .exclude = {}});
        bool isExact = true;
        for (qsizetype place = 0; isExact && place < wanted.size(); ++place)
            isExact = matcher.wants(m_plan->files[place].entry.path) == wanted.testBit(place);
        if (isExact)
            return {glob};
    }
    QStringList paths;
    for (const qsizetype place : files)
        paths.append(literalGlob(m_plan->files[place].entry.path));
    return paths;
}

Selection FileChoice::ruleForFormat(qsizetype format) const
{
    // What is left out, so that a file that is no weights comes with the next update, too.
    Selection rule;
    for (qsizetype other = 0; other < m_formats.size(); ++other) {
        if (other == format)
            continue;
        QStringList suffixes;
        for (const qsizetype place : m_formats[other].files)
            suffixes.append(u'*' + literalGlob(suffixOf(m_plan->files[place].entry.path)));
        suffixes.removeDuplicates();
        rule.exclude += suffixes;
    }
    if (selection(onlyFormat(format), rule) == rule)
        return rule;
    rule.exclude.clear();
    for (qsizetype other = 0; other < m_formats.size(); ++other) {
        if (other != format)
            rule.exclude += globsOf(m_formats[other].files, {});
    }
    return rule;
}

Selection FileChoice::ruleForQuantisations(const QList<qsizetype>& groups) const
{
    Selection rule;
    for (const qsizetype place : groups) {
        const FileGroup& group = m_quantisations[place];
        QStringList candidates;
        for (const qsizetype file : group.files) {
            const QString name = quantisationAsWritten(m_plan->files[file].entry.path);
            candidates << u'*' + name + u"*.gguf"_s << u"*[-._]"_s + name + u"*.gguf"_s << u'*' + name + u".gguf"_s;
        }
        candidates.removeDuplicates();
        if (group.what == FileGroup::What::Projector)
            candidates.prepend(u"*mmproj*"_s + candidates.value(0).sliced(1));
        rule.include += globsOf(group.files, candidates);
    }
    // The card and the configuration come along.
    const Ticks others = onlyQuantisations({});
    for (qsizetype place = 0; place < others.size(); ++place) {
        if (others.testBit(place))
            rule.include.append(literalGlob(m_plan->files[place].entry.path));
    }
    return rule;
}

Selection FileChoice::ruleForPath(const QString& path, bool isFolder) const
{
    const QString glob = literalGlob(path);
    return {.include = isFolder ? QStringList{glob + u'/'} : QStringList{glob, glob + u'/'}, .exclude = {}};
}

} // namespace hugger
