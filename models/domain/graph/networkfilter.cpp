// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/graph/networkfilter.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace majlis
{

namespace
{

bool isBelow(const FixedBalance &left, const FixedBalance &right)
{
    return left.high != right.high ? left.high < right.high : left.low < right.low;
}

/// `amount` in the file's units; unknown(), which is above every balance, when it does not fit.
FixedBalance inUnits(const Amount &amount, std::uint32_t decimals, Rounding rounding)
{
    const int places = static_cast<int>(std::min<std::uint32_t>(decimals, Amount::scale));
    const auto cut = amount.rounded(places, rounding);
    const auto digits
        = cut ? cut->toBaseUnits(static_cast<int>(decimals)) : Result<QString>(std::unexpected(cut.error()));
    // The stored integer's digits at 18 decimals are its raw value (see FixedBalance::toAmount).
    const auto raw
        = digits ? Amount::fromBaseUnits(*digits, Amount::scale) : Result<Amount>(std::unexpected(digits.error()));
    return raw ? FixedBalance::fromAmount(*raw) : FixedBalance::unknown();
}

void fadeByExactBalance(const NetworkFile &file, const NetworkFilter &filter, std::span<std::uint8_t> faded)
{
    const FixedBalance least
        = filter.leastBalance ? inUnits(*filter.leastBalance, file.decimals(), Rounding::Up) : FixedBalance{};
    const FixedBalance most
        = filter.mostBalance ? inUnits(*filter.mostBalance, file.decimals(), Rounding::Down) : FixedBalance::unknown();
    const auto balances = file.balancesFixed();
    for (std::uint32_t i = 0; i < file.nodeCount(); ++i) {
        const FixedBalance &held = balances[i];
        const bool lit = held != FixedBalance::unknown() && !isBelow(held, least) && !isBelow(most, held);
        faded[i] = static_cast<std::uint8_t>(faded[i] | (lit ? 0 : 1));
    }
}

void fadeByNearestBalance(const NetworkFile &file, const NetworkFilter &filter, std::span<std::uint8_t> faded)
{
    constexpr double unbounded = std::numeric_limits<double>::infinity();
    const double least = filter.leastBalance ? filter.leastBalance->toDoubleLossy() : 0;
    const double most = filter.mostBalance ? filter.mostBalance->toDoubleLossy() : unbounded;
    const auto balances = file.balancesLossy();
    for (std::uint32_t i = 0; i < file.nodeCount(); ++i) {
        // No comparison with NaN, which is unknown, holds.
        const bool lit = !balances.empty() && balances[i] >= least && balances[i] <= most;
        faded[i] = static_cast<std::uint8_t>(faded[i] | (lit ? 0 : 1));
    }
}

void fadeByFlags(const NetworkFile &file, const NetworkFilter &filter, std::span<std::uint8_t> faded)
{
    for (std::uint32_t i = 0; i < file.nodeCount(); ++i) {
        const bool lit = (!filter.chain || file.chainBits(i) == *filter.chain)
            && (!filter.verified || file.isVerified(i) == *filter.verified);
        faded[i] = static_cast<std::uint8_t>(faded[i] | (lit ? 0 : 1));
    }
}

void fadeByJoining(const NetworkFile &file, UnixMs from, UnixMs until, std::span<std::uint8_t> faded)
{
    for (std::uint32_t i = 0; i < file.nodeCount(); ++i) {
        const auto at = file.joinedAt(i);
        const bool lit = at && *at >= from && *at < until;
        faded[i] = static_cast<std::uint8_t>(faded[i] | (lit ? 0 : 1));
    }
}

constexpr UnixMs earliest{std::numeric_limits<std::int64_t>::min()};
constexpr UnixMs latest{std::numeric_limits<std::int64_t>::max()};

} // namespace

bool NetworkFilter::lights(const PersonFacts &person) const
{
    if ((depth < countedLevels && person.depth > depth) || (chain && person.chain != *chain)
        || (verified && person.verified != *verified)) {
        return false;
    }
    if ((leastBalance || mostBalance)
        && (!person.balance || (leastBalance && *person.balance < *leastBalance)
            || (mostBalance && *person.balance > *mostBalance))) {
        return false;
    }
    return (!joinedFrom && !joinedUntil)
        || (person.joinedAt && *person.joinedAt >= joinedFrom.value_or(earliest)
            && *person.joinedAt < joinedUntil.value_or(latest));
}

void fadeByFilter(const NetworkFile &file, const NetworkFilter &filter, std::span<std::uint8_t> faded, int topDepth)
{
    if (filter.depth < countedLevels) {
        const auto depths = file.depths();
        for (std::uint32_t i = 0; i < file.nodeCount(); ++i) {
            faded[i] = static_cast<std::uint8_t>(faded[i] | (depths[i] > filter.depth + topDepth ? 1 : 0));
        }
    }
    if (filter.chain || filter.verified) {
        fadeByFlags(file, filter, faded);
    }
    if (filter.leastBalance || filter.mostBalance) {
        if (file.balancesFixed().empty()) {
            fadeByNearestBalance(file, filter, faded);
        } else {
            fadeByExactBalance(file, filter, faded);
        }
    }
    if (filter.joinedFrom || filter.joinedUntil) {
        fadeByJoining(file, filter.joinedFrom.value_or(earliest), filter.joinedUntil.value_or(latest), faded);
    }
}

void fadeJoinedAfter(const NetworkFile &file, UnixMs until, std::span<std::uint8_t> faded)
{
    for (std::uint32_t i = 0; i < file.nodeCount(); ++i) {
        const auto at = file.joinedAt(i);
        faded[i] = static_cast<std::uint8_t>(faded[i] | (at && *at > until ? 1 : 0));
    }
}

} // namespace majlis
