// SPDX-License-Identifier: GPL-3.0-or-later
#include "graph3d/layout/layoutworker.h"

#include <utility>

namespace majlis::graph3d
{

LayoutWorker::LayoutWorker(
    Graph graph, const LayoutOptions &options, Published published, std::chrono::milliseconds slice)
    : m_published(std::move(published))
    , m_slice(slice)
    , m_thread([this, graph = std::move(graph), options](
                   const std::stop_token &stop) mutable { work(stop, std::move(graph), options); })
{
}

LayoutWorker::~LayoutWorker() = default; // the jthread asks to stop and joins

void LayoutWorker::post(Command command)
{
    {
        const std::scoped_lock lock(m_mutex);
        m_commands.push_back(std::move(command));
    }
    m_wake.notify_one();
}

void LayoutWorker::setPaused(bool paused)
{
    {
        const std::scoped_lock lock(m_mutex);
        m_paused = paused;
    }
    m_wake.notify_one();
}

std::vector<LayoutWorker::Command> LayoutWorker::takeCommands(const std::stop_token &stop, bool settled, bool &paused)
{
    std::unique_lock lock(m_mutex);
    m_wake.wait(lock, stop, [&] { return !m_commands.empty() || (!settled && !m_paused); });
    paused = m_paused;
    return std::exchange(m_commands, {});
}

void LayoutWorker::work(const std::stop_token &stop, Graph graph, const LayoutOptions &options)
{
    Layout layout(std::move(graph), options);
    const auto publish = [&] {
        layout.publishTo(m_channel);
        if (m_published)
            m_published();
    };
    publish();
    while (!stop.stop_requested()) {
        bool paused = false;
        const std::vector<Command> commands = takeCommands(stop, layout.isSettled(), paused);
        if (stop.stop_requested())
            return;
        for (const Command &command : commands)
            command(layout);
        const bool ticked = !paused && !layout.isSettled();
        if (ticked)
            layout.run(m_slice, stop);
        if ((ticked || !commands.empty()) && !stop.stop_requested())
            publish();
    }
}

} // namespace majlis::graph3d
