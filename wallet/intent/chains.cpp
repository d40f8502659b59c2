// SPDX-License-Identifier: GPL-3.0-or-later
#include "wallet/intent/chains.h"

#include <algorithm>
#include <array>

namespace majlis::wallet
{

const ChainInfo *knownChain(ChainId id)
{
    static const std::array chains{
        ChainInfo{chainEthereum, QStringLiteral("Ethereum"), QStringLiteral("ETH")},
        ChainInfo{chainBnb, QStringLiteral("BNB Smart Chain"), QStringLiteral("BNB")},
        ChainInfo{chainBnbTestnet, QStringLiteral("BNB Smart Chain Testnet"), QStringLiteral("tBNB")},
        ChainInfo{chainPolygon, QStringLiteral("Polygon"), QStringLiteral("POL")},
        ChainInfo{chainBase, QStringLiteral("Base"), QStringLiteral("ETH")},
        ChainInfo{chainLocal, QStringLiteral("Local development chain"), QStringLiteral("ETH")},
        ChainInfo{chainArbitrum, QStringLiteral("Arbitrum One"), QStringLiteral("ETH")},
    };
    const auto found = std::find_if(chains.begin(), chains.end(), [id](const ChainInfo &c) { return c.id == id; });
    return found == chains.end() ? nullptr : &*found;
}

QString clusterName(SolanaCluster cluster)
{
    return cluster == SolanaCluster::Mainnet ? QStringLiteral("mainnet") : QStringLiteral("devnet");
}

} // namespace majlis::wallet
