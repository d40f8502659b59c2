// SPDX-License-Identifier: GPL-3.0-or-later
#include "graph3d/layout/positionchannel.h"

namespace majlis::graph3d
{

const PositionFrame &PositionChannel::latest()
{
    if (hasNews())
        m_reading = m_ready.exchange(m_reading, std::memory_order_acq_rel) & ~freshBit;
    return m_frames[m_reading];
}

void PositionChannel::publish()
{
    m_frames[m_writing].generation = ++m_generation;
    m_writing = m_ready.exchange(m_writing | freshBit, std::memory_order_acq_rel) & ~freshBit;
}

} // namespace majlis::graph3d
