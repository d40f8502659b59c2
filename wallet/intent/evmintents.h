// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "wallet/address.h"
#include "wallet/bytes.h"
#include "wallet/intent/chains.h"
#include "wallet/platform.h"
#include "wallet/uint256.h"

#include <QByteArray>
#include <QString>

#include <chrono>
#include <optional>
#include <variant>
#include <vector>

namespace majlis::wallet
{

/// Type 0 with EIP-155, for chains without a base fee.
struct LegacyFee {
    Uint256 gasPrice; ///< wei per gas
};
/// Type 2 (EIP-1559).
struct DynamicFee {
    Uint256 maxFeePerGas; ///< wei per gas; at least the next
    Uint256 maxPriorityFeePerGas; ///< wei per gas
};

/// What every EVM transaction has. Access lists are always empty.
struct EvmTransactionFields {
    ChainId chainId = 0; ///< EIP-155; there is no transaction without it
    std::uint64_t nonce = 0; ///< of the sending account, below 2^64 - 1 (EIP-2681)
    std::uint64_t gasLimit = 0; ///< gas; 21000 to 100 million
    std::variant<DynamicFee, LegacyFee> fee;
    /// Not signed: when the client will no longer send it, since 1970 UTC. Refused once it is over; zero: none.
    std::chrono::milliseconds validUntil{};
};

/// An ERC-20 token as the client knows it. The review says so when the wallet's own list does not have it.
struct EvmToken {
    Address contract;
    QString symbol; ///< 1 to 20 printable characters
    std::uint8_t decimals = 18; ///< 0 to 36
};

/// Native coin, or `transfer(address,uint256)` of an ERC-20 token.
struct EvmTransferIntent {
    EvmTransactionFields transaction;
    Address recipient; ///< an EVM address, not zero and not the token's contract
    Uint256 amount; ///< base units (wei, or 10^-decimals of the token); not zero, but for a cancel: zero to oneself
    std::optional<EvmToken> token; ///< none: the chain's native coin
};

/// A value for one parameter of a contract's method, in the order of the method's parameters.
struct CallArgument {
    /// uintN; bool; address; string; bytes and bytesN; arrays and tuples (at most 8 deep, 256 values in all); intN.
    std::variant<Uint256, bool, Address, QString, Bytes, std::vector<CallArgument>, Int256> value;
};

/// A call of one method with these arguments. The wallet encodes it; there is no way to hand it calldata.
struct EvmContractCallIntent {
    Platform platform = Platform::AbLand; ///< whose contract it is
    EvmTransactionFields transaction;
    Address contract;
    QString method; ///< canonical: `swap(bytes32,address,uint256,uint256)`
    std::vector<CallArgument> arguments;
    Uint256 value; ///< wei sent along
    std::vector<EvmToken> tokens; ///< the tokens among the arguments, so that amounts can be shown; at most 8
    /// The user's wish, for this one request, to sign although contract or method is not on the wallet's list.
    bool expertMode = false;
};

/// Takes back what a contract may take of the account. It grants nothing, so neither contract nor spender has to be
/// known; but see ReviewFinding::RevokesUnknownToken.
struct EvmRevokeIntent {
    enum class Kind : std::uint8_t {
        Token, ///< ERC-20: `approve(spender, 0)`
        Item, ///< one NFT (ERC-721): `approve(0, item)`; `spender` is only shown
        Collection, ///< all NFTs of a collection (ERC-721, ERC-1155): `setApprovalForAll(spender, false)`
    };
    Kind kind = Kind::Token;
    EvmTransactionFields transaction;
    Address contract; ///< of the token or the collection
    Address spender;
    Uint256 item; ///< kind Item: the NFT's number; zero otherwise
    std::optional<EvmToken> token; ///< kind Token: how to name it; none: by its address
};

/// EIP-712 v4. Refused when the domain has another chain or none, or a verifying contract that is not on the wallet's
/// list (the latter is allowed with expertMode).
struct EvmTypedDataIntent {
    Platform platform = Platform::AbLand;
    ChainId chainId = 0; ///< the chain the account is used on
    QByteArray json; ///< the object of eth_signTypedData_v4, UTF-8, at most 64 KiB
    bool expertMode = false;
};

} // namespace majlis::wallet
