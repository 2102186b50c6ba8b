# SPDX-FileCopyrightText: 2026 The hugger authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The extension's packages: what the stores check, and the same bytes again from the same sources."""

import json
import os
import pathlib
import subprocess
import sys
import tempfile
import unittest
import zipfile

SOURCE = pathlib.Path(os.environ["HUGGER_SOURCE_DIR"])


class Packages(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(folder.cleanup)
        cls.folders = [pathlib.Path(folder.name) / name for name in ("one", "two")]
        for place in cls.folders:
            done = subprocess.run([sys.executable, SOURCE / "packaging/extension/pack.py", place, os.environ["HUGGER_CLIENTS"]],
                                  text=True, capture_output=True, timeout=200)
            if done.returncode != 0:
                raise AssertionError(done.stdout + done.stderr)

    def package(self, store):
        return zipfile.ZipFile(next(self.folders[0].glob(f"hugger-*-{store}.zip")))

    def test_the_same_bytes_again(self):
        names = sorted(path.name for path in self.folders[0].iterdir())
        self.assertEqual([name.rsplit("-", 1)[1] for name in names], ["chrome.zip", "firefox.zip"])
        for name in names:
            one, two = (place.joinpath(name).read_bytes() for place in self.folders)
            self.assertEqual(one, two, name)

    def test_each_store_gets_its_own_manifest(self):
        manifests = {}
        for store in ("chrome", "firefox"):
            with self.package(store) as package:
                self.assertIsNone(package.testzip())
                manifests[store] = json.loads(package.read("manifest.json"))
        chrome, firefox = manifests["chrome"], manifests["firefox"]
        self.assertEqual(chrome["background"].keys() & {"service_worker", "scripts"}, {"service_worker"})
        self.assertEqual(firefox["background"].keys() & {"service_worker", "scripts"}, {"scripts"})
        self.assertNotIn("browser_specific_settings", chrome)
        self.assertIn("id", firefox["browser_specific_settings"]["gecko"])
        for key in ("version", "permissions", "host_permissions", "content_scripts", "content_security_policy"):
            self.assertEqual(chrome[key], firefox[key], key)

    def test_only_what_it_needs_is_in_it(self):
        with self.package("firefox") as package:
            entries = package.infolist()
        names = [entry.filename for entry in entries]
        self.assertEqual(names, sorted(names))
        self.assertFalse([name for name in names if "/." in "/" + name or name.endswith((".md", ".map", ".ts", ".mjs"))])
        self.assertEqual({entry.date_time for entry in entries}, {(2026, 1, 1, 0, 0, 0)})
        there = {path.relative_to(SOURCE / "extension").as_posix() for path in (SOURCE / "extension").rglob("*") if path.is_file()}
        self.assertEqual(there - set(names), there & {"README.md"})

    def test_it_asks_for_no_more_than_it_says(self):
        with self.package("chrome") as package:
            manifest = json.loads(package.read("manifest.json"))
        self.assertEqual(set(manifest["host_permissions"]),
                         {"https://huggingface.co/*", "https://hf.co/*", "http://127.0.0.1/*"})
        self.assertLessEqual(set(manifest["permissions"]), {"storage", "contextMenus", "alarms"})
        self.assertNotIn("externally_connectable", manifest)
        self.assertNotIn("web_accessible_resources", manifest)
        self.assertIn("script-src 'self'", manifest["content_security_policy"]["extension_pages"])


if __name__ == "__main__":
    unittest.main()
