# SPDX-FileCopyrightText: 2026 The hugger authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""`hugger serve` and `hugger pair` as a person and a script see them."""

import json
import pathlib
import signal
import socket
import stat

import harness
import serving
import support

TINY = "acme/tiny-llama"


class Serve(serving.Serving):
    hub_options = {"big_size": str(24 << 20), "many": 20}

    def test_begins_and_ends(self):
        for number in (signal.SIGTERM, signal.SIGINT):
            served = self.serve()
            said = json.loads(served.first_line)["serving"]
            self.assertEqual(said, {"address": "127.0.0.1", "port": self.note["port"], "pid": served.process.pid})
            self.assertEqual(self.call("GET", "ping")[1]["name"], "hugger")
            self.assertIs(self.call("GET", "ping")[1]["has_window"], False)
            self.assertEqual(served.end(number), "", "stdout is one document")
            self.assertFalse((self.app.profile / "server.json").exists())
            self.assertEqual(self.app.list(), [])

    def test_note_is_for_its_owner_alone(self):
        served = self.serve()
        path = self.app.profile / "server.json"
        self.assertEqual(stat.S_IMODE(path.stat().st_mode), 0o600)
        self.assertEqual(self.note["pid"], served.process.pid)
        self.assertNotIn(self.note["token"].encode(), pathlib.Path(f"/proc/{served.process.pid}/cmdline").read_bytes())
        self.assertNotIn(self.note["token"], served.said)
        token = self.note["token"]
        served.end()
        self.serve()
        self.assertNotEqual(self.note["token"], token, "each run has its own")

    def test_words(self):
        served = self.serve(json=False)
        self.assertRegex(served.first_line, r"^Listening on http://127\.0\.0\.1:\d+\. Pair a browser with `hugger pair`; Ctrl-C ends\.\n$")
        self.app.archive(TINY)
        self.fails(3, "archive", "acme/not-there")
        self.wait_for(lambda: "Job 2: archiving acme/not-there: failed" in served.said, "the end of the second job")
        self.assertIn(f"Job 1: archiving {TINY}: done", served.said)
        served.end()

    def test_json_lines_about_jobs(self):
        served = self.serve()
        self.app.archive(TINY)
        ends = lambda: [line["job"] for line in support.documents(served.said) if line.get("job", {}).get("state") == "done"]
        self.assertEqual(self.wait_for(ends, "the end of the job")[0]["repo"], TINY)

    def test_quiet(self):
        served = self.serve("--quiet", json=False)
        self.app.archive(TINY)
        served.end()
        self.assertEqual(served.said, "")

    def test_second_signal_ends_at_once(self):
        served = self.serve()
        served.process.send_signal(signal.SIGSTOP)
        served.process.send_signal(signal.SIGINT)
        served.process.send_signal(signal.SIGTERM)
        served.end(signal.SIGCONT, expect=130)

    def test_one_at_a_time(self):
        served = self.serve()
        error = self.fails(8, "serve", "--port", "0")
        self.assertEqual(error["code"], "profile_busy")
        self.assertIn(str(served.process.pid), error["message"])
        self.assertEqual(self.call("GET", "ping")[0], 200)
        other = self.hugger()
        self.serve(app=other)

    def test_ports(self):
        for port in ("x", "-1", "70000"):
            self.assertEqual(self.fails(2, "serve", f"--port={port}")["code"], "usage")
        with socket.socket() as taken:
            taken.bind(("127.0.0.1", 0))
            taken.listen()
            port = taken.getsockname()[1]
            error = self.fails(1, "serve", "--port", str(port))
            self.assertEqual(error["code"], "port_in_use")
            self.assertIn(str(port), error["message"])
            (self.app.profile / "settings.ini").write_text(f"[General]\nserver_port={port}\n")
            served = self.serve(port=None)
            self.assertIn(json.loads(served.first_line)["serving"]["port"], range(port + 1, port + 5))
            self.assertIn(f"Port {port} is taken", served.said)

    def test_switched_off(self):
        self.app.profile.mkdir(parents=True)
        (self.app.profile / "settings.ini").write_text("[General]\nserver=false\n")
        self.assertEqual(self.fails(1, "serve")["code"], "server_off")
        self.serve()

    def test_goes_on_with_what_was_interrupted(self):
        self.slowly()
        job = self.app.start("archive", "acme/big")
        self.wait_for_part(job, 2 << 20)
        job.kill()
        job.communicate()
        self.hub.throttle()
        served = self.serve()
        self.wait_for(self.app.list, "the archive")
        self.assertHolds(self.app, "acme/big")
        # What it is doing is kept when it ends in the middle.
        self.hub.throttle(connection=256 << 10, server="cdn", send_buffer=64 << 10)
        self.hub.commit("acme/big", [{"path": "more.bin", "size": 24 << 20}])
        self.as_owner("POST", "jobs", {"kind": "model", "repo": "acme/big"})
        self.wait_for_part(served.process, 1 << 20)
        served.end()
        self.assertEqual([job["waiting_for"] for job in self.app.run("jobs").json["jobs"]], [None], "it is wanted still")


