# SPDX-FileCopyrightText: 2026 The hugger authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""python3 -m unittest tests/practicehub/selftest.py"""

import gzip
import hashlib
import http.client
import json
import os
import socket
import sys
import tempfile
import threading
import time
import unittest
import urllib.parse

sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
from practicehub.client import PracticeHub, PracticeHubError  # noqa: E402


class Answer:
    def __init__(self, status, headers, body):
        self.status = status
        self.headers = headers
        self.body = body

    def __getitem__(self, name):
        return self.headers.get(name)

    def json(self):
        return json.loads(self.body)


def fetch(url, method="GET", token=None, body=None, follow=False, timeout=10, **headers):
    parts = urllib.parse.urlsplit(url)
    connection = http.client.HTTPConnection(parts.netloc, timeout=timeout)
    headers = {name.replace("_", "-"): value for name, value in headers.items()}
    if token:
        headers["Authorization"] = f"Bearer {token}"
    try:
        connection.request(method, parts.path + ("?" + parts.query if parts.query else ""), body, headers)
        raw = connection.getresponse()
        answer = Answer(raw.status, raw.headers, raw.read())
    finally:
        connection.close()
    if follow and answer.status in (302, 307):
        target = urllib.parse.urljoin(url, answer["Location"])
        same = urllib.parse.urlsplit(target).netloc == parts.netloc
        return fetch(target, method, token if same else None, body, True, timeout,
                     **{name.replace("-", "_"): value for name, value in headers.items() if name != "Authorization"})
    return answer


class Base(unittest.TestCase):
    options = {"big_size": "4M", "many": 2300}

    @classmethod
    def setUpClass(cls):
        cls.hub = PracticeHub(**cls.options).start()
        cls.addClassCleanup(cls.hub.stop)

    def setUp(self):
        self.hub.clear_faults()
        self.hub.clear_log()

    def tearDown(self):
        self.assertEqual(self.hub.counters()["errors"], [])

    def get(self, path, **more):
        return fetch(self.hub.url + path, **more)


