// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/server/enginedoor.h"
#include "app/server/statusboard.h"

#include "app/server/apimessage.h"

namespace hugger {

/// What the routes have in common: how they read what names a thing, and how they refuse.

inline constexpr qint64 longestWait = 20; ///< seconds
inline constexpr qint64 mostNumber = 1LL << 53; ///< what JSON can say exactly

[[nodiscard]] ApiAnswer later(int status, const QString& code, const QString& message,
                              const QByteArray& seconds = "1"); ///< with Retry-After
[[nodiscard]] ApiAnswer starting();
[[nodiscard]] ApiAnswer tooMany();
[[nodiscard]] ApiAnswer notHeld(const QString& what);
/// As ApiAnswer::of(), with what only this API knows: a name in a body is a wrong value, not a place that is not there.
[[nodiscard]] ApiAnswer refused(const Error& error);
/// The refusal, where a request says something that has nothing to say.
[[nodiscard]] std::optional<ApiAnswer> wantsNothing(const ApiRequest& request);

/// The parameters "kind" and "id".
[[nodiscard]] Expected<RepoId> repoOf(const ApiRequest& request);
/// 0 for what is no number of anything.
[[nodiscard]] qint64 numberOf(const QString& text);
/// Who it is, for Places.
[[nodiscard]] QString nameOf(const Caller& caller);

/// Has the board know how many files partial archives lack, which only their records say; false when interrupted.
[[nodiscard]] Task<bool> learnListed(EngineDoor& door, StatusBoard& board, RepoId repo, std::stop_token gone);
/// The same for where renamed repos are now, which matters to one that is not held.
[[nodiscard]] Task<bool> learnNewNames(EngineDoor& door, StatusBoard& board, RepoId repo, std::stop_token gone);
/// A job that was added or found, as it is right now: also for whoever asks the board next.
[[nodiscard]] Task<ApiAnswer> answerWithJob(EngineDoor& door, StatusBoard& board, qint64 id, int status,
                                            std::stop_token gone, bool isOwner);

} // namespace hugger
