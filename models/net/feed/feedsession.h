// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/time.h"
#include "models/net/feed/feedhealth.h"
#include "models/net/feed/feedmessage.h"
#include "models/net/feed/feedsubscription.h"
#include "models/net/feed/feedvocabulary.h"
#include "models/net/feed/latencyhistogram.h"

#include <QHash>
#include <QObject>
#include <QThread>
#include <QUrl>

#include <chrono>
#include <functional>
#include <memory>
#include <unordered_map>
#include <vector>

namespace majlis::net
{

class FeedDialect;
class FeedWorker;
struct FeedMailbox;
class TokenSource;

/// Who the connection is for. The token may be empty (public data), the address too (no Socket.IO then).
struct FeedCredentials {
    QByteArray token;
    QByteArray address;
};

using DialectFactory = std::function<std::unique_ptr<FeedDialect>()>;

struct FeedConfig {
    QUrl base; ///< http(s) or ws(s); plain only on loopback
    std::vector<DialectFactory> dialects; ///< in order of preference
    std::shared_ptr<const FeedVocabulary> vocabulary;
    std::chrono::milliseconds deliveryInterval = std::chrono::milliseconds(16);
    std::size_t maxFrameBytes = std::size_t{8} * 1024 * 1024; ///< a longer message closes with 1009
    std::size_t maxPending = 200'000; ///< messages that wait for the GUI thread before reading pauses
    int maxSubscriptions = 50; ///< per connection
    int clientMessagesPerMinute = 100; ///< 0: no limit
    std::chrono::milliseconds giveUpDialectFor = std::chrono::minutes(10);
};

/// A platform's live feed: connects, keeps alive, reconnects, resumes, and hands over what changed once per frame.
///
/// Socket, decoding and conflation are on a thread of the session's own; this object and its signals are on the GUI
/// thread. It connects while there are subscriptions, and while started. Which dialect it speaks is its own affair.
class FeedSession : public QObject
{
    Q_OBJECT

public:
    /// `clock` and `tokens` (null: anonymous) must outlive the session.
    FeedSession(FeedConfig config, const Clock &clock, TokenSource *tokens, QObject *parent = nullptr);
    ~FeedSession() override;

    void start();
    /// Says good-bye to the server; subscriptions stay declared for the next start().
    void stop();
    /// Whose streams a connection is for, where a dialect needs to say so; empty: the token source's subject.
    void setAddress(const QByteArray &address);
    /// After sign-in, sign-out or a change of account: reconnects with what the token source says now.
    void credentialsChanged();

    /// Declares a need; see FeedSubscription. A topic outside the vocabulary is Refused at once.
    [[nodiscard]] FeedSubscription subscribe(const StreamKey &key);
    /// Empty key for an unknown id.
    [[nodiscard]] StreamKey key(StreamId id) const;
    [[nodiscard]] StreamStatus status(StreamId id) const;
    /// Nothing for an unknown id.
    [[nodiscard]] StreamTraffic traffic(StreamId id) const;
    /// A copy as of the last report of the feed thread (at most a second old), latency as of now.
    [[nodiscard]] FeedHealth health() const;
    [[nodiscard]] FeedState state() const { return m_health.state; }

Q_SIGNALS:
    /// At most once per delivery interval, in the order of arrival.
    void delivered(const majlis::net::FeedBatchPtr &batch);
    void statusChanged(majlis::net::StreamId id, const majlis::net::StreamStatus &status);
    /// What this stream said may be incomplete (after a reconnect without replay, or a gap): fetch what it does not
    /// repeat.
    void resyncNeeded(majlis::net::StreamId id);
    void stateChanged(majlis::net::FeedState state);
    /// About once a second while something happens.
    void healthChanged();

private:
    friend class FeedSubscription;
    struct Entry {
        StreamKey key;
        int holders = 0;
        StreamStatus status;
        std::uint64_t delivered = 0;
        std::shared_ptr<LatencyHistogram> latency = nullptr; ///< none before the first message with a time stamp
    };

    void release(StreamId id);
    void connectWorker();
    void supplyCredentials(int number, const QByteArray &rejected);
    void takeDelivery();
    static void note(Entry &entry, const FeedMessage &message, UnixMs now, std::int64_t nowMicros);
    void watchNetwork();

    const Clock &m_clock;
    TokenSource *m_tokens;
    std::shared_ptr<const FeedVocabulary> m_vocabulary;
    std::shared_ptr<FeedMailbox> m_mailbox;
    QThread m_thread;
    FeedWorker *m_worker = nullptr; // lives on m_thread, deleted there
    std::unordered_map<StreamKey, StreamId, StreamKeyHash, StreamKeyEqual> m_ids;
    QHash<StreamId, Entry> m_entries;
    StreamId m_nextId = 1;
    FeedHealth m_health;
    LatencyHistogram m_latency;
    QByteArray m_address;
};

} // namespace majlis::net

Q_DECLARE_METATYPE(majlis::net::FeedBatchPtr)
Q_DECLARE_METATYPE(majlis::net::StreamStatus)
Q_DECLARE_METATYPE(majlis::net::FeedState)
Q_DECLARE_METATYPE(majlis::net::FeedHealth)
