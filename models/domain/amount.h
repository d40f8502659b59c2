// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"

#include <QByteArrayView>
#include <QString>
#include <QStringView>

#include <array>
#include <compare>
#include <cstdint>

namespace majlis
{

/// How a result that does not fit is cut (domain.md section 0).
enum class Rounding {
    Down, ///< toward zero
    Up, ///< away from zero
    HalfEven, ///< nearest, ties to even
    HalfUp, ///< nearest, ties away from zero; display only
};

/// A sum of money, a price or a probability: a signed integer scaled by 10^18. Exact, never floating point.
/// Range: magnitudes below 2^383, so that any uint256 in base units with 18 decimals and sums of many of them fit;
/// beyond it every operation fails with Overflow. Values are immutable and may be read from any thread.
class Amount
{
public:
    static constexpr int scale = 18;

    constexpr Amount() = default; ///< zero

    /// Strict: `^-?(0|[1-9][0-9]{0,59})(\.[0-9]{1,18})?$` (CONVENTIONS rule 1). Rejects, never repairs: no exponent,
    /// no plus sign, no spaces, no separators, no leading zeros, no minus zero.
    [[nodiscard]] static Result<Amount> parse(QStringView text);
    [[nodiscard]] static Result<Amount> parse(QByteArrayView text);
    /// Whole units.
    [[nodiscard]] static Amount fromInteger(std::int64_t units);
    /// `baseUnits` decimal digits (a uint256) of a token with `decimals` places; more than 18 places that are not zero
    /// fail with InvalidArgument, as nothing is cut.
    [[nodiscard]] static Result<Amount> fromBaseUnits(QStringView baseUnits, int decimals);
    /// The raw scaled integer, unsigned little-endian limbs and a sign: for the binary graph and for tests.
    [[nodiscard]] static Result<Amount> fromRaw(const std::array<std::uint64_t, 6> &magnitude, bool negative);

    /// Shortest exact text: `1234.5`, `-0.000000000000000001`, `0`.
    [[nodiscard]] QString toString() const;
    /// With exactly `places` (0..18) fractional digits.
    [[nodiscard]] QString toString(int places, Rounding rounding) const;
    /// Base units of a token with `decimals` (0..38) places; an amount with more digits is InvalidArgument, never cut.
    [[nodiscard]] Result<QString> toBaseUnits(int decimals) const;
    /// Nearest double: for drawing and sorting only.
    [[nodiscard]] double toDoubleLossy() const;

    [[nodiscard]] bool isZero() const;
    [[nodiscard]] bool isNegative() const { return m_negative; }
    [[nodiscard]] const std::array<std::uint64_t, 6> &rawMagnitude() const { return m_magnitude; }

    [[nodiscard]] Amount negated() const;
    [[nodiscard]] Amount abs() const;
    [[nodiscard]] Result<Amount> plus(const Amount &other) const;
    [[nodiscard]] Result<Amount> minus(const Amount &other) const;
    /// The exact product, rounded to 18 places.
    [[nodiscard]] Result<Amount> times(const Amount &other, Rounding rounding) const;
    /// The exact quotient, rounded to 18 places. Division by zero is Undefined.
    [[nodiscard]] Result<Amount> dividedBy(const Amount &other, Rounding rounding) const;
    /// `this × numerator / denominator` with one rounding; the way bps, fees and shares are taken.
    [[nodiscard]] Result<Amount> timesRatio(std::int64_t numerator, std::int64_t denominator, Rounding rounding) const;
    /// `this × numerator / denominator` with one rounding.
    [[nodiscard]] Result<Amount> timesRatio(
        const Amount &numerator, const Amount &denominator, Rounding rounding) const;
    /// Rounded to `places` (0..18) fractional digits.
    [[nodiscard]] Result<Amount> rounded(int places, Rounding rounding) const;

    friend bool operator==(const Amount &, const Amount &) = default;
    friend std::strong_ordering operator<=>(const Amount &left, const Amount &right);

private:
    std::array<std::uint64_t, 6> m_magnitude{}; // little-endian limbs of |value| × 10^18
    bool m_negative = false; // never with magnitude 0
};

} // namespace majlis
