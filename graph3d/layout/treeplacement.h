// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "graph3d/layout/layoutoptions.h"
#include "graph3d/layout/slotorder.h"
#include "graph3d/layout/vec3.h"

#include <vector>

namespace majlis::graph3d
{

/**
 * A picture of the forest without any forces, in O(n): trees packed as balls around the middle, largest first; inside a
 * tree every branch leads outwards and gets a share of its parent's directions by the number of its nodes.
 */
struct TreePlacement {
    std::vector<Vec3> positions; ///< by Slot
    std::vector<Vec3> centres; ///< by tree: where its root stands and its shells or planes are centred
    std::vector<std::uint32_t> subtreeSize; ///< by Slot, the node included

    [[nodiscard]] static TreePlacement of(const SlotOrder &order, const LayoutOptions &options);

private:
    void placeChildren(const SlotOrder &order, const LayoutOptions &options, Slot slot, std::vector<float> &radius);
};

} // namespace majlis::graph3d
