// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRectF>
#include <QSizeF>

#include <span>
#include <vector>

namespace majlis::graph3d
{

struct LabelCandidate {
    int index = -1;
    QPointF anchor; // middle of the node, pixels
    double clear = 0.0; // pixels around the anchor that the label keeps free
    QSizeF size;
    bool must = false; // is placed even when it covers others
};

struct PlacedLabel {
    int index = -1;
    QRectF box;
};

// Places labels beside their nodes, the first candidates first, so that none overlaps another or leaves `screen`. Tries
// right, left, above and below of the node; a candidate that fits nowhere gets no label. At most `most` labels.
[[nodiscard]] std::vector<PlacedLabel> placeLabels(
    std::span<const LabelCandidate> candidates, const QRectF &screen, std::size_t most);

} // namespace majlis::graph3d
