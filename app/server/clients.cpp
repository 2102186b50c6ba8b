// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/server/clients.h"

#include "app/server/secrets.h"
#include "base/files.h"
#include "base/format.h"
#include "base/log.h"
#include "base/say.h"

#include <QtCore/QFileInfo>
#include <QtCore/QTimeZone>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace hugger {

namespace {

constexpr int forOwnerAlone = 0600;
constexpr qint64 mostBytes = 1024 * 1024;
constexpr qsizetype idBytes = 8;
constexpr qsizetype longestName = 60;
constexpr auto saveEvery = 1min;

/// To the minute: what is finer is nobody's business.
QDateTime thisMinute()
{
    const qint64 seconds = QDateTime::currentSecsSinceEpoch();
    return QDateTime::fromSecsSinceEpoch(seconds - seconds % 60, QTimeZone::UTC);
}

QDateTime thisSecond()
{
    return QDateTime::fromSecsSinceEpoch(QDateTime::currentSecsSinceEpoch(), QTimeZone::UTC);
}

} // namespace

Clients::Clients(QString profileFolder, QObject* parent)
    : QObject(parent)
    , m_path(std::move(profileFolder) + u"/clients.json"_s)
    , m_ownerToken(newToken())
    , m_ownerHash(sha256(m_ownerToken))
    , m_saveDue(this)
{
    m_writer.setMaxThreadCount(1);
    m_saveDue.setSingleShot(true);
    m_saveDue.setInterval(saveEvery);
    connect(&m_saveDue, &QTimer::timeout, this, &Clients::saveBehind);
    load();
}

Clients::~Clients()
{
    if (m_saveDue.isActive())
        saveBehind();
    m_writer.waitForDone();
}

void Clients::load()
{
    if (!QFileInfo::exists(m_path))
        return;
    const auto bytes = readAll(m_path, mostBytes);
    auto file = bytes ? ClientsFile::parse(*bytes) : std::unexpected(bytes.error());
    if (file) {
        m_file = *std::move(file);
        return;
    }
    Error told = file.error();
    if (const auto ok = putAside(told); !ok) {
        m_unusable = ok.error();
        told = ok.error();
    }
    // Nobody listens yet.
    QMetaObject::invokeMethod(this, [this, told] { Q_EMIT trouble(told); }, Qt::QueuedConnection);
}

Done Clients::putAside(const Error& why)
{
    const QString aside = m_path + u".damaged-"_s + QString(isoNow()).remove(u'-').remove(u':');
    if (const auto ok = renameFile(m_path, aside); !ok)
        return ok;
    qCWarning(lcServer).noquote() << why.message << "It was put aside as" << aside;
    return {};
}

Done Clients::save()
{
    if (m_unusable)
        return std::unexpected(*m_unusable);
    m_saveDue.stop();
    // What was begun before must not come after.
    m_writer.waitForDone();
    return writeDurably(m_path, m_file.bytes(), forOwnerAlone);
}

void Clients::saveBehind()
{
    if (m_unusable)
        return;
    m_saveDue.stop();
    m_writer.start([path = m_path, bytes = m_file.bytes()] {
        if (const auto ok = writeDurably(path, bytes, forOwnerAlone); !ok)
            qCWarning(lcServer).noquote() << ok.error().message << ok.error().detail;
    });
}

Expected<std::pair<PairedClient, QByteArray>> Clients::add(const QString& name, const QByteArray& origin)
{
    if (isFull()) {
        return fail(ErrorKind::Busy, u"too_many_clients"_s,
                    Say::tr("%n browsers and programs are connected already. Disconnect one of them first.", nullptr,
                            static_cast<int>(most)));
    }
    const QByteArray token = newToken();
    const QString id = QString::fromLatin1(randomBytes(idBytes).toHex());
    const PairedClient client{id, cleanName(name), QString::fromLatin1(origin), thisSecond(), {}};
    m_file.clients.prepend({client, sha256(token)});
    if (const auto ok = save(); !ok) {
        m_file.clients.removeFirst();
        return std::unexpected(ok.error());
    }
    Q_EMIT changed();
    return std::pair(client, token);
}

Done Clients::revoke(const QString& id)
{
    if (m_file.clients.removeIf([&id](const KnownClient& known) { return known.client.id == id; }) == 0) {
        return fail(ErrorKind::NotFound, u"no_such_client"_s,
                    Say::tr("No such browser or program is connected. It may have been disconnected before."));
    }
    const Done saved = save();
    if (!saved) {
        // It would be back after a restart.
        qCWarning(lcServer).noquote() << saved.error().message << saved.error().detail;
        m_saveDue.start();
    }
    Q_EMIT changed();
    return saved;
}

QList<PairedClient> Clients::all() const
{
    QList<PairedClient> list;
    list.reserve(m_file.clients.size());
    for (const KnownClient& known : m_file.clients)
        list.append(known.client);
    return list;
}

Caller Clients::callerOf(QByteArrayView token, const QByteArray& origin)
{
    Caller caller;
    caller.origin = origin;
    const QByteArray hash = sha256(token);
    // All of them, whichever it is: how long it takes tells nothing.
    if (isSameSecret(hash, m_ownerHash) && origin.isEmpty())
        caller.kind = Caller::Kind::Owner;
    for (KnownClient& known : m_file.clients) {
        if (!isSameSecret(hash, known.tokenHash))
            continue;
        if (!origin.isEmpty() && origin != known.client.origin.toLatin1())
            continue;
        caller.kind = Caller::Kind::Client;
        caller.client = known.client.id;
        noteUse(known.client);
    }
    return caller;
}

void Clients::noteUse(PairedClient& client)
{
    const QDateTime now = thisMinute();
    if (client.lastUsedAt == now)
        return;
    client.lastUsedAt = now;
    if (!m_saveDue.isActive())
        m_saveDue.start();
    Q_EMIT changed();
}

QByteArray Clients::proof(const QString& client, const QByteArray& challenge) const
{
    QByteArray key = client == "owner"_L1 ? m_ownerHash : QByteArray();
    for (const KnownClient& known : m_file.clients) {
        if (known.client.id == client)
            key = known.tokenHash;
    }
    return key.isEmpty() ? QByteArray() : hmacSha256(key, QByteArray("hugger-proof\n" + challenge)).toHex();
}

void Clients::setRefusals(const QList<Refusal>& refusals)
{
    if (refusals == m_file.refusals)
        return;
    m_file.refusals = refusals;
    saveBehind();
}

QString Clients::cleanName(const QString& name)
{
    QString line;
    for (const char32_t code : name.toUcs4()) {
        switch (QChar::category(code)) {
        case QChar::Other_Control:
        case QChar::Separator_Line:
        case QChar::Separator_Paragraph:
            line += u' ';
            break;
        case QChar::Other_Format: // turns round, joins, or is not seen
        case QChar::Other_Surrogate:
        case QChar::Other_PrivateUse:
        case QChar::Other_NotAssigned:
            break;
        default:
            line.append(QChar::fromUcs4(code));
        }
    }
    line = line.simplified();
    if (line.size() > longestName) {
        line.truncate(line.at(longestName - 1).isHighSurrogate() ? longestName - 1 : longestName);
        line = line.trimmed();
    }
    return line;
}

} // namespace hugger
