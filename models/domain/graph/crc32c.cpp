// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/graph/crc32c.h"

#include <array>
#include <cstring>

namespace majlis
{

namespace
{

using Table = std::array<std::array<std::uint32_t, 256>, 8>;

// Eight tables, so that eight bytes cost eight look-ups and no shifts by bit ("slicing by 8").
constexpr Table makeTables()
{
    constexpr std::uint32_t polynomial = 0x82F63B78;
    Table tables{};
    for (std::uint32_t value = 0; value < 256; ++value) {
        std::uint32_t remainder = value;
        for (int bit = 0; bit < 8; ++bit)
            remainder = (remainder >> 1) ^ ((remainder & 1U) != 0 ? polynomial : 0);
        tables[0][value] = remainder;
    }
    for (std::size_t value = 0; value < 256; ++value) {
        for (std::size_t table = 1; table < 8; ++table) {
            const std::uint32_t before = tables[table - 1][value];
            tables[table][value] = (before >> 8) ^ tables[0][before & 0xFFU];
        }
    }
    return tables;
}

constexpr Table tables = makeTables();

} // namespace

std::uint32_t crc32c(std::span<const std::byte> bytes, std::uint32_t running)
{
    std::uint32_t crc = ~running;
    while (bytes.size() >= 8) {
        std::uint32_t low = 0;
        std::uint32_t high = 0;
        std::memcpy(&low, bytes.data(), 4);
        std::memcpy(&high, bytes.data() + 4, 4);
        low ^= crc;
        crc = tables[7][low & 0xFFU] ^ tables[6][(low >> 8) & 0xFFU] ^ tables[5][(low >> 16) & 0xFFU]
            ^ tables[4][low >> 24] ^ tables[3][high & 0xFFU] ^ tables[2][(high >> 8) & 0xFFU]
            ^ tables[1][(high >> 16) & 0xFFU] ^ tables[0][high >> 24];
        bytes = bytes.subspan(8);
    }
    for (const std::byte byte : bytes)
        crc = (crc >> 8) ^ tables[0][(crc ^ static_cast<std::uint32_t>(byte)) & 0xFFU];
    return ~crc;
}

} // namespace majlis
