# SPDX-FileCopyrightText: 2026 The hugger authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes weights and tokenizers in the real formats, small, and the same in every run."""

import io
import json
import struct
import zipfile

from .content import generated_bytes

ALIGNMENT = 32
GGML = {"F32": (0, 1, 4), "F16": (1, 1, 2), "Q8_0": (8, 32, 34), "Q4_K": (12, 256, 144), "Q6_K": (14, 256, 210)}
_small = bytes((0x3B, 0xBB, 0x3C, 0xBC)[n & 3] for n in range(256))


def bf16(seed, count):
    """Values around 0.01 of either sign."""
    noise = generated_bytes(seed, count * 2)
    out = bytearray(noise)
    out[1::2] = noise[1::2].translate(_small)
    return bytes(out)


def llama_tensors(hidden, inner, layers, vocab):
    """Names and shapes of a Llama as transformers has them."""
    found = [("model.embed_tokens.weight", (vocab, hidden))]
    for n in range(layers):
        head = f"model.layers.{n}."
        found += [(head + "input_layernorm.weight", (hidden,)), (head + "mlp.down_proj.weight", (hidden, inner)),
                  (head + "mlp.gate_proj.weight", (inner, hidden)), (head + "mlp.up_proj.weight", (inner, hidden)),
                  (head + "post_attention_layernorm.weight", (hidden,))]
        found += [(f"{head}self_attn.{one}_proj.weight", (hidden, hidden)) for one in "kqvo"]
    return found + [("model.norm.weight", (hidden,)), ("lm_head.weight", (vocab, hidden))]


def safetensors(tensors, seed):
    """`tensors` is [(name, shape)], all BF16."""
    header = {"__metadata__": {"format": "pt"}}
    parts = []
    offset = 0
    for name, shape in tensors:
        count = 1
        for side in shape:
            count *= side
        data = bf16(f"{seed} {name}", count)
        header[name] = {"dtype": "BF16", "shape": list(shape), "data_offsets": [offset, offset + len(data)]}
        offset += len(data)
        parts.append(data)
    return safetensors_header(header) + b"".join(parts)


def safetensors_header(header):
    text = json.dumps(header, separators=(",", ":")).encode()
    text += b" " * (-len(text) % 8)
    return struct.pack("<Q", len(text)) + text


def safetensors_noise_header(size):
    """The head of a file of exactly `size` bytes that holds one tensor of bytes."""
    length = size
    for _ in range(4):      # the length is part of the header, whose length it changes
        header = safetensors_header({"noise": {"dtype": "U8", "shape": [length], "data_offsets": [0, length]}})
        length = size - len(header)
    return header


def gguf_string(text):
    data = text.encode()
    return struct.pack("<Q", len(data)) + data


def gguf_value(value):
    """(type, bytes): str, bool, float, int, or a list of one of them; ("u16", n) and ("i32", n) for other widths."""
    if isinstance(value, tuple):
        return (2, struct.pack("<H", value[1])) if value[0] == "u16" else (5, struct.pack("<i", value[1]))
    if isinstance(value, bool):
        return 7, struct.pack("<?", value)
    if isinstance(value, str):
        return 8, gguf_string(value)
    if isinstance(value, float):
        return 6, struct.pack("<f", value)
    if isinstance(value, int):
        return 4, struct.pack("<I", value)
    parts = [gguf_value(one) for one in value]
    return 9, struct.pack("<IQ", parts[0][0], len(parts)) + b"".join(data for _, data in parts)


