// SPDX-License-Identifier: GPL-3.0-or-later
// The Solana client against rpcnode.mjs, which executes on litesvm.
#include "models/chain/solana/solanaclient.h"
#include "models/chain/solana/solanatransfer.h"
#include "tests/interop/feed/nodeserver.h"
#include "tests/unit/net/nettest.h"
#include "wallet/intent/transactions.h"
#include "wallet/signer.h"
#include "wallet/solana/instructions.h"
#include "wallet/solana/programaddress.h"
#include "wallet/solana/programs.h"
#include "wallet/solana/transaction.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace majlis;
using namespace majlis::chain;
using namespace majlis::wallet::solana;
using namespace Qt::StringLiterals;
using wallet::SecretBytes;

namespace
{

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

// A busy machine may stand still for longer than nettest.h's ten seconds.
constexpr int longestWaitMs = 60'000;
constexpr std::uint64_t airdropped = 5'000'000'000;

struct Fixture {
    Fixture()
        : http(node.url(), {.network = &network, .clock = &clock})
        , client(http)
    {
        network.setProxy(QNetworkProxy::NoProxy);
        client.setPollInterval(std::chrono::milliseconds(20));
        order({{u"airdrop"_s, us.text()}});
    }

    QJsonObject order(const QJsonObject &what) const
    {
        return node.post(u"/control"_s, QJsonDocument(what).toJson(QJsonDocument::Compact));
    }
    void fault(const QString &mode) const { order({{u"fault"_s, mode}}); }

    template <class Task>
    auto run(Task (SolanaClient::*method)(net::CancelToken))
    {
        return test::await([&](net::CancelToken token) { return (client.*method)(token); }, longestWaitMs);
    }
    template <class Task, class Argument>
    auto run(Task (SolanaClient::*method)(Argument, net::CancelToken), Argument argument)
    {
        return test::await([&](net::CancelToken token) { return (client.*method)(argument, token); }, longestWaitMs);
    }

    QByteArray transfer(const RecentBlockhash &recent, std::uint64_t lamports) const
    {
        const Message message = *compile(us, recent.hash, std::vector{system::transfer(us, them, lamports)});
        const wallet::Bytes bytes = signMessageOf(message, seedOf(1))->bytes;
        return QByteArray(reinterpret_cast<const char *>(bytes.data()), static_cast<qsizetype>(bytes.size()));
    }

    Result<SolanaReceipt> waitFor(const QByteArray &transaction, std::uint64_t lastValid, Commitment wanted)
    {
        return test::await(
            [&](net::CancelToken token) { return client.waitFor(transaction, lastValid, wanted, token); },
            longestWaitMs);
    }

    PublicKey us = walletOf(1);
    PublicKey them = walletOf(2);
    test::NodeServer node{u"rpcnode.mjs"_s};
    QNetworkAccessManager network;
    SystemClock clock;
    net::HttpClient http;
    SolanaClient client;
};

} // namespace

