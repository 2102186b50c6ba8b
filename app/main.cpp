// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/arguments.h"
#include "app/cli/commandline.h"
#ifdef HUGGER_GUI
#include "app/gui/guiapplication.h"
#endif

#include <QtCore/QCoreApplication>

#include <clocale>
#include <cstring>
#include <langinfo.h>

namespace {

/// Qt wants UTF-8 and says so on stderr where the locale is something else, as it is in cron jobs and bare containers.
void useUtf8()
{
    std::setlocale(LC_ALL, "");
    if (std::strcmp(nl_langinfo(CODESET), "UTF-8") != 0)
        qputenv("LC_ALL", "C.UTF-8");
}

} // namespace

int main(int argc, char** argv)
{
    useUtf8();
    QCoreApplication::setApplicationName(QStringLiteral("hugger"));
    QCoreApplication::setApplicationVersion(QStringLiteral(HUGGER_VERSION));
#ifdef HUGGER_GUI
    // Asked before there is an application, because it decides of which kind.
    QStringList given;
    for (int i = 1; i < argc; ++i)
        given.append(QString::fromLocal8Bit(argv[i]));
    if (const auto parsed = hugger::parseArguments(given);
        parsed && hugger::asksForWindow(*parsed) && hugger::hasDisplay())
        return hugger::runWindow(argc, argv, *parsed);
#endif
    const QCoreApplication application(argc, argv);
    return hugger::runCommandLine(QCoreApplication::arguments().sliced(1));
}
