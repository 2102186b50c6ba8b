// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/transfers/transfersmodel.h"

#include "ui/transfers/jobwords.h"

#include <QtCore/QDataStream>
#include <QtCore/QIODevice>
#include <QtCore/QMimeData>
#include <QtCore/QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace hugger {

namespace {

constexpr qsizetype samplesKept = 60;
constexpr auto jobsMime = "application/x-hugger-jobs"_L1;

bool wantTheSame(const Job& one, const Job& other)
{
    return one.type == other.type && one.repo == other.repo && one.revision == other.revision
        && one.selection == other.selection && one.storeId == other.storeId && one.spec == other.spec;
}

bool runsBefore(const Job& one, const Job& other)
{
    return one.priority != other.priority ? one.priority > other.priority : one.id < other.id;
}

bool endedBefore(const Job& one, const Job& other)
{
    return one.updatedAt != other.updatedAt ? one.updatedAt > other.updatedAt : one.id > other.id;
}

QList<qint64> jobsIn(const QMimeData* data)
{
    QList<qint64> ids;
    QDataStream stream(data->data(jobsMime));
    stream >> ids;
    return ids;
}

} // namespace

TransfersModel::TransfersModel(QObject* parent)
    : QAbstractItemModel(parent)
{
}

void TransfersModel::setJobs(const QList<JobStatus>& jobs)
{
    QSet<qint64> told;
    QList<qint64> order;
    for (const JobStatus& status : jobs) {
        told.insert(status.job.id);
        order.append(status.job.id);
    }
    // Those that are gone are put last, so that they go all at once.
    QList<qint64> kept = orderNow();
    const auto firstGone = std::ranges::stable_partition(kept, [&](qint64 id) { return told.contains(id); }).begin();
    const auto keptCount = static_cast<int>(firstGone - kept.begin());
    arrange(kept);
    if (keptCount < m_rows.size()) {
        beginRemoveRows({}, keptCount, static_cast<int>(m_rows.size()) - 1);
        m_rows.remove(keptCount, m_rows.size() - keptCount);
        reindex();
        endRemoveRows();
    }
    QList<JobStatus> added;
    QList<qint64> changed;
    for (const JobStatus& status : jobs) {
        const auto at = m_rowOf.constFind(status.job.id);
        if (at == m_rowOf.constEnd()) {
            added.append(status);
            continue;
        }
        take(m_rows[*at], status);
        updateFiles(*at, status.files);
        changed.append(status.job.id);
    }
    insertNew(added);
    arrange(order);
    emitChanged(changed);
    updateSummary();
    Q_EMIT updated();
}

void TransfersModel::updateJobs(const QList<JobStatus>& jobs)
{
    QList<JobStatus> added;
    QList<qint64> changed;
    QSet<qint64> turned; // from unfinished to finished, or back
    for (const JobStatus& status : jobs) {
        const auto at = m_rowOf.constFind(status.job.id);
        if (at == m_rowOf.constEnd()) {
            added.append(status);
            turned.insert(status.job.id);
            continue;
        }
        Row& row = m_rows[*at];
        if (row.isFinished() != status.job.isFinished())
            turned.insert(status.job.id);
        take(row, status);
        updateFiles(*at, status.files);
        changed.append(status.job.id);
    }
    insertNew(added);
    if (!turned.isEmpty()) {
        QList<qint64> waiting;
        QList<qint64> ended;
        QList<const Job*> back;
        QList<const Job*> newlyEnded;
        for (const Row& row : std::as_const(m_rows)) {
            if (turned.contains(row.id()))
                (row.isFinished() ? newlyEnded : back).append(&row.status.job);
            else
                (row.isFinished() ? ended : waiting).append(row.id());
        }
        std::ranges::sort(back, [](const Job* one, const Job* other) { return runsBefore(*one, *other); });
        // Those that wait keep the order they have, whatever it is: the user may have moved them.
        QList<qint64> order;
        order.reserve(m_rows.size());
        auto next = waiting.cbegin();
        for (const Job* job : std::as_const(back)) {
            while (next != waiting.cend() && !runsBefore(*job, m_rows[m_rowOf.value(*next)].status.job))
                order.append(*next++);
            order.append(job->id);
        }
        order.append(QList<qint64>(next, waiting.cend()));
        std::ranges::sort(newlyEnded, [](const Job* one, const Job* other) { return endedBefore(*one, *other); });
        for (const Job* job : std::as_const(newlyEnded))
            order.append(job->id);
        arrange(order + ended);
    }
    emitChanged(changed);
    updateSummary();
    Q_EMIT updated();
}

void TransfersModel::refreshTexts()
{
    if (!m_rows.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(static_cast<int>(m_rows.size()) - 1, ColumnCount - 1));
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
}

void TransfersModel::take(Row& row, const JobStatus& status)
{
    const QList<ActiveFile> files = std::move(row.status.files);
    row.status = status;
    row.status.files = files;
    if (status.job.state != JobState::Running || status.job.wantPaused) {
        row.samples.clear();
        return;
    }
    row.samples.append(status.rate);
    if (row.samples.size() > samplesKept)
        row.samples.removeFirst();
}

