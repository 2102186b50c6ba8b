// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/prompt.h"

#include "app/signals.h"
#include "base/format.h"

#include <array>
#include <cerrno>
#include <cstdio>
#include <poll.h>
#include <termios.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace hugger {

namespace {

constexpr qsizetype maxLine = 8192;

/// Turns the terminal's echo off while it lives.
class NoEcho final {
public:
    NoEcho()
        : m_changed(tcgetattr(STDIN_FILENO, &m_before) == 0)
    {
        if (!m_changed)
            return;
        termios silent = m_before;
        silent.c_lflag &= ~static_cast<tcflag_t>(ECHO);
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent);
    }
    ~NoEcho()
    {
        if (m_changed)
            tcsetattr(STDIN_FILENO, TCSAFLUSH, &m_before);
    }
    Q_DISABLE_COPY_MOVE(NoEcho)

private:
    termios m_before{};
    bool m_changed = false;
};

/// Up to the end of the line or the input. Watches for Ctrl-C, which only poll() notices.
Expected<QByteArray> readLine()
{
    QByteArray line;
    while (line.size() < maxLine) {
        std::array<pollfd, 2> watched{pollfd{STDIN_FILENO, POLLIN, 0}, pollfd{Signals::wakeFd(), POLLIN, 0}};
        if (poll(watched.data(), watched.size(), -1) < 0 && errno != EINTR)
            return std::unexpected(diskError(errno, u"poll"_s, u"standard input"_s));
        if (Signals::wasInterrupted())
            return std::unexpected(interrupted());
        if (watched[0].revents == 0)
            continue;
        char byte = 0;
        const auto count = read(STDIN_FILENO, &byte, 1);
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0)
            return std::unexpected(diskError(errno, u"read"_s, u"standard input"_s));
        if (count == 0 || byte == '\n')
            break;
        line += byte;
    }
    return line;
}

void ask(const QString& text)
{
    const QByteArray bytes = escapeForTerminal(text).toUtf8();
    std::fflush(stdout);
    std::fwrite(bytes.constData(), 1, static_cast<std::size_t>(bytes.size()), stderr);
    std::fflush(stderr);
}

} // namespace

bool canAsk()
{
    return isatty(STDIN_FILENO) == 1 && isatty(STDERR_FILENO) == 1;
}

Expected<bool> confirm(const QString& question)
{
    ask(question + u" [y/N] "_s);
    const auto line = readLine();
    if (!line)
        return std::unexpected(line.error());
    const QByteArray answer = line->trimmed().toLower();
    return answer == "y" || answer == "yes";
}

Expected<QString> askFor(const QString& question)
{
    ask(question + u' ');
    return readLine().transform([](const QByteArray& line) { return QString::fromUtf8(line).trimmed(); });
}

Expected<QByteArray> readSecret(const QString& prompt)
{
    if (isatty(STDIN_FILENO) != 1)
        return readLine();
    const NoEcho silent;
    ask(prompt);
    const auto line = readLine();
    std::fputc('\n', stderr);
    return line;
}

} // namespace hugger
