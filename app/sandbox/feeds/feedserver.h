// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sandbox/feeds/feedsession.h"
#include "app/sandbox/http/httplistener.h"

#include <QWebSocketServer>

namespace majlis::sandbox
{

class GraphqlService;

/// Takes WebSocket upgrades and makes the session of the path's dialect. At most ten connections from one address. One
/// thread.
class FeedServer : public QObject
{
    Q_OBJECT

public:
    static constexpr int maxConnections = 10; ///< per address, times the factor on limits

    FeedServer(FeedServices services, GraphqlService &graphql, double limitFactor, QObject *parent = nullptr);
    ~FeedServer() override;

    /// Takes over the socket when it can speak what the head asks for. False: nobody here does.
    [[nodiscard]] bool upgrade(const RequestHead &head, QTcpSocket *socket);
    [[nodiscard]] qsizetype connections() const { return m_sessions.size(); }
    /// Ends all connections without a close frame (the fault `drop`, and tests of a lost connection).
    void dropAll();

private:
    void onConnection(QWebSocketServer &server);
    [[nodiscard]] std::unique_ptr<QWebSocketServer> makeServer(const QStringList &subprotocols);

    FeedServices m_services;
    GraphqlService &m_graphql;
    double m_limitFactor;
    std::unique_ptr<QWebSocketServer> m_plain;
    std::unique_ptr<QWebSocketServer> m_socketIo;
    std::unique_ptr<QWebSocketServer> m_graphqlWs;
    QSet<FeedSession *> m_sessions;
};

} // namespace majlis::sandbox
