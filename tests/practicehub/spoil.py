# SPDX-FileCopyrightText: 2026 The hugger authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The ways in which an answer can be spoiled, one class each."""

import base64
import gzip
import json
import zlib

from . import paths
from .content import Corrupted
from .wire import Response, Slice, to_json

PORTAL = ("<!DOCTYPE html>\n<html><head><title>Welcome</title></head><body><h1>Welcome to the guest network</h1>"
          "<p>Please accept the terms to go on.</p></body></html>\n").encode()


def data_of(spec):
    if "base64" in spec:
        return base64.b64decode(spec["base64"])
    if "json" in spec:
        return to_json(spec["json"])
    return spec.get("text", "").encode("utf-8", "surrogatepass")


def filled(text, request, rule, world):
    """Replaces {hub}, {cdn}, {path}, {self} and {n}."""
    values = {"{hub}": world.origins("hub"), "{cdn}": world.origins("cdn"), "{path}": request.path, "{self}": request.target,
              "{n}": str(rule.fired)}
    for mark, value in values.items():
        text = text.replace(mark, value)
    return text


def replaced(response, status, body, headers):
    """An answer in the place of another, which keeps the headers that every answer of that server has."""
    kept = {name: value for name, value in response.headers.items()
            if name in ("RateLimit", "RateLimit-Policy", "X-Request-Id", "X-Powered-By", "Via", "X-Cache")}
    made = Response(status, body, {**kept, **headers})
    made.route, made.repo, made.delay, made.spoiled = response.route, response.repo, response.delay, response.spoiled
    return made


class Action:
    """`any_status` false: only answers that carry content (200, 206), unless the rule names statuses."""
    any_status = False
    needs_body = True
    keys = ()

    def __init__(self, spec):
        unknown = set(spec) - set(self.keys) - {"type"}
        if unknown:
            raise ValueError(f"action {spec['type']} does not know {', '.join(sorted(unknown))}")
        self.spec = spec

    def get(self, name, default=None):
        return self.spec.get(name, default)

    def applies(self, request, response, status_named):
        if self.any_status:
            return True
        if not status_named and response.status not in (200, 206):
            return False
        return not self.needs_body or request.method != "HEAD"

    def spoil(self, request, response, rule, world, answer):
        response.spoiled = True
        return self.change(request, response, rule, world) or response

    def change(self, request, response, rule, world):
        raise NotImplementedError


class Cut(Action):
    """Ends the connection after so many bytes of the body."""
    keys = ("after", "how")

    def applies(self, request, response, status_named):
        return super().applies(request, response, status_named) and response.length > self.get("after", 0)

    def change(self, request, response, rule, world):
        response.cut = (self.get("after", 0), self.get("how", "fin"))


class Drop(Action):
    """Ends the connection instead of answering."""
    any_status = True
    keys = ("how",)

    def change(self, request, response, rule, world):
        response.drop = self.get("how", "rst")


class Stall(Action):
    """Says nothing for a time, or for ever, after so many bytes of the body; after -1 is before the head."""
    keys = ("after", "seconds")

    def applies(self, request, response, status_named):
        if self.get("after", 0) < 0:
            return True
        return super().applies(request, response, status_named) and response.length > self.get("after", 0)

    def change(self, request, response, rule, world):
        response.stall = (self.get("after", 0), self.get("seconds"))


class Delay(Action):
    any_status = True
    keys = ("seconds",)

    def change(self, request, response, rule, world):
        response.delay += self.get("seconds", 1)


class Throttle(Action):
    keys = ("rate",)

    def change(self, request, response, rule, world):
        response.rate = self.spec["rate"]


class Status(Action):
    """Another answer altogether."""
    any_status = True
    keys = ("status", "headers", "text", "json", "base64", "ratelimit", "bucket")

    def change(self, request, response, rule, world):
        status = self.get("status", 503)
        body = data_of(self.spec) if {"text", "json", "base64"} & set(self.spec) else to_json({"error": f"practice {status}"})
        headers = {"Content-Type": "text/plain" if "text" in self.spec else "application/json; charset=utf-8"}
        limit = self.get("ratelimit")
        if limit:
            bucket = self.get("bucket", "resolvers" if "resolve" in response.route else "api")
            headers["RateLimit"] = f'"{bucket}";r={limit.get("r", 0)};t={limit.get("t", 1)}'
        for name, value in self.get("headers", {}).items():
            headers[name] = [filled(str(one), request, rule, world) for one in (value if isinstance(value, list) else [value])]
        return replaced(response, status, body, headers)


class Redirect(Action):
    """To anywhere. A location of "{self}" is a loop; "{path}?hop={n}" is one that never repeats."""
    any_status = True
    keys = ("status", "location", "keep_headers")

    def change(self, request, response, rule, world):
        location = filled(self.spec["location"], request, rule, world)
        status = self.get("status", 302)
        made = replaced(response, status, f"Redirecting to {location}".encode(),
                        {"Location": location, "Content-Type": "text/plain; charset=utf-8"})
        if self.get("keep_headers"):
            made.headers = {**response.headers, **made.headers}
        return made


