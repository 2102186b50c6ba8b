# SPDX-FileCopyrightText: 2026 The hugger authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The token goes to the endpoint's own origin and nowhere else, and is written nowhere."""

import os
import pathlib
import urllib.parse

import harness

MIB = 1024 * 1024
REPO = "acme/locked"


class Tokens(harness.HuggerTest):
    def setUp(self):
        super().setUp()
        self.hub.reset()
        self.alice, self.bob = self.hub.tokens["alice"], self.hub.tokens["bob"]
        self.hub.add_repo(REPO, [{"path": "README.md", "text": "# Locked\n"}, {"path": "model.safetensors", "size": 10 * MIB}],
                          gated="manual", allowed=["alice"])

    def secrets(self):
        return [self.alice, self.bob, "hf_wrongwrongwrongwrongwrongwrongwron"]

    def assertNowhere(self, app, *outcomes, but=()):
        """No token, nor the larger part of one, in any output or in any file of that home."""
        for secret in self.secrets():
            for piece in (secret, secret[3:25]):
                for found in outcomes:
                    self.assertNotIn(piece, found.out, f"stdout of {found.arguments}")
                    self.assertNotIn(piece, found.err, f"stderr of {found.arguments}")
                for here, _, names in os.walk(app.home):
                    for name in names:
                        path = os.path.join(here, name)
                        self.assertNotIn(piece, path)
                        if path not in but and os.path.isfile(path):
                            self.assertNotIn(piece.encode(), pathlib.Path(path).read_bytes(), path)

    def assertOnlyToTheHub(self, token):
        """Every request with an Authorization went to the endpoint itself, by the name it was given, and there were some."""
        endpoint = urllib.parse.urlsplit(self.hub.url).netloc
        log = self.hub.log()
        told = [entry for entry in log if "authorization" in entry["headers"]]
        self.assertTrue(told, "the token was never sent")
        for entry in told:
            self.assertEqual((entry["server"], entry["headers"]["host"]), ("hub", endpoint), entry)
            self.assertEqual(entry["headers"]["authorization"], f"Bearer {token}")
        for entry in log:
            self.assertNotIn(token, entry["target"])
            self.assertEqual([name for name, value in entry["headers"].items() if token in str(value)],
                             ["authorization"] if entry in told else [])
            self.assertNotIn("cookie", entry["headers"])
        self.assertEqual(self.hub.counters()["cdn_authorization"], 0)

    def test_a_gated_archive(self):
        app = self.hugger(token=self.alice)
        found = app.archive(REPO, "--verbose")
        self.assertEqual(found.snapshot["state"], "complete")
        self.assertHolds(app, REPO)
        self.assertOnlyToTheHub(self.alice)
        others = [app.run(*command, "--verbose") for command in (("list",), ("show", REPO), ("files", REPO), ("events",), ("jobs", "--all"),
                                                                 ("stores",), ("token",), ("token", "check"), ("verify",))]
        others.append(app.run("doctor", "--verbose", expect=None))
        self.assertNowhere(app, found, *others)
        self.assertOnlyToTheHub(self.alice)

    def test_from_a_file(self):
        for name, environment in (("HF_HOME", {"HF_HOME": "{home}/hf"}), ("HF_TOKEN_PATH", {"HF_TOKEN_PATH": "{home}/secret"}),
                                  ("the cache folder", {})):
            with self.subTest(name):
                app = self.hugger()
                place = {"HF_HOME": "hf/token", "HF_TOKEN_PATH": "secret"}.get(name, "cache/huggingface/token")
                path = app.home / place
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(self.alice + "\n")
                app.environment |= {key: value.format(home=app.home) for key, value in environment.items()}
                self.hub.clear_log()
                found = app.archive(REPO, "--verbose")
                self.assertOnlyToTheHub(self.alice)
                self.assertNowhere(app, found, app.run("token", "--verbose"), but=[str(path)])

    def test_redirects_to_other_origins(self):
        """Another port, another name of the same machine, there and back again: no token on any of them but the endpoint."""
        port = urllib.parse.urlsplit(self.hub.url).port
        for location in ("{cdn}{path}", f"http://localhost:{port}{{path}}", f"http://127.0.0.2:{port}{{path}}"):
            for route in ("resolve", "info", "tree"):
                with self.subTest(route=route, location=location):
                    self.hub.clear_faults()
                    self.hub.clear_log()
                    rule = self.hub.fault({"type": "redirect", "location": location}, server="hub", route=route, repo=f"models/{REPO}",
                                          header={"host": "^127\\.0\\.0\\.1:"})
                    app = self.hugger(token=self.alice)
                    found = app.archive(REPO, "--verbose", expect=None)
                    self.assertGreater(self.hub.fired(rule), 0)
                    # The API is answered by the Hub itself or not at all; another origin without a token is not let in to the file.
                    self.assertIn(found.code, (4, 5), str(found))
                    self.assertOnlyToTheHub(self.alice)
                    self.assertNowhere(app, found)
                    self.assertSound(app)

    def test_faults_do_not_make_it_talk(self):
        for action, match in (({"type": "status", "status": 500}, {"server": "cdn"}), ({"type": "drop"}, {"server": "hub", "route": "tree"}),
                              ({"type": "status", "status": 400, "json": {"error": f"bad token {self.alice}"}}, {"server": "hub", "route": "info"}),
                              ({"type": "status", "status": 403, "json": {"error": f"Bearer {self.alice}"},
                                "headers": {"X-Error-Message": f"Bearer {self.alice}"}}, {"server": "hub", "route": "info"}),
                              ({"type": "redirect", "location": f"http://alice:{self.alice}@127.0.0.1:9/x?token={self.alice}"},
                               {"server": "hub", "route": "info"})):
            with self.subTest(action=action["type"], status=action.get("status")):
                self.hub.clear_faults()
                self.hub.fault(action, **match)
                app = self.hugger(token=self.alice)
                found = app.archive(REPO, "--verbose", expect=None)
                self.assertIn(found.code, (4, 5), str(found))
                self.assertNowhere(app, found, app.run("jobs", "--verbose"), app.run("jobs", "--all"))

    def test_not_in_the_process_list(self):
        self.hub.throttle(everything=4 * MIB, send_buffer=65536)
        app = self.hugger(token=self.alice)
        process = app.start("archive", REPO, "--verbose")
        self.wait_for(lambda: process.poll() is not None or self.hub.counters()["served"], "the first bytes")
        self.assertIsNone(process.poll())
        for task in pathlib.Path(f"/proc/{process.pid}/task").iterdir():
            shown = (task / "cmdline").read_bytes() + (task / "comm").read_bytes()
            self.assertNotIn(self.alice.encode(), shown)
        self.hub.throttle()
        self.assertNowhere(app, app.finish(process))

    def test_a_token_is_never_an_argument(self):
        app = self.hugger()
        for command in (("token", "set", self.alice), ("token", self.alice), ("archive", REPO, "--token", self.alice),
                        ("archive", f"{self.hub.url.replace('://', f'://alice:{self.alice}@')}/{REPO}")):
            with self.subTest(command[:2]):
                self.assertNowhere(app, app.run(*command, expect=2))

    def test_exit_codes(self):
        message = {}
        for name, what, token, code, error in (("gated, on no list", REPO, self.bob, 4, "gated"), ("gated, no token", REPO, None, 4, "gated"),
                                               ("a token that is none", "acme/tinygpt", self.secrets()[2], 4, "token_invalid"),
                                               ("missing", "acme/nothing-here", None, 3, "repo_not_found"),
                                               ("missing, with a token", "acme/nothing-here", self.bob, 3, "repo_not_found"),
                                               ("private", "acme/private", self.bob, 3, "repo_not_found"),
                                               ("no such revision", "acme/tinygpt@nope", None, 3, "revision_not_found"),
                                               ("disabled", "acme/disabled", self.bob, 4, "disabled")):
            with self.subTest(name):
                app = self.hugger(token=token)
                found = app.archive(what, "--verbose", expect=code)
                self.assertEqual(found.error["code"], error)
                message[name] = found.error["message"]
                self.assertEqual(app.list(), [])
                self.assertNowhere(app, found)
                self.assertEqual(self.hub.counters()["served"], {})
        for name, hints in (("gated, on no list", [f"{self.hub.url}/{REPO}", "granted"]),
                            ("gated, no token", [f"{self.hub.url}/{REPO}", "hugger token set"]),
                            ("a token that is none", ["settings/tokens", "hugger token set"]), ("missing", ["private", "spelling"])):
            for hint in hints:
                self.assertIn(hint, message[name])

    def test_carol_sees_what_is_private(self):
        app = self.hugger(token=self.hub.tokens["carol"])
        app.archive("acme/private")
        self.assertHolds(app, "acme/private")
        self.assertOnlyToTheHub(self.hub.tokens["carol"])

    def test_the_gate_closes_midway(self):
        """The list was public and the first file allowed; then access is taken away. What came stays, and it says what to do."""
        app = self.hugger(token=self.alice)
        self.hub.fault({"type": "status", "status": 403, "headers": {"X-Error-Code": "GatedRepo"}, "json": {"error": "Access is restricted."}},
                       server="hub", route="resolve", method="GET", path="model")
        found = app.archive(REPO, expect=4)
        self.assertEqual(found.error["code"], "gated")
        self.assertSound(app)
        self.assertHonest(app)
        self.hub.clear_faults()
        app.archive(REPO)
        self.assertHolds(app, REPO)

    def test_the_hub_is_down(self):
        app = self.hugger()
        app.archive("acme/tinygpt")
        self.hub.listen(False)
        self.addCleanup(self.hub.listen, True)
        found = app.archive("acme/tiny-llama", "--verbose", expect=5)
        self.assertEqual(found.error["code"], "connection_refused")
        # What is held needs no Hub.
        for command in (("list",), ("show", "acme/tinygpt"), ("files", "acme/tinygpt"), ("verify",), ("search", "gpt"), ("events",), ("jobs",)):
            app.run(*command)
        self.assertHolds(app, "acme/tinygpt")
        self.hub.listen(True)
        app.archive("acme/tiny-llama")
        self.assertHolds(app, "acme/tiny-llama")


if __name__ == "__main__":
    harness.main()
