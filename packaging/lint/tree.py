#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The hugger authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What no compiler says: who may include whom, how long a file may be, habits that are not ours."""

import re
import subprocess
import sys
from pathlib import Path

# A room of core uses only rooms before it; the last two stand side by side.
ROOMS = ["base", "net", "hub", "fetch", "store", "catalog", "archive"]
ALLOWED = {room: set(ROOMS[: index + 1]) for index, room in enumerate(ROOMS)}
for last in ("watch", "bundle"):
    ALLOWED[last] = {*ROOMS, last}
# What a program with an event loop uses stands on all of them.
ALLOWED["engine"] = {*ROOMS, "watch", "bundle", "engine"}

# Qt modules that a part of the tree does not use, whatever it links.
FORBIDDEN_QT = {
    "core": ["QtGui", "QtWidgets", "QtHttpServer"],
    "ui": ["QtSql", "QtNetwork", "QtHttpServer"],
}

MAX_LINES = {".cpp": 800, ".h": 800, ".py": 800, ".js": 800, ".sh": 800}

# (where, what, why)
HABITS = [
    (r"^(core|app|ui)/", r"\b(SIGNAL|SLOT)\(", "connect by pointer, not by string"),
    (r"^(core|app|ui)/", r"\bQEventLoop\b|\bprocessEvents\b|\bQCoro::waitFor\b", "no nested event loop"),
    (r"^(core|app|ui)/", r"\bwaitFor(ReadyRead|BytesWritten|Connected|Finished)\(", "wait by signal or co_await"),
    (r"^(core|app|ui|tests)/.*\.(cpp|h)$", r"\bqSleep\(|\bsleep_for\(|\bQThread::m?sleep\(", "wait for what should happen"),
    (r"^(core|app|ui)/.*\.(cpp|h)$", r"QCryptographicHash::Sha256", "SHA-256 comes from core/base/hash.h"),
]

# Spelt so that this file does not find itself.
MARK = re.compile(r"\b(TO" r"DO|FIX" r"ME|XX" r"X|HA" r"CK)\b")
SOURCE = {".cpp", ".h", ".py", ".js", ".sh", ".sql", ".cmake", ".html", ".css", ".md", ""}
INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]', re.MULTILINE)


def project_files():
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"], check=True, capture_output=True, text=True
    )
    return [Path(name) for name in listed.stdout.split("\0") if name and Path(name).is_file()]


def qt_headers():
    """The header names of each Qt module, as they are installed here."""
    folder = subprocess.run(["qmake6", "-query", "QT_INSTALL_HEADERS"], check=True, capture_output=True, text=True).stdout
    modules = {module for forbidden in FORBIDDEN_QT.values() for module in forbidden}
    return {module: {path.name for path in (Path(folder.strip()) / module).glob("*")} for module in modules}


def check_includes(path, text, qt):
    top = path.parts[0]
    for kind, name in INCLUDE.findall(text):
        first = name.split("/")[0]
        if kind == "<":
            for module in FORBIDDEN_QT.get(top, []):
                if first == module or name in qt[module]:
                    yield f"{top}/ does not use {module} ({name})"
            continue
        if "/" not in name and not name.endswith(".moc"):
            yield f'"{name}": say the folder too, as in "base/error.h"'
        if top in ("core", "ui") and first == "app" or top == "core" and first == "ui" or first == "tests":
            yield f'{top}/ does not include "{name}"'
        room = path.parts[1] if top == "core" else None
        if room in ALLOWED and first in ALLOWED and first not in ALLOWED[room]:
            yield f'core/{room} comes before core/{first} and does not include "{name}"'


def check(path, qt):
    try:
        text = path.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        return
    if path.suffix in (".cpp", ".h") and path.parts[0] in ("core", "app", "ui"):
        yield from check_includes(path, text, qt)
    lines = text.count("\n")
    limit = MAX_LINES.get(path.suffix)
    if limit and lines > limit:
        yield f"{lines} lines; split what is over {limit}"
    if path.suffix not in SOURCE or path.parts[0] == "LICENSES":
        return
    for number, line in enumerate(text.splitlines(), 1):
        if "\t" in line:
            yield f"line {number}: a tab"
        if MARK.search(line):
            yield f"line {number}: finish it, or file an issue"
        for where, what, why in HABITS:
            if re.search(where, path.as_posix()) and re.search(what, line):
                yield f"line {number}: {why}"


def main():
    qt = qt_headers()
    findings = [f"{path}: {finding}" for path in project_files() for finding in check(path, qt)]
    print("\n".join(findings), end="\n" if findings else "")
    return 1 if findings else 0


sys.exit(main())
