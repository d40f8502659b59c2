// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/graph/networkorder.h"

#include "models/domain/graph/networkfile.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace majlis
{

namespace
{

std::unexpected<Error> badTree(const QString &detail)
{
    auto error = fail(ErrorCode::Malformed, detail);
    error.error().reason = u"bad_tree"_s;
    return error;
}

} // namespace

Result<std::vector<std::uint32_t>> breadthFirstOrder(
    std::span<const std::uint32_t> parents, const SiblingOrder &isBefore)
{
    const auto count = static_cast<std::uint32_t>(parents.size());
    // Children of node i are children[starts[i] .. starts[i + 1]); the roots are those of "node" count.
    std::vector<std::uint32_t> starts(std::size_t{count} + 2, 0);
    for (std::uint32_t node = 0; node < count; ++node) {
        const std::uint32_t parent = parents[node];
        if (parent != noParent && parent >= count)
            return badTree(u"node %1 has a parent that does not exist"_s.arg(node));
        ++starts[std::min(parent, count) + 1U];
    }
    for (std::size_t slot = 1; slot < starts.size(); ++slot)
        starts[slot] += starts[slot - 1];
    std::vector<std::uint32_t> children(count);
    std::vector<std::uint32_t> next(starts.begin(), starts.end() - 1);
    for (std::uint32_t node = 0; node < count; ++node)
        children[next[std::min(parents[node], count)]++] = node;
    for (std::uint32_t parent = 0; parent <= count; ++parent)
        std::sort(children.begin() + starts[parent], children.begin() + starts[parent + 1U], isBefore);

    std::vector<std::uint32_t> order;
    order.reserve(count);
    order.assign(children.begin() + starts[count], children.end());
    for (std::size_t at = 0; at < order.size(); ++at) {
        const std::uint32_t node = order[at];
        order.insert(order.end(), children.begin() + starts[node], children.begin() + starts[node + 1U]);
    }
    // What hangs below a ring is reached from no root.
    if (order.size() != count)
        return badTree(u"%1 people refer each other in a ring"_s.arg(count - order.size()));
    return order;
}

} // namespace majlis
