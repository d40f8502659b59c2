// SPDX-License-Identifier: GPL-3.0-or-later
#include "graph3d/scene/softcanvas.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace majlis::graph3d
{

namespace
{

constexpr float dotRadius = 1.3F; // pixels; smaller balls are dots
constexpr float dotLight = 0.84F; // mean light of a lit ball
constexpr std::uint32_t opaque = 256; // alpha

// The one blend of this canvas: dst + (src - dst) * alpha / 256, two channels at a time. With the source opaque, that
// is "over" for premultiplied pixels.
Pixel over(Pixel below, Pixel color, std::uint32_t alpha)
{
    const std::uint32_t redBlue = below & 0xFF00FFU;
    const std::uint32_t greenAlpha = (below >> 8U) & 0xFF00FFU;
    const std::uint32_t newRedBlue = (redBlue + ((((color & 0xFF00FFU) - redBlue) * alpha) >> 8U)) & 0xFF00FFU;
    const std::uint32_t newGreenAlpha
        = (greenAlpha + (((((color >> 8U) & 0xFF00FFU) - greenAlpha) * alpha) >> 8U)) & 0xFF00FFU;
    return newRedBlue | (newGreenAlpha << 8U);
}

// Nearest integer of what is never negative, without the call that std::lround is.
constexpr float roundUp = 0.5F;

std::uint32_t toByte(float value)
{
    return static_cast<std::uint32_t>(std::clamp(value, 0.0F, 1.0F) * 255.0F + roundUp);
}

std::uint32_t toAlpha(float value)
{
    return static_cast<std::uint32_t>(std::clamp(value, 0.0F, 1.0F) * 256.0F + roundUp);
}

// How a lit ball shines at a place of its disc (x to the right, y up, in radii): as in shaders/node.frag.
struct Shade {
    float light = 0.0F; // factor of the ball's own colour
    float rimLight = 0.0F; // the same for a ball with a rim
    float shine = 0.0F;
};

Shade shadeAt(float x, float y)
{
    const float z = std::sqrt(std::max(1.0F - x * x - y * y, 0.0F));
    const float light = std::max(-0.42F * x + 0.55F * y + 0.72F * z, 0.0F);
    float shine = std::max(-0.26F * x + 0.34F * y + 0.904F * z, 0.0F);
    for (int i = 0; i < 4; ++i)
        shine *= shine;
    const float edge = (1.0F - z) * (1.0F - z);
    return {0.38F + 0.72F * light + 0.3F * edge, 0.38F + 0.72F * light + 1.3F * edge, shine};
}

// Shades of a disc on a grid, fine enough for balls of a dozen pixels.
constexpr int shadeSteps = 32;
const std::array<Shade, shadeSteps * shadeSteps> &shadeTable()
{
    static const auto table = [] {
        std::array<Shade, shadeSteps * shadeSteps> result;
        for (int row = 0; row < shadeSteps; ++row) {
            for (int column = 0; column < shadeSteps; ++column) {
                result[static_cast<std::size_t>(row) * shadeSteps + static_cast<std::size_t>(column)]
                    = shadeAt((static_cast<float>(column) + 0.5F) / (shadeSteps / 2.0F) - 1.0F,
                        (static_cast<float>(row) + 0.5F) / (shadeSteps / 2.0F) - 1.0F);
            }
        }
        return result;
    }();
    return table;
}

constexpr float tableRadius = 12.0F;

Shade quickShadeAt(float x, float y)
{
    const auto step = [](float value) {
        return std::clamp(static_cast<int>((value + 1.0F) * (shadeSteps / 2.0F)), 0, shadeSteps - 1);
    };
    return shadeTable()[static_cast<std::size_t>(step(y)) * shadeSteps + static_cast<std::size_t>(step(x))];
}

} // namespace

Pixel toPixel(const Rgb &color)
{
    return toByte(color.red) | (toByte(color.green) << 8U) | (toByte(color.blue) << 16U) | 0xFF000000U;
}

SoftCanvas::SoftCanvas(Pixel *pixels, float *nearness, int width, int top, int bottom)
    : m_pixels(pixels)
    , m_nearness(nearness)
    , m_width(width)
    , m_top(top)
    , m_bottom(bottom)
{
}

void SoftCanvas::clear(Pixel color)
{
    const auto count = static_cast<std::ptrdiff_t>(m_bottom - m_top) * m_width;
    std::fill_n(m_pixels + static_cast<std::ptrdiff_t>(m_top) * m_width, count, color);
    std::fill_n(m_nearness, count, 0.0F);
}

inline void SoftCanvas::blend(int x, int y, Pixel color, std::uint32_t alpha, float nearness, bool hides)
{
    float &present = nearnessAt(x, y);
    if (nearness < present)
        return;
    Pixel &pixel = m_pixels[static_cast<std::ptrdiff_t>(y) * m_width + x];
    pixel = over(pixel, color, alpha);
    if (hides && alpha >= opaque / 2)
        present = nearness;
}

SoftCanvas::Box SoftCanvas::around(const CanvasPoint &at, float reach) const
{
    const auto clamped = [](float value, int low, int high) {
        return static_cast<int>(std::clamp(value, static_cast<float>(low), static_cast<float>(high)));
    };
    return {clamped(std::floor(at.x - reach), 0, m_width), clamped(std::floor(at.y - reach), m_top, m_bottom),
        clamped(std::ceil(at.x + reach), 0, m_width), clamped(std::ceil(at.y + reach), m_top, m_bottom)};
}

// A square of the disc's area, by how much of each pixel it covers.
void SoftCanvas::dot(const Ball &ball)
{
    const float half = ball.radius * 0.886F;
    const Box box = around(ball.at, half);
    const Pixel color = toPixel(ball.color * dotLight + ball.haze);
    const auto covered = [half](float middle, int pixel) {
        const auto low = static_cast<float>(pixel);
        return std::min(middle + half, low + 1.0F) - std::max(middle - half, low);
    };
    for (int y = box.top; y < box.bottom; ++y) {
        const float share = covered(ball.at.y, y) * ball.alpha * 256.0F;
        for (int x = box.left; x < box.right; ++x)
            blend(x, y, color, static_cast<std::uint32_t>(share * covered(ball.at.x, x)), ball.at.nearness, true);
    }
}

void SoftCanvas::ball(const Ball &ball)
{
    if (ball.radius < dotRadius) {
        dot(ball);
        return;
    }
    const Box box = around(ball.at, ball.radius + 0.5F);
    const float unit = 1.0F / ball.radius;
    const bool quick = ball.radius < tableRadius;
    for (int y = box.top; y < box.bottom; ++y) {
        const float up = (ball.at.y - static_cast<float>(y) - 0.5F) * unit;
        const float reach = 1.0F + unit - up * up;
        if (reach <= 0.0F)
            continue;
        const float wide = std::sqrt(reach) * ball.radius;
        const int left = std::max(box.left, static_cast<int>(std::floor(ball.at.x - wide)));
        const int right = std::min(box.right, static_cast<int>(std::ceil(ball.at.x + wide)));
        for (int x = left; x < right; ++x) {
            const float across = (static_cast<float>(x) + 0.5F - ball.at.x) * unit;
            const float cover
                = std::min((1.0F - across * across - up * up) * 0.5F * ball.radius + 0.5F, 1.0F) * ball.alpha;
            if (cover < 0.02F || ball.at.nearness < nearnessAt(x, y))
                continue;
            const Shade shade = quick ? quickShadeAt(across, up) : shadeAt(across, up);
            const float light = ball.rim ? shade.rimLight : shade.light;
            const float shine = shade.shine * ball.shine;
            const Rgb color = ball.color * light + ball.haze + Rgb{shine, shine, shine};
            blend(x, y, toPixel(color), static_cast<std::uint32_t>(cover * 256.0F), ball.at.nearness, true);
        }
    }
}

// Cuts off what lies beyond the rows and columns of this canvas; false when nothing is left.
bool SoftCanvas::clip(Line &line) const
{
    const float margin = line.half + 1.0F;
    float begin = 0.0F;
    float end = 1.0F;
    const auto keep = [&](float from, float to, float low, float high) {
        const float way = to - from;
        if (way == 0.0F)
            return from >= low && from <= high;
        const float a = (low - from) / way;
        const float b = (high - from) / way;
        begin = std::max(begin, std::min(a, b));
        end = std::min(end, std::max(a, b));
        return begin < end;
    };
    if (!keep(line.from.x, line.to.x, -margin, static_cast<float>(m_width) + margin)
        || !keep(line.from.y, line.to.y, static_cast<float>(m_top) - margin, static_cast<float>(m_bottom) + margin))
        return false;
    const Line whole = line;
    const auto at = [&whole](float t) {
        return CanvasPoint{whole.from.x + (whole.to.x - whole.from.x) * t,
            whole.from.y + (whole.to.y - whole.from.y) * t,
            whole.from.nearness + (whole.to.nearness - whole.from.nearness) * t};
    };
    line.from = at(begin);
    line.to = at(end);
    line.fromColor = over(whole.fromColor, whole.toColor, toAlpha(begin));
    line.toColor = over(whole.fromColor, whole.toColor, toAlpha(end));
    return true;
}

void SoftCanvas::line(const Line &given)
{
    Line line = given;
    if (!clip(line))
        return;
    const bool steep = std::abs(line.to.y - line.from.y) > std::abs(line.to.x - line.from.x);
    if (steep ? line.from.y > line.to.y : line.from.x > line.to.x) {
        std::swap(line.from, line.to);
        std::swap(line.fromColor, line.toColor);
    }
    if (line.half <= 0.5F)
        thinLine(line, steep);
    else
        lineAlong(line, steep);
}

// A line about a pixel wide: each step along lights two pixels across, by where its middle is between them. All steps
// by whole numbers: this is where a picture of a large network spends its time.
void SoftCanvas::thinLine(const Line &line, bool steep)
{
    const float from = steep ? line.from.y : line.from.x;
    const float to = steep ? line.to.y : line.to.x;
    const float way = to - from;
    if (way < 0.01F)
        return;
    const int first = std::max(steep ? m_top : 0, static_cast<int>(std::floor(from)));
    const int last = std::min((steep ? m_bottom : m_width) - 1, static_cast<int>(std::floor(to)));
    if (first > last)
        return;
    const float start = steep ? line.from.x : line.from.y;
    const float slope = ((steep ? line.to.x : line.to.y) - start) / way;
    const float offset = static_cast<float>(first) + 0.5F - from;
    // 16 bits behind the point; half a pixel less, so that the whole part is the first of the two pixels.
    auto across = static_cast<std::int32_t>((start + slope * offset - 0.5F) * 65536.0F);
    const auto acrossStep = static_cast<std::int32_t>(slope * 65536.0F);
    const float nearStep = (line.to.nearness - line.from.nearness) / way;
    float nearness = line.from.nearness + nearStep * offset;
    auto mix = static_cast<std::int32_t>(std::clamp(offset / way, 0.0F, 1.0F) * 65536.0F);
    const auto mixStep = static_cast<std::int32_t>(65536.0F / way);
    const auto strength = static_cast<std::uint32_t>(line.alpha * std::min(line.half * 2.0F, 1.0F) * 256.0F);
    const auto lowAcross = steep ? 0 : m_top;
    const auto highAcross = steep ? m_width : m_bottom;
    const auto light = [&](int along, int at, Pixel color, std::uint32_t alpha) {
        if (at >= lowAcross && at < highAcross)
            blend(steep ? at : along, steep ? along : at, color, alpha, nearness, false);
    };
    for (int along = first; along <= last; ++along) {
        // The first and the last pixel are covered in part.
        std::uint32_t alpha = strength;
        if (along == first || along == last) {
            const auto begin = static_cast<float>(along);
            const float share = std::min(begin + 1.0F, to) - std::max(begin, from);
            alpha = static_cast<std::uint32_t>(static_cast<float>(alpha) * std::clamp(share, 0.0F, 1.0F));
        }
        const Pixel color
            = over(line.fromColor, line.toColor, static_cast<std::uint32_t>(std::clamp(mix, 0, 65536)) >> 8U);
        const auto second = (static_cast<std::uint32_t>(across) & 0xFFFFU) >> 8U;
        const int at = across >> 16;
        light(along, at, color, (alpha * (256U - second)) >> 8U);
        light(along, at + 1, color, (alpha * second) >> 8U);
        across += acrossStep;
        mix += mixStep;
        nearness += nearStep;
    }
}

// Walks along the longer side; across it, each pixel gets what the line covers of it.
void SoftCanvas::lineAlong(const Line &line, bool steep)
{
    const float from = steep ? line.from.y : line.from.x;
    const float to = steep ? line.to.y : line.to.x;
    const float start = steep ? line.from.x : line.from.y;
    const float way = to - from;
    if (way < 0.01F)
        return;
    const float slope = ((steep ? line.to.x : line.to.y) - start) / way;
    const float straight = 1.0F / std::sqrt(1.0F + slope * slope);
    const float reach = (line.half + 0.5F) / straight;
    const int lowAlong = steep ? m_top : 0;
    const int highAlong = steep ? m_bottom : m_width;
    const int lowAcross = steep ? 0 : m_top;
    const int highAcross = steep ? m_width : m_bottom;
    const int first = std::max(lowAlong, static_cast<int>(std::floor(from)));
    const int last = std::min(highAlong - 1, static_cast<int>(std::floor(to)));
    for (int along = first; along <= last; ++along) {
        const auto begin = static_cast<float>(along);
        // The first and the last pixel are covered in part.
        const float share = std::min(begin + 1.0F, to) - std::max(begin, from);
        const float t = std::clamp((begin + 0.5F - from) / way, 0.0F, 1.0F);
        const float middle = start + slope * (t * way);
        const float nearness = line.from.nearness + (line.to.nearness - line.from.nearness) * t;
        const Pixel color = over(line.fromColor, line.toColor, static_cast<std::uint32_t>(t * 256.0F));
        const int low = std::max(lowAcross, static_cast<int>(std::floor(middle - reach)));
        const int high = std::min(highAcross - 1, static_cast<int>(std::floor(middle + reach)));
        for (int across = low; across <= high; ++across) {
            const float away = std::abs(static_cast<float>(across) + 0.5F - middle) * straight;
            const float cover = std::min(line.half + 0.5F - away, std::min(1.0F, line.half * 2.0F));
            if (cover <= 0.0F)
                continue;
            const auto alpha = static_cast<std::uint32_t>(cover * share * line.alpha * 256.0F);
            blend(steep ? across : along, steep ? along : across, color, alpha, nearness, false);
        }
    }
}

void SoftCanvas::glow(const CanvasPoint &at, float radius, Pixel color, float strength)
{
    const Box box = around(at, radius);
    for (int y = box.top; y < box.bottom; ++y) {
        for (int x = box.left; x < box.right; ++x) {
            const float away = std::hypot(static_cast<float>(x) + 0.5F - at.x, static_cast<float>(y) + 0.5F - at.y);
            const float t = std::max(1.0F - away / radius, 0.0F);
            blend(x, y, color, toAlpha(strength * t * t * t), 0.0F, false);
        }
    }
}

void SoftCanvas::ring(const Ring &ring)
{
    const float middle = ring.radius + 3.5F * ring.ratio;
    const Box box = around(ring.at, middle + 7.0F * ring.ratio);
    for (int y = box.top; y < box.bottom; ++y) {
        for (int x = box.left; x < box.right; ++x) {
            const float away
                = std::hypot(static_cast<float>(x) + 0.5F - ring.at.x, static_cast<float>(y) + 0.5F - ring.at.y);
            const float off = std::abs(away - middle);
            const float alpha = std::clamp(ring.width * ring.ratio + 0.5F - off, 0.0F, 1.0F)
                + 0.25F * std::clamp(1.0F - off / (6.0F * ring.ratio), 0.0F, 1.0F);
            if (alpha >= 0.004F)
                blend(x, y, ring.color, toAlpha(std::min(alpha, 1.0F) * ring.strength), ring.at.nearness, false);
        }
    }
}

void SoftCanvas::triangle(const Corner &a, const Corner &b, const Corner &c)
{
    const float area = (b.at.x - a.at.x) * (c.at.y - a.at.y) - (c.at.x - a.at.x) * (b.at.y - a.at.y);
    if (std::abs(area) < 1e-6F)
        return;
    const int left = std::max(0, static_cast<int>(std::floor(std::min({a.at.x, b.at.x, c.at.x}))));
    const int right = std::min(m_width, static_cast<int>(std::ceil(std::max({a.at.x, b.at.x, c.at.x}))));
    const int top = std::max(m_top, static_cast<int>(std::floor(std::min({a.at.y, b.at.y, c.at.y}))));
    const int bottom = std::min(m_bottom, static_cast<int>(std::ceil(std::max({a.at.y, b.at.y, c.at.y}))));
    const float unit = 1.0F / area;
    for (int y = top; y < bottom; ++y) {
        const float py = static_cast<float>(y) + 0.5F;
        for (int x = left; x < right; ++x) {
            const float px = static_cast<float>(x) + 0.5F;
            const float u = ((px - a.at.x) * (c.at.y - a.at.y) - (c.at.x - a.at.x) * (py - a.at.y)) * unit;
            const float v = ((b.at.x - a.at.x) * (py - a.at.y) - (px - a.at.x) * (b.at.y - a.at.y)) * unit;
            if (u < 0.0F || v < 0.0F || u + v > 1.0F)
                continue;
            const float w = 1.0F - u - v;
            blend(x, y, toPixel(a.color * w + b.color * u + c.color * v), opaque,
                a.at.nearness * w + b.at.nearness * u + c.at.nearness * v, true);
        }
    }
}

} // namespace majlis::graph3d
