// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/graph/networkfile.h"

#include <QString>

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace majlis
{

/// Part of an address as people read it out: its beginning ("0x7099 79", "FAe4si"), its end ("79C8"), or both
/// ("0x7099…79C8", also with three full stops). Spaces do not count, nor does the case of hexadecimal digits; base58
/// has two cases, and they count. Compares bytes, so that a million addresses need no text. Immutable; any thread.
class AddressPattern
{
public:
    explicit AddressPattern(const QString &typed);

    /// It can be part of no address, or is too short (less than two digits) to be meant as one.
    [[nodiscard]] bool isEmpty() const { return !m_hex.isUsable && !m_base58.isUsable; }
    enum class Match : std::uint8_t { No, End, Start };
    /// Of an address of `kind`; `bytes` as NetworkFile::addressBytes() gives them. A beginning and an end that are both
    /// right are a Start.
    [[nodiscard]] Match matches(NetworkAddressKind kind, std::span<const std::uint8_t> bytes) const;

private:
    using Number = std::array<std::uint8_t, 32>; // big-endian
    // What begins with some base58 digits lies between two numbers, for every length of the text.
    struct Range {
        Number low;
        Number high;
    };
    struct Hex {
        bool isUsable = false;
        std::vector<std::uint8_t> head; // digits, 0 … 15
        std::vector<std::uint8_t> tail;
    };
    struct Base58 {
        bool isUsable = false;
        std::string head;
        std::string tail;
        std::size_t leadingOnes = 0; // of the head: as many zero bytes begin the address
        std::vector<Range> ranges;
        std::uint64_t modulus = 1; // what ends with the tail's last digits has this remainder
        std::uint64_t remainder = 0;
        std::array<std::uint64_t, 16> weights{}; // of a number's 16-bit pieces by the modulus, highest first
    };

    [[nodiscard]] static Hex hexOf(const QString &head, const QString &tail);
    [[nodiscard]] static Base58 base58Of(const QString &head, const QString &tail);
    [[nodiscard]] static std::vector<Range> rangesOf(const std::string &head);
    [[nodiscard]] bool startsBase58(std::span<const std::uint8_t> bytes) const;
    [[nodiscard]] bool endsBase58(std::span<const std::uint8_t> bytes) const;

    bool m_isApart = false; // beginning and end were given, so both must be right; else one text that may be either
    Hex m_hex;
    Base58 m_base58;
};

} // namespace majlis
