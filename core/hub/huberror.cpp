// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "base/format.h"
#include "base/log.h"
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

QString kindOf(const RepoId& repo)
{
    return kindName(repo.kind);
}

QString missingRepo(const RepoId& repo, bool hadToken, const QString& hub)
{
    QString text = hadToken
        ? u"The %1 %2 does not exist at %3, or the account of the token in use may not see it. Check the spelling, and whose token it is."_s
              .arg(kindOf(repo), repo.id, hub)
        : u"The %1 %2 does not exist or is private; the Hub does not say which. Check the spelling; to reach a private repo set a token with `hugger token set`."_s
              .arg(kindOf(repo), repo.id);
    if (!repo.id.contains(u'/'))
        text += u" If %1 is a user or an organisation, name one of its repos, as in %1/name."_s.arg(repo.id);
    return text;
}

QString gateText(const RepoId& repo, int status, bool hadToken, const QString& hub)
{
    const QString ask = u"The files of %1 are behind a gate. Ask for access at %2%3 in your browser, then "_s.arg(
        repo.display(), hub, repo.pagePath());
    if (status == 401 || !hadToken)
        return ask + u"set a token of the same account with `hugger token set` and start again."_s;
    return ask + u"start again once it is granted. It must be the account of the token in use."_s;
}

} // namespace

Error hubError(const HttpAnswer& answer, const RepoId& repo, const QString& what, bool hadToken, const QUrl& endpoint)
{
    const QByteArray code = answer.header("X-Error-Code");
    const QString said = saidBy(answer);
    const QString detail = detailOf(answer, said);
    const QString hub = endpoint.toDisplayString(QUrl::RemoveUserInfo);
    const int status = answer.status;
    const auto error = [&](ErrorKind kind, const QString& name, const QString& message, Retry retry) {
        return Error{kind, name, message, detail, retry};
    };

    // The order is the one of the Hub's own client.
    if (code == "RevisionNotFound") {
        return error(ErrorKind::NotFound, u"revision_not_found"_s,
                     u"There is no such revision: %1. Look up its branches and tags at %2%3/tree/main."_s.arg(
                         what, hub, repo.pagePath()),
                     Retry::Never);
    }
    if (code == "EntryNotFound") {
        return error(
            ErrorKind::NotFound, u"file_not_found"_s,
            u"There is no such file: %1. See what there is with `hugger files %2`."_s.arg(what, repo.display()),
            Retry::Never);
    }
    if (code == "GatedRepo")
        return error(ErrorKind::NotAllowed, u"gated"_s, gateText(repo, status, hadToken, hub), Retry::NeedsUser);
    if (said == "Access to this resource is disabled."_L1) {
        return error(
            ErrorKind::NotAllowed, u"disabled"_s,
            u"The Hub has disabled %1; nobody can fetch it at present. What is held of it stays. Look at %2%3 for the reason."_s
                .arg(repo.display(), hub, repo.pagePath()),
            Retry::NeedsUser);
    }
    if (status == 401 && said.contains("Invalid credentials"_L1)) {
        return error(
            ErrorKind::NotAllowed, u"token_invalid"_s,
            u"The Hub does not accept the token in use; it may have expired or been revoked. Make a new one at %1/settings/tokens and set it with `hugger token set`."_s
                .arg(hub),
            Retry::NeedsUser);
    }
    const bool isPage = isWebPage(answer.header("Content-Type"), answer.body);
    if (status == 511 || (isPage && status != 404 && status < 500)) {
        return error(
            ErrorKind::Network, u"captive_portal"_s,
            u"A web page came back where the Hub's data was due (status %1). Networks that want a login do this: open any page in your browser and log in, then try again. If HF_ENDPOINT is set, check it."_s
                .arg(status),
            Retry::NeedsUser);
    }
    if (code == "RepoNotFound" || status == 401 || status == 404)
        return error(ErrorKind::NotFound, u"repo_not_found"_s, missingRepo(repo, hadToken, hub), Retry::NeedsUser);
    if (status == 403 || status == 451) {
        return error(
            ErrorKind::NotAllowed, status == 403 ? u"forbidden"_s : u"blocked_by_law"_s,
            u"The Hub refuses %1 (status %2%3). Look at %4%5 in your browser, and check that the token in use may read it."_s
                .arg(what, QString::number(status), said.isEmpty() ? said : u": "_s + said, hub, repo.pagePath()),
            Retry::NeedsUser);
    }
    if (status == 429) {
        return error(
            ErrorKind::Network, u"rate_limited"_s,
            u"The Hub answers no more requests for now: its limit is used up. Wait some minutes and try again%1."_s.arg(
                hadToken ? QString() : u"; with a token the limit is higher (`hugger token set`)"_s),
            Retry::Automatic);
    }
    if (status >= 500 || status == 408) {
        return error(
            ErrorKind::Network, u"hub_failing"_s,
            u"The Hub is failing at the moment (status %1). Try again later; what was fetched is kept."_s.arg(status),
            Retry::Automatic);
    }
    return error(
        ErrorKind::Network, u"bad_answer"_s,
        u"The Hub answered about %1 with status %2%3, which hugger does not expect there. Try again later, and check the endpoint in use."_s
            .arg(what, QString::number(status), said.isEmpty() ? said : u" ("_s + said + u')'),
        Retry::NeedsUser);
}

} // namespace hugger
