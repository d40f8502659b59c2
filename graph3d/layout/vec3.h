// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace majlis::graph3d
{

/** A point or direction in layout units (one link is about LayoutOptions::linkLength of them). */
struct Vec3 {
    float x = 0.0f;
    float y = 0.0f;
    float z = 0.0f;

    [[nodiscard]] friend constexpr bool operator==(const Vec3 &, const Vec3 &) = default;
};

/** An axis-aligned box; empty while min.x > max.x. */
struct Bounds {
    Vec3 min{1.0f, 1.0f, 1.0f};
    Vec3 max{-1.0f, -1.0f, -1.0f};

    [[nodiscard]] constexpr bool isEmpty() const { return min.x > max.x; }
};

} // namespace majlis::graph3d
