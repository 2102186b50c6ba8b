// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/repolink.h"

#include <QtTest/QTest>

using namespace hugger;
using namespace Qt::StringLiterals;

namespace {

const QString commit = u"0123456789abcdef0123456789abcdef01234567"_s;

QUrl hub()
{
    return QUrl(u"https://huggingface.co"_s, QUrl::StrictMode);
}

} // namespace

class RepoLinkTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void understands_data();
    void understands();
    void understandsEndpoint_data();
    void understandsEndpoint();
    void refuses_data();
    void refuses();
    void hidesSecrets_data();
    void hidesSecrets();
    void settles_data();
    void settles();
    void checksRevisions_data();
    void checksRevisions();
};

/// The result in one line: "KIND ID [@REVISION] [path PATH] [folder] [?UNSPLIT]".
static QString inOneLine(const RepoLink& link)
{
    QString line = kindName(link.repo.kind) + u' ' + link.repo.id;
    if (!link.revision.isEmpty())
        line += u" @"_s + link.revision;
    if (!link.path.isEmpty())
        line += u" path "_s + link.path;
    if (link.isFolder)
        line += u" folder"_s;
    if (!link.unsplit.isEmpty())
        line += u" ?"_s + link.unsplit;
    return line;
}

void RepoLinkTest::understands_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("meaning");
    const auto row = [](const QString& text, const QString& meaning) {
        QTest::newRow(qPrintable(text.left(90))) << text << meaning;
    };
    // ids
    row(u"acme/tiny"_s, u"model acme/tiny"_s);
    row(u"gpt2"_s, u"model gpt2"_s);
    row(u"  acme/tiny\n"_s, u"model acme/tiny"_s);
    row(u"acme/tiny/"_s, u"model acme/tiny"_s);
    row(u"models/acme/tiny"_s, u"model acme/tiny"_s);
    row(u"models/gpt2"_s, u"model gpt2"_s);
    row(u"datasets/acme/rain"_s, u"dataset acme/rain"_s);
    row(u"datasets/squad"_s, u"dataset squad"_s);
    row(u"spaces/acme/app"_s, u"space acme/app"_s);
    row(u"Acme/Tiny.v1_2-B"_s, u"model Acme/Tiny.v1_2-B"_s);
    // ids with a revision
    row(u"acme/tiny@v1.0"_s, u"model acme/tiny @v1.0"_s);
    row(u"gpt2@main"_s, u"model gpt2 @main"_s);
    row(u"acme/tiny@feat/x"_s, u"model acme/tiny @feat/x"_s);
    row(u"acme/tiny@refs/pr/1"_s, u"model acme/tiny @refs/pr/1"_s);
    row(u"acme/tiny@refs%2Fpr%2F1"_s, u"model acme/tiny @refs/pr/1"_s);
    row(u"datasets/acme/rain@refs/convert/parquet"_s, u"dataset acme/rain @refs/convert/parquet"_s);
    row(u"spaces/acme/app@dev"_s, u"space acme/app @dev"_s);
    row(u"acme/tiny@"_s + commit, u"model acme/tiny @"_s + commit);
    row(u"acme/tiny@0123456"_s, u"model acme/tiny @0123456"_s);
    row(u"acme/tiny@feat/x/"_s, u"model acme/tiny @feat/x"_s);
    row(u"acme/tiny@ünï"_s, u"model acme/tiny @ünï"_s);
    // the part of a link after the host
    row(u"acme/tiny/tree/main"_s, u"model acme/tiny @main"_s);
    row(u"datasets/acme/rain/blob/main/a/b.csv"_s, u"dataset acme/rain @main path a/b.csv"_s);
    // pages
    row(u"https://huggingface.co/acme/tiny"_s, u"model acme/tiny"_s);
    row(u"https://huggingface.co/acme/tiny/"_s, u"model acme/tiny"_s);
    row(u"http://huggingface.co/acme/tiny"_s, u"model acme/tiny"_s);
    row(u"HTTPS://HuggingFace.CO/Acme/Tiny"_s, u"model Acme/Tiny"_s);
    row(u"https://www.huggingface.co/acme/tiny"_s, u"model acme/tiny"_s);
    row(u"https://huggingface.co:443/acme/tiny"_s, u"model acme/tiny"_s);
    row(u"https://hf.co/acme/tiny"_s, u"model acme/tiny"_s);
    row(u"https://hf.co/datasets/acme/rain"_s, u"dataset acme/rain"_s);
    row(u"huggingface.co/acme/tiny"_s, u"model acme/tiny"_s);
    row(u"HuggingFace.co/datasets/acme/rain"_s, u"dataset acme/rain"_s);
    row(u"hf.co/spaces/acme/app"_s, u"space acme/app"_s);
    row(u"https://huggingface.co/models/acme/tiny"_s, u"model acme/tiny"_s);
    row(u"https://huggingface.co/gpt2"_s, u"model gpt2"_s);
    row(u"https://huggingface.co/datasets/squad"_s, u"dataset squad"_s);
    row(u"https://huggingface.co/acme/tiny?library=transformers"_s, u"model acme/tiny"_s);
    row(u"https://huggingface.co/acme/tiny#usage"_s, u"model acme/tiny"_s);
    row(u"https://huggingface.co/acme/tiny/?x=1#y"_s, u"model acme/tiny"_s);
    row(u"https://huggingface.co//acme//tiny"_s, u"model acme/tiny"_s);
    row(u"https://huggingface.co/acme%2Ftiny/tree/main"_s, u"model acme/tiny @main"_s);
    row(u"https://huggingface.co/acme/tiny@v1.0"_s, u"model acme/tiny @v1.0"_s);
    // git's addresses
    row(u"https://huggingface.co/acme/tiny.git"_s, u"model acme/tiny"_s);
    row(u"git@hf.co:acme/tiny"_s, u"model acme/tiny"_s);
    row(u"git@hf.co:datasets/acme/rain.git"_s, u"dataset acme/rain"_s);
    row(u"ssh://git@hf.co/acme/tiny"_s, u"model acme/tiny"_s);
    // tree
    row(u"https://huggingface.co/acme/tiny/tree"_s, u"model acme/tiny"_s);
    row(u"https://huggingface.co/acme/tiny/tree/main"_s, u"model acme/tiny @main"_s);
    row(u"https://huggingface.co/acme/tiny/tree/main/"_s, u"model acme/tiny @main"_s);
    row(u"https://huggingface.co/acme/tiny/tree/v1.0"_s, u"model acme/tiny @v1.0"_s);
    row(u"https://huggingface.co/acme/tiny/tree/main/sub/dir"_s, u"model acme/tiny @main path sub/dir folder"_s);
    row(u"https://huggingface.co/acme/tiny/tree/main/sub%2Fdir"_s, u"model acme/tiny @main path sub/dir folder"_s);
    row(u"https://huggingface.co/acme/tiny/tree/"_s + commit, u"model acme/tiny @"_s + commit);
    row(u"https://huggingface.co/acme/tiny/tree/"_s + commit + u"/sub"_s,
        u"model acme/tiny @"_s + commit + u" path sub folder"_s);
    row(u"https://huggingface.co/acme/tiny/tree/refs%2Fpr%2F1"_s, u"model acme/tiny @refs/pr/1"_s);
    row(u"https://huggingface.co/acme/tiny/tree/refs%2fpr%2f1/sub"_s, u"model acme/tiny @refs/pr/1 path sub folder"_s);
    row(u"https://huggingface.co/acme/tiny/tree/refs/pr/1"_s, u"model acme/tiny @refs/pr/1"_s);
    row(u"https://huggingface.co/acme/tiny/tree/refs/pr/12/a/b"_s, u"model acme/tiny @refs/pr/12 path a/b folder"_s);
    row(u"https://huggingface.co/datasets/acme/rain/tree/refs/convert/parquet/default"_s,
        u"dataset acme/rain @refs/convert/parquet path default folder"_s);
    row(u"https://huggingface.co/acme/tiny/tree/feat%2Flong-context"_s, u"model acme/tiny @feat/long-context"_s);
    row(u"https://huggingface.co/acme/tiny/tree/feat/long-context"_s,
        u"model acme/tiny @feat path long-context folder ?feat/long-context"_s);
    row(u"https://huggingface.co/acme/tiny/tree/refs/heads/x"_s, u"model acme/tiny @refs/heads/x ?refs/heads/x"_s);
    row(u"https://huggingface.co/gpt2/tree/main"_s, u"model gpt2 @main"_s);
    row(u"https://huggingface.co/spaces/acme/app/tree/main"_s, u"space acme/app @main"_s);
    row(u"https://huggingface.co/acme/tree/tree/main"_s, u"model acme/tree @main"_s);
    // blob, resolve, raw and the like
    row(u"https://huggingface.co/acme/tiny/blob/main/config.json"_s, u"model acme/tiny @main path config.json"_s);
    row(u"https://huggingface.co/acme/tiny/blob/main/a/b.json"_s, u"model acme/tiny @main path a/b.json"_s);
    row(u"https://huggingface.co/acme/tiny/resolve/main/model.safetensors?download=true"_s,
        u"model acme/tiny @main path model.safetensors"_s);
    row(u"https://huggingface.co/acme/tiny/resolve/"_s + commit + u"/a.bin"_s,
        u"model acme/tiny @"_s + commit + u" path a.bin"_s);
    row(u"https://huggingface.co/acme/tiny/raw/main/README.md#L3"_s, u"model acme/tiny @main path README.md"_s);
    row(u"https://huggingface.co/acme/tiny/blame/main/README.md"_s, u"model acme/tiny @main path README.md"_s);
    row(u"https://huggingface.co/acme/tiny/blob/main/my%20file%23%3F%25.txt"_s,
        u"model acme/tiny @main path my file#?%.txt"_s);
    row(u"https://huggingface.co/acme/tiny/blob/main/my file.txt"_s, u"model acme/tiny @main path my file.txt"_s);
    row(u"https://huggingface.co/acme/tiny/blob/main/100%.txt"_s, u"model acme/tiny @main path 100%.txt"_s);
    row(u"https://huggingface.co/acme/tiny/blob/main/%C3%BC.txt"_s, u"model acme/tiny @main path ü.txt"_s);
    row(u"https://huggingface.co/acme/tiny/blob/main/a%2520b.txt"_s, u"model acme/tiny @main path a%20b.txt"_s);
    row(u"https://huggingface.co/acme/tiny/blob/refs%2Fpr%2F1/config.json"_s,
        u"model acme/tiny @refs/pr/1 path config.json"_s);
    row(u"https://huggingface.co/acme/tiny/resolve/feat%2Fx/a/b.bin"_s, u"model acme/tiny @feat/x path a/b.bin"_s);
    row(u"https://huggingface.co/acme/tiny/blob/feat/x/config.json"_s,
        u"model acme/tiny @feat path x/config.json ?feat/x/config.json"_s);
    row(u"https://huggingface.co/acme/tiny/blob/v1.0/config.json"_s,
        u"model acme/tiny @v1.0 path config.json ?v1.0/config.json"_s);
    row(u"https://huggingface.co/gpt2/resolve/main/config.json"_s, u"model gpt2 @main path config.json"_s);
    row(u"https://huggingface.co/datasets/squad/resolve/main/plain_text/a.parquet"_s,
        u"dataset squad @main path plain_text/a.parquet"_s);
    // commits, discussions, tabs
    row(u"https://huggingface.co/acme/tiny/commit/"_s + commit, u"model acme/tiny @"_s + commit);
    row(u"https://huggingface.co/acme/tiny/commit/0123456"_s, u"model acme/tiny @0123456"_s);
    row(u"https://huggingface.co/acme/tiny/commits/main"_s, u"model acme/tiny @main"_s);
    row(u"https://huggingface.co/acme/tiny/commits/refs/pr/2"_s, u"model acme/tiny @refs/pr/2"_s);
    row(u"https://huggingface.co/acme/tiny/discussions"_s, u"model acme/tiny"_s);
    row(u"https://huggingface.co/acme/tiny/discussions/3"_s, u"model acme/tiny @refs/pr/3"_s);
    row(u"https://huggingface.co/acme/tiny/discussions/3/files#d2h"_s, u"model acme/tiny @refs/pr/3"_s);
    row(u"https://huggingface.co/datasets/acme/rain/discussions/new"_s, u"dataset acme/rain"_s);
    row(u"https://huggingface.co/datasets/acme/rain/viewer/default/train?p=2"_s, u"dataset acme/rain"_s);
    row(u"https://huggingface.co/acme/tiny/settings"_s, u"model acme/tiny"_s);
    // the API's addresses
    row(u"https://huggingface.co/api/models/acme/tiny"_s, u"model acme/tiny"_s);
    row(u"https://huggingface.co/api/models/gpt2"_s, u"model gpt2"_s);
    row(u"https://huggingface.co/api/datasets/acme/rain/refs"_s, u"dataset acme/rain"_s);
    row(u"https://huggingface.co/api/models/acme/tiny/revision/refs%2Fpr%2F1"_s, u"model acme/tiny @refs/pr/1"_s);
    row(u"https://huggingface.co/api/spaces/acme/app/tree/main/src?recursive=true"_s,
        u"space acme/app @main path src folder"_s);
    row(u"https://huggingface.co/api/resolve-cache/models/acme/tiny/"_s + commit + u"/a/b.json?etag=x"_s,
        u"model acme/tiny @"_s + commit + u" path a/b.json"_s);
    row(u"https://huggingface.co/api/resolve-cache/models/gpt2/"_s + commit + u"/b.json"_s,
        u"model gpt2 @"_s + commit + u" path b.json"_s);
    // hf://
    row(u"hf://acme/tiny"_s, u"model acme/tiny"_s);
    row(u"HF://acme/tiny"_s, u"model acme/tiny"_s);
    row(u"hf://models/acme/tiny"_s, u"model acme/tiny"_s);
    row(u"hf://gpt2@main"_s, u"model gpt2 @main"_s);
    row(u"hf://datasets/acme/rain"_s, u"dataset acme/rain"_s);
    row(u"hf://datasets/acme/rain/data/a.csv"_s, u"dataset acme/rain path data/a.csv"_s);
    row(u"hf://datasets/acme/rain/data/a#1?.csv"_s, u"dataset acme/rain path data/a#1?.csv"_s);
    row(u"hf://datasets/acme/rain/a%20b@2.csv"_s, u"dataset acme/rain path a%20b@2.csv"_s);
    row(u"hf://datasets/acme/rain@refs/pr/1/data/a.csv"_s, u"dataset acme/rain @refs/pr/1 path data/a.csv"_s);
    row(u"hf://datasets/acme/rain@refs%2Fpr%2F1/a.csv"_s, u"dataset acme/rain @refs/pr/1 path a.csv"_s);
    row(u"hf://datasets/acme/rain@feat%2Fx/a.csv"_s, u"dataset acme/rain @feat/x path a.csv"_s);
    row(u"hf://datasets/acme/rain@feat/x/a.csv"_s, u"dataset acme/rain @feat path x/a.csv ?feat/x/a.csv"_s);
    row(u"hf://spaces/acme/app@main/app.py"_s, u"space acme/app @main path app.py"_s);
}

