// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <unordered_map>
#include <vector>

namespace majlis::graph3d
{

/** Index of a node: 0..size()-1 in the order of the input, then one more per join. Never reused. */
using NodeId = std::uint32_t;
inline constexpr NodeId NoNode = std::numeric_limits<NodeId>::max();

/** Room to reserve for @p nodes, so that the first joins copy nothing. What is not touched costs no memory. */
[[nodiscard]] constexpr std::size_t withSlack(std::size_t nodes)
{
    return nodes + nodes / 8 + 2048;
}

/** An edge that is not a referral. It pulls like a referral link times its weight (0..1 is sensible). */
struct CrossLink {
    NodeId from = NoNode;
    NodeId to = NoNode;
    float weight = 1.0f;
};

/** What fromParents() had to mend in its input; all zero for a clean forest. */
struct GraphRepairs {
    std::size_t cyclesCut = 0; ///< one node of each cycle became a root
    std::size_t parentsOutOfRange = 0; ///< such nodes became roots
    std::size_t selfEdges = 0; ///< own parent (became a root) or own cross link (dropped)
    std::size_t linksOutOfRange = 0; ///< dropped
    std::size_t duplicateLinks = 0; ///< cross links seen before, in either direction, or equal to a referral; dropped

    [[nodiscard]] bool isClean() const
    {
        return cyclesCut + parentsOutOfRange + selfEdges + linksOutOfRange + duplicateLinks == 0;
    }
};

/**
 * A referral forest with optional cross links, as structures of arrays.
 *
 * A value: copy it, move it, give a copy to a worker. Not synchronised. Whatever the input says, the result is a
 * forest: what had to be mended is counted in repairs(). Children are in CSR order (ascending id); nodes that join
 * later hang on a chain per parent, so that a join costs O(1) and not a rebuild.
 */
class Graph
{
public:
    Graph() = default;

    /** @p parents holds one entry per node, NoNode for a root. O(n + m log m). */
    [[nodiscard]] static Graph fromParents(std::span<const NodeId> parents, std::span<const CrossLink> crossLinks = {});

    /** Number of ids ever given, removed nodes included. */
    [[nodiscard]] NodeId size() const { return static_cast<NodeId>(m_parent.size()); }
    [[nodiscard]] NodeId liveCount() const { return m_live; }
    /** Referral links plus cross links between living nodes. */
    [[nodiscard]] std::size_t edgeCount() const;
    [[nodiscard]] bool isAlive(NodeId node) const { return node < size() && m_alive[node] != 0; }
    [[nodiscard]] NodeId parent(NodeId node) const { return m_parent[node]; }
    [[nodiscard]] std::uint32_t depth(NodeId node) const { return m_depth[node]; }
    [[nodiscard]] std::uint32_t childCount(NodeId node) const { return m_childCount[node]; }
    [[nodiscard]] std::uint32_t maxDepth() const { return m_maxDepth; }
    [[nodiscard]] std::span<const NodeId> parents() const { return m_parent; }
    [[nodiscard]] std::span<const std::uint32_t> depths() const { return m_depth; }
    [[nodiscard]] std::span<const CrossLink> crossLinks() const { return m_crossLinks; }
    [[nodiscard]] const GraphRepairs &repairs() const { return m_repairs; }

    /** Calls @p visit(NodeId) for each living child of @p node, first the original ones by id, then later joins,
     * newest first. */
    template <typename Visitor>
    void forEachChild(NodeId node, Visitor &&visit) const
    {
        for (std::uint32_t at = m_childBegin[node]; at < m_childBegin[node + 1] && m_children[at] != NoNode; ++at)
            visit(m_children[at]);
        if (m_joinedHead.empty())
            return;
        const auto head = m_joinedHead.find(node);
        for (NodeId child = head == m_joinedHead.end() ? NoNode : head->second; child != NoNode;
            child = m_joinedNext.find(child)->second)
            visit(child);
    }

    /** Adds a node under @p parent (NoNode, or anything that is not alive: a new root) and returns its id. O(1). */
    NodeId addNode(NodeId parent);
    /** Removes a node; its children move up to its parent (or become roots). O(descendants), for their depths. */
    void removeNode(NodeId node);
    /** Adds a cross link; false when it is out of range, a self edge, or there already. O(m). */
    bool addCrossLink(const CrossLink &link);

private:
    void cutCycles();
    void indexChildren();
    void takeCrossLinks(std::span<const CrossLink> links);
    void detachFromParent(NodeId node);
    void attach(NodeId node, NodeId parent);
    void lowerDepths(NodeId top);

    std::vector<NodeId> m_parent;
    std::vector<std::uint32_t> m_depth;
    std::vector<std::uint32_t> m_childCount; ///< sorted and joined ones together
    std::vector<std::uint32_t> m_childBegin{0}; ///< one more than there are nodes
    std::vector<NodeId> m_children; ///< of each node up to the first NoNode, which stand for those who have left
    std::unordered_map<NodeId, NodeId> m_joinedHead; ///< by parent
    std::unordered_map<NodeId, NodeId> m_joinedNext; ///< by child; NoNode ends the chain
    std::vector<std::uint8_t> m_alive;
    std::vector<CrossLink> m_crossLinks;
    GraphRepairs m_repairs;
    NodeId m_live = 0;
    std::uint32_t m_maxDepth = 0;
};

} // namespace majlis::graph3d
