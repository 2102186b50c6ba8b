# SPDX-FileCopyrightText: 2026 The hugger authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Ctrl-C, a terminal, and what a token must never do."""

import pathlib
import signal

import harness
import support

TINY = "acme/tiny-llama"
BIG = 24 << 20


class Interrupted(support.CommandLine):
    hub_options = {"big_size": str(BIG), "many": 20}

    def stop_in_the_middle(self, number=signal.SIGINT):
        self.slowly()
        process = self.app.start("archive", "acme/big")
        self.wait_for_part(process, 4 << 20)
        found = self.stopped(process, number)
        self.assertEqual(found.error["code"], "interrupted")
        self.hub.throttle()
        return found

    def test_same_command_goes_on(self):
        self.stop_in_the_middle()
        jobs = self.app.run("jobs").json["jobs"]
        self.assertEqual([(job["repo"], job["waiting_for"]) for job in jobs], [("acme/big", "paused")])
        self.assertNotIn("complete", [snapshot["state"] for snapshot in self.app.list()])
        self.assertHonest(self.app)
        snapshot = self.app.archive("acme/big").snapshot
        self.assertEqual(snapshot["state"], "complete")
        self.assertLessEqual(snapshot["fetched_bytes"], snapshot["bytes"] - (2 << 20), "it began anew")
        self.assertEqual(self.app.run("jobs").json, {"jobs": []})
        self.assertHolds(self.app, "acme/big")

    def test_resume_goes_on(self):
        self.stop_in_the_middle(signal.SIGTERM)
        done = self.app.run("resume").json["jobs"]
        self.assertEqual([(job["state"], job["snapshot"]["state"]) for job in done], [("done", "complete")])
        self.assertHolds(self.app, "acme/big")
        self.assertEqual(self.app.run("resume").json, {"jobs": []})

    def test_pause_cancel_retry(self):
        self.stop_in_the_middle()
        self.assertEqual(self.app.run("cancel", "1").json["job"]["state"], "cancelled")
        self.assertEqual(self.app.run("jobs").json, {"jobs": []})
        self.fails(2, "pause", "1")
        self.assertEqual(self.app.run("retry", "1").json["jobs"][0]["state"], "done")
        self.fails(3, "cancel", "77")

    def test_second_signal_ends_at_once(self):
        self.hub.fault({"type": "stall", "after": -1}, server="hub", route="info")
        process = self.app.start("archive", TINY)
        self.wait_for(lambda: self.app.run("jobs").json["jobs"], "the job")
        process.send_signal(signal.SIGINT)
        process.send_signal(signal.SIGTERM)
        self.assertEqual(process.wait(20), 130)

    def test_verify_can_be_stopped(self):
        self.app.archive(TINY)
        process = self.app.start("verify")
        process.send_signal(signal.SIGINT)
        # It may have been done already, or not even have begun to listen.
        process.communicate(timeout=60)
        self.assertIn(process.returncode, (0, 130, -signal.SIGINT))
        self.app.run("verify")


class OnATerminal(support.CommandLine):
    hub_options = {"big_size": str(BIG), "many": 20}

    def screen(self, *arguments, **more):
        environment = {"TERM": "xterm-256color", **self.app.environment}
        environment |= more.pop("environment", {})
        return support.Screen([harness.BINARY, "--profile", str(self.app.profile), *arguments], environment, **more)

    def test_bar(self):
        self.slowly()
        screen = self.screen("archive", "acme/big", columns=60)
        screen.wait_for(" % ")
        self.hub.throttle()
        self.assertEqual(screen.end(), 0)
        self.assertIn("every SHA-256 proved", screen.text)
        drawn = [line for part in screen.shown.decode().split("\r") for line in [support.ANSI.sub("", part).split("\n")[0]] if " % " in line]
        self.assertTrue(drawn)
        self.assertLess(max(map(len, drawn)), 60, "the line would wrap")
        self.assertIn(b"\x1b[1m", screen.shown)

    def test_no_color(self):
        screen = self.screen("archive", TINY, environment={"NO_COLOR": "1"})
        self.assertEqual(screen.end(), 0)
        self.assertNotRegex(screen.shown.decode(), r"\x1b\[\d*m")

    def test_asks_before_deleting(self):
        self.app.archive(TINY)
        screen = self.screen("remove", TINY, "--now")
        screen.wait_for("[y/N]")
        screen.type("n\n")
        self.assertEqual(screen.end(), 1)
        self.assertEqual(len(self.app.list()), 1)
        screen = self.screen("remove", TINY, "--now")
        screen.wait_for("[y/N]")
        screen.type("\x03")
        self.assertEqual(screen.end(), 130)
        screen = self.screen("remove", TINY, "--now")
        screen.wait_for("[y/N]")
        screen.type("y\n")
        self.assertEqual(screen.end(), 0)
        self.assertEqual(self.app.list(), [])

    def test_token_is_not_shown(self):
        screen = self.screen("token", "set")
        screen.wait_for("Token (not shown)")
        screen.type(self.hub.tokens["alice"] + "\n")
        screen.end()   # there is no keychain here
        self.assertNotIn(self.hub.tokens["alice"], screen.text)
        self.assertIn("HF_TOKEN", screen.text)


class TokensStaySecret(support.CommandLine):
    hub_options = {"big_size": str(BIG), "many": 20}

    def assertNowhere(self, secret, *outcomes):
        for found in outcomes:
            self.assertNotIn(secret, found.out + found.err)
        for path in self.app.home.rglob("*"):
            if path.is_file() and not path.is_symlink() and "objects" not in path.parts:
                self.assertNotIn(secret.encode(), path.read_bytes(), path)

    def test_argument_is_refused(self):
        for words in (["token", "set", "hf_" + "a" * 34], ["token", "hf_" + "a" * 34]):
            found = self.app.run(*words, expect=2)
            self.assertIn("never an argument", found.error["message"])
            self.assertNotIn("hf_aaaa", found.out + found.err)

    def test_status_and_check(self):
        self.assertEqual(self.app.run("token").json, {"token": {"source": None, "place": None}})
        self.fails(4, "token", "check")
        alice = self.hub.tokens["alice"]
        status = self.app.run("token", "status", HF_TOKEN=alice)
        self.assertEqual(status.json["token"], {"source": "environment", "place": "HF_TOKEN"})
        check = self.app.run("token", "check", HF_TOKEN=alice)
        self.assertEqual(check.json["user"]["name"], "alice")
        self.fails(4, "token", "check", HF_TOKEN="hf_" + "z" * 34)
        self.assertNowhere(alice, status, check)

    def test_set_without_keychain(self):
        alice = self.hub.tokens["alice"]
        found = self.says("token", "set", expect=4, input=alice + "\n")
        self.assertIn("HF_TOKEN", found.err)
        self.assertNowhere(alice, found)
        self.says("token", "set", expect=2, input="two words\n")

    def test_nowhere_while_it_is_used(self):
        alice = self.hub.tokens["alice"]
        self.app.environment["HF_TOKEN"] = alice
        gated = self.app.run("archive", "acme/gated", "--verbose")
        bad = self.app.run("archive", "acme/not-there", "--verbose", expect=(3, 4))
        self.slowly()
        process = self.app.start("archive", "acme/big", "--verbose")
        self.wait_for_part(process, 1 << 20)
        self.assertNotIn(alice.encode(), pathlib.Path(f"/proc/{process.pid}/cmdline").read_bytes())
        found = self.stopped(process)
        self.assertNowhere(alice, gated, bad, found)
        self.assertEqual(self.hub.counters()["cdn_authorization"], 0)


if __name__ == "__main__":
    harness.main()
