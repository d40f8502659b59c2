// SPDX-License-Identifier: GPL-3.0-or-later
#include "graph3d/layout/slotorder.h"

#include <algorithm>
#include <utility>

namespace majlis::graph3d
{

SlotOrder SlotOrder::of(const Graph &graph, ThreadPool &pool)
{
    SlotOrder order;
    order.slotOf.reserve(withSlack(graph.size()));
    order.slotOf.assign(graph.size(), NoSlot);
    order.nodeOf.reserve(withSlack(graph.liveCount()));
    order.parent.reserve(withSlack(graph.liveCount()));
    // A bit a node fits the cache where the numbers of their children, looked up in any order, do not.
    std::vector<bool> inFrame(graph.size());
    for (NodeId node = 0; node < graph.size(); ++node)
        inFrame[node] = graph.childCount(node) > 0 || graph.parent(node) == NoNode;
    for (const CrossLink &link : graph.crossLinks())
        inFrame[link.from] = inFrame[link.to] = true;
    order.placeFrame(graph, inFrame);
    order.placeLeaves(graph, inFrame, pool);
    order.indexLinks(graph);
    for (std::uint32_t &degree : order.m_degree)
        degree = std::max(degree, 1u);
    return order;
}

void SlotOrder::placeFrame(const Graph &graph, const std::vector<bool> &inFrame)
{
    const auto most = static_cast<std::size_t>(std::ranges::count(inFrame, true));
    for (std::vector<std::uint32_t> *field : {&m_degree, &m_depth, &m_tree, &firstInner, &innerCount, &leafCount})
        field->reserve(most);
    std::vector<Slot> open;
    for (NodeId node = 0; node < graph.size(); ++node) {
        if (graph.isAlive(node) && graph.parent(node) == NoNode)
            placeTree(graph, node, inFrame, open);
    }
    frame = size();
}

void SlotOrder::placeTree(const Graph &graph, NodeId root, const std::vector<bool> &inFrame, std::vector<Slot> &open)
{
    const auto number = static_cast<std::uint32_t>(roots.size());
    const auto take = [&](NodeId node, Slot above) {
        slotOf[node] = size();
        nodeOf.push_back(node);
        parent.push_back(above);
        m_degree.push_back(above == NoSlot ? 0 : 1);
        m_depth.push_back(above == NoSlot ? 0 : m_depth[above] + 1);
        m_tree.push_back(number);
        firstInner.push_back(0);
        innerCount.push_back(0);
        leafCount.push_back(0);
    };
    roots.push_back(size());
    open.push_back(size());
    take(root, NoSlot);
    while (!open.empty()) {
        const Slot slot = open.back();
        open.pop_back();
        firstInner[slot] = size();
        std::uint32_t children = 0;
        graph.forEachChild(nodeOf[slot], [&](NodeId child) {
            ++children;
            if (inFrame[child])
                take(child, slot);
        });
        innerCount[slot] = size() - firstInner[slot];
        leafCount[slot] = children - innerCount[slot];
        m_degree[slot] += children;
        for (Slot child = size(); child-- > firstInner[slot];)
            open.push_back(child);
    }
}

void SlotOrder::placeLeaves(const Graph &graph, const std::vector<bool> &inFrame, ThreadPool &pool)
{
    firstLeaf.resize(frame);
    base = frame;
    for (Slot slot = 0; slot < frame; ++slot) {
        firstLeaf[slot] = base;
        base += leafCount[slot];
    }
    nodeOf.resize(base);
    parent.resize(base);
    constexpr std::size_t frameChunk = 2048;
    pool.forChunks(frame, frameChunk, [&](std::size_t begin, std::size_t end, unsigned) {
        for (auto slot = static_cast<Slot>(begin); slot < end; ++slot) {
            Slot next = firstLeaf[slot];
            if (leafCount[slot] == 0)
                continue;
            graph.forEachChild(nodeOf[slot], [&](NodeId child) {
                if (inFrame[child])
                    return;
                slotOf[child] = next;
                nodeOf[next] = child;
                parent[next++] = slot;
            });
        }
    });
}

Slot SlotOrder::join(const Graph &graph, NodeId node)
{
    const Slot slot = size();
    const Slot above = graph.parent(node) == NoNode ? NoSlot : slotOf[graph.parent(node)];
    slotOf.resize(graph.size(), NoSlot);
    slotOf[node] = slot;
    nodeOf.push_back(node);
    parent.push_back(above);
    Join join{1, graph.depth(node), 0, NoSlot};
    if (above == NoSlot) {
        join.tree = static_cast<std::uint32_t>(roots.size());
        roots.push_back(slot);
    } else {
        join.tree = treeOf(above);
        const bool hasInner = above < frame && innerCount[above] + leafCount[above] > 0;
        Chain &chain = m_chains[above];
        const bool wasAlone = parent[above] == NoSlot && !hasInner && chain.count == 0;
        join.next = std::exchange(chain.newest, slot);
        ++chain.count;
        if (!wasAlone && above < frame) // alone it already counts as 1, and leaves count their chain
            ++m_degree[above];
        else if (!wasAlone && above >= base)
            ++m_joins[above - base].degree;
    }
    m_joins.push_back(join);
    if (!linkBegin.empty())
        linkBegin.push_back(linkBegin.back());
    return slot;
}

void SlotOrder::indexLinks(const Graph &graph)
{
    if (graph.crossLinks().empty())
        return;
    linkBegin.assign(size() + 1, 0);
    for (const CrossLink &link : graph.crossLinks()) {
        ++linkBegin[slotOf[link.from] + 1];
        ++linkBegin[slotOf[link.to] + 1];
        ++m_degree[slotOf[link.from]];
        ++m_degree[slotOf[link.to]];
    }
    for (Slot slot = 0; slot < size(); ++slot)
        linkBegin[slot + 1] += linkBegin[slot];
    linkEnd.resize(linkBegin.back());
    linkWeight.resize(linkBegin.back());
    std::vector<std::uint32_t> next(linkBegin.begin(), linkBegin.end() - 1);
    for (const CrossLink &link : graph.crossLinks()) {
        for (const auto &[here, there] : {std::pair(link.from, link.to), std::pair(link.to, link.from)}) {
            const std::uint32_t at = next[slotOf[here]]++;
            linkEnd[at] = slotOf[there];
            linkWeight[at] = link.weight;
        }
    }
}

} // namespace majlis::graph3d
