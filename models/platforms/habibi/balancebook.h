// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/amount.h"
#include "models/domain/chain.h"
#include "models/domain/result.h"
#include "models/domain/time.h"
#include "models/wire/habibi/types.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace majlis::habibi
{

/// An account's balance on one chain, as known last.
struct ChainHolding {
    Chain chain;
    Amount balance; ///< tokens
    std::optional<Amount> usdValue; ///< US dollars; none: no price
    UnixMs recordedAt;
    std::uint64_t seq = 0; ///< of the update it came with; 0 without one
};

/// The balance rule of habibi.feeds.md part 0: per chain an update counts only if it was recorded later than what is
/// held, or at the same time with a greater seq. So duplicates and overtaking do no harm. A value.
class BalanceBook
{
public:
    /// In the order in which the chains appeared.
    [[nodiscard]] const std::vector<ChainHolding> &holdings() const { return m_holdings; }
    /// Sum over the chains. Overflow when it leaves the range of Amount.
    [[nodiscard]] Result<Amount> total() const;
    /// Sum of the values; none when any chain with a balance has no price.
    [[nodiscard]] std::optional<Amount> totalUsd() const;

    /// True when it counted.
    bool apply(const wire::habibi::BalanceUpdate &update);
    /// A fresh user: chains that it does not name and that are not newer than `asOf` are gone.
    bool apply(const wire::habibi::User &user, UnixMs asOf);
    void clear() { m_holdings.clear(); }

private:
    bool put(const ChainHolding &holding);

    std::vector<ChainHolding> m_holdings;
};

} // namespace majlis::habibi
