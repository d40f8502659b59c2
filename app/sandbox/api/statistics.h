// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sandbox/api/serialize.h"
#include "app/sandbox/world/life.h"

namespace majlis::sandbox
{

/// `GlobalStatistics`; counts that need a walk over everybody are made at most once a minute. One thread.
class Statistics
{
public:
    Statistics(const Platform &platform, const Life &life)
        : m_platform(platform)
        , m_life(life)
    {
    }
    [[nodiscard]] QJsonObject global();

private:
    void countActive(std::int64_t now);

    const Platform &m_platform;
    const Life &m_life;
    std::array<std::uint32_t, 3> m_active{};
    std::int64_t m_countedAt = 0;
};

} // namespace majlis::sandbox
