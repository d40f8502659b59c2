// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"
#include "wallet/uint256.h"

#include <optional>
#include <vector>

namespace majlis::chain
{

/// What a transaction may pay for a unit of gas (EIP-1559), in wei.
struct EvmFeeChoice {
    wallet::Uint256 maxFeePerGas;
    wallet::Uint256 maxPriorityFeePerGas;
    friend bool operator==(const EvmFeeChoice &, const EvmFeeChoice &) = default;
};

/// What to offer for the fee. On a chain with a base fee: three choices. Without one: `gasPrice` alone.
struct EvmFees {
    std::optional<wallet::Uint256> baseFee; ///< of the next block; empty on chains without EIP-1559
    EvmFeeChoice slow; ///< lands when the base fee falls or stays
    EvmFeeChoice normal; ///< lands within a few blocks
    EvmFeeChoice fast; ///< lands in the next block although others pay well
    wallet::Uint256 gasPrice; ///< wei; for legacy transactions
};

/// The recent blocks of eth_feeHistory, oldest first.
struct EvmFeeHistory {
    std::vector<wallet::Uint256> baseFees; ///< one more than blocks: the last is the next block's
    std::vector<double> gasUsedRatios; ///< 0 to 1 by block
    std::vector<std::vector<wallet::Uint256>> rewards; ///< by block: the percentiles that were asked for
};

/// The percentiles of paid priority fees to ask for: one a choice.
[[nodiscard]] std::vector<int> feePercentiles();

/// For each choice the median over the blocks of what its percentile of gas paid, blocks without transactions left out;
/// `fallbackPriority` when all were empty. The highest fee leaves room for the base fee to grow: by a quarter, by a
/// half (three full blocks), and to twice itself (six). A faster choice never pays less. Undefined when the history has
/// no blocks.
[[nodiscard]] Result<EvmFees> feesFrom(const EvmFeeHistory &history, const wallet::Uint256 &fallbackPriority);

} // namespace majlis::chain
