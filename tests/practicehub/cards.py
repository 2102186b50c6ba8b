# SPDX-FileCopyrightText: 2026 The hugger authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The document that describes a repository: front matter, tags, siblings, what the Hub reads out of weights."""

import json
import struct

COMMON = {"author", "cardData", "createdAt", "disabled", "gated", "lastModified", "likes", "private", "resourceGroup", "sha",
          "siblings", "tags", "trendingScore", "usedStorage", "downloads", "downloadsAllTime"}
EXPANDS = {
    "models": COMMON | {"baseModels", "childrenModelCount", "config", "evalResults", "gguf", "inference",
                        "inferenceProviderMapping", "library_name", "mask_token", "model-index", "pipeline_tag",
                        "safetensors", "spaces", "transformersInfo", "widgetData", "xetEnabled"},
    "datasets": COMMON | {"citation", "description", "mainSize", "paperswithcode_id", "xetEnabled"},
    "spaces": (COMMON - {"downloads", "downloadsAllTime", "gated"}) | {"datasets", "models", "region", "runtime", "sdk", "subdomain",
                                                             "xetEnabled"},
}
BYTES_PER = {"F64": 8, "F32": 4, "F16": 2, "BF16": 2, "I64": 8, "I32": 4, "I8": 1, "U8": 1, "BOOL": 1}


def scalar(text):
    text = text.strip()
    if len(text) > 1 and text[0] == text[-1] and text[0] in "'\"":
        return text[1:-1]
    if text.startswith("[") and text.endswith("]"):
        return [scalar(part) for part in text[1:-1].split(",") if part.strip()]
    if text in ("true", "false"):
        return text == "true"
    if text in ("", "null", "~"):
        return None
    try:
        return int(text)
    except ValueError:
        return text


def front_matter(text):
    """The small part of YAML that our cards use: scalars, inline and block lists, one level of mappings."""
    if not text.startswith("---\n"):
        return {}
    found = {}
    key = None
    for line in text[4:].split("\n---", 1)[0].split("\n"):
        bare = line.strip()
        if not bare or bare.startswith("#"):
            continue
        if bare.startswith("- ") and key:
            if not isinstance(found.get(key), list):
                found[key] = []
            item = bare[2:]
            name, colon, value = item.partition(": ")
            found[key].append({name: scalar(value)} if colon else scalar(item))
        elif line.startswith(" ") and key:
            name, _, value = bare.partition(":")
            holder = found.get(key)
            if isinstance(holder, list) and holder and isinstance(holder[-1], dict):
                holder[-1][name] = scalar(value)
            else:
                if not isinstance(holder, dict):
                    holder = found[key] = {}
                holder[name] = scalar(value)
        else:
            name, _, value = line.partition(":")
            key = name.strip()
            found[key] = scalar(value)
    return found


def note(commit, name, make):
    if name not in commit.notes:
        commit.notes[name] = make()
    return commit.notes[name]


def card(commit):
    def read():
        entry = commit.files.get("README.md")
        if entry is None:
            return {}
        return front_matter(entry.content.read(0, 65536).decode("utf-8", "replace"))
    return note(commit, "card", read)


def safetensors(commit):
    def read():
        counts = {}
        for path, entry in commit.files.items():
            if not path.endswith(".safetensors") or entry.size < 8:
                continue
            length = struct.unpack("<Q", entry.content.read(0, 8))[0]
            try:
                header = json.loads(entry.content.read(8, min(length, 1 << 20)))
            except ValueError:
                continue
            for name, tensor in header.items():
                if name == "__metadata__":
                    continue
                count = 1
                for side in tensor["shape"]:
                    count *= side
                counts[tensor["dtype"]] = counts.get(tensor["dtype"], 0) + count
        return {"parameters": counts, "total": sum(counts.values())} if counts else None
    return note(commit, "safetensors", read)


def config(commit):
    def read():
        entry = commit.files.get("config.json")
        try:
            whole = json.loads(entry.content.read(0, entry.size)) if entry else None
        except ValueError:
            whole = None
        if not isinstance(whole, dict):
            return None
        return {name: whole[name] for name in ("architectures", "model_type") if name in whole}
    return note(commit, "config", read)


def security(entry):
    """Complete or not at all: clients fail on half a status."""
    if entry.security:
        return entry.security
    return {"status": "safe", "jFrogScan": {"status": "unscanned"}, "protectAiScan": {"status": "unscanned"},
            "avScan": {"status": "safe", "virusFound": False, "virusNames": None},
            "pickleImportScan": {"status": "unscanned", "highestSafetyLevel": "innocuous", "pickleImports": [],
                                 "imports": []}}


