// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "graph3d/layout/threadpool.h"
#include "graph3d/scene/softrose.h"
#include "graph3d/scene/softscene.h"

#include <atomic>
#include <vector>

namespace majlis::graph3d
{

// What a picture has of a network, for the diagnostics.
struct PaintReport {
    int nodes = 0; // drawn, or standing for others of their cell
    int represented = 0; // in the view
    int links = 0;
    int cells = 0; // in the view
    int hiddenCells = 0; // left out behind others
    bool complete = false; // false: given up on the way
};

// Paints a network by the processor alone: spheres with light and smooth borders, links, roses, rings. For machines
// whose OpenGL is a rasteriser in software, which take a microsecond a vertex, and for pictures of any size.
//
// Level of detail: a cell of the octree that is small on the screen is drawn by so many of its nodes (the most
// important ones, made larger to cover what all would) as `detail` allows for its size in pixels; a cell behind opaque
// ones is left out; links shorter than some pixels too. With detail 1, only what no pixel could show is left out.
//
// For one thread; uses others of its own while painting. O(nodes in the view).
class SoftPainter
{
public:
    explicit SoftPainter(unsigned threads); // 0: one a core

    // Paints into an image of scene.size (Format_RGBA8888_Premultiplied, rows without gaps). detail: 0.02 … 1. When
    // `cancel` becomes true it returns soon, and the picture is not to be shown.
    PaintReport paint(
        const SoftScene &scene, const NodeCells &network, float detail, Pixel *pixels, const std::atomic<bool> &cancel);

private:
    struct Frame; // what all bands of one picture share
    struct Seen { // a cell in the view
        std::uint32_t cell = 0;
        std::uint32_t nodes = 0; // so many of its first nodes are drawn
        float depth = 0.0F;
        float growth = 1.0F;
        float area = 0.0F; // pixels
        bool aroundEye = false;
        float share = 0.0F; // of the nodes that the budget allows, before it is divided by all shares
        float left = 0.0F; // its circle on the picture
        float right = 0.0F;
        float top = 0.0F;
        float bottom = 0.0F;
        float linkTop = 0.0F; // rows that its links may touch
        float linkBottom = 0.0F;
    };

    void findCells(const Frame &frame);
    void chooseNodes(const Frame &frame);
    [[nodiscard]] bool see(const Frame &frame, std::uint32_t cell, Seen &seen) const;
    [[nodiscard]] float opennessOf(const Seen &seen, float cover);
    void paintBand(const Frame &frame, int top, int bottom, std::vector<float> &nearness, PaintReport &report) const;
    void paintNodes(const Frame &frame, SoftCanvas &canvas, const Seen &seen, PaintReport &report) const;
    void paintRing(const Frame &frame, SoftCanvas &canvas, int index, Pixel color, float width, float strength) const;
    void paintLinks(const Frame &frame, SoftCanvas &canvas, const Seen &seen, PaintReport &report) const;

    ThreadPool m_pool;
    std::vector<Seen> m_seen; // nearest first
    SoftRoseMeshes m_roseMeshes;
    std::vector<SoftRose> m_roses;
    std::vector<float> m_tiles; // how much stands before, by tile of the picture
    int m_tileColumns = 0;
    int m_tileRows = 0;
    int m_hidden = 0;
    std::vector<std::vector<float>> m_nearness; // by thread
};

} // namespace majlis::graph3d
