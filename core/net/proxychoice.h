// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtCore/QUrl>
#include <QtNetwork/QNetworkProxyFactory>

#include <memory>

namespace hugger {

/// The system's proxies, or `manual` (http://host:port, socks5://host:port), or none when that is empty. Never one for
/// this machine itself: no proxy elsewhere could reach a Hub on it.
[[nodiscard]] std::unique_ptr<QNetworkProxyFactory> makeProxyFactory(bool system, const QUrl& manual);

} // namespace hugger
