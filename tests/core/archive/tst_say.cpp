// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "../store/storefixture.h"

#include "base/foreignpath.h"
#include "base/say.h"
#include "catalog/catalog.h"
#include "catalog/state.h"
#include "hub/hubclient.h"
#include "hub/hubparse.h"
#include "hub/tokens.h"
#include "net/urls.h"
#include "store/profile.h"
#include "support/pseudotranslator.h"

#include <QtConcurrent/QtConcurrentRun>

#include <cerrno>

using namespace hugger;
using namespace hugger::test;

Q_DECLARE_METATYPE(std::function<Error()>)

namespace {

template<typename T> Error errorOf(const Expected<T>& result)
{
    return result ? Error{ErrorKind::Failed, u"no_error"_s, u"no error"_s, {}} : result.error();
}

Error answered(int status, const QByteArray& code = {}, const QByteArray& words = {})
{
    HttpAnswer answer;
    answer.status = status;
    answer.headers.append("X-Error-Code", code);
    answer.body = "{\"error\":\"" + words + "\"}";
    return hubError(answer, {RepoKind::Model, u"acme/tiny"_s}, u"acme/tiny at main"_s, false,
                    QUrl(u"https://hub.example"_s));
}

} // namespace

/// What core says to people is said in their language.
class SayTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();

    void errors_data();
    void errors();
    void anyThread();

private:
    QTemporaryDir m_dir;
    PseudoTranslator m_translator;
};

void SayTest::initTestCase()
{
    QVERIFY(QCoreApplication::installTranslator(&m_translator));
}

void SayTest::errors_data()
{
    QTest::addColumn<std::function<Error()>>("make");
    const auto row = [](const char* name, const std::function<Error()>& make) { QTest::newRow(name) << make; };
    const QUrl hub(u"https://huggingface.co"_s);
    for (const int errnum : {ENOSPC, EACCES, EIO, EMFILE})
        row(qPrintable(u"errno %1"_s.arg(errnum)), [errnum] { return diskError(errnum, u"write"_s, u"/x"_s); });
    row("stopped", [] { return interrupted(); });
    row("hostile path", [] { return errorOf(checkForeignPath(u"../x"_s)); });
    row("endpoint", [] { return errorOf(parseEndpoint(u"ftp://x"_s)); });
    row("redirect", [hub] { return errorOf(redirectTarget(hub, "file:///x", hub)); });
    row("kind", [] { return errorOf(kindFromName(u"bucket")); });
    row("id", [] { return errorOf(RepoId::make(RepoKind::Model, u"a/b/c"_s)); });
    for (const char* link : {"", "https://huggingface.co/models", "https://elsewhere.example/a/b", "ftp://x/y", "/etc"})
        row(qPrintable(u"link "_s + QString::fromUtf8(link)),
            [link, hub] { return errorOf(parseLink(QString::fromUtf8(link), hub)); });
    row("revision", [] { return errorOf(checkRevision(u"a..b"_s)); });
    row("token", [] { return errorOf(cleanToken("two words")); });
    row("no JSON", [] { return errorOf(parseInfo("{", RepoKind::Model, u"It"_s)); });
    row("no object", [] { return errorOf(parseInfo("[]", RepoKind::Model, u"It"_s)); });
    row("no list", [] { return errorOf(parseTreePage("{}", u"It"_s)); });
    row("a field", [] { return errorOf(parseInfo("{\"id\":7}", RepoKind::Model, u"It"_s)); });
    row("an entry", [] { return errorOf(parseTreePage("[7]", u"It"_s)); });
    for (const char* code : {"RevisionNotFound", "EntryNotFound", "GatedRepo", "RepoNotFound"})
        row(code, [code] { return answered(404, code); });
    for (const int status : {400, 401, 403, 429, 451, 500, 511})
        row(qPrintable(u"status %1"_s.arg(status)), [status] { return answered(status); });
    row("disabled", [] { return answered(403, {}, "Access to this resource is disabled."); });
    row("bad token", [] { return answered(401, {}, "Invalid credentials in Authorization header"); });
    row("no store", [this] { return errorOf(Store::open(m_dir.filePath(u"none"_s))); });
    row("label", [] { return errorOf(Store::checkLabel({})); });
    row("profile", [this] {
        writeFile(m_dir.filePath(u"file"_s), "x");
        return errorOf(Profile::open(m_dir.filePath(u"file"_s)));
    });
    row("unknown store", [this] {
        auto profile = Profile::open(m_dir.filePath(u"profile"_s));
        return profile ? errorOf(profile->openStore(u"none"_s)) : profile.error();
    });
    row("proxy", [this] {
        const auto profile = Profile::open(m_dir.filePath(u"profile"_s));
        Settings settings;
        settings.proxy = Settings::Proxy::Manual;
        return profile ? errorOf(profile->saveSettings(settings)) : profile.error();
    });
    row("record", [] { return errorOf(Record::fromJson({})); });
    row("damaged record", [] {
        Record record = recordOf(u"acme/tiny"_s, commitOf('a'), {});
        record.capturedAt = u"yesterday"_s;
        return errorOf(record.check());
    });
    row("unknown record", [this] {
        const auto store = Store::create(m_dir.filePath(u"store"_s), u"store"_s);
        return store ? errorOf(Records(*store).read({{RepoKind::Model, u"acme/tiny"_s}, commitOf('a')}))
                     : store.error();
    });
    row("no job", [this] {
        const auto state = State::open(m_dir.filePath(u"state.db"_s), Database::Access::ReadWrite);
        return state ? errorOf(state->job(9)) : state.error();
    });
    row("commit", [this] {
        const auto catalog = Catalog::open(m_dir.filePath(u"catalog.db"_s), Database::Access::ReadWrite);
        return catalog ? errorOf(catalog->list({.commit = "zz"})) : catalog.error();
    });
    row("no database",
        [this] { return errorOf(Catalog::open(m_dir.filePath(u"none.db"_s), Database::Access::ReadOnly)); });
}

void SayTest::errors()
{
    QFETCH(const std::function<Error()>, make);
    const Error error = make();
    // The translator puts each text it gets into brackets: what is said in English, or joined on, stands outside.
    QVERIFY2(error.message.startsWith(u'[') && error.message.endsWith(u']'), qPrintable(error.message));
    QVERIFY2(!error.message.contains(u"%1"_s) && !error.message.contains(u"%n"_s), qPrintable(error.message));
    QVERIFY2(!error.detail.contains(u'~'), qPrintable(error.detail));
    QVERIFY2(!error.code.contains(u'['), qPrintable(error.code));
}

void SayTest::anyThread()
{
    QList<QFuture<QString>> said;
    for (int i = 0; i < 8; ++i)
        said.append(QtConcurrent::run([] { return diskError(ENOSPC, u"write"_s, u"/x"_s).message; }));
    for (const auto& one : std::as_const(said))
        QVERIFY(one.result().startsWith(u'['));
}

QTEST_GUILESS_MAIN(SayTest)
#include "tst_say.moc"
