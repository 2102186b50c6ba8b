# SPDX-FileCopyrightText: 2026 The hugger authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A store with many snapshots, written from outside: the format is documented, and rebuild-catalog reads it."""

import hashlib
import json
import os
import random

from measure import run

FAMILIES = ["llama", "qwen", "mistral", "gemma", "phi", "falcon", "bert", "whisper", "stable-diffusion", "clip", "t5", "mamba", "yolo",
            "wav2vec", "deberta", "starcoder", "olmo", "bloom", "pythia", "roberta"]
SIZES = ["tiny", "small", "base", "large", "1b", "3b", "7b", "8b", "13b", "34b", "70b"]
FORMS = ["instruct", "chat", "code", "gguf", "awq", "gptq", "lora", "merged", "vision", "multilingual"]
LICENSES = ["apache-2.0", "mit", "llama3.1", "cc-by-4.0", "gemma", "openrail"]
CARDS = 200


def put_object(store, data):
    """An object as hugger keeps it; what a record says of it."""
    digest = hashlib.sha256(data).hexdigest()
    folder = os.path.join(store, "objects", "sha256", digest[:2])
    os.makedirs(folder, exist_ok=True)
    path = os.path.join(folder, digest)
    if not os.path.exists(path):
        with open(path, "wb") as file:
            file.write(data)
        os.chmod(path, 0o444)
    return {"size": len(data), "sha256": digest, "git_sha1": hashlib.sha1(b"blob %d\0" % len(data) + data).hexdigest(), "lfs": False}


def card(dice, number):
    words = [dice.choice(FAMILIES + SIZES + FORMS) for _ in range(60)]
    return f"---\nlicense: mit\n---\n\n# Card {number}\n\nThis model was trained on {' '.join(words)}.\n".encode()


def write_records(bench, folder, profile, count):
    """Archives one snapshot with hugger and writes `count` like it. Returns what to search for."""
    bench.hub.add_repo("bench/sample", [{"path": "README.md", "text": "---\nlicense: mit\n---\n# Sample\n"},
                                        {"path": "config.json", "text": "{}\n"}])
    job = bench.job("models", "bench/sample")
    run(bench.hugger.command(job, profile), bench.environment, folder)
    store = os.path.join(profile, "store")
    with open(os.path.join(store, "records", "models", "bench", "sample", job.sha, "record.json"), encoding="utf-8") as file:
        sample = json.load(file)

    dice = random.Random(7)
    config = {**put_object(store, b"{}\n"), "path": "config.json"}
    cards = [{**put_object(store, card(dice, n)), "path": "README.md"} for n in range(CARDS)]
    for n in range(count):
        family, size, form, license = (dice.choice(one) for one in (FAMILIES, SIZES, FORMS, LICENSES))
        id = f"org-{n % 977:03}/{family}-{size}-{form}-{n:06}"
        files = [cards[n % CARDS], config]
        commit = hashlib.sha1(id.encode()).hexdigest()
        total = sum(one["size"] for one in files)
        record = {**sample, "id": id, "commit": commit, "hub_id": f"{n:024x}", "tags": ["transformers", family, form, f"license:{license}"],
                  "license": {"ids": [license], "link": "", "name": ""}, "files": files,
                  "totals": {"bytes": total, "files": len(files), "listed_bytes": total, "listed_files": len(files)}}
        where = os.path.join(store, "records", "models", *id.split("/"), commit)
        os.makedirs(where)
        with open(os.path.join(where, "record.json"), "w", encoding="utf-8") as file:
            json.dump(record, file)
    return {"one id": id, "a family": "llama", "two words": "qwen gguf", "what is in all": "trained"}
