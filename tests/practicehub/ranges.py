# SPDX-FileCopyrightText: 2026 The hugger authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Serving a content: ranges, conditions, types, dispositions."""

import mimetypes
import re
import urllib.parse

from .wire import Response, Slice

RANGE = re.compile(r"bytes=(\d*)-(\d*)")
TEXT = (".md", ".txt", ".json", ".jsonl", ".csv", ".py", ".yaml", ".yml", ".gitattributes", ".html", ".toml", ".jinja")


def content_type(path):
    name = path.rsplit("/", 1)[-1].lower()
    if name.endswith(TEXT) or "." not in name:
        return "text/plain; charset=utf-8"
    return mimetypes.guess_type(name)[0] or "application/octet-stream"


def is_text(path):
    return content_type(path).startswith("text/")


def disposition(path):
    name = path.rsplit("/", 1)[-1]
    plain = "".join(c if " " <= c < "\x7f" and c not in '"\\' else "?" for c in name)
    return f"inline; filename*=UTF-8''{urllib.parse.quote(name, safe='', errors='replace')}; filename=\"{plain}\";"


def serve(request, content, etag, headers, empty_range=416):
    """200, 206 or 416. One range only; several, or one that makes no sense, are answered with the whole."""
    headers["ETag"] = f'"{etag}"'
    headers["Accept-Ranges"] = "bytes"
    asked = request.headers.get("range")
    condition = request.headers.get("if-range")
    match = RANGE.fullmatch(asked.replace(" ", "")) if asked and condition in (None, f'"{etag}"') else None
    size = content.size
    response = Response(200, Slice(content), headers)
    response.paced = True
    response.object = etag
    if not match or match.group(1) == match.group(2) == "":
        return response
    first, last = match.groups()
    if first:
        start = int(first)
        end = min(int(last), size - 1) if last else size - 1
        if last and int(last) < start:
            return response
    else:
        start = max(0, size - int(last))
        end = size - 1
        if int(last) == 0:
            start = size
    if start >= size:
        headers["Content-Range"] = f"bytes */{size}"
        if size == 0 and empty_range == 200:
            return response
        refused = Response(416, b"", headers)
        refused.object = etag
        return refused
    headers["Content-Range"] = f"bytes {start}-{end}/{size}"
    response.status = 206
    response.body = Slice(content, start, end - start + 1)
    return response
