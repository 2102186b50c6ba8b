// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/mainwindow/librarymodel.h"

#include <algorithm>

#include "ui/widgets/delegates.h"
#include "ui/widgets/tint.h"
#include "ui/widgets/words.h"

using namespace Qt::StringLiterals;

namespace hugger {

int LibraryModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_shown.size());
}

int LibraryModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

Qt::ItemFlags LibraryModel::flags(const QModelIndex& index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
}

const HeldRow& LibraryModel::at(int row) const
{
    return m_rows.at(m_shown.at(row));
}

std::optional<HeldRow> LibraryModel::held(qint64 id) const
{
    const auto found = m_places.constFind(id);
    return found == m_places.cend() ? std::nullopt : std::optional(m_rows.at(*found));
}

QList<int> LibraryModel::rowsOf(const QSet<qint64>& ids) const
{
    QList<int> rows;
    if (ids.isEmpty())
        return rows;
    for (int row = 0; row < m_shown.size(); ++row) {
        if (ids.contains(at(row).id))
            rows.append(row);
    }
    return rows;
}

qint64 LibraryModel::idOf(const RepoId& repo) const
{
    const auto isIt = [&](int place) { return m_rows.at(place).repo == repo; };
    if (const auto shown = std::ranges::find_if(m_shown, isIt); shown != m_shown.cend())
        return m_rows.at(*shown).id;
    const auto found = std::ranges::find_if(m_byName, isIt);
    return found == m_byName.cend() ? 0 : m_rows.at(*found).id;
}

QList<qint64> LibraryModel::heldOf(const RepoId& repo, const QByteArray& commit) const
{
    QList<qint64> ids;
    for (const int place : m_byName) {
        const HeldRow& row = m_rows.at(place);
        if (row.id > 0 && row.repo == repo && (commit.isEmpty() || row.commit == commit))
            ids.append(row.id);
    }
    return ids;
}

std::optional<LibraryModel::Fetch> LibraryModel::fetch(qint64 id) const
{
    const auto place = m_places.constFind(id);
    if (place == m_places.cend())
        return {};
    const auto found = m_fetches.constFind(*place);
    return found == m_fetches.cend() ? std::nullopt : std::optional(*found);
}

QVariant LibraryModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant(Qt::AlignVCenter | (section == Size ? Qt::AlignRight : Qt::AlignLeft));
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Repository:
        return tr("Repository");
    case Held:
        //: Column: whether the copy is whole and proved
        return tr("Held");
    case Upstream:
        //: Column: how the Hub's side differs from the copy
        return tr("Upstream");
    case Size:
        return tr("Size");
    case Captured:
        return tr("Captured");
    case Proved:
        //: Column: when the hashes of the files were computed last
        return tr("Proved");
    case License:
        return tr("License");
    case StoreLabel:
        return tr("Store");
    default:
        return {};
    }
}

QString LibraryModel::secondLine(const HeldRow& row) const
{
    QStringList parts;
    if (!row.lastCopy.isEmpty())
        parts.append(tr("may be the last copy"));
    if (row.repo.kind != RepoKind::Model)
        parts.append(kindText(row.repo.kind));
    if (!row.revision.isEmpty() && !row.commit.startsWith(row.revision.toLatin1()))
        parts.append(plainLine(row.revision));
    if (!row.commit.isEmpty())
        parts.append(shortCommit(row.commit));
    if (row.files > 0)
        parts.append(filesText(row.files));
    return parts.join(u" · "_s);
}

QVariant LibraryModel::heldData(int place, int role) const
{
    const auto found = m_fetches.constFind(place);
    const HeldRow& row = m_rows.at(place);
    if (found == m_fetches.cend()) {
        // Fetched a moment ago: its row as held follows.
        const Chip chip = row.id < 0 ? Chip{tr("fetched"), Tint::Plain, {}} : heldChip(row);
        switch (role) {
        case Qt::DisplayRole:
        case Qt::AccessibleTextRole:
            return chip.text;
        case TintRole:
            return static_cast<int>(chip.tint);
        case SignRole:
            return chip.sign;
        default:
            return {};
        }
    }
    const bool hasBar = found->progress >= 0 && (found->isMoving || found->progress > 0);
    switch (role) {
    case Qt::DisplayRole:
        if (hasBar)
            return percentText(found->progress);
        return found->isPaused ? tr("paused") : found->isMoving ? tr("starting") : tr("waiting");
    case Qt::AccessibleTextRole:
        if (!hasBar)
            return heldData(place, Qt::DisplayRole);
        return (found->isPaused ? tr("paused at %1") : tr("fetched %1")).arg(percentText(found->progress));
    case ProgressRole:
        return hasBar ? QVariant(found->progress) : QVariant();
    case PausedRole:
        return !found->isMoving;
    case TintRole:
        return static_cast<int>(Tint::Plain);
    default:
        return {};
    }
}

QVariant LibraryModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const int place = m_shown.at(index.row());
    const HeldRow& row = m_rows.at(place);
    const bool isHeld = row.id > 0;
    if (role == Qt::TextAlignmentRole)
        return QVariant(Qt::AlignVCenter | (index.column() == Size ? Qt::AlignRight : Qt::AlignLeft));
    switch (index.column()) {
    case Repository:
        if (role == Qt::DisplayRole)
            return plainLine(row.repo.id);
        if (role == SecondLineRole)
            return secondLine(row);
        if (role == Qt::AccessibleTextRole)
            return QString(plainLine(row.repo.id) + u", "_s + secondLine(row));
        return {};
    case Held:
        return heldData(place, role);
    case Upstream: {
        if (!isHeld)
            return {};
        const Chip chip = upstreamChip(row.upstream);
        if (role == Qt::DisplayRole || role == Qt::AccessibleTextRole)
            return chip.text;
        if (role == TintRole)
            return static_cast<int>(chip.tint);
        if (role == Qt::ToolTipRole)
            return lastCopyText(row.lastCopy);
        return role == SignRole ? QVariant(chip.sign) : QVariant();
    }
    case Size:
        if (role == Qt::DisplayRole)
            return isHeld || row.bytes > 0 ? sizeText(row.bytes) : QString();
        return role == Qt::ToolTipRole && row.bytes > 0 ? QVariant(exactBytesText(row.bytes)) : QVariant();
    case Captured:
    case Proved: {
        const qint64 time = index.column() == Captured ? row.capturedAt : row.verifiedAt;
        if (role == Qt::DisplayRole)
            return time == 0 && isHeld && index.column() == Proved ? tr("not proved") : dateText(time);
        return role == Qt::ToolTipRole && time != 0 ? QVariant(fullDateText(time)) : QVariant();
    }
    case License:
        return role == Qt::DisplayRole ? QVariant(plainLine(row.license)) : QVariant();
    case StoreLabel:
        return role == Qt::DisplayRole ? QVariant(plainLine(m_storeLabels.value(row.storeId))) : QVariant();
    default:
        return {};
    }
}

} // namespace hugger
