// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "wallet/address.h"
#include "wallet/bytes.h"
#include "wallet/intent/chains.h"
#include "wallet/platform.h"

#include <QString>

#include <optional>
#include <variant>
#include <vector>

namespace majlis::wallet
{

/// What every Solana transaction of ours has. The signing account pays the fee and is the only signer.
struct SolanaTransactionFields {
    SolanaCluster cluster = SolanaCluster::Mainnet;
    ByteArray<32> recentBlockhash{};
    std::uint64_t lastValidBlockHeight = 0; ///< not signed: until which block the hash is good
    std::uint32_t computeUnitLimit = 0; ///< 0: the runtime's default; at most 1,400,000
    std::uint64_t computeUnitPrice = 0; ///< micro-lamports per compute unit; 0: no priority fee
};

struct SolanaToken {
    Address mint;
    QString symbol; ///< 1 to 20 printable characters
    std::uint8_t decimals = 0; ///< 0 to 18
    bool createAccount = false; ///< make the recipient's associated token account first (costs rent)
};

/// SOL, or `TransferChecked` of an SPL token between associated token accounts.
struct SolanaTransferIntent {
    SolanaTransactionFields transaction;
    Address recipient; ///< a wallet's address (not a token account)
    std::uint64_t amount = 0; ///< lamports, or base units of the token; not zero
    std::optional<SolanaToken> token;
    QString memo; ///< at most 256 bytes of UTF-8; empty: none
};

/// A number of a program's instruction data, little-endian, or 32 bytes of an address.
struct ProgramArgument {
    std::variant<std::uint8_t, std::uint32_t, std::uint64_t, Address> value;
};

/// One instruction of a platform's own program (contract/*.openapi.yaml, "x-program-instructions"; HABIBI's referral
/// program). Where a server builds the transaction this is what it must do, and nothing else that moves value.
struct SolanaProgramCallIntent {
    Platform platform = Platform::Zmart;
    SolanaTransactionFields transaction;
    Address program;
    QString instruction; ///< the contract's name, such as `buy_shares`
    std::vector<ProgramArgument> arguments; ///< in the contract's order
    std::vector<Address> accounts; ///< that the instruction must name, such as the market's; in any order
};

} // namespace majlis::wallet
