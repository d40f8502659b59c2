// SPDX-License-Identifier: GPL-3.0-or-later
#include "wallet/solana/review.h"

#include "wallet/solana/programaddress.h"
#include "wallet/solana/programs.h"

#include <algorithm>
#include <limits>

namespace majlis::wallet::solana
{

namespace
{

constexpr std::uint64_t maximum = std::numeric_limits<std::uint64_t>::max();
constexpr std::uint64_t lamportsPerSignature = 5'000;
constexpr std::uint64_t unitsPerInstruction = 200'000;
constexpr std::uint64_t mostUnits = 1'400'000;
constexpr std::uint64_t microLamportsPerLamport = 1'000'000;
constexpr std::uint64_t highPriorityFee = 10'000'000; // 0.01 SOL

std::uint64_t addSaturating(std::uint64_t left, std::uint64_t right)
{
    return left > maximum - right ? maximum : left + right;
}

// units · price / 10^6, rounded up.
std::uint64_t priorityFee(std::uint64_t units, std::uint64_t price)
{
    const std::uint64_t whole = price / microLamportsPerLamport;
    const std::uint64_t part = price % microLamportsPerLamport;
    if (units != 0 && whole > maximum / units)
        return maximum;
    return addSaturating(whole * units, (part * units + microLamportsPerLamport - 1) / microLamportsPerLamport);
}

Fees feesOf(const TransactionReview &review)
{
    Fees fees;
    fees.base = lamportsPerSignature * review.signers.size();
    std::optional<std::uint64_t> limit;
    std::uint64_t others = 0;
    for (const DecodedInstruction &instruction : review.instructions) {
        if (instruction.method == Method::SetUnitLimit)
            limit = std::max(limit.value_or(0), *instruction.number(Argument::Units));
        else if (instruction.method == Method::SetUnitPrice)
            fees.unitPrice = std::max(fees.unitPrice, *instruction.number(Argument::MicroLamports));
        others += instruction.program == Program::ComputeBudget ? 0 : 1;
    }
    fees.unitLimit = std::min(limit.value_or(others * unitsPerInstruction), mostUnits);
    fees.priority = priorityFee(fees.unitLimit, fees.unitPrice);
    return fees;
}

// Judges one instruction after the other and writes what it finds into the review.
class Judge
{
public:
    Judge(TransactionReview &review, const ReviewContext &context)
        : m_review(review)
        , m_context(context)
    {
    }

    void judge(std::size_t index)
    {
        m_index = index;
        const DecodedInstruction &instruction = m_review.instructions[index];
        if (instruction.program == Program::Unknown)
            warn(Concern::UnknownProgram, unlessExpert());
        else if (instruction.method == Method::Unknown)
            warn(Concern::UnknownInstruction, unlessExpert());
        if (std::ranges::any_of(instruction.accounts, [](const DecodedAccount &account) { return !account.key; }))
            warn(Concern::UnresolvedAccount, unlessExpert());
        judgeAuthority(instruction);
        judgeNonce(instruction);
        judgeSol(instruction);
        judgeToken(instruction);
    }

private:
    [[nodiscard]] Severity unlessExpert() const { return m_context.expertMode ? Severity::Loud : Severity::Refused; }
    [[nodiscard]] bool isOurs(const std::optional<PublicKey> &key) const { return key == m_context.wallet; }
    void warn(Concern concern, Severity severity) { m_review.warnings.push_back({concern, severity, m_index}); }

