// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/client/singleinstance.h"

#include <QCryptographicHash>
#include <QDir>
#include <QLocalSocket>

namespace majlis::client
{

using namespace Qt::StringLiterals;

namespace
{

constexpr int longestGreeting = 500; // ms; the only wait, before any window is there

QString serverNameOf(const QString &dataDir)
{
    const QByteArray path = QDir(dataDir).canonicalPath().toUtf8();
    return u"majlis-"_s
        + QString::fromLatin1(QCryptographicHash::hash(path, QCryptographicHash::Sha256).toHex().left(16));
}

} // namespace

SingleInstance::SingleInstance(const QString &dataDir, QObject *parent)
    : QObject(parent)
    , m_serverName(serverNameOf(dataDir))
    , m_lock(QDir(dataDir).filePath(u"lock"_s))
{
    m_lock.setStaleLockTime(0); // held as long as the process lives
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    connect(&m_server, &QLocalServer::newConnection, this, [this] {
        while (QLocalSocket *socket = m_server.nextPendingConnection()) {
            connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
            socket->disconnectFromServer();
            Q_EMIT activationRequested();
        }
    });
}

bool SingleInstance::claim()
{
    if (m_lock.tryLock()) {
        QLocalServer::removeServer(m_serverName);
        m_server.listen(m_serverName); // without it, a second start ends all the same, only nothing comes to the front
        return true;
    }
    QLocalSocket socket;
    socket.connectToServer(m_serverName);
    socket.waitForConnected(longestGreeting); // rule 21: there is no window yet, and there will be none
    return false;
}

} // namespace majlis::client
