// SPDX-License-Identifier: GPL-3.0-or-later
#include "graph3d/scene/screenindex.h"

#include <catch2/catch.hpp>

#include <cmath>
#include <random>

using namespace majlis::graph3d;

namespace
{

ScreenView viewOf(int nodes, float spread, float distance)
{
    std::mt19937 random(5);
    std::normal_distribution<float> around(0, spread);
    std::uniform_real_distribution<float> size(0.25F, 8.0F);
    NetworkData data;
    data.parent.assign(static_cast<std::size_t>(nodes), -1);
    for (int i = 0; i < nodes; ++i)
        data.size.push_back(size(random));
    NetworkState state;
    (void)state.reset(prepareNetwork(std::move(data)).value());
    auto positions = std::make_shared<PositionSnapshot>();
    positions->count = nodes;
    positions->texels.resize(static_cast<qsizetype>(textureRows(static_cast<std::size_t>(nodes))) * textureWidth * 16);
    auto *out = reinterpret_cast<float *>(positions->texels.data());
    for (int i = 0; i < nodes; ++i) {
        for (int axis = 0; axis < 3; ++axis)
            *out++ = around(random);
        *out++ = -1.0F;
    }
    measureExtent(*positions);
    ScreenView view;
    view.camera.setViewport({1280, 800});
    view.camera.setExtent(positions->center, positions->radius);
    view.camera.setPose({.target = {}, .yaw = 40, .pitch = 10, .distance = distance});
    view.positions = std::move(positions);
    view.attributes = state.attributes();
    return view;
}

// What the index must answer, by looking at everyone.
int everyone(const ScreenView &view, float x, float y, float reach)
{
    const Projector projector = view.camera.projector();
    int hit = -1;
    float hitDepth = 0;
    int miss = -1;
    float missBy = 0;
    for (int i = 0; i < view.positions->count; ++i) {
        const auto place = view.isSeen(i) ? projector.project(view.positions->position(i)) : std::nullopt;
        if (!place)
            continue;
        const float gap
            = std::hypot(place->x() - x, place->y() - y) - view.pixelRadius(i, projector.pixelsPerUnit(place->z()));
        if (gap <= 0 && (hit < 0 || place->z() < hitDepth)) {
            hit = i;
            hitDepth = place->z();
        } else if (gap > 0 && gap <= reach && (miss < 0 || gap < missBy)) {
            miss = i;
            missBy = gap;
        }
    }
    return hit >= 0 ? hit : miss;
}

} // namespace

TEST_CASE("picking finds what looking at everyone finds", "[scene]")
{
    std::mt19937 random(8);
    std::uniform_real_distribution<float> x(0, 1280);
    std::uniform_real_distribution<float> y(0, 800);
    // Far away, in the middle of the cloud, and close to single nodes that fill the screen.
    for (const float distance : {4000.0F, 900.0F, 60.0F}) {
        const ScreenView view = viewOf(3000, 400, distance);
        const ScreenIndex index(view);
        int found = 0;
        for (int i = 0; i < 600; ++i) {
            const float atX = x(random);
            const float atY = y(random);
            const int expected = everyone(view, atX, atY, 5.0F);
            CHECK(index.at({atX, atY}) == expected);
            found += expected >= 0 ? 1 : 0;
        }
        CHECK(found > 10);
    }
}

TEST_CASE("each node is found at its own place unless another is before it", "[scene]")
{
    const ScreenView view = viewOf(200, 400, 2500);
    const ScreenIndex index(view);
    int seen = 0;
    for (int i = 0; i < 200; ++i) {
        const auto place = view.camera.project(view.positions->position(i));
        if (!place || place->x() < 0 || place->x() > 1280 || place->y() < 0 || place->y() > 800)
            continue;
        const int found = index.at({place->x(), place->y()});
        REQUIRE(found >= 0);
        if (found != i)
            CHECK(view.camera.project(view.positions->position(found))->z() <= place->z());
        ++seen;
    }
    CHECK(seen > 100);
}

TEST_CASE("who is filtered out, too deep or gone cannot be picked", "[scene]")
{
    ScreenView view = viewOf(1, 1, 300);
    const auto place = view.camera.project(view.positions->position(0));
    REQUIRE(place);
    const QPointF at(place->x(), place->y());
    CHECK(ScreenIndex(view).at(at) == 0);
    view.filtered = true;
    CHECK(ScreenIndex(view).at(at) == -1);
    view.filtered = false;
    view.attributes[2] = 5;
    view.depthLimit = 4;
    CHECK(ScreenIndex(view).at(at) == -1);
    view.depthLimit = 5;
    CHECK(ScreenIndex(view).at(at) == 0);
    view.attributes[3] = HiddenBit;
    CHECK(ScreenIndex(view).at(at) == -1);
}

TEST_CASE("nothing is found in nothing", "[scene]")
{
    const ScreenIndex index{ScreenView()};
    CHECK(index.at({100, 100}) == -1);
    CHECK(index.at({-1e9, 1e9}) == -1);
    CHECK(index.largest(10, 0).empty());
}

TEST_CASE("the largest on the screen come first", "[scene]")
{
    const ScreenView view = viewOf(500, 300, 1500);
    const ScreenIndex index(view);
    const std::vector<int> first = index.largest(20, 0);
    REQUIRE(first.size() == 20);
    float before = 1e9F;
    for (const int node : first) {
        const float radius = view.pixelRadius(
            node, view.camera.pixelsPerUnit(view.camera.project(view.positions->position(node))->z()));
        CHECK(radius <= before);
        before = radius;
    }
}

TEST_CASE("the extent leaves the farthest hundredth out and survives one place for all", "[scene]")
{
    ScreenView view = viewOf(1000, 100, 500);
    auto stretched = std::make_shared<PositionSnapshot>(*view.positions);
    reinterpret_cast<float *>(stretched->texels.data())[0] = 1e6F;
    measureExtent(*stretched);
    CHECK(stretched->radius < 2000);
    for (int i = 0; i < stretched->count * 4; i += 4)
        std::fill_n(reinterpret_cast<float *>(stretched->texels.data()) + i, 3, 7.0F);
    measureExtent(*stretched);
    CHECK(stretched->radius > 0);
    CHECK(stretched->center.x() == Approx(7));
}

TEST_CASE("a million people are picked as by looking at everyone", "[scene]")
{
    const ScreenView view = viewOf(1000000, 3000, 9000);
    const ScreenIndex index(view);
    std::mt19937 random(21);
    std::uniform_real_distribution<float> x(200, 1080);
    std::uniform_real_distribution<float> y(100, 700);
    int found = 0;
    for (int probe = 0; probe < 24; ++probe) {
        const QPointF at(static_cast<qreal>(x(random)), static_cast<qreal>(y(random)));
        const int picked = index.at(at);
        CHECK(picked == everyone(view, static_cast<float>(at.x()), static_cast<float>(at.y()), 5.0F));
        found += picked >= 0 ? 1 : 0;
    }
    CHECK(found > 12);
}
