# SPDX-FileCopyrightText: 2026 The hugger authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What each fuzzer begins with."""

import gzip
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "e2e"))

from handbundles import Bundle, zstd  # noqa: E402

SHA = b"0123456789abcdef0123456789abcdef01234567"

LINKS = [
    b"acme/Orion-7B", b"gpt2", b"gpt2@main", b"acme/Orion-7B@refs/pr/3", b"datasets/corpora/street-signs", b"spaces/acme/demo@" + SHA,
    b"hf://acme/Orion-7B@feat%2Fx/config.json", b"hf://datasets/corpora/birdsong/data/a#b?.txt",
    b"https://huggingface.co/acme/Orion-7B", b"huggingface.co/acme/Orion-7B/tree/main/sub", b"https://hf.co/acme/x/blob/feat/x/config.json?download=true",
    b"https://huggingface.co/datasets/corpora/x/resolve/" + SHA + b"/data/train.parquet#L1", b"https://huggingface.co/acme/x/discussions/3",
    b"https://huggingface.co/api/models/acme/x/revision/refs%2Fpr%2F1", b"https://huggingface.co/api/resolve-cache/models/acme/x/" + SHA + b"/a.bin",
    b"http://localhost:8080/mirror/acme/x/raw/main/README.md", b"git@hf.co:acme/x.git", b"ssh://git@huggingface.co/datasets/acme/x",
    b"https://acme-demo.hf.space/", b"https://huggingface.co/acme/x:Q4_K_M", b"https://me:pw@huggingface.co/acme/x", b"hugger:acme/tiny@main",
    b"hugger://huggingface.co/acme/tiny/tree/main", b"//huggingface.co/acme/tiny", b"file:///etc/passwd", b"../../etc/passwd", b"~/x",
    b"https://huggingface.co/acme/x/resolve/main/..%2f..%2fetc/passwd", b"acme/x@a..b", b"https://[::1]:80/a/b", b"a/b/c/d",
    "acme/x/resolve/main/\u202egnp.exe".encode(), b"https://huggingface.co/acme/x/tree/main/%00", b"https://huggingface.co/docs", b" \t",
]



def request(line, *headers, body=b""):
    lines = [line, b"Host: 127.0.0.1:4847", *headers, *([b"Content-Length: %d" % len(body)] if body else [])]
    return b"\r\n".join(lines) + b"\r\n\r\n" + body


BODIES = [
    b'{"kind":"model","repo":"acme/Orion-7B","revision":"main","files":["config.json","a/b.safetensors"],"store":"Home"}',
    b'{"name":"Firefox on Linux","commitment":"' + SHA + SHA[:24] + b'"}', b'{"allow":true}', b"{}", b"[]", b'{"a":1,"a":2}', b'{"a":1,"\\u0061":2}',
    b'{"a":"\\ud800"}', b'{"a":{"b":[{"c":[-1.5e308,null,false]}]}}', b"[" * 40 + b"]" * 40, b'{"a":"\xff"}', b'{"a":9007199254740993}',
]
REQUESTS = [
    request(b"GET /hugger/v1/ping?client=abc&challenge=0123456789abcdef HTTP/1.1", b"Connection: close"),
    request(b"GET /hugger/v1/repos/model/acme%2FOrion-7B?revision=refs%2Fpr%2F1 HTTP/1.1", b"Authorization: Bearer hugger_" + SHA,
            b"Origin: moz-extension://0d8a", b"Sec-Fetch-Site: same-origin", b"Sec-Fetch-Mode: cors"),
    request(b"DELETE /hugger/v1/archives/7?confirm=acme/x+y HTTP/1.1"), request(b"HEAD /hugger/v1/ping HTTP/1.1"),
    request(b"GET //evil.example/hugger HTTP/1.1"), request(b"GET http://evil.example/ HTTP/1.1"), request(b"OPTIONS * HTTP/1.1"),
    request(b"GET /hugger/%2e%2e/%00/%ff/%252f/%c0%af HTTP/1.1"), request(b"GET / HTTP/9.9"), b"GET /\n\n", b"\x16\x03\x01\x02\x00",
    b"GET / HTTP/1.1\r\nHost : x\r\n\r\n", b"GET / HTTP/1.1\r\nHost: x\r\n y\r\n\r\n", b"GET / HTTP/1.1\r\nHost\r\n\r\n",
    b"POST / HTTP/1.1\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n{}", b"POST / HTTP/1.1\r\nContent-Length: 9223372036854775808\r\n\r\n",
    b"POST / HTTP/1.1\r\nContent-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", b"GET / HTTP/1.1\r\n" + b"a:b\r\n" * 70 + b"\r\n",
    *[request(b"POST /hugger/v1/jobs HTTP/1.1", b"Content-Type: application/json", body=body) for body in BODIES], *BODIES,
]


def bundles():
    """The first byte says what the rest is: see fuzz_bundles.cpp."""
    bundle = Bundle({"README.md": b"# Tiny\n", "sub/data.txt": b"data\n"})
    few = Bundle.tar(bundle, entries=bundle.entries()[:6])
    texts = [data for path, data in bundle.files.items() if not path.startswith("data/")]
    return [b"t" + few, b"g" + gzip.compress(few), b"z" + zstd(few[:8192]), b"p" + bundle.zip(), b"t", b"x", *[b"x" + text for text in texts],
            b"xmanifest\r\n" + b"a" * 128 + b" *./data/50%25\r\n", b"x\xef\xbb\xbfPayload-Oxum: 1.2\n Bag-Size:\n"]


SEEDS = {"links": LINKS, "requests": REQUESTS, "bundles": bundles()}
