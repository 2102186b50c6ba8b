// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "bundle/bundlehowto.h"

#include "base/format.h"

using namespace Qt::StringLiterals;

namespace hugger {

namespace {

constexpr auto beginning = R"text(HOW TO USE THIS FOLDER
======================

This folder is a bundle made by %MADEBY%, a program that archives
repositories (models, datasets, spaces) of the Hugging Face Hub. You do not need
hugger to use it: everything here is plain files, JSON and SHA-256. It is a BagIt
1.0 bag (RFC 8493), so tools of libraries and archives read it, too.

It has

%SNAPSHOTS%

WITH HUGGER

    hugger import BUNDLE

BUNDLE is the file you were given, or this folder. Everything is proved before it
is let in; then it works as if it had been fetched, without a network.


WHAT IS WHERE

data/models/ORG/NAME/COMMIT/           (or datasets/, spaces/)
    The files of a repository at one commit, under their own names.
data/objects/
    Files whose own name does not work on every disk, named by their SHA-256.
other-names.txt      (if there is one)
    Identical files are here once. Each line is a SHA-256, the path that a file
    should have and the path where its content is, with a tab between them.
records/models/ORG/NAME/COMMIT/
    record.json   what it is, when and from where it was captured, its license,
                  and the list of its files with size and SHA-256.
    SHA256SUMS    the same list in the form that sha256sum reads.
    hub/*.json    the answers of the Hub at that time, unchanged.
hugger-bundle.json    what is in this bundle, for programs
manifest-sha256.txt, tagmanifest-sha256.txt, bagit.txt, bag-info.txt
    what makes it a BagIt bag: the SHA-256 of every file


UNPACK IT

A bundle that came in volumes (.001, .002, ...) is joined first. NAME.sha256
proves the volumes:
    sha256sum -c NAME.sha256
    cat NAME.[0-9]* > NAME
Then, depending on the end of its name:
    tar -xf NAME.tar          tar --zstd -xf NAME.tar.zst
    tar -xzf NAME.tar.gz      unzip NAME.zip


PROVE IT

In this folder, before anything else is done to it:
    sha256sum -c --quiet manifest-sha256.txt
    sha256sum -c --quiet tagmanifest-sha256.txt
Nothing printed means that every byte is right.


PUT EVERY FILE IN ITS PLACE

Only where there is an other-names.txt. In this folder, with a shell:

)text";

constexpr auto placingLoop = R"sh(    tab=$(printf '\t')
    while IFS="$tab" read -r hash wanted at; do
        mkdir -p "$(dirname "$wanted")"
        test -e "$wanted" || cp -p "$at" "$wanted"
    done < other-names.txt
)sh";

constexpr auto ending = R"text(
Then each repository is whole, and its own list proves it:
    cd data/models/ORG/NAME/COMMIT
    sha256sum -c --quiet "$OLDPWD"/records/models/ORG/NAME/COMMIT/SHA256SUMS
(BagIt tools will now call the files that were added unexpected: they are.)


USE IT

Python libraries take the folder itself instead of a name:
    AutoModel.from_pretrained("data/models/ORG/NAME/COMMIT")
    load_dataset("data/datasets/ORG/NAME/COMMIT")
Set HF_HUB_OFFLINE=1 so that they do not look for a network.

The licenses of the repositories still apply to their files.
)text";

constexpr auto lacking = R"text(
THIS BUNDLE IS NOT WHOLE BY ITSELF

It was made for somebody who holds a part of it already: %COUNT% contents of
%BYTES% are left out. hugger-bundle.json names them under "needs", by SHA-256.
hugger imports it where they are held.

)text";

} // namespace

QByteArray howToUseThis(const BundleIndex& index)
{
    QByteArray snapshots;
    for (const BundledSnapshot& snapshot : index.snapshots) {
        snapshots += "    " + snapshot.key.repo.display().toUtf8() + "\n        commit " + snapshot.key.commit
            + "\n        " + QByteArray::number(snapshot.files) + " files, " + formatBytes(snapshot.bytes).toUtf8()
            + (snapshot.isComplete ? "\n" : " (a selection, not all of it)\n");
        if (!snapshot.license.isEmpty())
            snapshots += "        license: " + snapshot.license.simplified().toUtf8() + '\n';
    }
    QByteArray text = QByteArray(beginning).replace("%MADEBY%", index.madeBy.toUtf8());
    if (!index.needs.empty()) {
        qint64 bytes = 0;
        for (const NeededContent& content : index.needs)
            bytes += content.size;
        const QByteArray note = QByteArray(lacking)
                                    .replace("%COUNT%", QByteArray::number(index.needs.size()))
                                    .replace("%BYTES%", formatBytes(bytes).toUtf8());
        text.insert(text.indexOf("\nWITH HUGGER\n"), note);
    }
    // Last: ids and licenses come from outside and are not looked into again.
    text.replace("%SNAPSHOTS%\n", snapshots);
    return text + placingLoop + ending;
}

} // namespace hugger
