// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/hubclient.h"

#include "base/foreignpath.h"
#include "base/format.h"
#include "base/hash.h"
#include "base/log.h"
#include "base/say.h"
#include "hub/hubparse.h"
#include "net/urls.h"

#include <QtCore/QSet>

using namespace Qt::StringLiterals;

namespace hugger {

namespace {

constexpr qsizetype maxFiles = 1'000'000;
constexpr int maxPages = 20'000;
/// Real pages have a thousand entries, or fifty. So many that hold hardly any are being made up as we ask.
constexpr qsizetype manyPages = 300;
constexpr qsizetype fewPerPage = 10;
constexpr int maxHops = 5;
constexpr int hitsPerPage = 50;
constexpr int ownedPages = 10;
constexpr int ownedPerPage = 500;

QString answerAbout(const QString& what)
{
    return Say::tr("The Hub's answer about %1").arg(what);
}

QString atRevision(const RepoId& repo, const QString& revision)
{
    //: A repo at a revision: "acme/tiny at main".
    return revision.isEmpty() ? repo.display() : Say::tr("%1 at %2").arg(repo.display(), revision);
}

/// A revision is one segment of a path, so its slashes are encoded, too.
QString encodedRevision(const QString& revision)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(revision));
}

/// `trouble` is a sentence.
std::unexpected<Error> badListing(const QString& trouble, const QString& detail = {})
{
    return fail(ErrorKind::Network, u"bad_answer"_s,
                trouble + u' ' + Say::tr("Try again later, and check the endpoint in use."), detail, Retry::NeedsUser);
}

std::unexpected<Error> leadsAway(const QString& what, const QUrl& next)
{
    return badListing(Say::tr("The Hub's listing of %1 goes on at an address that is not the Hub's.").arg(what),
                      next.toDisplayString(QUrl::RemoveUserInfo | QUrl::RemoveQuery));
}

/// What is known of a listing while its pages come in.
class PageWatch final {
public:
    /// False when `page` brings no path that was not there before.
    bool addPage(const TreePage& page)
    {
        const qsizetype before = m_paths.size();
        for (const FileEntry& file : page.files)
            m_paths.insert(file.path);
        for (const QString& folder : page.folders)
            m_paths.insert(folder);
        return m_paths.size() > before;
    }

    /// False when this page was asked for before.
    bool addUrl(const QUrl& url)
    {
        const qsizetype before = m_urls.size();
        m_urls.insert(url.toEncoded());
        return m_urls.size() > before;
    }

    [[nodiscard]] qsizetype pages() const { return m_urls.size(); }

private:
    QSet<QString> m_paths; // shares its texts with the listing
    QSet<QByteArray> m_urls;
};

/// Whether an address that came from outside is one of the Hub in use.
bool isOfHub(const QUrl& url, const QUrl& endpoint)
{
    return url.isValid() && url.userInfo().isEmpty() && Origin::of(url) == Origin::of(endpoint);
}

/// The address of the next page; empty when this was the last one.
Expected<QUrl> nextPage(const HttpAnswer& answer, const QString& what, const QUrl& endpoint)
{
    const auto link = nextLink(answer.headers.combinedValue("Link"));
    if (!link)
        return QUrl();
    const QUrl next =
        answer.url.resolved(QUrl(QString::fromUtf8(*link), QUrl::StrictMode)).adjusted(QUrl::RemoveFragment);
    if (link->isEmpty() || !isOfHub(next, endpoint)) {
        return leadsAway(what, next);
    }
    return next;
}

Error notOfAHub(const QString& what, const QUrl& url)
{
    return {ErrorKind::Network, u"bad_answer"_s,
            Say::tr("The Hub's answer about %1 is not one of a Hub. A network that wants a login may be in between, or "
                    "the endpoint in use is wrong; check both and try again.")
                .arg(what),
            url.toDisplayString(QUrl::RemoveUserInfo | QUrl::RemoveQuery), Retry::NeedsUser};
}

struct ParsedPage {
    TreePage page;
    QByteArray packed;
};

} // namespace

QUrl HubClient::urlOf(const QString& pathAndQuery) const
{
    // From the encoded text: QUrl::setPath would decode %2F.
    return QUrl(m_http.endpoint().toString(QUrl::FullyEncoded) + pathAndQuery, QUrl::StrictMode);
}

