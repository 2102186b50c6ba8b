# SPDX-FileCopyrightText: 2026 The hugger authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The bench itself, at small sizes: that it runs, checks and reports. Never a time."""

import json
import os
import subprocess
import sys
import tempfile
import unittest

BENCH = os.path.join(os.path.dirname(os.path.abspath(__file__)), "bench.py")
SERVER_BENCH = os.path.join(os.path.dirname(BENCH), "serverbench.py")
FETCHED = ("one", "capped", "shards", "small")


class Quick(unittest.TestCase):
    def run_bench(self, *arguments):
        return subprocess.run([sys.executable, BENCH, "--quick", "--seed", "1", *arguments], capture_output=True, text=True, timeout=500)

    def test_all_cases(self):
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, "figures.json")
            done = self.run_bench("--json", path)
            self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
            with open(path, encoding="utf-8") as file:
                figures = json.load(file)
        cases = {}
        for row in figures["rows"]:
            cases.setdefault(row["case"], set()).add(row["who"])
            for one in row["runs"]:
                self.assertEqual(one["exit"], 0)
                self.assertGreater(one["seconds"], 0)
                self.assertGreater(one["rss"], 1_000_000)
        self.assertEqual(set(cases), {*FETCHED, "verify", "listing", "catalog", "export", "import"})
        for case in FETCHED:
            self.assertIn("hugger", cases[case])
            self.assertIn("aria2c", cases[case])
        self.assertIn("MB mem", done.stdout)

    def test_wrong_bytes_are_noticed(self):
        """A program that succeeds and leaves nothing is a failure of the bench."""
        with tempfile.TemporaryDirectory() as folder:
            program = os.path.join(folder, "hugger")
            with open(program, "w", encoding="ascii") as file:
                file.write("#!/bin/sh\nexit 0\n")
            os.chmod(program, 0o755)
            done = subprocess.run([sys.executable, BENCH, "--quick", "--only", "one", "--place", "disk"], capture_output=True, text=True,
                                  timeout=120, env={**os.environ, "HUGGER_BINARY": program})
            self.assertEqual(done.returncode, 1)
            self.assertIn("hugger left no", done.stderr)

    def test_server(self):
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, "figures.json")
            done = subprocess.run([sys.executable, SERVER_BENCH, "--quick", "--json", path], capture_output=True, text=True, timeout=300)
            self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
            with open(path, encoding="utf-8") as file:
                rows = json.load(file)["rows"]
        self.assertEqual({way: len(runs) for way, runs in rows.items()}, {"nobody asks": 1, "once a second": 1, "all the time": 1})
        self.assertGreater(len(rows["all the time"][0]["latencies"]), 50)
        self.assertIn("p99 ms", done.stdout)


if __name__ == "__main__":
    unittest.main()
