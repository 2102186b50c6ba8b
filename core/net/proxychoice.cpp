// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "net/proxychoice.h"

#include "net/urls.h"

using namespace Qt::StringLiterals;

namespace hugger {

namespace {

constexpr int httpPort = 8080;
constexpr int socksPort = 1080;

class ProxyChoice final : public QNetworkProxyFactory {
public:
    ProxyChoice(bool system, const QUrl& manual)
        : m_system(system)
        , m_manual(QNetworkProxy::NoProxy)
    {
        if (system || manual.isEmpty())
            return;
        const bool socks = manual.scheme().startsWith("socks"_L1);
        m_manual = QNetworkProxy(socks ? QNetworkProxy::Socks5Proxy : QNetworkProxy::HttpProxy, manual.host(),
                                 static_cast<quint16>(manual.port(socks ? socksPort : httpPort)), manual.userName(),
                                 manual.password());
    }

    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery& query) override
    {
        if (isLoopback(query.peerHostName()))
            return {QNetworkProxy(QNetworkProxy::NoProxy)};
        return m_system ? systemProxyForQuery(query) : QList<QNetworkProxy>{m_manual};
    }

private:
    bool m_system;
    QNetworkProxy m_manual;
};

} // namespace

std::unique_ptr<QNetworkProxyFactory> makeProxyFactory(bool system, const QUrl& manual)
{
    return std::make_unique<ProxyChoice>(system, manual);
}

} // namespace hugger
