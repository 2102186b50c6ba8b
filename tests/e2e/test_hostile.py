# SPDX-FileCopyrightText: 2026 The hugger authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Hostile listings are refused before anything is written, naming the path. What is only unusual is stored right."""

import json
import subprocess
import unicodedata

import harness

DEEP = "/".join(["d"] * 64)

# Each is listed beside good files. The second text, where there is one, is how the message shows it.
HOSTILE = {
    "parent": ("../escape.txt",), "parent_inside": ("data/../../escape.txt",), "parent_at_the_end": ("data/..",),
    "dot": ("./x.txt",), "dot_inside": ("a/./b",), "absolute": ("/etc/cron.d/x",), "two_slashes": ("//server/share",),
    "empty_segment": ("a//b.txt",), "slash_at_the_end": ("folder/",),
    "backslash": ("..\\escape.txt",), "backslash_inside": ("a\\b.txt",), "unc": ("\\\\server\\share\\x",),
    "nul": ("a\x00b.txt", "a\\x00b.txt"), "newline": ("a\nb.txt", "a\\x0ab.txt"), "escape": ("a\x1b[31mred.txt", "a\\x1b[31mred.txt"),
    "delete": ("a\x7fb", "a\\x7fb"), "c1": ("a\x9bb", "a\\x9bb"), "broken": ("a\ud800b", None),
    "drive": ("C:x.txt",), "drive_absolute": ("C:/Windows/x.txt",), "drive_inside": ("data/D:evil",),
    "con": ("CON",), "aux": ("data/aux.txt",), "nul_device": ("nul.tar.gz",), "com": ("Com1.safetensors",), "lpt": ("x/lpt9",),
    "com_superscript": ("COM\u00b9.txt", None), "prn_space": ("prn .txt",), "conout": ("CONOUT$",),
    "dot_at_the_end": ("model.",), "dot_at_the_end_of_a_folder": ("model./x",), "space_at_the_end": ("name ",), "dots": ("...",),
    "long_name": ("n" * 300, "n" * 60), "long_name_in_bytes": ("\u5929" * 100, "\u5929" * 30), "long_path": ("/".join(["x" * 100] * 11), "x" * 60),
    "deep": (DEEP + "/file.txt", "d/d/d"), "git": (".git/config",), "git_inside": ("a/.GIT/hooks/post-checkout",),
}


class Hostile(harness.HuggerTest):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.number = 0

    def setUp(self):
        super().setUp()
        self.app = self.hugger()
        self.app.archive("acme/tinygpt")
        self.before = harness.fingerprint(self.app.home)
        self.held = self.app.list()
        self.hub.clear_log()

    def repo_of(self, *paths, **more):
        type(self).number += 1
        id = f"acme/hostile-{self.number}"
        good = [{"path": "README.md", "text": "# Fine\n"}, {"path": "model.safetensors", "size": 30000, "seed": id}]
        evil = [{"path": f"evil-{n}.txt", "text": f"evil {n}\n", "entry": {"path": path}} for n, path in enumerate(paths)]
        self.hub.add_repo(id, good + evil, **more)
        return id

    def changed(self):
        """What is new or different in the home, apart from the profile's own bookkeeping."""
        own = ("profile/state.db", "profile/catalog.db", "profile/lock", "profile/touched.json")
        after = harness.fingerprint(self.app.home)
        return {path: facts for path, facts in (after.items() | self.before.items()) - (after.items() & self.before.items())
                if not path.startswith(own)}

    def refused(self, id, shown):
        found = self.app.archive(id, expect=1)
        self.assertEqual(found.error["code"], "hostile_path", str(found))
        if shown is not None:
            self.assertIn(f'"{shown}', found.error["message"])
        self.assertFalse(any(ord(letter) < 32 or 127 <= ord(letter) < 160 for letter in found.error["message"]), repr(found.error["message"]))
        self.assertEqual(self.changed(), {}, "something was written")
        self.assertEqual(self.hub.counters()["served"], {}, "something was fetched")
        self.assertEqual(self.app.list(), self.held)
        # A dry run says the same.
        self.assertEqual(self.app.archive(id, "--dry-run", expect=1).error["code"], "hostile_path")

    def test_a_file_and_a_folder_of_one_name(self):
        self.refused(self.repo_of("a", "a/b.txt"), "a")
        self.refused(self.repo_of("x/y/z", "x/y"), "x/y")

    def test_no_name_at_all(self):
        self.app.archive(self.repo_of(""), expect=(1, 5))
        self.assertEqual(self.changed(), {})

    def test_listed_twice(self):
        twice = {"type": "file", "oid": "a" * 40, "size": 3, "path": "twice.txt"}
        found = self.app.archive(self.repo_of(raw_tree=[twice, twice]), expect=(1, 5))
        self.assertIn("twice.txt", found.error["message"] + found.error["detail"])
        self.assertEqual(self.changed(), {})

    def test_a_hash_that_is_a_path(self):
        for oid in ("../../../../../../../../../../../../../etc/", "g" * 40, "A" * 39, "", "a" * 64):
            with self.subTest(oid):
                entry = {"type": "file", "oid": oid, "size": 3, "path": "x.txt"}
                self.app.archive(self.repo_of(raw_tree=[entry]), expect=5)
                big = {"type": "file", "oid": "a" * 40, "size": 3, "path": "x.bin", "lfs": {"oid": oid + "/", "size": 3, "pointerSize": 130}}
                self.app.archive(self.repo_of(raw_tree=[big]), expect=5)
                self.assertEqual(self.changed(), {})

    def test_a_bad_one_may_be_left_out(self):
        """The others are fetched when the user leaves it out; the record says what is there."""
        id = self.repo_of("data/aux.txt")
        snapshot = self.app.archive(id, "--exclude", "data/aux.txt").snapshot
        self.assertEqual((snapshot["state"], snapshot["files"]), ("partial", 2))
        self.assertSound(self.app)
        self.assertHonest(self.app)

    def test_hostile_refs(self):
        """Branches and tags whose names are no file names stay out of the view."""
        id = self.repo_of()
        self.hub.set_refs(id, {f"refs/heads/{name}": "main" for name in ("../../../../escape", "..", "a\\..\\b", "con", "x\ny")})
        self.assertEqual(self.app.archive(id).snapshot["state"], "complete")
        self.assertHolds(self.app, id)
        allowed = self.app.store / "hub" / f"models--{id.replace('/', '--')}" / "refs"
        self.assertEqual([path.name for path in self.folder.rglob("escape*")], [])
        self.assertIn("main", [path.name for path in allowed.iterdir()])

    def test_a_hostile_id_in_the_answer(self):
        """The Hub may say that a repository has another name now; that name is foreign, too."""
        for name in ("../../../escape", "acme/..", "/etc/passwd", "acme/x/y", "acme/\x00", "-rf/x", "acme/CON"):
            with self.subTest(name):
                id = self.repo_of()
                self.hub.update(id, extra={"id": name})
                found = self.app.archive(id, expect=None)
                self.assertSound(self.app)
                outside = [path for path in self.changed() if not path.startswith("profile/store/")]
                self.assertEqual(outside, [])
                if found.code:
                    self.assertEqual(self.changed(), {})


