// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "wallet/address.h"

#include <QString>

#include <vector>

namespace majlis::chain
{

/// A token of Solana that a platform's contract names.
struct KnownSolanaToken {
    wallet::Address mint;
    QString symbol;
    QString platform; ///< whose contract names it: two platforms call different mints by one symbol
    unsigned decimals = 9;
};

/// contract/zmart.openapi.yaml (QuoteToken) and trade-hybrid.openapi.yaml (StakePool, MatrixCurrency). The signer's
/// review says of each of them that nobody vouches for it, and shows the mint in full.
[[nodiscard]] const std::vector<KnownSolanaToken> &knownSolanaTokens();

} // namespace majlis::chain
