// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/mainwindow/libraryfilter.h"

using namespace Qt::StringLiterals;

namespace hugger {

namespace {

constexpr std::array names{"everything"_L1, "fetching"_L1, "newer"_L1, "gone"_L1, "attention"_L1, "events"_L1};

} // namespace

QString LibraryFilter::key() const
{
    switch (what) {
    case What::Kind:
        return u"kind:"_s + kindName(kind);
    case What::Store:
        return u"store:"_s + storeId;
    default:
        return names.at(static_cast<size_t>(what));
    }
}

LibraryFilter LibraryFilter::fromKey(const QString& key)
{
    if (key.startsWith("kind:"_L1)) {
        const auto kind = kindFromName(QStringView(key).sliced(5));
        return kind ? LibraryFilter{.what = What::Kind, .kind = *kind} : LibraryFilter{};
    }
    if (key.startsWith("store:"_L1))
        return {.what = What::Store, .storeId = key.sliced(6)};
    for (size_t i = 0; i < names.size(); ++i) {
        if (key == names.at(i))
            return {.what = static_cast<What>(i)};
    }
    return {};
}

qsizetype LibraryCounts::of(const LibraryFilter& filter) const
{
    switch (filter.what) {
    case LibraryFilter::What::Everything:
        return all;
    case LibraryFilter::What::Fetching:
        return fetching;
    case LibraryFilter::What::Newer:
        return newer;
    case LibraryFilter::What::Gone:
        return gone;
    case LibraryFilter::What::Attention:
        return attention;
    case LibraryFilter::What::Events:
        return 0;
    case LibraryFilter::What::Kind:
        return kinds.at(static_cast<size_t>(filter.kind));
    case LibraryFilter::What::Store:
        return stores.value(filter.storeId);
    }
    return 0;
}

bool isGone(const HeldRow& row)
{
    return row.upstream == "gone"_L1;
}

bool mayBeLastCopy(const HeldRow& row)
{
    return !row.lastCopy.isEmpty() || isGone(row) || row.upstream == "disabled"_L1;
}

bool needsAttention(const HeldRow& row)
{
    return row.damaged > 0 || (!row.isComplete && row.verifiedAt == 0) || mayBeLastCopy(row)
        || row.upstream == "gated"_L1 || row.upstream == "license_changed"_L1;
}

} // namespace hugger
