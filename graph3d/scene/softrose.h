// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "graph3d/scene/softscene.h"

#include <vector>

namespace majlis::graph3d
{

// The desert rose of one root as triangles on the picture: what shaders/rose.vert and rose.frag make of RoseGeometry,
// shaded at the corners.
struct SoftRose {
    std::vector<SoftCanvas::Corner> corners;
    std::vector<std::uint32_t> triangles; // three indices each
    float top = 0.0F; // rows that it touches
    float bottom = 0.0F;

    // `radius` is that of the open rose in units, without its growing; empty where petals would be a flicker.
    SoftRose(const SoftScene &scene, const SoftView &view, const NodeCells::Node &root, std::size_t rank, float radius);
    [[nodiscard]] bool isEmpty() const { return triangles.empty(); }
};

} // namespace majlis::graph3d
