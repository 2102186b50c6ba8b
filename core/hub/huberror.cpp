// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "base/format.h"
#include "base/log.h"
#include "base/say.h"
#include "hub/hubclient.h"
#include "hub/hubparse.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>

using namespace Qt::StringLiterals;

namespace hugger {

namespace {

/// What the Hub says itself: X-Error-Message, else {"error": text or list of texts}.
QString saidBy(const HttpAnswer& answer)
{
    QString said = QString::fromUtf8(answer.header("X-Error-Message"));
    if (said.isEmpty()) {
        const auto error = QJsonDocument::fromJson(answer.body).object().value("error"_L1);
        said = error.isArray() ? error.toArray().first().toString() : error.toString();
    }
    return escapeForTerminal(redacted(said.trimmed().left(300)));
}

QString detailOf(const HttpAnswer& answer, const QString& said)
{
    QString detail = u"HTTP %1 from %2"_s.arg(QString::number(answer.status),
                                              answer.url.toDisplayString(QUrl::RemoveUserInfo | QUrl::RemoveQuery));
    for (const auto name : {"X-Error-Code"_L1, "X-Request-Id"_L1}) {
        if (const QByteArray value = answer.header(name); !value.isEmpty())
            detail += u", "_s + name + u": "_s + escapeForTerminal(QString::fromLatin1(value.left(100)));
    }
    if (!said.isEmpty())
        detail += u", it says: "_s + said;
    return redacted(detail);
}

QString namedFirst(const RepoId& repo)
{
    switch (repo.kind) {
    case RepoKind::Model:
        //: Begins a sentence: "The model acme/tiny does not exist ..."
        return Say::tr("The model %1").arg(repo.id);
    case RepoKind::Dataset:
        return Say::tr("The dataset %1").arg(repo.id);
    case RepoKind::Space:
        return Say::tr("The space %1").arg(repo.id);
    }
    return repo.id;
}

QString missingRepo(const RepoId& repo, bool hadToken, const QString& hub)
{
    QString text = hadToken
        ? Say::tr("%1 does not exist at %2, or the account of the token in use may not see it. Check the spelling, and "
                  "whose token it is.")
              .arg(namedFirst(repo), hub)
        : Say::tr("%1 does not exist or is private; the Hub does not say which. Check the spelling; to reach a private "
                  "repo set a token in the settings or with `hugger token set`.")
              .arg(namedFirst(repo));
    if (!repo.id.contains(u'/'))
        text +=
            u' ' + Say::tr("If %1 is a user or an organisation, name one of its repos, as in %1/name.").arg(repo.id);
    return text;
}

QString gateText(const RepoId& repo, int status, bool hadToken, const QString& page)
{
    return status == 401 || !hadToken
        ? Say::tr("The files of %1 are behind a gate. Ask for access at %2 in your browser, then set a token of the "
                  "same account in the settings or with `hugger token set` and start again.")
              .arg(repo.display(), page)
        : Say::tr("The files of %1 are behind a gate. Ask for access at %2 in your browser, then start again once it "
                  "is granted. It must be the account of the token in use.")
              .arg(repo.display(), page);
}

} // namespace

Error hubError(const HttpAnswer& answer, const RepoId& repo, const QString& what, bool hadToken, const QUrl& endpoint)
{
    const QByteArray code = answer.header("X-Error-Code");
    const QString said = saidBy(answer);
    const QString detail = detailOf(answer, said);
    const QString hub = endpoint.toDisplayString(QUrl::RemoveUserInfo);
    const QString page = hub + repo.pagePath();
    const int status = answer.status;
    const auto error = [&](ErrorKind kind, const QString& name, const QString& message, Retry retry) {
        return Error{kind, name, message, detail, retry};
    };

    // The order is the one of the Hub's own client.
    if (code == "RevisionNotFound") {
        return error(
            ErrorKind::NotFound, u"revision_not_found"_s,
            Say::tr("There is no such revision: %1. Look up its branches and tags at %2/tree/main.").arg(what, page),
            Retry::Never);
    }
    if (code == "EntryNotFound") {
        return error(
            ErrorKind::NotFound, u"file_not_found"_s,
            Say::tr("There is no such file: %1. See what there is with `hugger files %2`.").arg(what, repo.display()),
            Retry::Never);
    }
    if (code == "GatedRepo")
        return error(ErrorKind::NotAllowed, u"gated"_s, gateText(repo, status, hadToken, page), Retry::NeedsUser);
    if (said == "Access to this resource is disabled."_L1) {
        return error(ErrorKind::NotAllowed, u"disabled"_s,
                     Say::tr("The Hub has disabled %1; nobody can fetch it at present. What is held of it stays. Look "
                             "at %2 for the reason.")
                         .arg(repo.display(), page),
                     Retry::NeedsUser);
    }
    // Where no repo was asked for there is none that could be missing: a bare 401 is about the token.
    if (status == 401 && repo.id.isEmpty() && !hadToken) {
        return error(ErrorKind::NotAllowed, u"token_missing"_s,
                     Say::tr("%1 wants a token for this, and none is set. Make one at %1/settings/tokens (read access "
                             "is enough) and set it in the settings or with `hugger token set`.")
                         .arg(hub),
                     Retry::NeedsUser);
    }
    if (status == 401 && (said.contains("Invalid credentials"_L1) || repo.id.isEmpty())) {
        return error(ErrorKind::NotAllowed, u"token_invalid"_s,
                     Say::tr("The Hub does not accept the token in use; it may have expired or been revoked. Make a "
                             "new one at %1/settings/tokens and set it in the settings or with `hugger token set`.")
                         .arg(hub),
                     Retry::NeedsUser);
    }
    const bool isPage = isWebPage(answer.header("Content-Type"), answer.body);
    if (status == 511 || (isPage && status != 404 && status < 500)) {
        return error(
            ErrorKind::Network, u"captive_portal"_s,
            Say::tr("A web page came back where the Hub's data was due (status %1). Networks that want a login do "
                    "this: open any page in your browser and log in, then try again. If HF_ENDPOINT is set, check it.")
                .arg(status),
            Retry::NeedsUser);
    }
    if ((code == "RepoNotFound" || status == 401 || status == 404) && !repo.id.isEmpty())
        return error(ErrorKind::NotFound, u"repo_not_found"_s, missingRepo(repo, hadToken, hub), Retry::NeedsUser);
    if (status == 403 || status == 451) {
        return error(ErrorKind::NotAllowed, status == 403 ? u"forbidden"_s : u"blocked_by_law"_s,
                     //: %3 is what the Hub says itself, after a colon, or nothing.
                     Say::tr("The Hub refuses %1 (status %2%3). Look at %4 in your browser, and check that the token "
                             "in use may read it.")
                         .arg(what, QString::number(status), said.isEmpty() ? said : u": "_s + said, page),
                     Retry::NeedsUser);
    }
    if (status == 429) {
        return error(
            ErrorKind::Network, u"rate_limited"_s,
            hadToken ? Say::tr("The Hub answers no more requests for now: its limit is used up. Wait some minutes and "
                               "try again.")
                     : Say::tr("The Hub answers no more requests for now: its limit is used up. Wait some minutes and "
                               "try again; with a token the limit is higher (settings, or `hugger token set`)."),
            Retry::Automatic);
    }
    if (status >= 500 || status == 408) {
        return error(ErrorKind::Network, u"hub_failing"_s,
                     Say::tr("The Hub is failing at the moment (status %1). Try again later; what was fetched is kept.")
                         .arg(status),
                     Retry::Automatic);
    }
    return error(ErrorKind::Network, u"bad_answer"_s,
                 //: %3 is what the Hub says itself, in brackets, or nothing.
                 Say::tr("The Hub answered about %1 with status %2%3, which hugger does not expect there. Try again "
                         "later, and check the endpoint in use.")
                     .arg(what, QString::number(status), said.isEmpty() ? said : u" ("_s + said + u')'),
                 Retry::NeedsUser);
}

} // namespace hugger
