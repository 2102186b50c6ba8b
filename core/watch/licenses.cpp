// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "watch/licenses.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace hugger {

namespace {

/// The ids that the Hub knows and that allow any use for no more than credit.
constexpr std::array permissive{
    "afl-3.0"_L1,
    "apache-2.0"_L1,
    "artistic-2.0"_L1,
    "bsd"_L1,
    "bsd-2-clause"_L1,
    "bsd-3-clause"_L1,
    "bsd-3-clause-clear"_L1,
    "bsl-1.0"_L1,
    "cc-by-2.0"_L1,
    "cc-by-2.5"_L1,
    "cc-by-3.0"_L1,
    "cc-by-4.0"_L1,
    "cc0-1.0"_L1,
    "cdla-permissive-1.0"_L1,
    "cdla-permissive-2.0"_L1,
    "ecl-2.0"_L1,
    "etalab-2.0"_L1,
    "isc"_L1,
    "mit"_L1,
    "ms-pl"_L1,
    "ncsa"_L1,
    "odc-by"_L1,
    "ofl-1.1"_L1,
    "openmdw-1.0"_L1,
    "pddl"_L1,
    "postgresql"_L1,
    "unlicense"_L1,
    "wtfpl"_L1,
    "zlib"_L1,
};
/// Those that want derived works under the same terms.
constexpr std::array reciprocal{
    "agpl-3.0"_L1,  "cc-by-sa-3.0"_L1, "cc-by-sa-4.0"_L1, "cdla-sharing-1.0"_L1,
    "epl-1.0"_L1,   "epl-2.0"_L1,      "eupl-1.1"_L1,     "eupl-1.2"_L1,
    "gfdl"_L1,      "gpl"_L1,          "gpl-2.0"_L1,      "gpl-3.0"_L1,
    "lgpl"_L1,      "lgpl-2.1"_L1,     "lgpl-3.0"_L1,     "lgpl-lr"_L1,
    "lppl-1.3c"_L1, "mpl-2.0"_L1,      "odbl"_L1,         "osl-3.0"_L1,
};

LicenseRank rankOf(const QString& id)
{
    const QString plain = id.toLower();
    if (std::ranges::find(permissive, plain) != permissive.end())
        return LicenseRank::Permissive;
    if (std::ranges::find(reciprocal, plain) != reciprocal.end())
        return LicenseRank::Reciprocal;
    return LicenseRank::Restricted;
}

} // namespace

bool isLicenseFile(const QString& path)
{
    static const QStringList stems{u"license"_s, u"licence"_s, u"copying"_s, u"notice"_s, u"use_policy"_s};
    static const QStringList endings{u""_s, u".md"_s, u".txt"_s};
    const QString name = path.toLower();
    return std::ranges::any_of(stems, [&name](const QString& stem) {
        return name.startsWith(stem) && endings.contains(name.sliced(stem.size()));
    });
}

LicenseRank licenseRank(const LicenseFacts& license)
{
    LicenseRank rank = license.ids.isEmpty() ? LicenseRank::Restricted : LicenseRank::Permissive;
    for (const QString& id : license.ids)
        rank = std::max(rank, rankOf(id));
    return rank;
}

bool isStricter(const LicenseFacts& before, const LicenseFacts& after, bool hasNewText)
{
    const LicenseRank was = licenseRank(before);
    const LicenseRank is = licenseRank(after);
    if (is != was)
        return is > was;
    // Of two that each restrict in a way of their own nobody can tell, nor of a text that only changed.
    const bool isOther = before != after;
    return (isOther && is == LicenseRank::Restricted) || (before.ids == after.ids && (hasNewText || isOther));
}

} // namespace hugger
