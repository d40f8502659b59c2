// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "wallet/bytes.h"
#include "wallet/error.h"

#include <QString>
#include <QStringView>

#include <compare>
#include <optional>

namespace majlis::wallet
{

/// An unsigned number of 256 bits: wei, base units of a token, a chain id. Exact; what does not fit is InvalidArgument,
/// nothing wraps around and nothing is cut. A value: copy it freely, read it from any thread.
class Uint256
{
public:
    constexpr Uint256() = default; ///< zero
    constexpr Uint256(std::uint64_t number) // NOLINT(google-explicit-constructor): every such number is one of these
        : m_limbs{number}
    {
    }
    [[nodiscard]] static Uint256 max();
    /// Precondition: exponent <= 255.
    [[nodiscard]] static Uint256 powerOfTwo(unsigned exponent);
    /// Precondition: exponent <= 77.
    [[nodiscard]] static Uint256 powerOfTen(unsigned exponent);

    /// Strict: ASCII digits without leading zeros, at most 2^256 - 1.
    [[nodiscard]] static Result<Uint256> fromDecimal(QStringView text);
    /// Strict JSON-RPC quantity: `0x` and 1 to 64 digits of either case without leading zeros; zero is `0x0`.
    [[nodiscard]] static Result<Uint256> fromQuantity(QStringView text);
    /// `0x` and 1 to 64 digits of either case; leading zeros count.
    [[nodiscard]] static Result<Uint256> fromHex(QStringView text);
    /// 0 to 32 bytes; leading zeros allowed.
    [[nodiscard]] static Result<Uint256> fromBigEndian(ByteView bytes);
    /// An amount as people write it, `12.5` of a token with `decimals` (0..77) places: digits, perhaps a point and
    /// more digits. More places than the token has are InvalidArgument, never cut.
    [[nodiscard]] static Result<Uint256> fromUnits(QStringView text, unsigned decimals);

    [[nodiscard]] QString toDecimal() const;
    [[nodiscard]] QString toQuantity() const; ///< `0x` hex without leading zeros
    [[nodiscard]] ByteArray<32> bigEndian() const;
    [[nodiscard]] Bytes minimalBigEndian() const; ///< without leading zeros; zero is empty
    /// In units of a token with `decimals` (0..77) places: exact, without trailing zeros: `12.5`.
    [[nodiscard]] QString toUnits(unsigned decimals) const;

    [[nodiscard]] constexpr bool isZero() const { return *this == Uint256(); }
    [[nodiscard]] unsigned bitLength() const; ///< 0 for zero
    [[nodiscard]] std::optional<std::uint64_t> toUint64() const; ///< empty when it does not fit

    [[nodiscard]] Result<Uint256> plus(const Uint256 &other) const;
    [[nodiscard]] Result<Uint256> minus(const Uint256 &other) const;
    [[nodiscard]] Result<Uint256> times(const Uint256 &other) const;
    /// Rounded down. InvalidArgument for division by zero.
    [[nodiscard]] Result<Uint256> dividedBy(const Uint256 &other) const;

    /// Little-endian.
    [[nodiscard]] constexpr const std::array<std::uint64_t, 4> &limbs() const { return m_limbs; }
    friend constexpr bool operator==(const Uint256 &, const Uint256 &) = default;
    friend std::strong_ordering operator<=>(const Uint256 &left, const Uint256 &right);

private:
    friend class Int256;
    constexpr explicit Uint256(const std::array<std::uint64_t, 4> &limbs)
        : m_limbs(limbs)
    {
    }
    [[nodiscard]] Uint256 complement() const; ///< 2^256 - this, wrapping: two's complement

    std::array<std::uint64_t, 4> m_limbs{};
};

/// A signed number of 256 bits, two's complement, as the ABI has it. A value.
class Int256
{
public:
    constexpr Int256() = default; ///< zero

    /// Strict: perhaps `-`, then ASCII digits without leading zeros; no minus zero; -2^255 to 2^255 - 1.
    [[nodiscard]] static Result<Int256> fromDecimal(QStringView text);
    /// The 256 bits as they stand in a word.
    [[nodiscard]] static Int256 fromBits(const Uint256 &bits);

    [[nodiscard]] QString toDecimal() const;
    [[nodiscard]] const Uint256 &bits() const { return m_bits; }
    [[nodiscard]] bool isNegative() const { return (m_bits.limbs()[3] >> 63U) != 0; }
    [[nodiscard]] Uint256 magnitude() const;
    /// Whether it lies in -2^(bits-1) .. 2^(bits-1) - 1. Precondition: 1 <= bits <= 256.
    [[nodiscard]] bool fitsIn(unsigned bits) const;

    friend constexpr bool operator==(const Int256 &, const Int256 &) = default;

private:
    Uint256 m_bits;
};

} // namespace majlis::wallet
