# SPDX-FileCopyrightText: 2026 The hugger authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the client tests read: an archive made by the real hugger from a practice Hub that is then switched off."""

import hashlib
import json
import os
import shutil
import subprocess
import tempfile
import unittest

from practicehub.client import PracticeHub

KINDS = {"models": "", "datasets": "datasets/", "spaces": "spaces/"}


def sha256(path):
    with open(path, "rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


class Held:
    """A profile of its own, and the practice Hub it is filled from."""

    def __init__(self):
        self.folder = tempfile.mkdtemp(prefix="hugger-clients-")
        self.store = os.path.join(self.folder, "profile", "store")
        self.cache = os.path.join(self.store, "hub")
        self.home = os.path.join(self.folder, "hf-home")
        self.hub = PracticeHub("--big-size", "2M", "--many", "10").start()

    def remove(self):
        self.hub.stop()
        shutil.rmtree(self.folder)

    def hugger(self, *arguments):
        """One command of the real program; its JSON."""
        environment = {**os.environ, "HF_ENDPOINT": self.hub.url}
        done = subprocess.run([os.environ["HUGGER_BINARY"], "--profile", os.path.join(self.folder, "profile"), "--json", *arguments],
                              env=environment, stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=300)
        if done.returncode != 0:
            raise AssertionError(f"hugger {' '.join(arguments)}: exit {done.returncode}\n{done.stdout}\n{done.stderr}")
        return json.loads(done.stdout)

    def archive(self, what, *options):
        return self.hugger("archive", what, *options)["snapshot"]

    def truth(self, id, kind="models", revision="HEAD"):
        """SHA-256 by path, and the commit, as the practice Hub knows them."""
        found = self.hub.repo(id, kind, revision)
        return found["sha"], {one["path"]: one["sha256"] for one in found["files"]}


def environment(held):
    """Reads the view and nothing else: variables for this process, before a client library is imported, or for another one."""
    return {"HF_HUB_CACHE": held.cache, "HF_HUB_OFFLINE": "1", "HF_HOME": held.home, "HF_ENDPOINT": held.hub.url,
            "HF_HUB_DISABLE_XET": "1", "HF_HUB_DISABLE_TELEMETRY": "1", "HF_HUB_DISABLE_UPDATE_CHECK": "1",
            "HF_HUB_DISABLE_PROGRESS_BARS": "1", "HF_HUB_DISABLE_IMPLICIT_TOKEN": "1", "NO_PROXY": "127.0.0.1", "NO_COLOR": "1"}


class TreeCase(unittest.TestCase):
    def assert_tree(self, folder, files, only=None):
        """The folder holds exactly these files, with these bytes."""
        wanted = {path: digest for path, digest in files.items() if only is None or path in only}
        found = {}
        for at, _, names in os.walk(folder):
            for name in names:
                path = os.path.join(at, name)
                found[os.path.relpath(path, folder)] = sha256(path)
        self.assertEqual(found, wanted)
