// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/server/bundleapi.h"

#include "app/server/apibody.h"
#include "app/server/apireplies.h"
#include "app/server/statusboard.h"

using namespace Qt::StringLiterals;

namespace hugger {

BundleApi::BundleApi(EngineDoor& engine, StatusBoard& board, QObject* parent)
    : QObject(parent)
    , m_engine(engine)
    , m_board(board)
{
}

void BundleApi::addRoutes(ApiRoutes& routes)
{
    routes.add(
        {"POST", u"exports"_s, ApiAccess::Owner, [this](ApiRequest request) { return addExport(std::move(request)); }});
    routes.add(
        {"POST", u"imports"_s, ApiAccess::Owner, [this](ApiRequest request) { return addImport(std::move(request)); }});
}

Task<ApiAnswer> BundleApi::addExport(ApiRequest request)
{
    const auto query = QueryReader(request).outcome();
    const auto asked = query ? readExport(request.body) : std::unexpected(query.error());
    if (!asked)
        co_return refused(asked.error());
    const std::function<Answer<Job>(Engine&)> question = [asked = *asked](Engine& engine) {
        return engine.exportBundle(asked.archives, asked.wish);
    };
    co_return co_await add(question, request.gone);
}

Task<ApiAnswer> BundleApi::addImport(ApiRequest request)
{
    const auto query = QueryReader(request).outcome();
    const auto wish = query ? readImport(request.body) : std::unexpected(query.error());
    if (!wish)
        co_return refused(wish.error());
    const std::function<Answer<Job>(Engine&)> question = [wish = *wish](Engine& engine) {
        return engine.importBundle(wish);
    };
    co_return co_await add(question, request.gone);
}

Task<ApiAnswer> BundleApi::add(std::function<Answer<Job>(Engine&)> question, std::stop_token gone)
{
    if (!m_board.isLoaded())
        co_return starting();
    const auto job = co_await m_engine.ask<Job>(question, gone);
    if (!job)
        co_return refused(job.error());
    auto answer = co_await answerWithJob(m_engine, m_board, job->id, job->isNew ? 201 : 200, gone, true);
    co_return answer;
}

} // namespace hugger
