# SPDX-FileCopyrightText: 2026 The hugger authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every kind of link and id leads to the right commit, and to that commit's bytes alone."""

import harness

TINY = "acme/tiny-llama"


class Links(harness.HuggerTest):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.refs = cls.hub.repo(TINY)["refs"]

    def setUp(self):
        super().setUp()
        self.app = self.hugger()

    def archives(self, what, id, kind="models", revision="HEAD", files=None, more=()):
        """`files`: the paths that alone are archived; None means all."""
        snapshot = self.app.archive(what, *more).snapshot
        facts = self.hub.repo(id, kind, revision)
        self.assertEqual((snapshot["repo"], harness.KINDS[snapshot["kind"]], snapshot["commit"]), (id, kind, facts["sha"]), what)
        truth = {file["path"]: file["sha256"] for file in facts["files"]}
        if files is not None:
            truth = {path: truth[path] for path in files}
        self.assertEqual(snapshot["files"], len(truth), what)
        self.assertEqual(harness.hashes_below(snapshot["path"]), truth, what)
        return snapshot

    def test_kinds(self):
        for what, id, kind in ((TINY, TINY, "models"), ("datasets/acme/weather", "acme/weather", "datasets"),
                               ("spaces/acme/demo-app", "acme/demo-app", "spaces"),
                               (f"{self.hub.url}/acme/pickled", "acme/pickled", "models"),
                               (f"{self.hub.url}/datasets/acme/many", "acme/many", "datasets"),
                               (f"{self.hub.url}/spaces/acme/demo-app/tree/main", "acme/demo-app", "spaces"),
                               ("hf://datasets/acme/many", "acme/many", "datasets")):
            with self.subTest(what):
                self.assertEqual(self.archives(what, id, kind)["state"], "complete")
        self.assertSound(self.app)
        self.assertHonest(self.app)

    def test_revisions(self):
        head = self.refs["refs/heads/main"]
        old = self.refs["refs/tags/v1.0"]
        for what, revision in ((f"{TINY}@main", head), (f"{TINY}@dev", self.refs["refs/heads/dev"]), (f"{TINY}@v1.0", old),
                               (f"{TINY}@feat/long-context", self.refs["refs/heads/feat/long-context"]),
                               (f"{TINY}@refs/pr/1", self.refs["refs/pr/1"]), (f"{TINY}@{old}", old), (f"{TINY}@{old[:8]}", old),
                               (f"{self.hub.url}/{TINY}/tree/v1.0", old),
                               (f"{self.hub.url}/{TINY}/tree/feat/long-context", self.refs["refs/heads/feat/long-context"]),
                               (f"{self.hub.url}/{TINY}/tree/refs%2Fpr%2F1", self.refs["refs/pr/1"]),
                               (f"{self.hub.url}/{TINY}/commit/{old}", old), (f"hf://{TINY}@v1.0", old),
                               ("datasets/acme/weather@2025", None), ("datasets/acme/weather@refs/convert/parquet", None)):
            with self.subTest(what):
                if revision:
                    self.archives(what, TINY, revision=revision)
                else:
                    self.archives(what, "acme/weather", "datasets", what.split("@")[1])
        with self.subTest("--revision"):
            self.archives(TINY, TINY, revision=old, more=("--revision", "v1.0"))
        self.assertSound(self.app)
        self.assertHonest(self.app)

    def test_files_and_folders(self):
        weather = sorted(self.truth("acme/weather", "datasets"))
        for what, id, kind, files in (
                (f"{self.hub.url}/{TINY}/blob/main/config.json", TINY, "models", ["config.json"]),
                (f"{self.hub.url}/{TINY}/resolve/main/tokenizer.json?download=true", TINY, "models", ["config.json", "tokenizer.json"]),
                (f"{self.hub.url}/datasets/acme/weather/tree/main/stations", "acme/weather", "datasets",
                 [path for path in weather if path.startswith("stations/")]),
                (f"{self.hub.url}/datasets/acme/weather/blob/main/data/with%20space.txt", "acme/weather", "datasets",
                 [path for path in weather if path.startswith("stations/") or path == "data/with space.txt"]),
                (f"{self.hub.url}/datasets/acme/weather/blob/main/data/%5B1%5D%7B2%7D(3)~!@$%5E.txt", "acme/weather", "datasets",
                 [path for path in weather if path.startswith(("stations/", "data/[1]")) or path == "data/with space.txt"]),
                ("hf://spaces/acme/demo-app/app.py", "acme/demo-app", "spaces", ["app.py"])):
            with self.subTest(what):
                self.assertEqual(self.archives(what, id, kind, files=files)["state"], "partial")
        with self.subTest("a slash in the branch and a file behind it"):
            revision = self.refs["refs/heads/feat/long-context"]
            self.archives(f"{self.hub.url}/{TINY}/blob/feat/long-context/config.json", TINY, revision=revision, files=["config.json"])
        self.assertSound(self.app)
        self.assertHonest(self.app)

    def test_other_names_of_a_repo(self):
        self.archives("acme/old-name", "acme/new-name")
        self.archives("tinygpt", "acme/tinygpt")
        self.archives(f"{self.hub.url}/acme/old-name/blob/main/README.md", "acme/new-name")
        self.assertHolds(self.app, "acme/new-name")
        self.assertHolds(self.app, "acme/tinygpt")

    def test_nonsense_is_refused(self):
        for what, codes in (("acme/../etc", (2,)), ("a/b/c", (2,)), ("", (2,)), ("https://example.com/acme/x", (2,)),
                            ("acme/tiny-llama@no-such-branch", (3,)), (f"{self.hub.url}/{TINY}/blob/main/no-such-file", (3,)),
                            ("acme/no-such-repo", (3,))):
            with self.subTest(what):
                found = self.app.archive(what, expect=codes)
                self.assertTrue(found.error["message"])
        self.assertEqual(self.app.list(), [])


