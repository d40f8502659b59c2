// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "wallet/bytes.h"
#include "wallet/error.h"
#include "wallet/solana/publickey.h"

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace majlis::wallet::solana
{

/// The most bytes of a whole transaction: what fits into one IPv6 packet (1280 less its headers).
inline constexpr std::size_t maximumTransactionSize = 1232;

struct AccountMeta {
    PublicKey key;
    bool isSigner = false;
    bool isWritable = false;
    friend bool operator==(const AccountMeta &, const AccountMeta &) = default;
};

/// One call of a program, with accounts by name.
struct Instruction {
    PublicKey program;
    std::vector<AccountMeta> accounts;
    Bytes data;
    friend bool operator==(const Instruction &, const Instruction &) = default;
};

/// An address lookup table's content as it stands on the chain.
struct LookupTable {
    PublicKey key;
    std::vector<PublicKey> addresses; ///< at most 256
};

enum class MessageVersion { Legacy, V0 };

/// One call of a program as it is written: accounts by index, first into the static keys, then into what the lookups
/// load (all their writable ones, then all their readonly ones).
struct CompiledInstruction {
    std::uint8_t programIndex = 0;
    Bytes accounts;
    Bytes data;
    friend bool operator==(const CompiledInstruction &, const CompiledInstruction &) = default;
};

/// Indexes into one lookup table.
struct TableLookup {
    PublicKey table;
    Bytes writable;
    Bytes readonly;
    friend bool operator==(const TableLookup &, const TableLookup &) = default;
};

/// What the signatures of a transaction are over. Static keys stand in this order: writable signers (the first pays the
/// fee), readonly signers, writable others, readonly others.
struct Message {
    MessageVersion version = MessageVersion::Legacy;
    std::uint8_t requiredSignatures = 0;
    std::uint8_t readonlySigners = 0;
    std::uint8_t readonlyOthers = 0;
    std::vector<PublicKey> keys;
    Blockhash recentBlockhash;
    std::vector<CompiledInstruction> instructions;
    std::vector<TableLookup> lookups; ///< V0 only

    /// Strict: what the runtime would refuse is refused here (lengths written too long, bytes left over, indexes out of
    /// range, a program that is the fee payer or comes from a table, a key twice, a lookup of nothing, a version that
    /// is not 0). InvalidArgument names the field.
    [[nodiscard]] static Result<Message> parse(ByteView bytes);
    /// What parse() reads. Precondition: made by parse() or compile().
    [[nodiscard]] Bytes serialise() const;

    [[nodiscard]] const PublicKey &feePayer() const { return keys.front(); }
    [[nodiscard]] bool isSigner(std::size_t index) const { return index < requiredSignatures; }
    [[nodiscard]] bool isWritable(std::size_t index) const;
    /// The place of `key` among those who must sign; nullopt when it need not.
    [[nodiscard]] std::optional<std::size_t> signerIndex(const PublicKey &key) const;
    /// Static and loaded ones.
    [[nodiscard]] std::size_t accountCount() const;
    /// Static keys, then what the lookups load out of `tables`; nullopt for an entry whose table is not given or is
    /// shorter than the index.
    [[nodiscard]] std::vector<std::optional<PublicKey>> accounts(std::span<const LookupTable> tables) const;

    friend bool operator==(const Message &, const Message &) = default;
};

/// Puts accounts in order, each once with the union of its rights, and takes from `tables` (V0 only) what neither signs
/// nor is a program. InvalidArgument when there are more than 256 accounts or data longer than 65535 bytes, or when
/// tables are given for a legacy message.
[[nodiscard]] Result<Message> compile(const PublicKey &feePayer, const Blockhash &recentBlockhash,
    std::span<const Instruction> instructions, MessageVersion version = MessageVersion::Legacy,
    std::span<const LookupTable> tables = {});

} // namespace majlis::wallet::solana
