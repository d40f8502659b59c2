// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/address.h"

#include <optional>
#include <span>

namespace majlis
{

/// An address among `known` that `candidate` could be taken for: another one of the same family, of which the first
/// three and the last three characters (behind `0x`, case ignored) are the same, or the first or the last five. Such
/// addresses are made on purpose and slipped into lists ("address poisoning"). None when `candidate` itself is known.
[[nodiscard]] std::optional<Address> lookalikeOf(const Address &candidate, std::span<const Address> known);

} // namespace majlis
