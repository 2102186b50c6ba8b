// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/error.h"

#include <QtCore/QCommandLineOption>
#include <QtCore/QHash>
#include <QtCore/QList>
#include <QtCore/QStringList>

namespace hugger {

struct Command;

/// A command line, understood.
struct Arguments {
    const Command* command = nullptr; ///< nothing for --version, --help, links and no words at all
    QStringList operands; ///< after the command; without one, links for the window
    QHash<QString, QStringList> options; ///< by long name; flags have an empty value

    [[nodiscard]] bool has(const QString& option) const { return options.contains(option); }
    /// The last one given wins.
    [[nodiscard]] QString value(const QString& option) const
    {
        return options.value(option).isEmpty() ? QString() : options[option].last();
    }
    [[nodiscard]] QStringList values(const QString& option) const { return options.value(option); }
    /// The whole number of an option, `fallback` when it is not given.
    [[nodiscard]] Expected<qint64> number(const QString& option, qint64 fallback) const;
};

/// Options that every command knows, anywhere on the line.
[[nodiscard]] const QList<QCommandLineOption>& globalOptions();

/// Options of the window: where no command is given.
[[nodiscard]] const QList<QCommandLineOption>& windowOptions();

/// True when neither a command nor anything that is answered by words was asked for.
[[nodiscard]] bool asksForWindow(const Arguments& arguments);

/// `arguments` without the program's name. Usage errors say what is wrong and what was probably meant.
[[nodiscard]] Expected<Arguments> parseArguments(const QStringList& arguments);

/// Whether errors are to be JSON: known before, and even when, the line cannot be understood.
[[nodiscard]] bool asksForJson(const QStringList& arguments);

/// The name that is most like `typed`; "" when none is close.
[[nodiscard]] QString nearest(const QString& typed, const QStringList& names);

} // namespace hugger
