// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sandbox/http/message.h"

#include <QAbstractHttpServer>
#include <QPointer>
#include <QTcpServer>
#include <QTcpSocket>

#include <functional>

namespace majlis::sandbox
{

/// The head of a request, read without taking it from the socket.
struct RequestHead {
    QByteArray method;
    QByteArray target; ///< as sent
    QHash<QByteArray, QByteArray> headers; ///< names in lower case
    [[nodiscard]] QByteArray path() const
    {
        return target.left(target.indexOf('?') < 0 ? target.size() : target.indexOf('?'));
    }
    [[nodiscard]] bool isUpgrade() const;
    /// Null when `bytes` do not hold a whole head yet; an empty method when they are no HTTP.
    [[nodiscard]] static std::optional<RequestHead> parse(const QByteArray &bytes);
};

/// One port for all: accepts on 127.0.0.1, looks at the head of each connection's first request, refuses foreign hosts
/// and origins, and hands the socket on, to Qt's HTTP server or to whoever takes WebSocket upgrades. One thread.
class HttpListener : public QObject
{
    Q_OBJECT

public:
    /// Answers through `reply`, at once or later; the socket may be gone by then.
    using Handler = std::function<void(const HttpRequest &request, QTcpSocket *socket)>;
    /// Takes over the socket with the head still in it. False: nobody speaks that; it is answered 404.
    using UpgradeHandler = std::function<bool(const RequestHead &head, QTcpSocket *socket)>;

    HttpListener(Handler handler, UpgradeHandler upgrades, QObject *parent = nullptr);
    ~HttpListener() override;

    /// The error is the system's text.
    [[nodiscard]] std::expected<quint16, QString> listen(quint16 port);

    /// Longest head and body that are taken.
    static constexpr qsizetype maxHead = 32LL * 1024;
    static constexpr qsizetype maxBody = 1024LL * 1024;

private:
    void onConnection(QTcpSocket *socket);
    void onHead(QTcpSocket *socket);
    [[nodiscard]] bool isOurs(const QHash<QByteArray, QByteArray> &headers) const;

    class Door;
    class Engine;
    QTcpServer m_server;
    std::unique_ptr<Engine> m_engine;
    Door *m_door = nullptr; // owned by the engine
    UpgradeHandler m_upgrades;
};

} // namespace majlis::sandbox
