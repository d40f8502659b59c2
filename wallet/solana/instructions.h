// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "wallet/bytes.h"
#include "wallet/error.h"
#include "wallet/solana/message.h"
#include "wallet/solana/publickey.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace majlis::wallet::solana
{

// Instructions that the wallet builds. Amounts are base units: lamports (10^-9 SOL), or the token's smallest part.
// Layouts: solana-system-interface, spl-token-interface, spl-associated-token-account, compute-budget-interface,
// spl-memo, as their crates define them. Reading them back: review.h.

namespace system
{
/// `from` signs.
[[nodiscard]] Instruction transfer(const PublicKey &from, const PublicKey &to, std::uint64_t lamports);
/// `from` and `account` sign.
[[nodiscard]] Instruction createAccount(const PublicKey &from, const PublicKey &account, std::uint64_t lamports,
    std::uint64_t space, const PublicKey &owner);
/// `from` and `base` sign; `account` is createWithSeed(base, seed, owner).
[[nodiscard]] Instruction createAccountWithSeed(const PublicKey &from, const PublicKey &account, const PublicKey &base,
    std::string_view seed, std::uint64_t lamports, std::uint64_t space, const PublicKey &owner);
/// Gives `account` to another program for good. The wallet only builds it to show that it refuses it.
[[nodiscard]] Instruction assign(const PublicKey &account, const PublicKey &owner);
[[nodiscard]] Instruction allocate(const PublicKey &account, std::uint64_t space);
/// A nonce account has 80 bytes and is created before, owned by the system program.
[[nodiscard]] Instruction initializeNonce(const PublicKey &nonceAccount, const PublicKey &authority);
/// Must be the transaction's first instruction; its recent blockhash is then the nonce's value.
[[nodiscard]] Instruction advanceNonce(const PublicKey &nonceAccount, const PublicKey &authority);
[[nodiscard]] Instruction withdrawNonce(
    const PublicKey &nonceAccount, const PublicKey &authority, const PublicKey &to, std::uint64_t lamports);
[[nodiscard]] Instruction authorizeNonce(
    const PublicKey &nonceAccount, const PublicKey &authority, const PublicKey &newAuthority);
} // namespace system

namespace token
{
enum class AuthorityType : std::uint8_t { MintTokens = 0, FreezeAccount = 1, AccountOwner = 2, CloseAccount = 3 };

// `program` is tokenProgram() or token2022Program(); `owner` signs.
[[nodiscard]] Instruction transfer(const PublicKey &program, const PublicKey &source, const PublicKey &destination,
    const PublicKey &owner, std::uint64_t amount);
/// The chain refuses it unless the mint's decimals are these: what is sent is what was shown.
[[nodiscard]] Instruction transferChecked(const PublicKey &program, const PublicKey &source, const PublicKey &mint,
    const PublicKey &destination, const PublicKey &owner, std::uint64_t amount, std::uint8_t decimals);
[[nodiscard]] Instruction approve(const PublicKey &program, const PublicKey &source, const PublicKey &delegate,
    const PublicKey &owner, std::uint64_t amount);
[[nodiscard]] Instruction approveChecked(const PublicKey &program, const PublicKey &source, const PublicKey &mint,
    const PublicKey &delegate, const PublicKey &owner, std::uint64_t amount, std::uint8_t decimals);
[[nodiscard]] Instruction revoke(const PublicKey &program, const PublicKey &source, const PublicKey &owner);
/// nullopt takes the authority away for ever.
[[nodiscard]] Instruction setAuthority(const PublicKey &program, const PublicKey &account, AuthorityType type,
    const PublicKey &current, const std::optional<PublicKey> &next);
[[nodiscard]] Instruction mintTo(const PublicKey &program, const PublicKey &mint, const PublicKey &destination,
    const PublicKey &authority, std::uint64_t amount);
[[nodiscard]] Instruction burn(const PublicKey &program, const PublicKey &source, const PublicKey &mint,
    const PublicKey &owner, std::uint64_t amount);
/// Its lamports go to `destination`; the token balance must be zero, unless it is wrapped SOL.
[[nodiscard]] Instruction closeAccount(
    const PublicKey &program, const PublicKey &account, const PublicKey &destination, const PublicKey &owner);
/// Makes an account of wrapped SOL count the lamports that it holds.
[[nodiscard]] Instruction syncNative(const PublicKey &account);
/// A mint account has 82 bytes and is created before, owned by `program`.
[[nodiscard]] Instruction initializeMint(const PublicKey &program, const PublicKey &mint, std::uint8_t decimals,
    const PublicKey &authority, const std::optional<PublicKey> &freezeAuthority);
} // namespace token

namespace associatedtoken
{
/// Makes the token account of `wallet` unless it is there already. `payer` signs and pays the rent.
[[nodiscard]] Result<Instruction> createIdempotent(
    const PublicKey &payer, const PublicKey &wallet, const PublicKey &mint, const PublicKey &tokenProgram);
} // namespace associatedtoken

namespace computebudget
{
/// At most 1,400,000 in one transaction; 200,000 for each instruction when this is not there.
[[nodiscard]] Instruction setUnitLimit(std::uint32_t units);
/// The priority fee is units · price / 10^6 lamports, rounded up.
[[nodiscard]] Instruction setUnitPrice(std::uint64_t microLamports);
} // namespace computebudget

namespace memo
{
/// UTF-8; each of `signers` signs too. InvalidArgument when the text is not UTF-8 or above 566 bytes.
[[nodiscard]] Result<Instruction> create(std::string_view text, std::span<const PublicKey> signers = {});
} // namespace memo

} // namespace majlis::wallet::solana
