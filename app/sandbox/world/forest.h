// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <cstdint>
#include <expected>
#include <limits>
#include <vector>

namespace majlis::sandbox
{

using Index = std::uint32_t;
inline constexpr Index none = std::numeric_limits<Index>::max();

/// Who referred whom, in the order of arrival: a parent always stands before its children.
struct Forest {
    std::vector<Index> parents; ///< `none` for a root
    std::vector<std::int64_t> joinedAt; ///< epoch milliseconds

    [[nodiscard]] std::size_t size() const { return parents.size(); }
};

/// Chooses who refers the next newcomer of a growing forest; see forestgenerator.cpp for the law and its fit.
/// `parentOf(i)` answers for i < count. The result is `none` for a new root.
class Attachment
{
public:
    static constexpr double rootShare = 0.0138;
    static constexpr double copyShare = 0.74;
    static constexpr double recency = 6.0;
    static constexpr double copyRecency = 4.0;

    template <class Random, class ParentOf>
    [[nodiscard]] static Index choose(Random &dice, Index count, const ParentOf &parentOf)
    {
        if (count == 0 || dice.chance(rootShare))
            return none;
        const bool copies = dice.chance(copyShare);
        const double age = power(dice.real(), copies ? copyRecency : recency) * count;
        const Index pick = count - 1 - static_cast<Index>(age);
        if (!copies)
            return pick;
        const Index parent = parentOf(pick);
        return parent == none ? pick : parent;
    }

private:
    static double power(double base, double exponent);
};

/// `users` people who joined in the `spanMs` before `endMs`.
[[nodiscard]] Forest generateForest(Index users, std::uint64_t seed, std::int64_t endMs, std::int64_t spanMs);

/// Reads `referee referrer timestamp` lines ('-' = no referrer; timestamp in unix seconds), plain or .xz. Refuses, with
/// a message that names the line where there is one: a referrer that is not in the file, a node twice, a cycle, and
/// anything that is no such line. Columns that are order numbers and not times (all below 10^8) are laid over the
/// `spanMs` before `endMs`.
[[nodiscard]] std::expected<Forest, QString> readForest(
    const QString &fileName, std::int64_t endMs, std::int64_t spanMs, std::size_t maxNodes = 2'000'000);

/// What is measured of a forest when the generator is fitted and tested.
struct ForestStatistics {
    std::size_t nodes = 0;
    std::size_t roots = 0;
    double leafShare = 0; ///< nodes without referees
    double tailExponent
        = 0; ///< of direct referees, maximum likelihood above 10 (Clauset et al. 2009, discrete approx.)
    Index mostDirect = 0;
    double meanDepth = 0;
    int maxDepth = 0;
    double rankAgeMedian = 0; ///< (i − parent) / i: how far back the referrer joined, 0 = just now
    std::vector<double> arrivalQuantiles; ///< at 10, 25, 50, 75, 90 % of the nodes, as shares of the whole span
};
[[nodiscard]] ForestStatistics measure(const Forest &forest);

} // namespace majlis::sandbox
