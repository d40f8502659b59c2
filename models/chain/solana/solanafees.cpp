// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/chain/solana/solanafees.h"

#include <algorithm>

namespace majlis::chain
{

namespace
{

constexpr std::uint64_t lamportsPerSignature = 5'000;
constexpr std::uint64_t microLamportsPerLamport = 1'000'000;
constexpr std::uint64_t normalFloor = 1'000;
constexpr std::uint64_t fastFloor = 10'000;
constexpr std::uint64_t ceiling = 50'000'000;
constexpr std::uint64_t mostUnits = 1'400'000;
constexpr std::uint64_t budgetUnits = 300; // 150 for each compute budget instruction

} // namespace

PriorityFees priorityFeesFrom(std::vector<std::uint64_t> recent)
{
    std::ranges::sort(recent);
    const auto at = [&recent](std::size_t percent) {
        return recent.empty() ? 0 : std::min(recent[(recent.size() - 1) * percent / 100], ceiling);
    };
    PriorityFees fees;
    fees.slow = at(25);
    fees.normal = std::max(at(50), normalFloor);
    fees.fast = std::min(std::max({at(90), 2 * fees.normal, fastFloor}), ceiling);
    return fees;
}

std::array<SolanaFeeChoice, 3> feeChoices(const PriorityFees &fees, unsigned signatures, std::uint32_t unitLimit)
{
    const std::uint64_t units = std::min<std::uint64_t>(unitLimit, mostUnits);
    const auto choice = [signatures, units](FeeTemper temper, std::uint64_t price) {
        const std::uint64_t bounded = std::min(price, ceiling); // and so the product fits
        const std::uint64_t priority = (bounded * units + microLamportsPerLamport - 1) / microLamportsPerLamport;
        return SolanaFeeChoice{temper, bounded, lamportsPerSignature * signatures + priority};
    };
    return {
        choice(FeeTemper::Slow, fees.slow), choice(FeeTemper::Normal, fees.normal), choice(FeeTemper::Fast, fees.fast)};
}

std::uint32_t suggestedUnitLimit(std::uint64_t simulatedUnits)
{
    const std::uint64_t bounded = std::min(simulatedUnits, mostUnits);
    return static_cast<std::uint32_t>(std::min(bounded + bounded / 10 + budgetUnits, mostUnits));
}

} // namespace majlis::chain
