// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cmath>
#include <cstdint>

namespace majlis::sandbox
{

/// One step of splitmix64 (Steele, Lea, Flood 2014): turns any 64 bits into well mixed ones.
[[nodiscard]] constexpr std::uint64_t mix(std::uint64_t value)
{
    value += 0x9e3779b97f4a7c15ULL;
    value = (value ^ (value >> 30)) * 0xbf58476d1ce4e5b9ULL;
    value = (value ^ (value >> 27)) * 0x94d049bb133111ebULL;
    return value ^ (value >> 31);
}

/// The world's dice: the same seed gives the same world on every machine. Never for keys, nonces or tokens.
class Dice
{
public:
    explicit constexpr Dice(std::uint64_t seed)
        : m_state(seed)
    {
    }

    constexpr std::uint64_t next()
    {
        m_state += 0x9e3779b97f4a7c15ULL;
        return mix(m_state);
    }
    /// In [0, 1).
    double real() { return static_cast<double>(next() >> 11) * 0x1.0p-53; }
    /// In [0, bound); bound > 0. The bias of the remainder is below 2^-32 for the bounds used here.
    std::uint64_t below(std::uint64_t bound) { return next() % bound; }
    bool chance(double probability) { return real() < probability; }
    /// Exponential with mean 1.
    double exponential() { return -std::log1p(-real()); }

private:
    std::uint64_t m_state;
};

} // namespace majlis::sandbox
