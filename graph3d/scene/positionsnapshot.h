// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "graph3d/scene/networkstate.h"

#include <QByteArray>
#include <QVector3D>

#include <cstring>

namespace majlis::graph3d
{

// Where every node was after one step of the layout. Written once by the layout thread, then immutable and shared by
// reference with the GUI thread, the renderer (as a texture) and the picking jobs.
struct PositionSnapshot {
    // RGBA32F, rows of textureWidth: x, y, z and the parent's index as a float (-1: a root, -2: nobody is there).
    QByteArray texels;
    int count = 0; // indices below this have a texel that means something
    QVector3D center; // of the nodes
    float radius = 1.0F; // around center, with all but the farthest hundredth of the nodes inside
    std::uint64_t generation = 0;

    [[nodiscard]] const float *texel(int index) const
    {
        return reinterpret_cast<const float *>(texels.constData()) + static_cast<std::ptrdiff_t>(index) * 4;
    }
    [[nodiscard]] bool contains(int index) const { return index >= 0 && index < count && texel(index)[3] > -1.5F; }
    [[nodiscard]] QVector3D position(int index) const
    {
        const float *at = texel(index);
        return {at[0], at[1], at[2]};
    }
};

// Fills center and radius from the texels. O(n); for the layout thread.
void measureExtent(PositionSnapshot &snapshot);

} // namespace majlis::graph3d
