// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/gui/guiapplication.h"

#include "app/cli/arguments.h"
#include "app/cli/output.h"
#include "app/gui/guisession.h"
#include "app/gui/instance.h"
#include "app/huggerlinks.h"
#include "app/signals.h"
#include "base/log.h"
#include "ui/desktop/desktopname.h"
#include "ui/widgets/icons.h"

#include <QtWidgets/QApplication>

#include <optional>

using namespace Qt::StringLiterals;

namespace hugger {

namespace {

/// What the desktop gave us to raise a window with; taken out of the environment, so that no child uses it.
QByteArray takeActivationToken()
{
    const QByteArray token = qgetenv("XDG_ACTIVATION_TOKEN");
    qunsetenv("XDG_ACTIVATION_TOKEN");
    return token;
}

} // namespace

bool hasDisplay()
{
    return !qEnvironmentVariableIsEmpty("WAYLAND_DISPLAY") || !qEnvironmentVariableIsEmpty("DISPLAY")
        || !qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM");
}

int runWindow(int& argc, char** argv, const Arguments& arguments)
{
    installLogging(arguments.has(u"verbose"_s), false);
    const QString profile = arguments.value(u"profile"_s);
    // Before the platform plugin takes the token.
    const StartRequest request{arguments.operands, arguments.has(u"add"_s), takeActivationToken()};
    QApplication application(argc, argv);
    QGuiApplication::setApplicationDisplayName(u"hugger"_s);
    QGuiApplication::setDesktopFileName(desktopId);
    QGuiApplication::setQuitOnLastWindowClosed(false);
    QGuiApplication::setWindowIcon(QIcon::fromTheme(desktopId, appIcon()));

    const Signals signals_;
    Instance instance(profile);
    std::optional<GuiSession> session;
    QObject::connect(&signals_, &Signals::interrupted, &application, [&session] {
        if (session)
            session->quit();
        else
            QCoreApplication::exit(0);
    });
    QObject::connect(&instance, &Instance::handedOver, &application, [] { QCoreApplication::exit(0); });
    QObject::connect(&instance, &Instance::failed, &application, [](const Error& error) {
        Output out(false, false);
        QCoreApplication::exit(out.failure(error));
    });
    QObject::connect(&instance, &Instance::isFirst, &application, [&] {
        StartRequest own = request;
        for (QString& link : own.links)
            link = linkFromOutside(link).value_or(QString());
        // Back to where the platform plugin looks for it.
        if (!request.token.isEmpty())
            qputenv("XDG_ACTIVATION_TOKEN", request.token);
        session.emplace(profile);
        QObject::connect(&instance, &Instance::startedAgain, &*session, &GuiSession::raise);
        QObject::connect(&*session, &GuiSession::ending, &instance, &Instance::stopListening);
        session->start(arguments.has(u"minimized"_s), own);
    });
    instance.start(request);
    return QCoreApplication::exec();
}

} // namespace hugger
