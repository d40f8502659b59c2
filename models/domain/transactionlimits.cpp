// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/transactionlimits.h"

#include <limits>

using namespace Qt::StringLiterals;

namespace majlis
{

namespace
{

Result<std::uint64_t> product(std::uint64_t left, std::uint64_t right)
{
    if (right != 0 && left > std::numeric_limits<std::uint64_t>::max() / right)
        return fail(ErrorCode::Overflow, u"above 64 bits"_s);
    return left * right;
}

} // namespace

Result<std::uint64_t> gasLimit(std::uint64_t estimate)
{
    const auto scaled = product(estimate, 110);
    return scaled ? Result<std::uint64_t>(*scaled / 100) : scaled;
}

Result<std::uint64_t> priorityFeeLamports(std::uint64_t computeUnits, std::uint64_t microLamports)
{
    constexpr std::uint64_t microLamportsPerLamport = 1'000'000;
    const auto micro = product(computeUnits, microLamports);
    if (!micro)
        return micro;
    return *micro / microLamportsPerLamport + (*micro % microLamportsPerLamport != 0 ? 1 : 0);
}

Result<Amount> largestOutflow(const Amount &expected)
{
    if (expected.isNegative())
        return fail(ErrorCode::InvalidArgument, u"an outflow below zero"_s);
    return expected.timesRatio(105, 100, Rounding::Down);
}

} // namespace majlis
