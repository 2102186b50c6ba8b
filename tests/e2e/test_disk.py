# SPDX-FileCopyrightText: 2026 The hugger authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A disk that is full, fills up, or is not there. The small disk is a tmpfs in a mount namespace of this test's own."""

import ctypes
import errno
import json
import os
import threading

import harness
import support

MIB = 1024 * 1024
LIBC = ctypes.CDLL(None, use_errno=True)
trouble = ""


def mount(source, target, kind, flags, options):
    if LIBC.mount(source.encode(), os.fsencode(target), kind.encode(), flags, options.encode()) != 0:
        raise OSError(ctypes.get_errno(), f"mount {target}: {os.strerror(ctypes.get_errno())}")


def unmount(target):
    LIBC.umount2(os.fsencode(target), 2)   # MNT_DETACH


def setUpModule():
    """Here, while there is only one thread. Nobody else sees what is mounted from now on; an ordinary user becomes root inside."""
    global trouble
    user, group = os.geteuid(), os.getegid()
    try:
        os.unshare(os.CLONE_NEWNS | (0 if user == 0 else os.CLONE_NEWUSER))
        if user != 0:
            for name, text in (("setgroups", "deny"), ("uid_map", f"0 {user} 1"), ("gid_map", f"0 {group} 1")):
                with open(f"/proc/self/{name}", "w", encoding="ascii") as file:
                    file.write(text)
        mount("none", "/", "", 0x44000, "")   # MS_REC | MS_PRIVATE
    except (OSError, AttributeError) as error:
        trouble = f"no mount namespace here: {error}"


def fill(disk, leave):
    """All but so many bytes of it; another writer may be at work there."""
    with open(disk / "filler", "wb") as file:
        while True:
            facts = os.statvfs(disk)
            size = facts.f_bavail * facts.f_frsize - leave
            try:
                return os.posix_fallocate(file.fileno(), 0, max(1, size))
            except OSError as error:
                if error.errno != errno.ENOSPC:
                    raise
                leave += 16384


class Reports:
    """What a running hugger says on stderr, line by line, without waiting for its end."""

    def __init__(self, test, process):
        test.addCleanup(process.wait)
        test.addCleanup(process.kill)
        self.process, self.seen = process, []
        self.threads = [threading.Thread(target=self.read, daemon=True), threading.Thread(target=self.read_out, daemon=True)]
        self.out = ""
        for thread in self.threads:
            thread.start()

    def read(self):
        for line in self.process.stderr:
            self.seen.append(json.loads(line))
        self.seen.append({"end": True})

    def read_out(self):
        self.out = self.process.stdout.read()

    def progress(self):
        return [line["progress"] for line in self.seen if "progress" in line]

    def finish(self, test, expect=0):
        code = self.process.wait(100)
        for thread in self.threads:
            thread.join(20)
        self.process.stdout.close()
        self.process.stderr.close()
        test.assertEqual(code, expect, f"{self.out}\n{self.seen[-5:]}")
        return json.loads(self.out)


