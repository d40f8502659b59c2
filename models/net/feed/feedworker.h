// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/net/feed/backoff.h"
#include "models/net/feed/conflater.h"
#include "models/net/feed/dialect.h"
#include "models/net/feed/feedhealth.h"
#include "models/net/feed/feedsession.h"
#include "models/net/feed/heartbeat.h"
#include "models/net/feed/sequencetracker.h"
#include "models/net/feed/websocketclient.h"

#include <QObject>
#include <QTimer>

#include <array>
#include <chrono>
#include <deque>
#include <memory>
#include <mutex>
#include <optional>
#include <unordered_map>
#include <vector>

namespace majlis::net
{

/// The one batch that is on its way to the GUI thread. While it is there, the feed thread goes on collecting.
struct FeedMailbox {
    std::mutex mutex;
    FeedBatchPtr batch;
};

/// The feed thread's half of a FeedSession: connection, dialect, sequences, conflation. All slots run on its thread;
/// its signals reach the session queued.
class FeedWorker : public QObject, private WebSocketClient::Listener, private FeedPeer
{
    Q_OBJECT

public:
    FeedWorker(FeedConfig config, const Clock &clock, std::shared_ptr<FeedMailbox> mailbox);
    ~FeedWorker() override;

    void start();
    void stop();
    void subscribeTo(StreamId id, const StreamKey &key);
    void unsubscribeFrom(StreamId id);
    /// The answer to credentialsNeeded() of the same number.
    void useCredentials(int number, const FeedCredentials &credentials);
    void refuseCredentials(int number, const Error &error);
    void credentialsChanged();
    void networkBack();
    /// The GUI thread has emptied the mailbox.
    void taken();

Q_SIGNALS:
    /// `rejected` is the token that the server no longer takes; empty when none was tried.
    void credentialsNeeded(int number, const QByteArray &rejected);
    void batchReady();
    void statusChanged(majlis::net::StreamId id, const majlis::net::StreamStatus &status);
    void resyncNeeded(majlis::net::StreamId id);
    void healthReported(const majlis::net::FeedHealth &health);

private:
    struct Stream {
        StreamId id = 0;
        StreamKey key;
        const StreamKind *kind = nullptr;
        SequenceTracker tracker;
        ConflateSlots places;
        StreamStatus status;
        int wrongInARow = 0;
        bool onWire = false;
        bool overLimit = false;
        bool everSubscribed = false;
        bool awaitsRepair = false; // between a gap and the messages that fill it
        std::chrono::milliseconds lastGood{0};
        std::chrono::milliseconds nextRepair{0};
        std::optional<std::chrono::milliseconds> againAt; // the server ended it
    };

    // WebSocketClient::Listener
    void socketOpened() override;
    void socketText(std::string_view text) override;
    void socketBinary(std::size_t bytes) override;
    void socketEnded(const WsEnd &end) override;
    // FeedPeer
    void send(std::string_view text) override;
    void ready(const Heartbeat &heartbeat) override;
    StreamId find(StreamKeyView key) const override;
    const FeedVocabulary &vocabulary() const override { return *m_config.vocabulary; }
    void message(const DialectMessage &message) override;
    void subscribed(StreamId stream, std::optional<std::uint64_t> seq) override;
    void refused(StreamId stream, const Error &error) override;
    void streamEnded(StreamId stream) override;
    void alive() override;
    void malformed() override { ++m_health.counters.malformed; }
    void unknown() override { ++m_health.counters.unknown; }
    void end(Ending ending, const Error &error) override;

    // connection
    void evaluate();
    void beginConnect(const QByteArray &rejected = {});
    void connectWith(const FeedCredentials &credentials);
    void dropConnection(bool politely);
    void handleRefusedUpgrade(const WsEnd &end);
    void conclude(Ending ending, const Error &error);
    void waitAndRetry(std::chrono::milliseconds wait);
    void giveUpDialect();
    void setState(FeedState state);
    [[nodiscard]] QUrl urlFor(const FeedDialect::Endpoint &endpoint) const;

    // streams
    void putOnWire(Stream &stream, bool resume);
    void subscribeAll();
    /// False: drop the message.
    [[nodiscard]] bool inOrder(Stream &stream, const DialectMessage &message);
    [[nodiscard]] bool acceptGap(Stream &stream, const DialectMessage &message);
    void repair(Stream &stream);
    void deliver(Stream &stream, const DialectMessage &message);
    void setFreshness(Stream &stream, StreamFreshness freshness);

    // time
    void tick();
    void scheduleTick();
    void checkStreams(std::chrono::milliseconds now);
    void sendQueued();
    void flush();
    void reportSoon();
    [[nodiscard]] std::chrono::milliseconds now() const { return m_clock.monotonic(); }

    FeedConfig m_config;
    const Clock &m_clock;
    std::shared_ptr<FeedMailbox> m_mailbox;
    std::unordered_map<StreamId, Stream> m_streams;
    std::unordered_map<StreamKey, StreamId, StreamKeyHash, StreamKeyEqual> m_byKey;
    std::unique_ptr<FeedDialect> m_dialect;
    WebSocketClient *m_socket = nullptr; // child; replaced per connection
    std::size_t m_dialectIndex = 0;
    std::vector<std::chrono::milliseconds> m_givenUpUntil;
    FeedCredentials m_credentials;
    int m_credentialsNumber = 0;
    bool m_refreshed = false; // the token was renewed since the last good connection
    bool m_started = false;
    bool m_ready = false;
    bool m_everConnected = false;
    bool m_subscribing = false; // what is sent now may wait its turn
    bool m_flushed = true; // the mailbox is free
    Backoff m_backoff;
    std::optional<Heartbeat> m_heartbeat;
    std::chrono::milliseconds m_readyBy{0};
    std::chrono::milliseconds m_lastFlush{0};
    std::deque<QByteArray> m_queue; // client messages that the rate limit holds back
    std::deque<std::chrono::milliseconds> m_sent; // of the last minute
    Conflater m_conflater;
    std::vector<std::shared_ptr<FeedBatch>> m_batches; // used in turn
    FeedHealth m_health;
    QTimer m_retry;
    QTimer m_linger;
    QTimer m_tick;
    QTimer m_flushSoon;
    QTimer m_reportSoon;
};

} // namespace majlis::net
