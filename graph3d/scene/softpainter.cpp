// SPDX-License-Identifier: GPL-3.0-or-later
#include "graph3d/scene/softpainter.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace majlis::graph3d
{

namespace
{

constexpr int bandRows = 64;
constexpr int tileSize = 16; // pixels
constexpr float nodeBudget = 120000.0F; // nodes drawn while things move, at a detail of nearly 1
constexpr float mostPerPixel = 4.0F; // of a cell on the screen, at full detail
constexpr float mostGrowth = 2.0F;
constexpr float closed = 4.0F; // mean opacity (as an exponent) behind which a cell is not drawn
constexpr float fadedNode = 0.07F; // alphas, as NodeMaterial's and EdgeMaterial's
constexpr float fadedLink = 0.05F;
constexpr float roseCore = 0.36F;
constexpr float glowReach = 3.4F;
constexpr float shortestLink = 1.2F; // pixels, at full detail

float smooth(float low, float high, float value)
{
    const float t = std::clamp((value - low) / (high - low), 0.0F, 1.0F);
    return t * t * (3.0F - 2.0F * t);
}

float overshoot(float t)
{
    const float k = std::clamp(t, 0.0F, 1.0F) - 1.0F;
    return std::max(1.0F + 2.70158F * k * k * k + 1.70158F * k * k, 0.0F);
}

float inOut(float t)
{
    const float k = std::clamp(t, 0.0F, 1.0F);
    return k < 0.5F ? 2.0F * k * k : 1.0F - 2.0F * (1.0F - k) * (1.0F - k);
}

} // namespace

// The scene in the form that the inner loops want: tables by size, by depth, by colour.
struct SoftPainter::Frame {
    const SoftScene &scene;
    const NodeCells &network;
    SoftView view;
    float detail;
    Pixel *pixels;
    std::array<float, 256> radius{}; // by size code
    std::array<float, 256> least{}; // pixels
    std::array<float, 256> grown{}; // by depth
    std::array<float, 256> linkGrown{};
    float joinGrown;
    float joinLinkGrown;
    float shortest; // pixels of a link
    bool occludes; // everyone is opaque: what stands behind many is hidden
    Pixel linkStart;
    Pixel linkEnd;
    Pixel path;

    Frame(const SoftScene &given, const NodeCells &cells, float wanted, Pixel *image)
        : scene(given)
        , network(cells)
        , view(given)
        , detail(wanted)
        , pixels(image)
        , joinGrown(given.joinTime <= 0.0F ? 0.0F : overshoot(given.joinTime * 2.0F))
        , joinLinkGrown(inOut(given.joinTime))
        , shortest(shortestLink / std::sqrt(wanted))
        , linkStart(toPixel(given.rose))
        , linkEnd(toPixel(given.roseDeep))
        , path(toPixel(given.path))
    {
        bool all = true;
        for (std::size_t i = 0; i < 256; ++i) {
            radius[i] = radiusOfCode(static_cast<std::uint8_t>(i));
            least[i] = given.smallestPixels * std::sqrt(radius[i] / ordinaryRadius);
            const float since = given.introTime - static_cast<float>(i) * 0.1F;
            grown[i] = since <= 0.0F ? 0.0F : overshoot(since * 2.0F);
            linkGrown[i] = inOut(since + 0.1F);
            all = all && (i > 24 || since > 0.5F);
        }
        occludes = all && !given.filtered && given.depthLimit == 0;
    }

    [[nodiscard]] bool isFaded(const NodeCells::Node &node) const
    {
        return (scene.depthLimit > 0 && node.depth > scene.depthLimit)
            || (scene.filtered && (node.bits & (MatchBit | PathBit)) == 0)
            || (node.bits & (FadedBit | PathBit)) == FadedBit;
    }
    [[nodiscard]] float hazeAt(float depth) const
    {
        return std::clamp((depth - scene.fog.x()) / (scene.fog.y() - scene.fog.x()), 0.0F, 1.0F) * scene.fog.z();
    }
    // Radius on the picture of a node without its growing, as shaders/node.vert has it.
    [[nodiscard]] float pixelRadius(const NodeCells::Node &node, float perUnit) const
    {
        float smallest = least[node.size];
        if (node.index == scene.centreRose)
            smallest = std::max(smallest, scene.centrePixels / roseScale);
        return std::max(radius[node.size] * perUnit, smallest);
    }
    [[nodiscard]] bool ballOf(const NodeCells::Node &node, float growth, SoftCanvas::Ball &ball) const;
};

bool SoftPainter::Frame::ballOf(const NodeCells::Node &node, float growth, SoftCanvas::Ball &ball) const
{
    const SoftView::Place place = view.see(node.at);
    float growing = (node.bits & JoiningBit) != 0 ? joinGrown : grown[node.depth];
    if (place.depth < view.nearest() || growing <= 0.0F)
        return false;
    const float perUnit = view.pixelsPerUnit(place.depth);
    if ((node.bits & RoseBit) != 0) {
        const float open = smooth(9.0F, 16.0F, pixelRadius(node, perUnit) * roseScale / scene.ratio);
        growing *= 1.5F + (roseCore - 1.5F) * open;
    }
    const float wanted = radius[node.size] * growing * perUnit;
    const float shown = std::max(wanted, pixelRadius(node, 0.0F) * growing);
    ball.at = view.point(place);
    const float front = std::max(place.depth - radius[node.size] * growing, 0.6F * place.depth);
    ball.at.nearness = 1.0F / front;
    ball.radius = shown * growth;
    float haze = hazeAt(place.depth);
    Rgb base = scene.palette[node.color];
    if ((node.bits & PathBit) != 0) {
        base = mixed(base, scene.path, 0.55F);
        haze *= 0.3F;
    }
    ball.color = base * (1.0F - haze);
    ball.haze = scene.background * haze;
    ball.shine = 0.5F - 0.5F * haze;
    ball.rim = (node.bits & VerifiedBit) != 0;
    ball.alpha = (isFaded(node) ? fadedNode : 1.0F) * ((node.bits & InactiveBit) != 0 ? 0.45F : 1.0F)
        * std::clamp(wanted / shown + 0.25F, 0.0F, 1.0F);
    return true;
}

SoftPainter::SoftPainter(unsigned threads)
    : m_pool(threads)
{
}

// Where a cell is on the picture; false when neither its nodes nor their links can be seen.
bool SoftPainter::see(const Frame &frame, std::uint32_t index, Seen &seen) const
{
    const NodeCells::Cell &cell = frame.network.cells[index];
    const auto width = static_cast<float>(frame.scene.size.width());
    const auto height = static_cast<float>(frame.scene.size.height());
    const auto circle = [&](const Vec3 &low, const Vec3 &high, float margin, float &depth) {
        const Vec3 middle{(low.x + high.x) / 2, (low.y + high.y) / 2, (low.z + high.z) / 2};
        const float reach
            = std::hypot(high.x - low.x, high.y - low.y, high.z - low.z) / 2 + std::sqrt(cell.meanSquare) * mostGrowth;
        const SoftView::Place place = frame.view.see(middle);
        depth = place.depth;
        if (depth + reach < frame.view.nearest())
            return std::array<float, 4>{1, 0, 1, 0}; // behind the eye
        if (depth - reach < frame.view.nearest())
            return std::array<float, 4>{0, width, 0, height}; // around the eye
        const CanvasPoint at = frame.view.point(place);
        const float wide = reach * frame.view.pixelsPerUnit(depth - reach) + margin;
        return std::array<float, 4>{at.x - wide, at.x + wide, at.y - wide, at.y + wide};
    };
    const auto onPicture = [&](const std::array<float, 4> &box) {
        return box[0] <= box[1] && box[1] >= 0 && box[0] < width && box[3] >= 0 && box[2] < height;
    };
    const float margin = 8.0F * frame.scene.ratio;
    float linkDepth = 0.0F;
    const auto links = circle(cell.linkLow, cell.linkHigh, margin, linkDepth);
    if (!onPicture(links))
        return false;
    const auto box = circle(cell.low, cell.high, margin, seen.depth);
    seen.cell = index;
    seen.aroundEye = seen.depth < frame.view.nearest() || (box[0] == 0 && box[1] == width && box[2] == 0);
    seen.linkTop = links[2];
    seen.linkBottom = links[3];
    seen.nodes = onPicture(box) ? cell.size() : 0;
    seen.left = std::clamp(box[0] + margin, 0.0F, width);
    seen.right = std::clamp(box[1] - margin, 0.0F, width);
    seen.top = box[2];
    seen.bottom = box[3];
    return true;
}

void SoftPainter::findCells(const Frame &frame)
{
    m_seen.clear();
    const auto cells = static_cast<std::uint32_t>(frame.network.cells.size());
    for (std::uint32_t i = 0; i < cells; ++i) {
        Seen seen;
        if (see(frame, i, seen))
            m_seen.push_back(seen);
    }
    std::ranges::sort(m_seen, {}, &Seen::depth);
}

// How much of a cell shines through what stands before it, by the tiles that it covers; then it covers them, too.
float SoftPainter::opennessOf(const Seen &seen, float cover)
{
    const auto tile
        = [](float pixel, int count) { return std::clamp(static_cast<int>(pixel / tileSize), 0, count - 1); };
    const int left = tile(seen.left, m_tileColumns);
    const int right = tile(seen.right, m_tileColumns);
    const int top = tile(seen.top, m_tileRows);
    const int bottom = tile(seen.bottom, m_tileRows);
    float least = closed * 4;
    for (int row = top; row <= bottom; ++row) {
        for (int column = left; column <= right; ++column) {
            float &before = m_tiles[static_cast<std::size_t>(row) * static_cast<std::size_t>(m_tileColumns)
                + static_cast<std::size_t>(column)];
            least = std::min(least, before);
            before += cover;
        }
    }
    return std::exp(-least);
}

// From the nearest cell on: how much of each shines through what stands before it, and its share of the picture by
// that. The budget is given out by these shares; what a small cell has too much of is not passed on.
void SoftPainter::chooseNodes(const Frame &frame)
{
    m_tileColumns = std::max(1, (frame.scene.size.width() + tileSize - 1) / tileSize);
    m_tileRows = std::max(1, (frame.scene.size.height() + tileSize - 1) / tileSize);
    m_tiles.assign(static_cast<std::size_t>(m_tileColumns) * static_cast<std::size_t>(m_tileRows), 0.0F);
    m_hidden = 0;
    float shares = 0.0F;
    for (Seen &seen : m_seen) {
        if (seen.nodes == 0)
            continue;
        const NodeCells::Cell &cell = frame.network.cells[seen.cell];
        const float height = std::max(seen.bottom - seen.top - 16.0F * frame.scene.ratio, 1.0F);
        seen.area = std::max((seen.right - seen.left) * height * 0.785F, 4.0F);
        const float perUnit = frame.view.pixelsPerUnit(std::max(seen.depth, frame.view.nearest()));
        const float radius = std::max(std::sqrt(cell.meanSquare) * perUnit, frame.scene.smallestPixels * 0.8F);
        // A few large balls leave gaps that a mean does not know of, and around the eye nothing is hidden.
        const float mean
            = static_cast<float>(cell.size()) * std::numbers::pi_v<float> * radius * radius / seen.area * 0.8F;
        const float cover = seen.aroundEye ? 0.0F : std::min(mean, static_cast<float>(cell.size()) * 0.05F);
        const float open = frame.occludes && cell.faded == 0 ? opennessOf(seen, cover) : 1.0F;
        if (open < std::exp(frame.detail >= 1.0F ? -2.0F * closed : -closed)) {
            seen.nodes = cell.lit;
            seen.share = 0.0F;
            ++m_hidden;
        } else {
            seen.share = seen.area * std::min(1.0F, open * 3.0F + 0.1F);
            shares += seen.share;
        }
    }
    for (Seen &seen : m_seen) {
        if (seen.nodes == 0 || seen.share <= 0.0F)
            continue;
        const NodeCells::Cell &cell = frame.network.cells[seen.cell];
        const auto all = static_cast<float>(cell.size());
        const float allowed
            = frame.detail >= 1.0F ? seen.area * mostPerPixel : nodeBudget * frame.detail * seen.share / shares;
        if (all <= allowed)
            continue;
        const float kept = std::max({allowed, static_cast<float>(cell.lit), 1.0F});
        seen.nodes = std::min(cell.size(), static_cast<std::uint32_t>(kept));
        seen.growth = std::min(std::sqrt(all / static_cast<float>(seen.nodes)), mostGrowth);
    }
}

void SoftPainter::paintNodes(const Frame &frame, SoftCanvas &canvas, const Seen &seen, PaintReport &report) const
{
    const NodeCells::Cell &cell = frame.network.cells[seen.cell];
    const auto top = static_cast<float>(canvas.top());
    const auto bottom = static_cast<float>(canvas.bottom());
    const auto width = static_cast<float>(canvas.width());
    // The less important ones first: what is important lies above them where both are as near.
    for (std::uint32_t i = cell.begin + seen.nodes; i-- > cell.begin;) {
        SoftCanvas::Ball ball;
        if (!frame.ballOf(frame.network.nodes[i], i - cell.begin < cell.lit ? 1.0F : seen.growth, ball))
            continue;
        const float reach = ball.radius + 1.0F;
        if (ball.at.y + reach < top || ball.at.y - reach >= bottom || ball.at.x + reach < 0.0F
            || ball.at.x - reach >= width)
            continue;
        canvas.ball(ball);
        report.nodes += ball.at.y >= top && ball.at.y < bottom ? 1 : 0;
    }
}

void SoftPainter::paintLinks(const Frame &frame, SoftCanvas &canvas, const Seen &seen, PaintReport &report) const
{
    const NodeCells::Cell &cell = frame.network.cells[seen.cell];
    // Links into the view from nodes beside it: of the most important ones, when there are very many.
    const std::uint32_t count = seen.nodes > 0 ? seen.nodes : std::min(cell.size(), 64U);
    const float thick = frame.scene.thinLinks ? 0.4F : 0.6F * frame.scene.ratio;
    const auto top = static_cast<float>(canvas.top());
    const auto bottom = static_cast<float>(canvas.bottom());
    for (std::uint32_t i = cell.begin; i < cell.begin + count; ++i) {
        const NodeCells::Node &node = frame.network.nodes[i];
        const bool onPath = (node.bits & PathBit) != 0;
        const float growing = (node.bits & JoiningBit) != 0 ? frame.joinLinkGrown : frame.linkGrown[node.depth];
        if (!frame.network.positions->contains(node.parent) || growing <= 0.0F)
            continue;
        const float *above = frame.network.positions->texel(node.parent);
        const Vec3 parent{above[0], above[1], above[2]};
        Vec3 tip = node.at;
        if (growing < 1.0F)
            tip = {parent.x + (tip.x - parent.x) * growing, parent.y + (tip.y - parent.y) * growing,
                parent.z + (tip.z - parent.z) * growing};
        SoftView::Place a = frame.view.see(parent);
        SoftView::Place b = frame.view.see(tip);
        const float near = frame.view.nearest();
        if (a.depth < near && b.depth < near)
            continue;
        const auto cut = [near](SoftView::Place &behind, const SoftView::Place &before) {
            const float t = (near - behind.depth) / (before.depth - behind.depth);
            behind = {behind.x + (before.x - behind.x) * t, behind.y + (before.y - behind.y) * t, near};
        };
        if (a.depth < near)
            cut(a, b);
        else if (b.depth < near)
            cut(b, a);
        SoftCanvas::Line line{.from = frame.view.point(a), .to = frame.view.point(b)};
        if (std::max(line.from.y, line.to.y) < top - 3.0F || std::min(line.from.y, line.to.y) > bottom + 3.0F)
            continue;
        const float length = std::abs(line.to.x - line.from.x) + std::abs(line.to.y - line.from.y);
        if (length < frame.shortest && !onPath)
            continue;
        line.fromColor = onPath ? frame.path : frame.linkStart;
        line.toColor = onPath ? frame.path : frame.linkEnd;
        line.half = onPath ? thick * 1.6F + 0.4F : thick;
        line.alpha = 0.95F;
        if (!onPath) {
            line.alpha = frame.scene.linkAlpha * (1.0F - 0.75F * frame.hazeAt((a.depth + b.depth) / 2))
                * (frame.isFaded(node) ? fadedLink : 1.0F) * std::min(length / frame.shortest - 0.75F, 1.0F);
        }
        canvas.line(line);
        ++report.links;
    }
}

void SoftPainter::paintBand(
    const Frame &frame, int top, int bottom, std::vector<float> &nearness, PaintReport &report) const
{
    const SoftScene &scene = frame.scene;
    nearness.resize(static_cast<std::size_t>(bandRows) * static_cast<std::size_t>(scene.size.width()));
    SoftCanvas canvas(frame.pixels, nearness.data(), scene.size.width(), top, bottom);
    canvas.clear(scene.transparent ? 0 : toPixel(scene.background));
    const auto inBand
        = [&](float from, float to) { return to >= static_cast<float>(top) && from < static_cast<float>(bottom); };
    for (const NodeCells::Node &root : frame.network.roses) {
        const SoftView::Place place = frame.view.see(root.at);
        if (place.depth < frame.view.nearest())
            continue;
        const float reach = frame.pixelRadius(root, frame.view.pixelsPerUnit(place.depth)) * roseScale * glowReach
            * smooth(0.0F, 1.2F, scene.introTime);
        if (reach > 0.0F)
            canvas.glow(frame.view.point(place), reach, frame.linkStart, 0.55F);
    }
    for (std::size_t i = m_seen.size(); i-- > 0;) {
        if (inBand(m_seen[i].top, m_seen[i].bottom))
            paintNodes(frame, canvas, m_seen[i], report);
    }
    for (const NodeCells::Node &root : frame.network.roses) {
        SoftCanvas::Ball ball;
        if (frame.ballOf(root, 1.0F, ball))
            canvas.ball(ball);
    }
    for (const SoftRose &rose : m_roses) {
        if (!inBand(rose.top, rose.bottom))
            continue;
        for (std::size_t i = 0; i < rose.triangles->size(); i += 3)
            canvas.triangle(rose.corners[(*rose.triangles)[i]], rose.corners[(*rose.triangles)[i + 1]],
                rose.corners[(*rose.triangles)[i + 2]]);
    }
    for (std::size_t i = m_seen.size(); i-- > 0;) {
        if (inBand(m_seen[i].linkTop, m_seen[i].linkBottom))
            paintLinks(frame, canvas, m_seen[i], report);
    }
    paintRing(frame, canvas, scene.selected, toPixel(scene.selection), 1.2F, 1.0F);
    if (scene.hovered != scene.selected)
        paintRing(frame, canvas, scene.hovered, toPixel(scene.hover), 0.7F, 0.8F);
}

void SoftPainter::paintRing(
    const Frame &frame, SoftCanvas &canvas, int index, Pixel color, float width, float strength) const
{
    const PositionSnapshot &positions = *frame.network.positions;
    if (!positions.contains(index) || qsizetype{index} * 4 + 3 >= frame.network.attributes.size())
        return;
    const NodeCells::Node node
        = nodeOf(positions, reinterpret_cast<const std::uint8_t *>(frame.network.attributes.constData()),
            static_cast<std::uint32_t>(index));
    const SoftView::Place place = frame.view.see(node.at);
    if ((node.bits & HiddenBit) != 0 || place.depth < frame.view.nearest())
        return;
    const float radius = frame.pixelRadius(node, frame.view.pixelsPerUnit(place.depth))
        * ((node.bits & RoseBit) != 0 ? roseScale : 1.0F);
    CanvasPoint at = frame.view.point(place);
    at.nearness = 1.0F / std::max(place.depth - frame.radius[node.size] * 1.1F, 0.55F * place.depth);
    canvas.ring({at, radius, width, frame.scene.ratio, color, strength});
}

PaintReport SoftPainter::paint(
    const SoftScene &scene, const NodeCells &network, float detail, Pixel *pixels, const std::atomic<bool> &cancel)
{
    const Frame frame(scene, network, std::clamp(detail, 0.02F, 1.0F), pixels);
    findCells(frame);
    chooseNodes(frame);
    m_roses.clear();
    for (std::size_t i = 0; i < network.roses.size(); ++i) {
        const NodeCells::Node &root = network.roses[i];
        const float perUnit = frame.view.pixelsPerUnit(std::max(frame.view.see(root.at).depth, frame.view.nearest()));
        SoftRose rose(scene, frame.view, root, frame.pixelRadius(root, perUnit) / perUnit * roseScale, roseDetailFor(i),
            m_roseMeshes);
        if (!rose.isEmpty())
            m_roses.push_back(std::move(rose));
    }
    const int height = scene.size.height();
    const auto bands = static_cast<std::size_t>((height + bandRows - 1) / bandRows);
    std::vector<PaintReport> reports(bands);
    m_nearness.resize(m_pool.size());
    m_pool.forChunks(bands, 1, [&](std::size_t begin, std::size_t, unsigned worker) {
        if (cancel.load(std::memory_order_relaxed))
            return;
        const int top = static_cast<int>(begin) * bandRows;
        paintBand(frame, top, std::min(top + bandRows, height), m_nearness[worker], reports[begin]);
    });
    PaintReport report{.cells = static_cast<int>(m_seen.size()), .hiddenCells = m_hidden, .complete = !cancel.load()};
    for (const PaintReport &band : reports) {
        report.nodes += band.nodes;
        report.links += band.links;
    }
    for (const Seen &seen : m_seen)
        report.represented += seen.nodes > 0 ? static_cast<int>(network.cells[seen.cell].size()) : 0;
    return report;
}

} // namespace majlis::graph3d
