// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "graph3d/layout/bodies.h"
#include "graph3d/layout/kernels.h"
#include "graph3d/layout/octree.h"
#include "graph3d/layout/threadpool.h"
#include "graph3d/layout/walkkernels.h"

#include <atomic>
#include <cstdint>
#include <vector>

namespace majlis::graph3d
{

/**
 * Sums the repulsion of all bodies on all bodies over an Octree, in O(n log n) or better.
 *
 * Targets are walked as cells, too. A source cell that is far from a whole target cell is summed once at that cell's
 * middle, with its derivative, and handed down (a local expansion of first order); what is left over reaches the groups
 * of bodies at the bottom and is summed body by body with the vectorised kernel, again as a single centre of mass where
 * the opening angle allows. Every body's sum depends on the tree alone, not on threads.
 */
class Repulsion
{
public:
    explicit Repulsion(unsigned workers)
        : m_scratch(workers)
    {
    }

    /**
     * Writes the sums of m*g*d (kernels.h) into bodies.fx, fy, fz of the living bodies; @p theta 0 sums every pair.
     * Returns false, with the forces unusable, when @p cancelled turned true on the way.
     */
    bool sum(const Octree &tree, const PairLaw &law, float theta, const Kernels &kernels, WalkKernel walk,
        ThreadPool &pool, Bodies &bodies, const std::atomic<bool> &cancelled);

    /** Pairs and local fields summed last time, for tuning. */
    [[nodiscard]] std::uint64_t pairCount() const;
    [[nodiscard]] std::uint64_t fieldCount() const;

private:
    static constexpr std::size_t listCapacity = 2048;

    struct Scratch {
        WalkLists lists;
        std::uint64_t pairs = 0;
        std::uint64_t fields = 0;
    };

    struct Walk; ///< the walk of one task; in the source file

    void listTasks(const Octree &tree);

    std::vector<std::uint32_t> m_tasks;
    std::vector<float> m_fx, m_fy, m_fz; ///< by sorted body
    std::vector<Scratch> m_scratch;
};

} // namespace majlis::graph3d