void TransfersModel::insertNew(const QList<JobStatus>& jobs)
{
    if (jobs.isEmpty())
        return;
    const auto first = static_cast<int>(m_rows.size());
    beginInsertRows({}, first, first + static_cast<int>(jobs.size()) - 1);
    for (const JobStatus& status : jobs) {
        Row row;
        row.status.files = status.files;
        take(row, status);
        m_rows.append(std::move(row));
    }
    reindex();
    endInsertRows();
}

void TransfersModel::updateFiles(int row, const QList<ActiveFile>& files)
{
    QHash<QString, ActiveFile> told;
    for (const ActiveFile& file : files)
        told.insert(file.path, file);
    QList<ActiveFile>& shown = m_rows[row].status.files;
    const QModelIndex parent = index(row, 0);
    for (auto at = static_cast<int>(shown.size()) - 1; at >= 0; --at) {
        if (const auto found = told.constFind(shown[at].path); found != told.constEnd()) {
            shown[at] = *found;
            told.erase(found);
            continue;
        }
        beginRemoveRows(parent, at, at);
        shown.removeAt(at);
        endRemoveRows();
    }
    if (!shown.isEmpty()) {
        Q_EMIT dataChanged(index(0, 0, parent), index(static_cast<int>(shown.size()) - 1, ColumnCount - 1, parent));
    }
    if (told.isEmpty())
        return;
    const auto first = static_cast<int>(shown.size());
    beginInsertRows(parent, first, first + static_cast<int>(told.size()) - 1);
    for (const ActiveFile& file : files) {
        if (told.contains(file.path))
            shown.append(told.take(file.path));
    }
    endInsertRows();
}

void TransfersModel::emitChanged(const QList<qint64>& ids)
{
    QList<int> rows;
    for (const qint64 id : ids)
        rows.append(m_rowOf.value(id));
    std::ranges::sort(rows);
    for (qsizetype first = 0; first < rows.size();) {
        qsizetype last = first;
        while (last + 1 < rows.size() && rows[last + 1] <= rows[last] + 1)
            ++last;
        Q_EMIT dataChanged(index(rows[first], 0), index(rows[last], ColumnCount - 1));
        first = last + 1;
    }
}

QList<qint64> TransfersModel::orderNow() const
{
    QList<qint64> order;
    order.reserve(m_rows.size());
    for (const Row& row : m_rows)
        order.append(row.id());
    return order;
}

void TransfersModel::arrange(const QList<qint64>& order)
{
    if (order == orderNow())
        return;
    Q_EMIT layoutAboutToBeChanged();
    const QModelIndexList before = persistentIndexList();
    QList<qint64> ids;
    for (const QModelIndex& index : before)
        ids.append(idAt(index));
    QList<Row> rows;
    rows.reserve(m_rows.size());
    for (const qint64 id : order)
        rows.append(std::move(m_rows[m_rowOf.value(id)]));
    m_rows = std::move(rows);
    reindex();
    QModelIndexList after;
    for (qsizetype at = 0; at < before.size(); ++at) {
        // Files know their job by its id: they stay as they are.
        const QModelIndex& old = before[at];
        after.append(old.internalId() != 0 ? old : createIndex(m_rowOf.value(ids[at]), old.column(), quintptr(0)));
    }
    changePersistentIndexList(before, after);
    Q_EMIT layoutChanged();
}

void TransfersModel::reindex()
{
    m_rowOf.clear();
    m_jobsOf.clear();
    m_rowOf.reserve(m_rows.size());
    m_jobsOf.reserve(m_rows.size());
    for (int row = 0; const Row& each : std::as_const(m_rows)) {
        m_rowOf.insert(each.id(), row++);
        m_jobsOf.insert(each.status.job.repo, each.id());
    }
}

void TransfersModel::updateSummary()
{
    Summary summary;
    int unfinished = 0;
    bool allPaused = true;
    for (const Row& row : std::as_const(m_rows)) {
        const Job& job = row.status.job;
        unfinished += row.isFinished() ? 0 : 1;
        allPaused = allPaused && (row.isFinished() || job.wantPaused);
        const JobLook look = JobWords::look(row.status);
        if (look == JobLook::Running || look == JobLook::Waiting) {
            summary.bytesDone += job.bytesDone;
            summary.bytesTotal += job.bytesTotal;
        }
        switch (look) {
        case JobLook::Running:
            ++summary.running;
            summary.rate += row.status.rate;
            break;
        case JobLook::Waiting:
            ++summary.waiting;
            break;
        case JobLook::Paused:
            ++summary.paused;
            break;
        case JobLook::NeedsUser:
            summary.needUser += isSuperseded(job) ? 0 : 1;
            break;
        case JobLook::Failed:
            summary.failed += isSuperseded(job) ? 0 : 1;
            break;
        case JobLook::Completed:
        case JobLook::Cancelled:
            break;
        }
    }
    m_unfinished = unfinished;
    summary.allPaused = allPaused && unfinished > 0;
    if (summary == m_summary)
        return;
    m_summary = summary;
    Q_EMIT summaryChanged();
}

