// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "graph3d/layout/layoutoptions.h"
#include "graph3d/layout/octree.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace majlis::graph3d
{

/** Sources for the pair kernels, as separate arrays with a fill mark. */
struct SourceList {
    std::vector<float> x, y, z, mass;
    std::size_t count = 0;
    std::size_t capacity = 0;

    void setCapacity(std::size_t wanted);
    void add(float px, float py, float pz, float m)
    {
        x[count] = px;
        y[count] = py;
        z[count] = pz;
        mass[count++] = m;
    }
    [[nodiscard]] bool hasRoomFor(std::size_t more) const { return count + more <= capacity; }
};

/** Cell numbers with a fill mark: a stack that a vector store may overshoot. */
struct CellList {
    std::vector<std::uint32_t> cells;
    std::size_t count = 0;

    /** Grows when fewer than @p more numbers fit. */
    void makeRoomFor(std::size_t more);
    [[nodiscard]] bool hasRoomFor(std::size_t more) const { return count + more <= cells.size(); }
    void push(std::uint32_t cell) { cells[count++] = cell; }
};

/** Where the sources of one target go. */
struct WalkLists {
    CellList pending; ///< in: sources to look at; empty when the walk of this target is over
    SourceList far; ///< out: far from the whole target: summed at its middle
    SourceList near; ///< out, last targets only: far enough from each body to be taken as one
    CellList leaves; ///< out, last targets only: to be summed body by body
    CellList undecided; ///< out, other targets only: left to the target's children
};

/** The box of a target cell. */
struct WalkTarget {
    Vec3 middle;
    Vec3 half; ///< half of its sides
    float extent = 0.0f;
    bool last = false; ///< has no smaller targets below it
};

inline constexpr std::size_t walkStep = 16; ///< sources looked at together
inline constexpr std::size_t walkRoom = 8 * walkStep; ///< room that each list must have for one step

/**
 * Looks at pending sources until none is left or a list runs out of room (the caller makes some and calls again).
 * A source of size s is far from a target of size t at distance d between centre of mass and middle when
 * (s + t)^2 <= theta2 * d^2, and taken as one when s^2 <= theta2 * (distance to the box)^2. No fused operations in
 * these tests: every implementation decides alike.
 */
using WalkKernel = void (*)(const Octree &tree, const WalkTarget &target, float theta2, WalkLists &lists);

[[nodiscard]] WalkKernel walkKernelFor(Simd wanted);

} // namespace majlis::graph3d
