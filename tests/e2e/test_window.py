# SPDX-FileCopyrightText: 2026 The hugger authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The window as a process: one at a time, links handed over, a clean end."""

import pathlib
import signal
import socket
import subprocess
import tempfile
import unittest

import harness
import support

TINY = "acme/tiny-llama"
BIG = "acme/big"
HAS_WINDOW = "HUGGER_GUI:BOOL=ON" in (pathlib.Path(harness.BINARY).parent / "CMakeCache.txt").read_text()


@unittest.skipUnless(HAS_WINDOW, "built without the window")
class Window(support.CommandLine):
    hub_options = {"big_size": str(24 << 20), "many": 20}

    def setUp(self):
        super().setUp()
        self.runtime = tempfile.TemporaryDirectory()
        self.addCleanup(self.runtime.cleanup)
        self.environment = self.app.environment | {"XDG_RUNTIME_DIR": self.runtime.name, "QT_QPA_PLATFORM": "offscreen"}

    def command(self, *arguments):
        return [harness.BINARY, "--profile", str(self.app.profile), *arguments]

    def open_window(self, *arguments, **environment):
        window = subprocess.Popen(self.command(*arguments), env=self.environment | environment,
                                  stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        self.addCleanup(self.end, window)
        return window

    def end(self, window):
        if window.poll() is None:
            window.kill()
            window.communicate()

    def again(self, *arguments, expect=0):
        done = subprocess.run(self.command(*arguments), env=self.environment, text=True, capture_output=True, timeout=60)
        self.assertEqual(done.returncode, expect, done.stdout + done.stderr)
        return done

    def sockets(self):
        return list(pathlib.Path(self.runtime.name).glob("hugger/*.sock"))

    def wait_until_open(self):
        self.wait_for(self.sockets, "the window to listen")
        self.wait_for((self.app.profile / "state.db").exists, "the profile to be open")

    def quit(self, window, number=signal.SIGTERM):
        window.send_signal(number)
        said, _ = window.communicate(timeout=60)
        self.assertEqual(window.returncode, 0, said)
        return said

    def test_signals_end_it_cleanly(self):
        for number in (signal.SIGTERM, signal.SIGINT):
            window = self.open_window()
            self.wait_until_open()
            self.quit(window, number)
            self.assertEqual(self.sockets(), [])
            self.assertEqual(self.app.run("list").json["snapshots"], [])

    def test_second_start_hands_over_and_ends(self):
        window = self.open_window("--minimized")
        self.wait_until_open()
        for arguments in ([], ["--add"], ["hugger:acme/tiny-llama"], ["--minimized", "https://huggingface.co/acme/tiny-llama"]):
            self.assertEqual(self.again(*arguments).stdout, "")
        self.assertIsNone(window.poll())
        # Links are asked about, never archived by themselves.
        self.assertEqual(self.app.run("jobs", "--all").json["jobs"], [])
        self.quit(window)

    def test_other_profile_has_its_own_window(self):
        first = self.open_window()
        self.wait_until_open()
        other = subprocess.Popen([harness.BINARY, "--profile", str(self.folder / "other")], env=self.environment,
                                 stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        self.addCleanup(self.end, other)
        self.wait_for(lambda: len(self.sockets()) == 2, "the other window to listen")
        self.quit(other)
        self.quit(first)

    def set_server(self, line):
        self.app.profile.mkdir(parents=True)
        (self.app.profile / "settings.ini").write_text(f"[General]\n{line}\n")

    def test_command_line_beside_it(self):
        with socket.create_server(("127.0.0.1", 0)) as free:
            port = free.getsockname()[1]
        self.set_server(f"server_port={port}")
        window = self.open_window()
        self.wait_for((self.app.profile / "server.json").exists, "the window to listen for commands")
        self.assertEqual(self.app.run("list").json["snapshots"], [])
        found = self.app.archive(TINY)
        self.assertIn(f"process {window.pid}", found.err)
        self.assertHolds(self.app, TINY)
        self.quit(window)
        self.assertEqual(self.app.archive(TINY).snapshot["fetched_bytes"], 0)

    def test_command_line_beside_one_that_listens_to_nobody(self):
        self.set_server("server=false")
        window = self.open_window()
        self.wait_until_open()
        self.assertEqual(self.fails(8, "archive", TINY)["code"], "profile_busy")
        self.quit(window)
        self.app.archive(TINY)

    def test_links_wait_for_a_busy_profile(self):
        self.hub.throttle(connection=512 << 10, server="cdn", send_buffer=64 << 10)
        job = self.app.start("archive", BIG)
        self.wait_for_part(job, 1 << 20)
        window = self.open_window("--minimized", "hugger:acme/tiny-llama")
        self.wait_for(self.sockets, "the window to listen")
        self.again("hugger:acme/tiny-llama")
        # By then the window has been refused.
        self.wait_for_part(job, 16 << 20)
        self.assertIsNone(window.poll())
        job.kill()
        job.communicate()
        # It is tried again by itself.
        self.hub.throttle()
        self.wait_for(lambda: self.app.list() and not self.app.run("jobs").json["jobs"], "the window to take over")
        self.assertEqual(len(self.app.run("jobs", "--all").json["jobs"]), 1, "a link was archived by itself")
        self.quit(window)

    def test_after_a_crash_the_next_one_starts(self):
        window = self.open_window()
        self.wait_until_open()
        window.kill()
        window.communicate()
        left = self.sockets()[0].stat().st_ctime_ns
        again = self.open_window()
        self.wait_for(lambda: [path for path in self.sockets() if path.stat().st_ctime_ns != left], "it to listen anew")
        self.again()
        self.assertIsNone(again.poll())
        self.quit(again)

    def test_goes_on_with_what_was_interrupted(self):
        self.slowly()
        job = self.app.start("archive", BIG)
        self.wait_for_part(job, 1 << 20)
        job.kill()
        job.communicate()
        # The window takes up what the command line left behind, and what it left behind itself.
        for _ in range(2):
            window = self.open_window()
            self.wait_until_open()
            self.wait_for(lambda: self.app.run("jobs").json["jobs"][0]["state"] == "running", "the job to go on")
            self.quit(window)
            self.assertEqual(len(self.app.run("jobs").json["jobs"]), 1)
        self.hub.throttle()
        window = self.open_window()
        self.wait_for(lambda: self.app.list() and not self.app.run("jobs").json["jobs"], "the job to be done")
        self.quit(window)
        self.app.run("verify", BIG)


if __name__ == "__main__":
    harness.main()
