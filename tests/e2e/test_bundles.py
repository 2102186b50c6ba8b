# SPDX-FileCopyrightText: 2026 The hugger authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Export on one profile, import on another one that has never seen the Hub: by the command line, alone and through a hugger that runs."""

import json
import os
import pathlib
import signal

import harness
import serving
import support

TINY = "acme/tiny-llama"
GGUF = "acme/tiny-llama-GGUF"
WEATHER = "datasets/acme/weather"
FORMATS = {"folder": "", "tar": ".tar", "tar.zst": ".tar.zst", "tar.gz": ".tgz", "zip": ".zip"}


class BundleTest(serving.Serving):
    hub_options = {"big_size": "64M", "many": 20}

    def lonely(self):
        """A profile that cannot reach the Hub."""
        return self.hugger(HF_ENDPOINT="http://127.0.0.1:1")

    def file(self, name):
        return str(self.folder / name)

    def gate(self):
        """In the middle of exports: their texts are written, their contents are not."""
        return support.Gate(self, self.file("gate"), "export-texts")

    def record(self, app, snapshot):
        place = app.store / "records" / harness.KINDS[snapshot["kind"]] / snapshot["repo"] / snapshot["commit"]
        record = json.loads((place / "record.json").read_bytes())
        record.pop("verified_at", None)
        return record

    def same(self, here, there):
        """What is held there is what is held here: records, files, and every byte proved."""
        keys = ("repo", "kind", "commit", "revision", "state", "files", "bytes", "license", "captured_at")
        mine, other = here.list(), there.list()
        order = lambda snapshot: (snapshot["repo"], snapshot["commit"])
        self.assertEqual([[one[key] for key in keys] for one in sorted(other, key=order)],
                         [[one[key] for key in keys] for one in sorted(mine, key=order)])
        for snapshot in mine:
            self.assertEqual(self.record(there, snapshot), self.record(here, snapshot))
        for snapshot in other:
            self.assertEqual(harness.hashes_below(snapshot["path"]),
                             {file["path"]: file["sha256"] for file in self.record(there, snapshot)["files"]})
        self.assertSound(there)
        verified = there.run("verify").json
        self.assertEqual((verified["damaged"], verified["missing"]), ([], []))


class Refusals:
    """The same alone and through a hugger that runs."""

    def test_wrong_lines(self):
        self.app.archive(TINY)
        target = self.file("x.tar")
        for code, arguments in ((2, ["export", TINY]), (2, ["export", TINY, target, "--format", "rar"]), (2, ["export", TINY, target, "--level", "3"]),
                                (2, ["export", TINY, target + ".zst", "--level", "20"]), (2, ["export", TINY, self.file("dir"), "--split", "1GB"]),
                                (2, ["export", TINY, target, "--split", "0"]), (2, ["export", TINY, target, "--split", "much"]),
                                (2, ["export", f"{self.hub.url}/{TINY}/blob/main/config.json", target]), (9, ["export", "acme/nothing", target]),
                                (9, ["export", TINY + "@v9", target]), (9, ["export", TINY, target, "--store", "nowhere"]),
                                (2, ["export", TINY, self.file("no/such/x.tar")]), (2, ["export", TINY, str(self.app.store / "x.tar")]),
                                (3, ["import", self.file("none.tar")]), (2, ["import", self.folder, "--as", "no id at all"]),
                                (2, ["import", self.folder, "--as", TINY + "@main"]), (2, ["list", "--holdings", "-"]),
                                (2, ["show", TINY, self.file("x.txt")])):
            with self.subTest(arguments):
                self.fails(code, *map(str, arguments))
        self.app.run("export", TINY, target)
        self.assertEqual(self.fails(7, "export", TINY, target)["code"], "target_exists")
        self.assertEqual([path.name for path in self.folder.glob("*x*") if path.is_file()], ["x.tar"])

    def test_damage_is_not_carried_on(self):
        self.app.archive(TINY)
        snapshot = self.app.list()[0]
        victim = max(self.record(self.app, snapshot)["files"], key=lambda file: file["size"])
        place = self.app.store / "objects" / "sha256" / victim["sha256"][:2] / victim["sha256"]
        os.chmod(place, 0o644)
        with open(place, "r+b") as file:
            file.write(b"\xff\xfe")
        error = self.fails(6, "export", TINY, self.file("x.tar"))
        self.assertEqual(error["code"], "damaged")
        self.assertEqual([path for path in self.folder.glob("x.tar*")], [])
        jobs = self.app.run("jobs").json["jobs"]
        self.assertEqual([(job["type"], job["state"], job["target"], job["error"]["code"]) for job in jobs],
                         [("export", "failed", self.file("x.tar"), "damaged")])
        self.app.run("repair", TINY)
        retried = self.app.run("retry", str(jobs[0]["id"])).json["jobs"][0]
        self.assertEqual((retried["state"], retried["result"]["target"]), ("done", self.file("x.tar")))
        there = self.lonely()
        there.run("import", self.file("x.tar"))
        self.assertSound(there)


