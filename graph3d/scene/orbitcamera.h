// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QMatrix4x4>
#include <QQuaternion>
#include <QSizeF>
#include <QVector2D>
#include <QVector3D>

#include <optional>

namespace majlis::graph3d
{

// Where the camera is: it looks at `target` from `distance` away. Angles in degrees; pitch is kept within ±89.
struct CameraPose {
    QVector3D target;
    float yaw = 0.0F; // around the vertical axis, to the right
    float pitch = 0.0F; // upwards is positive: one looks down on the network
    float distance = 500.0F;

    [[nodiscard]] QQuaternion rotation() const;
    [[nodiscard]] QVector3D eye() const;
};

// One view of a camera, ready to project many places.
class Projector
{
public:
    Projector(const CameraPose &pose, const QSizeF &viewport, float nearest);

    // Pixel of a place, and its distance along the view in z; nothing when it is behind the near plane.
    [[nodiscard]] std::optional<QVector3D> project(const QVector3D &place) const
    {
        const QVector3D away = place - m_eye;
        const float depth = -QVector3D::dotProduct(away, m_back);
        if (depth < m_nearest)
            return std::nullopt;
        const float scale = m_scale / depth;
        return QVector3D(m_middleX + QVector3D::dotProduct(away, m_right) * scale,
            m_middleY - QVector3D::dotProduct(away, m_up) * scale, depth);
    }
    // Pixels that one unit covers at that distance along the view.
    [[nodiscard]] float pixelsPerUnit(float viewDistance) const { return m_scale / viewDistance; }

private:
    QVector3D m_eye;
    QVector3D m_right;
    QVector3D m_up;
    QVector3D m_back;
    float m_scale;
    float m_middleX;
    float m_middleY;
    float m_nearest;
};

// The mathematics of the scene's camera, without Qt Quick: pose, eased flights, and the projection that Qt Quick 3D's
// PerspectiveCamera uses, so that what is computed here (picking, labels) meets what is drawn. Pixels are logical ones.
class OrbitCamera
{
public:
    static constexpr float fieldOfView = 50.0F; // vertical, degrees

    void setViewport(const QSizeF &size);
    [[nodiscard]] const QSizeF &viewport() const { return m_viewport; }
    // The radius of what is shown: limits the distance and sets the clip planes.
    void setExtent(const QVector3D &center, float radius);

    [[nodiscard]] const CameraPose &pose() const { return m_pose; }
    void setPose(const CameraPose &pose); // a cut

    // Moves the goal; the pose follows within a fifth of a second (or at once: `cut`).
    void orbit(float yawDegrees, float pitchDegrees);
    // Slides the view by pixels: what is under the pointer at the target's distance stays under it.
    void pan(const QVector2D &pixels);
    // Moves eye and target along the view (forward, right, up), in shares of the distance.
    void fly(const QVector3D &shares);
    // Comes nearer (factor < 1) to what is under `at`, which keeps its place on the screen.
    void zoom(float factor, const QVector2D &at);

    // Eased flights of about a second; `cut` takes the last frame at once.
    void flyTo(const QVector3D &target, float distance, bool cut);
    void fit(bool cut, bool resetAngles);
    [[nodiscard]] float fitDistance() const;

    // Moves on by `seconds`; false when the camera has come to rest.
    bool advance(float seconds);
    [[nodiscard]] bool isMoving() const;
    void finish(); // takes the goal at once

    [[nodiscard]] float clipNear() const;
    [[nodiscard]] float clipFar() const;
    [[nodiscard]] QMatrix4x4 viewProjection() const;
    [[nodiscard]] Projector projector() const;
    [[nodiscard]] std::optional<QVector3D> project(const QVector3D &place) const { return projector().project(place); }
    // Pixels that one unit covers at that distance along the view.
    [[nodiscard]] float pixelsPerUnit(float viewDistance) const;
    // The view's corners in the plane of the target: top left, top right, bottom right, bottom left.
    [[nodiscard]] QList<QVector3D> outline() const;

private:
    struct Flight {
        CameraPose from;
        float time = 0.0F;
        float duration = 1.0F;
        float rise = 0.0F; // how far the camera draws back on the way, as a logarithm
    };

    [[nodiscard]] float limited(float distance) const;
    void stopFlight();
    void startFlight(const CameraPose &goal, bool cut);

    CameraPose m_pose;
    CameraPose m_goal;
    std::optional<Flight> m_flight;
    QVector3D m_center;
    float m_radius = 100.0F;
    QSizeF m_viewport{1.0, 1.0};
};

} // namespace majlis::graph3d
