// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/net/feed/dialect.h"

#include <unordered_map>

namespace majlis::net
{

/// GraphQL subscriptions over `graphql-transport-ws` (habibi.feeds.md part 2).
class GraphqlTransportWsDialect final : public FeedDialect
{
public:
    explicit GraphqlTransportWsDialect(QByteArray path = "/graphql");

    [[nodiscard]] QByteArray name() const override { return "graphql-transport-ws"; }
    [[nodiscard]] Endpoint endpoint(const FeedCredentials &credentials) const override;
    void opened(const FeedCredentials &credentials, FeedPeer &peer) override;
    void received(std::string_view text, FeedPeer &peer) override;
    void subscribe(StreamId stream, const StreamKey &key, std::optional<std::uint64_t> since, FeedPeer &peer) override;
    void unsubscribe(StreamId stream, const StreamKey &key, FeedPeer &peer) override;
    void ping(std::int64_t epochMs, FeedPeer &peer) override;
    [[nodiscard]] Ending closed(std::uint16_t code) const override;

private:
    void next(const simdjson::dom::element &root, StreamId stream, FeedPeer &peer);
    void pong(const simdjson::dom::element &root, FeedPeer &peer);

    QByteArray m_path;
    FrameJson m_json;
    std::uint64_t m_nextId = 1; // an id is used once per connection
    std::unordered_map<std::uint64_t, StreamId> m_streams;
    bool m_acknowledged = false;
};

} // namespace majlis::net
