// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "graph3d/layout/vec3.h"
#include "graph3d/scene/positionsnapshot.h"

#include <QByteArray>

#include <cstdint>
#include <memory>
#include <vector>

namespace majlis::graph3d
{

// The nodes of one snapshot sorted into the cells of an octree's finest level, in Morton order, those of each cell
// by importance: found ones first, faded ones last, large ones before small ones: so that a painter leaves out whole
// cells, and a few of the first stand for a cell that is far away. What a node needs to be drawn stands together. Built
// on a worker, O(n); immutable afterwards.
struct NodeCells {
    struct Node {
        Vec3 at;
        std::int32_t index = -1;
        std::int32_t parent = -1; // -1: none
        std::uint8_t color = 0; // the bytes of the attribute texture
        std::uint8_t size = 0;
        std::uint8_t depth = 0;
        std::uint8_t bits = 0;
    };
    struct Cell {
        std::uint32_t begin = 0; // in nodes
        std::uint32_t end = 0;
        Vec3 low; // the true box
        Vec3 high;
        Vec3 linkLow; // with the parents' places in it
        Vec3 linkHigh;
        float meanSquare = 0.0F; // of the nodes' radii
        std::uint32_t lit = 0; // the first so many are found by a search or on the path
        std::uint32_t faded = 0; // so many are faded by the look
        [[nodiscard]] std::uint32_t size() const { return end - begin; }
    };

    // Hidden nodes are left out; those with RoseBit stand in `roses`, outside of all cells.
    NodeCells(std::shared_ptr<const PositionSnapshot> positions, const QByteArray &attributes);

    [[nodiscard]] bool isOf(const std::shared_ptr<const PositionSnapshot> &other, const QByteArray &bytes) const
    {
        return positions == other && generation == other->generation && attributes.constData() == bytes.constData();
    }

    std::shared_ptr<const PositionSnapshot> positions; // what it was built of
    QByteArray attributes;
    std::uint64_t generation = 0;
    std::vector<Node> nodes; // cell by cell
    std::vector<Cell> cells; // none of them empty
    std::vector<Node> roses;
};

// One node as the cells have it; `texels` are NetworkState::attributes.
[[nodiscard]] NodeCells::Node nodeOf(
    const PositionSnapshot &positions, const std::uint8_t *texels, std::uint32_t index);

} // namespace majlis::graph3d