class Bundles(Refusals, BundleTest):
    def test_round_trip_of_every_format(self):
        for what in ([TINY], [TINY, "--revision", "v1.0"], [GGUF, "--include", "*Q4_K_M*"], [WEATHER]):
            self.app.archive(*what)
        for format, ending in FORMATS.items():
            with self.subTest(format):
                target = self.file(f"all-{format}{ending}")
                exported = self.app.run("export", TINY, GGUF, WEATHER, target).json["export"]
                self.assertEqual(exported["target"], target)
                self.assertEqual(exported["snapshots"], 4)
                self.assertEqual(exported["left_out_bytes"], 0)
                self.assertEqual(os.path.isdir(target), format == "folder")
                # Two revisions share contents, which are in it once.
                self.assertLess(exported["payload_bytes"], exported["bytes"])
                there = self.lonely()
                look = there.run("import", "--dry-run", target).json["bundle"]
                self.assertEqual((look["format"], look["type"], look["proved"]), (format, "bundle", False))
                self.assertEqual(len(look["snapshots"]), 4)
                self.assertFalse(there.store.exists(), "looking wrote something")
                imported = there.run("import", target).json
                self.assertEqual(len(imported["snapshots"]), 4)
                self.assertEqual(imported["import"]["merged"], 0)
                self.assertEqual({one["path"] for one in imported["snapshots"]}, {one["path"] for one in there.list()})
                self.same(self.app, there)
                again = there.run("import", target).json["import"]
                self.assertEqual((again["merged"], again["new_bytes"]), (4, 0))
                self.same(self.app, there)

    def test_format_by_option_and_volumes(self):
        self.app.archive(GGUF)
        target = self.file("model.bin")
        exported = self.app.run("export", GGUF, target, "--format", "tar", "--split", "100kB").json["export"]
        *volumes, sums = exported["volumes"]
        self.assertEqual((volumes[0], sums), (target + ".001", target + ".sha256"))
        self.assertGreater(len(volumes), 2)
        sizes = [os.path.getsize(volume) for volume in volumes]
        self.assertEqual(set(sizes[:-1]), {100_000})
        self.assertFalse(os.path.exists(target))
        there = self.lonely()
        there.run("import", exported["volumes"][0])
        self.same(self.app, there)
        os.remove(exported["volumes"][1])
        error = self.lonely().run("import", exported["volumes"][0], expect=6).error
        self.assertIn("002", error["message"] + error["detail"])

    def test_dry_run_writes_nothing(self):
        self.app.archive(TINY)
        before = harness.fingerprint(self.folder)
        plan = self.app.run("export", TINY, self.file("x.zip"), "--dry-run").json["plan"]
        self.assertEqual((plan["snapshots"], plan["format"], plan["left_out_bytes"]), (1, "zip", 0))
        self.assertEqual(plan["files"], len(self.truth(TINY)))
        self.assertGreater(plan["free_bytes"], 0)
        after = harness.fingerprint(self.folder)
        self.assertEqual({name for name in set(before) ^ set(after) if ".db" not in name}, set())

    def test_only_what_the_other_side_lacks(self):
        self.app.archive(TINY, "--revision", "v1.0")
        there = self.lonely()
        first = self.file("first.tar")
        self.app.run("export", TINY, first)
        there.run("import", first)
        holdings = self.file("holdings.txt")
        held = there.run("list", "--holdings", holdings).json["holdings"]
        self.assertEqual(held["file"], holdings)
        sums = {line.split()[0] for line in pathlib.Path(holdings).read_text().splitlines() if not line.startswith("#")}
        self.assertEqual(sums, {path.name for path in (there.store / "objects").rglob("*") if path.is_file()})
        self.assertEqual(held["contents"], len(sums))
        lines = lambda text: [line for line in text.splitlines() if not line.startswith("#")]   # they say when
        self.assertEqual(lines(self.says_holdings(there)), lines(pathlib.Path(holdings).read_text()))

        self.app.archive(TINY)
        rest = self.file("rest.tar.zst")
        exported = self.app.run("export", TINY, rest, "--since", holdings).json["export"]
        self.assertGreater(exported["left_out_bytes"], 0)
        whole = self.app.run("export", TINY, rest, "--dry-run", expect=7).error
        self.assertEqual(whole["code"], "target_exists")
        stranger = self.lonely()
        error = stranger.run("import", rest, expect=6).error
        self.assertEqual(error["code"], "not_held_here")
        self.assertEqual(stranger.list(), [])
        self.assertEqual(list((stranger.store / "quarantine").glob("*")), [])
        there.run("import", rest)
        self.same(self.app, there)

        there.run("list", "--holdings", self.file("all.txt"))
        error = self.app.run("export", TINY, self.file("nothing.tar"), "--since", self.file("all.txt"), expect=2).error
        self.assertEqual(error["code"], "nothing_to_export")

    def says_holdings(self, app):
        own, self.app = self.app, app
        try:
            return self.says("list", "--holdings", "-").out
        finally:
            self.app = own

    def test_words(self):
        self.app.archive(TINY)
        target = self.file("a name.tar.zst")
        plan = self.says("export", TINY, target, "--dry-run").out
        self.assertIn("before compression", plan)
        said = self.says("export", TINY, target).out
        self.assertIn(f"hugger import '{target}'", said)
        self.assertIn("every SHA-256 proved", said)
        self.assertEqual(self.says("export", TINY, self.file("b.tar"), "--quiet").out, self.file("b.tar") + "\n")
        here = self.app
        self.app = self.lonely()
        look = self.says("import", target, "--dry-run")
        self.assertIn(TINY, look.out)
        self.assertIn("Nothing of it was proved", look.err)
        said = self.says("import", target).out
        self.assertIn("Imported 1 snapshot", said)
        self.assertIn("HF_HUB_OFFLINE=1", said)
        self.same(here, self.app)

    def test_statement(self):
        self.app.archive(TINY)
        snapshot = self.app.list()[0]
        text = self.says("show", TINY, "--statement").out
        for file in self.record(self.app, snapshot)["files"]:
            self.assertIn(f"{file['sha256']}  {file['path']}\n", text)
        self.assertIn(snapshot["commit"], text)
        kept = self.file("statement.txt")
        self.assertIn(kept, self.says("show", TINY, kept, "--statement").out)
        self.assertEqual(pathlib.Path(kept).read_text(), text)
        self.assertEqual(self.fails(7, "show", TINY, kept, "--statement")["code"], "target_exists")
        self.assertEqual(self.app.run("show", TINY, "--statement").json["statement"]["text"], text)
        self.app.archive(TINY, "--revision", "v1.0")
        self.assertEqual(self.fails(2, "show", TINY, "--statement")["code"], "ambiguous")

    def test_ctrl_c_pauses_and_the_same_command_begins_anew(self):
        self.app.archive("acme/big")
        target = self.file("big.tar.zst")
        with self.gate() as gate:
            # What comes after the gate takes seconds at that level: hearing of Ctrl-C does not.
            process = self.app.start("export", "acme/big", target, "--level", "15", **gate.environment)
            gate.wait()
            self.assertNotEqual(list(self.folder.glob("big.tar.zst*")), [])
            process.send_signal(signal.SIGINT)
            self.wait_for(lambda: not support.is_pending(process, signal.SIGINT), "the signal to arrive")
            gate.open()
            outcome = self.app.finish(process, expect=130)
        self.assertIn("hugger resume", outcome.error["message"])
        self.assertEqual(list(self.folder.glob("big.tar.zst*")), [], "something half-made was left")
        job = self.app.run("jobs").json["jobs"][0]
        self.assertEqual((job["waiting_for"], job["bytes_done"], job["target"]), ("paused", 0, target))
        self.assertIn("export of acme/big to big.tar.zst", self.says("jobs").out)
        done = self.app.run("resume", str(job["id"])).json["jobs"][0]
        self.assertEqual(done["result"]["target"], target)
        self.assertEqual(self.app.run("jobs").json["jobs"], [])
        there = self.lonely()
        there.run("import", target)
        self.same(self.app, there)


