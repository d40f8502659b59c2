// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/net/feed/heartbeat.h"

namespace majlis::net
{

Heartbeat::Heartbeat(Who who, Milliseconds interval, Milliseconds patience)
    : m_who(who)
    , m_interval(interval)
    , m_patience(patience)
{
}

void Heartbeat::started(Milliseconds now)
{
    m_last = now;
    m_pingSent.reset();
}

void Heartbeat::alive(Milliseconds now)
{
    if (m_pingSent)
        m_roundTrip = now - *m_pingSent;
    m_pingSent.reset();
    m_last = now;
}

Heartbeat::Action Heartbeat::check(Milliseconds now)
{
    if (now < deadline())
        return Action::None;
    if (m_who == Who::Theirs || m_pingSent)
        return Action::Dead;
    m_pingSent = now;
    return Action::Ping;
}

Heartbeat::Milliseconds Heartbeat::deadline() const
{
    if (m_who == Who::Theirs)
        return m_last + m_interval + m_patience;
    return m_pingSent ? *m_pingSent + m_patience : m_last + m_interval;
}

} // namespace majlis::net
