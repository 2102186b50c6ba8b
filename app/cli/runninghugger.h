// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/async.h"
#include "base/error.h"

#include <QtCore/QJsonObject>
#include <QtCore/QUrl>
#include <QtNetwork/QNetworkAccessManager>

#include <chrono>
#include <memory>

namespace hugger {

/// The hugger that has the profile open (a window, or `hugger serve`), spoken to over its local server as its owner.
class RunningHugger final : public QObject {
    Q_OBJECT

public:
    /// PROFILE/server.json says where it listens and what its owner's token is. Before that is sent, whoever answers
    /// there has to prove that it knows it: the file may be an old one, and anybody may listen on its port by now.
    ///
    /// Busy "not_running", "no_answer", "wrong_server" or "other_version".
    [[nodiscard]] static Task<Expected<std::unique_ptr<RunningHugger>>> find(QString profileFolder,
                                                                             std::stop_token stop);

    [[nodiscard]] qint64 pid() const { return m_pid; }
    /// How long an answer may take: longer for what has to wait for the Hub's quota.
    void setPatience(std::chrono::seconds patience) { m_patience = patience; }

    /// `path` is relative to /hugger/v1, its segments encoded. An answer that is none of 200 to 299 becomes the error
    /// that the same command gives when it does the work itself. Busy "no_answer" when it is not there any more.
    [[nodiscard]] Task<Expected<QJsonObject>> get(QString path, std::stop_token stop);
    [[nodiscard]] Task<Expected<QJsonObject>> post(QString path, QJsonObject body, std::stop_token stop);
    [[nodiscard]] Task<Expected<QJsonObject>> drop(QString path, std::stop_token stop);

private:
    enum class Verb { Get, Post, Delete };
    struct Exchange {
        int status = 0; ///< 0: nobody answered
        QByteArray body;
        QString trouble; ///< why nobody did
    };

    RunningHugger(QUrl base, QByteArray token, qint64 pid);
    [[nodiscard]] Task<Done> prove(std::stop_token stop);
    [[nodiscard]] Task<Exchange> send(Verb verb, QString path, QJsonObject body, bool asOwner, std::stop_token stop);
    [[nodiscard]] Task<Expected<QJsonObject>> ask(Verb verb, QString path, QJsonObject body, std::stop_token stop);
    [[nodiscard]] Error noAnswer(const QString& why) const;

    QUrl m_base;
    QByteArray m_token;
    qint64 m_pid = 0;
    std::chrono::seconds m_patience{60}; ///< longer than the longest wait it offers
    QNetworkAccessManager m_network;
};

/// What whoever knows `token` and listens on `port` answers to `challenge`: HMAC-SHA256 in hex.
[[nodiscard]] QByteArray ownerProof(const QByteArray& token, quint16 port, const QByteArray& challenge);

/// The error an answer of the local server stands for, with the kind it has where no server is in between.
[[nodiscard]] Error errorOfAnswer(int status, const QJsonObject& answer);

} // namespace hugger
