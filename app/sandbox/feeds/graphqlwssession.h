// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sandbox/feeds/feedsession.h"
#include "app/sandbox/graphql/graphqlservice.h"

namespace majlis::sandbox
{

/// graphql-transport-ws (habibi.feeds.md part 2), with the close codes of its library.
class GraphqlWsSession final : public FeedSession
{
    Q_OBJECT

public:
    GraphqlWsSession(FeedServices services, std::unique_ptr<QWebSocket> socket, GraphqlService &graphql);

    void onMessage(const ChannelKey &key, const FeedMessage &message) override;

protected:
    void onText(const QString &text) override;

private:
    struct Subscription {
        ChannelKey key;
        graphql::Prepared prepared;
    };
    void initialise(const QJsonObject &payload);
    void subscribe(const QString &id, const QJsonObject &payload);
    void startStream(const QString &id, const graphql::Prepared &prepared);
    [[nodiscard]] ApiResult<ChannelKey> channelOf(const graphql::FieldCall &call) const;
    void complete(const QString &id);
    void sendJson(const QJsonObject &object, bool isEvent = false);
    void sendErrors(const QString &id, const QJsonArray &errors);

    GraphqlService &m_graphql;
    Viewer m_viewer;
    bool m_initialised = false;
    bool m_acknowledged = false;
    QTimer m_initTimer;
    QHash<QString, Subscription> m_subscriptions;
};

} // namespace majlis::sandbox
