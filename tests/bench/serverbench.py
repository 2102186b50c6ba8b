#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The hugger authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Measures what asking costs: 50 clients of the local server while it archives a big file. ./dev bench server starts it.

Three ways, in an order shuffled for every round, each with a fresh profile: nobody asks; 50 clients ask once a second each, as an extension
does; 50 clients ask as fast as they are answered, which nobody does. A first round warms the machine up and is not counted. Memory and disks that
a host lends make the same archive take half as long again from one run to the next: so a ratio is taken within each round, and beside it stands what
the server's own thread used. A latency is from the request's first byte to the answer's last one as
the clients see it, in one process of this machine: its own work, and that of the far end, is on the same cores and in the figures.
"""

import argparse
import asyncio
import http.client
import json
import os
import random
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import time

sys.dont_write_bytecode = True
HERE = os.path.dirname(os.path.abspath(__file__))
SOURCE = os.path.dirname(os.path.dirname(HERE))
sys.path[:0] = [HERE, os.path.dirname(HERE)]

from farend import FarEnd  # noqa: E402
from measure import machine_busy, process_cpu, wait_for_calm  # noqa: E402

REPO = "bench/one"
MB = 1_000_000
CLIENTS = 50
WAYS = {"nobody asks": None, "once a second": 1.0, "all the time": 0.0}


def options():
    parser = argparse.ArgumentParser(prog="./dev bench server", description="Measures what asking the local server costs while it archives.")
    parser.add_argument("--quick", action="store_true", help="a small file, one round: shows that the bench works, and nothing else")
    parser.add_argument("--runs", type=int, metavar="N", help="rounds (9)")
    parser.add_argument("--size", type=int, metavar="MB", help="of the file (2000)")
    parser.add_argument("--json", metavar="FILE", help="write everything that was measured")
    parser.add_argument("--patience", type=int, default=20, metavar="SECONDS", help="how long each run waits for a calm machine (20)")
    parser.add_argument("--seed", type=int, help="of the shuffling")
    return parser.parse_args()


class Served:
    """`hugger serve` on a fresh profile."""

    def __init__(self, program, folder, endpoint):
        kept = {name: value for name, value in os.environ.items()
                if not name.startswith(("HF_", "HUGGING", "XDG_", "DBUS_")) and not name.lower().endswith("_proxy")}
        self.profile = os.path.join(folder, "profile")
        self.process = subprocess.Popen([program, "--profile", self.profile, "--json", "--quiet", "serve", "--port", "0"], stdin=subprocess.DEVNULL,
                                        stdout=subprocess.PIPE, env={**kept, "HOME": folder, "HF_ENDPOINT": endpoint}, text=True)
        self.port = json.loads(self.process.stdout.readline())["serving"]["port"]
        with open(os.path.join(self.profile, "server.json"), encoding="utf-8") as file:
            self.headers = {"Authorization": f"Bearer {json.load(file)['token']}", "Content-Type": "application/json"}

    def call(self, method, path, body=None):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        try:
            connection.request(method, "/hugger/v1/" + path, None if body is None else json.dumps(body), self.headers)
            answer = connection.getresponse()
            return answer.status, json.loads(answer.read())
        finally:
            connection.close()

    def archive(self):
        """Seconds from the wish to its end."""
        while self.call("GET", "stores")[0] == 503:
            time.sleep(0.01)
        now = self.call("GET", "events?since=0")[1]["now"]
        begun = time.monotonic()
        status, made = self.call("POST", "jobs", {"kind": "model", "repo": REPO})
        if status != 201:
            raise RuntimeError(f"POST jobs: {status} {made}")
        while True:
            job = self.call("GET", f"jobs/{made['job']['id']}")[1]["job"]
            if job["state"] not in ("queued", "planning", "running", "finishing"):
                break
            now = self.call("GET", f"events?since={now}&wait=5")[1]["now"]
        if job["state"] not in ("done", "completed"):
            raise RuntimeError(f"It ended so: {job}")
        return time.monotonic() - begun

    def stop(self):
        self.process.send_signal(signal.SIGTERM)
        self.process.wait(60)
        self.process.stdout.close()


async def client(number, port, token, pause, until, found):
    """Asks on one connection until it is told to stop."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    path = f"/hugger/v1/repos/model/{REPO.replace('/', '%2F')}"
    request = f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nAuthorization: {token}\r\n\r\n".encode()
    await asyncio.sleep(pause * number / CLIENTS)
    while not until.is_set():
        begun = time.perf_counter()
        writer.write(request)
        head = await reader.readuntil(b"\r\n\r\n")
        length = next(int(line.split(b":")[1]) for line in head.split(b"\r\n") if line.lower().startswith(b"content-length"))
        await reader.readexactly(length)
        found.append(time.perf_counter() - begun)
        if not head.startswith(b"HTTP/1.1 200 "):
            raise RuntimeError(f"A client was told {head[:60]!r}")
        if pause:
            await asyncio.sleep(max(0.0, pause - (time.perf_counter() - begun)))
    writer.close()


async def ask_meanwhile(served, pause):
    """Archives, with that many clients asking. Seconds, and their latencies."""
    until, found = asyncio.Event(), []
    token = served.headers["Authorization"]
    clients = [] if pause is None else [asyncio.create_task(client(n, served.port, token, pause, until, found)) for n in range(CLIENTS)]
    seconds = await asyncio.to_thread(served.archive)
    until.set()
    await asyncio.gather(*clients)
    return seconds, found


