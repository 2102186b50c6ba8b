# SPDX-FileCopyrightText: 2026 The hugger authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The real huggingface_hub reads STORE/hub with the Hub gone."""

import os
import subprocess
import sys
import unittest
import urllib.request

from held import Held, TreeCase, environment, sha256

HELD = Held()
unittest.addModuleCleanup(HELD.remove)
os.environ.update(environment(HELD))

import huggingface_hub  # noqa: E402 - reads the environment when imported
from huggingface_hub import errors  # noqa: E402

NAMES = ["main", "v1.0", "v1.1", "dev", "feat/long-context", "refs/pr/1"]
TRUTH = {}


def hf(*arguments, **changes):
    """The `hf` program, as a person runs it."""
    program = os.path.join(os.path.dirname(sys.executable), "hf")
    return subprocess.run([program, *arguments], env={**os.environ, **changes}, stdin=subprocess.DEVNULL,
                          capture_output=True, text=True, timeout=120)


def setUpModule():
    # v1.1 is never asked for: it leads to the commit of main and comes with it.
    for name in NAMES:
        TRUTH["models", "acme/tiny-llama", name] = HELD.truth("acme/tiny-llama", "models", name)
        if name != "v1.1":
            HELD.archive("acme/tiny-llama", "--revision", name)
    for kind, id, name in (("datasets", "acme/weather", "main"), ("datasets", "acme/weather", "2025"),
                           ("datasets", "acme/weather", "refs/convert/parquet"), ("spaces", "acme/demo-app", "main")):
        TRUTH[kind, id, name] = HELD.truth(id, kind, name)
        HELD.archive(f"{kind}/{id}@{name}")
    TRUTH["models", "acme/tiny-llama-GGUF", "main"] = HELD.truth("acme/tiny-llama-GGUF")
    HELD.archive("acme/tiny-llama-GGUF", "--include", "*Q4_K_M*", "--include", "README.md")
    HELD.hub.listen(False)


def whole():
    """Every name and every full commit of what is held whole: kind, id, revision, commit, files."""
    for (kind, id, name), (commit, files) in TRUTH.items():
        if not id.endswith("GGUF"):
            yield kind[:-1], id, name, commit, files
            yield kind[:-1], id, commit, commit, files


