// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/server/archiveapi.h"
#include "app/server/upstreamapi.h"
#include "support/practicehubprocess.h"

#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

using namespace Qt::StringLiterals;

namespace hugger::test {

constexpr auto patience = std::chrono::seconds(30);
constexpr auto tinyPath = "repos/model/acme%2Ftiny-llama"_L1;

inline const QJsonObject tinyWish{{u"kind"_s, u"model"_s}, {u"repo"_s, u"acme/tiny-llama"_s}};

inline QString codeOf(const ApiAnswer& answer)
{
    return answer.json.value("error"_L1)[u"code"].toString();
}

/// The routes over an engine of its own, with a practice hub: started and ended around every test.
class ArchiveFixture {
protected:
    void start();
    void end();
    [[nodiscard]] Task<ApiAnswer> begin(const QByteArray& method, const QString& path, const QJsonObject& body = {},
                                        std::stop_token gone = {}, const QString& client = u"one"_s);
    [[nodiscard]] ApiAnswer call(const QByteArray& method, const QString& path, const QJsonObject& body = {});
    [[nodiscard]] QJsonObject repo(const QString& path = tinyPath);
    [[nodiscard]] QJsonObject checked(const QString& path = tinyPath);
    [[nodiscard]] QString stateOf(qint64 job);
    [[nodiscard]] qint64 archived(const QJsonObject& wish);
    void forgetChecks();

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<PracticeHubProcess> m_hub;
    std::unique_ptr<Engine> m_engine;
    std::unique_ptr<EngineDoor> m_door;
    std::unique_ptr<StatusBoard> m_board;
    std::unique_ptr<ArchiveApi> m_api;
    std::unique_ptr<UpstreamApi> m_upstream;
    ApiRoutes m_routes;
};

inline void ArchiveFixture::start()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_hub = std::make_unique<PracticeHubProcess>(QStringList{u"--big-size"_s, u"24M"_s});
    qputenv("HF_ENDPOINT", m_hub->endpoint().toEncoded());
    m_engine = std::make_unique<Engine>(m_folder->filePath(u"profile"_s));
    m_door = std::make_unique<EngineDoor>(*m_engine);
    m_board = std::make_unique<StatusBoard>();
    QObject::connect(m_engine.get(), &Engine::rowsLoaded, m_board.get(), &StatusBoard::takeRows);
    QObject::connect(m_engine.get(), &Engine::rowsChanged, m_board.get(), &StatusBoard::changeRows);
    QObject::connect(m_engine.get(), &Engine::jobsReset, m_board.get(), &StatusBoard::resetJobs);
    QObject::connect(m_engine.get(), &Engine::jobsChanged, m_board.get(), &StatusBoard::changeJobs);
    QObject::connect(m_engine.get(), &Engine::storesChanged, m_board.get(), &StatusBoard::setStores);
    m_api = std::make_unique<ArchiveApi>(*m_door, *m_board, true, u"0123456789abcdef"_s);
    QObject::connect(m_engine.get(), &Engine::happened, m_board.get(), &StatusBoard::takeHappened);
    m_upstream = std::make_unique<UpstreamApi>(*m_door, *m_board);
    m_routes = {};
    m_api->addRoutes(m_routes);
    m_upstream->addRoutes(m_routes);
    m_engine->open();
    QTRY_VERIFY_WITH_TIMEOUT(m_board->isLoaded() && m_board->knowsStores(), patience);
}

inline void ArchiveFixture::end()
{
    m_engine.reset();
    m_api.reset();
    m_upstream.reset();
    m_board.reset();
    m_hub.reset();
}

/// As a client that was let in asks, or the owner: `path` as in the address, with its query.
inline Task<ApiAnswer> ArchiveFixture::begin(const QByteArray& method, const QString& path, const QJsonObject& body,
                                             std::stop_token gone, const QString& client)
{
    ApiRequest request;
    request.method = method;
    request.body = body;
    request.gone = std::move(gone);
    if (client == "owner"_L1)
        request.caller.kind = Caller::Kind::Owner;
    else
        request.caller = {Caller::Kind::Client, client, {}};
    const QString query = path.section(u'?', 1);
    for (const QString& pair : query.split(u'&', Qt::SkipEmptyParts)) {
        request.query.append({QUrl::fromPercentEncoding(pair.section(u'=', 0, 0).toUtf8()),
                              QUrl::fromPercentEncoding(pair.section(u'=', 1).toUtf8())});
    }
    QStringList segments;
    for (const QString& segment : path.section(u'?', 0, 0).split(u'/'))
        segments.append(QUrl::fromPercentEncoding(segment.toUtf8()));
    const auto match = m_routes.find(method, segments);
    if (!match.route)
        qFatal("no such route: %s %s", method.constData(), qPrintable(path));
    request.params = match.params;
    return match.route->run(std::move(request));
}

inline ApiAnswer ArchiveFixture::call(const QByteArray& method, const QString& path, const QJsonObject& body)
{
    std::optional<ApiAnswer> answer;
    begin(method, path, body).then([&answer](const ApiAnswer& given) { answer = given; });
    if (!QTest::qWaitFor([&answer] { return answer.has_value(); }, patience))
        qFatal("no answer: %s %s", method.constData(), qPrintable(path));
    return *answer;
}

inline QJsonObject ArchiveFixture::repo(const QString& path)
{
    return call("GET", path).json.value("repo"_L1).toObject();
}

/// The error, where there is one.
inline QJsonObject ArchiveFixture::checked(const QString& path)
{
    forgetChecks();
    const ApiAnswer answer = call("POST", path.section(u'?', 0, 0) + u"/check"_s, {});
    return answer.json.value(answer.status == 200 ? "repo"_L1 : "error"_L1).toObject();
}

/// As if a minute had passed.
inline void ArchiveFixture::forgetChecks()
{
    const RepoId tiny{RepoKind::Model, u"acme/tiny-llama"_s};
    m_board->endCheck(m_board->checkKey(tiny, {}), std::unexpected(interrupted()));
}

inline QString ArchiveFixture::stateOf(qint64 job)
{
    return call("GET", u"jobs/%1"_s.arg(job)).json.value("job"_L1)[u"state"].toString();
}

/// The number of the archive; fails the test's program when it does not come about.
inline qint64 ArchiveFixture::archived(const QJsonObject& wish)
{
    const qint64 id = call("POST", u"jobs"_s, wish).json.value("job"_L1)[u"id"].toInteger();
    const auto isDone = [&] {
        const QJsonValue job = call("GET", u"jobs/%1"_s.arg(id)).json.value("job"_L1);
        return job[u"state"] == "done"_L1 && !job[u"archive"].isNull();
    };
    if (!QTest::qWaitFor(isDone, patience))
        qFatal("not archived: %s", qPrintable(stateOf(id)));
    return call("GET", u"jobs/%1"_s.arg(id)).json.value("job"_L1)[u"archive"].toInteger();
}

} // namespace hugger::test
