# SPDX-FileCopyrightText: 2026 The hugger authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Starts a practice Hub for a Python test and steers it.

    with PracticeHub(big_size="200M") as hub:
        hub.fault({"type": "cut", "after": 100000}, server="cdn", times=1)
        run_something(endpoint=hub.url, token=hub.tokens["alice"])
        assert hub.counters()["cdn_authorization"] == 0
"""

import http.client
import json
import os
import subprocess
import sys
import time
import urllib.parse


class PracticeHubError(Exception):
    pass


class PracticeHub:
    def __init__(self, *arguments, python=sys.executable, **options):
        """Options are those of the command line: PracticeHub(big_size="1G", rate_limits="real", work=folder)."""
        self.command = [python, os.path.dirname(os.path.abspath(__file__)), "--until-eof", *arguments]
        for name, value in options.items():
            self.command += ["--" + name.replace("_", "-"), str(value)]
        self.process = None
        self.url = self.cdn = self.control = None
        self.certificate = None
        self.tokens = {}

    def start(self):
        self.process = subprocess.Popen(self.command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        line = self.process.stdout.readline()
        if not line:
            raise PracticeHubError(f"The practice Hub did not start (exit {self.process.wait()}).")
        ready = json.loads(line)
        self.url, self.cdn, self.control = ready["hub"], ready["cdn"], ready["control"]
        self.certificate = ready.get("certificate")
        self.tokens = self.status()["tokens"]
        return self

    def stop(self):
        if self.process:
            self.process.stdin.close()
            try:
                self.process.wait(10)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()
            self.process.stdout.close()
            self.process = None

    def __enter__(self):
        return self.start()

    def __exit__(self, *_):
        self.stop()

    def call(self, method, path, value=None, /, **query):
        """One call of the control API."""
        host = urllib.parse.urlsplit(self.control).netloc
        query = {name: one for name, one in query.items() if one is not None}
        connection = http.client.HTTPConnection(host, timeout=120)
        try:
            connection.request(method, "/" + path + ("?" + urllib.parse.urlencode(query) if query else ""),
                               None if value is None else json.dumps(value), {"Content-Type": "application/json"})
            answer = connection.getresponse()
            found = json.loads(answer.read())
        finally:
            connection.close()
        if answer.status != 200:
            raise PracticeHubError(found["error"])
        return found

    # What there is

    def status(self):
        return self.call("GET", "status")

    def repos(self):
        return self.call("GET", "repos")

    def repo(self, id, kind="models", revision="HEAD"):
        """The truth about a repository: refs, commits, and every file with size, sha256 and git_sha1."""
        return self.call("GET", "repo", kind=kind, id=id, revision=revision)

    # Repositories. A file is {"path": ..., and "text", "base64", "file" or "size" (generated)}

    def add_repo(self, id, files=(), kind="models", **more):
        return self.call("POST", "repos", {"id": id, "kind": kind, "files": list(files), **more})

    def commit(self, id, files=(), kind="models", **more):
        return self.call("POST", "commits", {"id": id, "kind": kind, "files": list(files), **more})["sha"]

    def set_refs(self, id, set=None, delete=(), kind="models", prune=False):
        return self.call("POST", "refs", {"id": id, "kind": kind, "set": set or {}, "delete": list(delete), "prune": prune})

    def update(self, id, kind="models", **changes):
        return self.call("POST", "repos/update", {"id": id, "kind": kind, **changes})

    def delete(self, id, kind="models"):
        return self.call("POST", "repos/delete", {"id": id, "kind": kind})

    def rename(self, id, to, kind="models"):
        return self.call("POST", "repos/rename", {"id": id, "kind": kind, "to": to})

    def add_token(self, name, **more):
        token = self.call("POST", "tokens", {"name": name, **more})["token"]
        self.tokens[name] = token
        return token

    def drop_token(self, token):
        return self.call("DELETE", "tokens", token=token)

    # Faults

    def fault(self, action, id=None, **match):
        """One rule: fault({"type": "status", "status": 503}, server="hub", route="tree", times=2)."""
        rule = {"match": match, "action": action}
        if id:
            rule["id"] = id
        return self.call("POST", "faults", rule)["ids"][0]

    def add_faults(self, rules):
        return self.call("POST", "faults", rules)["ids"]

    def faults(self):
        return self.call("GET", "faults")

    def fired(self, id):
        return next(rule["fired"] for rule in self.faults() if rule["id"] == id)

    def clear_faults(self, id=None):
        return self.call("DELETE", "faults", id=id)

    # Limits

    def settings(self, **changes):
        return self.call("POST", "settings", changes) if changes else self.call("GET", "settings")

    def limits(self, mode=None, quotas=None, window=None):
        return self.call("POST", "limits", {"mode": mode, "quotas": quotas, "window": window})

    def throttle(self, connection=0, everything=0, server="both", send_buffer=0):
        return self.call("POST", "throttle", {"connection": connection, "global": everything, "server": server,
                                              "send_buffer": send_buffer})

    def listen(self, up, server="both"):
        """Down: refuses connections and breaks those there are. Returns when it is so."""
        self.call("POST", "listen", {"up": up, "server": server})
        wanted = {"hub", "cdn"} if server == "both" else {server}
        deadline = time.monotonic() + 10
        while any(self.status()["up"][name] != up for name in wanted):
            if time.monotonic() > deadline:
                raise PracticeHubError("The practice Hub could not listen again.")

    # What was asked

    def log(self, since=0, server=None, route=None, path=None, limit=None):
        return self.call("GET", "log", since=since or None, server=server, route=route, path=path, limit=limit)

    def clear_log(self):
        return self.call("DELETE", "log")

    def counters(self):
        return self.call("GET", "counters")

    def reset(self):
        return self.call("POST", "reset", {})
