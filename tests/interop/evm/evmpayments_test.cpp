// SPDX-License-Identifier: GPL-3.0-or-later
// Paying as the Send page does, before a real node: what was offered is what is paid, and it is paid once.
#include "models/chain/pay/paymentoutbox.h"
#include "models/store/database.h"
#include "tests/interop/evm/evmfixture.h"
#include "wallet/encoding/hex.h"
#include "wallet/intent/transactions.h"

#include <QTemporaryDir>

#include <catch2/catch.hpp>

using namespace majlis;
using namespace majlis::chain;
using namespace Qt::StringLiterals;
using test::await;
using test::EvmFixture;
using wallet::Address;
using wallet::Uint256;
using Kind = PaymentSight::Kind;

namespace
{

constexpr int longestWaitMs = 60'000;

struct Payer : EvmFixture {
    PaymentQuote quote(const Address &from, const std::optional<Address> &token) const
    {
        const PaymentQuestion question{.from = from, .to = them, .token = token};
        auto found = await([&](net::CancelToken cancel) { return gateway->quote(question, cancel); }, longestWaitMs);
        INFO((found ? std::string() : found.error().detail.toStdString()));
        REQUIRE(found);
        return *found;
    }
    Result<PreparedPayment> prepare(const PaymentDraft &draft) const
    {
        return await([&](net::CancelToken cancel) { return gateway->prepare(draft, cancel); }, longestWaitMs);
    }
    static PaymentDraft draftOf(const PaymentQuote &quote, const Address &from, const Address &to,
        const PaymentAsset &asset, const Uint256 &amount)
    {
        return {.from = from,
            .recipient = to,
            .amount = amount,
            .asset = asset,
            .temper = FeeTemper::Normal,
            .fee = quote.fees[1],
            .chain = quote.chain,
            .firstNonce = 0};
    }
    static wallet::SignedEvmTransaction signedOf(const PreparedPayment &prepared, const wallet::SecretBytes &with)
    {
        const auto transaction = wallet::transactionOf(std::get<wallet::EvmTransferIntent>(prepared.intent));
        REQUIRE(transaction);
        return wallet::signTransaction(*transaction, with).value();
    }
    Kind look(const SignedPayment &payment) const
    {
        const auto sight
            = await([&](net::CancelToken cancel) { return gateway->look(payment, cancel); }, longestWaitMs);
        REQUIRE(sight);
        return sight->kind;
    }
    Result<void> submit(const SignedPayment &payment) const
    {
        return await([&](net::CancelToken cancel) { return gateway->submit(payment, cancel); }, longestWaitMs);
    }
    bool lands(const SignedPayment &payment) const
    {
        return QTest::qWaitFor([&] { return look(payment) == Kind::Landed; }, longestWaitMs);
    }

    std::unique_ptr<PaymentGateway> gateway
        = makePaymentGateway(AddressFamily::Evm, node.url(), {.network = &network, .clock = &clock});
};

} // namespace

TEST_CASE("EVM: a token is paid as it was offered, and once", "[interop]")
{
    Payer payer;
    const PaymentQuote quote = payer.quote(payer.us, payer.coin);
    const auto asset = std::ranges::find(quote.assets, std::optional(payer.coin), &PaymentAsset::token);
    REQUIRE(asset != quote.assets.end());
    CHECK((asset->decimals == 6 && asset->symbol == u"MTC"));
    REQUIRE(asset->balance);
    const Uint256 amount = Uint256::fromUnits(u"12.5", 6).value();
    const auto prepared = payer.prepare(Payer::draftOf(quote, payer.us, payer.them, *asset, amount));
    REQUIRE(prepared);
    const auto done = Payer::signedOf(*prepared, payer.key);
    const SignedPayment payment{.transaction = done.raw, .chain = quote.chain};
    CHECK(payer.look(payment) == Kind::Missing);
    REQUIRE(payer.submit(payment));
    REQUIRE(payer.lands(payment));
    static_cast<void>(payer.submit(payment)); // again: whatever the node says, it happened once
    CHECK(payer.run(&EvmClient::tokenBalance, payer.coin, payer.them).value() == amount);
    const auto receipt = payer.run(&EvmClient::receipt, done.hash).value();
    REQUIRE(receipt);
    CHECK(receipt->effectiveGasPrice.times(Uint256(receipt->gasUsed)).value() <= quote.fees[1].total);

    PaymentDraft tooMuch = Payer::draftOf(quote, payer.us, payer.them, *asset, asset->balance->plus(1).value());
    CHECK(payer.prepare(tooMuch).error().code == ErrorCode::InsufficientFunds);
    tooMuch.amount = 1;
    tooMuch.asset.decimals = 18;
    CHECK(payer.prepare(tooMuch).error().path == u"token");
}

