# SPDX-FileCopyrightText: 2026 The hugger authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The request log: what was asked, with all headers, what was answered, how many bytes of what were handed over."""

import collections
import json
import sys
import time
import traceback


class Record:
    def __init__(self, path=None, keep=50_000):
        self.entries = collections.deque(maxlen=keep)
        self.out = open(path, "a", encoding="utf-8") if path else None
        self.clear()

    def clear(self):
        self.entries.clear()
        self.total = 0
        self.routes = collections.Counter()
        self.statuses = collections.Counter()
        self.served = collections.Counter()     # object -> body bytes handed to the kernel
        self.gets = collections.Counter()       # object -> answers that carried bytes of it
        self.bytes = collections.Counter()      # server -> body bytes
        self.cdn_authorization = 0
        self.errors = []

    def finished(self, request, response, sent, whole):
        server = request.server
        if server == "control":
            return
        self.total += 1
        self.routes[f"{server} {response.route or 'other'}"] += 1
        self.statuses[f"{server} {response.status}"] += 1
        self.bytes[server] += sent
        if response.object and sent:
            self.served[response.object] += sent
            self.gets[response.object] += 1
        if server == "cdn" and "authorization" in request.headers:
            self.cdn_authorization += 1
        self.entries.append((self.total, request, response.status, response.route, response.repo, response.object, sent, whole))
        if self.out:
            self.out.write(json.dumps(self.describe(self.entries[-1])) + "\n")
            self.out.flush()

    def failed(self, request, error):
        text = "".join(traceback.format_exception(error))
        self.errors.append(f"{request.method} {request.target}: {text}")
        print(f"practicehub: {request.method} {request.target} failed\n{text}", file=sys.stderr, flush=True)

    @staticmethod
    def describe(entry):
        number, request, status, route, repo, name, sent, whole = entry
        return {"n": number, "at": round(request.time, 6), "server": request.server, "connection": request.connection,
                "method": request.method, "target": request.target, "path": request.path, "headers": request.headers,
                "status": status, "route": route, "repo": repo, "object": name, "sent": sent, "whole": whole}

    def list(self, since=0, server=None, route=None, path=None, limit=None):
        """Newest last. `path` is searched for as plain text in the target."""
        found = []
        for entry in self.entries:
            if entry[0] <= since or (server and entry[1].server != server) or (route and entry[3] != route):
                continue
            if path and path not in entry[1].target:
                continue
            found.append(self.describe(entry))
        return found[-limit:] if limit else found

    def counters(self):
        return {"at": time.time(), "requests": self.total, "routes": dict(self.routes), "statuses": dict(self.statuses),
                "bytes": dict(self.bytes), "served": dict(self.served), "gets": dict(self.gets),
                "cdn_authorization": self.cdn_authorization, "errors": self.errors}
