// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sandbox/api/serialize.h"
#include "app/sandbox/world/world.h"

#include <QByteArray>
#include <QHash>
#include <QJsonObject>

#include <deque>
#include <optional>
#include <vector>

namespace majlis::sandbox
{

enum class Stream : std::uint8_t { Balance, Network, Rebase };

/// One channel of the feeds: a stream of an address or of a chain.
struct ChannelKey {
    Stream stream = Stream::Balance;
    std::uint32_t subject = 0; ///< an Index, or the slot of a chain

    friend bool operator==(const ChannelKey &, const ChannelKey &) = default;
    friend std::size_t qHash(const ChannelKey &key, std::size_t seed = 0) noexcept
    {
        return ::qHash((static_cast<std::uint64_t>(key.stream) << 32) | key.subject, seed);
    }
};

/// One message as every dialect sends it in its own envelope.
struct FeedMessage {
    std::uint64_t seq = 0;
    std::int64_t ts = 0; ///< epoch milliseconds
    QByteArray type; ///< `balance:update`, `network:update`, `rebase:completed`
    QJsonObject payload; ///< `seq` included
    QByteArray json; ///< the payload, compact
};

/// A connection that listens. Must unsubscribe before it goes.
class FeedSubscriber
{
public:
    virtual ~FeedSubscriber() = default;
    virtual void onMessage(const ChannelKey &key, const FeedMessage &message) = 0;
};

/// Turns the world's changes into feed messages, numbers them, keeps the last 1,000 of every channel that somebody
/// listened to, and passes them on. One thread.
class FeedHub final : public WorldObserver
{
public:
    static constexpr std::size_t kept = 1'000;

    explicit FeedHub(Platform &platform);
    ~FeedHub() override;
    Q_DISABLE_COPY_MOVE(FeedHub)

    void subscribe(const ChannelKey &key, FeedSubscriber *subscriber);
    void unsubscribe(const ChannelKey &key, FeedSubscriber *subscriber);
    void forget(FeedSubscriber *subscriber); ///< from all channels

    [[nodiscard]] std::uint64_t seq(const ChannelKey &key) const;
    /// The messages after `since`, oldest first; nothing when they are not all held any more.
    [[nodiscard]] std::optional<std::vector<FeedMessage>> missed(const ChannelKey &key, std::uint64_t since) const;
    /// The INITIAL updates of an address, one a chain held.
    [[nodiscard]] QJsonArray initialBalances(Index node) const;
    /// `data` of a `snapshot` message.
    [[nodiscard]] QJsonObject snapshot(const ChannelKey &key) const;

    /// Messages are kept but not delivered (the fault `stale`).
    void setSilent(bool silent) { m_silent = silent; }
    [[nodiscard]] std::size_t subscriptions() const;
    [[nodiscard]] std::uint64_t published() const { return m_published; }
    /// Addresses that somebody watches the balance of.
    [[nodiscard]] std::vector<Index> watchedBalances() const;

    void onJoined(Index node, std::int64_t at) override;
    void onMoved(Index node, Index oldParent, std::int64_t at) override;
    void onBalance(const BalanceChange &change) override;
    void onRebase(const Rebase &rebase) override;
    void onUpdated(Index node, std::int64_t at) override;

private:
    struct Channel {
        std::uint64_t seq = 0;
        std::deque<FeedMessage> held;
        std::vector<FeedSubscriber *> subscribers;
        int rebaseUpdates = 0; ///< UPDATED messages of the rebase under way
        Index skipped = none; ///< somebody whose UPDATED was left out
    };
    enum class Change { Registered, Transferred, Updated };

    Channel &open(const ChannelKey &key);
    void publish(const ChannelKey &key, Channel &channel, const QByteArray &type, QJsonObject payload, std::int64_t at);
    void networkChange(Index root, Index node, int depth, Change change, Index previousParent, std::int64_t at);
    void toUpline(Index node, Change change, std::int64_t at, bool rebase);
    [[nodiscard]] std::uint64_t worldSeq(const ChannelKey &key) const;
    [[nodiscard]] QJsonObject rootFigures(Index root) const;

    Platform &m_platform;
    Serializer m_serializer;
    QHash<ChannelKey, Channel> m_channels;
    bool m_silent = false;
    std::uint64_t m_published = 0;
};

} // namespace majlis::sandbox
