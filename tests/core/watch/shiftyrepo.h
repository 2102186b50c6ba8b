// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "../store/storefixture.h"

#include "archive/archiver.h"
#include "support/practicehubprocess.h"

#include <QtCore/QThreadPool>

namespace hugger::test {

inline const RepoId shifty{RepoKind::Model, u"acme/shifty"_s};
inline const QString mainRef = u"refs/heads/main"_s;

inline QJsonObject card(const QString& license)
{
    return hubText(u"README.md"_s, u"---\nlicense: %1\n---\n# Shifty\n"_s.arg(license));
}

inline QJsonArray firstFiles()
{
    return {card(u"apache-2.0"_s), hubText(u"LICENSE"_s, u"You may.\n"_s), hubText(u"config.json"_s, u"{}"_s),
            hubFile(u"model-1.bin"_s, 300'000), hubFile(u"model-2.bin"_s, 200'000)};
}

/// A repo on a practice Hub of its own, to which everything happens, and a library that archives it.
class ShiftyRepo {
protected:
    void start() { m_hub = std::make_unique<PracticeHubProcess>(QStringList{u"--samples"_s, u"none"_s}); }
    void stop() { m_hub.reset(); }
    void renew()
    {
        m_hub->reset();
        m_hub->addRepo(shifty.id, firstFiles());
        m_dir = std::make_unique<QTemporaryDir>();
        auto library = Library::open(m_dir->filePath(u"profile"_s), Library::Access::ReadWrite);
        VERIFY_OK(library);
        m_library = *std::move(library);
        VERIFY_OK(m_library->addStore(m_dir->filePath(u"store"_s), u"store"_s));
        m_http = std::make_unique<HttpClient>(m_hub->endpoint(),
                                              NetPolicy{.apiTimeout = std::chrono::milliseconds(400),
                                                        .retryBase = std::chrono::milliseconds(1),
                                                        .retryMax = std::chrono::milliseconds(2),
                                                        .tries = 1,
                                                        .rateTries = 1});
    }
    void close()
    {
        m_http.reset();
        m_library.reset();
    }

    void archive(const QString& revision = {}, const Selection& selection = {})
    {
        QThreadPool pool;
        const HubClient hub(*m_http);
        Fetcher fetcher(*m_http, pool);
        ArchiveWish wish;
        wish.repo = shifty;
        wish.revision = revision;
        wish.selection = selection;
        const auto plan = QCoro::waitFor(Planner(*m_library, hub).make(wish, 0, {}));
        VERIFY_OK(plan);
        Archiver archiver(*m_library, hub, fetcher, pool);
        const auto archived = QCoro::waitFor(archiver.run(*plan, std::make_shared<ArchiveProgress>(), {}));
        VERIFY_OK(archived);
    }

    QByteArray commit(const QJsonArray& files, const QJsonObject& more = {})
    {
        QJsonObject spec = more;
        spec.insert(u"id"_s, shifty.id);
        spec.insert(u"files"_s, files);
        return m_hub->call("POST", u"commits"_s, spec).toObject().value("sha"_L1).toString().toLatin1();
    }

    void update(const QJsonObject& change)
    {
        QJsonObject spec = change;
        spec.insert(u"id"_s, shifty.id);
        m_hub->call("POST", u"repos/update"_s, spec);
    }

    [[nodiscard]] QList<HeldRow> rows() const
    {
        return m_library->catalog().heldOf(shifty, {}).value_or(QList<HeldRow>());
    }

    std::unique_ptr<PracticeHubProcess> m_hub;
    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<Library> m_library;
    std::unique_ptr<HttpClient> m_http;
};

} // namespace hugger::test
