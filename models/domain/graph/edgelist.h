// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/graph/networkwriter.h"
#include "models/domain/result.h"

#include <QByteArray>
#include <QString>

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace majlis
{

/// What a reader of edge lists takes at most.
struct EdgeListLimits {
    std::uint64_t maxBytes = 1ULL << 30; ///< of text, after decompression
    std::uint32_t maxNodes = 10'000'000;
    std::uint32_t maxLinks = 40'000'000;
    std::size_t maxLineLength = 1'024;
};

/// The form of the lines. Words are separated by spaces or tabs; empty lines and those that begin with `#` do not
/// count.
enum class EdgeListForm {
    Forest, ///< `referee referrer timestamp`; `-` for nobody; a referrer may stand on a later line
    Edges, ///< `from to [depth]`; the first edge to somebody makes the tree, unless it closes a ring; the rest are
           ///< links
    Detect, ///< Forest when the second word of the first line is `-`, else Edges
};

/// People and who referred whom, in the order in which the file names them.
struct EdgeList {
    EdgeListForm form = EdgeListForm::Forest; ///< never Detect
    std::vector<std::string> labels; ///< the file's names; 1..64 bytes
    std::vector<std::uint32_t> parents; ///< index of the referrer, noParent for a root
    std::vector<std::int64_t> timestamps; ///< seconds since the epoch as the file has them; Forest only
    std::vector<NetworkLink> links; ///< Edges only: what does not belong to the tree

    /// As columns of a binary graph: breadth first, siblings by time and then name. A label that is an address becomes
    /// one, any other becomes the name of a node without address. Malformed with reason bad_tree for a ring, or when
    /// the tree is deeper than the format's 254.
    [[nodiscard]] Result<NetworkColumns> toNetwork(UnixMs generatedAt) const;
};

/// Takes an edge list's text in pieces of any size. Errors: Malformed with `path` "line N" and reason `bad_line`,
/// `duplicate` (somebody is referred twice) or `unknown_referrer`; TooLarge. Any thread, one at a time.
class EdgeListParser
{
public:
    explicit EdgeListParser(EdgeListForm form = EdgeListForm::Detect, EdgeListLimits limits = {});

    /// After an error every further call gives it again.
    [[nodiscard]] Result<void> feed(std::string_view text);
    /// What was read; the parser is empty then. Malformed with reason `empty` without a single line.
    [[nodiscard]] Result<EdgeList> finish();

private:
    struct Words {
        std::string_view first;
        std::string_view second;
        std::string_view third; // empty: absent
    };

    [[nodiscard]] Result<void> line(std::string_view text);
    [[nodiscard]] Result<void> forestLine(const Words &words);
    [[nodiscard]] Result<void> edgeLine(const Words &words);
    [[nodiscard]] Result<std::uint32_t> node(std::string_view label);
    [[nodiscard]] std::uint32_t treeOf(std::uint32_t index);
    [[nodiscard]] std::unexpected<Error> refuse(ErrorCode code, const char *reason, const QString &detail);

    EdgeListLimits m_limits;
    EdgeListForm m_form;
    EdgeList m_list;
    std::unordered_map<std::string, std::uint32_t> m_indices;
    std::vector<std::uint64_t> m_lineOf; // Forest: where a node is declared; 0: only named as a referrer so far
    std::vector<std::uint32_t> m_trees; // Edges: union-find over the tree's components
    std::string m_rest; // of a line that is not complete
    std::uint64_t m_line = 0;
    std::uint64_t m_bytes = 0;
    std::optional<Error> m_error;
};

/// Reads a file, plain or .xz (told by its first bytes), in pieces: memory is what the list needs. Errors besides the
/// parser's: Storage (the file cannot be read), Damaged (the .xz is cut short or corrupt). Blocks: worker threads only.
[[nodiscard]] Result<EdgeList> readEdgeList(
    const QString &path, EdgeListForm form = EdgeListForm::Detect, const EdgeListLimits &limits = {});

/// `referee referrer timestamp` lines of a whole network, parents first; timestamps in seconds, 0 unknown. A node is
/// called by its address, else by its name, else by its index. The links beside the tree are left out.
[[nodiscard]] QByteArray writeForest(const NetworkFile &network);

} // namespace majlis
