// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/http/httplistener.h"

#include <QHostAddress>
#include <QHttpServerRequest>
#include <QTimer>
#include <QUrl>

#include <deque>

using namespace Qt::StringLiterals;

namespace majlis::sandbox
{

namespace
{

constexpr int headTimeoutMs = 10'000;

HttpRequest convert(const QHttpServerRequest &source, const QTcpSocket *socket)
{
    HttpRequest request;
    switch (source.method()) {
    case QHttpServerRequest::Method::Get:
        request.method = "GET";
        break;
    case QHttpServerRequest::Method::Post:
        request.method = "POST";
        break;
    case QHttpServerRequest::Method::Head:
        request.method = "HEAD";
        break;
    case QHttpServerRequest::Method::Put:
        request.method = "PUT";
        break;
    case QHttpServerRequest::Method::Delete:
        request.method = "DELETE";
        break;
    case QHttpServerRequest::Method::Options:
        request.method = "OPTIONS";
        break;
    case QHttpServerRequest::Method::Patch:
        request.method = "PATCH";
        break;
    default:
        request.method = "UNKNOWN";
        break;
    }
    const QUrl url = source.url();
    request.path = url.path(QUrl::FullyDecoded);
    request.segments = request.path.split(u'/', Qt::SkipEmptyParts);
    request.query = source.query();
    for (const auto &[name, value] : source.headers())
        request.headers.insert(name.toLower(), value);
    request.body = source.body();
    request.peer = socket->peerAddress().toString();
    return request;
}

ApiError notOurs()
{
    return ApiError::forbidden(u"Only programs of this computer may speak with the sandbox"_s);
}

void refuseSocket(QTcpSocket *socket, const ApiError &error)
{
    socket->readAll();
    socket->write(serialize(HttpResponse::fromError(error, {}), false, false));
    socket->disconnectFromHost();
}

} // namespace

bool RequestHead::isUpgrade() const
{
    return headers.value("upgrade").toLower() == "websocket";
}

std::optional<RequestHead> RequestHead::parse(const QByteArray &bytes)
{
    const qsizetype end = bytes.indexOf("\r\n\r\n");
    if (end < 0)
        return std::nullopt;
    RequestHead head;
    const QList<QByteArray> lines = bytes.left(end).split('\n');
    const QList<QByteArray> words = lines.first().trimmed().split(' ');
    if (words.size() != 3 || !words[2].startsWith("HTTP/1.") || !words[1].startsWith('/'))
        return head;
    for (qsizetype i = 1; i < lines.size(); ++i) {
        const qsizetype colon = lines[i].indexOf(':');
        if (colon <= 0)
            return head;
        head.headers.insert(lines[i].left(colon).trimmed().toLower(), lines[i].mid(colon + 1).trimmed());
    }
    head.method = words[0];
    head.target = words[1];
    return head;
}

/// A TCP server that never listens: it passes accepted sockets to Qt's HTTP server, which takes them from its queue.
class HttpListener::Door : public QTcpServer
{
public:
    void pass(QTcpSocket *socket)
    {
        m_waiting.push_back(socket);
        // The engine waits for this private signal; the meta object is the way to it. Newer Qt may wait for another.
        for (const char *signal : {"pendingConnectionAvailable", "newConnection"}) {
            if (!m_waiting.empty())
                QMetaObject::invokeMethod(this, signal, Qt::DirectConnection);
        }
        if (socket->bytesAvailable() > 0)
            Q_EMIT socket->readyRead();
    }
    bool hasPendingConnections() const override { return !m_waiting.empty(); }
    QTcpSocket *nextPendingConnection() override
    {
        if (m_waiting.empty())
            return nullptr;
        QTcpSocket *socket = m_waiting.front();
        m_waiting.pop_front();
        return socket;
    }

private:
    std::deque<QTcpSocket *> m_waiting; // for the moment of the signal only
};

class HttpListener::Engine : public QAbstractHttpServer
{
public:
    using Check = std::function<bool(const QHash<QByteArray, QByteArray> &headers)>;
    Engine(Handler handler, Check isOurs)
        : m_handler(std::move(handler))
        , m_isOurs(std::move(isOurs))
    {
    }

protected:
    bool handleRequest(const QHttpServerRequest &request, QTcpSocket *socket) override
    {
        const HttpRequest converted = convert(request, socket);
        if (m_isOurs(converted.headers)) // a connection is used again and again
            m_handler(converted, socket);
        else
            refuseSocket(socket, notOurs());
        return true;
    }
    void missingHandler(const QHttpServerRequest &, QTcpSocket *socket) override { socket->abort(); }

private:
    Handler m_handler;
    Check m_isOurs;
};

HttpListener::HttpListener(Handler handler, UpgradeHandler upgrades, QObject *parent)
    : QObject(parent)
    , m_engine(std::make_unique<Engine>(std::move(handler), [this](const auto &headers) { return isOurs(headers); }))
    , m_upgrades(std::move(upgrades))
{
    m_door = new Door; // bind() makes the engine its parent
    m_door->listen(QHostAddress::LocalHost, 0); // bind() wants a server that listens; from then on it need not
    m_engine->bind(m_door);
    m_door->close();
    connect(&m_server, &QTcpServer::newConnection, this, [this] {
        while (QTcpSocket *socket = m_server.nextPendingConnection())
            onConnection(socket);
    });
}

HttpListener::~HttpListener() = default;

std::expected<quint16, QString> HttpListener::listen(quint16 port)
{
    if (!m_server.listen(QHostAddress::LocalHost, port))
        return std::unexpected(m_server.errorString());
    return m_server.serverPort();
}

void HttpListener::onConnection(QTcpSocket *socket)
{
    socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    auto *timer = new QTimer(socket);
    timer->setSingleShot(true);
    connect(timer, &QTimer::timeout, socket, [socket] { socket->abort(); });
    connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
    connect(socket, &QTcpSocket::readyRead, this, [this, socket] { onHead(socket); });
    timer->start(headTimeoutMs);
    if (socket->bytesAvailable() > 0)
        onHead(socket);
}

void HttpListener::onHead(QTcpSocket *socket)
{
    if (!socket->isOpen())
        return;
    const auto head = RequestHead::parse(socket->peek(maxHead));
    if (!head) {
        if (socket->bytesAvailable() >= maxHead)
            refuseSocket(socket, ApiError::validation(u"headers"_s, u"Request head too long"_s));
        return;
    }
    disconnect(socket, nullptr, this, nullptr);
    delete socket->findChild<QTimer *>(QString(), Qt::FindDirectChildrenOnly);
    if (head->method.isEmpty())
        return refuseSocket(socket, ApiError::validation(u"request"_s, u"This is no HTTP request"_s));
    if (!isOurs(head->headers))
        return refuseSocket(
            socket, ApiError::forbidden(u"Only programs of this computer may speak with the sandbox"_s));
    if (head->headers.value("content-length").toLongLong() > maxBody)
        return refuseSocket(socket, ApiError::validation(u"body"_s, u"Request body too long"_s));
    if (!head->isUpgrade()) {
        disconnect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater); // the engine does that
        return m_door->pass(socket);
    }
    if (!m_upgrades(*head, socket))
        refuseSocket(socket, ApiError::notFound(u"No live service here"_s));
}

/// Against DNS rebinding: a web page can make a browser connect here, but not under these host names, and it cannot
/// hide its origin.
bool HttpListener::isOurs(const QHash<QByteArray, QByteArray> &headers) const
{
    const QByteArray port = ':' + QByteArray::number(m_server.serverPort());
    const QByteArray host = headers.value("host").toLower();
    if (host != "127.0.0.1" + port && host != "localhost" + port)
        return false;
    if (!headers.contains("origin"))
        return true;
    const QString origin = QUrl(QString::fromLatin1(headers.value("origin"))).host();
    return origin == u"127.0.0.1"_s || origin == u"localhost"_s;
}

} // namespace majlis::sandbox
