# SPDX-FileCopyrightText: 2026 The hugger authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the commands say and how they end."""

import os
import pathlib
import re
import subprocess

import harness
import support

TINY = "acme/tiny-llama"


class ExitCodes(support.CommandLine):
    hub_options = {"big_size": "24M", "many": 20}

    def test_usage(self):
        for arguments, hint in ((["archiv"], "archive"), (["archive", "--dryrun", TINY], "--dry-run"), (["archive"], "WHAT"),
                                (["list", "too", "many"], "too"), (["archive", "https://example.org/a/b"], "example.org"),
                                (["archive", TINY + "@dev", "--revision", "main"], "--revision"), (["archive", TINY, "--store"], "--store"),
                                (["archive", f"{self.hub.url}/{TINY}/blob/main/config.json", "--include", "*"], "--include"),
                                (["search", "x", "--limit", "none"], "--limit"), (["token", "status", "more"], "argument"),
                                (["completion", "fish"], "fish"), (["remove", TINY, "--revision", "a b"], "a b"), (["resume", "x"], "jobs")):
            with self.subTest(arguments):
                self.assertIn(hint, self.fails(2, *arguments)["message"])
        self.assertFalse((self.app.store).exists())

    def test_not_on_the_hub(self):
        self.assertEqual(self.fails(3, "archive", "acme/not-there")["code"], "repo_not_found")
        self.assertEqual(self.fails(3, "archive", TINY + "@no-such-branch")["code"], "revision_not_found")
        self.fails(3, "archive", TINY, "--include", "*.nothing")

    def test_not_allowed(self):
        error = self.fails(4, "archive", "acme/gated")
        self.assertEqual(error["code"], "gated")
        self.assertIn("token", error["message"])
        self.fails(4, "archive", "acme/gated", HF_TOKEN=self.hub.tokens["bob"])
        self.app.archive("acme/gated", HF_TOKEN=self.hub.tokens["alice"])

    def test_network(self):
        self.hub.listen(False)
        try:
            self.fails(5, "archive", TINY)
        finally:
            self.hub.listen(True)

    def test_busy(self):
        # Slower than all the commands below, on a busy machine, too.
        self.hub.throttle(connection=64 << 10, server="cdn", send_buffer=16 << 10)
        first = self.app.start("archive", "acme/big")
        self.wait_for_part(first, 1 << 20)
        error = self.fails(8, "archive", TINY)
        self.assertIn(str(first.pid), error["message"])
        for reads in (["list"], ["jobs"], ["stores"], ["events"], ["watch"], ["archive", TINY, "--dry-run"], ["doctor"]):
            self.app.run(*reads)
        self.assertEqual([job["repo"] for job in self.app.run("jobs").json["jobs"]], ["acme/big"])
        self.stopped(first)

    def test_not_held(self):
        for command in ("show", "files", "verify", "repair", "remove", "check", "update", "watch"):
            with self.subTest(command):
                self.assertEqual(self.fails(9, command, TINY)["code"], "not_held")
        self.fails(9, "list", "--store", "nowhere")
        self.assertNotEqual(self.app.run("restore", "20200101T000000Z-aaaaaa", expect=None).code, 0)


