// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>

namespace majlis::graph3d
{

// Bytes R, G, B, A of an image in QImage::Format_RGBA8888_Premultiplied, read as one little-endian number.
using Pixel = std::uint32_t;

struct Rgb {
    float red = 0.0F; // 0 … 1
    float green = 0.0F;
    float blue = 0.0F;

    [[nodiscard]] friend constexpr bool operator==(const Rgb &, const Rgb &) = default;
    [[nodiscard]] friend constexpr Rgb operator*(const Rgb &c, float f) { return {c.red * f, c.green * f, c.blue * f}; }
    [[nodiscard]] friend constexpr Rgb operator+(const Rgb &a, const Rgb &b)
    {
        return {a.red + b.red, a.green + b.green, a.blue + b.blue};
    }
};
[[nodiscard]] constexpr Rgb mixed(const Rgb &a, const Rgb &b, float t)
{
    return a * (1.0F - t) + b * t;
}
[[nodiscard]] Pixel toPixel(const Rgb &color); // opaque

// A place on the canvas, in pixels from the top left corner, and how near it is: 1 / distance along the view.
struct CanvasPoint {
    float x = 0.0F;
    float y = 0.0F;
    float nearness = 0.0F;
};

// What the CPU draws on: some rows of an image, with a depth buffer. Everything is smoothed by how much of a pixel it
// covers, and hidden by what is nearer. The pictures are those of shaders/node.frag, edge.frag and glow.frag.
// For one thread; several canvases may draw on different rows of one image at a time.
class SoftCanvas
{
public:
    // Rows top … bottom - 1 of an image that is `width` pixels wide. `pixels` begins with the image's first row,
    // `nearness` (scratch memory, as many values as the rows have pixels) with row `top`.
    SoftCanvas(Pixel *pixels, float *nearness, int width, int top, int bottom);

    void clear(Pixel color);

    struct Ball {
        CanvasPoint at; // its middle, and the nearness of its front
        float radius = 1.0F;
        Rgb color; // seen through the haze already
        float alpha = 1.0F;
        Rgb haze; // light that the haze adds
        float shine = 0.5F; // of the highlight
        bool rim = false; // a bright border
    };
    // A sphere lit from above left; a dot where it would be a few pixels.
    void ball(const Ball &ball);

    struct Line {
        CanvasPoint from;
        CanvasPoint to;
        Pixel fromColor = 0;
        Pixel toColor = 0;
        float half = 0.5F; // of its width
        float alpha = 1.0F;
    };
    void line(const Line &line);

    // A soft light of that radius, behind everything that is drawn later.
    void glow(const CanvasPoint &at, float radius, Pixel color, float strength);
    struct Ring {
        CanvasPoint at;
        float radius = 1.0F;
        float width = 1.0F;
        float ratio = 1.0F; // device pixels per logical one
        Pixel color = 0;
        float strength = 1.0F;
    };
    void ring(const Ring &ring);

    struct Corner {
        CanvasPoint at;
        Rgb color;
    };
    void triangle(const Corner &a, const Corner &b, const Corner &c);

    [[nodiscard]] int width() const { return m_width; }
    [[nodiscard]] int top() const { return m_top; }
    [[nodiscard]] int bottom() const { return m_bottom; }

private:
    struct Box {
        int left;
        int top;
        int right; // the first beyond
        int bottom;
        [[nodiscard]] bool isEmpty() const { return left >= right || top >= bottom; }
    };
    [[nodiscard]] Box around(const CanvasPoint &at, float reach) const;
    [[nodiscard]] bool clip(Line &line) const;
    void dot(const Ball &ball);
    void lineAlong(const Line &line, bool steep);
    void thinLine(const Line &line, bool steep);
    [[nodiscard]] float &nearnessAt(int x, int y) const
    {
        return m_nearness[static_cast<std::ptrdiff_t>(y - m_top) * m_width + x];
    }
    void blend(int x, int y, Pixel color, std::uint32_t alpha, float nearness, bool hides);

    Pixel *m_pixels;
    float *m_nearness;
    int m_width;
    int m_top;
    int m_bottom;
};

} // namespace majlis::graph3d
