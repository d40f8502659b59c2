// SPDX-License-Identifier: GPL-3.0-or-later
#include "graph3d/scene/nodecells.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace majlis::graph3d
{

namespace
{

constexpr std::uint32_t mostBits = 5; // 32 × 32 × 32 cells
constexpr std::uint32_t nodesPerCell = 24; // about, where the network is even

std::uint32_t spread(std::uint32_t value)
{
    std::uint32_t result = 0;
    for (std::uint32_t bit = 0; bit < mostBits; ++bit)
        result |= ((value >> bit) & 1U) << (3 * bit);
    return result;
}

void widen(Vec3 &low, Vec3 &high, const Vec3 &at)
{
    low = {std::min(low.x, at.x), std::min(low.y, at.y), std::min(low.z, at.z)};
    high = {std::max(high.x, at.x), std::max(high.y, at.y), std::max(high.z, at.z)};
}

// Which cell a place is in. Places far outside of the network's radius are counted to the cells at its border.
class Grid
{
public:
    explicit Grid(const PositionSnapshot &positions)
    {
        while (m_bits < mostBits && (static_cast<std::uint32_t>(positions.count) >> (3 * m_bits)) > nodesPerCell)
            ++m_bits;
        const float half = positions.radius * 1.25F;
        m_low = {positions.center.x() - half, positions.center.y() - half, positions.center.z() - half};
        m_scale = static_cast<float>(1U << m_bits) / (2.0F * half);
        for (std::uint32_t i = 0; i < m_spread.size(); ++i)
            m_spread[i] = spread(i);
    }
    [[nodiscard]] std::uint32_t cells() const { return 1U << (3 * m_bits); }
    [[nodiscard]] std::uint32_t cellOf(const float *at) const
    {
        return m_spread[along(at[0] - m_low.x)] | (m_spread[along(at[1] - m_low.y)] << 1U)
            | (m_spread[along(at[2] - m_low.z)] << 2U);
    }

private:
    [[nodiscard]] std::uint32_t along(float distance) const
    {
        const float last = static_cast<float>((1U << m_bits) - 1U);
        return static_cast<std::uint32_t>(std::clamp(distance * m_scale, 0.0F, last));
    }

    std::uint32_t m_bits = 0;
    Vec3 m_low;
    float m_scale = 1.0F;
    std::array<std::uint32_t, 1U << mostBits> m_spread{};
};

// A stable counting sort of `order` by `keyOf`; returns where each key begins, and the end.
template <typename KeyOf>
std::vector<std::uint32_t> sortBy(std::vector<std::uint32_t> &order, std::uint32_t keys, KeyOf &&keyOf)
{
    std::vector<std::uint32_t> begins(keys + 1, 0);
    for (const std::uint32_t node : order)
        ++begins[keyOf(node) + 1];
    for (std::size_t i = 1; i < begins.size(); ++i)
        begins[i] += begins[i - 1];
    std::vector<std::uint32_t> next(begins.begin(), begins.end() - 1);
    std::vector<std::uint32_t> sorted(order.size());
    for (const std::uint32_t node : order)
        sorted[next[keyOf(node)]++] = node;
    order = std::move(sorted);
    return begins;
}

// 0 is the most important.
constexpr std::uint32_t importances = 513;
std::uint32_t importanceOf(const std::uint8_t *texel)
{
    const std::uint8_t bits = texel[BitsChannel];
    if ((bits & (MatchBit | PathBit)) != 0)
        return 0;
    return 256U - texel[SizeChannel] + ((bits & FadedBit) != 0 ? 256U : 0U);
}

void measure(NodeCells::Cell &cell, const NodeCells &all)
{
    cell.low = cell.high = cell.linkLow = cell.linkHigh = all.nodes[cell.begin].at;
    for (std::uint32_t i = cell.begin; i < cell.end; ++i) {
        const NodeCells::Node &node = all.nodes[i];
        widen(cell.low, cell.high, node.at);
        if (all.positions->contains(node.parent)) {
            const float *at = all.positions->texel(node.parent);
            widen(cell.linkLow, cell.linkHigh, {at[0], at[1], at[2]});
        }
        const float radius = radiusOfCode(node.size);
        cell.meanSquare += radius * radius;
        cell.lit += (node.bits & (MatchBit | PathBit)) != 0 ? 1 : 0;
        cell.faded += (node.bits & FadedBit) != 0 ? 1 : 0;
    }
    widen(cell.linkLow, cell.linkHigh, cell.low);
    widen(cell.linkLow, cell.linkHigh, cell.high);
    cell.meanSquare /= static_cast<float>(cell.size());
}

} // namespace

NodeCells::Node nodeOf(const PositionSnapshot &positions, const std::uint8_t *texels, std::uint32_t index)
{
    const float *at = positions.texel(static_cast<int>(index));
    const std::uint8_t *look = texels + std::size_t{index} * 4;
    return {{at[0], at[1], at[2]}, static_cast<std::int32_t>(index), static_cast<std::int32_t>(at[3]),
        look[ColorChannel], look[SizeChannel], look[DepthChannel], look[BitsChannel]};
}

NodeCells::NodeCells(std::shared_ptr<const PositionSnapshot> given, const QByteArray &bytes)
    : positions(std::move(given))
    , attributes(bytes)
    , generation(positions->generation)
{
    const auto *texels = reinterpret_cast<const std::uint8_t *>(attributes.constData());
    const auto known = static_cast<std::uint32_t>(std::min<qsizetype>(positions->count, attributes.size() / 4));
    std::vector<std::uint32_t> order;
    order.reserve(known);
    for (std::uint32_t i = 0; i < known; ++i) {
        const std::uint8_t bits = texels[std::size_t{i} * 4 + BitsChannel];
        if ((bits & HiddenBit) != 0 || !positions->contains(static_cast<int>(i)))
            continue;
        if ((bits & RoseBit) != 0)
            roses.push_back(nodeOf(*positions, texels, i));
        else
            order.push_back(i);
    }
    const Grid grid(*positions);
    (void)sortBy(order, importances, [&](std::uint32_t i) { return importanceOf(texels + std::size_t{i} * 4); });
    const std::vector<std::uint32_t> begins = sortBy(
        order, grid.cells(), [&](std::uint32_t i) { return grid.cellOf(positions->texel(static_cast<int>(i))); });
    nodes.reserve(order.size());
    for (const std::uint32_t i : order)
        nodes.push_back(nodeOf(*positions, texels, i));
    for (std::size_t i = 0; i + 1 < begins.size(); ++i) {
        if (begins[i] == begins[i + 1])
            continue;
        Cell &cell = cells.emplace_back();
        cell.begin = begins[i];
        cell.end = begins[i + 1];
        measure(cell, *this);
    }
}

} // namespace majlis::graph3d
