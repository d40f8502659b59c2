// SPDX-License-Identifier: GPL-3.0-or-later
#include "graph3d/layout/layout.h"
#include "tests/unit/layout/forests.h"

#include <catch2/catch.hpp>

#include <array>
#include <cmath>
#include <limits>
#include <numeric>

using namespace majlis::graph3d;
using namespace std::chrono_literals;

namespace
{

constexpr int tooManyTicks = 400;

LayoutOptions portable(unsigned threads = 1)
{
    LayoutOptions options;
    options.simd = Simd::Portable;
    options.threads = threads;
    return options;
}

Layout ticked(const std::vector<NodeId> &parents, const LayoutOptions &options, int ticks)
{
    Layout layout(Graph::fromParents(parents), options);
    for (int tick = 0; tick < ticks; ++tick)
        layout.tick();
    return layout;
}

int settle(Layout &layout)
{
    int ticks = 0;
    while (!layout.isSettled() && ticks < tooManyTicks) {
        layout.tick();
        ++ticks;
    }
    return ticks;
}

float nearestPair(const std::vector<Vec3> &positions)
{
    float nearest = std::numeric_limits<float>::infinity();
    for (std::size_t i = 0; i < positions.size(); ++i) {
        for (std::size_t j = 0; j < i; ++j)
            nearest = std::min(nearest, test::distance(positions[i], positions[j]));
    }
    return nearest;
}

} // namespace

TEST_CASE("Known forests come out where they always did")
{
    // Positions after 25 ticks of forest(300, 3, 9) with seed 42, portable kernel. A change of the forces changes them:
    // then look at the picture and at `./dev bench layout` before writing new ones.
    struct Golden {
        NodeId node;
        Vec3 place;
    };
    const std::array<Golden, 6> rings{
        {{0, {334.2511f, -438.3725f, 116.5884f}}, {1, {-402.5511f, -53.59373f, -427.0028f}},
            {2, {2.895688f, -11.92997f, -5.661916f}}, {17, {360.5199f, 356.001f, -131.042f}},
            {99, {231.3836f, 137.6761f, -170.0189f}}, {299, {579.6417f, 450.7323f, -140.7228f}}}};
    const std::array<Golden, 6> layers{
        {{0, {279.6636f, -490.7526f, 116.8751f}}, {1, {-374.1862f, -108.1601f, -401.6386f}},
            {2, {-1.207406f, -41.4633f, -16.77254f}}, {17, {402.6184f, -231.8101f, -204.7521f}},
            {99, {180.3235f, -183.4886f, -32.52309f}}, {299, {527.965f, -392.7918f, -159.8813f}}}};
    for (const Shape shape : {Shape::Rings, Shape::Layers}) {
        LayoutOptions options = portable();
        options.shape = shape;
        options.seed = 42;
        const Layout layout = ticked(test::forest(300, 3, 9), options, 25);
        const Bounds box = layout.bounds();
        const float tolerance = 1e-6f * test::distance(box.min, box.max);
        for (const Golden &golden : shape == Shape::Rings ? rings : layers) {
            CAPTURE(golden.node);
            CHECK(test::distance(layout.position(golden.node), golden.place) < tolerance);
        }
    }
}

TEST_CASE("The same seed gives the same positions for any number of threads")
{
    const std::vector<NodeId> parents = test::forest(6000, 12);
    const auto one = test::positionsOf(ticked(parents, portable(1), 12));
    CHECK(one == test::positionsOf(ticked(parents, portable(2), 12)));
    CHECK(one == test::positionsOf(ticked(parents, portable(4), 12)));
    LayoutOptions best;
    best.threads = 1;
    const auto bestOne = test::positionsOf(ticked(parents, best, 12));
    best.threads = 4;
    CHECK(bestOne == test::positionsOf(ticked(parents, best, 12)));
}

TEST_CASE("A forest settles by its own movement into a picture with even links")
{
    const std::vector<NodeId> parents = test::forest(3000, 6);
    Layout layout(Graph::fromParents(parents), {});
    const int ticks = settle(layout);
    CHECK(ticks < 120);
    CHECK(layout.lastTick().meanMove < layout.options().settleMove);
    const float unit = layout.options().linkLength;
    CHECK(test::medianEdge(layout) == Approx(unit).epsilon(0.3));
    CHECK(nearestPair(test::positionsOf(layout)) > 0.02f * unit);
    // Settled means free: nothing moves any more, and a tick says so.
    const auto before = test::positionsOf(layout);
    const std::uint64_t done = layout.lastTick().tick;
    CHECK(layout.tick().settled);
    CHECK(layout.lastTick().tick == done);
    CHECK(before == test::positionsOf(layout));
}

