#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The hugger authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Measures hugger against curl, aria2c and hf in one run, on this machine alone. ./dev bench starts it.

Everybody fetches the same repositories from the same far end into a fresh folder, in an order shuffled for every round, and is done when
its bytes are durable (sync -f of its folder is inside the time). Every result's SHA-256 is checked, outside the time.
"""

import argparse
import json
import os
import random
import shutil
import signal
import statistics
import sys
import tempfile
import time

sys.dont_write_bytecode = True
HERE = os.path.dirname(os.path.abspath(__file__))
SOURCE = os.path.dirname(os.path.dirname(HERE))
sys.path[:0] = [HERE, os.path.dirname(HERE)]

import peers  # noqa: E402
from cases import CASES, Bench  # noqa: E402
from farend import FarEnd  # noqa: E402
from measure import Failed  # noqa: E402

MB = 1_000_000
FULL = {"one": 2000 * MB, "capped": 2000 * MB, "rate": 8 * MB, "shards": (30, 64 * MB), "small": 20_000, "small_runs": 3,
        "verify": (4, 1000 * MB), "listing": 100_000, "catalog": 100_000, "bundle": (5, 1000 * MB)}
QUICK = {"one": 24 * MB, "capped": 16 * MB, "rate": 4 * MB, "shards": (5, 3 * MB), "small": 160, "small_runs": 1,
         "verify": (2, 16 * MB), "listing": 3_000, "catalog": 300, "bundle": (2, 4 * MB)}
MEMORY = 150


def options():
    parser = argparse.ArgumentParser(prog="./dev bench", description="Measures hugger against curl, aria2c and hf, on this machine alone.")
    parser.add_argument("--quick", action="store_true", help="small sizes, one run: shows that the bench works, and nothing else")
    parser.add_argument("--only", metavar="NAME", action="append", choices=list(CASES), help=f"one of {', '.join(CASES)}; may be repeated")
    parser.add_argument("--runs", type=int, metavar="N", help="rounds of each case (5; 3 of the small files)")
    parser.add_argument("--json", metavar="FILE", help="write everything that was measured")
    parser.add_argument("--place", choices=["disk", "tmpfs"], action="append", help="where to write; both unless told")
    parser.add_argument("--patience", type=int, default=20, metavar="SECONDS", help="how long each run waits for a calm machine (20), which "
                        "one that others disturbed all the same is done again for, twice at most; 0: neither")
    parser.add_argument("--seed", type=int, help="of the shuffling")
    return parser.parse_args()


def environment(scratch):
    """A person's environment without a person: no token, no proxy, no cache that is warm."""
    kept = {name: value for name, value in os.environ.items()
            if not name.startswith(("HF_", "HUGGING", "XDG_", "DBUS_")) and not name.lower().endswith("_proxy")}
    home = os.path.join(scratch, "home")
    os.makedirs(home)
    return {**kept, "HOME": home, "NO_PROXY": "127.0.0.1", "QT_QPA_PLATFORM": "offscreen"}


def make_places(asked, needed):
    """A folder on the disk and one in memory, both empty, both ours."""
    found = {}
    disk = os.path.join(SOURCE, "build", "bench")
    for where, parent in (("disk", disk), ("tmpfs", "/dev/shm")):
        if asked and where not in asked:
            continue
        os.makedirs(parent, exist_ok=True) if where == "disk" else None
        if not os.path.isdir(parent) or shutil.disk_usage(parent).free < needed:
            print(f"bench: {where} is left out: {needed / 1e9:.0f} GB are needed in {parent}", file=sys.stderr)
            continue
        found[where] = tempfile.mkdtemp(prefix="hugger-bench-", dir=parent)
    return found


def amount(seconds):
    return f"{seconds:.2f}" if seconds < 100 else f"{seconds:.0f}"


def row_line(row, best):
    runs = row["runs"]
    seconds = [one["seconds"] for one in runs]
    middle = statistics.median(seconds)
    gib = row["bytes"] / (1 << 30)
    cpu = statistics.median([one["cpu"] for one in runs])
    ratio = f"{middle / best:.2f}" if best else ""
    disturbed = max(one["others"] for one in runs)
    return (f"  {row['where']:5}  {row['who']:28} {amount(middle):>7}  {amount(min(seconds)):>6} - {amount(max(seconds)):<6} {ratio:>6}"
            f"  {amount(statistics.median([one['bare'] for one in runs])):>7}"
            f"  {row['bytes'] / middle / 1e6 if row['bytes'] else 0:>7.0f}"
            f"  {max(one['rss'] for one in runs) / 1e6:>6.0f}  {cpu / gib if gib > 0.01 else cpu:>7.2f}"
            f"  {statistics.median([one['far'] for one in runs]):>6.2f}  {'~' if disturbed > 0.1 else ''}")


