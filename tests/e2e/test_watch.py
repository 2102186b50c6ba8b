# SPDX-FileCopyrightText: 2026 The hugger authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What becomes of held repositories upstream is told once, with what proves it, and changes nothing that is held."""

import os
import time
import unittest

import harness
import support
import watching

ONE = "acme/one"
STRICTER = watching.CARD.format("cc-by-nc-4.0")


class Events(watching.Watching):
    def once(self, id, *expected, account="anonymous", **environment):
        """Exactly these now, each proved; none the next time."""
        events = self.events(id, **environment)
        self.assertEqual(sorted(event["type"] for event in events), sorted(expected), events)
        for event in events:
            self.assertEqual((event["repo"], event["kind"]), (id, "model"))
            self.assertTrue(event["detail"].endswith("."), event)
            self.proves(event, account)
        self.assertEqual(self.events(id, **environment), [], "it was told twice")
        return events

    def test_new_commit(self):
        old = self.held(ONE)
        new = self.hub.commit(ONE, [{"path": "config.json", "text": '{"a": 1}\n'}, {"path": "more.txt", "text": "more\n"}])
        event = self.once(ONE, "new_commit")[0]
        self.assertEqual(event["commit"], new)
        facts = self.whole(event)["facts"]
        self.assertEqual(facts["old_commit"], old["commit"])
        self.assertEqual((facts["files"]["added"], facts["files"]["changed"], facts["files"]["removed"]), (1, 1, 0))
        self.assertEqual(self.upstream(ONE), "newer")

    def test_archived_in_between(self):
        self.held(ONE)
        self.hub.commit(ONE, [{"path": "README.md", "text": STRICTER}])
        self.app.archive(ONE)
        self.assertEqual(self.check(ONE), [])
        self.assertEqual(self.upstream(ONE), "current")

    def test_card(self):
        self.held(ONE)
        self.hub.commit(ONE, [{"path": "README.md", "text": watching.CARD.format("apache-2.0") + "More.\n"}])
        self.once(ONE, "new_commit", "card_changed")

    def test_refs(self):
        old = self.held(ONE, repo={"title": "first"})
        self.hub.set_refs(ONE, {"refs/tags/v1": "main", "refs/heads/dev": "main"})
        self.assertEqual(self.check(ONE), [], "new refs are no event")
        new = self.hub.commit(ONE, [{"path": "dev.txt", "text": "dev\n"}], ref="refs/heads/dev")
        event = self.once(ONE, "ref_moved")[0]
        self.assertEqual(event["commit"], new)
        self.assertEqual(self.whole(event)["facts"]["ref"], "refs/heads/dev")
        self.hub.set_refs(ONE, delete=["refs/tags/v1"])
        self.assertEqual(self.whole(self.once(ONE, "ref_moved")[0])["facts"]["old_commit"], old["commit"])
        self.assertEqual(self.upstream(ONE), "current")

    def test_gate_closes_and_opens(self):
        self.held(ONE)
        before = self.objects()
        self.hub.update(ONE, gated="manual")
        self.once(ONE, "gated")
        self.assertEqual((self.upstream(ONE), set(self.last_copy(ONE).values())), ("gated", {"gated"}))
        self.assertEqual(self.objects(), before)
        self.hub.update(ONE, gated=False)
        self.once(ONE, "ungated")
        self.assertEqual((self.upstream(ONE), set(self.last_copy(ONE).values())), ("current", {None}))

    def test_gate_with_access(self):
        token = self.hub.tokens["alice"]
        self.held(ONE, repo={"allowed": ["alice"]}, HF_TOKEN=token)
        self.hub.update(ONE, gated="auto")
        self.once(ONE, "gated", HF_TOKEN=token, account="alice")
        self.assertNotEqual(self.upstream(ONE), "gated", "who may pass is not barred")

    def test_disabled_and_back(self):
        # Either info says so, or the Hub refuses even that, in words that only those with a token get.
        for id, way, account in ((ONE, "info", "anonymous"), ("acme/two", True, "alice")):
            token = {"HF_TOKEN": self.hub.tokens["alice"]} if account == "alice" else {}
            with self.subTest(way):
                self.held(id, **token)
                self.hub.update(id, disabled=way)
                self.once(id, "disabled", account=account, **token)
                self.assertEqual((self.upstream(id), set(self.last_copy(id).values())), ("disabled", {"disabled"}))
                self.hub.update(id, disabled=False)
                self.once(id, "back", account=account, **token)
                self.assertEqual((self.upstream(id), set(self.last_copy(id).values())), ("current", {None}))

    def test_gone_and_another_in_its_place(self):
        self.held(ONE)
        self.hub.delete(ONE)
        event = self.once(ONE, "gone")[0]
        self.assertIn("deleted or made private", event["detail"])
        self.assertEqual({one["status"] for one in self.proves(event)} & {401, 404}, {one["status"] for one in self.proves(event)} - {200})
        self.assertEqual((self.upstream(ONE), set(self.last_copy(ONE).values())), ("gone", {"gone"}))
        self.add(ONE)
        self.assertNotIn("back", self.check(ONE), "a stranger")

    def test_private_and_back(self):
        self.held(ONE)
        self.hub.update(ONE, private=True)
        self.once(ONE, "gone")
        self.hub.update(ONE, private=False)
        self.once(ONE, "back")
        self.assertEqual(self.upstream(ONE), "current")

    def test_no_token_is_not_gone(self):
        token = self.hub.tokens["carol"]
        self.held(ONE, repo={"private": True}, HF_TOKEN=token)
        self.assertNotEqual(self.app.run("check", ONE, expect=None).code, 0)
        self.assertEqual(self.upstream(ONE), "current")
        self.assertEqual(self.check(ONE, HF_TOKEN=token), [])

    def test_evidence_in_words(self):
        self.held(ONE)
        self.hub.delete(ONE)
        found = self.says("check", ONE)
        self.assertRegex(found.out, r"gone +acme/one +.*deleted or made private")
        self.assertIn("may be the last copy", found.err)
        self.assertIn("every SHA-256 is right", found.out)
        id = self.app.run("events", "--type", "gone").json["events"][0]["id"]
        words = self.says("events", "--show", str(id)).out
        for text in ("GET " + self.hub.url + "/api/models/acme/one", "anonymous", "Answer    401", "Invalid username or password", "SHA-256"):
            self.assertIn(text, words)
        self.assertRegex(self.says("list").out, "gone upstream, may be the last copy")
        self.assertIn("may be the last copy", self.says("show", ONE).out)
        self.assertEqual(self.says("check", ONE).out, "Nothing has changed in 1 repository.\n")

    def test_many_gone_at_once_is_an_outage(self):
        names = [f"acme/many-{number}" for number in range(6)]
        for name in names:
            self.held(name)
        gone = {"type": "status", "status": 404, "headers": {"X-Error-Code": "RepoNotFound"}, "json": {"error": "Repository not found"}}
        self.hub.fault(gone, path="/api/models/acme/")
        for what in ((), names[:1]):
            found = self.app.run("check", *what, expect=5).json
            self.assertEqual(found.get("events", []), [])
            self.assertEqual(found["error"]["code"], "many_gone")
            self.assertIn("nothing was concluded", found["error"]["message"])
        self.assertEqual({snapshot["upstream"] for snapshot in self.app.list()}, {"current"})
        self.hub.clear_faults()
        self.assertEqual(self.check(), [])
        # Those that are there say that the one is not.
        self.hub.delete(names[0])
        self.once(names[0], "gone")

    def test_list_of_events(self):
        self.held(ONE)
        self.held("acme/two")
        self.hub.commit(ONE, [{"path": "README.md", "text": STRICTER}])
        self.hub.delete("acme/two")
        self.check()
        for arguments, wanted in (([], None), (["--type", "gone"], ["gone"]), (["--type", "gone", "--type", "new_commit"], ["gone", "new_commit"]),
                                  (["acme/two", "--type", "new_commit"], []), (["--limit", "1"], None)):
            found = [event["type"] for event in self.app.run("events", *arguments).json["events"]]
            if wanted is not None:
                self.assertEqual(sorted(found), wanted, arguments)
        self.assertEqual(len(found), 1)
        self.assertIn("gone", self.fails(2, "events", "--type", "vanished")["message"])
        self.assertEqual(self.fails(3, "events", "--show", "999")["code"], "no_such_event")
        self.fails(2, "events", ONE, "--show", "1")


