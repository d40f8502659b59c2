// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/layout/forests.h"

#include <catch2/catch.hpp>

#include <array>

using namespace majlis::graph3d;

namespace
{

std::vector<NodeId> childrenOf(const Graph &graph, NodeId node)
{
    std::vector<NodeId> children;
    graph.forEachChild(node, [&children](NodeId child) { children.push_back(child); });
    return children;
}

} // namespace

TEST_CASE("A clean forest keeps its parents, depths and children")
{
    const std::array<NodeId, 6> parents{NoNode, 0, 0, 1, NoNode, 4};
    const Graph graph = Graph::fromParents(parents);
    CHECK(graph.repairs().isClean());
    CHECK(graph.size() == 6);
    CHECK(graph.liveCount() == 6);
    CHECK(graph.edgeCount() == 4);
    CHECK(graph.maxDepth() == 2);
    CHECK(graph.depth(3) == 2);
    CHECK(graph.depth(5) == 1);
    CHECK(childrenOf(graph, 0) == std::vector<NodeId>{1, 2});
    CHECK(graph.childCount(4) == 1);
}

TEST_CASE("Every cycle is cut at its smallest node, whatever hangs on it")
{
    // 5 -> 3 -> 4 -> 2 -> 3 is a cycle 2,3,4 with a tail 5; 6 and 7 refer each other; 8 refers itself.
    const std::array<NodeId, 9> parents{NoNode, 0, 3, 4, 2, 3, 7, 6, 8};
    const Graph graph = Graph::fromParents(parents);
    CHECK(graph.repairs().cyclesCut == 2);
    CHECK(graph.repairs().selfEdges == 1);
    CHECK(graph.parent(2) == NoNode);
    CHECK(graph.parent(3) == 4);
    CHECK(graph.parent(4) == 2);
    CHECK(graph.depth(3) == 2);
    CHECK(graph.depth(5) == 3);
    CHECK(graph.parent(6) == NoNode);
    CHECK(graph.depth(7) == 1);
    CHECK(graph.parent(8) == NoNode);
}

TEST_CASE("Parents and links that point nowhere are dropped and counted")
{
    const std::array<NodeId, 4> parents{NoNode, 0, 77, 0};
    const std::array<CrossLink, 6> links{
        {{1, 2, 1.0f}, {2, 1, 1.0f}, {1, 99, 1.0f}, {3, 3, 1.0f}, {1, 0, 1.0f}, {2, 3, 0.5f}}};
    const Graph graph = Graph::fromParents(parents, links);
    CHECK(graph.repairs().parentsOutOfRange == 1);
    CHECK(graph.repairs().duplicateLinks == 2);
    CHECK(graph.repairs().linksOutOfRange == 1);
    CHECK(graph.repairs().selfEdges == 1);
    CHECK(graph.crossLinks().size() == 2);
    CHECK(graph.parent(2) == NoNode);
}

TEST_CASE("A line of a hundred thousand people is no deeper than the stack allows")
{
    const Graph graph = Graph::fromParents(test::path(100'000));
    CHECK(graph.maxDepth() == 99'999);
    Graph reversed;
    std::vector<NodeId> parents(100'000);
    for (NodeId node = 0; node < parents.size(); ++node)
        parents[node] = node + 1 == parents.size() ? NoNode : node + 1;
    reversed = Graph::fromParents(parents);
    CHECK(reversed.depth(0) == 99'999);
}

TEST_CASE("Joining and leaving keep depths, counts and children right")
{
    Graph graph = Graph::fromParents(std::array<NodeId, 4>{NoNode, 0, 1, 1});
    const NodeId joined = graph.addNode(1);
    CHECK(joined == 4);
    CHECK(graph.depth(joined) == 2);
    CHECK(childrenOf(graph, 1) == std::vector<NodeId>{2, 3, 4});
    const NodeId below = graph.addNode(joined);
    CHECK(graph.maxDepth() == 3);

    graph.removeNode(1);
    CHECK_FALSE(graph.isAlive(1));
    CHECK(graph.liveCount() == 5);
    CHECK(graph.parent(2) == 0);
    CHECK(graph.depth(joined) == 1);
    CHECK(graph.depth(below) == 2);
    CHECK(graph.childCount(0) == 3);

    graph.removeNode(0);
    CHECK(graph.parent(joined) == NoNode);
    CHECK(graph.depth(below) == 1);
    const NodeId root = graph.addNode(0);
    CHECK(graph.parent(root) == NoNode);
}

TEST_CASE("A cross link is taken once and leaves with its ends")
{
    Graph graph = Graph::fromParents(std::array<NodeId, 4>{NoNode, 0, 0, 1});
    CHECK(graph.addCrossLink({3, 2, 0.5f}));
    CHECK_FALSE(graph.addCrossLink({2, 3, 0.5f}));
    CHECK_FALSE(graph.addCrossLink({0, 1, 0.5f}));
    CHECK_FALSE(graph.addCrossLink({0, 9, 0.5f}));
    CHECK(graph.edgeCount() == 4);
    graph.removeNode(3);
    CHECK(graph.crossLinks().empty());
}
