// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "watch/finding.h"

#include "base/format.h"
#include "base/hash.h"
#include "base/log.h"
#include "net/urls.h"

#include <QtCore/QJsonArray>

using namespace Qt::StringLiterals;

namespace hugger {

namespace {

constexpr qsizetype keptBody = 65'536;
constexpr qsizetype keptHeader = 500;

constexpr std::array keptHeaders{
    "X-Error-Code"_L1, "X-Error-Message"_L1, "X-Request-Id"_L1,     "X-Repo-Commit"_L1, "Location"_L1, "ETag"_L1,
    "Date"_L1,         "Content-Type"_L1,    "WWW-Authenticate"_L1, "RateLimit"_L1,
};

/// As it may be kept: what a signed address is signed with stays out.
QString keptUrl(const QUrl& url, const QUrl& asked)
{
    QUrl kept = url.adjusted(QUrl::RemoveUserInfo | QUrl::RemoveFragment);
    if (Origin::of(kept) != Origin::of(asked))
        kept = kept.adjusted(QUrl::RemoveQuery);
    return kept.toString(QUrl::FullyEncoded);
}

QJsonObject jsonOf(const LicenseFacts& facts)
{
    return {{u"ids"_s, QJsonArray::fromStringList(facts.ids)}, {u"name"_s, facts.name}, {u"link"_s, facts.link}};
}

LicenseFacts licenseFrom(const QJsonObject& json)
{
    LicenseFacts facts;
    for (const auto& id : json.value("ids"_L1).toArray()) {
        if (id.isString())
            facts.ids.append(id.toString());
    }
    facts.name = json.value("name"_L1).toString();
    facts.link = json.value("link"_L1).toString();
    return facts;
}

QByteArray hexFrom(const QJsonValue& value, qsizetype length)
{
    const QString text = value.toString();
    return isHex(text, length) ? text.toLatin1() : QByteArray();
}

} // namespace

Evidence Evidence::of(const HttpRequest& asked, const HttpAnswer& answer, const QString& account)
{
    Evidence evidence;
    evidence.at = isoNow();
    evidence.account = account;
    evidence.method = QString::fromLatin1(asked.method);
    const QUrl from = answer.url.isEmpty() ? asked.url : answer.url;
    evidence.url = keptUrl(from, asked.url);
    evidence.status = answer.status;
    for (const auto name : keptHeaders) {
        const QByteArray value = answer.header(name);
        if (value.isEmpty())
            continue;
        QString text = QString::fromUtf8(value).left(keptHeader);
        if (name == "Location"_L1) {
            const QUrl to(QString::fromUtf8(value));
            // A relative one stays as it is: it leads to where it came from.
            text = to.isRelative() ? text : keptUrl(to, asked.url).left(keptHeader);
        }
        evidence.headers.append({name, redacted(text)});
    }
    evidence.bodySha256 = sha256Hex(answer.body);
    evidence.bodyBytes = answer.body.size();
    evidence.body = answer.body.left(keptBody);
    return evidence;
}

QJsonObject Evidence::toJson() const
{
    QJsonArray pairs;
    for (const auto& [name, value] : headers)
        pairs.append(QJsonArray{name, value});
    QJsonObject json{
        {u"at"_s, at},
        {u"account"_s, account},
        {u"method"_s, method},
        {u"url"_s, url},
        {u"status"_s, status},
        {u"headers"_s, pairs},
        {u"body_sha256"_s, QString::fromLatin1(bodySha256)},
        {u"body_bytes"_s, bodyBytes},
    };
    if (QUtf8StringView(body).isValidUtf8())
        json.insert(u"body"_s, QString::fromUtf8(body));
    else
        json.insert(u"body_base64"_s, QString::fromLatin1(body.toBase64()));
    return json;
}

Evidence Evidence::fromJson(const QJsonObject& json)
{
    Evidence evidence;
    evidence.at = json.value("at"_L1).toString();
    evidence.account = json.value("account"_L1).toString();
    evidence.method = json.value("method"_L1).toString();
    evidence.url = json.value("url"_L1).toString();
    evidence.status = json.value("status"_L1).toInt();
    for (const auto& value : json.value("headers"_L1).toArray()) {
        const QJsonArray pair = value.toArray();
        if (pair.size() == 2 && pair[0].isString() && pair[1].isString())
            evidence.headers.append({pair[0].toString(), pair[1].toString()});
    }
    evidence.bodySha256 = hexFrom(json.value("body_sha256"_L1), 64);
    evidence.bodyBytes = std::max<qint64>(json.value("body_bytes"_L1).toInteger(), 0);
    evidence.body = json.contains("body_base64"_L1)
        ? QByteArray::fromBase64(json.value("body_base64"_L1).toString().toLatin1())
        : json.value("body"_L1).toString().toUtf8();
    return evidence;
}

QJsonObject LicenseChange::toJson() const
{
    QJsonArray files;
    for (const Text& text : texts) {
        files.append(QJsonObject{{u"path"_s, text.path}, {u"before"_s, text.before}, {u"after"_s, text.after}});
    }
    return {
        {u"before"_s, jsonOf(before)}, {u"after"_s, jsonOf(after)}, {u"texts"_s, files}, {u"stricter"_s, isStricter}};
}

LicenseChange LicenseChange::fromJson(const QJsonObject& json)
{
    LicenseChange change;
    change.before = licenseFrom(json.value("before"_L1).toObject());
    change.after = licenseFrom(json.value("after"_L1).toObject());
    for (const auto& value : json.value("texts"_L1).toArray()) {
        const QJsonObject text = value.toObject();
        const QString path = text.value("path"_L1).toString();
        if (!path.isEmpty())
            change.texts.append({path, text.value("before"_L1).toString(), text.value("after"_L1).toString()});
    }
    change.isStricter = json.value("stricter"_L1).toBool();
    return change;
}

QJsonObject EventFacts::toJson() const
{
    QJsonObject json;
    if (!evidence.isEmpty()) {
        QJsonArray all;
        for (const Evidence& one : evidence)
            all.append(one.toJson());
        json.insert(u"evidence"_s, all);
    }
    if (license)
        json.insert(u"license"_s, license->toJson());
    if (!oldCommit.isEmpty())
        json.insert(u"old_commit"_s, QString::fromLatin1(oldCommit));
    if (!newName.isEmpty())
        json.insert(u"new_name"_s, newName);
    if (!ref.isEmpty())
        json.insert(u"ref"_s, ref);
    if (files) {
        json.insert(u"files"_s,
                    QJsonObject{{u"added"_s, files->added},
                                {u"changed"_s, files->changed},
                                {u"removed"_s, files->removed},
                                {u"bytes"_s, files->bytes}});
    }
    return json;
}

EventFacts EventFacts::fromJson(const QJsonObject& json)
{
    EventFacts facts;
    for (const auto& value : json.value("evidence"_L1).toArray()) {
        if (value.isObject())
            facts.evidence.append(Evidence::fromJson(value.toObject()));
    }
    if (const auto value = json.value("license"_L1); value.isObject())
        facts.license = LicenseChange::fromJson(value.toObject());
    facts.oldCommit = hexFrom(json.value("old_commit"_L1), 40);
    facts.newName = json.value("new_name"_L1).toString();
    facts.ref = json.value("ref"_L1).toString();
    if (const auto value = json.value("files"_L1); value.isObject()) {
        const QJsonObject counts = value.toObject();
        const auto count = [&counts](QLatin1StringView key) {
            return std::max<qint64>(counts.value(key).toInteger(), 0);
        };
        facts.files = Files{count("added"_L1), count("changed"_L1), count("removed"_L1), count("bytes"_L1)};
    }
    return facts;
}

} // namespace hugger
