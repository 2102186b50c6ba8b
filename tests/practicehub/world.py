# SPDX-FileCopyrightText: 2026 The hugger authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Puts the parts together: registry, Hub, CDN, faults, control, in one process."""

import asyncio
import json
import os
import shutil
import ssl
import subprocess
import tempfile

from . import samples
from .cdn import Cdn
from .control import Control
from .faults import Faults
from .hub import Hub
from .limits import RateLimits
from .record import Record
from .repos import Registry
from .settings import Settings
from .wire import Listener


class World:
    def __init__(self, options):
        self.options = options
        self.own_work = options.work is None
        self.work = options.work or tempfile.mkdtemp(prefix="practicehub-")
        os.makedirs(self.work, exist_ok=True)
        self.registry = Registry()
        self.settings = Settings()
        self.limits = RateLimits()
        self.record = Record(options.log)
        self.faults = Faults(self)
        self.control = Control(self)
        self.signer = Cdn(self.registry, self.settings)
        self.logic = Hub(self.registry, self.limits, self.settings, self.signer, self.origins)
        self.hub = Listener("hub", self.faults.around(self.logic.handle), self.record)
        self.cdn = Listener("cdn", self.faults.around(self.signer.handle), self.record)
        self.remote = Listener("control", self.control.handle, self.record)
        self.stopped = asyncio.Event()
        self.tasks = set()
        self.fill()

    def origins(self, name):
        return (self.hub if name == "hub" else self.cdn).url

    def servers(self):
        return self.hub, self.cdn

    def spawn(self, coroutine):
        task = asyncio.get_running_loop().create_task(coroutine)
        self.tasks.add(task)
        task.add_done_callback(self.tasks.discard)

    def fill(self):
        if self.options.rate_limits == "real":
            self.limits.real()
        self.settings.xet = self.options.xet == "on"
        if self.options.samples == "none":
            samples.people(self.registry)
        else:
            samples.built(self.registry, self.work, self.options.big_size, self.options.many)
        if self.options.faults:
            with open(self.options.faults, encoding="utf-8") as rules:
                self.faults.add(json.load(rules))

    def reset(self):
        self.registry.__init__()
        self.settings.__init__()
        self.limits.__init__()
        self.faults.remove()
        self.signer.spent.clear()
        self.logic.api.rows.clear()
        for one in self.servers():
            one.rate_each, one.rate_all, one.send_buffer = 0, None, 0
            self.spawn(one.start(one.port))
        self.fill()

    def certificate(self):
        """(certificate, key) for --tls: the ones given, or a pair made on the spot with the openssl program."""
        if self.options.tls_cert:
            return self.options.tls_cert, self.options.tls_key
        cert, key = os.path.join(self.work, "tls-cert.pem"), os.path.join(self.work, "tls-key.pem")
        subprocess.run(["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", key, "-out", cert, "-days", "30",
                        "-subj", "/CN=127.0.0.1", "-addext", "subjectAltName=IP:127.0.0.1,DNS:localhost"],
                       check=True, capture_output=True)
        return cert, key

    async def start(self):
        ready = {}
        if self.options.tls != "none":
            cert, key = self.certificate()
            ready["certificate"] = cert
            for one in (self.hub,) if self.options.tls == "hub" else self.servers():
                one.context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
                one.context.load_cert_chain(cert, key)
        await self.hub.start(self.options.port)
        await self.cdn.start(self.options.cdn_port)
        await self.remote.start(self.options.control_port)
        return {"hub": self.hub.url, "cdn": self.cdn.url, "control": self.remote.url, "pid": os.getpid(), **ready}

    def close(self):
        for one in (*self.servers(), self.remote):
            one.stop()
        if self.own_work:
            shutil.rmtree(self.work, ignore_errors=True)