def ggml_data(kind, count, seed):
    _, block, width = GGML[kind]
    data = bytearray(generated_bytes(seed, count // block * width))
    scale = struct.pack("<e", 0.001)
    if kind == "F32":
        return struct.pack("<f", 1.0) * count
    if kind == "F16":
        data[1::2] = bytes(data[1::2]).translate(bytes(0x20 | n & 0x81 for n in range(256)))
        return bytes(data)
    places = {"Q8_0": (0,), "Q4_K": (0, 2), "Q6_K": (208,)}[kind]
    for place in places:
        for n in (0, 1):
            data[place + n::width] = scale[n:n + 1] * (count // block)
    return bytes(data)


def gguf(metadata, tensors, seed):
    """GGUF version 3. `tensors` is [(name, shape with the fastest side first, kind)]."""
    out = io.BytesIO()
    out.write(struct.pack("<4sIQQ", b"GGUF", 3, len(tensors), len(metadata)))
    for name, value in metadata.items():
        kind, data = gguf_value(value)
        out.write(gguf_string(name) + struct.pack("<I", kind) + data)
    parts = []
    offset = 0
    for name, shape, kind in tensors:
        count = 1
        for side in shape:
            count *= side
        data = ggml_data(kind, count, f"{seed} {name}")
        out.write(gguf_string(name) + struct.pack("<I", len(shape)) + struct.pack(f"<{len(shape)}Q", *shape))
        out.write(struct.pack("<IQ", GGML[kind][0], offset))
        data += b"\0" * (-len(data) % ALIGNMENT)
        offset += len(data)
        parts.append(data)
    out.write(b"\0" * (-out.tell() % ALIGNMENT))
    out.write(b"".join(parts))
    return out.getvalue()


def byte_alphabet():
    """GPT-2's printable stand-ins for the 256 bytes."""
    plain = [*range(33, 127), *range(161, 173), *range(174, 256)]
    found = {n: chr(n) for n in plain}
    extra = 0
    for n in range(256):
        if n not in found:
            found[n] = chr(256 + extra)
            extra += 1
    return [found[n] for n in range(256)]


def tokens(size):
    """(vocabulary in order, merges): specials, bytes, then merged pairs up to `size`."""
    alphabet = byte_alphabet()
    words = ["<unk>", "<s>", "</s>", *alphabet]
    merges = []
    have = set(words)
    letters = "etaoinshrdlucmfwypvbgkqjxz"
    for first in ("\u0120", *letters):
        for second in letters:
            if len(words) >= size:
                return words, merges
            if first + second not in have:
                have.add(first + second)
                words.append(first + second)
                merges.append((first, second))
    return words, merges


def tokenizer(size):
    words, merges = tokens(size)
    special = [{"id": n, "content": words[n], "single_word": False, "lstrip": False, "rstrip": False, "normalized": False,
                "special": True} for n in range(3)]
    level = {"type": "ByteLevel", "add_prefix_space": False, "trim_offsets": True, "use_regex": True}
    return {"version": "1.0", "truncation": None, "padding": None, "added_tokens": special, "normalizer": None,
            "pre_tokenizer": level, "post_processor": None, "decoder": level,
            "model": {"type": "BPE", "dropout": None, "unk_token": None, "continuing_subword_prefix": None,
                      "end_of_word_suffix": None, "fuse_unk": False, "byte_fallback": False, "ignore_merges": False,
                      "vocab": {word: n for n, word in enumerate(words)}, "merges": [" ".join(pair) for pair in merges]}}


def pytorch(seed, count=4096):
    """A torch.save archive of one float tensor: a zip with a pickle that names only what torch itself needs."""
    pickle = (b"\x80\x02ccollections\nOrderedDict\nq\x00)Rq\x01X\x06\x00\x00\x00weightq\x02ctorch._utils\n"
              b"_rebuild_tensor_v2\nq\x03((X\x07\x00\x00\x00storageq\x04ctorch\nFloatStorage\nq\x05X\x01\x00\x00\x000q\x06"
              b"X\x03\x00\x00\x00cpuq\x07M" + struct.pack("<H", count) + b"tq\x08QK\x00M" + struct.pack("<H", count)
              + b"\x85q\x09K\x01\x85q\x0a\x89h\x00)Rq\x0btq\x0cRq\x0ds.")
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as archive:
        for name, data in (("data.pkl", pickle), ("byteorder", b"little"), ("version", b"3\n"),
                           ("data/0", generated_bytes(seed, count * 4))):
            archive.writestr(zipfile.ZipInfo(f"archive/{name}", (1980, 1, 1, 0, 0, 0)), data)
    return out.getvalue()