class SmallDisk(harness.HuggerTest):
    def setUp(self):
        if trouble:
            self.skipTest(trouble)
        super().setUp()
        self.hub.reset()
        self.disk = self.folder / "disk"
        self.disk.mkdir()
        self.app = self.hugger()

    def make_disk(self, size):
        try:
            mount("tmpfs", self.disk, "tmpfs", 0, f"size={size}")
        except OSError as error:
            self.skipTest(f"no tmpfs here: {error}")
        self.addCleanup(unmount, self.disk)
        self.app.run("stores", "add", str(self.disk / "store"), "--label", "small")

    @property
    def store(self):
        return self.disk / "store"

    def fill(self, leave):
        fill(self.disk, leave)

    def test_refused_at_planning(self):
        self.make_disk(20 * MIB)
        self.hub.add_repo("acme/too-big", [{"path": "model.safetensors", "size": 30 * MIB}, {"path": "config.json", "text": "{}"}])
        before = harness.fingerprint(self.store)
        for more in ((), ("--dry-run",)):
            found = self.app.archive("acme/too-big", *more, expect=7)
            self.assertEqual(found.error["code"], "disk_full")
            self.assertRegex(found.error["message"], r"30(\.0)? Mi?B|31\.\d MB")
            self.assertIn("--include", found.error["message"])
        self.assertEqual(harness.fingerprint(self.store), before)
        self.assertEqual(self.hub.counters()["served"], {})
        self.assertEqual(self.app.list(), [])
        # What does fit goes in.
        self.assertEqual(self.app.archive("acme/too-big", "--include", "config.json").snapshot["state"], "partial")
        self.assertSound(self.app, [self.store])

    def test_it_fills_up_midway(self):
        self.make_disk(96 * MIB)
        self.app.archive("acme/tinygpt")
        self.hub.add_repo("acme/filling", [{"path": "model.safetensors", "size": 40 * MIB}, {"path": "second.gguf", "size": 12 * MIB}],
                          many={"count": 30, "size": 3000})
        self.hub.clear_log()
        self.hub.throttle(everything=16 * MIB, send_buffer=65536)
        reports = Reports(self, self.app.start("archive", "acme/filling"))
        self.wait_for(lambda: sum(self.hub.counters()["served"].values()) > 8 * MIB or reports.process.poll() is not None, "8 MiB")
        self.fill(leave=4 * MIB)
        self.wait_for(lambda: any(one["waiting_for"] == "space" for one in reports.progress()) or reports.process.poll() is not None,
                      "the job to wait for space")
        self.assertIsNone(reports.process.poll(), f"it gave up: {reports.seen[-3:]}")

        # Another hugger can look meanwhile, and is told the truth.
        [job] = self.app.run("jobs").json["jobs"]
        self.assertEqual((job["waiting_for"], job["state"], job["repo"]), ("space", "queued", "acme/filling"))
        [held] = [one for one in self.app.list() if one["repo"] == "acme/tinygpt"]
        self.assertEqual(held["state"], "complete")
        self.assertHolds(self.app, "acme/tinygpt", store=self.store)
        self.assertHonest(self.app, store=self.store)

        self.hub.throttle(send_buffer=65536)
        (self.disk / "filler").unlink()
        snapshot = reports.finish(self)["snapshot"]
        self.assertEqual(snapshot["state"], "complete")
        self.assertHolds(self.app, "acme/filling", store=self.store)
        self.assertHolds(self.app, "acme/tinygpt", store=self.store)
        self.assertLessEqual(self.twice(harness.objects_of(self.hub.repo("acme/filling"))), 16 * MIB)
        self.assertEqual(list((self.store / "incoming").iterdir()), [])
        report = self.app.run("verify").json
        self.assertEqual((report["damaged"], report["missing"]), ([], []))

    def test_many_small_files_fill_it(self):
        self.make_disk(24 * MIB)
        self.hub.add_repo("acme/crowd", many={"count": 600, "size": 8000})
        self.hub.throttle(everything=2 * MIB, send_buffer=65536)
        reports = Reports(self, self.app.start("archive", "acme/crowd"))
        self.wait_for(lambda: sum(self.hub.counters()["served"].values()) > MIB or reports.process.poll() is not None, "1 MiB")
        self.fill(leave=0)
        self.wait_for(lambda: any(one["waiting_for"] == "space" for one in reports.progress()) or reports.process.poll() is not None,
                      "the job to wait for space")
        self.assertIsNone(reports.process.poll(), f"it gave up: {reports.seen[-3:]}")
        self.assertHonest(self.app, store=self.store)
        self.hub.throttle()
        (self.disk / "filler").unlink()
        self.assertEqual(reports.finish(self)["snapshot"]["state"], "complete")
        self.assertHolds(self.app, "acme/crowd", store=self.store)

    def test_interrupted_while_it_waits(self):
        self.make_disk(64 * MIB)
        self.hub.add_repo("acme/waiting", [{"path": "model.safetensors", "size": 30 * MIB}])
        self.hub.throttle(everything=12 * MIB, send_buffer=65536)
        reports = Reports(self, self.app.start("archive", "acme/waiting"))
        self.wait_for(lambda: sum(self.hub.counters()["served"].values()) > 4 * MIB or reports.process.poll() is not None, "4 MiB")
        self.fill(leave=MIB)
        self.wait_for(lambda: any(one["waiting_for"] == "space" for one in reports.progress()) or reports.process.poll() is not None,
                      "the job to wait for space")
        reports.process.terminate()
        reports.finish(self, expect=130)
        self.assertSound(self.app, [self.store])
        self.hub.throttle()
        (self.disk / "filler").unlink()
        self.app.archive("acme/waiting")
        self.assertHolds(self.app, "acme/waiting", store=self.store)

    def bundles(self):
        """A profile on a large disk that holds 30 MiB, a third of that when compressed, and their name on the small disk."""
        self.hub.add_repo("acme/carried", [{"path": "model.safetensors", "size": 30 * MIB}, {"path": "README.md", "text": "# Carried\n"}])
        other = self.hugger()
        other.archive("acme/carried")
        return other, self.disk / "carried.tar.zst"

    def test_an_export_fills_it(self):
        """How large a compressed bundle becomes is known when the disk is full."""
        self.make_disk(8 * MIB)
        other, target = self.bundles()
        found = other.run("export", "acme/carried", str(target), expect=7)
        self.assertEqual(found.error["code"], "disk_full")
        self.assertEqual([path.name for path in self.disk.iterdir()], ["store"])
        self.assertRegex(other.run("export", "acme/carried", str(target.with_suffix("")), expect=7).error["message"], "does not fit")
        self.assertEqual([path.name for path in self.disk.iterdir()], ["store"])
        self.assertHolds(other, "acme/carried")

    def test_an_import_fills_it(self):
        self.make_disk(96 * MIB)
        other, _ = self.bundles()
        bundle = self.folder / "carried.tar.zst"
        other.run("export", "acme/carried", str(bundle))
        self.app.archive("acme/tinygpt")
        before = harness.fingerprint(self.store)
        gate = support.Gate(self, str(self.folder / "gate"), "import-announced")
        with gate:
            process = self.app.start("import", str(bundle), **gate.environment)
            gate.wait()     # that it fits was looked at
            self.fill(leave=4 * MIB)
            gate.open()
            found = self.app.finish(process, expect=7)
        self.assertEqual(found.error["code"], "disk_full")
        (self.disk / "filler").unlink()
        (self.store / "quarantine").rmdir()     # empty
        self.assertEqual(harness.fingerprint(self.store), before)
        self.app.run("import", str(bundle))
        self.assertHolds(self.app, "acme/carried", store=self.store)
        self.assertHolds(self.app, "acme/tinygpt", store=self.store)

    def test_the_profile_s_disk_is_full(self):
        """The catalog cannot be written: a clear error, and what is held stays."""
        self.make_disk(96 * MIB)
        self.app.archive("acme/tinygpt")
        small = self.folder / "profile-disk"
        small.mkdir()
        mount("tmpfs", small, "tmpfs", 0, f"size={4 * MIB}")
        self.addCleanup(unmount, small)
        app = self.hugger()
        app.profile = small / "profile"
        app.run("stores", "add", str(self.folder / "elsewhere"), "--label", "elsewhere")
        app.archive("acme/tinygpt")
        fill(small, 0)
        found = app.archive("datasets/acme/weather", expect=7)
        self.assertIn("full", found.error["message"])
        self.assertSound(app, [self.folder / "elsewhere"])
        (small / "filler").unlink()
        app.archive("datasets/acme/weather")
        self.assertHolds(app, "acme/weather", "datasets", store=self.folder / "elsewhere")
        self.assertEqual(len(app.list()), 2)


