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
constexpr float infinity = std::numeric_limits<float>::infinity();

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

struct Box {
    Vec3 low{infinity, infinity, infinity};
    Vec3 high{-infinity, -infinity, -infinity};

    void add(const Box &other)
    {
        low = {std::min(low.x, other.low.x), std::min(low.y, other.low.y), std::min(low.z, other.low.z)};
        high = {std::max(high.x, other.high.x), std::max(high.y, other.high.y), std::max(high.z, other.high.z)};
    }
};

Box boxOf(const Bodies &bodies, std::size_t begin, std::size_t end)
{
    Box box;
    for (std::size_t i = begin; i < end; ++i) {
        const Vec3 at{bodies.x[i], bodies.y[i], bodies.z[i]};
        box.add({at, at});
    }
    return box;
}

// Centred on the bodies' box, so that a mirrored input has mirrored cells.
Cube cubeAround(const Bodies &bodies, std::uint32_t count, ThreadPool &pool)
{
    constexpr std::size_t parts = 64;
    std::array<Box, parts> boxes;
    const std::size_t part = (count + parts - 1) / parts;
    pool.forChunks(parts, 4, [&](std::size_t begin, std::size_t end, unsigned) {
        for (std::size_t at = begin; at < end; ++at)
            boxes[at]
                = boxOf(bodies, std::min<std::size_t>(at * part, count), std::min<std::size_t>((at + 1) * part, count));
    });
    Box box;
    for (const Box &one : boxes)
        box.add(one);
    const float side
        = std::max({box.high.x - box.low.x, box.high.y - box.low.y, box.high.z - box.low.z, 1e-3f}) * 1.0001f;
    const auto corner = [side](float low, float high) { return 0.5f * (low + high) - 0.5f * side; };
    return {corner(box.low.x, box.high.x), corner(box.low.y, box.high.y), corner(box.low.z, box.high.z),
        cellsPerAxis / side};
}

} // namespace

void Octree::reserve(std::uint32_t count)
{
    slot.reserve(count);
    for (std::vector<float> *field : {&x, &y, &z})
        field->reserve(count + kernelLanes);
    const std::size_t most = count + std::size_t{64}; // a quarter of it is usual; what is never touched costs no memory
    cells.reserve(most);
    for (std::vector<float> *field : {&comX, &comY, &comZ, &mass, &extent})
        field->reserve(most);
    low.reserve(most);
    high.reserve(most);
    m_levels.reserve(64);
}

void Octree::build(const Bodies &bodies, std::uint32_t count, ThreadPool &pool)
{
    reserve(count);
    slot.resize(count);
    for (std::vector<float> *field : {&x, &y, &z})
        field->resize(count + kernelLanes, 0.0f);
    writeKeys(bodies, count, pool);
    const Words first{x.data(), nullptr, z.data()};
    const Words second{y.data(), slot.data(), nullptr};
    sortByDigit(0, first, second, pool);
    sortByDigit(bitsPerAxis, second, first, pool);
    sortByDigit(2 * bitsPerAxis, first, second, pool);
    splitCells();
    gatherBodies(bodies, pool);
    summarise(pool);
}

// The keys wait in x, and the slots in z, until the positions need the room.
void Octree::writeKeys(const Bodies &bodies, std::uint32_t count, ThreadPool &pool)
{
    const Cube cube = cubeAround(bodies, count, pool);
    pool.forChunks(count, bodyChunk, [&](std::size_t begin, std::size_t end, unsigned) {
        for (std::size_t i = begin; i < end; ++i) {
            x[i] = std::bit_cast<float>(cube.key(bodies.x[i], bodies.y[i], bodies.z[i]));
            z[i] = std::bit_cast<float>(static_cast<std::uint32_t>(i));
        }
    });
}

// One pass of a stable radix sort. The blocks follow the number of threads, the result does not.
void Octree::sortByDigit(unsigned shift, const Words &from, const Words &to, ThreadPool &pool)
{
    constexpr std::uint32_t digits = 1u << bitsPerAxis;
    const std::size_t count = slot.size();
    const std::size_t blocks = count < bodyChunk ? 1 : pool.size();
    const std::size_t block = (count + blocks - 1) / blocks;
    m_place.assign(blocks * digits, 0);
    const auto digit = [shift](float key) { return std::bit_cast<std::uint32_t>(key) >> shift & (digits - 1); };
    pool.forChunks(blocks, 1, [&](std::size_t at, std::size_t, unsigned) {
        std::uint32_t *const place = &m_place[at * digits];
        for (std::size_t i = at * block; i < std::min(count, (at + 1) * block); ++i)
            ++place[digit(from.keys[i])];
    });
    std::uint32_t sum = 0;
    for (std::uint32_t value = 0; value < digits; ++value) {
        for (std::size_t at = 0; at < blocks; ++at)
            sum += std::exchange(m_place[at * digits + value], sum);
    }
    pool.forChunks(blocks, 1, [&](std::size_t at, std::size_t, unsigned) {
        std::uint32_t *const place = &m_place[at * digits];
        for (std::size_t i = at * block; i < std::min(count, (at + 1) * block); ++i) {
            const std::uint32_t target = place[digit(from.keys[i])]++;
            to.keys[target] = from.keys[i];
            if (to.slots != nullptr)
                to.slots[target] = std::bit_cast<std::uint32_t>(from.slotBits[i]);
            else
                to.slotBits[target] = std::bit_cast<float>(from.slots[i]);
        }
    });
}

