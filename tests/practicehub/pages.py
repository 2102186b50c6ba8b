# SPDX-FileCopyrightText: 2026 The hugger authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a browser gets: which page an address means, and who may see it. The HTML itself is in pagelook.py.

Written from scratch after the structure of the live pages. Only a request that says it wants text/html comes here; programs
get what they got before. Scripts and styles come from files, under a content policy that is harsher than the live one.
"""

import functools
import os
import urllib.parse

from . import pagelook
from .repos import KINDS
from .wire import Response

FRONT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "front")
TYPES = {".css": "text/css; charset=utf-8", ".js": "text/javascript; charset=utf-8", ".svg": "image/svg+xml"}
POLICY = ("default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
          "form-action 'self'; base-uri 'none'")
# First segments that are pages of the Hub itself; none of them is anybody's name.
RESERVED = ("blog", "changelog", "chat", "collections", "docs", "enterprise", "inbox", "inference-endpoints", "join", "learn",
            "login", "metrics", "notifications", "organizations", "papers", "posts", "pricing", "search", "settings", "tasks")


@functools.cache
def front(name):
    with open(os.path.join(FRONT, name), "rb") as file:
        return file.read()


def answer(status, text):
    return Response(status, text.encode("utf-8", "replace"),
                    {"Content-Security-Policy": POLICY, "Cache-Control": "no-store", "Vary": "Accept, Cookie"},
                    "text/html; charset=utf-8")


def decoded(piece):
    return urllib.parse.unquote(piece, errors="replace")


class Look:
    """What every page needs to know about the visitor."""

    def __init__(self, request, user):
        cookies = dict(part.strip().partition("=")[::2] for part in request.headers.get("cookie", "").split(";"))
        self.theme = request.first("theme") or cookies.get("theme", "light")
        self.user = user.name if user else None


class Pages:
    def __init__(self, hub):
        self.hub = hub

    def route(self, request):
        """(route, handler), or None: not a page, or not somebody who wants one."""
        if request.method not in ("GET", "HEAD"):
            return None
        if request.path.startswith("/front/"):
            return "front", self.front
        pieces = request.path.strip("/").split("/")
        kind = pieces.pop(0) if pieces[0] in ("datasets", "spaces", "models") else None
        if "text/html" not in request.headers.get("accept", "") or pieces[0:1] == ["api"]:
            return None
        if any(len(pieces) > at and pieces[at] in ("resolve", "raw") for at in (1, 2)):
            return None
        return "page", lambda request, user: self.page(request, user, kind, [piece for piece in pieces if piece])

    @staticmethod
    def front(request, _user):
        name = request.path.removeprefix("/front/")
        kind = TYPES.get(os.path.splitext(name)[1])
        if "/" in name or kind is None or not os.path.exists(os.path.join(FRONT, name)):
            return Response(404)
        return Response(200, front(name), {"Cache-Control": "public, max-age=3600"}, kind)

    def page(self, request, user, kind, pieces):
        look = Look(request, user)
        if not pieces:
            return self.home(look) if kind is None else self.listing(request, look, user, kind)
        if kind is None and pieces[0] in RESERVED:
            return answer(200, pagelook.article(look, pieces))
        kind = kind or "models"
        if len(pieces) == 1:
            now = self.hub.registry.now_called(kind, decoded(pieces[0]))
            if now:
                return self.moved(request, pieces[0], now)
            return self.profile(look, user, decoded(pieces[0])) if kind == "models" else self.missing(look)
        return self.repo(request, look, user, kind, decoded("/".join(pieces[:2])), pieces[2:])

    # Pages of no repository

    def seen(self, user, kind):
        return [repo for (one, _), repo in self.hub.registry.repos.items()
                if one == kind and repo.head and self.hub.may_see(repo, user) and not repo.disabled]

    def home(self, look):
        return answer(200, pagelook.listing(look, "models", "Trending", self.seen(None, "models")[:6], ""))

    def listing(self, request, look, user, kind):
        words = (request.first("search") or "").lower().split()
        found = [repo for repo in self.seen(user, kind) if all(word in repo.id.lower() for word in words)]
        return answer(200, pagelook.listing(look, kind, kind.capitalize(), found, request.first("search") or ""))

    def profile(self, look, user, name):
        mine = {kind: [repo for repo in self.seen(user, kind) if repo.id.split("/")[0] == name] for kind in KINDS}
        known = any(mine.values()) or any(one.name == name for one in self.hub.registry.users.values())
        return answer(200, pagelook.profile(look, name, mine)) if known else self.missing(look)

    def missing(self, look):
        status = self.hub.settings.missing_page
        return answer(status, pagelook.problem(look, status, "Sorry, we can't find the page you are looking for."))

    @staticmethod
    def moved(request, was, now):
        target = request.target.replace(was, urllib.parse.quote(now), 1)
        return Response(307, b"", {"Location": target, "Vary": "Accept"}, "text/plain; charset=utf-8")

    # Pages of a repository

    def repo(self, request, look, user, kind, id, rest):
        repo = self.hub.registry.repos.get((kind, id))
        if repo is None:
            now = self.hub.registry.now_called(kind, id)
            if now and self.hub.may_see(self.hub.registry.repos[(kind, now)], user):
                return self.moved(request, "/".join(request.path.strip("/").split("/")[-2 - len(rest):][:2]), now)
            return self.missing(look)
        if not self.hub.may_see(repo, user) or repo.head is None:
            return self.missing(look)
        if repo.disabled:
            return answer(403, pagelook.problem(look, 403, "Access to this repository has been disabled."))
        shut = bool(repo.gated) and not (user is not None and user.name in repo.allowed)
        mark, pieces = (rest[0], rest[1:]) if rest else ("card", [])
        if mark == "card":
            return answer(200, pagelook.card(look, repo, shut))
        if mark == "discussions":
            return answer(200, pagelook.community(look, repo))
        if mark not in ("tree", "blob", "commits", "commit"):
            return self.missing(look)
        revision, below = self.hub.split(repo, pieces or ["main"])
        commit = repo.resolve(revision)
        if commit is None:
            return self.missing(look)
        path = "/".join(decoded(piece) for piece in below if piece)
        if mark in ("commits", "commit"):
            return answer(200, pagelook.history(look, repo, revision, commit))
        if mark == "blob":
            entry = commit.files.get(path)
            return answer(200, pagelook.blob(look, repo, revision, entry, shut)) if entry else self.missing(look)
        if path and path not in commit.folders:
            return self.missing(look)
        return answer(200, pagelook.tree(look, repo, revision, commit, path, shut))
