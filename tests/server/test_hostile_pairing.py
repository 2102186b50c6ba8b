# SPDX-FileCopyrightText: 2026 The hugger authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Asking the user: who may, how often, and what becomes of it. A server for each test, since a refusal is remembered."""

import hashlib
import json
import secrets

import hostile

OTHER = "chrome-extension://abcdefghijklmnopabcdefghijklmnop"


class Pairing(hostile.HostileTest):
    @classmethod
    def setUpClass(cls):
        hostile.harness.HuggerTest.setUpClass.__func__(cls)

    def setUp(self):
        hostile.harness.HuggerTest.setUp(self)
        self.app = self.hugger()
        self.served = hostile.Served(self.app)
        self.addCleanup(self.stopped)
        self.wait_for(lambda: self.served.call("GET", "jobs", token=self.served.owner).status == 200, "the server to be ready")
        self.before = self.served.picture()

    def stopped(self):
        self.assertEqual(self.served.stop(), [])

    def ask(self, method, path, body=None, origin=hostile.EXTENSION, *headers):
        data = None if body is None else json.dumps(body).encode()
        lines = [f"Origin: {origin}"] if origin else []
        return self.served.ask(self.served.head(method, path, *lines, *headers, body=data))

    def begin(self, origin=hostile.EXTENSION, name="Firefox on Linux"):
        nonce = secrets.token_bytes(32)
        answer = self.ask("POST", "pair", {"name": name, "commitment": hashlib.sha256(nonce).hexdigest()}, origin)
        return nonce, answer

    def begun(self, origin=hostile.EXTENSION, name="Firefox on Linux"):
        nonce, answer = self.begin(origin, name)
        self.assertEqual(answer.status, 202, str(answer))
        self.assertProper(answer)
        return nonce, answer.json["pairing"]

    def asked(self, origin=hostile.EXTENSION, name="Firefox on Linux"):
        nonce, pairing = self.begun(origin, name)
        self.assertEqual(self.ask("POST", f"pair/{pairing}", {"nonce": nonce.hex()}, origin).status, 200)
        return nonce, pairing

    def shown(self):
        return self.served.own("GET", "pairings")["pairings"]

    def test_pages_cannot_ask(self):
        body = {"name": "Firefox", "commitment": "0" * 64}
        for origin in ("https://huggingface.co", "https://evil.example", "null", "http://localhost:3000"):
            self.assertRefused(self.ask("POST", "pair", body, origin), 403, "wrong_origin")
        for lines in (["Sec-Fetch-Site: cross-site"], ["Sec-Fetch-Site: same-site"]):
            self.assertRefused(self.ask("POST", "pair", body, hostile.EXTENSION, *lines), 403, "cross_site")
        # A browser that says no origin is no program.
        self.assertRefused(self.ask("POST", "pair", body, None, "Sec-Fetch-Site: none", "Sec-Fetch-Mode: cors"), 403)

    def test_garbage(self):
        good = {"name": "Firefox on Linux", "commitment": "ab" * 32}
        for more in ({"name": ""}, {"name": 1}, {"name": None}, {"name": ["x"]}, {"commitment": ""}, {"commitment": "ab" * 31}, {"commitment": "ab" * 33}, {"commitment": "zz" * 32},
                     {"commitment": 1}, {"commitment": None}, {"origin": OTHER}, {"x": 1}, {"name": " \t\n"}):
            with self.subTest(more):
                answer = self.ask("POST", "pair", good | more)
                self.assertIn(answer.status, (422, 429))
                self.assertRefused(answer, answer.status)
        self.assertEqual(self.shown(), [])

    def test_nothing_is_shown_before_the_nonce(self):
        nonce, pairing = self.begun()
        self.assertEqual(self.shown(), [])
        self.assertRefused(self.ask("POST", f"pair/{pairing}", {"nonce": "00" * 32}), 422, "wrong_nonce")
        # That was the end of it: nobody tries nonces until a code fits.
        answer = self.ask("POST", f"pair/{pairing}", {"nonce": nonce.hex()})
        self.assertRefused(answer, answer.status)
        self.assertEqual(self.shown(), [], "shown after a wrong nonce")

    def test_hundred_asks(self):
        """One dialog, whoever else asks."""
        _, pairing = self.asked()
        for number in range(100):
            for origin in (hostile.EXTENSION, OTHER, f"moz-extension://{number:036}", None):
                _, answer = self.begin(origin)
                self.assertRefused(answer, 429, ("pairing_busy", "too_many"))
                self.assertGreater(int(answer.header("retry-after")), 0)
        self.assertEqual([one["pairing"] for one in self.shown()], [pairing])
        self.wait_for(lambda: self.ask("DELETE", f"pair/{pairing}").status == 200, "the pairing to be withdrawn")

    def test_asking_and_withdrawing(self):
        """A dialog that comes and goes as fast as somebody can make it: a few times, then no more."""
        shown = 0
        for _ in range(100):
            nonce, answer = self.begin()
            if answer.status == 202:
                pairing = answer.json["pairing"]
                shown += self.ask("POST", f"pair/{pairing}", {"nonce": nonce.hex()}).status == 200
                self.ask("DELETE", f"pair/{pairing}")
            else:
                self.assertRefused(answer, 429, "too_many")
        self.assertGreater(shown, 0)
        self.assertLessEqual(shown, 5)
        self.assertEqual(self.shown(), [])

    def test_a_no_holds(self):
        _, pairing = self.asked()
        self.served.own("POST", f"pairings/{pairing}", {"allow": False})
        self.assertEqual(self.ask("GET", f"pair/{pairing}?wait=20").json["state"], "denied")
        for _ in range(20):
            answer = self.begin()[1]
            self.assertRefused(answer, 403, "pairing_refused")
        self.assertEqual(self.shown(), [])
        self.assertEqual(self.served.own("GET", "clients")["clients"], [])

    def test_many_names_for_one(self):
        """Denied, and back under another origin each time: soon nobody is let through."""
        shown = 0
        for number in range(30):
            origin = f"moz-extension://{number:08}-0000-4000-8000-000000000000"
            nonce, answer = self.begin(origin)
            if answer.status != 202:
                self.assertIn(answer.status, (403, 429))
                self.assertRefused(answer, answer.status)
                continue
            shown += 1
            pairing = answer.json["pairing"]
            self.ask("POST", f"pair/{pairing}", {"nonce": nonce.hex()}, origin)
            self.served.own("POST", f"pairings/{pairing}", {"allow": False})
        self.assertLessEqual(shown, 5)

    def test_a_token_is_told_once(self):
        nonce, pairing = self.asked()
        self.served.own("POST", f"pairings/{pairing}", {"allow": True})
        first = self.ask("GET", f"pair/{pairing}?wait=20").json
        self.assertEqual(first["state"], "allowed")
        self.served.tokens.append(first["token"])
        for origin in (hostile.EXTENSION, OTHER, None):
            again = self.ask("GET", f"pair/{pairing}", None, origin)
            self.assertNotIn(first["token"], again.body.decode())
            self.assertNotIn('"token"', again.body.decode().replace("token_", ""))
        # Nor does the old ID get anybody a second one.
        for body in ({"nonce": nonce.hex()}, {"nonce": "00" * 32}):
            answer = self.ask("POST", f"pair/{pairing}", body)
            self.assertRefused(answer, answer.status)
        answer = self.served.call("POST", f"pairings/{pairing}", {"allow": True}, token=self.served.owner)
        self.assertRefused(answer, answer.status)
        self.assertEqual(len(self.served.own("GET", "clients")["clients"]), 1)
        text = (self.app.profile / "clients.json").read_text()
        self.assertNotIn(first["token"].removeprefix("hugger_"), text)
        self.assertEqual((self.app.profile / "clients.json").stat().st_mode & 0o777, 0o600)
        self.assertEqual((self.app.profile / "server.json").stat().st_mode & 0o777, 0o600)
        self.served.own("DELETE", f"clients/{first['client']}")

    def test_somebody_else_takes_part(self):
        """Another extension that learned the ID neither reveals, withdraws nor gets the token."""
        nonce, pairing = self.begun()
        for origin in (OTHER, None, hostile.EXTENSION + "0"):
            self.assertRefused(self.ask("POST", f"pair/{pairing}", {"nonce": nonce.hex()}, origin), self.refusal(f"pair/{pairing}", origin))
        self.assertEqual(self.shown(), [])
        self.ask("DELETE", f"pair/{pairing}")

    def refusal(self, path, origin):
        answer = self.ask("DELETE", path, None, origin)
        self.assertIn(answer.status, (403, 404))
        return answer.status

    def test_guessed_ids(self):
        for id in ("0" * 32, "x", "..%2f..", "%27or%201=1", "z" * 3000, "-1"):
            for method, body in (("GET", None), ("POST", {"nonce": "00" * 32}), ("DELETE", None)):
                answer = self.ask(method, f"pair/{id}", body)
                self.assertIn(answer.status, (404, 422, 429))
                self.assertRefused(answer, answer.status)

    def test_names_are_cleaned(self):
        name = "Fire\u202efox\n\u001b[31m<b>on</b>\u0000 " + "x" * 200
        _, pairing = self.asked(name=name)
        shown = self.shown()[0]["name"]
        self.assertLessEqual(len(shown), 60)
        self.assertFalse(set(shown) & set("\u202e\n\u001b\u0000"))
        self.ask("DELETE", f"pair/{pairing}")


if __name__ == "__main__":
    hostile.harness.main()
