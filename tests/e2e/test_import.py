# SPDX-FileCopyrightText: 2026 The hugger authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What comes in with `hugger import`, and what never does: bundles written by hand, good and hostile, and imports that are killed."""

import gzip
import os
import pathlib
import resource
import shutil
import subprocess
import sys
import tempfile
import time
import unittest

import handbundles
import harness
import hostilebundles

NOBODY = "http://127.0.0.1:9"
MEMORY = 150 << 20
SECONDS = 60
# Freed memory that the sanitizer keeps for a while says nothing about hugger.
QUIET = {"ASAN_OPTIONS": f"quarantine_size_mb=1:malloc_context_size=0:{os.environ.get('ASAN_OPTIONS', '')}"}
POINTS = ["import-begun", "import-staged:1", "import-staged:9", "import-announced", "import-read", "import-checked", "admit-synced",
          "admit-renamed:2", "import-admitted", "record-answers", "record-write", "record-written", "commit-record", "commit-view", "catalog-put",
          "commit-catalog", "import-committed", "import-cleaning"]


# What a program took includes what its parent had when it started it, and we may have a bundle in memory.
SMALL_PARENT = """
import os, resource, subprocess, sys
code = subprocess.call(sys.argv[2:])
with open(sys.argv[1], "w") as report:
    report.write(str(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * 1024))
if code < 0:
    os.kill(os.getpid(), -code)
sys.exit(code)
"""


class ImportTest(unittest.TestCase):
    maxDiff = None

    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="hugger-e2e-", dir=harness.SCRATCH))
        self.addCleanup(harness.remove_tree, self.folder)
        self.homes = 0

    def hugger(self):
        self.homes += 1
        return harness.Hugger(NOBODY, self.folder / f"home{self.homes}", **QUIET)

    def put(self, name, data):
        path = self.folder / "in" / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(data)
        return path

    def measured(self, app, *arguments):
        """The outcome, the most memory it took, and seconds."""
        begin = time.monotonic()
        with tempfile.NamedTemporaryFile("r") as report:
            command = [sys.executable, "-S", "-E", "-c", SMALL_PARENT, report.name, *app.command(*arguments)]
            done = subprocess.run(command, env=app.environment, stdin=subprocess.DEVNULL, capture_output=True, text=True)
            found = harness.Outcome(arguments, done.returncode, done.stdout, done.stderr)
            self.assertNotIn("Sanitizer", found.err, str(found))
            self.assertGreaterEqual(done.returncode, 0, str(found))
            return found, int(report.read()), time.monotonic() - begin

    def assertHolds(self, app, bundle):
        record = bundle.record
        view = app.store / "hub" / f"models--{record['id'].replace('/', '--')}" / "snapshots" / record["commit"]
        self.assertEqual(harness.hashes_below(view), {path: handbundles.sha256(data) for path, data in bundle.contents.items()})
        self.assertEqual(harness.audit(app.store), [])
        self.assertEqual(self.leftovers(app), [])

    def leftovers(self, app):
        folder = app.store / "quarantine"
        return sorted(path.name for path in folder.iterdir()) if folder.exists() else []


