// SPDX-License-Identifier: GPL-3.0-or-later
#include "wallet/solana/review.h"

#include <map>

namespace majlis::wallet::solana
{

using namespace Qt::StringLiterals;

namespace
{

template <class Key>
QString lookUp(const std::map<Key, QString> &names, Key key, const QString &fallback)
{
    const auto found = names.find(key);
    return found == names.end() ? fallback : found->second;
}

} // namespace

QString programName(Program program)
{
    static const std::map<Program, QString> names = {
        {Program::System, u"System Program"_s},
        {Program::Token, u"Token Program"_s},
        {Program::Token2022, u"Token-2022 Program"_s},
        {Program::AssociatedToken, u"Associated Token Account Program"_s},
        {Program::ComputeBudget, u"Compute Budget Program"_s},
        {Program::Memo, u"Memo Program"_s},
        {Program::Stake, u"Stake Program"_s},
        {Program::TradeHybridStaking, u"Trade Hybrid Staking"_s},
        {Program::TradeHybridMatrix, u"Trade Hybrid Matrix"_s},
    };
    return lookUp(names, program, u"Unknown program"_s);
}

QString methodName(Method method)
{
    static const std::map<Method, QString> names = {
        {Method::Transfer, u"Transfer"_s},
        {Method::TransferWithSeed, u"Transfer from a derived account"_s},
        {Method::CreateAccount, u"Create account"_s},
        {Method::CreateAccountWithSeed, u"Create derived account"_s},
        {Method::Assign, u"Hand account to a program"_s},
        {Method::AssignWithSeed, u"Hand derived account to a program"_s},
        {Method::Allocate, u"Allocate data"_s},
        {Method::AllocateWithSeed, u"Allocate data of a derived account"_s},
        {Method::AdvanceNonce, u"Use durable nonce"_s},
        {Method::WithdrawNonce, u"Withdraw from nonce account"_s},
        {Method::InitializeNonce, u"Set up nonce account"_s},
        {Method::AuthorizeNonce, u"Change nonce authority"_s},
        {Method::UpgradeNonce, u"Upgrade nonce account"_s},
        {Method::InitializeMint, u"Set up token"_s},
        {Method::InitializeTokenAccount, u"Set up token account"_s},
        {Method::InitializeMultisig, u"Set up multisig"_s},
        {Method::TransferChecked, u"Transfer token"_s},
        {Method::Approve, u"Approve spending"_s},
        {Method::ApproveChecked, u"Approve spending"_s},
        {Method::Revoke, u"Revoke spending"_s},
        {Method::SetAuthority, u"Change authority"_s},
        {Method::MintTo, u"Mint token"_s},
        {Method::MintToChecked, u"Mint token"_s},
        {Method::Burn, u"Burn token"_s},
        {Method::BurnChecked, u"Burn token"_s},
        {Method::CloseAccount, u"Close token account"_s},
        {Method::FreezeAccount, u"Freeze token account"_s},
        {Method::ThawAccount, u"Thaw token account"_s},
        {Method::SyncNative, u"Count wrapped SOL"_s},
        {Method::InitializeImmutableOwner, u"Fix owner of token account"_s},
        {Method::CreateTokenAccount, u"Create token account"_s},
        {Method::CreateTokenAccountIdempotent, u"Create token account if missing"_s},
        {Method::RequestHeapFrame, u"Ask for memory"_s},
        {Method::SetUnitLimit, u"Limit compute units"_s},
        {Method::SetUnitPrice, u"Set priority fee"_s},
        {Method::SetLoadedDataLimit, u"Limit loaded data"_s},
        {Method::Memo, u"Memo"_s},
        {Method::StakeInitialize, u"Set up stake account"_s},
        {Method::StakeAuthorize, u"Change stake authority"_s},
        {Method::StakeDelegate, u"Delegate stake to validator"_s},
        {Method::StakeSplit, u"Split stake"_s},
        {Method::StakeWithdraw, u"Withdraw stake"_s},
        {Method::StakeDeactivate, u"Deactivate stake"_s},
        {Method::StakeMerge, u"Merge stake"_s},
        {Method::PlatformStake, u"Stake"_s},
        {Method::PlatformUnstake, u"Unstake"_s},
        {Method::PlatformWithdraw, u"Withdraw"_s},
        {Method::PlatformClaimRewards, u"Claim rewards"_s},
        {Method::MatrixJoin, u"Join matrix"_s},
        {Method::MatrixUpgrade, u"Upgrade matrix tier"_s},
    };
    return lookUp(names, method, u"Unknown instruction"_s);
}

QString roleName(Role role)
{
    static const std::map<Role, QString> names = {
        {Role::From, u"From"_s},
        {Role::To, u"Recipient"_s},
        {Role::NewAccount, u"New account"_s},
        {Role::Base, u"Base account"_s},
        {Role::NonceAccount, u"Nonce account"_s},
        {Role::Authority, u"Authority"_s},
        {Role::TokenAccount, u"Token account"_s},
        {Role::Mint, u"Token"_s},
        {Role::Owner, u"Owner"_s},
        {Role::Delegate, u"Delegate"_s},
        {Role::Payer, u"Payer"_s},
        {Role::Wallet, u"Wallet"_s},
        {Role::TokenProgram, u"Token program"_s},
        {Role::SystemAccount, u"System account"_s},
        {Role::StakeAccount, u"Stake account"_s},
        {Role::VoteAccount, u"Validator's vote account"_s},
        {Role::CoSigner, u"Co-signer"_s},
    };
    return lookUp(names, role, u"Account"_s);
}

QString argumentName(Argument argument)
{
    static const std::map<Argument, QString> names = {
        {Argument::Lamports, u"Amount (lamports)"_s},
        {Argument::Amount, u"Amount"_s},
        {Argument::Decimals, u"Decimals"_s},
        {Argument::Space, u"Bytes"_s},
        {Argument::NewOwner, u"New owner program"_s},
        {Argument::Seed, u"Seed"_s},
        {Argument::NewAuthority, u"New authority"_s},
        {Argument::AuthorityType, u"Kind of authority"_s},
        {Argument::Base, u"Base account"_s},
        {Argument::Owner, u"Owner"_s},
        {Argument::Freezer, u"Freeze authority"_s},
        {Argument::Signatures, u"Signatures needed"_s},
        {Argument::Units, u"Compute units"_s},
        {Argument::MicroLamports, u"Micro-lamports per unit"_s},
        {Argument::HeapBytes, u"Bytes of memory"_s},
        {Argument::Text, u"Text"_s},
        {Argument::Staker, u"Stake authority"_s},
        {Argument::Withdrawer, u"Withdraw authority"_s},
        {Argument::Custodian, u"Lockup custodian"_s},
        {Argument::UnixTime, u"Locked until (Unix time)"_s},
        {Argument::Epoch, u"Locked until (epoch)"_s},
        {Argument::UnstakeIndex, u"Number of the unstaking"_s},
        {Argument::Sponsor, u"Sponsor"_s},
        {Argument::Tier, u"Tier"_s},
        {Argument::Price, u"Price"_s},
    };
    return lookUp(names, argument, u"Value"_s);
}

QString concernText(Concern concern)
{
    static const std::map<Concern, QString> texts = {
        {Concern::NotASigner, u"This transaction does not need this account's signature."_s},
        {Concern::UnknownProgram, u"It calls a program that Majlis does not know; anything can happen in it."_s},
        {Concern::UnknownInstruction, u"It calls a known program in a way that Majlis cannot read."_s},
        {Concern::UnresolvedAccount, u"It uses accounts from a lookup table that Majlis could not read."_s},
        {Concern::OwnerChange,
            u"It hands an account over to a program. Drainers do this: the money is gone for good."_s},
        {Concern::AuthorityChange, u"It lets somebody else control an account."_s},
        {Concern::UnlimitedDelegate, u"It lets somebody else take all of a token, at any time."_s},
        {Concern::Delegate, u"It lets somebody else take up to this amount of a token, at any time."_s},
        {Concern::ForeignNonce, u"It never expires: it uses a durable nonce that this wallet did not make."_s},
        {Concern::OwnNonce, u"It does not expire until it is used: it uses this wallet's durable nonce."_s},
        {Concern::MisplacedNonce, u"It uses up a durable nonce that does not belong to this transaction."_s},
        {Concern::ForeignTokenAccount, u"It makes a token account that belongs to somebody else."_s},
        {Concern::AccountEmptied, u"It empties or closes an account; see who receives what was in it."_s},
        {Concern::TokensBurned, u"It destroys tokens."_s},
        {Concern::AccountFrozen, u"It freezes a token account: nothing can be sent from it."_s},
        {Concern::RecipientCannotSign, u"No private key can belong to the recipient's address; it is a program's."_s},
        {Concern::HighPriorityFee, u"The priority fee is above 0.01 SOL."_s},
        {Concern::OtherFeePayer, u"Another account pays the network fee."_s},
        {Concern::OtherSigners, u"Others must sign this transaction as well."_s},
    };
    return lookUp(texts, concern, QString());
}

} // namespace majlis::wallet::solana
