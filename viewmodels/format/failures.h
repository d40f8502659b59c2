// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"
#include "viewmodels/common/values.h"
#include "wallet/error.h"

namespace majlis::viewmodels::format
{

/// What happened and what can be done, in the user's words. The server's own words go into `details` only. Cancelled is
/// no failure: an empty UserError.
[[nodiscard]] UserError describe(const Error &error);
[[nodiscard]] UserError describe(const wallet::Error &error);

} // namespace majlis::viewmodels::format
