// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/net/feed/feedmessage.h"

#include <cstdint>
#include <vector>

namespace majlis::net
{

/// Where a stream's newest waiting messages stand, one place per conflate key.
class ConflateSlots
{
    friend class Conflater;
    struct Slot {
        std::uint64_t key = 0;
        std::uint64_t round = 0; // of the conflater; another one: nothing waits
        std::size_t index = 0;
    };
    std::vector<Slot> m_slots;
};

/// Collects messages between two deliveries. A conflatable message takes the place of the one of the same stream and
/// key that still waits; everything else is kept, in order. Allocates nothing once its batches have grown. Pure.
class Conflater
{
public:
    /// True when the message replaced one.
    bool add(FeedMessage &&message, bool conflatable, ConflateSlots &places);
    [[nodiscard]] bool isEmpty() const { return m_pending.empty(); }
    [[nodiscard]] std::size_t size() const { return m_pending.size(); }
    /// Exchanges what waits for `empty`, whose capacity is used from now on.
    void take(std::vector<FeedMessage> &empty);

private:
    std::vector<FeedMessage> m_pending;
    std::uint64_t m_round = 1;
};

} // namespace majlis::net