QUrl HubClient::resolveUrl(const RepoId& repo, const QByteArray& commit, const QString& path) const
{
    return urlOf(repo.pagePath() + u"/resolve/"_s + encodedRevision(QString::fromUtf8(commit)) + u'/'
                 + encodePath(path));
}

HubClient HubClient::witnessedBy(Witness witness) const
{
    HubClient client = *this;
    client.m_witness = std::move(witness);
    return client;
}

HubClient HubClient::inBackground() const
{
    HubClient client = *this;
    client.m_isBackground = true;
    return client;
}

Task<Expected<HttpAnswer>> HubClient::send(HttpRequest request, std::stop_token stop) const
{
    request.isBackground = m_isBackground;
    if (!m_witness)
        co_return co_await m_http.send(std::move(request), stop);
    const bool follow = std::exchange(request.followRedirects, false);
    auto answer = co_await m_http.send(request, stop);
    if (answer)
        m_witness(request, *answer);
    if (!answer || !follow || answer->status < 300 || answer->status >= 400)
        co_return answer;
    request.followRedirects = true;
    answer = co_await m_http.send(request, stop);
    if (answer)
        m_witness(request, *answer);
    co_return answer;
}

Task<Expected<HttpAnswer>> HubClient::get(QUrl url, RepoId repo, QString what, std::stop_token stop) const
{
    HttpRequest request;
    request.url = std::move(url);
    request.headers.append(QHttpHeaders::WellKnownHeader::Accept, "application/json");
    const bool hadToken = m_http.hasToken();
    auto answer = co_await send(std::move(request), stop);
    if (!answer)
        co_return answer;
    const bool isFine = answer->status >= 200 && answer->status < 300;
    if (!isFine)
        co_return std::unexpected(hubError(*answer, repo, what, hadToken, m_http.endpoint()));
    if (isWebPage(answer->header("Content-Type"), answer->body)) {
        co_return fail(
            ErrorKind::Network, u"captive_portal"_s,
            Say::tr("A web page came back where the Hub's data was due. Networks that want a login do this: open any "
                    "page in your browser and log in, then try again. If HF_ENDPOINT is set, check it."),
            answer->url.toDisplayString(QUrl::RemoveUserInfo | QUrl::RemoveQuery), Retry::NeedsUser);
    }
    co_return answer;
}

Task<Expected<RepoInfo>> HubClient::info(RepoId repo, QString revision, std::stop_token stop) const
{
    QString path = repo.apiPath();
    if (!revision.isEmpty()) {
        if (const auto ok = checkRevision(revision); !ok)
            co_return std::unexpected(ok.error());
        path += u"/revision/"_s + encodedRevision(revision);
    }
    const QString what = atRevision(repo, revision);
    const auto answer = co_await get(urlOf(path), repo, what, stop);
    if (!answer)
        co_return std::unexpected(answer.error());
    auto info = parseInfo(answer->body, repo.kind, answerAbout(what));
    if (info && isHex(revision, 40) && info->commit != revision.toLatin1()) {
        co_return fail(ErrorKind::Network, u"bad_answer"_s,
                       Say::tr("The Hub was asked for commit %1 of %2 and answered about another one. Try again later, "
                               "and check the endpoint in use.")
                           .arg(revision, repo.display()),
                       u"answered: "_s + QString::fromLatin1(info->commit), Retry::NeedsUser);
    }
    co_return info;
}

Task<Expected<bool>> HubClient::isGone(RepoId repo, std::stop_token stop) const
{
    HttpRequest request;
    request.url = urlOf(repo.apiPath());
    request.headers.append(QHttpHeaders::WellKnownHeader::Accept, "application/json");
    const bool hadToken = m_http.hasToken();
    const auto answer = co_await send(std::move(request), stop);
    if (!answer)
        co_return std::unexpected(answer.error());
    if (isWebPage(answer->header("Content-Type"), answer->body))
        co_return false;
    const QByteArray code = answer->header("X-Error-Code");
    if (answer->status == 410 || (answer->status == 404 && code == "RepoNotFound"))
        co_return true;
    // To those without a token it says 401 for what is missing and for what is private, and nothing else.
    co_return answer->status == 401 && !hadToken && answer->header("WWW-Authenticate").startsWith("Bearer");
}

