// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "watch/updatepreview.h"

#include "base/say.h"
#include "watch/compare.h"
#include "watch/licenses.h"
#include "watch/licensetexts.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace hugger {

namespace {

constexpr qsizetype shownCommits = 50;
constexpr qsizetype longHistory = 500;

/// What an update starts from: the newest snapshot of a revision, else of all.
struct UpdateBase {
    QString revision;
    HeldRow row;
    Capture capture;
};

Expected<UpdateBase> updateBase(Library& library, const RepoId& held, const QList<HeldRow>& rows,
                                const QString& revision)
{
    if (rows.isEmpty())
        return fail(ErrorKind::NotHeld, u"not_held"_s,
                    Say::tr("%1 is not in the archive any more.").arg(held.display()));
    const QString asked = revision.isEmpty() ? followedRevision(rows) : revision;
    const auto isOfIt = [&asked](const HeldRow& row) { return mainIfNone(row.revision) == mainIfNone(asked); };
    const bool isHeld = std::ranges::any_of(rows, isOfIt);
    std::optional<Error> trouble;
    for (const HeldRow& row : rows) {
        if (isHeld && !isOfIt(row))
            continue;
        const auto capture = captureOf(library, row);
        if (capture)
            return UpdateBase{asked, row, *capture};
        if (!trouble)
            trouble = capture.error();
    }
    return std::unexpected(*trouble);
}

QMap<QString, QByteArray> licenseFilesOf(const QList<HeldFile>& files)
{
    QMap<QString, QByteArray> found;
    for (const HeldFile& file : files) {
        if (isLicenseFile(file.path))
            found.insert(file.path, file.gitSha1);
    }
    return found;
}

QMap<QString, QByteArray> licenseFilesOf(const QList<FileEntry>& files)
{
    QMap<QString, QByteArray> found;
    for (const FileEntry& file : files) {
        if (isLicenseFile(file.path))
            found.insert(file.path, file.oid);
    }
    return found;
}

/// All that the plan wants is in the record.
bool hasAll(const Record& record, const Plan& plan)
{
    QSet<QString> paths;
    for (const HeldFile& file : record.files)
        paths.insert(file.path);
    return std::ranges::all_of(plan.files,
                               [&paths](const PlannedFile& file) { return paths.contains(file.entry.path); });
}

} // namespace

Selection updateSelection(const Record& record, QStringList* warnings)
{
    const QList<Selection>& rules = record.selections;
    if (rules.isEmpty() || std::ranges::any_of(rules, &Selection::isEverything))
        return {};
    Selection all = rules.first();
    bool isExact = true;
    for (const Selection& rule : rules.sliced(1)) {
        // Taking all but some has no list of its own to add to.
        if (all.include.isEmpty() || rule.include.isEmpty()) {
            isExact = isExact && all.include == rule.include;
            all.include.clear();
        } else {
            for (const QString& glob : rule.include) {
                if (!all.include.contains(glob))
                    all.include.append(glob);
            }
        }
        if (all.exclude != rule.exclude) {
            isExact = false;
            all.exclude.removeIf([&rule](const QString& glob) { return !rule.exclude.contains(glob); });
        }
    }
    if (!isExact && warnings) {
        warnings->append(Say::tr("Files were chosen several times, each time with what to leave out; the update takes "
                                 "all that any of these takes, and perhaps more."));
    }
    return all;
}

Expected<ArchiveWish> updateWish(Library& library, const RepoId& held, const QString& nameNow, const QString& revision,
                                 QStringList* warnings)
{
    const auto rows = library.catalog().heldOf(held, {});
    if (!rows)
        return std::unexpected(rows.error());
    const auto base = updateBase(library, held, *rows, revision);
    if (!base)
        return std::unexpected(base.error());
    ArchiveWish wish;
    wish.repo = {held.kind, nameNow.isEmpty() ? held.id : nameNow};
    wish.revision = base->revision;
    wish.selection = updateSelection(base->capture.record, warnings);
    wish.store = base->row.storeId;
    return wish;
}

