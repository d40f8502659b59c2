// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "graph3d/layout/bodies.h"
#include "graph3d/layout/kernels.h"
#include "graph3d/layout/octree.h"
#include "graph3d/layout/threadpool.h"
#include "graph3d/layout/walkkernels.h"

#include <array>
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

    /** Gives back the room for what only refresh() needs. */
    void release() { m_far = {}; }
    /** Room for so many bodies, so that sum() allocates nothing for as many or fewer. */
    void reserve(std::size_t bodies);

    /**
     * Writes the sums of m*g*d (kernels.h) into bodies.fx, fy, fz of the living bodies; @p theta 0 sums every pair.
     * Returns false, with the forces unusable, when @p cancelled turned true on the way.
     */
    bool sum(const Octree &tree, const PairLaw &law, float theta, const Kernels &kernels, WalkKernel walk,
        ThreadPool &pool, Bodies &bodies, const std::atomic<bool> &cancelled);

    /**
     * The same for bodies that have moved a little since sum(), with the tree's bodies gathered anew but its cells as
     * they were: what was far is taken over as it was, what was near is summed again. A third of the time.
     */
    bool refresh(const Octree &tree, const PairLaw &law, const Kernels &kernels, ThreadPool &pool, Bodies &bodies,
        const std::atomic<bool> &cancelled);

    /**
     * The sum at one point, from the bodies of @p tree as they stand there; a body at the point itself adds nothing.
     * For a few points at a time: @p worker < the number of workers, each used by one thread at a time.
     */
    [[nodiscard]] Vec3 sumAt(const Octree &tree, const PairLaw &law, float theta, const Kernels &kernels,
        WalkKernel walk, unsigned worker, const Vec3 &point);

    /** Pairs and local fields summed last time, for tuning. */
    [[nodiscard]] std::uint64_t pairCount() const;
    [[nodiscard]] std::uint64_t fieldCount() const;

private:
    static constexpr std::size_t listCapacity = 2048;
    static constexpr std::uint32_t groupSize = 64; ///< bodies that share one list of sources

    /** Bodies with one list of sources, and the leaves among these. */
    struct Group {
        std::uint32_t cell = 0;
        std::uint32_t worker = 0; ///< whose scratch has the leaves
        std::uint32_t firstLeaf = 0;
        std::uint32_t leafCount = 0;
    };

    struct Scratch {
        WalkLists lists;
        SourceList bodies; ///< of near leaves
        std::array<std::array<float, groupSize>, 3> near{}; ///< their sums, by body of the group in hand
        std::vector<std::uint32_t> leaves; ///< near leaves of this worker's groups
        std::vector<Group> groups;
        std::uint64_t pairs = 0;
        std::uint64_t fields = 0;
    };

    struct Sums {
        float *x = nullptr;
        float *y = nullptr;
        float *z = nullptr;
    };

    struct Forces { ///< by sorted body
        std::vector<float> x, y, z;
        void resize(std::size_t count);
        void clear(std::uint32_t begin, std::uint32_t end);
        [[nodiscard]] Sums from(std::uint32_t at) { return {&x[at], &y[at], &z[at]}; }
    };

    struct NearSum; ///< the bodies of near leaves on one group
    struct Walk; ///< the walk of one task

    void prepare(const Octree &tree);

    static void makeRoom(Scratch &scratch, std::size_t bodies);
    void listTasks(const Octree &tree);
    void listGroups();

    std::vector<std::uint32_t> m_tasks;
    std::vector<Group> m_groups;
    Forces m_far; ///< local fields and distant centres of mass
    std::vector<Scratch> m_scratch;
};

} // namespace majlis::graph3d