    // Who owns or controls an account afterwards.
    void judgeAuthority(const DecodedInstruction &instruction)
    {
        switch (instruction.method) {
        case Method::Assign:
        case Method::AssignWithSeed:
            warn(Concern::OwnerChange, Severity::Refused);
            break;
        case Method::Allocate: // an account with data cannot send
        case Method::AllocateWithSeed:
            if (isOurs(instruction.key(Role::Account)))
                warn(Concern::OwnerChange, Severity::Refused);
            break;
        case Method::CreateAccount:
        case Method::CreateAccountWithSeed:
            if (isOurs(instruction.key(Role::NewAccount)))
                warn(Concern::OwnerChange, Severity::Refused);
            break;
        case Method::SetAuthority:
        case Method::StakeAuthorize:
        case Method::AuthorizeNonce:
            warn(Concern::AuthorityChange, Severity::Refused);
            break;
        case Method::InitializeNonce:
            if (!isOurs(instruction.address(Argument::NewAuthority)))
                warn(Concern::AuthorityChange, Severity::Refused);
            break;
        case Method::StakeInitialize:
            if (!isOwnStake(instruction))
                warn(Concern::AuthorityChange, Severity::Refused);
            break;
        default:
            break;
        }
    }

    // Staked and withdrawn by the wallet alone, and not locked up.
    [[nodiscard]] bool isOwnStake(const DecodedInstruction &instruction) const
    {
        return isOurs(instruction.address(Argument::Staker)) && isOurs(instruction.address(Argument::Withdrawer))
            && instruction.number(Argument::UnixTime) == 0U && instruction.number(Argument::Epoch) == 0U;
    }

    void judgeNonce(const DecodedInstruction &instruction)
    {
        if (instruction.method != Method::AdvanceNonce)
            return;
        const std::optional<PublicKey> account = instruction.key(Role::NonceAccount);
        if (m_index != 0)
            return warn(Concern::MisplacedNonce, Severity::Refused);
        m_review.nonceAccount = account;
        const bool own
            = account && std::ranges::find(m_context.nonceAccounts, *account) != m_context.nonceAccounts.end();
        warn(own ? Concern::OwnNonce : Concern::ForeignNonce, own ? Severity::Notice : Severity::Refused);
    }

    void judgeSol(const DecodedInstruction &instruction)
    {
        const std::optional<std::uint64_t> lamports = instruction.number(Argument::Lamports);
        switch (instruction.method) {
        case Method::CreateAccount:
        case Method::CreateAccountWithSeed:
            if (!isKnownProgram(instruction.address(Argument::NewOwner)))
                warn(Concern::UnknownProgram, unlessExpert());
            countSol(instruction.key(Role::From), *lamports);
            break;
        case Method::Transfer:
        case Method::TransferWithSeed:
            if (instruction.program == Program::System)
                judgeSolTransfer(instruction, *lamports);
            break;
        case Method::WithdrawNonce:
        case Method::StakeWithdraw:
        case Method::CloseAccount:
            warn(Concern::AccountEmptied, isOurs(instruction.key(Role::To)) ? Severity::Notice : Severity::Loud);
            break;
        default:
            break;
        }
    }

    void judgeSolTransfer(const DecodedInstruction &instruction, std::uint64_t lamports)
    {
        const std::optional<PublicKey> from
            = instruction.key(instruction.method == Method::TransferWithSeed ? Role::Base : Role::From);
        const std::optional<PublicKey> to = instruction.key(Role::To);
        countSol(from, lamports);
        if (!to || to->canBeWallet())
            return;
        const Result<PublicKey> wrapped = associatedTokenAddress(m_context.wallet, nativeMint(), tokenProgram());
        if (!wrapped || *to != *wrapped)
            warn(Concern::RecipientCannotSign, Severity::Loud);
    }

    // An account whose address the wallet does not know may be its own.
    void countSol(const std::optional<PublicKey> &from, std::uint64_t lamports)
    {
        if (!from || isOurs(from))
            m_review.outflow.lamports = addSaturating(m_review.outflow.lamports, lamports);
    }

    [[nodiscard]] bool isKnownProgram(const std::optional<PublicKey> &program) const
    {
        if (!program)
            return false;
        return *program == systemProgram() || isTokenProgram(*program) || *program == stakeProgram()
            || std::ranges::find(m_context.programs, *program, &ConfiguredProgram::key) != m_context.programs.end();
    }

