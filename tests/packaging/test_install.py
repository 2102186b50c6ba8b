# SPDX-FileCopyrightText: 2026 The hugger authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What `cmake --install` puts in place, and that it is what desktops and stores take."""

import configparser
import os
import pathlib
import re
import shutil
import subprocess
import tempfile
import unittest
import xml.etree.ElementTree

BINARY = pathlib.Path(os.environ["HUGGER_BINARY"])
SOURCE = pathlib.Path(os.environ["HUGGER_SOURCE_DIR"])
HAS_WINDOW = "HUGGER_GUI:BOOL=ON" in (BINARY.parent / "CMakeCache.txt").read_text()
ID = "io.github.hugger.Hugger"


def run(*command, **environment):
    return subprocess.run(command, env=os.environ | environment, text=True, capture_output=True, timeout=120)


class Install(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(cls.folder.cleanup)
        done = run("cmake", "--install", str(BINARY.parent), "--prefix", "/usr", DESTDIR=cls.folder.name)
        assert done.returncode == 0, done.stdout + done.stderr
        cls.usr = pathlib.Path(cls.folder.name) / "usr"
        cls.share = cls.usr / "share"

    def test_what_is_in_place(self):
        expected = {"bin/hugger", "share/man/man1/hugger.1", "share/bash-completion/completions/hugger",
                    "share/zsh/site-functions/_hugger", "share/systemd/user/hugger.service"}
        if HAS_WINDOW:
            expected |= {f"share/applications/{ID}.desktop", f"share/metainfo/{ID}.metainfo.xml",
                         f"share/icons/hicolor/scalable/apps/{ID}.svg",
                         f"share/icons/hicolor/symbolic/apps/{ID}-symbolic.svg"}
        found = {str(path.relative_to(self.usr)) for path in self.usr.rglob("*") if not path.is_dir()}
        self.assertEqual(found, expected)
        for path in self.usr.rglob("*"):
            mode = path.stat().st_mode & 0o777
            self.assertEqual(mode, 0o755 if path.is_dir() or path.parent.name == "bin" else 0o644, str(path))

    def test_unit_starts_what_was_installed(self):
        unit = configparser.ConfigParser(interpolation=None)
        unit.read(self.share / "systemd/user/hugger.service")
        self.assertEqual(unit["Service"]["ExecStart"], "/usr/bin/hugger serve")

    def test_installed_program_runs(self):
        done = run(self.usr / "bin" / "hugger", "--version")
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertRegex(done.stdout, r"^hugger \d+\.\d+\.\d+$")

    @unittest.skipUnless(HAS_WINDOW, "built without the window")
    def test_desktop_file(self):
        path = self.share / "applications" / f"{ID}.desktop"
        self.assertTrue(shutil.which("desktop-file-validate"), "desktop-file-utils is missing")
        done = run("desktop-file-validate", path)
        self.assertEqual((done.returncode, done.stdout + done.stderr), (0, ""))

        entry = configparser.RawConfigParser()
        entry.optionxform = str
        entry.read(path, encoding="utf-8")
        main = entry["Desktop Entry"]
        self.assertEqual(main["Icon"], ID)
        self.assertIn("x-scheme-handler/hugger", main["MimeType"])
        # Every command in there is one that the program understands.
        options = run(self.usr / "bin" / "hugger", "help", "--json").stdout
        for section in entry.sections():
            program, *words = entry[section]["Exec"].split()
            self.assertEqual(program, "hugger")
            for word in words:
                self.assertTrue(word == "%U" or f'"{word.removeprefix("--")}"' in options, word)

    @unittest.skipUnless(HAS_WINDOW, "built without the window")
    def test_metainfo(self):
        path = self.share / "metainfo" / f"{ID}.metainfo.xml"
        self.assertTrue(shutil.which("appstreamcli"), "appstream is missing")
        done = run("appstreamcli", "validate", "--no-net", "--explain", path)
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
        version = run(self.usr / "bin" / "hugger", "--version").stdout.split()[1]
        root = xml.etree.ElementTree.parse(path).getroot()
        self.assertEqual(root.find("releases/release").get("version"), version)
        self.assertEqual(root.find("launchable").text, f"{ID}.desktop")

    @unittest.skipUnless(HAS_WINDOW, "built without the window")
    def test_icons(self):
        for path in (self.share / "icons").rglob("*.svg"):
            root = xml.etree.ElementTree.parse(path).getroot()
            self.assertTrue(root.tag.endswith("svg"))
            text = path.read_text()
            # What draws icons for desktops loads nothing and runs nothing.
            self.assertNotRegex(text, r"<script|<image|@import|href=\"http")

    def test_man_page_is_of_this_version(self):
        page = (self.share / "man" / "man1" / "hugger.1").read_text()
        version = run(self.usr / "bin" / "hugger", "--version").stdout.split()[1]
        self.assertTrue(re.search(rf'^\.TH HUGGER 1 "[\d-]+" "hugger {re.escape(version)}"', page, re.M))


if __name__ == "__main__":
    unittest.main()
