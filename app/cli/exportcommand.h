// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"

namespace majlis::cli
{

/// majlis-cli export: a network (binary graph or edge list) as CSV, GraphML, GEXF, glTF or SVG, laid out where the
/// format has places. The file's ending says which.
[[nodiscard]] Command exportCommand();

} // namespace majlis::cli
