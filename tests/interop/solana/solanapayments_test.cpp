// SPDX-License-Identifier: GPL-3.0-or-later
// Paying as the Send page does, on litesvm.
#include "models/chain/pay/paymentgateway.h"
#include "models/chain/solana/solanaclient.h"
#include "tests/interop/feed/nodeserver.h"
#include "tests/unit/net/nettest.h"
#include "wallet/intent/transactions.h"
#include "wallet/signer.h"
#include "wallet/solana/programaddress.h"
#include "wallet/solana/programs.h"
#include "wallet/solana/transaction.h"

#include <QJsonDocument>

using namespace majlis;
using namespace majlis::chain;
using namespace majlis::wallet::solana;
using namespace Qt::StringLiterals;
using test::await;
using wallet::SecretBytes;
using wallet::Uint256;
using Kind = PaymentSight::Kind;

namespace
{

constexpr int longestWaitMs = 60'000;

SecretBytes seedOf(std::uint8_t fill)
{
    SecretBytes seed(32);
    std::ranges::fill(seed.span(), fill);
    return seed;
}

PublicKey walletOf(std::uint8_t fill)
{
    return *PublicKey::of(*wallet::solanaAddress(seedOf(fill)));
}

struct Payer {
    Payer()
    {
        network.setProxy(QNetworkProxy::NoProxy);
        order({{u"airdrop"_s, us.text()}, {u"genesis"_s, u"EtWTRABZaYq6iMfeYKouRu166VU2xqa1wcaWoxPkrZBG"_s}});
    }
    QJsonObject order(const QJsonObject &what) const
    {
        return node.post(u"/control"_s, QJsonDocument(what).toJson(QJsonDocument::Compact));
    }
    PaymentQuote quote(const std::optional<Address> &token) const
    {
        const PaymentQuestion question{.from = us.address(), .to = them.address(), .token = token};
        auto found = await([&](net::CancelToken cancel) { return gateway->quote(question, cancel); }, longestWaitMs);
        REQUIRE(found);
        return *found;
    }
    PaymentDraft draft(const PaymentQuote &quote, const PaymentAsset &asset, const Uint256 &amount) const
    {
        return {.from = us.address(),
            .recipient = them.address(),
            .amount = amount,
            .asset = asset,
            .temper = FeeTemper::Fast,
            .fee = quote.fees[2],
            .chain = quote.chain,
            .firstNonce = 0};
    }
    Result<PreparedPayment> prepare(const PaymentDraft &draft) const
    {
        return await([&](net::CancelToken cancel) { return gateway->prepare(draft, cancel); }, longestWaitMs);
    }
    SignedPayment signedOf(const PreparedPayment &prepared, const QString &chain) const
    {
        const auto message = wallet::messageOf(std::get<wallet::SolanaTransferIntent>(prepared.intent), us.address());
        REQUIRE(message);
        return {.transaction = signMessageOf(*message, seedOf(1))->bytes,
            .chain = chain,
            .lastValidBlockHeight = prepared.lastValidBlockHeight};
    }
    Kind look(const SignedPayment &payment) const
    {
        const auto sight
            = await([&](net::CancelToken cancel) { return gateway->look(payment, cancel); }, longestWaitMs);
        REQUIRE(sight);
        return sight->kind;
    }
    bool lands(const SignedPayment &payment) const
    {
        order({{u"slots"_s, 3}});
        return QTest::qWaitFor([&] { return look(payment) == Kind::Landed; }, longestWaitMs);
    }
    Result<void> submit(const SignedPayment &payment) const
    {
        return await([&](net::CancelToken cancel) { return gateway->submit(payment, cancel); }, longestWaitMs);
    }
    std::uint64_t lamports() const { return quote(std::nullopt).assets.front().balance->toUint64().value(); }

    PublicKey us = walletOf(1);
    PublicKey them = walletOf(2);
    test::NodeServer node{u"rpcnode.mjs"_s};
    QNetworkAccessManager network;
    SystemClock clock;
    std::unique_ptr<PaymentGateway> gateway
        = makePaymentGateway(AddressFamily::Solana, node.url(), {.network = &network, .clock = &clock});
};

} // namespace

TEST_CASE("Solana: a token is paid as it was offered, with the account opened for it; then all the rest", "[interop]")
{
    Payer payer;
    const PublicKey mint = walletOf(50);
    const PublicKey held = *associatedTokenAddress(payer.us, mint, tokenProgram());
    payer.order({{u"mint"_s, mint.text()},
        {u"tokenAccount"_s,
            QJsonObject{{u"address"_s, held.text()}, {u"owner"_s, payer.us.text()}, {u"mint"_s, mint.text()},
                {u"amount"_s, u"5000000"_s}}}});
    const PaymentQuote quote = payer.quote(mint.address());
    CHECK(quote.chain == u"solana:devnet");
    const auto asset = std::ranges::find(quote.assets, std::optional(mint.address()), &PaymentAsset::token);
    REQUIRE(asset != quote.assets.end());
    CHECK((asset->decimals == 6 && asset->balance == Uint256(5'000'000)));
    CHECK(quote.rent == Uint256(2'039'280));
    CHECK(quote.assets.size() == 2); // the coin, and what is held: no mint is offered because of its name
    const std::uint64_t before = payer.lamports();
    const auto prepared = payer.prepare(payer.draft(quote, *asset, 2'000'000));
    REQUIRE(prepared);
    const SignedPayment payment = payer.signedOf(*prepared, quote.chain);
    CHECK(payer.look(payment) == Kind::Missing);
    REQUIRE(payer.submit(payment));
    REQUIRE(payer.lands(payment));
    CHECK(payer.quote(mint.address()).rent.isZero());
    CHECK(before - payer.lamports() == quote.fees[2].total.plus(quote.rent)->toUint64());

    CHECK(payer.prepare(payer.draft(quote, *asset, 3'000'001)).error().code == ErrorCode::InsufficientFunds);
    const PaymentQuote coins = payer.quote(std::nullopt);
    const PaymentAsset &sol = coins.assets.front();
    const auto rest = payer.prepare(payer.draft(coins, sol, sol.balance->minus(coins.fees[2].total).value()));
    REQUIRE(rest);
    const SignedPayment all = payer.signedOf(*rest, coins.chain);
    REQUIRE(payer.submit(all));
    REQUIRE(payer.lands(all));
    CHECK(payer.lamports() == 0);
}

TEST_CASE("Solana: what was never sent expires, and only the node's own cluster is asked", "[interop]")
{
    Payer payer;
    const PaymentQuote quote = payer.quote(std::nullopt);
    const auto prepared = payer.prepare(payer.draft(quote, quote.assets.front(), 1'000'000));
    REQUIRE(prepared);
    SignedPayment payment = payer.signedOf(*prepared, quote.chain);
    CHECK(payer.look(payment) == Kind::Missing);
    payer.order({{u"slots"_s, 200}});
    CHECK(payer.look(payment) == Kind::Expired);
    payment.chain = u"solana:mainnet"_s;
    const auto foreign
        = await([&](net::CancelToken cancel) { return payer.gateway->look(payment, cancel); }, longestWaitMs);
    REQUIRE_FALSE(foreign);
    CHECK(foreign.error().reason == u"other_chain");
}
