# SPDX-FileCopyrightText: 2026 The hugger authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""python3 -m practicehub (with tests/ in PYTHONPATH), or python3 tests/practicehub"""

import argparse
import asyncio
import json
import os
import signal
import sys

if not __package__:
    sys.path[0] = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))

from practicehub.world import World  # noqa: E402


def size(text):
    units = {"k": 1 << 10, "m": 1 << 20, "g": 1 << 30}
    unit = units.get(text[-1:].lower())
    return int(float(text[:-1]) * unit) if unit else int(text)


def options(arguments=None):
    parser = argparse.ArgumentParser(prog="practicehub", description="A practice Hugging Face Hub and CDN on loopback.")
    parser.add_argument("--port", type=int, default=0, help="port of the Hub; 0 picks one")
    parser.add_argument("--cdn-port", type=int, default=0)
    parser.add_argument("--control-port", type=int, default=0)
    parser.add_argument("--until-eof", action="store_true", help="end when standard input is closed")
    parser.add_argument("--work", metavar="DIR", help="where generated files lie; kept, and used again by the next run")
    parser.add_argument("--big-size", type=size, default=48 << 20, help="size of the file in acme/big (48M)")
    parser.add_argument("--many", type=int, default=300, help="number of files in acme/many (300)")
    parser.add_argument("--samples", choices=["all", "none"], default="all")
    parser.add_argument("--rate-limits", choices=["real", "off"], default="off")
    parser.add_argument("--xet", choices=["on", "off"], default="on", help="announce Xet hashes as the Hub does")
    parser.add_argument("--faults", metavar="FILE", help="JSON list of fault rules to begin with")
    parser.add_argument("--log", metavar="FILE", help="append every request as a line of JSON")
    parser.add_argument("--tls", choices=["none", "hub", "both"], default="none")
    parser.add_argument("--tls-cert", metavar="FILE")
    parser.add_argument("--tls-key", metavar="FILE")
    return parser.parse_args(arguments)


def watch_input(loop, stopped):
    def readable():
        try:
            if os.read(0, 4096):
                return
        except OSError:
            pass
        loop.remove_reader(0)
        stopped.set()
    try:
        loop.add_reader(0, readable)
    except OSError:     # a file or /dev/null cannot be waited for: it is at its end
        stopped.set()


async def run(asked):
    world = World(asked)
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, world.stopped.set)
    try:
        print(json.dumps(await world.start()), flush=True)
        if asked.until_eof:
            watch_input(loop, world.stopped)
        await world.stopped.wait()
    finally:
        world.close()


if __name__ == "__main__":
    asyncio.run(run(options()))
