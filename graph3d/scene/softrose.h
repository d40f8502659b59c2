// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "graph3d/scene/rosegeometry.h"
#include "graph3d/scene/softscene.h"

#include <array>
#include <map>
#include <vector>

namespace majlis::graph3d
{

// A rose before it has a place: every rose of that detail looks the same at one moment, because all face the viewer.
class SoftRoseMesh
{
public:
    // Shaded with the scene's colours as at its roseTime.
    SoftRoseMesh(const SoftScene &scene, const RoseDetail &detail);

    struct Corner {
        QVector3D at; // around the root, of a rose of radius 1; x to the right, y upwards, z towards the viewer
        Rgb color;
    };
    std::vector<Corner> corners;
    std::vector<std::uint32_t> triangles; // three indices each
};

// The meshes of one moment. A rose breathes slowly: its moments are a fifteenth of a second apart.
class SoftRoseMeshes
{
public:
    [[nodiscard]] const SoftRoseMesh &of(const SoftScene &scene, const RoseDetail &detail);

private:
    std::map<int, SoftRoseMesh> m_meshes; // by petals
    float m_time = -1.0F;
    std::array<Rgb, 3> m_colors{};
};

// The desert rose of one root as triangles on the picture: what shaders/rose.vert and rose.frag make of RoseGeometry,
// shaded at the corners.
struct SoftRose {
    std::vector<SoftCanvas::Corner> corners;
    const std::vector<std::uint32_t> *triangles = nullptr; // of the mesh, which outlives this
    float top = 0.0F; // rows that it touches
    float bottom = 0.0F;

    // `radius` is that of the open rose in units, without its growing; empty where petals would be a flicker.
    SoftRose(const SoftScene &scene, const SoftView &view, const NodeCells::Node &root, float radius,
        const RoseDetail &detail, SoftRoseMeshes &meshes);
    [[nodiscard]] bool isEmpty() const { return corners.empty(); }
};

} // namespace majlis::graph3d
