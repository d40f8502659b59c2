// SPDX-License-Identifier: GPL-3.0-or-later
// The parts of HabibiService that follow the live feeds: networks, rebases, the state of the connection.
#include "models/platforms/habibi/habibiservice.h"

#include "models/net/call.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace majlis::habibi
{

using net::CachePolicy;

namespace
{

constexpr std::chrono::seconds reloadAtMostEvery{10};
constexpr std::int64_t historyLength = 100;

Join joinOf(const NetworkSnapshot &network, std::uint32_t index)
{
    const NetworkFile &file = network.file();
    return {.address = network.address(index).value_or(wire::unread()),
        .displayName = file.name(index),
        .chain = network.chain(index),
        .depth = file.depths()[index],
        .joinedAt = file.joinedAt(index).value_or(UnixMs{}),
        .live = false};
}

Join joinOf(const wire::habibi::NetworkNode &node)
{
    return {.address = node.address,
        .displayName = node.displayName.value_or(QString()),
        .chain = node.chain,
        .depth = static_cast<int>(node.depth),
        .joinedAt = node.joinedAt,
        .live = true};
}

} // namespace

void HabibiService::followFeed()
{
    if (!m_feed)
        return;
    connect(m_feed.get(), &LiveFeed::balanceUpdated, this, &HabibiService::takeBalance);
    connect(m_feed.get(), &LiveFeed::networkUpdated, this, &HabibiService::takeNetworkUpdate);
    connect(m_feed.get(), &LiveFeed::rebaseCompleted, this, &HabibiService::takeRebase);
    connect(m_feed.get(), &LiveFeed::resyncNeeded, this, &HabibiService::takeResync);
    connect(m_feed.get(), &LiveFeed::liveChanged, this, &HabibiService::updateConnection);
    connect(m_feed.get(), &LiveFeed::staleChanged, this, [this](LiveFeed::Stream stream, bool stale) {
        // A doubtful balance stays on show, marked; a fresh answer takes the mark away.
        if (stream != LiveFeed::Stream::Balance || !m_user.value || !stale)
            return;
        m_user.freshness.stale = true;
        Q_EMIT userChanged();
    });
}

void HabibiService::updateConnection()
{
    Connection connection = Connection::Unknown;
    if (m_feed && m_feed->isLive())
        connection = Connection::Live;
    else if (m_http->isOnline())
        connection = *m_http->isOnline() ? Connection::Polling : Connection::Offline;
    if (std::exchange(m_connection, connection) != connection)
        Q_EMIT connectionChanged();
}

void HabibiService::takeBalance(const wire::habibi::BalanceUpdate &update)
{
    if (!m_account || update.address != *m_account || !m_balances.apply(update))
        return;
    if (m_user.value) {
        if (const auto total = m_balances.total())
            m_user.value->balance = *total;
    }
    Q_EMIT balancesChanged(update);
}

// ---- network

void HabibiService::loadNetwork(int depth, bool force)
{
    if (!m_account)
        return;
    fetchNetwork(depth, force ? CachePolicy::Refresh : CachePolicy::Normal);
}

void HabibiService::cancelNetwork()
{
    m_networkLoad.cancel();
    m_networkLoad = net::CancelSource();
    m_networkReload.stop();
    if (std::exchange(m_network.loading, false))
        Q_EMIT networkChanged();
}

void HabibiService::fetchNetwork(int depth, CachePolicy cache)
{
    if (!m_account)
        return;
    const bool isLastKnown = cache == CachePolicy::LastKnown;
    m_networkReload.stop();
    m_networkLoad.cancel();
    m_networkLoad = net::CancelSource();
    m_networkDepth = depth;
    CallOptions callOptions = options(cache);
    callOptions.cancel = m_networkLoad.token();
    if (!isLastKnown) {
        m_network.loading = true;
        m_networkLoadedAt = m_dependencies.clock->monotonic();
        Q_EMIT networkChanged();
    }
    const auto progress = [this, token = callOptions.cancel](std::uint64_t nodes, std::optional<std::uint64_t> total) {
        if (!token.isCancelled())
            Q_EMIT networkProgress(static_cast<qint64>(nodes), total ? static_cast<qint64>(*total) : -1);
    };
    const Address address = *m_account;
    net::start(
        this,
        [this, address, depth, callOptions, progress](
            const net::CancelToken &) { return m_client->network(address, depth, callOptions, progress); },
        [this, isLastKnown, token = callOptions.cancel](Result<Answered<NetworkSnapshot>> answer) {
            if (token.isCancelled())
                return;
            if (answer) {
                if (!isLastKnown || !m_network.value)
                    takeNetwork(std::move(answer->value), answer->freshness);
                return;
            }
            if (isLastKnown)
                return;
            noteUnlessNewcomer(answer.error(), u"network"_s);
            m_network.fail(answer.error());
            Q_EMIT networkChanged();
        });
}

void HabibiService::takeNetwork(NetworkSnapshot network, net::Freshness freshness)
{
    const bool isSame = m_network.value && !m_network.value->isEmpty() && !network.isEmpty()
        && !network.file().meta().snapshotId.isEmpty() && m_follower.updates().empty()
        && m_network.value->file().meta().snapshotId == network.file().meta().snapshotId
        && m_network.value->file().nodeCount() == network.file().nodeCount();
    if (isSame) {
        // Equal ids mean equal content: the view keeps what it has drawn.
        m_network.succeed(*m_network.value, freshness);
    } else {
        m_follower.reset(network);
        m_network.succeed(std::move(network), freshness);
        takeJoins();
    }
    Q_EMIT networkChanged();
}

void HabibiService::takeJoins()
{
    m_joins.clear();
    const NetworkSnapshot &network = *m_network.value;
    for (const std::uint32_t index : network.newest())
        m_joins.push_back(joinOf(network, index));
    Q_EMIT joinsChanged();
}

void HabibiService::reloadNetworkSoon()
{
    if (m_networkReload.isActive() || m_network.loading)
        return;
    std::chrono::milliseconds wait{0};
    if (m_networkLoadedAt)
        wait = *m_networkLoadedAt + reloadAtMostEvery - m_dependencies.clock->monotonic();
    m_networkReload.start(std::max(wait, std::chrono::milliseconds(0)));
}

void HabibiService::takeNetworkUpdate(const wire::habibi::NetworkUpdate &update)
{
    if (!m_account || update.address != *m_account)
        return;
    if (!m_userReload.isActive())
        m_userReload.start(); // strength and counts of the account follow
    if (!m_network.value) {
        // Nothing to follow yet: the answer under way will contain it.
        if (!m_network.loading)
            reloadNetworkSoon();
        return;
    }
    const std::size_t before = m_follower.updates().size();
    if (m_follower.follow(update) == NetworkFollower::Outcome::Reload) {
        reloadNetworkSoon();
        return;
    }
    if (m_follower.updates().size() == before)
        return; // a duplicate
    if (update.change == wire::habibi::NetworkChange::Registered) {
        m_joins.insert(m_joins.begin(), joinOf(update.node));
        if (m_joins.size() > NetworkSnapshot::newestKept)
            m_joins.pop_back();
        Q_EMIT joinsChanged();
    }
    Q_EMIT networkUpdated(update);
}

// ---- rebases

void HabibiService::loadRebases(Chain chain)
{
    fetchRebases(std::move(chain), CachePolicy::Normal);
}

void HabibiService::fetchRebases(Chain chain, CachePolicy cache)
{
    if (!chain.isKnown())
        return;
    const bool isLastKnown = cache == CachePolicy::LastKnown;
    const ChainName name = chain.value();
    RebaseState &state = m_rebases[name];
    state.known.loading = state.known.loading || !isLastKnown;
    const CallOptions callOptions = options(cache);
    net::start(
        this,
        [this, chain, callOptions](const net::CancelToken &) {
            return m_client->call(
                wire::habibi::rest::GetRebaseHistory{.chain = chain, .limit = historyLength, .cursor = {}},
                callOptions);
        },
        [this, name, isLastKnown, callOptions](Result<Answered<wire::habibi::RebasePage>> answer) {
            if (callOptions.cancel.isCancelled() || (isLastKnown && !answer))
                return;
            RebaseState &held = m_rebases[name];
            if (answer) {
                held.book.merge(answer->value.events);
                held.known.succeed(held.book.events(), answer->freshness);
            } else {
                noteError(answer.error(), u"rebases"_s);
                held.known.fail(answer.error());
            }
            Q_EMIT rebasesChanged(name);
        });
}

void HabibiService::takeRebase(const wire::habibi::RebaseEvent &event)
{
    if (!event.chain.isKnown())
        return;
    RebaseState &state = m_rebases[event.chain.value()];
    const RebaseBook::Outcome outcome = state.book.apply(event);
    if (outcome == RebaseBook::Outcome::Known)
        return;
    if (outcome == RebaseBook::Outcome::Gap)
        fetchRebases(event.chain, CachePolicy::Refresh); // fills the epochs between
    net::Freshness freshness = state.known.freshness;
    freshness.asOf = m_dependencies.clock->now();
    state.known.succeed(state.book.events(), freshness);
    Q_EMIT rebasesChanged(event.chain);
    fetchStatistics(CachePolicy::Refresh); // supply and the next time have changed
    const auto &holdings = m_balances.holdings();
    const bool concernsUser = std::any_of(holdings.begin(), holdings.end(),
        [&event](const ChainHolding &holding) { return holding.chain == event.chain; });
    if (concernsUser)
        Q_EMIT rebaseHappened(event);
}

const Known<std::vector<wire::habibi::RebaseEvent>> &HabibiService::rebases(Chain chain) const
{
    static const Known<std::vector<wire::habibi::RebaseEvent>> nothing;
    const auto found = m_rebases.find(chain.value());
    return found == m_rebases.end() ? nothing : found->second.known;
}

std::vector<NextRebase> HabibiService::nextRebases() const
{
    std::vector<NextRebase> next;
    if (!m_statistics.value)
        return next;
    const auto skew = m_http->clockSkew().value_or(std::chrono::milliseconds(0));
    for (const wire::habibi::ChainStatistics &chain : m_statistics.value->chains) {
        std::optional<wire::habibi::RebaseEvent> last = chain.lastRebase;
        const auto &known = rebases(chain.chain);
        if (known.value && !known.value->empty() && (!last || known.value->front().epoch > last->epoch))
            last = known.value->front();
        // No time from the server means paused; a day after the last one would be a guess against its word.
        const auto countdown = RebaseCountdown::of(chain.nextRebaseAt, std::nullopt, m_dependencies.clock->now(), skew);
        if (countdown)
            next.push_back({chain.chain, chain.rebaseRateBps, *countdown, last});
    }
    std::sort(next.begin(), next.end(),
        [](const NextRebase &left, const NextRebase &right) { return left.countdown.at < right.countdown.at; });
    return next;
}

void HabibiService::takeResync(LiveFeed::Stream stream, const Chain &chain)
{
    switch (stream) {
    case LiveFeed::Stream::Balance:
        fetchUser(CachePolicy::Refresh);
        break;
    case LiveFeed::Stream::Network:
        reloadNetworkSoon();
        break;
    case LiveFeed::Stream::Rebase:
        fetchRebases(chain, CachePolicy::Refresh);
        break;
    }
}

} // namespace majlis::habibi