def report(bench, versions, far_end, seed, quick):
    print(f"\nFar end: practice Hub; big files from {far_end.cdn} (capped: from the practice Hub's own CDN, which paces each connection;"
          "\nsmall files: from the Hub itself). It shares these cores with everybody.")
    print(f"{os.cpu_count()} cores, {'; '.join(versions)}; seed {seed}")
    print("aria2c: -x16 -s16 --file-allocation=none, -j16 for small files, --checksum where the Hub gives a SHA-256; curl: --parallel-max 16"
          "\nfor many files; hf: HF_HUB_DISABLE_XET=1. curl and hf prove nothing; aria2c what has a SHA-256; hugger everything. curl and aria2c are given the list.")
    print("\ns: median until everything is durable. ratio: to curl (verify: to one thread; capped: to aria2c; export: to plain"
          "\ntar; import: to tar x and sha256sum -c). bare: without the last sync."
          "\nCPU: seconds per GiB (per run where there are no bytes). far: the far end's CPU. ~: others used over a tenth of the machine.")
    print(f"\n  {'':5}  {'':28} {'s':>7}  {'min - max':^15} {'ratio':>6}  {'bare':>7}  {'MB/s':>7}  {'MB mem':>6}  {'CPU':>7}  {'far':>6}")
    yardstick = {"one": "curl", "shards": "curl", "small": "curl", "capped": "aria2c", "verify": "one thread", "export": "plain tar",
                 "import": "tar x, sha256sum -c"}
    case = None
    for row in bench.rows:
        if row["case"] != case:
            case = row["case"]
            print(case)
        print(row_line(row, bench.seconds(case, row["where"], yardstick.get(case, ""))))
    if not quick:
        print("\nAims")
        for aim in bench.aims:
            print(f"  {'met ' if aim['met'] else 'MISSED'}  {aim['value']:.2f} {aim['unit']:2}  {aim['aim']} ({aim['where']})")
    else:
        print("\nSizes this small say nothing about the aims.")
    print(flush=True)


def main():
    asked = options()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))     # through every "finally"
    sizes = QUICK if asked.quick else FULL
    seed = asked.seed if asked.seed is not None else random.SystemRandom().randrange(10_000)
    runs = asked.runs or (1 if asked.quick else 5)
    sizes = {**sizes, "small_runs": asked.runs or sizes["small_runs"]}
    hugger = os.environ.get("HUGGER_BINARY", os.path.join(SOURCE, "build", "release", "hugger"))
    clients = os.environ.get("HUGGER_CLIENTS", os.path.join(SOURCE, "build", "clients"))
    if not os.access(hugger, os.X_OK):
        sys.exit(f"bench: There is no program at {hugger}. ./dev bench builds it.")

    scratch = tempfile.mkdtemp(prefix="hugger-bench-")
    places = {}
    far_end = FarEnd(os.path.join(SOURCE, "build", "bench", "quick" if asked.quick else "full"), scratch)
    try:
        everyone, missing = peers.everybody(environment(scratch), hugger, os.path.join(clients, "venv", "bin", "hf"))
        for name in missing:
            print(f"bench: {name} is not here and takes no part", file=sys.stderr)
        places = make_places(asked.place, 3 * (max(sizes["one"], sizes["verify"][0] * sizes["verify"][1])))
        if not places:
            sys.exit("bench: There is no place with enough space.")
        versions = [f"{peer.version()}" for peer in everyone]
        far_end.start()
        for peer in everyone:
            peer.environment["HF_ENDPOINT"] = far_end.hub.url
        bench = Bench(far_end, everyone, everyone[0].environment, places, runs, sizes, random.Random(seed), 0 if asked.quick else asked.patience)
        begun = time.monotonic()
        for name in asked.only or CASES:
            CASES[name](bench)
        for row in bench.rows:
            if row["who"].startswith("hugger") and row["case"] != "listing":
                bench.aim(f"{row['case']}: {row['who']}, MB of memory, under {MEMORY}", max(one["rss"] for one in row["runs"]) / 1e6,
                          lambda value: value < MEMORY, "MB", row["where"])
        report(bench, versions, far_end, seed, asked.quick)
        if asked.json:
            with open(asked.json, "w", encoding="utf-8") as file:
                json.dump({"seed": seed, "cores": os.cpu_count(), "versions": versions, "far_end": far_end.cdn, "quick": asked.quick,
                           "sizes": sizes, "rows": bench.rows, "aims": bench.aims}, file, indent=1)
        print(f"bench: {time.monotonic() - begun:.0f} s", file=sys.stderr)
    except Failed as error:
        sys.exit(f"bench: {error}")
    except KeyboardInterrupt:
        sys.exit(130)
    finally:
        far_end.stop()
        for folder in (scratch, *places.values()):
            shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    main()