def tags(repo, commit):
    data = card(commit)
    found = []
    if repo.kind == "models":
        if data.get("library_name"):
            found.append(data["library_name"])
        for suffix, tag in ((".safetensors", "safetensors"), (".gguf", "gguf"), (".bin", "pytorch")):
            if any(path.endswith(suffix) for path in commit.files):
                found.append(tag)
    extra = data.get("tags") or []
    found += [str(tag) for tag in (extra if isinstance(extra, list) else [extra])]
    prefix = "language:" if repo.kind == "datasets" else ""
    languages = data.get("language") or []
    found += [prefix + str(tag) for tag in (languages if isinstance(languages, list) else [languages])]
    licenses = data.get("license") or []
    found += [f"license:{tag}" for tag in (licenses if isinstance(licenses, list) else [licenses])]
    found.append("region:us")
    return list(dict.fromkeys(found))


def siblings(commit, blobs):
    found = []
    for path in sorted(commit.files):
        one = {"rfilename": path}
        if blobs:
            entry = commit.files[path]
            one["size"] = entry.size
            one["blobId"] = entry.oid
            if entry.lfs:
                one["lfs"] = {"sha256": entry.content.sha256, "size": entry.size,
                              "pointerSize": len(entry.content.pointer)}
        found.append(one)
    return found


def used_storage(repo):
    seen = {}
    for commit in repo.commits.values():
        for entry in commit.files.values():
            seen[entry.etag] = entry.size
    return sum(seen.values())


def field(repo, commit, name, stamp):
    """One expandable field, or None when this repository has nothing there."""
    data = card(commit)
    simple = {"author": repo.id.split("/")[0], "createdAt": stamp(repo.created), "disabled": bool(repo.disabled),
              "gated": repo.gated, "lastModified": stamp(commit.date), "likes": repo.likes, "private": repo.private,
              "sha": commit.sha, "trendingScore": repo.likes, "downloads": repo.downloads,
              "downloadsAllTime": repo.downloads * 3, "xetEnabled": True, "library_name": data.get("library_name"),
              "pipeline_tag": data.get("pipeline_tag"), "region": "us", "sdk": data.get("sdk"), "spaces": [],
              "models": data.get("models") or [], "datasets": data.get("datasets") or [],
              "subdomain": repo.id.replace("/", "-").lower(), "description": data.get("pretty_name"),
              "childrenModelCount": 0}
    if name in simple:
        return simple[name]
    if name == "siblings":
        return siblings(commit, False)
    if name == "tags":
        return tags(repo, commit)
    if name == "cardData":
        return data or None
    if name == "config":
        return config(commit)
    if name == "safetensors":
        return safetensors(commit)
    if name == "usedStorage":
        return used_storage(repo)
    if name == "gguf":
        return {"total": 1, "architecture": "llama"} if "gguf" in tags(repo, commit) else None
    if name == "transformersInfo" and data.get("library_name") == "transformers":
        return {"auto_model": "AutoModelForCausalLM", "pipeline_tag": "text-generation", "processor": "AutoTokenizer"}
    if name == "mainSize":
        return sum(entry.size for entry in commit.files.values())
    return None


FULL = {
    "models": ["private", "pipeline_tag", "library_name", "tags", "downloads", "likes", "author", "sha", "lastModified",
               "gated", "disabled", "config", "cardData", "transformersInfo", "gguf", "spaces", "createdAt", "safetensors"],
    "datasets": ["author", "sha", "lastModified", "private", "gated", "disabled", "tags", "description", "downloads", "likes",
                 "cardData", "createdAt"],
    "spaces": ["author", "sha", "lastModified", "private", "gated", "disabled", "tags", "likes", "sdk", "subdomain", "models",
               "datasets", "cardData", "createdAt"],
}
LIGHT = ["likes", "private", "downloads", "tags", "pipeline_tag", "library_name", "gated", "createdAt", "lastModified", "sdk"]


def info(repo, commit, stamp, expand=(), blobs=False, security_status=False, light=False, full=False):
    found = {"_id": repo.mongo_id, "id": repo.id}
    if repo.kind == "models" and not expand:
        found["modelId"] = repo.id
    names = expand or (LIGHT if light else FULL[repo.kind])
    for name in names:
        value = field(repo, commit, name, stamp)
        if value is not None:
            found[name] = value
    if not expand and (not light or full):
        found["siblings"] = siblings(commit, blobs)
    if not expand and not light and security_status and repo.kind == "models":
        issues = [{"path": path, "level": entry.security["status"]} for path, entry in sorted(commit.files.items())
                  if entry.security and entry.security["status"] != "safe"]
        found["securityRepoStatus"] = {"scansDone": True, "filesWithIssues": issues}
    found.update(repo.extra)
    return found
