# SPDX-FileCopyrightText: 2026 The hugger authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The real client libraries against the practice Hub; each class is skipped where its library is missing.

python3 -m unittest tests/practicehub/selftest_clients.py
"""

import hashlib
import os
import sys
import tempfile
import unittest
import urllib.request

sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
from practicehub.client import PracticeHub  # noqa: E402

HOME = tempfile.TemporaryDirectory(prefix="practicehub-home-")
os.environ.update({"HF_HUB_DISABLE_XET": "1", "HF_HUB_DISABLE_TELEMETRY": "1", "HF_HUB_DISABLE_UPDATE_CHECK": "1",
                   "HF_HUB_DISABLE_IMPLICIT_TOKEN": "1", "HF_HUB_DISABLE_PROGRESS_BARS": "1", "NO_PROXY": "127.0.0.1",
                   "HF_HOME": HOME.name})
HUB = PracticeHub("--many", "1500", "--big-size", "8M")
unittest.addModuleCleanup(HOME.cleanup)
unittest.addModuleCleanup(HUB.stop)
HUB.start()
os.environ["HF_ENDPOINT"] = HUB.url

try:
    import huggingface_hub
    from huggingface_hub import errors
except ImportError:
    huggingface_hub = None
try:
    import safetensors
    import safetensors.numpy
except ImportError:
    safetensors = None
try:
    import gguf
except ImportError:
    gguf = None
try:
    import tokenizers
except ImportError:
    tokenizers = None


def content(id, path):
    """The bytes of a file of a model, fetched without any library."""
    with urllib.request.urlopen(f"{HUB.url}/{id}/resolve/main/{path}") as answer:
        return answer.read()


@unittest.skipUnless(huggingface_hub, "needs huggingface_hub")
class HuggingfaceHub(unittest.TestCase):
    def setUp(self):
        self.api = huggingface_hub.HfApi(HUB.url, token=False)
        self.alice = huggingface_hub.HfApi(HUB.url, token=HUB.tokens["alice"])
        HUB.clear_log()

    def tearDown(self):
        counters = HUB.counters()
        self.assertEqual((counters["errors"], counters["cdn_authorization"]), ([], 0))

    def test_info(self):
        truth = HUB.repo("acme/tiny-llama")
        info = self.api.model_info("acme/tiny-llama", files_metadata=True)
        self.assertEqual(info.sha, truth["sha"])
        self.assertEqual(info.card_data.license, "apache-2.0")
        self.assertEqual({one.rfilename: one.size for one in info.siblings}, {one["path"]: one["size"] for one in truth["files"]})
        self.assertEqual(info.safetensors.total, sum(info.safetensors.parameters.values()))
        self.assertEqual(self.api.model_info("acme/tiny-llama", expand=["downloads", "usedStorage"]).sha, None)
        self.assertTrue(self.api.model_info("acme/pickled", securityStatus=True).security_repo_status["scansDone"])
        self.assertEqual(self.api.dataset_info("acme/weather").card_data.license, "cc-by-4.0")
        self.assertEqual(self.api.space_info("acme/demo-app").sdk, "gradio")
        self.assertEqual(self.api.model_info("acme/tiny-llama", revision="refs/pr/1").sha, truth["refs"]["refs/pr/1"])

    def test_lists(self):
        self.assertEqual(len(self.api.list_repo_files("acme/many", repo_type="dataset")), 1502)
        rows = list(self.api.list_repo_tree("acme/pickled", recursive=True, expand=True))
        self.assertFalse(next(row for row in rows if row.path.endswith(".pkl")).security["safe"])
        refs = self.api.list_repo_refs("acme/tiny-llama", include_pull_requests=True)
        self.assertEqual([ref.name for ref in refs.tags], ["v1.0", "v1.1"])
        self.assertEqual(refs.pull_requests[0].ref, "refs/pr/1")
        self.assertEqual(len(self.api.list_repo_commits("acme/tiny-llama", formatted=True)), 4)
        found = self.api.get_paths_info("acme/weather", ["data", "train.csv", "none"], repo_type="dataset", expand=True)
        self.assertEqual([one.path for one in found], ["data", "train.csv"])
        self.assertIn("acme/tiny-llama", [one.id for one in self.api.list_models(author="acme", search="llama")])
        self.assertIn("acme/weather", [one.id for one in self.api.list_datasets(full=True)])
        self.assertEqual([one.id for one in self.api.list_spaces()], ["acme/demo-app"])

    def test_access(self):
        bob = huggingface_hub.HfApi(HUB.url, token=HUB.tokens["bob"])
        self.assertEqual(bob.whoami()["name"], "bob")
        self.assertFalse(bob.repo_exists("acme/none"))
        self.assertTrue(self.api.repo_exists("acme/tiny-llama"))
        self.assertTrue(self.api.revision_exists("acme/tiny-llama", "feat/long-context"))
        self.assertFalse(self.api.revision_exists("acme/tiny-llama", "nope"))
        self.assertTrue(self.api.file_exists("acme/tiny-llama", "LICENSE"))
        self.assertFalse(self.api.file_exists("acme/tiny-llama", "nope"))
        with self.assertRaises(errors.GatedRepoError):
            bob.auth_check("acme/gated")
        with self.assertRaises(errors.DisabledRepoError):
            bob.model_info("acme/disabled")
        with self.assertRaises(errors.RepositoryNotFoundError):
            bob.model_info("acme/private")
        self.alice.auth_check("acme/gated")
        self.assertEqual(self.api.model_info("acme/old-name").id, "acme/new-name")
        self.assertEqual(self.api.model_info("tinygpt").id, "acme/tinygpt")

    def test_one_file(self):
        with tempfile.TemporaryDirectory() as cache:
            for repo, path, revision in (("acme/tiny-llama", "model.safetensors", "v1.0"), ("acme/tiny-llama", "config.json", None),
                                         ("acme/tiny-llama", "config.json", "feat/long-context"), ("tinygpt", "LICENSE", None),
                                         ("acme/old-name", "config.json", None)):
                found = huggingface_hub.hf_hub_download(repo, path, revision=revision, cache_dir=cache, endpoint=HUB.url, token=False)
                truth = HUB.repo({"tinygpt": "acme/tinygpt", "acme/old-name": "acme/new-name"}.get(repo, repo),
                                 revision=revision or "main")
                with open(found, "rb") as file:
                    digest = hashlib.sha256(file.read()).hexdigest()
                self.assertEqual(digest, next(one["sha256"] for one in truth["files"] if one["path"] == path))
            with self.assertRaises(errors.EntryNotFoundError):
                huggingface_hub.hf_hub_download("acme/tiny-llama", "nope", cache_dir=cache, endpoint=HUB.url, token=False)

    def test_snapshots(self):
        for kind, id in (("model", "acme/tiny-llama"), ("model", "acme/gated"), ("dataset", "acme/weather"),
                         ("space", "acme/demo-app"), ("dataset", "acme/many")):
            with self.subTest(id), tempfile.TemporaryDirectory() as cache:
                folder = self.alice.snapshot_download(id, repo_type=kind, cache_dir=cache)
                truth = HUB.repo(id, kind + "s")
                for one in truth["files"]:
                    with open(os.path.join(folder, one["path"]), "rb") as file:
                        self.assertEqual(hashlib.sha256(file.read()).hexdigest(), one["sha256"], one["path"])

    def test_file_system(self):
        files = huggingface_hub.HfFileSystem(endpoint=HUB.url, token=False)
        with files.open("datasets/acme/weather/train.csv", "rb") as file:
            self.assertTrue(file.readline().startswith(b"station"))
        self.assertEqual(len(files.glob("datasets/acme/weather/case/*.txt")), 3)

    def test_cut_and_go_on(self):
        rule = HUB.fault({"type": "cut", "after": 1_000_000}, server="cdn", method="GET", times=1)
        self.addCleanup(HUB.clear_faults, rule)
        with tempfile.TemporaryDirectory() as cache:
            found = self.api.hf_hub_download("acme/big", "model.safetensors", cache_dir=cache)
            truth = {one["path"]: one["sha256"] for one in HUB.repo("acme/big")["files"]}
            with open(found, "rb") as file:
                self.assertEqual(hashlib.sha256(file.read()).hexdigest(), truth["model.safetensors"])
        self.assertEqual(HUB.fired(rule), 1)


@unittest.skipUnless(safetensors, "needs safetensors and numpy")
class Safetensors(unittest.TestCase):
    def test_open(self):
        for id in ("acme/tiny-llama", "acme/tiny-llama-sharded", "acme/tinygpt", "acme/big"):
            for one in HUB.repo(id)["files"]:
                if one["path"].endswith(".safetensors"):
                    data = content(id, one["path"])
                    names = [name for name, _ in safetensors.deserialize(data)]
                    self.assertTrue(names)


@unittest.skipUnless(gguf, "needs gguf")
class Gguf(unittest.TestCase):
    def test_open(self):
        kinds = set()
        for one in HUB.repo("acme/tiny-llama-GGUF")["files"]:
            if not one["path"].endswith(".gguf"):
                continue
            with tempfile.NamedTemporaryFile(suffix=".gguf") as file:
                file.write(content("acme/tiny-llama-GGUF", one["path"]))
                file.flush()
                reader = gguf.GGUFReader(file.name)
                self.assertEqual(reader.fields["GGUF.version"].contents(), 3)
                self.assertTrue(reader.tensors)
                for tensor in reader.tensors:
                    kinds.add(tensor.tensor_type.name)
                    values = gguf.dequantize(tensor.data, tensor.tensor_type)
                    self.assertTrue(abs(values).max() < 100, tensor.name)
        self.assertEqual(kinds, {"F32", "F16", "Q4_K", "Q6_K", "Q8_0"})


@unittest.skipUnless(tokenizers, "needs tokenizers")
class Tokenizers(unittest.TestCase):
    def test_open(self):
        found = tokenizers.Tokenizer.from_str(content("acme/tiny-llama", "tokenizer.json").decode())
        self.assertEqual(found.decode(found.encode("Hello, world").ids), "Hello, world")
        self.assertEqual(found.get_vocab_size(), 512)


if __name__ == "__main__":
    unittest.main()
