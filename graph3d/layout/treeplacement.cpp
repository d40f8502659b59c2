// SPDX-License-Identifier: GPL-3.0-or-later
#include "graph3d/layout/treeplacement.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace majlis::graph3d
{

namespace
{

constexpr double goldenAngle = 2.399963229728653;

std::vector<std::uint32_t> subtreeSizes(const SlotOrder &order)
{
    std::vector<std::uint32_t> sizes(order.size(), 1);
    for (Slot slot = order.size(); slot-- > 0;) { // children stand behind their parents
        if (order.parent[slot] != NoSlot)
            sizes[order.parent[slot]] += sizes[slot];
    }
    return sizes;
}

// The direction at `share` (0..1) of a spiral that covers the sphere evenly; `turns` spreads its windings.
Vec3 direction(double share, double turns)
{
    const double height = 1.0 - 2.0 * share;
    const double ring = std::sqrt(std::max(0.0, 1.0 - height * height));
    const double angle = share * turns * goldenAngle;
    return {static_cast<float>(ring * std::cos(angle)), static_cast<float>(height),
        static_cast<float>(ring * std::sin(angle))};
}

Vec3 along(const Vec3 &from, const Vec3 &way, float length)
{
    return {from.x + way.x * length, from.y + way.y * length, from.z + way.z * length};
}

// Balls in the order of their size on a spiral whose radius grows with the volume so far.
std::vector<Vec3> packTrees(const SlotOrder &order, const std::vector<std::uint32_t> &sizes, float unit)
{
    std::vector<std::uint32_t> bySize(order.roots.size());
    std::iota(bySize.begin(), bySize.end(), 0u);
    std::ranges::stable_sort(bySize, std::greater(), [&](std::uint32_t tree) { return sizes[order.roots[tree]]; });
    std::vector<Vec3> centres(order.roots.size());
    constexpr double looseness = 2.0; // volume taken per volume of balls
    double volume = 0.0;
    for (std::size_t rank = 0; rank < bySize.size(); ++rank) {
        const double own = sizes[order.roots[bySize[rank]]];
        const double radius = rank == 0 ? 0.0 : std::cbrt(looseness * (volume + own));
        volume += own;
        const double share = std::fmod((static_cast<double>(rank) + 0.5) * 0.6180339887498949, 1.0);
        centres[bySize[rank]]
            = along({}, direction(share, static_cast<double>(bySize.size())), static_cast<float>(radius) * unit);
    }
    return centres;
}

} // namespace

TreePlacement TreePlacement::of(const SlotOrder &order, const LayoutOptions &options)
{
    TreePlacement placement;
    placement.subtreeSize = subtreeSizes(order);
    const std::vector<std::uint32_t> &sizes = placement.subtreeSize;
    const float unit = 0.6f * options.linkLength;
    placement.centres = packTrees(order, sizes, unit);
    placement.positions.resize(order.size());
    std::vector<float> radius(order.size());
    for (std::size_t tree = 0; tree < order.roots.size(); ++tree) {
        const Slot root = order.roots[tree];
        placement.positions[root] = placement.centres[tree];
        radius[root] = unit * std::cbrt(static_cast<float>(sizes[root]));
    }
    for (Slot slot = 0; slot < order.size(); ++slot) {
        const double total = sizes[slot] - 1;
        double before = 0.0;
        const float reach = std::max(0.5f * options.linkLength, 0.6f * radius[slot]);
        for (Slot child = order.firstChild[slot]; child < order.firstChild[slot] + order.childCount[slot]; ++child) {
            const double share = (before + 0.5 * sizes[child]) / total;
            before += sizes[child];
            placement.positions[child] = along(placement.positions[slot], direction(share, total), reach);
            radius[child] = reach * static_cast<float>(std::cbrt(sizes[child] / total));
        }
    }
    return placement;
}

} // namespace majlis::graph3d
