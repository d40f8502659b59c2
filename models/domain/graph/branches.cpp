// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/graph/branches.h"

#include "models/domain/graph/networkfile.h"

#include <algorithm>
#include <cmath>

namespace majlis
{

namespace
{

/// Levels below `top`: 0 for it, 255 for whoever is not below (or far deeper than counts).
std::vector<std::uint8_t> levelsBelow(std::span<const std::uint32_t> parents, std::uint32_t top)
{
    constexpr std::uint8_t outside = 255;
    std::vector<std::uint8_t> level(parents.size(), outside);
    level[top] = 0;
    for (std::size_t i = std::size_t{top} + 1; i < parents.size(); ++i) {
        if (parents[i] != noParent && level[parents[i]] != outside) {
            level[i] = static_cast<std::uint8_t>(std::min(level[parents[i]] + 1, outside - 1));
        }
    }
    return level;
}

} // namespace

void fadeOutside(std::span<const std::uint32_t> parents, std::uint32_t top, std::span<std::uint8_t> faded)
{
    const auto level = levelsBelow(parents, top);
    for (std::size_t i = 0; i < parents.size(); ++i) {
        faded[i] = static_cast<std::uint8_t>(faded[i] | (level[i] == 255 ? 1 : 0));
    }
}

std::vector<std::uint8_t> waysToLit(std::span<const std::uint32_t> parents, std::span<const std::uint8_t> faded)
{
    std::vector<std::uint8_t> kept(parents.size(), 0);
    for (std::size_t i = parents.size(); i-- > 0;) {
        kept[i] = static_cast<std::uint8_t>(kept[i] | (faded[i] == 0 ? 1 : 0));
        if (kept[i] != 0 && parents[i] != noParent) {
            kept[parents[i]] = 1;
        }
    }
    return kept;
}

std::vector<std::uint32_t> descendantCounts(std::span<const std::uint32_t> parents)
{
    std::vector<std::uint32_t> below(parents.size(), 0);
    for (std::size_t i = parents.size(); i-- > 0;) {
        if (parents[i] != noParent) {
            below[parents[i]] += below[i] + 1;
        }
    }
    return below;
}

std::vector<std::uint32_t> branchHeads(std::span<const std::uint32_t> parents)
{
    std::vector<std::uint32_t> head(parents.size(), noParent);
    for (std::size_t i = 0; i < parents.size(); ++i) {
        if (parents[i] != noParent) {
            head[i] = parents[parents[i]] == noParent ? static_cast<std::uint32_t>(i) : head[parents[i]];
        }
    }
    return head;
}

Result<BranchFacts> branchFacts(
    std::span<const std::uint32_t> parents, std::uint32_t top, const std::function<BranchPerson(std::uint32_t)> &person)
{
    BranchFacts facts;
    facts.top = top;
    WeightedBalance weighted;
    const auto level = levelsBelow(parents, top);
    for (std::size_t i = std::size_t{top} + 1; i < parents.size(); ++i) {
        const int below = level[i];
        if (below == 255) {
            continue;
        }
        if (below > countedLevels) {
            ++facts.deeper;
            continue;
        }
        const BranchPerson who = person(static_cast<std::uint32_t>(i));
        ++facts.people;
        ++facts.byLevel[static_cast<std::size_t>(below)];
        facts.levels = std::max(facts.levels, below);
        facts.verified += who.verified ? 1 : 0;
        if (!who.balance) {
            ++facts.unknownBalances;
            continue;
        }
        const auto sum = facts.balance.plus(*who.balance);
        if (!sum) {
            return std::unexpected(sum.error());
        }
        facts.balance = *sum;
        if (const auto added = weighted.add(below, *who.balance); !added) {
            return std::unexpected(added.error());
        }
    }
    const auto total = weighted.value();
    if (!total) {
        return std::unexpected(total.error());
    }
    facts.weighted = *total;
    const auto strength = StrengthTerms::of(facts.people, facts.weighted, facts.levels);
    if (!strength) {
        return std::unexpected(strength.error());
    }
    facts.strength = *strength;
    return facts;
}

StrengthSteps strengthSteps(const BranchFacts &branch)
{
    const auto people = static_cast<double>(branch.people);
    const double weighted = branch.weighted.toDoubleLossy();
    StrengthSteps steps;
    steps.onePerson = 100 * std::log10((people + 2) / (people + 1));
    steps.tenfoldPeople = 100 * std::log10((10 * people + 1) / (people + 1));
    steps.doubledBalance = 50 * std::log10((2 * weighted + 1) / (weighted + 1));
    steps.oneLevel = branch.levels < countedLevels ? 10 : 0;
    return steps;
}

} // namespace majlis
