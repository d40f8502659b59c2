// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayList>
#include <QTcpServer>
#include <QTcpSocket>
#include <QUrl>

#include <functional>
#include <vector>

namespace majlis::test
{

/// One HTTP request as it came over the socket.
struct Received {
    QByteArray method;
    QByteArray target;
    QByteArrayList headerLines;
    QByteArray body;

    [[nodiscard]] QByteArray header(const QByteArray &lowerCaseName) const;
};

/// A real HTTP server on loopback whose answers are bytes that a test writes: right, wrong, slow, cut or endless.
class ScriptServer : public QTcpServer
{
public:
    using Script = std::function<void(const Received &, QTcpSocket &)>;

    explicit ScriptServer(Script script);

    [[nodiscard]] QUrl url() const;
    [[nodiscard]] const std::vector<Received> &received() const { return m_received; }
    void setScript(Script script) { m_script = std::move(script); }

    /// A whole answer; the connection stays open.
    static void answer(QTcpSocket &socket, int status, const QByteArray &body,
        const QByteArray &headers = "Content-Type: application/json\r\n");

private:
    void serve(QTcpSocket *socket);
    [[nodiscard]] static qsizetype parse(const QByteArray &bytes, Received &request);

    Script m_script;
    std::vector<Received> m_received;
};

} // namespace majlis::test
