# SPDX-FileCopyrightText: 2026 The hugger authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The CDN: big files behind signed addresses. It knows nothing of repositories, and wants no Authorization."""

import hashlib
import hmac
import time
import urllib.parse

from . import ranges
from .wire import Response

PREFIX = "/xet-bridge-us/"


def xml(status, code, message):
    body = ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
            f"<Error><Code>{code}</Code><Message>{message}</Message><RequestId>PRACTICE</RequestId></Error>")
    return Response(status, body.encode(), {}, "application/xml")


class Cdn:
    def __init__(self, registry, settings):
        self.registry = registry
        self.settings = settings
        self.secret = b"practice hub signing key"
        self.serial = 0
        self.spent = {}     # signature -> bytes served under it

    def signature(self, path, query):
        text = path + "?" + urllib.parse.urlencode(query)
        return hmac.new(self.secret, text.encode(), hashlib.sha256).hexdigest()

    def sign(self, origin, repo, entry):
        content = entry.content
        self.registry.objects[content.xet_hash] = content
        self.serial += 1
        path = f"{PREFIX}{repo.mongo_id}/{content.xet_hash}"
        query = [("X-Amz-Algorithm", "AWS4-HMAC-SHA256"), ("X-Amz-Expires", f"{self.settings.url_seconds:g}"),
                 ("Expires", f"{time.time() + self.settings.url_seconds:.3f}"),
                 ("X-Xet-Cas-Uid", f"public{self.serial}"),
                 ("response-content-disposition", ranges.disposition(entry.path)),
                 ("response-content-type", ranges.content_type(entry.path))]
        return f"{origin}{path}?{urllib.parse.urlencode(query + [('X-Amz-Signature', self.signature(path, query))])}"

    def handle(self, request):
        response = self.answer(request)
        response.route = "object"
        response.headers["X-Cache"] = "Hit from practice"
        response.headers["Via"] = "1.1 practice.cdn (practice)"
        return response

    def answer(self, request):
        if request.method not in ("GET", "HEAD"):
            return xml(405, "MethodNotAllowed", "The specified method is not allowed.")
        if "authorization" in request.headers and self.settings.cdn_refuses_authorization:
            return xml(400, "InvalidArgument", "Only one auth mechanism allowed")
        content = self.registry.objects.get(request.path.rsplit("/", 1)[-1])
        if content is None or not request.path.startswith(PREFIX):
            return xml(403, "AccessDenied", "Access Denied")
        pairs = urllib.parse.parse_qsl(request.query_string, keep_blank_values=True)
        signed = [pair for pair in pairs if pair[0] != "X-Amz-Signature"]
        given = dict(pairs)
        signature = given.get("X-Amz-Signature", "")
        if signature != self.signature(request.path, signed):
            return xml(403, "SignatureDoesNotMatch", "The signature does not match.")
        if float(given["Expires"]) <= time.time():
            return xml(403, "AccessDenied", "Request has expired")
        limit = self.settings.url_bytes
        spent = self.spent.get(signature, 0)
        if limit and spent >= limit:
            return xml(403, "AccessDenied", "Request has expired")
        headers = {"Content-Type": given["response-content-type"], "Cache-Control": "public, max-age=31536000",
                   "Content-Disposition": given["response-content-disposition"],
                   "Last-Modified": "Thu, 01 Jan 2026 12:00:00 GMT"}
        response = ranges.serve(request, content, content.xet_hash, headers, self.settings.empty_range)
        response.object = content.sha256
        if limit and response.status in (200, 206):
            def count(sent):
                self.spent[signature] = self.spent.get(signature, 0) + sent
            response.on_sent = count
            response.spoiled = True
            if self.settings.url_cuts and response.length > limit - spent:
                response.cut = (limit - spent, "fin")
        return response
