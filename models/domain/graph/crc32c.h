// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace majlis
{

/// CRC32C (Castagnoli, reflected polynomial 0x82F63B78, start and final XOR 0xFFFFFFFF) of `bytes`; a running value is
/// continued by passing the result of the part before. `"123456789"` gives 0xE3069283 (habibi.feeds.md part 4).
[[nodiscard]] std::uint32_t crc32c(std::span<const std::byte> bytes, std::uint32_t running = 0);

} // namespace majlis
