// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "graph3d/layout/graph.h"

#include <cstdint>
#include <expected>
#include <string>
#include <vector>

namespace majlis::cli
{

/// A network read from a text file, plain or .xz, one edge a line, `#` starts a comment:
///   from to depth   a referral whose referee has that depth; `r r 0` is a root, depth -1 a cross link
///   from to         a referral if that makes a forest; else a spanning forest by breadth first search from the
///                   best-connected nodes, and the rest are cross links
///   referee - …     when the second word is ever `-` (a root), every line is `referee referrer …`
struct EdgeFile {
    std::vector<std::uint32_t> ids; ///< by node: its number in the file, ascending
    std::vector<graph3d::NodeId> parents; ///< by node, as Graph::fromParents takes them
    std::vector<graph3d::CrossLink> links;
    std::size_t edges = 0; ///< lines that join two different nodes

    /// The error names the file and, for a bad line, its number. Reads in pieces; the text is never whole in memory.
    [[nodiscard]] static std::expected<EdgeFile, std::string> read(const std::string &path);
};

} // namespace majlis::cli
