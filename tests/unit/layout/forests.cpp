// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/layout/forests.h"

#include <algorithm>
#include <cmath>

namespace majlis::graph3d::test
{

std::uint64_t Random::next()
{
    m_state += 0x9e3779b97f4a7c15u;
    std::uint64_t v = m_state;
    v = (v ^ (v >> 30)) * 0xbf58476d1ce4e5b9u;
    v = (v ^ (v >> 27)) * 0x94d049bb133111ebu;
    return v ^ (v >> 31);
}

std::vector<NodeId> forest(NodeId nodes, NodeId roots, std::uint64_t seed)
{
    Random random(seed);
    std::vector<NodeId> parents(nodes, NoNode);
    for (NodeId node = roots; node < nodes; ++node) {
        const bool anybody = node == roots || random.unit() < 0.35;
        parents[node] = anybody ? random.below(node) : parents[roots + random.below(node - roots)];
    }
    return parents;
}

std::vector<NodeId> path(NodeId nodes)
{
    std::vector<NodeId> parents(nodes, NoNode);
    for (NodeId node = 1; node < nodes; ++node)
        parents[node] = node - 1;
    return parents;
}

std::vector<NodeId> star(NodeId nodes)
{
    std::vector<NodeId> parents(nodes, 0);
    if (nodes > 0)
        parents[0] = NoNode;
    return parents;
}

std::vector<Vec3> positionsOf(const Layout &layout)
{
    std::vector<Vec3> positions(layout.graph().size());
    layout.copyPositions(positions);
    return positions;
}

float distance(const Vec3 &a, const Vec3 &b)
{
    return std::hypot(a.x - b.x, a.y - b.y, a.z - b.z);
}

bool allFinite(const std::vector<Vec3> &positions)
{
    return std::ranges::all_of(
        positions, [](const Vec3 &p) { return std::isfinite(p.x) && std::isfinite(p.y) && std::isfinite(p.z); });
}

float medianEdge(const Layout &layout)
{
    std::vector<float> lengths;
    for (NodeId node = 0; node < layout.graph().size(); ++node) {
        if (const NodeId parent = layout.graph().parent(node); parent != NoNode)
            lengths.push_back(distance(layout.position(node), layout.position(parent)));
    }
    std::ranges::sort(lengths);
    return lengths.empty() ? 0.0f : lengths[lengths.size() / 2];
}

} // namespace majlis::graph3d::test
