# SPDX-FileCopyrightText: 2026 The hugger authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Whole requests of somebody who may ask, with bodies, ids, paths and numbers that make no sense. Nothing is done by halves."""

import json

import hostile

NAME = {"kind": "model", "repo": "acme/gated"}


class Bodies(hostile.HostileTest):
    def post(self, path, body):
        if not isinstance(body, bytes):
            body = json.dumps(body).encode()
        return self.served.ask(self.served.head("POST", path, token=self.served.owner, body=body))

    def get(self, path, method="GET"):
        return self.served.ask(self.served.head(method, path, token=self.served.owner))

    def test_no_json(self):
        deep = b'{"kind":"model","repo":"acme/gated","files":' + b"[" * 28_000 + b"]" * 28_000 + b"}"
        for body in (b"", b" ", b"null", b"true", b"1", b'"x"', b"[]", b'[{"kind":"model","repo":"acme/gated"}]', b"{", b"}", b"{}}", b"{} {}", b"{}x", b"{'kind':'model'}",
                     b'{"kind":"model","repo":"acme/gated",}', b'{"kind":"model" "repo":"acme/gated"}', b'\xef\xbb\xbf{"kind":"model","repo":"acme/gated"}x',
                     b'{"kind":"model","repo":"acme/gated"}\x00', b'{"kind":"model",/* */"repo":"acme/gated"}', b'{"kind":NaN}', b'{"kind":Infinity}', b"[" * 59_000,
                     b'{"a":' * 9_000 + b"1" + b"}" * 9_000, deep, b'{"kind":"mod\xff","repo":"acme/gated"}', b'{"kind":"model","repo":"acme/\xc0\xaf"}',
                     b'{"kind":"model","repo":"acme/\xed\xa0\x80"}', b'{"kind":"model","repo":"acme/\\ud800"}', b'{"kind":"model","repo":"\\udc00\\ud800"}',
                     b'{"kind":"model","\\ud800":1}', b'{"kind":"model","repo":"acme/gated","repo":"acme/private"}',
                     b'{"kind":"model","repo":"acme/gated","\\u0072epo":"acme/private"}', b'{"kind":"model","kind":"model","repo":"acme/gated"}',
                     '{"kind":"model","repo":"acme/gated"}'.encode("utf-16"), '{"kind":"model","repo":"acme/gated"}'.encode("utf-32")):
            for path in ("jobs", "jobs/pause", "pair", "show", "archives/1/verify", "check"):
                with self.subTest(body=body[:100], path=path):
                    self.assertRefused(self.post(path, body), 400, "bad_request")
        self.assertRefused(self.post("jobs", b"[" * 100_000 + b"]" * 100_000), 413, "body_too_large")

    def test_wrong_fields(self):
        for more in ({"kind": None}, {"kind": 1}, {"kind": "Model"}, {"kind": "models"}, {"kind": ["model"]}, {"kind": ""}, {"repo": None}, {"repo": 5}, {"repo": ["acme/gated"]},
                     {"repo": {"id": "acme/gated"}}, {"revision": 1}, {"revision": None}, {"revision": ["main"]}, {"commit": "main"}, {"commit": 12}, {"commit": "A" * 40},
                     {"commit": "a" * 39}, {"files": "config.json"}, {"files": {"0": "config.json"}}, {"files": [1]}, {"files": [None]}, {"files": [["config.json"]]},
                     {"files": []}, {"files": ["config.json", "config.json", {}]}, {"include": "*"}, {"include": [1]}, {"exclude": [{}]}, {"store": 1}, {"store": ["Home"]},
                     {"store": "no such store"}, {"store": "/etc"}, {"store": "../.."}, {"files": ["a"], "include": ["*"]}, {"unknown": 1}, {"Kind": "model"}, {"repo ": "x"},
                     {"__proto__": {}}, {"": 1}, {"files": ["a"] * 10_001}, {"priority": 10**400}):
            with self.subTest(str(more)[:100]):
                answer = self.post("jobs", NAME | more)
                # Ten thousand names are more than a body has room for, and ten to the four hundred is no number of JSON's.
                self.assertIn(answer.status, (422, 400) if "priority" in more else (422,), str(answer))
                self.assertRefused(answer, answer.status)
        for lacks in ({"kind": "model"}, {"repo": "acme/gated"}, {}):
            self.assertRefused(self.post("jobs", lacks), 422)

    def test_fields_of_other_routes(self):
        for path, body in (("jobs/pause", {"x": 1}), ("jobs/1/cancel", {"x": 1}), ("archives/1/verify", {"x": 1}), ("archives/1/repair", {"deep": True}),
                           ("show", NAME | {"add": "yes"}), ("show", NAME | {"add": 1}), ("show", {"kind": "model"}), ("repos/model/acme%2Ftiny-llama/check", {"revision": 1}),
                           ("repos/model/acme%2Ftiny-llama/check", {"revision": "../.."}), ("pairings/" + "0" * 32, {"allow": 1}), ("pairings/" + "0" * 32, {"allow": "true"}),
                           ("pairings/" + "0" * 32, {}), ("trash/none/restore", {"x": 1}), ("check", {"repo": "acme/gated"}), ("check", {"force": True})):
            with self.subTest(path=path, body=body):
                answer = self.post(path, body)
                self.assertIn(answer.status, (404, 422))
                self.assertRefused(answer, answer.status)

    def test_hostile_paths(self):
        for path in ("../x", "..", ".", "a/../../x", "/etc/passwd", "a//b", "a/", "", "a\\b", "..\\x", "C:x", "a\u0000b", "a\nb", "\u001b[2J", "CON", "a/aux.txt", "x.", "x ",
                     "a/.git/config", "a/" * 70 + "x", "x" * 256, "y/" * 600, "com1.safetensors"):
            with self.subTest(path):
                self.assertRefused(self.post("jobs", NAME | {"files": [path]}), 422, ("hostile_path", "bad_field"))
                self.assertRefused(self.post("jobs", NAME | {"files": ["config.json", path]}), 422, ("hostile_path", "bad_field"))

    def test_hostile_ids(self):
        for id in ("a/b/../c", "../..", "datasets/", "/a", "a/", "a//b", "a/b/c", "a b", "a/b c", "x" * 300, "a/" + "x" * 97, "\U0001f917/x", "a/\u202eb", "a/b.git", "-a/b",
                   "a/b-", "a--b/c", "a/b..c", "", " ", ".", "..", "a\u0000b", "a/b?x", "a/b#x", "a/b%2Fc", "a\\b", "http://evil.example/a", "hf_" + "A" * 34 + " x"):
            with self.subTest(id):
                answer = self.post("jobs", {"kind": "model", "repo": id})
                self.assertRefused(answer, 422, ("bad_repo_id", "bad_field"))
                self.assertRefused(self.post("show", {"kind": "model", "repo": id}), 422, ("bad_repo_id", "bad_field"))
                if id in ("", ".", "..") or "\u0000" in id:
                    continue
                quoted = hostile.urllib.parse.quote(id, safe="")
                for path in (f"repos/model/{quoted}", f"repos/model/{quoted}/files", f"repos/model/{quoted}/update", f"repos?id=model:{quoted}",
                             f"upstream-events?repo=model/{quoted}"):
                    self.assertRefused(self.get(path), 422, ("bad_repo_id", "bad_field"))
                self.assertRefused(self.post(f"repos/model/{quoted}/check", {}), 422, ("bad_repo_id", "bad_field"))

    def test_hostile_revisions(self):
        for revision in ("", "a b", "a..b", "~1", "a^", "a:b", "-x", "/", "a//b", "x.lock", ".", "..", "a\u0007b", "x" * 300, "@{", "a\\b", "*", "a?"):
            with self.subTest(revision):
                self.assertRefused(self.post("jobs", NAME | {"revision": revision}), 422, ("bad_revision", "bad_field"))
                if "\u0007" in revision:
                    continue
                quoted = hostile.urllib.parse.quote(revision, safe="")
                for path in (f"repos/model/acme%2Ftiny-llama?revision={quoted}", f"repos/model/acme%2Ftiny-llama/files?revision={quoted}",
                             f"repos/model/acme%2Ftiny-llama/update?revision={quoted}"):
                    self.assertRefused(self.get(path), 422, ("bad_revision", "bad_field"))

    def test_wrong_kinds(self):
        for kind in ("models", "Model", "kernel", "datasets", "%20model", "model%20", "0"):
            with self.subTest(kind):
                for path in (f"repos/{kind}/acme%2Ftiny-llama", f"repos/{kind}/acme%2Ftiny-llama/files", f"repos?id={kind}:acme%2Ftiny-llama",
                             f"repos/{kind}/acme%2Ftiny-llama/update", f"upstream-events?repo={kind}/acme%2Ftiny-llama"):
                    answer = self.get(path)
                    self.assertIn(answer.status, (404, 422))
                    self.assertRefused(answer, answer.status)

    def test_numbers_in_paths(self):
        for number in ("0", "-1", "999999", "abc", "1e3", "0x1", "%201", "1%20", "+1", "1.0", "01x", "99999999999999999999", "9223372036854775808", "-9223372036854775809", "1%2F2",
                       "%D9%A1", "NaN", "1,2", "1;1", "1'--", "%25s"):
            with self.subTest(number):
                for method, path in (("GET", f"archives/{number}"), ("DELETE", f"archives/{number}"), ("GET", f"jobs/{number}"), ("GET", f"upstream-events/{number}")):
                    answer = self.get(path, method)
                    self.assertIn(answer.status, (404, 422), str(answer))
                    self.assertRefused(answer, answer.status)
                for path in (f"archives/{number}/verify", f"archives/{number}/repair", f"jobs/{number}/pause", f"jobs/{number}/resume", f"jobs/{number}/cancel",
                             f"jobs/{number}/retry", f"trash/{number}/restore"):
                    answer = self.post(path, {})
                    self.assertIn(answer.status, (404, 422), str(answer))
                    self.assertRefused(answer, answer.status)

    def test_queries(self):
        for path in ("jobs?state=some", "jobs?x=1", "jobs?state=all&state=unfinished", "archives?limit=0", "archives?limit=501", "archives?limit=-1", "archives?limit=abc",
                     "archives?limit=1e2", "archives?limit=", "archives?after=-1", "archives?after=99999999999999999999", "archives?limit=1&limit=2", "archives/1?x=1", "repos",
                     "repos?id=", "repos?id=acme/x", "repos?" + "&".join("id=model:a/b" for _ in range(101)), "repos?id=model:a/b&x=1", "events?since=-1", "events?since=abc",
                     "events?since=99999999999999999999", "events?since=0&wait=21", "events?since=0&wait=-1", "events?since=0&wait=1e1", "events?since=0&wait=0.5", "events?since=0&since=1",
                     "ping?challenge=short&client=x", "ping?client=x&challenge=" + "a" * 129, "ping?x=1", "stores?x=1", "pairings?wait=21", "clients?x=1", "pair/" + "0" * 32 + "?wait=21",
                     "upstream-events?limit=0", "upstream-events?limit=501", "upstream-events?limit=1e2", "upstream-events?before=0", "upstream-events?before=99999999999999999999",
                     "upstream-events?before=1&before=2", "upstream-events?repo=", "upstream-events?repo=acme", "upstream-events?repo=/acme/x", "upstream-events?repo=model:acme/x",
                     "upstream-events?type=", "upstream-events?type=GONE", "upstream-events?type=archived", "upstream-events?type=gone,back", "upstream-events?since=1",
                     "upstream-events?" + "&".join("type=gone" for _ in range(50)), "upstream-events/1?x=1", "repos/model/acme%2Ftiny-llama/update?x=1"):
            with self.subTest(path[:80]):
                self.assertRefused(self.get(path), 422, ("bad_field", "bad_repo_id"))
        self.assertRefused(self.get("archives/1?confirm=a/b&force=1", "DELETE"), 422, "bad_field")

    def test_reading_changes_nothing(self):
        """An image of a page can only GET."""
        for path in ("jobs/pause", "jobs/resume", "archives/1/verify", "archives/1/repair", "show", "pair", "trash/none/restore", "jobs/1/cancel", "repos/model/acme%2Ftiny-llama/check",
                     "check"):
            answer = self.get(path)
            self.assertRefused(answer, answer.status)
            self.assertIn(answer.status, (404, 405, 422))


if __name__ == "__main__":
    hostile.harness.main()
