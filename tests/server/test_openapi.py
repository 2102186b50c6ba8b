# SPDX-FileCopyrightText: 2026 The hugger authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The description of the API against the running program: every route that is described is there, nothing else is, and
every answer is what the description says it is."""

import hashlib
import http.client
import json
import pathlib
import re
import secrets
import unittest
import urllib.parse

import jsonschema
import openapi_spec_validator

import harness
import serving

DESCRIPTION = json.loads((harness.SOURCE / "resources" / "openapi.json").read_text())
METHODS = ("get", "post", "delete")
TINY = "acme/tiny-llama"
TINY_PATH = "repos/model/acme%2Ftiny-llama"


def operations():
    for path, item in DESCRIPTION["paths"].items():
        for method in METHODS:
            if method in item:
                yield path, method, item[method]


def resolved(part):
    while "$ref" in part:
        at = DESCRIPTION
        for step in part["$ref"].split("/")[1:]:
            at = at[step]
        part = at
    return part


def described(method, path):
    """The operation that a path without its query is an instance of; literal parts go before parameters."""
    best = None
    for pattern, item in DESCRIPTION["paths"].items():
        expression = "/".join("[^/]+" if part.startswith("{") else re.escape(part) for part in pattern[1:].split("/"))
        if re.fullmatch(expression, path) and method.lower() in item and (best is None or pattern.count("{") < best.count("{")):
            best = pattern
    return DESCRIPTION["paths"][best][method.lower()] if best else None


def checker(schema):
    # A schema of its own that all the others belong to.
    return jsonschema.Draft202012Validator({**schema, "components": DESCRIPTION["components"]},
                                           format_checker=jsonschema.FormatChecker())


class TheFile(unittest.TestCase):
    def test_is_valid(self):
        openapi_spec_validator.validate(DESCRIPTION)

    def test_schemas_are_valid(self):
        for name, schema in DESCRIPTION["components"]["schemas"].items():
            with self.subTest(name):
                jsonschema.Draft202012Validator.check_schema(schema)

    def test_objects_are_closed(self):
        """Else the tests below would let anything through."""
        def walk(part, place):
            if isinstance(part, dict):
                if "properties" in part:
                    self.assertIs(part.get("additionalProperties"), False, place)
                for key, value in part.items():
                    walk(value, f"{place}/{key}")
            elif isinstance(part, list):
                for index, value in enumerate(part):
                    walk(value, f"{place}/{index}")
        walk(DESCRIPTION["components"]["schemas"], "schemas")


class TheProgram(serving.Serving):
    hub_options = {"big_size": str(24 << 20), "many": 20}

    def setUp(self):
        super().setUp()
        self.served = self.serve()
        self.seen = set()
        # Repos, jobs and stores are listed a moment after it listens.
        self.wait_for(lambda: self.raw("GET", "stores")[0] == 200 and self.raw("GET", "jobs")[0] == 200, "the lists")

    def raw(self, method, path, body=None, token=True, headers=None):
        """Status, headers and JSON, unchecked."""
        connection = http.client.HTTPConnection("127.0.0.1", self.note["port"], timeout=60)
        sent = {"Authorization": f"Bearer {self.note['token']}"} if token else {}
        if method == "POST":
            sent["Content-Type"] = "application/json"
        data = json.dumps({} if body is None else body) if method == "POST" else None
        connection.request(method, f"/hugger/v1/{path}", data, sent | (headers or {}))
        answer = connection.getresponse()
        found = answer.status, answer.headers, json.loads(answer.read())
        connection.close()
        return found

    def ask(self, method, path, body=None, expect=None, **more):
        """The JSON, once it is what the description says about that path, method and status."""
        operation = described(method, path.partition("?")[0])
        self.assertIsNotNone(operation, f"{method} {path} is not described")
        status, headers, answer = self.raw(method, path, body, **more)
        where = f"{method} {path}: {status} {answer}"
        self.assertIn(str(status), operation["responses"], where)
        response = resolved(operation["responses"][str(status)])
        schema = response["content"]["application/json"]["schema"]
        trouble = [f"{error.json_path}: {error.message}" for error in checker(schema).iter_errors(answer)]
        self.assertEqual(trouble, [], where)
        self.assertEqual(headers["Hugger-Api"], "1")
        for name in response.get("headers", {}):
            if name != "WWW-Authenticate":
                self.assertIn(name, headers, where)
        if method == "POST" and status < 300:
            body_schema = operation["requestBody"]["content"]["application/json"]["schema"]
            self.assertEqual(list(checker(body_schema).iter_errors(body or {})), [], f"{path} took what it should not have: {body}")
        if expect is not None:
            self.assertEqual(status, expect, where)
        self.seen.add((operation["operationId"], status < 300))
        return answer

    def test_every_described_route_is_there(self):
        values = {"kind": "model", "id": "acme%2Fx", "archive": "7", "job": "7", "pairing": "x", "trash": "x", "client": "x", "event": "7"}
        for path, method, _ in operations():
            with self.subTest(f"{method} {path}"):
                real = path[1:].format(**values)
                status, _, answer = self.raw(method.upper(), real + ("?wait=0" if path in ("/events", "/pairings") else ""))
                self.assertNotEqual(status, 405, answer)
                self.assertNotEqual(answer.get("error", {}).get("code"), "no_such_route")

    def test_nothing_else_is_there(self):
        values = {"kind": "model", "id": "acme%2Fx", "archive": "7", "job": "7", "pairing": "x", "trash": "x", "client": "x", "event": "7"}
        for path, item in DESCRIPTION["paths"].items():
            allowed = {method.upper() for method in METHODS if method in item}
            for method in {"GET", "POST", "DELETE", "PUT", "PATCH", "OPTIONS"} - allowed:
                with self.subTest(f"{method} {path}"):
                    real = path[1:].format(**values)
                    # A literal path may have the methods of the one with a parameter: jobs/pause is no job.
                    status, headers, answer = self.raw(method, real)
                    self.assertEqual((status, answer["error"]["code"]), (405, "wrong_method"))
                    self.assertEqual({one.strip() for one in headers["Allow"].split(",")}, allowed)
        for path in ("x", "repos/model", "repos/model/acme/x", "jobs/7/pause/x", "archives/7/x", "Ping"):
            with self.subTest(path):
                status, _, answer = self.raw("GET", path)
                self.assertEqual((status, answer["error"]["code"]), (404, "no_such_route"))

    def test_it_serves_its_description(self):
        self.assertEqual(self.ask("GET", "openapi.json", token=False), DESCRIPTION)

    def test_answers_are_as_described(self):
        ask = self.ask
        # Open
        ping = ask("GET", "ping", token=False, expect=200)
        self.assertIsNone(ping["proof"])
        self.assertTrue(ask("GET", f"ping?client=owner&challenge={secrets.token_hex(16)}", token=False)["proof"])
        nonce = secrets.token_bytes(32)
        origin = {"Origin": serving.ORIGIN}
        begun = ask("POST", "pair", {"name": "Firefox", "commitment": hashlib.sha256(nonce).hexdigest()}, token=False, headers=origin, expect=202)
        pair = "pair/" + begun["pairing"]
        ask("POST", pair, {"nonce": nonce.hex()}, token=False, headers=origin, expect=200)
        self.assertEqual(ask("GET", pair + "?wait=0", token=False)["state"], "asked")
        # Owner
        self.assertEqual(ask("GET", "pairings?wait=0")["pairings"][0]["name"], "Firefox")
        ask("POST", "pairings/" + begun["pairing"], {"allow": True}, expect=200)
        token = ask("GET", pair, token=False)["token"]
        client = ask("GET", "clients")["clients"][0]["client"]
        ask("GET", "clients", token=False, headers={"Authorization": f"Bearer {token}"}, expect=403)
        self.assertEqual(ask("GET", "jobs", token=False, headers={"Authorization": f"Bearer {token}"}), {"jobs": []})
        ask("DELETE", "clients/" + client, expect=200)
        ask("DELETE", "clients/" + client, expect=404)
        ask("GET", "jobs", token=False, headers={"Authorization": f"Bearer {token}"}, expect=401)
        again = ask("POST", "pair", {"name": "Firefox", "commitment": "0" * 64}, token=False, headers=origin, expect=202)
        ask("DELETE", "pair/" + again["pairing"], token=False, headers=origin, expect=200)

        # Something fails, something is archived, changed and removed.
        since = ask("GET", "events")["now"]
        self.assertIsNone(ask("GET", TINY_PATH + "?revision=main")["repo"]["asked"]["archive"])
        ask("POST", TINY_PATH + "/check", expect=404)
        files = ask("GET", TINY_PATH + "/files", expect=200)
        self.assertEqual({file["path"] for file in files["files"]}, set(self.truth(TINY)))
        ask("GET", "repos/model/acme%2Fgated/files", expect=403)
        ask("GET", "repos/model/acme%2Fnothing/files", expect=404)
        ask("POST", "jobs", {"kind": "model", "repo": "acme/nothing"}, expect=201)
        self.wait_for(lambda: (ask("GET", "repos/model/acme%2Fnothing")["repo"]["job"] or {}).get("error"), "the failure")
        wish = {"kind": "model", "repo": TINY, "revision": "main", "files": ["config.json"]}
        self.hub.throttle(connection=1000)
        job = ask("POST", "jobs", wish, expect=201)["job"]["id"]
        self.assertEqual(ask("POST", "jobs", wish, expect=200)["job"]["id"], job)
        ask("POST", f"jobs/{job}/pause", expect=200)
        ask("POST", f"jobs/{job}/cancel", expect=200)
        self.wait_for(lambda: ask("GET", f"jobs/{job}")["job"]["state"] == "cancelled", "the end of it")
        ask("POST", f"jobs/{job}/pause", expect=409)
        ask("POST", f"jobs/{job}/retry", expect=200)
        ask("POST", "jobs/pause", expect=200)
        ask("POST", "jobs/resume", expect=200)
        ask("POST", f"jobs/{job}/resume", expect=200)
        self.hub.throttle()
        repo = self.wait_for(lambda: (found := ask("GET", TINY_PATH)["repo"])["held"] == "partial" and found, "a part of it")
        archive = repo["archives"][0]["archive"]
        self.assertEqual(ask("GET", f"archives/{archive}")["archive"]["state"], "partial")
        self.assertGreater(ask("POST", TINY_PATH + "/check", expect=200)["repo"]["update"]["files"], 0)
        ask("POST", "jobs", {"kind": "model", "repo": TINY}, expect=201)
        self.wait_for(lambda: ask("GET", TINY_PATH)["repo"]["held"] == "complete", "all of it")
        events = ask("GET", f"events?since={since}")
        self.assertLessEqual({"job", "repo", "stores"}, {event["type"] for event in events["events"]})
        self.assertEqual(ask("GET", f"repos?id=model:{TINY}&id=space:acme/x")["repos"][0]["held"], "complete")
        self.assertEqual(len(ask("GET", "archives?limit=1&after=0")["archives"]), 1)
        self.assertGreater(len(ask("GET", "jobs?state=all")["jobs"]), 2)
        self.assertTrue(ask("GET", "stores")["stores"][0]["plugged"])
        # Upstream changes, which a check tells with its proof, and an update would bring.
        self.hub.commit(TINY, [{"path": "LICENSE", "text": "Do as you are told."}], title="Another license")
        happened = ask("POST", TINY_PATH + "/check", expect=200)["events"]
        self.assertLessEqual({"new_commit", "license_changed"}, {event["type"] for event in happened})
        listed = ask("GET", f"upstream-events?repo=model/{TINY}&type=license_changed&limit=1")["events"]
        self.assertEqual(listed[0]["type"], "license_changed")
        self.assertEqual(ask("GET", f"upstream-events?before={listed[0]['id']}&type=license_changed")["events"], [])
        facts = ask("GET", f"upstream-events/{listed[0]['id']}", expect=200)["event"]["facts"]
        self.assertEqual(facts["license"]["texts"][0]["after"], "Do as you are told.")
        self.assertGreater(len(facts["evidence"]), 0)
        update = ask("GET", TINY_PATH + "/update", expect=200)["update"]
        self.assertEqual(update["license"]["texts"], ["LICENSE"])
        ask("GET", "repos/model/acme%2Fnothing/update", expect=404)
        ask("GET", "upstream-events/1000000", expect=404)
        self.assertEqual(ask("POST", "check", expect=200)["due"], 1)
        ask("POST", f"archives/{archive}/repair", expect=201)
        verify = ask("POST", f"archives/{archive}/verify", expect=201)["job"]["id"]
        self.wait_for(lambda: ask("GET", f"jobs/{verify}")["job"]["state"] == "done", "the verify")
        self.wait_for(lambda: ask("GET", "jobs")["jobs"] == [], "the repair")
        # A bundle goes out and comes back; the browser of a token hears of no path.
        target = str(self.folder / "tiny.tar")
        bundle = {"archives": [archive], "target": target, "format": "tar"}
        exported = ask("POST", "exports", bundle, expect=201)["job"]
        self.assertEqual(exported["target"], target)
        self.wait_for(lambda: ask("GET", f"jobs/{exported['id']}")["job"]["state"] == "done", "the export")
        self.assertEqual(ask("GET", f"jobs/{exported['id']}")["job"]["result"]["target"], target)
        imported = ask("POST", "imports", {"source": target}, expect=201)["job"]
        self.assertEqual(imported["source"], target)
        self.wait_for(lambda: ask("GET", f"jobs/{imported['id']}")["job"]["state"] == "done", "the import")
        ask("POST", "exports", {**bundle, "archives": [1 << 40], "target": target + "x"}, expect=404)
        ask("POST", "exports", {**bundle, "target": "tiny.tar"}, expect=422)
        ask("POST", "imports", {"source": target + ".none"}, expect=404)
        # The last one under the old license, for all that is known.
        self.assertEqual(ask("GET", f"archives/{archive}")["archive"]["last_copy"], "license")
        ask("DELETE", f"archives/{archive}", expect=409)
        trash = ask("DELETE", f"archives/{archive}?confirm={TINY}", expect=200)["removed"]["trash"]
        ask("DELETE", f"archives/{archive}", expect=404)
        ask("POST", f"trash/{trash}/restore", expect=200)
        ask("POST", f"trash/{trash}/restore", expect=404)
        ask("POST", "show", {"kind": "model", "repo": TINY}, expect=409)
        # Wrong values, of each place where there may be any.
        for path in ("repos/x/acme%2Fx", "repos/model/a..b", TINY_PATH + "?revision=..", "archives?limit=x", "jobs?state=x",
                     "events?since=x", "stores?x=1", "repos", "ping?client=x", "upstream-events?type=x", TINY_PATH + "/update?revision=.."):
            ask("GET", path, expect=422)
        for body in ({"kind": "model", "repo": TINY, "files": []}, {"kind": "model", "repo": TINY, "store": "nowhere"},
                     {"kind": "model", "repo": TINY, "files": ["../x"]}, {"repo": TINY}, {"kind": 1, "repo": TINY}):
            ask("POST", "jobs", body, expect=422)
        self.hub.listen(server="hub", up=False)
        ask("POST", TINY_PATH + "/check", {"revision": "v1.0"}, expect=502)

        answered = {name for name, well in self.seen if well}
        left = {operation["operationId"] for _, _, operation in operations()} - answered
        # It runs without a window; the description itself has a test of its own.
        self.assertEqual(left, {"show", "openapi"})


if __name__ == "__main__":
    unittest.main()
