// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace majlis::graph3d
{

/** The moving state, one entry per slot (Layout's own order of the nodes). All arrays but `mass` have the same length.
 */
struct Bodies {
    std::vector<float> x, y, z;
    std::vector<float> vx, vy, vz;
    std::vector<float> fx, fy, fz;
    std::vector<float> mass; ///< as sources of repulsion; empty: each has 1
    std::vector<std::uint8_t> pinned;

    [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(x.size()); }

    void resize(std::size_t count)
    {
        for (std::vector<float> *field : {&x, &y, &z, &vx, &vy, &vz, &fx, &fy, &fz})
            field->resize(count, 0.0f);
        pinned.resize(count, 0);
    }
};

} // namespace majlis::graph3d
