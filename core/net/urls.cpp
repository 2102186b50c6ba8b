// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "net/urls.h"

#include "base/say.h"

#include <QtNetwork/QHostAddress>

using namespace Qt::StringLiterals;

namespace hugger {

namespace {

bool isWebScheme(const QString& scheme)
{
    return scheme == "http"_L1 || scheme == "https"_L1;
}

/// Loopback, link-local and private addresses, and the names that always mean this machine.
bool isLocalHost(const QString& host)
{
    const QHostAddress address(host);
    if (address.isNull())
        return host == "localhost"_L1 || host.endsWith(".localhost"_L1) || host.endsWith(".local"_L1)
            || host.endsWith(".internal"_L1);
    return address.isLoopback() || address.isLinkLocal() || address.isPrivateUse() || address.isUniqueLocalUnicast()
        || address == QHostAddress(QHostAddress::AnyIPv4) || address == QHostAddress(QHostAddress::AnyIPv6)
        || address.isInSubnet(QHostAddress(u"100.64.0.0"_s), 10)
        || address.isInSubnet(QHostAddress(u"169.254.0.0"_s), 16) || address.isBroadcast() || address.isMulticast();
}

} // namespace

bool isLoopback(const QString& host)
{
    return QHostAddress(host).isLoopback() || host == "localhost"_L1 || host.endsWith(".localhost"_L1);
}

Origin Origin::of(const QUrl& url)
{
    const QString scheme = url.scheme().toLower();
    return {scheme, url.host().toLower(), url.port(scheme == "https"_L1 ? 443 : 80)};
}

Expected<QUrl> parseEndpoint(const QString& text)
{
    QString trimmed = text.trimmed();
    while (trimmed.endsWith(u'/'))
        trimmed.chop(1);
    const QUrl url(trimmed, QUrl::StrictMode);
    if (!url.isValid() || !isWebScheme(url.scheme()) || url.host().isEmpty() || !url.userInfo().isEmpty()
        || url.hasQuery() || url.hasFragment()) {
        return fail(ErrorKind::Usage, u"bad_endpoint"_s,
                    Say::tr("The Hub's address (HF_ENDPOINT) must look like https://huggingface.co: http or https, a "
                            "host, no user name."));
    }
    return url;
}

Expected<QUrl> redirectTarget(const QUrl& from, const QByteArray& location, const QUrl& endpoint)
{
    const auto refuse = [&](const QString& why) {
        return fail(ErrorKind::Network, u"bad_redirect"_s,
                    Say::tr("The Hub sent hugger to an address it does not follow (%1). Check the endpoint in use, or "
                            "try again later.")
                        .arg(why),
                    u"from "_s + from.toDisplayString(QUrl::RemoveUserInfo | QUrl::RemoveQuery), Retry::Never);
    };
    // Signed links may carry characters that ought to be encoded: mended, not refused.
    const QUrl target = from.resolved(QUrl(QString::fromUtf8(location.trimmed()), QUrl::TolerantMode));
    if (location.trimmed().isEmpty() || !target.isValid() || target.host().isEmpty())
        return refuse(Say::tr("no valid address"));
    if (!isWebScheme(target.scheme()))
        return refuse(Say::tr("the scheme \"%1\"").arg(target.scheme()));
    if (from.scheme() == "https"_L1 && target.scheme() != "https"_L1)
        return refuse(Say::tr("from https down to http"));
    if (!target.userInfo().isEmpty())
        return refuse(Say::tr("a user name in the address"));
    if (Origin::of(target) != Origin::of(endpoint) && isLocalHost(target.host()) && !isLocalHost(endpoint.host()))
        return refuse(Say::tr("an address of a private network"));
    return target;
}

} // namespace hugger
