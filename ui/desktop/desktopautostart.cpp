// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/desktop/desktopautostart.h"

#include "ui/desktop/desktopname.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QDir>
#include <QtCore/QSaveFile>
#include <QtCore/QStandardPaths>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace hugger {

namespace {

/// A value of type string: Desktop Entry Specification, "Possible value types".
QString escaped(QString text)
{
    return text.replace(u'\\', u"\\\\"_s).replace(u'\n', u"\\n"_s).replace(u'\t', u"\\t"_s).replace(u'\r', u"\\r"_s);
}

/// One argument of Exec, before it is escaped as a string: the same, "The Exec key".
QString quoted(QString argument)
{
    argument.replace(u'%', u"%%"_s);
    for (const QChar special : u"\\\"`$"_s)
        argument.replace(special, QString(u'\\') + special);
    return u'"' + argument + u'"';
}

Error notSaved(const QString& detail)
{
    return {ErrorKind::Disk, u"autostart_failed"_s,
            QCoreApplication::translate(
                "hugger::DesktopAutostart",
                "Starting on login could not be changed: the autostart folder cannot be written to."),
            detail, Retry::NeedsUser};
}

} // namespace

DesktopAutostart::DesktopAutostart(QString program, QStringList arguments, const QString& folder)
    : m_program(std::move(program))
    , m_arguments(std::move(arguments))
    , m_file((folder.isEmpty()
                  ? QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) + "/autostart"_L1
                  : folder)
             + u'/' + desktopId + ".desktop"_L1)
{
}

QString DesktopAutostart::thisProgram()
{
    const QString image = qEnvironmentVariable("APPIMAGE");
    return image.isEmpty() ? QCoreApplication::applicationFilePath() : image;
}

bool DesktopAutostart::isEnabled() const
{
    QFile file(m_file);
    if (!file.open(QIODevice::ReadOnly))
        return false;
    // How desktops switch an entry off without removing it.
    const QList<QByteArray> lines = file.read(1 << 16).split('\n');
    return std::ranges::none_of(lines, [](const QByteArray& line) {
        const QByteArray plain = line.toLower().replace(" ", "").trimmed();
        return plain == "hidden=true" || plain == "x-gnome-autostart-enabled=false";
    });
}

Done DesktopAutostart::setEnabled(bool enabled)
{
    if (isInFlatpak())
        return fail(ErrorKind::Failed, u"autostart_failed"_s,
                    QCoreApplication::translate("hugger::DesktopAutostart",
                                                "From inside Flatpak hugger cannot change what starts on login. Add it "
                                                "in the settings of your desktop."));
    if (!enabled) {
        if (QFile file(m_file); file.exists() && !file.remove())
            return std::unexpected(notSaved(m_file + ": "_L1 + file.errorString()));
        return {};
    }
    QStringList exec{quoted(m_program)};
    for (const QString& argument : m_arguments + QStringList{u"--minimized"_s})
        exec.append(quoted(argument));
    const QString text = "[Desktop Entry]\nType=Application\nName=hugger\nIcon="_L1 + desktopId + "\nTryExec="_L1
        + escaped(m_program) + "\nExec="_L1 + escaped(exec.join(u' ')) + "\nTerminal=false\nStartupNotify=false\n"_L1;
    QDir().mkpath(QFileInfo(m_file).path());
    QSaveFile file(m_file);
    if (!file.open(QIODevice::WriteOnly) || file.write(text.toUtf8()) < 0 || !file.commit())
        return std::unexpected(notSaved(m_file + ": "_L1 + file.errorString()));
    return {};
}

} // namespace hugger
