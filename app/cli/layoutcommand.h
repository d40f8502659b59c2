// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"

namespace majlis::cli
{

/// majlis-cli layout: lays a network out and writes `id x y z` lines (docs/layout.md).
[[nodiscard]] Command layoutCommand();

} // namespace majlis::cli