    void judgeToken(const DecodedInstruction &instruction)
    {
        switch (instruction.method) {
        case Method::Transfer:
        case Method::TransferChecked:
            if (instruction.program != Program::System)
                countToken(instruction, instruction.account(Role::From), instruction.key(Role::To));
            break;
        case Method::Approve:
        case Method::ApproveChecked:
            if (instruction.number(Argument::Amount) == maximum)
                warn(Concern::UnlimitedDelegate, Severity::Refused);
            else
                warn(Concern::Delegate, Severity::Loud);
            break;
        case Method::Burn:
        case Method::BurnChecked:
            countToken(instruction, instruction.account(Role::TokenAccount), std::nullopt);
            warn(Concern::TokensBurned, Severity::Loud);
            break;
        case Method::FreezeAccount:
            warn(Concern::AccountFrozen, Severity::Loud);
            break;
        case Method::CreateTokenAccount:
        case Method::CreateTokenAccountIdempotent:
            if (!isOurs(instruction.key(Role::Wallet)))
                warn(Concern::ForeignTokenAccount, Severity::Notice);
            break;
        case Method::InitializeTokenAccount: {
            const auto written = instruction.address(Argument::Owner);
            if (!isOurs(written ? written : instruction.key(Role::Owner)))
                warn(Concern::ForeignTokenAccount, Severity::Loud);
            break;
        }
        default:
            break;
        }
    }

    void countToken(
        const DecodedInstruction &instruction, const DecodedAccount *source, const std::optional<PublicKey> &to)
    {
        const std::optional<PublicKey> owner = instruction.key(Role::Owner);
        const bool signsForMultisig = std::ranges::any_of(instruction.accounts,
            [this](const DecodedAccount &account) { return account.role == Role::CoSigner && isOurs(account.key); });
        if (owner && !isOurs(owner) && !signsForMultisig)
            return;
        const PublicKey from = source->key.value_or(PublicKey());
        std::optional<PublicKey> mint = instruction.key(Role::Mint);
        const auto known = std::ranges::find(m_context.tokenAccounts, from, &ReviewContext::TokenAccount::account);
        if (!mint && known != m_context.tokenAccounts.end())
            mint = known->mint;
        m_review.outflow.tokens.push_back({mint, from, to, *instruction.number(Argument::Amount)});
    }

    TransactionReview &m_review;
    const ReviewContext &m_context;
    std::size_t m_index = 0;
};

void judgeWhole(TransactionReview &review, const ReviewContext &context)
{
    const auto warn = [&review](Concern concern, Severity severity) {
        review.warnings.push_back({concern, severity, std::nullopt});
    };
    if (std::ranges::find(review.signers, context.wallet) == review.signers.end())
        warn(Concern::NotASigner, Severity::Refused);
    if (review.feePayer != context.wallet)
        warn(Concern::OtherFeePayer, Severity::Notice);
    else if (review.fees.priority > highPriorityFee)
        warn(Concern::HighPriorityFee, Severity::Loud);
    if (review.signers.size() > 1)
        warn(Concern::OtherSigners, Severity::Notice);
}

} // namespace

bool TransactionReview::has(Concern concern) const
{
    return std::ranges::find(warnings, concern, &Warning::concern) != warnings.end();
}

TransactionReview review(const Message &message, const ReviewContext &context)
{
    TransactionReview review;
    review.feePayer = message.feePayer();
    review.signers.assign(message.keys.begin(), message.keys.begin() + message.requiredSignatures);
    const std::vector<std::optional<PublicKey>> accounts = message.accounts(context.tables);
    for (std::size_t i = 0; i < message.instructions.size(); ++i)
        review.instructions.push_back(decode(message, i, accounts, context.programs));
    review.fees = feesOf(review);
    Judge judge(review, context);
    for (std::size_t i = 0; i < review.instructions.size(); ++i)
        judge.judge(i);
    judgeWhole(review, context);
    std::ranges::stable_sort(review.warnings, std::ranges::greater(), &Warning::severity);
    return review;
}

} // namespace majlis::wallet::solana
