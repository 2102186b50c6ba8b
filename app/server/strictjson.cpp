// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/server/strictjson.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>

using namespace Qt::StringLiterals;

namespace hugger {

namespace {

constexpr int maxDepth = 16;

struct Counted {
    int depth = 0;
    qsizetype keys = 0;
};

/// How deep it goes and how many keys are written in it. Brackets and colons count where they are not in a string.
Counted count(QByteArrayView bytes)
{
    Counted counted;
    int depth = 0;
    bool inString = false;
    for (qsizetype i = 0; i < bytes.size(); ++i) {
        const char c = bytes.at(i);
        if (inString) {
            if (c == '\\')
                ++i;
            else if (c == '"')
                inString = false;
            continue;
        }
        if (c == '"')
            inString = true;
        else if (c == '{' || c == '[')
            counted.depth = std::max(counted.depth, ++depth);
        else if (c == '}' || c == ']')
            --depth;
        else if (c == ':')
            ++counted.keys;
    }
    return counted;
}

/// How many keys were understood; -1 when a text is no Unicode.
qsizetype keysOf(const QJsonValue& value)
{
    if (value.isString())
        return value.toString().isValidUtf16() ? 0 : -1;
    qsizetype keys = 0;
    if (value.isArray()) {
        const QJsonArray array = value.toArray();
        for (const QJsonValue item : array) {
            const qsizetype below = keysOf(item);
            if (below < 0)
                return -1;
            keys += below;
        }
    } else if (value.isObject()) {
        const QJsonObject object = value.toObject();
        for (auto it = object.begin(); it != object.end(); ++it) {
            const qsizetype below = it.key().isValidUtf16() ? keysOf(it.value()) : -1;
            if (below < 0)
                return -1;
            keys += below + 1;
        }
    }
    return keys;
}

} // namespace

std::expected<QJsonObject, QString> readStrictObject(const QByteArray& bytes)
{
    const Counted counted = count(bytes);
    if (counted.depth > maxDepth)
        return std::unexpected(u"The body is nested too deeply."_s);
    QJsonParseError error;
    const auto document = QJsonDocument::fromJson(bytes, &error);
    if (error.error != QJsonParseError::NoError)
        return std::unexpected(u"The body is not JSON: "_s + error.errorString() + u'.');
    if (!document.isObject())
        return std::unexpected(u"The body must be a JSON object."_s);
    const qsizetype keys = keysOf(document.object());
    if (keys < 0)
        return std::unexpected(u"A text in the body is not Unicode."_s);
    if (keys != counted.keys)
        return std::unexpected(u"The body says something twice."_s);
    return document.object();
}

} // namespace hugger
