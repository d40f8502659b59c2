// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sandbox/base/wide.h"

namespace majlis::sandbox
{

/// Weight of one user in a rebase (domain.md 1.3); precondition: balance > 100 and supply > 0.
/// `weightedRaw` in units of 10^-25 tokens. majlis::RebaseShares computes whole rebases from exact amounts; this is its
/// weight without the conversions, as a rebase here touches a million people (a test holds the two together).
[[nodiscard]] double rebaseWeight(Wide balance, Wide supply, Wide weightedRaw, bool verified);

} // namespace majlis::sandbox