class Output(support.CommandLine):
    def test_nothing_held(self):
        self.assertIn("hugger archive", self.says("list").err)
        for command, key in (("list", "snapshots"), ("jobs", "jobs"), ("events", "events"), ("stores", "stores"), ("check", "events"),
                             ("update", "snapshots"), ("watch", "watched")):
            self.assertEqual(self.app.run(command).json, {key: []})
        self.assertEqual(self.app.run("search", "llama").json, {"snapshots": []})
        self.assertEqual(self.app.run("verify").json["verified"], 0)

    def test_snapshot(self):
        snapshot = self.app.archive(TINY).snapshot
        self.assertLessEqual({"repo", "kind", "commit", "revision", "state", "verified", "files", "bytes", "fetched_bytes", "store", "path"},
                             set(snapshot))
        facts = self.hub.repo(TINY)
        self.assertEqual((snapshot["repo"], snapshot["kind"], snapshot["commit"], snapshot["revision"], snapshot["state"]),
                         (TINY, "model", facts["sha"], "main", "complete"))
        self.assertIs(snapshot["verified"], True)
        self.assertRegex(snapshot["verified_at"], r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$")
        size = sum(file["size"] for file in facts["files"])
        self.assertEqual((snapshot["files"], snapshot["bytes"], snapshot["fetched_bytes"]), (len(facts["files"]), size, size))
        self.assertEqual(harness.hashes_below(snapshot["path"]), self.truth(TINY))
        listed = self.app.run("list").json["snapshots"]
        self.assertEqual(len(listed), 1)
        self.assertIn("upstream", listed[0])
        self.assertEqual(listed[0] | {"fetched_bytes": size}, snapshot)
        shown = self.app.run("show", TINY).json["snapshots"]
        self.assertEqual(shown[0]["refs"], ["main", "v1.1"])
        files = self.app.run("files", TINY).json["files"]
        self.assertEqual({file["path"]: file["sha256"] for file in files}, self.truth(TINY))
        events = self.app.run("events", TINY).json["events"]
        self.assertEqual([(event["type"], event["repo"], event["kind"]) for event in events], [("archived", TINY, "model")])
        self.assertEqual(self.app.archive(TINY).snapshot["fetched_bytes"], 0)

    def test_plan(self):
        plan = self.app.run("archive", TINY, "--dry-run").json["plan"]
        self.assertLessEqual({"repo", "kind", "commit", "revision", "store", "files", "bytes", "held_bytes", "fetch_files", "fetch_bytes",
                              "free_bytes", "free_after", "license", "gated", "warnings"}, set(plan))
        self.assertEqual((plan["files"], plan["held_bytes"], plan["fetch_bytes"]), (len(self.truth(TINY)), 0, plan["bytes"]))
        self.assertFalse(self.app.store.exists(), "a dry run made a store")
        self.assertEqual(self.app.run("jobs", "--all").json, {"jobs": []})

    def test_progress_is_json_lines(self):
        found = self.app.archive(TINY)
        lines = support.documents(found.err)
        self.assertTrue(any("plan" in line for line in lines), found.err)
        self.assertEqual(len(found.out.strip().splitlines()), 1, "one document")

    def test_words(self):
        found = self.says("archive", TINY)
        for words in (TINY, self.hub.repo(TINY)["sha"][:7], "apache-2.0", "every SHA-256 proved", "HF_HUB_OFFLINE=1", "9 files"):
            self.assertIn(words, found.out)
        load = re.search(r"HF_HUB_CACHE=(\S+) ", found.out).group(1)
        self.assertEqual(pathlib.Path(load), self.app.store / "hub")
        self.assertIn("all of it is held", self.says("archive", TINY).out)
        self.assertEqual(self.says("archive", TINY, "--quiet").out, self.app.list()[0]["path"] + "\n")
        self.assertIn(TINY, self.says("list").out)
        self.assertIn("every SHA-256 is right", self.says("verify").out)
        self.assertIn("(a selection)", self.says("archive", "acme/tiny-llama-GGUF", "--include", "*Q4_K_M*").out)
        self.assertIn("hugger: ", self.says("show", "acme/no", expect=9).err)

    def test_links_to_one_file_or_folder(self):
        self.hub.add_repo("acme/globs", [{"path": "a[1]*?.txt", "text": "this one"}, {"path": "a1xy.txt", "text": "not this one"},
                                         {"path": "in/x.txt", "text": "x"}, {"path": "inside.txt", "text": "y"}])
        self.app.archive(f"{self.hub.url}/acme/globs/blob/main/a%5B1%5D%2A%3F.txt")
        self.app.archive(f"{self.hub.url}/acme/globs/tree/main/in")
        files = self.app.run("files", "acme/globs").json["files"]
        self.assertEqual([file["path"] for file in files], ["a[1]*?.txt", "in/x.txt"])
        self.assertEqual(self.app.list()[0]["state"], "partial")

    def test_hostile_words_are_made_harmless(self):
        self.hub.add_repo("acme/evil-card", [{"path": "README.md", "text": "x"}], extra={"cardData": {"license": "mit\x1b[2J\u202e"}})
        found = self.says("archive", "acme/evil-card")
        self.assertNotIn("\u202e", found.out)
        self.assertIn("\\x1b", found.out)
        self.says("show", "acme/evil-card")

    def test_damage_and_repair(self):
        self.app.archive(TINY)
        facts = {file["path"]: file for file in self.hub.repo(TINY)["files"]}
        victim = self.app.store / "objects" / "sha256" / facts["config.json"]["sha256"][:2] / facts["config.json"]["sha256"]
        victim.chmod(0o644)
        victim.write_bytes(b"x" * facts["config.json"]["size"])
        lost = self.app.store / "objects" / "sha256" / facts["LICENSE"]["sha256"][:2] / facts["LICENSE"]["sha256"]
        lost.unlink()
        found = self.app.run("verify", TINY, expect=6).json
        self.assertEqual([one["path"] for one in found["damaged"]], ["config.json"])
        self.assertEqual([one["path"] for one in found["missing"]], ["LICENSE"])
        self.assertEqual(found["verified"], len(facts) - 2)
        self.assertEqual(found["error"]["code"], "damaged")
        self.assertIn("config.json", self.says("verify", expect=6).out)
        self.assertIs(self.app.list()[0]["verified"], False)
        self.hub.clear_log()
        self.app.run("repair")
        self.assertEqual(sorted(self.hub.counters()["gets"].values()), [1, 1], "only these two are fetched")
        self.app.run("verify")
        self.assertHolds(self.app, TINY)

    def test_remove_and_restore(self):
        self.app.archive(TINY)
        self.app.archive(TINY, "--revision", "v1.0")
        error = self.fails(2, "remove", TINY)
        self.assertEqual(error["code"], "ambiguous")
        self.assertIn("v1.0", error["message"])
        self.assertEqual(self.fails(2, "remove", TINY + "@v1.0", "--now")["code"], "needs_yes")
        self.assertEqual(self.fails(2, "remove", f"{self.hub.url}/{TINY}/blob/main/config.json")["code"], "usage")
        removed = self.app.run("remove", TINY + "@v1.0").json["removed"]
        self.assertEqual(len(self.app.list()), 1)
        self.app.run("restore", removed[0]["trash_id"])
        self.assertEqual(len(self.app.list()), 2)
        gone = self.app.run("remove", TINY, "--all", "--now", "--yes").json["removed"]
        self.assertEqual([one["trash_id"] for one in gone], [None, None])
        self.assertEqual(self.app.list(), [])
        self.assertEqual(list((self.app.store / "objects" / "sha256").glob("*/*")), [])

    def test_stores(self):
        self.app.archive(TINY)
        other = self.folder / "other drive"
        self.app.run("stores", "add", str(other), "--label", "cold")
        self.assertEqual(self.app.archive(TINY, "--store", "cold", "--revision", "v1.0").snapshot["store"], "cold")
        self.assertIn("other drive", self.says("archive", TINY, "--store", "cold", "--revision", "v1.0").out)
        self.app.run("stores", "rename", "cold", "attic")
        self.app.run("stores", "default", "attic")
        self.assertEqual({store["label"]: store["default"] for store in self.app.run("stores").json["stores"]},
                         {"default": False, "attic": True})
        other.rename(self.folder / "pulled out")
        self.assertEqual({store["label"]: store["state"] for store in self.app.run("stores").json["stores"]},
                         {"default": "plugged", "attic": "unplugged"})
        self.assertIn("unplugged", self.says("stores").out)
        self.assertEqual(len(self.app.list()), 2, "what is unplugged stays listed")
        self.fails(7, "archive", TINY, "--store", "attic")
        self.assertFalse(other.exists())
        (self.folder / "pulled out").rename(other)
        self.app.run("stores", "forget", "attic")
        self.assertEqual(len(self.app.list()), 1)
        self.app.run("stores", "add", str(other), "--label", "back")
        self.assertEqual(sorted(snapshot["store"] for snapshot in self.app.list()), ["back", "default"])

    def test_catalog_comes_back(self):
        self.app.archive(TINY)
        for name in self.app.profile.glob("catalog.db*"):
            name.unlink()
        found = self.says("list")
        self.assertIn(TINY, found.out)
        self.assertIn("rebuilt", found.err)
        (self.app.profile / "catalog.db").write_bytes(b"garbage" * 1000)
        self.assertEqual(len(self.app.list()), 1)
        self.assertEqual(self.app.run("rebuild-catalog").json, {"records": 1})

    def test_doctor(self):
        self.app.archive(TINY)
        checks = self.app.run("doctor").json
        self.assertIs(checks["good"], True)
        self.assertLessEqual({"store_writable", "space", "hub", "clock"}, {check["name"] for check in checks["checks"]})
        self.hub.listen(False)
        try:
            self.assertIs(self.app.run("doctor", expect=1).json["good"], False)
        finally:
            self.hub.listen(True)

    def test_help_and_version(self):
        self.assertRegex(self.says("--version").out, r"^hugger \d+\.\d+\.\d+\n$")
        known = self.app.run("help").json["commands"]
        bare = self.says(QT_QPA_PLATFORM="")
        self.assertIn("window", bare.err)
        short = self.says("help").out
        self.assertEqual(short, bare.out)
        for command in known:
            self.assertIn(command["name"], short)
            text = self.says(command["name"], "--help").out
            self.assertEqual(text, self.says("help", command["name"]).out)
            for option in command["options"]:
                self.assertIn("--" + option["names"][-1], text)
        self.assertFalse(self.app.profile.exists(), "help made a profile")

    def test_man_page_knows_every_command(self):
        page = (harness.SOURCE / "packaging" / "hugger.1").read_text().replace("\\-", "-")
        known = self.app.run("help").json
        for command in known["commands"]:
            self.assertIn(f"\n.B {command['name']}", page)
            for option in command["options"]:
                self.assertIn("--" + option["names"][-1], page)
        for option in known["options"] + known["window_options"]:
            self.assertIn("--" + option["names"][-1], page)

    def test_links_want_the_window(self):
        for line in (["hugger:acme/tiny"], ["https://huggingface.co/acme/tiny"], ["--minimized"]):
            self.assertIn("window", self.says(*line, expect=2, QT_QPA_PLATFORM="").err)
        for line in (["hugger:/etc/passwd"], ["acme/tiny"], ["hugger:acme/tiny", "list"], ["list", "--minimized"]):
            self.says(*line, expect=2)

    def test_disk_behind_stdout_is_full(self):
        with open("/dev/full", "w") as full:
            done = subprocess.run([harness.BINARY, "help"], stdout=full, stderr=subprocess.PIPE, env=os.environ, text=True)
        self.assertEqual(done.returncode, 7, done.stderr)


class Completion(support.CommandLine):
    def complete(self, line):
        """What bash offers at the end of the line."""
        words = line.split(" ")
        script = ('source "$1"; shift; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _hugger; printf "%s\\n" "${COMPREPLY[@]}"')
        done = subprocess.run(["bash", "-c", script, "bash", str(self.script), *words], text=True, capture_output=True,
                              env=self.app.environment | {"PATH": f"{self.path}:{os.environ['PATH']}"})
        self.assertEqual(done.stderr, "")
        return done.stdout.split()

    def setUp(self):
        super().setUp()
        self.path = self.folder / "bin"
        self.path.mkdir()
        wrapper = self.path / "hugger"
        wrapper.write_text(f'#!/bin/sh\nexec "{harness.BINARY}" --profile "{self.app.profile}" "$@"\n')
        wrapper.chmod(0o755)
        self.script = self.folder / "hugger.bash"
        self.script.write_text(self.says("completion", "bash").out)

    def test_bash(self):
        known = self.app.run("help").json
        self.assertEqual(set(self.complete("hugger ")), {command["name"] for command in known["commands"]})
        everywhere = {"--" + option["names"][-1] for option in known["options"]}
        window = {"--" + option["names"][-1] for option in known["window_options"]}
        self.assertEqual(set(self.complete("hugger --")), everywhere | window)
        for command in known["commands"]:
            with self.subTest(command["name"]):
                own = {"--" + option["names"][-1] for option in command["options"]}
                self.assertEqual(set(self.complete(f"hugger {command['name']} --")), own | everywhere)
        self.assertEqual(self.complete("hugger arch"), ["archive"])
        self.assertEqual(self.complete("hugger --store x token "), ["status", "set", "check", "remove"])

    def test_bash_knows_what_is_held(self):
        self.app.archive(TINY)
        self.app.archive("spaces/acme/demo-app")
        self.assertEqual(self.complete("hugger show "), ["acme/tiny-llama", "spaces/acme/demo-app"])
        self.assertEqual(self.complete("hugger show acme/"), ["acme/tiny-llama"])
        self.assertEqual(self.complete("hugger list --store "), ["default"])

    def test_zsh_knows_every_command(self):
        script = self.says("completion", "zsh").out
        self.assertEqual(script, (harness.SOURCE / "packaging" / "completion" / "_hugger").read_text())
        known = self.app.run("help").json
        listed = script[script.index("commands=("):script.index("global=(")]
        self.assertEqual(set(re.findall(r"^ +'([a-z-]+):", listed, re.M)), {command["name"] for command in known["commands"]})
        for command in known["commands"]:
            for option in command["options"]:
                self.assertIn("--" + option["names"][-1], script)


if __name__ == "__main__":
    harness.main()
