// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace majlis::viewmodels::format
{

/// A canonical address shortened for reading: "0x7099 7970 … 79C8", "FAe4 sisG … mhiF". Never the only thing that a
/// user compares: pages offer the whole address beside it. Text that is no address is returned as it is.
[[nodiscard]] QString shortAddress(const QString &address);
/// The whole address in groups of four.
[[nodiscard]] QString groupedAddress(const QString &address);

} // namespace majlis::viewmodels::format
