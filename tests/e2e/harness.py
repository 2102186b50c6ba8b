# SPDX-FileCopyrightText: 2026 The hugger authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The real hugger against the practice Hub, and an audit of what it left on the disk that uses nothing of hugger."""

import hashlib
import json
import os
import pathlib
import shutil
import stat
import subprocess
import sys
import tempfile
import time
import unittest

from practicehub.client import PracticeHub

BINARY = os.environ.get("HUGGER_BINARY", "")
SOURCE = pathlib.Path(os.environ.get("HUGGER_SOURCE_DIR", pathlib.Path(__file__).resolve().parents[2]))
KINDS = {"model": "models", "dataset": "datasets", "space": "spaces"}


def scratch():
    """Where profiles and stores lie: in memory where there is room, since hugger syncs a lot and no test here pulls the plug."""
    memory = pathlib.Path("/dev/shm")
    return memory if memory.is_dir() and os.access(memory, os.W_OK) and shutil.disk_usage(memory).free > 4 << 30 else None


SCRATCH = scratch()


class Outcome:
    """How a command ended and what it said."""

    def __init__(self, arguments, code, out, err):
        self.arguments, self.code, self.out, self.err = arguments, code, out, err

    @property
    def json(self):
        return json.loads(self.out)

    @property
    def error(self):
        return self.json["error"]

    @property
    def snapshot(self):
        return self.json["snapshot"]

    def __str__(self):
        return (f"hugger {' '.join(self.arguments)} ended with {self.code}\n"
                f"--- stdout\n{self.out[-4000:]}\n--- stderr\n{self.err[-4000:]}")


class Hugger:
    """One profile, in a home of its own."""

    def __init__(self, endpoint, home, token=None, **environment):
        self.home = pathlib.Path(home)
        self.home.mkdir(parents=True, exist_ok=True)
        self.profile = self.home / "profile"
        self.environment = {name: value for name, value in os.environ.items()
                            if not name.startswith(("HF_", "HUGGING", "XDG_")) and not name.lower().endswith("_proxy")}
        for name in ("config", "data", "cache", "state"):
            self.environment[f"XDG_{name.upper()}_HOME"] = str(self.home / name)
        self.environment |= {"HOME": str(self.home), "HF_ENDPOINT": endpoint, "LC_ALL": "C.UTF-8"}
        if token:
            self.environment["HF_TOKEN"] = token
        self.environment |= environment

    @property
    def store(self):
        return self.profile / "store"

    def command(self, *arguments):
        return [BINARY, "--profile", str(self.profile), "--json", *arguments]

    def start(self, *arguments, wrap=(), **environment):
        return subprocess.Popen([*wrap, *self.command(*arguments)], env=self.environment | environment, text=True,
                                stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE)

    def finish(self, process, arguments=(), expect=0, timeout=100):
        """Waits for a started one. `expect`: an exit code, several, or None for any that hugger itself chooses."""
        try:
            out, err = process.communicate(timeout=timeout)
        except subprocess.TimeoutExpired:
            process.kill()
            out, err = process.communicate()
            raise AssertionError(f"It did not end in {timeout} s.\n{Outcome(arguments, 'a timeout', out, err)}") from None
        found = Outcome(arguments, process.returncode, out, err)
        expected = expect if isinstance(expect, tuple) else (expect,)
        if process.returncode < 0 or "Sanitizer" in err or (expect is not None and process.returncode not in expected):
            raise AssertionError(f"expected exit code {expect}: {found}")
        return found

    def run(self, *arguments, expect=0, timeout=100, wrap=(), **environment):
        return self.finish(self.start(*arguments, wrap=wrap, **environment), arguments, expect, timeout)

    def crash(self, *arguments, at):
        """Runs with a crash point set. True when it died there."""
        process = self.start(*arguments, HUGGER_CRASH_AT=at)
        out, err = process.communicate(timeout=100)
        if process.returncode == -9:
            return True
        if process.returncode != 0:
            raise AssertionError(str(Outcome(arguments, process.returncode, out, err)))
        return False

    def archive(self, what, *more, **options):
        return self.run("archive", what, *more, **options)

    def list(self):
        return self.run("list").json["snapshots"]


