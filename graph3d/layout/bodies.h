// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "graph3d/layout/graph.h"
#include "graph3d/layout/vec3.h"

#include <algorithm>
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
        resizePlaces(count);
        startMotion();
    }

    /** Without velocities and forces: enough for a picture. Those that there are already keep up. */
    void resizePlaces(std::size_t count)
    {
        for (std::vector<float> *field : {&x, &y, &z})
            fit(*field, count);
        fit(pinned, count);
        if (!vx.empty())
            startMotion();
    }

    /** Velocities and forces for everybody, at rest where they are new. */
    void startMotion()
    {
        for (std::vector<float> *field : {&vx, &vy, &vz, &fx, &fy, &fz})
            fit(*field, x.size());
    }

    /** Moves one there, within what a float tells apart: squares of squares of it still fit. */
    void put(std::size_t slot, const Vec3 &place)
    {
        x[slot] = within(place.x);
        y[slot] = within(place.y);
        z[slot] = within(place.z);
    }
    [[nodiscard]] static float within(float v) { return std::clamp(v, -farthest, farthest); }

    static constexpr float farthest = 1e7f;

private:
    template <typename Value>
    static void fit(std::vector<Value> &field, std::size_t count)
    {
        if (field.capacity() < count)
            field.reserve(withSlack(count));
        field.resize(count, Value{});
    }
};

} // namespace majlis::graph3d
