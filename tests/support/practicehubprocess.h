// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtCore/QJsonArray>
#include <QtCore/QJsonObject>
#include <QtCore/QProcess>
#include <QtCore/QUrl>
#include <QtNetwork/QNetworkAccessManager>

namespace hugger::test {

/// The practice Hub (tests/practicehub) for a test in C++. What fails here ends the test program with its words.
class PracticeHubProcess final : public QObject {
    Q_OBJECT

public:
    /// Starts it and waits until it listens. `options` as of its command line.
    explicit PracticeHubProcess(const QStringList& options = {}, QObject* parent = nullptr);
    ~PracticeHubProcess() override;

    [[nodiscard]] QUrl endpoint() const { return m_endpoint; }
    /// The token of one of its people: "alice", "bob", "carol".
    [[nodiscard]] QByteArray token(const QString& name);

    /// A call of its control API ("POST", "throttle"; "DELETE", "tokens?token=..."). The event loop runs while it waits
    /// for the answer.
    QJsonValue call(const QByteArray& method, const QString& path, const QJsonValue& body = {});
    /// Bytes per second for each connection and for all of them, 0 for no limit; files only.
    void throttle(qint64 connection, qint64 everything = 0);
    void addRepo(const QString& id, const QJsonArray& files, const QJsonObject& more = {});
    /// A rule as its README has them; answers with the rule's id.
    QString addFault(const QJsonObject& match, const QJsonObject& action);
    void clearFaults();
    /// Everything as at the start.
    void reset();

private:
    QProcess m_process;
    QNetworkAccessManager m_network;
    QUrl m_endpoint;
    QUrl m_control;
};

/// {"path": ..., "text": ...} and {"path": ..., "size": ...}
[[nodiscard]] QJsonObject hubText(const QString& path, const QString& text);
[[nodiscard]] QJsonObject hubFile(const QString& path, qint64 size);

} // namespace hugger::test
