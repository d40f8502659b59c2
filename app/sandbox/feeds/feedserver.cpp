// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/feeds/feedserver.h"

#include "app/sandbox/feeds/graphqlwssession.h"
#include "app/sandbox/feeds/plainsession.h"
#include "app/sandbox/feeds/socketiosession.h"

#include <QNetworkRequest>
#include <QUrlQuery>

#include <cmath>

using namespace Qt::StringLiterals;

namespace majlis::sandbox
{

namespace
{

constexpr quint64 maxMessage = 1'000'000; // as announced in `maxPayload`

void answer(QTcpSocket *socket, const ApiError &error)
{
    socket->readAll();
    socket->write(serialize(HttpResponse::fromError(error, {}), false, false));
    socket->disconnectFromHost();
}

} // namespace

FeedServer::FeedServer(FeedServices services, GraphqlService &graphql, double limitFactor, QObject *parent)
    : QObject(parent)
    , m_services(services)
    , m_graphql(graphql)
    , m_limitFactor(limitFactor)
    , m_plain(makeServer({}))
    , m_socketIo(makeServer({}))
    , m_graphqlWs(makeServer({u"graphql-transport-ws"_s}))
{
}

FeedServer::~FeedServer()
{
    const QSet<FeedSession *> sessions = m_sessions;
    for (FeedSession *session : sessions)
        delete session;
}

std::unique_ptr<QWebSocketServer> FeedServer::makeServer(const QStringList &subprotocols)
{
    auto server = std::make_unique<QWebSocketServer>(u"majlis-sandbox"_s, QWebSocketServer::NonSecureMode);
    server->setSupportedSubprotocols(subprotocols);
    server->setHandshakeTimeout(10'000);
    connect(server.get(), &QWebSocketServer::newConnection, this, [this, raw = server.get()] { onConnection(*raw); });
    return server;
}

bool FeedServer::upgrade(const RequestHead &head, QTcpSocket *socket)
{
    const QByteArray path = head.path();
    QWebSocketServer *server = nullptr;
    if (path == "/ws")
        server = m_plain.get();
    else if (path == "/socket.io/" || path == "/socket.io")
        server = m_socketIo.get();
    else if (path == "/graphql")
        server = m_graphqlWs.get();
    if (server == nullptr)
        return false;
    if (const auto fault = m_services.faults.peek(QString::fromLatin1(path))) {
        const auto taken = fault->mode == FaultMode::Drop || fault->mode == FaultMode::TooMany
                || fault->mode == FaultMode::Broken || fault->mode == FaultMode::Unavailable
            ? m_services.faults.take(QString::fromLatin1(path))
            : std::nullopt;
        if (taken && taken->mode == FaultMode::Drop) {
            socket->abort();
            return true;
        }
        if (taken) {
            answer(socket,
                taken->mode == FaultMode::TooMany ? ApiError::rateLimited(taken->argument)
                    : taken->mode == FaultMode::Unavailable
                    ? ApiError::unavailable(u"Fault on purpose"_s, taken->argument)
                    : ApiError::internal(u"Fault on purpose"_s));
            return true;
        }
    }
    const QString peer = socket->peerAddress().toString();
    const auto present
        = std::ranges::count_if(m_sessions, [&peer](const FeedSession *session) { return session->peer() == peer; });
    if (m_limitFactor > 0 && present >= std::max(1L, std::lround(maxConnections * m_limitFactor))) {
        answer(socket, ApiError::rateLimited(10));
        return true;
    }
    server->handleConnection(socket);
    if (socket->isOpen() && socket->bytesAvailable() > 0)
        Q_EMIT socket->readyRead();
    return true;
}

void FeedServer::onConnection(QWebSocketServer &server)
{
    while (QWebSocket *raw = server.nextPendingConnection()) {
        std::unique_ptr<QWebSocket> socket(raw);
        socket->setParent(nullptr);
        socket->setMaxAllowedIncomingMessageSize(maxMessage);
        socket->setMaxAllowedIncomingFrameSize(maxMessage);
        const QByteArray authorization = socket->request().rawHeader("Authorization");
        FeedSession *session = nullptr;
        if (&server == m_plain.get()) // each deletes itself
            session = new PlainSession(m_services, std::move(socket), authorization);
        else if (&server == m_socketIo.get())
            session = new SocketIoSession(m_services, std::move(socket));
        else
            session = new GraphqlWsSession(m_services, std::move(socket), m_graphql);
        m_sessions.insert(session);
        connect(session, &QObject::destroyed, this, [this, session] { m_sessions.remove(session); });
    }
}

void FeedServer::dropAll()
{
    const QSet<FeedSession *> sessions = m_sessions;
    for (FeedSession *session : sessions)
        session->abort();
}

} // namespace majlis::sandbox
