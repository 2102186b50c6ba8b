// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/error.h"

#include <QtCore/QUrl>

namespace hugger {

/// Scheme, host and port: what decides whether a token may travel.
struct Origin {
    QString scheme;
    QString host;
    int port = 0;

    [[nodiscard]] static Origin of(const QUrl& url);
    bool operator==(const Origin&) const = default;
};

/// Checks an endpoint as a user gives it (HF_ENDPOINT, settings): http or https, no user info, no query; trailing
/// slashes removed.
[[nodiscard]] Expected<QUrl> parseEndpoint(const QString& text);

/// This machine itself: 127.0.0.0/8, ::1, localhost.
[[nodiscard]] bool isLoopback(const QString& host);

/// Where a redirect leads, or why it is not followed: http and https only (QNetworkAccessManager would follow
/// `unix+http:`), never from https down to http, no user info, and no private or loopback address unless the endpoint
/// itself is one.
[[nodiscard]] Expected<QUrl> redirectTarget(const QUrl& from, const QByteArray& location, const QUrl& endpoint);

} // namespace hugger