class Html(Action):
    """What a captive portal answers."""
    any_status = True
    keys = ("status", "text")

    def change(self, request, response, rule, world):
        body = self.get("text").encode() if "text" in self.spec else PORTAL
        return replaced(response, self.get("status", 200), body, {"Content-Type": "text/html; charset=utf-8"})


class Json(Action):
    """Changes what a JSON answer says: set and drop by path, replace it whole, break it, nest it, pad it."""
    any_status = True
    keys = ("set", "drop", "replace", "raw", "raw_base64", "truncate", "deep", "pad")

    def applies(self, request, response, status_named):
        return ("json" in response.headers.get("Content-Type", "") and request.method != "HEAD"
                and (status_named or response.status == 200))

    def change(self, request, response, rule, world):
        body = response.body
        if response.headers.pop("Content-Encoding", None):
            body = gzip.decompress(body)
            response.framing = "length"
        if "raw" in self.spec:
            body = self.spec["raw"].encode("utf-8", "surrogatepass")
        elif "raw_base64" in self.spec:
            body = base64.b64decode(self.spec["raw_base64"])
        elif "replace" in self.spec:
            body = to_json(self.spec["replace"])
        elif "set" in self.spec or "drop" in self.spec:
            value = json.loads(body)
            for path, new in self.get("set", {}).items():
                value = paths.change(value, path, new)
            for path in self.get("drop", []):
                value = paths.change(value, path, paths.GONE)
            body = to_json(value)
        if "deep" in self.spec:
            body = b"[" * self.spec["deep"] + body + b"]" * self.spec["deep"]
        if "pad" in self.spec:
            body = b" " * self.spec["pad"] + body
        if "truncate" in self.spec:
            body = body[:self.spec["truncate"]]
        response.body = body


class Pages(Action):
    """Spoils pagination. mode: endless (new names for ever), repeat (the same page and cursor for ever), link (any link)."""
    keys = ("mode", "link", "rename")

    def applies(self, request, response, status_named):
        return "json" in response.headers.get("Content-Type", "") and response.status == 200

    def spoil(self, request, response, rule, world, answer):
        response.spoiled = True
        mode = self.get("mode", "endless")
        if mode == "link":
            response.headers["Link"] = f'<{filled(self.spec["link"], request, rule, world)}>; rel="next"'
            return response
        cursor = request.first("cursor", "")
        number = int(cursor[6:]) if cursor.startswith("fault-") and cursor[6:].isdigit() else 0
        after = number + 1 if mode == "endless" else 1
        kept = "&".join(part for part in request.query_string.split("&") if part and not part.startswith("cursor="))
        response.headers["Link"] = (f'<{world.origins("hub")}{request.path}?{kept}{"&" if kept else ""}cursor=fault-{after}>; '
                                    'rel="next"')
        if mode == "endless" and number and self.get("rename", True):
            body = gzip.decompress(response.body) if response.headers.pop("Content-Encoding", None) else response.body
            response.framing = "length"
            rows = json.loads(body)
            for row in rows:
                if isinstance(row, dict) and isinstance(row.get("path"), str):
                    row["path"] = f"page-{number}/{row['path']}"
            response.body = to_json(rows)
        return response


class Headers(Action):
    any_status = True
    keys = ("set", "drop")

    def change(self, request, response, rule, world):
        for name in self.get("drop", []):
            response.headers = {k: v for k, v in response.headers.items() if k.lower() != name.lower()}
        for name, value in self.get("set", {}).items():
            response.headers = {k: v for k, v in response.headers.items() if k.lower() != name.lower()}
            response.headers[name] = ([filled(str(one), request, rule, world) for one in value] if isinstance(value, list)
                                      else filled(str(value), request, rule, world))


class IgnoreRange(Action):
    """200 and the whole content to a request for a range."""

    def applies(self, request, response, status_named):
        return response.status == 206

    def change(self, request, response, rule, world):
        response.status = 200
        response.headers.pop("Content-Range", None)
        response.body = Slice(response.body.content)


class ContentRange(Action):
    """A 206 that says other bytes than it carries (shift, total, value, drop), or carries others than asked (bytes_shift)."""
    keys = ("shift", "total", "value", "drop", "bytes_shift")

    def applies(self, request, response, status_named):
        return response.status == 206

    def change(self, request, response, rule, world):
        body = response.body
        start, end, total = body.start, body.start + body.length - 1, body.content.size
        start, end, total = start + self.get("shift", 0), end + self.get("shift", 0), self.get("total", total)
        response.headers["Content-Range"] = self.get("value", f"bytes {start}-{end}/{total}")
        if self.get("drop"):
            del response.headers["Content-Range"]
        if "bytes_shift" in self.spec:
            moved = max(0, min(body.start + self.spec["bytes_shift"], body.content.size - body.length))
            response.body = Slice(body.content, moved, body.length)