class Api(Base):
    def test_info(self):
        found = self.get("/api/models/acme/tiny-llama?blobs=true").json()
        truth = self.hub.repo("acme/tiny-llama")
        self.assertEqual(found["sha"], truth["sha"])
        self.assertEqual({one["rfilename"] for one in found["siblings"]}, {one["path"] for one in truth["files"]})
        big = next(one for one in found["siblings"] if one["rfilename"] == "model.safetensors")
        self.assertEqual(set(big["lfs"]), {"sha256", "size", "pointerSize"})
        self.assertNotIn("xetHash", big)
        self.assertRegex(found["lastModified"], r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$")
        self.assertEqual(found["cardData"]["license"], "apache-2.0")
        self.assertEqual(found["safetensors"]["total"], sum(found["safetensors"]["parameters"].values()))

    def test_expand(self):
        found = self.get("/api/models/acme/tiny-llama?expand[]=likes&expand=sha").json()
        self.assertEqual(set(found), {"_id", "id", "likes", "sha"})
        self.assertEqual(self.get("/api/models/acme/tiny-llama?expand=nonsense").status, 400)
        self.assertEqual(self.get("/api/spaces/acme/demo-app?expand=downloads").status, 400)

    def test_security(self):
        found = self.get("/api/models/acme/pickled?securityStatus=true").json()
        self.assertEqual({one["path"] for one in found["securityRepoStatus"]["filesWithIssues"]},
                         {"pytorch_model.bin", "extra/unsafe.pkl"})
        rows = self.get("/api/models/acme/pickled/tree/main?expand=true").json()
        status = next(one for one in rows if one["path"] == "pytorch_model.bin")["securityFileStatus"]
        self.assertLessEqual({"status", "avScan", "pickleImportScan"}, set(status))

    def test_tree_pages(self):
        url = self.hub.url + "/api/datasets/acme/many/tree/main?recursive=true"
        rows, pages = [], 0
        while url:
            answer = fetch(url)
            rows += answer.json()
            pages += 1
            link = answer["Link"]
            url = link[1:link.index(">")] if link else None
            self.assertTrue(link is None or link.endswith('>; rel="next"'))
        files = [row for row in rows if row["type"] == "file"]
        self.assertEqual(len(files), 2302)
        self.assertEqual(pages, 3)
        self.assertEqual(len({row["path"] for row in rows}), len(rows))
        self.assertEqual(self.get("/api/datasets/acme/many/tree/main?limit=2&recursive=true").json()[1]["path"], "README.md")
        self.assertEqual(len(self.get("/api/datasets/acme/many/tree/main?expand=true&recursive=true").json()), 100)
        self.assertEqual(self.get("/api/datasets/acme/many/tree/main?cursor=rubbish").status, 400)

    def test_tree_entries(self):
        rows = {row["path"]: row for row in self.get("/api/models/acme/tiny-llama/tree/main").json()}
        big = rows["model.safetensors"]
        self.assertEqual(set(big), {"type", "oid", "size", "lfs", "xetHash", "path"})
        pointer = self.get("/acme/tiny-llama/raw/main/model.safetensors").body
        self.assertEqual(len(pointer), big["lfs"]["pointerSize"])
        self.assertEqual(hashlib.sha1(b"blob %d\0" % len(pointer) + pointer).hexdigest(), big["oid"])
        self.assertIn(big["lfs"]["oid"].encode(), pointer)
        self.assertNotEqual(big["xetHash"], big["lfs"]["oid"])
        folder = self.get("/api/datasets/acme/weather/tree/main/deep").json()
        self.assertEqual([(row["path"], row["type"]) for row in folder], [("deep/level1", "directory")])
        self.assertEqual(self.get("/api/datasets/acme/weather/tree/main/deep%2Flevel1").status, 200)
        for path in ("nothing", "train.csv"):
            missing = self.get(f"/api/datasets/acme/weather/tree/main/{path}")
            self.assertEqual((missing.status, missing["X-Error-Code"]), (404, "EntryNotFound"))

    def test_git_hashes_are_gits(self):
        """An empty tree of one known file has the hash that git gives it."""
        self.hub.add_repo("acme/one", [{"path": "hello", "text": "hello\n"}])
        row = self.get("/api/models/acme/one/tree/main").json()[0]
        self.assertEqual(row["oid"], "ce013625030ba8dba906f756967f9e9ca394464a")

    def test_paths_info(self):
        url = "/api/datasets/acme/weather/paths-info/main"
        form = urllib.parse.urlencode([("paths", "train.csv"), ("paths", "deep"), ("paths", "no"), ("expand", "true")])
        rows = self.get(url, method="POST", body=form, Content_Type="application/x-www-form-urlencoded").json()
        self.assertEqual([row["type"] for row in rows], ["file", "directory"])
        self.assertIn("lastCommit", rows[0])
        rows = self.get(url, method="POST", body=json.dumps({"paths": ["data/日本語/天気.txt"]}),
                        Content_Type="application/json").json()
        self.assertEqual(rows[0]["path"], "data/日本語/天気.txt")

    def test_refs_and_revisions(self):
        refs = self.get("/api/models/acme/tiny-llama/refs?include_prs=1").json()
        names = {group: [row["name"] for row in rows] for group, rows in refs.items()}
        self.assertEqual(names["branches"], ["dev", "feat/long-context", "main"])
        self.assertEqual(names["tags"], ["v1.0", "v1.1"])
        self.assertEqual(refs["pullRequests"][0]["ref"], "refs/pr/1")
        self.assertNotIn("pullRequests", self.get("/api/models/acme/tiny-llama/refs").json())
        pr = refs["pullRequests"][0]["targetCommit"]
        info = "/api/models/acme/tiny-llama/revision/"
        for name, status in (("refs%2Fpr%2F1", 200), ("refs/pr/1", 404), ("feat%2Flong-context", 200), ("feat/long-context", 404),
                             (pr[:8], 200), ("HEAD", 200), ("v1.0", 200)):
            self.assertEqual(self.get(info + name).status, status, name)
        for name in ("refs/pr/1", "refs%2Fpr%2F1"):
            self.assertEqual(self.get(f"/api/models/acme/tiny-llama/tree/{name}").status, 200)
            self.assertEqual(self.get(f"/acme/tiny-llama/resolve/{name}/LICENSE")["X-Repo-Commit"], pr)
        missing = self.get(info + "nope")
        self.assertEqual((missing.status, missing["X-Error-Code"]), (404, "RevisionNotFound"))

    def test_commits(self):
        answer = self.get("/api/models/acme/tiny-llama/commits/main?limit=2&expand[]=formatted")
        self.assertEqual(answer["X-Total-Count"], "4")
        self.assertEqual(len(answer.json()), 2)
        self.assertIn("p=1", answer["Link"])
        self.assertIn("formatted", answer.json()[0])

    def test_search(self):
        rows = self.get("/api/models?search=llama&author=acme&sort=downloads&limit=2").json()
        self.assertEqual(len(rows), 2)
        self.assertNotIn("siblings", rows[0])
        self.assertNotIn("acme/private", [row["id"] for row in self.get("/api/models").json()])
        self.assertIn("acme/private", [row["id"] for row in self.get("/api/models", token=self.hub.tokens["carol"]).json()])
        self.assertEqual(self.get("/api/datasets?filter=language:en").json()[0]["id"], "acme/weather")
        row = self.get("/api/models?search=tiny-llama&expand=usedStorage&expand=downloads").json()[0]
        self.assertEqual(set(row), {"_id", "id", "usedStorage", "downloads"})
        self.assertEqual(self.get("/api/spaces?expand=usedStorage&expand=likes").status, 200)
        self.assertEqual(self.get("/api/spaces?expand=gated").status, 400)

    def test_whoami(self):
        self.assertEqual(self.get("/api/whoami-v2").status, 401)
        self.assertEqual(self.get("/api/whoami-v2", token=self.hub.tokens["bob"]).json()["name"], "bob")

    def test_compression(self):
        answer = self.get("/api/models/acme/tiny-llama", Accept_Encoding="gzip")
        self.assertEqual((answer["Content-Encoding"], answer["Content-Length"]), ("gzip", None))
        self.assertEqual(json.loads(gzip.decompress(answer.body))["id"], "acme/tiny-llama")
        answer = self.get("/acme/tiny-llama/resolve/main/tokenizer.json", follow=True, Accept_Encoding="identity")
        self.assertEqual(answer["Content-Encoding"], None)


class Access(Base):
    def errors(self, path, token=None):
        answer = self.get(path, token=token)
        return answer.status, answer["X-Error-Code"]

    def test_missing_and_private(self):
        for path in ("/api/models/acme/none", "/api/models/acme/private", "/acme/private/resolve/main/config.json",
                     "/api/models/acme/private/tree/main"):
            self.assertEqual(self.errors(path), (401, None), path)
            self.assertEqual(self.errors(path, self.hub.tokens["bob"]), (404, "RepoNotFound"), path)
        self.assertEqual(self.errors("/api/models/acme/private", self.hub.tokens["carol"]), (200, None))
        bad = self.get("/api/models/acme/tiny-llama", token="hf_" + "x" * 34)
        self.assertEqual((bad.status, bad.json()["error"]), (401, "Invalid credentials in Authorization header"))
        for token in self.hub.tokens.values():
            self.assertRegex(token, r"^hf_[A-Za-z0-9]{34}$")

    def test_gated(self):
        for path in ("/api/models/acme/gated", "/api/models/acme/gated/tree/main"):
            self.assertEqual(self.errors(path), (200, None))
        self.assertEqual(self.get("/api/models/acme/gated").json()["gated"], "manual")
        for path in ("/acme/gated/resolve/main/config.json", "/api/models/acme/gated/commits/main"):
            self.assertEqual(self.errors(path), (401, "GatedRepo"))
            self.assertEqual(self.errors(path, self.hub.tokens["bob"]), (403, "GatedRepo"))
        found = self.get("/acme/gated/resolve/main/model.safetensors", token=self.hub.tokens["alice"], follow=True)
        self.assertEqual(found.status, 200)
        self.assertEqual(self.hub.counters()["cdn_authorization"], 0)

    def test_disabled(self):
        self.assertEqual(self.errors("/api/models/acme/disabled"), (401, None))
        answer = self.get("/api/models/acme/disabled", token=self.hub.tokens["bob"])
        self.assertEqual((answer.status, answer["X-Error-Message"]), (403, "Access to this resource is disabled."))

    def test_moved(self):
        for path, to in (("/api/models/tinygpt?blobs=true", "/api/models/acme/tinygpt?blobs=true"),
                         ("/api/models/tinygpt/tree/main", "/api/models/acme/tinygpt/tree/main"),
                         ("/tinygpt/resolve/main/config.json", "/acme/tinygpt/resolve/main/config.json"),
                         ("/api/models/acme/old-name/revision/main", "/api/models/acme/new-name/revision/main"),
                         ("/api/models/Acme/Tiny-LLAMA/refs", "/api/models/acme/tiny-llama/refs"),
                         ("/datasets/Acme/weather/resolve/main/data/100%25.txt", "/datasets/acme/weather/resolve/main/data/100%25.txt")):
            answer = self.get(path)
            self.assertEqual((answer.status, answer["Location"]), (307, to))

    def test_rate_limits(self):
        self.addCleanup(self.hub.limits, "off")
        self.hub.limits(quotas={"api": 2, "resolvers": 1}, window=100)
        first = self.get("/api/models/acme/tiny-llama")
        self.assertRegex(first["RateLimit"], r'^"api";r=1;t=\d+$')
        self.assertEqual(first["RateLimit-Policy"], '"fixed window";"api";q=2;w=100')
        self.get("/api/models/acme/tiny-llama")
        third = self.get("/api/models/acme/tiny-llama")
        self.assertEqual(third.status, 429)
        self.assertRegex(third["RateLimit"], r'^"api";r=0;t=\d+$')
        self.assertEqual(self.get("/api/models/acme/tiny-llama", token=self.hub.tokens["bob"]).status, 200)
        self.assertEqual(self.get("/acme/tiny-llama/resolve/main/LICENSE", method="HEAD").status, 307)
        self.assertEqual(self.get("/acme/tiny-llama/resolve/main/LICENSE").status, 429)


class Files(Base):
    def test_every_file_of_every_repo(self):
        for repo in self.hub.repos():
            if repo["id"] == "acme/many":
                continue
            token = self.hub.tokens["carol" if repo["private"] else "alice"]
            kind = "" if repo["kind"] == "models" else repo["kind"] + "/"
            for one in self.hub.repo(repo["id"], repo["kind"])["files"] if not repo["disabled"] else []:
                url = f"/{kind}{repo['id']}/resolve/{repo['sha']}/{urllib.parse.quote(one['path'])}"
                answer = self.get(url, token=token, follow=True, Accept_Encoding="identity")
                self.assertEqual(answer.status, 200, url)
                self.assertEqual(hashlib.sha256(answer.body).hexdigest(), one["sha256"], url)

    def test_regular(self):
        head = self.get("/acme/tiny-llama/resolve/main/config.json", method="HEAD")
        self.assertEqual(head.status, 307)
        self.assertTrue(head["Location"].startswith("/api/resolve-cache/models/acme/tiny-llama/"))
        self.assertNotEqual(int(head["Content-Length"]), 540)
        final = self.get(head["Location"], method="HEAD")
        self.assertEqual((final.status, final["ETag"]), (200, head["X-Linked-Etag"]))
        self.assertEqual(final["X-Repo-Commit"], head["X-Repo-Commit"])
        self.assertEqual(int(final["Content-Length"]), len(self.get(head["Location"]).body))
        missing = self.get("/acme/tiny-llama/resolve/main/nothing.txt")
        self.assertEqual((missing.status, missing["X-Error-Code"], missing["X-Repo-Commit"]),
                         (404, "EntryNotFound", head["X-Repo-Commit"]))

    def test_big(self):
        answer = self.get("/acme/big/resolve/main/model.safetensors")
        self.assertEqual((answer.status, answer["X-Linked-Size"]), (302, str(4 << 20)))
        self.assertTrue(answer["Location"].startswith(self.hub.cdn))
        self.assertIn('rel="xet-auth"', answer["Link"])
        cdn = fetch(answer["Location"])
        self.assertEqual(f'"{hashlib.sha256(cdn.body).hexdigest()}"', answer["X-Linked-Etag"])
        self.assertEqual(cdn["ETag"].strip('"'), answer["X-Xet-Hash"])
        self.assertEqual(fetch(answer["Location"], token="x").status, 400)
        self.assertEqual(self.hub.counters()["cdn_authorization"], 1)
        wrong = fetch(answer["Location"].replace("Expires=", "Expires=9"))
        self.assertEqual((wrong.status, wrong["Content-Type"]), (403, "application/xml"))

    def test_expiry(self):
        self.addCleanup(self.hub.settings, url_seconds=3600, url_bytes=0)
        self.hub.settings(url_seconds=0)
        answer = fetch(self.get("/acme/big/resolve/main/model.safetensors")["Location"])
        self.assertEqual(answer.status, 403)
        self.assertIn(b"<Message>Request has expired</Message>", answer.body)
        self.hub.settings(url_seconds=3600, url_bytes=1000)
        url = self.get("/acme/big/resolve/main/model.safetensors")["Location"]
        self.assertEqual(fetch(url, Range="bytes=0-999").status, 206)
        self.assertEqual(fetch(url, Range="bytes=1000-1999").status, 403)

    def test_ranges(self):
        whole = self.get("/acme/big/resolve/main/model.safetensors", follow=True).body
        size = len(whole)
        for asked, start, stop in (("bytes=0-0", 0, 1), ("bytes=100-", 100, size), ("bytes=-10", size - 10, size),
                                   (f"bytes=5-{size * 2}", 5, size)):
            answer = self.get("/acme/big/resolve/main/model.safetensors", follow=True, Range=asked)
            self.assertEqual((answer.status, answer["Content-Range"]), (206, f"bytes {start}-{stop - 1}/{size}"))
            self.assertEqual(answer.body, whole[start:stop])
        answer = self.get("/acme/big/resolve/main/model.safetensors", follow=True, Range=f"bytes={size}-")
        self.assertEqual((answer.status, answer["Content-Range"]), (416, f"bytes */{size}"))
        for asked in ("bytes=5-2", "bytes=0-1,3-4", "lines=1-2", "bytes=-"):
            self.assertEqual(self.get("/acme/big/resolve/main/model.safetensors", follow=True, Range=asked).status, 200)
        answer = self.get("/acme/big/resolve/main/model.safetensors", follow=True, Range="bytes=0-9", If_Range='"other"')
        self.assertEqual(answer.status, 200)

    def test_keep_alive(self):
        parts = urllib.parse.urlsplit(self.hub.url)
        connection = http.client.HTTPConnection(parts.netloc, timeout=10)
        self.addCleanup(connection.close)
        for method, path in (("HEAD", "/acme/tiny-llama/resolve/main/LICENSE"), ("GET", "/api/models/acme/none"),
                             ("HEAD", "/api/models/acme/none"), ("GET", "/api/models/acme/tiny-llama")):
            connection.request(method, path)
            connection.getresponse().read()
        self.assertEqual(self.hub.counters()["connections"]["hub"]["accepted"], 1)


class Steering(Base):
    def test_commits_and_refs(self):
        first = self.hub.add_repo("acme/fresh", [{"path": "a.txt", "text": "one"}])["sha"]
        second = self.hub.commit("acme/fresh", [{"path": "a.txt", "text": "two"}, {"path": "b.bin", "size": 2_000_000}])
        self.assertEqual(self.get("/api/models/acme/fresh").json()["sha"], second)
        forced = self.hub.commit("acme/fresh", [{"path": "c.txt", "text": "three"}], parent=first)
        self.assertEqual({one["path"] for one in self.hub.repo("acme/fresh")["files"]}, {"a.txt", "c.txt"})
        self.assertEqual(self.get(f"/api/models/acme/fresh/revision/{second}").status, 200)
        self.hub.set_refs("acme/fresh", {"refs/tags/t": forced}, prune=True)
        self.assertEqual(self.get(f"/api/models/acme/fresh/revision/{second}").status, 404)
        self.hub.update("acme/fresh", gated="auto", allowed=["alice"])
        self.assertEqual(self.get("/acme/fresh/resolve/main/a.txt")["X-Error-Code"], "GatedRepo")
        self.hub.rename("acme/fresh", "acme/stale")
        self.assertEqual(self.get("/api/models/acme/fresh").status, 307)
        self.hub.delete("acme/stale")
        self.assertEqual(self.get("/api/models/acme/fresh").status, 401)
        with self.assertRaises(PracticeHubError):
            self.hub.delete("acme/stale")

    def test_hostile(self):
        paths = ["../up", "/abs", "a\\b", "nul\0byte", "CON", "C:x", "dot.", "x" * 300, "a", "a/b", "line\nbreak", "\ud800"]
        self.hub.add_repo("acme/hostile", [{"path": path, "text": path} for path in paths]
                          + [{"path": "size", "text": "x", "entry": {"size": -1}, "drop": ["oid"]}])
        rows = self.get("/api/models/acme/hostile/tree/main?recursive=true").json()
        self.assertLessEqual(set(paths), {row["path"] for row in rows})
        self.assertEqual({"type": "file", "size": -1, "path": "size"}, next(row for row in rows if row["path"] == "size"))
        raw = [{"type": "file", "path": "twice"}, {"type": "file", "path": "twice"}, 5]
        self.hub.add_repo("acme/raw", raw_tree=raw)
        self.assertEqual(self.get("/api/models/acme/raw/tree/main").json(), raw)

    def test_down_and_up(self):
        self.hub.listen(False, "hub")
        with self.assertRaises(OSError):
            self.get("/api/models")
        self.hub.listen(True, "hub")
        self.assertEqual(self.get("/api/models").status, 200)

    def test_throttle(self):
        self.addCleanup(self.hub.throttle)
        self.hub.throttle(connection=4 << 20, everything=6 << 20)
        start = time.monotonic()
        threads = [threading.Thread(target=self.get, args=("/acme/big/resolve/main/model.safetensors",), kwargs={"follow": True})
                   for _ in range(2)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        self.assertTrue(1.2 < time.monotonic() - start < 2.5)

    def test_log(self):
        self.get("/acme/big/resolve/main/model.safetensors", token=self.hub.tokens["bob"], follow=True)
        log = self.hub.log()
        self.assertEqual([(one["server"], one["route"]) for one in log], [("hub", "resolve"), ("cdn", "object")])
        self.assertIn("authorization", log[0]["headers"])
        self.assertNotIn("authorization", log[1]["headers"])
        self.assertEqual(self.hub.counters()["served"][log[1]["object"]], 4 << 20)

    def test_reset(self):
        self.hub.delete("acme/tinygpt")
        self.hub.fault({"type": "drop"})
        self.hub.reset()
        self.assertEqual(self.get("/api/models/acme/tinygpt").status, 200)
        self.assertEqual(self.hub.faults(), [])


class FaultRules(Base):
    big = "/acme/big/resolve/main/model.safetensors"

    def fault(self, action, **match):
        return self.hub.fault(action, **match)

    def raw(self, path, server=None, **headers):
        """Everything that comes, as it comes: (bytes, how it ended)."""
        parts = urllib.parse.urlsplit((server or self.hub.url) + path)
        with socket.create_connection((parts.hostname, parts.port), timeout=3) as sock:
            lines = "".join(f"{name}: {value}\r\n" for name, value in headers.items())
            target = parts.path + ("?" + parts.query if parts.query else "")
            sock.sendall(f"GET {target} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n{lines}\r\n".encode())
            found = b""
            while True:
                try:
                    data = sock.recv(65536)
                except ConnectionResetError:
                    return found, "rst"
                except TimeoutError:
                    return found, "stalled"
                if not data:
                    return found, "fin"
                found += data

    def object(self):
        return urllib.parse.urlsplit(self.get(self.big)["Location"])

    def cdn(self, **headers):
        parts = self.object()
        data, end = self.raw(f"{parts.path}?{parts.query}", self.hub.cdn, **headers)
        head, _, body = data.partition(b"\r\n\r\n")
        return head.decode(), body, end

    def test_cut(self):
        rule = self.fault({"type": "cut", "after": 100_000}, server="cdn", times=1)
        head, body, end = self.cdn()
        self.assertIn("Content-Length: 4194304", head)
        self.assertEqual((len(body), end), (100_000, "fin"))
        self.assertEqual(len(self.cdn()[1]), 4 << 20)
        self.assertEqual(self.hub.fired(rule), 1)
        self.fault({"type": "cut", "after": 10, "how": "rst"}, server="cdn")
        self.assertEqual(self.cdn()[2], "rst")

    def test_stall_and_drop(self):
        self.fault({"type": "stall", "after": 1000}, server="cdn", nth=1)
        head, body, end = self.cdn()
        self.assertEqual((len(body), end), (1000, "stalled"))
        self.fault({"type": "stall", "after": 1000, "seconds": 0.3}, server="cdn")
        start = time.monotonic()
        self.assertEqual(len(self.cdn()[1]), 4 << 20)
        self.assertGreater(time.monotonic() - start, 0.3)
        self.fault({"type": "drop"}, route="info", times=1)
        self.assertEqual(self.raw("/api/models/acme/big")[1], "rst")
        self.assertEqual(self.get("/api/models/acme/big").status, 200)

    def test_ranges(self):
        self.fault({"type": "ignore_range"}, server="cdn", times=1)
        head, body, _ = self.cdn(Range="bytes=10-19")
        self.assertTrue(head.startswith("HTTP/1.1 200"))
        self.assertEqual(len(body), 4 << 20)
        self.fault({"type": "content_range", "shift": 5}, server="cdn", times=1)
        self.assertIn("Content-Range: bytes 15-24/4194304", self.cdn(Range="bytes=10-19")[0])
        honest = self.cdn(Range="bytes=20-29")[1]
        self.fault({"type": "content_range", "bytes_shift": 10}, server="cdn", times=1)
        head, body, _ = self.cdn(Range="bytes=10-19")
        self.assertIn("Content-Range: bytes 10-19/4194304", head)
        self.assertEqual(body, honest)

    def test_status(self):
        self.fault({"type": "status", "status": 429, "ratelimit": {"r": 0, "t": 2}}, route="tree", times=1)
        answer = self.get("/api/models/acme/big/tree/main")
        self.assertEqual((answer.status, answer["RateLimit"]), (429, '"api";r=0;t=2'))
        self.fault({"type": "status", "status": 503, "headers": {"Retry-After": "1"}}, path="/tree/", nth=[1, 3])
        self.assertEqual([self.get("/api/models/acme/big/tree/main").status for _ in range(4)], [503, 200, 503, 200])

    def test_json(self):
        path = "/api/models/acme/tiny-llama/tree/main"
        for action, check in (({"set": {"[*].size": "12"}}, lambda found: found[0]["size"] == "12"),
                              ({"drop": ["[0].oid"]}, lambda found: "oid" not in found[0] and "oid" in found[1]),
                              ({"replace": {"a": 1}}, lambda found: found == {"a": 1})):
            self.fault({"type": "json", **action}, route="tree", times=1)
            self.assertTrue(check(self.get(path).json()))
        self.fault({"type": "json", "truncate": 50}, route="tree", times=1)
        self.assertEqual(len(self.get(path, Accept_Encoding="gzip").body), 50)
        self.fault({"type": "html"}, route="tree", times=1)
        answer = self.get(path)
        self.assertEqual((answer.status, answer["Content-Type"]), (200, "text/html; charset=utf-8"))

    def test_pages(self):
        path = "/api/models/acme/tiny-llama/tree/main?recursive=true"
        rule = self.fault({"type": "pages", "mode": "endless"}, route="tree")
        url, seen = self.hub.url + path, set()
        for _ in range(5):
            answer = fetch(url)
            names = {row["path"] for row in answer.json()}
            self.assertFalse(names & seen)
            seen |= names
            self.assertNotEqual(url, answer["Link"][1:].split(">")[0])
            url = answer["Link"][1:].split(">")[0]
        self.hub.clear_faults(rule)
        self.fault({"type": "pages", "mode": "repeat"}, route="tree", times=2)
        first = self.get(path)["Link"]
        self.assertEqual(fetch(first[1:].split(">")[0])["Link"], first)
        self.fault({"type": "pages", "mode": "link", "link": "{cdn}/elsewhere"}, route="tree")
        self.assertEqual(self.get(path)["Link"], f'<{self.hub.cdn}/elsewhere>; rel="next"')

    def test_redirects(self):
        for location, told in (("{self}", self.big), ("{path}?hop={n}", self.big + "?hop=1"), ("file:///etc/passwd",) * 2,
                               ("unix+http://x/",) * 2, ("http://a:b@127.0.0.1/",) * 2):
            self.fault({"type": "redirect", "location": location}, route="resolve", times=1)
            self.assertEqual(self.get(self.big)["Location"], told)

    def test_bodies(self):
        good = self.cdn()[1]
        self.fault({"type": "corrupt", "at": 3_000_000}, server="cdn", times=1)
        self.assertEqual(self.cdn(Range="bytes=0-999")[1], good[:1000])
        bad = self.cdn(Range="bytes=2000000-")[1]
        self.assertEqual([n for n in range(len(bad)) if bad[n] != good[n + 2_000_000]], [1_000_000])
        self.assertEqual(self.cdn()[1], good)
        for action, head, body, more in (
                ({"type": "short", "bytes": 1000}, "Content-Length: 1000", good[:1000], ""),
                ({"type": "short", "bytes": 1000, "honest": False}, "Content-Length: 4194304", good[:1000], ""),
                ({"type": "long", "bytes": 7}, "Content-Length: 4194311", good + b"X" * 7, ""),
                ({"type": "long", "bytes": 7, "honest": False}, "Content-Length: 4194304", good + b"X" * 7, ""),
                ({"type": "gzip", "claim_only": True}, "Content-Encoding: gzip", good, ""),
                ({"type": "no_length"}, "", good, "Content-Length"),
                ({"type": "no_length", "cut": 500}, "", good[:500], "Content-Length")):
            self.fault(action, server="cdn", times=1)
            found, got, _ = self.cdn()
            self.assertIn(head, found)
            self.assertTrue(got == body, action)
            self.assertTrue(not more or more not in found, action)
        self.fault({"type": "gzip"}, server="cdn", times=1)
        self.assertEqual(gzip.decompress(self.cdn()[1]), good)
        self.fault({"type": "chunked"}, server="cdn", times=1)
        parts = self.object()
        self.assertEqual(fetch(f"{self.hub.cdn}{parts.path}?{parts.query}").body, good)
        self.fault({"type": "chunked", "cut": 100}, server="cdn", times=1)
        head, body, _ = self.cdn()
        self.assertFalse(body.endswith(b"0\r\n\r\n"))
        self.fault({"type": "garbage", "text": "hello"}, server="cdn", times=1)
        self.assertEqual(self.cdn()[0], "hello")

    def test_moving_branch(self):
        before = self.get("/api/models/acme/tiny-llama").json()["sha"]
        self.fault({"type": "move_ref", "repo": "acme/tiny-llama", "to": "dev"}, route="tree", times=1)
        self.get("/api/models/acme/tiny-llama/tree/main")
        after = self.get("/api/models/acme/tiny-llama").json()["sha"]
        self.assertNotEqual(before, after)
        self.hub.set_refs("acme/tiny-llama", {"refs/heads/main": before})
        self.fault({"type": "commit", "spec": {"id": "acme/tiny-llama", "files": [{"path": "new.txt", "text": "n"}]}}, route="info",
                   times=1)
        self.assertEqual(self.get("/api/models/acme/tiny-llama").json()["sha"], before)
        self.assertNotEqual(self.get("/api/models/acme/tiny-llama").json()["sha"], before)

    def test_wrong_rules_are_refused(self):
        for rule in ({"action": {"type": "nonsense"}}, {"action": {"type": "cut", "afterr": 1}}, {"match": {"x": 1}, "action": {
                "type": "drop"}}, {}):
            with self.assertRaises(PracticeHubError):
                self.hub.add_faults(rule)


class Pages(Base):
    def see(self, path, **headers):
        return self.get(path, Accept="text/html,application/xhtml+xml,*/*;q=0.8", **headers)

    def test_statuses(self):
        for path, status in (("/", 200), ("/models?search=llama", 200), ("/datasets", 200), ("/spaces", 200), ("/acme", 200),
                             ("/nobody", 404), ("/acme/tiny-llama", 200), ("/acme/nothing", 404), ("/acme/private", 404),
                             ("/acme/disabled", 403), ("/datasets/acme/weather/tree/main", 200), ("/spaces/acme/demo-app", 200),
                             ("/acme/tiny-llama/tree/feat%2Flong-context", 200), ("/acme/tiny-llama/tree/refs%2Fpr%2F1", 200),
                             ("/acme/tiny-llama/tree/nope", 404), ("/acme/tiny-llama/blob/main/config.json", 200),
                             ("/acme/tiny-llama/blob/main/nope", 404), ("/acme/tiny-llama/commits/main", 200),
                             ("/collections/acme/x", 200), ("/settings/profile", 200), ("/docs/hub", 200)):
            answer = self.see(path)
            self.assertEqual((answer.status, answer["Content-Type"]), (status, "text/html; charset=utf-8"), path)
        self.addCleanup(self.hub.settings, missing_page=404)
        self.hub.settings(missing_page=401)
        self.assertEqual(self.see("/acme/nothing").status, 401)

    def test_structure(self):
        text = self.see("/acme/tiny-llama").body.decode()
        for piece in ("<h1>", 'href="/acme"', 'href="/acme/tiny-llama"', "Copy model name", 'title="Like"', "Community"):
            self.assertIn(piece, text)
        self.assertIn("You need to agree", self.see("/acme/gated").body.decode())
        self.assertNotIn("You need to agree", self.see("/acme/gated", token=self.hub.tokens["alice"]).body.decode())
        files = self.see("/acme/tiny-llama/tree/v1.0").body.decode()
        self.assertIn('href="/acme/tiny-llama/resolve/v1.0/config.json?download=true"', files)
        for path, place in (("/tinygpt", "/acme/tinygpt"), ("/acme/old-name/tree/main?x=1", "/acme/new-name/tree/main?x=1")):
            answer = self.see(path)
            self.assertEqual((answer.status, answer["Location"]), (307, place))

    def test_look(self):
        self.assertNotIn('class="dark"', self.see("/acme/tiny-llama").body.decode())
        self.assertIn('<html class="dark"', self.see("/acme/tiny-llama?theme=dark").body.decode())
        self.assertIn('<html class="dark"', self.see("/acme/tiny-llama", Cookie="a=b; theme=dark").body.decode())
        self.assertIn("script-src 'self'", self.see("/models")["Content-Security-Policy"])
        self.assertEqual(self.get("/front/practice.js")["Content-Type"], "text/javascript; charset=utf-8")
        self.assertEqual(self.get("/front/nothing.js").status, 404)

    def test_names_are_only_text(self):
        self.hub.add_repo("acme/odd", [{"path": "<script>x</script>.txt", "text": "x"}, {"path": "a\"b?#%.md", "text": "x"},
                                       {"path": "README.md", "text": "<img src=x onerror=y>"}])
        text = self.see("/acme/odd").body.decode() + self.see("/acme/odd/tree/main").body.decode()
        self.assertNotIn("<script>x", text)
        self.assertNotIn("<img src=x", text)
        self.assertIn("/blob/main/a%22b%3F%23%25.md", text)
        self.assertNotIn("<b>", self.see("/models?search=%3Cb%3E").body.decode())

    def test_programs_get_what_they_got(self):
        self.assertEqual(self.see("/api/models/acme/big")["Content-Type"], "application/json; charset=utf-8")
        self.assertEqual(self.see("/acme/big/resolve/main/model.safetensors").status, 302)
        self.assertEqual(self.see("/acme/big/raw/main/config.json")["Content-Type"], "text/plain; charset=utf-8")
        self.assertEqual(self.get("/acme/nothing").status, 401)
        self.assertEqual(self.get("/acme/nothing", Accept="*/*").json(), {"error": "Invalid username or password."})


class Options(unittest.TestCase):
    def test_start(self):
        with tempfile.TemporaryDirectory() as folder:
            rules, log = os.path.join(folder, "rules.json"), os.path.join(folder, "log.jsonl")
            with open(rules, "w", encoding="ascii") as out:
                json.dump([{"match": {"route": "info", "nth": 2}, "action": {"type": "status", "status": 500}}], out)
            options = {"samples": "none", "faults": rules, "log": log, "rate_limits": "real", "work": folder, "xet": "off"}
            with PracticeHub(**options) as hub:
                hub.add_repo("a/b", [{"path": "model.bin", "size": 2_000_000}])
                answers = [fetch(hub.url + "/api/models/a/b") for _ in range(3)]
                self.assertEqual([answer.status for answer in answers], [200, 500, 200])
                self.assertTrue(answers[0]["RateLimit"].startswith('"api";r=499;t='))
                self.assertEqual(fetch(hub.url + "/a/b/resolve/main/model.bin")["X-Xet-Hash"], None)
                begun = time.monotonic()
            self.assertLess(time.monotonic() - begun, 3)
            self.assertIsNone(hub.process)
            with open(log, encoding="utf-8") as lines:
                self.assertEqual([json.loads(line)["route"] for line in lines], ["info", "info", "info", "resolve"])
            with self.assertRaises(PracticeHubError):
                PracticeHub("--no-such-option").start()


if __name__ == "__main__":
    unittest.main()
