# SPDX-FileCopyrightText: 2026 The hugger authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a power cut can take: strace shows that nothing is claimed before what it rests on was synced."""

import os
import re
import shutil
import subprocess
import unittest

import harness

MIB = 1024 * 1024
REPO = "acme/synced"
CALLS = "fsync,fdatasync,syncfs,sync,rename,renameat,renameat2,link,linkat,unlink,openat,write,pwrite64,pwritev,ftruncate"
LINE = re.compile(r"^(\d+) +(?:<\.\.\. (\w+) resumed>|(\w+)\()(.*)$")
SYNCS = ("fsync", "fdatasync", "syncfs", "sync")


class Call:
    """A system call: `begin` and `end` are its places in the log, for it may take a while beside others."""

    def __init__(self, name, begin, text):
        self.name, self.begin, self.end, self.text, self.result = name, begin, None, text, None

    @property
    def fd_path(self):
        """The path behind the first descriptor, as strace -y writes it."""
        found = re.match(r"\d+<([^>]*)>", self.text)
        return found[1].removesuffix(" (deleted)") if found else ""

    @property
    def names(self):
        return re.findall(r'"([^"]*)"', self.text)


def read_log(path):
    calls, waiting = [], {}
    with open(path, encoding="utf-8", errors="replace") as log:
        for number, line in enumerate(log):
            found = LINE.match(line)
            if not found:
                continue
            pid, resumed, name, rest = found.groups()
            if resumed:
                call = waiting.pop(pid)
                call.text += rest
            else:
                call = Call(name, number, rest)
                calls.append(call)
                if rest.rstrip().endswith("<unfinished ...>"):
                    call.text = rest.rsplit("<unfinished", 1)[0]
                    waiting[pid] = call
                    continue
            call.end = number
            result = re.search(r"\) += (-?\d+)", call.text)
            call.result = int(result[1]) if result else None
    return [call for call in calls if call.result is not None and call.result >= 0]


def can_trace():
    if not shutil.which("strace"):
        return "strace is not installed"
    tried = subprocess.run(["strace", "-f", "-o", os.devnull, "true"], capture_output=True, text=True)
    return "" if tried.returncode == 0 else f"strace may not trace here: {tried.stderr.strip()}"


