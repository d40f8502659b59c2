// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "graph3d/layout/graph.h"
#include "graph3d/layout/layout.h"

#include <cstdint>
#include <vector>

namespace majlis::graph3d::test
{

/** Small reproducible random numbers (SplitMix64): the same in every run and on every machine. */
class Random
{
public:
    explicit Random(std::uint64_t seed)
        : m_state(seed)
    {
    }
    std::uint64_t next();
    /** In [0, 1). */
    double unit() { return static_cast<double>(next() >> 11) * 0x1p-53; }
    std::uint32_t below(std::uint32_t bound) { return static_cast<std::uint32_t>(unit() * bound); }

private:
    std::uint64_t m_state;
};

/** Parents of a heavy-tailed forest (copying model, as tests/bench/layout/generate.mjs), parents before children. */
[[nodiscard]] std::vector<NodeId> forest(NodeId nodes, NodeId roots, std::uint64_t seed = 1);
[[nodiscard]] std::vector<NodeId> path(NodeId nodes);
[[nodiscard]] std::vector<NodeId> star(NodeId nodes);

[[nodiscard]] std::vector<Vec3> positionsOf(const Layout &layout);
[[nodiscard]] float distance(const Vec3 &a, const Vec3 &b);
[[nodiscard]] bool allFinite(const std::vector<Vec3> &positions);
/** Median length of the referral links. */
[[nodiscard]] float medianEdge(const Layout &layout);

} // namespace majlis::graph3d::test
