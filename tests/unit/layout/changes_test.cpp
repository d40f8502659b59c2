// SPDX-License-Identifier: GPL-3.0-or-later
// What happens to a layout whose graph changes while it runs.
#include "graph3d/layout/layout.h"
#include "tests/unit/layout/forests.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>
#include <limits>

using namespace majlis::graph3d;

namespace
{

Layout settled(NodeId nodes, NodeId roots)
{
    Layout layout(Graph::fromParents(test::forest(nodes, roots)), {});
    while (!layout.isSettled())
        layout.tick();
    return layout;
}

void settle(Layout &layout)
{
    for (int tick = 0; tick < 400 && !layout.isSettled(); ++tick)
        layout.tick();
}

bool isNeighbour(const Graph &graph, NodeId node, NodeId centre)
{
    const NodeId parent = graph.parent(centre);
    return node == centre || node == parent || graph.parent(node) == centre
        || (parent != NoNode && graph.parent(node) == parent);
}

bool isBelow(const std::vector<NodeId> &parents, NodeId node, NodeId top)
{
    while (node != NoNode && node != top)
        node = parents[node];
    return node == top;
}

} // namespace

TEST_CASE("A join finds a place beside its parent and disturbs its neighbourhood alone")
{
    Layout layout = settled(4000, 8);
    const auto before = test::positionsOf(layout);
    const float unit = layout.options().linkLength;
    const NodeId joined = layout.addNode(1234);
    CHECK(joined == 4000);
    CHECK_FALSE(layout.isSettled());
    CHECK(test::distance(layout.position(joined), layout.position(1234)) < unit);
    settle(layout);
    CHECK(layout.isSettled());
    float elsewhere = 0.0f;
    for (NodeId node = 0; node < 4000; ++node) {
        if (!isNeighbour(layout.graph(), node, joined))
            elsewhere = std::max(elsewhere, test::distance(before[node], layout.position(node)));
    }
    CHECK(elsewhere < 0.01f * unit);
    const float length = test::distance(layout.position(joined), layout.position(1234));
    CHECK(length > 0.1f * unit);
    CHECK(length < 4.0f * unit);
}

TEST_CASE("Nobody jumps when somebody joins: room is made by less than a hundredth of a link a tick")
{
    Layout layout = settled(3000, 6);
    const float unit = layout.options().linkLength;
    test::Random random(11);
    for (int join = 0; join < 40; ++join) {
        const NodeId newcomer = layout.addNode(random.below(3000));
        std::vector<Vec3> before = test::positionsOf(layout);
        while (!layout.isSettled()) {
            layout.tick();
            for (NodeId node = 0; node < newcomer; ++node)
                REQUIRE(test::distance(before[node], layout.position(node)) < 0.01f * unit);
            layout.copyPositions(before);
        }
    }
}

TEST_CASE("One more in a crowd moves nobody else")
{
    Layout layout(Graph::fromParents(test::star(400)), {});
    settle(layout);
    const auto before = test::positionsOf(layout);
    const NodeId newcomer = layout.addNode(0);
    settle(layout);
    for (NodeId node = 0; node < 400; ++node)
        REQUIRE(before[node] == layout.position(node));
    CHECK(test::distance(layout.position(newcomer), layout.position(0)) > 0.3f * layout.options().linkLength);
}

TEST_CASE("Joins can come by the thousand, on one parent, on newcomers, and as new trees, while it runs")
{
    Layout layout(Graph::fromParents(test::forest(500, 2)), {});
    test::Random random(3);
    for (int round = 0; round < 300; ++round) {
        layout.addNode(random.below(layout.graph().size()));
        layout.addNode(7);
        layout.addNode(round % 50 == 0 ? NoNode : layout.graph().size() - 1);
        if (round % 10 == 0)
            layout.tick();
    }
    settle(layout);
    CHECK(layout.isSettled());
    CHECK(layout.graph().liveCount() == 1400);
    CHECK(test::allFinite(test::positionsOf(layout)));
    CHECK(test::medianEdge(layout) < 3.0f * layout.options().linkLength);
}

