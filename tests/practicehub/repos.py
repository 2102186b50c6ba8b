# SPDX-FileCopyrightText: 2026 The hugger authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Repositories as the Hub has them: files, commits with real git hashes, refs, access, renames, tokens."""

import datetime
import hashlib
import re

from . import cards
from .content import blob_sha1

KINDS = ("models", "datasets", "spaces")
FULL_SHA = re.compile(r"[0-9a-f]{40}")
SHORT_SHA = re.compile(r"[0-9a-f]{4,40}")
EPOCH = datetime.datetime(2026, 1, 1, 12, 0, 0, tzinfo=datetime.timezone.utc)
LFS_SUFFIXES = (".safetensors", ".bin", ".gguf", ".pt", ".pth", ".ckpt", ".pkl", ".onnx", ".parquet", ".zip", ".gz",
                ".h5", ".msgpack", ".npy", ".tar", ".zst", ".png", ".wav", ".model")
LFS_SIZE = 10 * 1024 * 1024


def stamp(moment):
    return moment.strftime("%Y-%m-%dT%H:%M:%S.000Z")


class FileEntry:
    __slots__ = ("path", "content", "lfs", "oid", "size", "entry", "drop", "security")

    def __init__(self, path, content, lfs=None, entry=None, drop=(), security=None):
        self.path = path
        self.content = content
        self.lfs = (path.endswith(LFS_SUFFIXES) or content.size > LFS_SIZE) if lfs is None else lfs
        self.oid = blob_sha1(content.pointer) if self.lfs else content.git_sha1
        self.size = content.size
        self.entry = entry        # fields of the listing to overwrite, for hostile ones
        self.drop = drop          # fields of the listing to leave out
        self.security = security

    @property
    def etag(self):
        return self.content.sha256 if self.lfs else self.oid

    def listing(self, xet):
        found = {"type": "file", "oid": self.oid, "size": self.size}
        if self.lfs:
            found["lfs"] = {"oid": self.content.sha256, "size": self.size, "pointerSize": len(self.content.pointer)}
            if xet:
                found["xetHash"] = self.content.xet_hash
        found["path"] = self.path
        if self.entry:
            found.update(self.entry)
        for name in self.drop:
            found.pop(name, None)
        return found


def git_trees(files):
    """({folder: tree sha1}, root sha1). Works for hostile paths too: a name may be a file and a folder."""
    root = {}
    for path, entry in files.items():
        node = root
        *folders, name = path.split("/")
        for folder in folders:
            node = node.setdefault((folder, True), {})
        node[(name, False)] = entry
    found = {}

    def write(node, path):
        rows = []
        for (name, is_folder), child in node.items():
            raw = name.encode("utf-8", "surrogatepass")
            if is_folder:
                oid = write(child, f"{path}/{name}" if path is not None else name)
                rows.append((raw + b"/", b"40000 " + raw + b"\0" + bytes.fromhex(oid)))
            else:
                rows.append((raw, b"100644 " + raw + b"\0" + bytes.fromhex(child.oid)))
        data = b"".join(row for _, row in sorted(rows))
        oid = hashlib.sha1(b"tree %d\0" % len(data) + data).hexdigest()
        if path is not None:
            found[path] = oid
        return oid

    return found, write(root, None)


class Commit:
    def __init__(self, files, parent, title, body="", author="acme", date=None, sha=None, raw_tree=None):
        self.files = files
        self.parent = parent
        self.title = title
        self.body = body
        self.author = author
        self.date = date
        self.raw_tree = raw_tree
        self.folders, tree = git_trees(files)
        if sha is None:
            who = f"{author} <{author}@users.noreply.huggingface.co> {int(date.timestamp())} +0000"
            text = f"tree {tree}\n" + (f"parent {parent.sha}\n" if parent else "")
            text += f"author {who}\ncommitter {who}\n\n{title}\n" + (f"\n{body}\n" if body else "")
            data = text.encode("utf-8", "surrogatepass")
            sha = hashlib.sha1(b"commit %d\0" % len(data) + data).hexdigest()
        self.sha = sha
        self._order = None
        self._last = None
        self.notes = {}   # what the info page derives from the files, kept

    def history(self):
        commit = self
        while commit:
            yield commit
            commit = commit.parent

    def order(self):
        """Every path, folders before what is in them, as (path, is_folder)."""
        if self._order is None:
            rows = [(path, False) for path in self.files] + [(path, True) for path in self.folders]
            rows.sort(key=lambda row: (row[0].split("/"), not row[1]))
            self._order = rows
        return self._order

    def below(self, base, recursive):
        rows = self.order()
        if base:
            start = base + "/"
            rows = [row for row in rows if row[0].startswith(start)]
        if not recursive:
            cut = len(base) + 1 if base else 0
            rows = [row for row in rows if "/" not in row[0][cut:]]
        return rows

    def last_change(self, path, is_folder):
        """The newest commit at which the path got what it has now."""
        if self._last is None:
            self._last = {}
        if (path, is_folder) not in self._last:
            def oid(commit):
                if is_folder:
                    return commit.folders.get(path)
                entry = commit.files.get(path)
                return entry.oid if entry else None
            mine = oid(self)
            at = self
            while at.parent and oid(at.parent) == mine:
                at = at.parent
            self._last[(path, is_folder)] = at
        return self._last[(path, is_folder)]

    def listing(self, path, is_folder, xet, expand=False):
        if is_folder:
            found = {"type": "directory", "oid": self.folders[path], "size": 0, "path": path}
        else:
            found = self.files[path].listing(xet)
        if expand:
            last = self.last_change(path, is_folder)
            found["lastCommit"] = {"id": last.sha, "title": last.title, "date": stamp(last.date)}
            if not is_folder:
                found["securityFileStatus"] = cards.security(self.files[path])
        return found


