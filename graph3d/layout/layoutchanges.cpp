// SPDX-License-Identifier: GPL-3.0-or-later
// Layout::Engine, continued: changes to the graph while it runs.
#include "graph3d/layout/layoutengine.h"

#include <algorithm>
#include <cmath>

namespace majlis::graph3d
{

namespace
{

constexpr float joinHeat = 0.3f;

} // namespace

// Keeps every position over a change of the graph; the newcomer, if any, is placed beside its parent.
NodeId Layout::Engine::addNode(NodeId parent)
{
    addLeaves();
    const NodeId node = m_graph.addNode(parent);
    if (m_order.joined() > std::max(1024u, m_order.size() / 8)) {
        rebuildOrder(); // too many chains: neighbours are far apart in memory
    } else {
        const Slot slot = m_order.join(m_graph, node);
        const Slot above = m_order.parent[slot];
        const Vec3 place = above == NoSlot ? rim(node) : beside(above, node);
        m_bodies.resizePlaces(m_order.size());
        setPosition(slot, place);
        m_treeIsCurrent = false;
        if (above == NoSlot) {
            m_centres.push_back(place);
            m_shells.push_back({m_options.depthSpacing * m_options.linkLength, m_options.depthStrength});
        }
    }
    warmAround(m_order.slotOf[node]);
    return node;
}

void Layout::Engine::removeNode(NodeId node)
{
    if (!m_graph.isAlive(node))
        return;
    addLeaves();
    m_hasty = true;
    const NodeId parent = m_graph.parent(node);
    std::vector<NodeId> orphans;
    m_graph.forEachChild(node, [&orphans](NodeId child) { orphans.push_back(child); });
    m_graph.removeNode(node);
    rebuildOrder();
    if (parent != NoNode) {
        warm(m_order.slotOf[parent], 0.25f * joinHeat);
        warmChildren(m_order.slotOf[parent], 0.25f * joinHeat);
    }
    // Whom the leaver brought is a generation nearer now, and so are all below.
    for (const NodeId orphan : orphans)
        warmBranch(m_order.slotOf[orphan], 0.5f * joinHeat);
}

bool Layout::Engine::addCrossLink(const CrossLink &link)
{
    if (!m_graph.addCrossLink(link))
        return false;
    addLeaves();
    m_hasty = true;
    rebuildOrder();
    warmAround(m_order.slotOf[link.from]);
    warmAround(m_order.slotOf[link.to]);
    return true;
}

void Layout::Engine::rebuildOrder()
{
    const Bodies old = std::move(m_bodies);
    const std::unordered_map<Slot, float> oldHeat = std::move(m_heat);
    const bool moving = !old.vx.empty();
    const std::vector<Vec3> oldCentres = std::move(m_centres);
    const SlotOrder oldOrder = std::move(m_order);
    reorder();
    m_bodies = Bodies();
    m_bodies.resizePlaces(m_order.size());
    if (moving)
        m_bodies.startMotion();
    m_centres.assign(m_order.roots.size(), {});
    for (Slot slot = 0; slot < m_order.size(); ++slot) {
        const NodeId node = m_order.nodeOf[slot];
        const Slot before = node < oldOrder.slotOf.size() ? oldOrder.slotOf[node] : NoSlot;
        const Slot parent = m_order.parent[slot];
        if (before != NoSlot) {
            setPosition(slot, {old.x[before], old.y[before], old.z[before]});
            m_bodies.pinned[slot] = old.pinned[before];
            if (moving) {
                m_bodies.vx[slot] = old.vx[before];
                m_bodies.vy[slot] = old.vy[before];
                m_bodies.vz[slot] = old.vz[before];
            }
            if (const auto heat = oldHeat.find(before); heat != oldHeat.end()) {
                m_heat[slot] = heat->second;
                m_hot.push_back(slot);
            }
        } else if (parent != NoSlot) {
            setPosition(slot, beside(parent, node));
        } else {
            setPosition(slot, rim(node));
        }
        if (parent == NoSlot) {
            const bool wasRoot
                = before != NoSlot && m_graph.depth(node) == 0 && oldOrder.treeOf(before) < oldCentres.size();
            m_centres[m_order.treeOf(slot)] = wasRoot ? oldCentres[oldOrder.treeOf(before)]
                                                      : Vec3{m_bodies.x[slot], m_bodies.y[slot], m_bodies.z[slot]};
        }
    }
}

// A new tree starts outside of what there is, in a direction of its own.
Vec3 Layout::Engine::rim(NodeId node) const
{
    const Bounds box = bounds();
    if (box.isEmpty())
        return {};
    const float side = std::max({box.max.x - box.min.x, box.max.y - box.min.y, box.max.z - box.min.z});
    const double angle = 2.399963229728653 * node;
    const float reach = 0.5f * side + 2.0f * m_options.linkLength;
    return {0.5f * (box.min.x + box.max.x) + reach * static_cast<float>(std::cos(angle)),
        0.5f * (box.min.y + box.max.y), 0.5f * (box.min.z + box.max.z) + reach * static_cast<float>(std::sin(angle))};
}

// Enough to make room around a newcomer or to close a gap, cold beyond. In a crowd one more or less makes no difference
// to the others, and they would be many.
void Layout::Engine::warmAround(Slot slot)
{
    constexpr std::uint32_t crowd = 32;
    warm(slot, joinHeat);
    warmChildren(slot, 0.5f * joinHeat);
    const Slot parent = m_order.parent[slot];
    if (parent != NoSlot && m_graph.childCount(m_order.nodeOf[parent]) <= crowd) {
        warm(parent, 0.25f * joinHeat);
        warmChildren(parent, 0.25f * joinHeat);
    }
}

void Layout::Engine::warmChildren(Slot slot, float heat)
{
    m_order.forEachChild(slot, [this, heat](Slot child) { warm(child, heat); });
}

void Layout::Engine::warmBranch(Slot top, float heat)
{
    std::vector<Slot> open{top};
    while (!open.empty()) {
        const Slot slot = open.back();
        open.pop_back();
        warm(slot, heat);
        m_order.forEachChild(slot, [&open](Slot child) { open.push_back(child); });
    }
}

void Layout::Engine::warm(Slot slot, float heat)
{
    const auto [found, isNew] = m_heat.try_emplace(slot, heat);
    if (isNew)
        m_hot.push_back(slot);
    else
        found->second = std::max(found->second, heat);
    if (m_options.shape != Shape::ConeTree)
        m_report.settled = false; // in a matrix the next tick places all of them anew
}

void Layout::Engine::pin(NodeId node, const Vec3 &position)
{
    const bool finite = std::isfinite(position.x) && std::isfinite(position.y) && std::isfinite(position.z);
    if (!m_graph.isAlive(node) || !finite)
        return;
    addLeaves();
    const Slot slot = m_order.slotOf[node];
    m_bodies.pinned[slot] = 1;
    setPosition(slot, position);
    m_treeIsCurrent = false;
    m_localReady = false;
    m_hasty = true;
    warmAround(slot);
}

void Layout::Engine::unpin(NodeId node)
{
    if (!m_graph.isAlive(node))
        return;
    addLeaves();
    const Slot slot = m_order.slotOf[node];
    m_bodies.pinned[slot] = 0;
    m_hasty = true;
    warmAround(slot);
}

bool Layout::Engine::isPinned(NodeId node) const
{
    return m_graph.isAlive(node) && m_bodies.pinned[m_order.slotOf[node]] != 0;
}

} // namespace majlis::graph3d
