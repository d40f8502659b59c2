// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/amount.h"
#include "models/domain/strength.h"

#include <array>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <vector>

namespace majlis
{

// Walks over PARENT arrays: `parents[i]` is noParent or less than i (breadth first, habibi.feeds.md part 4), so one
// pass forwards meets every parent before its children, and one backwards every child before its parent.
// O(n) each; for worker threads.

/// Sets `faded[i]` to 1 for everyone but `top` and those below.
void fadeOutside(std::span<const std::uint32_t> parents, std::uint32_t top, std::span<std::uint8_t> faded);

/// 1 for whoever is not faded and for everyone above them: what a tree must keep to reach those who are lit.
[[nodiscard]] std::vector<std::uint8_t> waysToLit(
    std::span<const std::uint32_t> parents, std::span<const std::uint8_t> faded);

/// How many are below each person, at any depth.
[[nodiscard]] std::vector<std::uint32_t> descendantCounts(std::span<const std::uint32_t> parents);

/// By node: the person of level 1 whose branch it is in (itself for those), noParent for roots.
[[nodiscard]] std::vector<std::uint32_t> branchHeads(std::span<const std::uint32_t> parents);

/// A person and everyone below, as strength sees them (domain.md 1.2): levels are counted from that person.
struct BranchFacts {
    std::uint32_t top = 0;
    std::int64_t people = 0; ///< below, at levels 1..7
    std::array<std::int64_t, countedLevels + 1> byLevel{}; ///< [1]: direct referrals … [7]
    std::int64_t deeper = 0; ///< below the seventh level: not counted by strength
    std::int64_t verified = 0; ///< of `people`
    std::int64_t unknownBalances = 0; ///< of `people`: not in the sums
    int levels = 0; ///< the deepest with somebody, at most 7
    Amount balance; ///< sum over `people`
    Amount weighted; ///< W of domain.md 1.1
    StrengthTerms strength;
};

/// What of somebody a branch adds up; balance none: unknown.
struct BranchPerson {
    std::optional<Amount> balance;
    bool verified = false;
};

/// Overflow when a sum leaves the range of Amount. `person` is called once for each of `people`.
[[nodiscard]] Result<BranchFacts> branchFacts(std::span<const std::uint32_t> parents, std::uint32_t top,
    const std::function<BranchPerson(std::uint32_t)> &person);

/// What would raise the three terms of a branch's strength, in points: arithmetic on domain.md 1.2, no forecast.
struct StrengthSteps {
    double onePerson = 0; ///< one more anywhere in levels 1..7
    double tenfoldPeople = 0;
    double doubledBalance = 0; ///< of the weighted balance; 0 when there is none
    double oneLevel = 0; ///< somebody one level below the deepest; 0 at seven levels
};
[[nodiscard]] StrengthSteps strengthSteps(const BranchFacts &branch);

} // namespace majlis
