// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/mainwindow/librarymodel.h"

#include <algorithm>
#include <chrono>
#include <utility>
#include <vector>

#include <QtCore/QTimer>

// How news of the engine becomes rows: in batches, and never by a reset but for a whole new list.

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace hugger {

namespace {

constexpr auto landingTime = 5s; ///< from fetched to told as held

LibraryModel::Fetch fetchOf(const JobStatus& status)
{
    const Job& job = status.job;
    LibraryModel::Fetch fetch{.job = job.id};
    if (job.bytesTotal > 0)
        fetch.progress = std::clamp(static_cast<double>(job.bytesDone) / static_cast<double>(job.bytesTotal), 0.0, 1.0);
    fetch.isPaused = job.wantPaused || job.wait == JobWait::Paused;
    fetch.isMoving = job.state != JobState::Queued && job.wait == JobWait::None && !fetch.isPaused;
    return fetch;
}

HeldRow pendingRow(const Job& job)
{
    HeldRow row;
    row.id = -job.id;
    row.repo = job.repo;
    row.commit = job.commit;
    row.revision = job.revision;
    row.storeId = job.storeId;
    row.bytes = job.bytesTotal;
    row.files = job.filesTotal;
    return row;
}

} // namespace

void LibraryModel::loadRows(const QList<HeldRow>& rows, bool first, bool last)
{
    if (first)
        m_incoming.clear();
    m_incoming.append(rows);
    // The first piece shows at once where there was nothing; a list that is shown already is replaced whole.
    if (!last && !(first && m_byName.isEmpty()))
        return;

    m_isReloading = true;
    beginResetModel();
    m_rows = m_incoming;
    if (last)
        m_incoming = {};
    m_free.clear();
    m_places.clear();
    m_places.reserve(m_rows.size());
    m_byName.resize(m_rows.size());
    for (int place = 0; place < m_rows.size(); ++place) {
        m_places.insert(m_rows.at(place).id, place);
        m_byName[place] = place;
    }
    sortByName();
    attachJobs();
    m_shown = arranged();
    endResetModel();
    m_isReloading = false;
    count();
}

void LibraryModel::attachJobs()
{
    m_fetches.clear();
    m_jobPlaces.clear();
    Batch batch;
    for (const JobStatus& status : std::as_const(m_jobs)) {
        const Job& job = status.job;
        int place = find(job.repo, job.commit, job.storeId, true);
        if (place < 0)
            place = take(pendingRow(job), batch);
        m_jobPlaces.insert(job.id, place);
        m_fetches.insert(place, fetchOf(status));
    }
    m_byName.append(batch.added);
    if (!batch.added.isEmpty())
        sortByName();
}

void LibraryModel::changeRows(const QList<HeldRow>& rows, const QList<qint64>& removed)
{
    Batch batch;
    QList<qint64> orphans;
    for (const qint64 id : removed) {
        const int place = m_places.value(id, -1);
        if (place < 0)
            continue;
        if (m_fetches.contains(place))
            orphans.append(m_jobPlaces.keys(place));
        drop(place, batch);
    }
    for (const HeldRow& row : rows) {
        int place = m_places.value(row.id, -1);
        if (place < 0) {
            place = find(row.repo, row.commit, row.storeId, false);
            if (place < 0) {
                // take() notes it as added.
                std::ignore = take(row, batch);
                continue;
            }
            // What was on its way has arrived, and keeps its place.
            m_places.remove(m_rows.at(place).id);
            m_places.insert(row.id, place);
            // Found by its name: it stays until the index is asked again.
            if (m_found && passes(place) && !std::ranges::binary_search(*m_found, row.id))
                m_found->insert(std::ranges::lower_bound(*m_found, row.id), row.id);
        }
        m_rows[place] = row;
        batch.touched.append(place);
    }
    for (const qint64 job : std::as_const(orphans)) {
        m_jobPlaces.remove(job);
        changeJob(JobStatus(m_jobs.value(job)), batch);
    }
    apply(batch);
}

void LibraryModel::resetJobs(const QList<JobStatus>& jobs)
{
    Batch batch;
    QSet<qint64> known;
    for (const JobStatus& status : jobs)
        known.insert(status.job.id);
    const QList<qint64> before = m_jobs.keys();
    for (const qint64 id : before) {
        if (!known.contains(id))
            forgetJob(id, false, batch);
    }
    for (const JobStatus& status : jobs)
        changeJob(status, batch);
    apply(batch);
}

void LibraryModel::changeJobs(const QList<JobStatus>& jobs)
{
    Batch batch;
    for (const JobStatus& status : jobs)
        changeJob(status, batch);
    apply(batch);
}

void LibraryModel::changeJob(const JobStatus& status, Batch& batch)
{
    const Job& job = status.job;
    if (job.type != JobType::Archive || job.id <= 0)
        return;
    if (job.isFinished()) {
        forgetJob(job.id, job.state == JobState::Completed, batch);
        return;
    }
    m_jobs.insert(job.id, status);
    // A row that waits to be told as held is still this job's.
    int place = m_jobPlaces.value(job.id, m_places.value(-job.id, -1));
    if (place < 0 || (m_rows.at(place).id < 0 && m_rows.at(place).commit != job.commit)) {
        const int held = find(job.repo, job.commit, job.storeId, true);
        if (held >= 0 && place >= 0)
            drop(place, batch);
        if (held >= 0)
            place = held;
        else if (place < 0)
            place = take(pendingRow(job), batch);
    }
    if (m_rows.at(place).id == -job.id)
        m_rows[place] = pendingRow(job);
    m_jobPlaces.insert(job.id, place);
    m_fetches.insert(place, fetchOf(status));
    batch.touched.append(place);
}

void LibraryModel::forgetJob(qint64 id, bool completed, Batch& batch)
{
    if (!m_jobs.contains(id))
        return;
    const Job job = m_jobs.take(id).job;
    const int place = m_jobPlaces.take(id);
    m_fetches.remove(place);
    if (m_rows.at(place).id != -id) {
        if (const qint64 other = m_jobPlaces.key(place, 0); other != 0)
            m_fetches.insert(place, fetchOf(m_jobs.value(other)));
        batch.touched.append(place);
    } else if (!completed || find(job.repo, job.commit, job.storeId, true) >= 0) {
        drop(place, batch);
    } else {
        // Its row as held takes its place, if one comes.
        batch.touched.append(place);
        QTimer::singleShot(landingTime, this, [this, id] { dropLanded(id); });
    }
}

void LibraryModel::dropLanded(qint64 job)
{
    const int place = m_places.value(-job, -1);
    if (place < 0 || m_jobs.contains(job))
        return;
    Batch batch;
    drop(place, batch);
    apply(batch);
}

void LibraryModel::setStores(const QList<StoreStatus>& stores)
{
    QHash<QString, QString> labels;
    for (const StoreStatus& store : stores)
        labels.insert(store.identity.id, store.identity.label);
    if (labels == m_storeLabels)
        return;
    m_storeLabels = labels;
    if (!m_shown.isEmpty())
        Q_EMIT dataChanged(index(0, StoreLabel), index(rowCount() - 1, StoreLabel), {Qt::DisplayRole});
}

int LibraryModel::find(const RepoId& repo, const QByteArray& commit, const QString& storeId, bool isHeld) const
{
    if (commit.isEmpty())
        return -1;
    auto at = std::ranges::lower_bound(
        m_byName, repo.id, [](const QString& a, const QString& b) { return a.compare(b, Qt::CaseInsensitive) < 0; },
        [this](int place) -> const QString& { return m_rows.at(place).repo.id; });
    for (; at != m_byName.cend(); ++at) {
        const HeldRow& row = m_rows.at(*at);
        if (row.repo.id.compare(repo.id, Qt::CaseInsensitive) != 0)
            break;
        const bool isThere = storeId.isEmpty() || row.storeId.isEmpty() || row.storeId == storeId;
        if (row.repo == repo && row.commit == commit && isThere && (isHeld ? row.id > 0 : row.id < 0))
            return *at;
    }
    return -1;
}

int LibraryModel::take(const HeldRow& row, Batch& batch)
{
    int place = 0;
    if (m_free.isEmpty()) {
        place = static_cast<int>(m_rows.size());
        m_rows.append(row);
    } else {
        place = m_free.takeLast();
        m_rows[place] = row;
    }
    m_places.insert(row.id, place);
    batch.added.append(place);
    return place;
}

void LibraryModel::drop(int place, Batch& batch)
{
    m_places.remove(m_rows.at(place).id);
    m_fetches.remove(place);
    // The name stays until apply(): m_byName is searched by it.
    m_rows[place].id = 0;
    batch.gone.append(place);
}

void LibraryModel::apply(const Batch& batch)
{
    enum class Mark : quint8 { None, Gone, Touched, Seen };
    std::vector<Mark> marks(static_cast<size_t>(m_rows.size()), Mark::None);
    const auto mark = [&](int place) -> Mark& { return marks[static_cast<size_t>(place)]; };
    for (const int place : batch.touched)
        mark(place) = Mark::Touched;
    for (const int place : batch.gone)
        mark(place) = Mark::Gone;

    QList<int> changed;
    QList<int> hidden;
    for (int row = 0; row < m_shown.size(); ++row) {
        const int place = m_shown.at(row);
        if (mark(place) == Mark::None)
            continue;
        if (mark(place) == Mark::Touched && passes(place))
            changed.append(row);
        else
            hidden.append(row);
        if (mark(place) == Mark::Touched)
            mark(place) = Mark::Seen;
    }
    QList<int> appeared;
    for (const int place : batch.touched + batch.added) {
        if (mark(place) == Mark::Seen || mark(place) == Mark::Gone)
            continue;
        mark(place) = Mark::Seen;
        if (passes(place))
            appeared.append(place);
    }

    tellChanged(changed);
    hide(hidden);
    if (!batch.gone.isEmpty()) {
        erase_if(m_byName, [&](int place) { return mark(place) == Mark::Gone; });
        for (const int place : batch.gone) {
            m_rows[place] = {};
            m_free.append(place);
        }
    }
    QList<int> added = batch.added;
    erase_if(added, [&](int place) { return mark(place) == Mark::Gone; });
    if (!added.isEmpty()) {
        const auto byName = [this](int a, int b) { return compareNames(a, b) < 0; };
        std::ranges::sort(added, byName);
        const qsizetype middle = m_byName.size();
        m_byName.append(added);
        std::ranges::inplace_merge(m_byName, m_byName.begin() + middle, byName);
    }
    show(std::move(appeared));
    count();
}

void LibraryModel::tellChanged(const QList<int>& rows)
{
    for (qsizetype i = 0; i < rows.size();) {
        qsizetype end = i + 1;
        while (end < rows.size() && rows.at(end) == rows.at(end - 1) + 1)
            ++end;
        Q_EMIT dataChanged(index(rows.at(i), 0), index(rows.at(end - 1), ColumnCount - 1));
        i = end;
    }
}

void LibraryModel::hide(const QList<int>& rows)
{
    // From the end, so that what is still to go stays where it was found.
    for (qsizetype last = rows.size() - 1; last >= 0;) {
        qsizetype first = last;
        while (first > 0 && rows.at(first - 1) == rows.at(first) - 1)
            --first;
        beginRemoveRows({}, rows.at(first), rows.at(last));
        m_shown.remove(rows.at(first), rows.at(last) - rows.at(first) + 1);
        endRemoveRows();
        last = first - 1;
    }
}

void LibraryModel::show(QList<int> places)
{
    const auto before = [this](int a, int b) { return goesBefore(a, b); };
    std::ranges::sort(places, before);
    // From the end: places that go between the same two rows are inserted together.
    for (qsizetype last = places.size() - 1; last >= 0;) {
        const auto rowOf = [&](qsizetype i) {
            return static_cast<int>(std::ranges::upper_bound(m_shown, places.at(i), before) - m_shown.begin());
        };
        const int row = rowOf(last);
        qsizetype first = last;
        while (first > 0 && rowOf(first - 1) == row)
            --first;
        const int count = static_cast<int>(last - first) + 1;
        beginInsertRows({}, row, row + count - 1);
        m_shown.insert(row, count, 0);
        std::copy_n(places.cbegin() + first, count, m_shown.begin() + row);
        endInsertRows();
        last = first - 1;
    }
}

} // namespace hugger
