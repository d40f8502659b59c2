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
    const auto quote = wait<chain::PaymentQuote>(
        [&](net::CancelToken cancel) { return gateway->quote(address(layla), address(omar), cancel); });
    REQUIRE(quote);
    CHECK(quote->network == u"Base");
    CHECK(quote->balance == wallet::Uint256::powerOfTen(18));
    CHECK_FALSE(quote->isRecipientContract);
    CHECK(quote->fees[0] <= quote->fees[1]);
    CHECK(quote->fees[1] <= quote->fees[2]);
    CHECK_FALSE(quote->fees[0].isZero());

    const chain::PaymentDraft draft{.from = address(layla),
        .recipient = address(omar),
        .amount = wallet::Uint256::powerOfTen(17),
        .temper = chain::FeeTemper::Fast};
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
    CHECK(fee.maxFeePerGas.times(wallet::Uint256(21000)).value() == quote->fees[2]);
}

TEST_CASE_METHOD(Node, "a node of an unknown chain, or one that asks for too much gas, is not used", "[payments]")
{
    const auto gateway = this->gateway(AddressFamily::Evm);
    const auto ask = [&](net::CancelToken cancel) { return gateway->quote(address(layla), address(omar), cancel); };
    results[u"eth_getCode"_s] = u"0x6001"_s;
    CHECK(wait<chain::PaymentQuote>(ask)->isRecipientContract);
    results[u"eth_chainId"_s] = u"0xbadc0de"_s;
    CHECK(wait<chain::PaymentQuote>(ask).error().code == ErrorCode::ValidationFailed);
    results[u"eth_chainId"_s] = u"0x2105"_s;
    results[u"eth_estimateGas"_s] = u"0x3b9aca00"_s;
    const chain::PaymentDraft draft{
        .from = address(layla), .recipient = address(omar), .amount = wallet::Uint256(1), .temper = {}};
    CHECK(wait<chain::PreparedPayment>([&](net::CancelToken cancel) { return gateway->prepare(draft, cancel); })
              .error()
              .code
        == ErrorCode::ValidationFailed);
    results.remove(u"eth_getBalance"_s);
    CHECK_FALSE(wait<chain::PaymentQuote>(ask));
}

TEST_CASE_METHOD(Node, "a payment of SOL is quoted and prepared by what the node says", "[payments]")
{
    const auto gateway = this->gateway(AddressFamily::Solana);
    const auto quote = wait<chain::PaymentQuote>(
        [&](net::CancelToken cancel) { return gateway->quote(address(sana), address(amira), cancel); });
    REQUIRE(quote);
    CHECK(quote->symbol == u"SOL");
    CHECK(quote->balance == wallet::Uint256(2'000'000'000));
    CHECK(quote->fees[0] >= wallet::Uint256(5000)); // of the signature
    CHECK(quote->fees[0] <= quote->fees[2]);

    const chain::PaymentDraft draft{.from = address(sana),
        .recipient = address(amira),
        .amount = wallet::Uint256(1'000'000),
        .temper = chain::FeeTemper::Normal};
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
        return wait<chain::PaymentQuote>(
            [&](net::CancelToken cancel) { return gateway->quote(address(sana), address(amira), cancel); });
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
