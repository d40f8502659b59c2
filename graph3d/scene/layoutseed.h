// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "graph3d/layout/graph.h"
#include "graph3d/layout/vec3.h"

#include <cstdint>
#include <span>
#include <vector>

namespace majlis::graph3d
{

// All that a LayoutFeed starts from, made away from the GUI thread because it is O(n).
struct LayoutSeed {
    Graph graph;
    std::vector<float> parents; // by node, as the shaders want it: -1 for a root
    std::vector<Vec3> warm; // empty, or where each node was in an earlier run
};

// `warmPositions` is empty or has x y z per node. O(n), no shared state: for any thread.
[[nodiscard]] LayoutSeed seedOf(std::span<const std::int32_t> parents, std::span<const float> warmPositions);

} // namespace majlis::graph3d
