# SPDX-FileCopyrightText: 2026 The hugger authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Bundles that somebody made to do harm, or that something happened to on the way."""

import dataclasses
import gzip
import io
import struct
import tarfile
import zipfile
import zlib

from handbundles import Bundle, json_bytes, sha256, zstd

REFUSED = 6
NOT_A_BUNDLE = 2
DISK = 7


@dataclasses.dataclass
class Hostile:
    name: str
    files: dict             # file name: bytes; the first one is imported
    says: str               # part of the sentence the user gets
    code: int = REFUSED


def tar_case(name, says, *more, bundle=None, file="x.tar"):
    return Hostile(name, {file: (bundle or Bundle()).tar(*more)}, says)


def special(name, kind, link="", mode=0o644):
    info = tarfile.TarInfo(name)
    info.type, info.linkname, info.mode = kind, link, mode
    return info


def names():
    """Entries whose name or kind is the harm."""
    for name, path, says in [
            ("traversal", "good/data/../../../evil", '".."'), ("traversal-first", "../evil", '".."'), ("absolute", "/evil", "an absolute path"),
            ("backslash", "good/data\\evil", "a backslash"), ("drive-letter", "C:/evil", "a drive letter"), ("dot-git", "good/data/.git/hooks/post-checkout", '".git"'),
            ("device-name", "good/data/con.txt", "keeps for a device"), ("trailing-dot", "good/data/evil.", "ends in a dot"),
            ("empty-segment", "good/data//evil", "an empty folder name"), ("control", "good/data/ev\x1bil", "control or broken"),
            ("overlong-segment", "good/data/" + "n" * 256, "longer than 255 bytes"), ("overlong-path", "good/data/" + "/".join(["m" * 200] * 12), "longer than 2048 bytes"),
            ("too-deep", "good/data/" + "d/" * 80 + "evil", "folders deep"), ("outside-its-folder", "evil", "outside the folder of the bundle"),
            ("unknown-tag-file", "good/evil.txt", "has no place in a bundle"), ("case-twin", "good/BAGIT.TXT", "has no place in a bundle"),
            ("case-twin-record", f"good/records/{Bundle().place}RECORD.JSON", "has no place in a bundle"),
            ("duplicate", f"good/data/{Bundle().place}config.json", "there twice"), ("duplicate-tag", "good/bagit.txt", "there twice"),
            ("file-and-folder", f"good/data/{Bundle().place}config.json/x", "as a file and as a folder"), ("folder-and-file", "good/data", "as a file and as a folder"),
            ("extra-payload", f"good/data/{Bundle().place}evil", "the manifest does not list it")]:
        yield tar_case(name, says, (path, b"evil"))
    for name, kind, says in [("symlink", tarfile.SYMTYPE, "a symbolic link"), ("hardlink", tarfile.LNKTYPE, "a hard link"),
                             ("character-device", tarfile.CHRTYPE, "a device"), ("block-device", tarfile.BLKTYPE, "a device"),
                             ("fifo", tarfile.FIFOTYPE, "a named pipe")]:
        yield tar_case(name, says, (special("good/data/evil", kind, "good/bagit.txt"), b""))
    yield tar_case("through-a-symlink", '"good/data/link": it is a symbolic link', (special("good/data/link", tarfile.SYMTYPE, "../.."), b""),
                   ("good/data/link/evil", b"evil"))
    for name, mode in (("setuid", 0o4755), ("setgid", 0o2755), ("sticky", 0o1755)):
        yield tar_case(name, "setuid, setgid or sticky", (special("good/data/evil", tarfile.REGTYPE, mode=mode), b"evil"))
    # What tarfile would not write.
    good = Bundle().tar(("good/data/NAME", b"evil"))
    yield Hostile("not-utf8", {"x.tar": rename(good, b"good/data/NAME", b"good/data/N\xff\xfeE")}, "not valid Unicode")
    yield Hostile("nul-in-name", {"x.tar": Bundle().tar((pax("good/data/\0../evil"), b"evil"))}, "good/data")


def pax(path):
    info = tarfile.TarInfo("good/data/plain")
    info.pax_headers = {"path": path}
    return info


def rename(tar, old, new):
    """In a header, with its checksum."""
    at = tar.index(old)
    header = bytearray(tar[at:at + 512])
    header[:len(old)] = new
    header[148:156] = b" " * 8
    header[148:156] = b"%06o\0 " % sum(header)
    return tar[:at] + bytes(header) + tar[at + 512:]


