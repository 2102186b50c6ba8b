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
constexpr auto saveUseEvery = 1h; ///< and at the end
constexpr auto tryAgainAfter = 1min;

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
    Error told;
    if (const auto bytes = readAll(m_path, mostBytes); !bytes) {
        m_unusable = told = {ErrorKind::Disk, u"clients_unreadable"_s,
                             Say::tr("The list of connected browsers and programs (clients.json) cannot be read. It is "
                                     "left as it is; none of them can connect until hugger can read it and is started "
                                     "again."),
                             bytes.error().message + u' ' + bytes.error().detail, Retry::NeedsUser};
    } else if (auto file = ClientsFile::parse(*bytes)) {
        m_file = *std::move(file);
        return;
    } else if (told = file.error(); told.code != "clients_damaged"_L1) {
        m_unusable = told;
    } else if (const auto aside = putAside(told)) {
        told.detail = told.message + u' ' + *aside;
        told.message = Say::tr("The list of connected browsers and programs (clients.json) was damaged. It was put "
                               "aside, and all of them have to connect again.");
    } else {
        m_unusable = told = aside.error();
    }
    qCWarning(lcServer).noquote() << told.message << told.detail;
    // Nobody listens yet.
    QMetaObject::invokeMethod(this, [this, told] { Q_EMIT trouble(told); }, Qt::QueuedConnection);
}

/// Gives its new path.
Expected<QString> Clients::putAside(const Error& why)
{
    const QString aside = m_path + u".damaged-"_s + QString(isoNow()).remove(u'-').remove(u':');
    const auto moved = renameFile(m_path, aside);
    if (moved)
        return aside;
    return fail(
        ErrorKind::Disk, why.code,
        Say::tr("The list of connected browsers and programs (clients.json) is damaged and cannot be put aside. "
                "It is left as it is; none of them can connect until it is gone and hugger is started again."),
        moved.error().message + u' ' + moved.error().detail, Retry::NeedsUser);
}

Done Clients::save()
{
    if (m_unusable)
        return std::unexpected(*m_unusable);
    m_saveDue.stop();
    // What was begun before must not come after.
    m_writer.waitForDone();
    const Done written = writeDurably(m_path, m_file.bytes(), forOwnerAlone);
    takeOutcome(written);
    return written;
}

void Clients::saveBehind()
{
    if (m_unusable)
        return;
    m_saveDue.stop();
    // It never outlives this, which waits for it.
    m_writer.start([this, path = m_path, bytes = m_file.bytes()] {
        const Done written = writeDurably(path, bytes, forOwnerAlone);
        QMetaObject::invokeMethod(this, [this, written] { takeOutcome(written); }, Qt::QueuedConnection);
    });
}

/// Whoever was disconnected would be back after a restart: what could not be written has to be.
void Clients::takeOutcome(const Done& written)
{
    const bool wasFailing = std::exchange(m_failing, !written);
    if (written) {
        if (wasFailing)
            Q_EMIT recovered();
        return;
    }
    m_saveDue.start(tryAgainAfter);
    qCWarning(lcServer).noquote() << written.error().message << written.error().detail;
    Q_EMIT trouble(written.error());
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
        m_saveDue.start(saveUseEvery);
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
