# SPDX-FileCopyrightText: 2026 The hugger authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The command line as a person and a script see it: without --json, in a pipe, on a terminal, stopped by a signal."""

import fcntl
import json
import os
import pathlib
import pty
import re
import select
import signal
import struct
import subprocess
import termios
import time

import harness

ANSI = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]")


class CommandLine(harness.HuggerTest):
    def setUp(self):
        super().setUp()
        self.hub.reset()
        self.app = self.hugger()

    def says(self, *arguments, expect=0, input=None, **environment):
        """Runs it without --json and in pipes."""
        command = [harness.BINARY, "--profile", str(self.app.profile), *arguments]
        done = subprocess.run(command, env=self.app.environment | environment, input=input or "", text=True, capture_output=True, timeout=100)
        found = harness.Outcome(arguments, done.returncode, done.stdout, done.stderr)
        self.assertEqual(done.returncode, expect, str(found))
        self.assertNotIn("\x1b", done.stdout + done.stderr, "colours in a pipe")
        return found

    def fails(self, code, *arguments, **environment):
        """Runs it with --json: one document with an error, and that exit code. Gives the error."""
        found = self.app.run(*arguments, expect=code, **environment)
        self.assertEqual(set(found.error), {"code", "message", "detail"}, str(found))
        self.assertTrue(found.error["message"], str(found))
        return found.error

    def stopped(self, process, number=signal.SIGINT):
        process.send_signal(number)
        return self.app.finish(process, expect=130)

    def slowly(self):
        """The CDN gives 2 MB/s a connection, so that a program can be stopped in the middle."""
        self.hub.throttle(connection=2 << 20, server="cdn", send_buffer=64 << 10)

    def wait_for_part(self, process, least):
        """Until so many bytes of a part file are written."""
        def written():
            self.assertIsNone(process.poll(), "it ended before it could be stopped")
            parts = list((self.app.store / "incoming").glob("*.part"))
            return sum(part.stat().st_blocks * 512 for part in parts) >= least
        self.wait_for(written, "the transfer to be under way")


def is_pending(process, number):
    """Whether a signal was sent and nobody took it yet."""
    status = pathlib.Path(f"/proc/{process.pid}/status").read_text()
    return bool(int(re.search(r"ShdPnd:\t(\w+)", status)[1], 16) >> (number - 1) & 1)


class Gate:
    """Holds a hugger at one of its crash points (`environment`) until it is opened. With no gate there, it passes."""

    def __init__(self, test, path, point):
        self.test, self.path = test, path
        self.environment = {"HUGGER_HOLD_AT": f"{point}:{path}"}

    def __enter__(self):
        """Put up before something comes to that point."""
        os.mkfifo(self.path)
        return self

    def __exit__(self, *_):
        if os.path.exists(self.path):
            os.unlink(self.path)

    def wait(self):
        """Until something waits there."""
        self.hand = self.test.wait_for(self.grasp, f"something to come to {self.path}")

    def grasp(self):
        try:
            return os.open(self.path, os.O_WRONLY | os.O_NONBLOCK)
        except OSError:
            return None

    def open(self):
        os.unlink(self.path)
        os.close(self.hand)


class Screen:
    """A program on a terminal of its own."""

    def __init__(self, command, environment, columns=100):
        self.pid, self.fd = pty.fork()
        if self.pid == 0:
            os.execve(command[0], command, environment)
        fcntl.ioctl(self.fd, termios.TIOCSWINSZ, struct.pack("HHHH", 40, columns, 0, 0))
        self.shown = b""

    def read(self, seconds):
        """What comes within that time; False at the end."""
        if not select.select([self.fd], [], [], seconds)[0]:
            return True
        try:
            new = os.read(self.fd, 65536)
        except OSError:
            return False
        self.shown += new
        return bool(new)

    def wait_for(self, text, seconds=60):
        deadline = time.monotonic() + seconds
        while text.encode() not in self.shown:
            if time.monotonic() > deadline or not self.read(1):
                raise AssertionError(f"{text!r} was not shown, but\n{self.text}")

    def type(self, text):
        os.write(self.fd, text.encode())

    def end(self):
        """Reads to the end; gives the exit code."""
        while self.read(60):
            pass
        status = os.waitpid(self.pid, 0)[1]
        os.close(self.fd)
        return os.waitstatus_to_exitcode(status)

    @property
    def text(self):
        return ANSI.sub("", self.shown.decode(errors="replace"))


def documents(text):
    """Lines of JSON."""
    return [json.loads(line) for line in text.splitlines()]
