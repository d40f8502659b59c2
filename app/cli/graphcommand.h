// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"

namespace majlis::cli
{

/// majlis-cli graph convert: edge list (plain or .xz) to binary graph (.mjg) and back; both are checked on the way.
[[nodiscard]] Command graphCommand();

} // namespace majlis::cli
