# SPDX-FileCopyrightText: 2026 The hugger authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What is measured. Each case gives rows: {case, where, who, runs: [what measure.run says], bytes}, and notes on the aims."""

import hashlib
import json
import os
import shutil
import statistics
import sys
import time

from bundles import bundle
from measure import Failed, output, run, wait_for_calm
from peers import Job

CONNECTIONS = 16


def median(values):
    return statistics.median(values)


class Bench:
    """What the cases share: places, the far end, who takes part, how often."""

    def __init__(self, far_end, peers, environment, places, runs, sizes, dice, patience):
        self.far_end = far_end
        self.peers = peers
        self.environment = environment
        self.places = places        # {"disk": folder, "tmpfs": folder}
        self.runs = runs
        self.sizes = sizes
        self.dice = dice
        self.patience = patience
        self.rows = []
        self.aims = []

    @property
    def hub(self):
        return self.far_end.hub

    @property
    def hugger(self):
        return self.peers[0]

    def say(self, text):
        print("bench: " + text, file=sys.stderr, flush=True)

    def job(self, kind, id):
        truth = self.hub.repo(id, kind)
        return Job(self.hub.url, kind, id, truth["sha"], truth["files"])

    def measured(self, command, environment, folder, flush=None):
        """One run in a calm machine; one that others disturbed is done again by the caller, who looks at `others`."""
        wait_for_calm(self.patience)
        os.sync()
        return run(command, environment, folder, flush, self.far_end.processes())

    def fetch(self, peer, job, place):
        """One fetch into a fresh folder, checked outside the time."""
        for attempt in range(3):
            folder = os.path.join(place, f"run-{peer.name}")
            shutil.rmtree(folder, ignore_errors=True)
            out = os.path.join(folder, "out")
            os.makedirs(out)
            try:
                found = self.measured(peer.command(job, out), peer.environment, folder, flush=out)
                check(job, peer.found(job, out), peer.name)
            finally:
                shutil.rmtree(folder, ignore_errors=True)
            if found["others"] <= 0.1 or not self.patience:
                break
        return found

    def race(self, case, job, peers, runs):
        """Everybody in every round, in a new order each time."""
        for where, place in self.places.items():
            rows = {peer.name: [] for peer in peers}
            for number in range(runs):
                order = list(peers)
                self.dice.shuffle(order)
                for peer in order:
                    found = self.fetch(peer, job, place)
                    rows[peer.name].append(found)
                    self.say(f"{case}, {where}, {number + 1}/{runs}: {peer.name} {found['seconds']:.2f} s")
            for name, several in rows.items():
                self.rows.append({"case": case, "where": where, "who": name, "bytes": job.bytes, "runs": several})

    def seconds(self, case, where, who):
        for row in self.rows:
            if (row["case"], row["where"], row["who"]) == (case, where, who):
                return median([one["seconds"] for one in row["runs"]])
        return None

    def aim(self, text, value, good, unit="", where=""):
        self.aims.append({"aim": text, "where": where, "value": value, "unit": unit, "met": bool(good(value))})


def check(job, folder, who):
    """Every file has the bytes the Hub says; more than one megabyte a second, so outside of every time."""
    for one in job.files:
        path = os.path.join(folder, one["path"])
        try:
            with open(path, "rb") as file:
                digest = hashlib.file_digest(file, "sha256").hexdigest()
        except OSError as error:
            raise Failed(f"{who} left no {one['path']}: {error}") from error
        if digest != one["sha256"]:
            raise Failed(f"{who}: the bytes of {one['path']} are wrong")


# The cases


def one_file(bench):
    files = bench.far_end.add_big("bench/one", 1, bench.sizes["one"])
    bench.far_end.through_nginx("bench/one", files)
    job = bench.job("models", "bench/one")
    bench.race("one", job, bench.peers, bench.runs)
    bench.hub.clear_faults()
    for where in bench.places:
        curl = bench.seconds("one", where, "curl")
        if curl:
            bench.aim("one file: time of hugger / time of curl, at most 1.15", bench.seconds("one", where, "hugger") / curl,
                      lambda value: value <= 1.15, where=where)


def capped(bench):
    """So many bytes per second and connection, paced by the practice Hub's CDN. curl and hf use one connection: arithmetic."""
    rate = bench.sizes["rate"]
    bench.far_end.add_big("bench/capped", 1, bench.sizes["capped"])
    bench.hub.throttle(connection=rate)
    job = bench.job("models", "bench/capped")
    bench.race("capped", job, [peer for peer in bench.peers if peer.name in ("hugger", "aria2c")], bench.runs)
    bench.hub.throttle()
    ideal = job.bytes / (CONNECTIONS * rate)
    for where in bench.places:
        bench.aim(f"capped: share of what {CONNECTIONS} connections allow ({ideal:.1f} s), at least 0.95",
                  ideal / bench.seconds("capped", where, "hugger"), lambda value: value >= 0.95, where=where)


def shards(bench):
    count, size = bench.sizes["shards"]
    files = bench.far_end.add_big("bench/shards", count, size)
    bench.far_end.through_nginx("bench/shards", files)
    bench.race("shards", bench.job("models", "bench/shards"), bench.peers, bench.runs)
    bench.hub.clear_faults()


