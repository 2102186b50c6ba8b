# SPDX-FileCopyrightText: 2026 The hugger authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Requests that are none: heads, lengths, versions and targets that two readers could understand differently, and what is too large.
Each brings the owner's token where it has room for one."""

import hmac
import hashlib
import json

import hostile

METHODS = ("GET", "POST", "DELETE", "HEAD", "OPTIONS", "PUT", "PATCH", "TRACE", "CONNECT", "FOO", "get", "PROPFIND")
PARAMETERS = {"kind": "model", "id": "acme%2Ftiny-llama", "pairing": "0" * 32, "archive": "1", "job": "1", "client": "0" * 16, "trash": "none", "event": "1"}


class Requests(hostile.HostileTest):
    def lines(self, first, *more, host=True, end=b"\r\n\r\n"):
        lines = [first, *([b"Host: 127.0.0.1:%d" % self.served.port] if host else []), b"Authorization: Bearer " + self.served.owner.encode(), *more]
        return b"\r\n".join(lines) + end

    def get(self, path, *more):
        return self.lines(b"GET " + path + b" HTTP/1.1", *more)

    def post(self, *more, body=b"{}"):
        """Pauses all jobs where it is understood, which nothing here should be."""
        return self.lines(b"POST /hugger/v1/jobs/pause HTTP/1.1", b"Content-Type: application/json", *more) + body

    def paths(self):
        for path, methods in json.loads((hostile.harness.SOURCE / "resources" / "openapi.json").read_bytes())["paths"].items():
            yield "/hugger/v1" + path.removeprefix("/hugger/v1").format(**PARAMETERS), {name.upper() for name in methods if name in ("get", "post", "delete")}

    def test_wrong_methods(self):
        """On every path; HEAD has no body, and the connection stays in step."""
        paths = list(self.paths())
        self.assertGreater(len(paths), 20)
        with self.served.wire() as wire:
            for path, allowed in paths:
                for method in METHODS:
                    if method in allowed:
                        continue
                    with self.subTest(f"{method} {path}"):
                        body = b"{}" if method == "POST" else None
                        wire.send(self.served.head(method, path, token=self.served.owner, body=body))
                        answer = wire.answer(has_body=method != "HEAD")
                        self.assertProper(answer)
                        self.assertEqual(answer.status, 405)
                        self.assertEqual(set(answer.header("allow").split(", ")), allowed)
                        if method != "HEAD":
                            self.assertRefused(answer, 405, "wrong_method")

    def test_head_keeps_in_step(self):
        for path in (b"/hugger/v1/ping", b"/hugger/v1/jobs", b"/nothing", b"/hugger/v1/archives/999"):
            with self.served.wire() as wire:
                wire.send(self.lines(b"HEAD " + path + b" HTTP/1.1") + self.get(b"/hugger/v1/ping"))
                self.assertProper(wire.answer(has_body=False))
                self.assertEqual(wire.answer().json["name"], "hugger")

    def test_garbled_lines(self):
        ping = b"GET /hugger/v1/ping HTTP/1.1"
        for data in (b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + bytes(500), b"\r\n\r\n" + self.get(b"/hugger/v1/ping"), b"\x00" * 100, b" GET / HTTP/1.1\r\n\r\n",
                     self.lines(b"GET  /hugger/v1/ping HTTP/1.1"), self.lines(b"GET /hugger/v1/ping  HTTP/1.1"), self.lines(b"GET\t/hugger/v1/ping\tHTTP/1.1"),
                     self.lines(b"GET /hugger/v1/ping"), self.lines(b"GET"), self.lines(b"GET /hugger/v1/ping HTTQ/1.1"), self.lines(b"G\xc3\x89T / HTTP/1.1"),
                     self.lines(ping, b"Host : x"), self.lines(ping, b"no colon"), self.lines(ping, b": no name"), self.lines(ping, b"X: a", b" folded"),
                     self.lines(ping, b"X: a", b"\tfolded"), self.lines(ping, b" X: a"), self.lines(ping, b"X\xc3\xa9: a"), self.lines(ping, b"X: a\x00b"),
                     self.lines(ping, b"X: a\rb"), self.lines(ping, b"X: a\nY: b"), self.lines(ping, b"X: a\x7fb"), self.lines(ping, b"(x): a"),
                     self.lines(ping.replace(b" HTTP", b"\x00 HTTP")), self.lines(ping.replace(b"ping", b"p\xc3\xafng"))):
            with self.subTest(data[:200]):
                self.refuses_and_closes(data, 400, "bad_request")

    def test_versions(self):
        for version in (b"HTTP/9.9", b"HTTP/1.0", b"HTTP/2.0", b"HTTP/2", b"HTTP/0.9", b"HTTP/1.10", b"HTTP/1.1x", b"HTTP/", b"HTTP/-1.1"):
            with self.subTest(version):
                self.refuses_and_closes(self.lines(b"GET /hugger/v1/ping " + version), 505, "http_version")
        # The preface of HTTP/2 by somebody who just knows.
        self.refuses_and_closes(b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", 505, "http_version")

    def test_lengths(self):
        for lengths, status, code in (([b"-1"], 400, "bad_request"), ([b"abc"], 400, "bad_request"), ([b"+2"], 400, "bad_request"), ([b"2 "], None, None),
                                      ([b"0x2"], 400, "bad_request"), ([b"2,2"], 400, "bad_request"), ([b"2", b"2"], 400, "bad_request"),
                                      ([b"2", b"200"], 400, "bad_request"), ([b"200", b"2"], 400, "bad_request"), ([b""], 400, "bad_request"),
                                      ([b"\xd9\xa2"], 400, "bad_request"), ([b"2.0"], 400, "bad_request"), ([b"1 2"], 400, "bad_request"),
                                      ([b"9223372036854775807"], 413, "body_too_large"), ([b"9223372036854775808"], 413, "body_too_large"),
                                      ([b"18446744073709551618"], 413, "body_too_large"), ([b"1" * 4000], 413, "body_too_large"),
                                      ([b"1073741824"], 413, "body_too_large"), ([b"60001"], 413, "body_too_large")):
            if status is None:      # white space around a value is no part of it
                continue
            with self.subTest(lengths):
                smuggled = self.lines(b"POST /hugger/v1/jobs/pause HTTP/1.1", b"Content-Type: application/json", b"Content-Length: 2") + b"{}"
                self.refuses_and_closes(self.post(*(b"Content-Length: " + length for length in lengths), body=smuggled), status, code)

    def test_no_length(self):
        """A POST without a length has no body: what follows is the next request, and the first one did nothing."""
        with self.served.wire() as wire:
            wire.send(self.post(body=b""))
            self.assertRefused(wire.answer(), 411)

    def test_chunks(self):
        chunked = b"2\r\n{}\r\n0\r\n\r\n"
        for lines in ([b"Transfer-Encoding: chunked"], [b"Transfer-Encoding: chunked", b"Content-Length: 2"], [b"Content-Length: 2", b"Transfer-Encoding: chunked"],
                      [b"transfer-encoding: CHUNKED"], [b"Transfer-Encoding: gzip, chunked"], [b"Transfer-Encoding: identity"], [b"Transfer-Encoding: "],
                      [b"Transfer-Encoding: xchunked"], [b"Transfer-Encoding:\tchunked"], [b"TE: trailers", b"Transfer-Encoding: chunked"]):
            with self.subTest(lines):
                self.refuses_and_closes(self.post(*lines, body=chunked + self.get(b"/hugger/v1/ping")), 501, "transfer_encoding")

    def test_body_without_end(self):
        """Chunks for as long as anybody takes them."""
        with self.served.wire() as wire:
            wire.send(self.post(b"Transfer-Encoding: chunked", body=b""))
            chunk = b"ffff\r\n" + b"x" * 0xffff + b"\r\n"
            for _ in range(1000):
                wire.send_in_vain(chunk)
                if b"\r\n\r\n" in wire.come or self.is_closed(wire):
                    break
        self.assertLess(self.served.answers(), hostile.IN_TIME)

    @staticmethod
    def is_closed(wire):
        wire.socket.settimeout(0)
        try:
            return not wire.socket.recv(65536)
        except BlockingIOError:
            return False
        except OSError:
            return True
        finally:
            wire.socket.settimeout(30)

    def test_other_framing(self):
        self.refuses_and_closes(self.post(b"Expect: 100-continue", b"Content-Length: 2"), 417, "expectation")
        self.refuses(self.lines(b"GET /hugger/v1/ping HTTP/1.1", b"Content-Length: 2") + b"{}", 400, "bad_request")
        self.refuses(self.lines(b"DELETE /hugger/v1/archives/1 HTTP/1.1", b"Content-Length: 2") + b"{}", 400, "bad_request")

    def test_large_heads(self):
        ping = b"GET /hugger/v1/ping HTTP/1.1"
        before = self.served.resident()
        for data in (self.lines(ping, b"X: " + b"a" * 10_000_000), self.get(b"/hugger/v1/ping?x=" + b"a" * 10_000_000), b"A" * 10_000_000,
                     b"GET /" + b"a" * 10_000_000, self.lines(ping, *[b"X-%d: 1" % n for n in range(150)]), self.lines(ping, *[b"a:"] * 7000),
                     self.lines(ping, b"a" * 20_000 + b": 1"), self.lines(ping, b"X: " + b"a" * 16_384)):
            with self.subTest(data[:60]):
                self.refuses_and_closes(data, 431, "head_too_large")
        self.assertLess(self.served.resident() - before, 20 << 20)

    def test_head_just_small_enough(self):
        room = 16 * 1024 - len(self.get(b"/hugger/v1/ping", b"X: "))
        self.assertEqual(self.served.ask(self.get(b"/hugger/v1/ping", b"X: " + b"a" * room)).status, 200)
        self.refuses_and_closes(self.get(b"/hugger/v1/ping", b"X: " + b"a" * (room + 1)), 431)

    def test_targets(self):
        port = self.served.port
        for target in (b"http://evil.example/hugger/v1/ping", b"http://127.0.0.1:%d/hugger/v1/ping" % port, b"127.0.0.1:%d" % port, b"*", b"//127.0.0.1/hugger/v1/ping",
                       b"//evil.example/hugger/v1/ping", b"hugger/v1/ping", b"?x", b"\\hugger\\v1\\ping", b"///hugger/v1/ping"):
            with self.subTest(target):
                self.refuses_and_closes(self.get(target), 400, "bad_request")
        for target in (b"/hugger/v1/../v1/ping", b"/hugger/./v1/ping", b"/hugger/v1//ping", b"/hugger/v1/ping/", b"/hugger/v1/%2e%2e/v1/ping", b"/hugger/v1/%2E/ping",
                       b"/hugger/v1/p%00ing", b"/hugger/v1/ping%00", b"/hugger/v1/ping%0d%0aX:1", b"/hugger/v1/%c0%ae%c0%ae/ping", b"/hugger/v1/%c0%afping",
                       b"/hugger/v1/%ff%fe", b"/hugger/v1/%ed%a0%80", b"/hugger/v1/%f4%90%80%80", b"/hugger/v1/%e2%82", b"/hugger/v1/%", b"/hugger/v1/%4", b"/hugger/v1/%zz",
                       b"/hugger/v1/% 1", b"/hugger/v1/%+1", b"/hugger/v1/%u0041", b"/hugger/v1/ping?challenge=%00", b"/hugger/v1/ping?%ff=1", b"/hugger/v1/ping?a=%"):
            if b" " in target:
                continue
            with self.subTest(target):
                self.refuses(self.get(target), 400, "bad_request")
        for target in (b"/", b"/hugger", b"/hugger/v1", b"/HUGGER/V1/ping", b"/hugger/v2/ping", b"/hugger/v1/PING", b"/hugger/v1%2fping", b"/hugger%2Fv1/ping",
                       b"/hugger/v1/ping;x", b"/hugger/v1/ping&x", b"/hugger/v1/ping.json", b"/hugger/v1/%252e%252e/ping", b"/favicon.ico", b"/.git/config",
                       b"/hugger/v1/repos/model/acme/tiny-llama", b"/hugger/v1/..%2fping", b"/hugger/v1/{kind}", b"/hugger/v1/jobs/{job}/{x}", b"/cgi-bin/%%32%65/"):
            with self.subTest(target):
                answer = self.served.ask(self.get(target))
                self.assertRefused(answer, answer.status)
                self.assertIn((answer.status, answer.code), ((404, "no_such_route"), (400, "bad_request")))

    def test_fifty_in_a_row(self):
        """Sent at once, answered in order: each is asked to prove something else."""
        key = hashlib.sha256(self.served.owner.encode()).digest()
        asked = [f"challenge-{number:010}" for number in range(50)]
        with self.served.wire() as wire:
            wire.send(b"".join(self.get(f"/hugger/v1/ping?client=owner&challenge={one}".encode()) for one in asked))
            for one in asked:
                answer = wire.answer()
                self.assertProper(answer)
                self.assertEqual(answer.json["proof"], hmac.new(key, b"hugger-proof\n%d\n" % self.served.port + one.encode(), "sha256").hexdigest())

    def test_nothing_after_a_refusal(self):
        """What follows garbage on a connection is not read, however it looks."""
        with self.served.wire() as wire:
            wire.send(self.get(b"/hugger/v1/ping") + b"GARBAGE\r\n\r\n" + self.get(b"/hugger/v1/ping"))
            self.assertEqual(wire.answer().status, 200)
            self.assertRefused(wire.answer(), 400)
            self.assertEqual(wire.rest(), b"")

    def test_cut_into_bytes(self):
        """However it is cut, it means the same."""
        with self.served.wire() as wire:
            wire.socket.setsockopt(hostile.socket.IPPROTO_TCP, hostile.socket.TCP_NODELAY, 1)
            for byte in self.get(b"/hugger/v1/ping"):
                wire.send(bytes([byte]))
            self.assertEqual(wire.answer().status, 200)

    def test_hanging_up_half_way(self):
        whole = self.post(b"Content-Length: 2")
        for length in range(1, len(whole) - 1, 7):
            with self.served.wire() as wire:
                wire.send(whole[:length])
        with self.served.wire() as wire:
            wire.send(whole[:-1])
            wire.socket.shutdown(hostile.socket.SHUT_WR)
            answer = wire.answer()
            if answer:
                self.assertRefused(answer, answer.status)


if __name__ == "__main__":
    hostile.harness.main()