class Reading(watching.Watching):
    """What looks alike is told apart, and nothing of it reaches what is held."""

    def setUp(self):
        super().setUp()
        self.old = self.held(ONE)
        self.truth_of_old = self.truth(ONE)
        self.before = self.objects()

    def tearDown(self):
        """Byte for byte as it was; opened and verified with the Hub gone."""
        self.assertEqual({name: facts for name, facts in self.objects().items() if name in self.before}, self.before)
        self.hub.listen(False)
        try:
            self.assertEqual(harness.hashes_below(self.old["path"]), self.truth_of_old)
            report = self.app.run("verify", f"{ONE}@{self.old['commit']}").json
            self.assertEqual((report["verified"], report["damaged"], report["missing"]), (len(self.truth_of_old), [], []))
            self.assertEqual(self.app.run("files", f"{ONE}@{self.old['commit']}").code, 0)
        finally:
            self.hub.listen(True)
        self.assertSound(self.app)
        super().tearDown()

    def types(self):
        found = self.check(ONE)
        self.assertEqual(self.check(ONE), [], "it was told twice")
        return sorted(found)

    def test_force_push(self):
        self.hub.commit(ONE, [*self.files(ONE), {"path": "new.txt", "text": "n"}], parent=None, title="Squash")
        self.hub.set_refs(ONE, prune=True)
        self.assertEqual(self.types(), ["history_rewritten", "new_commit"])
        self.assertEqual(self.last_copy(ONE), {self.old["commit"]: "gone"})
        error = self.fails(2, "remove", ONE)
        self.assertEqual(error["code"], "last_copy")

    def test_force_push_that_is_kept_elsewhere(self):
        self.hub.set_refs(ONE, {"refs/heads/backup": "main"})
        self.hub.commit(ONE, [*self.files(ONE), {"path": "new.txt", "text": "n"}], parent=None, title="Squash")
        self.assertEqual(self.types(), ["new_commit"])
        self.assertEqual(self.last_copy(ONE), {self.old["commit"]: None})

    def test_rename(self):
        self.hub.rename(ONE, "acme/moved")
        event = self.events(ONE)[0]
        self.assertEqual(event["type"], "renamed")
        self.assertIn("acme/moved", event["detail"])
        self.assertEqual(self.whole(event)["facts"]["new_name"], "acme/moved")
        self.assertEqual((self.types(), self.upstream(ONE)), ([], "renamed"))
        self.assertEqual(set(self.last_copy(ONE).values()), {None})

    def test_rename_and_a_stranger_in_the_old_name(self):
        self.hub.rename(ONE, "acme/moved")
        self.add(ONE, license="cc-by-nc-4.0", files=[{"path": "evil.txt", "text": "not the one you know\n"}])
        events = self.events(ONE)
        self.assertEqual([event["type"] for event in events], ["renamed"], "what the stranger has is nobody's news")
        self.assertEqual(self.whole(events[0])["facts"]["new_name"], "acme/moved")
        self.assertEqual(self.types(), [])
        self.hub.commit("acme/moved", [{"path": "config.json", "text": '{"v": 2}\n'}])
        self.assertEqual(self.types(), ["new_commit"], "it is followed under its new name")

    def test_a_stranger_and_nobody_knows_where_it_went(self):
        self.hub.delete(ONE)
        self.add(ONE, license="mit")
        self.assertEqual(self.types(), ["renamed"])
        self.assertEqual(set(self.last_copy(ONE).values()), {"gone"})

    def license_event(self):
        events = self.events(ONE)
        self.assertEqual(self.types(), [])
        self.assertEqual(self.upstream(ONE), "license_changed")
        return self.only(events, "license_changed")

    def test_license_in_front_matter_only(self):
        self.hub.commit(ONE, [{"path": "README.md", "text": STRICTER}])
        license = self.whole(self.license_event())["facts"]["license"]
        self.assertEqual((license["before"]["ids"], license["after"]["ids"]), (["apache-2.0"], ["cc-by-nc-4.0"]))
        self.assertEqual((license["texts"], license["stricter"]), ([], True))
        self.assertEqual(set(self.last_copy(ONE).values()), {"license"})

    def test_license_in_its_file_only(self):
        self.hub.commit(ONE, [{"path": "LICENSE", "text": "Do nothing.\n"}])
        event = self.license_event()
        license = self.whole(event)["facts"]["license"]
        self.assertEqual(license["before"], license["after"])
        self.assertEqual(license["texts"], [{"path": "LICENSE", "before": "Do what you like.\n", "after": "Do nothing.\n"}])
        words = self.says("events", "--show", str(event["id"])).out
        self.assertIn("    - Do what you like.\n    + Do nothing.\n", words)

    def test_license_in_both(self):
        self.hub.commit(ONE, [{"path": "README.md", "text": STRICTER}, {"path": "LICENSE", "text": "Do nothing.\n"}])
        license = self.whole(self.license_event())["facts"]["license"]
        self.assertEqual((license["after"]["ids"], len(license["texts"])), (["cc-by-nc-4.0"], 1))

    def test_license_that_allows_more(self):
        self.hub.commit(ONE, [{"path": "README.md", "text": watching.CARD.format("mit")}])
        self.assertIs(self.whole(self.license_event())["facts"]["license"]["stricter"], False)
        self.assertEqual(set(self.last_copy(ONE).values()), {None})

    def test_last_copy_is_kept(self):
        self.hub.delete(ONE)
        self.assertEqual(self.types(), ["gone"])
        for arguments in ([], ["--yes"], ["--now", "--yes"], ["--last-copy", "acme/other"], ["--last-copy", "acme/other", "--yes"]):
            self.assertEqual(self.fails(2, "remove", ONE, *arguments)["code"], "last_copy")
        screen = support.Screen([harness.BINARY, "--profile", str(self.app.profile), "remove", ONE], {"TERM": "xterm-256color", **self.app.environment})
        screen.wait_for("may be the last copy")
        screen.wait_for("type the repository's name")
        screen.type("yes\n")
        self.assertEqual(screen.end(), 2)
        self.assertEqual(len(self.app.list()), 1)
        trash = self.app.run("remove", ONE, "--last-copy", ONE).json["removed"][0]["trash_id"]
        self.assertEqual(self.app.list(), [])
        self.app.run("restore", trash)

    def test_damage_is_told_when_it_matters(self):
        facts = {file["path"]: file for file in self.hub.repo(ONE)["files"]}
        victim = self.app.store / "objects" / "sha256" / facts["config.json"]["sha256"][:2] / facts["config.json"]["sha256"]
        good = victim.read_bytes()
        victim.chmod(0o644)
        victim.write_bytes(b"xx\n")
        self.hub.delete(ONE)
        found = self.app.run("check", ONE, expect=6).json
        self.assertEqual(([event["type"] for event in found["events"]], found["error"]["code"]), (["gone"], "damaged"))
        self.assertEqual([one["path"] for one in found["verify"]["damaged"]], ["config.json"])
        victim.write_bytes(good)
        victim.chmod(0o444)


