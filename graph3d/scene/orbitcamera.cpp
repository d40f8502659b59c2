// SPDX-License-Identifier: GPL-3.0-or-later
#include "graph3d/scene/orbitcamera.h"

#include <QtMath>

#include <algorithm>
#include <cmath>

namespace majlis::graph3d
{

namespace
{

constexpr float steepest = 89.0F;
constexpr float followTime = 0.07F; // seconds in which a gap to the goal shrinks to a third
constexpr float closest = 12.0F; // units from the target
constexpr float farthest = 6.0F; // in radii of the network

QQuaternion turned(float yaw, float pitch)
{
    return QQuaternion::fromAxisAndAngle(0, 1, 0, -yaw) * QQuaternion::fromAxisAndAngle(1, 0, 0, -pitch);
}

// Slow, fast, slow: starts and ends without a jerk.
float eased(float t)
{
    return t * t * t * (t * (t * 6.0F - 15.0F) + 10.0F);
}

bool near(const CameraPose &a, const CameraPose &b)
{
    const float scale = std::max(b.distance, 1e-3F);
    return std::abs(a.yaw - b.yaw) < 0.02F && std::abs(a.pitch - b.pitch) < 0.02F
        && std::abs(a.distance - b.distance) < 5e-4F * scale && (a.target - b.target).length() < 3e-4F * scale;
}

} // namespace

QQuaternion CameraPose::rotation() const
{
    return turned(yaw, pitch);
}

QVector3D CameraPose::eye() const
{
    return target + rotation().rotatedVector({0, 0, distance});
}

void OrbitCamera::setViewport(const QSizeF &size)
{
    m_viewport = QSizeF(std::max(size.width(), 1.0), std::max(size.height(), 1.0));
}

void OrbitCamera::setExtent(const QVector3D &center, float radius)
{
    m_center = center;
    m_radius = std::max(radius, 1.0F);
}

void OrbitCamera::setPose(const CameraPose &pose)
{
    m_flight.reset();
    m_goal = pose;
    m_goal.pitch = std::clamp(pose.pitch, -steepest, steepest);
    m_pose = m_goal;
}

float OrbitCamera::limited(float distance) const
{
    return std::clamp(distance, closest, std::max(m_radius * farthest, closest * 2));
}

void OrbitCamera::stopFlight()
{
    if (m_flight) {
        m_goal = m_pose;
        m_flight.reset();
    }
}

void OrbitCamera::orbit(float yawDegrees, float pitchDegrees)
{
    stopFlight();
    m_goal.yaw += yawDegrees;
    m_goal.pitch = std::clamp(m_goal.pitch + pitchDegrees, -steepest, steepest);
}

void OrbitCamera::pan(const QVector2D &pixels)
{
    stopFlight();
    const float unit = 1.0F / pixelsPerUnit(m_goal.distance);
    m_goal.target += m_goal.rotation().rotatedVector({-pixels.x() * unit, pixels.y() * unit, 0});
}

void OrbitCamera::fly(const QVector3D &shares)
{
    stopFlight();
    const QVector3D step = QVector3D(shares.y(), shares.z(), -shares.x()) * m_goal.distance;
    m_goal.target += m_goal.rotation().rotatedVector(step);
}

void OrbitCamera::zoom(float factor, const QVector2D &at)
{
    stopFlight();
    const float before = m_goal.distance;
    m_goal.distance = limited(before * factor);
    const QVector2D middle(static_cast<float>(m_viewport.width()) / 2, static_cast<float>(m_viewport.height()) / 2);
    const float drawnIn = 1.0F - m_goal.distance / before;
    const QVector2D offset = (at - middle) * drawnIn / pixelsPerUnit(before);
    m_goal.target += m_goal.rotation().rotatedVector({offset.x(), -offset.y(), 0});
}

float OrbitCamera::fitDistance() const
{
    const float half = qDegreesToRadians(fieldOfView / 2);
    const auto aspect = static_cast<float>(m_viewport.width() / m_viewport.height());
    const float narrow = std::atan(std::tan(half) * std::min(1.0F, aspect));
    return m_radius / std::sin(narrow) * 0.97F; // the farthest hundredth may touch the border
}

void OrbitCamera::startFlight(const CameraPose &goal, bool cut)
{
    m_goal = goal;
    m_flight.reset();
    if (cut) {
        m_pose = m_goal;
        return;
    }
    const float way = (goal.target - m_pose.target).length();
    const float seen = std::max(std::min(goal.distance, m_pose.distance), 1.0F);
    Flight flight;
    flight.from = m_pose;
    flight.duration = std::clamp(0.55F + 0.12F * std::log1p(way / seen), 0.55F, 1.4F);
    flight.rise
        = std::clamp(0.6F * std::log(std::max(way / (2.0F * (goal.distance + m_pose.distance)), 1.0F)), 0.0F, 1.5F);
    m_flight = flight;
}

void OrbitCamera::flyTo(const QVector3D &target, float distance, bool cut)
{
    CameraPose goal = m_goal;
    goal.target = target;
    goal.distance = limited(distance);
    startFlight(goal, cut);
}

void OrbitCamera::fit(bool cut, bool resetAngles)
{
    CameraPose goal = m_goal;
    goal.target = m_center;
    goal.distance = fitDistance();
    if (resetAngles) {
        goal.yaw = 0.0F;
        goal.pitch = 20.0F;
    }
    startFlight(goal, cut);
}

bool OrbitCamera::isMoving() const
{
    return m_flight.has_value() || !near(m_pose, m_goal);
}

void OrbitCamera::finish()
{
    m_flight.reset();
    m_pose = m_goal;
}

bool OrbitCamera::advance(float seconds)
{
    if (m_flight) {
        Flight &flight = *m_flight;
        flight.time += seconds;
        const float done = std::min(flight.time / flight.duration, 1.0F);
        const float t = eased(done);
        m_pose.target = flight.from.target + (m_goal.target - flight.from.target) * t;
        m_pose.yaw = std::lerp(flight.from.yaw, m_goal.yaw, t);
        m_pose.pitch = std::lerp(flight.from.pitch, m_goal.pitch, t);
        const float arc = flight.rise * 4.0F * t * (1.0F - t);
        m_pose.distance = std::exp(std::lerp(std::log(flight.from.distance), std::log(m_goal.distance), t) + arc);
        if (done < 1.0F)
            return true;
        finish();
        return false;
    }
    if (near(m_pose, m_goal)) {
        m_pose = m_goal;
        return false;
    }
    const float t = 1.0F - std::exp(-seconds / followTime);
    m_pose.target += (m_goal.target - m_pose.target) * t;
    m_pose.yaw = std::lerp(m_pose.yaw, m_goal.yaw, t);
    m_pose.pitch = std::lerp(m_pose.pitch, m_goal.pitch, t);
    m_pose.distance = std::lerp(m_pose.distance, m_goal.distance, t);
    return true;
}

float OrbitCamera::clipNear() const
{
    return std::max(m_pose.distance * 0.02F, 0.5F);
}

float OrbitCamera::clipFar() const
{
    // Some nodes lie beyond the radius (it is a percentile), and the user may have flown away from the network.
    return std::max((m_pose.eye() - m_center).length() + m_radius * 4.0F, clipNear() * 10.0F);
}

QMatrix4x4 OrbitCamera::viewProjection() const
{
    QMatrix4x4 result;
    result.perspective(
        fieldOfView, static_cast<float>(m_viewport.width() / m_viewport.height()), clipNear(), clipFar());
    result.rotate(m_pose.rotation().conjugated());
    result.translate(-m_pose.eye());
    return result;
}

float OrbitCamera::pixelsPerUnit(float viewDistance) const
{
    const float half = std::tan(qDegreesToRadians(fieldOfView / 2));
    return static_cast<float>(m_viewport.height()) / 2 / (half * std::max(viewDistance, 1e-3F));
}

Projector OrbitCamera::projector() const
{
    return {m_pose, m_viewport, clipNear()};
}

Projector::Projector(const CameraPose &pose, const QSizeF &viewport, float nearest)
    : m_eye(pose.eye())
    , m_right(pose.rotation().rotatedVector({1, 0, 0}))
    , m_up(pose.rotation().rotatedVector({0, 1, 0}))
    , m_back(pose.rotation().rotatedVector({0, 0, 1}))
    , m_scale(static_cast<float>(viewport.height()) / 2 / std::tan(qDegreesToRadians(OrbitCamera::fieldOfView / 2)))
    , m_middleX(static_cast<float>(viewport.width()) / 2)
    , m_middleY(static_cast<float>(viewport.height()) / 2)
    , m_nearest(nearest)
{
}

QList<QVector3D> OrbitCamera::outline() const
{
    const QQuaternion rotation = m_pose.rotation();
    const float units = 1.0F / pixelsPerUnit(m_pose.distance);
    const QVector3D right = rotation.rotatedVector({static_cast<float>(m_viewport.width()) / 2 * units, 0, 0});
    const QVector3D up = rotation.rotatedVector({0, static_cast<float>(m_viewport.height()) / 2 * units, 0});
    const QVector3D &at = m_pose.target;
    return {at - right + up, at + right + up, at + right - up, at - right - up};
}

} // namespace majlis::graph3d
