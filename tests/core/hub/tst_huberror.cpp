// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/hubclient.h"

#include <QtTest/QTest>

using namespace hugger;
using namespace Qt::StringLiterals;

namespace {

const RepoId rain{RepoKind::Dataset, u"acme/rain"_s};

HttpAnswer answerOf(int status, const QByteArray& code, const QByteArray& words,
                    const QByteArray& type = "application/json")
{
    HttpAnswer answer;
    answer.status = status;
    answer.headers.append("Content-Type", type);
    if (!code.isEmpty())
        answer.headers.append("X-Error-Code", code);
    answer.headers.append("X-Request-Id", "Root=1-abc");
    answer.body = type == "application/json" ? QByteArray("{\"error\":\"" + words + "\"}") : words;
    answer.url = QUrl(u"https://huggingface.co/api/datasets/acme/rain?cursor=secret"_s);
    return answer;
}

Error errorOf(const HttpAnswer& answer, bool hadToken, const RepoId& repo = rain)
{
    return hubError(answer, repo, u"datasets/acme/rain at main"_s, hadToken, QUrl(u"https://huggingface.co"_s));
}

} // namespace

class HubErrorTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void meanings_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("code");
        QTest::addColumn<QByteArray>("words");
        QTest::addColumn<bool>("hadToken");
        QTest::addColumn<ErrorKind>("kind");
        QTest::addColumn<QString>("name");
        QTest::addColumn<QStringList>("says");
        const auto row = [](const char* title, int status, const QByteArray& code, const QByteArray& words,
                            bool hadToken, ErrorKind kind, const QString& name, const QStringList& says) {
            QTest::newRow(title) << status << code << words << hadToken << kind << name << says;
        };
        using enum ErrorKind;
        const QByteArray badLogin = "Invalid username or password.";
        const QByteArray badToken = "Invalid credentials in Authorization header";
        const QByteArray disabled = "Access to this resource is disabled.";
        row("missing or private", 401, "", badLogin, false, NotFound, u"repo_not_found"_s,
            {u"does not exist or is private; the Hub does not say which"_s, u"`hugger token set`"_s,
             u"dataset acme/rain"_s});
        row("missing, with a token", 404, "RepoNotFound", "Repository not found", true, NotFound, u"repo_not_found"_s,
            {u"account of the token"_s});
        row("missing, plain 404", 404, "", "Not Found", false, NotFound, u"repo_not_found"_s,
            {u"Check the spelling"_s});
        row("bare 401 with a token", 401, "", badLogin, true, NotFound, u"repo_not_found"_s,
            {u"account of the token"_s});
        row("bad token", 401, "", badToken, true, NotAllowed, u"token_invalid"_s,
            {u"https://huggingface.co/settings/tokens"_s, u"`hugger token set`"_s});
        row("no revision", 404, "RevisionNotFound", "Invalid rev id: x", false, NotFound, u"revision_not_found"_s,
            {u"datasets/acme/rain at main"_s, u"https://huggingface.co/datasets/acme/rain/tree/main"_s});
        row("no file", 404, "EntryNotFound", "Entry not found", false, NotFound, u"file_not_found"_s,
            {u"`hugger files datasets/acme/rain`"_s});
        row("gate, anonymous", 401, "GatedRepo", "Please log in.", false, NotAllowed, u"gated"_s,
            {u"Ask for access at https://huggingface.co/datasets/acme/rain"_s, u"`hugger token set`"_s});
        row("gate, not on the list", 403, "GatedRepo", "not in the authorized list", true, NotAllowed, u"gated"_s,
            {u"Ask for access at https://huggingface.co/datasets/acme/rain"_s, u"once it is granted"_s});
        row("disabled", 403, "", disabled, true, NotAllowed, u"disabled"_s, {u"has disabled"_s, u"stays"_s});
        row("forbidden", 403, "", "Your plan does not allow this", true, NotAllowed, u"forbidden"_s,
            {u"Your plan does not allow this"_s});
        row("law", 451, "", "", false, NotAllowed, u"blocked_by_law"_s, {u"451"_s});
        row("limit", 429, "", "", false, Network, u"rate_limited"_s, {u"`hugger token set`"_s});
        row("500", 500, "", "", false, Network, u"hub_failing"_s, {u"Try again later"_s});
        row("504", 504, "", "", false, Network, u"hub_failing"_s, {u"504"_s});
        row("408", 408, "", "", false, Network, u"hub_failing"_s, {u"Try again later"_s});
        row("400", 400, "", "Bad expand", false, Network, u"bad_answer"_s, {u"Bad expand"_s, u"400"_s});
        row("304", 304, "", "", false, Network, u"bad_answer"_s, {u"304"_s});
        row("511", 511, "", "", false, Network, u"captive_portal"_s, {u"log in"_s});
    }

    void meanings()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, code);
        QFETCH(QByteArray, words);
        QFETCH(bool, hadToken);
        QFETCH(ErrorKind, kind);
        QFETCH(QString, name);
        QFETCH(QStringList, says);
        const Error error = errorOf(answerOf(status, code, words), hadToken);
        QCOMPARE(error.kind, kind);
        QCOMPARE(error.code, name);
        for (const QString& part : says)
            QVERIFY2(error.message.contains(part), qPrintable(error.message));
        QVERIFY2(!error.message.contains(u'!') && !error.message.contains(u"%1"_s), qPrintable(error.message));
        QVERIFY(error.detail.contains(QString::number(status)));
        QVERIFY(error.detail.contains(u"Root=1-abc"_s));
        QVERIFY(!error.detail.contains(u"secret"_s));
        QCOMPARE(error.retry == Retry::Automatic, name == u"hub_failing" || name == u"rate_limited");
    }

    void aWebPageThatRefuses()
    {
        const Error error = errorOf(answerOf(403, {}, "<html>Blocked by your company</html>", "text/html"), false);
        QCOMPARE(error.code, u"captive_portal"_s);
        QCOMPARE(error.kind, ErrorKind::Network);
        // Maintenance pages are web pages, too.
        QCOMPARE(errorOf(answerOf(503, {}, "<html>", "text/html"), false).code, u"hub_failing"_s);
        QCOMPARE(errorOf(answerOf(404, {}, "<html>", "text/html"), false).code, u"repo_not_found"_s);
    }

    void theHeaderIsReadBeforeTheBody()
    {
        HttpAnswer answer = answerOf(403, {}, "something else");
        answer.headers.append("X-Error-Message", "Access to this resource is disabled.");
        QCOMPARE(errorOf(answer, true).code, u"disabled"_s);
    }

    void errorsMayBeAList()
    {
        HttpAnswer answer = answerOf(400, {}, {});
        answer.body = R"({"error":["first","second"]})";
        QVERIFY(errorOf(answer, true).message.contains(u"first"_s));
        answer.body = R"({"error":{"x":[]}})";
        QCOMPARE(errorOf(answer, true).code, u"bad_answer"_s);
    }

    void whatTheHubSaysIsMadeSafe()
    {
        const Error error =
            errorOf(answerOf(400, {}, "token hf_abcdefghijklmnop \\u001b[31m" + QByteArray(5000, 'x')), true);
        for (const QString& text : {error.message, error.detail}) {
            QVERIFY(!text.contains(u"hf_abcdef"_s));
            QVERIFY(!text.contains(QChar(0x1b)));
            QVERIFY(text.size() < 1000);
        }
    }

    void aBareNameMayBeAUser()
    {
        const Error error = errorOf(answerOf(404, "RepoNotFound", {}), true, {RepoKind::Model, u"acme"_s});
        QVERIFY2(error.message.contains(u"acme/name"_s), qPrintable(error.message));
    }
};

QTEST_GUILESS_MAIN(HubErrorTest)
#include "tst_huberror.moc"
