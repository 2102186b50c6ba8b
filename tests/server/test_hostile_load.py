# SPDX-FileCopyrightText: 2026 The hugger authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Too many, too slow, too long: connections, bytes, waits. Meanwhile a good client is answered in time, and afterwards nothing is left."""

import contextlib
import json
import resource
import selectors
import socket
import threading
import time

import hostile

MEBIBYTE = 1 << 20


class Load(hostile.HostileTest):
    @classmethod
    def setUpClass(cls):
        most = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
        resource.setrlimit(resource.RLIMIT_NOFILE, (min(most, 8192), most))
        super().setUpClass()

    def setUp(self):
        super().setUp()
        self.open = []
        self.descriptors = self.served.descriptors()
        self.memory = self.served.resident()

    def tearDown(self):
        for one in self.open:
            one.close()
        # None of it stays open, or in memory, longer than a refused one may linger.
        self.wait_for(lambda: self.served.descriptors() <= self.descriptors + 2, "the server to close what we left")
        self.assertLess(self.served.resident() - self.memory, 48 * MEBIBYTE)
        super().tearDown()

    def connect(self):
        one = socket.create_connection(("127.0.0.1", self.served.port), timeout=30)
        self.open.append(one)
        return one

    def answers_in_time(self):
        """Pushed out by a crowd it comes again, as everybody's HTTP does; each time it is soon told."""
        longest = 0
        for attempt in range(5):
            begun = time.monotonic()
            try:
                longest = max(longest, self.served.answers())
                break
            except (AssertionError, OSError):
                longest = max(longest, time.monotonic() - begun)
                if attempt == 4:
                    raise
        self.assertLess(longest, hostile.IN_TIME)

    def test_thousand_idle_connections(self):
        for number in range(1000):
            self.connect()
            if number % 100 == 99:
                self.answers_in_time()
        self.assertLess(self.served.descriptors(), self.descriptors + 300)

    def test_thousand_half_requests(self):
        head = self.served.head("POST", "jobs/pause", token=self.served.owner, body=b"{}")
        for number in range(1000):
            with contextlib.suppress(OSError):
                self.connect().sendall(head[:-1 - number % 50])
            if number % 100 == 99:
                self.answers_in_time()
        self.assertLess(self.served.descriptors(), self.descriptors + 300)

    def trickle(self, count, data, seconds, pace):
        """So many connections that send a byte of `data` every `pace` seconds. Gives how long each of them lived, as far as it ended."""
        lived = {}
        begun = time.monotonic()
        with selectors.DefaultSelector() as readable:
            for _ in range(count):
                one = self.connect()
                one.setblocking(False)
                readable.register(one, selectors.EVENT_READ)
            sent, due = 0, begun
            while len(lived) < count and time.monotonic() < begun + seconds:
                for key, _ in readable.select(max(0, min(due - time.monotonic(), 0.2))):
                    with contextlib.suppress(BlockingIOError):
                        try:
                            ended = not key.fileobj.recv(4096)
                        except OSError:
                            ended = True
                        if ended:
                            lived[key.fileobj] = time.monotonic() - begun
                            readable.unregister(key.fileobj)
                if time.monotonic() >= due:
                    due += pace
                    for key in list(readable.get_map().values()):
                        with contextlib.suppress(OSError):
                            key.fileobj.send(data[sent:sent + 1])
                    sent += 1
                    self.answers_in_time()
        return list(lived.values())

    def test_byte_a_second(self):
        """A head that never ends, on a hundred connections: each is over at its deadline, whatever it sends."""
        lived = self.trickle(100, b"GET /hugger/v1/ping HTTP/1.1\r\nX: " + b"a" * 100, 40, 1)
        self.assertEqual(len(lived), 100, "some went on for 40 s")

    def test_slow_body(self):
        data = self.served.head("POST", "jobs/pause", "Content-Length: 5000", token=self.served.owner)
        with self.served.wire() as wire:
            wire.send(data)
            begun = time.monotonic()
            wire.socket.settimeout(0.5)
            while time.monotonic() < begun + 40:
                try:
                    if not wire.more() or b"\r\n\r\n" in wire.come:
                        break
                except TimeoutError:
                    wire.send_in_vain(b" ")
            self.assertLess(time.monotonic() - begun, 30)
            wire.socket.settimeout(30)
            self.assertRefused(wire.answer(), 408)

    def test_never_reading(self):
        """Asks and asks and takes no answer: it costs one answer and what fits between us, not all of them."""
        path = self.served.head("GET", "openapi.json", token=self.served.owner)
        with self.served.wire() as wire:
            wire.socket.setblocking(False)
            taken, until = 0, time.monotonic() + 3
            while time.monotonic() < until:
                try:
                    taken += wire.socket.send(path * 100)
                except BlockingIOError:
                    self.answers_in_time()
                except OSError:
                    break
            self.assertGreater(taken, 0)
            self.assertLess(self.served.resident() - self.memory, 48 * MEBIBYTE)

    def test_flood_of_whole_requests(self):
        """As fast as they go out, on one connection, the answers taken: what is not yet answered waits in the sender."""
        request = self.served.head("GET", "ping", token=self.served.owner)
        with self.served.wire() as wire:
            wire.socket.setblocking(False)
            block, until, taken, answers = request * 200, time.monotonic() + 5, 0, 0
            at = 0
            while time.monotonic() < until:
                with contextlib.suppress(BlockingIOError):
                    at = (at + wire.socket.send(block[at:])) % len(block)
                with contextlib.suppress(BlockingIOError):
                    answers += wire.socket.recv(1 << 16).count(b"HTTP/1.1 200")
                taken = max(taken, self.served.resident() - self.memory)
            self.assertGreater(answers, 100)
            self.assertLess(taken, 48 * MEBIBYTE)
        self.answers_in_time()

    def test_bodies_announced(self):
        for _ in range(200):
            one = self.connect()
            one.sendall(self.served.head("POST", "jobs", "Content-Length: 1073741824", "Content-Type: application/json", token=self.served.owner))
            with contextlib.suppress(OSError):
                one.sendall(b"x" * MEBIBYTE)
        self.answers_in_time()

    def test_connecting_and_leaving(self):
        for number in range(2000):
            with socket.create_connection(("127.0.0.1", self.served.port), timeout=30) as one:
                if number % 2:      # a reset instead of an end
                    one.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\x01\x00\x00\x00\x00\x00\x00\x00")
                    one.sendall(b"GET /hugger/v1/ping HT")
        self.answers_in_time()

    def test_abandoned_waits(self):
        """A thousand long polls that nobody waits for: each of them ends with its connection."""
        now = self.served.own("GET", "events?since=0")["now"]
        poll = self.served.head("GET", f"events?since={now}&wait=20", token=self.served.owner)
        for number in range(1000):
            with socket.create_connection(("127.0.0.1", self.served.port), timeout=30) as one:
                one.sendall(poll)
            if number % 100 == 99:
                self.answers_in_time()
        # Had they been kept, this one would find no place.
        def has_place():
            answer = self.served.call("GET", f"events?since={now}&wait=0", token=self.served.owner)
            return answer.status == 200
        self.wait_for(has_place, "a place to wait in", 10)

    def test_waits_are_limited(self):
        """Those who keep waiting take only their own places."""
        client, token = self.served.pair()
        try:
            now = self.served.own("GET", "events?since=0")["now"]
            told = []
            for _ in range(40):
                one = self.connect()
                one.sendall(self.served.head("GET", f"events?since={now}&wait=20", token=token))
            with selectors.DefaultSelector() as readable:
                for one in self.open:
                    readable.register(one, selectors.EVENT_READ)
                until = time.monotonic() + 15
                while len(told) < 32 and time.monotonic() < until:
                    for key, _ in readable.select(0.2):
                        told.append(key.fileobj.recv(4096).split(b" ")[1])
                        readable.unregister(key.fileobj)
            self.assertGreaterEqual(told.count(b"429"), 32, "one client may wait eight times at once")
            self.answers_in_time()
            self.assertEqual(self.served.call("GET", f"events?since={now}&wait=0", token=self.served.owner).status, 200)
        finally:
            self.served.own("DELETE", f"clients/{client}")

    def test_fifty_times_the_same_wish(self):
        """One job, whoever asks how often at once."""
        self.hub.listen(False)
        found = []

        def wish():
            found.append(self.served.call("POST", "jobs", {"kind": "model", "repo": "acme/big"}, token=self.served.owner))
        try:
            threads = [threading.Thread(target=wish) for _ in range(50)]
            for one in threads:
                one.start()
            for one in threads:
                one.join()
            self.assertEqual({answer.status for answer in found}, {200, 201}, str(found[0]))
            self.assertEqual([answer.status for answer in found].count(201), 1)
            jobs = {answer.json["job"]["id"] for answer in found}
            self.assertEqual(len(jobs), 1)
            job = jobs.pop()
            self.assertEqual([one["id"] for one in self.served.own("GET", "jobs?state=unfinished")["jobs"]], [job])
            self.served.own("POST", f"jobs/{job}/cancel", {})
            self.wait_for(lambda: self.served.own("GET", f"jobs/{job}")["job"]["state"] == "cancelled", "the job to end")
        finally:
            self.hub.listen(True)
        self.before = self.served.picture()     # it is in the list of jobs from now on

    def test_everything_at_once(self):
        """All of it from many threads for a while."""
        requests = [self.served.head("GET", "jobs", token="wrong"), b"\x16\x03\x01" + bytes(200), b"GET / HTTP/1.1\r\nHost: evil.example\r\n\r\n", b"A" * 20_000,
                    self.served.head("POST", "jobs", token=self.served.owner, body=b"[" * 50_000), self.served.head("GET", "ping"),
                    self.served.head("GET", "events?since=1&wait=20", token=self.served.owner),
                    self.served.head("POST", "pair", body=json.dumps({"name": "x", "commitment": "zz"}).encode())]
        until = time.monotonic() + 5

        def attack(number):
            while time.monotonic() < until:
                with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", self.served.port), timeout=5) as one:
                    one.sendall(requests[number % len(requests)])
                    if number % 3:
                        one.recv(4096)
        threads = [threading.Thread(target=attack, args=(number,)) for number in range(24)]
        for one in threads:
            one.start()
        while time.monotonic() < until:
            self.answers_in_time()
        for one in threads:
            one.join()
        self.assertEqual(self.served.own("GET", "pairings")["pairings"], [])


if __name__ == "__main__":
    hostile.harness.main()
