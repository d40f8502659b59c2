// SPDX-License-Identifier: GPL-3.0-or-later
#include "graph3d/scene/networkstate.h"

#include <catch2/catch.hpp>

#include <array>
#include <cmath>
#include <limits>
#include <random>

using namespace majlis::graph3d;

namespace
{

NetworkState stateOf(std::vector<std::int32_t> parent)
{
    NetworkState state;
    (void)state.reset(prepareNetwork({.parent = std::move(parent)}).value());
    return state;
}

// Children by following the links, compared with the parents of everyone.
void checkLinks(const NetworkState &state)
{
    for (int node = 0; node < state.capacity(); ++node) {
        if (!state.contains(node))
            continue;
        std::uint32_t below = 1;
        for (int child = state.firstChild(node); child >= 0; child = state.nextSibling(child)) {
            CHECK(state.parent(child) == node);
            CHECK(state.depth(child) == state.depth(node) + 1);
            below += state.subtreeSize(child);
        }
        CHECK(state.subtreeSize(node) == below);
    }
}

} // namespace

TEST_CASE("sizes survive their byte to within a hundredth, and nonsense becomes ordinary", "[scene]")
{
    for (float size = 0.25F; size <= 8.0F; size *= 1.07F)
        CHECK(radiusOfCode(sizeCode(size)) == Approx(ordinaryRadius * size).epsilon(0.01));
    CHECK(sizeCode(std::nanf("")) == sizeCode(1.0F));
    CHECK(sizeCode(std::numeric_limits<float>::infinity()) == sizeCode(1.0F));
    CHECK(sizeCode(-3.0F) == 0);
    CHECK(sizeCode(1e9F) == 255);
}

TEST_CASE("nodes appear generation by generation: the delay is their depth", "[scene]")
{
    const NetworkState state = stateOf({-1, 0, 1, 2});
    const auto *texel = reinterpret_cast<const std::uint8_t *>(state.attributes().constData());
    for (int node = 0; node < 4; ++node) {
        CHECK(texel[node * 4 + 2] == node);
        CHECK((state.attributeBits(node) & JoiningBit) == 0);
    }
    CHECK(state.attributes().size() == textureWidth * 4);
    CHECK((texel[4 * 4 + 3] & HiddenBit) != 0); // nobody is there
}

TEST_CASE("who joins is linked, counted up the line, and marked until the join is over", "[scene]")
{
    NetworkState state = stateOf({-1, 0});
    const int joined = state.add(1, -1, 1.0F, flags(NodeFlag::Verified));
    CHECK(joined == 2);
    CHECK(state.depth(joined) == 2);
    CHECK(state.subtreeSize(0) == 3);
    CHECK((state.attributeBits(joined) & JoiningBit) != 0);
    CHECK((state.attributeBits(joined) & VerifiedBit) != 0);
    state.clearJoining();
    CHECK((state.attributeBits(joined) & JoiningBit) == 0);
    CHECK(state.add(99, 0, 1.0F, 0) == 3);
    CHECK(state.parent(3) == -1); // a parent that is not there: a new root
    checkLinks(state);
}

TEST_CASE("the attribute texture grows by rows when the network does", "[scene]")
{
    NetworkState state = stateOf({-1});
    for (int i = 1; i < 3 * textureWidth; ++i)
        REQUIRE(state.add(0, 1, 1.0F, 0) == i);
    CHECK(state.attributes().size() % (textureWidth * 4) == 0);
    CHECK(state.attributes().size() >= 3 * textureWidth * 4);
    CHECK(state.contains(3 * textureWidth - 1));
    CHECK_FALSE(state.contains(3 * textureWidth));
}

TEST_CASE("the children of who leaves go to the parent, one level up", "[scene]")
{
    NetworkState state = stateOf({-1, 0, 1, 1, 2});
    state.remove(1);
    CHECK_FALSE(state.contains(1));
    CHECK(state.parent(2) == 0);
    CHECK(state.depth(4) == 2);
    CHECK(state.count() == 4);
    checkLinks(state);
    state.remove(0);
    CHECK(state.parent(2) == -1);
    CHECK(state.roots().size() == 2);
    checkLinks(state);
    state.remove(0); // twice
    CHECK(state.count() == 3);
}

TEST_CASE("random joins and leaves keep every link, depth and count right", "[scene]")
{
    std::mt19937 random(11);
    NetworkState state = stateOf({-1, 0, 0, 1});
    for (int step = 0; step < 2000; ++step) {
        const int node = static_cast<int>(random() % static_cast<unsigned>(state.capacity()));
        if (random() % 3 == 0)
            state.remove(node);
        else
            state.add(state.contains(node) ? node : -1, -1, 1.0F, 0);
    }
    checkLinks(state);
}

TEST_CASE("a search marks who it found and unmarks who the last one found", "[scene]")
{
    NetworkState state = stateOf({-1, 0, 0});
    CHECK_FALSE(state.isFiltered());
    state.setMatches(std::array{1, 77, -5});
    CHECK((state.attributeBits(1) & MatchBit) != 0);
    CHECK(state.isFiltered());
    state.setMatches({});
    CHECK((state.attributeBits(1) & MatchBit) == 0);
    CHECK(state.isFiltered()); // found nobody is not the same as no search
    state.clearMatches();
    CHECK_FALSE(state.isFiltered());
    state.setPath(std::array{2, 0});
    state.setPath(std::array{0});
    CHECK((state.attributeBits(0) & PathBit) != 0);
    CHECK((state.attributeBits(2) & PathBit) == 0);
}

TEST_CASE("only the largest trees have a rose", "[scene]")
{
    std::vector<std::int32_t> parent(40, -1);
    parent.push_back(39); // the largest tree is the last one
    const NetworkState state = stateOf(std::move(parent));
    CHECK((state.attributeBits(39) & RoseBit) != 0);
    CHECK((state.attributeBits(40) & RoseBit) == 0);
    int roses = 0;
    for (int node = 0; node < state.capacity(); ++node)
        roses += (state.attributeBits(node) & RoseBit) != 0 ? 1 : 0;
    CHECK(roses == 24);
}
