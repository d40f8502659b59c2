// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/net/feed/backoff.h"

#include <algorithm>
#include <utility>

namespace majlis::net
{

Backoff::Backoff(Random random)
    : m_random(std::move(random))
{
}

Backoff::Milliseconds Backoff::next()
{
    const auto doublings = std::min(m_failures, 10);
    m_failures = doublings + 1;
    const auto most = std::min(floor * (1 << doublings), ceiling);
    const auto part = std::clamp(m_random(), 0.0, 1.0);
    return std::max(Milliseconds(1), Milliseconds(static_cast<std::int64_t>(part * static_cast<double>(most.count()))));
}

void Backoff::connected(Milliseconds now)
{
    m_connectedAt = now;
}

void Backoff::lost(Milliseconds now)
{
    if (m_connectedAt >= Milliseconds(0) && now - m_connectedAt >= healthySpan)
        reset();
    m_connectedAt = Milliseconds(-1);
}

} // namespace majlis::net