Task<Expected<Listing>> HubClient::tree(RepoId repo, QByteArray commit, std::stop_token stop) const
{
    const QString what = atRevision(repo, QString::fromUtf8(commit));
    Listing listing;
    PageWatch watch;
    int barrenPages = 0;
    QUrl url = urlOf(repo.apiPath() + u"/tree/"_s + encodedRevision(QString::fromUtf8(commit)) + u"?recursive=true"_s);
    watch.addUrl(url);
    while (true) {
        auto answer = co_await get(url, repo, what, stop);
        if (!answer)
            co_return std::unexpected(answer.error());
        // Away from the window's thread: a mirror may send a hundred thousand files in one page.
        auto work = [body = std::exchange(answer->body, {}), about = answerAbout(what)]() -> Expected<ParsedPage> {
            auto page = parseTreePage(body, about);
            if (!page)
                return std::unexpected(page.error());
            return ParsedPage{std::move(*page), qCompress(body)};
        };
        auto parsed = co_await onPool(QThreadPool::globalInstance(), std::move(work));
        if (!parsed)
            co_return std::unexpected(parsed.error());
        const bool isNew = watch.addPage(parsed->page);
        const bool isEmpty = parsed->page.files.isEmpty() && parsed->page.folders.isEmpty();
        listing.files.append(std::move(parsed->page.files));
        listing.pages.append(std::move(parsed->packed));
        if (listing.files.size() > maxFiles)
            co_return badListing(
                Say::tr("The Hub's listing of %1 has more than a million files, which hugger does not take in.")
                    .arg(repo.display()));

        auto next = nextPage(*answer, repo.display(), m_http.endpoint());
        if (!next)
            co_return std::unexpected(next.error());
        if (next->isEmpty())
            co_return listing;
        // One empty page may be a filter of the Hub's at work; two, or one that only repeats, lead nowhere.
        barrenPages = isNew ? 0 : barrenPages + 1;
        if ((!isNew && !isEmpty) || barrenPages > 1 || !watch.addUrl(*next))
            co_return badListing(Say::tr("The Hub's listing of %1 repeats itself and has no end.").arg(repo.display()),
                                 u"page %1"_s.arg(watch.pages()));
        if (watch.pages() > manyPages && listing.files.size() < watch.pages() * fewPerPage)
            co_return badListing(
                Say::tr("The Hub's listing of %1 goes on and on in tiny pages and has no end.").arg(repo.display()),
                u"page %1"_s.arg(watch.pages()));
        if (watch.pages() > maxPages)
            co_return badListing(
                Say::tr("The Hub's listing of %1 has more than %n pages.", nullptr, maxPages).arg(repo.display()));
        url = *next;
    }
}

Task<Expected<RepoRefs>> HubClient::refs(RepoId repo, std::stop_token stop) const
{
    const QString what = Say::tr("the branches of %1").arg(repo.display());
    const auto answer = co_await get(urlOf(repo.apiPath() + u"/refs?include_prs=1"_s), repo, what, stop);
    if (!answer)
        co_return std::unexpected(answer.error());
    co_return parseRefs(answer->body, answerAbout(what));
}

Task<Expected<QByteArray>> HubClient::commits(RepoId repo, QByteArray commit, std::stop_token stop) const
{
    const QString what = Say::tr("the history of %1").arg(repo.display());
    const QUrl url = urlOf(repo.apiPath() + u"/commits/"_s + encodedRevision(QString::fromUtf8(commit)));
    const auto answer = co_await get(url, repo, what, stop);
    if (!answer)
        co_return std::unexpected(answer.error());
    if (const auto ok = checkHistory(answer->body, answerAbout(what)); !ok)
        co_return std::unexpected(ok.error());
    co_return answer->body;
}

