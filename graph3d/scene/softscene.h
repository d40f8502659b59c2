// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "graph3d/scene/nodecells.h"
#include "graph3d/scene/orbitcamera.h"
#include "graph3d/scene/softcanvas.h"

#include <QSize>

#include <array>

namespace majlis::graph3d
{

// One picture of a network, for SoftPainter: a value, handed from the GUI thread to the one that paints. The same as
// the uniforms of the shaders; pixels are those of the picture.
struct SoftScene {
    OrbitCamera camera; // its viewport has the picture's shape
    QSize size; // of the picture
    float ratio = 1.0F; // device pixels per logical one
    QVector3D fog{1, 2, 0};
    float introTime = 1e6F;
    float joinTime = 1e6F;
    float roseTime = 0.0F;
    float smallestPixels = 1.0F;
    float linkAlpha = 0.85F;
    bool thinLinks = false; // one pixel
    int depthLimit = 0;
    bool filtered = false;
    int centreRose = -1;
    float centrePixels = 0.0F;
    int selected = -1;
    int hovered = -1;
    bool transparent = false; // nothing behind the network
    Rgb background;
    Rgb path;
    Rgb rose;
    Rgb roseDeep;
    Rgb selection;
    Rgb hover;
    std::array<Rgb, 256> palette{};
};

// The camera of a SoftScene, ready to project many places on the picture.
class SoftView
{
public:
    explicit SoftView(const SoftScene &scene);

    struct Place {
        float x = 0.0F; // to the right of the eye, upwards, and along the view; units
        float y = 0.0F;
        float depth = 0.0F;
    };
    [[nodiscard]] Place see(const Vec3 &at) const
    {
        const float x = at.x - m_eye.x;
        const float y = at.y - m_eye.y;
        const float z = at.z - m_eye.z;
        return {x * m_right.x + y * m_right.y + z * m_right.z, x * m_up.x + y * m_up.y + z * m_up.z,
            x * m_ahead.x + y * m_ahead.y + z * m_ahead.z};
    }
    // Of a place before the eye.
    [[nodiscard]] CanvasPoint point(const Place &place) const
    {
        const float nearness = 1.0F / place.depth;
        return {m_middleX + place.x * m_scale * nearness, m_middleY - place.y * m_scale * nearness, nearness};
    }
    [[nodiscard]] float pixelsPerUnit(float depth) const { return m_scale / depth; }
    [[nodiscard]] float nearest() const { return m_nearest; }

private:
    Vec3 m_eye;
    Vec3 m_right;
    Vec3 m_up;
    Vec3 m_ahead;
    float m_scale;
    float m_middleX;
    float m_middleY;
    float m_nearest;
};

} // namespace majlis::graph3d
