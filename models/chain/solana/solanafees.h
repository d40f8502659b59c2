// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <vector>

namespace majlis::chain
{

/// Prices of a compute unit in micro-lamports (10^-15 SOL), for three tempers. slow <= normal <= fast.
struct PriorityFees {
    std::uint64_t slow = 0;
    std::uint64_t normal = 0;
    std::uint64_t fast = 0;
    friend bool operator==(const PriorityFees &, const PriorityFees &) = default;
};

enum class FeeTemper { Slow, Normal, Fast };

/// What one of the three costs for a transaction.
struct SolanaFeeChoice {
    FeeTemper temper = FeeTemper::Normal;
    std::uint64_t computeUnitPrice = 0; ///< micro-lamports
    std::uint64_t lamports = 0; ///< all of it: signatures and priority
};

/// From the fees of recent blocks, in any order: the quartile, the median and the ninth tenth, with a floor for normal
/// (1,000) and fast (10,000 and twice normal), because most recent fees are zero, and a ceiling (50,000,000) against a
/// node that lies.
[[nodiscard]] PriorityFees priorityFeesFrom(std::vector<std::uint64_t> recent);

/// `unitLimit` as it will stand in the transaction.
[[nodiscard]] std::array<SolanaFeeChoice, 3> feeChoices(
    const PriorityFees &fees, unsigned signatures, std::uint32_t unitLimit);

/// A limit for a transaction that used so many units when it was simulated: a tenth more, and what the two compute
/// budget instructions themselves use.
[[nodiscard]] std::uint32_t suggestedUnitLimit(std::uint64_t simulatedUnits);

} // namespace majlis::chain
