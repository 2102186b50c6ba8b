// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "engine/enginetypes.h"

#include <QtCore/QThreadPool>
#include <QtCore/QTimer>

namespace hugger {

/// The engine's reading side: answers what is held from a library of its own, opened read only, so that no list waits
/// for what is being written. Lives in the reader thread; everything here blocks it.
class EngineReader final : public QObject {
    Q_OBJECT

public:
    /// After the writer has opened the profile, and made what was missing.
    [[nodiscard]] Done open(const QString& profileFolder);
    /// Emits closed() when nothing looks at a volume any more.
    void close();

    void sendRows();
    [[nodiscard]] Expected<QList<qint64>> match(const QString& words);
    [[nodiscard]] Expected<SnapshotDetails> details(qint64 row);
    [[nodiscard]] Expected<Card> card(qint64 row);
    [[nodiscard]] Expected<QHash<qint64, qint64>> listedFiles(const QList<qint64>& rows);
    [[nodiscard]] Expected<QList<RevisionStep>> history(const RepoId& repo);
    [[nodiscard]] Expected<QList<Event>> events(const EventQuery& query);
    [[nodiscard]] Expected<QJsonObject> eventFacts(qint64 id);
    [[nodiscard]] Expected<Totals> totals();
    [[nodiscard]] Expected<Removal> weigh(const QList<qint64>& rows);
    [[nodiscard]] Expected<ExportLook> weighExport(const QList<qint64>& rows, ExportWish wish);
    [[nodiscard]] Expected<QByteArray> statement(qint64 row);
    [[nodiscard]] Expected<qint64> saveHoldings(const QString& file);
    /// A drive that hangs does not hold anything else up: volumes are looked at in a pool of their own.
    [[nodiscard]] Task<Expected<QList<StoreStatus>>> stores();
    /// What stores hold has changed: their sums are made anew.
    void forgetTotals() { m_storeTotals.clear(); }

Q_SIGNALS:
    void rows(const QList<hugger::HeldRow>& rows, bool first, bool last);
    void closed();
    void trouble(const hugger::Error& error);
    void storesChanged(const QList<hugger::StoreStatus>& stores);

private:
    Task<void> poll();
    [[nodiscard]] Expected<Library*> library();

    std::unique_ptr<Library> m_library;
    QHash<QString, std::pair<qint64, qint64>> m_storeTotals;
    QList<StoreStatus> m_lastStores;
    QTimer* m_poll = nullptr;
    bool m_polling = false;
    int m_looking = 0; ///< at volumes
};

} // namespace hugger
