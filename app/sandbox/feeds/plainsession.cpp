// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/feeds/plainsession.h"

#include "app/sandbox/api/parse.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace majlis::sandbox
{

namespace
{

constexpr int pingMs = 25'000;
constexpr int pongMs = 10'000;

QByteArray compact(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

} // namespace

PlainSession::PlainSession(FeedServices services, std::unique_ptr<QWebSocket> socket, const QByteArray &authorization)
    : FeedSession(services, std::move(socket), u"/ws"_s)
{
    connect(&m_pings, &QTimer::timeout, this, &PlainSession::ping);
    m_pings.start(pingMs);
    if (authorization.isEmpty())
        return;
    const auto viewer = m_services.auth.viewer(authorization);
    if (!viewer)
        refuseToken(viewer.error());
}

void PlainSession::ping()
{
    if (m_awaitsPong)
        return abort();
    m_awaitsPong = true;
    m_pings.start(pongMs);
    sendJson({{u"type"_s, u"ping"_s}, {u"ts"_s, qint64(m_services.platform.now())}});
}

void PlainSession::refuseToken(const ApiError &error)
{
    sendError(error, {});
    close(error.code == u"token_expired"_s ? 4401 : 1008, error.message);
}

void PlainSession::authenticate(const QByteArray &token)
{
    const auto viewer = m_services.auth.viewerOfToken(token);
    if (!viewer)
        return refuseToken(viewer.error());
    sendJson({{u"type"_s, u"auth_ok"_s}});
}

void PlainSession::sendJson(QJsonObject object)
{
    send(compact(object));
}

void PlainSession::sendError(const ApiError &error, const QJsonObject &about)
{
    QJsonObject object{{u"type"_s, u"error"_s}, {u"code"_s, error.code}, {u"message"_s, error.message}};
    for (const auto &key : {u"channel"_s, u"address"_s, u"chain"_s}) {
        if (about.value(key).isString())
            object.insert(key, about.value(key));
    }
    sendJson(object);
}

void PlainSession::onText(const QString &text)
{
    const QJsonDocument document = QJsonDocument::fromJson(text.toUtf8());
    if (!document.isObject())
        return sendError(ApiError::validation(u"message"_s, u"Expected a JSON object"_s), {});
    const QJsonObject message = document.object();
    const QString type = message.value(u"type"_s).toString();
    if (type == u"subscribe"_s)
        return subscribe(message);
    if (type == u"unsubscribe"_s)
        return unsubscribe(message);
    if (type == u"auth"_s)
        return authenticate(message.value(u"token"_s).toString().toUtf8());
    if (type == u"ping"_s)
        return sendJson({{u"type"_s, u"pong"_s}, {u"ts"_s, message.value(u"ts"_s)}});
    if (type == u"pong"_s) {
        m_awaitsPong = false;
        m_pings.start(pingMs);
        return;
    }
    sendError(ApiError::validation(u"type"_s, u"Unknown message type"_s), message);
}

ApiResult<PlainSession::Wanted> PlainSession::wanted(const QJsonObject &message) const
{
    const QString channel = message.value(u"channel"_s).toString();
    if (channel == u"rebase"_s) {
        const auto chain = parse::chain(message.value(u"chain"_s).toString());
        if (!chain)
            return refuse(chain.error());
        return Wanted{{Stream::Rebase, static_cast<std::uint32_t>(slot(*chain))},
            {{u"channel"_s, channel}, {u"chain"_s, chainName(*chain)}}};
    }
    if (channel != u"balance"_s && channel != u"network"_s)
        return refuse(ApiError::validation(u"channel"_s, u"Unknown channel"_s));
    const auto address = parse::address(message.value(u"address"_s).toString());
    if (!address)
        return refuse(address.error());
    const Index node = m_services.platform.world().find(*address);
    if (node == none)
        return refuse(ApiError::notFound(u"User not found"_s));
    return Wanted{{channel == u"balance"_s ? Stream::Balance : Stream::Network, node},
        {{u"channel"_s, channel}, {u"address"_s, address->text()}}};
}

void PlainSession::subscribe(const QJsonObject &message)
{
    const auto target = wanted(message);
    if (!target)
        return sendError(target.error(), message);
    if (!listen(target->key))
        return sendError(ApiError::rateLimited(60), message);
    const QByteArray name = compact(target->name);
    m_names.insert(target->key, name.mid(1, name.size() - 2));
    const FeedHub &hub = m_services.hub;
    QJsonObject answer = target->name;
    answer.insert(u"type"_s, u"subscribed"_s);
    answer.insert(u"seq"_s, qint64(hub.seq(target->key)));
    sendJson(answer);
    const QJsonValue since = message.value(u"since"_s);
    const auto missed = since.isDouble() && since.toInteger() >= 0
        ? hub.missed(target->key, static_cast<std::uint64_t>(since.toInteger()))
        : std::nullopt;
    if (!missed) {
        answer.insert(u"type"_s, u"snapshot"_s);
        answer.insert(u"ts"_s, qint64(m_services.platform.now()));
        answer.insert(u"data"_s, hub.snapshot(target->key));
        return sendJson(answer);
    }
    for (const FeedMessage &old : *missed)
        onMessage(target->key, old);
}

void PlainSession::unsubscribe(const QJsonObject &message)
{
    const auto target = wanted(message);
    if (!target)
        return sendError(target.error(), message);
    unlisten(target->key);
    m_names.remove(target->key);
    QJsonObject answer = target->name;
    answer.insert(u"type"_s, u"unsubscribed"_s);
    sendJson(answer);
}

void PlainSession::onMessage(const ChannelKey &key, const FeedMessage &message)
{
    send("{\"type\":\"" + message.type + "\"," + m_names.value(key) + ",\"seq\":" + QByteArray::number(message.seq)
            + ",\"ts\":" + QByteArray::number(message.ts) + ",\"data\":" + message.json + '}',
        true);
}

} // namespace majlis::sandbox
