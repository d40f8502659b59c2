// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/net/feed/sequencetracker.h"

namespace majlis::net
{

SequenceTracker::Verdict SequenceTracker::see(std::uint64_t seq)
{
    if (m_last) {
        if (seq <= *m_last)
            return Verdict::Repeated;
        if (seq - *m_last > maxJump)
            return Verdict::Absurd;
        if (seq - *m_last > 1)
            return Verdict::Gap;
    }
    m_last = seq;
    return Verdict::Next;
}

bool SequenceTracker::serverIsAt(std::uint64_t seq)
{
    if (!m_last) {
        m_last = seq;
        return false;
    }
    if (seq >= *m_last)
        return false;
    m_last = seq;
    return true;
}

} // namespace majlis::net
