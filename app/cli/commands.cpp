// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/commands.h"

#include <algorithm>
#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace hugger {

namespace {

constexpr int openTries = 40; ///< 50 ms apart

QCommandLineOption revision()
{
    return {u"revision"_s, u"The branch, tag, pull request (refs/pr/N) or commit meant."_s, u"REV"_s};
}

QCommandLineOption limit()
{
    return {u"limit"_s, u"Show at most N (100 unless given)."_s, u"N"_s};
}

QCommandLineOption all(const QString& description)
{
    return {u"all"_s, description};
}

QList<Command> makeCommands()
{
    const QString what =
        u"WHAT is org/name, datasets/org/name, spaces/org/name, hf://..., or a link to a page on the Hub; "
        "@REVISION may follow an id."_s;
    return {
        {u"archive"_s,
         u"WHAT"_s,
         u"Fetch a repository and prove every byte of it"_s,
         what
             + u" A link to one file or folder archives that one only.\n\n"
               "Lists the whole repository at one commit, fetches what is not held yet, proves every file by its hash "
               "and keeps it. "
               "Ctrl-C pauses; the same command goes on."_s,
         {revision(),
          {u"include"_s, u"Only files that match; may be given several times. * matches / too."_s, u"GLOB"_s},
          {u"exclude"_s, u"Not files that match; may be given several times."_s, u"GLOB"_s},
          {u"dry-run"_s, u"Show the plan and write nothing."_s}},
         1,
         1,
         runArchive},
        {u"list"_s,
         {},
         u"List what is held"_s,
         u"With --holdings: the list of contents that are held here, for `hugger export --since` elsewhere."_s,
         {{u"holdings"_s, u"Write the SHA-256 of every content that is held to FILE; - for standard output."_s,
           u"FILE"_s}},
         0,
         0,
         runList},
        {u"show"_s,
         u"WHAT [FILE]"_s,
         u"Show everything known about a repository that is held"_s,
         what
             + u"\n\nWith --statement: what was archived when, from where, under which license as it was, and the hash "
               u"of each file, to be printed or saved beside what was made with it. FILE must not be there yet."_s,
         {revision(), {u"statement"_s, u"Print a reproducibility statement of one snapshot, or write it to FILE."_s}},
         1,
         2,
         runShow},
        {u"files"_s,
         u"WHAT"_s,
         u"List the files of a snapshot with size and SHA-256"_s,
         what,
         {revision()},
         1,
         1,
         runFiles},
        {u"search"_s,
         u"WORDS"_s,
         u"Search what is held by id, tag, license and card"_s,
         {},
         {limit()},
         1,
         -1,
         runSearch},
        {u"verify"_s,
         u"[WHAT]"_s,
         u"Prove again that what is held is whole"_s,
         u"Reads every byte from the disk and compares its SHA-256. Without WHAT: everything. Exit code 6 when something is damaged or missing."_s,
         {revision()},
         0,
         1,
         runVerify},
        {u"repair"_s,
         u"[WHAT]"_s,
         u"Fetch again what is damaged or missing"_s,
         u"What is damaged is what `hugger verify` found. Without WHAT: everything it found."_s,
         {revision()},
         0,
         1,
         runRepair},
        {u"check"_s,
         u"[WHAT]"_s,
         u"Ask the Hub what became of what is held"_s,
         u"Without WHAT: of everything. Says what is new since the last time: a newer commit, another license, a gate, "
         u"a "
         "rename, that it is gone. What may be the last copy by that is verified at once. Nothing that is held is "
         "changed.\n\n"
         "A running hugger does this by itself (`hugger watch`). Exit code 0 when the Hub told of every one of them, "
         "whatever it told."_s,
         {revision()},
         0,
         1,
         runCheck},
        {u"update"_s,
         u"[WHAT]"_s,
         u"Archive what is newer, beside what is held"_s,
         u"With the selection and in the store of what is held; only what changed is fetched, and the old snapshot "
         u"stays. "
         "Without WHAT: every repository of which `hugger check` has found something newer."_s,
         {revision(), {u"dry-run"_s, u"Show what would be added, changed and removed, and write nothing."_s}},
         0,
         1,
         runUpdate},
        {u"watch"_s,
         u"[WHAT]"_s,
         u"Show or set how often repositories are checked, and what is fetched by itself"_s,
         u"While hugger runs (the window, or `hugger serve`) it checks what is held every 12 hours, unless the "
         u"settings "
         "say otherwise. Without WHAT this is about everything that is held."_s,
         {{u"every"_s, u"Check so often: 6h, 2d, never, or default for what the settings say."_s, u"TIME"_s},
          {u"fetch-up-to"_s, u"Fetch updates of up to this size without asking; 0: only tell of them."_s, u"SIZE"_s}},
         0,
         1,
         runWatch},
        {u"export"_s,
         u"WHAT... TARGET"_s,
         u"Write snapshots into one bundle, to be carried elsewhere"_s,
         u"TARGET is the file or folder to make; its ending says which format: .tar.zst, .tar, .tar.gz, .zip, else a "
         u"folder. A WHAT without a revision stands for every snapshot of the repository that is held. The bundle is a "
         u"BagIt bag: sha256sum proves it, `hugger import` takes it in, and a page inside says how to use it without "
         u"hugger. Every byte is proved on the way.\n\n"
         u"With --since only what the other side lacks is written: LIST is what `hugger list --holdings LIST` wrote "
         u"there. Such a bundle imports only where the rest is held.\n\n"
         u"Ctrl-C pauses; the same command begins the bundle anew. What has the name is whole."_s,
         {revision(),
          {u"format"_s, u"folder, tar, tar.zst, tar.gz or zip, whatever the ending."_s, u"FORMAT"_s},
          {u"since"_s, u"Leave out what this list of holdings names."_s, u"LIST"_s},
          {u"split"_s, u"Volumes of this size: TARGET.001, TARGET.002..."_s, u"SIZE"_s},
          {u"level"_s, u"How hard to compress a .tar.zst, 1 to 19 (3 unless given)."_s, u"N"_s},
          {u"dry-run"_s, u"Show what would be written, and write nothing."_s}},
         2,
         -1,
         runExport},
        {u"import"_s,
         u"FILE|FOLDER"_s,
         u"Take a bundle in, once every byte of it is proved"_s,
         u"Takes what `hugger export` made, its first volume where it is split, bags of other BagIt tools and plain "
         u"folders. All of it is proved beside the store before any of it is let in; what does not fit is named, and "
         u"nothing of it stays. A snapshot that is held already is merged. Needs no network.\n\n"
         u"Exit code 6 when the bundle is refused, also for want of what a bundle made with --since leaves out."_s,
         {{u"as"_s, u"The name of what comes without one: org/name, datasets/org/name."_s, u"WHAT"_s},
          {u"dry-run"_s, u"Show what the bundle says it has, and write nothing."_s}},
         1,
         1,
         runImport},
        {u"remove"_s,
         u"WHAT"_s,
         u"Move a snapshot to the trash"_s,
         what + u" `hugger restore` brings it back until the trash is emptied."_s,
         {revision(),
          all(u"Remove every snapshot of the repository."_s),
          {u"now"_s, u"Delete for good and free the space at once."_s},
          {{u"y"_s, u"yes"_s}, u"Do not ask."_s},
          {u"last-copy"_s, u"Remove it although it may be the last copy; NAME is the repository's, to be sure."_s,
           u"NAME"_s}},
         1,
         1,
         runRemove},
        {u"restore"_s, u"ID"_s, u"Bring a removed snapshot back from the trash"_s, {}, {}, 1, 1, runRestore},
        {u"jobs"_s, {}, u"List jobs that are not done"_s, {}, {all(u"Finished ones too."_s)}, 0, 0, runJobs},
        {u"resume"_s,
         u"[ID]"_s,
         u"Go on with a job; without ID, with all that were paused or interrupted"_s,
         {},
         {},
         0,
         1,
         runResume},
        {u"pause"_s, u"ID"_s, u"Leave a job out until it is resumed"_s, {}, {}, 1, 1, runPause},
        {u"cancel"_s, u"ID"_s, u"Give a job up"_s, {}, {}, 1, 1, runCancel},
        {u"retry"_s, u"ID"_s, u"Try a failed job again"_s, {}, {}, 1, 1, runRetry},
        {u"stores"_s,
         u"[list | add DIR | default LABEL | rename LABEL NEW | forget LABEL]"_s,
         u"Show and choose the folders things are kept in"_s,
         u"add makes a store in an empty folder, or takes one in that is there. forget leaves all files where they are."_s,
         {{u"label"_s, u"The new store's label; the folder's name unless given."_s, u"LABEL"_s}},
         0,
         3,
         runStores},
        {u"token"_s,
         u"[status | set | check | remove]"_s,
         u"The Hub token: where it comes from, and keeping one in the desktop keychain"_s,
         u"set asks for the token, or reads it from standard input; it is never an argument. HF_TOKEN comes first, "
         u"then the keychain, then the "
         "token file of huggingface_hub. check asks the Hub whose it is."_s,
         {},
         0,
         1,
         runToken},
        {u"events"_s,
         u"[WHAT]"_s,
         u"List what happened to what is held, newest first"_s,
         u"What `hugger check` and a running hugger found on the Hub, and what hugger did. Each has a number, with "
         u"which "
         "--show tells what proves it: what was asked when and as whom, and what the Hub answered; and what differs "
         "between two licenses."_s,
         {limit(),
          {u"type"_s, u"Only events of this type, such as gone or license_changed; may be given several times."_s,
           u"TYPE"_s},
          {u"show"_s, u"Show all about the event with this number."_s, u"ID"_s}},
         0,
         1,
         runEvents},
        {u"serve"_s,
         {},
         u"Run without a window, for browsers and other programs"_s,
         u"Works through the jobs and listens on this computer for browsers that were paired (`hugger pair`), and for "
         "other hugger commands: they hand it what they are asked to do. Says on standard error what begins and ends. "
         "Ctrl-C saves and ends.\n\n"
         "Listens where the settings say, else on port 4847; where that is taken, on one of the next four.\n\n"
         "With --json the document, {\"serving\":{address,port,pid}}, comes at once."_s,
         {{u"port"_s, u"Listen on this port and no other; 0 for any that is free."_s, u"N"_s}},
         0,
         0,
         runServe},
        {u"pair"_s,
         {},
         u"Let a browser or another program use the hugger that is running"_s,
         u"Waits for one that asks, and asks you whether the code it shows is the same: what shows another code is "
         "something else, and gets nothing. The window asks by itself; this is for `hugger serve`."_s,
         {{u"allow"_s, u"Allow the one that shows this code, without asking."_s, u"CODE"_s},
          {u"wait"_s, u"Wait so long (60 seconds unless given)."_s, u"SECONDS"_s},
          {u"list"_s, u"List what is paired."_s},
          {u"revoke"_s, u"Let the one with this ID connect no more."_s, u"ID"_s}},
         0,
         0,
         runPair},
        {u"doctor"_s, {}, u"Check the set-up: stores, space, links, Hub, token, clock"_s, {}, {}, 0, 0, runDoctor},
        {u"rebuild-catalog"_s,
         {},
         u"Read every record again and make the catalog anew"_s,
         {},
         {},
         0,
         0,
         runRebuildCatalog},
        {u"completion"_s,
         u"bash | zsh"_s,
         u"Print the completion script of a shell"_s,
         u"bash: source <(hugger completion bash)\n\nzsh: hugger completion zsh > _hugger, in a folder of $fpath"_s,
         {},
         1,
         1,
         runCompletion},
        {u"help"_s, u"[COMMAND]"_s, u"Show help"_s, {}, {}, 0, 1, runHelp},
    };
}

} // namespace

const QList<Command>& commands()
{
    static const QList<Command> table = makeCommands();
    return table;
}

const Command* findCommand(const QString& name)
{
    const auto found = std::ranges::find(commands(), name, &Command::name);
    return found == commands().end() ? nullptr : &*found;
}

QStringList commandNames()
{
    QStringList names;
    for (const Command& command : commands())
        names.append(command.name);
    return names;
}

Task<Expected<Library*>> openLibrary(Context& context, Library::Access access)
{
    auto library = context.app.library(access);
    for (int i = 0;
         i < openTries && access == Library::Access::ReadOnly && !library && library.error().kind == ErrorKind::Busy;
         ++i) {
        if (!co_await pauseFor(50ms, context.stop))
            co_return std::unexpected(interrupted());
        library = context.app.library(access);
    }
    for (const QString& notice : context.app.takeNotices())
        context.out.notice(notice, Output::Tone::Warn);
    co_return library;
}

Task<Expected<JobQueue*>> openQueue(Context& context)
{
    const auto library = co_await openLibrary(context, Library::Access::ReadWrite);
    if (!library)
        co_return std::unexpected(library.error());
    const auto queue = co_await context.app.queue();
    co_return queue;
}

} // namespace hugger
