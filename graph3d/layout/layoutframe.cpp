// SPDX-License-Identifier: GPL-3.0-or-later
// Layout::Engine, continued: the first ticks of a fresh layout, of the frame alone. Three nodes in four are leaves;
// while the branches find their places, their leaves go along with them where they would come to rest, and their
// parents carry their mass. A tick costs a quarter then, and most ticks are such.
#include "graph3d/layout/layoutengine.h"

#include <algorithm>

namespace majlis::graph3d
{

void Layout::Engine::beginWithFrame()
{
    m_frameOnly = !m_report.settled && m_order.frame < m_order.size() / 2;
    if (!m_frameOnly)
        return;
    m_treeIsCurrent = false;
    m_bodies.mass.resize(m_order.frame);
    for (Slot slot = 0; slot < m_order.frame; ++slot)
        m_bodies.mass[slot] = 1.0f + static_cast<float>(m_order.leafCount[slot]);
}

void Layout::Engine::fanLeaves()
{
    constexpr std::size_t frameChunk = 1024;
    m_pool.forChunks(m_order.frame, frameChunk, [this](std::size_t begin, std::size_t end, unsigned) {
        const auto at = [this](Slot slot) { return Vec3{m_bodies.x[slot], m_bodies.y[slot], m_bodies.z[slot]}; };
        for (auto slot = static_cast<Slot>(begin); slot < end; ++slot) {
            const Slot parent = m_order.parent[slot];
            LeafFan::forEach(m_order, m_options, slot, at(parent == NoSlot ? slot : parent), at(slot),
                [this](Slot leaf, const Vec3 &place) {
                    if (m_bodies.pinned[leaf] == 0)
                        setPosition(leaf, place);
                });
        }
    });
}

void Layout::Engine::addLeaves()
{
    if (!m_frameOnly)
        return;
    m_frameOnly = false;
    m_treeIsCurrent = false;
    m_bodies.mass = {};
}

} // namespace majlis::graph3d
