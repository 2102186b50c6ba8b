// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/mainwindow/libraryfilter.h"

#include <QtCore/QAbstractTableModel>
#include <QtCore/QSet>

#include <optional>

namespace hugger {

/// What is held, and what is on its way, filtered and sorted.
///
/// Rows are kept in places that never move; `m_byName` orders all of them, `m_shown` those that pass the filter. A
/// snapshot that is fetched for the first time has a row of its own with a negative id, which becomes the held one in
/// its place.
class LibraryModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Repository, Held, Upstream, Size, Captured, Proved, License, StoreLabel, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;
    /// By `column`, those that are equal by name. Rows that change later stay where they are until the next sort().
    void sort(int column, Qt::SortOrder order) override;

    /// As Engine::rowsLoaded(), rowsChanged(), jobsReset() and jobsChanged() tell it.
    void loadRows(const QList<HeldRow>& rows, bool first, bool last);
    void changeRows(const QList<HeldRow>& rows, const QList<qint64>& removed);
    void resetJobs(const QList<JobStatus>& jobs);
    void changeJobs(const QList<JobStatus>& jobs);
    void setStores(const QList<StoreStatus>& stores);

    void setFilter(const LibraryFilter& filter);
    [[nodiscard]] const LibraryFilter& filter() const { return m_filter; }
    /// Shows only rows of these ids. `words` are what was searched for: rows that are not held yet are not in the
    /// index, and are found by their name.
    void setFound(const QString& words, QList<qint64> ids);
    void clearFound();
    [[nodiscard]] bool hasFound() const { return m_found.has_value(); }
    [[nodiscard]] const QString& words() const { return m_words; } ///< of setFound()

    [[nodiscard]] const LibraryCounts& counts() const { return m_counts; }
    [[nodiscard]] bool isReloading() const { return m_isReloading; } ///< during a reset: the same list anew

    /// Row of the table; its id is negative when it is not held yet.
    [[nodiscard]] const HeldRow& at(int row) const;
    [[nodiscard]] std::optional<HeldRow> held(qint64 id) const;
    /// Rows of the table with these ids, from the top.
    [[nodiscard]] QList<int> rowsOf(const QSet<qint64>& ids) const;
    /// The id of a snapshot of this repo, one that is shown if there is one; 0 when there is none.
    [[nodiscard]] qint64 idOf(const RepoId& repo) const;
    /// Ids of all that is held of this repo, or of this commit of it.
    [[nodiscard]] QList<qint64> heldOf(const RepoId& repo, const QByteArray& commit) const;
    /// The unfinished job that fetches this row.
    struct Fetch {
        qint64 job = 0;
        double progress = -1; ///< -1: not known yet
        bool isPaused = false;
        bool isMoving = false;
    };
    [[nodiscard]] std::optional<Fetch> fetch(qint64 id) const;

Q_SIGNALS:
    void countsChanged();

private:
    /// Places that news is about.
    struct Batch {
        QList<int> touched;
        QList<int> added;
        QList<int> gone;
    };

    [[nodiscard]] QVariant heldData(int place, int role) const;
    [[nodiscard]] QString secondLine(const HeldRow& row) const;

    [[nodiscard]] bool passes(int place) const;
    [[nodiscard]] int compareNames(int a, int b) const;
    [[nodiscard]] qint64 sortKey(const HeldRow& row) const; ///< of the numeric columns
    [[nodiscard]] QString sortText(const HeldRow& row) const; ///< of License and StoreLabel
    [[nodiscard]] bool goesBefore(int a, int b) const;
    [[nodiscard]] QList<int> arranged() const; ///< what m_shown is to be
    void sortByName();
    void rebuild();
    void resort();

    void attachJobs();
    [[nodiscard]] int take(const HeldRow& row, Batch& batch);
    void drop(int place, Batch& batch);
    void dropLanded(qint64 job);
    /// The place of this snapshot, held or not yet; -1 when there is none.
    [[nodiscard]] int find(const RepoId& repo, const QByteArray& commit, const QString& storeId, bool isHeld) const;
    void changeJob(const JobStatus& status, Batch& batch);
    void forgetJob(qint64 id, bool completed, Batch& batch);
    void apply(const Batch& batch);
    void show(QList<int> places);
    void hide(const QList<int>& rows);
    void tellChanged(const QList<int>& rows);
    void count();

    QList<HeldRow> m_rows; ///< id 0: a free place
    QList<int> m_free;
    QHash<qint64, int> m_places; ///< by id
    QList<int> m_byName;
    QList<int> m_shown;
    QList<HeldRow> m_incoming;
    QHash<qint64, JobStatus> m_jobs; ///< unfinished archive jobs
    QHash<qint64, int> m_jobPlaces; ///< by job
    QHash<int, Fetch> m_fetches; ///< by place
    QHash<QString, QString> m_storeLabels;
    LibraryFilter m_filter;
    std::optional<QList<qint64>> m_found; ///< sorted
    QString m_words;
    QStringList m_nameParts; ///< of m_words
    LibraryCounts m_counts;
    int m_column = Repository;
    Qt::SortOrder m_order = Qt::AscendingOrder;
    bool m_isReloading = false;
};

} // namespace hugger