bool TransfersModel::isSuperseded(const Job& job) const
{
    if (!job.isFinished())
        return false;
    const auto [first, last] = m_jobsOf.equal_range(job.repo);
    return std::any_of(
        first, last, [&](qint64 id) { return id > job.id && wantTheSame(job, m_rows[m_rowOf.value(id)].status.job); });
}

std::optional<JobStatus> TransfersModel::newestTrouble() const
{
    const Row* newest = nullptr;
    for (const Row& row : m_rows) {
        const JobLook look = JobWords::look(row.status);
        if ((look == JobLook::Failed || look == JobLook::NeedsUser) && !isSuperseded(row.status.job)
            && (!newest || row.status.job.updatedAt > newest->status.job.updatedAt))
            newest = &row;
    }
    return newest ? std::optional(newest->status) : std::nullopt;
}

QList<JobStatus> TransfersModel::running() const
{
    QList<JobStatus> found;
    for (const Row& row : m_rows) {
        if (JobWords::look(row.status) == JobLook::Running)
            found.append(row.status);
    }
    return found;
}

std::optional<JobStatus> TransfersModel::job(qint64 id) const
{
    const JobStatus* const found = find(id);
    return found ? std::optional(*found) : std::nullopt;
}

const JobStatus* TransfersModel::find(qint64 id) const
{
    const auto at = m_rowOf.constFind(id);
    return at == m_rowOf.constEnd() ? nullptr : &m_rows[*at].status;
}

double TransfersModel::progressOf(const RepoId& repo, const QByteArray& commit) const
{
    const auto [first, last] = m_jobsOf.equal_range(repo);
    for (auto id = first; id != last; ++id) {
        const Job& job = m_rows[m_rowOf.value(*id)].status.job;
        if (job.type == JobType::Archive && !job.isFinished() && (commit.isEmpty() || job.commit == commit))
            return JobWords::progress(job);
    }
    return -1;
}

qint64 TransfersModel::idAt(const QModelIndex& index) const
{
    if (!index.isValid())
        return 0;
    return index.internalId() != 0 ? static_cast<qint64>(index.internalId()) : m_rows[index.row()].id();
}

QModelIndex TransfersModel::indexOf(qint64 id) const
{
    const auto at = m_rowOf.constFind(id);
    return at == m_rowOf.constEnd() ? QModelIndex() : index(*at, 0);
}

QModelIndex TransfersModel::index(int row, int column, const QModelIndex& parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    // A file's index carries the id of its job, a job's none: ids begin at 1.
    return createIndex(row, column, parent.isValid() ? static_cast<quintptr>(idAt(parent)) : quintptr(0));
}

QModelIndex TransfersModel::parent(const QModelIndex& index) const
{
    return index.isValid() && index.internalId() != 0 ? indexOf(idAt(index)) : QModelIndex();
}

int TransfersModel::rowCount(const QModelIndex& parent) const
{
    if (!parent.isValid())
        return static_cast<int>(m_rows.size());
    if (parent.internalId() != 0 || parent.column() != 0)
        return 0;
    return static_cast<int>(m_rows[parent.row()].status.files.size());
}

int TransfersModel::columnCount(const QModelIndex& /*parent*/) const
{
    return ColumnCount;
}

Qt::ItemFlags TransfersModel::flags(const QModelIndex& index) const
{
    if (!index.isValid())
        return Qt::ItemIsDropEnabled; // between the jobs
    Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable;
    if (index.internalId() != 0)
        return flags | Qt::ItemNeverHasChildren;
    if (!m_rows[index.row()].isFinished())
        flags |= Qt::ItemIsDragEnabled;
    return flags;
}

QStringList TransfersModel::mimeTypes() const
{
    return {jobsMime};
}

QMimeData* TransfersModel::mimeData(const QModelIndexList& indexes) const
{
    QList<int> rows;
    for (const QModelIndex& index : indexes) {
        if (index.internalId() == 0 && index.column() == 0 && !m_rows[index.row()].isFinished())
            rows.append(index.row());
    }
    if (rows.isEmpty())
        return nullptr;
    std::ranges::sort(rows);
    QList<qint64> ids;
    for (const int row : std::as_const(rows))
        ids.append(m_rows[row].id());
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    stream << ids;
    auto* data = new QMimeData;
    data->setData(jobsMime, bytes);
    return data;
}

bool TransfersModel::canDropMimeData(const QMimeData* data, Qt::DropAction action, int /*row*/, int /*column*/,
                                     const QModelIndex& parent) const
{
    return action == Qt::MoveAction && !parent.isValid() && data->hasFormat(jobsMime);
}

bool TransfersModel::dropMimeData(const QMimeData* data, Qt::DropAction action, int row, int column,
                                  const QModelIndex& parent)
{
    if (!canDropMimeData(data, action, row, column, parent))
        return false;
    const QList<qint64> ids = jobsIn(data);
    int target = row < 0 ? m_unfinished : row;
    while (target < m_unfinished && ids.contains(m_rows[target].id()))
        ++target;
    if (!ids.isEmpty())
        Q_EMIT moveRequested(ids, target < m_unfinished ? m_rows[target].id() : 0);
    return true;
}

} // namespace hugger
