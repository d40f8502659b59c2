// SPDX-License-Identifier: GPL-3.0-or-later
#include "graph3d/layout/slotorder.h"

#include <algorithm>

namespace majlis::graph3d
{

SlotOrder SlotOrder::of(const Graph &graph)
{
    SlotOrder order;
    order.slotOf.assign(graph.size(), NoSlot);
    const NodeId live = graph.liveCount();
    order.nodeOf.reserve(live);
    for (std::vector<std::uint32_t> *field : {&order.parent, &order.degree, &order.depth, &order.tree})
        field->reserve(live);
    std::vector<bool> linked;
    if (!graph.crossLinks().empty())
        linked.resize(graph.size(), false);
    for (const CrossLink &link : graph.crossLinks())
        linked[link.from] = linked[link.to] = true;
    order.placeFrame(graph, linked);
    order.placeLeaves(graph);
    order.indexLinks(graph);
    for (std::uint32_t &degree : order.degree)
        degree = std::max(degree, 1u);
    return order;
}

void SlotOrder::append(const Graph &graph, NodeId node, Slot parentSlot, std::uint32_t treeNumber)
{
    slotOf[node] = size();
    nodeOf.push_back(node);
    parent.push_back(parentSlot);
    degree.push_back(graph.childCount(node) + (parentSlot == NoSlot ? 0 : 1));
    depth.push_back(graph.depth(node));
    tree.push_back(treeNumber);
}

void SlotOrder::placeFrame(const Graph &graph, const std::vector<bool> &linked)
{
    std::vector<Slot> open;
    for (NodeId node = 0; node < graph.size(); ++node) {
        if (graph.isAlive(node) && graph.parent(node) == NoNode)
            placeTree(graph, node, linked, open);
    }
    frame = size();
}

void SlotOrder::placeTree(const Graph &graph, NodeId root, const std::vector<bool> &linked, std::vector<Slot> &open)
{
    const auto number = static_cast<std::uint32_t>(roots.size());
    const auto take = [&](NodeId node, Slot above) {
        append(graph, node, above, number);
        firstInner.push_back(0);
        innerCount.push_back(0);
    };
    roots.push_back(size());
    open.push_back(size());
    take(root, NoSlot);
    while (!open.empty()) {
        const Slot slot = open.back();
        open.pop_back();
        firstInner[slot] = size();
        graph.forEachChild(nodeOf[slot], [&](NodeId child) {
            if (graph.childCount(child) > 0 || (!linked.empty() && linked[child]))
                take(child, slot);
        });
        innerCount[slot] = size() - firstInner[slot];
        for (Slot child = size(); child-- > firstInner[slot];)
            open.push_back(child);
    }
}

void SlotOrder::placeLeaves(const Graph &graph)
{
    firstLeaf.resize(frame);
    leafCount.resize(frame);
    for (Slot slot = 0; slot < frame; ++slot) {
        firstLeaf[slot] = size();
        if (graph.childCount(nodeOf[slot]) == innerCount[slot])
            continue;
        graph.forEachChild(nodeOf[slot], [&](NodeId child) {
            if (slotOf[child] == NoSlot)
                append(graph, child, slot, tree[slot]);
        });
        leafCount[slot] = size() - firstLeaf[slot];
    }
    base = size();
}

Slot SlotOrder::join(const Graph &graph, NodeId node)
{
    const Slot slot = size();
    const Slot above = graph.parent(node) == NoNode ? NoSlot : slotOf[graph.parent(node)];
    slotOf.resize(graph.size(), NoSlot);
    append(graph, node, above, above == NoSlot ? static_cast<std::uint32_t>(roots.size()) : tree[above]);
    degree[slot] = 1;
    joinedHead.resize(size(), NoSlot);
    joinedNext.resize(size(), NoSlot);
    if (above == NoSlot) {
        roots.push_back(slot);
    } else {
        joinedNext[slot] = joinedHead[above];
        joinedHead[above] = slot;
        const bool hasMore = above < frame && innerCount[above] + leafCount[above] > 0;
        const bool wasAlone = parent[above] == NoSlot && !hasMore && joinedNext[slot] == NoSlot;
        degree[above] += wasAlone ? 0 : 1; // alone it already counts as 1
    }
    if (!linkBegin.empty())
        linkBegin.push_back(linkBegin.back());
    ++joined;
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
        ++degree[slotOf[link.from]];
        ++degree[slotOf[link.to]];
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
