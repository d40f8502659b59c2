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
 * The layout's own order of the nodes: first the frame (roots, whoever brought somebody, and the ends of cross links),
 * then the leaves, then late joins. Parents stand before their children. The frame goes tree after tree, and inside a
 * tree so that the children of a node stand side by side and near their own children; the leaves of a node stand side
 * by side in the order of the frame. Whole subtrees are then close in memory, and a layout of the frame alone (three
 * nodes in four are leaves) works on a prefix of every array.
 */
struct SlotOrder {
    std::vector<Slot> slotOf; ///< by NodeId; NoSlot for a node removed before the order was made
    std::vector<NodeId> nodeOf; ///< by Slot
    std::vector<Slot> parent; ///< by Slot; NoSlot for a root
    Slot frame = 0; ///< slots [0, frame) are the frame
    Slot base = 0; ///< slots [frame, base) are leaves; [base, size()) are late joins
    std::vector<Slot> firstInner; ///< by Slot < frame: children of the frame are [firstInner, firstInner + innerCount)
    std::vector<std::uint32_t> innerCount;
    std::vector<Slot> firstLeaf; ///< by Slot < frame: the same for its leaves
    std::vector<std::uint32_t> leafCount;
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
        if (slot < frame) {
            for (Slot child = firstInner[slot]; child < firstInner[slot] + innerCount[slot]; ++child)
                visit(child);
            for (Slot child = firstLeaf[slot]; child < firstLeaf[slot] + leafCount[slot]; ++child)
                visit(child);
        }
        if (!joinedHead.empty()) {
            for (Slot child = joinedHead[slot]; child != NoSlot; child = joinedNext[child])
                visit(child);
        }
    }

    /** Takes over a node that has just joined @p graph. O(1). */
    Slot join(const Graph &graph, NodeId node);

    [[nodiscard]] static SlotOrder of(const Graph &graph);

private:
    void placeFrame(const Graph &graph, const std::vector<bool> &linked);
    void placeTree(const Graph &graph, NodeId root, const std::vector<bool> &linked, std::vector<Slot> &open);
    void placeLeaves(const Graph &graph);
    void append(const Graph &graph, NodeId node, Slot parentSlot, std::uint32_t treeNumber);
    void indexLinks(const Graph &graph);
};

} // namespace majlis::graph3d
