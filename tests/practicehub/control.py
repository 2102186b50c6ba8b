# SPDX-FileCopyrightText: 2026 The hugger authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The control API: JSON over HTTP on a port of its own. README.md lists the calls."""

import asyncio
import datetime

from . import samples
from .repos import User, stamp
from .wire import Pacer, Response


def moment(text):
    return datetime.datetime.fromisoformat(text.replace("Z", "+00:00")) if text else None


class Control:
    def __init__(self, world):
        self.world = world
        self.calls = {("GET", "status"): self.status, ("GET", "repos"): self.repos, ("GET", "repo"): self.repo,
                      ("POST", "repos"): self.add_repo, ("POST", "commits"): self.add_commit, ("POST", "refs"): self.set_refs,
                      ("POST", "repos/update"): self.update, ("POST", "repos/delete"): self.delete,
                      ("POST", "repos/rename"): self.rename, ("POST", "tokens"): self.add_token,
                      ("DELETE", "tokens"): self.drop_token, ("GET", "faults"): self.faults, ("POST", "faults"): self.add_faults,
                      ("DELETE", "faults"): self.drop_faults, ("POST", "settings"): self.settings,
                      ("GET", "settings"): lambda asked: world.settings.values(),
                      ("POST", "limits"): self.limits, ("POST", "throttle"): self.throttle, ("POST", "listen"): self.listen,
                      ("GET", "log"): self.log, ("DELETE", "log"): self.clear_log,
                      ("GET", "counters"): self.counters, ("POST", "reset"): self.reset, ("POST", "quit"): self.quit}

    def handle(self, request):
        call = self.calls.get((request.method, request.path.strip("/")))
        if call is None:
            return Response.of_json({"error": "there is no such call", "calls": [" /".join(key) for key in self.calls]}, 404)
        try:
            asked = request.json() if request.method == "POST" else {name: values[0] for name, values in request.query.items()}
            return Response.of_json(call(asked))
        except (ValueError, KeyError, TypeError, AttributeError, OSError) as error:
            return Response.of_json({"error": f"{type(error).__name__}: {error}"}, 400)

    # What there is

    def status(self, asked):
        world = self.world
        return {"hub": world.hub.url, "cdn": world.cdn.url, "up": {one.name: one.server is not None for one in world.servers()},
                "tokens": {user.name: token for token, user in world.registry.users.items()}, "settings": world.settings.values(),
                "limits": {"quotas": world.limits.quotas, "window": world.limits.window}}

    def repos(self, asked):
        return [{"kind": repo.kind, "id": repo.id, "sha": repo.head.sha if repo.head else None, "private": repo.private,
                 "gated": repo.gated, "disabled": repo.disabled} for repo in self.world.registry.repos.values()]

    def repo(self, asked):
        """Everything about one repository, the truth to compare with. `revision` chooses whose files are listed."""
        repo = self.world.registry.get(asked.get("kind", "models"), asked["id"])
        commit = repo.resolve(asked.get("revision", "HEAD"))
        if commit is None:
            raise ValueError("there is no such revision")
        files = [{"path": entry.path, "size": entry.content.size, "sha256": entry.content.sha256,
                  "git_sha1": entry.content.git_sha1 if not entry.lfs else entry.oid, "lfs": entry.lfs,
                  "object": entry.etag} for entry in commit.files.values()]
        return {"kind": repo.kind, "id": repo.id, "_id": repo.mongo_id, "refs": repo.refs, "sha": commit.sha,
                "commits": [{"sha": one.sha, "title": one.title, "date": stamp(one.date)} for one in commit.history()],
                "private": repo.private, "gated": repo.gated, "disabled": repo.disabled, "files": files}

    # Repositories

    def entries(self, asked):
        found = [samples.from_json(spec, self.world.work) for spec in asked.get("files", [])]
        many = asked.get("many")
        if many:
            found += samples.small_files(many["count"], many.get("size", 1024), many.get("prefix", "data"),
                                         many.get("per_folder", 100), many.get("suffix", ".txt"))
        return found

    def add_repo(self, asked):
        """A repository with its first commit; the same fields as a commit, and those of update."""
        entries = self.entries(asked)
        repo = self.world.registry.add(asked.get("kind", "models"), asked["id"])
        self.change(repo, asked)
        commit = repo.commit(entries, title=asked.get("title", "initial commit"), body=asked.get("body", ""),
                             ref=asked.get("ref", "refs/heads/main"), sha=asked.get("sha"), raw_tree=asked.get("raw_tree"))
        return {"id": repo.id, "sha": commit.sha}

    def add_commit(self, asked):
        repo = self.world.registry.get(asked.get("kind", "models"), asked["id"])
        commit = repo.commit(self.entries(asked), asked.get("delete", ()), asked.get("ref", "refs/heads/main"),
                             asked.get("title", "Update files"), asked.get("body", ""), asked.get("parent", "ref"),
                             asked.get("replace", False), asked.get("sha"), moment(asked.get("date")),
                             asked.get("author", "acme"), asked.get("raw_tree"))
        return {"id": repo.id, "sha": commit.sha}

    def set_refs(self, asked):
        repo = self.world.registry.get(asked.get("kind", "models"), asked["id"])
        for ref, revision in asked.get("set", {}).items():
            commit = repo.resolve(revision)
            if commit is None:
                raise ValueError(f"there is no {revision}")
            repo.refs[ref] = commit.sha
        for ref in asked.get("delete", []):
            repo.refs.pop(ref, None)
        if asked.get("prune"):
            kept = {commit.sha: commit for sha in repo.refs.values() for commit in repo.commits[sha].history()}
            repo.commits = kept
        return {"refs": repo.refs}

    @staticmethod
    def change(repo, asked):
        for name in ("private", "gated", "disabled", "likes", "downloads", "extra"):
            if name in asked:
                setattr(repo, name, asked[name])
        for name in ("allowed", "readers"):
            if name in asked:
                setattr(repo, name, set(asked[name]))

    def update(self, asked):
        self.change(self.world.registry.get(asked.get("kind", "models"), asked["id"]), asked)
        return {}

    def delete(self, asked):
        self.world.registry.remove(asked.get("kind", "models"), asked["id"])
        return {}

    def rename(self, asked):
        self.world.registry.rename(asked.get("kind", "models"), asked["id"], asked["to"])
        return {}

    def add_token(self, asked):
        user = User(asked["name"], asked.get("token") or samples.token(asked["name"].capitalize()), asked.get("plan", "free"),
                    asked.get("role", "read"), asked.get("orgs", ()))
        self.world.registry.users[user.token] = user
        return {"token": user.token}

    def drop_token(self, asked):
        return {"removed": self.world.registry.users.pop(asked["token"], None) is not None}

    # Faults and limits

    def faults(self, asked):
        return [rule.describe() for rule in self.world.faults.rules]

    def add_faults(self, asked):
        return {"ids": self.world.faults.add(asked)}

    def drop_faults(self, asked):
        return {"removed": self.world.faults.remove(asked.get("id"))}

    def settings(self, asked):
        self.world.settings.change(asked)
        return self.world.settings.values()

    def limits(self, asked):
        limits = self.world.limits
        if asked.get("mode") == "real":
            limits.real()
        elif asked.get("mode") == "off":
            limits.off()
        limits.change(asked.get("quotas"), asked.get("window"))
        return {"quotas": limits.quotas, "window": limits.window}

    def throttle(self, asked):
        """Bytes per second; 0 is no limit. Only the bytes of files are slowed down."""
        for one in self.world.servers():
            if asked.get("server", "both") in ("both", one.name):
                one.rate_each = asked.get("connection", 0)
                one.rate_all = Pacer(asked["global"]) if asked.get("global") else None
                one.send_buffer = asked.get("send_buffer", 0)
        return {}

    # The process

    def listen(self, asked):
        for one in self.world.servers():
            if asked.get("server", "both") in ("both", one.name):
                if asked.get("up", True):
                    self.world.spawn(one.start(one.port))
                else:
                    one.stop()
        return {}

    def log(self, asked):
        limit = asked.get("limit")
        return self.world.record.list(int(asked.get("since", 0)), asked.get("server"), asked.get("route"), asked.get("path"),
                                      int(limit) if limit else None)

    def clear_log(self, asked):
        self.world.record.clear()
        for one in self.world.servers():
            one.accepted, one.peak = 0, len(one.open)
        return {}

    def counters(self, asked):
        found = self.world.record.counters()
        found["connections"] = {one.name: {"open": len(one.open), "peak": one.peak, "accepted": one.accepted}
                                for one in self.world.servers()}
        return found

    def reset(self, asked):
        """As it was at the start: samples, tokens, settings, limits, no rules, an empty log. Open connections stay."""
        self.world.reset()
        self.clear_log({})
        return {}

    def quit(self, asked):
        asyncio.get_running_loop().call_later(0.05, self.world.stopped.set)
        return {}
