// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace majlis::graph3d
{

// How everyone looks, as whole arrays by node index: colour by depth, branch, balance, age or activity; size by balance
// or descendants; who is faded by the filters. Handed to NetworkModel::setLook, which puts it into effect on a worker.
//
// An empty array leaves that part as it is. A shorter one than the network leaves the rest as it is (people who joined
// after the array was made keep how they look).
struct NetworkLook {
    std::vector<std::uint8_t> colors = {}; // index into NetworkModel's palette
    std::vector<float> sizes = {}; // relative radius, 1 = ordinary; kept within 0.25 … 8
    std::vector<std::uint8_t> faded = {}; // not 0: drawn faded, has no label, cannot be picked

    [[nodiscard]] bool isEmpty() const { return colors.empty() && sizes.empty() && faded.empty(); }
    // Takes over the parts that `newer` has.
    void merge(NetworkLook newer);
};

// `faded` for a lit subtree: 1 for everyone but `top` and those below. `parents` by node, -1 for a root; a forest.
// O(n), for a worker thread.
[[nodiscard]] std::vector<std::uint8_t> fadedOutside(std::span<const std::int32_t> parents, std::int32_t top);

} // namespace majlis::graph3d
