// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/repolink.h"

#include "base/foreignpath.h"
#include "base/format.h"
#include "base/hash.h"
#include "base/log.h"
#include "base/say.h"

#include <QtCore/QStringDecoder>

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace hugger {

namespace {

constexpr qsizetype maxLink = 4096;
constexpr qsizetype maxRevision = 250;

/// What came before the path: decides which shapes make sense.
enum class Form {
    Typed, ///< org/name as a user types it
    Page, ///< a link with a host
};

QString shown(const QString& text)
{
    const QString plain = escapeForTerminal(redacted(text));
    return plain.size() > 120 ? plain.left(120) + u"..."_s : plain;
}

std::unexpected<Error> refuse(const QString& message)
{
    return fail(ErrorKind::Usage, u"bad_link"_s, message);
}

std::unexpected<Error> notUnderstood(const QString& text)
{
    return refuse(
        Say::tr("\"%1\" does not name a repo. Give an id (org/name, datasets/org/name, spaces/org/name, with @REVISION "
                "if you like) or a link to its page on the Hub.")
            .arg(shown(text)));
}

std::unexpected<Error> notARepo(const QString& what)
{
    return refuse(Say::tr("That link leads to %1, not to a repo. Give a link to the page of a model, dataset or space.")
                      .arg(what));
}

bool hasOnlyHexPairs(QStringView text)
{
    const auto isHexDigit = [](QChar c) {
        return (c >= u'0' && c <= u'9') || (c.toLower() >= u'a' && c.toLower() <= u'f');
    };
    for (qsizetype at = text.indexOf(u'%'); at >= 0; at = text.indexOf(u'%', at + 1)) {
        if (at + 2 >= text.size() || !isHexDigit(text[at + 1]) || !isHexDigit(text[at + 2]))
            return false;
    }
    return true;
}

/// Percent-decoded once. A text with a lone "%" was not encoded and is taken as it is; nothing when it is not UTF-8.
std::optional<QString> decoded(const QString& segment)
{
    if (!segment.contains(u'%') || !hasOnlyHexPairs(segment))
        return segment;
    const QByteArray bytes = QByteArray::fromPercentEncoding(segment.toUtf8());
    QStringDecoder toText(QStringDecoder::Utf8);
    const QString text = toText(bytes);
    if (toText.hasError())
        return std::nullopt;
    return text;
}

/// Segments after a verb or an "@" are "REVISION" or "REVISION/path", and only the repo's refs know where the one ends.
struct Split {
    QString revision;
    QString path;
    bool certain = true;
};

Split likelySplit(const QStringList& segments)
{
    const auto cut = [&](qsizetype count, bool certain) {
        return Split{segments.first(count).join(u'/'), segments.sliced(count).join(u'/'), certain};
    };
    if (segments.size() <= 1)
        return cut(segments.size(), true);
    // "%2F" in the first segment: whoever wrote the link knew where the revision ends.
    if (segments.front().contains(u'/') || isHex(segments.front(), 40) || segments.front() == u"main")
        return cut(1, true);
    if (segments.front() == u"refs" && segments.size() >= 3)
        return cut(3, segments[1] == u"pr" || segments[1] == u"convert");
    return cut(1, false);
}

Done setRevisionAndPath(RepoLink& link, const QStringList& segments, bool isFolder)
{
    const Split split = likelySplit(segments);
    if (const auto ok = checkRevision(split.revision); !ok)
        return ok;
    if (!split.path.isEmpty() && !checkForeignPath(split.path))
        return refuse(Say::tr("\"%1\" is not a path a file in a repo can have. Give a link to the page of the repo.")
                          .arg(shown(split.path)));
    link.revision = split.revision;
    link.path = split.path;
    link.isFolder = isFolder && !split.path.isEmpty();
    if (!split.certain)
        link.unsplit = segments.join(u'/');
    return {};
}

std::optional<RepoKind> kindOfPrefix(const QString& segment)
{
    for (const RepoKind kind : {RepoKind::Model, RepoKind::Dataset, RepoKind::Space}) {
        if (segment == kindPlural(kind))
            return kind;
    }
    return std::nullopt;
}

/// First segments of the Hub's own pages. None of them can be the name of a user or a model. The browser extension has
/// the same list (extension/lib/detect.js).
bool isHubPage(const QString& segment)
{
    static constexpr QLatin1StringView names[] = {
        "avatars"_L1,
        "billing"_L1,
        "blog"_L1,
        "brand"_L1,
        "changelog"_L1,
        "chat"_L1,
        "code-of-conduct"_L1,
        "collections"_L1,
        "contact-sales"_L1,
        "content-guidelines"_L1,
        "content-policy"_L1,
        "course"_L1,
        "docs"_L1,
        "email_confirmation"_L1,
        "enterprise"_L1,
        "forgot-password"_L1,
        "front"_L1,
        "hardware"_L1,
        "inference"_L1,
        "inference-api"_L1,
        "inference-endpoints"_L1,
        "jobs"_L1,
        "join"_L1,
        "languages"_L1,
        "learn"_L1,
        "login"_L1,
        "logout"_L1,
        "metrics"_L1,
        "new"_L1,
        "new-bucket"_L1,
        "new-collection"_L1,
        "new-dataset"_L1,
        "new-model"_L1,
        "new-space"_L1,
        "notifications"_L1,
        "oauth"_L1,
        "organizations"_L1,
        "papers"_L1,
        "playground"_L1,
        "posts"_L1,
        "pricing"_L1,
        "privacy"_L1,
        "reset-password"_L1,
        "search"_L1,
        "settings"_L1,
        "signup"_L1,
        "storage"_L1,
        "subscribe"_L1,
        "support"_L1,
        "tasks"_L1,
        "terms-of-service"_L1,
        "welcome"_L1,
    };
    return std::ranges::find(names, segment) != std::end(names);
}

bool isTabOfUser(const QString& segment)
{
    static constexpr QLatin1StringView names[] = {
        "activity"_L1, "articles"_L1, "buckets"_L1, "collections"_L1, "datasets"_L1, "followers"_L1, "following"_L1,
        "kernels"_L1,  "likes"_L1,    "models"_L1,  "papers"_L1,      "posts"_L1,    "spaces"_L1,
    };
    return std::ranges::find(names, segment) != std::end(names);
}

/// After these comes a revision, and after most of them a path.
bool takesRevision(const QString& verb)
{
    static constexpr QLatin1StringView names[] = {
        "tree"_L1, "blob"_L1,    "resolve"_L1, "raw"_L1,      "blame"_L1,
        "edit"_L1, "commits"_L1, "commit"_L1,  "revision"_L1, "paths-info"_L1,
    };
    return std::ranges::find(names, verb) != std::end(names);
}

/// Pages of a repo that say nothing about a revision.
bool isTabOfRepo(const QString& verb)
{
    static constexpr QLatin1StringView names[] = {
        "discussions"_L1, "settings"_L1,   "viewer"_L1, "sql-console"_L1, "embed"_L1,   "activity"_L1,
        "refs"_L1,        "auth-check"_L1, "upload"_L1, "new"_L1,         "compare"_L1, "info"_L1,
    };
    return std::ranges::find(names, verb) != std::end(names);
}

/// Everything after the id: "tree/main/sub", "discussions/3".
Done applyVerb(RepoLink& link, const QStringList& rest, const QString& text)
{
    const QString& verb = rest.front();
    if (verb == u"discussions" && rest.size() > 1) {
        bool isNumber = false;
        const int number = rest[1].toInt(&isNumber);
        if (isNumber && number > 0)
            link.revision = u"refs/pr/%1"_s.arg(number);
        return {};
    }
    if (isTabOfRepo(verb))
        return {};
    if (!takesRevision(verb))
        return notUnderstood(text);
    if (rest.size() == 1)
        return {};
    if (verb == u"commit")
        return setRevisionAndPath(link, {rest[1]}, false);
    return setRevisionAndPath(link, rest.sliced(1), verb == u"tree");
}

Done setRepo(RepoLink& link, RepoKind kind, QString id, Form form)
{
    // Links for git clone end so; ids do not.
    if (form == Form::Page && id.endsWith(u".git"_s))
        id.chop(4);
    if (const qsizetype colon = id.indexOf(u':'); colon > 0 && colon + 1 < id.size() && form == Form::Page) {
        return refuse(
            Say::tr(
                "\":%1\" after an id is Ollama's way to name one file. Give %2 and choose the file (--include '*%1*').")
                .arg(shown(id.sliced(colon + 1)), shown(id.left(colon))));
    }
    // "models/datasets/x" would be shown as what is the id of a dataset.
    if (kindOfPrefix(id.section(u'/', 0, 0)))
        return notUnderstood(id);
    auto repo = RepoId::make(kind, id);
    if (!repo)
        return std::unexpected(repo.error());
    link.repo = *repo;
    return {};
}

/// "org/name@rev" and "name@rev": how many segments the id has when an "@" ends it, 0 when none does.
qsizetype idEndingInAt(const QStringList& segments)
{
    for (qsizetype i = 0; i < std::min<qsizetype>(2, segments.size()); ++i) {
        if (segments[i].contains(u'@'))
            return i + 1;
    }
    return 0;
}

/// Takes "org/name@rev/..." apart; `segments` keeps what follows the "@".
QString takeIdBeforeAt(QStringList& segments, qsizetype count)
{
    const QString last = segments[count - 1];
    const qsizetype at = last.indexOf(u'@');
    QStringList id = segments.first(count);
    id.back() = last.left(at);
    segments = segments.sliced(count - 1);
    segments.front() = last.sliced(at + 1);
    return id.join(u'/');
}

/// The id is what stands before the first verb: one segment for old models, else two.
qsizetype idSizeOf(const QStringList& segments, bool isCached)
{
    if (segments.size() < 2 || (isCached && isHex(segments[1], 40)))
        return 1;
    const bool isVerb = takesRevision(segments[1]) || segments[1] == u"discussions";
    // A repo may be called "tree", too: then the verb comes after it.
    const bool verbFollows = segments.size() > 3 && takesRevision(segments[2]);
    return isVerb && segments.size() > 2 && !verbFollows ? 1 : 2;
}

/// "[kind/]org/name[@rev]" or "[kind/]org/name/VERB/...", decoded segment by segment.
Expected<RepoLink> parseSegments(QStringList segments, Form form, const QString& text)
{
    const bool isApi = segments.size() > 1 && segments.front() == u"api";
    if (isApi)
        segments.removeFirst();
    const bool isCached = isApi && segments.front() == u"resolve-cache"; // .../KIND/ID/COMMIT/PATH
    if (isCached)
        segments.removeFirst();
    if (segments.isEmpty())
        return notARepo(Say::tr("the front page of the Hub"));

    const QString first = segments.front();
    const auto prefix = kindOfPrefix(first);
    if (prefix)
        segments.removeFirst();
    if (segments.isEmpty())
        return notARepo(Say::tr("a list of %1").arg(first));
    if (first == u"kernels" || first == u"buckets")
        return refuse(Say::tr("hugger does not archive %1 yet. It archives models, datasets and spaces.").arg(first));
    if ((isApi && !prefix) || (!prefix && isHubPage(first.section(u'@', 0, 0))))
        return notARepo(Say::tr("a page of the Hub itself (/%1)").arg(shown(isApi ? u"api"_s : first)));

    RepoLink link;
    const RepoKind kind = prefix.value_or(RepoKind::Model);
    if (const qsizetype count = idEndingInAt(segments); count > 0) {
        const QString id = takeIdBeforeAt(segments, count);
        const auto ok = setRepo(link, kind, id, form).and_then([&] { return checkRevision(segments.join(u'/')); });
        if (!ok)
            return std::unexpected(ok.error());
        link.revision = segments.join(u'/');
        return link;
    }

    const qsizetype idSize = idSizeOf(segments, isCached);
    if (form == Form::Page && !prefix && idSize == 2 && isTabOfUser(segments[1]))
        return notARepo(Say::tr("the page of the user or organisation %1").arg(shown(first)));
    if (const auto ok = setRepo(link, kind, segments.first(idSize).join(u'/'), form); !ok)
        return std::unexpected(ok.error());
    QStringList rest = segments.sliced(idSize);
    if (isCached)
        rest.prepend(u"resolve"_s);
    if (rest.isEmpty())
        return link;
    if (const auto ok = applyVerb(link, rest, text); !ok)
        return std::unexpected(ok.error());
    return link;
}

/// The part of a link after the host: query and hash cut off, every segment decoded once.
Expected<RepoLink> parsePath(const QString& path, Form form, const QString& text)
{
    const auto stop = std::ranges::find_if(path, [](QChar c) { return c == u'?' || c == u'#'; });
    QStringList segments;
    for (const QString& segment : path.first(std::distance(path.begin(), stop)).split(u'/', Qt::SkipEmptyParts)) {
        const auto plain = decoded(segment);
        if (!plain)
            return notUnderstood(text);
        segments.append(*plain);
    }
    return parseSegments(std::move(segments), form, text);
}

/// hf://[kind/]org/name[@rev][/path]. As huggingface_hub reads them: only the revision is percent-encoded, "?" and "#"
/// belong to file names.
Expected<RepoLink> parseHf(const QString& path, const QString& text)
{
    QStringList segments = path.split(u'/', Qt::SkipEmptyParts);
    RepoLink link;
    RepoKind kind = RepoKind::Model;
    if (segments.isEmpty())
        return notUnderstood(text);
    if (segments.front() == u"buckets" || segments.front() == u"kernels")
        return refuse(
            Say::tr("hugger does not archive %1 yet. It archives models, datasets and spaces.").arg(segments.front()));
    if (const auto prefix = kindOfPrefix(segments.front())) {
        kind = *prefix;
        segments.removeFirst();
    }
    if (segments.isEmpty())
        return notUnderstood(text);

    const qsizetype count = idEndingInAt(segments);
    if (count == 0) {
        const qsizetype idSize = std::min<qsizetype>(2, segments.size());
        if (const auto ok = setRepo(link, kind, segments.first(idSize).join(u'/'), Form::Typed); !ok)
            return std::unexpected(ok.error());
        link.path = segments.sliced(idSize).join(u'/');
        if (!link.path.isEmpty() && !checkForeignPath(link.path))
            return notUnderstood(text);
        return link;
    }
    const QString id = takeIdBeforeAt(segments, count);
    const auto revision = decoded(segments.front());
    if (!revision)
        return notUnderstood(text);
    segments.front() = *revision;
    const auto ok =
        setRepo(link, kind, id, Form::Typed).and_then([&] { return setRevisionAndPath(link, segments, false); });
    if (!ok)
        return std::unexpected(ok.error());
    return link;
}

/// Ports are equal when both are given as the same number or both are what the scheme implies.
int portOf(const QUrl& url)
{
    const int usual = url.scheme() == "https"_L1 ? 443 : 80;
    return url.port(usual) == usual ? 0 : url.port();
}

enum class Whose { Hub, Endpoint, Nobody };

Whose whoseHost(const QUrl& origin, const QUrl& endpoint)
{
    if (origin.host() == endpoint.host() && portOf(origin) == portOf(endpoint))
        return Whose::Endpoint;
    static constexpr QLatin1StringView hub[] = {"huggingface.co"_L1, "www.huggingface.co"_L1, "hf.co"_L1,
                                                "www.hf.co"_L1};
    return std::ranges::find(hub, origin.host()) != std::end(hub) && portOf(origin) == 0 ? Whose::Hub : Whose::Nobody;
}

/// A link with a host: "huggingface.co/org/name", taken apart by hand because what people paste is not always a valid
/// URL.
Expected<RepoLink> parseHosted(const QString& scheme, const QString& rest, const QUrl& endpoint, const QString& text)
{
    const auto end = std::ranges::find_if(rest, [](QChar c) { return c == u'/' || c == u'?' || c == u'#'; });
    const QString authority = rest.first(std::distance(rest.begin(), end));
    QString path = rest.sliced(authority.size());
    if (authority.contains(u'@'))
        return refuse(Say::tr("That link has a user name or password in it. Leave it out; a token is set in the "
                              "settings or with `hugger token set`."));
    const QUrl origin(scheme + u"://"_s + authority + u'/', QUrl::StrictMode);
    if (authority.isEmpty() || !origin.isValid())
        return notUnderstood(text);
    switch (whoseHost(origin, endpoint)) {
    case Whose::Hub:
        break;
    case Whose::Endpoint: {
        const QString prefix = endpoint.path(QUrl::FullyEncoded);
        if (prefix.size() > 1) {
            if (path != prefix && !path.startsWith(prefix + u'/'))
                return refuse(
                    Say::tr("That link is not below %1, the endpoint in use.").arg(endpoint.toDisplayString()));
            path.remove(0, prefix.size());
        }
        break;
    }
    case Whose::Nobody:
        if (origin.host().endsWith(".hf.space"_L1)) {
            return refuse(
                Say::tr("That link leads to a running space, not to its files. Give a link to its page, as in "
                        "huggingface.co/spaces/org/name."));
        }
        return refuse(
            Say::tr(
                "%1 is not the Hub. hugger understands links to huggingface.co, hf.co and the endpoint in use (%2).")
                .arg(shown(origin.authority()), endpoint.toDisplayString()));
    }
    return parsePath(path, Form::Page, text);
}

/// Without a scheme: is the first segment a host?
bool beginsWithHost(const QString& text, const QUrl& endpoint)
{
    const auto end = std::ranges::find_if(text, [](QChar c) { return c == u'/' || c == u'?' || c == u'#'; });
    const QString authority = text.first(std::distance(text.begin(), end));
    if (authority.contains(u'@') || !(authority.contains(u'.') || authority.contains(u':')))
        return false;
    const QUrl origin(endpoint.scheme() + u"://"_s + authority + u'/', QUrl::StrictMode);
    return origin.isValid() && !origin.host().isEmpty()
        && (whoseHost(origin, endpoint) != Whose::Nobody || origin.host().endsWith(".hf.space"_L1));
}

} // namespace

Expected<RepoLink> parseLink(const QString& given, const QUrl& endpoint)
{
    const QString text = given.trimmed();
    if (text.isEmpty())
        return refuse(Say::tr("Nothing was given. Give an id such as org/name, or a link to a page on the Hub."));
    const bool isOdd = std::ranges::any_of(
        text, [](QChar c) { return c.category() == QChar::Other_Control || c == QChar::ReplacementCharacter; });
    if (text.size() > maxLink || isOdd || !text.isValidUtf16())
        return notUnderstood(text);

    for (const auto ssh :
         {"git@hf.co:"_L1, "git@huggingface.co:"_L1, "ssh://git@hf.co/"_L1, "ssh://git@huggingface.co/"_L1}) {
        if (text.startsWith(ssh, Qt::CaseInsensitive))
            return parsePath(text.sliced(ssh.size()), Form::Page, text);
    }
    if (const qsizetype colon = text.indexOf(u"://"_s); colon > 0 && !text.first(colon).contains(u'/')) {
        const QString scheme = text.first(colon).toLower();
        const QString rest = text.sliced(colon + 3);
        if (scheme == u"hf")
            return parseHf(rest, text);
        if (scheme != u"http" && scheme != u"https")
            return refuse(Say::tr("hugger does not understand links that begin with \"%1://\". Give a link that begins "
                                  "with https://, or an id such as org/name.")
                              .arg(shown(scheme)));
        return parseHosted(scheme, rest, endpoint, text);
    }
    if (beginsWithHost(text, endpoint))
        return parseHosted(endpoint.scheme(), text, endpoint, text);
    if (text.startsWith(u'/') || text.startsWith(u'~') || text.startsWith(u"./"_s) || text.startsWith(u"../"_s)) {
        return refuse(Say::tr("\"%1\" looks like a file on this computer. Give an id such as org/name, or a link to a "
                              "page on the Hub.")
                          .arg(shown(text)));
    }
    return parsePath(text, Form::Typed, text);
}

Done checkRevision(const QString& revision)
{
    // git check-ref-format, and no "." segments, which would change a URL's path.
    const auto isForbidden = [](QChar c) {
        return c.unicode() <= 0x20 || c.unicode() == 0x7f || u"~^:?*[\\"_s.contains(c);
    };
    const auto segments = QStringView(revision).split(u'/');
    const bool badSegment = std::ranges::any_of(segments, [](QStringView segment) {
        return segment.isEmpty() || segment.startsWith(u'.') || segment.endsWith(".lock"_L1);
    });
    if (revision.size() > maxRevision || badSegment || std::ranges::any_of(revision, isForbidden)
        || revision.contains(u".."_s) || revision.contains(u"@{"_s) || revision.startsWith(u'-')
        || revision.endsWith(u'.')) {
        return fail(ErrorKind::Usage, u"bad_revision"_s,
                    Say::tr("\"%1\" cannot be the name of a branch, tag or commit. Give one as the repo's page shows "
                            "it, such as main, v1.0 or refs/pr/1.")
                        .arg(shown(revision)));
    }
    return {};
}

RepoLink splitByRefs(RepoLink link, const QStringList& refNames)
{
    if (link.unsplit.isEmpty())
        return link;
    const QString all = std::exchange(link.unsplit, {});
    qsizetype length = link.revision.size();
    for (const QString& name : refNames) {
        const bool fits = all == name || all.startsWith(name + u'/');
        if (fits && name.size() > length)
            length = name.size();
    }
    link.revision = all.first(length);
    link.path = all.sliced(std::min(length + 1, all.size()));
    link.isFolder = link.isFolder && !link.path.isEmpty();
    return link;
}

} // namespace hugger
