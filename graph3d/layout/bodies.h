// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace majlis::graph3d
{

/** The moving state, one entry per slot (Layout's own order of the nodes). All arrays have the same length. */
struct Bodies {
    std::vector<float> x, y, z;
    std::vector<float> vx, vy, vz;
    std::vector<float> fx, fy, fz;
    std::vector<float> mass; ///< as a source of repulsion; 0 for the removed
    std::vector<std::uint8_t> alive;
    std::vector<std::uint8_t> pinned;

    [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(x.size()); }

    void resize(std::size_t count)
    {
        for (std::vector<float> *field : {&x, &y, &z, &vx, &vy, &vz, &fx, &fy, &fz})
            field->resize(count, 0.0f);
        mass.resize(count, 1.0f);
        alive.resize(count, 1);
        pinned.resize(count, 0);
    }
};

} // namespace majlis::graph3d