TEST_CASE("A settled network grows one by one, and nobody far away ever moves")
{
    Layout layout = settled(6000, 6);
    const auto before = test::positionsOf(layout);
    const float unit = layout.options().linkLength;
    NodeId parent = 5990; // a line of newcomers, then a fan
    for (int join = 0; join < 600; ++join) {
        const NodeId newcomer = layout.addNode(parent);
        if (join < 20)
            parent = newcomer;
        if (join % 100 == 99)
            settle(layout);
        else
            layout.tick();
    }
    settle(layout);
    CHECK(layout.isSettled());
    const auto after = test::positionsOf(layout);
    CHECK(test::allFinite(after));
    for (NodeId node = 0; node < 6000; ++node) {
        if (!isNeighbour(layout.graph(), node, 5990))
            REQUIRE(before[node] == after[node]);
    }
    std::vector<float> links;
    for (NodeId node = 6000; node < 6600; ++node)
        links.push_back(test::distance(after[node], after[layout.graph().parent(node)]));
    std::ranges::sort(links);
    CHECK(links.front() > 0.1f * unit);
    CHECK(links[300] < 5.0f * unit);
    // And the next warm-up of all goes on from there.
    layout.reheat(0.3f);
    settle(layout);
    CHECK(test::allFinite(test::positionsOf(layout)));
}

TEST_CASE("A layout that was warm-started at rest takes a join as its first act")
{
    Layout layout(Graph::fromParents(test::forest(900, 2)), {});
    layout.warmStart(test::positionsOf(settled(900, 2)), 0.0f);
    REQUIRE(layout.isSettled());
    const NodeId newcomer = layout.addNode(5);
    settle(layout);
    CHECK(test::distance(layout.position(newcomer), layout.position(5)) > 1.0f);
}

TEST_CASE("An empty layout can grow")
{
    Layout layout(Graph{}, {});
    CHECK(layout.isSettled());
    CHECK(layout.bounds().isEmpty());
    const NodeId root = layout.addNode(NoNode);
    const NodeId child = layout.addNode(root);
    settle(layout);
    CHECK(layout.isSettled());
    CHECK(test::distance(layout.position(root), layout.position(child)) > 1.0f);
}

TEST_CASE("Who leaves is gone from the forces, and whom they brought moves up")
{
    Layout layout = settled(1500, 3);
    NodeId busy = 0;
    for (NodeId node = 0; node < 1500; ++node) {
        const bool inner = layout.graph().parent(node) != NoNode;
        if (inner && layout.graph().childCount(node) > layout.graph().childCount(busy))
            busy = node;
    }
    const NodeId above = layout.graph().parent(busy);
    const std::vector<NodeId> parents(layout.graph().parents().begin(), layout.graph().parents().end());
    const auto before = test::positionsOf(layout);
    layout.removeNode(busy);
    layout.removeNode(busy);
    settle(layout);
    CHECK(layout.isSettled());
    CHECK_FALSE(layout.graph().isAlive(busy));
    const auto after = test::positionsOf(layout);
    CHECK(test::allFinite(after));
    std::vector<float> moves;
    for (NodeId node = 0; node < 1500; ++node) {
        const bool near = node == above || layout.graph().parent(node) == above || isBelow(parents, node, busy);
        if (!near && layout.graph().isAlive(node))
            moves.push_back(test::distance(before[node], after[node]));
    }
    CHECK(*std::ranges::max_element(moves) < 0.01f * layout.options().linkLength);
}

TEST_CASE("A pinned node stays where it was put, and the others make room")
{
    Layout layout = settled(800, 2);
    const Vec3 place{1000.0f, 200.0f, -300.0f};
    layout.pin(17, place);
    layout.pin(18, {std::numeric_limits<float>::quiet_NaN(), 0.0f, 0.0f});
    CHECK(layout.isPinned(17));
    CHECK_FALSE(layout.isPinned(18));
    layout.reheat(0.5f);
    CHECK_FALSE(layout.isSettled());
    settle(layout);
    CHECK(layout.position(17) == place);
    layout.addNode(17);
    settle(layout);
    CHECK(layout.position(17) == place);
    layout.unpin(17);
    layout.reheat(0.5f);
    settle(layout);
    CHECK(layout.position(17) != place);
}

TEST_CASE("A new cross link and new options move what they should")
{
    Layout layout = settled(800, 2);
    const float before = test::distance(layout.position(700), layout.position(90));
    REQUIRE(layout.addCrossLink({700, 90, 1.0f}));
    CHECK_FALSE(layout.addCrossLink({90, 700, 1.0f}));
    settle(layout);
    CHECK(test::distance(layout.position(700), layout.position(90)) < before);
    LayoutOptions options = layout.options();
    options.shape = Shape::Layers;
    layout.setOptions(options);
    CHECK_FALSE(layout.isSettled());
    settle(layout);
    CHECK(layout.isSettled());
}
