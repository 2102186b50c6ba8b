// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtCore/QHash>
#include <QtCore/QString>

#include <memory>

namespace hugger {

/// So many at once, and so many of them for one client.
class Places final {
public:
    Places(int most, int mostPerClient)
        : m_most(most)
        , m_mostPerClient(mostPerClient)
    {
    }

    /// A place, free again when it goes; null when there is none left, for anybody or for `who`.
    [[nodiscard]] std::shared_ptr<void> take(const QString& who)
    {
        if (m_taken->all >= m_most || m_taken->byClient.value(who) >= m_mostPerClient)
            return nullptr;
        ++m_taken->all;
        ++m_taken->byClient[who];
        const auto leave = [taken = m_taken, who](void*) {
            --taken->all;
            if (--taken->byClient[who] == 0)
                taken->byClient.remove(who);
        };
        return {m_taken.get(), leave};
    }

private:
    struct Taken {
        int all = 0;
        QHash<QString, int> byClient;
    };

    int m_most;
    int m_mostPerClient;
    std::shared_ptr<Taken> m_taken = std::make_shared<Taken>(); ///< outlives this with whoever has a place
};

} // namespace hugger
