// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/net/feed/conflater.h"

#include <algorithm>
#include <utility>

namespace majlis::net
{

bool Conflater::add(FeedMessage &&message, bool conflatable, ConflateSlots &places)
{
    if (!conflatable) {
        m_pending.push_back(std::move(message));
        return false;
    }
    auto &slots = places.m_slots;
    auto slot = std::ranges::find(slots, message.conflateKey, &ConflateSlots::Slot::key);
    if (slot == slots.end())
        slot = slots.insert(slots.end(), {.key = message.conflateKey});
    if (slot->round == m_round) {
        m_pending.at(slot->index) = std::move(message);
        return true;
    }
    slot->round = m_round;
    slot->index = m_pending.size();
    m_pending.push_back(std::move(message));
    return false;
}

void Conflater::take(std::vector<FeedMessage> &empty)
{
    empty.clear();
    m_pending.swap(empty);
    ++m_round;
}

} // namespace majlis::net
