// SPDX-License-Identifier: GPL-3.0-or-later
#include "graph3d/scene/networklook.h"

#include <utility>

namespace majlis::graph3d
{

void NetworkLook::merge(NetworkLook newer)
{
    if (!newer.colors.empty())
        colors = std::move(newer.colors);
    if (!newer.sizes.empty())
        sizes = std::move(newer.sizes);
    if (!newer.faded.empty())
        faded = std::move(newer.faded);
}

std::vector<std::uint8_t> fadedOutside(std::span<const std::int32_t> parents, std::int32_t top)
{
    constexpr std::uint8_t unknown = 2;
    std::vector<std::uint8_t> faded(parents.size(), unknown);
    if (top >= 0 && static_cast<std::size_t>(top) < faded.size())
        faded[static_cast<std::size_t>(top)] = 0;
    std::vector<std::size_t> way;
    for (std::size_t i = 0; i < faded.size(); ++i) {
        // Up to somebody whose answer is known, then everyone on the way has the same.
        std::int32_t node = static_cast<std::int32_t>(i);
        way.clear();
        while (node >= 0 && faded[static_cast<std::size_t>(node)] == unknown) {
            way.push_back(static_cast<std::size_t>(node));
            node = parents[static_cast<std::size_t>(node)];
        }
        const std::uint8_t answer = node < 0 ? 1 : faded[static_cast<std::size_t>(node)];
        for (const std::size_t passed : way)
            faded[passed] = answer;
    }
    return faded;
}

} // namespace majlis::graph3d
