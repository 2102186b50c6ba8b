// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/details/revisionsmodel.h"

#include "ui/widgets/delegates.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/words.h"

using namespace Qt::StringLiterals;

namespace hugger {

namespace {

constexpr quintptr stepId = 0; ///< of a snapshot; its files have its place + 1
constexpr qsizetype mostChanges = 1000; ///< listed of a snapshot; the rest is counted

QString changesText(int added, int changed, int removed, qint64 bytes, const RevisionStep& at, bool isKnown)
{
    if (at.isOldest)
        return RevisionsModel::tr("The oldest held, %1").arg(sizeText(at.row.bytes));
    if (!isKnown)
        return RevisionsModel::tr("What changed is not known, %1").arg(sizeText(at.row.bytes));
    QStringList parts;
    if (added > 0)
        parts.append(RevisionsModel::tr("%Ln added", "files", added));
    if (changed > 0)
        parts.append(RevisionsModel::tr("%Ln changed", "files", changed));
    if (removed > 0)
        parts.append(RevisionsModel::tr("%Ln removed", "files", removed));
    if (parts.isEmpty())
        return RevisionsModel::tr("The same files, %1").arg(sizeText(at.row.bytes));
    if (bytes > 0)
        //: bytes that a snapshot has more than the one before it
        parts.append(RevisionsModel::tr("%1 more").arg(sizeText(bytes)));
    else if (bytes < 0)
        //: bytes that a snapshot has less than the one before it
        parts.append(RevisionsModel::tr("%1 less").arg(sizeText(-bytes)));
    //: between "3 added" and "1 removed"
    return parts.join(RevisionsModel::tr(", "));
}

QString changeText(const FileChange& change)
{
    switch (change.kind) {
    case FileChange::Kind::Added:
        return RevisionsModel::tr("added, %1").arg(sizeText(change.sizeAfter));
    case FileChange::Kind::Removed:
        return RevisionsModel::tr("removed, %1").arg(sizeText(change.sizeBefore));
    case FileChange::Kind::Changed:
        break;
    }
    if (change.sizeBefore == change.sizeAfter)
        return RevisionsModel::tr("changed, %1").arg(sizeText(change.sizeAfter));
    return RevisionsModel::tr("changed, %1, was %2").arg(sizeText(change.sizeAfter), sizeText(change.sizeBefore));
}

} // namespace

void RevisionsModel::setHistory(const QList<RevisionStep>& steps)
{
    beginResetModel();
    m_steps.clear();
    for (qsizetype i = 0; i < steps.size(); ++i) {
        Step step{.step = steps.at(i)};
        for (const FileChange& change : step.step.changes) {
            step.added += change.kind == FileChange::Kind::Added ? 1 : 0;
            step.removed += change.kind == FileChange::Kind::Removed ? 1 : 0;
            step.changed += change.kind == FileChange::Kind::Changed ? 1 : 0;
            step.bytes += change.sizeAfter - change.sizeBefore;
        }
        const bool isWithRecord =
            !step.step.lastModified.isEmpty() && (i + 1 == steps.size() || !steps.at(i + 1).lastModified.isEmpty());
        step.isKnown = !step.step.changes.isEmpty() || isWithRecord;
        m_steps.append(step);
    }
    endResetModel();
}

qint64 RevisionsModel::rowOf(const QModelIndex& index) const
{
    return index.isValid() && index.internalId() == stepId ? m_steps.at(index.row()).step.row.id : 0;
}

QModelIndex RevisionsModel::indexOf(qint64 row) const
{
    for (qsizetype i = 0; i < m_steps.size(); ++i) {
        if (m_steps.at(i).step.row.id == row)
            return index(static_cast<int>(i), 0);
    }
    return {};
}

QModelIndex RevisionsModel::index(int row, int column, const QModelIndex& parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, parent.isValid() ? static_cast<quintptr>(parent.row() + 1) : stepId);
}

QModelIndex RevisionsModel::parent(const QModelIndex& child) const
{
    return child.isValid() && child.internalId() != stepId
        ? createIndex(static_cast<int>(child.internalId()) - 1, 0, stepId)
        : QModelIndex();
}

int RevisionsModel::rowCount(const QModelIndex& parent) const
{
    if (!parent.isValid())
        return static_cast<int>(m_steps.size());
    if (parent.internalId() != stepId || parent.column() > 0)
        return 0;
    const RevisionStep& step = m_steps.at(parent.row()).step;
    const int license = step.licenseBefore.isEmpty() ? 0 : 1;
    return license + static_cast<int>(std::min(step.changes.size(), mostChanges + 1));
}

int RevisionsModel::columnCount(const QModelIndex&) const
{
    return 1;
}

QVariant RevisionsModel::stepData(const Step& step, int role) const
{
    const RevisionStep& at = step.step;
    const bool isOtherLicense = !at.licenseBefore.isEmpty();
    switch (role) {
    case Qt::DisplayRole: {
        const qint64 when = secondsOf(at.lastModified);
        //: names, commit and date of a snapshot: "main, v1.0 at 8f3c21e · 3 Nov 2026"
        return tr("%1 at %2 · %3")
            .arg(plainLine(at.refs.isEmpty() ? at.row.revision : at.refs.join(u", "_s)), shortCommit(at.row.commit),
                 dateText(when > 0 ? when : at.row.capturedAt));
    }
    case SecondLineRole:
        return changesText(step.added, step.changed, step.removed, step.bytes, at, step.isKnown);
    case Qt::DecorationRole:
        return isOtherLicense ? QVariant(themedIcon(u"attention"_s)) : QVariant();
    case Qt::ToolTipRole:
        return QString::fromLatin1(at.row.commit);
    case Qt::AccessibleTextRole: {
        QStringList parts = {stepData(step, Qt::DisplayRole).toString(), stepData(step, SecondLineRole).toString()};
        if (isOtherLicense)
            parts.append(tr("License changed"));
        return parts.join(tr(", "));
    }
    default:
        return {};
    }
}

QVariant RevisionsModel::changeData(const Step& step, int row, int role) const
{
    const RevisionStep& at = step.step;
    if (role == Qt::AccessibleTextRole) {
        const QString second = changeData(step, row, SecondLineRole).toString();
        const QString first = changeData(step, row, Qt::DisplayRole).toString();
        return second.isEmpty() ? first : first % tr(", ") % second;
    }
    if (role != Qt::DisplayRole && role != SecondLineRole)
        return {};
    const bool isFirst = role == Qt::DisplayRole;
    if (!at.licenseBefore.isEmpty()) {
        if (row == 0) {
            return isFirst ? tr("License changed")
                           : tr("%1 before, %2 from here on").arg(plainLine(at.licenseBefore), plainLine(at.license));
        }
        --row;
    }
    if (row == mostChanges) {
        const auto rest = static_cast<int>(at.changes.size() - mostChanges);
        return isFirst ? tr("and %Ln more files", nullptr, rest) : QString();
    }
    return isFirst ? plainLine(at.changes.at(row).path) : changeText(at.changes.at(row));
}

QVariant RevisionsModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    if (index.internalId() == stepId)
        return stepData(m_steps.at(index.row()), role);
    return changeData(m_steps.at(static_cast<qsizetype>(index.internalId()) - 1), index.row(), role);
}

} // namespace hugger
