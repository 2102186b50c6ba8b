#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The hugger authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs every fuzzer for so many seconds, side by side. ./dev fuzz starts it. What was found stays in the folder: the corpus, which the
next run goes on with, and the inputs that something did not survive, which belong into a unit test."""

import pathlib
import re
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
sys.dont_write_bytecode = True
sys.path.insert(0, str(HERE))

from seeds import SEEDS  # noqa: E402

SHOWN = 3_000


def start(name, programs, folder, seconds):
    corpus, seeds, crashes = (folder / part / name for part in ("corpus", "seeds", "crashes"))
    for one in (corpus, seeds, crashes):
        one.mkdir(parents=True, exist_ok=True)
    for old in [*seeds.iterdir(), *crashes.iterdir()]:
        old.unlink()
    for number, seed in enumerate(SEEDS[name]):
        (seeds / f"{number:03}").write_bytes(seed)
    log = folder / f"{name}.log"
    command = [str(programs / f"fuzz_{name}"), f"-max_total_time={seconds}", "-timeout=10", "-rss_limit_mb=1500", "-max_len=16384",
               f"-dict={HERE / name}.dict", f"-artifact_prefix={crashes}/", "-print_final_stats=1", "-verbosity=1", str(corpus), str(seeds)]
    with open(log, "wb") as output:
        return log, crashes, subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=output, stderr=subprocess.STDOUT)


def report(name, log, crashes, code):
    """One line, and what to do about it where something was found. True when nothing was."""
    said = log.read_text(errors="replace")
    runs = re.search(r"number_of_executed_units:\s*(\d+)", said)
    covered = re.findall(r"cov: (\d+)", said)
    print(f"fuzz: {name}: {runs[1] if runs else 'an unknown number of'} inputs, {covered[-1] if covered else 0} edges covered")
    if code == 0 and runs and int(runs[1]) > 0:
        return True
    begin = max(said.find(sign) for sign in ("It does not hold", "==ERROR", "runtime error", "ERROR: libFuzzer"))
    print(f"fuzz: {name} ended with {code}. From {log}:\n{said[max(0, begin - 500):][:SHOWN] if begin >= 0 else said[-SHOWN:]}")
    for found in sorted(crashes.iterdir()):
        print(f"fuzz: {found}\n      {found.read_bytes()[:1000]!r}")
    return False


def main():
    programs, folder, seconds = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]), int(sys.argv[3])
    running = {name: start(name, programs, folder, seconds) for name in SEEDS}
    try:
        ended = {name: process.wait() for name, (_, _, process) in running.items()}
    except BaseException:       # Ctrl-C
        for _, _, process in running.values():
            process.kill()
        raise
    good = [report(name, log, crashes, ended[name]) for name, (log, crashes, _) in running.items()]
    return 0 if all(good) else 1


if __name__ == "__main__":
    sys.exit(main())
