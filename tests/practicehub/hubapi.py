# SPDX-FileCopyrightText: 2026 The hugger authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The JSON API of the Hub: info, tree, paths-info, refs, commits, search, who am I."""

import base64
import json
import urllib.parse

from . import cards, hub
from .repos import KINDS, stamp
from .wire import Response

SUBS = ("revision", "tree", "paths-info", "refs", "commits", "auth-check", "xet-read-token", "discussions")


def cursor_of(value):
    return base64.b64encode(json.dumps({"after": value}).encode()).decode()


def value_of(cursor):
    """Where a page starts. A cursor that a fault made up starts at the front."""
    if cursor is None or cursor.startswith("fault-"):
        return 0
    try:
        return max(0, int(json.loads(base64.b64decode(cursor))["after"]))
    except (ValueError, KeyError, TypeError):
        raise hub.Refused(hub.error(400, "Invalid cursor")) from None


class Api:
    def __init__(self, owner):
        self.hub = owner
        self.rows = {}      # (commit, base, recursive) -> paths, so that a page of a big repo is not a walk over all of it

    def route(self, path):
        pieces = path.split("/")[2:]
        first = pieces[0]
        if first == "resolve-cache" and len(pieces) > 3:
            return "resolve-cache", lambda request, user: self.hub.cached(request, user, pieces[1], pieces[2:])
        if first == "whoami-v2":
            return "whoami", self.whoami
        if first == "telemetry":
            return "telemetry", lambda request, user: Response(200)
        if first not in KINDS:
            return "other", lambda request, user: hub.error(404, "Sorry, we can't find the page you are looking for.")
        rest = pieces[1:]
        if not rest or rest == [""]:
            return "search", lambda request, user: self.search(request, user, first)
        at = min(2, len(rest))
        known = (first, "/".join(rest[:2])) in self.hub.registry.repos
        if len(rest) > 1 and rest[1] in SUBS and not known:
            at = 1
        id = hub.decode("/".join(rest[:at]))
        if len(rest) == at:
            return "info", lambda request, user: self.info(request, user, first, id, None)
        sub, tail = rest[at], rest[at + 1:]
        if sub not in SUBS:
            return "other", lambda request, user: hub.error(404, "Sorry, we can't find the page you are looking for.")
        route = "info" if sub == "revision" else sub
        call = getattr(self, sub.replace("-", "_"))
        return route, lambda request, user: self.named(call(request, user, first, id, tail), first, id)

    @staticmethod
    def named(response, kind, id):
        response.repo = f"{kind}/{id}"
        return response

    @staticmethod
    def expands(request):
        return request.query.get("expand", []) + request.query.get("expand[]", [])

    # Info

    def revision(self, request, user, kind, id, tail):
        if len(tail) != 1:      # the live Hub does not take a revision with slashes of its own here
            self.hub.repo(request, user, kind, id, info=True)
            return hub.error(404, "Sorry, we can't find the page you are looking for.")
        return self.info(request, user, kind, id, hub.decode(tail[0]))

    def info(self, request, user, kind, id, revision):
        if request.method not in ("GET", "HEAD"):
            return hub.error(405, "Method not allowed")
        repo = self.hub.repo(request, user, kind, id, info=True)
        commit = self.hub.commit(repo, revision) if revision else repo.head
        if commit is None:
            return hub.error(404, "Invalid rev id: main", "RevisionNotFound")
        expand = self.expands(request)
        for name in expand:
            if name not in cards.EXPANDS[kind]:
                allowed = ", ".join(sorted(cards.EXPANDS[kind]))
                return hub.error(400, f'"expand" must be one of [{allowed}]')
        found = cards.info(repo, commit, stamp, expand, request.flag("blobs"), request.flag("securityStatus"))
        return self.named(Response.of_json(found), kind, id)

    def search(self, request, user, kind):
        registry = self.hub.registry
        found = [repo for (one, _), repo in registry.repos.items()
                 if one == kind and repo.head and self.hub.may_see(repo, user) and not repo.disabled]
        words = [word.lower() for text in request.query.get("search", []) for word in text.split()]
        found = [repo for repo in found if all(word in repo.id.lower() for word in words)]
        author = request.first("author")
        if author:
            found = [repo for repo in found if repo.id.split("/")[0] == author]
        wanted = [tag for text in request.query.get("filter", []) for tag in text.split(",")]
        if request.first("pipeline_tag"):
            wanted_task = request.first("pipeline_tag")
            found = [repo for repo in found if cards.card(repo.head).get("pipeline_tag") == wanted_task]
        if request.first("gated") is not None:
            found = [repo for repo in found if bool(repo.gated) == request.flag("gated")]
        found = [repo for repo in found if all(tag in cards.tags(repo, repo.head) for tag in wanted)]
        sort = request.first("sort", "trendingScore")
        keys = {"lastModified": lambda repo: repo.head.date, "createdAt": lambda repo: repo.created,
                "downloads": lambda repo: repo.downloads, "likes": lambda repo: repo.likes,
                "trendingScore": lambda repo: repo.likes}
        if sort not in keys:
            return hub.error(400, '"sort" must be one of [lastModified, trendingScore, createdAt, downloads, likes]')
        found.sort(key=keys[sort], reverse=True)
        expand = self.expands(request)
        for name in expand:
            if name not in cards.EXPANDS[kind]:
                return hub.error(400, f'"expand" has the unknown value {name}')
        full = request.flag("full")
        light = not (full or request.flag("cardData") or request.flag("config"))
        start = value_of(request.first("cursor"))
        count = self.count(request, self.hub.settings.search_page)
        rows = [cards.info(repo, repo.head, stamp, expand, light=light, full=full) for repo in found[start:start + count]]
        if not full:
            for row in rows:
                if "siblings" not in expand:
                    row.pop("siblings", None)
        return Response.of_json(rows, headers=self.next_page(request, start + count, len(found)))

    # Listings

    @staticmethod
    def count(request, most):
        limit = request.first("limit")
        if limit is None:
            return most
        if not limit.isdigit() or int(limit) < 1:
            raise hub.Refused(hub.error(400, '"limit" must be a positive number'))
        return min(int(limit), most)

    def next_page(self, request, after, total, name="cursor", value=None):
        if after >= total:
            return {}
        pairs = [pair for pair in urllib.parse.parse_qsl(request.query_string, keep_blank_values=True) if pair[0] != name]
        pairs.append((name, cursor_of(after) if value is None else value))
        return {"Link": f'<{self.hub.origins("hub")}{request.path}?{urllib.parse.urlencode(pairs)}>; rel="next"'}

    def tree(self, request, user, kind, id, tail):
        if request.method not in ("GET", "HEAD"):
            return hub.error(405, "Method not allowed")
        repo = self.hub.repo(request, user, kind, id)
        revision, rest = self.hub.split(repo, tail)
        commit = self.hub.commit(repo, revision)
        base = "/".join(hub.decode(piece) for piece in rest).strip("/")
        recursive, expand = request.flag("recursive"), request.flag("expand")
        settings = self.hub.settings
        start = value_of(request.first("cursor"))
        count = self.count(request, settings.tree_page_expand if expand else settings.tree_page)
        if commit.raw_tree is not None and not base:
            rows = commit.raw_tree
            return Response.of_json(rows[start:start + count], headers=self.next_page(request, start + count, len(rows)))
        if base and base not in commit.folders:
            return hub.error(404, f"{base} does not exist on \"{revision}\"", "EntryNotFound", {"X-Repo-Commit": commit.sha})
        key = (commit, base, recursive)
        rows = self.rows.get(key)
        if rows is None:
            if len(self.rows) > 64:
                self.rows.clear()
            rows = self.rows[key] = commit.below(base, recursive)
        page = [commit.listing(path, folder, settings.xet, expand) for path, folder in rows[start:start + count]]
        return Response.of_json(page, headers=self.next_page(request, start + count, len(rows)))

    def paths_info(self, request, user, kind, id, tail):
        if request.method != "POST":
            return hub.error(404, "Sorry, we can't find the page you are looking for.")
        repo = self.hub.repo(request, user, kind, id)
        revision, rest = self.hub.split(repo, tail)
        if rest:
            return hub.error(404, "Sorry, we can't find the page you are looking for.")
        commit = self.hub.commit(repo, revision)
        try:
            if "json" in request.headers.get("content-type", ""):
                asked = request.json()
                paths, expand = asked.get("paths", []), bool(asked.get("expand"))
            else:
                asked = urllib.parse.parse_qs(request.body.decode(), keep_blank_values=True)
                paths, expand = asked.get("paths", []), asked.get("expand", ["false"])[0].lower() == "true"
        except (ValueError, AttributeError):
            return hub.error(400, "The body is neither a form nor JSON")
        paths = [paths] if isinstance(paths, str) else paths
        found = []
        for path in paths:
            path = str(path).strip("/")
            if path in commit.files:
                found.append(commit.listing(path, False, self.hub.settings.xet, expand))
            elif path in commit.folders:
                found.append(commit.listing(path, True, self.hub.settings.xet, expand))
        return Response.of_json(found)

    def refs(self, request, user, kind, id, tail):
        repo = self.hub.repo(request, user, kind, id)
        found = {"branches": [], "converts": [], "tags": []}
        if request.flag("include_prs") or request.flag("include_pull_requests"):
            found["pullRequests"] = []
        for full, sha in sorted(repo.refs.items()):
            for head, group in (("refs/heads/", "branches"), ("refs/convert/", "converts"), ("refs/tags/", "tags"),
                                ("refs/pr/", "pullRequests")):
                if full.startswith(head) and group in found:
                    name = full[len(head):] if group != "pullRequests" else full
                    found[group].append({"name": name, "ref": full, "targetCommit": sha})
        return Response.of_json(found)

    def commits(self, request, user, kind, id, tail):
        repo = self.hub.repo(request, user, kind, id)
        self.hub.gate(repo, user)
        revision, rest = self.hub.split(repo, tail)
        if rest:
            return hub.error(404, "Sorry, we can't find the page you are looking for.")
        history = list(self.hub.commit(repo, revision).history())
        count = self.count(request, self.hub.settings.commits_page)
        page = request.first("p", "0")
        page = int(page) if page.isdigit() else 0
        formatted = "formatted" in self.expands(request)
        found = []
        for commit in history[page * count:(page + 1) * count]:
            one = {"id": commit.sha, "title": commit.title, "message": commit.body,
                   "authors": [{"user": commit.author, "avatar": f"/avatars/{commit.author}.svg"}], "date": stamp(commit.date)}
            if formatted:
                one["formatted"] = {"title": commit.title, "message": commit.body}
            found.append(one)
        headers = self.next_page(request, (page + 1) * count, len(history), "p", str(page + 1))
        headers["X-Total-Count"] = str(len(history))
        return Response.of_json(found, headers=headers)

    # The rest

    def auth_check(self, request, user, kind, id, tail):
        repo = self.hub.repo(request, user, kind, id)
        self.hub.gate(repo, user)
        return Response(200, b"OK", {}, "text/plain; charset=utf-8")

    def xet_read_token(self, request, user, kind, id, tail):
        """The address and token of a store that is not there: a client that insists on Xet must fall back."""
        repo = self.hub.repo(request, user, kind, id)
        self.hub.gate(repo, user)
        token = {"casUrl": self.hub.origins("cdn"), "accessToken": "xet_practice", "exp": 4102444800}
        return Response.of_json(token, headers={"X-Xet-Cas-Url": token["casUrl"], "X-Xet-Access-Token": token["accessToken"],
                                                "X-Xet-Token-Expiration": str(token["exp"])})

    def discussions(self, request, user, kind, id, tail):
        self.hub.repo(request, user, kind, id)
        return Response.of_json({"discussions": [], "count": 0, "start": 0})

    def whoami(self, request, user):
        if user is None:
            return hub.Hub.missing(None)
        return Response.of_json({
            "type": "user", "id": "65a0" + user.name.encode().hex()[:20].ljust(20, "0"), "name": user.name,
            "fullname": user.name.capitalize(), "email": f"{user.name}@example.org", "emailVerified": True,
            "isPro": user.plan == "pro", "avatarUrl": f"/avatars/{user.name}.svg",
            "orgs": [{"type": "org", "id": "65a1" + org.encode().hex()[:20].ljust(20, "0"), "name": org, "fullname": org,
                      "isEnterprise": False, "roleInOrg": "read"} for org in user.orgs],
            "auth": {"type": "access_token", "accessToken": {"displayName": f"{user.name}-token", "role": user.role,
                                                             "createdAt": "2026-01-01T12:00:00.000Z"}}})