Task<Expected<History>> HubClient::history(RepoId repo, QByteArray commit, QByteArray until, qsizetype maxCommits,
                                           std::stop_token stop) const
{
    const QString what = Say::tr("the history of %1").arg(repo.display());
    History history;
    QSet<QByteArray> seen;
    QUrl url = urlOf(repo.apiPath() + u"/commits/"_s + encodedRevision(QString::fromUtf8(commit)));
    while (true) {
        const auto answer = co_await get(url, repo, what, stop);
        if (!answer)
            co_return std::unexpected(answer.error());
        const auto page = parseHistory(answer->body, answerAbout(what));
        if (!page)
            co_return std::unexpected(page.error());
        const qsizetype before = seen.size();
        for (const CommitEntry& entry : *page) {
            if (entry.id == until) {
                history.end = History::End::Found;
                co_return history;
            }
            if (history.commits.size() == maxCommits) {
                history.end = History::End::Cut;
                co_return history;
            }
            seen.insert(entry.id);
            history.commits.append(entry);
        }
        const auto next = nextPage(*answer, what, m_http.endpoint());
        if (!next)
            co_return std::unexpected(next.error());
        if (next->isEmpty()) {
            history.end = History::End::Root;
            co_return history;
        }
        if (seen.size() == before)
            co_return badListing(Say::tr("The Hub's listing of %1 repeats itself and has no end.").arg(what));
        url = *next;
    }
}

Task<Expected<QByteArray>> HubClient::smallFile(RepoId repo, QByteArray commit, QString path, qint64 maxBytes,
                                                std::stop_token stop) const
{
    const QString what = Say::tr("%1 in %2").arg(path, atRevision(repo, QString::fromUtf8(commit)));
    const bool hadToken = m_http.hasToken();
    const auto isLarge = [&what, maxBytes] {
        return fail(
            ErrorKind::Failed, u"file_large"_s,
            Say::tr("%1 is larger than %2 and is not shown. Archive it to see it.").arg(what, formatBytes(maxBytes)));
    };
    QUrl url = resolveUrl(repo, commit, path);
    for (int hop = 0; hop <= maxHops; ++hop) {
        HttpRequest request;
        request.url = url;
        request.bucket = RateBucket::Resolvers;
        request.followRedirects = false;
        const auto answer = co_await send(std::move(request), stop);
        if (!answer)
            co_return std::unexpected(answer.error());
        if (answer->status >= 400 || answer->status < 200)
            co_return std::unexpected(hubError(*answer, repo, what, hadToken, m_http.endpoint()));
        if (answer->status < 300) {
            // A login page of a network does not know of commits.
            if (answer->header("X-Repo-Commit").isEmpty() && isWebPage(answer->header("Content-Type"), answer->body))
                break;
            if (answer->body.size() > maxBytes)
                co_return isLarge();
            co_return answer->body;
        }
        const auto target = redirectTarget(url, answer->header("Location"), m_http.endpoint());
        if (!target)
            co_return std::unexpected(target.error());
        // What lies at the CDN is an LFS file.
        if (Origin::of(*target) != Origin::of(m_http.endpoint()))
            co_return isLarge();
        url = *target;
    }
    co_return std::unexpected(notOfAHub(what, url));
}

Task<Done> HubClient::probeAccess(RepoId repo, QByteArray commit, QString path, std::stop_token stop) const
{
    const bool hadToken = m_http.hasToken();
    //: A file in a repo: "config.json in acme/tiny at main".
    const QString what = Say::tr("%1 in %2").arg(path, atRevision(repo, QString::fromUtf8(commit)));
    QUrl url = resolveUrl(repo, commit, path);
    for (int hop = 0; hop <= maxHops; ++hop) {
        HttpRequest request;
        request.method = "HEAD";
        request.url = url;
        request.bucket = RateBucket::Resolvers;
        request.followRedirects = false;
        const auto answer = co_await send(std::move(request), stop);
        if (!answer)
            co_return std::unexpected(answer.error());
        if (answer->status >= 400 || answer->status < 200)
            co_return std::unexpected(hubError(*answer, repo, what, hadToken, m_http.endpoint()));
        // Only what leads to a file carries the commit: it is not worth following to the CDN, and a rename is told
        // apart by it.
        if (!answer->header("X-Repo-Commit").isEmpty())
            co_return {};
        if (answer->status < 300)
            break;
        const auto target = redirectTarget(url, answer->header("Location"), m_http.endpoint());
        if (!target)
            co_return std::unexpected(target.error());
        if (Origin::of(*target) != Origin::of(m_http.endpoint()))
            co_return {};
        url = *target;
    }
    co_return std::unexpected(notOfAHub(what, url));
}

