// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QList>
#include <QtCore/QString>

#include <expected>
#include <optional>

namespace hugger {

/// Why bytes on a connection are no request of ours. What follows on that connection cannot be trusted: it is closed.
struct RequestRefusal {
    int status = 400;
    QString code;
    QString message;
    bool operator==(const RequestRefusal&) const = default;
};

/// The request line and headers of one HTTP/1.1 request.
struct RequestHead {
    QByteArray method; ///< as sent
    QByteArray target; ///< in origin form: begins with one slash
    QList<std::pair<QByteArray, QByteArray>> headers; ///< names in lower case, values trimmed, in order
    qsizetype headBytes = 0; ///< with the empty line
    qsizetype bodyBytes = 0; ///< that follow it
    bool keepAlive = true;

    [[nodiscard]] QList<QByteArray> values(QByteArrayView name) const;
    /// The only one of that name; empty when there is none, or more than one.
    [[nodiscard]] QByteArray value(QByteArrayView name) const;
};

struct RequestLimits {
    static constexpr qsizetype headBytes = 16 * 1024;
    static constexpr qsizetype headers = 64;
    static constexpr qsizetype bodyBytes = 60'000;
};

/// Reads a head from the beginning of what has come so far: nothing when its end is still to come. Stricter than HTTP:
/// what two readers could understand differently is refused (bare line feeds, folded lines, a space before the colon,
/// several lengths, any transfer encoding, absolute targets), and so is what is too large, as soon as it is seen.
[[nodiscard]] std::expected<std::optional<RequestHead>, RequestRefusal> readRequestHead(QByteArrayView bytes);

/// A target taken apart: segments and query, each percent-decoded once. Refused: escapes that are none, what is not
/// UTF-8, control characters, "." and ".." and empty segments.
struct RequestTarget {
    QStringList segments;
    QList<std::pair<QString, QString>> query;
};
[[nodiscard]] std::expected<RequestTarget, RequestRefusal> readRequestTarget(const QByteArray& target);

} // namespace hugger
