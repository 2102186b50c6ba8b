# SPDX-FileCopyrightText: 2026 The hugger authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Commands while another hugger has the profile: the same words and the same exit codes as alone."""

import http.server
import json
import socket
import threading

import harness
import serving
import support

TINY = "acme/tiny-llama"
GGUF = "acme/tiny-llama-GGUF"


class Remote(serving.Serving):
    hub_options = {"big_size": str(24 << 20), "many": 20}

    def setUp(self):
        super().setUp()
        self.served = self.serve()

    def screen(self, *arguments):
        return support.Screen([harness.BINARY, "--profile", str(self.app.profile), *arguments],
                              {"TERM": "xterm-256color", **self.app.environment})

    def shape(self, value):
        """The same without what differs from one profile to the next."""
        own = ("captured_at", "updated_at", "verified_at", "path", "created_at", "trash_id", "freed_at")
        if isinstance(value, dict):
            return {key: "..." if key in own and one is not None else self.shape(one) for key, one in value.items()}
        return [self.shape(one) for one in value] if isinstance(value, list) else value

    def test_archive_is_as_alone(self):
        alone = self.hugger()
        for arguments in ([TINY], [TINY], [TINY, "--revision", "v1.0"], [GGUF, "--include", "*Q4_K_M*", "--include", "*.md"],
                          [GGUF, "--exclude", "*.gguf"], [f"{self.hub.url}/{TINY}/blob/main/config.json"], ["datasets/acme/weather"]):
            with self.subTest(arguments):
                here = alone.run("archive", *arguments, expect=None)
                there = self.app.run("archive", *arguments, expect=None)
                self.assertEqual((there.code, self.shape(there.json)), (here.code, self.shape(here.json)))
        self.assertEqual(self.shape(self.app.list()), self.shape(alone.list()))
        self.assertHolds(self.app, TINY)

    def test_failures_are_as_alone(self):
        alone = self.hugger()
        for arguments in (["archive", "acme/not-there"], ["archive", TINY, "--revision", "nowhere"], ["archive", "acme/gated"],
                          ["archive", "no id at all"], ["archive", TINY, "--include", "nothing-like-it"], ["archive", TINY, "--store", "nowhere"],
                          ["verify", TINY], ["repair", TINY], ["remove", TINY], ["restore", "20200101T000000Z-aaaaaa"],
                          ["pause", "77"], ["resume", "77"], ["retry", "77"], ["cancel", "x"], ["cancel", "1"]):
            with self.subTest(arguments):
                here, there = alone.run(*arguments, expect=None), self.app.run(*arguments, expect=None)
                self.assertNotEqual(here.code, 0)
                self.assertEqual((there.code, there.error["code"]), (here.code, here.error["code"]), there.error)

    def test_progress(self):
        self.slowly()
        process = self.app.start("archive", "acme/big")
        self.wait_for_part(process, 4 << 20)
        self.hub.throttle()
        found = self.app.finish(process)
        lines = [line["progress"] for line in support.documents(found.err) if "progress" in line]
        self.assertTrue([line for line in lines if line["state"] == "running" and 0 < line["bytes_done"] < line["bytes_total"]], found.err)
        self.assertTrue([line for line in lines if line["rate"]], found.err)
        self.assertEqual(found.snapshot["fetched_bytes"], found.snapshot["bytes"])
        self.assertHolds(self.app, "acme/big")

    def test_words(self):
        found = self.says("archive", TINY)
        for words in ("every SHA-256 proved", "HF_HUB_OFFLINE=1", "9 files"):
            self.assertIn(words, found.out)
        self.assertIn(f"process {self.served.process.pid}", found.err)
        self.assertIn("its own endpoint and token", found.err)
        self.assertEqual(self.says("archive", TINY, "--quiet").out, self.app.list()[0]["path"] + "\n")
        self.assertIn("every SHA-256 is right", self.says("verify").out)

    def test_bar(self):
        self.slowly()
        screen = self.screen("archive", "acme/big")
        screen.wait_for(" % ")
        self.hub.throttle()
        self.assertEqual(screen.end(), 0)
        self.assertIn("every SHA-256 proved", screen.text)

    def test_pause_resume_cancel_retry(self):
        self.slowly()
        process = self.app.start("archive", "acme/big")
        self.wait_for_part(process, 2 << 20)
        self.wait_for(lambda: [job for job in self.app.run("jobs").json["jobs"] if job["bytes_done"] and job["rate"]], "`jobs` to tell how far it is")
        self.assertRegex(self.says("jobs").out, r"^ +1  acme/big  archive  running  .* of .*/s\n$")
        self.assertEqual(self.app.run("pause", "1").json["job"]["id"], 1)
        paused = lambda: self.as_owner("GET", "jobs/1")["job"]["waiting_for"] == "paused"
        self.wait_for(paused, "the job to pause")
        self.assertIsNone(process.poll(), "who watches a paused job goes on watching")
        resumed = self.app.start("resume", "1")
        self.wait_for(lambda: not paused(), "the job to go on")
        self.app.run("cancel", "1")
        self.assertEqual(self.app.finish(process, expect=1).error["code"], "cancelled")
        self.assertEqual(self.app.finish(resumed, expect=1).json["jobs"][0]["state"], "cancelled")
        self.assertIn("cancelled", [job["state"] for job in self.app.run("jobs", "--all").json["jobs"]])
        self.hub.throttle()
        self.assertEqual(self.app.run("retry", "1").json["jobs"][0]["snapshot"]["state"], "complete")
        self.assertHolds(self.app, "acme/big")
        self.assertEqual(self.app.run("resume").json, {"jobs": []})

    def test_ctrl_c_leaves_it(self):
        self.slowly()
        process = self.app.start("archive", "acme/big")
        self.wait_for_part(process, 2 << 20)
        found = self.stopped(process)
        self.assertEqual(found.error["code"], "interrupted")
        self.assertIn("Job 1 goes on", found.error["message"])
        self.hub.throttle()
        self.wait_for(self.app.list, "the archive")
        self.assertHolds(self.app, "acme/big")
        self.assertEqual(self.app.run("jobs", "--all").json["jobs"][0]["state"], "done")

    def test_two_at_once(self):
        self.slowly()
        processes = [self.app.start("archive", what) for what in ("acme/big", "acme/big", TINY)]
        self.hub.throttle()
        ends = [self.app.finish(process) for process in processes]
        self.assertEqual([end.snapshot["repo"] for end in ends], ["acme/big", "acme/big", TINY])
        big = self.hub.repo("acme/big")
        self.assertEqual(self.twice(harness.objects_of(big)), 0, "it was fetched for each of them")
        self.assertSound(self.app)

    def test_damage_and_repair(self):
        alone = self.hugger()
        for app in (alone, self.app):
            app.archive(TINY)
            facts = {file["path"]: file for file in self.hub.repo(TINY)["files"]}
            victim, lost = (app.store / "objects" / "sha256" / facts[path]["sha256"][:2] / facts[path]["sha256"]
                            for path in ("config.json", "LICENSE"))
            victim.chmod(0o644)
            victim.write_bytes(b"x" * facts["config.json"]["size"])
            lost.unlink()
        here, there = (app.run("verify", TINY, expect=6).json for app in (alone, self.app))
        self.assertEqual(there, here)
        self.assertEqual([one["path"] for one in there["damaged"] + there["missing"]], ["config.json", "LICENSE"])
        self.assertIn("config.json", self.says("verify", expect=6).out)
        self.hub.clear_log()
        self.assertEqual([job["snapshot"]["state"] for job in self.app.run("repair").json["jobs"]], ["complete"])
        self.assertEqual(sorted(self.hub.counters()["gets"].values()), [1, 1], "only these two are fetched")
        self.assertEqual(self.app.run("verify").json, {"verified": len(facts), "damaged": [], "missing": [], "unplugged": []})
        self.assertEqual(self.app.run("repair").json, {"jobs": []})
        self.assertHolds(self.app, TINY)

    def test_verify_everything(self):
        for what in (TINY, GGUF, "datasets/acme/weather"):
            self.app.archive(what)
        files = sum(snapshot["files"] for snapshot in self.app.list())
        self.assertEqual(self.app.run("verify").json["verified"], files)

    def test_remove_and_restore(self):
        alone = self.hugger()
        results = []
        for app in (alone, self.app):
            app.archive(TINY)
            app.archive(TINY, "--revision", "v1.0")
            ambiguous = app.run("remove", TINY, expect=2).error
            removed = app.run("remove", TINY + "@v1.0").json["removed"]
            left = len(app.list())
            back = app.run("restore", removed[0]["trash_id"]).json
            # Captured within a second, they may come in either order; who goes last frees most.
            both = sorted(one["commit"] for one in app.run("remove", TINY, "--all").json["removed"])
            results.append([ambiguous["code"], removed, left, back, both, app.list()])
        self.assertEqual(self.shape(results[1]), self.shape(results[0]))
        trash = self.app.archive(TINY) and self.app.run("remove", TINY).json["removed"][0]["trash_id"]
        self.assertIn(f"Brought back {TINY}", self.says("restore", trash).out)
        self.assertSound(self.app)

    def test_last_copy(self):
        self.hub.add_repo("acme/short-lived", [{"path": "a.txt", "text": "here today"}])
        self.app.archive("acme/short-lived")
        self.hub.delete("acme/short-lived")
        self.as_owner("POST", "repos/model/acme%2Fshort-lived/check", {})
        self.wait_for(lambda: self.app.list()[0]["upstream"] == "gone", "the check to be written down")
        for arguments in ([], ["--yes"], ["--last-copy", "acme/other"]):
            self.assertEqual(self.fails(2, "remove", "acme/short-lived", *arguments)["code"], "last_copy")
        screen = self.screen("remove", "acme/short-lived")
        screen.wait_for("may be the last copy")
        screen.wait_for("type the repository's name")
        screen.type("y\n")
        self.assertEqual(screen.end(), 2)
        self.assertEqual(len(self.app.list()), 1)
        self.app.run("remove", "acme/short-lived", "--last-copy", "acme/short-lived")
        self.assertEqual(self.app.list(), [])

    def test_check(self):
        alone = self.hugger()
        self.hub.add_repo("acme/changing", [{"path": "a.txt", "text": "one"}])
        for app in (alone, self.app):
            app.archive("acme/changing")
            app.archive(TINY)
            self.assertEqual(app.run("check").json, {"events": []})
        changes = (lambda: self.hub.commit("acme/changing", [{"path": "a.txt", "text": "two"}]), lambda: self.hub.delete("acme/changing"))
        for change, type in zip(changes, ("new_commit", "gone")):
            change()
            told = []
            for app in (alone, self.app):
                events = app.run("check").json["events"]
                told.append([event | {"at": "...", "id": 0} for event in events])
                self.assertEqual([event["type"] for event in events], [type])
                self.assertEqual(app.run("events", "--show", str(events[0]["id"])).json["event"] | {"facts": {}}, events[0] | {"facts": {}})
                self.assertEqual(app.run("check").json, {"events": []})
            self.assertEqual(told[0], told[1])
        self.wait_for(lambda: [event for event in self.app.run("events").json["events"] if event["type"] == "verified"], "the copy to be verified")
        self.assertIn("Nothing has changed in 2 repositories.", self.says("check").out)
        self.assertEqual(self.fails(9, "check", "acme/not-held")["code"], "not_held")

    def test_check_offline(self):
        self.app.archive(TINY)
        self.hub.listen(False)
        try:
            self.fails(5, "check", TINY)
        finally:
            self.hub.listen(True)

    def test_update(self):
        alone = self.hugger()
        self.hub.add_repo("acme/changing", [{"path": "a.txt", "text": "one"}, {"path": "b.txt", "text": "one"}, {"path": "c.bin", "size": 4000}])
        for app in (alone, self.app):
            app.archive("acme/changing", "--include", "*.txt")
        new = self.hub.commit("acme/changing", [{"path": "a.txt", "text": "two"}, {"path": "c.bin", "size": 4000, "seed": "two"}])
        told = []
        for app in (alone, self.app):
            previews = app.run("update", "acme/changing", "--dry-run").json
            snapshot = app.run("update", "acme/changing").json
            self.assertEqual((snapshot["snapshot"]["commit"], snapshot["snapshot"]["files"]), (new, 2))
            previews["update"].pop("free_after")
            told.append([previews, self.shape(snapshot), self.shape(app.run("update").json)])
        self.assertEqual(told[0], told[1])

    def test_what_needs_the_profile_alone(self):
        self.app.archive(TINY)
        for arguments in (["rebuild-catalog"], ["watch", TINY, "--every", "2d"], ["stores", "add", str(self.folder / "other")], ["stores", "default", "default"],
                          ["remove", TINY, "--now", "--yes"]):
            with self.subTest(arguments):
                error = self.fails(8, *arguments)
                self.assertEqual(error["code"], "profile_busy")
                self.assertIn("needs the profile for itself", error["message"])
                self.assertEqual("change it there" in error["message"], arguments[0] == "watch")
        self.assertEqual([row["is_default"] for row in self.app.run("watch").json["watched"]], [True])
        self.assertEqual(len(self.app.list()), 1)

    def test_no_proxy_is_asked(self):
        self.app.archive(TINY)
        proxies = dict.fromkeys(("http_proxy", "https_proxy", "all_proxy", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"), "http://127.0.0.1:1")
        self.assertEqual(self.app.run("verify", **proxies).json["damaged"], [])

    def test_token_stays_secret(self):
        found = self.app.run("archive", TINY, "--verbose")
        self.assertNotIn(self.note["token"], found.out + found.err + self.served.said)

    def test_it_ends_in_the_middle(self):
        self.slowly()
        process = self.app.start("archive", "acme/big")
        self.wait_for_part(process, 2 << 20)
        self.served.end()
        found = self.app.finish(process, expect=1)
        self.assertEqual(found.error["code"], "instance_ended")
        self.assertIn("hugger resume 1", found.error["message"])
        self.hub.throttle()
        self.assertEqual(self.app.run("resume", "1").json["jobs"][0]["snapshot"]["state"], "complete")
        self.assertHolds(self.app, "acme/big")

    def test_it_dies_in_the_middle(self):
        self.slowly()
        process = self.app.start("archive", "acme/big")
        self.wait_for_part(process, 2 << 20)
        self.served.process.kill()
        self.served.process.communicate()
        self.assertEqual(self.app.finish(process, expect=1).error["code"], "instance_ended")
        self.hub.throttle()
        # The note it left leads nowhere, and is in nobody's way.
        self.assertTrue((self.app.profile / "server.json").exists())
        self.assertEqual(self.app.run("resume").json["jobs"][0]["snapshot"]["state"], "complete")
        self.assertHolds(self.app, "acme/big")


class Impostor(http.server.BaseHTTPRequestHandler):
    """Sits on the port that the note names. `behave` says what it answers; what was sent is kept."""
    protocol_version = "HTTP/1.1"

    def do_GET(self):
        self.server.seen.append(f"{self.command} {self.path}\n{self.headers}")
        self.server.behave(self)

    do_POST = do_DELETE = do_GET

    def reply(self, status, body, **headers):
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


def endless(request):
    request.send_response(200)
    request.end_headers()
    try:
        while True:
            request.wfile.write(b" " * (1 << 20))
    except OSError:
        request.close_connection = True


class Squatted(serving.Serving):
    hub_options = {"big_size": str(24 << 20), "many": 20}
    token = "hugger_" + "s" * 43

    def setUp(self):
        super().setUp()
        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Impostor)
        self.server.seen = []
        self.server.daemon_threads = True
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        self.addCleanup(self.server.server_close)
        self.addCleanup(self.server.shutdown)
        # Somebody holds the profile, and has no server.
        self.hub.fault({"type": "stall", "after": -1}, server="hub", route="info")
        self.holder = self.app.start("archive", "acme/big")
        self.addCleanup(self.kill, self.holder)
        self.wait_for(lambda: self.app.run("jobs").json["jobs"], "the job")

    def leave_note(self, **changes):
        note = {"api": 1, "address": "127.0.0.1", "port": self.server.server_port, "pid": 1, "instance": "0" * 16, "token": self.token}
        (self.app.profile / "server.json").write_text(json.dumps(note | changes))

    def busy(self, *words):
        error = self.fails(8, "archive", TINY)
        self.assertEqual(error["code"], "profile_busy")
        self.assertIn(str(self.holder.pid), error["message"])
        for word in words:
            self.assertIn(word, error["message"])

    def test_token_is_not_sent(self):
        pong = {"name": "hugger", "version": "0.1.0", "api": 1, "instance": "0" * 16, "has_window": False}
        self.leave_note()
        for behave in (lambda request: request.reply(200, json.dumps(pong | {"proof": "0" * 64}).encode()),
                       lambda request: request.reply(200, json.dumps(pong | {"proof": None}).encode()),
                       lambda request: request.reply(200, json.dumps(pong | {"proof": ["0"]}).encode()),
                       lambda request: request.reply(200, b"<html>"), lambda request: request.reply(401, b"{}"),
                       lambda request: request.reply(307, b"", Location=f"http://127.0.0.1:{self.server.server_port}/elsewhere")):
            self.server.behave = behave
            self.busy("Another program listens")
            self.assertEqual(self.fails(1, "pair", "--list")["code"], "wrong_server")
        self.assertTrue(self.server.seen)
        for request in self.server.seen:
            self.assertTrue(request.startswith("GET /hugger/v1/ping?client=owner&challenge="), request)
            self.assertNotIn("authorization", request.lower())
            self.assertNotIn(self.token, request)
        challenges = [request.split("challenge=")[1].split()[0] for request in self.server.seen]
        self.assertEqual(len(set(challenges)), len(challenges), "a challenge came twice: an old proof would do")

    def test_who_never_ends(self):
        self.leave_note()
        self.server.behave = endless
        self.busy()
        silent = socket.create_server(("127.0.0.1", 0))
        self.addCleanup(silent.close)
        self.leave_note(port=silent.getsockname()[1])
        self.busy("Nobody answers")

    def test_stale_and_garbled_notes(self):
        with socket.create_server(("127.0.0.1", 0)) as closed:
            port = closed.getsockname()[1]
        self.leave_note(port=port)
        self.busy("Nobody answers")
        self.leave_note(api=2)
        self.busy("another version")
        for change in ({"port": 0}, {"port": 65536}, {"port": "80"}, {"address": "practice.example"}, {"token": ""}, {"token": None}):
            self.leave_note(**change)
            self.busy()
        path = self.app.profile / "server.json"
        for content in (b"", b"[]", b"\xff\xfe", b"{" * 100_000):
            path.write_bytes(content)
            self.busy()
        path.unlink()
        self.busy()
        self.assertEqual(self.server.seen, [])


if __name__ == "__main__":
    harness.main()
