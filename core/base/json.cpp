// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "base/json.h"

#include "base/hash.h"

#include <QtCore/QJsonDocument>

#include <cmath>

using namespace Qt::StringLiterals;

namespace hugger {

JsonReader::JsonReader(QJsonObject object, QString what)
    : m_object(std::move(object))
    , m_what(std::move(what))
{
}

void JsonReader::wrong(QLatin1StringView key, QLatin1StringView expected)
{
    if (m_trouble.isEmpty())
        m_trouble = u"\"%1\" is not %2"_s.arg(key, expected);
}

QString JsonReader::text(QLatin1StringView key)
{
    const auto value = m_object.value(key);
    if (!value.isString())
        wrong(key, "a text"_L1);
    return value.toString();
}

QString JsonReader::textOr(QLatin1StringView key, const QString& fallback)
{
    const auto value = m_object.value(key);
    if (value.isUndefined() || value.isNull())
        return fallback;
    if (!value.isString())
        wrong(key, "a text"_L1);
    return value.toString(fallback);
}

qint64 JsonReader::size(QLatin1StringView key)
{
    constexpr double limit = 9007199254740992.0; // 2^53: above it JSON numbers are not exact
    const auto value = m_object.value(key);
    const double number = value.toDouble(-1);
    if (!value.isDouble() || number < 0 || number > limit || std::floor(number) != number) {
        wrong(key, "a size in bytes"_L1);
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
        wrong(key, "true or false"_L1);
    return value.toBool(fallback);
}

QByteArray JsonReader::hex(QLatin1StringView key, qsizetype length)
{
    const QByteArray value = m_object.value(key).toString().toLatin1();
    if (!isHex(value, length)) {
        wrong(key, "a hash"_L1);
        return {};
    }
    return value;
}

QJsonObject JsonReader::object(QLatin1StringView key)
{
    const auto value = m_object.value(key);
    if (!value.isObject())
        wrong(key, "an object"_L1);
    return value.toObject();
}

std::optional<QJsonObject> JsonReader::objectIfThere(QLatin1StringView key)
{
    const auto value = m_object.value(key);
    if (value.isUndefined() || value.isNull())
        return std::nullopt;
    if (!value.isObject()) {
        wrong(key, "an object"_L1);
        return std::nullopt;
    }
    return value.toObject();
}

QJsonArray JsonReader::array(QLatin1StringView key)
{
    const auto value = m_object.value(key);
    if (!value.isArray())
        wrong(key, "a list"_L1);
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
    return fail(kind, code, m_what + u" is not what it should be: "_s + m_trouble + u'.');
}

namespace {

Expected<QJsonDocument> parse(const QByteArray& bytes, const QString& what, ErrorKind kind, const QString& code)
{
    QJsonParseError trouble;
    const auto document = QJsonDocument::fromJson(bytes, &trouble);
    if (trouble.error != QJsonParseError::NoError) {
        return fail(kind, code, what + u" is not JSON."_s,
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
        return fail(kind, code, what + u" is not a JSON object."_s);
    return document->object();
}

Expected<QJsonArray> parseArray(const QByteArray& bytes, const QString& what, ErrorKind kind, const QString& code)
{
    const auto document = parse(bytes, what, kind, code);
    if (!document)
        return std::unexpected(document.error());
    if (!document->isArray())
        return fail(kind, code, what + u" is not a JSON list."_s);
    return document->array();
}

} // namespace hugger
