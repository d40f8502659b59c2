// SPDX-License-Identifier: GPL-3.0-or-later
#include "graph3d/layout/matrixplacement.h"

#include <algorithm>
#include <cmath>

namespace majlis::graph3d
{

namespace
{

// The ground that a position needs for all that is below it, in link lengths.
struct Ground {
    double x = 1.0;
    double z = 1.0;
};

class Chart
{
public:
    Chart(const ForcedMatrix &matrix, const LayoutOptions &options)
        : m_matrix(matrix)
        , m_options(options)
        , m_size(matrix.placed().empty() ? 0 : *std::ranges::max_element(matrix.placed()) + std::size_t{1})
        , m_ground(m_size)
        , m_positions(m_size)
    {
    }

    std::vector<Vec3> draw()
    {
        const std::vector<NodeId> &placed = m_matrix.placed();
        for (auto node = placed.rbegin(); node != placed.rend(); ++node)
            m_ground[*node] = measure(*node);
        placeRoots();
        for (const NodeId node : placed)
            placeBelow(node);
        return std::move(m_positions);
    }

private:
    [[nodiscard]] bool alongX(NodeId node) const
    {
        return m_matrix.level(node) / std::max(1u, m_options.matrixDepth) % 2 == 0;
    }

    [[nodiscard]] Ground measure(NodeId node) const
    {
        Ground sum{0.0, 0.0};
        Ground most;
        bool empty = true;
        for (std::uint32_t column = 0; column < m_matrix.width(); ++column) {
            const NodeId below = m_matrix.below(node, column);
            const Ground one = below == NoNode ? Ground{} : m_ground[below];
            sum = {sum.x + one.x, sum.z + one.z};
            most = {std::max(most.x, one.x), std::max(most.z, one.z)};
            empty = empty && below == NoNode;
        }
        if (empty)
            return {};
        return alongX(node) ? Ground{sum.x, most.z} : Ground{most.x, sum.z};
    }

    // Row after row of about the same length, so that all of them together are about a square.
    void placeRoots()
    {
        std::vector<NodeId> roots;
        double area = 0.0;
        double longest = 0.0;
        for (const NodeId node : m_matrix.placed()) {
            if (m_matrix.placeOf(node).above == NoNode) {
                roots.push_back(node);
                area += (m_ground[node].x + 1.0) * (m_ground[node].z + 1.0);
                longest = std::max(longest, m_ground[node].x);
            }
        }
        std::ranges::stable_sort(roots, std::greater(), [this](NodeId root) { return m_ground[root].z; });
        const double row = std::max(longest, std::sqrt(area));
        double x = 0.0, z = 0.0, deepest = 0.0;
        for (const NodeId root : roots) {
            const Ground &ground = m_ground[root];
            if (x > 0.0 && x + ground.x > row) {
                z += deepest + 1.0;
                x = deepest = 0.0;
            }
            put(root, x + 0.5 * ground.x - 0.5 * row, z + 0.5 * ground.z, 0);
            x += ground.x + 1.0;
            deepest = std::max(deepest, ground.z);
        }
        const auto back = static_cast<float>(0.5 * (z + deepest)) * m_options.linkLength;
        for (const NodeId root : roots)
            m_positions[root].z -= back;
    }

    void placeBelow(NodeId node)
    {
        const bool split = alongX(node);
        const double length = m_options.linkLength;
        double at = -0.5 * (split ? m_ground[node].x : m_ground[node].z);
        for (std::uint32_t column = 0; column < m_matrix.width(); ++column) {
            const NodeId below = m_matrix.below(node, column);
            const Ground ground = below == NoNode ? Ground{} : m_ground[below];
            const double room = split ? ground.x : ground.z;
            if (below != NoNode) {
                const double x = m_positions[node].x / length + (split ? at + 0.5 * room : 0.0);
                const double z = m_positions[node].z / length + (split ? 0.0 : at + 0.5 * room);
                put(below, x, z, m_matrix.level(below));
            }
            at += room;
        }
    }

    void put(NodeId node, double x, double z, std::uint32_t level)
    {
        const double length = m_options.linkLength;
        m_positions[node] = {static_cast<float>(x * length),
            static_cast<float>(-static_cast<double>(m_options.layerSpacing) * length * level),
            static_cast<float>(z * length)};
    }

    const ForcedMatrix &m_matrix;
    const LayoutOptions &m_options;
    std::size_t m_size;
    std::vector<Ground> m_ground; ///< by NodeId
    std::vector<Vec3> m_positions; ///< by NodeId
};

} // namespace

std::vector<Vec3> placeMatrix(const ForcedMatrix &matrix, const LayoutOptions &options)
{
    return Chart(matrix, options).draw();
}

} // namespace majlis::graph3d
