// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/net/scriptserver.h"

#include <memory>

namespace majlis::test
{

QByteArray Received::header(const QByteArray &lowerCaseName) const
{
    for (const auto &line : headerLines) {
        const auto colon = line.indexOf(':');
        if (line.left(colon).toLower() == lowerCaseName)
            return line.mid(colon + 1).trimmed();
    }
    return {};
}

ScriptServer::ScriptServer(Script script)
    : m_script(std::move(script))
{
    connect(this, &QTcpServer::newConnection, this, [this] {
        while (auto *socket = nextPendingConnection())
            serve(socket);
    });
    if (!listen(QHostAddress::LocalHost))
        qFatal("the test server cannot listen");
}

QUrl ScriptServer::url() const
{
    return QUrl(QStringLiteral("http://127.0.0.1:%1").arg(serverPort()));
}

void ScriptServer::answer(QTcpSocket &socket, int status, const QByteArray &body, const QByteArray &headers)
{
    socket.write("HTTP/1.1 " + QByteArray::number(status)
        + " Test\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n" + headers + "\r\n" + body);
}

qsizetype ScriptServer::parse(const QByteArray &bytes, Received &request)
{
    const auto end = bytes.indexOf("\r\n\r\n");
    if (end < 0)
        return 0;
    request.headerLines = bytes.left(end).replace("\r\n", "\n").split('\n');
    const auto first = request.headerLines.takeFirst().split(' ');
    request.method = first.value(0);
    request.target = first.value(1);
    const auto length = request.header("content-length").toLongLong();
    if (bytes.size() < end + 4 + length)
        return 0;
    request.body = bytes.mid(end + 4, length);
    return end + 4 + length;
}

void ScriptServer::serve(QTcpSocket *socket)
{
    socket->setParent(this);
    connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
    const auto pending = std::make_shared<QByteArray>();
    connect(socket, &QTcpSocket::readyRead, this, [this, socket, pending] {
        *pending += socket->readAll();
        for (;;) {
            Received request;
            const auto used = parse(*pending, request);
            if (used == 0)
                return;
            pending->remove(0, used);
            m_received.push_back(request);
            m_script(request, *socket);
        }
    });
}

} // namespace majlis::test