void RepoLinkTest::understands()
{
    QFETCH(QString, text);
    QFETCH(QString, meaning);
    const auto link = parseLink(text, hub());
    QVERIFY2(link, qPrintable(link ? QString() : link.error().message));
    QCOMPARE(inOneLine(*link), meaning);
}

void RepoLinkTest::understandsEndpoint_data()
{
    QTest::addColumn<QString>("endpoint");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("meaning"); // empty: refused
    const auto row = [](const QString& endpoint, const QString& text, const QString& meaning) {
        QTest::newRow(qPrintable(endpoint + u' ' + text)) << endpoint << text << meaning;
    };
    const QString local = u"http://127.0.0.1:4848"_s;
    row(local, u"http://127.0.0.1:4848/acme/tiny/tree/main"_s, u"model acme/tiny @main"_s);
    row(local, u"127.0.0.1:4848/datasets/acme/rain"_s, u"dataset acme/rain"_s);
    row(local, u"https://huggingface.co/acme/tiny"_s, u"model acme/tiny"_s);
    row(local, u"hf.co/acme/tiny"_s, u"model acme/tiny"_s);
    row(local, u"acme/tiny"_s, u"model acme/tiny"_s);
    row(local, u"http://127.0.0.1/acme/tiny"_s, {});
    row(local, u"http://127.0.0.1:4849/acme/tiny"_s, {});
    row(u"http://localhost:5000"_s, u"LOCALHOST:5000/acme/tiny"_s, u"model acme/tiny"_s);
    row(u"http://[::1]:5000"_s, u"http://[::1]:5000/acme/tiny"_s, u"model acme/tiny"_s);
    row(u"https://mirror.example"_s, u"mirror.example/acme/tiny"_s, u"model acme/tiny"_s);
    row(u"https://mirror.example"_s, u"http://mirror.example/acme/tiny"_s, u"model acme/tiny"_s);
    row(u"https://mirror.example:443"_s, u"https://mirror.example/acme/tiny"_s, u"model acme/tiny"_s);
    row(u"https://mirror.example/hf"_s, u"https://mirror.example/hf/acme/tiny/tree/main"_s, u"model acme/tiny @main"_s);
    row(u"https://mirror.example/hf"_s, u"mirror.example/hf/datasets/acme/rain"_s, u"dataset acme/rain"_s);
    row(u"https://mirror.example/hf"_s, u"https://mirror.example/acme/tiny"_s, {});
    row(u"https://mirror.example/hf"_s, u"https://mirror.example/hfx/tiny"_s, {});
    // A host without a dot or port may be a user's name.
    row(u"http://hub"_s, u"hub/tiny"_s, u"model hub/tiny"_s);
    row(u"http://hub"_s, u"http://hub/acme/tiny"_s, u"model acme/tiny"_s);
}

