// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "viewmodels/review/reviewmodels.h"
#include "wallet/review/review.h"

#include <QString>

#include <vector>

namespace majlis::viewmodels
{

// A wallet's review in the user's words. Pure functions of their arguments.

[[nodiscard]] QString reviewTitle(wallet::ReviewAction action);
/// What the button that signs says.
[[nodiscard]] QString reviewVerb(wallet::ReviewAction action);
[[nodiscard]] std::vector<ReviewLine> reviewLines(const wallet::Review &review);
[[nodiscard]] std::vector<ReviewWarning> reviewWarnings(const wallet::Review &review);

} // namespace majlis::viewmodels
