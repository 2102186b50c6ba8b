#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The hugger authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""demo.py HUGGER [FOLDER]: archives from the practice Hub, proves, switches that Hub off and loads the result. ./dev demo starts it.

Everything stays in FOLDER (build/demo) until the next demo there. Exit code 0 only when all of it really worked.
"""

import glob
import json
import os
import shlex
import shutil
import signal
import subprocess
import sys
import time

sys.dont_write_bytecode = True
SOURCE = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
sys.path.insert(0, os.path.join(SOURCE, "tests"))

from practicehub.client import PracticeHub  # noqa: E402

# 3.2 MB arrive in about three seconds, so that there is progress to see.
BYTES_PER_SECOND = 1_000_000

LOOK = """
import json, sys
from huggingface_hub import __version__, hf_hub_download, snapshot_download
from safetensors import safe_open
commit = sys.argv[1]
found = {snapshot_download('acme/tiny-llama', revision=name) for name in ('main', 'v1.1', commit)}
assert len(found) == 1 and found.pop().endswith(commit)
print(f'  huggingface_hub {__version__} finds it by branch (main), by tag (v1.1) and by commit')
with open(hf_hub_download('acme/tiny-llama', 'config.json'), encoding='utf-8') as file:
    config = json.load(file)
print(f"  config.json is of a {config['model_type']} model with {config['num_hidden_layers']} layers")
with safe_open(hf_hub_download('acme/tiny-llama', 'model.safetensors'), 'numpy') as weights:
    print(f'  model.safetensors opens: {len(weights.keys())} tensors')
"""


class DemoFailed(Exception):
    pass


def say(text=""):
    print(text, flush=True)


def heading(text):
    bold = sys.stdout.isatty() and "NO_COLOR" not in os.environ
    say(f"\n\033[1m{text}\033[0m" if bold else f"\n{text}")


def clean_environment():
    """No account: the user's token and proxies have no business here."""
    private = ("HF_", "HUGGINGFACE_", "HUGGING_FACE_")
    return {name: value for name, value in os.environ.items()
            if not name.startswith(private) and not name.lower().endswith("_proxy")}


