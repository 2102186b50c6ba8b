# SPDX-FileCopyrightText: 2026 The hugger authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The window on a display of its own, with a window manager, with and without a tray: it is never out of reach."""

import os
import pathlib
import re
import subprocess
import tempfile
import time
import unittest

import harness

HAS_WINDOW = "HUGGER_GUI:BOOL=ON" in (pathlib.Path(harness.BINARY).parent / "CMakeCache.txt").read_text()


@unittest.skipUnless(HAS_WINDOW, "built without the window")
class Tray(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.profile = pathlib.Path(folder.name) / "profile"
        read, write = os.pipe()
        # The Hub is one that refuses every connection.
        # libxkbcommon-x11 hands a string without its end to strndup, which is fine unless AddressSanitizer is strict.
        strictness = os.environ.get("ASAN_OPTIONS", "") + ":strict_string_checks=0"
        self.environment = os.environ | {"HF_ENDPOINT": "http://127.0.0.1:9", "ASAN_OPTIONS": strictness}
        for name in ("QT_QPA_PLATFORM", "WAYLAND_DISPLAY"):
            self.environment.pop(name, None)
        self.start("Xvfb", "-displayfd", str(write), "-screen", "0", "1280x800x24", "-nolisten", "tcp", pass_fds=(write,))
        self.environment["DISPLAY"] = ":" + os.read(read, 16).decode().strip()
        self.start("openbox")
        self.wait_for(lambda: self.x("getmouselocation") and self.x("get_num_desktops"), "the window manager")

    def start(self, *command, **options):
        process = subprocess.Popen(command, env=self.environment, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                                   stderr=subprocess.DEVNULL, **options)
        self.addCleanup(self.end, process)
        return process

    def end(self, process):
        if process.poll() is None:
            process.terminate()
        process.wait(30)

    def x(self, *command):
        return subprocess.run(["xdotool", *command], env=self.environment, text=True, capture_output=True, timeout=30).stdout

    def wait_for(self, condition, what, seconds=60):
        deadline = time.monotonic() + seconds
        while not (found := condition()):
            self.assertLess(time.monotonic(), deadline, f"waited {seconds} s for {what}")
            time.sleep(0.1)   # the pace of looking, never what is waited for
        return found

    def hugger(self, *arguments):
        return self.start(harness.BINARY, "--profile", str(self.profile), *arguments)

    def window(self):
        """The window that is to be seen, not the icon in the tray."""
        for number in self.x("search", "--onlyvisible", "--class", "hugger").split():
            size = re.search(r"Geometry: (\d+)x", self.x("getwindowgeometry", number))
            if size and int(size[1]) > 300:
                return number
        return None

    def activate(self):
        """As a task bar does, which knows only windows that are not hidden."""
        for number in self.x("search", "--name", "^hugger$").split():
            self.x("windowactivate", number)
        return self.window()

    def icon(self):
        for number in self.x("search", "--onlyvisible", "--class", "hugger").split():
            size = re.search(r"Geometry: (\d+)x", self.x("getwindowgeometry", number))
            if size and int(size[1]) < 100:
                return number
        return None

    def tray(self):
        return self.start("stalonetray", "--geometry", "5x1+0+0", "-i", "24")

    def close(self):
        def closed():
            if not (number := self.window()):
                return True
            # A key that comes before the window has the focus is lost.
            self.x("windowactivate", "--sync", number)
            self.x("key", "alt+F4")
            return False

        self.wait_for(self.window, "the window")
        self.wait_for(closed, "the window to close")

    def test_without_a_tray_closing_ends_it(self):
        process = self.hugger()
        self.close()
        self.assertEqual(process.wait(60), 0)

    def test_with_a_tray_it_goes_there_and_comes_back(self):
        tray = self.tray()
        process = self.hugger()
        self.wait_for(self.window, "the window")
        self.wait_for(self.icon, "the icon")
        self.close()
        self.assertIsNone(process.poll())
        self.assertEqual(self.hugger().wait(60), 0)
        self.wait_for(self.window, "the window to come back")
        self.close()
        self.assertIsNone(self.activate(), "a window that is hidden is not among those of the desktop")
        # The tray goes, and with it the way back: the window is minimized instead.
        self.end(tray)
        self.wait_for(self.activate, "the window after the tray")
        self.assertIsNone(process.poll())
        process.terminate()
        self.assertEqual(process.wait(60), 0)

    def test_minimized_waits_for_a_late_tray(self):
        process = self.hugger("--minimized")
        self.wait_for(lambda: (self.profile / "state.db").exists(), "the profile to be open")
        self.assertIsNone(self.window())
        self.tray()
        self.wait_for(self.icon, "the icon")
        self.assertIsNone(self.window())
        # What asks for something is answered on the screen.
        self.assertEqual(self.hugger("--add").wait(60), 0)
        self.wait_for(self.window, "the window")
        process.terminate()
        self.assertEqual(process.wait(60), 0)


if __name__ == "__main__":
    harness.main()
