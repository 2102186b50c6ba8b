// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "engine/enginetypes.h"

#include <QtCore/QJsonObject>

namespace hugger {

/// What the API and the command line's --json have in common: one way to say what a thing is. Names are snake_case,
/// sizes bytes, times ISO 8601 UTC.

[[nodiscard]] QJsonValue textOrNull(const QString& text);
/// {repo,kind}.
[[nodiscard]] QJsonObject repoJson(const RepoId& repo);
/// {code,message,detail}; what must not be written down is taken out.
[[nodiscard]] QJsonObject errorJson(const Error& error);
/// `isRunning`: rate and time left mean something. Says of no file outside the archive where it lies: a browser is told
/// this.
[[nodiscard]] QJsonObject jobJson(const JobStatus& status, bool isRunning);
/// The same for the owner: with "target" or "source" and "result" of an export or import, and all of its error.
[[nodiscard]] QJsonObject ownJobJson(const JobStatus& status, bool isRunning);
[[nodiscard]] bool isBundle(const Job& job); ///< an export or import
/// Why a job does not move, a sentence; "" when it does.
[[nodiscard]] QString waitSentence(const JobStatus& status);

/// The types that Event may have of what happened at the Hub.
[[nodiscard]] const QStringList& upstreamEventTypes();
/// {id,type,repo,kind,commit,at,detail}.
[[nodiscard]] QJsonObject eventJson(const Event& event);
/// With its "facts": what proves it and what it is about (EventFacts).
[[nodiscard]] QJsonObject eventJson(const Event& event, const QJsonObject& facts);
/// What an update would bring: the first of its files, and how many more there are.
[[nodiscard]] QJsonObject previewJson(const UpdatePreview& preview);
inline constexpr qsizetype changesTold = 1'000;

/// A snapshot as it is held.
[[nodiscard]] QJsonObject archiveJson(const HeldRow& row, const QString& storeLabel);
[[nodiscard]] QJsonObject storeJson(const StoreStatus& status);
/// What archiving would do, file by file: the first of them, and how many more there are.
[[nodiscard]] QJsonObject filesJson(const FilesLook& look);
inline constexpr qsizetype filesTold = 10'000;

} // namespace hugger
