# SPDX-FileCopyrightText: 2026 The hugger authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A small HTTP/1.1 server on asyncio.Protocol in which every byte of an answer can be scripted."""

import asyncio
import email.utils
import http
import json
import socket
import struct
import time
import urllib.parse

MAX_HEAD = 128 * 1024
MAX_BODY = 512 * 1024 * 1024
SMALL = 256 * 1024
PIECE = 1024 * 1024

REASONS = {status.value: status.phrase for status in http.HTTPStatus}
_date = (0, "")


def http_date():
    global _date
    now = int(time.time())
    if _date[0] != now:
        _date = (now, email.utils.formatdate(now, usegmt=True))
    return _date[1]


def to_json(value):
    """JSON as Node writes it: raw UTF-8, but escapes where a string is not valid Unicode."""
    try:
        return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode("utf-8")
    except UnicodeEncodeError:
        return json.dumps(value, separators=(",", ":")).encode("ascii")


class Request:
    __slots__ = ("server", "method", "target", "path", "query_string", "headers", "body", "peer", "connection", "_query",
                 "time")

    def __init__(self, server, method, target, headers, body, peer, connection):
        self.server = server
        self.method = method
        self.target = target
        self.path, _, self.query_string = target.partition("?")
        self.headers = headers
        self.body = body
        self.peer = peer
        self.connection = connection
        self._query = None
        self.time = time.time()

    @property
    def query(self):
        if self._query is None:
            self._query = urllib.parse.parse_qs(self.query_string, keep_blank_values=True) if self.query_string else {}
        return self._query

    def first(self, name, default=None):
        values = self.query.get(name)
        return values[0] if values else default

    def flag(self, name):
        return self.first(name, "false").lower() in ("true", "1")

    def json(self):
        return json.loads(self.body.decode("utf-8")) if self.body else {}


class Slice:
    """A stretch of a content that is to be sent as a body."""
    __slots__ = ("content", "start", "length")

    def __init__(self, content, start=0, length=None):
        self.content = content
        self.start = start
        self.length = content.size - start if length is None else length

    def read(self, offset, count):
        return self.content.read(self.start + offset, count)


class Response:
    """An answer, and how it is to be spoiled. The defaults of the second group mean: not at all."""
    __slots__ = ("status", "headers", "body", "route", "repo", "object",
                 "framing", "declare", "delay", "drop", "cut", "stall", "extra", "rate", "raw", "paced", "spoiled",
                 "on_sent", "bad_chunk")

    def __init__(self, status=200, body=b"", headers=None, content_type=None):
        self.status = status
        self.headers = headers if headers is not None else {}
        if content_type:
            self.headers["Content-Type"] = content_type
        self.body = body
        self.route = ""
        self.repo = ""
        self.object = None      # name of the content served, for the counters
        self.framing = "length"  # length, chunked, close (no length, end by FIN)
        self.declare = None     # Content-Length to claim instead of the true one
        self.delay = 0          # seconds before the first byte
        self.drop = None        # "fin" or "rst" instead of an answer
        self.cut = None         # (bytes of body, "fin" or "rst")
        self.stall = None       # (bytes of body, seconds or None for ever)
        self.extra = b""        # sent after the body
        self.rate = None        # bytes per second, this answer only
        self.raw = None         # these bytes instead of a head and a body
        self.paced = False      # file content: obeys the throttle
        self.spoiled = False    # takes the slow, scripted way out
        self.on_sent = None     # called with the number of body bytes handed over
        self.bad_chunk = False

    @property
    def length(self):
        return self.body.length if isinstance(self.body, Slice) else len(self.body)

    @classmethod
    def of_json(cls, value, status=200, headers=None):
        return cls(status, to_json(value), headers, "application/json; charset=utf-8")


class Pacer:
    """Hands out time slots so that no more than `rate` bytes go in a second. What a busy machine was late by, up to
    CATCH_UP seconds, is made good."""
    CATCH_UP = 0.2

    def __init__(self, rate):
        self.rate = rate
        self.next = asyncio.get_running_loop().time()

    def begin(self):
        """An answer begins: the time in which nobody asked for anything is not made good."""
        self.next = max(self.next, asyncio.get_running_loop().time())

    async def take(self, count):
        now = asyncio.get_running_loop().time()
        self.next = max(self.next, now - self.CATCH_UP) + count / self.rate
        if self.next - now > 0.001:
            await asyncio.sleep(self.next - now)


