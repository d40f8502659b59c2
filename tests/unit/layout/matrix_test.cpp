// SPDX-License-Identifier: GPL-3.0-or-later
#include "graph3d/layout/forcedmatrix.h"
#include "graph3d/layout/layout.h"
#include "tests/unit/layout/forests.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <deque>
#include <set>
#include <tuple>

using namespace majlis::graph3d;

namespace
{

// The rule as it is written: level by level, from left to right, the first position with a free place.
std::vector<ForcedMatrix::Place> placedByTheBook(const std::vector<NodeId> &sponsors, unsigned width)
{
    std::vector<ForcedMatrix::Place> places(sponsors.size());
    std::vector<std::vector<NodeId>> below(sponsors.size());
    for (NodeId node = 0; node < sponsors.size(); ++node) {
        if (sponsors[node] == NoNode)
            continue;
        std::deque<NodeId> open{sponsors[node]};
        while (below[open.front()].size() == width) {
            open.insert(open.end(), below[open.front()].begin(), below[open.front()].end());
            open.pop_front();
        }
        places[node] = {open.front(), static_cast<std::uint32_t>(below[open.front()].size())};
        below[open.front()].push_back(node);
    }
    return places;
}

Layout matrix(const std::vector<NodeId> &parents, unsigned width, unsigned depth)
{
    LayoutOptions options;
    options.shape = Shape::Matrix;
    options.matrixWidth = width;
    options.matrixDepth = depth;
    return Layout(Graph::fromParents(parents), options);
}

} // namespace

TEST_CASE("Places of a forced matrix are those of the rule, spillover included")
{
    for (const unsigned width : {1u, 2u, 3u, 5u}) {
        for (const std::uint64_t seed : {1u, 2u, 3u}) {
            const std::vector<NodeId> sponsors = test::forest(700, 3, seed);
            const auto expected = placedByTheBook(sponsors, width);
            ForcedMatrix places = ForcedMatrix::of(Graph::fromParents(sponsors), width);
            CAPTURE(width, seed);
            for (NodeId node = 0; node < sponsors.size(); ++node) {
                REQUIRE(places.placeOf(node).above == expected[node].above);
                REQUIRE(places.placeOf(node).column == expected[node].column);
                if (expected[node].above != NoNode)
                    REQUIRE(places.level(node) == places.level(expected[node].above) + 1);
            }
        }
    }
}

TEST_CASE("The next place is told before somebody takes it")
{
    ForcedMatrix places(2);
    places.add(0, NoNode);
    for (NodeId node = 1; node <= 14; ++node) {
        const ForcedMatrix::Place next = places.nextPlace(0);
        const ForcedMatrix::Place taken = places.add(node, 0);
        CHECK(next.above == taken.above);
        CHECK(next.column == taken.column);
        // Slot s of a 2xN board hangs on slot (s - 1) / 2, as the (s - 1) % 2-th.
        CHECK(taken.above == (node - 1) / 2);
        CHECK(taken.column == (node - 1) % 2);
    }
    CHECK(places.nextPlace(99).above == NoNode);
    CHECK(places.nextPlace(NoNode).above == NoNode);
    // Those whom somebody below brings go under them, and change where the owner's next one lands.
    CHECK(places.add(20, 7).above == 7);
    CHECK(places.nextPlace(0).above == 7);
    CHECK(places.nextPlace(0).column == 1);
}

