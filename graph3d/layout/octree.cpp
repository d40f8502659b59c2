// SPDX-License-Identifier: GPL-3.0-or-later
#include "graph3d/layout/octree.h"

#include "graph3d/layout/kernels.h"

#include <algorithm>
#include <array>
#include <bit>
#include <limits>
#include <utility>

namespace majlis::graph3d
{

namespace
{

constexpr unsigned bitsPerAxis = 10;
constexpr float cellsPerAxis = 1 << bitsPerAxis;
constexpr std::size_t bodyChunk = 8192;
constexpr std::size_t cellChunk = 512;

// Spreads the low ten bits so that two zero bits follow each.
constexpr std::uint32_t spread(std::uint32_t v)
{
    v &= 0x3ffu;
    v = (v | v << 16) & 0x030000ffu;
    v = (v | v << 8) & 0x0300f00fu;
    v = (v | v << 4) & 0x030c30c3u;
    return (v | v << 2) & 0x09249249u;
}

struct Cube {
    float x = 0.0f, y = 0.0f, z = 0.0f; ///< lower corner
    float scale = 1.0f;

    [[nodiscard]] std::uint32_t key(float px, float py, float pz) const
    {
        const auto digit = [this](float offset) {
            return static_cast<std::uint32_t>(std::clamp(offset * scale, 0.0f, cellsPerAxis - 1.0f));
        };
        return spread(digit(px - x)) << 2 | spread(digit(py - y)) << 1 | spread(digit(pz - z));
    }
};

// Centred on the bodies' box, so that a mirrored input has mirrored cells.
Cube cubeAround(const Bodies &bodies)
{
    constexpr float infinity = std::numeric_limits<float>::infinity();
    std::array<float, 3> low{infinity, infinity, infinity};
    std::array<float, 3> high{-infinity, -infinity, -infinity};
    const std::array<const float *, 3> axis{bodies.x.data(), bodies.y.data(), bodies.z.data()};
    for (std::size_t a = 0; a < 3; ++a) {
        for (std::uint32_t i = 0; i < bodies.size(); ++i) {
            low[a] = std::min(low[a], axis[a][i]);
            high[a] = std::max(high[a], axis[a][i]);
        }
    }
    const float side = std::max({high[0] - low[0], high[1] - low[1], high[2] - low[2], 1e-3f}) * 1.0001f;
    const auto corner = [&](std::size_t a) { return 0.5f * (low[a] + high[a]) - 0.5f * side; };
    return {corner(0), corner(1), corner(2), cellsPerAxis / side};
}

} // namespace

void Octree::build(const Bodies &bodies, ThreadPool &pool)
{
    sortBodies(bodies, pool);
    gatherBodies(bodies, pool);
    splitCells();
    summarise(pool);
}

void Octree::sortBodies(const Bodies &bodies, ThreadPool &pool)
{
    const std::uint32_t total = bodies.size();
    slot.resize(total);
    std::uint32_t count = 0;
    for (std::uint32_t i = 0; i < total; ++i) {
        slot[count] = i;
        count += bodies.alive[i];
    }
    slot.resize(count);
    m_key.resize(count);
    m_otherKey.resize(count);
    m_otherSlot.resize(count);
    const Cube cube = cubeAround(bodies);
    pool.forChunks(count, bodyChunk, [&](std::size_t begin, std::size_t end, unsigned) {
        for (std::size_t i = begin; i < end; ++i) {
            const std::uint32_t s = slot[i];
            m_key[i] = cube.key(bodies.x[s], bodies.y[s], bodies.z[s]);
        }
    });
    constexpr std::uint32_t digitMask = (1u << bitsPerAxis) - 1;
    std::array<std::array<std::uint32_t, digitMask + 1>, 3> place{};
    for (const std::uint32_t key : m_key) {
        for (unsigned pass = 0; pass < 3; ++pass)
            ++place[pass][key >> (bitsPerAxis * pass) & digitMask];
    }
    for (unsigned pass = 0; pass < 3; ++pass) {
        std::uint32_t sum = 0;
        for (std::uint32_t &entry : place[pass])
            sum += std::exchange(entry, sum);
        for (std::uint32_t i = 0; i < count; ++i) {
            const std::uint32_t at = place[pass][m_key[i] >> (bitsPerAxis * pass) & digitMask]++;
            m_otherKey[at] = m_key[i];
            m_otherSlot[at] = slot[i];
        }
        m_key.swap(m_otherKey);
        slot.swap(m_otherSlot);
    }
}

void Octree::gatherBodies(const Bodies &bodies, ThreadPool &pool)
{
    const std::uint32_t count = bodyCount();
    for (std::vector<float> *field : {&x, &y, &z, &bodyMass})
        field->resize(count + kernelLanes, 0.0f);
    pool.forChunks(count, bodyChunk, [&](std::size_t begin, std::size_t end, unsigned) {
        for (std::size_t i = begin; i < end; ++i) {
            const std::uint32_t s = slot[i];
            x[i] = bodies.x[s];
            y[i] = bodies.y[s];
            z[i] = bodies.z[s];
            bodyMass[i] = bodies.mass[s];
        }
    });
}

void Octree::addChild(std::uint32_t begin, std::uint32_t end)
{
    cells.push_back({begin, end, 0, 0});
}

void Octree::splitCells()
{
    cells.clear();
    if (bodyCount() == 0)
        return;
    cells.reserve(bodyCount() + std::size_t{64}); // half of it is usual; what is never touched costs no memory
    addChild(0, bodyCount());
    for (std::uint32_t cell = 0; cell < cells.size(); ++cell) {
        if (cells[cell].size() > leafSize)
            splitCell(cell);
    }
    const std::size_t capacity = cells.capacity();
    for (std::vector<float> *field : {&comX, &comY, &comZ, &mass, &extent}) {
        field->reserve(capacity);
        field->resize(cells.size());
    }
    low.reserve(capacity);
    high.reserve(capacity);
    low.resize(cells.size());
    high.resize(cells.size());
}

void Octree::splitCell(std::uint32_t cell)
{
    const std::uint32_t begin = cells[cell].begin;
    const std::uint32_t end = cells[cell].end;
    const auto firstChild = static_cast<std::uint32_t>(cells.size());
    const std::uint32_t differing = m_key[begin] ^ m_key[end - 1];
    if (differing == 0) {
        // Keys alike to the last bit: any eighths will do, they only keep one crowded spot from costing n^2.
        const std::uint32_t part = std::max((end - begin + 7) / 8, leafSize);
        for (std::uint32_t at = begin; at < end; at += part)
            addChild(at, std::min(at + part, end));
    } else {
        const auto shift = static_cast<unsigned>(std::bit_width(differing) - 1) / 3 * 3;
        const auto key = m_key.begin();
        for (std::uint32_t at = begin; at < end;) {
            const std::uint32_t octant = m_key[at] >> shift;
            const auto next = std::partition_point(
                key + at, key + end, [=](std::uint32_t other) { return (other >> shift) <= octant; });
            const auto stop = static_cast<std::uint32_t>(next - key);
            addChild(at, stop);
            at = stop;
        }
    }
    cells[cell].firstChild = firstChild;
    cells[cell].childCount = static_cast<std::uint32_t>(cells.size()) - firstChild;
}

void Octree::summarise(ThreadPool &pool)
{
    pool.forChunks(cells.size(), cellChunk, [this](std::size_t begin, std::size_t end, unsigned) {
        for (std::size_t cell = begin; cell < end; ++cell) {
            if (cells[cell].isLeaf())
                summariseLeaf(static_cast<std::uint32_t>(cell));
        }
    });
    for (std::uint32_t cell = cellCount(); cell-- > 0;) {
        if (!cells[cell].isLeaf())
            summariseInner(cell);
    }
}

void Octree::summariseLeaf(std::uint32_t cell)
{
    const Cell &range = cells[cell];
    Vec3 lower{x[range.begin], y[range.begin], z[range.begin]};
    Vec3 upper = lower;
    float sum = 0.0f, sx = 0.0f, sy = 0.0f, sz = 0.0f;
    for (std::uint32_t i = range.begin; i < range.end; ++i) {
        sum += bodyMass[i];
        sx += bodyMass[i] * x[i];
        sy += bodyMass[i] * y[i];
        sz += bodyMass[i] * z[i];
        lower = {std::min(lower.x, x[i]), std::min(lower.y, y[i]), std::min(lower.z, z[i])};
        upper = {std::max(upper.x, x[i]), std::max(upper.y, y[i]), std::max(upper.z, z[i])};
    }
    mass[cell] = sum;
    comX[cell] = sx / sum;
    comY[cell] = sy / sum;
    comZ[cell] = sz / sum;
    low[cell] = lower;
    high[cell] = upper;
    extent[cell] = std::max({upper.x - lower.x, upper.y - lower.y, upper.z - lower.z});
}

void Octree::summariseInner(std::uint32_t cell)
{
    const Cell &range = cells[cell];
    Vec3 lower = low[range.firstChild];
    Vec3 upper = high[range.firstChild];
    float sum = 0.0f, sx = 0.0f, sy = 0.0f, sz = 0.0f;
    for (std::uint32_t child = range.firstChild; child < range.firstChild + range.childCount; ++child) {
        sum += mass[child];
        sx += mass[child] * comX[child];
        sy += mass[child] * comY[child];
        sz += mass[child] * comZ[child];
        lower = {std::min(lower.x, low[child].x), std::min(lower.y, low[child].y), std::min(lower.z, low[child].z)};
        upper = {std::max(upper.x, high[child].x), std::max(upper.y, high[child].y), std::max(upper.z, high[child].z)};
    }
    mass[cell] = sum;
    comX[cell] = sx / sum;
    comY[cell] = sy / sum;
    comZ[cell] = sz / sum;
    low[cell] = lower;
    high[cell] = upper;
    extent[cell] = std::max({upper.x - lower.x, upper.y - lower.y, upper.z - lower.z});
}

} // namespace majlis::graph3d