def small(bench):
    """Regular files, 4 to 64 KiB, from the Hub itself."""
    count = bench.sizes["small"]
    sizes = [4096, 8192, 12288, 16384, 24576, 32768, 49152, 65536]
    rest = count
    for n, size in enumerate(sizes):
        part = rest // (len(sizes) - n)
        rest -= part
        files = {"count": part, "size": size, "prefix": f"data/{size // 1024}k", "per_folder": 500}
        if n == 0:
            bench.hub.add_repo("bench/small", kind="datasets", many=files)
        else:
            bench.hub.commit("bench/small", kind="datasets", many=files)
    bench.race("small", bench.job("datasets", "bench/small"), bench.peers, bench.sizes["small_runs"])
    for where in bench.places:
        hf = bench.seconds("small", where, "hf")
        if hf:
            bench.aim("small files: time of hf / time of hugger, at least 3", hf / bench.seconds("small", where, "hugger"),
                      lambda value: value >= 3, where=where)


HASH = """
import hashlib, sys
block = bytearray(1 << 20)
view = memoryview(block)
for path in sys.argv[1:]:
    digest = hashlib.sha256()
    with open(path, "rb", buffering=0) as file:
        while count := file.readinto(block):
            digest.update(view[:count])
"""


def verify(bench):
    """Held objects in the page cache: hugger against one thread of the same libcrypto over the same files."""
    count, size = bench.sizes["verify"]
    bench.far_end.through_nginx("bench/verify", bench.far_end.add_big("bench/verify", count, size))
    job = bench.job("models", "bench/verify")
    for where, place in bench.places.items():
        folder = os.path.join(place, "run-verify")
        profile = os.path.join(folder, "out")
        os.makedirs(profile)
        try:
            run(bench.hugger.command(job, profile), bench.environment, folder)
            held = bench.hugger.found(job, profile)
            paths = [os.path.join(held, one["path"]) for one in job.files]
            commands = {"hugger verify": [bench.hugger.program, "--profile", profile, "--quiet", "verify"],
                        "one thread": [sys.executable, "-c", HASH, *paths]}
            for command in commands.values():       # once for the page cache
                run(command, bench.environment, folder)
            rows = {name: [] for name in commands}
            for _ in range(bench.runs):
                order = list(commands)
                bench.dice.shuffle(order)
                for name in order:
                    rows[name].append(bench.measured(commands[name], bench.environment, folder))
                    bench.say(f"verify, {where}: {name} {rows[name][-1]['seconds']:.2f} s")
        finally:
            shutil.rmtree(folder, ignore_errors=True)
        for name, several in rows.items():
            bench.rows.append({"case": "verify", "where": where, "who": name, "bytes": job.bytes, "runs": several})
        bench.aim(f"verify: times the speed of one thread of SHA-256, on {os.cpu_count()} cores, at least 1.7",
                  bench.seconds("verify", where, "one thread") / bench.seconds("verify", where, "hugger verify"),
                  lambda value: value >= 1.7, where=where)
    bench.hub.clear_faults()


def listing(bench):
    count = bench.sizes["listing"]
    bench.hub.add_repo("bench/listing", kind="datasets", many={"count": count, "size": 128, "prefix": "data", "per_folder": 1000})
    where, place = next(iter(bench.places.items()))
    folder = os.path.join(place, "run-listing")
    os.makedirs(folder)
    try:
        several = []
        for _ in range(bench.runs):
            shutil.rmtree(os.path.join(folder, "out"), ignore_errors=True)
            several.append(bench.measured([bench.hugger.program, "--profile", os.path.join(folder, "out"), "--quiet", "archive",
                                           "datasets/bench/listing", "--dry-run"], bench.environment, folder))
            bench.say(f"listing of {count} files: {several[-1]['seconds']:.2f} s")
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    bench.rows.append({"case": "listing", "where": where, "who": "hugger", "bytes": 0, "runs": several})
    bench.aim(f"listing of {count} files: MB of memory, under 300", max(one["rss"] for one in several) / 1e6,
              lambda value: value < 300, "MB", where)


def catalog(bench):
    """So many snapshots, from records; the time of a search, and of a program start that searches nothing."""
    from records import write_records
    count = bench.sizes["catalog"]
    where, place = list(bench.places.items())[-1]
    folder = os.path.join(place, "run-catalog")
    profile = os.path.join(folder, "out")
    os.makedirs(profile)
    base = [bench.hugger.program, "--profile", profile, "--quiet"]
    try:
        begun = time.monotonic()
        words = write_records(bench, folder, profile, count)
        bench.say(f"wrote {count} records in {time.monotonic() - begun:.0f} s")
        rebuild = bench.measured([*base, "rebuild-catalog"], bench.environment, folder)
        bench.say(f"rebuild-catalog of {count} snapshots: {rebuild['seconds']:.1f} s")
        bench.rows.append({"case": "catalog", "where": where, "who": "rebuild-catalog", "bytes": 0, "runs": [rebuild]})
        commands = {"start only": [*base, "search", "zzzz-nothing-like-it"],
                    **{f"search {name}": [*base, "search", *several.split()] for name, several in words.items()}}
        for name, several in words.items():
            run([*base, "--json", "search", *several.split()], bench.environment, folder)
            found = len(json.loads(output(folder))["snapshots"])
            if not found or (name == "one id" and found != 1):
                raise Failed(f"search {several} found {found} snapshots")
        times = {name: [] for name in commands}
        for _ in range(max(9, bench.runs)):
            order = list(commands)
            bench.dice.shuffle(order)
            for name in order:
                times[name].append(run(commands[name], bench.environment, folder))
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    for name, several in times.items():
        bench.rows.append({"case": "catalog", "where": where, "who": name, "bytes": 0, "runs": several})
    slowest = max(median([one["seconds"] for one in several]) for several in times.values())
    bench.aim(f"catalog of {count} snapshots: ms of the slowest search, with starting the program, under 50", slowest * 1000,
              lambda value: value < 50, "ms", where)


CASES = {"one": one_file, "capped": capped, "shards": shards, "small": small, "verify": verify, "listing": listing, "catalog": catalog,
         "bundle": bundle}
