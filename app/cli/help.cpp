// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/help.h"

#include "app/cli/commands.h"

#include <QtCore/QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace hugger {

namespace {

/// Breaks a paragraph at spaces; every line but the first begins with `indent` spaces.
QString wrapped(const QString& text, int indent, int width)
{
    QString out;
    qsizetype column = indent;
    for (const QString& word : text.split(u' ', Qt::SkipEmptyParts)) {
        if (column > indent && column + 1 + word.size() > width) {
            out += u'\n' + QString(indent, u' ');
            column = indent;
        }
        if (column > indent) {
            out += u' ';
            ++column;
        }
        out += word;
        column += word.size();
    }
    return out;
}

QString synopsis(const Command& command)
{
    return command.operands.isEmpty() ? command.name : command.name + u' ' + command.operands;
}

QString optionNames(const QCommandLineOption& option)
{
    QStringList names;
    for (const QString& name : option.names())
        names.append((name.size() == 1 ? u"-"_s : u"--"_s) + name);
    const QString all = names.join(u", "_s);
    return option.valueName().isEmpty() ? all : all + u' ' + option.valueName();
}

QString optionLines(const QList<QCommandLineOption>& options, int width)
{
    constexpr int column = 22;
    QString out;
    for (const QCommandLineOption& option : options)
        out += u"  "_s + optionNames(option).leftJustified(column - 3) + u' '
            + wrapped(option.description(), column, width) + u'\n';
    return out;
}

QJsonArray optionsJson(const QList<QCommandLineOption>& options)
{
    QJsonArray out;
    for (const QCommandLineOption& option : options) {
        out.append(
            QJsonObject{{u"names"_s, QJsonArray::fromStringList(option.names())},
                        {u"value"_s, option.valueName().isEmpty() ? QJsonValue() : QJsonValue(option.valueName())},
                        {u"description"_s, option.description()}});
    }
    return out;
}

QJsonObject helpJson()
{
    QJsonArray all;
    for (const Command& command : commands()) {
        all.append(QJsonObject{{u"name"_s, command.name},
                               {u"operands"_s, command.operands},
                               {u"summary"_s, command.summary},
                               {u"options"_s, optionsJson(command.options)}});
    }
    return {{u"commands"_s, all},
            {u"options"_s, optionsJson(globalOptions())},
            {u"window_options"_s, optionsJson(windowOptions())}};
}

} // namespace

QString shortHelp()
{
    QString out = u"hugger " HUGGER_VERSION " archives Hugging Face repositories.\n\n"
                  "  hugger archive org/name      fetch a repository, prove it, keep it\n"
                  "  hugger list                  what is held\n"_s;
    if (hasWindow)
        out += u"  hugger [LINK]                open the window, to archive what the link leads to\n"_s;
    out += u"\nCommands:\n"_s;
    for (const Command& command : commands())
        out += u"  "_s + command.name.leftJustified(16) + command.summary + u'\n';
    out += u"\nOptions for all of them:\n"_s + optionLines(globalOptions(), 80);
    if (hasWindow)
        out += u"\nOptions of the window:\n"_s + optionLines(windowOptions(), 80);
    out += u"\n`hugger help COMMAND` tells more about one.\n"_s;
    return out;
}

QString commandHelp(const Command& command, int width)
{
    QString out = u"hugger "_s + synopsis(command) + u"\n\n"_s + command.summary + u".\n"_s;
    for (const QString& paragraph : command.details.split(u"\n\n"_s, Qt::SkipEmptyParts))
        out += u'\n' + wrapped(paragraph, 0, width) + u'\n';
    if (!command.options.isEmpty())
        out += u"\nOptions:\n"_s + optionLines(command.options, width);
    out += u"\nOptions of every command:\n"_s + optionLines(globalOptions(), width);
    return out;
}

Task<Expected<int>> runHelp(Context& context)
{
    if (context.out.isJson()) {
        context.out.document(helpJson());
        co_return 0;
    }
    if (context.args.operands.isEmpty()) {
        context.out.verbatim(shortHelp());
        co_return 0;
    }
    const QString name = context.args.operands.front();
    const Command* command = findCommand(name);
    if (!command)
        co_return fail(ErrorKind::Usage, u"usage"_s,
                       u"There is no command \"%1\". `hugger help` lists them."_s.arg(name));
    context.out.verbatim(commandHelp(*command, std::min(context.out.width(), 100)));
    co_return 0;
}

} // namespace hugger
