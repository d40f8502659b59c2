// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/feeds/feedhub.h"

#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace majlis::sandbox
{

namespace
{

/// A rebase moves almost every balance. Above this many messages to one network the rest are left out and the sequence
/// jumps, which makes clients fetch the network again (the network rule of habibi.feeds.md).
constexpr int mostRebaseUpdates = 2'000;

} // namespace

FeedHub::FeedHub(Platform &platform)
    : m_platform(platform)
    , m_serializer(platform)
{
    platform.world().setObserver(this);
}

FeedHub::~FeedHub()
{
    m_platform.world().setObserver(nullptr);
}

/// Where a channel nobody listened to stands. A network's number is its content version: it grows at least as fast as
/// messages do, so that a channel that was forgotten never goes back.
std::uint64_t FeedHub::worldSeq(const ChannelKey &key) const
{
    const World &world = m_platform.world();
    switch (key.stream) {
    case Stream::Balance:
        return world.balanceSeq(key.subject);
    case Stream::Network:
        return world.contentVersion(key.subject);
    case Stream::Rebase:
        return world.rebases(static_cast<Chain>(key.subject)).size();
    }
    return 0;
}

std::uint64_t FeedHub::seq(const ChannelKey &key) const
{
    const auto found = m_channels.constFind(key);
    return found == m_channels.constEnd() || key.stream != Stream::Network ? worldSeq(key) : found->seq;
}

FeedHub::Channel &FeedHub::open(const ChannelKey &key)
{
    const auto found = m_channels.find(key);
    if (found != m_channels.end())
        return *found;
    Channel channel;
    channel.seq = worldSeq(key);
    return *m_channels.insert(key, channel);
}

void FeedHub::subscribe(const ChannelKey &key, FeedSubscriber *subscriber)
{
    Channel &channel = open(key);
    if (std::ranges::find(channel.subscribers, subscriber) == channel.subscribers.end())
        channel.subscribers.push_back(subscriber);
}

void FeedHub::unsubscribe(const ChannelKey &key, FeedSubscriber *subscriber)
{
    if (const auto found = m_channels.find(key); found != m_channels.end())
        std::erase(found->subscribers, subscriber);
}

void FeedHub::forget(FeedSubscriber *subscriber)
{
    for (Channel &channel : m_channels)
        std::erase(channel.subscribers, subscriber);
}

std::optional<std::vector<FeedMessage>> FeedHub::missed(const ChannelKey &key, std::uint64_t since) const
{
    const std::uint64_t present = seq(key);
    if (since == present)
        return std::vector<FeedMessage>();
    const auto found = m_channels.constFind(key);
    if (since > present || found == m_channels.constEnd() || found->held.empty() || found->held.front().seq > since + 1)
        return std::nullopt;
    std::vector<FeedMessage> messages;
    for (const FeedMessage &message : found->held) {
        if (message.seq > since)
            messages.push_back(message);
    }
    if (messages.empty() || messages.front().seq != since + 1
        || messages.back().seq - messages.front().seq + 1 != messages.size())
        return std::nullopt;
    return messages;
}

QJsonArray FeedHub::initialBalances(Index node) const
{
    QJsonArray array;
    for (const Chain chain : allChains) {
        if (m_platform.world().balance(node, chain) > 0)
            array.append(m_serializer.balanceUpdate(node, chain, nullptr));
    }
    return array;
}

QJsonObject FeedHub::rootFigures(Index root) const
{
    const World &world = m_platform.world();
    return {{u"directReferrals"_s, qint64(world.directReferrals(root))},
        {u"totalDescendants"_s, qint64(world.descendants(root))},
        {u"score"_s, m_serializer.strength(root, false).value(u"score"_s)}};
}

QJsonObject FeedHub::snapshot(const ChannelKey &key) const
{
    switch (key.stream) {
    case Stream::Balance:
        return {{u"balances"_s, initialBalances(key.subject)}};
    case Stream::Network:
        return rootFigures(key.subject);
    case Stream::Rebase:
        break;
    }
    const auto &history = m_platform.world().rebases(static_cast<Chain>(key.subject));
    return {{u"last"_s, history.empty() ? QJsonValue() : QJsonValue(Serializer::rebase(history.back()))}};
}

std::size_t FeedHub::subscriptions() const
{
    std::size_t sum = 0;
    for (const Channel &channel : m_channels)
        sum += channel.subscribers.size();
    return sum;
}

std::vector<Index> FeedHub::watchedBalances() const
{
    std::vector<Index> nodes;
    for (auto it = m_channels.constBegin(); it != m_channels.constEnd(); ++it) {
        if (it.key().stream == Stream::Balance && !it->subscribers.empty())
            nodes.push_back(it.key().subject);
    }
    std::ranges::sort(nodes);
    return nodes;
}

void FeedHub::publish(
    const ChannelKey &key, Channel &channel, const QByteArray &type, QJsonObject payload, std::int64_t at)
{
    FeedMessage message;
    message.seq = channel.seq;
    message.ts = at;
    message.type = type;
    payload.insert(u"seq"_s, qint64(channel.seq));
    message.payload = std::move(payload);
    message.json = QJsonDocument(message.payload).toJson(QJsonDocument::Compact);
    channel.held.push_back(message);
    if (channel.held.size() > kept)
        channel.held.pop_front();
    ++m_published;
    if (m_silent)
        return;
    // A copy: a subscriber whose connection breaks on sending leaves the list.
    const std::vector<FeedSubscriber *> subscribers = channel.subscribers;
    for (FeedSubscriber *subscriber : subscribers)
        subscriber->onMessage(key, message);
}

void FeedHub::networkChange(Index root, Index node, int depth, Change change, Index previousParent, std::int64_t at)
{
    const ChannelKey key{Stream::Network, root};
    const auto found = m_channels.find(key);
    if (found == m_channels.end())
        return;
    ++found->seq;
    const World &world = m_platform.world();
    static constexpr std::array names{"REGISTERED"_L1, "TRANSFERRED"_L1, "UPDATED"_L1};
    const bool left = depth > networkDepth; // it is in this network no more, or too deep to count
    QJsonObject payload = rootFigures(root);
    payload.insert(u"address"_s, world.address(root).text());
    payload.insert(u"change"_s, names[static_cast<std::size_t>(change)]);
    payload.insert(u"node"_s, m_serializer.networkNode(node, left ? networkDepth : depth, depth == 0));
    payload.insert(u"edge"_s, left || depth == 0 ? QJsonValue() : QJsonValue(m_serializer.networkEdge(node, depth)));
    payload.insert(u"previousParent"_s,
        change != Change::Transferred || previousParent == none ? QJsonValue()
                                                                : QJsonValue(world.address(previousParent).text()));
    payload.insert(u"occurredAt"_s, Serializer::dateTime(at));
    publish(key, *found, "network:update", std::move(payload), at);
}

void FeedHub::toUpline(Index node, Change change, std::int64_t at, bool rebase)
{
    const World &world = m_platform.world();
    Index root = node;
    for (int depth = 0; depth <= networkDepth && root != none; ++depth, root = world.parent(root)) {
        if (depth == 0 && change == Change::Registered)
            continue;
        if (rebase) {
            const auto found = m_channels.find({Stream::Network, root});
            if (found == m_channels.end())
                continue;
            if (++found->rebaseUpdates > mostRebaseUpdates) {
                found->skipped = node;
                continue;
            }
        }
        networkChange(root, node, depth, change, none, at);
    }
}

void FeedHub::onJoined(Index node, std::int64_t at)
{
    toUpline(node, Change::Registered, at, false);
}

void FeedHub::onUpdated(Index node, std::int64_t at)
{
    toUpline(node, Change::Updated, at, false);
}

void FeedHub::onMoved(Index node, Index oldParent, std::int64_t at)
{
    const World &world = m_platform.world();
    // Without a referrer before and without a network of its own it is a new registration; with one, its people come
    // along, which only TRANSFERRED says.
    if (oldParent == none && world.directReferrals(node) == 0)
        return toUpline(node, Change::Registered, at, false);
    std::vector<Index> present;
    Index root = world.parent(node);
    for (int depth = 1; depth <= networkDepth && root != none; ++depth, root = world.parent(root)) {
        present.push_back(root);
        networkChange(root, node, depth, Change::Transferred, oldParent, at);
    }
    root = oldParent;
    for (int depth = 1; depth <= networkDepth && root != none; ++depth, root = world.parent(root)) {
        if (std::ranges::find(present, root) == present.end())
            networkChange(root, node, networkDepth + 1, Change::Transferred, oldParent, at);
    }
}

void FeedHub::onBalance(const BalanceChange &change)
{
    const ChannelKey key{Stream::Balance, change.who};
    if (const auto found = m_channels.find(key); found != m_channels.end()) {
        found->seq = m_platform.world().balanceSeq(change.who);
        publish(
            key, *found, "balance:update", m_serializer.balanceUpdate(change.who, change.chain, &change), change.at);
    }
    if (change.reason != BalanceReason::Correction)
        toUpline(change.who, Change::Updated, change.at, change.reason == BalanceReason::Rebase);
}

void FeedHub::onRebase(const Rebase &rebase)
{
    std::vector<std::pair<Index, Index>> jumped;
    for (auto it = m_channels.begin(); it != m_channels.end(); ++it) {
        it->rebaseUpdates = 0;
        if (it->skipped != none)
            jumped.emplace_back(it.key().subject, it->skipped);
        it->skipped = none;
    }
    for (const auto &[root, node] : jumped) {
        Channel &channel = open({Stream::Network, root});
        ++channel.seq; // the jump
        channel.held.clear();
        networkChange(root, root, 0, Change::Updated, none, rebase.executedAt);
    }
    const ChannelKey key{Stream::Rebase, static_cast<std::uint32_t>(slot(rebase.chain))};
    Channel &channel = open(key);
    channel.seq = static_cast<std::uint64_t>(rebase.epoch);
    publish(key, channel, "rebase:completed", Serializer::rebase(rebase), rebase.executedAt);
}

} // namespace majlis::sandbox
