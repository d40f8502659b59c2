// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/openenum.h"

#include <cstdint>
#include <optional>

namespace majlis
{

/// The chains of HABIBI (habibi.graphql, `Chain`).
enum class ChainName {
    Unknown,
    Solana,
    Base,
    Arbitrum,
};

template <>
struct WireNames<ChainName> {
    static constexpr std::array<std::pair<ChainName, QStringView>, 3> names{
        {{ChainName::Solana, u"solana"}, {ChainName::Base, u"base"}, {ChainName::Arbitrum, u"arbitrum"}}};
};

/// A chain; one that this version does not know keeps its text and is shown by it.
using Chain = OpenEnum<ChainName>;

/// Numeric id of tokens and tables: Solana 1 (the document's), Base 8453 and Arbitrum 42161 (EIP-155). 1 is never
/// Ethereum here (D13). None for an unknown chain.
[[nodiscard]] constexpr std::optional<std::int64_t> chainId(ChainName chain)
{
    switch (chain) {
    case ChainName::Solana:
        return 1;
    case ChainName::Base:
        return 8453;
    case ChainName::Arbitrum:
        return 42161;
    case ChainName::Unknown:
        break;
    }
    return std::nullopt;
}

} // namespace majlis
