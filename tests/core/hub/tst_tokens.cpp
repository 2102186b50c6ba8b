// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/tokens.h"

#include <QtCore/QDir>
#include <QtCore/QElapsedTimer>
#include <QtCore/QFile>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

using namespace hugger;
using namespace Qt::StringLiterals;

namespace {

constexpr const char* variables[] = {"HF_TOKEN",       "HUGGING_FACE_HUB_TOKEN",   "HF_TOKEN_PATH",  "HF_HOME",
                                     "XDG_CACHE_HOME", "DBUS_SESSION_BUS_ADDRESS", "XDG_RUNTIME_DIR"};

void write(const QString& path, const QByteArray& bytes)
{
    QVERIFY(QDir().mkpath(QFileInfo(path).path()));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

} // namespace

class TokensTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        QVERIFY(m_folder->isValid());
        for (const char* name : variables)
            qunsetenv(name);
        qputenv("XDG_CACHE_HOME", m_folder->filePath(u"cache"_s).toLocal8Bit());
        qputenv("XDG_RUNTIME_DIR", m_folder->path().toLocal8Bit());
    }

    void nothing()
    {
        const Token token = read();
        QVERIFY(token.value.isEmpty());
        QCOMPARE(token.source, TokenSource::None);
    }

    void theEnvironmentComesFirst()
    {
        write(m_folder->filePath(u"cache/huggingface/token"_s), "hf_file");
        qputenv("HUGGING_FACE_HUB_TOKEN", "hf_old");
        QCOMPARE(read().value, QByteArray("hf_old"));
        QCOMPARE(read().place, u"HUGGING_FACE_HUB_TOKEN"_s);
        qputenv("HF_TOKEN", " hf_new\n");
        QCOMPARE(read().value, QByteArray("hf_new"));
        QCOMPARE(read().source, TokenSource::Environment);
        qputenv("HF_TOKEN", "  ");
        QCOMPARE(read().value, QByteArray("hf_old"));
    }

    void files_data()
    {
        QTest::addColumn<QByteArray>("variable");
        QTest::addColumn<QString>("value");
        QTest::addColumn<QString>("file");
        QTest::newRow("default") << QByteArray() << u""_s << u"cache/huggingface/token"_s;
        QTest::newRow("HF_HOME") << QByteArray("HF_HOME") << u"home"_s << u"home/token"_s;
        QTest::newRow("HF_TOKEN_PATH") << QByteArray("HF_TOKEN_PATH") << u"my.token"_s << u"my.token"_s;
    }

    void files()
    {
        QFETCH(QByteArray, variable);
        QFETCH(QString, value);
        QFETCH(QString, file);
        const QString path = m_folder->filePath(file);
        write(path, "hf_file\n");
        if (!value.isEmpty())
            qputenv(variable.constData(), m_folder->filePath(value).toLocal8Bit());
        const Token token = read();
        QCOMPARE(token.value, QByteArray("hf_file"));
        QCOMPARE(token.source, TokenSource::File);
        QCOMPARE(token.place, path);
    }

    void whatIsNotATokenIsNotUsed_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("two lines") << QByteArray("hf_a\nhf_b");
        QTest::newRow("header injection") << QByteArray("hf_a\r\nX-Evil: 1");
        QTest::newRow("space") << QByteArray("hf_a b");
        QTest::newRow("not ASCII") << QByteArray("hf_\xc3\xbc");
        QTest::newRow("NUL") << QByteArray("hf_a\0b", 6);
        QTest::newRow("control") << QByteArray("hf_a\x7f");
        QTest::newRow("long") << QByteArray(5000, 'a');
        QTest::newRow("blank") << QByteArray(" \n ");
    }

    void whatIsNotATokenIsNotUsed()
    {
        QFETCH(QByteArray, bytes);
        const auto clean = cleanToken(bytes);
        QVERIFY(!clean);
        QCOMPARE(clean.error().code, u"bad_token"_s);
        QVERIFY(!clean.error().message.contains(u"hf_a"_s));
        QVERIFY(clean.error().detail.isEmpty());
        write(m_folder->filePath(u"cache/huggingface/token"_s), bytes);
        QVERIFY(read().value.isEmpty());
    }

    void tokensAreTrimmed()
    {
        QCOMPARE(cleanToken("\t hf_abc-DEF_123.~ \r\n").value_or(QByteArray()), QByteArray("hf_abc-DEF_123.~"));
    }

    void withoutAKeychain()
    {
        const Tokens tokens(m_endpoint);
        const auto stored = QCoro::waitFor(tokens.store("hf_abcdefghijkl"));
        QVERIFY(!stored);
        QCOMPARE(stored.error().code, u"no_keychain"_s);
        QVERIFY(stored.error().message.contains(u"HF_TOKEN"_s));
        QVERIFY(stored.error().message.contains(m_folder->filePath(u"cache/huggingface/token"_s)));
        QVERIFY(!stored.error().message.contains(u"hf_abc"_s));
        QVERIFY(QCoro::waitFor(tokens.remove()));
        const auto refused = QCoro::waitFor(tokens.store("hf a"));
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, u"bad_token"_s);
    }

    void aDeadSessionBusIsPassedOver()
    {
        const QString bus = u"unix:path="_s + m_folder->filePath(u"no-such-bus"_s);
        qputenv("DBUS_SESSION_BUS_ADDRESS", bus.toLocal8Bit());
        write(m_folder->filePath(u"cache/huggingface/token"_s), "hf_file");
        QElapsedTimer timer;
        timer.start();
        QCOMPARE(read().value, QByteArray("hf_file"));
        const auto stored = QCoro::waitFor(Tokens(m_endpoint).store("hf_abcdefghijkl"));
        QVERIFY(!stored);
        QCOMPARE(stored.error().code, u"no_keychain"_s);
        QVERIFY(timer.elapsed() < 10'000);
    }

private:
    Token read() const { return QCoro::waitFor(Tokens(m_endpoint).read()); }

    std::unique_ptr<QTemporaryDir> m_folder;
    const QUrl m_endpoint{u"https://huggingface.co"_s};
};

QTEST_GUILESS_MAIN(TokensTest)
#include "tst_tokens.moc"
