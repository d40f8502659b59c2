// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLatin1String>
#include <QStringView>

#include <array>
#include <cstdint>
#include <optional>

namespace majlis::sandbox
{

/// The platform's chains in the contract's order; the value is also the index into per-chain arrays.
enum class Chain : std::uint8_t { Solana = 0, Base = 1, Arbitrum = 2 };

inline constexpr std::array allChains{Chain::Solana, Chain::Base, Chain::Arbitrum};

[[nodiscard]] constexpr std::size_t slot(Chain chain)
{
    return static_cast<std::size_t>(chain);
}
[[nodiscard]] constexpr QLatin1String chainName(Chain chain)
{
    constexpr std::array names{QLatin1String("solana"), QLatin1String("base"), QLatin1String("arbitrum")};
    return names[slot(chain)];
}
[[nodiscard]] constexpr int chainId(Chain chain)
{
    constexpr std::array ids{1, 8453, 42161};
    return ids[slot(chain)];
}
/// Middle part of a referral code made on the chain.
[[nodiscard]] constexpr QLatin1String codePart(Chain chain)
{
    constexpr std::array parts{QLatin1String("SOL"), QLatin1String("BASE"), QLatin1String("ARB")};
    return parts[slot(chain)];
}
[[nodiscard]] inline std::optional<Chain> chainFromName(QStringView name)
{
    for (const Chain chain : allChains) {
        if (name == chainName(chain))
            return chain;
    }
    return std::nullopt;
}

} // namespace majlis::sandbox
