# SPDX-FileCopyrightText: 2026 The hugger authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""How each program is asked for a repository, and where what it fetched lies. Nobody is tuned; aria2c gets the flags that issue threads
recommend. curl and aria2c are handed the list of files; hugger and hf ask for it, within their time."""

import os
import shutil
import subprocess
import urllib.parse


class Job:
    """What is fetched: a repository and the truth about it."""

    def __init__(self, hub_url, kind, id, sha, files):
        self.hub_url = hub_url
        self.kind = kind
        self.id = id
        self.sha = sha
        self.files = files      # {path, size, sha256, lfs}

    @property
    def what(self):
        return self.id if self.kind == "models" else f"{self.kind}/{self.id}"

    @property
    def bytes(self):
        return sum(one["size"] for one in self.files)

    def url(self, one):
        return f"{self.hub_url}/{self.what}/resolve/main/{urllib.parse.quote(one['path'])}"


class Curl:
    name = "curl"
    proves = False

    def __init__(self, environment):
        self.environment = environment

    def version(self):
        return first_line("curl", "--version").split(" (")[0]

    def command(self, job, out):
        lines = []
        for one in job.files:
            lines += [f'url = "{job.url(one)}"', f'output = "{os.path.join(out, one["path"])}"']
        with open(os.path.join(out, "..", "curl.txt"), "w", encoding="utf-8") as file:
            file.write("\n".join(lines) + "\n")
        several = ["--parallel", "--parallel-max", "16"] if len(job.files) > 1 else []
        return ["curl", "--silent", "--show-error", "--fail", "--location", "--create-dirs", *several, "--config", file.name]

    def found(self, job, out):
        return out


class Aria2(Curl):
    name = "aria2c"
    proves = True   # what the Hub gives a SHA-256 of

    def version(self):
        return first_line("aria2c", "--version")

    def command(self, job, out):
        lines = []
        for one in job.files:
            lines += [job.url(one), f"  dir={out}", f"  out={one['path']}"]
            if one["lfs"]:
                lines.append(f"  checksum=sha-256={one['sha256']}")
        with open(os.path.join(out, "..", "aria2.txt"), "w", encoding="utf-8") as file:
            file.write("\n".join(lines) + "\n")
        # As it is, five files at a time: right for big ones, slow for small ones.
        several = [] if any(one["lfs"] for one in job.files) else ["-j16"]
        return ["aria2c", "-x16", "-s16", *several, "--file-allocation=none", "--quiet", "--no-conf", "--auto-file-renaming=false",
                "-i", file.name]


class Hf:
    name = "hf"
    proves = False      # only the size

    def __init__(self, environment, program):
        self.program = program
        self.environment = {**environment, "HF_HUB_DISABLE_XET": "1", "HF_HUB_DISABLE_TELEMETRY": "1",
                            "HF_HUB_DISABLE_UPDATE_CHECK": "1", "HF_HUB_DISABLE_IMPLICIT_TOKEN": "1"}

    def version(self):
        # The package's own name for it; the program colours what it says.
        return first_line(os.path.join(os.path.dirname(self.program), "python"), "-c",
                          "import importlib.metadata as m; print('huggingface_hub', m.version('huggingface_hub'))")

    def command(self, job, out):
        kind = [] if job.kind == "models" else ["--repo-type", job.kind[:-1]]
        return [self.program, "download", job.id, *kind, "--cache-dir", out, "--quiet"]

    def found(self, job, out):
        return os.path.join(out, f"{job.kind}--{job.id.replace('/', '--')}", "snapshots", job.sha)


class Hugger:
    name = "hugger"
    proves = True

    def __init__(self, environment, program):
        self.program = program
        self.environment = environment

    def version(self):
        return first_line(self.program, "--version")

    def command(self, job, out):
        return [self.program, "--profile", out, "--quiet", "archive", job.what]

    def found(self, job, out):
        return os.path.join(out, "store", "hub", f"{job.kind}--{job.id.replace('/', '--')}", "snapshots", job.sha)


def first_line(*command):
    return subprocess.run(command, capture_output=True, text=True, check=False).stdout.strip().split("\n")[0]


def everybody(environment, hugger, hf):
    """Those that are here, and the names of those that are not."""
    here, missing = [Hugger(environment, hugger)], []
    for name, peer in (("curl", Curl(environment)), ("aria2c", Aria2(environment))):
        if shutil.which(name):
            here.append(peer)
        else:
            missing.append(name)
    if os.access(hf, os.X_OK):
        here.append(Hf(environment, hf))
    else:
        missing.append("hf")
    return here, missing