TEST_CASE("Links stay as long in a large forest as in a small one")
{
    Layout small(Graph::fromParents(test::forest(500, 1)), {});
    Layout large(Graph::fromParents(test::forest(20'000, 1)), {});
    settle(small);
    settle(large);
    CHECK(test::medianEdge(large) / test::medianEdge(small) == Approx(1.0f).epsilon(0.25));
}

TEST_CASE("Energy falls as the layout relaxes")
{
    Layout layout(Graph::fromParents(test::forest(2000, 4)), {});
    double before = layout.energy();
    const double first = before;
    for (int stage = 0; stage < 5; ++stage) {
        for (int tick = 0; tick < 10; ++tick)
            layout.tick();
        const double now = layout.energy();
        CAPTURE(stage, before, now);
        CHECK(now < before * 1.01);
        before = now;
    }
    CHECK(before < 0.8 * first);
}

TEST_CASE("The unit scales the picture and nothing else")
{
    LayoutOptions options = portable();
    const std::vector<NodeId> parents = test::forest(400, 2);
    const auto small = test::positionsOf(ticked(parents, options, 20));
    options.linkLength *= 4.0f;
    const auto large = test::positionsOf(ticked(parents, options, 20));
    for (std::size_t i = 0; i < small.size(); ++i)
        CHECK(test::distance({4.0f * small[i].x, 4.0f * small[i].y, 4.0f * small[i].z}, large[i]) < 0.5f);
}

TEST_CASE("Depth is a force: generations keep their shells and planes while the links hold")
{
    const std::vector<NodeId> parents = test::forest(2000, 1);
    for (const Shape shape : {Shape::Rings, Shape::Layers}) {
        LayoutOptions options;
        options.shape = shape;
        Layout layout(Graph::fromParents(parents), options);
        settle(layout);
        std::array<double, 8> level{};
        std::array<double, 8> count{};
        const Vec3 root = layout.position(0);
        for (NodeId node = 0; node < 2000; ++node) {
            const std::uint32_t depth = layout.graph().depth(node);
            const Vec3 p = layout.position(node);
            if (depth < 8) {
                level[depth] += shape == Shape::Rings ? test::distance(p, root) : root.y - p.y;
                count[depth] += 1.0;
            }
        }
        for (std::size_t depth = 1; depth < 6; ++depth) {
            CAPTURE(depth);
            CHECK(level[depth] / count[depth] > level[depth - 1] / count[depth - 1]);
        }
    }
}

TEST_CASE("The trees of a forest stand apart, each around its own root")
{
    std::vector<NodeId> parents = test::forest(300, 1);
    for (NodeId tree = 1; tree < 8; ++tree) {
        for (NodeId node = 0; node < 300; ++node)
            parents.push_back(parents[node] == NoNode ? NoNode : parents[node] + 300 * tree);
    }
    Layout layout(Graph::fromParents(parents), {});
    settle(layout);
    for (NodeId a = 0; a < 8; ++a) {
        for (NodeId b = 0; b < a; ++b)
            CHECK(test::distance(layout.position(300 * a), layout.position(300 * b))
                > 3.0f * layout.options().linkLength);
    }
}

TEST_CASE("The cone tree is a picture at once")
{
    LayoutOptions options;
    options.shape = Shape::ConeTree;
    Layout layout(Graph::fromParents(test::forest(1000, 3)), options);
    CHECK(layout.isSettled());
    const auto placed = test::positionsOf(layout);
    CHECK(nearestPair(placed) > 0.0f);
    options.shape = Shape::Rings;
    layout.setOptions(options);
    CHECK_FALSE(layout.isSettled());
    layout.tick();
    CHECK(placed != test::positionsOf(layout));
}

TEST_CASE("Strange graphs end in finite, separate places")
{
    std::vector<std::vector<NodeId>> graphs{{}, {NoNode}, {NoNode, NoNode}, {NoNode, 0}, test::path(3000),
        test::star(3000), std::vector<NodeId>(500, NoNode), std::vector<NodeId>{1, 2, 0, 3, 900}};
    for (const auto &parents : graphs) {
        CAPTURE(parents.size());
        Layout layout(Graph::fromParents(parents), {});
        CHECK(settle(layout) < tooManyTicks);
        const auto positions = test::positionsOf(layout);
        CHECK(test::allFinite(positions));
        if (positions.size() > 1)
            CHECK(nearestPair(positions) > 1e-3f);
    }
}

TEST_CASE("Options out of their minds are brought to reason")
{
    constexpr float nan = std::numeric_limits<float>::quiet_NaN();
    constexpr float infinity = std::numeric_limits<float>::infinity();
    for (const float odd : {nan, infinity, -infinity, -1.0f, 0.0f, 1e30f, 1e-30f}) {
        CAPTURE(odd);
        LayoutOptions options;
        for (float LayoutOptions::*field : {&LayoutOptions::linkLength, &LayoutOptions::linkRest,
                 &LayoutOptions::charge, &LayoutOptions::range, &LayoutOptions::softening, &LayoutOptions::theta,
                 &LayoutOptions::depthStrength, &LayoutOptions::depthSpacing, &LayoutOptions::centreStrength,
                 &LayoutOptions::velocityDecay, &LayoutOptions::alphaDecay})
            options.*field = odd;
        const Layout layout = ticked(test::forest(300, 2), options, 50);
        CHECK(test::allFinite(test::positionsOf(layout)));
    }
}

TEST_CASE("A warm start takes any positions there are, however bad")
{
    const std::vector<NodeId> parents = test::forest(600, 2);
    constexpr float nan = std::numeric_limits<float>::quiet_NaN();
    constexpr float infinity = std::numeric_limits<float>::infinity();
    const std::vector<std::vector<Vec3>> inputs{std::vector<Vec3>(600), std::vector<Vec3>(600, {5.0f, 5.0f, 5.0f}),
        std::vector<Vec3>(600, {nan, 0.0f, 0.0f}), std::vector<Vec3>(600, {infinity, -infinity, 0.0f}),
        std::vector<Vec3>(600, {3e38f, -3e38f, 1e30f}), std::vector<Vec3>(10), {}};
    for (const auto &input : inputs) {
        Layout layout(Graph::fromParents(parents), {});
        layout.warmStart(input, 1.0f);
        settle(layout);
        const auto positions = test::positionsOf(layout);
        CHECK(test::allFinite(positions));
        CHECK(nearestPair(positions) > 1e-3f);
    }
}

TEST_CASE("A warm start from a settled layout hardly moves")
{
    const std::vector<NodeId> parents = test::forest(1500, 3);
    Layout first(Graph::fromParents(parents), {});
    settle(first);
    const auto before = test::positionsOf(first);
    Layout second(Graph::fromParents(parents), {});
    second.warmStart(before, 0.05f);
    CHECK(settle(second) < 15);
    double moved = 0.0;
    for (NodeId node = 0; node < 1500; ++node)
        moved += test::distance(before[node], second.position(node)) / 1500.0;
    CHECK(moved < 0.3 * second.options().linkLength);
    second.warmStart(before, 0.0f);
    CHECK(second.isSettled());
    CHECK(before == test::positionsOf(second));
}

TEST_CASE("Mirrored positions stay mirrored, and the order of cross links means nothing")
{
    const std::vector<NodeId> parents = test::forest(800, 2);
    const auto start = test::positionsOf(ticked(parents, portable(), 20));
    auto mirrored = start;
    for (Vec3 &p : mirrored)
        p.y = -p.y;
    Layout straight(Graph::fromParents(parents), portable());
    Layout other(Graph::fromParents(parents), portable());
    straight.warmStart(start, 0.5f);
    other.warmStart(mirrored, 0.5f);
    for (int tick = 0; tick < 5; ++tick) {
        straight.tick();
        other.tick();
    }
    for (NodeId node = 0; node < 800; ++node) {
        const Vec3 p = other.position(node);
        CHECK(test::distance(straight.position(node), {p.x, -p.y, p.z}) < 0.05f);
    }
    const std::array<CrossLink, 3> links{{{10, 700, 1.0f}, {20, 600, 1.0f}, {500, 30, 1.0f}}};
    const std::array<CrossLink, 3> turned{{{30, 500, 1.0f}, {700, 10, 1.0f}, {20, 600, 1.0f}}};
    Layout a(Graph::fromParents(parents, links), portable());
    Layout b(Graph::fromParents(parents, turned), portable());
    for (int tick = 0; tick < 10; ++tick) {
        a.tick();
        b.tick();
    }
    CHECK(test::positionsOf(a) == test::positionsOf(b));
}

TEST_CASE("Other numbers for the same people change nothing but rounding")
{
    constexpr NodeId count = 900;
    const std::vector<NodeId> parents = test::forest(count, 3);
    std::vector<NodeId> number(count); // of each in the other order
    std::iota(number.begin(), number.end(), 0u);
    test::Random random(21);
    for (NodeId i = count; i > 1; --i)
        std::swap(number[i - 1], number[random.below(i)]);
    const auto start = test::positionsOf(ticked(parents, portable(), 20));
    std::vector<NodeId> otherParents(count, NoNode);
    std::vector<Vec3> otherStart(count);
    for (NodeId node = 0; node < count; ++node) {
        otherParents[number[node]] = parents[node] == NoNode ? NoNode : number[parents[node]];
        otherStart[number[node]] = start[node];
    }
    Layout straight(Graph::fromParents(parents), portable());
    Layout other(Graph::fromParents(otherParents), portable());
    straight.warmStart(start, 0.5f);
    other.warmStart(otherStart, 0.5f);
    for (int tick = 0; tick < 5; ++tick) {
        straight.tick();
        other.tick();
    }
    for (NodeId node = 0; node < count; ++node)
        REQUIRE(test::distance(straight.position(node), other.position(number[node])) < 0.05f);
}

TEST_CASE("A fresh layout moves the branches first, and their leaves go along")
{
    Layout layout(Graph::fromParents(test::forest(2000, 4)), {});
    const float unit = layout.options().linkLength;
    const TickReport first = layout.tick();
    CHECK(first.frameOnly);
    int frameTicks = 1;
    while (layout.tick().frameOnly) {
        ++frameTicks;
        for (NodeId node = 0; node < 2000; ++node) {
            const NodeId parent = layout.graph().parent(node);
            if (layout.graph().childCount(node) == 0 && parent != NoNode)
                REQUIRE(test::distance(layout.position(node), layout.position(parent)) < 4.0f * unit);
        }
    }
    CHECK(frameTicks < 20);
    CHECK_FALSE(layout.isSettled());
    settle(layout);
    CHECK_FALSE(layout.lastTick().frameOnly);
    // Whoever changes the graph meanwhile ends that.
    Layout changed(Graph::fromParents(test::forest(2000, 4)), {});
    changed.tick();
    changed.addNode(3);
    CHECK_FALSE(changed.tick().frameOnly);
    // A line has no leaves to speak of.
    CHECK_FALSE(Layout(Graph::fromParents(test::path(100)), {}).tick().frameOnly);
}

TEST_CASE("A cross link draws its ends together")
{
    const std::vector<NodeId> parents = test::forest(800, 2);
    Layout plain(Graph::fromParents(parents), {});
    settle(plain);
    NodeId far = 0;
    for (NodeId node = 0; node < 800; ++node) {
        if (test::distance(plain.position(799), plain.position(node))
            > test::distance(plain.position(799), plain.position(far)))
            far = node;
    }
    const std::array<CrossLink, 1> link{{{799, far, 1.0f}}};
    Layout linked(Graph::fromParents(parents, link), {});
    settle(linked);
    CHECK(test::distance(linked.position(799), linked.position(far))
        < 0.7f * test::distance(plain.position(799), plain.position(far)));
}

TEST_CASE("Running stops at its budget and when cancelled, without harm")
{
    Layout layout(Graph::fromParents(test::forest(20'000, 10)), {});
    CHECK(layout.run(0ms).tick == 1);
    std::stop_source cancel;
    cancel.request_stop();
    const auto before = test::positionsOf(layout);
    CHECK(layout.run(10s, cancel.get_token()).tick == 1);
    CHECK(before == test::positionsOf(layout));
    const auto start = std::chrono::steady_clock::now();
    const TickReport report = layout.run(60s);
    CHECK(report.settled);
    CHECK(std::chrono::steady_clock::now() - start < 60s);
}
