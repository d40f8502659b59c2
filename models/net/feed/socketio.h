// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/net/feed/dialect.h"

namespace majlis::net
{

/// Socket.IO 4 over Engine.IO 4, websocket transport only, namespace `/` (habibi.feeds.md part 1). The server pings;
/// there is no envelope, so `seq` and `ts` stand in the payload.
class SocketIoDialect final : public FeedDialect
{
public:
    explicit SocketIoDialect(QByteArray path = "/socket.io/");

    [[nodiscard]] QByteArray name() const override { return "socket.io"; }
    /// The document's server throws anonymous connections out: an address is needed.
    [[nodiscard]] bool accepts(const FeedCredentials &credentials) const override
    {
        return !credentials.address.isEmpty();
    }
    [[nodiscard]] Endpoint endpoint(const FeedCredentials &credentials) const override;
    void opened(const FeedCredentials &credentials, FeedPeer &peer) override;
    void received(std::string_view text, FeedPeer &peer) override;
    void subscribe(StreamId stream, const StreamKey &key, std::optional<std::uint64_t> since, FeedPeer &peer) override;
    void unsubscribe(StreamId stream, const StreamKey &key, FeedPeer &peer) override;
    void ping(std::int64_t, FeedPeer &) override { }
    void leave(FeedPeer &peer) override;
    [[nodiscard]] Ending closed(std::uint16_t code) const override;

private:
    void open(std::string_view json, FeedPeer &peer);
    void packet(std::string_view packet, FeedPeer &peer);
    void connectError(std::string_view json, FeedPeer &peer);
    void event(std::string_view rest, FeedPeer &peer);
    void update(std::string_view name, const simdjson::dom::element &payload, FeedPeer &peer);
    static void subscribeError(const simdjson::dom::element &payload, FeedPeer &peer);
    void command(const char *name, StreamId stream, const StreamKey &key, FeedPeer &peer);

    QByteArray m_path;
    FeedCredentials m_credentials;
    FrameJson m_json;
    std::chrono::milliseconds m_pingInterval{25'000};
    std::chrono::milliseconds m_pingTimeout{20'000};
    std::size_t m_maxPayload = 1'000'000;
    bool m_engineOpen = false;
    bool m_connected = false;
};

} // namespace majlis::net
