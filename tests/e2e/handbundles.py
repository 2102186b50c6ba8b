# SPDX-FileCopyrightText: 2026 The hugger authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Bundles written by hand, without hugger: good ones in every form, for others to spoil."""

import copy
import gzip
import hashlib
import io
import json
import struct
import tarfile
import zipfile

TIME = "2026-11-20T21:30:23Z"
PAGE = 1000  # files of one answer of the Hub
WEIGHTS = bytes(range(256)) * 4096


def sha256(data):
    return hashlib.sha256(data).hexdigest()


def git_sha1(data):
    return hashlib.sha1(b"blob %d\0" % len(data) + data).hexdigest()


def json_bytes(value):
    return json.dumps(value, ensure_ascii=False, indent=1).encode()


def zstd(data):
    """A zstd frame of blocks that are not compressed, or of one byte over and over."""
    out = [struct.pack("<I", 0xFD2FB528), b"\x00\x58"]     # no checksum, a window of 2 MiB
    size = 1 << 17
    blocks = [data[at:at + size] for at in range(0, len(data), size)] or [b""]
    for number, block in enumerate(blocks):
        last = number == len(blocks) - 1
        same = len(block) > 1 and block.count(block[:1]) == len(block)
        out.append(struct.pack("<I", last | (1 if same else 0) << 1 | len(block) << 3)[:3] + (block[:1] if same else block))
    return b"".join(out)


class Bundle:
    """One snapshot of acme/tiny as a bundle. Change `contents`, `record` or `tree`, seal(), then `files` may be spoilt."""

    def __init__(self, contents=None, commit="a" * 40, repo="acme/tiny"):
        self.top = "good/"
        self.contents = contents if contents is not None else {
            "README.md": b"# Tiny\n", "config.json": b"{}", "empty": b"", "model.safetensors": WEIGHTS, "sub/data.txt": b"data\n"}
        self.place = f"models/{repo}/{commit}/"
        self.files = {}
        self.index = {"format": 1, "made_by": "hugger 0.1", "made_at": TIME, "needs": []}
        files = [{"path": path, "size": len(data), "sha256": sha256(data), "lfs": path.endswith("safetensors"),
                  "git_sha1": git_sha1(b"pointer " + data if path.endswith("safetensors") else data)}
                 for path, data in sorted(self.contents.items())]
        size = sum(len(data) for data in self.contents.values())
        self.record = {"format": 1, "kind": "model", "id": repo, "commit": commit, "revision": "main", "refs": ["main"],
                       "hub_id": "1" * 24, "endpoint": "http://127.0.0.1:1", "captured_at": TIME, "updated_at": TIME, "verified_at": None,
                       "selections": [], "license": {"ids": ["mit"], "name": "", "link": ""}, "gated": False, "private": False,
                       "tags": [], "last_modified": TIME, "hugger_version": "0.1.0", "notes": "", "own_tags": [],
                       "totals": {"files": len(files), "bytes": size, "listed_files": len(files), "listed_bytes": size}, "files": files}
        self.tree = [{"type": "file", "path": file["path"], "size": file["size"], "oid": file["git_sha1"]}
                     | ({"lfs": {"oid": file["sha256"], "size": file["size"], "pointerSize": 134}} if file["lfs"] else {})
                     for file in files]
        self.seal()

    def copy(self):
        return copy.deepcopy(self)

    def payload(self):
        return {path: data for path, data in self.files.items() if path.startswith("data/")}

    def seal(self):
        """Everything that says something about the rest, made of what the rest is now."""
        self.files = {f"data/{self.place}{path}": data for path, data in self.contents.items()}
        self.files[f"records/{self.place}record.json"] = json_bytes(self.record)
        for begin in range(0, len(self.tree) or 1, PAGE):
            self.files[f"records/{self.place}hub/tree-{begin // PAGE + 1:04}.json"] = json_bytes(self.tree[begin:begin + PAGE])
        self.files["HOW-TO-USE-THIS.txt"] = b"Read me.\n"
        self.files["bagit.txt"] = b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"
        return self.seal_lists()

    def seal_lists(self):
        payload = self.payload()
        size = sum(len(data) for data in payload.values())
        totals = self.record["totals"]
        self.index |= {"payload_files": len(payload), "payload_bytes": size, "snapshots": [
            {"kind": "model", "repo": self.record["id"], "commit": self.record["commit"], "revision": "main", "license": "mit",
             "files": totals["files"], "bytes": totals["bytes"], "complete": totals["files"] == totals["listed_files"]}]}
        self.files["hugger-bundle.json"] = json_bytes(self.index)
        self.files["bag-info.txt"] = b"Payload-Oxum: %d.%d\n" % (size, len(payload))
        self.files["manifest-sha256.txt"] = "".join(f"{sha256(data)}  {path}\n" for path, data in payload.items()).encode()
        return self.seal_tags()

    def seal_tags(self):
        self.files.pop("tagmanifest-sha256.txt", None)
        self.files["tagmanifest-sha256.txt"] = "".join(
            f"{sha256(data)}  {path}\n" for path, data in self.files.items() if not path.startswith("data/")).encode()
        return self

    def entries(self):
        """(name, bytes) in the order of a bundle: what says what comes, then what comes."""
        first = ["bagit.txt", "bag-info.txt", "hugger-bundle.json", "manifest-sha256.txt", "tagmanifest-sha256.txt"]
        rest = sorted(set(self.files) - set(first), key=lambda path: (path.startswith("data/"), path))
        return [(self.top + path, self.files[path]) for path in [*first, *rest] if path in self.files]

    def folder(self, folder):
        for path, data in self.files.items():
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_bytes(data)
        return folder

    def tar(self, *more, entries=None):
        """Its tar. `more`: (TarInfo or name, bytes) after all others."""
        out = io.BytesIO()
        with tarfile.open(fileobj=out, mode="w", format=tarfile.PAX_FORMAT) as tar:
            for name, data in [*(entries or self.entries()), *more]:
                info = name if isinstance(name, tarfile.TarInfo) else tarfile.TarInfo(name)
                if info.isreg():
                    info.size = len(data)
                tar.addfile(info, io.BytesIO(data))
        return out.getvalue()

    def zip(self, *more):
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, data in [*self.entries(), *more]:
                archive.writestr(name, data)
        return out.getvalue()

    def all_forms(self):
        """{name of a file: its bytes}"""
        tar = self.tar()
        return {"good.tar": tar, "good.tar.gz": gzip.compress(tar, 1), "good.tar.zst": zstd(tar), "good.zip": self.zip()}
