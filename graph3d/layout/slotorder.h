// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "graph3d/layout/graph.h"

#include <cstdint>
#include <vector>

namespace majlis::graph3d
{

using Slot = std::uint32_t;
inline constexpr Slot NoSlot = NoNode;

/**
 * The layout's own order of the nodes: tree after tree, and inside a tree so that the children of a node stand side by
 * side, behind their parent, and near their own children. Whole subtrees are then close in memory. Joins append.
 */
struct SlotOrder {
    std::vector<Slot> slotOf; ///< by NodeId; NoSlot for a node removed before the order was made
    std::vector<NodeId> nodeOf; ///< by Slot
    std::vector<Slot> parent; ///< by Slot; NoSlot for a root
    std::vector<Slot> firstChild; ///< by Slot; children are [firstChild, firstChild + childCount)
    std::vector<std::uint32_t> childCount;
    std::vector<std::uint32_t> degree; ///< living neighbours, cross links included, at least 1
    std::vector<std::uint32_t> depth;
    std::vector<std::uint32_t> tree; ///< number of the tree, in the order of the roots
    std::vector<Slot> roots; ///< by tree

    // Cross links in CSR form; each appears at both of its ends.
    std::vector<std::uint32_t> linkBegin; ///< by Slot, one more at the end; empty when there are none
    std::vector<Slot> linkEnd;
    std::vector<float> linkWeight;

    [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(nodeOf.size()); }

    [[nodiscard]] static SlotOrder of(const Graph &graph);

private:
    void placeTree(const Graph &graph, NodeId root, std::vector<Slot> &open);
    void append(const Graph &graph, NodeId node, Slot parentSlot, std::uint32_t treeNumber);
    void indexLinks(const Graph &graph);
};

} // namespace majlis::graph3d