void RepoLinkTest::understandsEndpoint()
{
    QFETCH(QString, endpoint);
    QFETCH(QString, text);
    QFETCH(QString, meaning);
    const auto link = parseLink(text, QUrl(endpoint, QUrl::StrictMode));
    QCOMPARE(link ? inOneLine(*link) : QString(), meaning);
}

void RepoLinkTest::refuses_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("words");
    const auto row = [](const QString& text, const QString& words) {
        QTest::newRow(qPrintable(text.left(90))) << text << words;
    };
    row(u""_s, u"Nothing was given"_s);
    row(u" \n "_s, u"Nothing was given"_s);
    row(u"https://huggingface.co"_s, u"front page"_s);
    row(u"https://huggingface.co/"_s, u"front page"_s);
    row(u"huggingface.co"_s, u"front page"_s);
    row(u"https://huggingface.co/models"_s, u"a list of models"_s);
    row(u"https://huggingface.co/datasets?sort=trending"_s, u"a list of datasets"_s);
    row(u"spaces"_s, u"a list of spaces"_s);
    row(u"https://huggingface.co/docs/transformers/index"_s, u"a page of the Hub itself (/docs)"_s);
    row(u"https://huggingface.co/papers/2401.00001"_s, u"a page of the Hub itself (/papers)"_s);
    row(u"https://huggingface.co/collections/acme/best-of-1"_s, u"a page of the Hub itself (/collections)"_s);
    row(u"https://huggingface.co/settings/tokens"_s, u"a page of the Hub itself (/settings)"_s);
    row(u"https://huggingface.co/blog/llama"_s, u"a page of the Hub itself (/blog)"_s);
    row(u"https://huggingface.co/api/whoami-v2"_s, u"a page of the Hub itself (/api)"_s);
    row(u"https://huggingface.co/acme/models"_s, u"the page of the user or organisation acme"_s);
    row(u"https://huggingface.co/acme/datasets"_s, u"the page of the user or organisation acme"_s);
    row(u"https://huggingface.co/kernels/acme/k"_s, u"does not archive kernels"_s);
    row(u"hf://buckets/acme/b/x"_s, u"does not archive buckets"_s);
    row(u"https://acme-app.hf.space/"_s, u"running space"_s);
    row(u"acme-app.hf.space"_s, u"running space"_s);
    row(u"https://github.com/acme/tiny"_s, u"github.com is not the Hub"_s);
    row(u"https://huggingface.co.evil.example/acme/tiny"_s, u"is not the Hub"_s);
    row(u"https://discuss.huggingface.co/t/1"_s, u"is not the Hub"_s);
    row(u"https://huggingface.co:8443/acme/tiny"_s, u"is not the Hub"_s);
    row(u"https://user@huggingface.co/acme/tiny"_s, u"user name or password"_s);
    row(u"https://huggingface.co@evil.example/acme/tiny"_s, u"user name or password"_s);
    row(u"ftp://huggingface.co/acme/tiny"_s, u"\"ftp://\""_s);
    row(u"file:///home/me/tiny"_s, u"\"file://\""_s);
    row(u"s3://bucket/key"_s, u"\"s3://\""_s);
    row(u"https:///acme/tiny"_s, u"does not name a repo"_s);
    row(u"https://hugging face.co/acme/tiny"_s, u"does not name a repo"_s);
    row(u"/home/me/tiny"_s, u"looks like a file"_s);
    row(u"./tiny"_s, u"looks like a file"_s);
    row(u"~/models/tiny"_s, u"looks like a file"_s);
    row(u"acme/tiny/config.json"_s, u"does not name a repo"_s);
    row(u"https://huggingface.co/acme/tiny/main"_s, u"does not name a repo"_s);
    row(u"example.com/acme/tiny"_s, u"does not name a repo"_s);
    row(u"models/datasets/acme"_s, u"does not name a repo"_s);
    row(u"hf://models/datasets/acme"_s, u"does not name a repo"_s);
    row(u"https://huggingface.co/datasets/models/acme"_s, u"does not name a repo"_s);
    row(u"acme/ti ny"_s, u"only letters"_s);
    row(u"acme/tiny.git"_s, u".git"_s);
    row(u"acme/a--b"_s, u"\"--\""_s);
    row(u"https://huggingface.co/acme/../tiny"_s, u"begin or end"_s);
    row(u"https://huggingface.co/%2e%2e/tiny"_s, u"begin or end"_s);
    row(u"acme/tiny\nacme/other"_s, u"does not name a repo"_s);
    row(u"acme/\u0001tiny"_s, u"does not name a repo"_s);
    row(QString(5000, u'a'), u"does not name a repo"_s);
    row(u"hf.co/acme/tiny:Q4_K_M"_s, u"--include '*Q4_K_M*'"_s);
    row(u"acme/tiny@"_s, u"cannot be the name of a branch"_s);
    row(u"acme/tiny@a b"_s, u"cannot be the name of a branch"_s);
    row(u"acme/tiny@../../x"_s, u"cannot be the name of a branch"_s);
    row(u"https://huggingface.co/acme/tiny/tree/.."_s, u"cannot be the name of a branch"_s);
    row(u"https://huggingface.co/acme/tiny/tree/..%2F..%2Fx"_s, u"cannot be the name of a branch"_s);
    row(u"https://huggingface.co/acme/tiny/blob/main/../../x"_s, u"not a path"_s);
    row(u"https://huggingface.co/acme/tiny/blob/main/a%00b"_s, u"not a path"_s);
    row(u"https://huggingface.co/acme/tiny/blob/main/%ff"_s, u"does not name a repo"_s);
    row(u"hf://"_s, u"does not name a repo"_s);
    row(u"hf://datasets"_s, u"does not name a repo"_s);
    row(u"hf://acme/tiny/../x"_s, u"does not name a repo"_s);
}