void Octree::gatherBodies(const Bodies &bodies, ThreadPool &pool)
{
    const std::uint32_t count = bodyCount();
    bodyMass.resize(bodies.mass.empty() ? 0 : count + kernelLanes, 0.0f);
    pool.forChunks(count, bodyChunk, [&](std::size_t begin, std::size_t end, unsigned) {
        for (std::size_t i = begin; i < end; ++i) {
            const std::uint32_t s = slot[i];
            x[i] = bodies.x[s];
            y[i] = bodies.y[s];
            z[i] = bodies.z[s];
        }
        for (std::size_t i = begin; i < end && !bodies.mass.empty(); ++i)
            bodyMass[i] = bodies.mass[slot[i]];
    });
    for (std::size_t i = count; i < count + kernelLanes; ++i)
        x[i] = y[i] = z[i] = 0.0f; // they held keys
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
    addChild(0, bodyCount());
    m_levels.clear();
    std::uint32_t level = 0;
    for (std::uint32_t cell = 0; cell < cells.size(); ++cell) {
        if (cell == level) {
            m_levels.push_back(level);
            level = static_cast<std::uint32_t>(cells.size());
        }
        if (cells[cell].size() > leafSize)
            splitCell(cell);
    }
    for (std::vector<float> *field : {&comX, &comY, &comZ, &mass, &extent})
        field->resize(cells.size());
    low.resize(cells.size());
    high.resize(cells.size());
}

void Octree::splitCell(std::uint32_t cell)
{
    const std::uint32_t begin = cells[cell].begin;
    const std::uint32_t end = cells[cell].end;
    const auto firstChild = static_cast<std::uint32_t>(cells.size());
    const auto key = [this](std::uint32_t at) { return std::bit_cast<std::uint32_t>(y[at]); }; // y has them, sorted
    const std::uint32_t differing = key(begin) ^ key(end - 1);
    if (differing == 0) {
        // Keys alike to the last bit: any eighths will do, they only keep one crowded spot from costing n^2.
        const std::uint32_t part = std::max((end - begin + 7) / 8, leafSize);
        for (std::uint32_t at = begin; at < end; at += part)
            addChild(at, std::min(at + part, end));
    } else {
        const auto shift = static_cast<unsigned>(std::bit_width(differing) - 1) / 3 * 3;
        for (std::uint32_t at = begin; at < end;) {
            const std::uint32_t octant = key(at) >> shift;
            const auto next = std::partition_point(y.begin() + at, y.begin() + end,
                [=](float other) { return (std::bit_cast<std::uint32_t>(other) >> shift) <= octant; });
            const auto stop = static_cast<std::uint32_t>(next - y.begin());
            addChild(at, stop);
            at = stop;
        }
    }
    cells[cell].firstChild = firstChild;
    cells[cell].childCount = static_cast<std::uint32_t>(cells.size()) - firstChild;
}

// From the last level upwards: every cell finds its children done.
void Octree::summarise(ThreadPool &pool)
{
    std::uint32_t end = cellCount();
    for (std::size_t level = m_levels.size(); level-- > 0;) {
        const std::uint32_t first = m_levels[level];
        pool.forChunks(end - first, cellChunk, [this, first](std::size_t begin, std::size_t stop, unsigned) {
            for (std::size_t at = begin; at < stop; ++at) {
                const auto cell = static_cast<std::uint32_t>(first + at);
                if (cells[cell].isLeaf())
                    summariseLeaf(cell);
                else
                    summariseInner(cell);
            }
        });
        end = first;
    }
}

void Octree::summariseLeaf(std::uint32_t cell)
{
    const Cell &range = cells[cell];
    Vec3 lower{x[range.begin], y[range.begin], z[range.begin]};
    Vec3 upper = lower;
    float sum = 0.0f, sx = 0.0f, sy = 0.0f, sz = 0.0f;
    for (std::uint32_t i = range.begin; i < range.end; ++i) {
        const float one = bodyMass.empty() ? 1.0f : bodyMass[i];
        sum += one;
        sx += one * x[i];
        sy += one * y[i];
        sz += one * z[i];
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
