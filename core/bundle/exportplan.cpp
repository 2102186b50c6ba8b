// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "bundle/exportplan.h"

#include "base/files.h"
#include "base/format.h"
#include "base/hash.h"
#include "base/say.h"
#include "bundle/bag.h"
#include "bundle/bundlehowto.h"
#include "bundle/holdings.h"
#include "bundle/payloadnames.h"

#include <QtCore/QDateTime>
#include <QtCore/QDir>
#include <QtCore/QFileInfo>
#include <QtCore/QTimeZone>

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace hugger {

namespace {

/// Now, unless whoever wants equal bytes says when it is: https://reproducible-builds.org/specs/source-date-epoch/
QDateTime dateOfBundle()
{
    bool isGiven = false;
    const qint64 given = qEnvironmentVariable("SOURCE_DATE_EPOCH").toLongLong(&isGiven);
    return isGiven ? QDateTime::fromSecsSinceEpoch(given, QTimeZone::UTC) : QDateTime::currentDateTimeUtc();
}

qint64 secondsOf(const QString& isoTime)
{
    return std::max<qint64>(0, QDateTime::fromString(isoTime, Qt::ISODate).toSecsSinceEpoch());
}

QString payloadPath(const QString& folder, const HeldFile& file)
{
    return folder + file.path;
}

/// Makes the plan, snapshot by snapshot.
class Planner final {
public:
    Planner(Library& library, const ExportWish& wish, BundleTexts texts)
        : m_library(library)
        , m_wish(wish)
        , m_makesTexts(texts == BundleTexts::Make)
    {
    }

    [[nodiscard]] Expected<ExportPlan> plan()
    {
        if (!m_wish.since.isEmpty()) {
            auto held = readHoldings(m_wish.since);
            if (!held)
                return std::unexpected(held.error());
            m_heldThere = *std::move(held);
        }
        for (const HeldSnapshot& wanted : m_wish.snapshots) {
            const bool isTwice = std::ranges::any_of(m_index.snapshots,
                                                     [&](const BundledSnapshot& had) { return had.key == wanted.key; });
            if (isTwice)
                continue; // the same from another store
            if (const auto ok = add(wanted); !ok)
                return std::unexpected(ok.error());
        }
        if (m_plan.contents.empty() && m_plan.look.leftOutBytes > 0) {
            return fail(ErrorKind::Usage, u"nothing_to_export"_s,
                        Say::tr("The other side holds all of it already: there is nothing to carry over."));
        }
        m_plan.look.snapshots = m_index.snapshots.size();
        m_plan.look.payloadFiles = static_cast<qint64>(m_plan.contents.size());
        if (m_makesTexts)
            addTexts();
        return std::move(m_plan);
    }

private:
    [[nodiscard]] Done add(const HeldSnapshot& wanted)
    {
        const auto store = m_library.store(wanted.storeId);
        if (!store)
            return std::unexpected(store.error());
        const Records records(*store);
        const auto record = records.read(wanted.key);
        if (!record)
            return std::unexpected(record.error());
        if (const auto ok = checkSound(wanted); !ok)
            return ok;
        const auto known =
            std::ranges::find(m_plan.stores, store->identity().id, [](const Store& one) { return one.identity().id; });
        const auto place = static_cast<std::size_t>(known - m_plan.stores.begin());
        if (known == m_plan.stores.end())
            m_plan.stores.push_back(*store);

        const qint64 time = secondsOf(record->capturedAt);
        m_newest = std::max(m_newest, time);
        addContents(*record, place, time);
        m_index.snapshots.append({wanted.key, record->revision, record->license.ids.join(u", "_s), record->files.size(),
                                  record->bytes(), record->isComplete()});
        m_identifiers.append(
            {u"External-Identifier"_s,
             record->endpoint + record->repo.pagePath() + u"/tree/"_s + QLatin1StringView(record->commit)});
        m_plan.look.files += record->files.size();
        m_plan.look.bytes += record->bytes();
        return m_makesTexts ? addRecord(records, *record, time) : Done();
    }

    /// What is known to be damaged need not be read to its end first.
    [[nodiscard]] Done checkSound(const HeldSnapshot& wanted) const
    {
        const auto rows = m_library.catalog().heldOf(wanted.key.repo, wanted.key.commit);
        if (!rows)
            return std::unexpected(rows.error());
        for (const HeldRow& row : *rows) {
            if (row.storeId == wanted.storeId && row.damaged > 0) {
                return fail(ErrorKind::Integrity, u"damaged"_s,
                            Say::tr("%n file(s) of %1 are damaged or missing. Repair it, then export it.", nullptr,
                                    static_cast<int>(row.damaged))
                                .arg(wanted.key.repo.display()),
                            {}, Retry::NeedsUser);
            }
        }
        return {};
    }

    void addContents(const Record& record, std::size_t place, qint64 time)
    {
        const QByteArray folderBytes = bundlePayloadFolder(SnapshotKey::of(record));
        const QString folder = QString::fromUtf8(folderBytes);
        for (const HeldFile& file : record.files)
            m_names.addFoldersOf(payloadPath(folder, file));
        for (const HeldFile& file : record.files) {
            if (m_heldThere.contains(file.sha256)) {
                if (!m_needed.contains(file.sha256)) {
                    m_needed.insert(file.sha256);
                    m_index.needs.push_back({file.sha256, file.size});
                    m_plan.look.leftOutBytes += file.size;
                }
                continue;
            }
            const QString path = payloadPath(folder, file);
            const auto had = m_contentOf.constFind(file.sha256);
            if (had != m_contentOf.constEnd()) {
                m_otherNames += otherNameLine({file.sha256, path.toUtf8(), m_plan.contents[*had].path});
                continue;
            }
            const bool keepsName = m_names.take(path);
            const QByteArray at = keepsName ? path.toUtf8() : bundleObjectPath(file.sha256);
            if (!keepsName)
                m_otherNames += otherNameLine({file.sha256, path.toUtf8(), at});
            m_contentOf.insert(file.sha256, m_plan.contents.size());
            m_plan.contents.push_back({at, file.sha256, file.size, time, place});
            m_plan.look.payloadBytes += file.size;
        }
    }

    [[nodiscard]] Done addRecord(const Records& records, const Record& record, qint64 time)
    {
        const SnapshotKey key = SnapshotKey::of(record);
        const QString from = records.folderOf(key);
        QStringList names{u"record.json"_s, u"SHA256SUMS"_s};
        const auto answers = QDir(from + u"/hub"_s).entryList({u"*.json"_s}, QDir::Files, QDir::Name);
        for (const QString& name : answers)
            names.append(u"hub/"_s + name);
        for (const QString& name : std::as_const(names)) {
            const auto bytes = readAll(from + u'/' + name, std::numeric_limits<int>::max());
            if (!bytes)
                return std::unexpected(bytes.error());
            addText(m_records, bundleRecordFolder(key) + name.toUtf8(), *bytes, time);
        }
        return {};
    }

    void addText(std::vector<PlannedText>& to, const QByteArray& path, const QByteArray& bytes, qint64 time)
    {
        m_plan.textBytes += bytes.size();
        m_tagManifest += manifestLine(sha256Hex(bytes), path);
        to.push_back({path, qCompress(bytes, 1), time});
    }

    void addTexts()
    {
        const QDateTime date = dateOfBundle();
        const ExportLook& look = m_plan.look;
        m_index.madeBy = u"hugger "_s + QLatin1StringView(HUGGER_VERSION);
        m_index.madeAt = isoTime(date);
        m_index.payloadFiles = look.payloadFiles;
        m_index.payloadBytes = look.payloadBytes;
        QList<BagFact> facts{
            {u"Bag-Software-Agent"_s, m_index.madeBy},
            {u"Bagging-Date"_s, date.toString(u"yyyy-MM-dd"_s)},
            {u"Payload-Oxum"_s, u"%1.%2"_s.arg(look.payloadBytes).arg(look.payloadFiles)},
            {u"Bag-Size"_s, formatBytes(look.payloadBytes)},
            {u"Internal-Sender-Description"_s,
             u"Repositories of the Hugging Face Hub as archived by hugger: %1 snapshot(s), %2 file(s)%3. Begin with "
             "HOW-TO-USE-THIS.txt."_s.arg(look.snapshots)
                 .arg(look.files)
                 .arg(m_index.needs.empty() ? QString() : u"; contents that the receiver holds are left out"_s)}};
        facts += m_identifiers;

        std::vector<PlannedText> first;
        addText(first, "bagit.txt", bagDeclaration(), m_newest);
        addText(first, "bag-info.txt", bagInfo(facts), m_newest);
        addText(first, bundleIndexName, m_index.toBytes(), m_newest);
        addText(first, "manifest-sha256.txt", manifest(), m_newest);
        std::vector<PlannedText> second;
        addText(second, bundleHowToName, howToUseThis(m_index), m_newest);
        if (!m_otherNames.isEmpty())
            addText(second, bundleOtherNamesName, m_otherNames, m_newest);
        // Its own hash is in no manifest.
        m_plan.textBytes += m_tagManifest.size();
        first.push_back({"tagmanifest-sha256.txt", qCompress(m_tagManifest, 1), m_newest});
        for (auto* const part : {&first, &second, &m_records})
            std::ranges::move(*part, std::back_inserter(m_plan.texts));
    }

    [[nodiscard]] QByteArray manifest() const
    {
        QByteArray text;
        for (const PlannedContent& content : m_plan.contents)
            text += manifestLine(content.sha256, content.path);
        return text;
    }

    Library& m_library;
    const ExportWish& m_wish;
    const bool m_makesTexts;
    ExportPlan m_plan;
    BundleIndex m_index;
    QSet<QByteArray> m_heldThere;
    QSet<QByteArray> m_needed;
    QHash<QByteArray, std::size_t> m_contentOf; ///< by SHA-256: index in the plan's contents
    PayloadNames m_names;
    QByteArray m_otherNames;
    QByteArray m_tagManifest;
    std::vector<PlannedText> m_records;
    QList<BagFact> m_identifiers;
    qint64 m_newest = 0;
};

} // namespace

Error exportStopped()
{
    return {ErrorKind::Interrupted,
            u"interrupted"_s,
            Say::tr("Stopped. Nothing of the export was kept; start it again to make it."),
            {},
            Retry::NeedsUser};
}

Expected<ExportPlan> planExport(Library& library, const ExportWish& wish, BundleTexts texts)
{
    return Planner(library, wish, texts).plan();
}

} // namespace hugger