class Pair(serving.Serving):
    def setUp(self):
        super().setUp()
        self.served = self.serve(json=False)

    def screen(self, *arguments):
        return support.Screen([harness.BINARY, "--profile", str(self.app.profile), *arguments],
                              {"TERM": "xterm-256color", **self.app.environment})

    def test_yes(self):
        screen = self.screen("pair")
        screen.wait_for("Waiting 60 seconds")
        pairing, code = self.ask_for_pairing()
        screen.wait_for("[y/N]")
        self.assertIn(f"Does Firefox on Linux ({serving.ORIGIN}) show the code {code[:3]} {code[3:]}?", screen.text.replace("\r\n", ""))
        screen.type("y\n")
        self.assertEqual(screen.end(), 0)
        got = self.paired(pairing)
        self.assertEqual(got["state"], "allowed")
        self.assertEqual(self.call("GET", "jobs", token=got["token"], origin=serving.ORIGIN)[0], 200)
        self.assertIn("Firefox on Linux asks to be paired: run `hugger pair`.", self.served.said)
        listed = self.app.run("pair", "--list").json["clients"]
        self.assertEqual([(one["client"], one["name"], one["origin"]) for one in listed],
                         [(got["client"], "Firefox on Linux", serving.ORIGIN)])
        self.assertIn("Firefox on Linux", self.says("pair", "--list").out)
        self.assertEqual(self.app.run("pair", "--revoke", got["client"]).json, {"revoked": got["client"]})
        self.assertEqual(self.call("GET", "jobs", token=got["token"], origin=serving.ORIGIN)[0], 401)
        self.assertEqual(self.app.run("pair", "--list").json, {"clients": []})
        self.assertEqual(self.app.run("pair", "--revoke", got["client"], expect=None).code, 3)

    def test_no(self):
        pairing, _ = self.ask_for_pairing()
        screen = self.screen("pair")
        screen.wait_for("[y/N]")
        screen.type("\n")
        self.assertEqual(screen.end(), 1)
        self.assertEqual(self.paired(pairing)["state"], "denied")
        self.assertEqual(self.app.run("pair", "--list").json, {"clients": []})

    def test_ctrl_c_answers_nothing(self):
        pairing, code = self.ask_for_pairing()
        screen = self.screen("pair")
        screen.wait_for("[y/N]")
        screen.type("\x03")
        self.assertEqual(screen.end(), 130)
        self.app.run("pair", "--allow", code)
        self.assertEqual(self.paired(pairing)["state"], "allowed")

    def test_allow(self):
        waiting = self.app.start("pair", "--allow", "000 000", "--wait", "60")
        pairing, code = self.ask_for_pairing()
        if code != "000000":
            found = self.app.finish(waiting, expect=4)
            self.assertEqual(found.error["code"], "other_code")
            self.assertNotIn(code, found.out + found.err, "who has only this code has seen no browser")
        done = self.app.run("pair", "--allow", f"{code[:3]} {code[3:]}").json
        self.assertEqual(done, {"paired": {"name": "Firefox on Linux", "origin": serving.ORIGIN}})
        self.assertEqual(self.paired(pairing)["state"], "allowed")

    def test_what_makes_no_sense(self):
        self.assertEqual(self.fails(2, "pair")["code"], "needs_code")
        for code in ("12345", "1234567", "12345x", "", "１２３４５６"):
            self.assertEqual(self.fails(2, "pair", "--allow", code)["code"], "usage")
        self.fails(2, "pair", "--allow", "123456", "--wait", "0")
        error = self.fails(1, "pair", "--allow", "123456", "--wait", "1")
        self.assertEqual(error["code"], "nobody_asked")

    def test_nobody_runs(self):
        self.served.end()
        for arguments in (["--allow", "123456"], ["--list"], ["--revoke", "x"]):
            error = self.fails(1, "pair", *arguments)
            self.assertEqual(error["code"], "not_running")
            self.assertIn("hugger serve", error["message"])

    def test_hostile_name(self):
        self.ask_for_pairing(name="Firefox\x1b[2J\u202eon Linux")
        screen = self.screen("pair")
        screen.wait_for("[y/N]")
        self.assertNotIn(b"\x1b[2J", screen.shown)
        self.assertNotIn("\u202e".encode(), screen.shown)
        screen.type("n\n")
        screen.end()


if __name__ == "__main__":
    harness.main()
