# SPDX-FileCopyrightText: 2026 The hugger authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a file holds: bytes, a file on disk, or a seeded blob that is written to the work folder once."""

import functools
import hashlib
import json
import os
import random
import tempfile

BLOCK = 1024 * 1024


def blob_sha1(data):
    return hashlib.sha1(b"blob %d\0" % len(data) + data).hexdigest()


class Content:
    """Contents are immutable: their hashes are computed once, when first asked for."""
    size = 0

    def read(self, offset, count):
        raise NotImplementedError

    def file(self):
        """An open file whose bytes are exactly these, for sendfile, or None."""
        return None

    def blocks(self):
        for offset in range(0, self.size, BLOCK):
            yield self.read(offset, min(BLOCK, self.size - offset))

    @functools.cached_property
    def sha256(self):
        digest = hashlib.sha256()
        for block in self.blocks():
            digest.update(block)
        return digest.hexdigest()

    @functools.cached_property
    def git_sha1(self):
        digest = hashlib.sha1(b"blob %d\0" % self.size)
        for block in self.blocks():
            digest.update(block)
        return digest.hexdigest()

    @functools.cached_property
    def pointer(self):
        return (f"version https://git-lfs.github.com/spec/v1\noid sha256:{self.sha256}\nsize {self.size}\n").encode()

    @functools.cached_property
    def xet_hash(self):
        """Not the real Merkle hash, only something of its shape that is not the SHA-256."""
        return hashlib.sha256(b"xet " + self.sha256.encode()).hexdigest()


class BytesContent(Content):
    def __init__(self, data):
        self.data = bytes(data)
        self.size = len(self.data)

    def read(self, offset, count):
        return self.data[offset:offset + count]


class FileContent(Content):
    def __init__(self, path, known=None):
        self.path = path
        self.size = os.path.getsize(path)
        self._file = None
        for name, value in (known or {}).items():
            self.__dict__[name] = value

    def file(self):
        if self._file is None:
            self._file = open(self.path, "rb")
        return self._file

    def read(self, offset, count):
        return os.pread(self.file().fileno(), count, offset)


class Corrupted(Content):
    """Another content of the same size in which some bytes are wrong."""

    def __init__(self, base, places):
        self.base = base
        self.size = base.size
        self.places = [place % base.size if base.size else 0 for place in places]

    def read(self, offset, count):
        data = bytearray(self.base.read(offset, count))
        for place in self.places:
            if offset <= place < offset + len(data):
                data[place - offset] ^= 0xFF
        return bytes(data)


def generated_bytes(seed, size):
    return random.Random(f"practice {seed}").randbytes(size)


def generated_blocks(seed, size, prefix):
    """`prefix`, then noise, in all `size` bytes. No two blocks are alike, so pieces in the wrong place are noticed."""
    base = generated_bytes(seed, BLOCK)
    twice = base + base
    left = size
    if prefix:
        yield prefix[:left]
        left -= min(left, len(prefix))
    number = 0
    while left > 0:
        turn = (number * 7919) % BLOCK
        stamp = hashlib.sha256(f"{seed} {number}".encode()).digest()
        block = stamp + twice[turn + len(stamp):turn + BLOCK]
        yield block[:left]
        left -= BLOCK
        number += 1


def generated(work, seed, size, prefix=b""):
    """The same seed, size and prefix give the same content on every machine and in every run."""
    if size <= BLOCK:
        return BytesContent(b"".join(generated_blocks(seed, size, prefix)))
    name = hashlib.sha256(f"{seed} {size} ".encode() + prefix).hexdigest()[:24]
    path = os.path.join(work, f"blob-{name}")
    try:
        with open(path + ".json", encoding="ascii") as note:
            known = json.load(note)
        if os.path.getsize(path) == size:
            return FileContent(path, known)
    except (OSError, ValueError):
        pass
    os.makedirs(work, exist_ok=True)
    digest = hashlib.sha256()
    with tempfile.NamedTemporaryFile(dir=work, delete=False) as out:
        for block in generated_blocks(seed, size, prefix):
            digest.update(block)
            out.write(block)
    os.replace(out.name, path)
    known = {"sha256": digest.hexdigest()}
    with tempfile.NamedTemporaryFile("w", dir=work, delete=False) as note:
        json.dump(known, note)
    os.replace(note.name, path + ".json")
    return FileContent(path, known)
