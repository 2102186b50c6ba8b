// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/files.h"

#include <QtCore/QObject>
#include <QtCore/QStringList>
#include <QtCore/QTimer>

class QLocalServer;
class QLocalSocket;

namespace hugger {

/// What a start of the program asks of the window.
struct StartRequest {
    QStringList links; ///< as linkFromOutside() takes them; in startedAgain() as it gives them
    bool add = false; ///< open the Add dialog, with or without links
    QByteArray token; ///< of the desktop, to raise a window with
    bool operator==(const StartRequest&) const = default;
};

/// One window a profile and user. The first start listens; every other one hands over what it was started with, the
/// right to raise a window included, and ends.
///
///   first:   flock on ID.lock, listens on ID.sock          ID is a hash of the profile's folder
///   others:  {"links": [...], "add": false, "token": "..."}\n -> ID.sock -> "ok\n"
class Instance final : public QObject {
    Q_OBJECT

public:
    /// `runtimeFolder` empty: the user's own, which nobody else can open.
    explicit Instance(const QString& profileFolder, const QString& runtimeFolder = {}, QObject* parent = nullptr);
    ~Instance() override;

    /// Emits isFirst(), handedOver() or failed(), from inside the event loop.
    void start(const StartRequest& request);
    /// Whoever starts again from now on waits until this process is gone, and is the first then.
    void stopListening();
    [[nodiscard]] const QString& socketPath() const { return m_socket; }

    static constexpr qint64 maxMessage = 64 * 1024;
    static constexpr qsizetype maxLinks = 20;

Q_SIGNALS:
    void isFirst();
    void handedOver();
    void failed(const hugger::Error& error); ///< the one that runs does not answer
    /// To the first one, from another. Links are only such that linkFromOutside() knows.
    void startedAgain(const hugger::StartRequest& request);

private:
    void attempt();
    void listen();
    void handOver();
    void take();
    void read(QLocalSocket* socket);

    QString m_folder;
    QString m_socket;
    Fd m_lock; ///< for as long as we are the first
    QLocalServer* m_server = nullptr;
    QLocalSocket* m_asked = nullptr; ///< the first one, by another
    QByteArray m_message;
    QTimer m_again;
    int m_attempts = 0;
};

} // namespace hugger
