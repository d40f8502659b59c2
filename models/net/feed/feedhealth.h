// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"
#include "models/domain/time.h"

#include <QByteArray>

#include <cstdint>

namespace majlis::net
{

enum class FeedState {
    Idle, ///< stopped, or nothing to listen to
    Connecting,
    Live,
    Waiting, ///< for the next attempt
    Refused, ///< the server does not want this token or this client; waits for new credentials
    NoDialect, ///< every dialect was given up for now: poll over REST meanwhile
};

/// Everything that happened to messages, so that nothing is lost in silence.
struct FeedCounters {
    std::uint64_t frames = 0; ///< text frames received
    std::uint64_t bytes = 0;
    std::uint64_t received = 0; ///< messages of subscribed streams, before any of the following
    std::uint64_t delivered = 0; ///< to the GUI thread
    std::uint64_t conflated = 0; ///< replaced by a newer one before delivery
    std::uint64_t malformed = 0; ///< frames and payloads that were dropped
    std::uint64_t repeated = 0; ///< repeated or older sequence numbers, dropped
    std::uint64_t held = 0; ///< dropped between a gap and its repair, where order matters
    std::uint64_t unknown = 0; ///< of unknown types and streams that nobody asked for
    std::uint64_t gaps = 0;
    std::uint64_t resyncs = 0; ///< streams that were begun again after a gap or without `since`
    std::uint64_t connects = 0;
    std::uint64_t reconnects = 0;
    std::uint64_t pausedReading = 0; ///< times that the socket was left unread because the GUI thread was behind
};

/// Wire to GUI thread, from `ts` to delivery, over this computer's and the server's clocks as they are.
struct FeedLatency {
    std::uint64_t samples = 0;
    double p50Ms = 0;
    double p99Ms = 0;
    double p999Ms = 0;
    double maxMs = 0;
};

struct FeedHealth {
    FeedState state = FeedState::Idle;
    QByteArray dialect; ///< `socket.io`, `ws`, `graphql-transport-ws`
    UnixMs since; ///< of the state
    FeedCounters counters;
    FeedLatency latency;
    Error lastError; ///< Internal without detail: none yet
    std::int64_t roundTripMs = -1; ///< of the last ping that we sent; -1 unknown
};

/// How much a stream's shown value can be trusted.
enum class StreamFreshness {
    Waiting, ///< nothing yet
    Live,
    Stale, ///< not connected, silent too long, or three payloads in a row that were wrong
    Refused, ///< the server does not give it; see the error
};

struct StreamStatus {
    StreamFreshness freshness = StreamFreshness::Waiting;
    UnixMs asOf; ///< arrival of the newest good message
    Error error; ///< when Refused
};

/// What one stream brought while it was subscribed, as of now.
struct StreamTraffic {
    std::uint64_t delivered = 0; ///< messages handed over on the GUI thread, snapshots included
    FeedLatency latency; ///< as FeedHealth's, of this stream alone
};

} // namespace majlis::net
