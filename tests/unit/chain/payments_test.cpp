// SPDX-License-Identifier: GPL-3.0-or-later
// Paying through one node, over real sockets, with a node of this test.
#include "models/chain/pay/paymentgateway.h"
#include "models/domain/time.h"
#include "models/net/call.h"
#include "tests/unit/net/scriptserver.h"
#include "wallet/intent/chains.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkProxy>
#include <QTest>

#include <catch2/catch.hpp>

using namespace majlis;
using namespace majlis::test;
using namespace Qt::StringLiterals;

namespace
{

constexpr int patience = 10'000;
const QString layla = u"0x70997970C51812dc3A010C7d01b50e0d17dc79C8"_s;
const QString omar = u"0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266"_s;
const QString sana = u"FAe4sisG95oZ42w7buUn5qEE4TAnfTTFPiguZUHmhiF"_s;
const QString amira = u"9WzDXwBbmkg8ZTbNMqUxvQRAyrZzDsGYdLVL9zYtAWWM"_s;

Address address(const QString &text)
{
    return Address::parse(text).value();
}

/// Of the asset that comes first, at the fast fee.
chain::PaymentDraft draftOf(
    const chain::PaymentQuote &quote, const QString &from, const QString &to, const wallet::Uint256 &amount)
{
    return {.from = address(from),
        .recipient = address(to),
        .amount = amount,
        .asset = quote.assets.front(),
        .temper = chain::FeeTemper::Fast,
        .fee = quote.fees[2],
        .chain = quote.chain,
        .firstNonce = 0};
}

struct Node {
    Node()
        : server([this](const Received &request, QTcpSocket &socket) { answer(request, socket); })
    {
        network.setProxy(QNetworkProxy::NoProxy);
        const QJsonObject context{{u"slot"_s, 1}};
        const QJsonArray baseFees{u"0x3b9aca00"_s, u"0x3b9aca00"_s};
        const QJsonArray rewards{u"0xf4240"_s, u"0x1e8480"_s, u"0x2dc6c0"_s};
        QJsonObject history;
        history[u"oldestBlock"_s] = u"0x1"_s;
        history[u"baseFeePerGas"_s] = baseFees;
        history[u"gasUsedRatio"_s] = QJsonArray::fromVariantList({0.5});
        QJsonArray blocks;
        blocks.append(rewards);
        history[u"reward"_s] = blocks;
        results[u"eth_chainId"_s] = u"0x2105"_s;
        results[u"eth_getBalance"_s] = u"0xde0b6b3a7640000"_s;
        results[u"eth_getTransactionCount"_s] = u"0x7"_s;
        results[u"eth_getCode"_s] = u"0x"_s;
        results[u"eth_estimateGas"_s] = u"0x5208"_s;
        results[u"eth_gasPrice"_s] = u"0x3b9aca00"_s;
        results[u"eth_maxPriorityFeePerGas"_s] = u"0xf4240"_s;
        results[u"eth_feeHistory"_s] = history;
        results[u"getBalance"_s] = QJsonObject{{u"context"_s, context}, {u"value"_s, 2'000'000'000}};
        results[u"getGenesisHash"_s] = u"5eykt4UsFv8P8NJdTREpY1vzqKqZKvdpKuc147dw2N9d"_s;
        results[u"getRecentPrioritizationFees"_s] = QJsonArray();
        results[u"getMinimumBalanceForRentExemption"_s] = 890'880;
        results[u"simulateTransaction"_s] = QJsonObject{{u"context"_s, context},
            {u"value"_s, QJsonObject{{u"err"_s, QJsonValue()}, {u"logs"_s, QJsonArray()}, {u"unitsConsumed"_s, 450}}}};
        results[u"getAccountInfo"_s] = QJsonObject{{u"context"_s, context}, {u"value"_s, QJsonValue()}};
        const QJsonObject hash{{u"blockhash"_s, amira}, {u"lastValidBlockHeight"_s, 4242}};
        results[u"getLatestBlockhash"_s] = QJsonObject{{u"context"_s, context}, {u"value"_s, hash}};
    }
    void answer(const Received &request, QTcpSocket &socket)
    {
        const QJsonObject asked = QJsonDocument::fromJson(request.body).object();
        QJsonObject reply{{u"jsonrpc"_s, u"2.0"_s}, {u"id"_s, asked["id"_L1]}};
        const QString method = asked["method"_L1].toString();
        if (results.contains(method)) {
            reply[u"result"_s] = results[method];
        } else {
            reply[u"error"_s] = QJsonObject{{u"code"_s, -32601}, {u"message"_s, QString(u"not here: "_s + method)}};
        }
        ScriptServer::answer(socket, 200, QJsonDocument(reply).toJson(QJsonDocument::Compact));
    }
    std::unique_ptr<chain::PaymentGateway> gateway(AddressFamily family)
    {
        return chain::makePaymentGateway(family, server.url(),
            {.network = &network, .clock = &clock, .gate = nullptr, .cache = nullptr, .tokens = nullptr});
    }
    Result<chain::PreparedPayment> prepare(chain::PaymentGateway &gateway, const chain::PaymentDraft &draft)
    {
        return wait<chain::PreparedPayment>([&](net::CancelToken cancel) { return gateway.prepare(draft, cancel); });
    }
    template <class T, class Start>
    Result<T> wait(Start make)
    {
        std::optional<Result<T>> outcome;
        QObject context;
        net::start(&context, make, [&outcome](Result<T> result) { outcome = std::move(result); });
        REQUIRE(QTest::qWaitFor([&outcome] { return outcome.has_value(); }, patience));
        return *outcome;
    }

    SystemClock clock;
    QNetworkAccessManager network;
    QJsonObject results;
    ScriptServer server;
};

} // namespace

TEST_CASE_METHOD(Node, "a payment of ether is quoted and prepared by what the node says", "[payments]")
{
    const auto gateway = this->gateway(AddressFamily::Evm);
    const auto quote = wait<chain::PaymentQuote>([&](net::CancelToken cancel) {
        return gateway->quote({.from = address(layla), .to = address(omar), .token = {}}, cancel);
    });
    REQUIRE(quote);
    CHECK(quote->network == u"Base");
    CHECK(quote->chain == u"eip155:8453");
    REQUIRE(quote->assets.size() == 1);
    CHECK(quote->assets.front().balance == wallet::Uint256::powerOfTen(18));
    CHECK_FALSE(quote->isRecipientContract);
    CHECK(quote->fees[0].total <= quote->fees[1].total);
    CHECK(quote->fees[1].total <= quote->fees[2].total);
    CHECK_FALSE(quote->fees[0].total.isZero());

    chain::PaymentDraft draft = draftOf(*quote, layla, omar, wallet::Uint256::powerOfTen(17));
    const auto prepared
        = wait<chain::PreparedPayment>([&](net::CancelToken cancel) { return gateway->prepare(draft, cancel); });
    REQUIRE(prepared);
    const auto &intent = std::get<wallet::EvmTransferIntent>(prepared->intent);
    CHECK(intent.transaction.chainId == wallet::chainBase);
    CHECK(intent.transaction.nonce == 7);
    CHECK(intent.transaction.gasLimit == 21000);
    CHECK(intent.amount == draft.amount);
    CHECK(intent.recipient == draft.recipient);
    const auto &fee = std::get<wallet::DynamicFee>(intent.transaction.fee);
    CHECK(fee.maxFeePerGas.times(wallet::Uint256(21000)).value() == quote->fees[2].total);

    draft.firstNonce = 12; // payments before it wait
    const auto later
        = wait<chain::PreparedPayment>([&](net::CancelToken cancel) { return gateway->prepare(draft, cancel); });
    REQUIRE(later);
    CHECK(later->nonce == 12);

    draft.amount = wallet::Uint256::powerOfTen(18); // all there is, and no fee
    CHECK(prepare(*gateway, draft).error().code == ErrorCode::InsufficientFunds);
    draft.amount = wallet::Uint256::powerOfTen(18).minus(quote->fees[2].total).value();
    CHECK(prepare(*gateway, draft));
    draft.chain = u"eip155:1"_s;
    CHECK(prepare(*gateway, draft).error().reason == u"other_chain");
}

TEST_CASE_METHOD(Node, "a node of an unknown chain, or one that asks for too much gas, is not used", "[payments]")
{
    const auto gateway = this->gateway(AddressFamily::Evm);
    const auto ask = [&](net::CancelToken cancel) {
        return gateway->quote({.from = address(layla), .to = address(omar), .token = {}}, cancel);
    };
    results[u"eth_getCode"_s] = u"0x6001"_s;
    CHECK(wait<chain::PaymentQuote>(ask)->isRecipientContract);
    results[u"eth_chainId"_s] = u"0xbadc0de"_s;
    CHECK(wait<chain::PaymentQuote>(ask).error().code == ErrorCode::ValidationFailed);
    results[u"eth_chainId"_s] = u"0x2105"_s;
    results[u"eth_estimateGas"_s] = u"0x3b9aca00"_s;
    results[u"eth_getCode"_s] = u"0x"_s;
    const auto quote = wait<chain::PaymentQuote>(ask);
    REQUIRE(quote);
    CHECK(prepare(*gateway, draftOf(*quote, layla, omar, 1)).error().code == ErrorCode::ValidationFailed);
    results.remove(u"eth_getBalance"_s);
    CHECK_FALSE(wait<chain::PaymentQuote>(ask));
}

TEST_CASE_METHOD(Node, "a payment of SOL is quoted and prepared by what the node says", "[payments]")
{
    const auto gateway = this->gateway(AddressFamily::Solana);
    const auto quote = wait<chain::PaymentQuote>([&](net::CancelToken cancel) {
        return gateway->quote({.from = address(sana), .to = address(amira), .token = {}}, cancel);
    });
    REQUIRE(quote);
    CHECK(quote->assets.front().symbol == u"SOL");
    CHECK(quote->assets.front().balance == wallet::Uint256(2'000'000'000));
    CHECK(quote->fees[0].total >= wallet::Uint256(5000)); // of the signature
    CHECK(quote->fees[0].total <= quote->fees[2].total);

    chain::PaymentDraft draft = draftOf(*quote, sana, amira, 1'000'000);
    const auto prepared
        = wait<chain::PreparedPayment>([&](net::CancelToken cancel) { return gateway->prepare(draft, cancel); });
    REQUIRE(prepared);
    CHECK(prepared->lastValidBlockHeight == 4242);
    const auto &intent = std::get<wallet::SolanaTransferIntent>(prepared->intent);
    CHECK(quote->network == u"Solana");
    CHECK(intent.transaction.cluster == wallet::SolanaCluster::Mainnet);
    CHECK(intent.amount == 1'000'000);
    CHECK(intent.recipient == draft.recipient);
    CHECK(intent.transaction.lastValidBlockHeight == 4242);

    CHECK(intent.transaction.computeUnitPrice == quote->fees[2].unitPrice.toUint64());

    chain::PaymentDraft absurd = draft;
    absurd.amount = wallet::Uint256::powerOfTen(30);
    CHECK(wait<chain::PreparedPayment>([&](net::CancelToken cancel) { return gateway->prepare(absurd, cancel); })
              .error()
              .code
        == ErrorCode::InvalidArgument);
    chain::PaymentDraft foreign = draft;
    foreign.recipient = address(layla);
    CHECK_FALSE(
        wait<chain::PreparedPayment>([&](net::CancelToken cancel) { return gateway->prepare(foreign, cancel); }));
}

TEST_CASE_METHOD(
    Node, "a Solana node's cluster is what its first block says, and an unknown one is not paid on", "[payments]")
{
    const auto gateway = this->gateway(AddressFamily::Solana);
    const auto ask = [&] {
        return wait<chain::PaymentQuote>([&](net::CancelToken cancel) {
            return gateway->quote({.from = address(sana), .to = address(amira), .token = {}}, cancel);
        });
    };
    results[u"getGenesisHash"_s] = u"EtWTRABZaYq6iMfeYKouRu166VU2xqa1wcaWoxPkrZBG"_s;
    const auto devnet = ask();
    REQUIRE(devnet);
    CHECK(devnet->network == u"Solana devnet");
    results[u"getGenesisHash"_s] = amira;
    const auto unknown = ask();
    REQUIRE_FALSE(unknown);
    CHECK(unknown.error().code == ErrorCode::ValidationFailed);
}

TEST_CASE_METHOD(Node,
    "only tokens that a node says are held are offered, and a node that does not say stops no payment", "[payments]")
{
    const auto gateway = this->gateway(AddressFamily::Solana);
    const auto ask = [&] {
        return wait<chain::PaymentQuote>([&](net::CancelToken cancel) {
            return gateway->quote({.from = address(sana), .to = {}, .token = {}}, cancel);
        });
    };
    const auto silent = ask(); // it has no getTokenAccountsByOwner
    REQUIRE(silent);
    CHECK(silent->assets.size() == 1); // the coin
    results[u"getTokenAccountsByOwner"_s]
        = QJsonObject{{u"context"_s, QJsonObject{{u"slot"_s, 1}}}, {u"value"_s, QJsonArray()}};
    const auto none = ask();
    REQUIRE(none);
    CHECK(none->assets.size() == 1);
}
