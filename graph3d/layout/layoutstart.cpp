// SPDX-License-Identifier: GPL-3.0-or-later
// Layout::Engine, continued: where everybody stands before the first tick.
#include "graph3d/layout/layoutengine.h"

#include "graph3d/layout/matrixplacement.h"
#include "graph3d/layout/mixbits.h"

#include <algorithm>
#include <cmath>

namespace majlis::graph3d
{

namespace
{

// Finite, and near enough to the origin that a float still tells neighbours apart.
bool isUsable(const Vec3 &p)
{
    constexpr float farthest = 1e6f;
    return std::abs(p.x) <= farthest && std::abs(p.y) <= farthest && std::abs(p.z) <= farthest;
}

// A direction drawn from a hash; not of unit length, but never zero.
Vec3 direction(std::uint64_t hash)
{
    const auto part = [hash](unsigned shift) {
        return static_cast<float>(hash >> shift & 0xffff) / 32768.0f - 1.0f + 1.0f / 65536.0f;
    };
    return {part(0), part(16), part(32)};
}

} // namespace

void Layout::Engine::reorder()
{
    m_order = SlotOrder::of(m_graph, m_pool);
    m_treeIsCurrent = false;
    spaceShells();
    m_frameOnly = false;
    m_heat.clear();
    m_hot.clear();
    m_localReady = false;
}

// A large network needs wider shells for its nodes to have room on them, and all of its trees the same ones, so that
// distances compare. Where a single tree has no room on its shells all the same, they hold it less firmly. Those of a
// tree deeper than referrals go (a chain of commits, say) are set closer, or they would tear it apart.
void Layout::Engine::spaceShells()
{
    constexpr std::uint32_t fullyShelled = 8;
    constexpr float usualTree = 3000.0f;
    constexpr float crowdedTree = 20'000.0f;
    constexpr float growth = 0.1f; // tried: 0.1 keeps the stress of 100,000 and 1,000,000 as low as that of 10,000
    std::vector<std::uint32_t> deepest(m_order.roots.size(), fullyShelled);
    std::vector<std::uint32_t> nodes(m_order.roots.size(), 0);
    const auto count = [&](Slot slot, std::uint32_t leaves) {
        const std::uint32_t tree = m_order.treeOf(slot);
        deepest[tree] = std::max(deepest[tree], m_order.depthOf(slot) + (leaves > 0 ? 1 : 0));
        nodes[tree] += 1 + leaves;
    };
    for (Slot slot = 0; slot < m_order.frame; ++slot)
        count(slot, m_order.leafCount[slot]);
    for (Slot slot = m_order.base; slot < m_order.size(); ++slot)
        count(slot, 0);
    const std::uint32_t largest = nodes.empty() ? 1 : *std::ranges::max_element(nodes);
    const float width = std::clamp(std::pow(static_cast<float>(largest) / usualTree, growth), 0.7f, 2.0f);
    m_shells.resize(deepest.size());
    for (std::size_t tree = 0; tree < deepest.size(); ++tree) {
        const float step = m_options.depthSpacing * m_options.linkLength * width * fullyShelled;
        const float crowd = std::max(1.0f, static_cast<float>(nodes[tree]) / crowdedTree);
        m_shells[tree] = {step / static_cast<float>(deepest[tree]), m_options.depthStrength / std::sqrt(crowd)};
    }
}

void Layout::Engine::restart()
{
    const Bodies old = std::move(m_bodies);
    const std::vector<Slot> oldSlot = std::move(m_order.slotOf);
    reorder();
    m_bodies = Bodies();
    m_bodies.resizePlaces(m_order.size());
    place();
    for (Slot slot = 0; slot < m_order.size() && old.size() > 0; ++slot) {
        const NodeId node = m_order.nodeOf[slot];
        const Slot before = node < oldSlot.size() ? oldSlot[node] : NoSlot;
        if (before != NoSlot && old.pinned[before] != 0) {
            m_bodies.pinned[slot] = 1;
            setPosition(slot, {old.x[before], old.y[before], old.z[before]});
        }
    }
    m_alpha = 1.0f;
    m_report = {};
    m_report.alpha = m_alpha;
    m_report.settled = isPlaced(m_options.shape) || m_order.size() == 0;
    beginWithFrame();
}

// Somebody joined or left a matrix: others may have other places now.
void Layout::Engine::replace()
{
    const std::uint64_t ticks = m_report.tick;
    restart();
    m_report.tick = ticks + 1;
}

void Layout::Engine::place()
{
    if (m_options.shape == Shape::Matrix) {
        placeInMatrix();
        return;
    }
    m_centres = placeTrees(m_order, m_options, m_pool, m_bodies);
}

void Layout::Engine::placeInMatrix()
{
    const std::vector<Vec3> places = placeMatrix(ForcedMatrix::of(m_graph, m_options.matrixWidth), m_options);
    for (Slot slot = 0; slot < m_order.size(); ++slot)
        setPosition(slot, places[m_order.nodeOf[slot]]);
    m_centres.resize(m_order.roots.size());
    for (std::size_t tree = 0; tree < m_centres.size(); ++tree)
        m_centres[tree] = places[m_order.nodeOf[m_order.roots[tree]]];
}

void Layout::Engine::setPosition(Slot slot, const Vec3 &position)
{
    m_bodies.put(slot, position);
    if (!m_bodies.vx.empty())
        m_bodies.vx[slot] = m_bodies.vy[slot] = m_bodies.vz[slot] = 0.0f;
}

Vec3 Layout::Engine::beside(Slot parent, std::uint64_t salt) const
{
    const Vec3 way = direction(mixBits(m_options.seed ^ mixBits(salt)));
    const float length = std::sqrt(way.x * way.x + way.y * way.y + way.z * way.z);
    const float reach = 0.5f * m_options.linkLength / std::max(length, 1e-6f);
    return {m_bodies.x[parent] + way.x * reach, m_bodies.y[parent] + way.y * reach, m_bodies.z[parent] + way.z * reach};
}

void Layout::Engine::warmStart(std::span<const Vec3> positions, float alpha)
{
    reorder();
    Bodies fresh;
    fresh.resizePlaces(m_order.size());
    fresh.pinned.swap(m_bodies.pinned);
    fresh.pinned.resize(m_order.size(), 0);
    m_bodies = std::move(fresh);
    place();
    takePositions(positions);
    m_alpha = std::isfinite(alpha) ? std::clamp(alpha, 0.0f, 1.0f) : 1.0f;
    m_report = {};
    m_report.alpha = m_alpha;
    m_report.settled = isPlaced(m_options.shape) || m_order.size() == 0 || m_alpha < m_options.alphaMin;
}

// Parents stand before their children, so a node that lacks a place finds its parent's settled.
void Layout::Engine::takePositions(std::span<const Vec3> positions)
{
    for (Slot slot = 0; slot < m_order.size(); ++slot) {
        const NodeId node = m_order.nodeOf[slot];
        const Slot parent = m_order.parent[slot];
        if (node < positions.size() && isUsable(positions[node]))
            setPosition(slot, positions[node]);
        else if (parent != NoSlot)
            setPosition(slot, beside(parent, node));
        if (parent == NoSlot)
            m_centres[m_order.treeOf(slot)] = {m_bodies.x[slot], m_bodies.y[slot], m_bodies.z[slot]};
    }
    separateEqualPoints();
}

// Equal points have no direction to part in. Neighbours along the Morton curve find all of them in one pass.
void Layout::Engine::separateEqualPoints()
{
    m_treeIsCurrent = false;
    m_tree.build(m_bodies, m_order.size(), m_pool);
    const std::vector<Slot> &sorted = m_tree.slot;
    for (std::size_t i = 1; i < sorted.size(); ++i) {
        const Slot here = sorted[i];
        if (m_tree.x[i] != m_tree.x[i - 1] || m_tree.y[i] != m_tree.y[i - 1] || m_tree.z[i] != m_tree.z[i - 1])
            continue;
        const Vec3 way = direction(mixBits(m_options.seed ^ mixBits(m_order.nodeOf[here])));
        const float step = 0.1f * m_options.linkLength;
        setPosition(here, {m_tree.x[i] + way.x * step, m_tree.y[i] + way.y * step, m_tree.z[i] + way.z * step});
    }
}

} // namespace majlis::graph3d
