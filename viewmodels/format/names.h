// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/chain.h"

#include <QString>

namespace majlis::viewmodels::format
{

/// "Base"; a chain that this version does not know by its own name, "–" when it has none.
[[nodiscard]] QString chainName(const Chain &chain);
/// Untrusted text on one line: control and bidirectional override characters removed, cut after 64 code points.
[[nodiscard]] QString plainName(const QString &text);

} // namespace majlis::viewmodels::format
