// SPDX-License-Identifier: GPL-3.0-or-later
#include "graph3d/layout/repulsion.h"
#include "tests/unit/layout/forests.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>

using namespace majlis::graph3d;

namespace
{

constexpr PairLaw law{0.25f, 1.0f / 2500.0f};

struct Force {
    double x = 0.0, y = 0.0, z = 0.0;
    [[nodiscard]] double length() const { return std::hypot(x, y, z); }
};

// The clumpy points that a layout really has: a settled forest.
Bodies settledBodies(NodeId nodes)
{
    LayoutOptions options;
    options.simd = Simd::Portable;
    Layout layout(Graph::fromParents(test::forest(nodes, 5)), options);
    for (int tick = 0; tick < 25; ++tick)
        layout.tick();
    Bodies bodies;
    bodies.resize(nodes);
    for (NodeId node = 0; node < nodes; ++node) {
        const Vec3 p = layout.position(node);
        bodies.x[node] = p.x;
        bodies.y[node] = p.y;
        bodies.z[node] = p.z;
    }
    return bodies;
}

std::vector<Force> bruteForce(const Bodies &bodies)
{
    std::vector<Force> forces(bodies.size());
    for (std::size_t i = 0; i < bodies.size(); ++i) {
        for (std::size_t j = 0; j < bodies.size(); ++j) {
            const double dx = static_cast<double>(bodies.x[j]) - bodies.x[i];
            const double dy = static_cast<double>(bodies.y[j]) - bodies.y[i];
            const double dz = static_cast<double>(bodies.z[j]) - bodies.z[i];
            const double l = dx * dx + dy * dy + dz * dz;
            const double g = 1.0 / ((l + law.softening2) * (1.0 + l * law.inverseRange2));
            forces[i].x += g * dx;
            forces[i].y += g * dy;
            forces[i].z += g * dz;
        }
    }
    return forces;
}

std::vector<Force> treeForce(Bodies bodies, float theta, Simd simd = Simd::Auto, unsigned threads = 1)
{
    ThreadPool pool(threads);
    Octree tree;
    tree.build(bodies, bodies.size(), pool);
    Repulsion repulsion(pool.size());
    const std::atomic<bool> never{false};
    REQUIRE(repulsion.sum(tree, law, theta, kernelsFor(simd), walkKernelFor(simd), pool, bodies, never));
    std::vector<Force> forces(bodies.size());
    for (std::size_t i = 0; i < bodies.size(); ++i)
        forces[i] = {bodies.fx[i], bodies.fy[i], bodies.fz[i]};
    return forces;
}

// Root mean square of the difference, as a share of the root mean square of `exact`.
double error(const std::vector<Force> &exact, const std::vector<Force> &got)
{
    double difference = 0.0;
    double whole = 0.0;
    for (std::size_t i = 0; i < exact.size(); ++i) {
        const Force gap{exact[i].x - got[i].x, exact[i].y - got[i].y, exact[i].z - got[i].z};
        difference += gap.length() * gap.length();
        whole += exact[i].length() * exact[i].length();
    }
    return std::sqrt(difference / whole);
}

double worstError(const std::vector<Force> &exact, const std::vector<Force> &got)
{
    double worst = 0.0;
    double mean = 0.0;
    for (std::size_t i = 0; i < exact.size(); ++i) {
        worst = std::max(worst, std::hypot(exact[i].x - got[i].x, exact[i].y - got[i].y, exact[i].z - got[i].z));
        mean += exact[i].length() / static_cast<double>(exact.size());
    }
    return worst / mean;
}

} // namespace

TEST_CASE("The tree's forces come as near to those of all pairs as its opening angle promises")
{
    const Bodies bodies = settledBodies(3000);
    const std::vector<Force> exact = bruteForce(bodies);
    CHECK(error(exact, treeForce(bodies, 0.0f)) < 1e-5);
    const struct {
        float theta;
        double most;
    } bounds[] = {{0.3f, 0.004}, {0.5f, 0.012}, {0.7f, 0.025}, {0.8f, 0.035}, {1.0f, 0.07}, {1.2f, 0.12}};
    double before = 0.0;
    for (const auto &bound : bounds) {
        const double now = error(exact, treeForce(bodies, bound.theta));
        CAPTURE(bound.theta, now);
        CHECK(now < bound.most);
        CHECK(now > before); // and it is the angle that decides
        before = now;
    }
}

TEST_CASE("Forces add up to nothing, as the law is symmetric")
{
    const Bodies bodies = settledBodies(2000);
    Force sum;
    double sizes = 0.0;
    for (const Force &force : treeForce(bodies, 0.0f)) {
        sum = {sum.x + force.x, sum.y + force.y, sum.z + force.z};
        sizes += force.length();
    }
    CHECK(sum.length() / sizes < 1e-5);
}

