// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/gui/instance.h"

#include "app/huggerlinks.h"
#include "base/hash.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QDir>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtCore/QStandardPaths>
#include <QtNetwork/QLocalServer>
#include <QtNetwork/QLocalSocket>

#include <chrono>
#include <fcntl.h>
#include <sys/file.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace hugger {

namespace {

constexpr int attempts = 50; ///< the first one may be just about to listen
constexpr auto betweenAttempts = 100ms;
constexpr auto patience = 5s; ///< with somebody who connects and then says nothing
constexpr qsizetype maxToken = 256;

QString absoluteProfile(const QString& folder)
{
    const QString path =
        folder.isEmpty() ? QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation) : folder;
    const QString canonical = QFileInfo(path).canonicalFilePath();
    return canonical.isEmpty() ? QDir::cleanPath(QFileInfo(path).absoluteFilePath()) : canonical;
}

} // namespace

Instance::Instance(const QString& profileFolder, const QString& runtimeFolder, QObject* parent)
    : QObject(parent)
    , m_folder(
          (runtimeFolder.isEmpty() ? QStandardPaths::writableLocation(QStandardPaths::RuntimeLocation) : runtimeFolder)
          + "/hugger"_L1)
{
    const QByteArray id = sha256Hex(absoluteProfile(profileFolder).toUtf8()).first(16);
    m_socket = m_folder + u'/' + QLatin1StringView(id) + ".sock"_L1;
    m_again.setInterval(betweenAttempts);
    connect(&m_again, &QTimer::timeout, this, &Instance::attempt);
}

Instance::~Instance() = default;

void Instance::start(const StartRequest& request)
{
    const QJsonObject message{{u"links"_s, QJsonArray::fromStringList(request.links)},
                              {u"add"_s, request.add},
                              {u"token"_s, QString::fromUtf8(request.token)}};
    m_message = QJsonDocument(message).toJson(QJsonDocument::Compact) + '\n';
    m_again.start();
    QMetaObject::invokeMethod(this, &Instance::attempt, Qt::QueuedConnection);
}

void Instance::attempt()
{
    if (!m_again.isActive())
        return;
    if (++m_attempts > attempts) {
        m_again.stop();
        Q_EMIT failed({ErrorKind::Busy, u"instance_silent"_s,
                       QCoreApplication::translate("hugger::Instance",
                                                   "hugger is running already but does not answer. Wait a moment and "
                                                   "start it again; if that does not help, end it first."),
                       m_socket, Retry::NeedsUser});
        return;
    }
    // A folder or lock that cannot be made keeps nobody from working: the profile has a lock of its own.
    QDir().mkpath(m_folder);
    auto lock = openFile(m_socket + ".lock"_L1, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (!lock || flock(lock->get(), LOCK_EX | LOCK_NB) == 0) {
        m_again.stop();
        if (lock)
            m_lock = *std::move(lock);
        listen();
        Q_EMIT isFirst();
        return;
    }
    handOver();
}

void Instance::listen()
{
    m_server = new QLocalServer(this);
    m_server->setSocketOptions(QLocalServer::UserAccessOption);
    connect(m_server, &QLocalServer::newConnection, this, &Instance::take);
    QLocalServer::removeServer(m_socket); // left behind by one that was killed: we have the lock
    if (!m_server->listen(m_socket))
        qWarning("Starting hugger again will not find this one: %s", qUtf8Printable(m_server->errorString()));
}

void Instance::stopListening()
{
    if (!m_server)
        return;
    m_server->close();
    // Whoever was let in already and is not answered yet tries again, too.
    const auto sockets = m_server->findChildren<QLocalSocket*>();
    for (QLocalSocket* socket : sockets) {
        if (socket->state() == QLocalSocket::ConnectedState)
            socket->abort();
    }
}

void Instance::handOver()
{
    if (m_asked)
        return; // connected, or about to be
    m_asked = new QLocalSocket(this);
    connect(m_asked, &QLocalSocket::connected, this, [this] { m_asked->write(m_message); });
    connect(m_asked, &QLocalSocket::errorOccurred, this, [this] {
        m_asked->deleteLater();
        m_asked = nullptr;
    });
    connect(m_asked, &QLocalSocket::readyRead, this, [this] {
        if (!m_again.isActive() || !m_asked->canReadLine())
            return;
        m_again.stop();
        Q_EMIT handedOver();
    });
    m_asked->connectToServer(m_socket);
}

void Instance::take()
{
    while (QLocalSocket* socket = m_server->nextPendingConnection()) {
        socket->setReadBufferSize(maxMessage);
        connect(socket, &QLocalSocket::readyRead, this, [this, socket] { read(socket); });
        connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
        QTimer::singleShot(patience, socket, [socket] { socket->abort(); });
    }
}

void Instance::read(QLocalSocket* socket)
{
    if (!socket->canReadLine()) {
        if (socket->bytesAvailable() >= maxMessage)
            socket->abort();
        return;
    }
    const QJsonDocument message = QJsonDocument::fromJson(socket->readLine(maxMessage));
    if (!message.isObject()) {
        socket->abort();
        return;
    }
    StartRequest request;
    for (const QJsonValue& value : message[u"links"].toArray()) {
        if (const auto link = linkFromOutside(value.toString()); link && request.links.size() < maxLinks)
            request.links.append(*link);
    }
    request.add = message[u"add"].toBool();
    const QByteArray token = message[u"token"].toString().toUtf8();
    if (token.size() <= maxToken && !token.contains('\0'))
        request.token = token;
    socket->write("ok\n");
    socket->disconnectFromServer();
    Q_EMIT startedAgain(request);
}

} // namespace hugger
