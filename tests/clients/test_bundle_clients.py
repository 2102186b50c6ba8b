# SPDX-FileCopyrightText: 2026 The hugger authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Carried over an air gap: exported from one profile, imported into a fresh one with the Hub gone, and read there by the real huggingface_hub."""

import json
import os
import subprocess
import sys
import tempfile
import unittest
import urllib.request

from held import Held, TreeCase, environment

HELD = Held()
unittest.addModuleCleanup(HELD.remove)
# What is read is the far side's store.
FAR = os.path.join(HELD.folder, "far")
HELD.cache = os.path.join(FAR, "store", "hub")
os.environ.update(environment(HELD))

import huggingface_hub  # noqa: E402 - reads the environment when imported
from huggingface_hub import errors  # noqa: E402

REVISIONS = [("models", "acme/tiny-llama", "main"), ("models", "acme/tiny-llama", "v1.0"), ("datasets", "acme/weather", "main")]
PARTIAL = "acme/tiny-llama-GGUF"
TRUTH = {}
RECORDS = {}


def records(store):
    found = {}
    for here, _, names in os.walk(os.path.join(store, "records")):
        if "record.json" in names:
            with open(os.path.join(here, "record.json"), "rb") as file:
                found[os.path.relpath(here, store)] = json.load(file)
    return found


def far(*arguments):
    """One command of the real program on the far side, where no Hub answers."""
    done = subprocess.run([os.environ["HUGGER_BINARY"], "--profile", FAR, "--json", *arguments], stdin=subprocess.DEVNULL,
                          env=os.environ | {"HF_ENDPOINT": "http://127.0.0.1:9"}, capture_output=True, text=True, timeout=300)
    if done.returncode != 0:
        raise AssertionError(f"hugger {' '.join(arguments)}: exit {done.returncode}\n{done.stdout}\n{done.stderr}")
    return json.loads(done.stdout)


def setUpModule():
    for kind, id, name in REVISIONS:
        TRUTH[kind, id, name] = HELD.truth(id, kind, name)
        HELD.archive(f"{'' if kind == 'models' else kind + '/'}{id}@{name}")
    TRUTH["models", PARTIAL, "main"] = HELD.truth(PARTIAL)
    HELD.archive(PARTIAL, "--include", "*Q4_K_M*", "--include", "README.md")
    HELD.hub.listen(False)
    bundle = os.path.join(HELD.folder, "carried.tar.zst")
    HELD.hugger("export", "acme/tiny-llama@main", "acme/tiny-llama@v1.0", "datasets/acme/weather", PARTIAL, bundle)
    RECORDS["near"] = records(HELD.store)
    os.rename(os.path.join(HELD.folder, "profile"), os.path.join(HELD.folder, "gone"))
    far("import", bundle)
    RECORDS["far"] = records(os.path.join(FAR, "store"))


class Carried(TreeCase):
    def test_the_hub_is_gone(self):
        with self.assertRaises(OSError):
            urllib.request.urlopen(HELD.hub.url, timeout=5)

    def test_snapshots(self):
        for kind, id, revision in REVISIONS:
            commit, files = TRUTH[kind, id, revision]
            for name in (revision, commit):
                with self.subTest(id=id, revision=name):
                    folder = huggingface_hub.snapshot_download(id, repo_type=kind[:-1], revision=name)
                    self.assertEqual(os.path.basename(folder), commit)
                    self.assert_tree(folder, files)

    def test_what_it_carries_is_odd(self):
        """The samples have what is hard to carry; if they lose it, this file tests less than it says."""
        files = TRUTH["datasets", "acme/weather", "main"][1]
        self.assertTrue(any(not path.isascii() for path in files), files)
        empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
        self.assertIn(empty, {digest for _, all_files in TRUTH.values() for digest in all_files.values()})
        one, two = (set(TRUTH["models", "acme/tiny-llama", name][1].values()) for name in ("main", "v1.0"))
        self.assertTrue(one & two, "the two revisions share no bytes")

    def test_partial(self):
        files = TRUTH["models", PARTIAL, "main"][1]
        only = [path for path in files if "Q4_K_M" in path or path == "README.md"]
        folder = os.path.dirname(huggingface_hub.hf_hub_download(PARTIAL, "README.md"))
        self.assert_tree(folder, files, only)
        missing = next(path for path in files if path not in only)
        with self.assertRaises(errors.LocalEntryNotFoundError):
            huggingface_hub.hf_hub_download(PARTIAL, missing)

    def test_records_are_the_same(self):
        self.assertEqual(set(RECORDS["near"]), set(RECORDS["far"]))
        for place, near in RECORDS["near"].items():
            other = RECORDS["far"][place]
            self.assertTrue(other["verified_at"])
            self.assertEqual(near | {"verified_at": 0}, other | {"verified_at": 0})

    def test_verify(self):
        found = far("verify")
        self.assertEqual((found["damaged"], found["missing"]), ([], []))

    def test_large(self):
        """5 GB there and back."""
        if "HUGGER_LONG" not in os.environ:
            self.skipTest("HUGGER_LONG=1 runs it")
        with tempfile.TemporaryDirectory(dir=HELD.folder) as folder:
            source = os.path.join(folder, "big")
            os.mkdir(source)
            with open(os.path.join(source, "model.safetensors"), "wb") as file:
                for _ in range(5):
                    file.write(os.urandom(1 << 30))
            snapshot = far("import", source, "--as", "acme/big")["snapshots"][0]
            bundle = os.path.join(folder, "big.tar.zst")
            far("export", "acme/big", bundle)
            place = os.path.join("records", "models", "acme", "big", snapshot["commit"])
            before = records(os.path.join(FAR, "store"))[place]
            far("remove", "acme/big", "--now", "--yes")
            self.assertNotIn(place, records(os.path.join(FAR, "store")))
            far("import", bundle)
            self.assertEqual(records(os.path.join(FAR, "store"))[place] | {"verified_at": 0}, before | {"verified_at": 0})
            found = far("verify", "acme/big")
            self.assertEqual((found["damaged"], found["missing"]), ([], []))
            folder = huggingface_hub.snapshot_download("acme/big", revision=snapshot["commit"])
            self.assertEqual(os.path.getsize(os.path.join(folder, "model.safetensors")), 5 << 30)


if __name__ == "__main__":
    sys.exit(unittest.main(verbosity=2))
