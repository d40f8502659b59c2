// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "wallet/bytes.h"
#include "wallet/solana/message.h"
#include "wallet/solana/publickey.h"

#include <QString>

#include <cstdint>
#include <optional>
#include <span>
#include <variant>
#include <vector>

namespace majlis::wallet::solana
{

/// The programs that the wallet can read.
enum class Program {
    Unknown,
    System,
    Token,
    Token2022, ///< only the instructions that it shares with Token
    AssociatedToken,
    ComputeBudget,
    Memo,
    Stake,
    TradeHybridStaking, ///< at an address that only configuration knows: contract/trade-hybrid.openapi.yaml
    TradeHybridMatrix, ///< the same
};

/// What an instruction does. `Unknown`: the program is not known, or it has no instruction like that.
enum class Method {
    Unknown,
    Transfer,
    TransferWithSeed,
    CreateAccount,
    CreateAccountWithSeed,
    Assign,
    AssignWithSeed,
    Allocate,
    AllocateWithSeed,
    AdvanceNonce,
    WithdrawNonce,
    InitializeNonce,
    AuthorizeNonce,
    UpgradeNonce,
    InitializeMint,
    InitializeTokenAccount,
    InitializeMultisig,
    TransferChecked,
    Approve,
    ApproveChecked,
    Revoke,
    SetAuthority,
    MintTo,
    MintToChecked,
    Burn,
    BurnChecked,
    CloseAccount,
    FreezeAccount,
    ThawAccount,
    SyncNative,
    InitializeImmutableOwner,
    CreateTokenAccount,
    CreateTokenAccountIdempotent,
    RequestHeapFrame,
    SetUnitLimit,
    SetUnitPrice,
    SetLoadedDataLimit,
    Memo,
    StakeInitialize,
    StakeAuthorize,
    StakeDelegate,
    StakeSplit,
    StakeWithdraw,
    StakeDeactivate,
    StakeMerge,
    PlatformStake,
    PlatformUnstake,
    PlatformWithdraw,
    PlatformClaimRewards,
    MatrixJoin,
    MatrixUpgrade,
};

/// What an account is there for.
enum class Role {
    Other,
    From,
    To,
    NewAccount,
    Base,
    Account,
    NonceAccount,
    Authority,
    TokenAccount,
    Mint,
    Owner,
    Delegate,
    Payer,
    Wallet,
    TokenProgram,
    SystemAccount, ///< a sysvar or a program that the instruction merely needs
    StakeAccount,
    VoteAccount,
    CoSigner,
};

/// What a value in the data means.
enum class Argument {
    Lamports,
    Amount, ///< of the token, in its smallest part
    Decimals,
    Space,
    NewOwner, ///< the program that an account is given to
    Seed,
    NewAuthority,
    AuthorityType, ///< a number, as in token::AuthorityType, or 0 staker and 1 withdrawer
    Base,
    Owner,
    Freezer,
    Signatures, ///< how many of a multisig's signers must sign
    Units,
    MicroLamports,
    HeapBytes,
    Text,
    Staker,
    Withdrawer,
    Custodian,
    UnixTime,
    Epoch,
    UnstakeIndex,
    Sponsor,
    Tier,
    Price,
};

struct DecodedAccount {
    Role role = Role::Other;
    std::optional<PublicKey> key; ///< nullopt: it comes from a lookup table that the wallet does not have
    bool isSigner = false;
    bool isWritable = false;
};

struct DecodedArgument {
    Argument name = Argument::Amount;
    /// A number, an address (nullopt: none), or text.
    std::variant<std::uint64_t, std::optional<PublicKey>, QString> value;
};

struct DecodedInstruction {
    Program program = Program::Unknown;
    PublicKey programKey;
    Method method = Method::Unknown;
    std::vector<DecodedAccount> accounts;
    std::vector<DecodedArgument> arguments; ///< empty when the method is Unknown
    Bytes data;

    /// The first account of that role; nullptr when there is none.
    [[nodiscard]] const DecodedAccount *account(Role role) const;
    /// Its address; nullopt when there is none or it is not known.
    [[nodiscard]] std::optional<PublicKey> key(Role role) const;
    [[nodiscard]] std::optional<std::uint64_t> number(Argument name) const;
    /// nullopt when there is no such argument, or it says "none".
    [[nodiscard]] std::optional<PublicKey> address(Argument name) const;
    [[nodiscard]] std::optional<QString> text(Argument name) const;
};

/// A program at an address of the user's configuration.
struct ConfiguredProgram {
    PublicKey key;
    Program program = Program::Unknown;
};

/// Reads an instruction of `message`; `accounts` is message.accounts(tables). Strict: the data must be exactly what the
/// program defines and the accounts as many as it needs, otherwise the method is Unknown.
/// Precondition: index < message.instructions.size(), accounts.size() == message.accountCount().
[[nodiscard]] DecodedInstruction decode(const Message &message, std::size_t index,
    std::span<const std::optional<PublicKey>> accounts, std::span<const ConfiguredProgram> configured = {});

} // namespace majlis::wallet::solana