void RepoLinkTest::refuses()
{
    QFETCH(QString, text);
    QFETCH(QString, words);
    const auto link = parseLink(text, hub());
    QVERIFY2(!link, link ? qPrintable(inOneLine(*link)) : "");
    QCOMPARE(link.error().kind, ErrorKind::Usage);
    QVERIFY2(link.error().message.contains(words), qPrintable(link.error().message));
    QVERIFY(link.error().message.size() < 400);
    QVERIFY(!link.error().message.contains(u'\n'));
}

void RepoLinkTest::hidesSecrets_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("in the user name") << u"https://me:hf_abcdefghijklmnop@huggingface.co/acme/tiny"_s;
    QTest::newRow("instead of an id") << u"hf_abcdefghijklmnop qrst"_s;
    QTest::newRow("on another host") << u"https://hf_abcdefghijklmnop.example/acme/tiny"_s;
    QTest::newRow("as a revision") << u"acme/tiny@hf_abcdefghijklmnop qrst"_s;
}

void RepoLinkTest::hidesSecrets()
{
    QFETCH(QString, text);
    const auto link = parseLink(text, hub());
    QVERIFY(!link);
    QVERIFY2(!link.error().message.contains(u"hf_abcdef"_s), qPrintable(link.error().message));
    QVERIFY(!link.error().detail.contains(u"hf_abcdef"_s));
}

