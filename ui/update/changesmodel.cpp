// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/update/changesmodel.h"

#include "ui/widgets/delegates.h"
#include "ui/widgets/tint.h"
#include "ui/widgets/words.h"

using namespace Qt::StringLiterals;

namespace hugger {

void ChangesModel::setChanges(const QList<FileChange>& changes)
{
    beginResetModel();
    m_changes = changes;
    endResetModel();
}

int ChangesModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_changes.size());
}

int ChangesModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ChangesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant(Qt::AlignVCenter | (section >= Before ? Qt::AlignRight : Qt::AlignLeft));
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case File:
        return tr("File");
    case What:
        //: Column: added, changed or removed
        return tr("Change");
    case Before:
        //: Column: the size of the file that is held
        return tr("Size held");
    case After:
        //: Column: the size of the file upstream
        return tr("Size now");
    default:
        return {};
    }
}

QVariant ChangesModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const FileChange& change = m_changes.at(index.row());
    if (role == Qt::TextAlignmentRole)
        return QVariant(Qt::AlignVCenter | (index.column() >= Before ? Qt::AlignRight : Qt::AlignLeft));
    const bool isAdded = change.kind == FileChange::Kind::Added;
    const bool isRemoved = change.kind == FileChange::Kind::Removed;
    switch (index.column()) {
    case File:
        return role == Qt::DisplayRole ? QVariant(plainLine(change.path)) : QVariant();
    case What:
        if (role == Qt::DisplayRole)
            return isAdded ? tr("added") : isRemoved ? tr("removed") : tr("changed");
        if (role == TintRole)
            return static_cast<int>(isAdded ? Tint::Good : isRemoved ? Tint::Wrong : Tint::Attention);
        if (role == SignRole)
            return isAdded ? u"+"_s : isRemoved ? u"−"_s : QString();
        return {};
    case Before:
    case After: {
        const bool isThere = index.column() == Before ? !isAdded : !isRemoved;
        const qint64 size = index.column() == Before ? change.sizeBefore : change.sizeAfter;
        if (role == Qt::DisplayRole)
            return isThere ? sizeText(size) : QString();
        return role == Qt::ToolTipRole && isThere ? QVariant(exactBytesText(size)) : QVariant();
    }
    default:
        return {};
    }
}

void CommitsModel::setCommits(const QList<CommitEntry>& commits)
{
    beginResetModel();
    m_commits = commits;
    endResetModel();
}

int CommitsModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_commits.size());
}

int CommitsModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant CommitsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Title:
        //: Column: the title of a commit
        return tr("What the commit says");
    case Commit:
        return tr("Commit");
    case When:
        return tr("When");
    default:
        return {};
    }
}

QVariant CommitsModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const CommitEntry& commit = m_commits.at(index.row());
    switch (index.column()) {
    case Title:
        return role == Qt::DisplayRole ? QVariant(plainLine(commit.title)) : QVariant();
    case Commit:
        if (role == Qt::DisplayRole)
            return shortCommit(commit.id);
        return role == Qt::ToolTipRole ? QVariant(QString::fromLatin1(commit.id)) : QVariant();
    case When:
        if (role == Qt::DisplayRole)
            return dateText(secondsOf(commit.date));
        return role == Qt::ToolTipRole ? QVariant(fullDateText(secondsOf(commit.date))) : QVariant();
    default:
        return {};
    }
}

} // namespace hugger