class MovingBranch(harness.HuggerTest):
    def archive_while(self, action, **match):
        """The commit that main leads to when the archive begins is the one that is archived, whatever happens meanwhile."""
        first = self.hub.repo("acme/moving")["sha"]
        truth = self.truth("acme/moving")
        rule = self.hub.fault(action, repo="models/acme/moving", **match)
        app = self.hugger()
        snapshot = app.archive("acme/moving").snapshot
        self.assertEqual(self.hub.fired(rule), 1)
        self.assertNotEqual(self.hub.repo("acme/moving")["sha"], first, "the branch did not move")
        self.assertEqual((snapshot["commit"], snapshot["state"]), (first, "complete"))
        self.assertEqual(harness.hashes_below(snapshot["path"]), truth)
        asked = [entry["target"] for entry in self.hub.log(route="resolve") if "acme/moving" in entry["target"]]
        self.assertTrue(asked and all(f"/resolve/{first}/" in target for target in asked), asked)
        self.assertSound(app)
        self.assertHonest(app)

    def setUp(self):
        super().setUp()
        self.hub.reset()
        names = ("config.json", "README.md", "model.safetensors", "part.gguf")
        self.hub.add_repo("acme/moving", [{"path": name, "size": 20000, "seed": f"first {name}"} for name in names])
        self.second = {"id": "acme/moving", "files": [{"path": name, "size": 20000, "seed": f"second {name}"} for name in names]}

    def test_a_commit_after_the_info(self):
        self.archive_while({"type": "commit", "spec": self.second}, route="info", times=1)

    def test_a_commit_before_the_listing(self):
        self.archive_while({"type": "commit", "spec": self.second, "before": True}, route="tree", times=1)

    def test_a_commit_between_two_files(self):
        self.archive_while({"type": "commit", "spec": self.second}, route="resolve", nth=2)

    def test_a_branch_that_is_moved_by_force(self):
        other = self.hub.commit("acme/moving", [{"path": "config.json", "text": "{}"}], ref="refs/heads/other", parent=None)
        self.archive_while({"type": "move_ref", "repo": "acme/moving", "ref": "refs/heads/main", "to": other}, route="resolve", nth=1)


if __name__ == "__main__":
    harness.main()
