// SPDX-License-Identifier: GPL-3.0-or-later
#include "graph3d/layout/layout.h"

#include "graph3d/layout/layoutengine.h"

namespace majlis::graph3d
{

Layout::Layout(Graph graph, const LayoutOptions &options)
    : m_engine(std::make_unique<Engine>(std::move(graph), options))
{
}

Layout::~Layout() = default;
Layout::Layout(Layout &&) noexcept = default;
Layout &Layout::operator=(Layout &&) noexcept = default;

const Graph &Layout::graph() const
{
    return m_engine->graph();
}

const LayoutOptions &Layout::options() const
{
    return m_engine->options();
}

unsigned Layout::threads() const
{
    return m_engine->threads();
}

const char *Layout::simdName() const
{
    return m_engine->simdName();
}

void Layout::restart()
{
    m_engine->restart();
}

void Layout::warmStart(std::span<const Vec3> positions, float alpha)
{
    m_engine->warmStart(positions, alpha);
}

void Layout::setOptions(const LayoutOptions &options)
{
    m_engine->setOptions(options);
}

TickReport Layout::tick()
{
    return m_engine->tick({});
}

TickReport Layout::run(std::chrono::steady_clock::duration budget, const std::stop_token &cancel)
{
    const auto start = std::chrono::steady_clock::now();
    while (!isSettled() && !cancel.stop_requested()) {
        m_engine->tick(cancel);
        if (std::chrono::steady_clock::now() - start >= budget)
            break;
    }
    return lastTick();
}

bool Layout::isSettled() const
{
    return m_engine->report().settled;
}

TickReport Layout::lastTick() const
{
    return m_engine->report();
}

void Layout::reheat(float alpha)
{
    m_engine->reheat(alpha);
}

NodeId Layout::addNode(NodeId parent)
{
    return m_engine->addNode(parent);
}

void Layout::removeNode(NodeId node)
{
    m_engine->removeNode(node);
}

bool Layout::addCrossLink(const CrossLink &link)
{
    return m_engine->addCrossLink(link);
}

void Layout::pin(NodeId node, const Vec3 &position)
{
    m_engine->pin(node, position);
}

void Layout::unpin(NodeId node)
{
    m_engine->unpin(node);
}

bool Layout::isPinned(NodeId node) const
{
    return m_engine->isPinned(node);
}

Vec3 Layout::position(NodeId node) const
{
    return m_engine->position(node);
}

void Layout::copyPositions(std::span<Vec3> out) const
{
    for (NodeId node = 0; node < out.size() && node < graph().size(); ++node)
        out[node] = m_engine->position(node);
}

Bounds Layout::bounds() const
{
    return m_engine->bounds();
}

double Layout::energy() const
{
    return m_engine->energy();
}

void Layout::publishTo(PositionChannel &channel) const
{
    m_engine->publishTo(channel);
}

} // namespace majlis::graph3d