class Faults(watching.Watching):
    """Nothing is concluded from what only fails."""
    repos = ("acme/one", "acme/two", "acme/three")

    def setUp(self):
        super().setUp()
        for id in self.repos:
            self.held(id)

    def test_twenty_checks(self):
        html = {"type": "html", "status": 200}
        page = {"type": "status", "status": 404, "text": "<html>nginx</html>", "headers": {"X-Error-Code": ""}}
        for number, action in enumerate([{"type": "status", "status": 500}, {"type": "status", "status": 503}, html, page, {"type": "drop"},
                                         {"type": "status", "status": 429, "ratelimit": {"r": 0, "t": 1}}, {"type": "json", "truncate": 40},
                                         {"type": "status", "status": 403, "text": "<html>blocked</html>"}, {"type": "delay", "seconds": 1}]):
            self.hub.fault(action, id=f"random{number}", server="hub", probability=0.12)
        failed = 0
        for _ in range(20):
            found = self.app.run("check", expect=None)
            self.assertEqual(found.json["events"], [], str(found))
            failed += found.code != 0
        self.assertGreater(failed, 0, "no fault got through: nothing was tried")
        self.assertGreater(sum(rule["fired"] for rule in self.hub.faults()), 40)
        self.hub.clear_faults()
        self.assertEqual(self.check(), [])
        self.assertEqual([snapshot["upstream"] for snapshot in self.app.list()], ["current"] * 3)
        self.assertEqual([event for event in self.app.run("events").json["events"] if event["type"] not in ("archived", "verified")], [])

    def test_offline(self):
        self.hub.listen(False)
        try:
            found = self.app.run("check", expect=5).json
            self.assertEqual(found["events"], [])
            self.assertEqual([one["repo"] for one in found["failed"]], sorted(self.repos))
            self.assertEqual(self.fails(5, "check", "acme/one")["code"], found["failed"][0]["error"]["code"])
            words = self.says("check", expect=5)
        finally:
            self.hub.listen(True)
        for id in self.repos:
            self.assertIn(f"{id} could not be checked", words.err)
        self.assertIn("3 of 3 repositories could not be checked", words.err)
        self.assertEqual(self.check(), [])

    def test_one_that_fails_keeps_no_other_back(self):
        self.hub.delete("acme/two")
        self.hub.fault({"type": "html"}, path="acme/one")
        found = self.app.run("check", expect=5).json
        self.assertEqual([(event["type"], event["repo"]) for event in found["events"]], [("gone", "acme/two")])
        self.assertEqual([one["repo"] for one in found["failed"]], ["acme/one"])

    def test_ctrl_c(self):
        # In order of name: "one", "three", then "two".
        self.hub.commit("acme/one", [{"path": "config.json", "text": "[]"}])
        self.hub.fault({"type": "stall", "after": -1}, id="silence", path="/api/models/acme/three")
        process = self.app.start("check")
        self.wait_for(lambda: self.hub.fired("silence"), "the second repository to be asked about")
        found = self.stopped(process)
        self.assertEqual(([event["type"] for event in found.json["events"]], found.error["code"]), (["new_commit"], "interrupted"))
        self.hub.clear_faults()
        self.assertEqual(self.check(), [])

    def test_gone_for_a_moment(self):
        # The second look finds it again.
        gone = {"type": "status", "status": 404, "json": {"error": "Repository not found"}, "headers": {"X-Error-Code": "RepoNotFound"}}
        self.hub.fault(gone, id="moment", path="/api/models/acme/one", times=2)
        self.assertEqual(self.check("acme/one"), [])
        self.assertGreater(self.hub.fired("moment"), 0)
        self.assertEqual(self.upstream("acme/one"), "current")

    def test_token_that_is_refused(self):
        self.assertEqual(self.app.run("check", expect=4, HF_TOKEN="hf_" + "x" * 34).json["events"], [])
        self.assertEqual(self.check(), [])

    def test_usage(self):
        for arguments in (["check", "--revision", "main"], ["check", f"{self.hub.url}/acme/one/blob/main/LICENSE"],
                          ["watch", "--every", "often"], ["watch", "--every", "31d"], ["watch", "--fetch-up-to", "much"], ["update", "--revision", "x"]):
            with self.subTest(arguments):
                self.fails(2, *arguments)
        for command in ("check", "update", "watch"):
            self.assertEqual(self.fails(9, command, "acme/not-held")["code"], "not_held")


