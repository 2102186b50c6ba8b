// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/server/clientsfile.h"

#include "base/format.h"
#include "base/json.h"
#include "base/say.h"

#include <QtCore/QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace hugger {

namespace {

constexpr int format = 1;
constexpr qsizetype hashDigits = 64;

QString what()
{
    return u"The list of connected browsers and programs"_s;
}

QString damaged()
{
    return u"clients_damaged"_s;
}

QDateTime timeOf(const QString& text)
{
    return QDateTime::fromString(text, Qt::ISODate).toUTC();
}

Expected<KnownClient> readClient(const QJsonObject& object)
{
    JsonReader reader(object, what());
    KnownClient known;
    known.client.id = reader.text("id"_L1);
    known.client.name = reader.text("name"_L1);
    known.client.origin = reader.textOr("origin"_L1, {});
    known.client.pairedAt = timeOf(reader.text("paired_at"_L1));
    known.client.lastUsedAt = timeOf(reader.textOr("last_used_at"_L1, {}));
    known.tokenHash = QByteArray::fromHex(reader.hex("token_sha256"_L1, hashDigits));
    if (const auto ok = reader.outcome(ErrorKind::Integrity, damaged()); !ok)
        return std::unexpected(ok.error());
    return known;
}

Expected<Refusal> readRefusal(const QJsonObject& object)
{
    JsonReader reader(object, what());
    Refusal refusal;
    refusal.origin = reader.textOr("origin"_L1, {}).toLatin1();
    refusal.times = static_cast<int>(std::min<qint64>(reader.size("times"_L1), 100));
    refusal.until = timeOf(reader.text("until"_L1));
    if (const auto ok = reader.outcome(ErrorKind::Integrity, damaged()); !ok)
        return std::unexpected(ok.error());
    return refusal;
}

} // namespace

Expected<ClientsFile> ClientsFile::parse(const QByteArray& bytes)
{
    const auto object = parseObject(bytes, what(), ErrorKind::Integrity, damaged());
    if (!object)
        return std::unexpected(object.error());
    JsonReader reader(*object, what());
    const qint64 found = reader.size("format"_L1);
    if (const auto ok = reader.outcome(ErrorKind::Integrity, damaged()); !ok)
        return std::unexpected(ok.error());
    // First of all: what else is in it only that version knows.
    if (found > format) {
        return fail(ErrorKind::Failed, u"clients_newer"_s,
                    Say::tr("The list of connected browsers and programs (clients.json) was written by a newer version "
                            "of hugger. It is left as it is; none of them can connect until that version runs again."),
                    u"format %1"_s.arg(found), Retry::NeedsUser);
    }
    const QJsonArray clients = reader.array("clients"_L1);
    const QJsonArray refusals = reader.arrayIfThere("refusals"_L1);
    if (const auto ok = reader.outcome(ErrorKind::Integrity, damaged()); !ok)
        return std::unexpected(ok.error());
    if (found < format)
        return fail(ErrorKind::Integrity, damaged(), what() + u" has no format."_s);

    ClientsFile file;
    for (const QJsonValue& one : clients) {
        auto client = readClient(one.toObject());
        if (!client)
            return std::unexpected(client.error());
        file.clients.append(*std::move(client));
    }
    for (const QJsonValue& one : refusals) {
        auto refusal = readRefusal(one.toObject());
        if (!refusal)
            return std::unexpected(refusal.error());
        file.refusals.append(*std::move(refusal));
    }
    return file;
}

QByteArray ClientsFile::bytes() const
{
    QJsonArray clientsList;
    for (const auto& [client, tokenHash] : clients) {
        QJsonObject object{{u"id"_s, client.id},
                           {u"name"_s, client.name},
                           {u"origin"_s, client.origin},
                           {u"paired_at"_s, isoTime(client.pairedAt)},
                           {u"token_sha256"_s, QString::fromLatin1(tokenHash.toHex())}};
        if (client.lastUsedAt.isValid())
            object.insert(u"last_used_at"_s, isoTime(client.lastUsedAt));
        clientsList.append(object);
    }
    QJsonArray refusalsList;
    for (const Refusal& refusal : refusals) {
        refusalsList.append(QJsonObject{{u"origin"_s, QString::fromLatin1(refusal.origin)},
                                        {u"times"_s, refusal.times},
                                        {u"until"_s, isoTime(refusal.until)}});
    }
    return QJsonDocument({{u"format"_s, format}, {u"clients"_s, clientsList}, {u"refusals"_s, refusalsList}}).toJson();
}

} // namespace hugger
