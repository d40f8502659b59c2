// SPDX-License-Identifier: GPL-3.0-or-later
#include "graph3d/layout/graph.h"

#include <algorithm>
#include <tuple>

namespace majlis::graph3d
{

Graph Graph::fromParents(std::span<const NodeId> parents, std::span<const CrossLink> crossLinks)
{
    Graph graph;
    graph.m_parent.reserve(withSlack(parents.size()));
    graph.m_parent.assign(parents.begin(), parents.end());
    const NodeId count = graph.size();
    for (NodeId node = 0; node < count; ++node) {
        NodeId &parent = graph.m_parent[node];
        if (parent == node) {
            ++graph.m_repairs.selfEdges;
            parent = NoNode;
        } else if (parent != NoNode && parent >= count) {
            ++graph.m_repairs.parentsOutOfRange;
            parent = NoNode;
        }
    }
    graph.m_alive.reserve(withSlack(count));
    graph.m_alive.assign(count, 1);
    graph.m_live = count;
    graph.cutCycles();
    graph.indexChildren();
    graph.takeCrossLinks(crossLinks);
    return graph;
}

// Depths by walking up to the first node whose depth is known and back down again: no recursion, since real trees are
// thousands of levels deep. A walk that meets itself has found a cycle; the node it met becomes a root.
void Graph::cutCycles()
{
    constexpr std::uint32_t unknown = std::numeric_limits<std::uint32_t>::max();
    constexpr std::uint32_t onPath = unknown - 1;
    m_depth.reserve(withSlack(size()));
    m_depth.assign(size(), unknown);
    std::vector<NodeId> path;
    for (NodeId start = 0; start < size(); ++start) {
        path.clear();
        NodeId node = start;
        while (m_depth[node] == unknown) {
            m_depth[node] = onPath;
            path.push_back(node);
            const NodeId up = m_parent[node];
            if (up == NoNode)
                break;
            if (m_depth[up] == onPath) {
                ++m_repairs.cyclesCut;
                // Cut above the smallest id of the cycle, so that the order of the walk does not matter.
                const auto loop = std::find(path.begin(), path.end(), up);
                const auto root = std::min_element(loop, path.end());
                std::rotate(loop, root + 1, path.end());
                m_parent[path.back()] = NoNode;
                break;
            }
            node = up;
        }
        while (!path.empty()) {
            const NodeId top = path.back();
            path.pop_back();
            const NodeId up = m_parent[top];
            m_depth[top] = up == NoNode ? 0 : m_depth[up] + 1;
            m_maxDepth = std::max(m_maxDepth, m_depth[top]);
        }
    }
}

void Graph::indexChildren()
{
    m_childCount.reserve(withSlack(size()));
    m_childCount.assign(size(), 0);
    for (const NodeId parent : m_parent) {
        if (parent != NoNode)
            ++m_childCount[parent];
    }
    m_childBegin.reserve(withSlack(size()));
    m_childBegin.resize(size() + std::size_t{1});
    std::uint32_t at = 0;
    for (NodeId node = 0; node < size(); ++node) {
        m_childBegin[node] = at;
        at += m_childCount[node];
    }
    // Each entry walks over its node's children and ends where the next node's begin: filled from the last node on,
    // the walk goes backwards and the entries end where they should.
    m_childBegin.back() = at;
    m_children.resize(at);
    for (NodeId node = 0; node < size(); ++node)
        m_childBegin[node] += m_childCount[node];
    for (NodeId node = size(); node-- > 0;) {
        if (m_parent[node] != NoNode)
            m_children[--m_childBegin[m_parent[node]]] = node;
    }
}

void Graph::takeCrossLinks(std::span<const CrossLink> links)
{
    m_crossLinks.reserve(links.size());
    for (CrossLink link : links) {
        if (link.from >= size() || link.to >= size()) {
            ++m_repairs.linksOutOfRange;
        } else if (link.from == link.to) {
            ++m_repairs.selfEdges;
        } else if (m_parent[link.from] == link.to || m_parent[link.to] == link.from) {
            ++m_repairs.duplicateLinks;
        } else {
            if (link.from > link.to)
                std::swap(link.from, link.to);
            m_crossLinks.push_back(link);
        }
    }
    const auto ends = [](const CrossLink &link) { return std::tuple(link.from, link.to); };
    std::ranges::stable_sort(m_crossLinks, {}, ends);
    const auto surplus = std::ranges::unique(m_crossLinks, {}, ends);
    m_repairs.duplicateLinks += surplus.size();
    m_crossLinks.erase(surplus.begin(), surplus.end());
}

std::size_t Graph::edgeCount() const
{
    std::size_t referrals = 0;
    for (NodeId node = 0; node < size(); ++node)
        referrals += m_alive[node] != 0 && m_parent[node] != NoNode ? 1 : 0;
    return referrals + m_crossLinks.size();
}

NodeId Graph::addNode(NodeId parent)
{
    const NodeId node = size();
    m_parent.push_back(NoNode);
    m_depth.push_back(0);
    m_childCount.push_back(0);
    m_childBegin.push_back(m_childBegin.back());
    m_alive.push_back(1);
    ++m_live;
    if (parent != node && isAlive(parent))
        attach(node, parent);
    return node;
}

void Graph::attach(NodeId node, NodeId parent)
{
    m_parent[node] = parent;
    m_depth[node] = m_depth[parent] + 1;
    m_maxDepth = std::max(m_maxDepth, m_depth[node]);
    ++m_childCount[parent];
    NodeId &head = m_joinedHead.try_emplace(parent, NoNode).first->second;
    m_joinedNext[node] = head;
    head = node;
}

void Graph::detachFromParent(NodeId node)
{
    const NodeId parent = m_parent[node];
    if (parent == NoNode)
        return;
    --m_childCount[parent];
    m_parent[node] = NoNode;
    const auto begin = m_children.begin() + m_childBegin[parent];
    const auto end = m_children.begin() + m_childBegin[parent + 1];
    if (const auto found = std::find(begin, end, node); found != end) {
        std::rotate(found, found + 1, end);
        *(end - 1) = NoNode;
        return;
    }
    NodeId *link = &m_joinedHead.find(parent)->second;
    while (*link != node)
        link = &m_joinedNext.find(*link)->second;
    const auto own = m_joinedNext.find(node);
    *link = own->second;
    m_joinedNext.erase(own);
}

void Graph::removeNode(NodeId node)
{
    if (!isAlive(node))
        return;
    const NodeId heir = m_parent[node];
    std::vector<NodeId> orphans;
    forEachChild(node, [&orphans](NodeId child) { orphans.push_back(child); });
    detachFromParent(node);
    for (const NodeId child : orphans) {
        m_parent[child] = NoNode;
        m_depth[child] = 0;
        if (heir != NoNode)
            attach(child, heir);
        lowerDepths(child);
    }
    m_childCount[node] = 0;
    std::fill(m_children.begin() + m_childBegin[node], m_children.begin() + m_childBegin[node + 1], NoNode);
    m_joinedHead.erase(node);
    m_alive[node] = 0;
    --m_live;
    std::erase_if(m_crossLinks, [node](const CrossLink &link) { return link.from == node || link.to == node; });
}

void Graph::lowerDepths(NodeId top)
{
    std::vector<NodeId> open{top};
    while (!open.empty()) {
        const NodeId node = open.back();
        open.pop_back();
        forEachChild(node, [&](NodeId child) {
            m_depth[child] = m_depth[node] + 1;
            open.push_back(child);
        });
    }
}

bool Graph::addCrossLink(const CrossLink &link)
{
    if (!isAlive(link.from) || !isAlive(link.to) || link.from == link.to)
        return false;
    if (m_parent[link.from] == link.to || m_parent[link.to] == link.from)
        return false;
    const CrossLink wanted{std::min(link.from, link.to), std::max(link.from, link.to), link.weight};
    const auto same = [&wanted](const CrossLink &other) { return other.from == wanted.from && other.to == wanted.to; };
    if (std::ranges::any_of(m_crossLinks, same))
        return false;
    m_crossLinks.push_back(wanted);
    return true;
}

} // namespace majlis::graph3d