Task<Expected<UpdatePreview>> UpdatePreviewer::run(RepoId held, QString nameNow, QString revision,
                                                   std::stop_token stop) const
{
    const auto rows = m_library.catalog().heldOf(held, {});
    if (!rows)
        co_return std::unexpected(rows.error());
    const auto base = updateBase(m_library, held, *rows, revision);
    if (!base)
        co_return std::unexpected(base.error());
    UpdatePreview preview;
    preview.held = held;
    const auto wish = updateWish(m_library, held, nameNow, revision, &preview.warnings);
    if (!wish)
        co_return std::unexpected(wish.error());
    const Record& from = base->capture.record;
    preview.from = from.commit;

    const Planner planner(m_library, m_hub);
    const auto plan = co_await planner.make(*wish, 0, stop, SpaceCheck::Tell);
    if (!plan)
        co_return std::unexpected(plan.error());
    if (!from.hubId.isEmpty() && !plan->info.hubId.isEmpty() && from.hubId != plan->info.hubId) {
        co_return fail(ErrorKind::NotFound, u"repo_replaced"_s,
                       Say::tr("Another repo is called %1 now: there is no update to what is held. To archive the new "
                               "one, too, archive it by its name.")
                           .arg(plan->info.repo.display()),
                       {}, Retry::NeedsUser);
    }
    preview.wish = plan->wish;
    preview.wish.repo = plan->info.repo;
    preview.fetchFiles = plan->fetchFiles;
    preview.fetchBytes = plan->fetchBytes;
    preview.freeAfter = plan->freeAfter;
    preview.warnings += plan->warnings;
    for (const HeldRow& row : *rows) {
        if (row.commit != plan->info.commit || preview.isHeld)
            continue;
        const auto capture = captureOf(m_library, row);
        preview.isHeld = row.isComplete || (capture && hasAll(capture->record, *plan));
    }
    const SelectionMatcher matcher(wish->selection);
    QList<HeldFile> before = from.files;
    before.removeIf([&matcher](const HeldFile& file) { return !matcher.wants(file.path); });
    QList<FileEntry> after = plan->listing.files;
    after.removeIf([&matcher](const FileEntry& file) { return !matcher.wants(file.path); });
    preview.changes = changesBetween(before, after);
    if (const auto ok = co_await addLicense(&preview, base->capture, *plan, *rows, stop); !ok)
        co_return std::unexpected(ok.error());
    const RepoId repo = plan->info.repo;
    if (const auto ok = co_await addCommits(&preview, repo, stop); !ok)
        co_return std::unexpected(ok.error());
    co_return preview;
}

Task<Done> UpdatePreviewer::addLicense(UpdatePreview* preview, Capture from, Plan plan, QList<HeldRow> rows,
                                       std::stop_token stop) const
{
    LicenseChange& license = preview->license;
    license.before = from.record.license;
    license.after = plan.info.license;
    const auto before = licenseFilesOf(listedFiles(from));
    const auto after = licenseFilesOf(plan.listing.files);
    const RepoId repo = plan.info.repo;
    const LicenseTexts texts(m_library, m_hub, repo, rows);
    for (const QString& path : pathsThatDiffer(before, after)) {
        const LicenseTexts::Side was{from.record.commit, before.value(path)};
        const LicenseTexts::Side is{plan.info.commit, after.value(path)};
        const auto text = co_await texts.of(path, was, is, stop);
        if (!text)
            co_return std::unexpected(text.error());
        license.texts.append(*text);
    }
    license.isStricter = license.isAny() && isStricter(license.before, license.after, !license.texts.isEmpty());
    co_return Done();
}

Task<Done> UpdatePreviewer::addCommits(UpdatePreview* preview, RepoId repo, std::stop_token stop) const
{
    const QByteArray from = preview->from;
    const QByteArray to = preview->wish.commit;
    if (from == to)
        co_return Done();
    const auto history = co_await m_hub.history(repo, to, from, longHistory, stop);
    if (!history && history.error().kind != ErrorKind::NotAllowed && history.error().kind != ErrorKind::NotFound)
        co_return std::unexpected(history.error());
    if (history) {
        preview->commits = history->commits.first(std::min(shownCommits, history->commits.size()));
        preview->hasMoreCommits = history->commits.size() > shownCommits;
        preview->isRewritten = history->end == History::End::Root;
        if (history->end != History::End::Cut)
            co_return Done();
    }
    // Refused, or too long: a commit that the Hub does not know any more is in no history.
    const auto info = co_await m_hub.info(repo, QString::fromLatin1(from), stop);
    if (!info && info.error().kind == ErrorKind::Interrupted)
        co_return std::unexpected(info.error());
    preview->isRewritten = !info && info.error().code == "revision_not_found"_L1;
    co_return Done();
}

} // namespace hugger
