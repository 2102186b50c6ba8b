# SPDX-FileCopyrightText: 2026 The hugger authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The sample models, in formats that their own libraries open."""

from . import formats
from .content import generated
from .repos import FileEntry
from .samples import APACHE, ATTRIBUTES, MIT, card, data, page, text

HIDDEN, INNER, LAYERS, VOCAB, HEADS = 256, 512, 2, 512, 4


def config(context):
    return page({"architectures": ["LlamaForCausalLM"], "attention_bias": False, "bos_token_id": 1, "eos_token_id": 2,
                 "hidden_act": "silu", "hidden_size": HIDDEN, "initializer_range": 0.02, "intermediate_size": INNER,
                 "max_position_embeddings": context, "mlp_bias": False, "model_type": "llama", "num_attention_heads": HEADS,
                 "num_hidden_layers": LAYERS, "num_key_value_heads": HEADS, "rms_norm_eps": 1e-05, "rope_theta": 10000.0,
                 "tie_word_embeddings": False, "torch_dtype": "bfloat16", "use_cache": True, "vocab_size": VOCAB})


def tokenizer():
    template = "{% for message in messages %}<s>{{ message['role'] }}: {{ message['content'] }}</s>{% endfor %}"
    return [text("tokenizer.json", page(formats.tokenizer(VOCAB))),
            text("tokenizer_config.json", page({"add_bos_token": False, "bos_token": "<s>", "chat_template": template,
                                                "clean_up_tokenization_spaces": False, "eos_token": "</s>",
                                                "model_max_length": 2048, "tokenizer_class": "PreTrainedTokenizerFast",
                                                "unk_token": "<unk>"})),
            text("special_tokens_map.json", page({"bos_token": "<s>", "eos_token": "</s>", "unk_token": "<unk>"}))]


def readme(title, body="", **more):
    return text("README.md", card(title, body, license="apache-2.0", language=["en"], library_name="transformers",
                                  pipeline_tag="text-generation", tags=["practice", "llama"], **more))


def weights(seed, hidden=HIDDEN, layers=LAYERS):
    return formats.safetensors(formats.llama_tensors(hidden, INNER, layers, VOCAB), seed)


def tiny_llama(registry):
    repo = registry.add("models", "acme/tiny-llama")
    repo.commit([text(".gitattributes", ATTRIBUTES), readme("Tiny Llama")], title="initial commit")
    repo.commit([text("config.json", config(2048)), *tokenizer(), text("LICENSE", APACHE),
                 text("generation_config.json", page({"bos_token_id": 1, "eos_token_id": 2, "do_sample": True})),
                 data("model.safetensors", weights("first"))], title="Upload model")
    repo.refs["refs/tags/v1.0"] = repo.head.sha
    repo.commit([readme("Tiny Llama", "Two layers of noise in the shape of a Llama.\n\n"
                                      "```python\nfrom transformers import AutoModelForCausalLM\n```")],
                title="Say more in the card")
    repo.refs["refs/heads/dev"] = repo.head.sha
    repo.commit([data("model.safetensors", weights("second"))], title="Train for longer", body="Loss is down to 2.1.")
    repo.refs["refs/tags/v1.1"] = repo.head.sha
    repo.commit([data("model.safetensors", weights("dev")), text("notes/dev.md", "Not for use.\n")],
                ref="refs/heads/dev", title="Try another seed")
    repo.commit([text("config.json", config(32768))], ref="refs/heads/feat/long-context",
                parent=repo.head.sha, title="Longer context")
    repo.commit([text("LICENSE", APACHE + "\n   With thanks to all who wrote.\n")], ref="refs/pr/1", parent=repo.head.sha,
                title="Add thanks to the license", author="bob")


