// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/chain/solana/solanatransfer.h"

#include "wallet/intent/transactions.h"
#include "wallet/solana/programaddress.h"
#include "wallet/solana/programs.h"
#include "wallet/solana/transaction.h"

namespace majlis::chain
{

using namespace Qt::StringLiterals;
using wallet::solana::PublicKey;

namespace
{

constexpr std::uint64_t tokenAccountSize = 165;
constexpr std::uint32_t unitsUnknown = 200'000; // the runtime's own measure for one instruction

// What is known while planning.
struct Draft {
    SolanaTransferRequest request;
    SolanaTransferPlan plan;
    std::uint64_t smallestBalance = 0; ///< of an account without data
    std::uint64_t recipientBalance = 0;
};

std::unexpected<Error> refused(ErrorCode code, const QString &path, const QString &reason)
{
    auto error = fail(code, u"a Solana transfer that cannot be: "_s + reason, path);
    error.error().reason = reason;
    return error;
}

Result<void> checkRequest(const SolanaTransferRequest &request)
{
    if (request.amount == 0)
        return refused(ErrorCode::InvalidArgument, u"amount"_s, u"zero"_s);
    if (request.to == request.from)
        return refused(ErrorCode::InvalidArgument, u"recipient"_s, u"sender"_s);
    return {};
}

QByteArray unsignedTransaction(const wallet::solana::Message &message)
{
    const wallet::Bytes bytes = wallet::solana::Transaction::unsignedOf(message).serialise();
    return {reinterpret_cast<const char *>(bytes.data()), static_cast<qsizetype>(bytes.size())};
}

// The chain lets an account hold nothing, or at least what its rent is worth.
Result<void> checkFunds(const Draft &draft)
{
    const SolanaTransferPlan &plan = draft.plan;
    const bool isSol = !draft.request.token;
    const std::uint64_t fee = plan.fees[1].lamports;
    if (plan.balance < fee + plan.rent)
        return refused(ErrorCode::InsufficientFunds, u"fee"_s, u"balance"_s);
    const std::uint64_t available = plan.balance - fee - plan.rent;
    if (!isSol)
        return {};
    if (draft.request.amount > available)
        return refused(ErrorCode::InsufficientFunds, u"amount"_s, u"balance"_s);
    const std::uint64_t left = available - draft.request.amount;
    if (left != 0 && left < draft.smallestBalance)
        return refused(ErrorCode::InvalidArgument, u"amount"_s, u"sender_below_rent"_s);
    if (draft.recipientBalance == 0 && draft.request.amount < draft.smallestBalance)
        return refused(ErrorCode::InvalidArgument, u"amount"_s, u"recipient_below_rent"_s);
    return {};
}

QCoro::Task<Result<Draft>> withRecipient(SolanaClient &client, Draft draft, net::CancelToken cancel)
{
    auto recipient = co_await client.account(draft.request.to, cancel);
    if (!recipient)
        co_return std::unexpected(recipient.error());
    if (*recipient && wallet::solana::isTokenProgram((*recipient)->owner))
        co_return refused(ErrorCode::InvalidArgument, u"recipient"_s, u"token_account"_s);
    draft.recipientBalance = *recipient ? (*recipient)->lamports : 0;
    draft.plan.isNewRecipient = !*recipient;
    draft.plan.recipientCannotSign = !draft.request.to.canBeWallet();
    co_return draft;
}

QCoro::Task<Result<Draft>> withToken(SolanaClient &client, Draft draft, net::CancelToken cancel)
{
    const SolanaTransferRequest::Token token = *draft.request.token;
    auto mint = co_await client.mint(token.mint, cancel);
    if (!mint)
        co_return std::unexpected(mint.error());
    if (mint->program != wallet::solana::tokenProgram())
        co_return refused(ErrorCode::NotEligible, u"mint"_s, u"token_2022"_s);
    const auto source = wallet::solana::associatedTokenAddress(draft.request.from, token.mint, mint->program);
    const auto target = wallet::solana::associatedTokenAddress(draft.request.to, token.mint, mint->program);
    if (!source || !target)
        co_return refused(ErrorCode::InvalidArgument, u"recipient"_s, u"no_token_account"_s);
    auto ours = co_await client.tokenAccount(*source, cancel);
    if (!ours)
        co_return std::unexpected(ours.error());
    draft.plan.tokenBalance = *ours ? (*ours)->amount : 0;
    if (draft.plan.tokenBalance < draft.request.amount)
        co_return refused(ErrorCode::InsufficientFunds, u"amount"_s, u"token_balance"_s);
    auto theirs = co_await client.tokenAccount(*target, cancel);
    if (!theirs)
        co_return std::unexpected(theirs.error());
    draft.plan.intent.token = wallet::SolanaToken{token.mint.address(), token.symbol, mint->decimals, !*theirs};
    if (!*theirs) {
        auto rent = co_await client.rentExemption(tokenAccountSize, cancel);
        if (!rent)
            co_return std::unexpected(rent.error());
        draft.plan.rent = *rent;
    }
    co_return draft;
}

Result<wallet::solana::Message> messageOf(const Draft &draft)
{
    auto message = wallet::messageOf(draft.plan.intent, draft.request.from.address());
    if (!message)
        return refused(ErrorCode::InvalidArgument, u"transfer"_s, QString::fromStdString(message.error().detail));
    return *message;
}

std::vector<PublicKey> writableKeys(const wallet::solana::Message &message)
{
    std::vector<PublicKey> keys;
    for (std::size_t i = 0; i < message.keys.size(); ++i) {
        if (message.isWritable(i))
            keys.push_back(message.keys[i]);
    }
    return keys;
}

// The transfer as it will be signed must work.
QCoro::Task<Result<Draft>> checkedByChain(SolanaClient &client, Draft draft, net::CancelToken cancel)
{
    const auto message = messageOf(draft);
    if (!message)
        co_return std::unexpected(message.error());
    auto simulated = co_await client.simulate(unsignedTransaction(*message), cancel);
    if (!simulated)
        co_return std::unexpected(simulated.error());
    if (simulated->error)
        co_return fail(ErrorCode::ValidationFailed, *simulated->error, u"transfer"_s);
    co_return draft;
}

// The fee was agreed on before.
QCoro::Task<Result<Draft>> withOffer(SolanaClient &client, Draft draft, net::CancelToken cancel)
{
    const SolanaTransferRequest::Offer offer = *draft.request.offer;
    for (const FeeTemper temper : {FeeTemper::Slow, FeeTemper::Normal, FeeTemper::Fast})
        draft.plan.fees[static_cast<std::size_t>(temper)] = {temper, offer.computeUnitPrice, offer.lamports};
    draft.plan.intent.transaction.computeUnitLimit = offer.unitLimit;
    draft.plan.intent.transaction.computeUnitPrice = offer.computeUnitPrice;
    if (const Result<void> enough = checkFunds(draft); !enough)
        co_return std::unexpected(enough.error());
    auto checked = co_await checkedByChain(client, draft, cancel);
    co_return checked;
}

// Units from a run of the transfer without a limit, prices from what others paid lately.
QCoro::Task<Result<Draft>> withFees(SolanaClient &client, Draft draft, net::CancelToken cancel)
{
    const auto message = messageOf(draft);
    if (!message)
        co_return std::unexpected(message.error());
    auto prices = co_await client.priorityFees(writableKeys(*message), cancel);
    if (!prices)
        co_return std::unexpected(prices.error());
    auto simulated = co_await client.simulate(unsignedTransaction(*message), cancel);
    if (!simulated)
        co_return std::unexpected(simulated.error());
    const std::uint32_t limit
        = simulated->unitsConsumed == 0 ? unitsUnknown : suggestedUnitLimit(simulated->unitsConsumed);
    draft.plan.fees = feeChoices(*prices, 1, limit);
    draft.plan.intent.transaction.computeUnitLimit = limit;
    draft.plan.intent.transaction.computeUnitPrice = draft.plan.fees[1].computeUnitPrice;
    // What is missing is said in the wallet's own words before the chain's.
    if (const Result<void> enough = checkFunds(draft); !enough)
        co_return std::unexpected(enough.error());
    if (!simulated->error)
        co_return draft;
    // Without the priority fee it would fail: sending everything leaves a rest then, which the chain forbids.
    auto checked = co_await checkedByChain(client, draft, cancel);
    co_return checked;
}

} // namespace

wallet::SolanaTransferIntent SolanaTransferPlan::withFee(FeeTemper temper) const
{
    wallet::SolanaTransferIntent changed = intent;
    for (const SolanaFeeChoice &choice : fees) {
        if (choice.temper == temper)
            changed.transaction.computeUnitPrice = choice.computeUnitPrice;
    }
    return changed;
}

QCoro::Task<Result<SolanaTransferPlan>> planTransfer(
    SolanaClient &client, SolanaTransferRequest request, net::CancelToken cancel)
{
    if (const Result<void> good = checkRequest(request); !good)
        co_return std::unexpected(good.error());
    auto recent = co_await client.latestBlockhash(cancel);
    if (!recent)
        co_return std::unexpected(recent.error());
    auto balance = co_await client.balance(request.from, cancel);
    if (!balance)
        co_return std::unexpected(balance.error());
    auto smallest = co_await client.rentExemption(0, cancel);
    if (!smallest)
        co_return std::unexpected(smallest.error());
    wallet::SolanaTransferIntent intent{{}, request.to.address(), request.amount, std::nullopt, request.memo};
    intent.transaction.cluster = request.cluster;
    intent.transaction.recentBlockhash = recent->hash.bytes;
    intent.transaction.lastValidBlockHeight = recent->lastValidBlockHeight;
    Draft start{request, {intent, {}, *balance, 0, 0, false, false}, *smallest, 0};
    auto draft = co_await withRecipient(client, start, cancel);
    if (draft && request.token)
        draft = co_await withToken(client, *draft, cancel);
    if (draft && request.offer)
        draft = co_await withOffer(client, *draft, cancel);
    else if (draft)
        draft = co_await withFees(client, *draft, cancel);
    if (!draft)
        co_return std::unexpected(draft.error());
    co_return draft->plan;
}

} // namespace majlis::chain
