// SPDX-License-Identifier: GPL-3.0-or-later
// Layout::Engine, continued: what can be read from it.
#include "graph3d/layout/layoutengine.h"

#include <algorithm>
#include <cmath>

namespace majlis::graph3d
{

Vec3 Layout::Engine::position(NodeId node) const
{
    const Slot slot = node < m_order.slotOf.size() ? m_order.slotOf[node] : NoSlot;
    return slot == NoSlot ? Vec3{} : Vec3{m_bodies.x[slot], m_bodies.y[slot], m_bodies.z[slot]};
}

Bounds Layout::Engine::bounds() const
{
    if (m_bodies.size() == 0)
        return {};
    const auto [minX, maxX] = std::ranges::minmax(m_bodies.x);
    const auto [minY, maxY] = std::ranges::minmax(m_bodies.y);
    const auto [minZ, maxZ] = std::ranges::minmax(m_bodies.z);
    return {{minX, minY, minZ}, {maxX, maxY, maxZ}};
}

void Layout::Engine::publishTo(PositionChannel &channel) const
{
    PositionFrame &frame = channel.back();
    frame.positions.resize(m_graph.size());
    for (Slot slot = 0; slot < m_order.size(); ++slot)
        frame.positions[m_order.nodeOf[slot]] = {m_bodies.x[slot], m_bodies.y[slot], m_bodies.z[slot]};
    frame.bounds = bounds();
    frame.tick = m_report.tick;
    frame.alpha = m_report.alpha;
    frame.meanMove = m_report.meanMove;
    frame.settled = m_report.settled;
    channel.publish();
}

// U with U' = -r g (kernels.h), zero at infinity.
double Layout::Engine::repulsionEnergy(Slot slot) const
{
    const PairLaw law = pairLaw();
    const double softening2 = law.softening2;
    const double inverse = law.inverseRange2;
    const double factor = 0.5 / (1.0 - softening2 * inverse);
    double sum = 0.0;
    for (Slot other = 0; other < m_order.size(); ++other) {
        const double dx = m_bodies.x[other] - m_bodies.x[slot];
        const double dy = m_bodies.y[other] - m_bodies.y[slot];
        const double dz = m_bodies.z[other] - m_bodies.z[slot];
        const double l = dx * dx + dy * dy + dz * dz;
        if (other != slot)
            sum += factor * std::log((1.0 / inverse + l) / (l + softening2));
    }
    return sum * m_options.charge * m_options.linkLength * m_options.linkLength;
}

double Layout::Engine::linkEnergy(Slot slot) const
{
    const Slot parent = m_order.parent[slot];
    if (parent == NoSlot)
        return 0.0;
    const double length = std::hypot(m_bodies.x[parent] - m_bodies.x[slot], m_bodies.y[parent] - m_bodies.y[slot],
        m_bodies.z[parent] - m_bodies.z[slot]);
    const double mine = m_order.degreeOf(slot);
    const double its = m_order.degreeOf(parent);
    const double stretch = length - m_options.linkRest * m_options.linkLength;
    return 0.5 * std::max(mine, its) / (mine + its) * stretch * stretch;
}

double Layout::Engine::energy() const
{
    constexpr Slot mostSamples = 512;
    const Slot step = std::max(1u, m_order.size() / mostSamples);
    double sum = 0.0;
    double samples = 0.0;
    for (Slot slot = 0; slot < m_order.size(); slot += step) {
        const Vec3 level = depthPull(slot);
        const bool layers = m_options.shape == Shape::Layers;
        const double strength
            = std::max(1e-6f, layers ? m_options.layerStrength : m_shells[m_order.treeOf(slot)].strength);
        const double depth = (level.x * level.x + level.y * level.y + level.z * level.z) / (2.0 * strength);
        sum += linkEnergy(slot) + 0.5 * repulsionEnergy(slot) + depth;
        samples += 1.0;
    }
    const double unit = static_cast<double>(m_options.linkLength) * m_options.linkLength;
    return samples > 0.0 ? sum / samples / unit : 0.0;
}

} // namespace majlis::graph3d
