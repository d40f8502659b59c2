// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/amount.h"

#include <QString>

#include <cstdint>

namespace majlis::sandbox
{

/// Money inside the world: base units (10^-18 tokens) in 128 bits. The world keeps supplies below 10^12 tokens, so sums
/// never wrap; whatever crosses the wire is text made by `decimalText`.
__extension__ using Wide = unsigned __int128;

inline constexpr Wide tokenUnit = Wide(1'000'000'000'000'000'000ULL); ///< one token in base units

/// Shortest exact decimal text of base units, as the contract's `Decimal`.
[[nodiscard]] QString decimalText(Wide baseUnits);
/// The same with a leading minus for a negative amount that is not zero.
[[nodiscard]] QString signedDecimalText(Wide magnitude, bool negative);
/// The exact value as the domain's money type.
[[nodiscard]] Amount toAmount(Wide baseUnits);
/// Base units of a non-negative amount; larger values than 128 bits hold saturate.
[[nodiscard]] Wide fromAmount(const Amount &amount);
/// Nearest double in tokens: for weights and sorting, never shown.
[[nodiscard]] double tokensLossy(Wide baseUnits);
/// US dollars at `microDollars` a token, two digits, rounded down.
[[nodiscard]] QString dollarText(Wide baseUnits, std::uint32_t microDollars);

} // namespace majlis::sandbox
