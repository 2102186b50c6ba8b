# SPDX-FileCopyrightText: 2026 The hugger authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""`hugger serve` for tests, and what a browser's extension says to it."""

import hashlib
import hmac
import http.client
import json
import os
import secrets
import select
import signal
import subprocess
import time
import urllib.parse

import harness
import support

ORIGIN = "moz-extension://6b0d3a80-2f0a-4c9e-9d44-0d2c2b9f4a11"


class Served:
    """A running `hugger serve`."""

    def __init__(self, process, log):
        self.process, self.log, self.first_line = process, log, self.line(process)

    @staticmethod
    def line(process, seconds=60):
        """The first line of stdout; it comes at once, and stdout stays open."""
        got, deadline = b"", time.monotonic() + seconds
        while not got.endswith(b"\n"):
            if not select.select([process.stdout], [], [], max(0, deadline - time.monotonic()))[0]:
                raise AssertionError(f"nothing was said in {seconds} s, but {got!r}")
            byte = os.read(process.stdout.fileno(), 1)
            if not byte:
                break
            got += byte
        return got.decode()

    @property
    def said(self):
        return self.log.read_text()

    def end(self, number=signal.SIGTERM, expect=0):
        """Gives what stdout had after the first line."""
        self.process.send_signal(number)
        rest = self.process.communicate(timeout=60)[0].decode()
        if self.process.returncode != expect or "Sanitizer" in self.said:
            raise AssertionError(f"it ended with {self.process.returncode}\n{rest}\n{self.said}")
        return rest


class Serving(support.CommandLine):
    def slowly(self):
        """The CDN gives 1 MB/s in all: whatever a busy machine does meanwhile, a big file is not there before it."""
        self.hub.throttle(connection=1 << 20, everything=1 << 20, server="cdn", send_buffer=64 << 10)

    def serve(self, *arguments, json=True, port="0", app=None, **environment):
        app = app or self.app
        app.home.mkdir(exist_ok=True)
        log = self.folder / f"serve-{secrets.token_hex(4)}.err"
        command = app.command() if json else [harness.BINARY, "--profile", str(app.profile)]
        command += ["serve", *(["--port", port] if port else []), *arguments]
        with log.open("wb") as stderr:
            process = subprocess.Popen(command, env=app.environment | environment, stdin=subprocess.DEVNULL,
                                       stdout=subprocess.PIPE, stderr=stderr)
        self.addCleanup(self.kill, process)
        return Served(process, log)

    @staticmethod
    def kill(process):
        if process.poll() is None:
            process.kill()
            process.communicate()

    @property
    def note(self):
        """PROFILE/server.json"""
        return json.loads((self.app.profile / "server.json").read_text())

    def call(self, method, path, body=None, token=None, origin=None):
        """Status and JSON."""
        connection = http.client.HTTPConnection("127.0.0.1", self.note["port"], timeout=60)
        headers = {"Content-Type": "application/json"} if body is not None else {}
        if token:
            headers["Authorization"] = f"Bearer {token}"
        if origin:
            headers["Origin"] = origin
        connection.request(method, f"/hugger/v1/{path}", None if body is None else json.dumps(body), headers)
        answer = connection.getresponse()
        found = answer.status, json.loads(answer.read())
        connection.close()
        return found

    def as_owner(self, method, path, body=None):
        status, answer = self.call(method, path, body, token=self.note["token"])
        self.assertLess(status, 300, answer)
        return answer

    def ask_for_pairing(self, name="Firefox on Linux", origin=ORIGIN):
        """As the extension does; gives the pairing's id and the code both sides show."""
        nonce = secrets.token_bytes(32)
        status, begun = self.call("POST", "pair", {"name": name, "commitment": hashlib.sha256(nonce).hexdigest()}, origin=origin)
        self.assertEqual(status, 202, begun)
        status, asked = self.call("POST", f"pair/{begun['pairing']}", {"nonce": nonce.hex()}, origin=origin)
        self.assertEqual(status, 200, asked)
        digest = hmac.digest(nonce, bytes.fromhex(begun["nonce"]) + origin.encode() + b"\n%d" % self.note["port"], "sha256")
        code = f"{int.from_bytes(digest[:4], 'big') % 1_000_000:06}"
        self.assertEqual(asked["code"], code)
        return begun["pairing"], code

    def paired(self, pairing):
        return self.call("GET", "pair/" + urllib.parse.quote(pairing) + "?wait=20")[1]