class Unplugged(harness.HuggerTest):
    def setUp(self):
        super().setUp()
        self.hub.reset()
        self.app = self.hugger()
        self.place = self.folder / "drive"
        self.away = self.folder / "drive-in-the-drawer"
        self.app.archive("acme/tinygpt")
        self.app.run("stores", "add", str(self.place), "--label", "drive")
        self.app.archive("acme/tiny-llama", "--store", "drive")
        self.app.archive("datasets/acme/weather", "--store", "drive")
        self.held = self.by_repo()
        self.before = harness.fingerprint(self.place)

    def by_repo(self):
        """What `list` says, but for the path, which the drive takes with it, and the time of the last proof."""
        return {snapshot["repo"]: {name: value for name, value in snapshot.items() if name not in ("path", "verified_at")}
                for snapshot in self.app.list()}

    def state(self, label):
        return next(store["state"] for store in self.app.run("stores").json["stores"] if store["label"] == label)

    def look(self, present):
        """Everything that can be asked and started while the drive is away. `present`: what lies in its place."""
        self.assertEqual(self.state("drive"), "unplugged")
        self.assertEqual(self.state("default"), "plugged")
        self.assertEqual(self.by_repo(), self.held, "its snapshots stay listed")
        self.assertTrue(all(snapshot["path"] is None for snapshot in self.app.list() if snapshot["store"] == "drive"))
        found = self.app.archive("acme/tiny-llama-GGUF", "--store", "drive", expect=7)
        self.assertEqual(found.error["code"], "store_unplugged")
        self.assertIn("Plug", found.error["message"])
        self.assertEqual(self.app.run("verify").json["unplugged"], ["drive"])
        self.app.run("remove", "acme/tiny-llama", expect=7)
        self.app.run("rebuild-catalog", expect=None)
        self.assertEqual(self.by_repo(), self.held, "a rebuild forgot what is unplugged")
        self.app.run("search", "llama")
        self.app.run("doctor", expect=None)
        # The other store works on.
        self.app.archive("spaces/acme/demo-app", "--store", "default")
        self.assertHolds(self.app, "acme/demo-app", "spaces")
        self.app.run("remove", "spaces/acme/demo-app", "--now", "--yes")
        self.assertEqual(harness.fingerprint(self.place) if self.place.exists() else None, present, "something was written in its place")

    def back(self):
        self.assertEqual(self.state("drive"), "plugged")
        self.assertEqual(harness.fingerprint(self.place), self.before)
        self.assertEqual(self.by_repo(), self.held)
        self.assertHolds(self.app, "acme/tiny-llama", store=self.place)
        self.assertEqual(self.app.run("verify").json["unplugged"], [])
        self.app.archive("acme/tiny-llama-GGUF", "--store", "drive")
        self.assertHolds(self.app, "acme/tiny-llama-GGUF", store=self.place)

    def test_the_folder_is_gone(self):
        self.place.rename(self.away)
        self.look(None)
        self.away.rename(self.place)
        self.back()

    def test_an_empty_mount_point(self):
        self.place.rename(self.away)
        self.place.mkdir()
        self.look({})
        self.place.rmdir()
        self.away.rename(self.place)
        self.back()

    def test_another_store_in_its_place(self):
        self.place.rename(self.away)
        other = self.hugger()
        other.run("stores", "add", str(self.place), "--label", "stranger")
        self.look(harness.fingerprint(self.place))
        harness.remove_tree(self.place)
        self.away.rename(self.place)
        self.back()

    def test_the_default_store_is_gone(self):
        self.app.run("stores", "default", "drive")
        self.place.rename(self.away)
        self.assertEqual(self.app.archive("acme/pickled", expect=7).error["code"], "store_unplugged")
        self.assertFalse(self.place.exists())
        self.away.rename(self.place)
        self.app.archive("acme/pickled")
        self.assertHolds(self.app, "acme/pickled", store=self.place)

    def test_pulled_out_midway(self):
        """The job waits, says so, writes nothing where the drive was, and goes on when it is back."""
        self.hub.add_repo("acme/pulled", [{"path": "model.safetensors", "size": 24 * MIB}], many={"count": 20, "size": 2000})
        self.hub.throttle(everything=12 * MIB, send_buffer=65536)
        self.hub.clear_log()
        reports = Reports(self, self.app.start("archive", "acme/pulled", "--store", "drive"))
        self.wait_for(lambda: sum(self.hub.counters()["served"].values()) > 4 * MIB or reports.process.poll() is not None, "4 MiB")
        self.place.rename(self.away)
        self.place.mkdir()
        self.wait_for(lambda: any(one["waiting_for"] == "unplugged_store" for one in reports.progress()) or reports.process.poll() is not None,
                      "the job to wait for the drive")
        self.assertIsNone(reports.process.poll(), f"it gave up: {reports.seen[-3:]}")
        self.assertEqual(self.app.run("jobs").json["jobs"][0]["waiting_for"], "unplugged_store")
        self.assertEqual(list(self.place.iterdir()), [], "something was written into the empty mount point")
        self.place.rmdir()
        self.away.rename(self.place)
        self.hub.throttle()
        self.assertEqual(reports.finish(self)["snapshot"]["state"], "complete")
        self.assertHolds(self.app, "acme/pulled", store=self.place)


if __name__ == "__main__":
    harness.main()