Task<Expected<QList<OwnedRepo>>> HubClient::reposOf(RepoKind kind, QString owner, std::stop_token stop) const
{
    const QString what = Say::tr("the repos of %1").arg(owner);
    QList<OwnedRepo> owned;
    QUrl url = urlOf(u"/api/%1?author=%2&limit=%3"_s.arg(
        kindPlural(kind), QString::fromLatin1(QUrl::toPercentEncoding(owner)), QString::number(ownedPerPage)));
    for (int page = 0; page < ownedPages && !url.isEmpty(); ++page) {
        const auto answer = co_await get(url, RepoId(), what, stop);
        if (!answer)
            co_return std::unexpected(answer.error());
        const auto some = parseOwned(answer->body, kind, answerAbout(what));
        if (!some)
            co_return std::unexpected(some.error());
        owned.append(*some);
        const auto next = nextPage(*answer, what, m_http.endpoint());
        if (!next)
            co_return std::unexpected(next.error());
        url = *next;
    }
    co_return owned;
}

Task<Expected<WhoAmI>> HubClient::whoAmI(std::stop_token stop) const
{
    const QString hub = m_http.endpoint().toDisplayString();
    if (!m_http.hasToken()) {
        co_return fail(ErrorKind::NotAllowed, u"token_missing"_s,
                       Say::tr("No token is set. Make one at %1/settings/tokens (read access is enough) and set it in "
                               "the settings or with `hugger token set`.")
                           .arg(hub),
                       {}, Retry::NeedsUser);
    }
    const QString what = Say::tr("the token");
    const auto answer = co_await get(urlOf(u"/api/whoami-v2"_s), RepoId(), what, stop);
    if (!answer)
        co_return std::unexpected(answer.error());
    co_return parseWhoAmI(answer->body, answerAbout(what));
}

Task<Expected<SearchPage>> HubClient::search(RepoKind kind, QString words, QString sort, QString filter, QUrl page,
                                             std::stop_token stop) const
{
    const QString what = Say::tr("a search");
    if (page.isEmpty()) {
        QString path = u"/api/"_s + kindPlural(kind) + u"?limit=%1"_s.arg(hitsPerPage);
        const auto add = [&path](QStringView key, const QString& value) {
            if (!value.isEmpty())
                path += u'&' + key.toString() + u'=' + QString::fromLatin1(QUrl::toPercentEncoding(value));
        };
        add(u"search", words.simplified());
        add(u"sort", sort);
        add(u"filter", filter);
        for (const QLatin1StringView field : {"lastModified"_L1, "likes"_L1, "private"_L1, "tags"_L1, "usedStorage"_L1})
            add(u"expand", field);
        // Spaces have neither, and asking for them is an error.
        if (kind != RepoKind::Space) {
            add(u"expand", u"downloads"_s);
            add(u"expand", u"gated"_s);
        }
        page = urlOf(path);
    } else if (!isOfHub(page, m_http.endpoint())) {
        co_return leadsAway(what, page);
    }
    const auto answer = co_await get(page, RepoId(), what, stop);
    if (!answer)
        co_return std::unexpected(answer.error());
    const auto hits = parseSearch(answer->body, kind, answerAbout(what));
    if (!hits)
        co_return std::unexpected(hits.error());
    const auto next = nextPage(*answer, what, m_http.endpoint());
    if (!next)
        co_return std::unexpected(next.error());
    // A page that leads to itself is the last one.
    co_return SearchPage{*hits, *next == page ? QUrl() : *next};
}

Task<Expected<RepoLink>> HubClient::settleLink(RepoLink link, std::stop_token stop) const
{
    if (link.unsplit.isEmpty())
        co_return link;
    const auto found = co_await refs(link.repo, stop);
    if (!found)
        co_return std::unexpected(found.error());
    QStringList names;
    for (const RefEntry& entry : found->refs)
        names << entry.name << entry.ref;
    co_return splitByRefs(std::move(link), names);
}

} // namespace hugger