class Repo:
    def __init__(self, kind, id, serial):
        self.kind = kind
        self.id = id
        self.mongo_id = f"{0x65a0 << 80 | serial:024x}"
        self.commits = {}
        self.refs = {}               # full name -> sha
        self.private = False
        self.gated = False           # False, "auto", "manual"
        self.disabled = False        # False, True, "info" (the info page still answers)
        self.allowed = set()         # users on the list of a gated repo
        self.readers = set()         # users who may see a private repo
        self.created = EPOCH
        self.likes = serial % 97
        self.downloads = serial * 13 % 4999
        self.extra = {}              # info fields to overwrite
        self.default_branch = "main"

    def resolve(self, revision):
        """The commit a name means, or None. Accepts every spelling the Hub accepts."""
        if revision == "HEAD":
            revision = self.default_branch
        for full in (f"refs/heads/{revision}", f"refs/tags/{revision}"):
            if full in self.refs:
                return self.commits[self.refs[full]]
        if revision.startswith("refs/") and revision in self.refs:
            return self.commits[self.refs[revision]]
        if revision in self.commits:
            return self.commits[revision]
        if SHORT_SHA.fullmatch(revision):
            hits = [sha for sha in self.commits if sha.startswith(revision)]
            if len(hits) == 1:
                return self.commits[hits[0]]
        return None

    def names(self):
        """What may stand for a revision in a path, the longest first."""
        found = []
        for full in self.refs:
            for head in ("refs/heads/", "refs/tags/"):
                if full.startswith(head):
                    found.append(full[len(head):])
            found.append(full)
        return sorted(found, key=len, reverse=True)

    @property
    def head(self):
        sha = self.refs.get(f"refs/heads/{self.default_branch}") or next(iter(self.refs.values()), None)
        return self.commits[sha] if sha else None

    def commit(self, files=(), delete=(), ref="refs/heads/main", title="Update files", body="", parent="ref",
               replace=False, sha=None, date=None, author="acme", raw_tree=None):
        """Adds a commit on top of `parent` (the ref's own commit unless told) and moves the ref to it."""
        if parent == "ref":
            parent = self.refs.get(ref)
            parent = self.commits[parent] if parent else None
        elif isinstance(parent, str):
            parent = self.resolve(parent)
        now = {} if replace or parent is None else dict(parent.files)
        for path in delete:
            now.pop(path, None)
        for entry in files:
            now[entry.path] = entry
        if date is None:
            date = (parent.date if parent else self.created) + datetime.timedelta(hours=7, minutes=11)
        made = Commit(now, parent, title, body, author, date, sha, raw_tree)
        self.commits[made.sha] = made
        if ref:
            self.refs[ref] = made.sha
        return made


class User:
    def __init__(self, name, token, plan="free", role="read", orgs=()):
        self.name = name
        self.token = token
        self.plan = plan
        self.role = role
        self.orgs = list(orgs)


class Registry:
    """Everything there is on this Hub."""

    def __init__(self):
        self.repos = {}      # (kind, id) -> Repo
        self.folded = {}     # (kind, lower id) -> id
        self.moved = {}      # (kind, id) -> id
        self.users = {}      # token -> User
        self.objects = {}    # xet hash -> Content
        self.serial = 0

    def add(self, kind, id):
        if kind not in KINDS:
            raise ValueError(f"kind must be one of {', '.join(KINDS)}")
        if (kind, id) in self.repos:
            raise ValueError(f"{kind}/{id} is there already")
        self.serial += 1
        repo = Repo(kind, id, self.serial)
        self.repos[(kind, id)] = repo
        self.folded[(kind, id.lower())] = id
        return repo

    def get(self, kind, id):
        try:
            return self.repos[(kind, id)]
        except KeyError:
            raise ValueError(f"there is no {kind}/{id}") from None

    def remove(self, kind, id):
        self.get(kind, id)
        del self.repos[(kind, id)]
        self.folded.pop((kind, id.lower()), None)

    def rename(self, kind, id, to):
        repo = self.get(kind, id)
        if (kind, to) in self.repos:
            raise ValueError(f"{kind}/{to} is there already")
        self.remove(kind, id)
        repo.id = to
        self.repos[(kind, to)] = repo
        self.folded[(kind, to.lower())] = to
        self.moved[(kind, id)] = to
        self.moved.pop((kind, to), None)

    def now_called(self, kind, id):
        """Where an id that is not there leads: a rename, a legacy id, another letter case. None when nowhere."""
        seen = set()
        at = id
        while (kind, at) in self.moved and at not in seen and (kind, at) not in self.repos:
            seen.add(at)
            at = self.moved[(kind, at)]
        at = self.folded.get((kind, at.lower()), at)
        return at if at != id and (kind, at) in self.repos else None
