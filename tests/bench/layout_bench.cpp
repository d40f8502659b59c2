// SPDX-License-Identifier: GPL-3.0-or-later
// What a referral costs that joins a settled network:   layout_bench NODES [JOINS]      prints one JSON line
//   join_ms   from addNode() to rest again, every tick of it: the median and the worst of so many joins, each under
//             somebody else, with the ticks in between
//   jump      the farthest that anybody else moved in one tick, and the farthest from where they stood in all, in
//   shares
//             of the median link
#include "graph3d/layout/layout.h"
#include "tests/unit/layout/forests.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>

using namespace majlis::graph3d;

namespace
{

double millisecondsSince(std::chrono::steady_clock::time_point start)
{
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count();
}

float farthestMove(const std::vector<Vec3> &before, const Layout &layout)
{
    float farthest = 0.0f;
    for (NodeId node = 0; node < before.size(); ++node)
        farthest = std::max(farthest, test::distance(before[node], layout.position(node)));
    return farthest;
}

} // namespace

int main(int count, char **words)
{
    const auto nodes = static_cast<NodeId>(count > 1 ? std::atoi(words[1]) : 1'000'000);
    const int joins = count > 2 ? std::atoi(words[2]) : 200;
    Layout layout(Graph::fromParents(test::forest(nodes, std::max(1u, nodes / 500))), {});
    while (!layout.isSettled())
        layout.tick();
    const float edge = test::medianEdge(layout);
    const std::vector<Vec3> settled = test::positionsOf(layout);
    test::Random random(5);
    std::vector<double> times;
    float jump = 0.0f;
    std::size_t ticks = 0;
    for (int join = 0; join < joins; ++join) {
        const NodeId parent = random.below(nodes);
        double time = 0.0;
        const bool watched = join % 20 == 0; // looking at everybody takes longer than the join
        std::vector<Vec3> before = watched ? test::positionsOf(layout) : std::vector<Vec3>();
        const auto start = std::chrono::steady_clock::now();
        layout.addNode(parent);
        time += millisecondsSince(start);
        while (!layout.isSettled()) {
            const auto tick = std::chrono::steady_clock::now();
            layout.tick();
            time += millisecondsSince(tick);
            ++ticks;
            if (watched) {
                jump = std::max(jump, farthestMove(before, layout));
                layout.copyPositions(before);
            }
        }
        times.push_back(time);
    }
    std::ranges::sort(times);
    std::printf("{\"nodes\":%u,\"joins\":%d,\"join_ms_median\":%.4f,\"join_ms_worst\":%.4f,\"ticks_per_join\":%.1f,"
                "\"jump_per_tick\":%.5f,\"moved_in_all\":%.5f}\n",
        nodes, joins, times[times.size() / 2], times.back(), static_cast<double>(ticks) / joins,
        static_cast<double>(jump / edge), static_cast<double>(farthestMove(settled, layout) / edge));
    return 0;
}
