// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sandbox/api/serialize.h"

#include <array>

namespace majlis::sandbox
{

/// The contract's `LeaderboardType`.
enum class LeaderboardType { NetworkStrength, Balance, TotalReferrals, DirectReferrals, Rewards };
[[nodiscard]] std::optional<LeaderboardType> leaderboardTypeFromName(const QString &name);

/// Rankings over everybody, and where people stood a world day ago. One thread.
class Leaderboards
{
public:
    explicit Leaderboards(const Platform &platform);

    /// The best `limit` (1..100) as `LeaderboardEntry`.
    [[nodiscard]] QJsonArray top(LeaderboardType type, int limit) const;
    /// A world day is over: the present ranks become the previous ones.
    void rotate();

private:
    static constexpr std::size_t types = 5;
    static constexpr std::size_t remembered = 1'000;
    [[nodiscard]] double key(LeaderboardType type, Index node) const;
    [[nodiscard]] QString value(LeaderboardType type, Index node) const;
    [[nodiscard]] std::vector<Index> ranked(LeaderboardType type, std::size_t limit) const;

    const Platform &m_platform;
    std::array<QHash<Index, int>, types> m_previous;
};

} // namespace majlis::sandbox
