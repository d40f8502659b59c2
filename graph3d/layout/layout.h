// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "graph3d/layout/graph.h"
#include "graph3d/layout/layoutoptions.h"
#include "graph3d/layout/positionchannel.h"
#include "graph3d/layout/vec3.h"

#include <chrono>
#include <cstdint>
#include <memory>
#include <span>
#include <stop_token>

namespace majlis::graph3d
{

/** What one tick did. Moves are in link lengths, over the living nodes. */
struct TickReport {
    std::uint64_t tick = 0; ///< ticks done so far, this one included
    float alpha = 0.0f; ///< temperature: 1 at the start, falls towards 0
    float meanMove = 0.0f;
    float maxMove = 0.0f;
    bool settled = false;
    bool frameOnly = false; ///< an early tick, of everybody but the leaves, who went along: a quarter of the work
};

/**
 * A force-directed layout of a Graph in three dimensions (the forces: LayoutOptions).
 *
 * Thread: one. Whoever owns a Layout calls all of it from a single thread (LayoutWorker does that for you); inside a
 * tick it shares the work with its own pool. Another thread sees the positions through a PositionChannel, without a
 * lock.
 *
 * The constructor places the nodes (tree-aware, O(n)), so position() is a picture before the first tick. After the
 * first tick, ticks allocate nothing. Positions are always finite, whatever came in. Same graph, seed and options give
 * the same positions for any number of threads; with Simd::Portable also on any machine with IEEE floats.
 */
class Layout
{
public:
    explicit Layout(Graph graph, const LayoutOptions &options = {});
    ~Layout();
    Layout(Layout &&) noexcept;
    Layout &operator=(Layout &&) noexcept;
    Layout(const Layout &) = delete;
    Layout &operator=(const Layout &) = delete;

    [[nodiscard]] const Graph &graph() const;
    [[nodiscard]] const LayoutOptions &options() const;
    /** Threads that a tick uses, and the instruction set that it found: "portable", "avx2" or "avx512". */
    [[nodiscard]] unsigned threads() const;
    [[nodiscard]] const char *simdName() const;

    /** Starts over from the tree-aware placement: alpha 1, pins kept. */
    void restart();
    /**
     * Warm start: takes @p positions by NodeId (the cache, an earlier run) and goes on at temperature @p alpha. Nodes
     * beyond the span, and those whose position is not finite or beyond a million, are placed beside their parent.
     */
    void warmStart(std::span<const Vec3> positions, float alpha = 0.1f);
    /** Another shape or other forces for the same nodes: they move there from where they are. Threads and SIMD stay. */
    void setOptions(const LayoutOptions &options);

    /** One step. Does nothing but report when settled. */
    TickReport tick();
    /**
     * Ticks until settled, cancelled, or @p budget is over (at least one tick if not settled). Cancelling is looked at
     * between ticks, and inside of them between batches of work; a tick that was cut short moves no node.
     */
    TickReport run(std::chrono::steady_clock::duration budget, const std::stop_token &cancel = {});
    /** True when the mean move fell under LayoutOptions::settleMove, or alpha under alphaMin. Ticks are free then. */
    [[nodiscard]] bool isSettled() const;
    [[nodiscard]] TickReport lastTick() const;
    /** Warms everything up to @p alpha, e.g. after the user dragged a branch. Never cools. */
    void reheat(float alpha);

    /**
     * A referral joins, beside @p parent (NoNode: a new tree at the rim). Only its neighbourhood warms up: the other
     * nodes stay where they are to within a hundredth of a link length. O(1) until the next tick.
     */
    NodeId addNode(NodeId parent);
    /** The node leaves; its children move up to its parent. Its neighbourhood warms up. */
    void removeNode(NodeId node);
    bool addCrossLink(const CrossLink &link);

    /** Holds a node at @p position until unpin(). Ignores positions that are not finite. */
    void pin(NodeId node, const Vec3 &position);
    void unpin(NodeId node);
    [[nodiscard]] bool isPinned(NodeId node) const;

    [[nodiscard]] Vec3 position(NodeId node) const;
    /** Copies the positions by NodeId into @p out, as far as it goes. */
    void copyPositions(std::span<Vec3> out) const;
    [[nodiscard]] Bounds bounds() const;
    /**
     * Energy of links, repulsion and depth per node, in link lengths squared: from the pairs of at most 512 evenly
     * spaced nodes with all others, O(512 n). A readout; it falls as the layout relaxes.
     */
    [[nodiscard]] double energy() const;
    /** Writes the present positions into @p channel, for its reader. O(n); allocates when the graph has grown. */
    void publishTo(PositionChannel &channel) const;

private:
    class Engine;
    std::unique_ptr<Engine> m_engine;
};

} // namespace majlis::graph3d
