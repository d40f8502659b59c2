// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "graph3d/layout/graph.h"

#include <cstdint>
#include <vector>

namespace majlis::graph3d
{

/**
 * The places of a forced affiliate matrix with spillover (contract, domain.md 4.2, "Placing"): everybody has `width`
 * places below them, and whoever joins takes the leftmost free place of the first position that has one, level by level
 * from their sponsor down. Recycling is not in it: one position a person. A value; not synchronised.
 *
 * Memory: 4 (width + 4) bytes a node. Placing costs O(log n) on average.
 */
class ForcedMatrix
{
public:
    static constexpr unsigned narrowest = 1;
    static constexpr unsigned widest = 64;

    struct Place {
        NodeId above = NoNode; ///< whose place it is; NoNode: a matrix of its own
        std::uint32_t column = 0; ///< which of the places, from the left, 0..width-1
    };

    /** An empty matrix; @p width is brought between narrowest and widest. */
    explicit ForcedMatrix(unsigned width);
    /** Everybody alive in @p graph, in the order of their ids, but sponsors before those they brought. */
    [[nodiscard]] static ForcedMatrix of(const Graph &graph, unsigned width);

    /** Where the next one lands whom @p sponsor brings; NoNode, or one without a place: nowhere, a matrix of its own.
     */
    [[nodiscard]] Place nextPlace(NodeId sponsor);
    /** @p node joins under @p sponsor and takes nextPlace(). Each node once. */
    Place add(NodeId node, NodeId sponsor);

    [[nodiscard]] unsigned width() const { return m_width; }
    /** Those with a place, in the order in which they took it: who stands above comes first. */
    [[nodiscard]] const std::vector<NodeId> &placed() const { return m_placed; }
    [[nodiscard]] bool isPlaced(NodeId node) const { return node < m_state.size() && m_state[node].placed; }
    [[nodiscard]] Place placeOf(NodeId node) const { return m_state[node].place; }
    /** Levels below the top of its matrix. */
    [[nodiscard]] std::uint32_t level(NodeId node) const { return m_state[node].level; }
    /** Who stands in one of the places below @p node, or NoNode. */
    [[nodiscard]] NodeId below(NodeId node, std::uint32_t column) const
    {
        return m_below[static_cast<std::size_t>(node) * m_width + column];
    }

private:
    struct State {
        Place place;
        std::uint32_t level = 0;
        std::uint32_t taken = 0; ///< places below it, which fill from the left
        std::uint32_t search = 0; ///< number of its search from 1; 0: none, its own places were enough so far
        bool placed = false;
    };
    /** A walk level by level over somebody's branch that has passed the full positions. Full ones stay full. */
    struct Search {
        std::vector<NodeId> waiting;
        std::size_t at = 0;
    };

    void skipFull(Search &search) const;

    unsigned m_width;
    std::vector<State> m_state; ///< by NodeId
    std::vector<NodeId> m_below; ///< by NodeId and column
    std::vector<NodeId> m_placed;
    std::vector<Search> m_searches;
};

} // namespace majlis::graph3d