class Demo:
    def __init__(self, hugger, folder):
        self.hugger = hugger
        self.folder = folder
        self.profile = os.path.join(self.folder, "profile")
        self.cache = os.path.join(self.profile, "store", "hub")
        self.hub = PracticeHub("--big-size", "1M", "--many", "10")
        self.environment = clean_environment()

    def run(self, *arguments):
        """A command of hugger, shown as it could be typed, on this terminal."""
        command = [self.hugger, "--profile", self.profile, *arguments]
        say(f"$ hugger --profile {os.path.relpath(self.profile)} {shlex.join(arguments)}")
        done = subprocess.run(command, env=self.environment, check=False)
        if done.returncode == 130:
            raise KeyboardInterrupt
        if done.returncode != 0:
            raise DemoFailed(f"hugger {arguments[0]} ended with exit code {done.returncode}.")

    def ask(self, *arguments):
        """What a command says with --json."""
        done = subprocess.run([self.hugger, "--profile", self.profile, "--json", *arguments], env=self.environment, check=False,
                              capture_output=True, text=True)
        if done.returncode != 0:
            raise DemoFailed(f"hugger {' '.join(arguments)} ended with exit code {done.returncode}.\n{done.stdout}{done.stderr}")
        try:
            return json.loads(done.stdout)
        except ValueError:
            raise DemoFailed(f"hugger {' '.join(arguments)} gave no JSON.\n{done.stdout}{done.stderr}") from None

    def check(self, id, files):
        """The archive against the practice Hub's own truth."""
        if {one["path"]: one["sha256"] for one in self.ask("files", id)["files"]} != files:
            raise DemoFailed(f"What is held of {id} is not what the practice Hub has.")

    def archive(self):
        heading("1. Archive a model, whole")
        self.run("archive", "acme/tiny-llama")
        truth = self.hub.repo("acme/tiny-llama")
        self.check("acme/tiny-llama", {one["path"]: one["sha256"] for one in truth["files"]})

        heading("2. Archive one quantisation of another")
        self.run("archive", "acme/tiny-llama-GGUF", "--include", "*Q4_K_M*")
        files = self.hub.repo("acme/tiny-llama-GGUF")["files"]
        self.check("acme/tiny-llama-GGUF", {one["path"]: one["sha256"] for one in files if "Q4_K_M" in one["path"]})
        return truth["sha"]

    def prove(self):
        heading("4. What is held, and whether it is still whole")
        self.run("list")
        self.run("verify")
        records = os.path.join(self.profile, "store", "records", "models", "acme")
        for sums in sorted(glob.glob(os.path.join(glob.escape(records), "*", "*", "SHA256SUMS"))):
            id, commit = sums.split(os.sep)[-3:-1]
            folder = os.path.join(self.cache, f"models--acme--{id}", "snapshots", commit)
            if subprocess.run(["sha256sum", "--check", "--quiet", sums], cwd=folder, check=False).returncode != 0:
                raise DemoFailed(f"sha256sum finds something wrong with acme/{id}.")
        say("sha256sum, which knows nothing of hugger, says the same.")

    def load(self, commit):
        heading("5. Load it, with the Hub gone")
        programs = os.path.join(SOURCE, "build", "clients", "venv", "bin")
        if not os.access(os.path.join(programs, "python"), os.X_OK):
            say("  Left out: huggingface_hub is not installed here. ./dev test installs it into a folder of its own.")
            return
        environment = {**self.environment, "PATH": programs + os.pathsep + os.environ["PATH"],
                       "HF_HOME": os.path.join(self.folder, "hf-home"), "HF_HUB_DISABLE_PROGRESS_BARS": "1"}
        for id, file in (("acme/tiny-llama", ""), ("acme/tiny-llama-GGUF", "/tiny-llama-Q4_K_M.gguf")):
            snapshot = self.ask("show", id)["snapshots"][0]
            say("$ " + snapshot["load"])
            done = subprocess.run(["sh", "-c", snapshot["load"]], env=environment, check=False, stdout=subprocess.PIPE, text=True)
            if done.returncode != 0 or done.stdout.strip() != snapshot["path"] + file:
                raise DemoFailed(f"The line that loads {id} does not do so: {done.stdout}")
            say("  " + done.stdout.strip())
        environment.update({"HF_HUB_CACHE": self.cache, "HF_HUB_OFFLINE": "1"})
        if subprocess.run([os.path.join(programs, "python"), "-c", LOOK, commit], env=environment, check=False).returncode != 0:
            raise DemoFailed("huggingface_hub could not load what was archived.")

    def whole(self):
        shutil.rmtree(self.folder, ignore_errors=True)
        os.makedirs(self.folder)
        say("A practice Hub on this machine stands in for the real one: no account, no network.")
        with self.hub:
            self.hub.throttle(everything=BYTES_PER_SECOND)
            self.environment["HF_ENDPOINT"] = self.hub.url
            commit = self.archive()
            counters = self.hub.counters()
            if counters["errors"] or counters["cdn_authorization"]:
                raise DemoFailed(f"The practice Hub saw something wrong: {counters['errors']}")
        heading("3. The practice Hub is switched off; from here on there is no Hub")
        self.prove()
        self.load(commit)


def main():
    if len(sys.argv) not in (2, 3) or not os.access(sys.argv[1], os.X_OK):
        sys.exit("usage: demo.py HUGGER [FOLDER]; HUGGER is the program that was built. ./dev demo does both.")
    folder = os.path.abspath(sys.argv[2]) if len(sys.argv) == 3 else os.path.join(SOURCE, "build", "demo")
    # What is there is removed, so it must be a demo's.
    if os.path.isdir(folder) and os.listdir(folder) and not os.path.isdir(os.path.join(folder, "profile")):
        sys.exit(f"{folder} holds something else than a demo. Name another folder.")
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))     # through every "finally": the practice Hub ends, too
    begun = time.monotonic()
    demo = Demo(os.path.abspath(sys.argv[1]), folder)
    try:
        demo.whole()
    except DemoFailed as error:
        sys.exit(f"\nThe demo failed: {error} What there is lies in {os.path.relpath(demo.folder)}.")
    except KeyboardInterrupt:
        sys.exit(130)
    heading(f"All of it worked, in {time.monotonic() - begun:.0f} s.")
    say(f"It stays in {os.path.relpath(demo.folder)} until the next demo: ./dev run --profile {os.path.relpath(demo.profile)} list")
    if os.environ.get("WAYLAND_DISPLAY") or os.environ.get("DISPLAY"):
        say("The window is open on it; close it to end the demo.")
        sys.stdout.flush()
        os.execve(demo.hugger, [demo.hugger, "--profile", demo.profile], {**os.environ})


if __name__ == "__main__":
    main()