def spoil(name, says, change, seal=None):
    bundle = Bundle()
    change(bundle)
    if seal:
        getattr(bundle, seal)()
    return Hostile(name, {"x.tar": bundle.tar()}, says)


def lies():
    """The lists and the record against the bytes."""
    place = Bundle().place
    config, record, tree = f"data/{place}config.json", f"records/{place}record.json", f"records/{place}hub/tree-0001.json"

    def set_file(path, data):
        return lambda bundle: bundle.files.__setitem__(path, data)

    def in_file(path, old, new):
        return lambda bundle: bundle.files.__setitem__(path, bundle.files[path].replace(old, new))

    def in_record(**changes):
        return lambda bundle: bundle.record["files"][1].update(changes)

    def without(path):
        return lambda bundle: bundle.files.pop(path)

    manifest = "manifest-sha256.txt"
    yield spoil("other-bytes", f'"good/{config}": its bytes are not', set_file(config, b"[]"))
    yield spoil("other-size", "its record says 2", set_file(config, b"{} "))
    yield spoil("manifest-hash", "no record lists it", in_file(manifest, sha256(b"{}").encode(), b"0" * 64), "seal_tags")
    yield spoil("record-hash", "config.json", in_record(sha256="0" * 64), "seal")
    yield spoil("record-size", "record.json", in_record(size=3), "seal")
    yield spoil("record-git-hash", "config.json", lambda b: (b.record["files"][1].update(git_sha1="0" * 40), b.tree[1].update(oid="0" * 40)), "seal")
    yield spoil("missing-payload", f'"{config}": it is missing', without(config))
    yield spoil("missing-payload-and-line", "config.json", without(config), "seal_lists")
    yield spoil("payload-of-no-record", "no record lists it", set_file(f"data/{place}evil", b"evil"), "seal_lists")
    yield spoil("manifest-traversal", '".."', in_file(manifest, b"data/", b"../data/"), "seal_tags")
    yield spoil("manifest-outside-data", "not in data/", lambda b: b.files.__setitem__(manifest, b.files[manifest] + f"{sha256(b'{}')}  bagit.txt\n".encode()), "seal_tags")
    yield spoil("manifest-garbage", "manifest-sha256.txt", in_file(manifest, b"  data/", b"\x00"), "seal_tags")
    yield spoil("manifest-line-twice", "manifest-sha256.txt", lambda b: b.files.__setitem__(manifest, b.files[manifest] * 2), "seal_tags")
    yield spoil("no-manifest", "manifest-sha256.txt", without(manifest), "seal_tags")
    yield spoil("no-tag-manifest", "tagmanifest-sha256.txt", without("tagmanifest-sha256.txt"))
    yield spoil("tampered-tag-file", '"HOW-TO-USE-THIS.txt": its bytes are not', set_file("HOW-TO-USE-THIS.txt", b"Run this as root.\n"))
    yield spoil("tag-file-nobody-proves", "the tag manifest does not list it", lambda b: (b.files.__setitem__("other-names.txt", b"")))
    yield spoil("no-bagit", "bagit.txt", without("bagit.txt"), "seal_tags")
    yield spoil("bagit-version", "version 2.0", set_file("bagit.txt", b"BagIt-Version: 2.0\nTag-File-Character-Encoding: UTF-8\n"), "seal_tags")
    yield spoil("bagit-garbage", "bagit.txt", set_file("bagit.txt", b"\xff\xfe\x00"), "seal_tags")
    yield spoil("bagit-encoding", "UTF-16", set_file("bagit.txt", b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-16\n"), "seal_tags")
    yield spoil("oxum", "bag-info.txt", set_file("bag-info.txt", b"Payload-Oxum: 1.1\n"), "seal_tags")
    yield spoil("oxum-garbage", "bag-info.txt", set_file("bag-info.txt", b"Payload-Oxum: -1.x\n"), "seal_tags")
    yield spoil("no-record", "record.json", without(record), "seal_tags")
    yield spoil("record-elsewhere", "record.json", lambda b: b.files.__setitem__(record.replace("a" * 40, "b" * 40), b.files.pop(record)), "seal_tags")
    yield spoil("record-of-another-commit", "record.json", lambda b: b.files.__setitem__(record, b.files[record].replace(b"a" * 40, b"b" * 40)), "seal_tags")
    yield spoil("record-nobody-announced", "has no place", lambda b: b.files.__setitem__("records/models/evil/evil/" + "c" * 40 + "/record.json", b"{}"), "seal_tags")
    yield spoil("record-path", '../../evil', in_record(path="../../evil"), "seal")
    yield spoil("record-path-absolute", "/evil", in_record(path="/evil"), "seal")
    yield spoil("record-garbage", "record.json", set_file(record, b"{" * 100_000), "seal_tags")
    yield spoil("record-repo", "record.json", lambda b: b.files.__setitem__(record, b.files[record].replace(b"acme/tiny", b"../../etc")), "seal_tags")
    yield spoil("tree-broken", "tree-0001.json", set_file(tree, b"<!DOCTYPE html><html>"), "seal_tags")
    yield spoil("tree-deep", "tree-0001.json", set_file(tree, b"[" * 10_000 + b"]" * 10_000), "seal_tags")
    yield spoil("tree-disagrees", "config.json", lambda b: b.tree[1].update(size=3), "seal")
    yield spoil("tree-has-more", "tree-0001.json", lambda b: b.tree.append({"type": "file", "path": "more", "size": 1, "oid": "0" * 40}), "seal")
    yield spoil("answer-name", "has no place", set_file(f"records/{place}hub/evil.sh", b"{}"), "seal_tags")
    yield spoil("answer-empty", "commits.json", set_file(f"records/{place}hub/commits.json", b""), "seal_tags")
    yield spoil("answer-too-large", "it may be 67.1 MB large", set_file(f"records/{place}hub/commits.json", b" " * ((64 << 20) + 1)), "seal_tags")
    yield spoil("index-garbage", "hugger-bundle.json", set_file("hugger-bundle.json", b"[]"), "seal_tags")
    for name, change, says in [
            ("index-counts", {"payload_files": 3}, "promises more or less"), ("index-bytes", {"payload_bytes": 3}, "promises more or less"),
            ("index-empty", {"snapshots": []}, "no snapshot"), ("index-newer", {"format": 99}, "newer hugger"),
            ("needs-nobodys", {"needs": [{"sha256": "0" * 64, "size": 1}]}, "no record lists")]:
        bundle = Bundle()
        bundle.files["hugger-bundle.json"] = json_bytes(bundle.index | change)
        yield Hostile(name, {"x.tar": bundle.seal_tags().tar()}, says, 1 if name == "index-newer" else REFUSED)
    bundle = Bundle()
    bundle.index["needs"] = [{"sha256": file["sha256"], "size": file["size"]} for file in bundle.record["files"][:2]]
    for file in bundle.record["files"][:2]:
        bundle.files.pop(f"data/{place}{file['path']}")
    other = bundle.seal_lists()
    yield Hostile("not-held-here", {"x.tar": other.tar()}, "2 files that it leaves out")


def cuts():
    """Ends ten places early, in every form."""
    for file, data in Bundle().all_forms().items():
        for tenth in range(10):
            at = len(data) * tenth // 10 + 7
            # The magic is too short to be one, or what is left does not say that there was more: both are no import.
            yield Hostile(f"cut-{file}-at-{tenth}0%", {file: data[:at]}, "", NOT_A_BUNDLE if tenth == 0 and file == "good.tar" else REFUSED)
    tar = Bundle().tar()
    plain = Bundle().tar(entries=[("x/a", b"a" * 512), ("x/b", b"b" * 512)])
    yield Hostile("cut-before-the-end-mark", {"x.tar": tar[:tar.rindex(b"\0" * 1024)][:len(tar) // 512 * 512]}, "")
    yield Hostile("cut-between-entries", {"x.tar": plain[:plain.index(b"a" * 512) + 512]}, "cut short")


def parts():
    data = Bundle().tar()
    third = len(data) // 3
    pieces = {f"x.tar.{number + 1:03}": data[number * third:(number + 1) * third if number < 2 else None] for number in range(3)}
    for gone in (1, 2):
        left = {name: piece for name, piece in pieces.items() if not name.endswith(f"{gone:03}")}
        yield Hostile(f"part-{gone}-missing", left, f"x.tar.00{gone}")
    listed = "".join(f"{sha256(piece)}  {name}\n" for name, piece in pieces.items()).encode()
    yield Hostile("last-part-missing", {"x.tar.001": pieces["x.tar.001"], "x.tar.002": pieces["x.tar.002"], "x.tar.sha256": listed}, "x.tar.003")
    yield Hostile("last-part-missing-unlisted", {"x.tar.001": pieces["x.tar.001"], "x.tar.002": pieces["x.tar.002"]}, "")


def header(name, size, kind=b"0"):
    field = b"%011o\0" % size if size < 8 ** 11 else b"\x80" + size.to_bytes(11, "big")
    head = bytearray(name.encode().ljust(100, b"\0") + b"0000644\0" + b"0000000\0" * 2 + field + b"00000000000\0" + b" " * 8 + kind
                     + b"\0" * 100 + b"ustar\x0000").ljust(512, b"\0")
    head[148:156] = b"%06o\0 " % sum(head)
    return bytes(head)


def deflated_zeros(megabytes):
    """So many MiB of zeros in a thousandth of that, and their CRC."""
    one = zlib.compressobj(9, wbits=-15)
    block = one.compress(bytes(1 << 20)) + one.flush(zlib.Z_FULL_FLUSH)
    crc = 0
    for _ in range(megabytes):
        crc = zlib.crc32(bytes(1 << 20), crc)
    return block * megabytes + b"\x03\0", crc


def numbered(numbers):
    """Headers of empty files "x/0000000", quicker than one by one: of the sum only the digits change."""
    head = header("x/0000000", 0)
    total = int(head[148:154], 8) - 7 * ord("0")
    digits = [b"%07d" % number for number in numbers]
    return b"".join(b"".join((head[:2], text, head[9:148], b"%06o" % (total + sum(text)), head[154:])) for text in digits)


def bombs():
    big = 300 << 20
    zeros, crc = deflated_zeros(300)
    name = b"x/zeros"
    local = struct.pack("<IHHHHHIIIHH", 0x04034B50, 20, 0, 8, 0, 33, crc, len(zeros), big, len(name), 0) + name
    central = struct.pack("<IHHHHHHIIIHHHHHII", 0x02014B50, 788, 20, 0, 8, 0, 33, crc, len(zeros), big, len(name), 0, 0, 0, 0, 0o100644 << 16, 0) + name
    tail = struct.pack("<IHHHHIIH", 0x06054B50, 0, 0, 1, 1, len(central), len(local) + len(zeros), 0)
    yield Hostile("zip-bomb", {"x.zip": local + zeros + central + tail}, "200 times")
    end = bytes(1024)
    head = zlib.compressobj(9, wbits=31)
    yield Hostile("gzip-bomb", {"x.tar.gz": head.compress(header("x/zeros", big)) + head.flush(zlib.Z_FULL_FLUSH) + zeros}, "200 times")
    # 8 GB in 256 kB: blocks of one byte over and over.
    block = struct.pack("<I", 1 << 1 | (1 << 17) << 3)[:3] + b"\0"
    frame = zstd(header("x/zeros", 8 << 30) + end)
    raw = frame[:6] + struct.pack("<I", 0 << 1 | 512 << 3)[:3] + header("x/zeros", 8 << 30) + block * 65536 + b"\x01\0\0"
    yield Hostile("zstd-bomb", {"x.tar.zst": raw}, "200 times")
    # As if it were a bundle: its record announces little, the entry is huge.
    bundle = Bundle()
    entries = [entry for entry in bundle.entries() if not entry[0].endswith("config.json")]
    huge = bundle.tar(entries=entries).rstrip(b"\0")
    huge = huge.ljust((len(huge) + 511) // 512 * 512, b"\0")
    yield Hostile("announced-small", {"x.tar": huge + header(f"good/data/{bundle.place}config.json", 1 << 40)}, "its record says 2")
    sparse = bytearray(header("x/holes", 512, b"S"))
    sparse[257:265] = b"ustar  \0"
    sparse[386:410] = b"%011o\0" % 0 + b"%011o\0" % 512
    sparse[483:495] = b"\x80" + (1 << 50).to_bytes(11, "big")
    sparse[148:156] = b" " * 8
    sparse[148:156] = b"%06o\0 " % sum(sparse)
    yield Hostile("sparse-bomb", {"x.tar": bytes(sparse) + b"x" * 512 + end}, "", (REFUSED, DISK))
    nothing = zlib.compressobj(1, wbits=31)
    million = [nothing.compress(numbered(range(at, at + 10_000))) for at in range(0, 1_010_000, 10_000)]
    yield Hostile("a-million-entries", {"x.tar.gz": b"".join(million) + nothing.compress(end) + nothing.flush()}, "500,000 files")
    few = Bundle().tar().rstrip(b"\0")
    few = few.ljust((len(few) + 511) // 512 * 512, b"\0")
    many = b"".join(header(f"good/data/{number:07}", 0) for number in range(20_000))
    yield Hostile("thousands-unannounced", {"x.tar": few + many + end}, "the manifest does not list it")


def zips():
    good = Bundle().zip()
    name = f"good/data/{Bundle().place}config.json".encode()
    local = good.index(b"PK\x03\x04", good.index(name) - 40)
    central = good.rindex(b"PK\x01\x02", 0, good.rindex(name))

    def patched(at, field, data=good):
        return data[:at] + field + data[at + len(field):]

    yield Hostile("zip-central-size", {"x.zip": patched(central + 24, struct.pack("<I", 7))}, "")
    yield Hostile("zip-local-size", {"x.zip": patched(local + 22, struct.pack("<I", 7))}, "config.json")
    yield Hostile("zip-crc", {"x.zip": patched(central + 16, b"\1\2\3\4", patched(local + 14, b"\1\2\3\4"))}, "")
    encrypted = patched(central + 8, b"\1\0", patched(local + 6, b"\1\0"))
    yield Hostile("zip-encrypted", {"x.zip": encrypted}, "it is encrypted")
    for kind, mode, says in (("symlink", 0o120777, "a symbolic link"), ("device", 0o020666, "a device"), ("setuid", 0o104755, "setuid")):
        info = zipfile.ZipInfo("good/data/evil")
        info.create_system, info.external_attr = 3, mode << 16
        yield Hostile(f"zip-{kind}", {"x.zip": Bundle().zip((info, b"/etc/passwd"))}, says)
    yield Hostile("zip-traversal", {"x.zip": Bundle().zip(("good/data/../../evil", b"evil"))}, '".."')
    yield Hostile("zip-nul", {"x.zip": Bundle().zip(("good/data/eviX", b"evil")).replace(b"eviX", b"ev\0X")}, "")
    overlap = io.BytesIO()
    with zipfile.ZipFile(overlap, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("x/0000", bytes(4 << 20))
        one = archive.infolist()[0]
        for number in range(1, 400):
            again = zipfile.ZipInfo(f"x/{number:04}")
            for field in ("compress_type", "flag_bits", "CRC", "compress_size", "file_size", "header_offset"):
                setattr(again, field, getattr(one, field))
            archive.filelist.append(again)
        archive._didModify = True
    yield Hostile("zip-overlapping", {"x.zip": overlap.getvalue()}, "share their bytes")


def strangers():
    yield Hostile("no-archive", {"x.tar.zst": b"\x7fELF" + bytes(4096)}, "no bundle", NOT_A_BUNDLE)
    yield Hostile("text", {"x.zip": b"hello\n"}, "no bundle", NOT_A_BUNDLE)
    yield Hostile("nothing", {"x.tar": b""}, "no bundle", NOT_A_BUNDLE)
    yield Hostile("gzip-of-text", {"x.tar.gz": gzip.compress(b"hello\n" * 1000)}, "cannot be read")
    yield Hostile("gzip-of-zip", {"x.tar.gz": gzip.compress(Bundle().zip())}, "cannot be read")
    yield Hostile("zstd-in-gzip", {"x.tar.gz": gzip.compress(zstd(Bundle().tar()))}, "cannot be read")
    # A bag of another tool, and what could be wrong with it.
    bag = {"bagit.txt": b"BagIt-Version: 0.97\nTag-File-Character-Encoding: UTF-8\n", "data/a": b"a", "data/b": b"b",
           "manifest-sha256.txt": f"{sha256(b'a')}  data/a\n{sha256(b'b')}  data/b\n".encode()}
    for name, change, says in [
            ("bag-other-bytes", {"data/a": b"A"}, '"bag/data/a": its bytes'), ("bag-extra", {"data/c": b"c"}, '"bag/data/c": the manifest does not'),
            ("bag-missing", {"data/b": None}, '"data/b": it is missing'), ("bag-oxum", {"bag-info.txt": b"Payload-Oxum: 3.2\n"}, "bag-info.txt"),
            ("bag-outside", {"manifest-sha256.txt": f"{sha256(b'a')}  ../a\n".encode()}, '"../a"'),
            ("bag-tag-manifest", {"tagmanifest-sha256.txt": f"{sha256(b'x')}  bagit.txt\n".encode()}, '"bagit.txt": its bytes'),
            ("bag-without-declaration", {"bagit.txt": None}, "bagit.txt")]:
        files = {f"bag/{path}": data for path, data in (bag | change).items() if data is not None}
        yield Hostile(name, {"x.tar": Bundle().tar(entries=list(files.items()))}, says)


def all_cases():
    for maker in (names, lies, cuts, parts, zips, strangers, bombs):
        yield from maker()
