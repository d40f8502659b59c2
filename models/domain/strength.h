// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/amount.h"
#include "models/domain/result.h"

#include <array>
#include <cstdint>

namespace majlis
{

/// Levels below the root that count for strength, weighted balance and rebase weights (domain.md 1.4).
inline constexpr int countedLevels = 7;

/// `W = Σ 0.7^d × balances at depth d`, d = 1..7, exactly (domain.md 1.1). Feed it every user of a network once; the
/// root and levels below the seventh do not count.
class WeightedBalance
{
public:
    /// InvalidArgument for a negative balance or depth, Overflow when a sum leaves the range of Amount.
    [[nodiscard]] Result<void> add(int depth, const Amount &balance);
    /// In tokens, DOWN to 18 places: what the platform sends as `weightedBalance`.
    [[nodiscard]] Result<Amount> value() const;

    /// 0.7^depth exactly, depth 0..7; InvalidArgument outside.
    [[nodiscard]] static Result<Amount> factor(int depth);

private:
    std::array<Amount, countedLevels + 1> m_sums; // by depth; [0] stays empty
};

/// Network strength with its three terms (domain.md 1.2): an estimate, no unit, relative error at most 1e-12.
struct StrengthTerms {
    double descendantScore = 0; ///< 100·log10(D + 1)
    double balanceScore = 0; ///< 50·log10(W + 1)
    double depthScore = 0; ///< 10·H
    double score = 0; ///< their sum, at most 10000

    /// Of D distinct users at depth 1..7, weighted balance W in tokens, and greatest depth H. InvalidArgument unless
    /// D ≥ 0, W ≥ 0 and 0 ≤ H ≤ 7.
    [[nodiscard]] static Result<StrengthTerms> of(
        std::int64_t descendants, const Amount &weightedBalance, int maxDepth);
    /// As it is shown: 2 digits, HALF_UP.
    [[nodiscard]] static QString shown(double score);
};

} // namespace majlis