class Connection(asyncio.Protocol):
    def __init__(self, listener):
        self.listener = listener
        self.loop = asyncio.get_running_loop()
        self.transport = None
        self.buffer = bytearray()
        self.task = None
        self.resumed = None
        self.closing = False
        self.peer = ""
        self.number = 0
        self.pacer = None

    # asyncio.Protocol

    def connection_made(self, transport):
        self.transport = transport
        peer = transport.get_extra_info("peername")
        self.peer = peer[0] if peer else ""
        self.number = self.listener.connected(self)
        transport.set_write_buffer_limits(high=SMALL)

    def connection_lost(self, exc):
        self.closing = True
        self.listener.disconnected(self)
        if self.resumed and not self.resumed.done():
            self.resumed.set_result(None)
        if self.task:
            self.task.cancel()

    def pause_writing(self):
        self.resumed = self.loop.create_future()

    def resume_writing(self):
        if self.resumed and not self.resumed.done():
            self.resumed.set_result(None)
        self.resumed = None

    def data_received(self, data):
        self.buffer += data
        if self.task is None:
            self.pump()
        elif len(self.buffer) > MAX_HEAD:
            self.transport.pause_reading()

    # Requests

    def pump(self):
        while self.task is None and not self.closing and self.buffer:
            request = self.parse()
            if request is None:
                return
            self.answer(request, self.listener.handle(request))

    def refuse(self, status, why):
        self.closing = True
        body = to_json({"error": why})
        self.transport.write(b"HTTP/1.1 %d %s\r\nContent-Type: application/json\r\nContent-Length: %d\r\n"
                             b"Connection: close\r\n\r\n" % (status, REASONS[status].encode(), len(body)) + body)
        self.transport.close()

    def parse(self):
        end = self.buffer.find(b"\r\n\r\n")
        if end < 0:
            if len(self.buffer) > MAX_HEAD:
                self.refuse(431, "Request header is too long")
            return None
        lines = self.buffer[:end].decode("latin-1").split("\r\n")
        parts = lines[0].split(" ")
        if len(parts) != 3 or not parts[2].startswith("HTTP/1."):
            return self.refuse(400, "This is not an HTTP request")
        headers = {}
        for line in lines[1:]:
            name, colon, value = line.partition(":")
            if not colon or not name or name != name.strip():
                return self.refuse(400, "Malformed header")
            name = name.lower()
            value = value.strip()
            headers[name] = f"{headers[name]}, {value}" if name in headers else value
        if "transfer-encoding" in headers:
            return self.refuse(411, "Content-Length is needed")
        length = headers.get("content-length", "0")
        if not length.isdigit() or int(length) > MAX_BODY:
            return self.refuse(413 if length.isdigit() else 400, "Content-Length is not acceptable")
        stop = end + 4 + int(length)
        if len(self.buffer) < stop:
            if headers.get("expect", "").lower() == "100-continue" and len(self.buffer) == end + 4:
                self.transport.write(b"HTTP/1.1 100 Continue\r\n\r\n")
            return None
        body = bytes(self.buffer[end + 4:stop])
        del self.buffer[:stop]
        return Request(self.listener.name, parts[0], parts[1], headers, body, self.peer, self.number)

    # Answers

    def head(self, request, response, close):
        out = [f"HTTP/1.1 {response.status} {REASONS.get(response.status, 'Unknown')}", f"Date: {http_date()}"]
        for name, value in response.headers.items():
            for one in value if isinstance(value, list) else (value,):
                out.append(f"{name}: {one}")
        if response.framing == "chunked":
            out.append("Transfer-Encoding: chunked")
        elif response.framing == "length" and "Content-Length" not in response.headers and response.status != 304:
            length = response.length + len(response.extra) if response.declare is None else response.declare
            out.append(f"Content-Length: {length}")
        out.append("Connection: close" if close else "Connection: keep-alive")
        return ("\r\n".join(out) + "\r\n\r\n").encode("latin-1", "replace")

    def answer(self, request, response):
        close = response.framing == "close" or request.headers.get("connection", "").lower() == "close"
        body = response.body
        limited = response.paced and self.listener.limits(request)
        if not (response.spoiled or limited) and (request.method == "HEAD" or response.length <= SMALL):
            data = self.head(request, response, close)
            sent = 0
            if request.method != "HEAD":
                body = body.read(0, body.length) if isinstance(body, Slice) else body
                sent = len(body)
                data += self.chunks(body) + b"0\r\n\r\n" if response.framing == "chunked" else body
            self.transport.write(data)
            self.listener.finished(request, response, sent, True)
            if close:
                self.closing = True
                self.transport.close()
            return
        self.task = self.loop.create_task(self.stream(request, response, close))

    @staticmethod
    def chunks(data):
        return b"%x\r\n%b\r\n" % (len(data), data) if data else b""

    async def stream(self, request, response, close):
        progress = [0]
        whole = False
        try:
            whole = await self.scripted(request, response, close, progress)
        except (OSError, asyncio.CancelledError):
            self.closing = True
        except Exception as error:  # an answer must never take the server down with it
            self.closing = True
            self.listener.failed(request, error)
        finally:
            self.task = None
            self.listener.finished(request, response, progress[0], whole)
        if self.closing:
            self.transport.abort()
            return
        if close or not whole:
            self.closing = True
            self.transport.close()
            return
        self.transport.resume_reading()
        self.pump()

    async def scripted(self, request, response, close, progress):
        """Sends the answer; True when it was sent to its end and the connection can be used again."""
        if response.delay:
            await asyncio.sleep(response.delay)
        if response.drop:
            return self.end(response.drop)
        if response.raw is not None:
            self.transport.write(response.raw)
            return self.end("fin")
        stall = response.stall
        if stall and stall[0] < 0:
            await self.hold(stall[1])
            stall = None
        self.transport.write(self.head(request, response, close))
        if request.method == "HEAD":
            return True
        total = response.length
        stop = min(total, response.cut[0]) if response.cut else total
        if stall and stall[0] <= stop:
            await self.push(request, response, 0, stall[0], progress)
            await self.hold(stall[1])
            await self.push(request, response, stall[0], stop, progress)
        else:
            await self.push(request, response, 0, stop, progress)
        if response.cut:
            await self.drained()
            return self.end(response.cut[1])
        if response.extra:
            self.transport.write(response.extra)
        if response.framing == "chunked":
            self.transport.write(b"zz\r\nnot a chunk" if response.bad_chunk else b"0\r\n\r\n")
        await self.drained()
        lied = response.declare is not None and response.declare != total + len(response.extra)
        return not lied and not response.bad_chunk

    def end(self, how):
        if how == "rst":
            sock = self.transport.get_extra_info("socket")
            sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            self.closing = True
        return False

    async def hold(self, seconds):
        await asyncio.sleep(seconds if seconds is not None else 86400)

    async def drained(self):
        while self.resumed and not self.closing:
            await self.resumed

    async def push(self, request, response, start, stop, progress):
        body = response.body
        pacers = self.pacers(request, response)
        piece = PIECE
        for pacer in pacers:
            piece = max(1024, min(piece, SMALL, int(pacer.rate / 25)))
        source = body.content.file() if isinstance(body, Slice) else None
        quick = source and response.framing != "chunked" and not self.transport.get_extra_info("sslcontext")
        while start < stop:
            count = min(piece, stop - start)
            for pacer in pacers:
                await pacer.take(count)
            if quick and count > 4096:
                await self.loop.sendfile(self.transport, source, body.start + start, count)
            else:
                data = body.read(start, count) if isinstance(body, Slice) else body[start:start + count]
                self.transport.write(self.chunks(data) if response.framing == "chunked" else data)
                await self.drained()
            if self.closing:
                raise ConnectionResetError
            start += count
            progress[0] += count
            if response.on_sent:
                response.on_sent(count)

    def pacers(self, request, response):
        found = []
        if response.rate:
            found.append(Pacer(response.rate))
        limits = self.listener.limits(request) if response.paced else None
        if limits:
            each, everyone = limits
            if each:
                if self.pacer is None or self.pacer.rate != each:
                    self.pacer = Pacer(each)
                self.pacer.begin()
                found.append(self.pacer)
            if everyone:
                found.append(everyone)
        return found


