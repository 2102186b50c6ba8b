// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/add/links.h"

#include <QtCore/QMimeData>
#include <QtCore/QRegularExpression>

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace hugger {

namespace {

constexpr qsizetype maxText = 1'000'000;
constexpr qsizetype maxLinks = 1'000;

/// Without the quotes, brackets and punctuation that prose puts around a link.
QString bare(QStringView token)
{
    static constexpr QStringView opening = u"\"'`<([{\u201c\u2018\u00ab";
    static constexpr QStringView closing = u"\"'`>)]},;:!?.\u201d\u2019\u00bb";
    while (!token.isEmpty() && opening.contains(token.front()))
        token = token.sliced(1);
    while (!token.isEmpty() && closing.contains(token.back()))
        token.chop(1);
    return token.toString();
}

bool isPathOfThisMachine(const QString& text)
{
    static const QRegularExpression path(u"^(/|~|\\.{1,2}/|[A-Za-z]:[\\\\/]|file:)|\\\\"_s,
                                         QRegularExpression::CaseInsensitiveOption);
    return path.match(text).hasMatch();
}

/// A link that cannot be taken for anything else: with a scheme or a host.
bool isLink(const QString& token, const QUrl& endpoint)
{
    if (token.contains("://"_L1))
        return true;
    const QString host = token.section(u'/', 0, 0).toLower();
    return token.contains(u'/')
        && (host == "huggingface.co"_L1 || host == "hf.co"_L1 || host == "www.huggingface.co"_L1
            || (!host.isEmpty() && host == endpoint.authority().toLower()));
}

class Collector final {
public:
    explicit Collector(QUrl endpoint)
        : m_endpoint(std::move(endpoint))
    {
    }

    void add(const QString& text)
    {
        if (m_links.size() >= maxLinks || text.isEmpty() || isPathOfThisMachine(text))
            return;
        const auto link = parseLink(text, m_endpoint);
        if (!link)
            return;
        const bool known = std::ranges::any_of(m_links, [&link](const RepoLink& other) {
            return other.repo == link->repo && other.revision == link->revision && other.path == link->path;
        });
        if (!known)
            m_links.append(*link);
    }

    /// Ids count where a line has nothing else: "and/or" in a sentence is none.
    void addText(const QString& text)
    {
        const QString trimmed = text.trimmed();
        static const QRegularExpression space(u"\\s+"_s);
        if (!trimmed.contains(space)) {
            add(bare(trimmed));
            return;
        }
        for (const QStringView line : QStringView(trimmed).split(u'\n')) {
            QStringList tokens;
            for (const QStringView token : line.trimmed().split(space, Qt::SkipEmptyParts))
                tokens.append(bare(token));
            const bool onlyIds = std::ranges::all_of(tokens, [](const QString& token) { return token.contains(u'/'); });
            for (const QString& token : std::as_const(tokens)) {
                if (onlyIds || isLink(token, m_endpoint))
                    add(token);
            }
        }
    }

    void addHtml(const QString& html)
    {
        static const QRegularExpression address(u"\\bhref\\s*=\\s*[\"']([^\"'<>\\s]+)[\"']"_s,
                                                QRegularExpression::CaseInsensitiveOption);
        for (const QRegularExpressionMatch& match : address.globalMatch(html)) {
            const QString link = match.captured(1).replace("&amp;"_L1, "&"_L1);
            if (isLink(link, m_endpoint))
                add(link);
        }
    }

    [[nodiscard]] const QList<RepoLink>& links() const { return m_links; }

private:
    QUrl m_endpoint;
    QList<RepoLink> m_links;
};

} // namespace

QList<RepoLink> linksIn(const QMimeData& mime, const QUrl& endpoint)
{
    const QList<QUrl> urls = mime.urls();
    // A file manager hands on the same paths as text.
    if (std::ranges::any_of(urls, [](const QUrl& url) { return url.isLocalFile(); }))
        return {};
    Collector found(endpoint);
    for (const QUrl& url : urls.first(std::min(urls.size(), maxLinks)))
        found.add(url.toString(QUrl::FullyEncoded));
    if (mime.hasText())
        found.addText(mime.text().first(std::min(mime.text().size(), maxText)));
    if (found.links().isEmpty() && mime.hasHtml())
        found.addHtml(mime.html().first(std::min(mime.html().size(), maxText)));
    return found.links();
}

} // namespace hugger
