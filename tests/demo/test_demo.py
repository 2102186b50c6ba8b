# SPDX-FileCopyrightText: 2026 The hugger authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The demo works without a terminal, says what it should, and can fail."""

import os
import shutil
import subprocess
import sys
import tempfile
import unittest

DEMO = os.path.join(os.path.dirname(os.path.abspath(__file__)), "demo.py")


class Demo(unittest.TestCase):
    def demo(self, hugger, folder):
        return subprocess.run([sys.executable, DEMO, hugger, folder], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                              stderr=subprocess.STDOUT, text=True, timeout=300)

    def test_works(self):
        with tempfile.TemporaryDirectory() as folder:
            done = self.demo(os.environ["HUGGER_BINARY"], folder)
            self.assertEqual(done.returncode, 0, done.stdout)
            for text in ("To fetch", "Fetching", "every SHA-256 proved", "Lies in", "Load it", "finds it by branch", "All of it worked"):
                self.assertIn(text, done.stdout)
            again = self.demo(os.environ["HUGGER_BINARY"], folder)      # fresh each time
            self.assertEqual(again.returncode, 0, again.stdout)
            self.assertIn("To fetch  3.2 MB in 9 files", again.stdout)

    def test_fails(self):
        with tempfile.TemporaryDirectory() as folder:
            done = self.demo(shutil.which("true"), os.path.join(folder, "new"))
            self.assertEqual(done.returncode, 1)
            self.assertIn("The demo failed", done.stdout)

    def test_folder_of_others(self):
        with tempfile.TemporaryDirectory() as folder:
            kept = os.path.join(folder, "mine.txt")
            with open(kept, "w", encoding="ascii") as file:
                file.write("mine")
            self.assertEqual(self.demo(os.environ["HUGGER_BINARY"], folder).returncode, 1)
            self.assertTrue(os.path.exists(kept))


if __name__ == "__main__":
    unittest.main()
