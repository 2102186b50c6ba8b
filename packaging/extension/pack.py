#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The hugger authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""pack.py OUT CLIENTS: checks the extension as the stores do, and makes a package for each of them in OUT.

CLIENTS is where ./dev installs the packages of other people (web-ext, puppeteer-core). The same sources give the same bytes.
"""

import argparse
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile

TOP = pathlib.Path(__file__).resolve().parents[2]
SOURCE = TOP / "extension"
KINDS = {".css", ".html", ".js", ".json", ".png", ".svg"}
UNPACKED = {"README.md"}    # for people who read the sources
STAMP = (2026, 1, 1, 0, 0, 0)


class Wrong(Exception):
    pass


def version():
    return re.search(r"project\(\s*\w+\s+VERSION\s+([\d.]+)", (TOP / "CMakeLists.txt").read_text())[1]


def files():
    """{name in the package: bytes}, sorted."""
    found = {}
    for path in sorted(SOURCE.rglob("*")):
        name = path.relative_to(SOURCE).as_posix()
        if path.is_dir() or name in UNPACKED:
            continue
        if path.is_symlink() or any(part.startswith(".") for part in name.split("/")) or path.suffix not in KINDS:
            raise Wrong(f"extension/{name} is nothing that goes into a package")
        found[name] = path.read_bytes()
    return found


def manifest_for(store, manifest):
    """What one store takes: each warns about the keys of the other."""
    made = json.loads(json.dumps(manifest))
    if store == "chrome":
        del made["background"]["scripts"]
        del made["browser_specific_settings"]
    else:
        del made["background"]["service_worker"]
        made.pop("minimum_chrome_version", None)
    return json.dumps(made, indent=4, ensure_ascii=False).encode() + b"\n"


def named_in(value):
    """Every file that a manifest names."""
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list):
        return {name for one in value for name in named_in(one)}
    return {value.lstrip("/")} if isinstance(value, str) and re.fullmatch(r"/?[\w/-]+\.(js|html|css|png|svg)", value) else set()


def contents(store):
    found = files()
    manifest = json.loads(found["manifest.json"])
    if manifest["version"] != version():
        raise Wrong(f"extension/manifest.json says {manifest['version']}, hugger is {version()}")
    found["manifest.json"] = manifest_for(store, manifest)
    absent = named_in(json.loads(found["manifest.json"])) - found.keys()
    if absent:
        raise Wrong(f"extension/manifest.json names what is not there: {', '.join(sorted(absent))}")
    return found


def write_zip(path, found):
    part = path.with_name(path.name + ".part")
    with zipfile.ZipFile(part, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as package:
        for name in sorted(found):
            entry = zipfile.ZipInfo(name, STAMP)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 3
            entry.external_attr = 0o100644 << 16
            package.writestr(entry, found[name], compresslevel=9)
    os.replace(part, path)


def unpack(folder, found):
    for name, data in found.items():
        place = folder / name
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(data)


def lint_firefox(folder, clients):
    done = subprocess.run(
        [clients / "node_modules/.bin/web-ext", "lint", "--source-dir", folder, "--output", "json", "--no-config-discovery",
         "--no-input"], env=os.environ | {"NO_UPDATE_NOTIFIER": "1"}, capture_output=True, text=True)
    try:
        found = json.loads(done.stdout)
    except ValueError:
        raise Wrong(f"web-ext lint did not run: {done.stderr[-2000:]}{done.stdout[-2000:]}") from None
    said = [f"{one['_type']}: {one.get('file', '')}:{one.get('line', '')} {one['code']}: {one['message']} {one.get('description', '')}"
            for kind in ("errors", "warnings", "notices") for one in found[kind]]
    if said:
        raise Wrong("web-ext lint:\n" + "\n".join(said))


def load_chrome(folder, clients):
    done = subprocess.run(["node", pathlib.Path(__file__).with_name("loadinchrome.mjs"), folder],
                          env=os.environ | {"HUGGER_CLIENTS": str(clients)}, capture_output=True, text=True)
    if done.returncode != 0:
        raise Wrong(f"Chromium: {done.stdout}{done.stderr}")


def main():
    parser = argparse.ArgumentParser(description="Check the extension and make its packages.")
    parser.add_argument("out", type=pathlib.Path)
    parser.add_argument("clients", type=pathlib.Path)
    asked = parser.parse_args()
    asked.out.mkdir(parents=True, exist_ok=True)
    for store, check in (("chrome", load_chrome), ("firefox", lint_firefox)):
        found = contents(store)
        folder = pathlib.Path(tempfile.mkdtemp(prefix=f"hugger-{store}-"))
        try:
            unpack(folder, found)
            check(folder, asked.clients.resolve())
        finally:
            shutil.rmtree(folder, ignore_errors=True)
        package = asked.out / f"hugger-{version()}-{store}.zip"
        write_zip(package, found)
        print(f"{package}  {len(found)} files, {package.stat().st_size} bytes")


try:
    main()
except Wrong as wrong:
    sys.exit(str(wrong))
