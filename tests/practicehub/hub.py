# SPDX-FileCopyrightText: 2026 The hugger authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The Hub: who may see what, revisions, redirects and the files themselves. The JSON API is in hubapi.py."""

import gzip
import urllib.parse

from . import hubapi, pages, ranges
from .content import BytesContent
from .repos import FULL_SHA, KINDS
from .wire import Response, Slice

MARKS = ("resolve", "raw", "blob", "tree", "commits", "discussions")
GZIP_LIMIT = 256 * 1024


class Refused(Exception):
    """Carries the answer that ends a request."""

    def __init__(self, response):
        super().__init__()
        self.response = response


def error(status, message, code=None, headers=None):
    found = dict(headers or {})
    if code:
        found["X-Error-Code"] = code
    found["X-Error-Message"] = "".join(c if " " <= c < "\x7f" else "?" for c in message)
    return Response.of_json({"error": message}, status, found)


def redirect(status, location, headers=None):
    """As express does it: Content-Length is that of this text, never that of the file."""
    text = {307: "Temporary Redirect", 302: "Found", 301: "Moved Permanently"}[status]
    found = dict(headers or {})
    found["Location"] = location
    found["Vary"] = "Origin, Accept"
    return Response(status, f"{text}. Redirecting to {location}".encode("utf-8", "replace"), found,
                    "text/plain; charset=utf-8")


def decode(piece):
    try:
        text = urllib.parse.unquote(piece, errors="strict")
    except UnicodeDecodeError:
        raise Refused(error(400, "Invalid URL encoding")) from None
    return text


