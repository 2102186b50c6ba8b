// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/tokens.h"

#include "base/files.h"
#include "base/log.h"
#include "base/say.h"
#include "net/urls.h"

#include <QtCore/QDir>
#include <QtCore/QFileInfo>

#include <QCoroSignal>
#include <qt6keychain/keychain.h>

#include <algorithm>
#include <memory>
#include <optional>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace hugger {

namespace {

constexpr qsizetype maxToken = 4096;
constexpr auto keychainPatience = 3s;

/// Without a session bus there is no keychain to ask, and asking would start one.
bool hasSessionBus()
{
    if (!qEnvironmentVariableIsEmpty("DBUS_SESSION_BUS_ADDRESS"))
        return true;
    const QString runtime = qEnvironmentVariable("XDG_RUNTIME_DIR");
    return !runtime.isEmpty() && QFileInfo::exists(runtime + u"/bus"_s);
}

QString withHome(const QString& path)
{
    return path == u"~" || path.startsWith(u"~/"_s) ? QDir::homePath() + path.sliced(1) : path;
}

/// Where huggingface_hub keeps its token.
QString tokenFile()
{
    if (const QString path = qEnvironmentVariable("HF_TOKEN_PATH"); !path.isEmpty())
        return withHome(path);
    if (const QString home = qEnvironmentVariable("HF_HOME"); !home.isEmpty())
        return withHome(home) + u"/token"_s;
    QString cache = qEnvironmentVariable("XDG_CACHE_HOME");
    if (cache.isEmpty())
        cache = QDir::homePath() + u"/.cache"_s;
    return cache + u"/huggingface/token"_s;
}

/// One entry per endpoint, so that a mirror never gets the Hub's token.
QString entryName(const QUrl& endpoint)
{
    const Origin origin = Origin::of(endpoint);
    return u"%1://%2:%3"_s.arg(origin.scheme, origin.host, QString::number(origin.port));
}

/// Hands the job back when it is done, or nothing when the keychain did not answer in time. A late job lives on until
/// it is done, because the keychain's answer refers to it, and then deletes itself.
template<typename Job> Task<std::unique_ptr<Job>> finished(std::unique_ptr<Job> job)
{
    job->setAutoDelete(false);
    job->setInsecureFallback(false);
    job->start();
    const auto signal =
        co_await qCoro(job.get(), &QKeychain::Job::finished, std::chrono::milliseconds(keychainPatience));
    if (signal)
        co_return job;
    job->setAutoDelete(true);
    static_cast<void>(job.release());
    co_return nullptr;
}

template<typename Job> std::unique_ptr<Job> jobFor(const QUrl& endpoint)
{
    auto job = std::make_unique<Job>(u"hugger"_s);
    job->setKey(entryName(endpoint));
    return job;
}

std::unexpected<Error> noKeychain(const QString& why, const QString& detail = {})
{
    return fail(
        ErrorKind::NotAllowed, u"no_keychain"_s,
        why + u' '
            + Say::tr(
                  "Use the environment variable HF_TOKEN instead, or write the token to %1 (readable by you alone).")
                  .arg(tokenFile()),
        detail, Retry::NeedsUser);
}

std::unexpected<Error> keychainLate()
{
    return noKeychain(Say::tr(
        "The desktop keychain did not answer within three seconds. If it asks to be unlocked, do that and try again."));
}

/// The token of a place, if it is one. What is wrong with it is said, the text itself never.
std::optional<Token> tokenOf(const QByteArray& text, TokenSource source, const QString& place)
{
    if (text.trimmed().isEmpty())
        return std::nullopt;
    const auto value = cleanToken(text);
    if (!value) {
        qCWarning(lcHub).noquote() << "What is in" << place << "is not a token and is not used.";
        return std::nullopt;
    }
    return Token{*value, source, place};
}

} // namespace

Expected<QByteArray> cleanToken(const QByteArray& text)
{
    const QByteArray token = text.trimmed();
    const bool isPlain = std::ranges::all_of(token, [](char c) { return c > ' ' && c < 0x7f; });
    if (token.isEmpty() || token.size() > maxToken || !isPlain) {
        return fail(ErrorKind::Usage, u"bad_token"_s,
                    Say::tr("That is not a token: a token is one word of plain letters and digits, and begins with hf_ "
                            "on the Hub. Copy it again from the Hub's settings."));
    }
    return token;
}

Tokens::Tokens(QUrl endpoint)
    : m_endpoint(std::move(endpoint))
{
}

Task<Token> Tokens::read() const
{
    for (const char* name : {"HF_TOKEN", "HUGGING_FACE_HUB_TOKEN"}) {
        if (const auto token = tokenOf(qgetenv(name), TokenSource::Environment, QString::fromLatin1(name)))
            co_return *token;
    }
    if (hasSessionBus()) {
        const auto job = co_await finished(jobFor<QKeychain::ReadPasswordJob>(m_endpoint));
        if (!job)
            qCWarning(lcHub) << "The desktop keychain did not answer within three seconds and is passed over.";
        else if (job->error() == QKeychain::NoError) {
            if (const auto token = tokenOf(job->binaryData(), TokenSource::Keychain, Say::tr("the desktop keychain")))
                co_return *token;
        } else if (job->error() != QKeychain::EntryNotFound)
            qCInfo(lcHub) << "The desktop keychain is not used:" << job->errorString();
    }
    const QString path = tokenFile();
    auto work = [path] { return readAll(path, maxToken); };
    const auto text = co_await onPool(QThreadPool::globalInstance(), std::move(work));
    if (text) {
        if (const auto token = tokenOf(*text, TokenSource::File, path))
            co_return *token;
    }
    co_return Token();
}

Task<Done> Tokens::store(QByteArray token) const
{
    const auto clean = cleanToken(token);
    if (!clean)
        co_return std::unexpected(clean.error());
    if (!hasSessionBus())
        co_return noKeychain(Say::tr("There is no desktop keychain here to keep the token in."));
    auto job = jobFor<QKeychain::WritePasswordJob>(m_endpoint);
    // As text: other programs show keychain entries, and some keychains take nothing else.
    job->setTextData(QString::fromLatin1(*clean));
    job = co_await finished(std::move(job));
    if (!job)
        co_return keychainLate();
    if (job->error() != QKeychain::NoError)
        co_return noKeychain(Say::tr("The desktop keychain did not take the token."), job->errorString());
    co_return {};
}

Task<Done> Tokens::remove() const
{
    if (!hasSessionBus())
        co_return {};
    const auto job = co_await finished(jobFor<QKeychain::DeletePasswordJob>(m_endpoint));
    if (!job)
        co_return keychainLate();
    if (job->error() != QKeychain::NoError && job->error() != QKeychain::EntryNotFound)
        co_return noKeychain(Say::tr("The desktop keychain did not remove the token."), job->errorString());
    co_return {};
}

} // namespace hugger
