// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/describe.h"

#include "app/cli/output.h"
#include "base/format.h"
#include "base/shellwords.h"

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QFileInfo>
#include <QtCore/QRegularExpression>

using namespace Qt::StringLiterals;

namespace hugger {

namespace {

/// Where huggingface_hub finds this commit in the view: by a name when that leads here, else by the commit itself.
QString revisionInView(const QDir& repoFolder, const Record& record)
{
    const auto leadsHere = [&](const QString& name) {
        QFile file(repoFolder.filePath(u"refs/"_s + name));
        return file.open(QIODevice::ReadOnly) && file.read(64).trimmed() == record.commit;
    };
    if (leadsHere(u"main"_s))
        return {};
    for (const QString& name : QStringList{record.revision} + record.refs) {
        if (!name.isEmpty() && leadsHere(name))
            return name;
    }
    return QString::fromLatin1(record.commit);
}

} // namespace

const StoreNames::Known& StoreNames::look(const QString& storeId)
{
    const auto found = m_known.constFind(storeId);
    if (found != m_known.constEnd())
        return *found;
    Known known{m_library.storeLabel(storeId), {}};
    if (const auto store = m_library.store(storeId))
        known.view.emplace(*store);
    return *m_known.insert(storeId, known);
}

QString StoreNames::label(const QString& storeId)
{
    return look(storeId).label;
}

QString StoreNames::path(const SnapshotRow& row)
{
    const auto& view = look(row.storeId).view;
    if (!view)
        return {};
    const QString folder = view->snapshotFolder(row.key);
    return QFileInfo::exists(folder) ? folder : QString();
}

QJsonObject snapshotJson(const SnapshotRow& row, StoreNames& stores, std::optional<qint64> fetchedBytes)
{
    QJsonObject json = repoJson(row.key.repo);
    json[u"commit"_s] = QString::fromLatin1(row.key.commit);
    json[u"revision"_s] = row.revision;
    json[u"state"_s] = row.complete ? u"complete"_s : u"partial"_s;
    json[u"verified"_s] = !row.verifiedAt.isEmpty() && row.damaged == 0;
    json[u"verified_at"_s] = textOrNull(row.verifiedAt);
    json[u"damaged"_s] = row.damaged;
    json[u"files"_s] = row.files;
    json[u"bytes"_s] = row.bytes;
    json[u"fetched_bytes"_s] = fetchedBytes ? QJsonValue(*fetchedBytes) : QJsonValue(QJsonValue::Null);
    json[u"store"_s] = stores.label(row.storeId);
    json[u"path"_s] = textOrNull(stores.path(row));
    json[u"captured_at"_s] = row.capturedAt;
    json[u"updated_at"_s] = row.updatedAt;
    json[u"license"_s] = QJsonArray::fromStringList(row.licenses);
    json[u"upstream"_s] = row.upstream;
    json[u"last_copy"_s] = textOrNull(row.lastCopy);
    return json;
}

QJsonObject planJson(const Plan& plan, const QString& storeLabel)
{
    QJsonObject json = repoJson(plan.info.repo);
    json[u"commit"_s] = QString::fromLatin1(plan.info.commit);
    json[u"revision"_s] = plan.wish.revision.isEmpty() ? u"main"_s : plan.wish.revision;
    json[u"store"_s] = textOrNull(storeLabel);
    json[u"files"_s] = plan.files.size();
    json[u"bytes"_s] = plan.bytes;
    json[u"listed_files"_s] = plan.listing.files.size();
    json[u"held_bytes"_s] = plan.heldBytes;
    json[u"fetch_files"_s] = plan.fetchFiles;
    json[u"fetch_bytes"_s] = plan.fetchBytes;
    json[u"free_bytes"_s] = plan.freeBytes;
    json[u"free_after"_s] = plan.freeAfter;
    json[u"license"_s] = QJsonArray::fromStringList(plan.info.license.ids);
    json[u"gated"_s] = plan.info.gating == Gating::No ? QJsonValue(false) : QJsonValue(gatingName(plan.info.gating));
    json[u"private"_s] = plan.info.isPrivate;
    json[u"warnings"_s] = QJsonArray::fromStringList(plan.warnings);
    return json;
}

QString firstDigits(const QByteArray& commit)
{
    return QString::fromLatin1(commit.left(7));
}

QString snapshotName(const SnapshotKey& key, const QString& revision)
{
    const QString commit = firstDigits(key.commit);
    const bool named = !revision.isEmpty() && revision.toLatin1() != key.commit;
    return key.repo.display() + (named ? u" at "_s + revision + u", "_s : u" at "_s) + commit;
}

QString upstreamText(const SnapshotRow& row)
{
    static const QHash<QString, QString> words{
        {u"newer"_s, u"newer upstream"_s},     {u"license_changed"_s, u"license changed upstream"_s},
        {u"gated"_s, u"gated upstream"_s},     {u"disabled"_s, u"disabled upstream"_s},
        {u"renamed"_s, u"renamed upstream"_s}, {u"gone"_s, u"gone upstream"_s},
    };
    QStringList parts;
    if (const QString state = words.value(row.upstream); !state.isEmpty())
        parts.append(state);
    if (mayBeLastCopy(row))
        parts.append(u"may be the last copy"_s);
    return parts.join(u", "_s);
}

bool mayBeLastCopy(const SnapshotRow& row)
{
    return !row.lastCopy.isEmpty() || row.upstream == "gone"_L1 || row.upstream == "disabled"_L1;
}

QString licenseText(const LicenseFacts& license)
{
    QString text = license.ids.join(u", "_s);
    if (!license.name.isEmpty() && license.name != text)
        text = text.isEmpty() ? license.name : text + u" ("_s + license.name + u')';
    return text.isEmpty() ? u"none named"_s : text;
}

QString waitText(const JobStatus& status)
{
    const JobWait wait = status.job.wantPaused ? JobWait::Paused : status.job.wait;
    if (wait == JobWait::None)
        return {};
    if (wait == JobWait::RateLimit && status.waitMs > 0)
        return u"the Hub asks for a pause, %1 left"_s.arg(formatSeconds((status.waitMs + 999) / 1000));
    if (!status.waitDetail.isEmpty())
        return status.waitDetail;
    switch (wait) {
    case JobWait::None:
        break;
    case JobWait::Paused:
        return u"paused"_s;
    case JobWait::Network:
        return u"waiting for the network"_s;
    case JobWait::RateLimit:
        return u"the Hub asks for a pause"_s;
    case JobWait::Space:
        return u"waiting for space on the disk"_s;
    case JobWait::Token:
        return u"waiting for a token"_s;
    case JobWait::Schedule:
        return u"waiting for its time"_s;
    case JobWait::UnpluggedStore:
        return u"waiting for the drive of its store"_s;
    }
    return {};
}

void printPlan(Output& out, const Plan& plan, const QString& storeLabel)
{
    const QString revision = plan.wish.revision.isEmpty() ? u"main"_s : plan.wish.revision;
    const bool partial = plan.files.size() < plan.listing.files.size();
    out.line(snapshotName({plan.info.repo, plan.info.commit}, revision), Output::Tone::Strong);
    const QString files = partial
        ? u"%1 of %2 files, %3 (a selection)"_s.arg(plan.files.size())
              .arg(plan.listing.files.size())
              .arg(formatBytes(plan.bytes))
        : u"%1, %2"_s.arg(counted(plan.files.size(), u"file"_s, u"files"_s), formatBytes(plan.bytes));
    out.field(u"Files"_s, files);
    if (plan.fetchFiles == 0)
        out.field(u"To fetch"_s, u"nothing; all of it is held already"_s);
    else
        out.field(u"To fetch"_s,
                  u"%1 in %2%3"_s.arg(formatBytes(plan.fetchBytes), counted(plan.fetchFiles, u"file"_s, u"files"_s),
                                      plan.heldBytes > 0 ? u"; %1 held already"_s.arg(formatBytes(plan.heldBytes))
                                                         : QString()));
    out.field(u"Store"_s,
              storeLabel.isEmpty() ? u"%1 free after this"_s.arg(formatBytes(plan.freeAfter))
                                   : u"%1, %2 free after this"_s.arg(storeLabel, formatBytes(plan.freeAfter)));
    out.field(u"License"_s, licenseText(plan.info.license));
    if (plan.info.gating != Gating::No)
        out.field(u"Access"_s, u"gated (%1)"_s.arg(gatingName(plan.info.gating)));
    else if (plan.info.isPrivate)
        out.field(u"Access"_s, u"private"_s);
    for (const QString& warning : plan.warnings)
        out.field(u"Note"_s, warning, Output::Tone::Warn);
}

QString jobName(const Job& job)
{
    const auto file = [&job](QLatin1StringView name) { return QFileInfo(job.spec.value(name).toString()).fileName(); };
    switch (job.type) {
    case JobType::Archive:
    case JobType::Verify:
        break;
    case JobType::Export: {
        const qsizetype count = job.spec.value("snapshots"_L1).toArray().size();
        const QString what = count > 1 ? u"%1 snapshots"_s.arg(count) : job.repo.display();
        return u"export of %1 to %2"_s.arg(what, file("target"_L1));
    }
    case JobType::Import:
        return u"import of "_s + file("source"_L1);
    }
    return job.repo.display();
}

QString loadLine(const Record& record, const QString& snapshotFolder)
{
    QDir repoFolder(snapshotFolder);
    if (snapshotFolder.isEmpty() || record.files.isEmpty() || !repoFolder.cd(u"../.."_s))
        return {};
    const QString cache = QFileInfo(repoFolder.absolutePath()).path();
    const QString revision = revisionInView(repoFolder, record);

    QString arguments = u"'"_s + record.repo.id + u'\'';
    // A part of a repo is not a snapshot to huggingface_hub: ask for one of its files.
    QString function = u"snapshot_download"_s;
    if (!record.isComplete()) {
        function = u"hf_hub_download"_s;
        QString path = record.files.first().path;
        arguments += u", '"_s + path.replace(u'\\', u"\\\\"_s).replace(u'\'', u"\\'"_s) + u'\'';
    }
    if (record.repo.kind != RepoKind::Model)
        arguments += u", repo_type='"_s + kindName(record.repo.kind) + u'\'';
    if (!revision.isEmpty())
        arguments += u", revision='"_s + revision + u'\'';
    const QString code = u"from huggingface_hub import %1; print(%1(%2))"_s.arg(function, arguments);
    // Double quotes keep it readable; what a shell would expand in them forces single ones.
    static const QRegularExpression special(u"[\"$`\\\\!]"_s);
    const QString program = special.match(code).hasMatch() ? shellQuoted(code) : u'"' + code + u'"';
    return u"HF_HUB_CACHE=%1 HF_HUB_OFFLINE=1 python3 -c %2"_s.arg(shellQuoted(cache), program);
}

} // namespace hugger
