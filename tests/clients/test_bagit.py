# SPDX-FileCopyrightText: 2026 The hugger authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Python's bagit and sha256sum take what hugger exports for a whole bag, and notice when it is not."""

import os
import shutil
import subprocess
import tarfile
import tempfile
import unittest
import warnings
import zipfile

import bagit
from held import Held

HELD = Held()
unittest.addModuleCleanup(HELD.remove)
ODD = "acme/odd-names"
ODD_FILES = ["50% off.txt", "%25.txt", "a*b?.txt", "\"quoted\" <x>|.txt", "Grüße/你好.txt", "n/e\u0301.txt", "n/\u00e9.txt", " leading.txt",
             "Twin.txt", "twin.txt", "ends with\u00a0", "~tilde.txt", "-dash.txt", "x" * 200 + "/" + "y" * 200 + ".txt", "$HOME `x`.txt"]
PARTIAL = "acme/tiny-llama-GGUF"
WHOLE = ("acme/tiny-llama", "datasets/acme/weather", ODD)


def setUpModule():
    HELD.hub.add_repo(ODD, [{"path": "empty.bin", "text": ""}, *({"path": path, "text": f"this is {path}\n"} for path in ODD_FILES)])
    for what in WHOLE:
        HELD.archive(what)
    HELD.archive(PARTIAL, "--include", "*.md")
    HELD.hub.stop()


class Bags(unittest.TestCase):
    def setUp(self):
        warnings.filterwarnings("ignore", category=DeprecationWarning, module="bagit")     # of newer Pythons, about itself
        self.folder = tempfile.mkdtemp(prefix="hugger-bags-")
        self.addCleanup(shutil.rmtree, self.folder)

    def export(self, name, *options):
        target = os.path.join(self.folder, name)
        HELD.hugger("export", *WHOLE, PARTIAL, target, *options)
        return target

    def sha256sum(self, bag):
        for manifest in ("manifest-sha256.txt", "tagmanifest-sha256.txt"):
            done = subprocess.run(["sha256sum", "--check", "--strict", "--quiet", manifest], cwd=bag, capture_output=True, text=True)
            self.assertEqual((done.returncode, done.stdout + done.stderr), (0, ""))

    def assert_valid(self, bag):
        found = bagit.Bag(bag)
        found.validate(processes=1)
        self.assertEqual(found.version_info, (1, 0))
        self.assertTrue(found.info["Bag-Software-Agent"].startswith("hugger "))
        self.assertEqual(len(found.info["External-Identifier"]), len(WHOLE) + 1)
        self.assertTrue(found.has_oxum())
        self.sha256sum(bag)

    def test_folder(self):
        self.assert_valid(self.export("bag"))

    def test_tar(self):
        with tarfile.open(self.export("it.tar")) as tar:
            self.assertEqual({(one.mode, one.uid, one.gid, one.uname, one.gname) for one in tar}, {(0o644, 0, 0, "", "")})
            tar.extractall(self.folder, filter="data")
        self.assert_valid(os.path.join(self.folder, "it"))

    def test_tar_gz(self):
        subprocess.run(["tar", "-xzf", self.export("it.tar.gz")], cwd=self.folder, check=True)
        self.assert_valid(os.path.join(self.folder, "it"))

    def test_zip(self):
        with zipfile.ZipFile(self.export("it.zip")) as archive:
            self.assertIsNone(archive.testzip())
            archive.extractall(self.folder)
        self.assert_valid(os.path.join(self.folder, "it"))

    def test_volumes(self):
        target = self.export("it.tar", "--split", "1MB")
        subprocess.run(["sha256sum", "--check", "--quiet", target + ".sha256"], cwd=self.folder, check=True)
        subprocess.run("cat it.tar.[0-9]* > it.tar && tar -xf it.tar", shell=True, cwd=self.folder, check=True)
        self.assertTrue(os.path.exists(target + ".002"))
        self.assert_valid(os.path.join(self.folder, "it"))

    def test_damage_is_noticed(self):
        bag = self.export("bag")
        with open(os.path.join(bag, "manifest-sha256.txt"), encoding="utf-8") as file:
            path = next(line.rstrip("\n")[66:] for line in file if line.rstrip("\n").endswith(".safetensors"))
        with open(os.path.join(bag, path), "r+b") as file:
            file.seek(100)
            byte = file.read(1)
            file.seek(100)
            file.write(bytes([byte[0] ^ 1]))
        with self.assertRaises(bagit.BagValidationError):
            bagit.Bag(bag).validate(processes=1)


if __name__ == "__main__":
    unittest.main()
