// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/amount.h"
#include "models/domain/result.h"
#include "models/domain/time.h"

#include <chrono>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace majlis
{

/// HABIBI's rebase (domain.md 1.3). The client's figures are "about": the platform computes in binary64, and what it
/// credits counts.
struct RebaseUser {
    Amount balance; ///< on the rebase's chain, tokens
    Amount networkBalance; ///< weighted balance W of the user's network, all chains, tokens
    bool verified = false; ///< counts 1.25 times
};

struct RebaseShares {
    Amount rebaseAmount; ///< tokens offered
    std::vector<double> weights; ///< no unit, one a user; 0: not eligible (balance not above 100)
    double totalWeight = 0;
    std::vector<Amount> amounts; ///< tokens credited, one a user, DOWN to 18 places
    Amount dust; ///< what rounding leaves; everything when nobody is eligible
};

/// InvalidArgument unless totalSupply > 0, 0 ≤ balance ≤ totalSupply, networkBalance ≥ 0 and rateBps ≥ 0.
[[nodiscard]] Result<RebaseShares> shareRebase(
    const Amount &totalSupply, std::int64_t rateBps, std::span<const RebaseUser> users);

/// The supply after `epochs` rebases (0..3650) when everything is distributed; rounded HALF_EVEN to 6 places. A display
/// fact, not an account.
[[nodiscard]] Result<Amount> supplyAfter(const Amount &totalSupply, std::int64_t rateBps, int epochs);

/// When the next rebase of a chain is due and how far away that is.
struct RebaseCountdown {
    UnixMs at;
    std::chrono::milliseconds left{0}; ///< 0: due; the event is awaited
    bool estimated = false; ///< from the last rebase + 1 day, because the server named no time

    /// From the server's `nextRebaseAt`, else a day after `lastRebaseAt`; none when neither is known (paused, or before
    /// the first). `serverAhead` is the server's clock less ours.
    [[nodiscard]] static std::optional<RebaseCountdown> of(std::optional<UnixMs> nextRebaseAt,
        std::optional<UnixMs> lastRebaseAt, UnixMs now, std::chrono::milliseconds serverAhead = {});
};

} // namespace majlis
