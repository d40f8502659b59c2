// SPDX-License-Identifier: GPL-3.0-or-later
#include "graph3d/scene/softrenderer.h"

#include <algorithm>
#include <chrono>
#include <utility>

namespace majlis::graph3d
{

namespace
{

constexpr float leastDetail = 0.1F; // a picture with less tells too little, however fast it is

} // namespace

SoftRenderer::SoftRenderer(std::function<void(Picture)> finished)
    : m_finished(std::move(finished))
    , m_thread([this](const std::stop_token &stop) { work(stop); })
{
}

SoftRenderer::~SoftRenderer()
{
    m_cancel = true;
}

void SoftRenderer::ask(Request request)
{
    {
        const std::scoped_lock lock(m_mutex);
        m_waiting = std::move(request);
        if (m_resting)
            m_cancel = true;
    }
    m_wake.notify_one();
}

std::optional<SoftRenderer::Request> SoftRenderer::next(const std::stop_token &stop)
{
    std::unique_lock lock(m_mutex);
    m_wake.wait(lock, stop, [this] { return m_waiting.has_value(); });
    if (stop.stop_requested())
        return std::nullopt;
    auto request = std::exchange(m_waiting, std::nullopt);
    m_resting = request && request->atRest;
    m_cancel = false;
    return request;
}

void SoftRenderer::work(const std::stop_token &stop)
{
    while (!stop.stop_requested()) {
        if (const auto request = next(stop))
            paint(*request);
    }
}

// An image that nobody shows any more.
QImage SoftRenderer::freeImage(const QSize &size)
{
    std::erase_if(m_images, [&size](const QImage &image) { return image.size() != size; });
    const auto unused = std::ranges::find_if(m_images, [](const QImage &image) { return image.isDetached(); });
    if (unused != m_images.end()) {
        QImage image = std::move(*unused);
        m_images.erase(unused);
        return image;
    }
    return QImage(size, QImage::Format_RGBA8888_Premultiplied);
}

// Time grows about as detail does; half of the way at once, so that one slow picture does not coarsen the next ones.
void SoftRenderer::adapt(float milliseconds, float detail)
{
    const float budget = m_cells->nodes.size() > large ? largeBudget : frameBudget;
    const float wanted = std::clamp(budget / std::max(milliseconds, 0.5F), 0.3F, 1.6F);
    m_detail = std::clamp(detail * (1.0F + (wanted - 1.0F) * 0.5F), leastDetail, 1.0F);
}

void SoftRenderer::paint(const Request &request)
{
    if (request.scene.size.isEmpty() || !request.positions)
        return;
    if (!m_cells || !m_cells->isOf(request.positions, request.attributes)) {
        m_cells.reset(); // first, so that there are never two
        m_cells = std::make_unique<const NodeCells>(request.positions, request.attributes);
    }
    QImage image = freeImage(request.scene.size);
    if (image.isNull())
        return;
    const float detail = request.atRest ? 1.0F : m_detail;
    const auto begin = std::chrono::steady_clock::now();
    const PaintReport report
        = m_painter.paint(request.scene, *m_cells, detail, reinterpret_cast<Pixel *>(image.bits()), m_cancel);
    const std::chrono::duration<float, std::milli> took = std::chrono::steady_clock::now() - begin;
    if (report.complete && !request.atRest)
        adapt(took.count(), detail);
    {
        const std::scoped_lock lock(m_mutex);
        m_resting = false;
    }
    if (report.complete)
        m_finished({image, request.scene.camera, report, detail, took.count()});
    m_images.push_back(std::move(image));
}

} // namespace majlis::graph3d
