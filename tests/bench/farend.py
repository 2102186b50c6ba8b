# SPDX-FileCopyrightText: 2026 The hugger authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The far end that all peers fetch from: the practice Hub, and nginx as the CDN for the cases without a cap."""

import os
import re
import shutil
import subprocess
import time
import urllib.request

from practicehub.client import PracticeHub
from practicehub.content import generated
from practicehub.formats import safetensors_noise_header

# nginx as its package sets it up, less what writes logs. It serves the folder of generated files.
NGINX = """
worker_processes auto;
daemon off;
pid {folder}/nginx.pid;
error_log {folder}/nginx.log error;
events {{ worker_connections 768; }}
http {{
    sendfile on;
    tcp_nopush on;
    types {{ }}
    default_type application/octet-stream;
    access_log off;
    client_body_temp_path {folder}/t1; proxy_temp_path {folder}/t2; fastcgi_temp_path {folder}/t3;
    uwsgi_temp_path {folder}/t4; scgi_temp_path {folder}/t5;
    server {{ listen 127.0.0.1:{port}; root {files}; }}
}}
"""


def free_port():
    import socket
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class FarEnd:
    def __init__(self, work, scratch):
        self.work = os.path.join(work, "files")     # kept: making them takes longer than fetching them
        self.scratch = scratch
        self.hub = PracticeHub("--samples", "none", "--work", self.work)
        self.nginx = None
        self.cdn = "the practice Hub's own CDN"

    def start(self):
        os.makedirs(self.work, exist_ok=True)
        self.hub.start()
        if shutil.which("nginx"):
            self.start_nginx()
        return self

    def start_nginx(self):
        port = free_port()
        config = os.path.join(self.scratch, "nginx.conf")
        with open(config, "w", encoding="utf-8") as file:
            file.write(NGINX.format(folder=self.scratch, files=self.work, port=port))
        self.nginx = subprocess.Popen(["nginx", "-e", f"{self.scratch}/nginx.log", "-c", config], stdin=subprocess.DEVNULL,
                                      stderr=subprocess.DEVNULL)
        self.nginx_url = f"http://127.0.0.1:{port}"
        probe = os.path.join(self.work, "probe")
        with open(probe, "w", encoding="ascii") as file:
            file.write("ready")
        os.chmod(probe, 0o644)
        until = time.monotonic() + 10
        while time.monotonic() < until:
            try:
                with urllib.request.urlopen(self.nginx_url + "/probe") as answer:
                    if answer.read() == b"ready":
                        self.cdn = "nginx"
                        return
            except OSError:
                time.sleep(0.05)
        self.stop_nginx()

    def stop_nginx(self):
        if self.nginx:
            self.nginx.terminate()
            self.nginx.wait()
            self.nginx = None

    def stop(self):
        self.stop_nginx()
        self.hub.stop()

    def processes(self):
        """Whose CPU time is the far end's."""
        found = [self.hub.process.pid]
        if self.nginx:
            found.append(self.nginx.pid)
            try:
                with open(f"/proc/{self.nginx.pid}/task/{self.nginx.pid}/children", encoding="ascii") as file:
                    found += [int(word) for word in file.read().split()]
            except OSError:
                pass
        return found

    def big_files(self, count, size):
        """LFS files as the Hub is told of them."""
        found = []
        for n in range(count):
            name = "model.safetensors" if count == 1 else f"model-{n + 1:05}-of-{count:05}.safetensors"
            content = generated(self.work, f"bench {name}", size, safetensors_noise_header(size))
            with open(content.path, "rb") as file:      # into the page cache
                while file.read(1 << 22):
                    pass
            os.chmod(content.path, 0o644)               # nginx's workers are nobody
            found.append({"path": name, "file": content.path, "lfs": True, "sha256": content.sha256})
        return found

    def add_big(self, id, count, size):
        files = self.big_files(count, size)
        self.hub.add_repo(id, [{key: one[key] for key in ("path", "file", "lfs")} for one in files])
        return files

    def through_nginx(self, id, files):
        """Big files of a repository lead to nginx instead of the Hub's own CDN: the same redirect, another address."""
        if not self.nginx:
            return
        for one in files:
            self.hub.fault({"type": "redirect", "location": f"{self.nginx_url}/{os.path.basename(one['file'])}", "keep_headers": True},
                           server="hub", route="resolve", path=f"^/{re.escape(id)}/resolve/[^/]+/{re.escape(one['path'])}")
