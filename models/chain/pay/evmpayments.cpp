// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/chain/pay/evmpayments.h"

#include "wallet/intent/chains.h"

namespace majlis::chain
{

using namespace Qt::StringLiterals;

namespace
{

constexpr std::uint64_t plainGas = 21'000; // a transfer to an account without code
constexpr std::uint64_t mostGas = 1'000'000; // more is no transfer of coin

/// Wei for a unit of gas, at most.
wallet::Uint256 priceOf(const EvmFees &fees, FeeTemper temper)
{
    if (!fees.baseFee)
        return fees.gasPrice;
    switch (temper) {
    case FeeTemper::Slow:
        return fees.slow.maxFeePerGas;
    case FeeTemper::Normal:
        return fees.normal.maxFeePerGas;
    case FeeTemper::Fast:
        break;
    }
    return fees.fast.maxFeePerGas;
}

std::variant<wallet::DynamicFee, wallet::LegacyFee> feeOf(const EvmFees &fees, FeeTemper temper)
{
    if (!fees.baseFee)
        return wallet::LegacyFee{.gasPrice = fees.gasPrice};
    const EvmFeeChoice &choice = temper == FeeTemper::Slow ? fees.slow
        : temper == FeeTemper::Normal                      ? fees.normal
                                                           : fees.fast;
    return wallet::DynamicFee{.maxFeePerGas = choice.maxFeePerGas, .maxPriorityFeePerGas = choice.maxPriorityFeePerGas};
}

} // namespace

EvmPayments::EvmPayments(const QUrl &node, net::HttpClient::Services services)
    : m_http(node, services)
    , m_client(m_http)
{
}

QCoro::Task<Result<std::uint64_t>> EvmPayments::gasFor(
    Address from, Address to, wallet::Uint256 amount, net::CancelToken cancel)
{
    EvmCall call;
    call.from = from;
    call.to = to;
    call.value = amount;
    const auto estimate = co_await m_client.estimateGas(call, cancel);
    if (!estimate)
        co_return std::unexpected(estimate.error());
    const std::uint64_t gas = *estimate <= plainGas ? plainGas : *estimate + *estimate / 4;
    if (gas > mostGas)
        co_return fail(ErrorCode::ValidationFailed, u"the node asks for more gas than a transfer can use"_s);
    co_return gas;
}

QCoro::Task<Result<PaymentQuote>> EvmPayments::quote(Address from, std::optional<Address> to, net::CancelToken cancel)
{
    const auto chain = co_await m_client.chainId(cancel);
    if (!chain)
        co_return std::unexpected(chain.error());
    const wallet::ChainInfo *known = wallet::knownChain(chain->toUint64().value_or(0));
    if (known == nullptr)
        co_return fail(ErrorCode::ValidationFailed, u"the node is of a chain that the wallet does not know"_s);
    const auto balance = co_await m_client.balance(from, cancel);
    if (!balance)
        co_return std::unexpected(balance.error());
    const auto fees = co_await m_client.fees(cancel);
    if (!fees)
        co_return std::unexpected(fees.error());
    PaymentQuote quote;
    quote.network = known->name;
    quote.symbol = known->nativeSymbol;
    quote.balance = *balance;
    for (const FeeTemper temper : {FeeTemper::Slow, FeeTemper::Normal, FeeTemper::Fast}) {
        const auto fee = priceOf(*fees, temper).times(wallet::Uint256(plainGas));
        if (!fee)
            co_return fail(ErrorCode::Malformed, u"the node's fees are beyond any number"_s);
        quote.fees[static_cast<std::size_t>(temper)] = *fee;
    }
    if (to) {
        const auto code = co_await m_client.isContract(*to, cancel);
        if (!code)
            co_return std::unexpected(code.error());
        quote.isRecipientContract = *code;
    }
    co_return quote;
}

QCoro::Task<Result<PreparedPayment>> EvmPayments::prepare(PaymentDraft draft, net::CancelToken cancel)
{
    const auto chain = co_await m_client.chainId(cancel);
    if (!chain)
        co_return std::unexpected(chain.error());
    const auto nonce = co_await m_client.nonce(draft.from, cancel);
    if (!nonce)
        co_return std::unexpected(nonce.error());
    const auto fees = co_await m_client.fees(cancel);
    if (!fees)
        co_return std::unexpected(fees.error());
    const auto gas = co_await gasFor(draft.from, draft.recipient, draft.amount, cancel);
    if (!gas)
        co_return std::unexpected(gas.error());
    wallet::EvmTransferIntent intent{.transaction = {.chainId = chain->toUint64().value_or(0),
                                         .nonce = *nonce,
                                         .gasLimit = *gas,
                                         .fee = feeOf(*fees, draft.temper),
                                         .validUntil = {}},
        .recipient = draft.recipient,
        .amount = draft.amount,
        .token = {}};
    PreparedPayment prepared{.intent = std::move(intent), .lastValidBlockHeight = 0};
    co_return prepared;
}

QCoro::Task<Result<void>> EvmPayments::submit(wallet::SignedIntent done, net::CancelToken cancel)
{
    const auto hash = co_await m_client.send(done.transaction, cancel);
    if (!hash)
        co_return std::unexpected(hash.error());
    co_return Result<void>();
}

QCoro::Task<Result<PaymentOutcome>> EvmPayments::waitFor(
    wallet::SignedIntent done, std::uint64_t, net::CancelToken cancel)
{
    const auto outcome = co_await m_client.waitFor(done.transaction, 1, cancel);
    if (!outcome)
        co_return std::unexpected(outcome.error());
    if (outcome->kind == EvmOutcome::Kind::Replaced)
        co_return PaymentOutcome::Lost;
    co_return outcome->receipt && outcome->receipt->succeeded ? PaymentOutcome::Landed : PaymentOutcome::Failed;
}

} // namespace majlis::chain
