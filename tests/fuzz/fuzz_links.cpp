// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Links and ids as people, browsers and desktops hand them over.

#include "fuzz/require.h"

#include "app/huggerlinks.h"
#include "base/foreignpath.h"
#include "hub/repolink.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;
using namespace hugger;
using hugger::fuzz::require;

namespace {

bool isPlain(const QString& text)
{
    return std::ranges::none_of(text, [](QChar c) { return c.category() == QChar::Other_Control; });
}

void checkWhatItMeans(const RepoLink& link)
{
    const auto again = RepoId::make(link.repo.kind, link.repo.id);
    require(again && *again == link.repo, "the id is one");
    require(link.revision.isEmpty() || checkRevision(link.revision), "the revision is one");
    require(link.path.isEmpty() || checkForeignPath(link.path), "the path is safe to join");
    require(!link.isFolder || !link.path.isEmpty(), "a folder has a path");
}

void checkLink(const QString& text, const QUrl& endpoint)
{
    const auto link = parseLink(text, endpoint);
    if (!link) {
        require(!link.error().message.isEmpty() && isPlain(link.error().message), "a refusal is a sentence");
        require(link.error().message.size() < 2000, "a refusal is short");
        return;
    }
    checkWhatItMeans(*link);
    // "a.b/c" is a host when somebody types it; nobody on the Hub has a dot in their name.
    const bool isLikeHost = link->repo.id.section(u'/', 0, 0).contains(u'.');
    const auto same = parseLink(link->repo.display(), endpoint);
    require(!same || isLikeHost || same->repo == link->repo, "what is shown of it leads to no other repo");

    const QStringList refs{link->unsplit.section(u'/', 0, 1), link->unsplit.section(u'/', 0, 2), u"feat/x"_s,
                           u"refs/pr/1"_s};
    const RepoLink settled = splitByRefs(*link, refs);
    require(settled.unsplit.isEmpty() && settled.repo == link->repo, "refs change nothing but the split");
    require(settled.path.isEmpty() || checkForeignPath(settled.path), "the path is safe however it is split");
}

void checkFromOutside(const QString& text, const QUrl& endpoint)
{
    const auto link = linkFromOutside(text);
    if (!link)
        return;
    require(!link->isEmpty() && link->size() <= text.size() + 6, "no more comes out than went in");
    require(!link->startsWith(u'-') && isPlain(*link) && !link->contains(u' '), "it is one word and no option");
    checkLink(*link, endpoint);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size)
{
    static const std::array endpoints{QUrl(u"https://huggingface.co"_s), QUrl(u"http://localhost:8080/mirror"_s)};
    const QString text = QString::fromUtf8(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size));
    for (const QUrl& endpoint : endpoints) {
        checkLink(text, endpoint);
        checkFromOutside(text, endpoint);
        checkFromOutside(u"hugger:"_s + text, endpoint);
    }
    return 0;
}
