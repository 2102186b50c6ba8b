// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/commandline.h"

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
    const QCoreApplication application(argc, argv);
    return hugger::runCommandLine(QCoreApplication::arguments().sliced(1));
}