class Good(ImportTest):
    def test_every_form(self):
        bundle = handbundles.Bundle()
        forms = {name: self.put(name, data) for name, data in bundle.all_forms().items()}
        forms["folder"] = bundle.folder(self.folder / "in" / "folder")
        data = bundle.tar()
        # The name says nothing: the first bytes do.
        forms["renamed"] = self.put("renamed.zip", data)
        for number in range(3):
            self.put(f"cut.tar.{number + 1:03}", data[number * len(data) // 3:(number + 1) * len(data) // 3])
        forms["volumes"], forms["volumes, by what they have in common"] = self.folder / "in/cut.tar.001", self.folder / "in/cut.tar"
        # Packed again by somebody else: another order, folders, "./" in front, no folder around it.
        entries = [("./" + name.removeprefix(bundle.top), content) for name, content in reversed(bundle.entries())]
        forms["packed again"] = self.put("again.tar", bundle.tar(entries=entries))
        if shutil.which("tar"):
            subprocess.run(["tar", "-C", forms["folder"], "--sort=name", "-czf", self.folder / "in/gnu.tgz", "."], check=True)
            forms["GNU tar"] = self.folder / "in/gnu.tgz"
        for name, path in forms.items():
            with self.subTest(name):
                app = self.hugger()
                found, memory, _ = self.measured(app, "import", str(path))
                self.assertEqual(found.code, 0, str(found))
                self.assertEqual(found.json["import"]["new_bytes"], len(handbundles.WEIGHTS) + 14, str(found))
                self.assertHolds(app, bundle)
                self.assertEqual([snapshot["state"] for snapshot in app.list()], ["complete"])
                self.assertEqual(app.run("verify").json["verified"], 5)
                again = app.run("import", str(path)).json["import"]
                self.assertEqual((again["new_bytes"], again["merged"]), (0, 1))
                self.assertHolds(app, bundle)

    def test_archives_of_files(self):
        bundle = handbundles.Bundle()
        entries = [(f"stuff/{path}", data) for path, data in bundle.contents.items()]
        for name, data in {"My stuff.tar": bundle.tar(entries=entries), "My stuff.tar.gz": gzip.compress(bundle.tar(entries=entries))}.items():
            with self.subTest(name):
                app = self.hugger()
                snapshot = app.run("import", str(self.put(name, data))).json["snapshots"][0]
                self.assertEqual(snapshot["repo"], "local/My-stuff")
                self.assertEqual(harness.hashes_below(snapshot["path"]), {path: handbundles.sha256(data) for path, data in bundle.contents.items()})
                self.assertEqual(app.run("verify").json["verified"], 5)
                self.assertEqual(harness.audit(app.store), [])

    def test_holes_in_a_tar(self):
        """Weights may be mostly zeros, and GNU tar then leaves them out."""
        if not shutil.which("tar"):
            self.skipTest("no tar")
        folder = self.folder / "sparse"
        folder.mkdir()
        with open(folder / "zeros.bin", "wb") as file:
            file.write(b"begin")
            file.truncate(5 << 20)
        subprocess.run(["tar", "-C", self.folder, "--sparse", "-cf", self.folder / "sparse.tar", "sparse"], check=True)
        self.assertLess((self.folder / "sparse.tar").stat().st_size, 1 << 20)
        snapshot = self.hugger().run("import", str(self.folder / "sparse.tar")).json["snapshots"][0]
        self.assertEqual(harness.hashes_below(snapshot["path"]), {"zeros.bin": harness.sha256_of(folder / "zeros.bin")})

    def test_many_files(self):
        """A hundred thousand take little memory."""
        if "HUGGER_LONG" not in os.environ:
            self.skipTest("HUGGER_LONG=1 runs it")
        bundle = handbundles.Bundle({f"data/{number % 300:03}/{number:06}.txt": b"%d" % number for number in range(100_000)})
        found, memory, seconds = self.measured(self.hugger(), "import", str(self.put("many.tar", bundle.tar())))
        self.assertEqual(found.code, 0, str(found))
        print(f"100,000 files: {memory >> 20} MiB, {seconds:.1f} s", file=sys.stderr)
        self.assertLess(memory, MEMORY)

    def test_large(self):
        if "HUGGER_LONG" not in os.environ:
            self.skipTest("HUGGER_LONG=1 runs it")
        bundle = handbundles.Bundle({"model.safetensors": os.urandom(1 << 20) * 2048})
        path = self.put("large.tar", bundle.tar())
        del bundle
        found, memory, seconds = self.measured(self.hugger(), "import", str(path))
        self.assertEqual(found.code, 0, str(found))
        print(f"2 GiB: {memory >> 20} MiB, {seconds:.1f} s", file=sys.stderr)
        self.assertLess(memory, MEMORY)


class HostileBundles(ImportTest):
    def test_each_is_refused(self):
        app = self.hugger()
        held = handbundles.Bundle({"kept.txt": b"kept"}, commit="d" * 40, repo="acme/kept")
        app.run("import", str(self.put("kept.tar", held.tar())))
        baseline = self.measured(app, "list")[1]
        (self.folder / "in").rename(self.folder / "before")
        store, listed = harness.fingerprint(app.store), app.list()
        outside = harness.fingerprint(self.folder / "before")
        count = worst_memory = worst_time = 0
        for case in hostilebundles.all_cases():
            with self.subTest(case.name):
                paths = [self.put(name, data) for name, data in case.files.items()]
                found, memory, seconds = self.measured(app, "import", str(paths[0]))
                codes = case.code if isinstance(case.code, tuple) else (case.code,)
                self.assertIn(found.code, codes, str(found))
                self.assertIn(case.says, found.error["message"], str(found))
                self.assertTrue(found.code != 6 or found.error["code"] in ("bad_bundle", "not_held_here"), str(found))
                self.assertEqual(self.leftovers(app), [])
                self.assertEqual(harness.fingerprint(app.store), store, "the store changed")
                self.assertEqual(sorted(path.name for path in self.folder.iterdir()), ["before", "home1", "in"])
                self.assertLess(memory - baseline, MEMORY)
                self.assertLess(seconds, SECONDS)
                worst_memory, worst_time = max(worst_memory, memory - baseline), max(worst_time, seconds)
                count += 1
            harness.remove_tree(self.folder / "in")
        print(f"{count} hostile bundles refused; at most {worst_memory >> 20} MiB and {worst_time:.1f} s", file=sys.stderr)
        self.assertGreaterEqual(count, 30)
        self.assertEqual(app.list(), listed)
        self.assertEqual(harness.fingerprint(self.folder / "before"), outside)
        self.assertHolds(app, held)


class Killed(ImportTest):
    def test_at_every_step(self):
        bundle = handbundles.Bundle()
        path = self.put("x.tar", bundle.tar())
        for point in POINTS:
            with self.subTest(point):
                app = self.hugger()
                self.assertTrue(app.crash("import", str(path), at=point), "it was not killed")
                for snapshot in app.list():
                    self.assertEqual((snapshot["state"], snapshot["files"]), ("complete", len(bundle.contents)))
                self.assertEqual(harness.audit(app.store), [])
                app.run("verify", expect=(0, 9))
                self.assertEqual(self.leftovers(app), [], "opening the library cleans up")
                app.run("import", str(path))
                self.assertHolds(app, bundle)
                self.assertEqual(app.run("verify").json["verified"], len(bundle.contents))

    def test_a_held_snapshot_survives(self):
        """Killed while it is joined with more: what was held is held."""
        first = handbundles.Bundle()
        second = handbundles.Bundle(first.contents | {"config.json": b"[1]"}, commit="b" * 40)
        paths = [self.put("1.tar", first.tar()), self.put("2.tar", second.tar())]
        for point in ("import-admitted", "record-written", "commit-record", "commit-view", "catalog-put"):
            with self.subTest(point):
                app = self.hugger()
                app.run("import", str(paths[0]))
                self.assertTrue(app.crash("import", str(paths[1]), at=point))
                app.run("verify")
                self.assertIn("a" * 40, [snapshot["commit"] for snapshot in app.list()])
                app.run("import", str(paths[1]))
                self.assertHolds(app, first)
                self.assertHolds(app, second)


if __name__ == "__main__":
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    harness.main()
