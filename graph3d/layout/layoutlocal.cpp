// SPDX-License-Identifier: GPL-3.0-or-later
// Layout::Engine, continued: what a join costs in a settled layout. Only the warm bodies are summed, one walk of the
// last tree each, so that the price is that of the neighbourhood and not of the network.
#include "graph3d/layout/layoutengine.h"

#include <algorithm>

namespace majlis::graph3d
{

namespace
{

constexpr std::size_t fewHot = 64; // a full tick costs some hundred single walks per thousand bodies
constexpr Slot hotShare = 128;
constexpr Slot mostStrangers = 256; // joins that the tree does not know; every warm body is paired with each

} // namespace

bool Layout::Engine::canTickLocally() const
{
    return m_alpha == 0.0f && !m_hot.empty()
        && m_hot.size() <= std::max<std::size_t>(fewHot, m_order.size() / hotShare);
}

void Layout::Engine::prepareLocalTicks()
{
    m_tree.build(m_bodies, m_order.size(), m_pool);
    readyTheTree();
}

// The tree of the last tick will do: its cells are off by less than the hundredths of a link that ended the movement.
void Layout::Engine::readyTheTree()
{
    m_tree.gatherBodies(m_bodies, m_pool);
    m_treeIsCurrent = false; // the far forces kept are of other places
    m_repulsion.release();
    m_sortedOf.reserve(withSlack(m_order.size()));
    m_sortedOf.resize(m_order.size());
    for (std::uint32_t at = 0; at < m_tree.bodyCount(); ++at)
        m_sortedOf[m_tree.slot[at]] = at;
    m_localBodies = m_order.size();
    m_localReady = true;
}

void Layout::Engine::sumLocally(Slot slot, unsigned worker)
{
    const PairLaw law = pairLaw();
    const Vec3 here{m_bodies.x[slot], m_bodies.y[slot], m_bodies.z[slot]};
    Vec3 sum = m_repulsion.sumAt(m_tree, law, m_options.theta, *m_kernels, m_walk, worker, here);
    for (Slot other = m_localBodies; other < m_order.size(); ++other) {
        const float dx = m_bodies.x[other] - here.x;
        const float dy = m_bodies.y[other] - here.y;
        const float dz = m_bodies.z[other] - here.z;
        const float l = dx * dx + dy * dy + dz * dz;
        const float g = 1.0f / ((l + law.softening2) * (1.0f + l * law.inverseRange2));
        sum = {sum.x + g * dx, sum.y + g * dy, sum.z + g * dz};
    }
    m_bodies.fx[slot] = sum.x;
    m_bodies.fy[slot] = sum.y;
    m_bodies.fz[slot] = sum.z;
}

void Layout::Engine::tickLocally()
{
    if (!m_localReady || m_order.size() - m_localBodies > mostStrangers)
        prepareLocalTicks();
    m_pool.forChunks(m_hot.size(), 8, [this](std::size_t begin, std::size_t end, unsigned worker) {
        for (std::size_t at = begin; at < end; ++at)
            sumLocally(m_hot[at], worker);
    });
    for (const Slot slot : m_hot)
        addPulls(slot);
    Move total;
    for (const Slot slot : m_hot) {
        const Move move = integrate(slot, slot + std::size_t{1});
        total.sum += move.sum;
        total.largest = std::max(total.largest, move.largest);
        if (slot < m_localBodies) {
            const std::uint32_t at = m_sortedOf[slot];
            m_tree.x[at] = m_bodies.x[slot];
            m_tree.y[at] = m_bodies.y[slot];
            m_tree.z[at] = m_bodies.z[slot];
        }
    }
    finishTick(total);
}

} // namespace majlis::graph3d
