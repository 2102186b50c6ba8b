// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/error.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonObject>

#include <optional>

namespace hugger {

/// Reads typed fields of an object that came from outside. The first field that is missing or of the wrong type is
/// remembered; reading goes on with defaults, and the caller asks once, at the end, whether all was well.
class JsonReader final {
public:
    /// `what` names the document in the error: "The Hub's answer about acme/tiny".
    JsonReader(QJsonObject object, QString what);

    [[nodiscard]] QString text(QLatin1StringView key);
    [[nodiscard]] QString textOr(QLatin1StringView key, const QString& fallback); ///< absent or null: fallback
    [[nodiscard]] qint64 size(QLatin1StringView key); ///< bytes: a whole number from 0 to 2^53
    [[nodiscard]] bool flagOr(QLatin1StringView key, bool fallback);
    [[nodiscard]] QByteArray hex(QLatin1StringView key, qsizetype length); ///< exactly `length` lower-case hex digits
    [[nodiscard]] QJsonObject object(QLatin1StringView key);
    [[nodiscard]] std::optional<QJsonObject> objectIfThere(QLatin1StringView key); ///< absent or null: nothing
    [[nodiscard]] QJsonArray array(QLatin1StringView key);
    [[nodiscard]] QJsonArray arrayIfThere(QLatin1StringView key);
    [[nodiscard]] const QJsonObject& raw() const { return m_object; }

    /// What was wrong first, if anything: kind and code as given, naming the field.
    [[nodiscard]] Done outcome(ErrorKind kind, const QString& code) const;

private:
    void wrong(QLatin1StringView key, const QString& expected);

    QJsonObject m_object;
    QString m_what;
    QString m_trouble;
};

/// Parses a whole document; anything but an object (or array) is an error.
[[nodiscard]] Expected<QJsonObject> parseObject(const QByteArray& bytes, const QString& what, ErrorKind kind,
                                                const QString& code);
[[nodiscard]] Expected<QJsonArray> parseArray(const QByteArray& bytes, const QString& what, ErrorKind kind,
                                              const QString& code);

} // namespace hugger
