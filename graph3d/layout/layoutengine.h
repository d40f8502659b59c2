// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "graph3d/layout/bodies.h"
#include "graph3d/layout/kernels.h"
#include "graph3d/layout/layout.h"
#include "graph3d/layout/octree.h"
#include "graph3d/layout/repulsion.h"
#include "graph3d/layout/slotorder.h"
#include "graph3d/layout/threadpool.h"
#include "graph3d/layout/treeplacement.h"

#include <atomic>
#include <unordered_map>
#include <vector>

namespace majlis::graph3d
{

/** Behind Layout: the state by slot, and what a tick does with it. Same thread rules. */
class Layout::Engine
{
public:
    Engine(Graph graph, const LayoutOptions &options);

    void restart();
    void warmStart(std::span<const Vec3> positions, float alpha);
    void setOptions(const LayoutOptions &options);
    TickReport tick(const std::stop_token &cancel);
    void reheat(float alpha);
    NodeId addNode(NodeId parent);
    void removeNode(NodeId node);
    bool addCrossLink(const CrossLink &link);
    void pin(NodeId node, const Vec3 &position);
    void unpin(NodeId node);
    [[nodiscard]] bool isPinned(NodeId node) const;
    [[nodiscard]] Vec3 position(NodeId node) const;
    [[nodiscard]] Bounds bounds() const;
    [[nodiscard]] double energy() const;
    void publishTo(PositionChannel &channel) const;

    [[nodiscard]] const Graph &graph() const { return m_graph; }
    [[nodiscard]] const LayoutOptions &options() const { return m_options; }
    [[nodiscard]] const TickReport &report() const { return m_report; }
    [[nodiscard]] unsigned threads() const { return m_pool.size(); }
    [[nodiscard]] const char *simdName() const { return m_kernels->name; }

private:
    struct Move {
        double sum = 0.0;
        float largest = 0.0f;
    };

    void reorder();
    void spaceShells();
    void rebuildOrder();
    void place();
    void placeInMatrix();
    void replace();
    void takePositions(std::span<const Vec3> positions);
    void setPosition(Slot slot, const Vec3 &position);
    [[nodiscard]] Vec3 beside(Slot parent, std::uint64_t salt) const;
    [[nodiscard]] Vec3 rim(NodeId node) const;
    void separateEqualPoints();
    void warm(Slot slot, float heat);
    void warmChildren(Slot slot, float heat);
    void warmBranch(Slot top, float heat);
    void warmAround(Slot slot);

    [[nodiscard]] float alphaOf(Slot slot) const { return m_hot.empty() ? m_alpha : std::max(m_alpha, heatOf(slot)); }
    [[nodiscard]] float heatOf(Slot slot) const
    {
        const auto found = m_heat.find(slot);
        return found == m_heat.end() ? 0.0f : found->second;
    }
    [[nodiscard]] double repulsionEnergy(Slot slot) const;
    [[nodiscard]] double linkEnergy(Slot slot) const;
    [[nodiscard]] bool sumRepulsion();
    [[nodiscard]] PairLaw pairLaw() const;
    [[nodiscard]] Vec3 linkPull(Slot slot) const;
    [[nodiscard]] Vec3 pull(Slot slot, Slot other, float weight) const;
    [[nodiscard]] Vec3 depthPull(Slot slot) const;
    void addPulls(std::size_t begin, std::size_t end);
    void addPulls(Slot slot);
    [[nodiscard]] Move integrate(std::size_t begin, std::size_t end);
    void finishTick(const Move &move);
    void comeToRest();
    void cool();
    void coolDown();

    // The first ticks, of the frame alone (layoutframe.cpp).
    void beginWithFrame();
    void addLeaves();
    void fanLeaves();
    [[nodiscard]] Slot activeCount() const { return m_frameOnly ? m_order.frame : m_order.size(); }

    // Ticks of a few warm bodies in a cold layout (layoutlocal.cpp).
    [[nodiscard]] bool canTickLocally() const;
    void prepareLocalTicks();
    void readyTheTree();
    void tickLocally();
    void sumLocally(Slot slot, unsigned worker);

    static constexpr float frameAlpha = 0.2f; ///< below it the leaves are bodies, too

    Graph m_graph;
    LayoutOptions m_options;
    const Kernels *m_kernels;
    WalkKernel m_walk;
    ThreadPool m_pool;
    SlotOrder m_order;
    Bodies m_bodies;
    std::vector<Vec3> m_centres; ///< by tree
    /** Of one tree, for Shape::Rings. */
    struct Shells {
        float step = 0.0f; ///< from one to the next
        float strength = 0.0f; ///< share of the way to its shell that a node is drawn
    };
    std::vector<Shells> m_shells; ///< by tree
    std::unordered_map<Slot, float> m_heat; ///< local temperature around joins and leaves
    std::vector<Slot> m_hot; ///< those with heat, in the order in which they got it
    bool m_hasty = false; ///< who is warm has far to go: more than a newcomer's neighbours, who move by hundredths
    Slot m_restedBodies = 0; ///< slots that were there when the layout came to rest
    bool m_localReady = false; ///< m_tree has every body where it stands, but for those behind m_localBodies
    Slot m_localBodies = 0; ///< slots that m_tree knows
    std::vector<std::uint32_t> m_sortedOf; ///< by slot < m_localBodies: its place in m_tree
    std::vector<Move> m_moves; ///< by chunk of the integration
    Octree m_tree;
    Repulsion m_repulsion;
    bool m_frameOnly = false; ///< the leaves are not bodies yet: they go along with their parents, who carry their mass
    bool m_treeIsCurrent = false; ///< m_tree and m_repulsion know the present slots
    float m_drift = 0.0f; ///< mean way of the bodies since the tree was walked, in link lengths
    unsigned m_reuses = 0;
    float m_alpha = 1.0f;
    TickReport m_report;
    std::atomic<bool> m_cancelled{false};
};

} // namespace majlis::graph3d
