// SPDX-License-Identifier: GPL-3.0-or-later
#include "graph3d/scene/labelplacer.h"

#include <algorithm>
#include <array>

namespace majlis::graph3d
{

namespace
{

constexpr double gap = 3.0; // between two labels

std::array<QRectF, 4> placesOf(const LabelCandidate &candidate)
{
    const double w = candidate.size.width();
    const double h = candidate.size.height();
    const double x = candidate.anchor.x();
    const double y = candidate.anchor.y();
    const double c = candidate.clear;
    const double beyond = std::max(c, h / 2 + gap); // above and below, past a label at the side
    return {QRectF(x + c, y - h / 2, w, h), QRectF(x - c - w, y - h / 2, w, h), QRectF(x - w / 2, y - beyond - h, w, h),
        QRectF(x - w / 2, y + beyond, w, h)};
}

} // namespace

std::vector<PlacedLabel> placeLabels(std::span<const LabelCandidate> candidates, const QRectF &screen, std::size_t most)
{
    std::vector<PlacedLabel> placed;
    const auto isFree = [&](const QRectF &box) {
        const QRectF wide = box.adjusted(-gap, -gap, gap, gap);
        return screen.contains(box)
            && std::ranges::none_of(placed, [&](const PlacedLabel &label) { return label.box.intersects(wide); });
    };
    for (const LabelCandidate &candidate : candidates) {
        if (placed.size() >= most)
            break;
        const auto places = placesOf(candidate);
        const auto *found = std::ranges::find_if(places, isFree);
        if (found != places.end())
            placed.push_back({candidate.index, *found});
        else if (candidate.must)
            placed.push_back({candidate.index, places.front()});
    }
    return placed;
}

} // namespace majlis::graph3d
