// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/chain/pay/evmpayments.h"

#include "models/chain/patience.h"
#include "wallet/evm/abi.h"
#include "wallet/evm/transaction.h"
#include "wallet/intent/chains.h"
#include "wallet/review/knowncontracts.h"

namespace majlis::chain
{

using namespace Qt::StringLiterals;
using wallet::Uint256;

namespace
{

constexpr std::uint64_t plainGas = 21'000; // a transfer to an account without code
constexpr std::uint64_t tokenGas = 100'000; // a transfer of a token, as long as nobody can be asked
constexpr std::uint64_t mostGas = 1'000'000; // more is no transfer

QString nameOf(const Uint256 &chain)
{
    return u"eip155:"_s + chain.toDecimal();
}

const EvmFeeChoice &choiceOf(const EvmFees &fees, FeeTemper temper)
{
    switch (temper) {
    case FeeTemper::Slow:
        return fees.slow;
    case FeeTemper::Normal:
        return fees.normal;
    case FeeTemper::Fast:
        break;
    }
    return fees.fast;
}

Result<FeeOffer> offerOf(const EvmFees &fees, FeeTemper temper, std::uint64_t gas, const Uint256 &dataFee)
{
    FeeOffer offer;
    offer.units = gas;
    offer.isLegacy = !fees.baseFee;
    offer.unitPrice = offer.isLegacy ? fees.gasPrice : choiceOf(fees, temper).maxFeePerGas;
    offer.priority = offer.isLegacy ? Uint256() : choiceOf(fees, temper).maxPriorityFeePerGas;
    const auto gasFee = offer.unitPrice.times(Uint256(gas));
    const auto total = gasFee ? gasFee->plus(dataFee) : gasFee;
    if (!total)
        return fail(ErrorCode::Malformed, u"the node's fees are beyond any number"_s);
    offer.total = *total;
    return offer;
}

EvmCall callOf(const PaymentQuestion &question, const Address &to, const Uint256 &amount)
{
    EvmCall call;
    call.from = question.from;
    call.to = question.token ? *question.token : to;
    if (question.token) {
        const wallet::AbiValue::List arguments{to, amount};
        // Of a signature that is written here.
        call.data = wallet::AbiFunction::parse("transfer(address,uint256)")->encodeCall(arguments).value();
    } else {
        call.value = amount;
    }
    return call;
}

std::unexpected<Error> tooLittle(const QString &path)
{
    return fail(ErrorCode::InsufficientFunds, u"less than the payment and its fee"_s, path);
}

wallet::EvmTransactionFields fieldsOf(const PaymentDraft &draft, Uint256 chain, std::uint64_t nonce, std::uint64_t gas)
{
    wallet::EvmTransactionFields fields{.chainId = chain.toUint64().value_or(0),
        .nonce = nonce,
        .gasLimit = gas,
        .fee = wallet::LegacyFee{.gasPrice = draft.fee.unitPrice},
        .validUntil = {}};
    if (!draft.fee.isLegacy)
        fields.fee
            = wallet::DynamicFee{.maxFeePerGas = draft.fee.unitPrice, .maxPriorityFeePerGas = draft.fee.priority};
    return fields;
}

} // namespace

EvmPayments::EvmPayments(const QUrl &node, net::HttpClient::Services services)
    : m_http(node, services)
    , m_client(m_http)
{
}

QCoro::Task<Result<std::vector<PaymentAsset>>> EvmPayments::assets(
    PaymentQuestion question, wallet::ChainId chain, net::CancelToken cancel)
{
    const auto balance = co_await m_client.balance(question.from, cancel);
    if (!balance)
        co_return std::unexpected(balance.error());
    std::vector<PaymentAsset> assets;
    PaymentAsset coin;
    coin.symbol = wallet::knownChain(chain)->nativeSymbol;
    coin.balance = *balance;
    assets.push_back(coin);
    bool found = !question.token;
    const std::vector<wallet::EvmToken> listed = wallet::knownTokens(chain);
    for (const wallet::EvmToken &known : listed) {
        const auto held = co_await m_client.tokenBalance(known.contract, question.from, cancel);
        if (!held && held.error().code == ErrorCode::NotFound)
            continue; // it is not deployed on this chain
        PaymentAsset asset;
        asset.token = known.contract;
        asset.symbol = known.symbol;
        asset.decimals = known.decimals;
        if (held)
            asset.balance = *held;
        found = found || known.contract == question.token;
        assets.push_back(asset);
    }
    if (!found) {
        const auto text = co_await m_client.tokenText(*question.token, cancel);
        if (!text)
            co_return std::unexpected(text.error());
        const auto held = co_await m_client.tokenBalance(*question.token, question.from, cancel);
        PaymentAsset asset;
        asset.token = question.token;
        asset.symbol = text->symbol;
        asset.decimals = text->decimals;
        if (held)
            asset.balance = *held;
        assets.push_back(asset);
    }
    co_return assets;
}

QCoro::Task<Result<std::uint64_t>> EvmPayments::gasFor(
    PaymentQuestion question, Address to, Uint256 amount, net::CancelToken cancel)
{
    EvmCall call = callOf(question, to, amount);
    const auto estimate = co_await m_client.estimateGas(call, cancel);
    if (!estimate)
        co_return std::unexpected(estimate.error());
    const std::uint64_t gas = *estimate <= plainGas ? plainGas : *estimate + *estimate / 4;
    if (gas > mostGas)
        co_return fail(ErrorCode::ValidationFailed, u"the node asks for more gas than a transfer can use"_s);
    co_return gas;
}

QCoro::Task<Result<std::uint64_t>> EvmPayments::usualGas(
    PaymentQuestion question, bool isContract, net::CancelToken cancel)
{
    const std::uint64_t otherwise = question.token ? tokenGas : plainGas;
    if (!question.to || (!question.token && !isContract))
        co_return otherwise;
    const auto gas = co_await gasFor(question, *question.to, Uint256(1), cancel);
    if (!gas && mayPass(gas.error()))
        co_return std::unexpected(gas.error());
    co_return gas.value_or(otherwise); // nothing to send yet: prepare() will say it
}

QCoro::Task<Result<Uint256>> EvmPayments::dataFee(wallet::ChainId chain, bool isToken, net::CancelToken cancel)
{
    if (chain != wallet::chainBase)
        co_return Uint256();
    // docs.optimism.io, GasPriceOracle: from the size of the unsigned transaction.
    const wallet::AbiValue::List arguments{Uint256(isToken ? 200 : 130)};
    EvmCall call;
    call.to = wallet::Address::parse(u"0x420000000000000000000000000000000000000F").value();
    call.data = wallet::AbiFunction::parse("getL1FeeUpperBound(uint256)")->encodeCall(arguments).value();
    const auto answer = co_await m_client.call(call, cancel);
    if (!answer && mayPass(answer.error()))
        co_return std::unexpected(answer.error());
    const auto fee = answer ? Uint256::fromBigEndian(*answer) : wallet::Result<Uint256>();
    if (!fee)
        co_return Uint256();
    co_return fee->plus(fee->dividedBy(4).value()).value_or(*fee); // it moves with the other chain's price
}

QCoro::Task<Result<PaymentQuote>> EvmPayments::quote(PaymentQuestion question, net::CancelToken cancel)
{
    const auto chain = co_await m_client.chainId(cancel);
    if (!chain)
        co_return std::unexpected(chain.error());
    const wallet::ChainInfo *known = wallet::knownChain(chain->toUint64().value_or(0));
    if (known == nullptr)
        co_return fail(ErrorCode::ValidationFailed, u"the node is of a chain that the wallet does not know"_s);
    PaymentQuote quote;
    quote.network = known->name;
    quote.chain = nameOf(*chain);
    auto assets = co_await this->assets(question, known->id, cancel);
    if (!assets)
        co_return std::unexpected(assets.error());
    quote.assets = std::move(*assets);
    if (question.to) {
        const auto code = co_await m_client.isContract(*question.to, cancel);
        if (!code)
            co_return std::unexpected(code.error());
        quote.isRecipientContract = *code;
    }
    const auto fees = co_await m_client.fees(cancel);
    if (!fees)
        co_return std::unexpected(fees.error());
    const auto gas = co_await usualGas(question, quote.isRecipientContract, cancel);
    if (!gas)
        co_return std::unexpected(gas.error());
    const auto data = co_await dataFee(known->id, question.token.has_value(), cancel);
    if (!data)
        co_return std::unexpected(data.error());
    for (const FeeTemper temper : {FeeTemper::Slow, FeeTemper::Normal, FeeTemper::Fast}) {
        const auto offer = offerOf(*fees, temper, *gas, *data);
        if (!offer)
            co_return std::unexpected(offer.error());
        quote.fees[static_cast<std::size_t>(temper)] = *offer;
    }
    co_return quote;
}

QCoro::Task<Result<void>> EvmPayments::checkFunds(PaymentDraft draft, FeeOffer fee, net::CancelToken cancel)
{
    const auto coins = co_await m_client.balance(draft.from, cancel);
    if (!coins)
        co_return std::unexpected(coins.error());
    if (*coins < fee.total)
        co_return tooLittle(u"fee"_s);
    if (!draft.asset.token) {
        const auto whole = fee.total.plus(draft.amount);
        if (!whole || *coins < *whole)
            co_return tooLittle(u"amount"_s);
        co_return Result<void>();
    }
    const auto text = co_await m_client.tokenText(*draft.asset.token, cancel);
    if (!text)
        co_return std::unexpected(text.error());
    if (text->decimals != draft.asset.decimals)
        co_return fail(ErrorCode::ValidationFailed, u"the token's contract says other decimals"_s, u"token"_s);
    const auto held = co_await m_client.tokenBalance(*draft.asset.token, draft.from, cancel);
    if (!held)
        co_return std::unexpected(held.error());
    if (*held < draft.amount)
        co_return tooLittle(u"amount"_s);
    co_return Result<void>();
}

QCoro::Task<Result<PreparedPayment>> EvmPayments::prepare(PaymentDraft draft, net::CancelToken cancel)
{
    const auto chain = co_await m_client.chainId(cancel);
    if (!chain)
        co_return std::unexpected(chain.error());
    if (nameOf(*chain) != draft.chain)
        co_return otherChain(); // another node may stand behind the same name
    const auto next = co_await m_client.nonce(draft.from, cancel);
    if (!next)
        co_return std::unexpected(next.error());
    const Result<void> enough = co_await checkFunds(draft, draft.fee, cancel);
    if (!enough)
        co_return std::unexpected(enough.error());
    PaymentQuestion question{.from = draft.from, .to = draft.recipient, .token = draft.asset.token};
    const auto gas = co_await gasFor(question, draft.recipient, draft.amount, cancel);
    if (!gas)
        co_return std::unexpected(gas.error());
    // Of the coin what was offered is all that is left for the fee; its margin may be used up.
    const std::uint64_t limit = draft.asset.token ? std::max(*gas, draft.fee.units) : draft.fee.units;
    if (*gas - *gas / 5 > limit)
        co_return fail(ErrorCode::Conflict, u"it needs more gas than was offered"_s, u"fee"_s);
    const std::uint64_t nonce = std::max(*next, draft.firstNonce);
    std::optional<wallet::EvmToken> token;
    if (draft.asset.token)
        token
            = wallet::EvmToken{*draft.asset.token, draft.asset.symbol, static_cast<std::uint8_t>(draft.asset.decimals)};
    wallet::EvmTransferIntent intent{.transaction = fieldsOf(draft, *chain, nonce, limit),
        .recipient = draft.recipient,
        .amount = draft.amount,
        .token = std::move(token)};
    PreparedPayment prepared{.intent = std::move(intent), .nonce = nonce, .lastValidBlockHeight = 0};
    co_return prepared;
}

QCoro::Task<Result<void>> EvmPayments::submit(SignedPayment payment, net::CancelToken cancel)
{
    const auto hash = co_await m_client.send(payment.transaction, cancel);
    if (!hash)
        co_return std::unexpected(hash.error());
    co_return Result<void>();
}

QCoro::Task<Result<PaymentSight>> EvmPayments::look(SignedPayment payment, net::CancelToken cancel)
{
    using Kind = PaymentSight::Kind;
    const auto decoded = wallet::decodeTransaction(payment.transaction);
    if (!decoded)
        co_return fail(ErrorCode::InvalidArgument, u"not a signed transaction"_s);
    const auto chain = co_await m_client.chainId(cancel);
    if (!chain)
        co_return std::unexpected(chain.error());
    if (*chain != decoded->transaction.chainId)
        co_return otherChain();
    const auto sight = co_await m_client.look(payment.transaction, 1, cancel);
    if (!sight)
        co_return std::unexpected(sight.error());
    if (sight->outcome && sight->outcome->kind == EvmOutcome::Kind::Replaced)
        co_return PaymentSight{Kind::Replaced, {}};
    if (sight->outcome && sight->outcome->receipt)
        co_return PaymentSight{sight->outcome->receipt->succeeded ? Kind::Landed : Kind::Failed, {}};
    const auto known = co_await m_client.isKnown(decoded->hash, cancel);
    if (!known)
        co_return std::unexpected(known.error());
    co_return PaymentSight{*known ? Kind::Waiting : Kind::Missing, {}};
}

} // namespace majlis::chain
