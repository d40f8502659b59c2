// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "graph3d/scene/softpainter.h"

#include <QImage>

#include <condition_variable>
#include <functional>
#include <mutex>
#include <optional>
#include <thread>

namespace majlis::graph3d
{

// Paints one picture after the other on a thread of its own, so that the GUI thread only passes on whole images.
//
// While things move, the level of detail follows what the machine can do: it is chosen so that a picture takes about
// `frameBudget`. A picture of a scene at rest is painted in full.
class SoftRenderer
{
public:
    struct Request {
        SoftScene scene;
        std::shared_ptr<const PositionSnapshot> positions;
        QByteArray attributes;
        bool atRest = false; // in full, however long it takes
    };
    struct Picture {
        QImage image; // Format_RGBA8888_Premultiplied; opaque unless the scene is transparent
        OrbitCamera camera;
        PaintReport report;
        float detail = 1.0F;
        float milliseconds = 0.0F; // that painting took
    };
    // Milliseconds: with what the window needs, 60 frames a second; or 30, where 60 would leave too little of the
    // network.
    static constexpr float frameBudget = 8.0F;
    static constexpr float largeBudget = 26.0F;
    static constexpr std::size_t large = 30000; // nodes

    // `finished` is called on the renderer's thread, with a picture that is complete.
    explicit SoftRenderer(std::function<void(Picture)> finished);
    ~SoftRenderer(); // gives up the picture in hand

    // Asks for a picture. One that has not been begun is forgotten, and one at rest that is under way is given up.
    void ask(Request request);

private:
    void work(const std::stop_token &stop);
    [[nodiscard]] std::optional<Request> next(const std::stop_token &stop);
    void paint(const Request &request);
    [[nodiscard]] QImage freeImage(const QSize &size);
    void adapt(float milliseconds, float detail);

    const std::function<void(Picture)> m_finished;
    std::mutex m_mutex; // guards the next three
    std::condition_variable_any m_wake;
    std::optional<Request> m_waiting;
    bool m_resting = false; // the picture in hand is one at rest
    std::atomic<bool> m_cancel = false;

    // The renderer's thread alone.
    SoftPainter m_painter{0};
    std::unique_ptr<const NodeCells> m_cells;
    std::vector<QImage> m_images;
    float m_detail = 0.5F;

    std::jthread m_thread; // last: it uses all of the above
};

} // namespace majlis::graph3d
