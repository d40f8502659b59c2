// SPDX-License-Identifier: GPL-3.0-or-later
#include "graph3d/scene/networkdata.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <limits>

using namespace majlis::graph3d;

TEST_CASE("a forest is walked whatever the order of its nodes", "[scene]")
{
    // 4 and 2 are roots; 4 ← 3 ← 1 ← 0, 4 ← 5
    const auto network = prepareNetwork({.parent = {1, 3, -1, 4, -1, 4}});
    REQUIRE(network);
    CHECK(network->depth == std::vector<std::uint8_t>{3, 2, 0, 1, 0, 1});
    CHECK(network->subtreeSize == std::vector<std::uint32_t>{1, 2, 1, 3, 5, 1});
    CHECK(network->roots == std::vector<std::int32_t>{4, 2});
    CHECK(network->maxDepth == 3);
    CHECK(network->byImportance.front() == 4);
    CHECK(network->firstChild[4] == 3);
    CHECK(network->nextSibling[3] == 5);
    CHECK(network->data.size[4] > network->data.size[2]);
    CHECK(network->data.colorIndex == std::vector<std::uint8_t>{3, 2, 0, 1, 0, 1});
}

TEST_CASE("what is no forest is refused by name", "[scene]")
{
    const auto fault = [](NetworkData data) { return prepareNetwork(std::move(data)).error(); };
    CHECK(fault({.parent = {1, 0}}) == NetworkFault::Cycle);
    CHECK(fault({.parent = {0}}) == NetworkFault::Cycle);
    CHECK(fault({.parent = {-1, 0, 3, 2}}) == NetworkFault::Cycle);
    CHECK(fault({.parent = {-1, 2}}) == NetworkFault::ParentOutOfRange);
    CHECK(fault({.parent = {-2}}) == NetworkFault::ParentOutOfRange);
    CHECK(fault({.parent = {std::numeric_limits<std::int32_t>::min()}}) == NetworkFault::ParentOutOfRange);
    CHECK(fault({.parent = {-1, 0}, .colorIndex = {1}}) == NetworkFault::LengthMismatch);
    CHECK(fault({.parent = {-1}, .warmPositions = {1, 2}}) == NetworkFault::LengthMismatch);
    CHECK(fault({.parent = std::vector<std::int32_t>(maxNodes + 1, -1)}) == NetworkFault::TooMany);
}

TEST_CASE("an empty network and a path of a hundred thousand are networks too", "[scene]")
{
    REQUIRE(prepareNetwork({}));
    NetworkData path;
    for (std::int32_t i = 0; i < 100000; ++i)
        path.parent.push_back(i - 1);
    const auto network = prepareNetwork(std::move(path));
    REQUIRE(network);
    CHECK(network->maxDepth == 255);
    CHECK(network->subtreeSize.front() == 100000);
}
