// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the cells of TransfersModel say.

#include "ui/transfers/jobwords.h"
#include "ui/transfers/transfersmodel.h"
#include "ui/widgets/delegates.h"
#include "ui/widgets/words.h"

#include <QtCore/QDateTime>

using namespace Qt::StringLiterals;

namespace hugger {

namespace {

double partOf(const ActiveFile& file)
{
    return file.size > 0 ? static_cast<double>(file.present) / static_cast<double>(file.size) : 0;
}

bool hasBar(JobLook look, const Job& job)
{
    return look == JobLook::Running || ((look == JobLook::Paused || look == JobLook::Waiting) && job.bytesDone > 0);
}

qint64 now()
{
    return QDateTime::currentSecsSinceEpoch();
}

} // namespace

QVariant TransfersModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    if (role == JobIdRole)
        return idAt(index);
    if (role == Qt::TextAlignmentRole) {
        return QVariant::fromValue(index.column() == TimeLeftColumn ? Qt::AlignTrailing | Qt::AlignVCenter
                                                                    : Qt::AlignLeading | Qt::AlignVCenter);
    }
    if (index.internalId() == 0)
        return jobData(m_rows[index.row()], index.column(), role);
    return fileData(m_rows[m_rowOf.value(idAt(index))].status.files[index.row()], index.column(), role);
}

QVariant TransfersModel::jobData(const Row& row, int column, int role) const
{
    const JobStatus& status = row.status;
    const Job& job = status.job;
    if (role == RowActionsRole)
        return QVariant::fromValue(JobWords::actions(status));
    if (role == Qt::AccessibleTextRole)
        return accessibleText(row, column);
    const JobLook look = JobWords::look(status);
    switch (column) {
    case JobColumn:
        if (role == Qt::DisplayRole)
            return JobWords::title(job);
        if (role == SecondLineRole)
            return JobWords::line(status, now());
        if (role == Qt::ToolTipRole && !status.waitDetail.isEmpty())
            return plainTooltip(plainLine(status.waitDetail));
        if (role == Qt::ToolTipRole && job.state == JobState::Failed && job.error)
            return plainTooltip(plainLine(job.error->message));
        break;
    case ProgressColumn: {
        const bool bar = hasBar(look, job);
        if (role == Qt::DisplayRole && look == JobLook::Running)
            return job.bytesTotal > 0 ? JobWords::bytes(job.bytesDone, job.bytesTotal) : tr("preparing");
        if (role == Qt::DisplayRole && bar) {
            return JobWords::facts({JobWords::chip(look).text, JobWords::bytes(job.bytesDone, job.bytesTotal)});
        }
        if (role == Qt::DisplayRole)
            return JobWords::chip(look).text;
        if (role == ProgressRole)
            return bar ? QVariant(JobWords::progress(job)) : QVariant();
        if (role == PausedRole)
            return look != JobLook::Running;
        if (role == TintRole)
            return static_cast<int>(JobWords::chip(look).tint);
        if (role == SignRole)
            return JobWords::chip(look).sign;
        if (role == Qt::ToolTipRole && job.bytesTotal > 0) {
            //: Exact bytes fetched and in all.
            return tr("%1 of %2").arg(exactBytesText(job.bytesDone), exactBytesText(job.bytesTotal));
        }
        break;
    }
    case RateColumn:
        if (role == Qt::DisplayRole && look == JobLook::Running && job.state == JobState::Running)
            return rateText(status.rate);
        if (role == SamplesRole && !row.samples.isEmpty())
            return QVariant::fromValue(row.samples);
        break;
    case TimeLeftColumn:
        if (role == Qt::DisplayRole && look == JobLook::Running)
            return durationText(status.eta);
        break;
    default:
        if (role == Qt::ToolTipRole)
            return accessibleText(row, column);
        break;
    }
    return {};
}

QVariant TransfersModel::fileData(const ActiveFile& file, int column, int role) const
{
    if (column == JobColumn) {
        if (role == Qt::DisplayRole || role == Qt::AccessibleTextRole)
            return plainLine(file.path);
        if (role == SecondLineRole)
            return file.connections > 0 ? tr("%Ln connections", nullptr, file.connections) : tr("waits for its turn");
    }
    if (column == ProgressColumn) {
        if (role == Qt::DisplayRole)
            return JobWords::bytes(file.present, file.size);
        if (role == ProgressRole)
            return partOf(file);
        if (role == Qt::AccessibleTextRole)
            return percentText(partOf(file));
    }
    return {};
}

QString TransfersModel::accessibleText(const Row& row, int column) const
{
    const JobStatus& status = row.status;
    const JobLook look = JobWords::look(status);
    switch (column) {
    case JobColumn:
        //: For screen readers: the repo, then what its transfer does.
        return tr("%1, %2").arg(JobWords::title(status.job), JobWords::line(status, now()));
    case ProgressColumn:
        if (!hasBar(look, status.job))
            return JobWords::chip(look).text;
        //: For screen readers: a state and per cent, "paused, 42 %".
        return tr("%1, %2").arg(JobWords::chip(look).text, percentText(JobWords::progress(status.job)));
    case RateColumn:
    case TimeLeftColumn:
        return jobData(row, column, Qt::DisplayRole).toString();
    default:
        break;
    }
    QStringList verbs;
    for (const RowAction action : JobWords::actions(status))
        verbs.append(JobWords::verb(action));
    //: Between the parts of a list: "Pause, Cancel".
    return verbs.join(tr(", "));
}

QVariant TransfersModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(section == TimeLeftColumn ? Qt::AlignTrailing | Qt::AlignVCenter
                                                             : Qt::AlignLeading | Qt::AlignVCenter);
    if (role != Qt::DisplayRole && !(role == Qt::AccessibleTextRole && section == ActionsColumn))
        return {};
    switch (section) {
    case JobColumn:
        return tr("Transfer");
    case ProgressColumn:
        return tr("Progress");
    case RateColumn:
        return tr("Rate");
    case TimeLeftColumn:
        return tr("Time left");
    default:
        return role == Qt::AccessibleTextRole ? tr("Actions") : QString();
    }
}

} // namespace hugger