class HuggerTest(unittest.TestCase):
    """A practice Hub for the class, a folder for each test."""
    hub_options = {"big_size": "1M", "many": 20}
    maxDiff = None

    @classmethod
    def setUpClass(cls):
        cls.hub = PracticeHub(**cls.hub_options).start()
        cls.addClassCleanup(cls.hub.stop)

    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="hugger-e2e-", dir=SCRATCH))
        self.addCleanup(remove_tree, self.folder)
        self.homes = 0

    def tearDown(self):
        errors = self.hub.counters()["errors"]
        self.assertEqual(errors, [], "the practice Hub itself failed")

    def hugger(self, **more):
        self.homes += 1
        return Hugger(self.hub.url, self.folder / f"home{self.homes}", **more)

    def truth(self, id, kind="models", revision="HEAD"):
        """Path to SHA-256, as the practice Hub knows it."""
        return {file["path"]: file["sha256"] for file in self.hub.repo(id, kind, revision)["files"]}

    def assertSound(self, hugger, stores=None):
        for store in stores or [hugger.store]:
            self.assertEqual(audit(store), [], f"what lies in {store} is not what it should be")

    def assertHolds(self, hugger, id, kind="models", revision="HEAD", store=None):
        """The record and the view have every file of that revision, byte for byte."""
        facts = self.hub.repo(id, kind, revision)
        wanted = {file["path"]: file["sha256"] for file in facts["files"]}
        place = pathlib.Path(store or hugger.store)
        record = json.loads((place / "records" / kind / id / facts["sha"] / "record.json").read_bytes())
        self.assertEqual({file["path"]: file["sha256"] for file in record["files"]}, wanted)
        view = place / "hub" / f"{kind}--{id.replace('/', '--')}" / "snapshots" / facts["sha"]
        self.assertEqual(hashes_below(view), wanted, "the view")
        self.assertSound(hugger, [place])

    def assertHonest(self, hugger, snapshots=None, store=None):
        """Whatever `list` says is complete is so, by the bytes on the disk and by what the practice Hub knows."""
        place = pathlib.Path(store or hugger.store)
        for snapshot in hugger.list() if snapshots is None else snapshots:
            kind = KINDS[snapshot["kind"]]
            record = json.loads((place / "records" / kind / snapshot["repo"] / snapshot["commit"] / "record.json").read_bytes())
            files = {file["path"]: file["sha256"] for file in record["files"]}
            wanted = self.truth(snapshot["repo"], kind, snapshot["commit"])
            self.assertEqual(snapshot["files"], len(files))
            if snapshot["state"] == "complete":
                self.assertEqual(files, wanted, f"{snapshot} is not complete")
            else:
                self.assertEqual(files, {path: wanted[path] for path in files})
                self.assertLess(len(files), len(wanted))

    def twice(self, objects):
        """Bytes that the practice Hub sent more often than once, of contents given as {name in its counters: size}."""
        served = self.hub.counters()["served"]
        return sum(max(0, served.get(name, 0) - size) for name, size in objects.items())

    def wait_for(self, condition, what, seconds=60):
        deadline = time.monotonic() + seconds
        while not (found := condition()):
            if time.monotonic() > deadline:
                self.fail(f"waited {seconds} s for {what}")
            time.sleep(0.01)   # the pace of looking, never what is waited for
        return found


def objects_of(facts):
    """{name in the practice Hub's counters: size} of what it says about a repository."""
    return {file["object"]: file["size"] for file in facts["files"]}


