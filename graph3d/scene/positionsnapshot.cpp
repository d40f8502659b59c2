// SPDX-License-Identifier: GPL-3.0-or-later
#include "graph3d/scene/positionsnapshot.h"

#include <algorithm>
#include <cmath>

namespace majlis::graph3d
{

namespace
{

// Enough for a percentile: a stride over the nodes keeps the cost of a million at that of a few thousand.
constexpr int samples = 8192;

} // namespace

void measureExtent(PositionSnapshot &snapshot)
{
    const int stride = std::max(1, snapshot.count / samples);
    QVector3D sum;
    int seen = 0;
    for (int i = 0; i < snapshot.count; i += stride) {
        if (!snapshot.contains(i))
            continue;
        sum += snapshot.position(i);
        ++seen;
    }
    snapshot.center = seen > 0 ? sum / static_cast<float>(seen) : QVector3D();
    std::vector<float> distances;
    distances.reserve(static_cast<std::size_t>(seen));
    for (int i = 0; i < snapshot.count; i += stride) {
        if (snapshot.contains(i))
            distances.push_back(snapshot.position(i).distanceToPoint(snapshot.center));
    }
    const auto last = distances.begin() + static_cast<std::ptrdiff_t>(distances.size() * 99 / 100);
    if (last != distances.end())
        std::nth_element(distances.begin(), last, distances.end());
    const float radius = last != distances.end() ? *last : 0.0F;
    snapshot.radius = std::isfinite(radius) ? std::max(radius, 10.0F) : 10.0F;
}

} // namespace majlis::graph3d
