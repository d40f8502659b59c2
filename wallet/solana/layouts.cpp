// SPDX-License-Identifier: GPL-3.0-or-later
#include "wallet/solana/layouts.h"

namespace majlis::wallet::solana
{

namespace
{

using enum Argument;
using R = Role;
using M = Method;
using K = FieldKind;

// bincode's number of an enum's variant: a little-endian u32.
Bytes u32(std::uint8_t number)
{
    return {number, 0, 0, 0};
}

// Crate solana-system-interface, enum SystemInstruction.
std::vector<Layout> systemLayouts()
{
    return {
        {u32(0), M::CreateAccount, {R::From, R::NewAccount}, {{Lamports, K::U64}, {Space, K::U64}, {NewOwner, K::Key}}},
        {u32(1), M::Assign, {R::Account}, {{NewOwner, K::Key}}},
        {u32(2), M::Transfer, {R::From, R::To}, {{Lamports, K::U64}}},
        {u32(3), M::CreateAccountWithSeed, {R::From, R::NewAccount, R::Base},
            {{Base, K::Key}, {Seed, K::LongText}, {Lamports, K::U64}, {Space, K::U64}, {NewOwner, K::Key}}, 1},
        {u32(4), M::AdvanceNonce, {R::NonceAccount, R::SystemAccount, R::Authority}, {}},
        {u32(5), M::WithdrawNonce, {R::NonceAccount, R::To, R::SystemAccount, R::SystemAccount, R::Authority},
            {{Lamports, K::U64}}},
        {u32(6), M::InitializeNonce, {R::NonceAccount, R::SystemAccount, R::SystemAccount}, {{NewAuthority, K::Key}}},
        {u32(7), M::AuthorizeNonce, {R::NonceAccount, R::Authority}, {{NewAuthority, K::Key}}},
        {u32(8), M::Allocate, {R::Account}, {{Space, K::U64}}},
        {u32(9), M::AllocateWithSeed, {R::Account, R::Base},
            {{Base, K::Key}, {Seed, K::LongText}, {Space, K::U64}, {NewOwner, K::Key}}},
        {u32(10), M::AssignWithSeed, {R::Account, R::Base}, {{Base, K::Key}, {Seed, K::LongText}, {NewOwner, K::Key}}},
        {u32(11), M::TransferWithSeed, {R::From, R::Base, R::To},
            {{Lamports, K::U64}, {Seed, K::LongText}, {NewOwner, K::Key}}},
        {u32(12), M::UpgradeNonce, {R::NonceAccount}, {}},
    };
}

// Crate spl-token-interface, enum TokenInstruction. Accounts beyond those named sign for a multisig owner.
std::vector<Layout> tokenLayouts()
{
    const std::vector<LayoutField> mint = {{Decimals, K::U8}, {NewAuthority, K::Key}, {Freezer, K::OptionalKey}};
    const std::vector<LayoutField> amount = {{Amount, K::U64}};
    const std::vector<LayoutField> checked = {{Amount, K::U64}, {Decimals, K::U8}};
    std::vector<Layout> layouts = {
        {{0}, M::InitializeMint, {R::Mint, R::SystemAccount}, mint},
        {{1}, M::InitializeTokenAccount, {R::TokenAccount, R::Mint, R::Owner, R::SystemAccount}, {}},
        {{2}, M::InitializeMultisig, {R::Account, R::SystemAccount}, {{Signatures, K::U8}}},
        {{3}, M::Transfer, {R::From, R::To, R::Owner}, amount},
        {{4}, M::Approve, {R::TokenAccount, R::Delegate, R::Owner}, amount},
        {{5}, M::Revoke, {R::TokenAccount, R::Owner}, {}},
        {{6}, M::SetAuthority, {R::Account, R::Authority}, {{AuthorityType, K::U8}, {NewAuthority, K::OptionalKey}}},
        {{7}, M::MintTo, {R::Mint, R::To, R::Authority}, amount},
        {{8}, M::Burn, {R::TokenAccount, R::Mint, R::Owner}, amount},
        {{9}, M::CloseAccount, {R::TokenAccount, R::To, R::Owner}, {}},
        {{10}, M::FreezeAccount, {R::TokenAccount, R::Mint, R::Authority}, {}},
        {{11}, M::ThawAccount, {R::TokenAccount, R::Mint, R::Authority}, {}},
        {{12}, M::TransferChecked, {R::From, R::Mint, R::To, R::Owner}, checked},
        {{13}, M::ApproveChecked, {R::TokenAccount, R::Mint, R::Delegate, R::Owner}, checked},
        {{14}, M::MintToChecked, {R::Mint, R::To, R::Authority}, checked},
        {{15}, M::BurnChecked, {R::TokenAccount, R::Mint, R::Owner}, checked},
        {{16}, M::InitializeTokenAccount, {R::TokenAccount, R::Mint, R::SystemAccount}, {{Owner, K::Key}}},
        {{17}, M::SyncNative, {R::TokenAccount}, {}},
        {{18}, M::InitializeTokenAccount, {R::TokenAccount, R::Mint}, {{Owner, K::Key}}},
        {{19}, M::InitializeMultisig, {R::Account}, {{Signatures, K::U8}}},
        {{20}, M::InitializeMint, {R::Mint}, mint},
        {{22}, M::InitializeImmutableOwner, {R::TokenAccount}, {}},
    };
    for (Layout &layout : layouts)
        layout.rest = R::CoSigner;
    return layouts;
}

// Crate spl-associated-token-account-interface. The first version of it had no data and the rent sysvar at the end.
std::vector<Layout> associatedTokenLayouts()
{
    const std::vector<Role> roles = {R::Payer, R::TokenAccount, R::Wallet, R::Mint, R::SystemAccount, R::TokenProgram};
    return {
        {{}, M::CreateTokenAccount, roles, {}, 0, R::SystemAccount},
        {{0}, M::CreateTokenAccount, roles, {}, 0, R::SystemAccount},
        {{1}, M::CreateTokenAccountIdempotent, roles, {}, 0, R::SystemAccount},
    };
}

// Crate solana-compute-budget-interface (borsh).
std::vector<Layout> computeBudgetLayouts()
{
    return {
        {{1}, M::RequestHeapFrame, {}, {{HeapBytes, K::U32}}},
        {{2}, M::SetUnitLimit, {}, {{Units, K::U32}}},
        {{3}, M::SetUnitPrice, {}, {{MicroLamports, K::U64}}},
        {{4}, M::SetLoadedDataLimit, {}, {{Space, K::U32}}},
    };
}

// Crate solana-stake-interface, enum StakeInstruction; system accounts are clock, rent, history and the old config.
std::vector<Layout> stakeLayouts()
{
    return {
        {u32(0), M::StakeInitialize, {R::StakeAccount, R::SystemAccount},
            {{Staker, K::Key}, {Withdrawer, K::Key}, {UnixTime, K::U64}, {Epoch, K::U64}, {Custodian, K::Key}}},
        {u32(1), M::StakeAuthorize, {R::StakeAccount, R::SystemAccount, R::Authority},
            {{NewAuthority, K::Key}, {AuthorityType, K::U32}}, 0, R::CoSigner},
        {u32(2), M::StakeDelegate,
            {R::StakeAccount, R::VoteAccount, R::SystemAccount, R::SystemAccount, R::SystemAccount, R::Authority}, {}},
        {u32(3), M::StakeSplit, {R::StakeAccount, R::NewAccount, R::Authority}, {{Lamports, K::U64}}},
        {u32(4), M::StakeWithdraw, {R::StakeAccount, R::To, R::SystemAccount, R::SystemAccount, R::Authority},
            {{Lamports, K::U64}}, 0, R::CoSigner},
        {u32(5), M::StakeDeactivate, {R::StakeAccount, R::SystemAccount, R::Authority}, {}},
        {u32(7), M::StakeMerge, {R::StakeAccount, R::From, R::SystemAccount, R::SystemAccount, R::Authority}, {}},
    };
}

// contract/trade-hybrid.openapi.yaml, x-program-instructions.
std::vector<Layout> stakingLayouts()
{
    return {
        {{0xce, 0xb0, 0xca, 0x12, 0xc8, 0xd1, 0xb3, 0x6c}, M::PlatformStake, {}, {{Amount, K::U64}}},
        {{0x5a, 0x5f, 0x6b, 0x2a, 0xcd, 0x7c, 0x32, 0xe1}, M::PlatformUnstake, {}, {{Amount, K::U64}}},
        {{0xb7, 0x12, 0x46, 0x9c, 0x94, 0x6d, 0xa1, 0x22}, M::PlatformWithdraw, {}, {{UnstakeIndex, K::U32}}},
        {{0x04, 0x90, 0x84, 0x47, 0x74, 0x17, 0x97, 0x50}, M::PlatformClaimRewards, {}, {}},
    };
}

std::vector<Layout> matrixLayouts()
{
    return {
        {{0xce, 0x37, 0x02, 0x6a, 0x71, 0xdc, 0x11, 0xa3}, M::MatrixJoin, {}, {{Sponsor, K::Key}, {Price, K::U64}}},
        {{0xef, 0xee, 0x39, 0x4a, 0xcd, 0x57, 0xa5, 0x1a}, M::MatrixUpgrade, {}, {{Tier, K::U8}, {Price, K::U64}}},
    };
}

} // namespace

std::span<const Layout> layoutsOf(Program program)
{
    static const std::vector<Layout> system = systemLayouts();
    static const std::vector<Layout> token = tokenLayouts();
    static const std::vector<Layout> associatedToken = associatedTokenLayouts();
    static const std::vector<Layout> computeBudget = computeBudgetLayouts();
    static const std::vector<Layout> memo = {{{}, M::Memo, {}, {{Text, K::RestText}}, 0, R::CoSigner}};
    static const std::vector<Layout> stake = stakeLayouts();
    static const std::vector<Layout> staking = stakingLayouts();
    static const std::vector<Layout> matrix = matrixLayouts();
    switch (program) {
    case Program::Unknown:
        break;
    case Program::System:
        return system;
    case Program::Token:
    case Program::Token2022:
        return token;
    case Program::AssociatedToken:
        return associatedToken;
    case Program::ComputeBudget:
        return computeBudget;
    case Program::Memo:
        return memo;
    case Program::Stake:
        return stake;
    case Program::TradeHybridStaking:
        return staking;
    case Program::TradeHybridMatrix:
        return matrix;
    }
    return {};
}

} // namespace majlis::wallet::solana
