// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/server/requesthead.h"

#include <QtCore/QStringDecoder>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace hugger {

namespace {

std::unexpected<RequestRefusal> refuse(int status, const QString& code, const QString& message)
{
    return std::unexpected(RequestRefusal{status, code, message});
}

std::unexpected<RequestRefusal> garbled(const QString& message)
{
    return refuse(400, u"bad_request"_s, message);
}

/// RFC 9110, 5.6.2.
bool isToken(QByteArrayView text)
{
    constexpr QByteArrayView extra("!#$%&'*+-.^_`|~");
    return !text.isEmpty() && std::ranges::all_of(text, [&](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || extra.contains(c);
    });
}

bool isControl(char c)
{
    return static_cast<unsigned char>(c) < 0x20 || c == 0x7f;
}

std::expected<void, RequestRefusal> readRequestLine(QByteArrayView line, RequestHead& head)
{
    const qsizetype first = line.indexOf(' ');
    const qsizetype last = line.lastIndexOf(' ');
    if (first < 1 || last == first)
        return garbled(u"The request line must be a method, a path and HTTP/1.1."_s);
    head.method = line.first(first).toByteArray();
    head.target = line.sliced(first + 1, last - first - 1).toByteArray();
    const QByteArrayView version = line.sliced(last + 1);
    if (!isToken(head.method) || head.method.size() > 16)
        return garbled(u"The method is none."_s);
    if (!version.startsWith("HTTP/"))
        return garbled(u"The request line must end with HTTP/1.1."_s);
    if (version != "HTTP/1.1")
        return refuse(505, u"http_version"_s, u"This server speaks HTTP/1.1 only."_s);
    const bool plain = std::ranges::all_of(head.target, [](char c) { return c > 0x20 && c < 0x7f; });
    if (!plain || !head.target.startsWith('/') || head.target.startsWith("//"))
        return garbled(u"The target must be a path that begins with one slash."_s);
    return {};
}

std::expected<void, RequestRefusal> readHeaderLine(QByteArrayView line, RequestHead& head)
{
    const qsizetype colon = line.indexOf(':');
    if (colon < 1 || !isToken(line.first(colon)))
        return garbled(u"A header must be a name, a colon and a value, on one line."_s);
    const QByteArrayView value = line.sliced(colon + 1).trimmed();
    if (std::ranges::any_of(value, [](char c) { return isControl(c) && c != '\t'; }))
        return garbled(u"A header's value has control characters in it."_s);
    if (head.headers.size() == RequestLimits::headers)
        return refuse(431, u"head_too_large"_s, u"The request has more than %1 headers."_s.arg(RequestLimits::headers));
    head.headers.append({line.first(colon).toByteArray().toLower(), value.toByteArray()});
    return {};
}

/// What the headers say about the body and the connection.
std::expected<void, RequestRefusal> readFraming(RequestHead& head)
{
    if (!head.values("transfer-encoding").isEmpty())
        return refuse(501, u"transfer_encoding"_s, u"Send the body with a Content-Length instead of in chunks."_s);
    if (!head.values("expect").isEmpty())
        return refuse(417, u"expectation"_s, u"Send the body without waiting for a 100 Continue."_s);
    if (!head.values("upgrade").isEmpty())
        return garbled(u"This server upgrades to nothing."_s);
    if (const auto lengths = head.values("content-length"); !lengths.isEmpty()) {
        const QByteArray& text = lengths.first();
        const bool digits = !text.isEmpty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
        if (lengths.size() > 1 || !digits)
            return garbled(u"There must be one Content-Length, in digits."_s);
        bool fits = false;
        const qlonglong length = text.toLongLong(&fits);
        if (!fits || length > RequestLimits::bodyBytes) {
            return refuse(413, u"body_too_large"_s,
                          u"A body may have at most %1 bytes."_s.arg(RequestLimits::bodyBytes));
        }
        head.bodyBytes = static_cast<qsizetype>(length);
    }
    const auto connection = head.values("connection");
    head.keepAlive =
        std::ranges::none_of(connection, [](const QByteArray& value) { return value.toLower().contains("close"); });
    return {};
}

std::expected<QString, RequestRefusal> decoded(QByteArrayView text, bool plusIsSpace)
{
    QByteArray bytes;
    bytes.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text.at(i) == '%') {
            if (i + 2 >= text.size())
                return garbled(u"The path has a % that is no escape."_s);
            const QByteArray hex = text.sliced(i + 1, 2).toByteArray();
            bool ok = false;
            const int value = hex.toInt(&ok, 16);
            // toInt() takes a sign and spaces, too.
            if (!ok || !std::ranges::all_of(hex, [](char c) { return isxdigit(static_cast<unsigned char>(c)) != 0; }))
                return garbled(u"The path has a % that is no escape."_s);
            bytes.append(static_cast<char>(value));
            i += 2;
        } else {
            bytes.append(plusIsSpace && text.at(i) == '+' ? ' ' : text.at(i));
        }
    }
    if (std::ranges::any_of(bytes, isControl))
        return garbled(u"The path has control characters in it."_s);
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    QString result = decoder(bytes);
    if (decoder.hasError())
        return garbled(u"The path is not UTF-8."_s);
    return result;
}

} // namespace