def sha256_of(path):
    with open(path, "rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def hashes_below(folder):
    """Relative path to SHA-256, through links."""
    found = {}
    for here, _, names in os.walk(folder):
        for name in names:
            path = os.path.join(here, name)
            found[os.path.relpath(path, folder)] = sha256_of(path)
    return found


def remove_tree(folder):
    shutil.rmtree(folder, ignore_errors=True)


def fingerprint(folder):
    """Every name below a folder, with type, mode, size, and SHA-256 or target."""
    found = {}
    for here, folders, names in os.walk(folder):
        for name in folders + names:
            path = os.path.join(here, name)
            facts = os.lstat(path)
            if stat.S_ISLNK(facts.st_mode):
                content = os.readlink(path)
            else:
                content = sha256_of(path) if stat.S_ISREG(facts.st_mode) else ""
            found[os.path.relpath(path, folder)] = (facts.st_mode, facts.st_size if content else 0, content)
    return found


def audit(store):
    """What is wrong in a store, by the documented format alone. Every byte is read."""
    store = pathlib.Path(store)
    wrong = []
    if not store.exists():
        return wrong
    held = {}
    for path in sorted((store / "objects").rglob("*")):
        if path.is_dir():
            continue
        name = path.name
        facts = path.lstat()
        if path != store / "objects" / "sha256" / name[:2] / name or len(name) != 64 or not stat.S_ISREG(facts.st_mode):
            wrong.append(f"{path} is no object")
            continue
        if sha256_of(path) != name:
            wrong.append(f"{path} has other bytes than its name says")
        if stat.S_IMODE(facts.st_mode) != 0o444:
            wrong.append(f"{path} has mode {stat.S_IMODE(facts.st_mode):o}")
        held[name] = facts.st_size
    records = {}
    for path in sorted((store / "records").rglob("record.json")):
        try:
            record = json.loads(path.read_bytes())
        except ValueError as error:
            wrong.append(f"{path}: {error}")
            continue
        place = pathlib.PurePath(KINDS[record["kind"]], record["id"], record["commit"])
        if path.parent != store / "records" / place:
            wrong.append(f"{path} is about {place}")
        for file in record["files"]:
            if held.get(file["sha256"]) != file["size"]:
                wrong.append(f"{path} names {file['path']}, whose object is not there or has another size")
        records[f"{KINDS[record['kind']]}--{record['id'].replace('/', '--')}", record["commit"]] = {
            file["path"]: file["sha256"] for file in record["files"]}
        # Written before the record: it may know more after a crash, never less.
        sums = dict(reversed(line.split("  ", 1)) for line in (path.parent / "SHA256SUMS").read_text().splitlines())
        for file in record["files"]:
            if sums.get(file["path"]) != file["sha256"]:
                wrong.append(f"{path.parent}/SHA256SUMS does not prove {file['path']}")
    return wrong + audit_view(store, records) + audit_incoming(store)


def audit_view(store, records):
    """The view may lack what an interruption left undone; what is there must be true."""
    wrong = []
    for repo in sorted((store / "hub").glob("*--*")):
        for ref in sorted(path for path in (repo / "refs").rglob("*") if path.is_file()):
            commit = ref.read_text()
            if (repo.name, commit) not in records:
                wrong.append(f"{ref} leads to {commit!r}, which no record is about")
            elif hashes_below(repo / "snapshots" / commit) != records[repo.name, commit]:
                wrong.append(f"{ref} leads to a snapshot that is not what its record says")
        for snapshot in sorted((repo / "snapshots").glob("*")):
            known = records.get((repo.name, snapshot.name))
            if known is None:
                wrong.append(f"{snapshot} has no record")
                continue
            for path, name in hashes_below(snapshot).items():
                if known.get(path) != name:
                    wrong.append(f"{snapshot}/{path} has other bytes than the record says")
    return wrong


def audit_incoming(store):
    """A journal never claims what its part file is too short to hold."""
    wrong = []
    for journal in sorted((store / "incoming").glob("*")):
        if journal.suffix not in (".journal", ".written"):
            continue
        claim = json.loads(journal.read_bytes())
        part = journal.with_suffix(".part")
        size = part.stat().st_size if part.exists() else 0
        if any(end > size for _, end in claim["have"]):
            wrong.append(f"{journal} claims {claim['have']}, and the part has {size} bytes")
    return wrong


def claimed_wrongly(store, contents):
    """Stretches that a journal claims and that hold other bytes than `contents` ({key: bytes}) says."""
    wrong = []
    for journal in sorted((pathlib.Path(store) / "incoming").glob("*")):
        if journal.suffix not in (".journal", ".written") or journal.stem not in contents:
            continue
        part = journal.with_suffix(".part").read_bytes()
        for begin, end in json.loads(journal.read_bytes())["have"]:
            if part[begin:end] != contents[journal.stem][begin:end]:
                wrong.append(f"{journal}: {begin} to {end}")
    return wrong


def main():
    if not BINARY:
        sys.exit("HUGGER_BINARY names no program. `./dev test -R e2e` sets it.")
    unittest.main(verbosity=2)
