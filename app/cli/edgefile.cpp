// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/edgefile.h"

#include "app/cli/textinput.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <numeric>
#include <optional>

namespace majlis::cli
{

using graph3d::NodeId;
using graph3d::NoNode;

namespace
{

constexpr std::int64_t noDepth = -2;

struct Line {
    std::uint32_t from = 0;
    std::uint32_t to = 0;
    std::int64_t depth = noDepth;
};

struct RawEdges {
    std::vector<Line> lines;
    bool refereeFirst = false;
    bool allHaveDepth = true;
};

template <typename Number>
bool parse(std::string_view word, Number &number)
{
    const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), number);
    return error == std::errc() && end == word.data() + word.size();
}

std::array<std::string_view, 3> words(std::string_view line)
{
    constexpr std::string_view blanks = " \t,;";
    std::array<std::string_view, 3> found;
    for (std::string_view &word : found) {
        line.remove_prefix(std::min(line.find_first_not_of(blanks), line.size()));
        word = line.substr(0, line.find_first_of(blanks));
        line.remove_prefix(word.size());
    }
    return found;
}

bool isId(std::string_view word, std::uint32_t &id)
{
    return parse(word, id) && id != NoNode;
}

bool takeLine(const std::array<std::string_view, 3> &word, RawEdges &raw)
{
    Line line;
    if (!isId(word[0], line.from))
        return false;
    if (word[1] == "-") {
        raw.refereeFirst = true;
        line.to = line.from;
    } else if (!isId(word[1], line.to)) {
        return false;
    }
    if (word[2].empty() || !parse(word[2], line.depth))
        line.depth = noDepth;
    raw.allHaveDepth = raw.allHaveDepth && line.depth >= -1;
    raw.lines.push_back(line);
    return true;
}

std::expected<RawEdges, std::string> readLines(const std::string &path)
{
    auto input = TextInput::open(path);
    if (!input)
        return std::unexpected(path + ": " + input.error());
    RawEdges raw;
    std::string_view line;
    std::size_t number = 0;
    while (input->nextLine(line)) {
        ++number;
        const auto word = words(line);
        if (word[0].empty() || word[0].starts_with('#'))
            continue;
        if (!takeLine(word, raw))
            return std::unexpected(
                path + ", line " + std::to_string(number) + ": expected `from to [depth]` with numbers from 0");
    }
    if (!input->error().empty())
        return std::unexpected(path + ": " + input->error());
    if (raw.lines.empty())
        return std::unexpected(path + ": no edges in it");
    return raw;
}

// Replaces the file's ids by 0..n-1 and returns them in ascending order.
std::vector<std::uint32_t> compactIds(std::vector<Line> &lines)
{
    std::uint32_t largest = 0;
    for (const Line &line : lines)
        largest = std::max({largest, line.from, line.to});
    std::vector<std::uint32_t> ids;
    if (largest < 8 * lines.size() + 1024) { // dense enough for a table
        std::vector<std::uint32_t> index(largest + std::size_t{1}, 0);
        for (const Line &line : lines)
            index[line.from] = index[line.to] = 1;
        for (std::uint32_t id = 0; id <= largest; ++id) {
            if (index[id] != 0) {
                index[id] = static_cast<std::uint32_t>(ids.size());
                ids.push_back(id);
            }
        }
        for (Line &line : lines) {
            line.from = index[line.from];
            line.to = index[line.to];
        }
        return ids;
    }
    for (const Line &line : lines) {
        ids.push_back(line.from);
        ids.push_back(line.to);
    }
    std::ranges::sort(ids);
    ids.erase(std::ranges::unique(ids).begin(), ids.end());
    const auto indexOf = [&ids](std::uint32_t id) {
        return static_cast<std::uint32_t>(std::ranges::lower_bound(ids, id) - ids.begin());
    };
    for (Line &line : lines) {
        line.from = indexOf(line.from);
        line.to = indexOf(line.to);
    }
    return ids;
}

// Whether every node has at most one referrer and no walk upwards comes back.
bool takeAsForest(const std::vector<Line> &lines, EdgeFile &file)
{
    std::vector<NodeId> &parents = file.parents;
    for (const Line &line : lines) {
        if (line.from == line.to || line.depth == -1)
            continue;
        if (parents[line.to] != NoNode && parents[line.to] != line.from)
            return false;
        parents[line.to] = line.from;
    }
    return graph3d::Graph::fromParents(parents).repairs().isClean();
}

struct Neighbours {
    std::vector<std::uint32_t> begin;
    std::vector<NodeId> end;

    Neighbours(const std::vector<Line> &lines, std::size_t nodes)
        : begin(nodes + 1, 0)
    {
        for (const Line &line : lines) {
            ++begin[line.from + std::size_t{1}];
            ++begin[line.to + std::size_t{1}];
        }
        std::partial_sum(begin.begin(), begin.end(), begin.begin());
        end.resize(begin.back());
        std::vector<std::uint32_t> next(begin.begin(), begin.end() - 1);
        for (const Line &line : lines) {
            end[next[line.from]++] = line.to;
            end[next[line.to]++] = line.from;
        }
    }
    [[nodiscard]] std::uint32_t degree(NodeId node) const { return begin[node + std::size_t{1}] - begin[node]; }
};

void takeSpanningForest(const std::vector<Line> &lines, EdgeFile &file)
{
    const auto nodes = static_cast<NodeId>(file.parents.size());
    const Neighbours near(lines, nodes);
    std::vector<NodeId> starts(nodes);
    std::iota(starts.begin(), starts.end(), 0u);
    std::ranges::stable_sort(starts, std::greater(), [&near](NodeId node) { return near.degree(node); });
    std::vector<bool> seen(nodes, false);
    std::vector<NodeId> queue;
    queue.reserve(nodes);
    for (const NodeId start : starts) {
        if (seen[start])
            continue;
        seen[start] = true;
        file.parents[start] = NoNode;
        std::size_t at = queue.size();
        queue.push_back(start);
        for (; at < queue.size(); ++at) {
            const NodeId node = queue[at];
            for (std::uint32_t edge = near.begin[node]; edge < near.begin[node + std::size_t{1}]; ++edge) {
                const NodeId other = near.end[edge];
                if (!seen[other]) {
                    seen[other] = true;
                    file.parents[other] = node;
                    queue.push_back(other);
                }
            }
        }
    }
}

} // namespace

std::expected<EdgeFile, std::string> EdgeFile::read(const std::string &path)
{
    auto raw = readLines(path);
    if (!raw)
        return std::unexpected(raw.error());
    std::vector<Line> &lines = raw->lines;
    if (raw->refereeFirst) {
        for (Line &line : lines)
            std::swap(line.from, line.to);
    }
    if (raw->refereeFirst || !raw->allHaveDepth) {
        for (Line &line : lines)
            line.depth = noDepth; // a time stamp or a weight, no depth
    }
    EdgeFile file;
    file.ids = compactIds(lines);
    file.parents.assign(file.ids.size(), NoNode);
    if (!takeAsForest(lines, file))
        takeSpanningForest(lines, file);
    for (const Line &line : lines) {
        if (line.from == line.to)
            continue;
        ++file.edges;
        if (file.parents[line.to] != line.from && file.parents[line.from] != line.to)
            file.links.push_back({line.from, line.to, 1.0f});
    }
    return file;
}

} // namespace majlis::cli
