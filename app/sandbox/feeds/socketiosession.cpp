// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/feeds/socketiosession.h"

#include "app/sandbox/api/parse.h"
#include "wallet/random.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace majlis::sandbox
{

namespace
{

constexpr int connectMs = 45'000;
constexpr int pingMs = 25'000;
constexpr int pongMs = 20'000;

QByteArray sessionId()
{
    const auto bytes = wallet::randomArray<15>();
    return QByteArray(reinterpret_cast<const char *>(bytes.data()), static_cast<qsizetype>(bytes.size()))
        .toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

QByteArray compact(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

} // namespace

SocketIoSession::SocketIoSession(FeedServices services, std::unique_ptr<QWebSocket> socket)
    : FeedSession(services, std::move(socket), u"/socket.io/"_s)
{
    send("0{\"sid\":\"" + sessionId() + "\",\"upgrades\":[],\"pingInterval\":" + QByteArray::number(pingMs)
        + ",\"pingTimeout\":" + QByteArray::number(pongMs) + ",\"maxPayload\":1000000}");
    m_connectTimer.setSingleShot(true);
    connect(&m_connectTimer, &QTimer::timeout, this, [this] { abort(); });
    m_connectTimer.start(connectMs);
    connect(&m_pings, &QTimer::timeout, this, &SocketIoSession::ping);
    m_pings.start(pingMs);
    m_pongs.setSingleShot(true);
    connect(&m_pongs, &QTimer::timeout, this, [this] { abort(); });
}

void SocketIoSession::ping()
{
    send("2");
    m_pongs.start(pongMs);
}

void SocketIoSession::onText(const QString &text)
{
    if (text.isEmpty())
        return abort();
    switch (text[0].toLatin1()) {
    case '1':
        return close(1000, {});
    case '2': // the library of protocol 4 never sends it; a transport probe is `2probe`
        return send("3" + text.mid(1).toUtf8());
    case '3':
        return m_pongs.stop();
    case '4':
        return onPacket(QStringView(text).sliced(1));
    case '5':
    case '6':
        return;
    default:
        return abort(); // a malformed peer is closed without a close code
    }
}

void SocketIoSession::onPacket(QStringView packet)
{
    if (packet.isEmpty())
        return abort();
    switch (packet[0].toLatin1()) {
    case '0':
        return connectTo(packet.sliced(1));
    case '1':
        m_connected = false;
        m_subscribed.clear();
        m_services.hub.forget(this);
        return;
    case '2':
        return m_connected ? onEvent(packet.sliced(1)) : abort();
    case '3':
    case '4':
        return;
    default:
        return abort();
    }
}

void SocketIoSession::connectTo(QStringView packet)
{
    if (packet.startsWith(u'/')) {
        const qsizetype comma = packet.indexOf(u',');
        const QStringView space = comma < 0 ? packet : packet.first(comma);
        return send("44" + space.toUtf8() + ",{\"message\":\"Invalid namespace\"}");
    }
    const QJsonDocument document = QJsonDocument::fromJson(packet.toUtf8());
    if (!packet.isEmpty() && !document.isObject())
        return abort();
    m_connectTimer.stop();
    const QJsonObject handshake = document.object();
    const QString text = handshake.value(u"address"_s).toString();
    if (text.isEmpty()) {
        // The document's server accepts and disconnects at once; the WebSocket stays open.
        send("40{\"sid\":\"" + sessionId() + "\"}");
        return send("41");
    }
    const auto address = parse::address(text);
    if (!address)
        return refuseConnect(address.error());
    if (const QString token = handshake.value(u"token"_s).toString(); !token.isEmpty()) {
        const auto viewer = m_services.auth.viewerOfToken(token.toUtf8());
        if (!viewer)
            return refuseConnect(viewer.error());
        if (*viewer->address != *address)
            return refuseConnect(ApiError::forbidden(u"Not this address's token"_s));
    }
    const Index node = m_services.platform.world().find(*address);
    m_node = node == none ? std::nullopt : std::optional(node);
    m_connected = true;
    send("40{\"sid\":\"" + sessionId() + "\"}");
    // Everybody is in the room of their address, and a rebase updates the room.
    if (m_node)
        (void)listen({Stream::Balance, *m_node});
}

void SocketIoSession::refuseConnect(const ApiError &error)
{
    send("44"
        + compact({{u"message"_s, error.message},
            {u"data"_s, QJsonObject{{u"code"_s, error.code}, {u"message"_s, error.message}}}}));
}

void SocketIoSession::onEvent(QStringView packet)
{
    qsizetype at = 0;
    while (at < packet.size() && packet[at].isDigit())
        ++at; // an ack id: the document's handler never acknowledges
    const QJsonDocument document = QJsonDocument::fromJson(packet.sliced(at).toUtf8());
    if (!document.isArray() || !document[0].isString())
        return abort();
    const QString event = document[0].toString();
    if (event == u"subscribe"_s || event == u"unsubscribe"_s)
        subscription(event, document[1].toObject());
}

void SocketIoSession::subscription(const QString &event, const QJsonObject &request)
{
    const QString type = request.value(u"type"_s).toString();
    const auto complain = [&](const ApiError &error) {
        QJsonObject answer{{u"code"_s, error.code}, {u"message"_s, error.message}};
        for (const auto &key : {u"type"_s, u"chain"_s}) {
            if (request.value(key).isString())
                answer.insert(key, request.value(key));
        }
        emitEvent("subscribe:error", compact(answer));
    };
    ChannelKey key;
    if (type == u"rebase"_s) {
        const auto chain = parse::chain(request.value(u"chain"_s).toString());
        if (!chain)
            return complain(chain.error());
        key = {Stream::Rebase, static_cast<std::uint32_t>(slot(*chain))};
    } else if (type == u"balance"_s || type == u"network"_s) {
        if (!m_node)
            return complain(ApiError::notFound(u"User not found"_s));
        key = {type == u"balance"_s ? Stream::Balance : Stream::Network, *m_node};
    } else {
        return complain(ApiError::validation(u"type"_s, u"Unknown subscription type"_s));
    }
    if (event == u"unsubscribe"_s) {
        m_subscribed.remove(key);
        if (key.stream != Stream::Balance) // the room stays
            unlisten(key);
        return;
    }
    if (!listen(key))
        return complain(ApiError::rateLimited(60));
    m_subscribed.insert(key);
    if (key.stream != Stream::Balance)
        return;
    const QByteArray ts = QByteArray::number(qint64(m_services.platform.now()));
    for (const QJsonValue initial : m_services.hub.initialBalances(key.subject)) {
        QByteArray json = compact(initial.toObject());
        json.chop(1);
        emitEvent("balance:update", json + ",\"ts\":" + ts + '}');
    }
}

void SocketIoSession::emitEvent(const QByteArray &name, const QByteArray &json)
{
    send("42[\"" + name + "\"," + json + ']', true);
}

void SocketIoSession::onMessage(const ChannelKey &key, const FeedMessage &message)
{
    QByteArray json = message.json;
    json.chop(1);
    json += ",\"ts\":" + QByteArray::number(qint64(message.ts)) + '}';
    if (m_subscribed.contains(key))
        emitEvent(message.type, json);
    if (key.stream == Stream::Balance && message.payload.value(u"reason"_s) == u"REBASE"_s)
        emitEvent(message.type, json); // to the room, as the document's server does
}

} // namespace majlis::sandbox
