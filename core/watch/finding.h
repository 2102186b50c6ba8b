// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "catalog/state.h"
#include "net/httpclient.h"

#include <QtCore/QJsonObject>

namespace hugger {

/// One exchange with the Hub, kept to prove what an event says. No token, no signed address and no cookie is in it.
struct Evidence {
    QString at; ///< ISO 8601 UTC
    QString account; ///< whose token was used; "anonymous" without one; empty: a token whose owner is not known
    QString method;
    QString url; ///< without user, and without the query of addresses outside the endpoint
    int status = 0;
    QList<std::pair<QString, QString>> headers; ///< those that matter: X-Error-Code, Location, Date, ...
    QByteArray bodySha256; ///< hex
    qint64 bodyBytes = 0;
    QByteArray body; ///< as it came, its first 64 KiB

    [[nodiscard]] static Evidence of(const HttpRequest& asked, const HttpAnswer& answer, const QString& account);
    [[nodiscard]] QJsonObject toJson() const;
    [[nodiscard]] static Evidence fromJson(const QJsonObject& json);
};

/// A license before and after, and the texts of the files that say it.
struct LicenseChange {
    LicenseFacts before;
    LicenseFacts after;
    struct Text {
        QString path;
        QString before; ///< empty: there was none
        QString after; ///< empty: there is none any more
        bool operator==(const Text&) const = default;
    };
    QList<Text> texts; ///< of those that differ, each at most 256 KiB
    bool isStricter = false; ///< fewer things are allowed, or nobody can tell

    [[nodiscard]] bool isAny() const { return before != after || !texts.isEmpty(); }
    [[nodiscard]] QJsonObject toJson() const;
    [[nodiscard]] static LicenseChange fromJson(const QJsonObject& json);
};

/// Finding::facts as types: {"evidence": [...], "license": {...}, "old_commit", "new_name", "ref",
/// "files": {"added", "changed", "removed", "bytes"}}.
struct EventFacts {
    QList<Evidence> evidence;
    std::optional<LicenseChange> license;
    QByteArray oldCommit; ///< of what moved or was rewritten
    QString newName; ///< of what was renamed; empty when nobody can say
    QString ref;
    struct Files {
        qint64 added = 0;
        qint64 changed = 0;
        qint64 removed = 0;
        qint64 bytes = 0; ///< to fetch
        bool operator==(const Files&) const = default;
    };
    std::optional<Files> files; ///< of a new commit, against the newest that is held

    [[nodiscard]] QJsonObject toJson() const;
    [[nodiscard]] static EventFacts fromJson(const QJsonObject& json);
};

} // namespace hugger