class Listener:
    """One port. `answer` turns a Request into a Response; `observer` hears of everything that was sent."""

    def __init__(self, name, answer, observer=None):
        self.name = name
        self.respond = answer
        self.observer = observer
        self.port = 0
        self.server = None
        self.starting = False
        self.context = None
        self.open = set()
        self.accepted = 0
        self.peak = 0
        self.send_buffer = 0
        self.rate_each = 0
        self.rate_all = None

    @property
    def url(self):
        return f"{'https' if self.context else 'http'}://127.0.0.1:{self.port}"

    async def start(self, port=None):
        if self.server is None and not self.starting:
            self.starting = True
            loop = asyncio.get_running_loop()
            self.server = await loop.create_server(lambda: Connection(self), "127.0.0.1",
                                                   self.port if port is None else port, ssl=self.context, backlog=1024)
            self.starting = False
            self.port = self.server.sockets[0].getsockname()[1]

    def stop(self):
        """Refuses new connections and breaks the ones there are, as a machine that goes down does."""
        if self.server:
            self.server.close()
            self.server = None
        for connection in list(self.open):
            connection.closing = True
            if connection.task:
                connection.task.cancel()
            connection.transport.abort()

    def handle(self, request):
        try:
            return self.respond(request)
        except Exception as error:
            self.failed(request, error)
            return Response.of_json({"error": f"practice hub failed: {error!r}"}, 500)

    def connected(self, connection):
        self.accepted += 1
        self.open.add(connection)
        self.peak = max(self.peak, len(self.open))
        sock = connection.transport.get_extra_info("socket")
        sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        if self.send_buffer:
            sock.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, self.send_buffer)
        return self.accepted

    def disconnected(self, connection):
        self.open.discard(connection)

    def limits(self, request):
        return (self.rate_each, self.rate_all) if self.rate_each or self.rate_all else None

    def finished(self, request, response, sent, whole):
        if self.observer:
            self.observer.finished(request, response, sent, whole)

    def failed(self, request, error):
        if self.observer:
            self.observer.failed(request, error)
