// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "graph3d/layout/bodies.h"
#include "graph3d/layout/threadpool.h"
#include "graph3d/layout/vec3.h"

#include <cstdint>
#include <vector>

namespace majlis::graph3d
{

/**
 * A linear octree over the living bodies, in Morton order: the bodies of a cell are one range of the sorted arrays, and
 * the children of a cell are one range of cells. Levels with a single child are skipped. Cells carry their mass, centre
 * of mass and true (not nominal) box, so that a sparse cell is accepted earlier.
 */
class Octree
{
public:
    static constexpr std::uint32_t leafSize = 16; ///< a cell with more bodies is split, as far as their keys differ

    /** Room for so many bodies, so that build() allocates nothing for as many or fewer. */
    void reserve(std::uint32_t count);
    /** The first @p count bodies of @p bodies sorted along the Morton curve, and the cells over them. O(n). */
    void build(const Bodies &bodies, std::uint32_t count, ThreadPool &pool);
    /** Keeps order and cells as they are and takes the bodies' present positions alone (Repulsion::refresh()). */
    void gatherBodies(const Bodies &bodies, ThreadPool &pool);

    struct Cell {
        std::uint32_t begin = 0; ///< bodies [begin, end) of the sorted arrays
        std::uint32_t end = 0;
        std::uint32_t firstChild = 0; ///< 0: a leaf
        std::uint32_t childCount = 0;
        [[nodiscard]] bool isLeaf() const { return childCount == 0; }
        [[nodiscard]] std::uint32_t size() const { return end - begin; }
    };

    [[nodiscard]] std::uint32_t cellCount() const { return static_cast<std::uint32_t>(cells.size()); }
    [[nodiscard]] std::uint32_t bodyCount() const { return static_cast<std::uint32_t>(slot.size()); }

    std::vector<Cell> cells; ///< breadth first, the root at 0; empty for no bodies
    std::vector<float> comX, comY, comZ, mass; ///< by cell
    std::vector<float> extent; ///< by cell: longest side of the true box
    std::vector<Vec3> low, high; ///< by cell: the true box

    std::vector<float> x, y, z; ///< by sorted body, padded by kernelLanes
    std::vector<float> bodyMass; ///< the same; empty when every body has mass 1
    std::vector<std::uint32_t> slot; ///< by sorted body: its place in Bodies

private:
    /** Arrays that are filled with words as long as build() has no other use for them. */
    struct Words {
        float *keys = nullptr;
        std::uint32_t *slots = nullptr;
        float *slotBits = nullptr; ///< instead of slots
    };

    void writeKeys(const Bodies &bodies, std::uint32_t count, ThreadPool &pool);
    void sortByDigit(unsigned shift, const Words &from, const Words &to, ThreadPool &pool);
    void splitCells();
    void splitCell(std::uint32_t cell);
    void addChild(std::uint32_t begin, std::uint32_t end);
    void summarise(ThreadPool &pool);
    void summariseLeaf(std::uint32_t cell);
    void summariseInner(std::uint32_t cell);

    std::vector<std::uint32_t> m_place; ///< by block of bodies and digit: where the next one goes
    std::vector<std::uint32_t> m_levels; ///< first cell of each level
};

} // namespace majlis::graph3d
