// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/add/hitsmodel.h"

#include "ui/widgets/delegates.h"
#include "ui/widgets/words.h"

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace hugger {

namespace {

/// As a number that has plural forms.
int countOf(qint64 count)
{
    return static_cast<int>(std::clamp<qint64>(count, 0, std::numeric_limits<int>::max()));
}

} // namespace

void HitsModel::clear()
{
    beginResetModel();
    m_hits.clear();
    m_next.clear();
    m_isWaiting = false;
    endResetModel();
}

void HitsModel::append(const SearchPage& page)
{
    m_isWaiting = false;
    m_next = page.next;
    QList<SearchHit> fresh;
    for (const SearchHit& hit : page.hits) {
        // The order of the Hub moves while one reads.
        const auto isSame = [&hit](const SearchHit& other) { return other.repo == hit.repo; };
        if (std::ranges::none_of(m_hits, isSame) && std::ranges::none_of(fresh, isSame))
            fresh.append(hit);
    }
    if (fresh.isEmpty())
        return;
    const auto first = static_cast<int>(m_hits.size());
    beginInsertRows({}, first, first + static_cast<int>(fresh.size()) - 1);
    m_hits += fresh;
    endInsertRows();
}

void HitsModel::forgetNext()
{
    m_next.clear();
}

void HitsModel::stopWaiting()
{
    m_isWaiting = false;
}

int HitsModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_hits.size());
}

int HitsModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString HitsModel::facts(const SearchHit& hit) const
{
    QStringList facts;
    facts.append(tr("%Ln downloads", nullptr, countOf(hit.downloads)));
    facts.append(tr("%Ln likes", nullptr, countOf(hit.likes)));
    if (!hit.license.isEmpty())
        facts.append(plainLine(hit.license));
    if (const QString date = dateText(secondsOf(hit.lastModified)); !date.isEmpty())
        //: %1 is a date or "3 days ago"
        facts.append(tr("changed %1").arg(date));
    return facts.join(u" · "_s);
}

QVariant HitsModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const SearchHit& hit = m_hits[index.row()];
    const bool isGated = hit.gating != Gating::No;
    switch (index.column()) {
    case NameColumn:
        if (role == Qt::DisplayRole)
            return plainLine(hit.repo.id);
        if (role == SecondLineRole)
            return facts(hit);
        if (role == Qt::AccessibleTextRole) {
            //: Read aloud: a repo and the facts about it
            const QString text = tr("%1, %2").arg(plainLine(hit.repo.id), facts(hit));
            return isGated ? tr("%1, gated").arg(text) : text;
        }
        break;
    case SizeColumn:
        if (role == Qt::DisplayRole)
            return sizeText(hit.bytes);
        if (role == Qt::ToolTipRole && hit.bytes >= 0)
            return exactBytesText(hit.bytes);
        if (role == Qt::TextAlignmentRole)
            return QVariant::fromValue(Qt::Alignment(Qt::AlignRight | Qt::AlignVCenter));
        break;
    case GateColumn:
        if (role == Qt::DisplayRole && (isGated || hit.isPrivate))
            return isGated ? tr("gated") : tr("private");
        if (role == TintRole)
            return static_cast<int>(isGated ? Tint::Attention : Tint::Plain);
        if (role == Qt::ToolTipRole && isGated)
            return tr("Its files come after accepting its terms on the Hub, with a token.");
        break;
    default:
        break;
    }
    return {};
}

bool HitsModel::canFetchMore(const QModelIndex& parent) const
{
    return !parent.isValid() && !m_next.isEmpty() && !m_isWaiting;
}

void HitsModel::fetchMore(const QModelIndex& parent)
{
    if (!canFetchMore(parent))
        return;
    m_isWaiting = true;
    Q_EMIT moreWanted(m_next);
}

} // namespace hugger