class PowerLoss(harness.HuggerTest):
    @classmethod
    def setUpClass(cls):
        trouble = can_trace()
        if trouble:
            raise unittest.SkipTest(trouble)
        super().setUpClass()
        cls.hub.add_repo(REPO, [{"path": "README.md", "text": "# Synced\n"}, {"path": "model.safetensors", "size": 20 * MIB},
                                {"path": "small.bin", "size": 30000}, {"path": "empty.txt", "text": ""}],
                         many={"count": 60, "size": 700})

    def traced(self, app, *arguments):
        log = self.folder / "strace.log"
        app.run(*arguments, wrap=("strace", "-f", "-y", "-s", "0", "-o", str(log), "-e", f"trace={CALLS}"),
                ASAN_OPTIONS=os.environ.get("ASAN_OPTIONS", "") + ":detect_leaks=0")
        return read_log(log)

    def synced_between(self, calls, path, begin, end):
        """Whether that file or folder, or all of its volume, was synced within that stretch of the log."""
        return any(call.name in SYNCS and call.begin > begin and call.end < end
                   and (call.fd_path == path or call.name in ("syncfs", "sync")) for call in calls)

    def last_write(self, calls, path, before):
        return max((call.end for call in calls if call.name in ("write", "pwrite64", "pwritev", "ftruncate")
                    and call.fd_path == path and call.begin < before), default=-1)

    def check(self, app, calls, commit, expected_objects):
        store = str(app.store)
        renames = [call for call in calls if call.name.startswith("rename") and len(call.names) >= 2]
        record_folder = f"{store}/records/models/{REPO}/{commit}"
        [record] = [call for call in renames if call.names[-1] == f"{record_folder}/record.json"]

        objects = [call for call in renames if call.names[-1].startswith(f"{store}/objects/")]
        self.assertEqual(len({call.names[-1] for call in objects}), expected_objects)
        for call in objects:
            part, name = call.names[0], call.names[-1]
            self.assertTrue(part.startswith(f"{store}/incoming/"), call.text)
            written = self.last_write(calls, part, call.begin)
            self.assertTrue(self.synced_between(calls, part, written, call.begin), f"{part} enters without having been synced")
            self.assertTrue(self.synced_between(calls, os.path.dirname(name), call.end, record.begin),
                            f"the folder of {name} was not synced before the record names it")
            self.assertLess(call.end, record.begin, "an object enters after the record that names it")
            late = [one.text for one in calls if one.name in ("write", "pwrite64", "ftruncate") and one.fd_path == name]
            self.assertEqual(late, [], "an object is written to")
            opened = [one.text for one in calls if one.name == "openat" and name in one.names and "O_RDONLY" not in one.text]
            self.assertEqual(opened, [], "an object is opened for writing")
        # A folder that was made has a name, too, and that lies in the folder above.
        self.assertTrue(self.synced_between(calls, f"{store}/objects/sha256", objects[-1].end, record.begin))

        temporary = record.names[0]
        self.assertTrue(self.synced_between(calls, temporary, self.last_write(calls, temporary, record.begin), record.begin),
                        "record.json is not synced before it gets its name")
        catalog = [call for call in calls if call.name in ("write", "pwrite64", "pwritev")
                   and call.fd_path.startswith(str(app.profile / "catalog.db"))]
        after = [call for call in catalog if call.begin > record.begin]
        self.assertTrue(after, "the catalog was not written")
        self.assertTrue(self.synced_between(calls, record_folder, record.end, after[0].begin),
                        "the catalog knows of the record before its folder was synced")
        self.assertFalse([call.text for call in catalog if objects[0].begin < call.begin < record.end],
                         "the catalog is written while the objects enter")
        wal = str(app.profile / "catalog.db-wal")
        last = max(call.end for call in after)
        self.assertTrue(any(call.name in SYNCS and call.fd_path in (wal, wal.removesuffix("-wal")) and call.begin > after[0].begin
                            for call in calls), f"the catalog's row is not synced ({last})")
        # The folders above the record are new: their names were made durable on the way down.
        for folder in (f"{store}/records/models/acme/synced", f"{store}/records/models/acme", f"{store}/records/models"):
            self.assertTrue(self.synced_between(calls, folder, -1, record.begin) or not self.first, f"{folder} was never synced")

    def test_archive(self):
        app = self.hugger()
        self.first = True
        facts = self.hub.repo(REPO)
        calls = self.traced(app, "archive", REPO)
        self.check(app, calls, facts["sha"], len({file["sha256"] for file in facts["files"]}))
        self.assertHolds(app, REPO)

    def test_update(self):
        app = self.hugger()
        self.first = False
        app.archive(REPO)
        held = {file["sha256"] for file in self.hub.repo(REPO)["files"]}
        self.hub.commit(REPO, [{"path": "README.md", "text": "# Again\n"}, {"path": "more.safetensors", "size": 9 * MIB}])
        facts = self.hub.repo(REPO)
        calls = self.traced(app, "archive", REPO)
        self.check(app, calls, facts["sha"], len({file["sha256"] for file in facts["files"]} - held))
        self.assertHolds(app, REPO)

    def test_remove_takes_the_claim_first(self):
        """The record is gone, durably, before anything it names may go."""
        app = self.hugger()
        app.archive(REPO)
        calls = self.traced(app, "remove", REPO, "--now", "--yes")
        store = str(app.store)
        [claim] = [call for call in calls if call.name.startswith("rename") and call.names[0].startswith(f"{store}/records/")]
        dropped = [call for call in calls if call.name == "unlink" and call.names[0].startswith(f"{store}/objects/")]
        self.assertTrue(dropped)
        self.assertTrue(self.synced_between(calls, os.path.dirname(claim.names[0]), claim.end, dropped[0].begin))
        self.assertTrue(all(call.begin > claim.end for call in dropped))


if __name__ == "__main__":
    harness.main()
