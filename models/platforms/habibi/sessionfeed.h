// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/net/feed/feedsession.h"
#include "models/platforms/habibi/livefeed.h"

#include <QHash>

#include <optional>
#include <vector>

namespace majlis::habibi
{

/// The platform's live feed over a FeedSession: Socket.IO, then /ws, then graphql-transport-ws, as they are available.
/// A payload that the wire types refuse is not passed on.
class SessionFeed final : public LiveFeed
{
    Q_OBJECT

public:
    /// `clock` and `tokens` must outlive the feed.
    SessionFeed(const QUrl &base, const Clock &clock, net::TokenSource &tokens);

    void watch(std::optional<Address> account) override;
    void credentialsChanged() override;
    [[nodiscard]] bool isLive() const override;
    [[nodiscard]] net::FeedHealth health() const override;
    [[nodiscard]] std::vector<Followed> followed() const override;

private:
    struct Subscribed {
        Stream stream = Stream::Balance;
        Chain chain; // of Rebase
        net::FeedSubscription subscription;
        bool stale = false;
    };

    void follow(Stream stream, const net::StreamKey &key, const Chain &chain = {});
    [[nodiscard]] const Subscribed *find(net::StreamId id) const;
    void take(const net::FeedBatchPtr &batch);
    void pass(const Subscribed &followed, const net::FeedMessage &message);
    void takeStatus(net::StreamId id, const net::StreamStatus &status);

    net::FeedSession m_session;
    std::vector<Subscribed> m_followed; // five at most
    std::optional<Address> m_account;
};

/// What HabibiService makes its feed with.
[[nodiscard]] LiveFeedFactory sessionFeedFactory();

} // namespace majlis::habibi
