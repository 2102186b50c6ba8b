// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "watch/seen.h"

#include "base/hash.h"
#include "watch/licenses.h"

#include <QtCore/QDateTime>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>

#include <algorithm>
#include <ranges>

using namespace Qt::StringLiterals;

namespace hugger {

namespace {

Gating gatingFrom(const QString& name)
{
    for (const Gating gating : {Gating::Auto, Gating::Manual}) {
        if (gatingName(gating) == name)
            return gating;
    }
    return Gating::No;
}

QJsonObject jsonOf(const QMap<QString, QByteArray>& hashes)
{
    QJsonObject json;
    for (const auto& [name, hash] : hashes.asKeyValueRange())
        json.insert(name, QString::fromLatin1(hash));
    return json;
}

QJsonArray jsonOf(const QSet<QByteArray>& commits)
{
    QStringList sorted;
    for (const QByteArray& commit : commits)
        sorted.append(QString::fromLatin1(commit));
    sorted.sort();
    return QJsonArray::fromStringList(sorted);
}

QByteArray hexFrom(const QJsonValue& value)
{
    const QString text = value.toString();
    return isHex(text, 40) ? text.toLatin1() : QByteArray();
}

QMap<QString, QByteArray> hashesFrom(const QJsonObject& json)
{
    QMap<QString, QByteArray> hashes;
    for (auto entry = json.begin(); entry != json.end(); ++entry) {
        if (const QByteArray hash = hexFrom(entry.value()); !hash.isEmpty())
            hashes.insert(entry.key(), hash);
    }
    return hashes;
}

QSet<QByteArray> commitsFrom(const QJsonArray& json)
{
    QSet<QByteArray> commits;
    for (const auto& commit : json) {
        if (const QByteArray hash = hexFrom(commit); !hash.isEmpty())
            commits.insert(hash);
    }
    return commits;
}

bool isPullRequest(const QString& ref)
{
    return ref.startsWith("refs/pr/"_L1);
}

/// As fullRefName(); empty where a name may be that of a branch or of a tag.
QString sureRefName(const QMap<QString, QByteArray>& refs, const QString& revision)
{
    const QString ref = fullRefName(refs, revision);
    return refs.contains(ref) || ref == revision || revision == "main"_L1 ? ref : QString();
}

/// All refs there were when it was captured, else those that led to it.
QMap<QString, QByteArray> refsOf(const Capture& capture)
{
    QMap<QString, QByteArray> refs;
    if (const auto kept = Records(capture.store).refs(SnapshotKey::of(capture.record))) {
        for (const RefEntry& entry : kept->refs) {
            if (!isPullRequest(entry.ref))
                refs.insert(entry.ref, entry.commit);
        }
    }
    if (!refs.isEmpty())
        return refs;
    for (const QString& name : capture.record.refs) {
        if (const QString ref = sureRefName({}, name); !ref.isEmpty() && !isPullRequest(ref))
            refs.insert(ref, capture.record.commit);
    }
    return refs;
}

qint64 secondsOf(const QString& iso)
{
    return QDateTime::fromString(iso, Qt::ISODate).toSecsSinceEpoch();
}

/// License and card of that commit.
void takeFiles(Seen& seen, const Capture& capture)
{
    seen.license = capture.record.license;
    seen.card.clear();
    seen.licenseFiles.clear();
    const auto take = [&seen](const QString& path, const QByteArray& hash) {
        if (path == "README.md"_L1)
            seen.card = hash;
        else if (isLicenseFile(path))
            seen.licenseFiles.insert(path, hash);
    };
    const auto listing = Records(capture.store).listing(SnapshotKey::of(capture.record));
    seen.hasFiles = listing || capture.record.isComplete();
    if (listing) {
        for (const FileEntry& file : *listing)
            take(file.path, file.oid);
        return;
    }
    for (const HeldFile& file : capture.record.files)
        take(file.path, file.gitSha1);
}

/// What it took to see it.
QString accountFor(const Record& record)
{
    return record.isPrivate || record.gating != Gating::No ? QString() : u"anonymous"_s;
}

/// What a capture after the last check says: the baseline is that of the check otherwise.
void takeCapture(Seen& seen, const Capture& capture, const QString& followed)
{
    const Record& record = capture.record;
    const auto all = refsOf(capture);
    for (const auto& [ref, commit] : all.asKeyValueRange()) {
        if (commit == record.commit)
            seen.refs.insert(ref, commit);
    }
    const QString asked = sureRefName(all, mainIfNone(record.revision));
    if (!asked.isEmpty() && (!isPullRequest(asked) || asked == followed))
        seen.refs.insert(asked, record.commit);
    if (!record.hubId.isEmpty() && record.hubId != seen.hubId) {
        // What was archived under this name since is another repo: from now on it is about that one.
        if (!seen.hubId.isEmpty()) {
            seen.isReplaced = false;
            seen.name = record.repo.id;
        }
        seen.hubId = record.hubId;
    }
    seen.gating = record.gating;
    seen.isPrivate = record.isPrivate;
    if (accountFor(record).isEmpty() && seen.account == "anonymous"_L1)
        seen.account.clear();
    if (seen.refs.value(followed) == record.commit) {
        takeFiles(seen, capture);
        seen.isLicenseNew = false;
    }
}

} // namespace

QByteArray Seen::toBytes() const
{
    QJsonObject copies;
    for (const auto& [commit, reason] : lastCopies.asKeyValueRange())
        copies.insert(QString::fromLatin1(commit), reason);
    const QJsonObject json{
        {u"at"_s, at},
        {u"name"_s, name},
        {u"hub_id"_s, hubId},
        {u"refs"_s, jsonOf(refs)},
        {u"gating"_s, gatingName(gating)},
        {u"barred"_s, isBarred},
        {u"private"_s, isPrivate},
        {u"disabled"_s, isDisabled},
        {u"gone"_s, isGone},
        {u"replaced"_s, isReplaced},
        {u"account"_s, account},
        {u"told"_s, QString::fromLatin1(told)},
        {u"license"_s,
         QJsonObject{{u"ids"_s, QJsonArray::fromStringList(license.ids)},
                     {u"name"_s, license.name},
                     {u"link"_s, license.link}}},
        {u"license_new"_s, isLicenseNew},
        {u"has_files"_s, hasFiles},
        {u"card"_s, QString::fromLatin1(card)},
        {u"license_files"_s, jsonOf(licenseFiles)},
        {u"last_copies"_s, copies},
        {u"captured"_s, jsonOf(captured)},
        {u"lost"_s, jsonOf(lost)},
        {u"suspicion"_s, suspicion},
        {u"seems_gone_since"_s, seemsGoneSince},
    };
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

std::optional<Seen> Seen::fromBytes(const QByteArray& bytes)
{
    const QJsonObject json = QJsonDocument::fromJson(bytes).object();
    Seen seen;
    seen.at = json.value("at"_L1).toString();
    seen.name = json.value("name"_L1).toString();
    if (!QDateTime::fromString(seen.at, Qt::ISODate).isValid() || seen.name.isEmpty())
        return std::nullopt;
    seen.hubId = json.value("hub_id"_L1).toString();
    seen.refs = hashesFrom(json.value("refs"_L1).toObject());
    seen.gating = gatingFrom(json.value("gating"_L1).toString());
    seen.isBarred = json.value("barred"_L1).toBool();
    seen.isPrivate = json.value("private"_L1).toBool();
    seen.isDisabled = json.value("disabled"_L1).toBool();
    seen.isGone = json.value("gone"_L1).toBool();
    seen.isReplaced = json.value("replaced"_L1).toBool();
    seen.account = json.value("account"_L1).toString();
    seen.told = hexFrom(json.value("told"_L1));
    const QJsonObject license = json.value("license"_L1).toObject();
    for (const auto& id : license.value("ids"_L1).toArray())
        seen.license.ids.append(id.toString());
    seen.license.name = license.value("name"_L1).toString();
    seen.license.link = license.value("link"_L1).toString();
    seen.isLicenseNew = json.value("license_new"_L1).toBool();
    seen.hasFiles = json.value("has_files"_L1).toBool();
    seen.card = hexFrom(json.value("card"_L1));
    seen.licenseFiles = hashesFrom(json.value("license_files"_L1).toObject());
    const QJsonObject copies = json.value("last_copies"_L1).toObject();
    for (auto entry = copies.begin(); entry != copies.end(); ++entry) {
        if (isHex(entry.key(), 40) && !entry.value().toString().isEmpty())
            seen.lastCopies.insert(entry.key().toLatin1(), entry.value().toString());
    }
    seen.captured = commitsFrom(json.value("captured"_L1).toArray());
    seen.lost = commitsFrom(json.value("lost"_L1).toArray());
    seen.suspicion = json.value("suspicion"_L1).toString();
    seen.seemsGoneSince = json.value("seems_gone_since"_L1).toString();
    return seen;
}

Expected<Capture> captureOf(Library& library, const HeldRow& row)
{
    const auto snapshot = library.catalog().snapshot(row.id);
    if (!snapshot)
        return std::unexpected(snapshot.error());
    auto record = library.record(*snapshot);
    if (!record)
        return std::unexpected(record.error());
    const auto store = library.store(snapshot->storeId);
    if (!store)
        return std::unexpected(store.error());
    return Capture{std::move(*record), *store};
}

QList<HeldFile> listedFiles(const Capture& capture)
{
    const auto listing = Records(capture.store).listing(SnapshotKey::of(capture.record));
    if (!listing)
        return capture.record.files;
    QList<HeldFile> files;
    files.reserve(listing->size());
    for (const FileEntry& entry : *listing)
        files.append({entry.path, entry.size, entry.sha256, entry.oid, entry.isLfs(), entry.xetHash});
    return files;
}

std::optional<Seen> seenAtCapture(Library& library, const QList<HeldRow>& newestFirst)
{
    const QString revision = followedRevision(newestFirst);
    std::optional<Capture> newest;
    std::optional<Capture> followed;
    for (const HeldRow& row : newestFirst) {
        const bool isFollowed = !followed && !revision.isEmpty() && mainIfNone(row.revision) == revision;
        if (newest && !isFollowed)
            continue;
        const auto capture = captureOf(library, row);
        if (!capture)
            continue;
        if (isFollowed)
            followed = *capture;
        if (!newest)
            newest = *capture;
    }
    if (!newest)
        return std::nullopt;
    Seen seen;
    seen.at = newest->record.capturedAt;
    seen.name = newest->record.repo.id;
    seen.hubId = newest->record.hubId;
    seen.gating = newest->record.gating;
    seen.isPrivate = newest->record.isPrivate;
    seen.account = accountFor(newest->record);
    seen.refs = refsOf(*newest);
    takeFiles(seen, followed ? *followed : *newest);
    // What was there to see when something else was captured is not what is held of it: the user hears of it.
    const QString ref = sureRefName(seen.refs, revision);
    if (followed && !ref.isEmpty())
        seen.refs.insert(ref, followed->record.commit);
    return seen;
}

QSet<QByteArray> capturedSince(const QString& at, const QList<HeldRow>& rows)
{
    const qint64 since = secondsOf(at);
    QSet<QByteArray> commits;
    for (const HeldRow& row : rows) {
        if (row.capturedAt >= since)
            commits.insert(row.commit);
    }
    return commits;
}

std::optional<Seen> baselineOf(Library& library, const QByteArray& seen, const QList<HeldRow>& newestFirst)
{
    auto before = Seen::fromBytes(seen);
    if (!before)
        return seenAtCapture(library, newestFirst);
    const qint64 at = secondsOf(before->at);
    const QString followed = fullRefName(before->refs, followedRevision(newestFirst));
    for (const HeldRow& row : newestFirst | std::views::reverse) {
        if (row.capturedAt < at || before->captured.contains(row.commit))
            continue;
        if (const auto capture = captureOf(library, row))
            takeCapture(*before, *capture, followed);
    }
    return before;
}

QString mainIfNone(const QString& revision)
{
    return revision.isEmpty() ? u"main"_s : revision;
}

QString followedRevision(const QStringList& newestFirst)
{
    QString found;
    for (const QString& held : newestFirst) {
        const QString revision = mainIfNone(held);
        if (revision == "main"_L1)
            return revision;
        if (found.isEmpty() && !isHex(revision, 40))
            found = revision;
    }
    return found;
}

QString followedRevision(const QList<HeldRow>& newestFirst)
{
    QStringList revisions;
    for (const HeldRow& row : newestFirst)
        revisions.append(row.revision);
    return followedRevision(revisions);
}

QString fullRefName(const QMap<QString, QByteArray>& refs, const QString& revision)
{
    if (revision.isEmpty() || isHex(revision, 40) || revision.startsWith("refs/"_L1))
        return isHex(revision, 40) ? QString() : revision;
    const QString tag = u"refs/tags/"_s + revision;
    const QString branch = u"refs/heads/"_s + revision;
    return refs.contains(tag) && !refs.contains(branch) ? tag : branch;
}

} // namespace hugger
