// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "base/json.h"

#include "base/hash.h"
#include "base/say.h"

#include <QtCore/QJsonDocument>

#include <cmath>

using namespace Qt::StringLiterals;

namespace hugger {

JsonReader::JsonReader(QJsonObject object, QString what)
    : m_object(std::move(object))
    , m_what(std::move(what))
{
}

void JsonReader::wrong(QLatin1StringView key, const QString& expected)
{
    if (m_trouble.isEmpty())
        //: %1 is the name of a field; %2 is what it should be, such as "a text" or "a list".
        m_trouble = Say::tr("\"%1\" is not %2").arg(key, expected);
}

QString JsonReader::text(QLatin1StringView key)
{
    const auto value = m_object.value(key);
    if (!value.isString())
        wrong(key, Say::tr("a text"));
    return value.toString();
}

QString JsonReader::textOr(QLatin1StringView key, const QString& fallback)
{
    const auto value = m_object.value(key);
    if (value.isUndefined() || value.isNull())
        return fallback;
    if (!value.isString())
        wrong(key, Say::tr("a text"));
    return value.toString(fallback);
}

qint64 JsonReader::size(QLatin1StringView key)
{
    constexpr double limit = 9007199254740992.0; // 2^53: above it JSON numbers are not exact
    const auto value = m_object.value(key);
    const double number = value.toDouble(-1);
    if (!value.isDouble() || number < 0 || number > limit || std::floor(number) != number) {
        wrong(key, Say::tr("a size in bytes"));
        return 0;
    }
    return value.toInteger();
}

bool JsonReader::flagOr(QLatin1StringView key, bool fallback)
{
    const auto value = m_object.value(key);
    if (value.isUndefined() || value.isNull())
        return fallback;
    if (!value.isBool())
        wrong(key, Say::tr("true or false"));
    return value.toBool(fallback);
}

QByteArray JsonReader::hex(QLatin1StringView key, qsizetype length)
{
    const QByteArray value = m_object.value(key).toString().toLatin1();
    if (!isHex(value, length)) {
        wrong(key, Say::tr("a hash"));
        return {};
    }
    return value;
}

QJsonObject JsonReader::object(QLatin1StringView key)
{
    const auto value = m_object.value(key);
    if (!value.isObject())
        wrong(key, Say::tr("an object"));
    return value.toObject();
}

std::optional<QJsonObject> JsonReader::objectIfThere(QLatin1StringView key)
{
    const auto value = m_object.value(key);
    if (value.isUndefined() || value.isNull())
        return std::nullopt;
    if (!value.isObject()) {
        wrong(key, Say::tr("an object"));
        return std::nullopt;
    }
    return value.toObject();
}

QJsonArray JsonReader::array(QLatin1StringView key)
{
    const auto value = m_object.value(key);
    if (!value.isArray())
        wrong(key, Say::tr("a list"));
    return value.toArray();
}

QJsonArray JsonReader::arrayIfThere(QLatin1StringView key)
{
    const auto value = m_object.value(key);
    if (value.isUndefined() || value.isNull())
        return {};
    return array(key);
}

Done JsonReader::outcome(ErrorKind kind, const QString& code) const
{
    if (m_trouble.isEmpty())
        return {};
    return fail(kind, code, Say::tr("%1 is not what it should be: %2.").arg(m_what, m_trouble));
}

namespace {

Expected<QJsonDocument> parse(const QByteArray& bytes, const QString& what, ErrorKind kind, const QString& code)
{
    QJsonParseError trouble;
    const auto document = QJsonDocument::fromJson(bytes, &trouble);
    if (trouble.error != QJsonParseError::NoError) {
        return fail(kind, code, Say::tr("%1 is not JSON.").arg(what),
                    trouble.errorString() + u" at byte "_s + QString::number(trouble.offset) + u", begins with: "_s
                        + QString::fromUtf8(bytes.left(80)));
    }
    return document;
}

} // namespace

Expected<QJsonObject> parseObject(const QByteArray& bytes, const QString& what, ErrorKind kind, const QString& code)
{
    const auto document = parse(bytes, what, kind, code);
    if (!document)
        return std::unexpected(document.error());
    if (!document->isObject())
        return fail(kind, code, Say::tr("%1 is not a JSON object.").arg(what));
    return document->object();
}

Expected<QJsonArray> parseArray(const QByteArray& bytes, const QString& what, ErrorKind kind, const QString& code)
{
    const auto document = parse(bytes, what, kind, code);
    if (!document)
        return std::unexpected(document.error());
    if (!document->isArray())
        return fail(kind, code, Say::tr("%1 is not a JSON list.").arg(what));
    return document->array();
}

} // namespace hugger
