// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/application.h"
#include "app/cli/arguments.h"
#include "app/cli/output.h"
#include "base/async.h"

namespace hugger {

/// What a command works with. Outlives the command's coroutine.
struct Context {
    Application& app;
    Output& out;
    const Arguments& args;
    std::stop_token stop; ///< Ctrl-C
};

/// A command of the command line. The table in commands.cpp is what help, completion and the parser go by.
struct Command {
    QString name;
    QString operands; ///< as shown in help: "WHAT"
    QString summary; ///< one line
    QString details; ///< paragraphs for `hugger help NAME`; may be empty
    QList<QCommandLineOption> options; ///< beside the global ones
    int minOperands = 0;
    int maxOperands = 0; ///< -1: any number
    /// Gives the exit code, or an error that is printed by whoever called.
    Task<Expected<int>> (*run)(Context&) = nullptr;
};

[[nodiscard]] const QList<Command>& commands();
[[nodiscard]] const Command* findCommand(const QString& name);
[[nodiscard]] QStringList commandNames();

/// The library; says what opening had to mend. What only reads waits a moment for another process that is making the
/// databases just now.
[[nodiscard]] Task<Expected<Library*>> openLibrary(Context& context, Library::Access access);
/// The queue over the library, opened for writing.
[[nodiscard]] Task<Expected<JobQueue*>> openQueue(Context& context);

/// One file each.
[[nodiscard]] Task<Expected<int>> runArchive(Context& context);
[[nodiscard]] Task<Expected<int>> runList(Context& context);
[[nodiscard]] Task<Expected<int>> runShow(Context& context);
[[nodiscard]] Task<Expected<int>> runFiles(Context& context);
[[nodiscard]] Task<Expected<int>> runVerify(Context& context);
[[nodiscard]] Task<Expected<int>> runRepair(Context& context);
[[nodiscard]] Task<Expected<int>> runRemove(Context& context);
[[nodiscard]] Task<Expected<int>> runExport(Context& context);
[[nodiscard]] Task<Expected<int>> runImport(Context& context);
[[nodiscard]] Task<Expected<int>> runRestore(Context& context);
[[nodiscard]] Task<Expected<int>> runSearch(Context& context);
[[nodiscard]] Task<Expected<int>> runJobs(Context& context);
[[nodiscard]] Task<Expected<int>> runPause(Context& context);
[[nodiscard]] Task<Expected<int>> runResume(Context& context);
[[nodiscard]] Task<Expected<int>> runCancel(Context& context);
[[nodiscard]] Task<Expected<int>> runRetry(Context& context);
[[nodiscard]] Task<Expected<int>> runStores(Context& context);
[[nodiscard]] Task<Expected<int>> runToken(Context& context);
[[nodiscard]] Task<Expected<int>> runCheck(Context& context);
[[nodiscard]] Task<Expected<int>> runUpdate(Context& context);
[[nodiscard]] Task<Expected<int>> runWatch(Context& context);
[[nodiscard]] Task<Expected<int>> runEvents(Context& context);
[[nodiscard]] Task<Expected<int>> runServe(Context& context);
[[nodiscard]] Task<Expected<int>> runPair(Context& context);
[[nodiscard]] Task<Expected<int>> runRebuildCatalog(Context& context);
[[nodiscard]] Task<Expected<int>> runDoctor(Context& context);
[[nodiscard]] Task<Expected<int>> runCompletion(Context& context);
[[nodiscard]] Task<Expected<int>> runHelp(Context& context);

} // namespace hugger