def server_cpu(pid):
    """Seconds that the server's own thread of that process has run."""
    for task in os.listdir(f"/proc/{pid}/task"):
        with open(f"/proc/{pid}/task/{task}/stat", encoding="utf-8") as file:
            name, _, rest = file.read().partition("(")[2].rpartition(")")
        if name == "hugger server":
            return sum(map(int, rest.split()[11:13])) / os.sysconf("SC_CLK_TCK")
    raise RuntimeError("hugger has no thread of the server")


def measure(program, far_end, pause, patience):
    for _ in range(3):
        folder = tempfile.mkdtemp(prefix="hugger-bench-", dir=os.path.join(SOURCE, "build", "bench"))
        try:
            served = Served(program, folder, far_end.hub.url)
            try:
                wait_for_calm(patience)
                os.sync()
                busy, own, thread, far, begun = machine_busy(), process_cpu([served.process.pid]), server_cpu(served.process.pid), process_cpu(far_end.processes()), time.monotonic()
                mine = time.process_time()
                seconds, latencies = asyncio.run(ask_meanwhile(served, pause))
                whole = time.monotonic() - begun
                cpu, far, mine = process_cpu([served.process.pid]) - own, process_cpu(far_end.processes()) - far, time.process_time() - mine
                thread = server_cpu(served.process.pid) - thread
                others = max(0, machine_busy() - busy - cpu - far - mine) / (whole * os.cpu_count())
            finally:
                served.stop()
        finally:
            shutil.rmtree(folder, ignore_errors=True)
        if others <= 0.1 or not patience:
            break
    return {"seconds": seconds, "latencies": latencies, "cpu": cpu, "server": thread, "far": far, "clients": mine, "others": others}


def share(values, part):
    return sorted(values)[min(len(values) - 1, int(part * len(values)))] * 1000


def report(rows, size):
    quiet = [one["seconds"] for one in rows["nobody asks"]]
    print(f"\n{size} MB while {CLIENTS} clients ask about the repo; {os.cpu_count()} cores, shared with the clients and the far end."
          "\ns: until it is archived, median. ratio: to nobody asking in the same round, median. CPU: seconds of hugger, of these its server's thread,"
          "\nthe clients, the far end. ~: others used over a tenth.\n")
    print(f"  {'':14} {'s':>6} {'min - max':^15} {'ratio':>6} {'answers':>8} {'p50 ms':>7} {'p99 ms':>7} {'max ms':>7}   CPU")
    found = {}
    for way, runs in rows.items():
        seconds = [one["seconds"] for one in runs]
        all = [one for run in runs for one in run["latencies"]]
        ratio = statistics.median(one / other for one, other in zip(seconds, quiet))
        times = " ".join(f"{share(all, part):7.2f}" for part in (0.5, 0.99, 1)) if all else " " * 23
        cpu = ", ".join(f"{statistics.median(one[name] for one in runs):.2f}" for name in ("cpu", "server", "clients", "far"))
        print(f"  {way:14} {statistics.median(seconds):6.2f} {min(seconds):6.2f} - {max(seconds):<6.2f} {ratio:6.3f} {len(all):8} {times}   {cpu}"
              f"{'  ~' if max(one['others'] for one in runs) > 0.1 else ''}")
        found[way] = {"ratio": ratio, "p99": share(all, 0.99) if all else None}
    often = found["once a second"]
    aims = [("once a second: p99 under 20 ms", often["p99"], often["p99"] < 20), ("once a second: costs less than 5 %", often["ratio"], often["ratio"] < 1.05)]
    return aims


def main():
    asked = options()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))     # through every "finally"
    size = asked.size or (24 if asked.quick else 2000)
    runs = asked.runs or (1 if asked.quick else 9)
    program = os.environ.get("HUGGER_BINARY", os.path.join(SOURCE, "build", "release", "hugger"))
    dice = random.Random(asked.seed)
    scratch = tempfile.mkdtemp(prefix="hugger-bench-")
    far_end = FarEnd(os.path.join(SOURCE, "build", "bench", "quick" if asked.quick else "full"), scratch)
    rows = {way: [] for way in WAYS}
    try:
        far_end.start()
        far_end.through_nginx(REPO, far_end.add_big(REPO, 1, size * MB))
        for number in range(0 if asked.quick else -1, runs):
            for way in dice.sample(list(WAYS), len(WAYS)):
                measured = measure(program, far_end, WAYS[way], 0 if asked.quick else asked.patience)
                if number < 0:
                    continue
                rows[way].append(measured)
                print(f"bench: {number + 1}/{runs}: {way}: {rows[way][-1]['seconds']:.2f} s", file=sys.stderr, flush=True)
        aims = report(rows, size)
        if asked.quick:
            print("\nSizes this small say nothing about the aims.")
        else:
            print("\nAims\n" + "\n".join(f"  {'met ' if met else 'MISSED'}  {value:.3f}  {aim}" for aim, value, met in aims))
        if asked.json:
            with open(asked.json, "w", encoding="utf-8") as file:
                json.dump({"size": size, "clients": CLIENTS, "far_end": far_end.cdn, "rows": rows}, file, indent=1)
    except KeyboardInterrupt:
        sys.exit(130)
    finally:
        far_end.stop()
        shutil.rmtree(scratch, ignore_errors=True)


if __name__ == "__main__":
    main()
