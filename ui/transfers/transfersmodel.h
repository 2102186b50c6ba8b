// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/transfers/jobwords.h"

#include <QtCore/QAbstractItemModel>
#include <QtCore/QHash>

namespace hugger {

/// The jobs as the engine tells them, and under the running ones the files they fetch right now. Unfinished jobs come
/// first, in the order they run, then the finished ones, newest first. Rows stay the same rows through all changes, so
/// that selection and scroll survive them.
class TransfersModel final : public QAbstractItemModel {
    Q_OBJECT

public:
    enum Column { JobColumn, ProgressColumn, RateColumn, TimeLeftColumn, ActionsColumn, ColumnCount };
    enum Role { JobIdRole = Qt::UserRole + 1, RowActionsRole /* QList<RowAction> */ };

    struct Summary {
        int running = 0, waiting = 0, paused = 0, needUser = 0, failed = 0; ///< each job counts once
        double rate = 0;
        qint64 bytesDone = 0, bytesTotal = 0; ///< of those running and waiting
        bool allPaused = false; ///< there are unfinished ones, and all are wanted paused
        bool operator==(const Summary&) const = default;
    };

    explicit TransfersModel(QObject* parent = nullptr);

    /// All jobs there are, in order.
    void setJobs(const QList<JobStatus>& jobs);
    /// New and changed ones.
    void updateJobs(const QList<JobStatus>& jobs);
    /// Has the ages ("done 3 min ago") and the language read anew.
    void refreshTexts();

    [[nodiscard]] Summary summary() const { return m_summary; }
    [[nodiscard]] QList<JobStatus> running() const;
    [[nodiscard]] std::optional<JobStatus> job(qint64 id) const;
    [[nodiscard]] const JobStatus* find(qint64 id) const; ///< until the next change
    /// -1 when no unfinished archive job is for it; `commit` empty: for any of the repo's.
    [[nodiscard]] double progressOf(const RepoId& repo, const QByteArray& commit) const;
    /// The one that failed or needs somebody most recently; nothing when the same was asked for again since.
    [[nodiscard]] std::optional<JobStatus> newestTrouble() const;

    [[nodiscard]] qint64 idAt(const QModelIndex& index) const; ///< of a file's row: its job's; 0 for none
    [[nodiscard]] QModelIndex indexOf(qint64 id) const;
    [[nodiscard]] int unfinishedCount() const { return m_unfinished; }
    [[nodiscard]] bool hasFinished() const { return m_unfinished < m_rows.size(); }

    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex& index) const override;
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;

    // Unfinished jobs are dragged to another place in the queue.
    [[nodiscard]] Qt::DropActions supportedDropActions() const override { return Qt::MoveAction; }
    [[nodiscard]] QStringList mimeTypes() const override;
    [[nodiscard]] QMimeData* mimeData(const QModelIndexList& indexes) const override;
    [[nodiscard]] bool canDropMimeData(const QMimeData* data, Qt::DropAction action, int row, int column,
                                       const QModelIndex& parent) const override;
    /// Emits moveRequested(); the new order comes from the engine.
    bool dropMimeData(const QMimeData* data, Qt::DropAction action, int row, int column,
                      const QModelIndex& parent) override;

Q_SIGNALS:
    void summaryChanged();
    void updated(); ///< after all signals of one setJobs() or updateJobs()
    /// As Engine::moveJobs().
    void moveRequested(const QList<qint64>& ids, qint64 before);

private:
    struct Row {
        JobStatus status; ///< files in the order they appeared
        QList<double> samples; ///< rates of a running job, oldest first
        [[nodiscard]] bool isFinished() const { return status.job.isFinished(); }
        [[nodiscard]] qint64 id() const { return status.job.id; }
    };

    static void take(Row& row, const JobStatus& status); ///< all but its files
    void insertNew(const QList<JobStatus>& jobs);
    void updateFiles(int row, const QList<ActiveFile>& files);
    void emitChanged(const QList<qint64>& ids);
    void arrange(const QList<qint64>& order);
    [[nodiscard]] QList<qint64> orderNow() const;
    void reindex();
    void updateSummary();
    [[nodiscard]] bool isSuperseded(const Job& job) const;
    [[nodiscard]] QVariant jobData(const Row& row, int column, int role) const;
    [[nodiscard]] QVariant fileData(const ActiveFile& file, int column, int role) const;
    [[nodiscard]] QString accessibleText(const Row& row, int column) const;

    QList<Row> m_rows;
    int m_unfinished = 0; ///< so many rows come first
    QHash<qint64, int> m_rowOf; ///< by id
    QMultiHash<RepoId, qint64> m_jobsOf; ///< ids by repo
    Summary m_summary;
};

} // namespace hugger