void RepoLinkTest::settles_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("meaning");
    const auto row = [](const QString& text, const QString& meaning) {
        QTest::newRow(qPrintable(text)) << text << meaning;
    };
    const QString base = u"https://huggingface.co/acme/tiny/"_s;
    row(base + u"tree/feat/x"_s, u"model acme/tiny @feat/x"_s);
    row(base + u"tree/feat/x/sub"_s, u"model acme/tiny @feat/x path sub folder"_s);
    row(base + u"blob/feat/x/y/config.json"_s, u"model acme/tiny @feat/x/y path config.json"_s);
    row(base + u"blob/feat/xy/config.json"_s, u"model acme/tiny @feat path xy/config.json"_s);
    row(base + u"blob/v1.0/a/b.json"_s, u"model acme/tiny @v1.0 path a/b.json"_s);
    row(base + u"blob/0123456/a.json"_s, u"model acme/tiny @0123456 path a.json"_s);
    row(base + u"tree/refs/heads/feat/x/sub"_s, u"model acme/tiny @refs/heads/feat/x path sub folder"_s);
    row(base + u"tree/refs/pr/1/sub"_s, u"model acme/tiny @refs/pr/1 path sub folder"_s);
    row(u"hf://acme/tiny@feat/x/a.csv"_s, u"model acme/tiny @feat/x path a.csv"_s);
}

