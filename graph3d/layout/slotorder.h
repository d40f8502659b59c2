// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "graph3d/layout/graph.h"
#include "graph3d/layout/threadpool.h"

#include <cstdint>
#include <unordered_map>
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
    std::vector<Slot> roots; ///< by tree, in the order of the graph's roots

    // Cross links in CSR form; each appears at both of its ends.
    std::vector<std::uint32_t> linkBegin; ///< by Slot, one more at the end; empty when there are none
    std::vector<Slot> linkEnd;
    std::vector<float> linkWeight;

    [[nodiscard]] std::uint32_t joined() const { return size() - base; }
    /** Living neighbours, cross links included, at least 1. */
    [[nodiscard]] std::uint32_t degreeOf(Slot slot) const
    {
        if (slot < frame)
            return m_degree[slot];
        return slot < base ? 1 + chainOf(slot).count : m_joins[slot - base].degree;
    }
    [[nodiscard]] std::uint32_t depthOf(Slot slot) const
    {
        if (slot < frame)
            return m_depth[slot];
        return slot < base ? m_depth[parent[slot]] + 1 : m_joins[slot - base].depth;
    }
    /** Number of the tree, in the order of the roots. */
    [[nodiscard]] std::uint32_t treeOf(Slot slot) const
    {
        if (slot < frame)
            return m_tree[slot];
        return slot < base ? m_tree[parent[slot]] : m_joins[slot - base].tree;
    }

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
        for (Slot child = chainOf(slot).newest; child != NoSlot; child = m_joins[child - base].next)
            visit(child);
    }

    /** Takes over a node that has just joined @p graph. O(1). */
    Slot join(const Graph &graph, NodeId node);

    /** O(n). The result does not depend on the number of threads. */
    [[nodiscard]] static SlotOrder of(const Graph &graph, ThreadPool &pool);

private:
    /** Late joins below one node, newest first. */
    struct Chain {
        Slot newest = NoSlot;
        std::uint32_t count = 0;
    };
    struct Join {
        std::uint32_t degree = 1;
        std::uint32_t depth = 0;
        std::uint32_t tree = 0;
        Slot next = NoSlot; ///< in its parent's chain
    };

    [[nodiscard]] Chain chainOf(Slot slot) const
    {
        if (m_chains.empty())
            return {};
        const auto found = m_chains.find(slot);
        return found == m_chains.end() ? Chain{} : found->second;
    }
    void placeFrame(const Graph &graph, const std::vector<bool> &inFrame);
    void placeTree(const Graph &graph, NodeId root, const std::vector<bool> &inFrame, std::vector<Slot> &open);
    void placeLeaves(const Graph &graph, const std::vector<bool> &inFrame, ThreadPool &pool);
    void indexLinks(const Graph &graph);

    std::vector<std::uint32_t> m_degree, m_depth, m_tree; ///< by Slot < frame
    std::vector<Join> m_joins; ///< by Slot - base
    std::unordered_map<Slot, Chain> m_chains; ///< by parent
};

} // namespace majlis::graph3d
