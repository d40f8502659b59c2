// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "graph3d/scene/orbitcamera.h"
#include "graph3d/scene/positionsnapshot.h"

#include <QPointF>

#include <memory>
#include <vector>

namespace majlis::graph3d
{

// What decides which nodes can be seen and how large each is drawn; the shaders decide alike.
struct ScreenView {
    OrbitCamera camera;
    std::shared_ptr<const PositionSnapshot> positions;
    QByteArray attributes; // NetworkState::attributes
    int depthLimit = 0; // 0: none
    bool filtered = false; // only nodes with MatchBit or PathBit are seen
    int centreRose = -1; // the rose that is never smaller than centreRosePixels
    float smallestPixels = 1.0F; // logical pixels, radius of the smallest sprite

    // False for nodes that are not there, not placed, or faded.
    [[nodiscard]] bool isSeen(int index) const;
    // Radius on the screen of a node that is drawn with so many pixels per unit.
    [[nodiscard]] float pixelRadius(int index, float pixelsPerUnit) const;
};

// The nodes of one view, sorted into squares of the screen, so that asking what is under the pointer looks at the few
// nodes around it. Building is O(n), for a worker thread when the network is large; immutable afterwards.
class ScreenIndex
{
public:
    struct Spot {
        float x = 0.0F; // logical pixels
        float y = 0.0F;
        float radius = 0.0F;
        float depth = 0.0F; // along the view
        int index = -1;
    };

    explicit ScreenIndex(const ScreenView &view);

    // The nearest node whose disc is under `at`; else the closest one whose border is within `reach` pixels; else -1.
    [[nodiscard]] int at(const QPointF &at, float reach = 5.0F) const;
    // Up to `most` nodes on the screen that are drawn with at least that radius, largest first. O(nodes on the screen).
    [[nodiscard]] std::vector<int> largest(std::size_t most, float minimumRadius) const;
    [[nodiscard]] std::size_t size() const { return m_spots.size(); }

private:
    [[nodiscard]] int cellOf(float x, float y) const;
    void sortIntoCells();

    int m_columns = 1;
    int m_rows = 1;
    float m_width = 1.0F;
    float m_height = 1.0F;
    float m_widest = 0.0F; // radius of the largest disc that is in the cells
    std::vector<Spot> m_spots; // by cell of the centre
    std::vector<std::uint32_t> m_begins; // of each cell in m_spots, and the end
    std::vector<Spot> m_large; // discs larger than a few cells: looked at every time
};

} // namespace majlis::graph3d
