// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/world/forest.h"

#include "models/domain/graph/edgelist.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace majlis::sandbox
{

namespace
{

/// The nodes so that referrers come before their referees, otherwise as the file has them; shorter than the list when
/// some of them go round in a ring.
std::vector<Index> parentsFirst(const std::vector<std::uint32_t> &parents)
{
    enum class State : std::uint8_t { Waiting, OnPath, Placed };
    std::vector<State> states(parents.size(), State::Waiting);
    std::vector<Index> order;
    std::vector<Index> path;
    for (Index start = 0; start < parents.size(); ++start) {
        path.clear();
        Index up = start;
        while (up != noParent && states[up] == State::Waiting) {
            states[up] = State::OnPath;
            path.push_back(up);
            up = parents[up];
        }
        if (up != noParent && states[up] == State::OnPath)
            return order; // we met our own tail
        for (auto node = path.rbegin(); node != path.rend(); ++node) {
            states[*node] = State::Placed;
            order.push_back(*node);
        }
    }
    return order;
}

void layOverSpan(std::vector<std::int64_t> &times, std::int64_t endMs, std::int64_t spanMs)
{
    const auto last = static_cast<double>(std::max<std::int64_t>(1, std::ranges::max(times)));
    for (auto &time : times) {
        const double share = static_cast<double>(time) / last;
        time = endMs - spanMs + static_cast<std::int64_t>(share * static_cast<double>(spanMs));
    }
}

} // namespace

std::expected<Forest, QString> readForest(
    const QString &fileName, std::int64_t endMs, std::int64_t spanMs, std::size_t maxNodes)
{
    EdgeListLimits limits;
    limits.maxNodes = static_cast<std::uint32_t>(maxNodes);
    const auto list = readEdgeList(fileName, EdgeListForm::Forest, limits);
    if (!list) {
        const QString where = list.error().path.isEmpty() ? QString() : QString(u", "_s + list.error().path);
        return std::unexpected(QString(fileName + where + u": "_s + list.error().detail));
    }
    const std::vector<Index> order = parentsFirst(list->parents);
    if (order.size() < list->parents.size())
        return std::unexpected(QString(fileName + u": the referrals go round in a cycle"_s));
    Forest forest;
    std::vector<Index> placeOf(order.size());
    for (Index place = 0; place < order.size(); ++place) {
        const Index node = order[place];
        placeOf[node] = place;
        forest.parents.push_back(list->parents[node] == noParent ? none : placeOf[list->parents[node]]);
        forest.joinedAt.push_back(std::max<std::int64_t>(0, list->timestamps[node]) * 1000);
    }
    constexpr std::int64_t notATime = 100'000'000LL * 1000; // 1973: below it the column is a running number
    if (std::ranges::max(forest.joinedAt) < notATime)
        layOverSpan(forest.joinedAt, endMs, spanMs);
    return forest;
}

} // namespace majlis::sandbox
