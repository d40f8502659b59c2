// SPDX-License-Identifier: GPL-3.0-or-later
#include "graph3d/scene/networkdata.h"

#include "graph3d/scene/networkstate.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace majlis::graph3d
{

namespace
{

constexpr std::size_t importantNodes = 4096;

bool fits(std::size_t length, std::size_t count)
{
    return length == 0 || length == count;
}

// Children in index order, by walking backwards and pushing each node in front of its siblings.
void linkChildren(PreparedNetwork &network)
{
    const auto &parent = network.data.parent;
    const std::size_t count = parent.size();
    network.firstChild.assign(count, -1);
    network.nextSibling.assign(count, -1);
    std::int32_t firstRoot = -1;
    for (std::size_t i = count; i-- > 0;) {
        const auto node = static_cast<std::int32_t>(i);
        std::int32_t &head = parent[i] < 0 ? firstRoot : network.firstChild[static_cast<std::size_t>(parent[i])];
        network.nextSibling[i] = head;
        head = node;
        if (parent[i] < 0)
            network.roots.push_back(node);
    }
    network.firstRoot = firstRoot;
    std::ranges::reverse(network.roots);
}

// Breadth first from the roots. Nodes that it does not reach hang on a cycle.
std::vector<std::int32_t> walk(PreparedNetwork &network)
{
    std::vector<std::int32_t> order = network.roots;
    order.reserve(network.data.parent.size());
    network.depth.assign(network.data.parent.size(), 0);
    for (std::size_t head = 0; head < order.size(); ++head) {
        const auto node = static_cast<std::size_t>(order[head]);
        const auto below = static_cast<std::uint8_t>(std::min(network.depth[node] + 1, 255));
        for (std::int32_t child = network.firstChild[node]; child >= 0;
            child = network.nextSibling[static_cast<std::size_t>(child)]) {
            network.depth[static_cast<std::size_t>(child)] = below;
            order.push_back(child);
        }
    }
    return order;
}

void countDescendants(PreparedNetwork &network, const std::vector<std::int32_t> &order)
{
    network.subtreeSize.assign(order.size(), 1);
    for (std::size_t i = order.size(); i-- > 0;) {
        const auto node = static_cast<std::size_t>(order[i]);
        if (network.data.parent[node] >= 0)
            network.subtreeSize[static_cast<std::size_t>(network.data.parent[node])] += network.subtreeSize[node];
    }
    const auto larger = [&network](std::int32_t a, std::int32_t b) {
        const auto sizeA = network.subtreeSize[static_cast<std::size_t>(a)];
        const auto sizeB = network.subtreeSize[static_cast<std::size_t>(b)];
        return sizeA != sizeB ? sizeA > sizeB : a < b;
    };
    std::ranges::sort(network.roots, larger);
    network.byImportance.resize(order.size());
    std::iota(network.byImportance.begin(), network.byImportance.end(), 0);
    const std::size_t kept = std::min(importantNodes, order.size());
    std::ranges::partial_sort(
        network.byImportance, network.byImportance.begin() + static_cast<std::ptrdiff_t>(kept), larger);
    network.byImportance.resize(kept);
    network.byImportance.shrink_to_fit();
}

void fillDefaults(PreparedNetwork &network)
{
    const std::size_t count = network.data.parent.size();
    if (network.data.colorIndex.empty()) {
        network.data.colorIndex.resize(count);
        std::ranges::transform(network.depth, network.data.colorIndex.begin(),
            [](std::uint8_t depth) { return static_cast<std::uint8_t>(depth % seriesColors); });
    }
    if (network.data.size.empty()) {
        network.data.size.resize(count);
        std::ranges::transform(network.subtreeSize, network.data.size.begin(),
            [](std::uint32_t descendants) { return 0.8F + 0.28F * std::log2(static_cast<float>(descendants)); });
    }
    if (network.data.flags.empty())
        network.data.flags.assign(count, 0);
}

} // namespace

std::expected<PreparedNetwork, NetworkFault> prepareNetwork(NetworkData data)
{
    const std::size_t count = data.parent.size();
    if (count > maxNodes)
        return std::unexpected(NetworkFault::TooMany);
    if (!fits(data.colorIndex.size(), count) || !fits(data.size.size(), count) || !fits(data.flags.size(), count)
        || !fits(data.warmPositions.size(), count * 3))
        return std::unexpected(NetworkFault::LengthMismatch);
    const auto limit = static_cast<std::int32_t>(count);
    if (std::ranges::any_of(data.parent, [limit](std::int32_t parent) { return parent < -1 || parent >= limit; }))
        return std::unexpected(NetworkFault::ParentOutOfRange);

    PreparedNetwork network;
    network.data = std::move(data);
    linkChildren(network);
    const std::vector<std::int32_t> order = walk(network);
    if (order.size() != count)
        return std::unexpected(NetworkFault::Cycle);
    network.maxDepth = count == 0 ? 0 : *std::ranges::max_element(network.depth);
    countDescendants(network, order);
    fillDefaults(network);
    network.branching.resize(static_cast<qsizetype>(count));
    std::ranges::transform(network.firstChild, network.branching.begin(),
        [](std::int32_t child) { return static_cast<char>(child < 0 ? 0 : 1); });
    network.attributes = attributesOf(network);
    network.seed = seedOf(network.data.parent, network.data.warmPositions);
    return network;
}

} // namespace majlis::graph3d
