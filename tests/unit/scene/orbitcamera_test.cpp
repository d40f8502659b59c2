// SPDX-License-Identifier: GPL-3.0-or-later
#include "graph3d/scene/orbitcamera.h"

#include <catch2/catch.hpp>

#include <array>

#include <cmath>
#include <random>

using namespace majlis::graph3d;

namespace
{

OrbitCamera camera(float distance = 400.0F)
{
    OrbitCamera result;
    result.setViewport({1280, 800});
    result.setExtent({10, 20, 30}, 500);
    result.setPose({.target = {10, 20, 30}, .yaw = 30, .pitch = 15, .distance = distance});
    return result;
}

void settle(OrbitCamera &camera)
{
    for (int i = 0; i < 1000 && camera.advance(1.0F / 60.0F); ++i) { }
}

} // namespace

TEST_CASE("what is looked at is in the middle of the view", "[scene]")
{
    const OrbitCamera eye = camera();
    const auto at = eye.project({10, 20, 30});
    REQUIRE(at);
    CHECK(at->x() == Approx(640).margin(0.01));
    CHECK(at->y() == Approx(400).margin(0.01));
    CHECK(at->z() == Approx(400).margin(0.01));
}

TEST_CASE("project agrees with the matrix that draws", "[scene]")
{
    std::mt19937 random(3);
    std::uniform_real_distribution<float> around(-300, 300);
    const OrbitCamera eye = camera(900);
    const QMatrix4x4 matrix = eye.viewProjection();
    for (int i = 0; i < 200; ++i) {
        const QVector3D place(around(random), around(random), around(random));
        const QVector4D clip = matrix * QVector4D(place, 1);
        const auto at = eye.project(place);
        REQUIRE(at);
        CHECK(at->x() == Approx((clip.x() / clip.w() + 1) * 640).margin(0.05));
        CHECK(at->y() == Approx((1 - clip.y() / clip.w()) * 400).margin(0.05));
        CHECK(at->z() == Approx(clip.w()).epsilon(1e-4));
    }
}

TEST_CASE("what is behind the eye has no place on the screen", "[scene]")
{
    const OrbitCamera eye = camera();
    const QVector3D back = eye.pose().eye() + (eye.pose().eye() - eye.pose().target);
    CHECK_FALSE(eye.project(back));
}

TEST_CASE("turning right moves the eye to the right and up looks down", "[scene]")
{
    OrbitCamera eye = camera();
    eye.setPose({.target = {}, .yaw = 0, .pitch = 0, .distance = 100});
    CHECK(eye.pose().eye().z() == Approx(100));
    eye.orbit(0, 500);
    settle(eye);
    CHECK(eye.pose().pitch == Approx(89));
    CHECK(eye.pose().eye().y() > 99);
    CHECK(std::isfinite(eye.pose().eye().x()));
}

TEST_CASE("zooming keeps what is under the pointer there", "[scene]")
{
    OrbitCamera eye = camera();
    // A place in the plane of the target, seen at (900, 250).
    const float unit = 1.0F / eye.pixelsPerUnit(400);
    const QVector3D place
        = eye.pose().target + eye.pose().rotation().rotatedVector({(900 - 640) * unit, (400 - 250) * unit, 0});
    eye.zoom(0.5F, {900, 250});
    settle(eye);
    CHECK(eye.pose().distance == Approx(200).epsilon(0.01));
    const auto at = eye.project(place);
    REQUIRE(at);
    CHECK(at->x() == Approx(900).margin(1.5));
    CHECK(at->y() == Approx(250).margin(1.5));
}

TEST_CASE("sliding by pixels moves the picture by as many", "[scene]")
{
    OrbitCamera eye = camera();
    const QVector3D place = eye.pose().target;
    eye.pan({120, -40});
    settle(eye);
    const auto at = eye.project(place);
    REQUIRE(at);
    CHECK(at->x() == Approx(760).margin(1.5));
    CHECK(at->y() == Approx(360).margin(1.5));
}

TEST_CASE("a flight ends where it was asked to, or is a cut", "[scene]")
{
    OrbitCamera eye = camera();
    eye.flyTo({-3000, 0, 200}, 150, false);
    CHECK(eye.isMoving());
    CHECK(eye.pose().distance == Approx(400));
    float highest = 0;
    int frames = 0;
    for (; frames < 600 && eye.advance(1.0F / 60.0F); ++frames)
        highest = std::max(highest, eye.pose().distance);
    CHECK(frames > 20);
    CHECK(frames < 120);
    CHECK(highest > 450); // draws back over a long way
    CHECK_FALSE(eye.isMoving());
    CHECK((eye.pose().target - QVector3D(-3000, 0, 200)).length() < 0.1F);
    CHECK(eye.pose().distance == Approx(150));
    eye.flyTo({0, 0, 0}, 300, true);
    CHECK_FALSE(eye.isMoving());
    CHECK(eye.pose().distance == Approx(300));
}

TEST_CASE("fit shows the whole sphere in a wide and in a narrow window", "[scene]")
{
    for (const QSizeF size : {QSizeF(1280, 800), QSizeF(400, 900)}) {
        OrbitCamera eye = camera();
        eye.setViewport(size);
        eye.fit(true, true);
        const float radius = 500 * eye.pixelsPerUnit(eye.fitDistance());
        CHECK(radius < std::min(size.width(), size.height()) * 0.51); // the farthest hundredth may touch the border
        CHECK(radius > std::min(size.width(), size.height()) / 4);
        CHECK(eye.clipNear() < eye.fitDistance() - 500);
        CHECK(eye.clipFar() > eye.fitDistance() + 500);
    }
}

TEST_CASE("no input takes the distance out of its limits", "[scene]")
{
    OrbitCamera eye = camera();
    for (int i = 0; i < 200; ++i)
        eye.zoom(0.5F, {0, 0});
    settle(eye);
    CHECK(eye.pose().distance >= 1.0F);
    for (int i = 0; i < 200; ++i)
        eye.zoom(2.0F, {0, 0});
    settle(eye);
    CHECK(eye.pose().distance <= 500.0F * 6.1F);
    CHECK(std::isfinite(eye.pose().target.x()));
}

TEST_CASE("the outline of the view is what its corners show", "[scene]")
{
    OrbitCamera camera;
    camera.setViewport({640, 480});
    camera.setPose({.target = {10, -20, 30}, .yaw = 40, .pitch = 25, .distance = 300});
    const QList<QVector3D> outline = camera.outline();
    const std::array<QPointF, 4> corners{QPointF(0, 0), QPointF(640, 0), QPointF(640, 480), QPointF(0, 480)};
    REQUIRE(outline.size() == 4);
    for (std::size_t i = 0; i < 4; ++i) {
        const auto pixel = camera.project(outline[static_cast<qsizetype>(i)]);
        REQUIRE(pixel);
        CHECK(pixel->x() == Approx(corners[i].x()).margin(0.01));
        CHECK(pixel->y() == Approx(corners[i].y()).margin(0.01));
    }
}
