// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace majlis::graph3d
{

/** SplitMix64's finaliser: reproducible noise from a number, the same on every machine. */
[[nodiscard]] constexpr std::uint64_t mixBits(std::uint64_t v)
{
    v += 0x9e3779b97f4a7c15u;
    v = (v ^ (v >> 30)) * 0xbf58476d1ce4e5b9u;
    v = (v ^ (v >> 27)) * 0x94d049bb133111ebu;
    return v ^ (v >> 31);
}

} // namespace majlis::graph3d
