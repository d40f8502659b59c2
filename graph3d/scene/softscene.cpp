// SPDX-License-Identifier: GPL-3.0-or-later
#include "graph3d/scene/softscene.h"

#include <QtMath>

#include <cmath>

namespace majlis::graph3d
{

namespace
{

Vec3 toVec3(const QVector3D &vector)
{
    return {vector.x(), vector.y(), vector.z()};
}

} // namespace

SoftView::SoftView(const SoftScene &scene)
    : m_eye(toVec3(scene.camera.pose().eye()))
    , m_scale(static_cast<float>(scene.size.height()) / 2 / std::tan(qDegreesToRadians(OrbitCamera::fieldOfView / 2)))
    , m_middleX(static_cast<float>(scene.size.width()) / 2)
    , m_middleY(static_cast<float>(scene.size.height()) / 2)
    , m_nearest(scene.camera.clipNear())
{
    const QQuaternion rotation = scene.camera.pose().rotation();
    m_right = toVec3(rotation.rotatedVector({1, 0, 0}));
    m_up = toVec3(rotation.rotatedVector({0, 1, 0}));
    m_ahead = toVec3(rotation.rotatedVector({0, 0, -1}));
}

} // namespace majlis::graph3d
