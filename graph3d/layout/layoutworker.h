// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "graph3d/layout/layout.h"

#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace majlis::graph3d
{

/**
 * Runs a Layout on a thread of its own: the way a scene drives it.
 *
 *     auto worker = std::make_unique<LayoutWorker>(std::move(graph), options, [this] { … wake the GUI thread … });
 *     worker->post([parent](Layout &layout) { layout.addNode(parent); });          // from any thread; never waits
 *     const PositionFrame &frame = worker->channel().latest();                     // from the one reading thread
 *
 * The worker places the nodes and publishes that first frame at once, then ticks in slices, publishing after each, and
 * sleeps without cost once the layout has settled. Posted commands run on its thread, in order, between slices; each
 * batch of commands is followed by a publication, so that a join shows up even in a settled layout.
 * Node ids are given in order, so whoever posts all joins knows the next id: Graph::size() before the call.
 */
class LayoutWorker
{
public:
    using Command = std::function<void(Layout &)>;
    /** Called on the worker's thread after each publication. Must not block: post an event and return. */
    using Published = std::function<void()>;

    LayoutWorker(Graph graph, const LayoutOptions &options, Published published,
        std::chrono::milliseconds slice = std::chrono::milliseconds(16));
    /** Cancels the tick in hand, drops commands not yet run, and joins the thread. */
    ~LayoutWorker();
    LayoutWorker(const LayoutWorker &) = delete;
    LayoutWorker &operator=(const LayoutWorker &) = delete;

    void post(Command command);
    /** Stops ticking after the present slice, until resumed; commands still run. For a scene that is not visible. */
    void setPaused(bool paused);
    /** For the one reading thread; valid as long as the worker. */
    [[nodiscard]] PositionChannel &channel() { return m_channel; }

private:
    void work(const std::stop_token &stop, Graph graph, const LayoutOptions &options);
    [[nodiscard]] std::vector<Command> takeCommands(const std::stop_token &stop, bool settled, bool &paused);

    Published m_published;
    std::chrono::milliseconds m_slice;
    PositionChannel m_channel;
    std::mutex m_mutex;
    std::condition_variable_any m_wake;
    std::vector<Command> m_commands;
    bool m_paused = false;
    std::jthread m_thread; ///< last: it uses all of the above
};

} // namespace majlis::graph3d
