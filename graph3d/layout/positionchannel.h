// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "graph3d/layout/vec3.h"

#include <array>
#include <atomic>
#include <cstdint>
#include <vector>

namespace majlis::graph3d
{

/** One published state of a layout: never changed while the reader holds it. */
struct PositionFrame {
    std::vector<Vec3> positions; ///< by NodeId; removed nodes keep their last place
    Bounds bounds; ///< of the living nodes
    std::uint64_t generation = 0; ///< counts publications from 1; 0 is the empty frame before the first
    std::uint64_t tick = 0;
    float alpha = 0.0f;
    float meanMove = 0.0f; ///< mean move of a node in the last tick, in link lengths
    bool settled = false;
};

/**
 * Hands the newest positions from the layout's thread to ONE reading thread without a lock: three frames, of which the
 * writer fills one, the reader holds one, and the third is the newest finished one. Neither side ever waits or copies.
 * Memory: 36 bytes a node from the first publication on.
 */
class PositionChannel
{
public:
    /**
     * Reader's side: takes the newest frame if there is one newer than the frame it holds. The reference stays valid
     * and unchanged until the next call of latest().
     */
    [[nodiscard]] const PositionFrame &latest();
    /** Reader's side: whether latest() would bring something new. */
    [[nodiscard]] bool hasNews() const { return (m_ready.load(std::memory_order_acquire) & freshBit) != 0; }

    /** Writer's side: the frame to fill; it holds an older state. */
    [[nodiscard]] PositionFrame &back() { return m_frames[m_writing]; }
    /** Writer's side: publishes what back() was filled with. */
    void publish();

private:
    static constexpr unsigned freshBit = 4;

    std::array<PositionFrame, 3> m_frames;
    std::atomic<unsigned> m_ready{1};
    unsigned m_writing = 0;
    unsigned m_reading = 2;
    std::uint64_t m_generation = 0;
};

} // namespace majlis::graph3d