QList<QByteArray> RequestHead::values(QByteArrayView name) const
{
    QList<QByteArray> found;
    for (const auto& [key, value] : headers) {
        if (key == name)
            found.append(value);
    }
    return found;
}

QByteArray RequestHead::value(QByteArrayView name) const
{
    const auto found = values(name);
    return found.size() == 1 ? found.first() : QByteArray();
}

std::expected<std::optional<RequestHead>, RequestRefusal> readRequestHead(QByteArrayView bytes)
{
    if (!bytes.isEmpty() && !isToken(bytes.first(1)))
        return garbled(u"This is no HTTP."_s);
    const QByteArrayView seen = bytes.first(std::min(bytes.size(), RequestLimits::headBytes));
    const qsizetype end = seen.indexOf("\r\n\r\n");
    if (end < 0) {
        if (bytes.size() >= RequestLimits::headBytes) {
            return refuse(431, u"head_too_large"_s,
                          u"Request line and headers may have at most %1 bytes."_s.arg(RequestLimits::headBytes));
        }
        return std::nullopt;
    }
    RequestHead head;
    head.headBytes = end + 4;
    qsizetype begin = 0;
    while (begin <= end) {
        const qsizetype next = seen.indexOf("\r\n", begin);
        const QByteArrayView line = seen.sliced(begin, next - begin);
        if (line.contains('\n') || line.contains('\r') || line.contains('\0'))
            return garbled(u"A line must end with a carriage return and a line feed."_s);
        const auto ok = begin == 0 ? readRequestLine(line, head) : readHeaderLine(line, head);
        if (!ok)
            return std::unexpected(ok.error());
        begin = next + 2;
    }
    if (const auto ok = readFraming(head); !ok)
        return std::unexpected(ok.error());
    return head;
}

std::expected<RequestTarget, RequestRefusal> readRequestTarget(const QByteArray& target)
{
    RequestTarget result;
    const qsizetype mark = target.indexOf('?');
    const QByteArray path = mark < 0 ? target : target.first(mark);
    for (const QByteArray& part : path.sliced(1).split('/')) {
        const auto segment = decoded(part, false);
        if (!segment)
            return std::unexpected(segment.error());
        if (segment->isEmpty() || *segment == "."_L1 || *segment == ".."_L1)
            return garbled(u"The path has an empty or dotted segment."_s);
        result.segments.append(*segment);
    }
    if (mark < 0 || mark + 1 == target.size())
        return result;
    for (const QByteArray& pair : target.sliced(mark + 1).split('&')) {
        const qsizetype equals = pair.indexOf('=');
        const auto name = decoded(equals < 0 ? pair : pair.first(equals), true);
        const auto value = decoded(equals < 0 ? QByteArrayView() : QByteArrayView(pair).sliced(equals + 1), true);
        if (!name || !value)
            return std::unexpected(name ? value.error() : name.error());
        result.query.append({*name, *value});
    }
    return result;
}

} // namespace hugger
