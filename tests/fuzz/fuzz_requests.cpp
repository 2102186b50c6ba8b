// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What comes in at the local server: head, target and body of a request, as any program or page of this computer may
// send them.

#include "fuzz/require.h"

#include "app/server/requesthead.h"
#include "app/server/strictjson.h"

#include <QtCore/QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace hugger;
using hugger::fuzz::require;

namespace {

bool isPlain(const QString& text)
{
    return text.isValidUtf16()
        && std::ranges::none_of(text, [](QChar c) { return c.unicode() < 0x20 || c == u'\x7f'; });
}

void checkRefusal(const RequestRefusal& refusal)
{
    require(refusal.status >= 400 && refusal.status < 600, "a refusal has the status of one");
    require(!refusal.code.isEmpty() && !refusal.message.isEmpty(), "a refusal says why");
}

void checkTarget(const QByteArray& text)
{
    const auto target = readRequestTarget(text);
    if (!target)
        return checkRefusal(target.error());
    for (const QString& segment : target->segments) {
        require(isPlain(segment) && !segment.isEmpty(), "a segment is a text");
        require(segment != u"."_s && segment != u".."_s, "no segment leads elsewhere");
    }
    for (const auto& [name, value] : target->query)
        require(isPlain(name) && isPlain(value), "the query is text");
}

QByteArray written(const RequestHead& head)
{
    QByteArray text = head.method + ' ' + head.target + " HTTP/1.1\r\n";
    for (const auto& [name, value] : head.headers)
        text += name + ": " + value + "\r\n";
    return text + "\r\n";
}

void checkBody(const QByteArray& bytes)
{
    const auto object = readStrictObject(bytes);
    if (!object) {
        require(!object.error().isEmpty(), "a refusal says why");
        return;
    }
    const auto again = readStrictObject(QJsonDocument(*object).toJson(QJsonDocument::Compact));
    require(again && *again == *object, "what was understood means the same when it is written anew");
}

/// What is understood must not depend on how the bytes were cut, nor on how strictly somebody else reads them.
void checkHead(const QByteArray& bytes)
{
    const auto read = readRequestHead(bytes);
    if (!read)
        return checkRefusal(read.error());
    if (!*read) {
        require(bytes.size() < RequestLimits::headBytes, "nobody waits for more than a head may have");
        return;
    }
    const RequestHead& head = **read;
    require(head.headBytes > 0 && head.headBytes <= bytes.size() && head.headBytes <= RequestLimits::headBytes,
            "its size is right");
    require(head.bodyBytes >= 0 && head.bodyBytes <= RequestLimits::bodyBytes, "the body is no larger than allowed");
    require(head.headers.size() <= RequestLimits::headers, "there are no more headers than allowed");
    require(head.target.startsWith('/') && !head.target.startsWith("//"), "the target is a path");
    require(head.values("transfer-encoding").isEmpty() && head.values("content-length").size() <= 1,
            "one reading of its length");
    require(bytes.first(head.headBytes).endsWith("\r\n\r\n"), "it ends with an empty line");

    const auto exact = readRequestHead(bytes.first(head.headBytes));
    require(exact && *exact && (*exact)->headers == head.headers && (*exact)->bodyBytes == head.bodyBytes,
            "what follows changes nothing");
    const auto early = readRequestHead(bytes.first(head.headBytes - 1));
    require(early && !*early, "it is not read before it is whole");
    const auto again = readRequestHead(written(head));
    require(again && *again && (*again)->method == head.method && (*again)->target == head.target
                && (*again)->headers == head.headers && (*again)->bodyBytes == head.bodyBytes
                && (*again)->keepAlive == head.keepAlive,
            "written plainly, it means the same");

    checkTarget(head.target);
    checkBody(bytes.sliced(head.headBytes, std::min(head.bodyBytes, bytes.size() - head.headBytes)));
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size));
    checkHead(bytes);
    checkTarget('/' + bytes.left(2000));
    checkBody(bytes);
    return 0;
}
