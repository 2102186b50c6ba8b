# SPDX-FileCopyrightText: 2026 The hugger authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""safetensors, gguf and tokenizers open what lies in the view, through its links."""

import json
import os
import unittest

import gguf
import safetensors
import tokenizers
from held import Held

HELD = Held()
unittest.addModuleCleanup(HELD.remove)
PATHS = {}


def setUpModule():
    for id in ("acme/tiny-llama", "acme/tiny-llama-sharded", "acme/tiny-llama-GGUF"):
        PATHS[id] = HELD.archive(id)["path"]
    HELD.hub.stop()


class Formats(unittest.TestCase):
    def tensors(self, path):
        with safetensors.safe_open(path, "numpy") as file:
            return {name: file.get_slice(name).get_shape() for name in file.keys()}

    def test_safetensors(self):
        found = self.tensors(os.path.join(PATHS["acme/tiny-llama"], "model.safetensors"))
        self.assertEqual(found["model.embed_tokens.weight"], [512, 256])

    def test_shards(self):
        folder = PATHS["acme/tiny-llama-sharded"]
        with open(os.path.join(folder, "model.safetensors.index.json"), encoding="utf-8") as file:
            where = json.load(file)["weight_map"]
        found = {}
        for shard in sorted(set(where.values())):
            found.update(dict.fromkeys(self.tensors(os.path.join(folder, shard)), shard))
        self.assertEqual(found, where)

    def test_gguf(self):
        names = ["tiny-llama-Q4_K_M.gguf", "tiny-llama-Q8_0.gguf", "mmproj-tiny-llama-F16.gguf",
                 *(f"F16/tiny-llama-F16-{n:05}-of-00003.gguf" for n in (1, 2, 3))]
        for name in names:
            with self.subTest(name):
                reader = gguf.GGUFReader(os.path.join(PATHS["acme/tiny-llama-GGUF"], name))
                self.assertTrue(reader.tensors)
                for tensor in reader.tensors:
                    self.assertLess(abs(gguf.dequantize(tensor.data, tensor.tensor_type)).max(), 100)

    def test_tokenizer(self):
        found = tokenizers.Tokenizer.from_file(os.path.join(PATHS["acme/tiny-llama"], "tokenizer.json"))
        self.assertEqual(found.decode(found.encode("Hello, world").ids), "Hello, world")


if __name__ == "__main__":
    unittest.main()
