// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <functional>

namespace majlis::net
{

/// Full-jitter exponential backoff (CONVENTIONS, feeds): the wait is drawn evenly from (0, ceiling], where the ceiling
/// doubles from 250 ms to 30 s. Only 30 s of health start it over: a server that accepts and drops at once is not
/// hammered. Pure; time and randomness come from the caller.
class Backoff
{
public:
    using Milliseconds = std::chrono::milliseconds;
    /// Even in [0, 1).
    using Random = std::function<double()>;

    static constexpr Milliseconds floor{250};
    static constexpr Milliseconds ceiling{30'000};
    static constexpr Milliseconds healthySpan{30'000};

    explicit Backoff(Random random);

    /// The wait before the next attempt, at least 1 ms.
    [[nodiscard]] Milliseconds next();
    void connected(Milliseconds now);
    /// Call before next() when a connection that had been up is lost.
    void lost(Milliseconds now);
    void reset() { m_failures = 0; }

private:
    Random m_random;
    int m_failures = 0;
    Milliseconds m_connectedAt{-1};
};

} // namespace majlis::net