class Unusual(harness.HuggerTest):
    def test_names_that_differ_in_case(self):
        app = self.hugger()
        snapshot = app.archive("datasets/acme/weather").snapshot
        truth = self.truth("acme/weather", "datasets")
        twins = [path for path in truth if path.lower().startswith("case/")]
        self.assertEqual(len(twins), 5)
        self.assertEqual(len({truth[path] for path in twins}), 5, "the sample's twins are not different")
        self.assertEqual(harness.hashes_below(snapshot["path"]), truth)
        self.assertHolds(app, "acme/weather", "datasets")

    def test_names_that_differ_in_normal_form(self):
        composed = unicodedata.normalize("NFC", "caf\u00e9.txt")
        decomposed = unicodedata.normalize("NFD", composed)
        self.assertNotEqual(composed, decomposed)
        self.hub.add_repo("acme/forms", [{"path": composed, "text": "one\n"}, {"path": decomposed, "text": "two\n"}])
        app = self.hugger()
        app.archive("acme/forms")
        self.assertHolds(app, "acme/forms")

    def test_just_within_the_limits(self):
        names = ["n" * 255, "d/" * 62 + "file", ".hidden", "..double", "console.txt", "com10.txt", "a b/c d", "-rf", "--help", "~", "$(id)", "%00", "a;b|c&d",
                 "CONfig.json", "aux-data/x", "nulls.bin"]
        self.hub.add_repo("acme/limits", [{"path": name, "text": f"{number}\n"} for number, name in enumerate(names)])
        app = self.hugger()
        app.archive("acme/limits")
        self.assertHolds(app, "acme/limits")

    def test_a_name_that_would_be_shown_backwards(self):
        """Allowed on every disk, so it is stored; but nobody is shown another name than it has."""
        name = "evil\u202efdp.exe"
        self.hub.add_repo("acme/backwards", [{"path": name, "text": "x"}])
        app = self.hugger()
        app.archive("acme/backwards")
        self.assertHolds(app, "acme/backwards")
        shown = subprocess.run([harness.BINARY, "--profile", str(app.profile), "files", "acme/backwards"], env=app.environment,
                               capture_output=True, text=True, check=True).stdout
        self.assertIn("fdp.exe", shown)
        self.assertNotIn("\u202e", shown)

    def test_sums_prove_the_view(self):
        """SHA256SUMS works with coreutils, whatever the names are."""
        app = self.hugger()
        snapshot = app.archive("datasets/acme/weather").snapshot
        sums = app.store / "records/datasets/acme/weather" / snapshot["commit"] / "SHA256SUMS"
        done = subprocess.run(["sha256sum", "-c", "--quiet", "--strict", str(sums)], cwd=snapshot["path"], capture_output=True, text=True)
        self.assertEqual((done.returncode, done.stdout, done.stderr), (0, "", ""))

    def test_the_hubs_own_answers_are_kept(self):
        app = self.hugger()
        snapshot = app.archive("acme/tiny-llama").snapshot
        kept = app.store / "records/models/acme/tiny-llama" / snapshot["commit"] / "hub"
        self.assertEqual(json.loads((kept / "info.json").read_bytes())["sha"], snapshot["commit"])
        listed = [entry["path"] for entry in json.loads((kept / "tree-0001.json").read_bytes()) if entry["type"] == "file"]
        self.assertEqual(sorted(listed), sorted(self.truth("acme/tiny-llama")))


def add(name, path, shown=""):
    setattr(Hostile, f"test_{name}", lambda self: self.refused(self.repo_of(path), path if shown == "" else shown))


for hostile_name, facts in HOSTILE.items():
    add(hostile_name, *facts)

if __name__ == "__main__":
    harness.main()
