// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/chain/evm/evmfees.h"

#include <QString>

#include <algorithm>
#include <array>

namespace majlis::chain
{

using namespace Qt::StringLiterals;
using wallet::Uint256;

namespace
{

struct Pace {
    int percentile;
    std::uint64_t quarters; ///< of the base fee, that the highest fee leaves room for
};

// A full block raises the base fee by an eighth (EIP-1559): 1.125^3 is about 1.4, 1.125^6 about 2.
constexpr std::array<Pace, 3> paces{{{10, 5}, {50, 6}, {90, 8}}};

Uint256 medianReward(const EvmFeeHistory &history, std::size_t choice, const Uint256 &fallback)
{
    std::vector<Uint256> paid;
    for (std::size_t block = 0; block < history.rewards.size(); ++block) {
        const bool isEmpty = block < history.gasUsedRatios.size() && history.gasUsedRatios[block] <= 0;
        if (!isEmpty && choice < history.rewards[block].size())
            paid.push_back(history.rewards[block][choice]);
    }
    if (paid.empty())
        return fallback;
    const auto middle = paid.begin() + static_cast<std::ptrdiff_t>(paid.size() / 2);
    std::nth_element(paid.begin(), middle, paid.end());
    return *middle;
}

wallet::Result<EvmFeeChoice> choiceOf(const Uint256 &baseFee, std::uint64_t quarters, const Uint256 &priority)
{
    const auto room = baseFee.times(quarters);
    if (!room)
        return std::unexpected(room.error());
    const auto highest = room->dividedBy(4)->plus(priority);
    if (!highest)
        return std::unexpected(highest.error());
    return EvmFeeChoice{*highest, priority};
}

} // namespace

std::vector<int> feePercentiles()
{
    std::vector<int> percentiles;
    std::ranges::transform(paces, std::back_inserter(percentiles), &Pace::percentile);
    return percentiles;
}

Result<EvmFees> feesFrom(const EvmFeeHistory &history, const Uint256 &fallbackPriority)
{
    if (history.baseFees.empty())
        return fail(ErrorCode::Undefined, u"no blocks to learn fees from"_s);
    EvmFees fees;
    fees.baseFee = history.baseFees.back();
    const std::array targets{&fees.slow, &fees.normal, &fees.fast};
    Uint256 atLeast;
    for (std::size_t i = 0; i < paces.size(); ++i) {
        atLeast = std::max(atLeast, medianReward(history, i, fallbackPriority));
        const auto choice = choiceOf(*fees.baseFee, paces[i].quarters, atLeast);
        if (!choice)
            return fail(ErrorCode::Malformed, u"a base fee that nobody could pay"_s, u"result.baseFeePerGas"_s);
        *targets[i] = *choice;
    }
    fees.gasPrice = fees.normal.maxFeePerGas;
    return fees;
}

} // namespace majlis::chain
