// SPDX-License-Identifier: GPL-3.0-or-later
#include "graph3d/layout/layoutengine.h"

#include <algorithm>
#include <cmath>

namespace majlis::graph3d
{

namespace
{

constexpr std::size_t bodyChunk = 4096;
constexpr float tiny = 1e-12f;
constexpr float farthestPull = 16.0f; // link lengths: depth draws no harder than from there

} // namespace

Layout::Engine::Engine(Graph graph, const LayoutOptions &options)
    : m_graph(std::move(graph))
    , m_options(options.bounded())
    , m_kernels(&kernelsFor(options.simd))
    , m_walk(walkKernelFor(options.simd))
    , m_pool(options.threads)
    , m_repulsion(m_pool.size())
{
    restart();
}

void Layout::Engine::setOptions(const LayoutOptions &options)
{
    const LayoutOptions before = m_options;
    m_options = options.bounded();
    m_options.threads = before.threads;
    m_options.simd = before.simd;
    if (isPlaced(options.shape)) {
        restart();
        return;
    }
    m_treeIsCurrent = false;
    spaceShells();
    m_alpha = 1.0f;
    m_report.alpha = m_alpha;
    m_report.settled = m_order.size() == 0;
}

void Layout::Engine::reheat(float alpha)
{
    if (!std::isfinite(alpha) || isPlaced(m_options.shape) || m_order.size() == 0)
        return;
    m_alpha = std::max(m_alpha, std::min(alpha, 1.0f));
    m_report.alpha = m_alpha;
    m_report.settled = m_report.settled && m_alpha < m_options.alphaMin;
}

TickReport Layout::Engine::tick(const std::stop_token &cancel)
{
    if (m_report.settled)
        return m_report;
    if (isPlaced(m_options.shape)) {
        replace();
        return m_report;
    }
    m_cancelled.store(cancel.stop_requested(), std::memory_order_relaxed);
    m_bodies.startMotion();
    const std::stop_callback onStop(cancel, [this] { m_cancelled.store(true, std::memory_order_relaxed); });
    if (canTickLocally()) {
        tickLocally();
        return m_report;
    }
    m_localReady = false;
    if (!sumRepulsion())
        return m_report;
    const std::uint32_t count = activeCount();
    m_pool.forChunks(count, bodyChunk, [this](std::size_t begin, std::size_t end, unsigned) { addPulls(begin, end); });
    m_moves.reserve((m_order.size() + bodyChunk - 1) / bodyChunk);
    m_moves.assign((count + bodyChunk - 1) / bodyChunk, {});
    m_pool.forChunks(count, bodyChunk, [this](std::size_t begin, std::size_t end, unsigned) {
        for (std::size_t at = begin; at < end; at += bodyChunk)
            m_moves[at / bodyChunk] = integrate(at, std::min(at + bodyChunk, end));
    });
    Move total;
    for (const Move &move : m_moves) {
        total.sum += move.sum;
        total.largest = std::max(total.largest, move.largest);
    }
    if (m_frameOnly)
        fanLeaves();
    finishTick(total);
    return m_report;
}

// Walks the tree afresh when the bodies have moved too far, or the graph is another, since it was walked last; in
// between the far forces stand still.
bool Layout::Engine::sumRepulsion()
{
    constexpr float farthestDrift = 0.1f; // mean way in link lengths over which far forces may stand still
    constexpr unsigned mostReuses = 4;
    const bool reuse = m_treeIsCurrent && m_drift < farthestDrift && m_reuses < mostReuses;
    if (reuse) {
        ++m_reuses;
        m_tree.gatherBodies(m_bodies, m_pool);
        return m_repulsion.refresh(m_tree, pairLaw(), *m_kernels, m_pool, m_bodies, m_cancelled);
    }
    m_reuses = 0;
    m_drift = 0.0f;
    m_tree.reserve(m_order.size());
    m_repulsion.reserve(m_order.size());
    m_sortedOf.reserve(withSlack(m_order.size()));
    m_tree.build(m_bodies, activeCount(), m_pool);
    m_treeIsCurrent
        = m_repulsion.sum(m_tree, pairLaw(), m_options.theta, *m_kernels, m_walk, m_pool, m_bodies, m_cancelled);
    return m_treeIsCurrent;
}

PairLaw Layout::Engine::pairLaw() const
{
    const float softening = m_options.softening * m_options.linkLength;
    const float range = m_options.range * m_options.linkLength;
    return {softening * softening, 1.0f / (range * range)};
}

Vec3 Layout::Engine::pull(Slot slot, Slot other, float weight) const
{
    const Bodies &b = m_bodies;
    const float dx = b.x[other] + b.vx[other] - b.x[slot] - b.vx[slot];
    const float dy = b.y[other] + b.vy[other] - b.y[slot] - b.vy[slot];
    const float dz = b.z[other] + b.vz[other] - b.z[slot] - b.vz[slot];
    const float length = std::sqrt(dx * dx + dy * dy + dz * dz + tiny);
    const auto mine = static_cast<float>(m_order.degreeOf(slot));
    const auto its = static_cast<float>(m_order.degreeOf(other));
    // d3's strength 1/min(degree), shared so that the node with fewer links moves more.
    const float share = weight * its / ((mine + its) * std::min(mine, its));
    const float factor = share * (length - m_options.linkRest * m_options.linkLength) / length;
    return {dx * factor, dy * factor, dz * factor};
}

Vec3 Layout::Engine::linkPull(Slot slot) const
{
    Vec3 sum;
    const auto add = [&](Slot other, float weight) {
        const Vec3 one = pull(slot, other, weight);
        sum = {sum.x + one.x, sum.y + one.y, sum.z + one.z};
    };
    if (m_order.parent[slot] != NoSlot)
        add(m_order.parent[slot], 1.0f);
    if (m_frameOnly) {
        for (Slot child = m_order.firstInner[slot]; child < m_order.firstInner[slot] + m_order.innerCount[slot];
            ++child)
            add(child, 1.0f);
    } else {
        m_order.forEachChild(slot, [&add](Slot child) { add(child, 1.0f); });
    }
    if (!m_order.linkBegin.empty()) {
        for (std::uint32_t at = m_order.linkBegin[slot]; at < m_order.linkBegin[slot + 1]; ++at)
            add(m_order.linkEnd[at], m_order.linkWeight[at]);
    }
    return sum;
}

Vec3 Layout::Engine::depthPull(Slot slot) const
{
    const Vec3 &centre = m_centres[m_order.treeOf(slot)];
    const float dx = m_bodies.x[slot] - centre.x;
    const float dy = m_bodies.y[slot] - centre.y;
    const float dz = m_bodies.z[slot] - centre.z;
    if (m_order.parent[slot] == NoSlot) {
        const float q = -m_options.centreStrength;
        return {dx * q, dy * q, dz * q};
    }
    const float farthest = farthestPull * m_options.linkLength;
    const auto depth = static_cast<float>(m_order.depthOf(slot));
    switch (m_options.shape) {
    case Shape::Rings: {
        const float radius = std::sqrt(dx * dx + dy * dy + dz * dz + tiny);
        const Shells &shells = m_shells[m_order.treeOf(slot)];
        const float q = shells.strength * std::min(shells.step * depth - radius, farthest) / radius;
        return {dx * q, dy * q, dz * q};
    }
    case Shape::Layers:
        return {0.0f,
            -m_options.layerStrength
                * std::clamp(dy + m_options.layerSpacing * m_options.linkLength * depth, -farthest, farthest),
            0.0f};
    case Shape::Free:
    case Shape::ConeTree:
    case Shape::Matrix:
        break;
    }
    return {};
}

void Layout::Engine::addPulls(std::size_t begin, std::size_t end)
{
    for (auto slot = static_cast<Slot>(begin); slot < end; ++slot)
        addPulls(slot);
}

// From the sums of repulsion in fx, fy, fz to the whole force.
void Layout::Engine::addPulls(Slot slot)
{
    const float charge = m_options.charge * m_options.linkLength * m_options.linkLength;
    const Vec3 link = linkPull(slot);
    const Vec3 level = depthPull(slot);
    const float alpha = alphaOf(slot);
    m_bodies.fx[slot] = alpha * (link.x + level.x - charge * m_bodies.fx[slot]);
    m_bodies.fy[slot] = alpha * (link.y + level.y - charge * m_bodies.fy[slot]);
    m_bodies.fz[slot] = alpha * (link.z + level.z - charge * m_bodies.fz[slot]);
}

Layout::Engine::Move Layout::Engine::integrate(std::size_t begin, std::size_t end)
{
    Bodies &b = m_bodies;
    const float keep = 1.0f - m_options.velocityDecay;
    constexpr float farStep = 10.0f; // link lengths
    constexpr float gentleStep = 0.009f; // of those at rest who make room for a newcomer
    const bool gentle = m_alpha == 0.0f && !m_hasty;
    Move move;
    for (auto i = static_cast<Slot>(begin); i < end; ++i) {
        const float longest = (gentle && i < m_restedBodies ? gentleStep : farStep) * m_options.linkLength;
        float vx = (b.vx[i] + b.fx[i]) * keep;
        float vy = (b.vy[i] + b.fy[i]) * keep;
        float vz = (b.vz[i] + b.fz[i]) * keep;
        float speed = std::sqrt(vx * vx + vy * vy + vz * vz);
        if (b.pinned[i] != 0 || !std::isfinite(speed)) {
            vx = vy = vz = speed = 0.0f;
        } else if (speed > longest) {
            const float cut = longest / speed;
            vx *= cut;
            vy *= cut;
            vz *= cut;
            speed = longest;
        }
        b.vx[i] = vx;
        b.vy[i] = vy;
        b.vz[i] = vz;
        b.x[i] = Bodies::within(b.x[i] + vx);
        b.y[i] = Bodies::within(b.y[i] + vy);
        b.z[i] = Bodies::within(b.z[i] + vz);
        move.sum += speed;
        move.largest = std::max(move.largest, speed);
    }
    return move;
}

void Layout::Engine::finishTick(const Move &move)
{
    cool();
    ++m_report.tick;
    m_report.alpha = m_alpha;
    m_report.meanMove = static_cast<float>(move.sum / activeCount()) / m_options.linkLength;
    m_report.maxMove = move.largest / m_options.linkLength;
    m_report.frameOnly = m_frameOnly;
    m_drift += m_report.meanMove;
    coolDown();
    if (m_frameOnly) {
        if (m_alpha < frameAlpha)
            addLeaves();
        return;
    }
    m_report.settled = m_hot.empty() && (m_alpha <= m_options.alphaMin || m_report.meanMove < m_options.settleMove);
    if (m_report.settled)
        comeToRest();
}

// By the time that the frame stands, only details are left: they cool sooner.
void Layout::Engine::cool()
{
    constexpr float haste = 1.7f;
    m_alpha -= m_alpha * std::min(1.0f, m_alpha < frameAlpha ? haste * m_options.alphaDecay : m_options.alphaDecay);
}

void Layout::Engine::coolDown()
{
    constexpr float coldest = 0.002f;
    constexpr float keep = 0.84f;
    std::erase_if(m_hot, [this](Slot slot) {
        const auto heat = m_heat.find(slot);
        heat->second *= keep;
        if (heat->second > coldest)
            return false;
        m_heat.erase(heat);
        return true;
    });
    m_hasty = m_hasty && !m_hot.empty();
}

// Cold and still, so that whoever joins later warms up alone.
void Layout::Engine::comeToRest()
{
    m_alpha = 0.0f;
    m_report.alpha = 0.0f;
    for (std::vector<float> *velocity : {&m_bodies.vx, &m_bodies.vy, &m_bodies.vz})
        std::ranges::fill(*velocity, 0.0f);
    m_restedBodies = m_order.size();
    if (m_treeIsCurrent && !m_localReady)
        readyTheTree();
}

} // namespace majlis::graph3d
