// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "graph3d/layout/bodies.h"
#include "graph3d/layout/layoutoptions.h"
#include "graph3d/layout/slotorder.h"
#include "graph3d/layout/threadpool.h"
#include "graph3d/layout/vec3.h"

#include <vector>

namespace majlis::graph3d
{

/**
 * Where the leaves of a node of the frame come to rest: evenly on a cap around its outward direction that opens with
 * their number.
 */
class LeafFan
{
public:
    /** Calls @p place(leaf, position) for each leaf of @p slot, which stands at @p here; @p from: its parent's place.
     */
    template <typename Place>
    static void forEach(const SlotOrder &order, const LayoutOptions &options, Slot slot, const Vec3 &from,
        const Vec3 &here, Place &&place)
    {
        const Slot first = order.firstLeaf[slot];
        const Slot last = first + order.leafCount[slot];
        if (first == last)
            return;
        LeafFan fan(order, options, slot, from, here);
        for (Slot leaf = first; leaf < last; ++leaf)
            place(leaf, fan.next());
    }

private:
    LeafFan(const SlotOrder &order, const LayoutOptions &options, Slot slot, const Vec3 &from, const Vec3 &here);
    [[nodiscard]] Vec3 next();

    Vec3 m_here, m_axis, m_right, m_up;
    float m_cosine = 1.0f, m_sine = 0.0f; ///< of the turn so far
    float m_height = 1.0f, m_step = 0.0f; ///< along the axis, for the next leaf
    float m_reach = 0.0f;
};

/**
 * A picture of the forest without any forces, in O(n): trees packed as balls around the middle, largest first; inside a
 * tree every branch leads outwards and gets a share of its parent's directions by the number of its nodes. Trees are
 * placed side by side on @p pool's threads; the result does not depend on their number.
 *
 * Writes the positions by Slot into @p bodies and returns the centres by tree, where its root stands and its shells or
 * planes are centred.
 */
[[nodiscard]] std::vector<Vec3> placeTrees(
    const SlotOrder &order, const LayoutOptions &options, ThreadPool &pool, Bodies &bodies);

} // namespace majlis::graph3d
