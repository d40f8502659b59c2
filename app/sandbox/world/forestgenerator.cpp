// SPDX-License-Identifier: GPL-3.0-or-later
//
// The law: newcomer i becomes a root with probability 0.0138; otherwise it looks at somebody who joined before, at rank
// age u^k × i (u uniform: newer people are likelier), and with probability 0.74 takes that person's referrer instead of
// the person (the copying model: the rich get richer, tail exponent near 1 + 1/0.74 = 2.35). k is 6 for the person and
// 4 for the referrer. Arrival times follow the quantiles of the real network, with bursts between.
//
// Fitted to Bitcoin OTC's arrival-order forest (Kumar et al. 2016; 5,881 people, measured, not shipped). Real |
// generated, median of six forests of that size (tests/unit/sandbox/forest_test.cpp holds both):
//     roots, share of all                    0.0138 | 0.0138 (a parameter)
//     without referees, share of all         0.765  | 0.767
//     tail exponent of direct referees >= 10 2.445  | 2.54
//     most direct referees                   448    | 206 (the second most in the real one: 171)
//     mean depth                             4.97   | 4.79
//     deepest level                          16     | 17
//     rank age of the referrer, median       0.241  | 0.415; 10 %: 0.005 | 0.002; 90 %: 0.983 | 0.966
//     arrival of 10/25/50/75/90 % of people  0.102 0.181 0.394 0.517 0.633 of the span | the same (a table)
//     gaps between arrivals, std/mean        2.55   | 2.5
// Other real forests for comparison: Higgs Twitter (304,691 people) leaves 0.847, exponent 1.89, mean depth 1.6,
// deepest 11; Twitter cascades (164,183) leaves 0.648, exponent 2.79, mean depth 1.43, deepest 14. They are shallower
// because most of their trees are one star; a referral programme is nearer to a web of trust, so OTC is the one that
// was fitted.
#include "app/sandbox/world/forest.h"

#include "app/sandbox/base/random.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace majlis::sandbox
{

namespace
{

struct Quantile {
    double share; // of the nodes
    double time; // of the span
};

// Bitcoin OTC, measured (statistics only, no data of the network is shipped).
constexpr std::array<Quantile, 17> arrivals{{{0.0, 0.0}, {0.01, 0.0308}, {0.05, 0.0897}, {0.1, 0.102}, {0.2, 0.1196},
    {0.25, 0.1808}, {0.3, 0.2513}, {0.4, 0.3421}, {0.5, 0.3943}, {0.6, 0.4523}, {0.7, 0.4836}, {0.75, 0.517},
    {0.8, 0.5433}, {0.9, 0.6327}, {0.95, 0.721}, {0.99, 0.8755}, {1.0, 1.0}}};

double arrivalTime(double share)
{
    const auto upper = std::upper_bound(arrivals.begin() + 1, arrivals.end() - 1, share,
        [](double value, const Quantile &quantile) { return value < quantile.share; });
    const auto lower = upper - 1;
    return lower->time + (upper->time - lower->time) * (share - lower->share) / (upper->share - lower->share);
}

/// Shares of the nodes at which each of them arrives: gaps are exponential, one in six ten times as long, which gives
/// the coefficient of variation near 2.5 that real inter-arrival times have.
std::vector<double> arrivalShares(Index users, Dice &dice)
{
    std::vector<double> at(users);
    double sum = 0;
    for (Index i = 0; i < users; ++i) {
        at[i] = sum;
        sum += dice.exponential() * (dice.chance(1.0 / 6.0) ? 10.0 : 1.0);
    }
    const double last = users > 1 ? at[users - 1] : 1.0;
    for (double &share : at)
        share = std::min(1.0, share / last);
    return at;
}

} // namespace

double Attachment::power(double base, double exponent)
{
    return std::pow(base, exponent);
}

Forest generateForest(Index users, std::uint64_t seed, std::int64_t endMs, std::int64_t spanMs)
{
    Dice dice(mix(seed ^ 0x666f72657374ULL));
    Forest forest;
    forest.parents.reserve(users);
    for (Index i = 0; i < users; ++i)
        forest.parents.push_back(Attachment::choose(dice, i, [&](Index j) { return forest.parents[j]; }));
    forest.joinedAt.reserve(users);
    for (const double share : arrivalShares(users, dice))
        forest.joinedAt.push_back(
            endMs - spanMs + static_cast<std::int64_t>(arrivalTime(share) * static_cast<double>(spanMs)));
    return forest;
}

ForestStatistics measure(const Forest &forest)
{
    ForestStatistics result;
    const std::size_t n = result.nodes = forest.size();
    if (n == 0)
        return result;
    std::vector<Index> direct(n, 0);
    std::vector<int> depth(n, 0);
    std::vector<double> ages;
    double depths = 0;
    for (std::size_t i = 0; i < n; ++i) {
        const Index parent = forest.parents[i];
        if (parent == none) {
            ++result.roots;
            continue;
        }
        ++direct[parent];
        depth[i] = depth[parent] + 1;
        depths += depth[i];
        result.maxDepth = std::max(result.maxDepth, depth[i]);
        ages.push_back(static_cast<double>(i - parent) / static_cast<double>(i));
    }
    double logs = 0;
    std::size_t tail = 0;
    std::size_t leaves = 0;
    for (const Index count : direct) {
        leaves += count == 0 ? 1 : 0;
        result.mostDirect = std::max(result.mostDirect, count);
        if (count >= 10) {
            logs += std::log(count / 9.5);
            ++tail;
        }
    }
    const auto total = static_cast<double>(n);
    result.leafShare = static_cast<double>(leaves) / total;
    result.tailExponent = tail > 0 ? 1.0 + static_cast<double>(tail) / logs : 0.0;
    result.meanDepth = depths / total;
    if (!ages.empty()) {
        std::ranges::nth_element(ages, ages.begin() + static_cast<std::ptrdiff_t>(ages.size() / 2));
        result.rankAgeMedian = ages[ages.size() / 2];
    }
    auto times = forest.joinedAt;
    std::ranges::sort(times);
    const auto span = static_cast<double>(std::max<std::int64_t>(1, times.back() - times.front()));
    for (const double q : {0.1, 0.25, 0.5, 0.75, 0.9}) {
        const auto at = times[static_cast<std::size_t>(q * (total - 1))];
        result.arrivalQuantiles.push_back(static_cast<double>(at - times.front()) / span);
    }
    return result;
}

} // namespace majlis::sandbox
