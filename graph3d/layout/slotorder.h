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
    std::vector<Slot> firstChild; ///< by Slot; children are [firstChild, firstChild + childCount), joins aside
    std::vector<std::uint32_t> childCount;
    std::vector<std::uint32_t> degree; ///< living neighbours, cross links included, at least 1
    std::vector<std::uint32_t> depth;
    std::vector<std::uint32_t> tree; ///< number of the tree, in the order of the roots
    std::vector<Slot> roots; ///< by tree

    // Cross links in CSR form; each appears at both of its ends.
    std::vector<std::uint32_t> linkBegin; ///< by Slot, one more at the end; empty when there are none
    std::vector<Slot> linkEnd;
    std::vector<float> linkWeight;

    // Late joins stand behind all others and hang on a chain of their parent, newest first; empty until the first.
    std::vector<Slot> joinedHead; ///< by Slot
    std::vector<Slot> joinedNext; ///< by Slot
    std::uint32_t joined = 0;

    [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(nodeOf.size()); }

    /** Calls @p visit(Slot) for each child. */
    template <typename Visitor>
    void forEachChild(Slot slot, Visitor &&visit) const
    {
        for (Slot child = firstChild[slot]; child < firstChild[slot] + childCount[slot]; ++child)
            visit(child);
        if (!joinedHead.empty()) {
            for (Slot child = joinedHead[slot]; child != NoSlot; child = joinedNext[child])
                visit(child);
        }
    }

    /** Takes over a node that has just joined @p graph. O(1). */
    Slot join(const Graph &graph, NodeId node);

    [[nodiscard]] static SlotOrder of(const Graph &graph);

private:
    void placeTree(const Graph &graph, NodeId root, std::vector<Slot> &open);
    void append(const Graph &graph, NodeId node, Slot parentSlot, std::uint32_t treeNumber);
    void indexLinks(const Graph &graph);
};

} // namespace majlis::graph3d