class Hub:
    def __init__(self, registry, limits, settings, cdn, origins):
        self.registry = registry
        self.limits = limits
        self.settings = settings
        self.cdn = cdn
        self.origins = origins      # gives "hub" and "cdn" addresses, known once the ports are
        self.api = hubapi.Api(self)
        self.pages = pages.Pages(self)
        self.serial = 0

    # Entry

    def handle(self, request):
        route, parse = self.pages.route(request) or self.route(request.path)
        bucket = {"resolve": "resolvers", "resolve-cache": "resolvers", "raw": "resolvers", "page": "pages",
                  "front": "pages"}.get(route, "api")
        user, bad = self.user(request)
        allowed, headers = self.limits.count(user.name if user else request.peer, user.plan if user else "anonymous", bucket)
        if not allowed:
            response = error(429, "We had to rate limit you, you hit the quota of "
                                  f"{headers['RateLimit-Policy'].split('q=')[1].split(';')[0]} {bucket} requests per "
                                  f"{self.limits.window} seconds period. Upgrade your account or wait.")
        elif bad and route != "other":
            response = error(401, "Invalid credentials in Authorization header")
        else:
            try:
                response = parse(request, user)
            except Refused as refused:
                response = refused.response
        response.route = route
        response.headers.update(headers)
        self.serial += 1
        response.headers["X-Request-Id"] = f"Root=1-{self.serial:08x}-practice"
        response.headers["X-Powered-By"] = "huggingface-moon"
        self.squeeze(request, response)
        return response

    def squeeze(self, request, response):
        """Small text goes gzip and chunked, without a length, to whoever accepts it; a gzip ETag is a weak one."""
        if (response.status != 200 or response.framing != "length" or "range" in request.headers
                or "gzip" not in request.headers.get("accept-encoding", "")
                or not 860 < response.length <= GZIP_LIMIT
                or not response.headers.get("Content-Type", "").startswith(("text/", "application/json"))):
            return
        body = response.body
        data = body.read(0, body.length) if isinstance(body, Slice) else body
        response.body = gzip.compress(data, 1, mtime=0)
        response.framing = "chunked"
        response.headers["Content-Encoding"] = "gzip"
        if "ETag" in response.headers:
            response.headers["ETag"] = "W/" + response.headers["ETag"]

    # Routes

    def route(self, path):
        if path.startswith("/api/"):
            return self.api.route(path)
        pieces = path.split("/")[1:]
        kind = "models"
        if pieces[0] in ("datasets", "spaces"):
            kind = pieces.pop(0)
        for at in (1, 2):
            if len(pieces) > at and pieces[at] in MARKS:
                id, mark, rest = "/".join(pieces[:at]), pieces[at], pieces[at + 1:]
                if mark in ("resolve", "raw"):
                    return mark, lambda request, user: self.file(request, user, kind, decode(id), mark, rest)
                return "page", lambda request, user: self.page(request, user, kind, decode(id))
        if 1 <= len(pieces) <= 2 and all(pieces):
            return "page", lambda request, user: self.page(request, user, kind, decode("/".join(pieces)))
        return "other", lambda request, user: error(404, "Sorry, we can't find the page you are looking for.")

    # Who, and what they may see

    def user(self, request):
        """(user or None, True when a token was sent that is none of ours)."""
        given = request.headers.get("authorization")
        if given is None:
            return None, False
        scheme, _, token = given.partition(" ")
        user = self.registry.users.get(token.strip()) if scheme.lower() == "bearer" else None
        return user, user is None

    @staticmethod
    def missing(user):
        if user is None:
            return error(401, "Invalid username or password.", None,
                         {"WWW-Authenticate": 'Bearer realm="Authentication required", charset="UTF-8"'})
        return error(404, "Repository not found", "RepoNotFound")

    @staticmethod
    def may_see(repo, user):
        return not repo.private or (user is not None and (user.name in repo.readers
                                                          or repo.id.split("/")[0] in (user.name, *user.orgs)))

    def repo(self, request, user, kind, id, info=False):
        """The repository, or Refused: missing, private, moved, disabled."""
        repo = self.registry.repos.get((kind, id))
        if repo is None:
            now = self.registry.now_called(kind, id)
            if now and self.may_see(self.registry.repos[(kind, now)], user):
                raise Refused(redirect(307, self.elsewhere(request.target, kind, id, now)))
            raise Refused(self.missing(user))
        if not self.may_see(repo, user):
            raise Refused(self.missing(user))
        if repo.disabled and not (info and repo.disabled == "info"):
            raise Refused(self.missing(user) if user is None else error(403, "Access to this resource is disabled."))
        return repo

    @staticmethod
    def elsewhere(target, kind, id, now):
        """The same address, encoded as it came, for a repository of another name."""
        heads = (f"/api/resolve-cache/{kind}/", f"/api/{kind}/", f"/{kind}/", "/")
        head = next(head for head in heads if target.startswith(head))
        path, mark, query = target.partition("?")
        rest = path[len(head):].split("/")[id.count("/") + 1:]
        return head + "/".join([now, *rest]) + mark + query

    def gate(self, repo, user):
        if not repo.gated or (user is not None and user.name in repo.allowed):
            return
        kind = {"models": "model", "datasets": "dataset", "spaces": "space"}[repo.kind]
        page = f"https://huggingface.co/{'' if repo.kind == 'models' else repo.kind + '/'}{repo.id}"
        if user is None:
            raise Refused(error(401, f"Access to {kind} {repo.id} is restricted. You must have access to it and be "
                                     "authenticated to access it. Please log in.", "GatedRepo"))
        raise Refused(error(403, f"Access to {kind} {repo.id} is restricted and you are not in the authorized list. "
                                 f"Visit {page} to ask for access.", "GatedRepo"))

    @staticmethod
    def commit(repo, revision):
        commit = repo.resolve(revision)
        if commit is None:
            raise Refused(error(404, f"Invalid rev id: {revision}", "RevisionNotFound"))
        return commit

    @staticmethod
    def split(repo, pieces):
        """(revision, rest) of a raw path in which a revision may have slashes of its own."""
        if not pieces:
            raise Refused(error(404, "Sorry, we can't find the page you are looking for."))
        first = decode(pieces[0])
        if "/" not in first and len(pieces) > 1:
            if first == "refs" and len(pieces) > 2:
                return "/".join(decode(piece) for piece in pieces[:3]), pieces[3:]
            for name in repo.names():
                count = name.count("/") + 1
                if count > 1 and "/".join(decode(piece) for piece in pieces[:count]) == name:
                    return name, pieces[count:]
        return first, pieces[1:]

    # Files

    def find(self, repo, revision, pieces):
        commit = self.commit(repo, revision)
        path = "/".join(decode(piece) for piece in pieces)
        entry = commit.files.get(path)
        if entry is None:
            raise Refused(error(404, "Entry not found", "EntryNotFound", {"X-Repo-Commit": commit.sha}))
        return commit, entry

    def file(self, request, user, kind, id, mark, pieces):
        if request.method not in ("GET", "HEAD"):
            return error(405, "Method not allowed")
        repo = self.repo(request, user, kind, id)
        self.gate(repo, user)
        revision, rest = self.split(repo, pieces)
        commit, entry = self.find(repo, revision, rest)
        headers = {"X-Repo-Commit": commit.sha, "Accept-Ranges": "bytes",
                   "Content-Disposition": ranges.disposition(entry.path)}
        name = f"{kind}/{repo.id}"
        if mark == "raw":
            content = BytesContent(entry.content.pointer) if entry.lfs else entry.content
            headers["Content-Type"] = "text/plain; charset=utf-8"
            response = ranges.serve(request, content, entry.oid, headers, self.settings.empty_range)
        elif entry.lfs:
            response = self.to_cdn(request, repo, commit, entry, headers)
        else:
            headers["X-Linked-Etag"] = f'"{entry.oid}"'
            path = urllib.parse.quote(entry.path, safe="", errors="surrogatepass")
            query = urllib.parse.quote(request.path, safe="") + "=&etag=" + urllib.parse.quote(f'"{entry.oid}"')
            response = redirect(307, f"/api/resolve-cache/{kind}/{repo.id}/{commit.sha}/{path}?{query}", headers)
        response.repo = name
        return response

    def to_cdn(self, request, repo, commit, entry, headers):
        content = entry.content
        headers["X-Linked-Size"] = str(content.size)
        headers["X-Linked-Etag"] = f'"{content.sha256}"'
        headers["Cache-Control"] = "no-store"
        if self.settings.xet:
            origin = self.origins("hub")
            headers["X-Xet-Hash"] = content.xet_hash
            headers["Link"] = (f'<{origin}/api/{repo.kind}/{repo.id}/xet-read-token/{commit.sha}>; rel="xet-auth", '
                               f'<{self.origins("cdn")}/v1/reconstructions/{content.xet_hash}>; '
                               'rel="xet-reconstruction-info"')
        status = 307 if "ollama" in request.headers.get("user-agent", "").lower() else 302
        return redirect(status, self.cdn.sign(self.origins("cdn"), repo, entry), headers)

    def cached(self, request, user, kind, pieces):
        """/api/resolve-cache: where the bytes of a regular file really come from."""
        at = next((n for n, piece in enumerate(pieces) if FULL_SHA.fullmatch(piece)), None)
        if at not in (1, 2) or kind not in KINDS:
            return error(404, "Sorry, we can't find the page you are looking for.")
        repo = self.repo(request, user, kind, decode("/".join(pieces[:at])))
        self.gate(repo, user)
        commit, entry = self.find(repo, pieces[at], pieces[at + 1:])
        if entry.lfs:
            raise Refused(error(404, "Entry not found", "EntryNotFound", {"X-Repo-Commit": commit.sha}))
        headers = {"X-Repo-Commit": commit.sha, "Content-Type": ranges.content_type(entry.path),
                   "Content-Disposition": ranges.disposition(entry.path),
                   "Cache-Control": "public, max-age=31536000, immutable"}
        response = ranges.serve(request, entry.content, entry.oid, headers, self.settings.empty_range)
        response.repo = f"{kind}/{repo.id}"
        return response

    def page(self, request, user, kind, id):
        repo = self.repo(request, user, kind, id, info=True)
        text = f"<!DOCTYPE html>\n<html><head><title>{repo.id}</title></head><body><h1>{repo.id}</h1></body></html>\n"
        return Response(200, text.encode(), {}, "text/html; charset=utf-8")
