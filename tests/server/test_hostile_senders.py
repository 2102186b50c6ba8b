# SPDX-FileCopyrightText: 2026 The hugger authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Who may ask: names of the host, origins, what browsers say about a request, tokens. Whatever else is wrong, each request here brings
the right token, unless it is about tokens."""

import re

import hostile

WRITES = (("POST", "jobs", {"kind": "model", "repo": "acme/gated"}), ("POST", "jobs/pause", {}), ("DELETE", "archives/1", None))


class Senders(hostile.HostileTest):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.client, cls.token = cls.served.pair()

    def asks(self, method, path, body, *headers, **more):
        data = None if body is None else hostile.json.dumps(body).encode()
        return self.served.head(method, path, *headers, body=data, **{"token": self.served.owner, **more})

    def test_rebinding(self):
        port = self.served.port
        for host in ("evil.example", f"evil.example:{port}", "127.0.0.1", f"127.0.0.1:{port + 1}", f"127.0.0.1.evil.example:{port}", "127.0.0.1:80",
                     f"[::1]{port}", f"0.0.0.0:{port}", f"2130706433:{port}", f"127.1:{port}", f"localhost.:{port}", f"127.0.0.1:0{port}",
                     f"user@127.0.0.1:{port}", f"127.0.0.1:{port}/", f"127.0.0.1:{port},evil.example", f"127.0.0.1:{port} evil.example",
                     "", "x" * 5000):
            for method, path, body in (("GET", "ping", None), ("GET", "jobs", None), *WRITES):
                with self.subTest(host=host, path=path):
                    self.refuses(self.asks(method, path, body, host=host or " "), 421, "wrong_host")

    def test_names_that_are_ours(self):
        for host in ("127.0.0.1", "localhost", "[::1]", "LocalHost"):
            answer = self.served.ask(self.asks("GET", "ping", None, host=f"{host}:{self.served.port}"))
            self.assertEqual(answer.status, 200)
            self.assertProper(answer)

    def test_no_host_and_two(self):
        ours = f"Host: 127.0.0.1:{self.served.port}"
        for lines in ([], [ours, ours], [ours, "Host: evil.example"], ["Host: evil.example", ours]):
            with self.subTest(lines):
                head = "\r\n".join(["GET /hugger/v1/jobs HTTP/1.1", *lines, f"Authorization: Bearer {self.served.owner}"])
                self.refuses(head.encode() + b"\r\n\r\n", 400, "bad_request")

    def test_pages(self):
        """What a page can send with what its browser says about it."""
        for origin in ("https://huggingface.co", "http://127.0.0.1:8888", f"http://127.0.0.1:{self.served.port}", "null", "", "file://",
                       "https://evil.example", "chrome-extension:", "moz-extension", "xmoz-extension://a", "http://moz-extension://a", "*"):
            for method, path, body in (("GET", "ping", None), ("GET", "jobs", None), *WRITES):
                with self.subTest(origin=origin, path=path):
                    self.refuses(self.asks(method, path, body, f"Origin: {origin}"), 403, "wrong_origin")

    def test_two_origins(self):
        self.refuses(self.asks("GET", "jobs", None, f"Origin: {hostile.EXTENSION}", "Origin: https://evil.example"), 400, "bad_request")

    def test_fetch_metadata(self):
        for lines in (["Sec-Fetch-Site: cross-site"], ["Sec-Fetch-Site: same-site"], ["Sec-Fetch-Site: Cross-Site"], ["Sec-Fetch-Site: "],
                      ["Sec-Fetch-Site: none", "Sec-Fetch-Site: cross-site"], ["Sec-Fetch-Site: none, cross-site"], ["Sec-Fetch-Mode: navigate"],
                      ["Sec-Fetch-Site: none", "Sec-Fetch-Mode: navigate", "Sec-Fetch-Dest: document", "Sec-Fetch-User: ?1"],
                      ["Sec-Fetch-Mode: websocket"], ["Sec-Fetch-Site: same-site", "Sec-Fetch-Dest: image", "Sec-Fetch-Mode: no-cors"]):
            for method, path, body in (("GET", "ping", None), ("GET", "jobs", None), *WRITES):
                with self.subTest(lines=lines, path=path):
                    self.refuses(self.asks(method, path, body, *lines), 403, "cross_site")

    def test_form_of_a_page(self):
        """A form with enctype text/plain whose one field makes JSON: from a browser, and from one that says nothing about it."""
        form = b'{"kind":"model","repo":"acme/gated","x":"="}'
        for type in ("text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "text/json", "application/jsonp", "",
                     "application/json, text/plain", "text/plain; application/json"):
            with self.subTest(type):
                data = self.served.head("POST", "jobs", f"Content-Type: {type}", token=self.served.owner, body=form)
                self.refuses(data, 415, "wrong_type")
                data = self.served.head("POST", "jobs", f"Content-Type: {type}", "Origin: https://evil.example", "Sec-Fetch-Site: cross-site", body=form)
                self.refuses(data, 403, "wrong_origin")
        double = self.served.head("POST", "jobs", "Content-Type: application/json", "Content-Type: text/plain", token=self.served.owner, body=b"{}")
        self.refuses(double, 415, "wrong_type")

    def test_preflight(self):
        """No page is ever told that it may."""
        for origin in ("https://evil.example", hostile.EXTENSION):
            answer = self.served.ask(self.served.head("OPTIONS", "jobs", f"Origin: {origin}", "Access-Control-Request-Method: POST",
                                                      "Access-Control-Request-Private-Network: true", "Access-Control-Request-Headers: authorization,content-type"))
            self.assertProper(answer)
            self.assertIn(answer.status, (403, 405))

    def test_web_socket(self):
        lines = ("Connection: Upgrade", "Upgrade: websocket", "Sec-WebSocket-Version: 13", "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==")
        self.refuses(self.asks("GET", "events?since=0", None, *lines), 400, "bad_request")
        self.refuses(self.asks("GET", "events?since=0", None, "Connection: Upgrade, HTTP2-Settings", "Upgrade: h2c", "HTTP2-Settings: AAMAAABk"), 400)

    def patient(self, data, wire=None):
        """Those without a token are answered so many times a second; then they are told to wait, which is no other answer."""
        found = []

        def answered():
            if wire:
                wire.send(data)
            found[:] = [wire.answer() if wire else self.served.ask(data)]
            return found[0].status != 429
        self.wait_for(answered, "an answer other than 429")
        return found[0]

    def test_tokens(self):
        wrong = {"none": [], "empty": ["Authorization: Bearer "], "other scheme": ["Authorization: Basic OnB3"], "no scheme": [f"Authorization: {self.token}"],
                 "wrong": ["Authorization: Bearer hugger_" + "A" * 43], "short": [f"Authorization: Bearer {self.token[:-1]}"],
                 "long": [f"Authorization: Bearer {self.token}A"], "two": [f"Authorization: Bearer {self.token}"] * 2,
                 "case": [f"Authorization: Bearer {self.token.swapcase()}"], "not ASCII": ["Authorization: Bearer hugger_\xe9\xff" + "A" * 40],
                 "the hash": ["Authorization: Bearer " + hostile.hashlib.sha256(self.token.encode()).hexdigest()],
                 "huge": ["Authorization: Bearer " + "A" * 9000], "list": [f"Authorization: Bearer {self.token}, Bearer x"]}
        for name, lines in wrong.items():
            for method, path, body in (("GET", "jobs", None), ("GET", "clients", None), *WRITES):
                with self.subTest(name, path=path):
                    answer = self.patient(self.asks(method, path, body, *lines, token=None))
                    self.assertRefused(answer, 401, ("token_missing", "token_refused"))
                    self.assertEqual(answer.header("www-authenticate"), "Bearer")

    def test_token_of_somebody_else(self):
        """Another extension, or a program, with the token of ours; the owner's token from within a browser."""
        for origin in ("chrome-extension://abcdefghijklmnopabcdefghijklmnop", hostile.EXTENSION + "0", hostile.EXTENSION.upper(), hostile.EXTENSION + "/"):
            with self.subTest(origin):
                answer = self.patient(self.asks("GET", "jobs", None, f"Origin: {origin}", token=self.token))
                is_form = re.fullmatch(r"(chrome|moz)-extension://[a-z0-9-]+", origin)
                self.assertRefused(answer, 401 if is_form else 403, "token_refused" if is_form else "wrong_origin")
        answer = self.patient(self.asks("GET", "jobs", None, f"Origin: {hostile.EXTENSION}"))
        self.assertRefused(answer, 401, "token_refused")
        for origin in ([], [f"Origin: {hostile.EXTENSION}"]):
            self.assertEqual(self.served.ask(self.asks("GET", "jobs", None, *origin, token=self.token)).status, 200)

    def test_client_is_no_owner(self):
        for method, path, body in (("GET", "clients", None), ("DELETE", f"clients/{self.client}", None), ("GET", "pairings", None),
                                   ("POST", "pairings/0123456789abcdef", {"allow": True}),
                                   ("POST", "exports", {"archives": [1], "target": "/tmp/x.tar", "format": "tar"}),
                                   ("POST", "imports", {"source": "/etc"})):
            with self.subTest(path):
                self.refuses(self.asks(method, path, body, f"Origin: {hostile.EXTENSION}", token=self.token), 403, "not_allowed")

    def test_revoked_token(self):
        client, token = self.served.pair("chrome-extension://abcdefghijklmnopabcdefghijklmnop", "Chromium on Linux")
        self.assertEqual(self.served.call("GET", "jobs", token=token).status, 200)
        with self.served.wire() as wire:
            wire.send(self.served.head("GET", "jobs", token=token))
            self.assertEqual(wire.answer().status, 200)
            self.served.own("DELETE", f"clients/{client}")
            answer = self.patient(self.served.head("GET", "jobs", token=token), wire)
            self.assertRefused(answer, 401, "token_refused")

    def test_guessing_disturbs_nobody(self):
        """A thousand wrong tokens: those who guess are slowed down, those who know are not."""
        refused, told_to_wait = 0, 0
        with self.served.wire() as wire:
            for number in range(1000):
                wire.send(self.served.head("GET", "jobs", token=f"hugger_{number:043}"))
                answer = wire.answer()
                self.assertIn(answer.status, (401, 429), str(answer))
                refused += answer.status == 401
                told_to_wait += answer.status == 429 and int(answer.header("retry-after")) > 0
                if number % 100 == 0:
                    self.assertLess(self.served.answers(), hostile.IN_TIME)
        self.assertEqual(refused + told_to_wait, 1000)
        self.assertGreater(told_to_wait, 0, "nobody was slowed down")


if __name__ == "__main__":
    hostile.harness.main()
