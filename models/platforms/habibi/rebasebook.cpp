// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/platforms/habibi/rebasebook.h"

#include <algorithm>

namespace majlis::habibi
{

using wire::habibi::RebaseEvent;

RebaseBook::Outcome RebaseBook::apply(const RebaseEvent &event)
{
    const auto place = std::lower_bound(m_events.begin(), m_events.end(), event,
        [](const RebaseEvent &held, const RebaseEvent &other) { return held.epoch > other.epoch; });
    if (place != m_events.end() && place->epoch == event.epoch)
        return Outcome::Known;
    m_events.insert(place, event);
    if (m_events.size() > capacity)
        m_events.resize(capacity);
    return hasGap() ? Outcome::Gap : Outcome::Added;
}

void RebaseBook::merge(const std::vector<RebaseEvent> &history)
{
    for (const RebaseEvent &event : history)
        apply(event);
    // What the history does not reach cannot be joined: a list with a hole would misstate what happened.
    for (std::size_t index = 1; index < m_events.size(); ++index) {
        if (m_events[index - 1].epoch != m_events[index].epoch + 1) {
            m_events.resize(index);
            return;
        }
    }
}

bool RebaseBook::hasGap() const
{
    return std::adjacent_find(m_events.begin(), m_events.end(), [](const RebaseEvent &newer, const RebaseEvent &older) {
        return newer.epoch != older.epoch + 1;
    }) != m_events.end();
}

} // namespace majlis::habibi
