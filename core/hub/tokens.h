// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/async.h"
#include "base/error.h"

#include <QtCore/QUrl>

namespace hugger {

/// Where the token in use came from.
enum class TokenSource { None, Environment, Keychain, File };

struct Token {
    QByteArray value;
    TokenSource source = TokenSource::None;
    QString place; ///< for people: "HF_TOKEN", "the desktop keychain", the file's path
};

/// The user's Hub token for an endpoint: HF_TOKEN (or HUGGING_FACE_HUB_TOKEN), else the desktop keychain through
/// QtKeychain (one entry per endpoint, so that a mirror never gets the Hub's token), else HF_TOKEN_PATH, else
/// $HF_HOME/token (default $XDG_CACHE_HOME/huggingface/token). Never in settings, logs or process arguments.
///
/// Where no keychain answers within three seconds (headless, locked) it is passed over: reading goes on to the file,
/// storing says so.
class Tokens final {
public:
    explicit Tokens(QUrl endpoint);

    [[nodiscard]] Task<Token> read() const;
    /// Stores in the keychain. Without one: error "no_keychain" that says to use HF_TOKEN or the token file.
    [[nodiscard]] Task<Done> store(QByteArray token) const;
    /// Removes from the keychain; the environment and files of other programs are left alone.
    [[nodiscard]] Task<Done> remove() const;

private:
    QUrl m_endpoint;
};

/// A token as somebody pasted it, trimmed; refused when it is not one word of printable ASCII, as nothing else may go
/// into a header.
[[nodiscard]] Expected<QByteArray> cleanToken(const QByteArray& text);

} // namespace hugger
