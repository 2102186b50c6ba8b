// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/arguments.h"

#include "app/cli/commands.h"
#include "app/huggerlinks.h"
#include "base/format.h"
#include "base/log.h"

#include <QtCore/QCommandLineParser>
#include <QtCore/QSet>

#include <algorithm>
#include <numeric>
#include <vector>

using namespace Qt::StringLiterals;

namespace hugger {

namespace {

/// What somebody typed, fit to be repeated: no token, no control characters, not a page long.
QString shown(const QString& typed)
{
    const QString safe = escapeForTerminal(redacted(typed));
    return safe.size() > 60 ? safe.left(60) + u"..."_s : safe;
}

std::unexpected<Error> wrong(const QString& message)
{
    return fail(ErrorKind::Usage, u"usage"_s, message);
}

qsizetype distance(QStringView a, QStringView b)
{
    std::vector<qsizetype> row(static_cast<std::size_t>(b.size()) + 1);
    std::iota(row.begin(), row.end(), 0);
    for (qsizetype i = 0; i < a.size(); ++i) {
        qsizetype diagonal = i;
        row[0] = i + 1;
        for (std::size_t j = 1; j < row.size(); ++j) {
            const qsizetype change = diagonal + (a[i] == b[static_cast<qsizetype>(j) - 1] ? 0 : 1);
            diagonal = row[j];
            row[j] = std::min({row[j] + 1, row[j - 1] + 1, change});
        }
    }
    return row.back();
}

QString didYouMean(const QString& found)
{
    return found.isEmpty() ? QString() : u" Did you mean %1?"_s.arg(found);
}

QStringList longNames(const QList<QCommandLineOption>& options)
{
    QStringList names;
    for (const QCommandLineOption& option : options)
        names.append(option.names().constLast());
    return names;
}

/// Finds the command among options whose values it must not be mistaken for.
QStringList wordsOf(const QStringList& arguments)
{
    QCommandLineParser scout;
    QSet<QString> known;
    const auto add = [&](const QList<QCommandLineOption>& options) {
        for (const QCommandLineOption& option : options) {
            if (!known.contains(option.names().constLast())) {
                known.insert(option.names().constLast());
                scout.addOption(option);
            }
        }
    };
    add(globalOptions() + windowOptions());
    for (const Command& command : commands())
        add(command.options);
    static_cast<void>(scout.parse(arguments)); // what is wrong is said with the command's own options
    return scout.positionalArguments();
}

Done checkOperands(const Command& command, const QStringList& operands)
{
    const QString hint = u" See `hugger help %1`."_s.arg(command.name);
    if (operands.size() < command.minOperands)
        return wrong(u"`hugger %1` needs %2."_s.arg(command.name, command.operands) + hint);
    if (command.maxOperands < 0 || operands.size() <= command.maxOperands)
        return {};
    // Never repeated where it may be a secret.
    if (command.name == u"token")
        return wrong(
            u"A token is never an argument: other users of this computer can read the arguments of every program. "
            "Run `hugger token set` and paste it when asked, or send it to standard input."_s);
    return wrong(
        u"`hugger %1` does not know what to do with \"%2\"."_s.arg(command.name, shown(operands[command.maxOperands]))
        + hint);
}

/// Without a command there may be links for the window, and nothing else.
Done checkLinks(const QStringList& words)
{
    if (!looksLikeLink(words.front())) {
        const QString close = nearest(words.front(), commandNames());
        return wrong(u"There is no command \"%1\".%2 `hugger help` lists them."_s.arg(
            shown(words.front()), didYouMean(close.isEmpty() ? close : u'"' + close + u'"')));
    }
    for (const QString& word : words) {
        if (!linkFromOutside(word))
            return wrong(u"\"%1\" is no link that hugger can open. Give one such as hugger:org/name, or a link to a "
                         "page on the Hub that begins with https://."_s.arg(shown(word)));
    }
    return {};
}

} // namespace

Expected<qint64> Arguments::number(const QString& option, qint64 fallback) const
{
    if (!has(option))
        return fallback;
    bool isNumber = false;
    const qint64 number = value(option).toLongLong(&isNumber);
    if (!isNumber || number < 1)
        return wrong(u"--%1 takes a number from 1 on, not \"%2\"."_s.arg(option, shown(value(option))));
    return number;
}

const QList<QCommandLineOption>& globalOptions()
{
    static const QList<QCommandLineOption> options{
        {u"profile"_s, u"Keep everything of this instance under DIR: settings, catalog and the first store."_s,
         u"DIR"_s},
        {u"store"_s, u"Use the store with this label."_s, u"LABEL"_s},
        {u"json"_s, u"Print one JSON document; progress goes to standard error as JSON lines."_s},
        {{u"q"_s, u"quiet"_s}, u"Print results and errors only."_s},
        {{u"v"_s, u"verbose"_s}, u"Say on standard error what is going on."_s},
        {{u"h"_s, u"help"_s}, u"Show help, about a command where one is given."_s},
        {u"version"_s, u"Show the version."_s},
    };
    return options;
}

const QList<QCommandLineOption>& windowOptions()
{
    static const QList<QCommandLineOption> options{
        {u"add"_s, u"Open the window with the dialog that adds a repository."_s},
        {u"minimized"_s, u"Open the window in the tray, or minimized where there is none."_s},
    };
    return options;
}

bool asksForWindow(const Arguments& arguments)
{
    return !arguments.command && !arguments.has(u"help"_s) && !arguments.has(u"version"_s) && !arguments.has(u"json"_s);
}

QString nearest(const QString& typed, const QStringList& names)
{
    QString best;
    qsizetype least = std::max<qsizetype>(1, typed.size() / 3) + 1;
    for (const QString& name : names) {
        const qsizetype far = typed.size() > 2 && name.startsWith(typed) ? 1 : distance(typed, name);
        if (far < least) {
            least = far;
            best = name;
        }
    }
    return best;
}

bool asksForJson(const QStringList& arguments)
{
    return arguments
        .first(std::max<qsizetype>(0, arguments.indexOf(u"--"_s) < 0 ? arguments.size() : arguments.indexOf(u"--"_s)))
        .contains(u"--json"_s);
}

Expected<Arguments> parseArguments(const QStringList& arguments)
{
    QStringList line = QStringList{u"hugger"_s} + arguments;
    line.removeIf(isStartLink);
    const QStringList words = wordsOf(line);

    Arguments parsed;
    if (!words.isEmpty()) {
        parsed.command = findCommand(words.front());
        const auto ok = parsed.command ? Done() : checkLinks(words);
        if (!ok)
            return std::unexpected(ok.error());
    }
    const QList<QCommandLineOption> options =
        globalOptions() + (parsed.command ? parsed.command->options : windowOptions());
    QCommandLineParser parser;
    parser.addOptions(options);
    if (!parser.parse(line)) {
        const QStringList unknown = parser.unknownOptionNames();
        if (unknown.isEmpty())
            return wrong(shown(parser.errorText())
                         + u" See `hugger help%1`."_s.arg(parsed.command ? u' ' + parsed.command->name : QString()));
        const QString dashes = unknown.front().size() == 1 ? u"-"_s : u"--"_s;
        const QString close = nearest(unknown.front(), longNames(options));
        return wrong(u"`hugger%1` has no option %2.%3"_s.arg(parsed.command ? u' ' + parsed.command->name : QString(),
                                                             dashes + shown(unknown.front()),
                                                             didYouMean(close.isEmpty() ? close : u"--"_s + close)));
    }
    for (const QCommandLineOption& option : options) {
        const QString name = option.names().constLast();
        if (parser.isSet(name))
            parsed.options.insert(name, option.valueName().isEmpty() ? QStringList() : parser.values(name));
    }
    parsed.operands = parser.positionalArguments().sliced(parsed.command ? 1 : 0);
    const bool onlyHelp = parsed.has(u"help"_s) || parsed.has(u"version"_s);
    if (parsed.command && !onlyHelp) {
        if (const auto ok = checkOperands(*parsed.command, parsed.operands); !ok)
            return std::unexpected(ok.error());
    }
    return parsed;
}

} // namespace hugger