class Corrupt(Action):
    """Right size, wrong byte. `at` is an offset in the file; it hits only answers that cover it."""
    keys = ("at",)

    def applies(self, request, response, status_named):
        if not super().applies(request, response, status_named) or not isinstance(response.body, Slice):
            return False
        body = response.body
        return body.content.size > 0 and body.start <= self.place(body.content) < body.start + body.length

    def place(self, content):
        return self.get("at", content.size // 2) % content.size

    def change(self, request, response, rule, world):
        body = response.body
        response.body = Slice(Corrupted(body.content, [self.place(body.content)]), body.start, body.length)


class Short(Action):
    """Fewer bytes than there are. honest: Content-Length says so; else it promises all and the connection ends."""
    keys = ("bytes", "honest")

    def applies(self, request, response, status_named):
        return super().applies(request, response, status_named) and response.length > self.get("bytes", 0)

    def change(self, request, response, rule, world):
        count = self.get("bytes", 0)
        if not self.get("honest", True):
            response.cut = (count, "fin")
        elif isinstance(response.body, Slice):
            response.body = Slice(response.body.content, response.body.start, count)
        else:
            response.body = response.body[:count]


class Long(Action):
    """More bytes than there are. honest: Content-Length counts them; else it does not."""
    keys = ("bytes", "honest")

    def change(self, request, response, rule, world):
        response.extra = b"X" * self.get("bytes", 1)
        if not self.get("honest", True):
            response.declare = response.length


class Gzip(Action):
    """Compressed though nobody asked. claim_only: says so of plain bytes. bomb: that many zeros, compressed."""
    keys = ("claim_only", "bomb")

    def change(self, request, response, rule, world):
        response.headers["Content-Encoding"] = "gzip"
        if self.get("claim_only"):
            return
        packer = zlib.compressobj(6, zlib.DEFLATED, 31)
        out = []
        if self.get("bomb"):
            zeros = bytes(1 << 20)
            out = [packer.compress(zeros) for _ in range(self.spec["bomb"] >> 20)]
        else:
            body = response.body
            for start in range(0, response.length, 1 << 20):
                count = min(1 << 20, response.length - start)
                out.append(packer.compress(body.read(start, count) if isinstance(body, Slice) else body[start:start + count]))
        out.append(packer.flush())
        response.body = b"".join(out)


class NoLength(Action):
    """No Content-Length; the end of the connection is the end of the body."""
    keys = ("cut",)

    def change(self, request, response, rule, world):
        response.framing = "close"
        if "cut" in self.spec:
            response.cut = (self.spec["cut"], "fin")


class Chunked(Action):
    """Transfer-Encoding: chunked. cut: ends early without the last chunk. bad: ends in what is no chunk."""
    keys = ("cut", "bad")

    def change(self, request, response, rule, world):
        response.framing = "chunked"
        response.bad_chunk = bool(self.get("bad"))
        if "cut" in self.spec:
            response.cut = (self.spec["cut"], "fin")


class Garbage(Action):
    """These bytes instead of an answer."""
    any_status = True
    keys = ("text", "base64")

    def change(self, request, response, rule, world):
        response.raw = data_of(self.spec)


class MoveRef(Action):
    """Moves a ref when the rule fires: after this answer was made, or before it with {"before": true}."""
    any_status = True
    keys = ("kind", "repo", "ref", "to", "before")

    def spoil(self, request, response, rule, world, answer):
        repo = world.registry.get(self.get("kind", "models"), self.spec["repo"])
        to = repo.resolve(self.spec["to"])
        if to is None:
            raise ValueError(f"there is no {self.spec['to']} in {repo.id}")
        repo.refs[self.get("ref", "refs/heads/main")] = to.sha
        return answer(request) if self.get("before") else response


class Commit(Action):
    """Adds a commit when the rule fires. `spec` is what POST /commits takes."""
    any_status = True
    keys = ("spec", "before")

    def spoil(self, request, response, rule, world, answer):
        world.control.add_commit(self.spec["spec"])
        return answer(request) if self.get("before") else response


ACTIONS = {"cut": Cut, "drop": Drop, "stall": Stall, "delay": Delay, "throttle": Throttle, "status": Status,
           "redirect": Redirect, "html": Html, "json": Json, "pages": Pages, "headers": Headers, "ignore_range": IgnoreRange,
           "content_range": ContentRange, "corrupt": Corrupt, "short": Short, "long": Long, "gzip": Gzip,
           "no_length": NoLength, "chunked": Chunked, "garbage": Garbage, "move_ref": MoveRef, "commit": Commit}


def action(spec):
    if not isinstance(spec, dict) or spec.get("type") not in ACTIONS:
        raise ValueError(f"action.type is one of {', '.join(ACTIONS)}")
    return ACTIONS[spec["type"]](spec)
