// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "graph3d/scene/layoutseed.h"

#include <QByteArray>

#include <cstdint>
#include <expected>
#include <vector>

namespace majlis::graph3d
{

// What the scene shows besides a node's place. One bit each; stored in one byte a node.
enum class NodeFlag : std::uint8_t {
    None = 0,
    Verified = 1, // drawn with a bright rim
    Inactive = 2, // drawn faded (churned, expired), but still there
};
using NodeFlags = std::uint8_t; // an or-combination of NodeFlag

[[nodiscard]] constexpr NodeFlags flags(NodeFlag flag)
{
    return static_cast<NodeFlags>(flag);
}

// A whole referral forest as arrays of one length; index = node. `parent` is required, the others may be empty
// (then: colour by depth, size by descendants, no flags). Nodes may come in any order.
struct NetworkData {
    std::vector<std::int32_t> parent = {}; // -1: a root
    std::vector<std::uint8_t> colorIndex = {}; // into NetworkModel's palette
    std::vector<float> size = {}; // relative radius, 1 = ordinary; kept within 0.25 … 8
    std::vector<NodeFlags> flags = {};
    std::vector<float> warmPositions = {}; // x y z per node from an earlier run of the same network, or empty
};

enum class NetworkFault : std::uint8_t {
    LengthMismatch, // an array that is neither empty nor as long as `parent`
    ParentOutOfRange, // a parent that is no node
    Cycle, // a node that is its own ancestor
    TooMany, // more than maxNodes
};

// Indices travel through the shaders as floats, which are exact up to 2^24.
inline constexpr std::size_t maxNodes = std::size_t{1} << 22;

// Colours in the default palette; the default colour of a node is its depth modulo this.
inline constexpr int seriesColors = 8;

// A network that has been checked and walked: made by prepareNetwork on any thread, immutable afterwards.
struct PreparedNetwork {
    NetworkData data; // colorIndex, size and flags filled in
    std::vector<std::uint8_t> depth; // 0 for roots, 255 for everything deeper than that
    std::vector<std::int32_t> firstChild; // -1: none
    std::vector<std::int32_t> nextSibling; // -1: the last one; roots are chained too, by index
    std::vector<std::uint32_t> subtreeSize; // the node itself included
    std::vector<std::int32_t> roots; // largest tree first
    std::vector<std::int32_t> byImportance; // most descendants first; the first few thousand only (labels)
    std::int32_t firstRoot = -1; // head of the chain of roots
    int maxDepth = 0;
    QByteArray branching; // by node: 1 for who has referrals
    QByteArray attributes; // the texture that NetworkState begins with
    LayoutSeed seed; // what the layout begins with
};

// Checks and walks a network, and makes all that is O(n) in showing it: no shared state; call it away from the GUI
// thread for large networks.
[[nodiscard]] std::expected<PreparedNetwork, NetworkFault> prepareNetwork(NetworkData data);

} // namespace majlis::graph3d
