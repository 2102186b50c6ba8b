// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/signals.h"

#include <array>
#include <atomic>
#include <csignal>
#include <fcntl.h>
#include <unistd.h>

namespace hugger {

namespace {

std::array<int, 2> wakePipe{-1, -1};
std::atomic<int> raised = 0;
static_assert(std::atomic<int>::is_always_lock_free, "used in a signal handler");

extern "C" void onSignal(int)
{
    if (raised.fetch_add(1) > 0)
        _exit(130);
    const int kept = errno;
    const char byte = 1;
    // Nothing can be done where it fails: the pipe is never full with one byte.
    [[maybe_unused]] const auto written = write(wakePipe[1], &byte, 1);
    errno = kept;
}

} // namespace

Signals::Signals(QObject* parent)
    : QObject(parent)
{
    if (wakePipe[0] < 0 && pipe2(wakePipe.data(), O_CLOEXEC | O_NONBLOCK) != 0)
        return; // out of descriptors: Ctrl-C then ends the process, which loses nothing
    m_notifier = std::make_unique<QSocketNotifier>(wakePipe[0], QSocketNotifier::Read);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, [this] {
        // The byte stays in the pipe, for wakeFd(); once is enough.
        m_notifier->setEnabled(false);
        Q_EMIT interrupted();
    });
    struct sigaction action{};
    action.sa_handler = onSignal;
    action.sa_flags = SA_RESTART;
    sigemptyset(&action.sa_mask);
    sigaction(SIGINT, &action, nullptr);
    sigaction(SIGTERM, &action, nullptr);
}

bool Signals::wasInterrupted()
{
    return raised.load() > 0;
}

int Signals::wakeFd()
{
    return wakePipe[0];
}

} // namespace hugger
