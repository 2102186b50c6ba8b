// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/commandline.h"

#include "app/cli/commands.h"
#include "app/cli/help.h"
#include "app/signals.h"
#include "base/log.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QTimer>

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace hugger {

namespace {

/// Somebody wanted the window, and it cannot be shown: main() sees to it where it can.
int answerWithoutWindow(Output& out, const Arguments& arguments)
{
    const QString why = hasWindow ? u"There is no display here to open the window on."_s
                                  : u"This hugger was built without its window."_s;
    if (!arguments.operands.isEmpty() || arguments.has(u"minimized"_s) || arguments.has(u"add"_s)) {
        return out.failure({ErrorKind::Usage,
                            u"no_window"_s,
                            why + u" `hugger archive LINK` archives without it; `hugger help` lists all commands."_s,
                            {},
                            Retry::Never});
    }
    out.notice(why + u" These commands work without it."_s);
    out.verbatim(shortHelp());
    return 0;
}

/// What needs no profile and no event loop: help, the version and nothing at all. Nothing when there is a command to
/// run.
std::optional<int> answerAtOnce(Output& out, const Arguments& arguments)
{
    if (arguments.has(u"version"_s)) {
        if (out.isJson())
            out.document({{u"version"_s, QStringLiteral(HUGGER_VERSION)}});
        else
            out.line(u"hugger " HUGGER_VERSION ""_s);
        return 0;
    }
    if (asksForWindow(arguments))
        return answerWithoutWindow(out, arguments);
    if (arguments.command && !arguments.has(u"help"_s))
        return std::nullopt;
    out.verbatim(arguments.command ? commandHelp(*arguments.command, std::min(out.width(), 100)) : shortHelp());
    return 0;
}

Task<void> execute(Context& context)
{
    const auto code = co_await context.args.command->run(context);
    QCoreApplication::exit(code ? *code : context.out.failure(code.error()));
}

int runCommand(Output& out, const Arguments& arguments)
{
    const Signals signals_;
    std::stop_source stop;
    QObject::connect(&signals_, &Signals::interrupted, &signals_, [&stop] { stop.request_stop(); });

    Application application(arguments.value(u"profile"_s));
    Context context{application, out, arguments, stop.get_token()};
    // From inside the loop: exit() before exec() would be lost.
    QTimer::singleShot(0, &signals_, [&context] { execute(context); });
    return QCoreApplication::exec();
}

} // namespace

int runCommandLine(const QStringList& arguments)
{
    installLogging(arguments.contains(u"--verbose"_s) || arguments.contains(u"-v"_s), asksForJson(arguments));
    const auto parsed = parseArguments(arguments);
    Output out(asksForJson(arguments), parsed && parsed->has(u"quiet"_s));
    if (!parsed)
        return out.failure(parsed.error());
    const auto atOnce = answerAtOnce(out, *parsed);
    const int code = atOnce ? *atOnce : runCommand(out, *parsed);
    if (!out.finish() && code == 0)
        return out.failure({ErrorKind::Disk,
                            u"output_failed"_s,
                            u"The output could not be written. Check the disk it goes to."_s,
                            {},
                            Retry::NeedsUser});
    return code;
}

} // namespace hugger