def metadata(architecture="llama", **more):
    words, merges = formats.tokens(VOCAB)
    found = {"general.architecture": architecture, "general.name": "Tiny Llama", "general.type": "model",
             "general.quantization_version": 2, "general.alignment": formats.ALIGNMENT, "llama.block_count": LAYERS,
             "llama.context_length": 2048, "llama.embedding_length": HIDDEN, "llama.feed_forward_length": INNER,
             "llama.attention.head_count": HEADS, "llama.attention.head_count_kv": HEADS,
             "llama.attention.layer_norm_rms_epsilon": 1e-5, "llama.rope.dimension_count": HIDDEN // HEADS,
             "llama.vocab_size": VOCAB, "tokenizer.ggml.model": "gpt2", "tokenizer.ggml.pre": "default",
             "tokenizer.ggml.tokens": words, "tokenizer.ggml.token_type": [("i32", 3 if n < 3 else 1) for n in range(VOCAB)],
             "tokenizer.ggml.merges": [" ".join(pair) for pair in merges], "tokenizer.ggml.bos_token_id": 1,
             "tokenizer.ggml.eos_token_id": 2}
    found.update(more)
    return found


def gguf_tensors(kind, last):
    found = [("token_embd.weight", (HIDDEN, VOCAB), kind), ("output_norm.weight", (HIDDEN,), "F32"),
             ("output.weight", (HIDDEN, VOCAB), last)]
    for n in range(LAYERS):
        head = f"blk.{n}."
        found += [(head + "attn_norm.weight", (HIDDEN,), "F32"), (head + "ffn_norm.weight", (HIDDEN,), "F32")]
        found += [(f"{head}attn_{one}.weight", (HIDDEN, HIDDEN), kind) for one in ("q", "k", "v", "output")]
        found += [(head + "ffn_gate.weight", (HIDDEN, INNER), kind), (head + "ffn_up.weight", (HIDDEN, INNER), kind),
                  (head + "ffn_down.weight", (INNER, HIDDEN), last)]
    return found


