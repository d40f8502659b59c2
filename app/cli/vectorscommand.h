// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"

namespace majlis::cli
{

/// `majlis-cli vectors IN.json OUT.json`: answers a file of questions to the wallet's formats, so that other libraries
/// can judge the answers (docs/vectors.md). The keys in such files are test keys; never give it a real one.
[[nodiscard]] Command vectorsCommand();

} // namespace majlis::cli
