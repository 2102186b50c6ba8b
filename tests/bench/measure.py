# SPDX-FileCopyrightText: 2026 The hugger authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs a command and says what it took. As a program it is the small parent that the command is measured under: a process starts
with the peak memory of the one it was forked from, so that must not be the bench itself."""

import json
import os
import signal
import sys
import time

TICK = os.sysconf("SC_CLK_TCK")


def child(words):
    """measure.py REPORT LOG COMMAND...: runs it with its output in LOG and writes what wait4() says to REPORT."""
    report, log, *command = words
    out = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    empty = os.open(os.devnull, os.O_RDONLY)
    begun = time.monotonic()
    # New name on the path, not a shell: every argument arrives as it is.
    process = os.posix_spawnp(command[0], command, os.environ,
                              file_actions=[(os.POSIX_SPAWN_DUP2, empty, 0), (os.POSIX_SPAWN_DUP2, out, 1), (os.POSIX_SPAWN_DUP2, out, 2)])
    _, status, usage = os.wait4(process, 0)
    found = {"seconds": time.monotonic() - begun, "exit": os.waitstatus_to_exitcode(status),
             "cpu": usage.ru_utime + usage.ru_stime, "rss": usage.ru_maxrss * 1024}
    with open(report, "w", encoding="ascii") as file:
        json.dump(found, file)


def machine_busy():
    """CPU seconds this machine has worked since it started."""
    with open("/proc/stat", encoding="ascii") as file:
        user, nice, system, _, _, irq, softirq, steal = (int(word) for word in file.readline().split()[1:9])
    return (user + nice + system + irq + softirq + steal) / TICK


def process_cpu(pids):
    """CPU seconds of these processes."""
    total = 0
    for pid in pids:
        try:
            with open(f"/proc/{pid}/stat", encoding="utf-8", errors="replace") as file:
                fields = file.read().rpartition(")")[2].split()
            total += int(fields[11]) + int(fields[12])
        except OSError:
            pass
    return total / TICK


def wait_for_calm(seconds, share=0.1):
    """Until the machine has something else to do than others' work, or patience ends."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        begun = machine_busy()
        time.sleep(0.5)
        if machine_busy() - begun < 0.5 * share * os.cpu_count():
            return


class Failed(Exception):
    pass


def run(command, environment, folder, flush=None, far_end=()):
    """Runs it and, within the time, brings the folder `flush` to the disk. Returns a dict:

    seconds   until everything was durable         bare      until the command ended
    cpu       CPU seconds of the command            rss       peak memory of its biggest process
    far       CPU seconds of the far end            others    share of the machine that was taken by neither
    """
    report, log = os.path.join(folder, "report.json"), os.path.join(folder, "log.txt")
    busy, far = machine_busy(), process_cpu(far_end)
    begun = time.monotonic()
    runner = [sys.executable, "-S", "-E", os.path.abspath(__file__), report, log, *command]
    process = os.posix_spawn(sys.executable, runner, environment, setpgroup=0)
    try:
        os.waitpid(process, 0)
    except BaseException:       # Ctrl-C: nothing of it goes on behind our back
        os.killpg(process, signal.SIGKILL)
        os.waitpid(process, 0)
        raise
    ended = time.monotonic()
    # Starting our own small parent is not the command's time.
    with open(report, encoding="ascii") as file:
        found = json.load(file)
    overhead = max(0, ended - begun - found["seconds"])
    if flush:
        synced = time.monotonic()
        descriptor = os.open(flush, os.O_RDONLY)
        try:
            syncfs(descriptor)
        finally:
            os.close(descriptor)
        found["sync"] = time.monotonic() - synced
    else:
        found["sync"] = 0
    whole = time.monotonic() - begun
    found["far"] = process_cpu(far_end) - far
    found["others"] = max(0, machine_busy() - busy - found["cpu"] - found["far"] - overhead) / (whole * os.cpu_count())
    found["bare"] = found.pop("seconds")
    found["seconds"] = found["bare"] + found["sync"]
    if found["exit"] != 0:
        raise Failed(f"exit {found['exit']} of {' '.join(command[:6])} ...\n{output(folder)[-2000:]}")
    return found


def output(folder):
    """What the last command that ran with this folder said."""
    with open(os.path.join(folder, "log.txt"), encoding="utf-8", errors="replace") as file:
        return file.read().strip()


def syncfs(descriptor):
    """What `sync -f` does: this file system, not all of them."""
    import ctypes
    if ctypes.CDLL(None, use_errno=True).syncfs(descriptor) != 0:
        raise OSError(ctypes.get_errno(), "syncfs failed")


if __name__ == "__main__":
    child(sys.argv[1:])