class Offline(TreeCase):
    def test_the_hub_is_gone(self):
        with self.assertRaises(OSError):
            urllib.request.urlopen(HELD.hub.url, timeout=5)

    def test_snapshots(self):
        for kind, id, revision, commit, files in whole():
            with self.subTest(kind=kind, id=id, revision=revision):
                folder = huggingface_hub.snapshot_download(id, repo_type=kind, revision=revision)
                self.assertEqual(os.path.basename(folder), commit)
                self.assert_tree(folder, files)

    def test_default_revision(self):
        commit, files = TRUTH["models", "acme/tiny-llama", "main"]
        self.assert_tree(huggingface_hub.snapshot_download("acme/tiny-llama"), files)
        self.assertIn(commit, huggingface_hub.hf_hub_download("acme/tiny-llama", "config.json"))

    def test_every_file(self):
        for kind, id, revision, commit, files in whole():
            for path, digest in files.items():
                with self.subTest(kind=kind, id=id, revision=revision, path=path):
                    found = huggingface_hub.hf_hub_download(id, path, repo_type=kind, revision=revision)
                    self.assertEqual(sha256(found), digest)

    def test_odd_names_are_there(self):
        """The sample has them; if it loses them, this file tests less than it says."""
        files = TRUTH["datasets", "acme/weather", "main"][1]
        for path in ("data/empty.txt", "data/empty.bin", "data/日本語/天気.txt", "data/%2e%2e.txt", "case/Readme.txt", "case/README.txt",
                     "case/readme.txt", "case/Folder/file.txt", "case/folder/file.txt"):
            self.assertIn(path, files)

    def test_files_as_transformers_asks(self):
        for name in NAMES:
            files = TRUTH["models", "acme/tiny-llama", name][1]
            for path in ("config.json", "generation_config.json", "tokenizer.json", "tokenizer_config.json", "special_tokens_map.json",
                         "model.safetensors"):
                found = huggingface_hub.hf_hub_download("acme/tiny-llama", path, revision=name)
                self.assertEqual(sha256(found), files[path])
                self.assertEqual(huggingface_hub.try_to_load_from_cache("acme/tiny-llama", path, revision=name), found)
            # Looked for by from_pretrained() and not in the repository: this error means "carry on without".
            for path in ("adapter_config.json", "chat_template.jinja", "model.safetensors.index.json", "added_tokens.json"):
                with self.assertRaises(errors.LocalEntryNotFoundError):
                    huggingface_hub.hf_hub_download("acme/tiny-llama", path, revision=name)

    def test_unknown(self):
        with self.assertRaises(errors.LocalEntryNotFoundError):
            huggingface_hub.hf_hub_download("acme/tiny-llama", "config.json", revision="v9")
        with self.assertRaises(errors.LocalEntryNotFoundError):
            huggingface_hub.hf_hub_download("acme/none", "config.json")
        with self.assertRaises((errors.LocalEntryNotFoundError, errors.OfflineModeIsEnabled)):
            huggingface_hub.snapshot_download("acme/none")

    def test_partial(self):
        commit, files = TRUTH["models", "acme/tiny-llama-GGUF", "main"]
        held = ["README.md", "tiny-llama-Q4_K_M.gguf"]
        for revision in (None, "main", commit):
            with self.subTest(revision=revision):
                for path in held:
                    found = huggingface_hub.hf_hub_download("acme/tiny-llama-GGUF", path, revision=revision)
                    self.assertEqual(sha256(found), files[path])
                folder = huggingface_hub.snapshot_download("acme/tiny-llama-GGUF", revision=revision,
                                                           allow_patterns=["*Q4_K_M*", "README.md"])
                self.assert_tree(folder, files, held)
                # Never taken for the whole. (By commit, the first file that is missing is what the client stumbles over.)
                with self.assertRaises((errors.IncompleteSnapshotError, errors.LocalEntryNotFoundError)):
                    huggingface_hub.snapshot_download("acme/tiny-llama-GGUF", revision=revision)
                with self.assertRaises(errors.LocalEntryNotFoundError):
                    huggingface_hub.hf_hub_download("acme/tiny-llama-GGUF", "tiny-llama-Q8_0.gguf", revision=revision)

    def test_scan(self):
        scanned = huggingface_hub.scan_cache_dir()
        self.assertEqual([str(one) for one in scanned.warnings], [])
        found = {}
        for repo in scanned.repos:
            for revision in repo.revisions:
                for name in revision.refs:
                    found[repo.repo_type + "s", repo.repo_id, name] = revision.commit_hash
                if (repo.repo_type, repo.repo_id) != ("model", "acme/tiny-llama-GGUF"):
                    files = next(files for kind, id, _, commit, files in whole() if commit == revision.commit_hash)
                    self.assertEqual(len(revision.files), len(files))
        wanted = {key: commit for key, (commit, _) in TRUTH.items()}
        self.assertEqual({key: found.get(key) for key in wanted}, wanted)

    def test_hf_program(self):
        listed = hf("cache", "list", "--format", "json")
        self.assertEqual(listed.returncode, 0, listed.stderr)
        for id in ("model/acme/tiny-llama", "model/acme/tiny-llama-GGUF", "dataset/acme/weather", "space/acme/demo-app"):
            self.assertIn(f'"{id}"', listed.stdout)
        found = hf("download", "acme/tiny-llama", "--revision", "feat/long-context", "--quiet")
        self.assertEqual(found.returncode, 0, found.stderr)
        self.assertIn(TRUTH["models", "acme/tiny-llama", "feat/long-context"][0], found.stdout)

    def test_hf_verify(self):
        """It asks the Hub for the listing and hashes what lies in the view."""
        HELD.hub.listen(True)
        self.addCleanup(HELD.hub.listen, False)
        for key in (("acme/tiny-llama", "--revision", "v1.0"), ("acme/weather", "--type", "dataset")):
            proved = hf("cache", "verify", *key, HF_HUB_OFFLINE="0")
            self.assertEqual(proved.returncode, 0, proved.stdout + proved.stderr)


class Online(TreeCase):
    """People use the view as their cache while the Hub is there. What that client writes stays in the view."""

    def test_objects_stay(self):
        held = Held()
        self.addCleanup(held.remove)
        commit, files = held.truth("acme/tiny-llama")
        held.archive("acme/tiny-llama")
        moved = held.hub.commit("acme/tiny-llama", [{"path": "config.json", "text": "{}\n"}])
        code = ("from huggingface_hub import hf_hub_download as get, snapshot_download\n"
                "get('acme/tiny-llama', 'model.safetensors', force_download=True)\n"
                "print(snapshot_download('acme/tiny-llama'))\n")
        done = subprocess.run([sys.executable, "-c", code], env={**os.environ, **environment(held), "HF_HUB_OFFLINE": "0"},
                              capture_output=True, text=True, timeout=120)
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertEqual(os.path.basename(done.stdout.strip()), moved)
        self.assert_tree(os.path.join(held.cache, "models--acme--tiny-llama", "snapshots", commit), files)
        verified = held.hugger("verify")
        self.assertEqual((verified["verified"], verified["damaged"], verified["missing"]), (len(files), [], []))
        held.hugger("archive", f"acme/tiny-llama@{moved}")
        self.assertEqual(huggingface_hub.scan_cache_dir(held.cache).warnings, [])


if __name__ == "__main__":
    unittest.main()
