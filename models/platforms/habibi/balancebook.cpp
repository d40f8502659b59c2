// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/platforms/habibi/balancebook.h"

#include <algorithm>
#include <utility>

namespace majlis::habibi
{

namespace
{

bool isNewer(const ChainHolding &candidate, const ChainHolding &held)
{
    return std::pair(candidate.recordedAt, candidate.seq) > std::pair(held.recordedAt, held.seq);
}

} // namespace

Result<Amount> BalanceBook::total() const
{
    Amount total;
    for (const ChainHolding &holding : m_holdings) {
        const auto sum = total.plus(holding.balance);
        if (!sum)
            return sum;
        total = *sum;
    }
    return total;
}

std::optional<Amount> BalanceBook::totalUsd() const
{
    Amount total;
    for (const ChainHolding &holding : m_holdings) {
        if (!holding.usdValue && !holding.balance.isZero())
            return std::nullopt;
        const auto sum = total.plus(holding.usdValue.value_or(Amount()));
        if (!sum)
            return std::nullopt;
        total = *sum;
    }
    return m_holdings.empty() ? std::nullopt : std::optional(total);
}

bool BalanceBook::put(const ChainHolding &holding)
{
    const auto held = std::find_if(m_holdings.begin(), m_holdings.end(),
        [&holding](const ChainHolding &other) { return other.chain == holding.chain; });
    if (held == m_holdings.end()) {
        m_holdings.push_back(holding);
        return true;
    }
    if (!isNewer(holding, *held))
        return false;
    *held = holding;
    return true;
}

bool BalanceBook::apply(const wire::habibi::BalanceUpdate &update)
{
    return put({.chain = update.chain,
        .balance = update.balance,
        .usdValue = update.usdValue,
        .recordedAt = update.recordedAt,
        .seq = static_cast<std::uint64_t>(update.seq.value_or(0))});
}

bool BalanceBook::apply(const wire::habibi::User &user, UnixMs asOf)
{
    bool changed = false;
    for (const wire::habibi::ChainBalance &balance : user.balances)
        changed = put({.chain = balance.chain,
                      .balance = balance.balance,
                      .usdValue = balance.usdValue,
                      .recordedAt = balance.recordedAt})
            || changed;
    const auto isGone = [&user, asOf](const ChainHolding &holding) {
        const bool named = std::any_of(user.balances.begin(), user.balances.end(),
            [&holding](const wire::habibi::ChainBalance &balance) { return balance.chain == holding.chain; });
        return !named && holding.recordedAt <= asOf;
    };
    return std::erase_if(m_holdings, isGone) > 0 || changed;
}

} // namespace majlis::habibi