TEST_CASE("Every instruction set and every number of threads gives the same forces")
{
    const Bodies bodies = settledBodies(5000);
    const std::vector<Force> portable = treeForce(bodies, 0.8f, Simd::Portable);
    for (const Simd simd : {Simd::Avx2, Simd::Avx512, Simd::Auto}) {
        CAPTURE(kernelsFor(simd).name);
        CHECK(worstError(portable, treeForce(bodies, 0.8f, simd)) < 1e-4);
    }
    const std::vector<Force> alone = treeForce(bodies, 0.8f, Simd::Auto, 1);
    for (const unsigned threads : {2u, 4u, 7u}) {
        const std::vector<Force> together = treeForce(bodies, 0.8f, Simd::Auto, threads);
        CHECK(std::ranges::equal(
            alone, together, [](const Force &a, const Force &b) { return a.x == b.x && a.y == b.y && a.z == b.z; }));
    }
}

TEST_CASE("The order of the bodies changes nothing but rounding")
{
    const Bodies bodies = settledBodies(2000);
    std::vector<std::uint32_t> order(bodies.size());
    for (std::uint32_t i = 0; i < order.size(); ++i)
        order[i] = i;
    test::Random random(7);
    for (std::uint32_t i = static_cast<std::uint32_t>(order.size()); i > 1; --i)
        std::swap(order[i - 1], order[random.below(i)]);
    Bodies shuffled;
    shuffled.resize(bodies.size());
    for (std::size_t i = 0; i < order.size(); ++i) {
        shuffled.x[i] = bodies.x[order[i]];
        shuffled.y[i] = bodies.y[order[i]];
        shuffled.z[i] = bodies.z[order[i]];
    }
    const std::vector<Force> straight = treeForce(bodies, 0.8f);
    const std::vector<Force> moved = treeForce(shuffled, 0.8f);
    std::vector<Force> back(moved.size());
    for (std::size_t i = 0; i < order.size(); ++i)
        back[order[i]] = moved[i];
    CHECK(worstError(straight, back) < 1e-4);
}

TEST_CASE("Mirrored bodies feel mirrored forces")
{
    const Bodies bodies = settledBodies(2000);
    Bodies mirrored = bodies;
    for (float &x : mirrored.x)
        x = -x;
    const std::vector<Force> straight = treeForce(bodies, 0.8f);
    std::vector<Force> back = treeForce(mirrored, 0.8f);
    for (Force &force : back)
        force.x = -force.x;
    CHECK(worstError(straight, back) < 1e-4);
}

TEST_CASE("Crowded and degenerate bodies cost no more than others and stay finite")
{
    for (const int kind : {0, 1, 2}) {
        Bodies bodies;
        bodies.resize(200'000); // all pairs would take minutes
        for (std::uint32_t i = 0; i < bodies.size(); ++i)
            bodies.x[i] = kind == 0 ? 3.0f : kind == 1 ? (i == 0 ? 1e7f : 0.0f) : static_cast<float>(i % 2) * 1e-3f;
        for (const Force &force : treeForce(bodies, 0.8f))
            REQUIRE(std::isfinite(force.length()));
    }
    CHECK(treeForce(Bodies{}, 0.8f).empty());
}

TEST_CASE("The sum at one point is that of the body which stands there")
{
    Bodies bodies = settledBodies(3000);
    const std::vector<Force> exact = bruteForce(bodies);
    ThreadPool pool(1);
    Octree tree;
    tree.build(bodies, bodies.size(), pool);
    Repulsion repulsion(pool.size());
    for (const float theta : {0.0f, 0.8f}) {
        std::vector<Force> got;
        for (std::size_t i = 0; i < bodies.size(); ++i) {
            const Vec3 sum = repulsion.sumAt(tree, law, theta, kernelsFor(Simd::Auto), walkKernelFor(Simd::Auto), 0,
                {bodies.x[i], bodies.y[i], bodies.z[i]});
            got.push_back({sum.x, sum.y, sum.z});
        }
        CHECK(error(exact, got) < (theta == 0.0f ? 1e-5 : 0.05));
    }
}

TEST_CASE("A cancelled sum says so")
{
    Bodies bodies = settledBodies(500);
    ThreadPool pool(2);
    Octree tree;
    tree.build(bodies, bodies.size(), pool);
    Repulsion repulsion(pool.size());
    const std::atomic<bool> stopped{true};
    CHECK_FALSE(
        repulsion.sum(tree, law, 0.8f, kernelsFor(Simd::Auto), walkKernelFor(Simd::Auto), pool, bodies, stopped));
}

TEST_CASE("The pool runs every chunk once")
{
    ThreadPool pool(4);
    CHECK(pool.size() == 4);
    for (int round = 0; round < 200; ++round) {
        std::vector<int> times(1000, 0);
        pool.forChunks(times.size(), 7, [&times](std::size_t begin, std::size_t end, unsigned worker) {
            for (std::size_t i = begin; i < end; ++i)
                times[i] += worker < 4 ? 1 : 100;
        });
        REQUIRE(std::ranges::all_of(times, [](int count) { return count == 1; }));
    }
}
