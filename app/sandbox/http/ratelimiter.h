// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QString>

#include <chrono>
#include <cstdint>
#include <deque>

namespace majlis::sandbox
{

/// The contract's three classes (`x-rate-limits`), and the messages that a client sends on feeds.
enum class RateClass { Default, Auth, Write, Feed };

/// A sliding window of 60 s per class and key (the address with a token, else the IP). One thread; the clock is the
/// caller's: `now` is epoch milliseconds and never falls by more than a moment.
class RateLimiter
{
public:
    /// `factor` scales the limits; 0: nothing is refused.
    explicit RateLimiter(double factor)
        : m_factor(factor)
    {
    }

    struct Verdict {
        bool allowed = true;
        int limit = 0;
        int remaining = 0;
        std::int64_t resetSeconds = 0; ///< when the oldest counted request leaves the window, epoch seconds
        int retryAfter = 0; ///< seconds, at least 1 when refused
    };

    /// Counts one request; a refused one is not counted.
    [[nodiscard]] Verdict count(RateClass rateClass, const QString &key, std::int64_t now);
    [[nodiscard]] bool isOff() const { return m_factor <= 0; }

    static constexpr std::int64_t windowMs = 60'000;
    [[nodiscard]] static int baseLimit(RateClass rateClass);

private:
    void forgetOld(std::int64_t now);

    double m_factor;
    QHash<QString, std::deque<std::int64_t>> m_windows;
    std::int64_t m_nextSweep = 0;
};

} // namespace majlis::sandbox