class BundlesOfARunningHugger(Refusals, BundleTest):
    """The hugger that has the profile does it, with the same words and exit codes."""

    def setUp(self):
        super().setUp()
        self.served = self.serve(**self.gate().environment)

    def test_export_and_import(self):
        self.app.archive(TINY)
        target = self.file("x.tar.zst")
        exported = self.app.run("export", TINY, target).json["export"]
        self.assertEqual(exported["target"], target)
        there = self.lonely()
        served = self.serve(app=there)
        imported = there.run("import", target).json
        self.assertEqual(imported["snapshots"][0]["repo"], TINY)
        self.same(self.app, there)
        self.assertIn('"source":', served.said)
        events = [event for event in there.run("events").json["events"] if event["type"] != "verified"]
        self.assertEqual([(event["type"], event["repo"]) for event in events], [("imported", TINY)])
        self.assertTrue(events[0]["detail"].endswith("from x.tar.zst"), events)
        bad = self.file("bad.tar")
        pathlib.Path(bad).write_bytes(b"no archive at all" * 100)
        alone = self.lonely().run("import", bad, expect=None)
        self.assertNotEqual(alone.code, 0)
        here = there.run("import", bad, expect=alone.code)
        self.assertEqual(here.error, alone.error)

    def test_pause_resume_cancel(self):
        self.app.archive("acme/big")
        target = self.file("big.tar.zst")
        with self.gate() as gate:
            watcher = self.app.start("export", "acme/big", target)
            gate.wait()
            job = str(self.app.run("jobs").json["jobs"][0]["id"])
            self.app.run("pause", job)
            gate.open()
        self.wait_for(lambda: self.app.run("jobs").json["jobs"][0]["waiting_for"] == "paused", "the pause")
        self.wait_for(lambda: list(self.folder.glob("big.tar.zst*")) == [], "what was written to be gone")
        watcher.send_signal(signal.SIGINT)
        self.app.finish(watcher, expect=130)
        self.app.run("resume", job)
        self.assertTrue(os.path.exists(target))
        other = self.file("other.tar.zst")
        with self.gate() as gate:
            watcher = self.app.start("export", "acme/big", other)
            gate.wait()
            job = str(self.app.run("jobs").json["jobs"][0]["id"])
            self.app.run("cancel", job)
            gate.open()
        self.assertEqual(self.app.finish(watcher, expect=1).error["code"], "cancelled")
        self.wait_for(lambda: list(self.folder.glob("other.tar.zst*")) == [], "the end of what was written")

    def test_browser_may_not(self):
        self.app.archive(TINY)
        pairing, _ = self.ask_for_pairing()
        self.as_owner("POST", f"pairings/{pairing}", {"allow": True})
        token = self.paired(pairing)["token"]
        for path, body in (("exports", {"archives": [1], "target": self.file("x.tar"), "format": "tar"}), ("imports", {"source": "/etc"})):
            self.assertEqual(self.call("POST", path, body, token, serving.ORIGIN)[0], 403)
        self.app.run("export", TINY, self.file("y.tar"))
        told = json.dumps(self.call("GET", "jobs?state=all", None, token, serving.ORIGIN)[1])
        self.assertIn('"export"', told)
        self.assertNotIn(str(self.folder), told)
        self.assertEqual(list(self.folder.glob("x.tar*")), [])


if __name__ == "__main__":
    harness.main()