class Rules(watching.Watching):
    def test_rules(self):
        self.assertEqual(self.app.run("watch").json, {"watched": []})
        for id in (ONE, "acme/two"):
            self.add(id)
            self.app.archive(id)
        first = self.app.run("watch").json["watched"]
        self.assertEqual([(row["repo"], row["every_hours"], row["is_default"], row["fetch_up_to"], row["checked_at"]) for row in first],
                         [(ONE, 12, True, 0, None), ("acme/two", 12, True, 0, None)])
        self.check()
        rows = self.app.run("watch", ONE, "--every", "2d", "--fetch-up-to", "1.5GB").json["watched"]
        self.assertEqual([(row["repo"], row["every_hours"], row["is_default"], row["fetch_up_to"]) for row in rows], [(ONE, 48, False, 1_500_000_000)])
        self.app.run("watch", ONE, "--every", "never")
        words = self.says("watch").out
        self.assertRegex(words, r"acme/one +checked \d{4}.* never +fetches up to 1.5 GB")
        self.assertRegex(words, r"acme/two +checked \d{4}.*every 12 h \(default\)")
        self.app.run("watch", "--every", "default", "--fetch-up-to", "0")
        self.assertEqual({(row["every_hours"], row["is_default"], row["fetch_up_to"]) for row in self.app.run("watch").json["watched"]}, {(12, True, 0)})
        self.assertTrue(all(row["checked_at"] for row in self.app.run("watch").json["watched"]), "a rule takes nothing of what was seen")


