// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/world/formulas.h"

#include <cmath>

namespace majlis::sandbox
{

namespace
{

double tokensOfRaw(Wide weightedRaw)
{
    return static_cast<double>(weightedRaw) / 1e25;
}

} // namespace

double rebaseWeight(Wide balance, Wide supply, Wide weightedRaw, bool verified)
{
    const double share = static_cast<double>(balance) / static_cast<double>(supply);
    return share * (1.0 + 0.5 * std::log10(tokensOfRaw(weightedRaw) + 1.0)) * (verified ? 1.25 : 1.0);
}

} // namespace majlis::sandbox
