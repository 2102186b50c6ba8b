// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/howto.h"

namespace hugger {

QByteArray howToReadThis()
{
    return R"text(HOW TO READ THIS FOLDER
=======================

This folder is a store of hugger, a program that archives repositories (models,
datasets, spaces) of the Hugging Face Hub. You do not need hugger to use it:
everything here is plain files, JSON and SHA-256. This text is about format 1;
the number is in hugger-store.json.


WHAT IS WHERE

objects/sha256/ab/abcd...
    The content of the archived files. The name of each file is the SHA-256 of
    its bytes in hexadecimal; the folder is the first two digits. Identical
    files of different repositories are stored once. The files are read-only
    and are never changed after they were written.

records/models/ORG/NAME/COMMIT/        (or datasets/, spaces/)
    What was archived: one folder for each repository and commit.
    record.json   what it is, when and from where it was captured, its license,
                  and the list of its files: path, size and sha256 of each.
                  "sha256" is the name of the object that holds the content.
    SHA256SUMS    the same list in the form that sha256sum reads.
    hub/*.json    the answers of the Hub at that time, unchanged.
    A record lists the files that are held. "totals" says how many files the
    whole commit has; when that is more, only a selection was archived.

hub/
    The same repositories with their plain file names, laid out as the cache of
    the Python library huggingface_hub. Made of links into objects/, nothing
    else. If it is missing or broken, nothing is lost: see below.

incoming/     downloads that were not finished. Not needed for reading.
quarantine/   bytes that were not what they should have been. Not needed.
trash/        records that were removed and may still be restored.


USE IT

The plain files of a repository are in
    hub/models--ORG--NAME/snapshots/COMMIT/
and hub/models--ORG--NAME/refs/main names the commit that the branch "main" was
at. Copy them out with something that follows links:
    cp -rL hub/models--ORG--NAME/snapshots/COMMIT /some/where

Python libraries that use huggingface_hub (transformers, datasets, diffusers)
load from here without a network. Set these two, then use ORG/NAME as always:
    export HF_HUB_CACHE=/path/to/this/folder/hub
    export HF_HUB_OFFLINE=1


PROVE IT

Each object against its own name, from this folder:
    cd objects/sha256 &&
    find . -type f | sed 's|.*/||' |
    while read -r h; do d=$(printf %.2s "$h"); echo "$h  $d/$h"; done | sha256sum -c --quiet

One repository, in its folder of plain files:
    cd hub/models--ORG--NAME/snapshots/COMMIT
    sha256sum -c ../../../../records/models/ORG/NAME/COMMIT/SHA256SUMS


GET THE FILES OUT WITHOUT hub/

Each line of SHA256SUMS is a hash, two spaces and a path. The object of that
hash is the file. In this folder, with a shell:

    while read -r hash path; do
        mkdir -p "out/$(dirname "$path")"
        cp "objects/sha256/$(printf %.2s "$hash")/$hash" "out/$path"
    done < records/models/ORG/NAME/COMMIT/SHA256SUMS

or with Python:

    import json, os, shutil
    record = json.load(open("records/models/ORG/NAME/COMMIT/record.json"))
    for f in record["files"]:
        target = os.path.join("out", f["path"])
        os.makedirs(os.path.dirname(target) or ".", exist_ok=True)
        h = f["sha256"]
        shutil.copyfile(f"objects/sha256/{h[:2]}/{h}", target)


COPY OR BACK UP THIS FOLDER

Copy all of it; objects/ and records/ are what matters. hub/ is made of hard
links and symbolic links into objects/: with "cp -a" or "rsync -aH" they stay
links and take no space of their own.

The licenses of the repositories still apply to their files.
)text";
}

} // namespace hugger
