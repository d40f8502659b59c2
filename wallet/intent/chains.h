// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <cstdint>

namespace majlis::wallet
{

/// EIP-155; not zero.
using ChainId = std::uint64_t;

/// The chains of the platforms: those of contract/, and 31337, the chain of a development node.
inline constexpr ChainId chainEthereum = 1;
inline constexpr ChainId chainBnb = 56;
inline constexpr ChainId chainBnbTestnet = 97;
inline constexpr ChainId chainPolygon = 137;
inline constexpr ChainId chainBase = 8453;
inline constexpr ChainId chainLocal = 31337;
inline constexpr ChainId chainArbitrum = 42161;

struct ChainInfo {
    ChainId id = 0;
    QString name; ///< the chain's own; the same in every language
    QString nativeSymbol; ///< 18 decimals on each of them
};
/// Null when the wallet does not know the chain.
[[nodiscard]] const ChainInfo *knownChain(ChainId id);

enum class SolanaCluster : std::uint8_t { Mainnet = 0, Devnet = 1 };
/// `mainnet` or `devnet`, as sign-in texts have it.
[[nodiscard]] QString clusterName(SolanaCluster cluster);

} // namespace majlis::wallet
