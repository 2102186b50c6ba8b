# SPDX-FileCopyrightText: 2026 The hugger authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A kill at every place in the core that says crashPoint("name"): between any two steps of archiving, removing and restoring."""

import re

import harness

MIB = 1024 * 1024
REPO = "acme/stepwise"
# What has to run to get there; all others are on the way of archiving.
HUGE = {"journal-write"}
REMOVE = {"trash-put", "trash-renamed", "remove-trashed", "view-unref", "view-unlinked"}
PURGE = {"trash-purge"}
# Passed several times in one archive: once before, once in the middle.
REPEATED = {"admit-renamed", "view-blob", "view-link", "view-ref", "record-answers", "record-write", "record-written"}
RESTORE = {"trash-restored"}
# Not on the way of an archive: tests/core/bundle/tst_exportcrash.cpp kills exports.
BUNDLES = ("export-", "import-")


def crash_points():
    found = set()
    for path in (harness.SOURCE / "core").rglob("*.cpp"):
        found |= set(re.findall(r'crashPoint\("([^"]+)"\)', path.read_text()))
    return sorted(name for name in found if not name.startswith(BUNDLES))


class CrashPoints(harness.HuggerTest):
    hub_options = {"big_size": "300M", "many": 20}

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        files = [{"path": f"data/{n}.txt", "text": f"number {n}\n"} for n in range(8)]
        cls.hub.add_repo(REPO, [*files, {"path": "README.md", "text": "# One\n"}, {"path": "model.safetensors", "size": 9 * MIB},
                                {"path": "shared.bin", "size": 20000}])
        cls.old = cls.hub.repo(REPO)["sha"]
        cls.hub.set_refs(REPO, {"refs/heads/branch": "main", "refs/heads/feat/x": "main"})
        cls.new = cls.hub.commit(REPO, [{"path": "README.md", "text": "# Two\n"}, {"path": "new.bin", "size": 30000}])
        cls.objects = harness.objects_of(cls.hub.repo(REPO))

    def look(self, app):
        """Right after the kill: it opens, and what it says is true."""
        for command in ("list", "jobs", "events"):
            app.run(command)
        self.assertSound(app)
        self.assertHonest(app)

    def both_hold(self, app):
        self.assertHolds(app, REPO, revision=self.new)
        self.assertHolds(app, REPO, revision=self.old)
        self.assertHonest(app)
        self.assertEqual({snapshot["commit"] for snapshot in app.list()}, {self.old, self.new})
        report = app.run("verify").json
        self.assertEqual((report["damaged"], report["missing"]), ([], []))
        self.assertEqual((app.store / "hub/models--acme--stepwise/refs/main").read_text(), self.new)

    def test_archive(self):
        """The old commit is held, the new one is being archived."""
        for name in sorted(set(crash_points()) - REMOVE - PURGE - RESTORE - HUGE):
            for count in (1, 3) if name in REPEATED else (1,):
                with self.subTest(f"{name}:{count}"):
                    app = self.hugger()
                    app.archive(f"{REPO}@{self.old}")
                    self.hub.clear_log()
                    died = app.crash("archive", REPO, at=f"{name}:{count}")
                    if count == 1:
                        self.assertTrue(died, "nothing on the way of an archive goes there; say in this file what does")
                    self.look(app)
                    self.assertEqual(app.archive(REPO).snapshot["state"], "complete")
                    self.both_hold(app)
                    self.assertEqual([path.name for path in (app.store / "incoming").iterdir()], [], "left in incoming/")
                    self.assertEqual(self.twice(self.objects), 0, "what was proved was fetched again")

    def test_first_archive(self):
        """Nothing is held at all yet, and after the kill only commands that read are run before the next archive."""
        for name in sorted(set(crash_points()) - REMOVE - PURGE - RESTORE - HUGE):
            with self.subTest(name):
                app = self.hugger()
                if not app.crash("archive", REPO, at=name):
                    continue
                self.look(app)
                # Another command that writes mends what the kill left, without the Hub.
                app.run("verify", HF_ENDPOINT="http://127.0.0.1:9")
                self.look(app)
                app.archive(REPO)
                self.assertHolds(app, REPO)
                self.assertHonest(app)

    def test_a_file_so_big_that_its_journal_is_made_durable(self):
        app = self.hugger()
        self.assertTrue(app.crash("archive", "acme/big", at="journal-write"))
        self.look(app)
        self.hub.clear_log()
        app.archive("acme/big")
        self.assertHolds(app, "acme/big")
        self.assertEqual([path.name for path in (app.store / "incoming").iterdir()], [], "left in incoming/")

    def held_or_in_the_trash(self, app, commit):
        """Until a removal is done, all files of what `list` names are still on the disk."""
        self.assertSound(app)
        names = {path.name for path in (app.store / "objects").rglob("*") if path.is_file()}
        for snapshot in app.list():
            self.assertLessEqual(set(self.truth(REPO, revision=snapshot["commit"]).values()), names)

    def test_remove(self):
        for name in sorted(REMOVE):
            with self.subTest(name):
                app = self.hugger()
                app.archive(f"{REPO}@{self.old}")
                app.archive(REPO)
                self.assertTrue(app.crash("remove", f"{REPO}@{self.old}", at=name))
                for command in ("list", "jobs", "events"):
                    app.run(command)
                # The view may still have what is on its way out; whoever writes next ends what was begun.
                app.run("verify")
                self.held_or_in_the_trash(app, self.old)
                self.assertHonest(app)
                if any(snapshot["commit"] == self.old for snapshot in app.list()):
                    app.run("remove", f"{REPO}@{self.old}")
                self.assertEqual([snapshot["commit"] for snapshot in app.list()], [self.new])
                self.assertHolds(app, REPO, revision=self.new)
                trash = [path.name for path in (app.store / "trash").iterdir()]
                self.assertEqual(len(trash), 1, trash)
                app.run("restore", trash[0])
                self.both_hold(app)

    def test_remove_for_good(self):
        for name in sorted(REMOVE | PURGE):
            with self.subTest(name):
                app = self.hugger()
                app.archive(f"{REPO}@{self.old}")
                app.archive(REPO)
                self.assertTrue(app.crash("remove", f"{REPO}@{self.old}", "--now", "--yes", at=name))
                for command in ("list", "jobs", "events"):
                    app.run(command)
                app.run("verify")
                self.held_or_in_the_trash(app, self.old)
                self.assertHolds(app, REPO, revision=self.new)
                self.assertHonest(app)
                # Held, in the trash, or gone: archiving again brings it back whatever it is.
                app.archive(f"{REPO}@{self.old}")
                app.archive(REPO)
                self.both_hold(app)

    def test_restore(self):
        for name in sorted(RESTORE):
            with self.subTest(name):
                app = self.hugger()
                app.archive(f"{REPO}@{self.old}")
                app.archive(REPO)
                trash = app.run("remove", f"{REPO}@{self.old}").json["removed"][0]["trash_id"]
                self.assertTrue(app.crash("restore", trash, at=name))
                self.look(app)
                # The record is back, so the next command that writes must find it.
                app.run("verify")
                self.look(app)
                self.assertEqual({snapshot["commit"] for snapshot in app.list()}, {self.old, self.new})
                app.run("remove", f"{REPO}@{self.new}", "--now", "--yes")
                self.assertHolds(app, REPO, revision=self.old)
                app.archive(REPO)
                self.assertEqual({snapshot["commit"] for snapshot in app.list()}, {self.old, self.new})
                self.assertHolds(app, REPO, revision=self.old)
                self.assertHonest(app)


if __name__ == "__main__":
    harness.main()