TEST_CASE("A hub that brings everybody, and a line, are placed in no time")
{
    const ForcedMatrix star = ForcedMatrix::of(Graph::fromParents(test::star(300'000)), 2);
    CHECK(star.level(299'999) == 18); // 2^18 - 1 positions above it
    const ForcedMatrix line = ForcedMatrix::of(Graph::fromParents(test::path(100'000)), 3);
    CHECK(line.level(99'999) == 99'999);
    std::vector<NodeId> backwards(1000, NoNode); // sponsors with later ids than those they brought
    for (NodeId node = 0; node + 1 < backwards.size(); ++node)
        backwards[node] = node + 1;
    CHECK(ForcedMatrix::of(Graph::fromParents(backwards), 2).level(0) == 999);
}

TEST_CASE("The matrix is a picture at once: levels are planes, and everybody has room")
{
    for (const unsigned width : {2u, 3u}) {
        const std::vector<NodeId> parents = test::forest(3000, 4);
        const Layout layout = matrix(parents, width, 3);
        CHECK(layout.isSettled());
        const ForcedMatrix places = ForcedMatrix::of(layout.graph(), width);
        const float unit = layout.options().linkLength;
        std::set<std::tuple<float, float, float>> taken;
        std::vector<std::vector<Vec3>> levels;
        for (NodeId node = 0; node < parents.size(); ++node) {
            const Vec3 p = layout.position(node);
            const std::uint32_t level = places.level(node);
            REQUIRE(p.y == Approx(-layout.options().layerSpacing * unit * static_cast<float>(level)));
            levels.resize(std::max<std::size_t>(levels.size(), level + 1));
            levels[level].push_back(p);
            REQUIRE(taken.insert({p.x, p.y, p.z}).second);
        }
        for (std::vector<Vec3> &level : levels) { // nobody is nearer than a link length to anybody of their level
            for (std::size_t i = 0; i < level.size(); ++i) {
                for (std::size_t j = 0; j < i; ++j)
                    REQUIRE(test::distance(level[i], level[j]) > 0.99f * unit);
            }
        }
    }
}

TEST_CASE("A board is a flat chart from left to right, and the next one stands across")
{
    std::vector<NodeId> parents(31, 0);
    parents[0] = NoNode;
    const Layout layout = matrix(parents, 2, 2); // complete to level 4: two boards deep
    const Vec3 top = layout.position(0);
    CHECK(layout.position(1).x < top.x);
    CHECK(layout.position(2).x > top.x);
    for (NodeId node = 1; node < 7; ++node)
        CHECK(layout.position(node).z == Approx(top.z).margin(1e-3));
    for (NodeId node = 3; node < 6; ++node)
        CHECK(layout.position(node).x < layout.position(node + 1).x);
    CHECK(layout.position(7).x == Approx(layout.position(3).x).margin(1e-3));
    CHECK(layout.position(7).z < layout.position(3).z);
    CHECK(layout.position(8).z > layout.position(3).z);
}

TEST_CASE("A matrix takes joins, leaves and pins, and other shapes go on from it")
{
    Layout layout = matrix(test::star(8), 2, 3);
    const NodeId newcomer = layout.addNode(0);
    CHECK_FALSE(layout.isSettled());
    CHECK(layout.tick().settled);
    const ForcedMatrix places = ForcedMatrix::of(layout.graph(), 2);
    CHECK(places.placeOf(newcomer).above == 3);
    CHECK(layout.position(newcomer).y < layout.position(3).y);
    const Vec3 before = layout.position(7);
    layout.removeNode(1);
    layout.tick();
    CHECK(layout.isSettled());
    CHECK(layout.position(7) != before);
    layout.pin(5, {1.0f, 2.0f, 3.0f});
    layout.tick();
    CHECK(layout.position(5) == Vec3{1.0f, 2.0f, 3.0f});
    layout.unpin(5);
    layout.tick();
    CHECK(layout.position(5) != Vec3{1.0f, 2.0f, 3.0f});
    LayoutOptions options = layout.options();
    options.shape = Shape::Rings;
    layout.setOptions(options);
    CHECK_FALSE(layout.isSettled());
    layout.run(std::chrono::seconds(10));
    CHECK(layout.isSettled());
    CHECK(test::allFinite(test::positionsOf(layout)));
    options.matrixWidth = 0;
    options.matrixDepth = 1'000'000;
    options.shape = Shape::Matrix;
    layout.setOptions(options);
    CHECK(layout.options().matrixWidth == 1);
    CHECK(layout.isSettled());
    CHECK(Layout(Graph{}, options).isSettled());
}
