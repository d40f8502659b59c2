// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sandbox/feeds/feedsession.h"

namespace majlis::sandbox
{

/// The plain WebSocket dialect (habibi.feeds.md part 3, CONVENTIONS "Feeds").
class PlainSession final : public FeedSession
{
    Q_OBJECT

public:
    /// `authorization`: the upgrade's header, may be empty.
    PlainSession(FeedServices services, std::unique_ptr<QWebSocket> socket, const QByteArray &authorization);

    void onMessage(const ChannelKey &key, const FeedMessage &message) override;

protected:
    void onText(const QString &text) override;

private:
    struct Wanted {
        ChannelKey key;
        QJsonObject name; ///< `channel` with `address` or `chain`, as every envelope repeats them
    };
    void authenticate(const QByteArray &token);
    void refuseToken(const ApiError &error);
    [[nodiscard]] ApiResult<Wanted> wanted(const QJsonObject &message) const;
    void subscribe(const QJsonObject &message);
    void unsubscribe(const QJsonObject &message);
    void sendError(const ApiError &error, const QJsonObject &about);
    void sendJson(QJsonObject object);
    void ping();

    QHash<ChannelKey, QByteArray> m_names; ///< the middle of the envelope, ready to send
    QTimer m_pings;
    bool m_awaitsPong = false;
};

} // namespace majlis::sandbox