def gguf_files():
    files = {}
    for name, kind, last, number in (("Q4_K_M", "Q4_K", "Q6_K", 15), ("Q8_0", "Q8_0", "Q8_0", 7)):
        files[f"tiny-llama-{name}.gguf"] = formats.gguf(metadata(**{"general.file_type": number}), gguf_tensors(kind, last), name)
    whole = gguf_tensors("F16", "F16")
    third = -(-len(whole) // 3)
    for n in range(3):
        split = {"split.no": ("u16", n), "split.count": ("u16", 3), "split.tensors.count": ("i32", len(whole))}
        head = metadata(**{"general.file_type": 1}, **split) if n == 0 else {"general.architecture": "llama", **split}
        files[f"F16/tiny-llama-F16-{n + 1:05}-of-00003.gguf"] = formats.gguf(head, whole[n * third:(n + 1) * third], "F16")
    files["mmproj-tiny-llama-F16.gguf"] = formats.gguf(
        {"general.architecture": "clip", "general.type": "mmproj", "general.name": "Tiny Llama", "general.file_type": 1,
         "clip.has_vision_encoder": True, "clip.projector_type": "mlp", "clip.vision.image_size": 224,
         "clip.vision.patch_size": 14, "clip.vision.embedding_length": HIDDEN, "clip.vision.projection_dim": HIDDEN},
        [("mm.0.weight", (HIDDEN, HIDDEN), "F16"), ("mm.0.bias", (HIDDEN,), "F32"),
         ("v.patch_embd.weight", (14, 14, 3, HIDDEN), "F16")], "mmproj")
    return files


def ggufs(registry):
    files = gguf_files()
    repo = registry.add("models", "acme/tiny-llama-GGUF")
    repo.commit([text(".gitattributes", ATTRIBUTES),
                 text("README.md", card("Tiny Llama GGUF", license="apache-2.0", base_model="acme/tiny-llama",
                                        pipeline_tag="text-generation", tags=["gguf", "practice"]))], title="initial commit")
    repo.commit([data(name, value) for name, value in files.items()], title="Upload quantised files")
    return files


def sharded(registry):
    repo = registry.add("models", "acme/tiny-llama-sharded")
    tensors = formats.llama_tensors(HIDDEN, INNER, 6, VOCAB)
    third = -(-len(tensors) // 3)
    files, where, total = [], {}, 0
    for n in range(3):
        name = f"model-{n + 1:05}-of-00003.safetensors"
        part = tensors[n * third:(n + 1) * third]
        value = formats.safetensors(part, f"shard {n}")
        where.update({tensor: name for tensor, _ in part})
        total += len(value)
        files.append(data(name, value))
    index = text("model.safetensors.index.json", page({"metadata": {"total_size": total}, "weight_map": where}))
    large = config(2048).replace('"num_hidden_layers": 2', '"num_hidden_layers": 6')
    repo.commit([text(".gitattributes", ATTRIBUTES), readme("Tiny Llama in three files"), text("config.json", large), index,
                 *tokenizer(), *files], title="initial commit")


def tinygpt(registry):
    repo = registry.add("models", "acme/tinygpt")
    settings = {"architectures": ["GPT2LMHeadModel"], "model_type": "gpt2", "n_ctx": 128, "n_embd": 64, "n_head": 2,
                "n_layer": 1, "vocab_size": VOCAB}
    repo.commit([text(".gitattributes", ATTRIBUTES), text("README.md", card("Tiny GPT", license="mit", tags=["practice"])),
                 text("LICENSE", MIT), text("config.json", page(settings)),
                 data("model.safetensors", formats.safetensors([("wte.weight", (VOCAB, 64))], "gpt"))], title="initial commit")
    registry.moved[("models", "tinygpt")] = "acme/tinygpt"


def simple(registry, id, title, files=(), **front):
    repo = registry.add("models", id)
    front = {"license": "apache-2.0", **front}
    repo.commit([text(".gitattributes", ATTRIBUTES), text("README.md", card(title, **front)),
                 text("config.json", page({"model_type": "practice"})), *files], title="initial commit")
    return repo


def restricted(registry):
    gated = simple(registry, "acme/gated", "Gated model", [data("model.safetensors", weights("gated", layers=1))],
                   license="llama3.1", extra_gated_prompt="Say who you are.")
    gated.gated = "manual"
    gated.allowed = {"alice"}
    private = simple(registry, "acme/private", "Private model", [data("model.safetensors", weights("private", layers=1))])
    private.private = True
    private.readers = {"carol"}
    simple(registry, "acme/disabled", "Disabled model").disabled = True
    simple(registry, "acme/old-name", "Renamed model")
    registry.rename("models", "acme/old-name", "acme/new-name")


def pickles(registry):
    doubtful = {"status": "suspicious", "jFrogScan": {"status": "unscanned"}, "protectAiScan": {"status": "unscanned"},
                "avScan": {"status": "safe", "virusFound": False, "virusNames": None},
                "pickleImportScan": {"status": "suspicious", "highestSafetyLevel": "suspicious",
                                     "pickleImports": ["torch._utils._rebuild_tensor_v2", "torch.FloatStorage"],
                                     "imports": [{"module": "torch", "name": "FloatStorage", "safety": "innocuous"}]}}
    unsafe = {**doubtful, "status": "unsafe",
              "pickleImportScan": {"status": "unsafe", "highestSafetyLevel": "dangerous", "pickleImports": ["posix.system"],
                                   "imports": [{"module": "posix", "name": "system", "safety": "dangerous"}]}}
    # The second one names a function and calls nothing: what scanners look for, harmless even when it is loaded.
    simple(registry, "acme/pickled", "Old-style model",
           [data("pytorch_model.bin", formats.pytorch("pickled"), security=doubtful),
            data("extra/unsafe.pkl", b"\x80\x02cposix\nsystem\nq\x00.", security=unsafe)], tags=["pytorch"])


def copies(registry, files):
    source = registry.get("models", "acme/tiny-llama").head
    simple(registry, "acme/tiny-llama-copy", "The same bytes, other names",
           [FileEntry("weights/renamed.safetensors", source.files["model.safetensors"].content),
            FileEntry("legal/APACHE-2.0", source.files["LICENSE"].content),
            data("copy-of-q8.gguf", files["tiny-llama-Q8_0.gguf"])])


def big(registry, work, size):
    content = generated(work, "big", size, formats.safetensors_noise_header(size))
    simple(registry, "acme/big", "One big file", [FileEntry("model.safetensors", content)])


def all(registry, work, big_size):
    tiny_llama(registry)
    files = ggufs(registry)
    sharded(registry)
    tinygpt(registry)
    restricted(registry)
    pickles(registry)
    copies(registry, files)
    big(registry, work, big_size)
