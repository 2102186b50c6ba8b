# SPDX-FileCopyrightText: 2026 The hugger authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A part of a repository is archived, said to be a part, and added to."""

import json

import harness

GGUF = "acme/tiny-llama-GGUF"


class Selection(harness.HuggerTest):
    def setUp(self):
        super().setUp()
        self.hub.clear_log()
        self.app = self.hugger()

    def record(self, id, kind="models"):
        facts = self.hub.repo(id, kind)
        return json.loads((self.app.store / "records" / kind / id / facts["sha"] / "record.json").read_bytes())

    def paths(self, id):
        return {file["path"] for file in self.record(id)["files"]}

    def test_only_what_is_asked_for(self):
        facts = self.hub.repo(GGUF)
        chosen = {file["path"]: file for file in facts["files"] if "Q4_K_M" in file["path"]}
        self.assertEqual(len(chosen), 1)
        plan = self.app.archive(GGUF, "--include", "*Q4_K_M*", "--dry-run").json["plan"]
        size = sum(file["size"] for file in chosen.values())
        self.assertEqual((plan["files"], plan["bytes"], plan["fetch_bytes"]), (1, size, size))
        self.assertEqual(self.hub.counters()["served"], {}, "a dry run fetched something")
        snapshot = self.app.archive(GGUF, "--include", "*Q4_K_M*").snapshot
        self.assertEqual((snapshot["state"], snapshot["files"], snapshot["bytes"], snapshot["fetched_bytes"]),
                         ("partial", 1, size, size))
        self.assertEqual(set(self.hub.counters()["served"]), {file["object"] for file in chosen.values()})
        self.assertEqual(harness.hashes_below(snapshot["path"]), {path: file["sha256"] for path, file in chosen.items()})
        self.assertEqual(self.record(GGUF)["selections"], [{"include": ["*Q4_K_M*"], "exclude": []}])
        self.assertSound(self.app)
        self.assertHonest(self.app)

    def test_more_is_added_and_nothing_forgotten(self):
        facts = self.hub.repo(GGUF)
        self.app.archive(GGUF, "--include", "*Q4_K_M*")
        first = self.paths(GGUF)
        before = self.record(GGUF)
        snapshot = self.app.archive(GGUF, "--include", "*Q8_0*").snapshot
        self.assertEqual(snapshot["state"], "partial")
        second = self.paths(GGUF)
        self.assertTrue(first < second)
        self.assertEqual(self.record(GGUF)["captured_at"], before["captured_at"])
        self.assertEqual(self.record(GGUF)["selections"],
                         [{"include": ["*Q4_K_M*"], "exclude": []}, {"include": ["*Q8_0*"], "exclude": []}])
        # Asking for the first rule again takes nothing away.
        self.assertEqual(self.app.archive(GGUF, "--include", "*Q4_K_M*").snapshot["fetched_bytes"], 0)
        self.assertEqual(self.paths(GGUF), second)
        whole = self.app.archive(GGUF).snapshot
        self.assertEqual((whole["state"], whole["files"]), ("complete", len(facts["files"])))
        self.assertEqual(whole["fetched_bytes"], sum(file["size"] for file in facts["files"] if file["path"] not in second))
        self.assertEqual(self.twice(harness.objects_of(facts)), 0)
        self.assertHolds(self.app, GGUF)
        self.assertHonest(self.app)

    def test_exclude_and_globs(self):
        facts = self.hub.repo(GGUF)
        self.app.archive(GGUF, "--exclude", "*.gguf")
        self.assertEqual(self.paths(GGUF), {file["path"] for file in facts["files"] if not file["path"].endswith(".gguf")})
        # As in huggingface_hub, * matches slashes too.
        self.app.archive(GGUF, "--include", "*.gguf", "--exclude", "*F16*", "--exclude", "*Q8_0*")
        self.assertFalse(any("F16" in path or "Q8_0" in path for path in self.paths(GGUF)))
        self.assertTrue(any("Q4_K_M" in path for path in self.paths(GGUF)))
        self.assertSound(self.app)

    def test_nothing_matches(self):
        found = self.app.archive(GGUF, "--include", "*.nothing", expect=3)
        self.assertEqual(found.error["code"], "nothing_selected")
        self.assertEqual(self.app.list(), [])

    def test_held_under_other_names_is_not_fetched_again(self):
        for id in ("acme/tiny-llama", GGUF):
            self.app.archive(id)
        self.hub.clear_log()
        copy = self.hub.repo("acme/tiny-llama-copy")
        own = {file["sha256"] for id in ("acme/tiny-llama", GGUF) for file in self.hub.repo(id)["files"]}
        fresh = {file["object"]: file["size"] for file in copy["files"] if file["sha256"] not in own}
        self.assertLess(len(fresh), len(copy["files"]), "the sample shares nothing")
        plan = self.app.archive("acme/tiny-llama-copy", "--dry-run").json["plan"]
        self.assertEqual(plan["held_bytes"], plan["bytes"] - sum(fresh.values()))
        snapshot = self.app.archive("acme/tiny-llama-copy").snapshot
        self.assertEqual(snapshot["fetched_bytes"], sum(fresh.values()))
        self.assertEqual(set(self.hub.counters()["served"]), set(fresh))
        self.assertHolds(self.app, "acme/tiny-llama-copy")

    def test_a_copy_of_everything_costs_nothing(self):
        files = [{"path": "a.safetensors", "size": 300000, "seed": "shared"}, {"path": "deep/b.txt", "text": "shared text"}]
        self.hub.add_repo("acme/one", files)
        self.hub.add_repo("acme/two", [{**files[0], "path": "x/renamed.safetensors"}, {**files[1], "path": "c.md"}], kind="datasets")
        self.app.archive("acme/one")
        snapshot = self.app.archive("datasets/acme/two").snapshot
        self.assertEqual((snapshot["state"], snapshot["fetched_bytes"]), ("complete", 0))
        self.assertHolds(self.app, "acme/two", "datasets")

    def test_one_content_twice_in_a_repo_is_fetched_once(self):
        twin = {"size": 200000, "seed": "twin"}
        self.hub.add_repo("acme/twins", [{"path": "a.bin", **twin}, {"path": "b/c.bin", **twin}, {"path": "t1.txt", "text": "t"},
                                         {"path": "t2.txt", "text": "t"}, {"path": "e1", "text": ""}, {"path": "e2", "text": ""}])
        snapshot = self.app.archive("acme/twins").snapshot
        self.assertEqual((snapshot["files"], snapshot["fetched_bytes"]), (6, 200001))
        self.assertHolds(self.app, "acme/twins")


if __name__ == "__main__":
    harness.main()
