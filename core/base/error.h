// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtCore/QString>

#include <expected>

namespace hugger {

/// What kind of trouble it is. Each kind has one exit code on the command line (design, section 10).
enum class ErrorKind {
    Failed, ///< 1: anything that fits nowhere else
    Usage, ///< 2: what was asked for makes no sense as written
    NotFound, ///< 3: no such repo, revision or file on the Hub
    NotAllowed, ///< 4: token missing, refused, or a gate
    Network, ///< 5: the network or the Hub is failing
    Integrity, ///< 6: bytes are not what their hash says
    Disk, ///< 7: disk full, unplugged, read-only, failing
    Busy, ///< 8: another process holds the profile
    NotHeld, ///< 9: not in the archive
    Interrupted, ///< 130: stopped by the user
};

/// Who can do something about it.
enum class Retry {
    Automatic, ///< hugger tries again by itself
    NeedsUser, ///< waits for somebody: a token, space, a drive
    Never, ///< the same request can never work
};

/// A failure as a value. Tokens never get into any of the texts.
struct Error {
    ErrorKind kind = ErrorKind::Failed;
    QString code; ///< stable snake_case name for programs, e.g. "repo_not_found"
    QString message; ///< a sentence or two for a person: what happened, and what to do next
    QString detail; ///< for the log and "copy details": status, headers, path; may be empty
    Retry retry = Retry::Never;

    bool operator==(const Error&) const = default;
};

template<typename T> using Expected = std::expected<T, Error>;
using Done = Expected<void>;

/// The process exit code for this kind.
[[nodiscard]] int exitCode(ErrorKind kind);

/// Shorthand for `return fail(kind, code, message, ...)`.
[[nodiscard]] std::unexpected<Error> fail(ErrorKind kind, QString code, QString message, QString detail = {},
                                          Retry retry = Retry::Never);

/// A disk error in words, from errno: full, read-only, gone, failing. `path` is shown.
[[nodiscard]] Error diskError(int errnum, const QString& what, const QString& path);

/// The user stopped it.
[[nodiscard]] Error interrupted();

} // namespace hugger
