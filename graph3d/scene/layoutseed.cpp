// SPDX-License-Identifier: GPL-3.0-or-later
#include "graph3d/scene/layoutseed.h"

#include <algorithm>

namespace majlis::graph3d
{

LayoutSeed seedOf(std::span<const std::int32_t> parents, std::span<const float> warmPositions)
{
    std::vector<NodeId> ids(parents.size());
    std::ranges::transform(
        parents, ids.begin(), [](std::int32_t parent) { return parent < 0 ? NoNode : static_cast<NodeId>(parent); });
    LayoutSeed seed;
    seed.graph = Graph::fromParents(ids);
    seed.parents.assign(parents.begin(), parents.end());
    seed.warm.resize(warmPositions.size() / 3);
    for (std::size_t i = 0; i < seed.warm.size(); ++i)
        seed.warm[i] = {warmPositions[i * 3], warmPositions[i * 3 + 1], warmPositions[i * 3 + 2]};
    return seed;
}

} // namespace majlis::graph3d
