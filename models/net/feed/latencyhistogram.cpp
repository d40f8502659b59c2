// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/net/feed/latencyhistogram.h"

#include <algorithm>
#include <bit>
#include <cmath>

namespace majlis::net
{

void LatencyHistogram::add(std::int64_t micros)
{
    const auto value = static_cast<std::uint64_t>(std::max<std::int64_t>(0, micros));
    ++m_counts.at(bucketOf(value));
    ++m_samples;
    m_max = std::max(m_max, value);
}

std::size_t LatencyHistogram::bucketOf(std::uint64_t micros)
{
    // Below 2^subBits exact; above, the leading subBits + 1 bits.
    const auto value = std::min(micros, (std::uint64_t{1} << maxBits) - 1);
    const auto width = static_cast<int>(std::bit_width(value));
    if (width <= subBits)
        return static_cast<std::size_t>(value);
    const int shift = width - subBits - 1;
    return (static_cast<std::size_t>(shift) << subBits) + static_cast<std::size_t>(value >> shift);
}

std::uint64_t LatencyHistogram::upperEnd(std::size_t bucket)
{
    const auto row = bucket >> subBits;
    if (row <= 1)
        return bucket;
    const auto shift = row - 1;
    const auto lead = bucket - (shift << subBits);
    return ((static_cast<std::uint64_t>(lead) + 1) << shift) - 1;
}

double LatencyHistogram::quantileMs(double quantile) const
{
    if (m_samples == 0)
        return 0;
    const auto rank = static_cast<std::uint64_t>(std::ceil(quantile * static_cast<double>(m_samples)));
    std::uint64_t seen = 0;
    for (std::size_t bucket = 0; bucket < bucketCount; ++bucket) {
        seen += m_counts.at(bucket);
        if (seen >= std::max<std::uint64_t>(rank, 1))
            return static_cast<double>(std::min(upperEnd(bucket), m_max)) / 1000.0;
    }
    return static_cast<double>(m_max) / 1000.0;
}

FeedLatency LatencyHistogram::summary() const
{
    return {.samples = m_samples,
        .p50Ms = quantileMs(0.5),
        .p99Ms = quantileMs(0.99),
        .p999Ms = quantileMs(0.999),
        .maxMs = static_cast<double>(m_max) / 1000.0};
}

void LatencyHistogram::clear()
{
    m_counts.fill(0);
    m_samples = 0;
    m_max = 0;
}

} // namespace majlis::net