TEST_CASE("Solana: what stands on the chain", "[interop]")
{
    Fixture fixture;
    const PublicKey mint = walletOf(50);
    const PublicKey token = *associatedTokenAddress(fixture.us, mint, tokenProgram());
    const PublicKey table = walletOf(51);
    fixture.order({{u"mint"_s, mint.text()},
        {u"tokenAccount"_s,
            QJsonObject{{u"address"_s, token.text()}, {u"owner"_s, fixture.us.text()}, {u"mint"_s, mint.text()},
                {u"amount"_s, u"18446744073709551615"_s}}},
        {u"table"_s,
            QJsonObject{{u"address"_s, table.text()}, {u"entries"_s, QJsonArray{mint.text(), token.text()}}}}});

    CHECK(fixture.run(&SolanaClient::balance, fixture.us).value() == airdropped);
    CHECK(fixture.run(&SolanaClient::balance, fixture.them).value() == 0);
    CHECK_FALSE(fixture.run(&SolanaClient::account, fixture.them).value());
    const auto account = fixture.run(&SolanaClient::account, fixture.us).value();
    REQUIRE(account);
    CHECK((account->lamports == airdropped && account->owner == systemProgram() && account->data.isEmpty()));

    const auto tokens = fixture.run(&SolanaClient::tokenAccounts, fixture.us).value();
    REQUIRE(tokens.size() == 1);
    CHECK((tokens[0].account == token && tokens[0].mint == mint && tokens[0].owner == fixture.us));
    CHECK((tokens[0].amount == UINT64_MAX && !tokens[0].isFrozen && tokens[0].program == tokenProgram()));
    const auto found = fixture.run(&SolanaClient::mint, mint).value();
    CHECK((found.decimals == 6 && found.supply == 1'000'000'000));
    CHECK(fixture.run(&SolanaClient::mint, token).error().code == ErrorCode::NotFound);
    CHECK(fixture.run(&SolanaClient::mint, fixture.them).error().code == ErrorCode::NotFound);
    CHECK(fixture.run(&SolanaClient::lookupTable, table).value().addresses == std::vector{mint, token});
    CHECK(fixture.run(&SolanaClient::lookupTable, mint).error().code == ErrorCode::NotFound);
    CHECK(fixture.run(&SolanaClient::rentExemption, std::uint64_t{165}).value() == 2'039'280);
    CHECK(fixture.run(&SolanaClient::priorityFees, std::vector{fixture.us, fixture.them}).value()
        == PriorityFees{0, 1'000, 10'000});
}

TEST_CASE("Solana: a transfer from fee to finality", "[interop]")
{
    Fixture fixture;
    const RecentBlockhash recent = fixture.run(&SolanaClient::latestBlockhash).value();
    const Message message
        = *compile(fixture.us, recent.hash, std::vector{system::transfer(fixture.us, fixture.them, 1'000'000)});
    CHECK(fixture.run(&SolanaClient::feeForMessage, message).value() == 5000U);
    const QByteArray transaction = fixture.transfer(recent, 1'000'000);
    const SolanaSimulation simulated = fixture.run(&SolanaClient::simulate, transaction).value();
    CHECK((!simulated.error && simulated.unitsConsumed == 150 && simulated.logs.size() == 2));
    CHECK(fixture.run(&SolanaClient::simulate, fixture.transfer(recent, airdropped)).value().error.has_value());

    const QString name = fixture.run(&SolanaClient::send, transaction).value();
    CHECK(fixture.run(&SolanaClient::status, name).value()->commitment == Commitment::Processed);
    CHECK_FALSE(fixture.run(&SolanaClient::status, QString(88, u'1')).value());
    fixture.order({{u"slots"_s, 2}});
    const auto confirmed = fixture.waitFor(transaction, recent.lastValidBlockHeight, Commitment::Confirmed).value();
    CHECK((confirmed.outcome == SolanaReceipt::Outcome::Succeeded && !confirmed.status->error));
    fixture.order({{u"slots"_s, 200}}); // long after its hash has expired it is still there
    const auto finalized = fixture.waitFor(transaction, recent.lastValidBlockHeight, Commitment::Finalized).value();
    CHECK(finalized.status->commitment == Commitment::Finalized);
    CHECK(fixture.run(&SolanaClient::balance, fixture.them).value() == 1'000'000);
    CHECK(fixture.run(&SolanaClient::balance, fixture.us).value() == airdropped - 1'005'000);
    CHECK_FALSE(fixture.run(&SolanaClient::feeForMessage, message).value());
}

TEST_CASE("Solana: what is dropped is sent again, and what expires is said to", "[interop]")
{
    Fixture fixture;
    RecentBlockhash recent = fixture.run(&SolanaClient::latestBlockhash).value();
    const QByteArray dropped = fixture.transfer(recent, 2'000'000);
    fixture.order({{u"drop"_s, 2}});
    REQUIRE(fixture.run(&SolanaClient::send, dropped));
    // The first look sends it again in vain, the second one lands; time must pass for it to be confirmed.
    fixture.order({{u"every"_s, 40}});
    CHECK(fixture.waitFor(dropped, recent.lastValidBlockHeight, Commitment::Confirmed).value().outcome
        == SolanaReceipt::Outcome::Succeeded);
    fixture.order({{u"every"_s, 0}});
    CHECK(fixture.order({}).value(u"sent"_s).toInt() >= 3);

    recent = fixture.run(&SolanaClient::latestBlockhash).value();
    const QByteArray lost = fixture.transfer(recent, 3'000'000);
    fixture.order({{u"drop"_s, 1000}});
    REQUIRE(fixture.run(&SolanaClient::send, lost));
    fixture.order({{u"slots"_s, 151}});
    const auto expired = fixture.waitFor(lost, recent.lastValidBlockHeight, Commitment::Confirmed).value();
    CHECK((expired.outcome == SolanaReceipt::Outcome::Expired && !expired.status));
    CHECK(fixture.run(&SolanaClient::send, lost).error().detail == u"BlockhashNotFound");
}

TEST_CASE("Solana: refusals of the chain", "[interop]")
{
    Fixture fixture;
    const RecentBlockhash recent = fixture.run(&SolanaClient::latestBlockhash).value();
    const auto tooMuch = fixture.run(&SolanaClient::send, fixture.transfer(recent, airdropped));
    REQUIRE_FALSE(tooMuch);
    CHECK(tooMuch.error().code == ErrorCode::ValidationFailed);
    CHECK(tooMuch.error().reason == u"-32002");
    CHECK(tooMuch.error().detail == uR"({"InstructionError":[0,{"Custom":1}]})");
    QByteArray unsignedOne = fixture.transfer(recent, 5);
    unsignedOne[5] = static_cast<char>(unsignedOne[5] ^ 1);
    CHECK(fixture.run(&SolanaClient::send, unsignedOne).error().code == ErrorCode::InvalidArgument);
    CHECK(fixture.run(&SolanaClient::send, QByteArray("nonsense")).error().code == ErrorCode::InvalidArgument);
    CHECK(fixture.waitFor(QByteArray(), 1, Commitment::Confirmed).error().code == ErrorCode::InvalidArgument);
    CHECK(fixture.order({}).value(u"sent"_s).toInt() == 1); // the last three never left
}

TEST_CASE("Solana: a node that answers wrongly is not believed", "[interop]")
{
    Fixture fixture;
    const RecentBlockhash recent = fixture.run(&SolanaClient::latestBlockhash).value();
    const auto refused = [&fixture](const QString &mode, ErrorCode code, const QString &path) {
        fixture.fault(mode);
        const auto answer = fixture.run(&SolanaClient::balance, fixture.us);
        INFO(mode.toStdString());
        REQUIRE_FALSE(answer);
        CHECK(answer.error().code == code);
        CHECK(answer.error().path == path);
    };
    refused(u"wrongId"_s, ErrorCode::Malformed, u"id"_s);
    refused(u"noVersion"_s, ErrorCode::Malformed, u"jsonrpc"_s);
    refused(u"both"_s, ErrorCode::Malformed, u"result"_s);
    refused(u"html"_s, ErrorCode::Malformed, {});
    refused(u"malformed"_s, ErrorCode::Malformed, {});
    refused(u"huge"_s, ErrorCode::TooLarge, {});
    refused(u"stringBalance"_s, ErrorCode::Malformed, u"result.value"_s);
    fixture.fault(u"http429"_s); // waits as told, then asks again
    CHECK(fixture.run(&SolanaClient::balance, fixture.us).value() == airdropped);
    fixture.fault(u"otherSignature"_s);
    CHECK(fixture.run(&SolanaClient::send, fixture.transfer(recent, 2'000'000)).error().path == u"result");
    const PublicKey mint = walletOf(50);
    fixture.order({{u"tokenAccount"_s,
        QJsonObject{{u"address"_s, walletOf(52).text()}, {u"owner"_s, fixture.them.text()}, {u"mint"_s, mint.text()},
            {u"amount"_s, u"1"_s}}}});
    fixture.fault(u"foreignToken"_s);
    CHECK(fixture.run(&SolanaClient::tokenAccounts, fixture.us).error().path == u"result.value[0].account.data");
}

TEST_CASE("Solana: waiting ends when nobody waits", "[interop]")
{
    Fixture fixture;
    const RecentBlockhash recent = fixture.run(&SolanaClient::latestBlockhash).value();
    const QByteArray transaction = fixture.transfer(recent, 5);
    fixture.order({{u"drop"_s, 1000}});
    bool answered = false;
    auto context = std::make_unique<QObject>();
    net::start(
        context.get(),
        [&](net::CancelToken token) {
            return fixture.client.waitFor(transaction, recent.lastValidBlockHeight, Commitment::Confirmed, token);
        },
        [&answered](Result<SolanaReceipt>) { answered = true; });
    REQUIRE(QTest::qWaitFor([&] { return fixture.order({}).value(u"sent"_s).toInt() > 1; }, longestWaitMs));
    context.reset();
    const int sent = fixture.order({}).value(u"sent"_s).toInt();
    CHECK(fixture.run(&SolanaClient::balance, fixture.us).value() == airdropped);
    CHECK(fixture.order({}).value(u"sent"_s).toInt() <= sent + 1);
    CHECK_FALSE(answered);
}

namespace
{

struct TransferFixture : Fixture {
    TransferFixture() { order({{u"mint"_s, mint.text()}}); }

    void giveTokens(std::uint64_t amount) const
    {
        order({{u"tokenAccount"_s,
            QJsonObject{{u"address"_s, associatedTokenAddress(us, mint, tokenProgram())->text()},
                {u"owner"_s, us.text()}, {u"mint"_s, mint.text()}, {u"amount"_s, QString::number(amount)}}}});
    }
    [[nodiscard]] Result<SolanaTransferPlan> plan(const SolanaTransferRequest &request)
    {
        return test::await([&](net::CancelToken token) { return planTransfer(client, request, token); }, longestWaitMs);
    }
    [[nodiscard]] SolanaTransferRequest sol(std::uint64_t amount) const
    {
        SolanaTransferRequest request;
        request.from = us;
        request.to = them;
        request.amount = amount;
        return request;
    }
    [[nodiscard]] SolanaTransferRequest token(std::uint64_t amount) const
    {
        SolanaTransferRequest request = sol(amount);
        request.token = {mint, u"TEST"_s};
        return request;
    }
    /// Signs as the wallet does, sends, and waits.
    SolanaReceipt carryOut(const wallet::SolanaTransferIntent &intent)
    {
        const Message message = *wallet::messageOf(intent, us.address());
        const wallet::Bytes bytes = signMessageOf(message, seedOf(1))->bytes;
        const QByteArray raw(reinterpret_cast<const char *>(bytes.data()), static_cast<qsizetype>(bytes.size()));
        REQUIRE(run(&SolanaClient::send, raw));
        order({{u"slots"_s, 2}});
        return waitFor(raw, intent.transaction.lastValidBlockHeight, Commitment::Confirmed).value();
    }

    PublicKey mint = walletOf(50);
};

} // namespace

TEST_CASE("Solana: a transfer of SOL as planned costs what was said", "[interop]")
{
    TransferFixture fixture;
    auto request = fixture.sol(1'000'000);
    request.memo = u"rent"_s;
    const auto planned = fixture.plan(request);
    REQUIRE(planned);
    CHECK((planned->balance == airdropped && planned->isNewRecipient && !planned->recipientCannotSign));
    CHECK((planned->rent == 0 && planned->fees[0].lamports <= planned->fees[1].lamports));
    const auto intent = planned->withFee(FeeTemper::Fast);
    CHECK(intent.transaction.computeUnitPrice == planned->fees[2].computeUnitPrice);
    CHECK(fixture.carryOut(intent).outcome == SolanaReceipt::Outcome::Succeeded);
    CHECK(
        fixture.run(&SolanaClient::balance, fixture.us).value() == airdropped - 1'000'000 - planned->fees[2].lamports);
    CHECK(fixture.run(&SolanaClient::balance, fixture.them).value() == 1'000'000);
    CHECK_FALSE(fixture.plan(request)->isNewRecipient);
    // All of it: nothing is left behind, which the chain allows.
    const auto fee = fixture.plan(fixture.sol(1'000'000))->fees[1].lamports;
    const auto rest = fixture.run(&SolanaClient::balance, fixture.us).value() - fee;
    CHECK(
        fixture.carryOut(fixture.plan(fixture.sol(rest)).value().intent).outcome == SolanaReceipt::Outcome::Succeeded);
    CHECK(fixture.run(&SolanaClient::balance, fixture.us).value() == 0);
}

TEST_CASE("Solana: a token to somebody who has no account for it yet", "[interop]")
{
    TransferFixture fixture;
    fixture.giveTokens(5'000'000);
    const auto planned = fixture.plan(fixture.token(2'000'000));
    REQUIRE(planned);
    CHECK((planned->tokenBalance == 5'000'000 && planned->rent == 2'039'280));
    CHECK((planned->intent.token->createAccount && planned->intent.token->decimals == 6));
    CHECK(fixture.carryOut(planned->intent).outcome == SolanaReceipt::Outcome::Succeeded);
    CHECK(fixture.run(&SolanaClient::balance, fixture.us).value()
        == airdropped - planned->rent - planned->fees[1].lamports);
    const auto theirs = fixture.run(&SolanaClient::tokenAccounts, fixture.them).value();
    REQUIRE(theirs.size() == 1);
    CHECK((theirs[0].amount == 2'000'000 && theirs[0].mint == fixture.mint));
    const auto second = fixture.plan(fixture.token(3'000'000));
    REQUIRE(second);
    CHECK((second->rent == 0 && !second->intent.token->createAccount));
    CHECK(fixture.carryOut(second->intent).outcome == SolanaReceipt::Outcome::Succeeded);
}

TEST_CASE("Solana: what cannot be sent is said before it is signed", "[interop]")
{
    TransferFixture fixture;
    fixture.giveTokens(5);
    const auto refused
        = [&fixture](const SolanaTransferRequest &request, ErrorCode code, const QString &path, const QString &reason) {
              const auto planned = fixture.plan(request);
              INFO(reason.toStdString());
              REQUIRE_FALSE(planned);
              INFO(planned.error().detail.toStdString());
              CHECK(planned.error().code == code);
              CHECK(planned.error().path == path);
              CHECK(planned.error().reason == reason);
          };
    using enum ErrorCode;
    refused(fixture.sol(0), InvalidArgument, u"amount"_s, u"zero"_s);
    refused(fixture.sol(airdropped), InsufficientFunds, u"amount"_s, u"balance"_s);
    refused(fixture.sol(1'000), InvalidArgument, u"amount"_s, u"recipient_below_rent"_s);
    refused(fixture.sol(airdropped - 100'000), InvalidArgument, u"amount"_s, u"sender_below_rent"_s);
    refused(fixture.token(6), InsufficientFunds, u"amount"_s, u"token_balance"_s);
    auto request = fixture.sol(1'000'000);
    request.to = fixture.us;
    refused(request, InvalidArgument, u"recipient"_s, u"sender"_s);
    request.to = *associatedTokenAddress(fixture.us, fixture.mint, tokenProgram());
    refused(request, InvalidArgument, u"recipient"_s, u"token_account"_s);
    request = fixture.sol(1'000'000);
    request.from = walletOf(77);
    refused(request, InsufficientFunds, u"fee"_s, u"balance"_s);
    request = fixture.token(1);
    request.token->mint = walletOf(78);
    CHECK(fixture.plan(request).error().code == NotFound);
    request = fixture.sol(1'000'000);
    request.to = *associatedTokenAddress(walletOf(5), fixture.mint, tokenProgram());
    CHECK(fixture.plan(request)->recipientCannotSign);
    CHECK_FALSE(clusterOfGenesis(fixture.run(&SolanaClient::genesisHash).value()));
}
