// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"
#include "models/net/feed/feedsession.h"
#include "models/net/feed/feedvocabulary.h"
#include "models/net/feed/heartbeat.h"

#include <QByteArray>

#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

namespace majlis::net
{

/// What the session should do when a connection is over.
enum class Ending {
    Backoff, ///< wait, then the same again
    RefreshToken, ///< renew the token once, then the same again
    BadToken, ///< not again with this token
    NextDialect, ///< this dialect does not work here; give it up for a while
};

/// What a message's sequence number means.
enum class SequenceRole {
    Order, ///< one more than the stream's last
    Baseline, ///< the server's state as of this number (snapshots)
    None, ///< not to be followed
};

/// One message as a dialect understood it. The payload is borrowed for the call.
struct DialectMessage {
    StreamId stream = 0;
    const simdjson::dom::element *payload = nullptr; ///< null: counts for the sequence only
    bool snapshot = false; ///< the payload has the stream's snapshot form
    bool unknownType = false; ///< belongs to the stream, but not to what is known of it
    SequenceRole role = SequenceRole::None;
    std::optional<std::uint64_t> seq;
    double wireMs = 0; ///< epoch milliseconds; 0: the message did not say
};

/// What a dialect may ask of the session it speaks for. Everything is called on the feed thread, inside the calls that
/// the dialect gets.
class FeedPeer
{
public:
    virtual ~FeedPeer() = default;
    virtual void send(std::string_view text) = 0;
    /// The connection is ready for subscriptions.
    virtual void ready(const Heartbeat &heartbeat) = 0;
    /// 0: nobody asked for it.
    [[nodiscard]] virtual StreamId find(StreamKeyView key) const = 0;
    [[nodiscard]] virtual const FeedVocabulary &vocabulary() const = 0;
    virtual void message(const DialectMessage &message) = 0;
    /// The server confirmed a subscription, and says where its sequence is, if it says so.
    virtual void subscribed(StreamId stream, std::optional<std::uint64_t> seq) = 0;
    virtual void refused(StreamId stream, const Error &error) = 0;
    /// The server ended a subscription that is still wanted.
    virtual void streamEnded(StreamId stream) = 0;
    /// A sign of life as the heartbeat wants it.
    virtual void alive() = 0;
    virtual void malformed() = 0;
    virtual void unknown() = 0;
    /// The dialect gives this connection up; the session closes it with 1000.
    virtual void end(Ending ending, const Error &error) = 0;
};

/// One way of speaking over a WebSocket, for the length of one connection. No sockets, no clock of its own, no threads.
class FeedDialect
{
public:
    struct Endpoint {
        QByteArray path;
        QByteArray query;
        QByteArray subprotocol;
        std::vector<std::pair<QByteArray, QByteArray>> headers;
    };

    FeedDialect() = default;
    FeedDialect(const FeedDialect &) = delete;
    FeedDialect &operator=(const FeedDialect &) = delete;
    virtual ~FeedDialect() = default;

    [[nodiscard]] virtual QByteArray name() const = 0;
    /// Whether it can be spoken with these credentials at all.
    [[nodiscard]] virtual bool accepts(const FeedCredentials &) const { return true; }
    [[nodiscard]] virtual Endpoint endpoint(const FeedCredentials &credentials) const = 0;
    /// Whether a stream is continued by subscribing with `since`.
    [[nodiscard]] virtual bool canResume() const { return false; }

    virtual void opened(const FeedCredentials &credentials, FeedPeer &peer) = 0;
    /// `text` has WsReader::padding readable bytes behind it.
    virtual void received(std::string_view text, FeedPeer &peer) = 0;
    virtual void subscribe(StreamId stream, const StreamKey &key, std::optional<std::uint64_t> since, FeedPeer &peer)
        = 0;
    virtual void unsubscribe(StreamId stream, const StreamKey &key, FeedPeer &peer) = 0;
    /// Only for heartbeats of the Ours kind.
    virtual void ping(std::int64_t epochMs, FeedPeer &peer) = 0;
    /// Before the socket is closed with 1000.
    virtual void leave(FeedPeer &) { }
    /// The server closed with `code`.
    [[nodiscard]] virtual Ending closed(std::uint16_t code) const = 0;
};

/// Parses one frame after the other with one simdjson parser: no allocation once it has seen the longest. Refuses what
/// parseStrict() refuses, but for duplicate keys, which the readers of objects look for.
class FrameJson
{
public:
    FrameJson();
    FrameJson(const FrameJson &) = delete;
    FrameJson &operator=(const FrameJson &) = delete;
    ~FrameJson();

    /// Null when it is not JSON; valid until the next call. WsReader::padding bytes behind `text` must be readable.
    [[nodiscard]] const simdjson::dom::element *parse(std::string_view text);

private:
    struct Parser;
    std::unique_ptr<Parser> m_parser;
};

/// A JSON string literal with its quotes.
[[nodiscard]] QByteArray jsonString(const QByteArray &text);

} // namespace majlis::net
