// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/amount.h"
#include "models/domain/result.h"

#include <cstdint>

namespace majlis
{

/// The bounds of HABIBI's transactions (domain.md 1.5). Overflow where a product leaves 64 bits.

/// Gas limit for an estimate: estimate × 110 / 100 DOWN.
[[nodiscard]] Result<std::uint64_t> gasLimit(std::uint64_t estimate);
/// Solana priority fee in lamports: compute units × microlamports / 10^6 UP.
[[nodiscard]] Result<std::uint64_t> priorityFeeLamports(
    std::uint64_t computeUnits, std::uint64_t microLamports = 1'000);
/// The largest outflow that a simulation may show when `expected` is what the user agreed to: × 1.05, compared exactly.
[[nodiscard]] Result<Amount> largestOutflow(const Amount &expected);

} // namespace majlis
