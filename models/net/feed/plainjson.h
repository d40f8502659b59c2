// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/net/feed/dialect.h"

namespace majlis::net
{

/// The envelope of CONVENTIONS.md, as every platform's plain WebSocket has it: channel, seq, ts, data; resumed with
/// `since`. A server may leave out channel, subject, seq, ts and data (habibi.feeds.md part 3).
class PlainJsonDialect final : public FeedDialect
{
public:
    explicit PlainJsonDialect(QByteArray path = "/ws", QByteArray query = {});

    [[nodiscard]] QByteArray name() const override { return "ws"; }
    [[nodiscard]] Endpoint endpoint(const FeedCredentials &credentials) const override;
    [[nodiscard]] bool canResume() const override { return true; }
    void opened(const FeedCredentials &credentials, FeedPeer &peer) override;
    void received(std::string_view text, FeedPeer &peer) override;
    void subscribe(StreamId stream, const StreamKey &key, std::optional<std::uint64_t> since, FeedPeer &peer) override;
    void unsubscribe(StreamId stream, const StreamKey &key, FeedPeer &peer) override;
    void ping(std::int64_t epochMs, FeedPeer &peer) override;
    [[nodiscard]] Ending closed(std::uint16_t code) const override;

private:
    struct Envelope;
    [[nodiscard]] static bool read(const simdjson::dom::element &root, Envelope &envelope);
    void dispatch(const Envelope &envelope, FeedPeer &peer);
    static void update(const Envelope &envelope, FeedPeer &peer);
    static void snapshot(const Envelope &envelope, const StreamKind &kind, StreamId stream, FeedPeer &peer);
    static void refusal(const Envelope &envelope, FeedPeer &peer);
    [[nodiscard]] static StreamId streamOf(const Envelope &envelope, const StreamKind *kind, FeedPeer &peer);
    static void request(const char *type, const StreamKey &key, std::optional<std::uint64_t> since, FeedPeer &peer);

    QByteArray m_path;
    QByteArray m_query;
    FrameJson m_json;
};

} // namespace majlis::net
