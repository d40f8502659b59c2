// SPDX-License-Identifier: GPL-3.0-or-later
#include "wallet/encoding/hex.h"
#include "wallet/intent/transactions.h"
#include "wallet/review/solanaparts.h"
#include "wallet/solana/transaction.h"

#include <algorithm>

// The review of what a server built is the review of what was asked for, and then a comparison with the bytes: nothing
// of the server's is shown, and nothing of it is signed that differs.
namespace majlis::wallet::detail
{

namespace
{

void differs(Review &review, const QString &what)
{
    review.notices.insert(review.notices.begin(), {ReviewFinding::ServerBytesDiffer, Severity::Refusal, what});
}

QString firstDifference(const EvmTransaction &built, const EvmTransaction &expected)
{
    if (built.type != expected.type)
        return QStringLiteral("type");
    if (built.chainId != expected.chainId)
        return QStringLiteral("chain");
    if (built.nonce != expected.nonce)
        return QStringLiteral("nonce");
    if (built.gas != expected.gas)
        return QStringLiteral("gas limit");
    if (built.gasPrice != expected.gasPrice || built.maxFeePerGas != expected.maxFeePerGas
        || built.maxPriorityFeePerGas != expected.maxPriorityFeePerGas)
        return QStringLiteral("fee");
    if (built.to != expected.to)
        return QStringLiteral("recipient or contract");
    if (built.value != expected.value)
        return QStringLiteral("value");
    if (built.data != expected.data)
        return QStringLiteral("call data");
    return built == expected ? QString() : QStringLiteral("access list");
}

template <class EvmIntent>
Review compared(const Bytes &transaction, const EvmIntent &expected, const ReviewContext &context)
{
    Review review = reviewOf(expected, context);
    const Result<EvmTransaction> wanted = transactionOf(expected);
    const Result<EvmTransaction> built = decodeUnsignedTransaction(transaction);
    review.raw = toHex(transaction);
    if (!wanted)
        return review; // refused already
    if (!built)
        differs(review, QString::fromStdString(built.error().detail));
    else if (const QString what = firstDifference(*built, *wanted); !what.isEmpty())
        differs(review, what);
    return review;
}

Result<solana::Message> messageIn(const Bytes &transaction)
{
    const Result<solana::Transaction> parsed = solana::Transaction::parse(transaction);
    if (!parsed)
        return std::unexpected(parsed.error());
    const bool empty = std::all_of(parsed->signatures.begin(), parsed->signatures.end(),
        [](const SolanaSignature &signature) { return signature == SolanaSignature(); });
    if (!empty)
        return fail(ErrorCode::InvalidArgument, "somebody has signed it already");
    return parsed->message;
}

Review compared(const Bytes &transaction, const SolanaTransferIntent &expected, const ReviewContext &context)
{
    Review review = reviewOf(expected, context);
    const Result<solana::Message> wanted = messageOf(expected, context.account);
    const Result<solana::Message> built = messageIn(transaction);
    review.raw = toHex(transaction);
    if (!wanted)
        return review;
    if (!built)
        differs(review, QString::fromStdString(built.error().detail));
    else if (*built != *wanted)
        differs(review, QStringLiteral("the message"));
    return review;
}

// The asked-for instruction among those of the message; empty unless there is exactly one such.
std::optional<std::size_t> instructionOf(const solana::TransactionReview &judged, const SolanaProgramCallIntent &call)
{
    const Bytes data = instructionDataOf(call);
    std::optional<std::size_t> found;
    for (std::size_t i = 0; i < judged.instructions.size(); ++i) {
        const solana::DecodedInstruction &instruction = judged.instructions[i];
        if (instruction.programKey.address() != call.program)
            continue;
        if (found || instruction.data != data)
            return std::nullopt;
        found = i;
    }
    return found;
}

bool namesAll(const solana::DecodedInstruction &instruction, const std::vector<Address> &accounts)
{
    return std::all_of(accounts.begin(), accounts.end(), [&instruction](const Address &account) {
        return std::any_of(instruction.accounts.begin(), instruction.accounts.end(),
            [&account](const solana::DecodedAccount &named) { return named.key && named.key->address() == account; });
    });
}

// Beside the asked-for one: the compute budget, and opening one's own token account. Nothing else.
bool isHelper(const solana::DecodedInstruction &instruction, const solana::PublicKey &wallet)
{
    if (instruction.program == solana::Program::ComputeBudget)
        return instruction.method != solana::Method::Unknown;
    const bool creates = instruction.method == solana::Method::CreateTokenAccount
        || instruction.method == solana::Method::CreateTokenAccountIdempotent;
    return instruction.program == solana::Program::AssociatedToken && creates
        && instruction.key(solana::Role::Wallet) == wallet;
}

Review compared(const Bytes &transaction, const SolanaProgramCallIntent &expected, const ReviewContext &context)
{
    ReviewBuilder builder(ReviewAction::ProgramCall, context);
    showProgramCall(builder, expected);
    judgeTransaction(builder, expected.transaction);
    const Result<solana::Message> built = messageIn(transaction);
    const Result<solana::PublicKey> wallet = solana::PublicKey::of(context.account);
    if (!built || !wallet) {
        builder.refuse(ReviewFinding::ServerBytesDiffer,
            built ? QStringLiteral("the account") : QString::fromStdString(built.error().detail));
        return builder.take();
    }
    solana::ReviewContext known;
    known.wallet = *wallet;
    const solana::TransactionReview judged = solana::review(*built, known);
    const std::optional<std::size_t> call = instructionOf(judged, expected);
    judgeMessage(builder, *built, known, call);
    if (!call)
        builder.refuse(ReviewFinding::ServerBytesDiffer, QStringLiteral("not the instruction that was asked for"));
    else if (!namesAll(judged.instructions[*call], expected.accounts))
        builder.refuse(ReviewFinding::ServerBytesDiffer, QStringLiteral("other accounts"));
    for (std::size_t i = 0; i < judged.instructions.size(); ++i) {
        if (i != call && !isHelper(judged.instructions[i], *wallet))
            builder.refuse(ReviewFinding::ServerBytesDiffer, QStringLiteral("one more instruction"));
    }
    if (built->recentBlockhash.bytes != expected.transaction.recentBlockhash)
        builder.refuse(ReviewFinding::ServerBytesDiffer, QStringLiteral("blockhash"));
    return builder.take();
}

} // namespace

Review reviewOf(const ServerBuiltTransactionIntent &intent, const ReviewContext &context)
{
    Review review = std::visit(
        [&](const auto &expected) { return compared(intent.transaction, expected, context); }, intent.expected);
    review.platform = intent.platform;
    if (review.valueOf(ReviewField::Platform).isEmpty())
        review.rows.insert(
            review.rows.begin(), {ReviewField::Platform, {}, platformName(intent.platform).toString(), {}});
    return review;
}

} // namespace majlis::wallet::detail
