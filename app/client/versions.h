// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "viewmodels/diagnostics/diagnosticsmodels.h"

#include <vector>

namespace majlis::client
{

/// What this program is made of, for the Diagnostics page: versions that run, not those it was built with.
[[nodiscard]] std::vector<viewmodels::FactRow> versions();

} // namespace majlis::client
