# SPDX-FileCopyrightText: 2026 The hugger authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The translations are complete, say nothing else than the sources do, and the sources say nothing else than they."""

import os
import pathlib
import re
import shutil
import subprocess
import tempfile
import unittest
import xml.etree.ElementTree

SOURCE = pathlib.Path(os.environ["HUGGER_SOURCE_DIR"])
LANGUAGES = ["de", "zh_CN"]
FOLDERS = ["core", "ui", "app"]
UPDATE = "./dev build --target update_translations"


def messages(path):
    """{(context, source, comment): element} of a .ts file"""
    found = {}
    for context in xml.etree.ElementTree.parse(path).getroot().iter("context"):
        for message in context.iter("message"):
            key = (context.findtext("name"), message.findtext("source"), message.findtext("comment") or "")
            found[key] = message
    return found


def forms(message):
    """What a message is translated as: one text, or one for each plural form."""
    translation = message.find("translation")
    if message.get("numerus") == "yes":
        return [form.text or "" for form in translation.iter("numerusform")]
    return [translation.text or ""]


def places(text):
    return sorted(re.findall(r"%L?[1-9]", text))


def tags(text):
    return sorted(re.findall(r"</?[a-zA-Z][^>]*>", text))


def mnemonics(text):
    return len(re.findall(r"&(?!&|[a-z]+;)\S", text.replace("&&", "")))


class Translations(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(cls.folder.cleanup)
        folder = pathlib.Path(cls.folder.name)
        lupdate = next(path for path in map(pathlib.Path, ("/usr/lib/qt6/bin/lupdate", shutil.which("lupdate") or "",
                                                           shutil.which("lupdate6") or "")) if path.is_file())
        for language, options in (("de", []), ("en", ["-pluralonly"])):
            done = subprocess.run([lupdate, "-silent", "-locations", "none", *options, f"-I{SOURCE}", f"-I{SOURCE / 'core'}",
                                   *(str(SOURCE / name) for name in FOLDERS),
                                   "-target-language", language, "-ts", str(folder / f"new_{language}.ts")],
                                  text=True, capture_output=True, timeout=300)
            assert done.returncode == 0, done.stderr
        cls.said = messages(folder / "new_de.ts")
        cls.plurals = messages(folder / "new_en.ts")

    def check_up_to_date(self, language, said):
        there = messages(SOURCE / "translations" / f"hugger_{language}.ts")
        self.assertEqual(sorted(set(said) - set(there)), [], f"not in hugger_{language}.ts; run {UPDATE}")
        self.assertEqual(sorted(set(there) - set(said)), [], f"only in hugger_{language}.ts; run {UPDATE}")

    def check_complete(self, language):
        open_ones = []
        for key, message in messages(SOURCE / "translations" / f"hugger_{language}.ts").items():
            if message.find("translation").get("type") or not all(forms(message)) or not forms(message):
                open_ones.append(key)
        self.assertEqual(open_ones, [], f"hugger_{language}.ts: not translated")

    def check_places(self, language):
        for (context, source, comment), message in messages(SOURCE / "translations" / f"hugger_{language}.ts").items():
            if message.find("translation").get("type"):
                continue
            for form in forms(message):
                with self.subTest(language=language, context=context, source=source, form=form):
                    self.assertEqual(places(form), places(source))
                    self.assertEqual(tags(form), tags(source))
                    self.assertEqual(mnemonics(form), mnemonics(source))
                    if message.get("numerus") != "yes":
                        self.assertNotRegex(form, "%L?n")
                    elif len(forms(message)) == 1 or form == forms(message)[-1]:
                        self.assertIn("%Ln" if "%Ln" in source else "%n", form)
                    if source == source.strip():
                        self.assertEqual(form, form.strip())
                    if source.endswith((".", "…", "...", ":")):
                        self.assertRegex(form, r"(\.|。|…|:|：|\.\.\.)$")

    def test_up_to_date(self):
        for language in LANGUAGES:
            self.check_up_to_date(language, self.said)
        self.check_up_to_date("en", self.plurals)

    def test_complete(self):
        for language in [*LANGUAGES, "en"]:
            self.check_complete(language)

    def test_places(self):
        for language in [*LANGUAGES, "en"]:
            self.check_places(language)


if __name__ == "__main__":
    unittest.main()
