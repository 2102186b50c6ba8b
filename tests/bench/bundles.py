# SPDX-FileCopyrightText: 2026 The hugger authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Export against tar, import against unpacking and sha256sum: on the disk alone, since that is where bundles go."""

import json
import os
import random
import shutil
import tarfile

from measure import Failed, run

TEXTS = 4               # files that get smaller
TEXT_SHARE = 0.05       # of all bytes
LEVEL = 3               # of zstd: hugger's own, and zstd's


def write_text(path, size, seed):
    """Lines such as a data set has; zstd makes about a quarter of them."""
    if os.path.exists(path) and os.path.getsize(path) == size:
        return
    dice = random.Random(seed)
    words = ["".join(dice.choices("abcdefghijklmnopqrstuvwxyz", k=dice.randint(2, 9))) for _ in range(2000)]
    lines = [json.dumps({"id": n, "text": " ".join(dice.choices(words, k=20))}) for n in range(5000)]
    with open(path, "w", encoding="ascii") as file:
        left = size
        while left > 0:
            line = dice.choice(lines) + "\n"
            left -= file.write(line[:left])


def add_repo(bench, count, size):
    files = bench.far_end.big_files(count, size)
    for n in range(TEXTS):
        path = os.path.join(bench.far_end.work, f"bundle-{n}.jsonl")
        write_text(path, int(count * size * TEXT_SHARE / TEXTS), n)
        files.append({"path": f"data/{n}.jsonl", "file": path, "lfs": True})
    bench.hub.add_repo("bench/bundle", [{key: one[key] for key in ("path", "file", "lfs")} for one in files])
    return bench.job("models", "bench/bundle")


def race(bench, case, where, folder, commands, size):
    """Everybody in every round into a fresh folder OUT, which is durable within the time."""
    out = os.path.join(folder, "out")
    rows = {name: [] for name in commands}
    for number in range(bench.runs):
        order = list(commands)
        bench.dice.shuffle(order)
        for name in order:
            for _ in range(3):
                shutil.rmtree(out, ignore_errors=True)
                os.makedirs(out)
                found = bench.measured(commands[name], bench.environment, folder, flush=out)
                if found["others"] <= 0.1 or not bench.patience:
                    break
            if sum(len(names) for _, _, names in os.walk(out)) == 0:
                raise Failed(f"{name} left nothing")
            rows[name].append(found)
            bench.say(f"{case}, {where}, {number + 1}/{bench.runs}: {name} {found['seconds']:.2f} s")
    shutil.rmtree(out, ignore_errors=True)
    for name, several in rows.items():
        bench.rows.append({"case": case, "where": where, "who": name, "bytes": size, "runs": several})


def bundle(bench):
    job = add_repo(bench, *bench.sizes["bundle"])
    where, place = next(iter(bench.places.items()))
    if shutil.disk_usage(place).free < 4 * job.bytes:
        bench.say(f"bundle is left out: {4 * job.bytes / 1e9:.0f} GB are needed in {place}")
        return
    folder = os.path.join(place, "run-bundle")
    profile = os.path.join(folder, "profile")
    out = os.path.join(folder, "out")
    os.makedirs(profile)
    try:
        run(bench.hugger.command(job, profile), bench.environment, folder)
        held = bench.hugger.found(job, profile)
        hugger = [bench.hugger.program, "--profile", profile, "--quiet", "export", "bench/bundle"]
        commands = {"hugger to tar.zst": [*hugger, f"{out}/h.tar.zst"], "hugger to tar": [*hugger, f"{out}/h.tar"],
                    "plain tar": ["tar", "-chf", f"{out}/t.tar", "-C", held, "."]}
        if shutil.which("zstd"):
            commands["tar --zstd"] = ["tar", "-I", f"zstd -{LEVEL}", "-chf", f"{out}/t.tar.zst", "-C", held, "."]
        else:
            bench.say("zstd is not here and takes no part")
        race(bench, "export", where, folder, commands, job.bytes)
        kept = os.path.join(folder, "kept.tar")
        run([*hugger, kept], bench.environment, folder)
        check_tar(kept, job)
        unpack = 'tar -xf "$1" -C "$2" && cd "$2"/kept && sha256sum -c --quiet manifest-sha256.txt'
        race(bench, "import", where, folder,
             {"hugger import": [bench.hugger.program, "--profile", f"{out}/profile", "--quiet", "import", kept],
              "tar x, sha256sum -c": ["sh", "-c", unpack, "sh", kept, out]}, job.bytes)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    ratio(bench, where, "export", "hugger to tar.zst", "tar --zstd", f"no more than that of tar --zstd -{LEVEL}", lambda value: value <= 1)
    ratio(bench, where, "import", "hugger import", "tar x, sha256sum -c", "less than that of tar x and sha256sum -c", lambda value: value < 1)


def check_tar(path, job):
    """It holds every file with its size, outside of every time."""
    with tarfile.open(path) as tar:
        sizes = {one.name.split(f"/{job.sha}/", 1)[-1]: one.size for one in tar if "/data/" in one.name}
    if sizes != {one["path"]: one["size"] for one in job.files}:
        raise Failed("hugger's tar does not hold what it should")


def ratio(bench, where, case, who, other, words, good):
    theirs = bench.seconds(case, where, other)
    if theirs:
        bench.aim(f"{case}: time of hugger / time of the other, {words}", bench.seconds(case, where, who) / theirs, good, where=where)