class Update(watching.Watching):
    shards = 30

    def setUp(self):
        super().setUp()
        self.hub.add_repo(ONE, [{"path": "README.md", "text": watching.CARD.format("apache-2.0")},
                                *({"path": self.shard(number), "size": 200_000, "seed": f"shard {number}"} for number in range(self.shards))])
        self.old = self.app.archive(ONE).snapshot

    @staticmethod
    def shard(number):
        return f"model-{number:05}-of-00030.safetensors"

    def change(self, size=200_000):
        """Two of the shards have other bytes; by their size nobody sees it."""
        return self.hub.commit(ONE, [{"path": self.shard(number), "size": size, "seed": f"changed {number}"} for number in (3, 17)], title="Train longer")

    def changed(self):
        return {file["object"]: file["size"] for file in self.hub.repo(ONE)["files"] if file["path"] in (self.shard(3), self.shard(17))}

    def test_preview(self):
        new = self.change()
        before = harness.fingerprint(self.app.profile / "store")
        update = self.app.run("update", ONE, "--dry-run").json["update"]
        self.assertEqual((update["from"], update["to"], update["added"], update["changed"], update["removed"]), (self.old["commit"], new, 0, 2, 0))
        self.assertEqual(update["changes"], [{"change": "changed", "path": self.shard(number), "size_before": 200_000, "size_after": 200_000} for number in (3, 17)])
        self.assertEqual((update["fetch_files"], update["fetch_bytes"]), (2, 400_000))
        self.assertEqual([commit["title"] for commit in update["commits"]], ["Train longer"])
        self.assertIsNone(update["license"])
        self.assertIs(update["is_rewritten"], False)
        words = self.says("update", ONE, "--dry-run").out
        for text in (f"{self.old['commit'][:7]} -> {new[:7]}", "2 changed", self.shard(17), "400.0 kB in 2 files", "Train longer", "the same size"):
            self.assertIn(text, words)
        self.assertEqual(harness.fingerprint(self.app.profile / "store"), before, "looking changed something")
        self.hub.commit(ONE, [{"path": "README.md", "text": STRICTER}], parent=None)
        update = self.app.run("update", ONE, "--dry-run").json["update"]
        self.assertEqual((update["license"]["before"]["ids"], update["license"]["after"]["ids"], update["license"]["stricter"]),
                         (["apache-2.0"], ["cc-by-nc-4.0"], True))
        self.assertIs(update["is_rewritten"], True)

    def test_fetches_what_changed(self):
        new = self.change()
        self.hub.clear_log()
        snapshot = self.app.run("update", ONE).snapshot
        self.assertEqual((snapshot["commit"], snapshot["state"], snapshot["fetched_bytes"]), (new, "complete", 400_000))
        self.assertEqual({name: size for name, size in self.hub.counters()["served"].items()}, self.changed())
        self.assertHolds(self.app, ONE)
        self.assertHolds(self.app, ONE, revision=self.old["commit"])
        self.assertEqual(self.app.run("update", ONE).snapshot["commit"], new)
        self.assertIn("Nothing newer", self.says("update", ONE).out)
        self.assertEqual(self.check(ONE), [])

    def test_all_that_is_newer(self):
        self.add("acme/quiet")
        self.app.archive("acme/quiet")
        self.assertEqual(self.app.run("update").json, {"snapshots": []})
        new = self.change()
        self.assertEqual(self.check(), ["new_commit"])
        self.assertEqual([update["to"] for update in self.app.run("update", "--dry-run").json["updates"]], [new])
        self.assertEqual([snapshot["commit"] for snapshot in self.app.run("update").json["snapshots"]], [new])
        self.assertEqual(self.upstream(ONE), "current")
        self.assertEqual(self.app.run("update").json, {"snapshots": []})

    def test_the_same_selection(self):
        self.hub.add_repo("acme/quants", [{"path": f"{name}.gguf", "size": 50_000, "seed": name} for name in ("Q4", "Q8")])
        old = self.app.archive("acme/quants", "--include", "Q4*").snapshot
        self.assertEqual(old["state"], "partial")
        self.hub.commit("acme/quants", [{"path": f"{name}.gguf", "size": 50_000, "seed": name + " new"} for name in ("Q4", "Q8")])
        snapshot = self.app.run("update", "acme/quants").snapshot
        self.assertEqual((snapshot["state"], snapshot["files"], snapshot["fetched_bytes"]), ("partial", 1, 50_000))
        self.assertIn("Nothing newer", self.says("update", "acme/quants").out)

    def test_killed(self):
        self.change(size=3_000_000)
        self.slowly()
        process = self.app.start("update", ONE)
        self.wait_for_part(process, 1 << 20)
        process.kill()
        process.communicate()
        self.assertEqual({snapshot["state"] for snapshot in self.app.list() if snapshot["commit"] == self.old["commit"]}, {"complete"})
        for snapshot in self.app.list():
            self.assertIn(snapshot["commit"] == self.old["commit"] or snapshot["state"] == "partial", [True], snapshot)
        self.assertHolds(self.app, ONE, revision=self.old["commit"])
        self.hub.throttle()
        self.app.run("update", ONE)
        self.assertHolds(self.app, ONE)
        self.assertHonest(self.app)

    def test_gone_meanwhile(self):
        self.hub.delete(ONE)
        self.fails(3, "update", ONE)
        self.assertHolds_still()

    def assertHolds_still(self):
        self.assertEqual([snapshot["state"] for snapshot in self.app.list()], ["complete"])
        self.app.run("verify")


class Quota(watching.Watching):
    def measure(self, count, quota, window):
        self.add(ONE)
        self.app.archive(ONE)
        self.clone(ONE, count)
        self.hub.limits(quotas={"anonymous": {"api": quota, "resolvers": 6 * quota, "pages": quota // 5}}, window=window)
        self.hub.clear_log()
        start = time.monotonic()
        found = self.app.run("check", timeout=1200)
        seconds = time.monotonic() - start
        requests = self.hub.counters()["requests"]
        self.assertEqual(found.json, {"events": []})
        self.assertEqual([row for row in self.app.run("watch").json["watched"] if not row["checked_at"]], [])
        print(f"{count + 1} repositories, {quota} requests in {window} s: {seconds:.1f} s, {requests}", flush=True)
        self.assertEqual([one for one in self.hub.log() if one["status"] == 429], [])

    def test_sixty(self):
        self.measure(60, 30, 2)

    @unittest.skipUnless(os.environ.get("HUGGER_LONG"), "HUGGER_LONG=1 runs it: it takes minutes")
    def test_two_thousand(self):
        self.measure(2000, 500, 10)


if __name__ == "__main__":
    harness.main()
