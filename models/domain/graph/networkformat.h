// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <array>
#include <cstddef>
#include <cstdint>

/// The numbers of habibi.feeds.md part 4, shared by the reader and the writer of the binary graph. Not for others.
namespace majlis::networkformat
{

inline constexpr std::array<std::uint8_t, 8> magic{0x89, 0x4D, 0x4A, 0x47, 0x0D, 0x0A, 0x1A, 0x0A};
inline constexpr std::size_t headerSize = 72;
inline constexpr std::size_t maxHeaderSize = 4096;
inline constexpr std::size_t crcOffset = 68;
inline constexpr std::size_t entrySize = 32;
inline constexpr std::size_t alignment = 16;
inline constexpr std::uint32_t maxSections = 64;
inline constexpr std::uint32_t maxNodes = 10'000'000;
inline constexpr std::uint32_t maxEdges = 40'000'000;
inline constexpr std::uint32_t maxDecimals = 38;
inline constexpr std::uint32_t maxDepth = 254;
inline constexpr std::uint32_t maxNameSize = 256;
inline constexpr std::size_t maxMetaSize = 64 * 1024;
inline constexpr std::uint32_t evmAddressSize = 20;
inline constexpr std::uint32_t addressSize = 32;
inline constexpr std::uint32_t truncatedFlag = 1;
inline constexpr std::uint32_t requiredFlags = 0xFFFF0000;
inline constexpr std::uint32_t criticalSection = 0x80000000;
inline constexpr std::uint64_t unknownTotal = ~std::uint64_t{0};

enum Section : std::uint32_t {
    Parent = 1,
    Depth = 2,
    Joined = 3,
    Balance = 4,
    BalanceFixed = 5,
    Flags = 6,
    Address = 7,
    AddressKind = 8,
    Direct = 9,
    Descendants = 10,
    NameOffset = 11,
    NameBytes = 12,
    Edges = 13,
    Meta = 14,
};
inline constexpr std::uint32_t sectionTypes = 15;

/// `text` as a JSON string with its quotes.
[[nodiscard]] QByteArray jsonString(const QString &text);

} // namespace majlis::networkformat
