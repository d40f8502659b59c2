// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/feeds/graphqlwssession.h"

#include "app/sandbox/api/parse.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace majlis::sandbox
{

namespace
{

constexpr int initMs = 3'000;

} // namespace

GraphqlWsSession::GraphqlWsSession(FeedServices services, std::unique_ptr<QWebSocket> socket, GraphqlService &graphql)
    : FeedSession(services, std::move(socket), u"/graphql"_s)
    , m_graphql(graphql)
{
    if (m_socket->subprotocol() != u"graphql-transport-ws"_s) {
        // After the constructor, when the session is known to the server.
        QTimer::singleShot(0, this, [this] { close(4406, u"Subprotocol not acceptable"_s); });
        return;
    }
    m_initTimer.setSingleShot(true);
    connect(&m_initTimer, &QTimer::timeout, this, [this] { close(4408, u"Connection initialisation timeout"_s); });
    m_initTimer.start(initMs);
}

void GraphqlWsSession::sendJson(const QJsonObject &object, bool isEvent)
{
    send(QJsonDocument(object).toJson(QJsonDocument::Compact), isEvent);
}

void GraphqlWsSession::sendErrors(const QString &id, const QJsonArray &errors)
{
    sendJson({{u"id"_s, id}, {u"type"_s, u"error"_s}, {u"payload"_s, errors}});
}

void GraphqlWsSession::onText(const QString &text)
{
    const QJsonDocument document = QJsonDocument::fromJson(text.toUtf8());
    const QJsonObject message = document.object();
    const QString type = message.value(u"type"_s).toString();
    if (type == u"connection_init"_s)
        return initialise(message.value(u"payload"_s).toObject());
    if (type == u"ping"_s) {
        QJsonObject pong{{u"type"_s, u"pong"_s}};
        if (message.contains(u"payload"_s))
            pong.insert(u"payload"_s, message.value(u"payload"_s));
        return sendJson(pong);
    }
    if (type == u"pong"_s)
        return;
    const QString id = message.value(u"id"_s).toString();
    if (type == u"complete"_s && !id.isEmpty())
        return complete(id);
    if (type == u"subscribe"_s && !id.isEmpty() && message.value(u"payload"_s).isObject()
        && message.value(u"payload"_s)[u"query"_s].isString())
        return subscribe(id, message.value(u"payload"_s).toObject());
    close(4400, u"Invalid message"_s);
}

void GraphqlWsSession::initialise(const QJsonObject &payload)
{
    if (m_initialised)
        return close(4429, u"Too many initialisation requests"_s);
    m_initialised = true;
    m_initTimer.stop();
    if (const QString token = payload.value(u"authorization"_s).toString(); !token.isEmpty()) {
        const auto viewer = m_services.auth.viewer(token.toUtf8());
        if (!viewer)
            return viewer.error().code == u"token_expired"_s ? close(4401, u"Token expired"_s)
                                                             : close(4403, u"Forbidden"_s);
        m_viewer = *viewer;
    }
    m_acknowledged = true;
    sendJson({{u"type"_s, u"connection_ack"_s}});
}

void GraphqlWsSession::subscribe(const QString &id, const QJsonObject &payload)
{
    if (!m_acknowledged)
        return close(4401, u"Unauthorized"_s);
    if (m_subscriptions.contains(id))
        return close(4409, u"Subscriber for %1 already exists"_s.arg(id));
    const auto prepared = m_graphql.executor().prepare(payload.value(u"query"_s).toString(),
        payload.value(u"operationName"_s).toString(), payload.value(u"variables"_s).toObject());
    if (!prepared)
        return sendErrors(id, prepared.error());
    if (prepared->operation->kind == graphql::OperationKind::Subscription)
        return startStream(id, *prepared);
    sendJson({{u"id"_s, id}, {u"type"_s, u"next"_s}, {u"payload"_s, m_graphql.run(*prepared, m_viewer)}});
    sendJson({{u"id"_s, id}, {u"type"_s, u"complete"_s}});
}

ApiResult<ChannelKey> GraphqlWsSession::channelOf(const graphql::FieldCall &call) const
{
    if (call.name == u"rebaseEvents"_s) {
        const auto chain = parse::chain(call.arguments.value(u"chain"_s).toString());
        if (!chain)
            return refuse(chain.error());
        return ChannelKey{Stream::Rebase, static_cast<std::uint32_t>(slot(*chain))};
    }
    const auto address = parse::address(call.arguments.value(u"address"_s).toString());
    if (!address)
        return refuse(address.error());
    const Index node = m_services.platform.world().find(*address);
    if (node == none)
        return refuse(ApiError::notFound(u"User not found"_s));
    return ChannelKey{call.name == u"balanceUpdates"_s ? Stream::Balance : Stream::Network, node};
}

void GraphqlWsSession::startStream(const QString &id, const graphql::Prepared &prepared)
{
    const auto key = channelOf(m_graphql.executor().subscriptionCall(prepared));
    if (!key)
        return sendErrors(id, {graphql::Executor::errorJson(key.error(), {})});
    if (m_subscriptions.size() >= maxSubscriptions || !listen(*key))
        return sendErrors(id, {graphql::Executor::errorJson(ApiError::rateLimited(60), {})});
    m_subscriptions.insert(id, {*key, prepared});
    if (key->stream != Stream::Balance)
        return;
    for (const QJsonValue initial : m_services.hub.initialBalances(key->subject))
        sendJson(
            {{u"id"_s, id}, {u"type"_s, u"next"_s}, {u"payload"_s, m_graphql.executor().event(prepared, initial)}});
}

void GraphqlWsSession::complete(const QString &id)
{
    const auto found = m_subscriptions.constFind(id);
    if (found == m_subscriptions.constEnd())
        return; // it crossed with ours
    const ChannelKey key = found->key;
    m_subscriptions.erase(found);
    const bool stillWanted = std::any_of(m_subscriptions.cbegin(), m_subscriptions.cend(),
        [&key](const Subscription &subscription) { return subscription.key == key; });
    if (!stillWanted)
        unlisten(key);
}

void GraphqlWsSession::onMessage(const ChannelKey &key, const FeedMessage &message)
{
    // Copies: sending may end the session's subscriptions when a fault closes it.
    const QHash<QString, Subscription> subscriptions = m_subscriptions;
    for (auto it = subscriptions.begin(); it != subscriptions.end(); ++it) {
        if (it->key == key)
            sendJson({{u"id"_s, it.key()}, {u"type"_s, u"next"_s},
                         {u"payload"_s, m_graphql.executor().event(it->prepared, message.payload)}},
                true);
    }
}

} // namespace majlis::sandbox