void RepoLinkTest::settles()
{
    QFETCH(QString, text);
    QFETCH(QString, meaning);
    const QStringList refs{u"main"_s, u"feat/x"_s, u"refs/heads/feat/x"_s, u"feat/x/y"_s, u"v1.0"_s, u"refs/pr/1"_s};
    const auto link = parseLink(text, hub());
    QVERIFY(link);
    QCOMPARE(inOneLine(splitByRefs(*link, refs)), meaning);
}

void RepoLinkTest::checksRevisions_data()
{
    QTest::addColumn<QString>("revision");
    QTest::addColumn<bool>("fine");
    const auto row = [](const QString& revision, bool fine) {
        QTest::newRow(qPrintable(u'"' + revision.left(30) + u'"')) << revision << fine;
    };
    row(u"main"_s, true);
    row(u"refs/pr/1"_s, true);
    row(u"feat/a_b-c.d#e@f%g"_s, true);
    row(commit, true);
    row(u""_s, false);
    row(u"."_s, false);
    row(u".."_s, false);
    row(u"a/./b"_s, false);
    row(u"a//b"_s, false);
    row(u"/a"_s, false);
    row(u"a/"_s, false);
    row(u"-a"_s, false);
    row(u"a b"_s, false);
    row(u"a\tb"_s, false);
    row(u"a~1"_s, false);
    row(u"a^"_s, false);
    row(u"a:b"_s, false);
    row(u"a?b"_s, false);
    row(u"a\\b"_s, false);
    row(u"a@{1}"_s, false);
    row(u"a.lock"_s, false);
    row(QString(251, u'a'), false);
}

void RepoLinkTest::checksRevisions()
{
    QFETCH(QString, revision);
    QFETCH(bool, fine);
    const auto answer = checkRevision(revision);
    QCOMPARE(answer.has_value(), fine);
    if (!answer)
        QCOMPARE(answer.error().kind, ErrorKind::Usage);
}

QTEST_GUILESS_MAIN(RepoLinkTest)
#include "tst_repolink.moc"
