# SPDX-FileCopyrightText: 2026 The hugger authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The sample people, and the sample datasets and spaces. The models are in samplemodels.py."""

import json

from .content import BytesContent, generated
from .repos import FileEntry, User


def token(name):
    return "hf_" + ("practice" + name + "0" * 34)[:34]


ATTRIBUTES = "".join(f"*.{suffix} filter=lfs diff=lfs merge=lfs -text\n"
                     for suffix in ("safetensors", "bin", "gguf", "pt", "pkl", "zip", "png", "parquet"))
APACHE = """                                 Apache License
                           Version 2.0, January 2004
                        http://www.apache.org/licenses/

   Licensed under the Apache License, Version 2.0. This practice model may be
   used, copied, modified and distributed under the terms of that license.
"""
MIT = """MIT License

Copyright (c) 2026 acme

Permission is hereby granted, free of charge, to any person obtaining a copy of
this software, to deal in it without restriction. It is provided "as is".
"""


def text(path, value, **more):
    return FileEntry(path, BytesContent(value.encode("utf-8", "surrogatepass")), **more)


def data(path, value, **more):
    return FileEntry(path, BytesContent(value), **more)


def page(value):
    """JSON as people keep it in a repository."""
    return json.dumps(value, indent=2, ensure_ascii=False) + "\n"


def card(heading, body="", /, **front):
    lines = ["---"]
    for name, value in front.items():
        if isinstance(value, list):
            lines += [f"{name}:", *(f"- {one}" for one in value)]
        else:
            lines.append(f"{name}: {value}")
    return "\n".join([*lines, "---", "", f"# {heading}", "", body or "A sample of the practice Hub.", ""])


def people(registry):
    """alice is on the list of the gated model; bob is on none; carol may read what is private."""
    for user in (User("alice", token("Alice"), "pro", "read"), User("bob", token("Bob"), "free", "read"),
                 User("carol", token("Carol"), "enterprise", "write", ["acme"])):
        registry.users[user.token] = user


def weather(registry):
    repo = registry.add("datasets", "acme/weather")
    header = "station,day,temperature,rain\n"
    rows = [f"{station},2025-{month:02}-{day:02},{(station * 7 + day * 3 + month) % 35 - 5},{(day * month) % 9}\n"
            for station in range(1, 5) for month in range(1, 13) for day in range(1, 28)]
    lines = "".join(json.dumps({"station": n % 5, "text": f"Report {n}: mild, später Regen"}, ensure_ascii=False) + "\n"
                    for n in range(400))
    repo.commit([text("README.md", card("Weather", "Made-up weather of four stations.", license="cc-by-4.0", language=["en", "de"],
                                        pretty_name="Weather", tags=["weather", "tabular"], size_categories=["1K<n<10K"])),
                 text(".gitattributes", ATTRIBUTES), text("train.csv", header + "".join(rows))], title="initial commit")
    odd = [text("data/with space.txt", "a name with a space\n"), text("data/hash#1.txt", "a name with a hash\n"),
           text("data/what?.txt", "a name with a question mark\n"), text("data/100%.txt", "a name with a percent sign\n"),
           text("data/%2e%2e.txt", "percent signs that look like an encoding\n"),
           text("data/a+b&c=d;e.txt", "a name with reserved characters\n"), text("data/日本語/天気.txt", "晴れ\n"),
           text("data/Zürich-café.txt", "ein Name mit Umlaut\n"), text("data/emoji-🌦.txt", "sun and rain\n"),
           text("data/empty.txt", ""), data("data/empty.bin", b"", lfs=True),
           text("data/quote'\"s.txt", "a name with quotes\n"), text("data/[1]{2}(3)~!@$^.txt", "brackets\n"),
           text("deep/" + "/".join(f"level{n}" for n in range(1, 13)) + "/file.txt", "twelve folders down\n"),
           text("case/Readme.txt", "capital R\n"), text("case/README.txt", "all capitals\n"),
           text("case/readme.txt", "no capitals\n"), text("case/Folder/file.txt", "in Folder\n"),
           text("case/folder/file.txt", "in folder\n"), text("reports.jsonl", lines)]
    small = [text(f"stations/{n // 20:02}/station-{n:03}.csv", header + "".join(rows[n * 3:n * 3 + 6])) for n in range(120)]
    repo.commit(odd + small, title="Add stations and reports")
    repo.refs["refs/tags/2025"] = repo.head.sha
    repo.commit([text("train.csv", header + "".join(rows) + "5,2025-12-31,2,0\n")], title="Add the last day")
    repo.commit([text("default/train/0000.jsonl", lines)], ref="refs/convert/parquet", parent=None, title="Convert")


def many(registry, count):
    repo = registry.add("datasets", "acme/many")
    files = [text("README.md", card("Many", f"{count} small files.", license="mit")), text(".gitattributes", ATTRIBUTES)]
    files += small_files(count, 2048, "data", 100)
    repo.commit(files, title="initial commit")


def small_files(count, size, prefix, a_folder, suffix=".txt"):
    """Text files, no two alike, about `size` bytes each."""
    found = []
    for n in range(count):
        line = f"{prefix} {n:07} " + "the quick brown fox jumps over the lazy dog " * 2 + "\n"
        body = (line * (size // len(line) + 1))[:size]
        found.append(text(f"{prefix}/{n // a_folder:04}/{n:07}{suffix}", body))
    return found


def space(registry):
    repo = registry.add("spaces", "acme/demo-app")
    repo.commit([text("README.md", card("Demo app", "A window to the tiny Llama.", title="Demo app", emoji="🦙", sdk="gradio",
                                        app_file="app.py", pinned="false", license="apache-2.0", models=["acme/tiny-llama"])),
                 text(".gitattributes", ATTRIBUTES), text("requirements.txt", "gradio\ntransformers\ntorch\n"),
                 text("app.py", "import gradio as gr\n\n\ndef greet(name):\n    return f\"Hello {name}\"\n\n\n"
                                "gr.Interface(fn=greet, inputs=\"text\", outputs=\"text\").launch()\n")], title="initial commit")


def built(registry, work, big_size, many_count):
    """All of it. The order decides the ids, so new samples go to the end."""
    from . import samplemodels
    people(registry)
    samplemodels.all(registry, work, big_size)
    weather(registry)
    many(registry, many_count)
    space(registry)


def from_json(spec, work):
    """FileEntry of a file as the control API describes it."""
    path = spec["path"]
    if "text" in spec:
        content = BytesContent(spec["text"].encode("utf-8", "surrogatepass"))
    elif "base64" in spec:
        import base64
        content = BytesContent(base64.b64decode(spec["base64"]))
    elif "file" in spec:
        from .content import FileContent
        content = FileContent(spec["file"])
    elif "size" in spec:
        prefix = b""
        if spec.get("format") == "safetensors":
            from .formats import safetensors_noise_header
            prefix = safetensors_noise_header(spec["size"])
        content = generated(work, spec.get("seed", path), spec["size"], prefix)
    else:
        raise ValueError(f"{path!r}: one of text, base64, file or size says what is in a file")
    return FileEntry(path, content, spec.get("lfs"), spec.get("entry"), spec.get("drop", ()), spec.get("security"))
