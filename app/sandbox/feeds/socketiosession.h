// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sandbox/feeds/feedsession.h"

namespace majlis::sandbox
{

/// Socket.IO 4 over Engine.IO 4, websocket transport only (habibi.feeds.md part 1).
class SocketIoSession final : public FeedSession
{
    Q_OBJECT

public:
    SocketIoSession(FeedServices services, std::unique_ptr<QWebSocket> socket);

    void onMessage(const ChannelKey &key, const FeedMessage &message) override;

protected:
    void onText(const QString &text) override;

private:
    void onPacket(QStringView packet);
    void connectTo(QStringView packet);
    void onEvent(QStringView packet);
    void subscription(const QString &event, const QJsonObject &request);
    void refuseConnect(const ApiError &error);
    void emitEvent(const QByteArray &name, const QByteArray &json);
    void ping();

    std::optional<Index> m_node; ///< the handshake's address; none before, or when nobody here has it
    bool m_connected = false;
    QSet<ChannelKey> m_subscribed;
    QTimer m_connectTimer;
    QTimer m_pings;
    QTimer m_pongs;
};

} // namespace majlis::sandbox
