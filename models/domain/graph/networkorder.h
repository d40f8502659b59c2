// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"

#include <cstdint>
#include <functional>
#include <span>
#include <vector>

namespace majlis
{

/// True when node `left` comes before its sibling `right`.
using SiblingOrder = std::function<bool(std::uint32_t left, std::uint32_t right)>;

/// The nodes of a forest in the order of the binary graph: roots first, then by depth, children of one parent together
/// and in the order of their parents. `parents` holds indices of the same array, noParent for a root. Malformed with
/// reason bad_tree for a parent out of range or a ring; no recursion, O(n log n).
[[nodiscard]] Result<std::vector<std::uint32_t>> breadthFirstOrder(
    std::span<const std::uint32_t> parents, const SiblingOrder &isBefore);

} // namespace majlis
