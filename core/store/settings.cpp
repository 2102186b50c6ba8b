// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "base/files.h"
#include "base/say.h"
#include "net/urls.h"
#include "store/profile.h"

#include <QtCore/QSettings>
#include <QtNetwork/QHostAddress>

#include <algorithm>
#include <array>
#include <cerrno>

using namespace Qt::StringLiterals;

namespace hugger {

namespace {

constexpr auto defaultEndpoint = "https://huggingface.co"_L1;
constexpr auto timeForm = "HH:mm"_L1;
// In the order of the enum.
constexpr std::array proxyNames{"system"_L1, "none"_L1, "manual"_L1};

/// Names in settings.ini, and what each number may be.
struct Range {
    QLatin1StringView key;
    qint64 least;
    qint64 most;
};
constexpr Range connections{"connections"_L1, 1, 64};
constexpr Range bandwidth{"bandwidth"_L1, 0, 1'000'000'000'000};
constexpr Range trashDays{"trash_days"_L1, 0, 3650};
constexpr Range watchHours{"watch_hours"_L1, 0, 720};
constexpr Range parallelJobs{"parallel_jobs"_L1, 1, 16};
constexpr Range serverPort{"server_port"_L1, 1024, 65535};
constexpr auto serverKey = "server"_L1;
constexpr auto serverAddressKey = "server_address"_L1;
constexpr auto endpointKey = "endpoint"_L1;
constexpr auto proxyKey = "proxy"_L1;
constexpr auto proxyUrlKey = "proxy_url"_L1;
constexpr auto scheduleKey = "schedule"_L1;
constexpr auto fromKey = "schedule_from"_L1;
constexpr auto toKey = "schedule_to"_L1;

template<typename Number> void readNumber(const QSettings& file, const Range& range, Number& value)
{
    bool ok = false;
    const qlonglong found = file.value(range.key).toLongLong(&ok);
    if (ok && found >= range.least && found <= range.most)
        value = static_cast<Number>(found);
}

void readTime(const QSettings& file, QLatin1StringView key, QTime& time)
{
    const QTime found = QTime::fromString(file.value(key).toString(), timeForm);
    if (found.isValid())
        time = found;
}

/// An empty address: no proxy's.
QUrl parseProxy(const QString& text)
{
    const QUrl url(text.trimmed(), QUrl::StrictMode);
    const bool known = url.scheme() == "http"_L1 || url.scheme() == "socks5"_L1;
    const bool bare = (url.path().isEmpty() || url.path() == "/"_L1) && !url.hasQuery() && !url.hasFragment();
    return url.isValid() && known && bare && !url.host().isEmpty() ? url : QUrl();
}

/// An address of this computer; empty for 127.0.0.1 and for what is none.
QString parseAddress(const QString& text)
{
    const QHostAddress address(text.trimmed());
    return address.isNull() || address == QHostAddress(QHostAddress::LocalHost) ? QString() : address.toString();
}

} // namespace

Expected<Settings> Profile::settings() const
{
    const QSettings file(m_folder + u"/settings.ini"_s, QSettings::IniFormat);
    Settings settings;
    readNumber(file, connections, settings.connections);
    readNumber(file, bandwidth, settings.bandwidth);
    readNumber(file, trashDays, settings.trashDays);
    readNumber(file, watchHours, settings.watchHours);
    readNumber(file, parallelJobs, settings.parallelJobs);
    settings.proxyUrl = parseProxy(file.value(proxyUrlKey).toString());
    const auto proxy = std::ranges::find(proxyNames, file.value(proxyKey).toString());
    // Manual without an address is no choice anybody made.
    if (proxy != proxyNames.end() && (*proxy != "manual"_L1 || !settings.proxyUrl.isEmpty()))
        settings.proxy = static_cast<Settings::Proxy>(proxy - proxyNames.begin());
    settings.hasSchedule = file.value(scheduleKey).toString() == "true"_L1;
    readTime(file, fromKey, settings.from);
    readTime(file, toKey, settings.to);
    settings.serverEnabled = file.value(serverKey).toString() != "false"_L1;
    readNumber(file, serverPort, settings.serverPort);
    settings.serverAddress = parseAddress(file.value(serverAddressKey).toString());

    settings.endpoint = QUrl(QString(defaultEndpoint));
    if (const QString wish = file.value(endpointKey).toString(); !wish.isEmpty())
        settings.endpoint = parseEndpoint(wish).value_or(settings.endpoint);
    if (const QString wish = qEnvironmentVariable("HF_ENDPOINT"); !wish.isEmpty()) {
        const auto endpoint = parseEndpoint(wish);
        if (!endpoint)
            return std::unexpected(endpoint.error());
        settings.endpoint = *endpoint;
    }
    return settings;
}

Done Profile::saveSettings(const Settings& settings) const
{
    const QString text = settings.endpoint.toString(QUrl::FullyEncoded);
    const auto endpoint = parseEndpoint(text.isEmpty() ? QString(defaultEndpoint) : text);
    if (!endpoint)
        return std::unexpected(endpoint.error());
    const QUrl proxyUrl = parseProxy(settings.proxyUrl.toString(QUrl::FullyEncoded));
    if (proxyUrl.isEmpty() && (settings.proxy == Settings::Proxy::Manual || !settings.proxyUrl.isEmpty())) {
        return fail(ErrorKind::Usage, u"bad_proxy"_s,
                    Say::tr("The proxy's address must look like http://host:port or socks5://host:port."));
    }
    const QString serverAddress = parseAddress(settings.serverAddress);
    if (serverAddress.isEmpty() && !settings.serverAddress.isEmpty()
        && QHostAddress(settings.serverAddress.trimmed()).isNull()) {
        return fail(ErrorKind::Usage, u"bad_address"_s,
                    Say::tr("The address to listen on must be one of this computer, as 192.168.1.5 or ::1."));
    }

    const QString path = m_folder + u"/settings.ini"_s;
    QSettings file(path, QSettings::IniFormat);
    const auto saveNumber = [&file](const Range& range, qint64 value) {
        file.setValue(range.key, std::clamp(value, range.least, range.most));
    };
    saveNumber(connections, settings.connections);
    saveNumber(bandwidth, settings.bandwidth);
    saveNumber(trashDays, settings.trashDays);
    saveNumber(watchHours, settings.watchHours);
    saveNumber(parallelJobs, settings.parallelJobs);
    file.setValue(proxyKey, QString(proxyNames.at(static_cast<std::size_t>(settings.proxy))));
    if (proxyUrl.isEmpty())
        file.remove(proxyUrlKey);
    else
        file.setValue(proxyUrlKey, proxyUrl.toString(QUrl::FullyEncoded));
    file.setValue(scheduleKey, settings.hasSchedule);
    file.setValue(fromKey, settings.from.toString(timeForm));
    file.setValue(toKey, settings.to.toString(timeForm));
    file.setValue(serverKey, settings.serverEnabled);
    saveNumber(serverPort, settings.serverPort);
    if (serverAddress.isEmpty())
        file.remove(serverAddressKey);
    else
        file.setValue(serverAddressKey, serverAddress);
    // What the environment asks for is not the user's choice for the days without it.
    const auto ofEnvironment = parseEndpoint(qEnvironmentVariable("HF_ENDPOINT"));
    if (!ofEnvironment || *ofEnvironment != *endpoint) {
        if (*endpoint == QUrl(QString(defaultEndpoint)))
            file.remove(endpointKey);
        else
            file.setValue(endpointKey, endpoint->toString(QUrl::FullyEncoded));
    }
    file.sync();
    if (file.status() != QSettings::NoError)
        return std::unexpected(diskError(EACCES, u"settings"_s, path));
    return {};
}

} // namespace hugger
