# SPDX-FileCopyrightText: 2026 The hugger authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Fault rules: which requests they hit, and what becomes of the answer. README.md lists them."""

import random
import re

from . import spoil

MATCH_KEYS = {"server", "path", "route", "method", "repo", "status", "header", "nth", "skip", "times", "probability"}


class Rule:
    def __init__(self, number, spec, seed=0):
        if not isinstance(spec, dict) or "action" not in spec:
            raise ValueError("a rule is {match: {...}, action: {...}}")
        match = spec.get("match", {})
        unknown = set(match) - MATCH_KEYS
        if unknown:
            raise ValueError(f"unknown in match: {', '.join(sorted(unknown))}")
        self.spec = spec
        self.id = str(spec.get("id", number))
        self.server = match.get("server")
        self.path = re.compile(match["path"]) if "path" in match else None
        self.route = re.compile(match["route"]) if "route" in match else None
        self.repo = match.get("repo")
        methods = match.get("method")
        self.methods = [methods] if isinstance(methods, str) else methods
        status = match.get("status")
        self.statuses = [status] if isinstance(status, int) else status
        self.headers = {name.lower(): re.compile(value) for name, value in match.get("header", {}).items()}
        nth = match.get("nth")
        self.nth = [nth] if isinstance(nth, int) else nth
        self.skip = match.get("skip", 0)
        self.times = match.get("times")
        self.probability = match.get("probability")
        self.random = random.Random(f"{seed} {self.id}")
        self.action = spoil.action(spec["action"])
        self.seen = 0
        self.fired = 0

    def hits(self, request, response):
        if self.server and self.server != request.server:
            return False
        if self.methods and request.method not in self.methods:
            return False
        if self.route and not self.route.fullmatch(response.route):
            return False
        if self.repo and self.repo != response.repo:
            return False
        if self.path and not self.path.search(request.target):
            return False
        for name, value in self.headers.items():
            if not value.search(request.headers.get(name, "")):
                return False
        if self.statuses is not None and response.status not in self.statuses:
            return False
        if not self.action.applies(request, response, self.statuses is not None):
            return False
        self.seen += 1
        if self.seen <= self.skip or (self.nth and self.seen - self.skip not in self.nth):
            return False
        if self.times is not None and self.fired >= self.times:
            return False
        if self.probability is not None and self.random.random() >= self.probability:
            return False
        self.fired += 1
        return True

    def describe(self):
        return {"id": self.id, "seen": self.seen, "fired": self.fired, **{k: v for k, v in self.spec.items() if k != "id"}}


class Faults:
    def __init__(self, world):
        self.world = world      # what actions may touch: registry, origins, the two servers
        self.rules = []
        self.made = 0

    def add(self, specs):
        rules = []
        for spec in specs if isinstance(specs, list) else [specs]:
            self.made += 1
            rules.append(Rule(self.made, spec))
        self.rules += rules
        return [rule.id for rule in rules]

    def remove(self, id=None):
        before = len(self.rules)
        self.rules = [rule for rule in self.rules if id is not None and rule.id != id]
        return before - len(self.rules)

    def around(self, answer):
        """The handler of a server, with the rules applied to what it answers."""
        def handle(request):
            response = answer(request)
            for rule in self.rules:
                if rule.hits(request, response):
                    response = rule.action.spoil(request, response, rule, self.world, answer)
            return response
        return handle
