# SPDX-FileCopyrightText: 2026 The hugger authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A new commit is archived beside the old one, and only what changed is fetched."""

import harness

REPO = "acme/changing"


class Update(harness.HuggerTest):
    def setUp(self):
        super().setUp()
        self.hub.reset()
        self.app = self.hugger()
        self.hub.add_repo(REPO, [{"path": "README.md", "text": "# One\n"}, {"path": "config.json", "text": "{}\n"},
                                 {"path": "model.safetensors", "size": 3000000, "seed": "weights"},
                                 {"path": "old/gone.txt", "text": "soon gone\n"}, {"path": "moved.gguf", "size": 400000, "seed": "moved"}])

    def change(self):
        return self.hub.commit(REPO, [{"path": "README.md", "text": "# Two\n"}, {"path": "extra.safetensors", "size": 500000, "seed": "new"},
                                      {"path": "sub/renamed.gguf", "size": 400000, "seed": "moved"}],
                               delete=["old/gone.txt", "moved.gguf"])

    def test_beside_the_old_one(self):
        old = self.app.archive(REPO).snapshot
        old_truth = self.truth(REPO)
        new_commit = self.change()
        self.hub.clear_log()
        new = self.app.archive(REPO).snapshot
        self.assertEqual((new["commit"], new["state"]), (new_commit, "complete"))
        changed = {file["object"]: file["size"] for file in self.hub.repo(REPO)["files"]
                   if file["path"] in ("README.md", "extra.safetensors")}
        self.assertEqual(self.hub.counters()["served"], changed)
        self.assertEqual(new["fetched_bytes"], sum(changed.values()))

        self.assertEqual(harness.hashes_below(old["path"]), old_truth, "the old view")
        self.assertHolds(self.app, REPO, revision=old["commit"])
        self.assertHolds(self.app, REPO)
        self.assertEqual({snapshot["commit"] for snapshot in self.app.list()}, {old["commit"], new_commit})
        self.assertHonest(self.app)
        report = self.app.run("verify").json
        self.assertEqual((report["damaged"], report["missing"]), ([], []))
        self.assertEqual(report["verified"], old["files"] + new["files"])
        view = self.app.store / "hub" / "models--acme--changing" / "refs" / "main"
        self.assertEqual(view.read_text(), new_commit)

    def test_the_old_one_outlives_the_new_one(self):
        old = self.app.archive(REPO).snapshot
        old_truth = self.truth(REPO)
        new_commit = self.change()
        self.app.archive(REPO)
        self.app.run("remove", f"{REPO}@{new_commit}", "--now", "--yes")
        self.assertEqual(harness.hashes_below(old["path"]), old_truth)
        self.assertEqual([snapshot["commit"] for snapshot in self.app.list()], [old["commit"]])
        self.assertSound(self.app)
        self.assertHonest(self.app)

    def test_history_rewritten_upstream_takes_nothing(self):
        old = self.app.archive(REPO).snapshot
        old_truth = self.truth(REPO)
        self.hub.commit(REPO, [{"path": "README.md", "text": "# Anew\n"}], parent=None, replace=True)
        self.hub.set_refs(REPO, prune=True)
        self.app.archive(REPO)
        self.hub.delete(REPO)
        self.app.archive(REPO, expect=3)
        self.assertEqual(len(self.app.list()), 2)
        self.assertEqual(harness.hashes_below(old["path"]), old_truth)
        self.app.run("verify")
        self.assertSound(self.app)

    def test_the_same_commit_again_fetches_nothing(self):
        first = self.app.archive(REPO).snapshot
        self.hub.clear_log()
        again = self.app.archive(REPO).snapshot
        self.assertEqual((again["commit"], again["state"], again["fetched_bytes"]), (first["commit"], "complete", 0))
        self.assertEqual(self.hub.counters()["served"], {})
        self.assertHolds(self.app, REPO)


if __name__ == "__main__":
    harness.main()
