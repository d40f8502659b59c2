// SPDX-License-Identifier: GPL-3.0-or-later
#include "graph3d/layout/forcedmatrix.h"

#include <algorithm>

namespace majlis::graph3d
{

ForcedMatrix::ForcedMatrix(unsigned width)
    : m_width(std::clamp(width, narrowest, widest))
{
}

ForcedMatrix ForcedMatrix::of(const Graph &graph, unsigned width)
{
    ForcedMatrix matrix(width);
    std::vector<NodeId> sponsors;
    for (NodeId node = 0; node < graph.size(); ++node) {
        if (!graph.isAlive(node))
            continue;
        for (NodeId up = node; up != NoNode && !matrix.isPlaced(up); up = graph.parent(up))
            sponsors.push_back(up);
        for (; !sponsors.empty(); sponsors.pop_back())
            matrix.add(sponsors.back(), graph.parent(sponsors.back()));
    }
    return matrix;
}

void ForcedMatrix::skipFull(Search &search) const
{
    while (m_state[search.waiting[search.at]].taken == m_width) {
        const NodeId full = search.waiting[search.at++];
        for (std::uint32_t column = 0; column < m_width; ++column)
            search.waiting.push_back(below(full, column));
    }
    if (search.at > search.waiting.size() / 2) {
        search.waiting.erase(search.waiting.begin(), search.waiting.begin() + static_cast<std::ptrdiff_t>(search.at));
        search.at = 0;
    }
}

ForcedMatrix::Place ForcedMatrix::nextPlace(NodeId sponsor)
{
    if (!isPlaced(sponsor))
        return {};
    State &state = m_state[sponsor];
    if (state.taken < m_width)
        return {sponsor, state.taken};
    if (state.search == 0) {
        m_searches.push_back({{sponsor}, 0});
        state.search = static_cast<std::uint32_t>(m_searches.size());
    }
    Search &search = m_searches[state.search - 1];
    skipFull(search);
    const NodeId above = search.waiting[search.at];
    return {above, m_state[above].taken};
}

ForcedMatrix::Place ForcedMatrix::add(NodeId node, NodeId sponsor)
{
    const Place place = nextPlace(sponsor);
    if (node >= m_state.size()) {
        m_state.resize(node + std::size_t{1});
        m_below.resize(m_state.size() * m_width, NoNode);
    }
    State &state = m_state[node];
    state.place = place;
    state.placed = true;
    m_placed.push_back(node);
    if (place.above != NoNode) {
        state.level = m_state[place.above].level + 1;
        ++m_state[place.above].taken;
        m_below[static_cast<std::size_t>(place.above) * m_width + place.column] = node;
    }
    return place;
}

} // namespace majlis::graph3d
