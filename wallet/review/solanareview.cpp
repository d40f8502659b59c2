// SPDX-License-Identifier: GPL-3.0-or-later
#include "wallet/encoding/hex.h"
#include "wallet/intent/transactions.h"
#include "wallet/review/knowncontracts.h"
#include "wallet/review/solanaparts.h"

#include <algorithm>
#include <array>

namespace majlis::wallet::detail
{

namespace
{

constexpr unsigned solDecimals = 9;
constexpr std::uint8_t mostDecimals = 18;
constexpr qsizetype longestSymbol = 20;
// Of a token account; the chain takes it once and gives it back when the account is closed.
constexpr std::uint64_t tokenAccountRent = 2'039'280;

Severity severityOf(solana::Severity severity)
{
    switch (severity) {
    case solana::Severity::None:
    case solana::Severity::Notice:
        return Severity::Note;
    case solana::Severity::Loud:
        return Severity::Danger;
    case solana::Severity::Refused:
        return Severity::Refusal;
    }
    return Severity::Refusal;
}

ReviewFinding findingOf(solana::Concern concern)
{
    using solana::Concern;
    switch (concern) {
    case Concern::NotASigner:
    case Concern::OtherFeePayer:
    case Concern::OtherSigners:
        return ReviewFinding::WrongAccount;
    case Concern::UnknownProgram:
        return ReviewFinding::UnknownProgram;
    case Concern::UnknownInstruction:
        return ReviewFinding::UnknownMethod;
    case Concern::UnresolvedAccount:
        return ReviewFinding::AddressLookupTables;
    case Concern::OwnerChange:
        return ReviewFinding::OwnerChange;
    case Concern::AuthorityChange:
    case Concern::AccountFrozen:
        return ReviewFinding::AuthorityChange;
    case Concern::UnlimitedDelegate:
    case Concern::Delegate:
        return ReviewFinding::DelegateApproval;
    case Concern::ForeignNonce:
    case Concern::OwnNonce:
    case Concern::MisplacedNonce:
        return ReviewFinding::DurableNonce;
    case Concern::ForeignTokenAccount:
    case Concern::RecipientCannotSign:
        return ReviewFinding::SendsToContract;
    case Concern::AccountEmptied:
    case Concern::TokensBurned:
        return ReviewFinding::CannotBeUndone;
    case Concern::HighPriorityFee:
        return ReviewFinding::HighFee;
    }
    return ReviewFinding::InvalidField;
}

bool isOfKnownCall(const solana::Warning &warning, std::optional<std::size_t> exempt)
{
    return exempt && warning.instruction == exempt
        && (warning.concern == solana::Concern::UnknownProgram
            || warning.concern == solana::Concern::UnknownInstruction);
}

void judgeToken(ReviewBuilder &review, const SolanaTransferIntent &intent)
{
    const SolanaToken &token = *intent.token;
    const bool plain = !token.symbol.isEmpty() && token.symbol.size() <= longestSymbol
        && std::all_of(token.symbol.begin(), token.symbol.end(), [](QChar c) { return c.isPrint() && !c.isSpace(); });
    if (!plain || token.decimals > mostDecimals || !token.mint.isSolana())
        review.refuse(ReviewFinding::InvalidField, QStringLiteral("a token's symbol, decimals or mint"));
    review.notice(ReviewFinding::UnknownToken, Severity::Caution, token.mint.text());
    review.row(ReviewField::Token, token.symbol, token.mint);
    if (token.createAccount)
        review.row(ReviewField::Rent, lamportsText(tokenAccountRent));
}

QString argumentText(const ProgramArgument &argument)
{
    if (const auto *address = std::get_if<Address>(&argument.value))
        return address->text();
    if (const auto *byte = std::get_if<std::uint8_t>(&argument.value))
        return QString::number(*byte);
    if (const auto *word = std::get_if<std::uint32_t>(&argument.value))
        return QString::number(*word);
    return QString::number(std::get<std::uint64_t>(argument.value));
}

std::size_t sizeOf(const ProgramArgument &argument)
{
    constexpr std::array<std::size_t, 4> sizes{1, 4, 8, 32};
    return sizes.at(argument.value.index());
}

} // namespace

QString lamportsText(std::uint64_t lamports)
{
    return Uint256(lamports).toUnits(solDecimals) + QStringLiteral(" SOL");
}

void judgeTransaction(ReviewBuilder &review, const SolanaTransactionFields &fields)
{
    review.row(ReviewField::Chain, QStringLiteral("Solana ") + clusterName(fields.cluster));
    review.row(ReviewField::Account, review.context().account);
    if (!review.context().account.isSolana())
        review.refuse(ReviewFinding::WrongAccount, QStringLiteral("not a Solana account"));
    if (fields.recentBlockhash == ByteArray<32>{})
        review.refuse(ReviewFinding::InvalidField, QStringLiteral("no recent blockhash"));
    review.row(ReviewField::Expires, QStringLiteral("block ") + QString::number(fields.lastValidBlockHeight));
}

void judgeMessage(ReviewBuilder &review, const solana::Message &message, const solana::ReviewContext &context,
    std::optional<std::size_t> exempt)
{
    const solana::TransactionReview judged = solana::review(message, context);
    review.row(ReviewField::MaximumFee, lamportsText(judged.fees.total()));
    review.setRaw(toHex(message.serialise()));
    if (!message.lookups.empty())
        review.refuse(ReviewFinding::AddressLookupTables);
    if (message.requiredSignatures != 1 || message.feePayer() != context.wallet)
        review.refuse(ReviewFinding::WrongAccount, QStringLiteral("others sign or pay"));
    for (const solana::Warning &warning : judged.warnings) {
        if (!isOfKnownCall(warning, exempt))
            review.notice(
                findingOf(warning.concern), severityOf(warning.severity), solana::concernText(warning.concern));
    }
}

void showProgramCall(ReviewBuilder &review, const SolanaProgramCallIntent &intent)
{
    review.setPlatform(intent.platform);
    const KnownProgramCall *known = knownProgramCall(intent.platform, intent.program, intent.instruction);
    if (known == nullptr) {
        review.row(ReviewField::Program, intent.program);
        review.row(ReviewField::Method, intent.instruction);
        review.refuse(ReviewFinding::UnknownProgram, intent.program.text());
        return;
    }
    review.row(ReviewField::Program, known->name, intent.program);
    review.row(ReviewField::Method, intent.instruction);
    bool fits = known->sizes.size() == intent.arguments.size();
    for (std::size_t i = 0; fits && i < known->sizes.size(); ++i) {
        fits = sizeOf(intent.arguments[i]) == known->sizes[i];
        review.argument(known->arguments[i], argumentText(intent.arguments[i]));
    }
    if (!fits)
        review.refuse(ReviewFinding::InvalidField, QStringLiteral("other arguments than the instruction has"));
    if (intent.instruction == QStringLiteral("sell_shares") && fits
        && argumentText(intent.arguments.back()) == QStringLiteral("0"))
        review.refuse(ReviewFinding::ZeroMinimum);
    for (const Address &account : intent.accounts)
        review.argument(QStringLiteral("account"), account);
}

Review reviewOf(const SolanaTransferIntent &intent, const ReviewContext &context)
{
    ReviewBuilder review(ReviewAction::Send, context);
    if (intent.token)
        review.row(ReviewField::Amount,
            Uint256(intent.amount).toUnits(std::min<unsigned>(intent.token->decimals, 77)) + u' '
                + intent.token->symbol);
    else
        review.row(ReviewField::Amount, lamportsText(intent.amount));
    review.row(ReviewField::Recipient, intent.recipient);
    if (intent.token)
        judgeToken(review, intent);
    if (!intent.memo.isEmpty())
        review.row(ReviewField::Memo, intent.memo);
    if (intent.amount == 0)
        review.refuse(ReviewFinding::InvalidField, QStringLiteral("nothing to send"));
    judgeTransaction(review, intent.transaction);
    const Result<solana::Message> message = messageOf(intent, context.account);
    if (!message) {
        review.refuse(ReviewFinding::InvalidField, QString::fromStdString(message.error().detail));
        return review.take();
    }
    solana::ReviewContext known;
    known.wallet = *solana::PublicKey::of(context.account);
    judgeMessage(review, *message, known);
    return review.take();
}

Review reviewOf(const SolanaProgramCallIntent &intent, const ReviewContext &context)
{
    ReviewBuilder review(ReviewAction::ProgramCall, context);
    showProgramCall(review, intent);
    judgeTransaction(review, intent.transaction);
    // Its other accounts are the server's to name, so there are no bytes without the server's.
    review.refuse(ReviewFinding::InvalidField, QStringLiteral("such a call comes with the server's transaction"));
    return review.take();
}

} // namespace majlis::wallet::detail