TEST_CASE("EVM: all of an account's coins are sent, the fee left out, and nothing is too little", "[interop]")
{
    Payer payer;
    const wallet::SecretBytes key = EvmFixture::keyOf(3);
    const Address from = *wallet::evmAddress(key);
    const PaymentQuote quote = payer.quote(from, std::nullopt);
    const Uint256 all = quote.assets.front().balance.value();
    const Uint256 rest = all.minus(quote.fees[1].total).value();
    const auto prepared = payer.prepare(Payer::draftOf(quote, from, payer.them, quote.assets.front(), rest));
    REQUIRE(prepared);
    const SignedPayment payment{.transaction = Payer::signedOf(*prepared, key).raw, .chain = quote.chain};
    REQUIRE(payer.submit(payment));
    REQUIRE(payer.lands(payment));
    CHECK(payer.run(&EvmClient::balance, from).value() < quote.fees[1].total);
    const auto more = payer.prepare(Payer::draftOf(quote, from, payer.them, quote.assets.front(), rest));
    REQUIRE_FALSE(more);
    CHECK(more.error().code == ErrorCode::InsufficientFunds);
}

TEST_CASE(
    "EVM: of two payments with one nonce one lands, and the outbox says of the other that it never will", "[interop]")
{
    Payer payer;
    QTemporaryDir folder;
    store::Database database(folder.filePath(u"cache.db"_s));
    PaymentOutbox outbox(database, payer.clock, [&payer](AddressFamily family, const QUrl &url) {
        return makePaymentGateway(family, url, {.network = &payer.network, .clock = &payer.clock});
    });
    outbox.setInterval(std::chrono::milliseconds(50));
    const PaymentQuote quote = payer.quote(payer.us, std::nullopt);
    const auto payment = [&](const Uint256 &amount) {
        const auto prepared = payer.prepare(Payer::draftOf(quote, payer.us, payer.them, quote.assets.front(), amount));
        REQUIRE(prepared);
        const auto done = Payer::signedOf(*prepared, payer.key);
        store::StoredPayment kept{.id = wallet::toHex(done.hash),
            .from = payer.us,
            .to = payer.them,
            .amount = amount,
            .token = {},
            .symbol = u"ETH"_s,
            .chain = quote.chain,
            .network = quote.network,
            .node = payer.node.url().toString(),
            .transaction = done.raw,
            .signedAt = {},
            .changedAt = {},
            .detail = {}};
        kept.nonce = prepared->nonce;
        return kept;
    };
    const store::StoredPayment first = payment(1000);
    const store::StoredPayment second = payment(2000);
    REQUIRE(first.nonce == second.nonce);
    outbox.start();
    const auto comesTo = [&](const store::StoredPayment &which, store::StoredPayment::State state) {
        return QTest::qWaitFor(
            [&] { return outbox.find(which.id) && outbox.find(which.id)->payment.state == state; }, longestWaitMs);
    };
    REQUIRE(await([&](net::CancelToken) { return outbox.put(first); }));
    REQUIRE(comesTo(first, store::StoredPayment::State::Confirmed));
    REQUIRE(await([&](net::CancelToken) { return outbox.put(second); }));
    REQUIRE(comesTo(second, store::StoredPayment::State::Replaced));
    CHECK(payer.run(&EvmClient::balance, payer.them).value()
        == Uint256::fromUnits(u"10000", 18).value().plus(1000).value());
}
