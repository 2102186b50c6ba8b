// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/practicehubprocess.h"

#include <QtCore/QJsonDocument>
#include <QtNetwork/QNetworkProxy>
#include <QtNetwork/QNetworkReply>
#include <QtTest/QTest>

#include <memory>

using namespace Qt::StringLiterals;

namespace hugger::test {

namespace {

constexpr int patience = 60'000;

QString sourceFolder()
{
    return qEnvironmentVariable("HUGGER_SOURCE_DIR", QStringLiteral(HUGGER_TEST_SOURCE_DIR));
}

} // namespace

PracticeHubProcess::PracticeHubProcess(const QStringList& options, QObject* parent)
    : QObject(parent)
{
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    // It ends by itself when this process does, however that happens.
    m_process.start(u"python3"_s, QStringList{sourceFolder() + u"/tests/practicehub"_s, u"--until-eof"_s} + options);
    while (!m_process.canReadLine()) {
        if (!m_process.waitForReadyRead(patience))
            qFatal("the practice Hub does not start: %s", qPrintable(m_process.errorString()));
    }
    const QJsonObject ready = QJsonDocument::fromJson(m_process.readLine()).object();
    m_endpoint = QUrl(ready.value("hub"_L1).toString());
    m_control = QUrl(ready.value("control"_L1).toString());
    m_network.setProxy(QNetworkProxy::NoProxy);
}

PracticeHubProcess::~PracticeHubProcess()
{
    m_process.closeWriteChannel();
    if (!m_process.waitForFinished(10'000)) {
        m_process.kill();
        m_process.waitForFinished(10'000);
    }
}

QByteArray PracticeHubProcess::token(const QString& name)
{
    const QJsonObject tokens = call("GET", u"status"_s).toObject().value("tokens"_L1).toObject();
    return tokens.value(name).toString().toLatin1();
}

QJsonValue PracticeHubProcess::call(const QByteArray& method, const QString& path, const QJsonValue& body)
{
    QNetworkRequest request(QUrl(m_control.toString() + u'/' + path));
    request.setHeader(QNetworkRequest::ContentTypeHeader, "application/json"_ba);
    const QByteArray bytes = body.isArray() ? QJsonDocument(body.toArray()).toJson()
        : body.isObject()                   ? QJsonDocument(body.toObject()).toJson()
                                            : QByteArray();
    const std::unique_ptr<QNetworkReply> reply(m_network.sendCustomRequest(request, method, bytes));
    const bool isAnswered = QTest::qWaitFor([&reply] { return reply->isFinished(); }, patience);
    const QByteArray answer = reply->readAll();
    if (!isAnswered || reply->error() != QNetworkReply::NoError)
        qFatal("the practice Hub refuses %s: %s %s", qPrintable(path), qPrintable(reply->errorString()),
               answer.constData());
    const auto document = QJsonDocument::fromJson(answer);
    return document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object());
}

void PracticeHubProcess::throttle(qint64 connection, qint64 everything)
{
    call("POST", u"throttle"_s,
         QJsonObject{{u"connection"_s, connection},
                     {u"global"_s, everything},
                     {u"server"_s, u"both"_s},
                     {u"send_buffer"_s, connection + everything > 0 ? 65536 : 0}});
}

void PracticeHubProcess::addRepo(const QString& id, const QJsonArray& files, const QJsonObject& more)
{
    QJsonObject spec = more;
    spec.insert(u"id"_s, id);
    spec.insert(u"files"_s, files);
    call("POST", u"repos"_s, spec);
}

QString PracticeHubProcess::addFault(const QJsonObject& match, const QJsonObject& action)
{
    const QJsonValue added = call("POST", u"faults"_s, QJsonObject{{u"match"_s, match}, {u"action"_s, action}});
    return added.toObject().value("ids"_L1).toArray().first().toString();
}

void PracticeHubProcess::clearFaults()
{
    call("DELETE", u"faults"_s);
}

void PracticeHubProcess::reset()
{
    call("POST", u"reset"_s, QJsonObject());
}

QJsonObject hubText(const QString& path, const QString& text)
{
    return {{u"path"_s, path}, {u"text"_s, text}};
}

QJsonObject hubFile(const QString& path, qint64 size)
{
    return {{u"path"_s, path}, {u"size"_s, size}};
}

} // namespace hugger::test
