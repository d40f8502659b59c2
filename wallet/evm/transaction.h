// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "wallet/address.h"
#include "wallet/bytes.h"
#include "wallet/encoding/keccak.h"
#include "wallet/error.h"
#include "wallet/secretbytes.h"
#include "wallet/signature.h"
#include "wallet/uint256.h"

#include <optional>
#include <vector>

namespace majlis::wallet
{

enum class EvmTransactionType : std::uint8_t {
    Legacy = 0, ///< with replay protection (EIP-155)
    AccessList = 1, ///< EIP-2930
    DynamicFee = 2, ///< EIP-1559
};

/// EIP-2930: what a transaction says beforehand that it will touch.
struct AccessListEntry {
    Address address;
    std::vector<Hash256> storageKeys;
    friend bool operator==(const AccessListEntry &, const AccessListEntry &) = default;
};

/// An EVM transaction without its signature. Fields that its type does not have stay at their defaults.
struct EvmTransaction {
    EvmTransactionType type = EvmTransactionType::DynamicFee;
    Uint256 chainId; ///< 0 only in decoded legacy transactions from before EIP-155; never signed
    std::uint64_t nonce = 0; ///< below 2^64 - 1 (EIP-2681)
    std::uint64_t gas = 0; ///< the limit, in units of gas
    Uint256 gasPrice; ///< wei a unit; Legacy and AccessList
    Uint256 maxFeePerGas; ///< wei a unit; DynamicFee
    Uint256 maxPriorityFeePerGas; ///< wei a unit; DynamicFee, at most maxFeePerGas
    std::optional<Address> to; ///< an EVM address; empty: the data is a new contract's code
    Uint256 value; ///< wei
    Bytes data;
    std::vector<AccessListEntry> accessList; ///< AccessList and DynamicFee

    /// InvalidArgument that names the field: a fee of another type, a priority fee above the fee, an address of another
    /// family, a chain id that EIP-155 cannot carry.
    [[nodiscard]] Result<void> check() const;
    /// The bytes whose keccak256 is signed: for Legacy the list of EIP-155, else the type and the list.
    [[nodiscard]] Bytes unsignedPayload() const;
    [[nodiscard]] Hash256 signingDigest() const;
    /// What it may cost at most: value + gas × the highest fee, in wei. InvalidArgument above 2^256.
    [[nodiscard]] Result<Uint256> mostWei() const;

    friend bool operator==(const EvmTransaction &, const EvmTransaction &) = default;
};

/// A transaction as it goes to a node.
struct SignedEvmTransaction {
    EvmTransaction transaction;
    Address from;
    EvmSignature signature; ///< v is 27 or 28 here, whatever the wire form says
    Bytes raw;
    Hash256 hash{}; ///< keccak256(raw): how chains and explorers name it
};

/// Signs after check(). A chain id of 0 is refused: such a transaction would be valid on every chain.
[[nodiscard]] Result<SignedEvmTransaction> signTransaction(
    const EvmTransaction &transaction, const SecretBytes &privateKey);

/// Strict: canonical RLP with exactly the fields of its type, numbers in range, low s; recovers the sender. Takes
/// legacy transactions from before EIP-155 too (chainId 0), as old ones are still looked at.
[[nodiscard]] Result<SignedEvmTransaction> decodeTransaction(ByteView raw);
/// Of the bytes that are signed, as a platform's server may hand them over. As strict.
[[nodiscard]] Result<EvmTransaction> decodeUnsignedTransaction(ByteView payload);

} // namespace majlis::wallet
