// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/repoid.h"

#include <deque>

namespace hugger {

/// What has changed, in order, each thing once: where it changed last. Only that it did is kept, not how.
class NewsLog final {
public:
    struct Entry {
        enum class Kind { Job, Repo, Stores } kind = Kind::Stores;
        qint64 job = 0;
        RepoId repo;
        qint64 number = 0;
    };

    NewsLog();

    void addJob(qint64 id) { add({Entry::Kind::Job, id, {}, 0}); }
    void addRepo(const RepoId& repo) { add({Entry::Kind::Repo, 0, repo, 0}); }
    void addStores() { add({Entry::Kind::Stores, 0, {}, 0}); }
    /// Too much has changed to say what: whoever comes has missed something.
    void forget();

    /// The number of the newest entry.
    [[nodiscard]] qint64 now() const { return m_now; }
    /// Whether something after `number` is not in here any more, or `number` is of another run.
    [[nodiscard]] bool hasMissed(qint64 number) const { return number < m_from || number > m_now; }
    [[nodiscard]] QList<Entry> after(qint64 number) const;

    static constexpr std::size_t mostKept = 1000;

private:
    void add(Entry entry);

    std::deque<Entry> m_entries;
    qint64 m_now;
    qint64 m_from; ///< everything after it is in here
};

} // namespace hugger
