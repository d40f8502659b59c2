// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/api/leaderboards.h"

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace majlis::sandbox
{

std::optional<LeaderboardType> leaderboardTypeFromName(const QString &name)
{
    static const std::array names{
        u"NETWORK_STRENGTH"_s, u"BALANCE"_s, u"TOTAL_REFERRALS"_s, u"DIRECT_REFERRALS"_s, u"REWARDS"_s};
    const auto found = std::ranges::find(names, name);
    if (found == names.end())
        return std::nullopt;
    return static_cast<LeaderboardType>(found - names.begin());
}

Leaderboards::Leaderboards(const Platform &platform)
    : m_platform(platform)
{
    rotate();
}

double Leaderboards::key(LeaderboardType type, Index node) const
{
    const World &world = m_platform.world();
    switch (type) {
    case LeaderboardType::NetworkStrength:
        // Monotonic in the score and cheaper; ties of the cap never happen (domain.md 1.2).
        return std::log10(world.descendants(node) + 1.0) * 100.0
            + std::log10(tokensLossy(world.weightedBalance(node)) + 1.0) * 50.0 + world.maxDepth(node) * 10.0;
    case LeaderboardType::Balance:
        return tokensLossy(world.balance(node));
    case LeaderboardType::TotalReferrals:
        return world.descendants(node);
    case LeaderboardType::DirectReferrals:
        return world.directReferrals(node);
    case LeaderboardType::Rewards:
        return tokensLossy(m_platform.referralEarned(node) + world.rebasedTotal(node));
    }
    return 0;
}

QString Leaderboards::value(LeaderboardType type, Index node) const
{
    const World &world = m_platform.world();
    switch (type) {
    case LeaderboardType::NetworkStrength: {
        const double score = Serializer(m_platform).strength(node, false).value(u"score"_s).toDouble();
        return decimalText(Wide(static_cast<std::uint64_t>(std::llround(score * 1e6))) * 1'000'000'000'000ULL);
    }
    case LeaderboardType::Balance:
        return decimalText(world.balance(node));
    case LeaderboardType::TotalReferrals:
        return QString::number(world.descendants(node));
    case LeaderboardType::DirectReferrals:
        return QString::number(world.directReferrals(node));
    case LeaderboardType::Rewards:
        return decimalText(m_platform.referralEarned(node) + world.rebasedTotal(node));
    }
    return {};
}

std::vector<Index> Leaderboards::ranked(LeaderboardType type, std::size_t limit) const
{
    const World &world = m_platform.world();
    std::vector<std::pair<double, Index>> keys;
    keys.reserve(world.count());
    for (Index node = 0; node < world.count(); ++node) {
        if (const double rank = key(type, node); rank > 0)
            keys.emplace_back(rank, node);
    }
    const auto kept = std::min(limit, keys.size());
    std::ranges::partial_sort(
        keys, keys.begin() + static_cast<std::ptrdiff_t>(kept), [&world](const auto &left, const auto &right) {
            if (left.first != right.first)
                return left.first > right.first;
            if (world.createdAt(left.second) != world.createdAt(right.second))
                return world.createdAt(left.second) < world.createdAt(right.second);
            return world.address(left.second).text() < world.address(right.second).text();
        });
    std::vector<Index> result;
    result.reserve(kept);
    for (std::size_t i = 0; i < kept; ++i)
        result.push_back(keys[i].second);
    return result;
}

void Leaderboards::rotate()
{
    for (std::size_t type = 0; type < types; ++type) {
        m_previous[type].clear();
        int rank = 0;
        for (const Index node : ranked(static_cast<LeaderboardType>(type), remembered))
            m_previous[type].insert(node, ++rank);
    }
}

QJsonArray Leaderboards::top(LeaderboardType type, int limit) const
{
    const World &world = m_platform.world();
    const auto &previous = m_previous[static_cast<std::size_t>(type)];
    QJsonArray array;
    int rank = 0;
    for (const Index node : ranked(type, static_cast<std::size_t>(limit))) {
        const QJsonObject profile = m_platform.profile(node);
        array.append(QJsonObject{{u"rank"_s, ++rank}, {u"address"_s, world.address(node).text()},
            {u"displayName"_s, profile.value(u"displayName"_s)}, {u"avatarUrl"_s, profile.value(u"avatarUrl"_s)},
            {u"isVerified"_s, world.isVerified(node)}, {u"chain"_s, chainName(world.chain(node))},
            {u"balance"_s, decimalText(world.balance(node))}, {u"value"_s, value(type, node)},
            {u"previousRank"_s, previous.contains(node) ? QJsonValue(previous.value(node)) : QJsonValue()}});
    }
    return array;
}

} // namespace majlis::sandbox
