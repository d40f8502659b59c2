// SPDX-License-Identifier: GPL-3.0-or-later
#include "graph3d/scene/screenindex.h"

#include <algorithm>
#include <cmath>

namespace majlis::graph3d
{

namespace
{

constexpr float cellSize = 32.0F;
constexpr float largeDisc = 48.0F;

// Keeps the best answer so far: a disc under the pointer beats any near miss, and nearer to the eye beats farther.
struct Best {
    float x = 0.0F;
    float y = 0.0F;
    float reach = 0.0F;
    int hit = -1;
    float hitDepth = 0.0F;
    int miss = -1;
    float missBy = 0.0F;

    void look(const ScreenIndex::Spot &spot)
    {
        const float gap = std::hypot(spot.x - x, spot.y - y) - spot.radius;
        if (gap <= 0.0F) {
            if (hit < 0 || spot.depth < hitDepth || (spot.depth == hitDepth && spot.index < hit)) {
                hit = spot.index;
                hitDepth = spot.depth;
            }
        } else if (gap <= reach && (miss < 0 || gap < missBy || (gap == missBy && spot.index < miss))) {
            miss = spot.index;
            missBy = gap;
        }
    }
};

} // namespace

bool ScreenView::isSeen(int index) const
{
    if (!positions || !positions->contains(index) || static_cast<qsizetype>(index) * 4 + 3 >= attributes.size())
        return false;
    const auto *texel
        = reinterpret_cast<const std::uint8_t *>(attributes.constData()) + static_cast<std::ptrdiff_t>(index) * 4;
    if ((texel[3] & HiddenBit) != 0)
        return false;
    if ((texel[3] & FadedBit) != 0 && (texel[3] & PathBit) == 0)
        return false;
    if (depthLimit > 0 && texel[2] > depthLimit)
        return false;
    return !filtered || (texel[3] & (MatchBit | PathBit)) != 0;
}

float ScreenView::pixelRadius(int index, float pixelsPerUnit) const
{
    const auto *texel
        = reinterpret_cast<const std::uint8_t *>(attributes.constData()) + static_cast<std::ptrdiff_t>(index) * 4;
    const float radius = radiusOfCode(texel[1]);
    float smallest = smallestPixels * std::sqrt(radius / ordinaryRadius);
    if (index == centreRose)
        smallest = std::max(smallest, centreRosePixels / roseScale);
    return std::max(radius * pixelsPerUnit, smallest) * ((texel[3] & RoseBit) != 0 ? roseScale : 1.0F);
}

ScreenIndex::ScreenIndex(const ScreenView &view)
    : m_width(static_cast<float>(view.camera.viewport().width()))
    , m_height(static_cast<float>(view.camera.viewport().height()))
{
    m_columns = std::max(1, static_cast<int>(std::ceil(m_width / cellSize)));
    m_rows = std::max(1, static_cast<int>(std::ceil(m_height / cellSize)));
    const int count = view.positions ? view.positions->count : 0;
    const Projector projector = view.camera.projector();
    m_spots.reserve(static_cast<std::size_t>(count));
    for (int i = 0; i < count; ++i) {
        if (!view.isSeen(i))
            continue;
        const auto place = projector.project(view.positions->position(i));
        if (!place)
            continue;
        const Spot spot{
            place->x(), place->y(), view.pixelRadius(i, projector.pixelsPerUnit(place->z())), place->z(), i};
        if (spot.x + spot.radius < 0 || spot.y + spot.radius < 0 || spot.x - spot.radius > m_width
            || spot.y - spot.radius > m_height)
            continue;
        if (spot.radius > largeDisc) {
            m_large.push_back(spot);
        } else {
            m_spots.push_back(spot);
            m_widest = std::max(m_widest, spot.radius);
        }
    }
    sortIntoCells();
}

int ScreenIndex::cellOf(float x, float y) const
{
    const int column = std::clamp(static_cast<int>(x / cellSize), 0, m_columns - 1);
    const int row = std::clamp(static_cast<int>(y / cellSize), 0, m_rows - 1);
    return row * m_columns + column;
}

// A counting sort.
void ScreenIndex::sortIntoCells()
{
    m_begins.assign(static_cast<std::size_t>(m_columns * m_rows) + 1, 0);
    for (const Spot &spot : m_spots)
        ++m_begins[static_cast<std::size_t>(cellOf(spot.x, spot.y)) + 1];
    for (std::size_t i = 1; i < m_begins.size(); ++i)
        m_begins[i] += m_begins[i - 1];
    std::vector<std::uint32_t> next(m_begins.begin(), m_begins.end() - 1);
    std::vector<Spot> sorted(m_spots.size());
    for (const Spot &spot : m_spots)
        sorted[next[static_cast<std::size_t>(cellOf(spot.x, spot.y))]++] = spot;
    m_spots = std::move(sorted);
}

int ScreenIndex::at(const QPointF &at, float reach) const
{
    Best best{static_cast<float>(at.x()), static_cast<float>(at.y()), reach};
    for (const Spot &spot : m_large)
        best.look(spot);
    const float around = m_widest + reach;
    const int first = cellOf(best.x - around, best.y - around);
    const int last = cellOf(best.x + around, best.y + around);
    for (int row = first / m_columns; row <= last / m_columns; ++row) {
        for (int column = first % m_columns; column <= last % m_columns; ++column) {
            const auto cell = static_cast<std::size_t>(row) * static_cast<std::size_t>(m_columns)
                + static_cast<std::size_t>(column);
            for (std::uint32_t i = m_begins[cell]; i < m_begins[cell + 1]; ++i)
                best.look(m_spots[i]);
        }
    }
    return best.hit >= 0 ? best.hit : best.miss;
}

std::vector<int> ScreenIndex::largest(std::size_t most, float minimumRadius) const
{
    std::vector<Spot> found;
    for (const auto *spots : {&m_large, &m_spots}) {
        std::ranges::copy_if(*spots, std::back_inserter(found),
            [minimumRadius](const Spot &spot) { return spot.radius >= minimumRadius; });
    }
    const auto kept = static_cast<std::ptrdiff_t>(std::min(most, found.size()));
    std::ranges::partial_sort(found, found.begin() + kept,
        [](const Spot &a, const Spot &b) { return a.radius != b.radius ? a.radius > b.radius : a.index < b.index; });
    std::vector<int> result(static_cast<std::size_t>(kept));
    std::transform(found.begin(), found.begin() + kept, result.begin(), [](const Spot &spot) { return spot.index; });
    return result;
}

} // namespace majlis::graph3d
