// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/net/feed/feedhealth.h"

#include <array>
#include <cstdint>

namespace majlis::net
{

/// Counts spans in buckets that are at most 1/32 of their value wide, from 1 µs to 2^40 µs: any number of samples in
/// 9 KiB. Negative spans (the other clock is ahead) count as 0.
class LatencyHistogram
{
public:
    void add(std::int64_t micros);
    /// The upper end of the bucket that holds the quantile, in milliseconds; 0 without samples.
    [[nodiscard]] double quantileMs(double quantile) const;
    [[nodiscard]] FeedLatency summary() const;
    void clear();

private:
    static constexpr int subBits = 5;
    static constexpr int maxBits = 40;
    static constexpr std::size_t bucketCount = static_cast<std::size_t>(maxBits - subBits + 1) << subBits;

    [[nodiscard]] static std::size_t bucketOf(std::uint64_t micros);
    [[nodiscard]] static std::uint64_t upperEnd(std::size_t bucket);

    std::array<std::uint64_t, bucketCount> m_counts{};
    std::uint64_t m_samples = 0;
    std::uint64_t m_max = 0;
};

} // namespace majlis::net
