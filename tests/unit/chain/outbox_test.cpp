// SPDX-License-Identifier: GPL-3.0-or-later
// A payment that was signed happens once or not at all, whatever ends in between.
#include "models/chain/pay/paymentoutbox.h"
#include "models/store/database.h"
#include "tests/unit/chain/fakechain.h"
#include "tests/unit/net/nettest.h"
#include "wallet/encoding/hex.h"
#include "wallet/evm/transaction.h"
#include "wallet/signer.h"
#include "wallet/solana/instructions.h"
#include "wallet/solana/transaction.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>

using namespace majlis;
using namespace majlis::chain;
using namespace majlis::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using store::StoredPayment;
using State = StoredPayment::State;
using Kind = PaymentSight::Kind;

namespace
{

constexpr int patience = 20000;
const QUrl node(u"https://node.example.org"_s);

wallet::SecretBytes key()
{
    wallet::SecretBytes bytes(32);
    std::ranges::fill(bytes.span(), std::uint8_t(7));
    return bytes;
}

Address layla()
{
    return Address::parse(u"0x70997970C51812dc3A010C7d01b50e0d17dc79C8").value();
}

StoredPayment ether(std::uint64_t nonce = 5)
{
    wallet::EvmTransaction transaction;
    transaction.chainId = wallet::chainBase;
    transaction.nonce = nonce;
    transaction.gas = 21000;
    transaction.maxFeePerGas = 1'000'000'000;
    transaction.maxPriorityFeePerGas = 1'000'000;
    transaction.to = layla();
    transaction.value = 1000;
    const auto done = wallet::signTransaction(transaction, key());
    REQUIRE(done);
    StoredPayment payment{.id = wallet::toHex(done->hash),
        .from = done->from,
        .to = layla(),
        .amount = 1000,
        .token = {},
        .symbol = u"ETH"_s,
        .chain = u"eip155:8453"_s,
        .network = u"Base"_s,
        .node = node.toString(),
        .transaction = done->raw,
        .signedAt = {},
        .changedAt = {},
        .detail = {}};
    payment.nonce = nonce;
    return payment;
}

StoredPayment sol()
{
    using namespace wallet::solana;
    const PublicKey from = *PublicKey::of(*wallet::solanaAddress(key()));
    const PublicKey to = *PublicKey::parse(u"FAe4sisG95oZ42w7buUn5qEE4TAnfTTFPiguZUHmhiF");
    const Message message = *compile(from, Blockhash{}, std::vector{system::transfer(from, to, 1'000'000)});
    const auto done = signMessageOf(message, key());
    REQUIRE(done);
    StoredPayment payment = ether();
    payment.id = done->signature.text();
    payment.from = from.address();
    payment.to = to.address();
    payment.chain = u"solana:mainnet"_s;
    payment.transaction = done->bytes;
    payment.lastValidBlockHeight = 4242;
    payment.nonce = 0;
    return payment;
}

/// As long as the outbox needs for several turns, if it had any to take.
void letTurnsPass()
{
    int turns = 0;
    REQUIRE(QTest::qWaitFor([&turns] { return ++turns > 3; }, patience));
}

/// One run of the program: what is on the disk is all that it has of the runs before.
struct Run {
    Run(const QString &file, FakeClock &clock, FakeChain &chain)
        : database(file)
        , outbox(
              database, clock, [&chain](AddressFamily, const QUrl &) { return std::make_unique<FakeGateway>(chain); })
    {
        outbox.setInterval(1ms);
        outbox.setNode(AddressFamily::Evm, node);
        outbox.setNode(AddressFamily::Solana, node);
    }
    void start()
    {
        outbox.start();
        REQUIRE(QTest::qWaitFor([this] { return outbox.isLoaded(); }, patience));
    }
    Result<void> put(const StoredPayment &payment)
    {
        return await([&](net::CancelToken) { return outbox.put(payment); });
    }
    State stateOf(const StoredPayment &payment) const
    {
        const auto *entry = outbox.find(payment.id);
        REQUIRE(entry != nullptr);
        return entry->payment.state;
    }
    bool comesTo(const StoredPayment &payment, State state)
    {
        return QTest::qWaitFor([&] { return outbox.find(payment.id) && stateOf(payment) == state; }, patience);
    }
    bool hasProblem(const StoredPayment &payment)
    {
        return QTest::qWaitFor([&] { return outbox.find(payment.id) && outbox.find(payment.id)->problem; }, patience);
    }

    store::Database database;
    PaymentOutbox outbox;
};

struct Fixture {
    /// Time goes by, as much as a program is slow.
    bool passes(Run &run, const StoredPayment &payment, State state)
    {
        return QTest::qWaitFor(
            [&] {
                clock.advance(1min);
                return run.outbox.find(payment.id) && run.stateOf(payment) == state;
            },
            patience);
    }

    QTemporaryDir folder;
    QString file = folder.filePath(u"cache.db"_s);
    FakeClock clock;
    FakeChain chain;
};

} // namespace

TEST_CASE_METHOD(Fixture, "a payment is on the disk before its first byte leaves", "[outbox]")
{
    const StoredPayment payment = ether();
    Run run(file, clock, chain);
    run.start();
    bool isKept = false;
    net::start(
        &run.outbox, [&](net::CancelToken) { return run.outbox.put(payment); },
        [&](const Result<void> &done) { isKept = done.has_value(); });
    CHECK(chain.looks == 0);
    CHECK(chain.taken.empty());
    REQUIRE(QTest::qWaitFor([&] { return isKept || !chain.taken.empty(); }, patience));
    REQUIRE(passes(run, payment, State::Confirmed));
    CHECK(chain.taken == std::vector<wallet::Bytes>{payment.transaction});
    CHECK(run.outbox.find(payment.id)->payment.transaction.empty());
}

TEST_CASE_METHOD(Fixture, "what cannot be kept is not sent", "[outbox]")
{
    QFile blocked(folder.filePath(u"blocked"_s));
    REQUIRE(blocked.open(QIODevice::WriteOnly)); // where the folder should be
    Run run(folder.filePath(u"blocked/cache.db"_s), clock, chain);
    run.start();
    const auto kept = run.put(ether());
    REQUIRE_FALSE(kept);
    CHECK(kept.error().code == ErrorCode::Storage);
    letTurnsPass();
    CHECK(chain.taken.empty());
    CHECK(run.outbox.entries().empty());
}

TEST_CASE_METHOD(Fixture, "a crash between signing and sending: it is sent at the next start, once", "[outbox]")
{
    const StoredPayment payment = ether();
    {
        store::Database database(file); // kept, and then nothing more of that run
        store::PaymentStore kept(database);
        REQUIRE(await([&](net::CancelToken) { return kept.add(payment); }));
    }
    {
        Run run(file, clock, chain);
        run.start();
        REQUIRE(passes(run, payment, State::Confirmed));
        CHECK(chain.taken == std::vector<wallet::Bytes>{payment.transaction});
    }
    Run third(file, clock, chain);
    third.start();
    CHECK(third.stateOf(payment) == State::Confirmed);
    const int looks = chain.looks;
    letTurnsPass();
    CHECK(chain.looks == looks); // its end is known: nobody is asked
    CHECK(chain.taken.size() == 1);
}

TEST_CASE_METHOD(
    Fixture, "a crash between sending and receipt: the chain is asked, and nothing is sent twice", "[outbox]")
{
    const StoredPayment payment = ether();
    {
        Run run(file, clock, chain);
        run.start();
        chain.verdict = Kind::Missing;
        REQUIRE(run.put(payment));
        REQUIRE(run.comesTo(payment, State::Sent));
    }
    const std::size_t before = chain.taken.size();
    SECTION("it landed meanwhile")
    {
        chain.verdict = Kind::Landed;
        Run run(file, clock, chain);
        run.start();
        REQUIRE(passes(run, payment, State::Confirmed));
        CHECK(chain.taken.size() == before);
    }
    SECTION("it waits")
    {
        chain.verdict = Kind::Waiting;
        Run run(file, clock, chain);
        run.start();
        const int looks = chain.looks;
        REQUIRE(QTest::qWaitFor([&] { return clock.advance(1min), chain.looks > looks + 2; }, patience));
        CHECK(run.stateOf(payment) == State::Sent);
        CHECK(chain.taken.size() == before);
    }
    SECTION("the node has forgotten it: the same bytes once more")
    {
        Run run(file, clock, chain);
        run.start();
        REQUIRE(QTest::qWaitFor([&] { return clock.advance(1min), chain.taken.size() > before; }, patience));
        CHECK(std::ranges::all_of(chain.taken, [&](const auto &raw) { return raw == payment.transaction; }));
    }
    SECTION("it reverted")
    {
        chain.verdict = Kind::Failed;
        Run run(file, clock, chain);
        run.start();
        REQUIRE(passes(run, payment, State::Failed));
    }
}

TEST_CASE_METHOD(Fixture, "a node that takes it and does not say so is not believed either way", "[outbox]")
{
    chain.losesAnswers = true;
    const StoredPayment payment = ether();
    Run run(file, clock, chain);
    run.start();
    REQUIRE(run.put(payment));
    REQUIRE(run.hasProblem(payment));
    REQUIRE(passes(run, payment, State::Confirmed));
    CHECK(chain.taken.size() == 1);
    CHECK_FALSE(run.outbox.find(payment.id)->problem);
}

TEST_CASE_METHOD(Fixture, "putting the same payment twice keeps and sends one", "[outbox]")
{
    const StoredPayment payment = ether();
    Run run(file, clock, chain);
    run.start();
    int kept = 0;
    for (int i = 0; i < 2; ++i) {
        net::start(
            &run.outbox, [&](net::CancelToken) { return run.outbox.put(payment); },
            [&](const Result<void> &done) { kept += done ? 1 : 0; });
    }
    REQUIRE(QTest::qWaitFor([&] { return kept == 2; }, patience));
    REQUIRE(passes(run, payment, State::Confirmed));
    CHECK(run.outbox.entries().size() == 1);
    CHECK(chain.taken.size() == 1);
}

TEST_CASE_METHOD(Fixture, "a node that is down or refuses is asked again, and named meanwhile", "[outbox]")
{
    const StoredPayment payment = ether();
    Run run(file, clock, chain);
    run.start();
    SECTION("down")
    {
        chain.trouble = fail(ErrorCode::Offline).error();
        REQUIRE(run.put(payment));
        REQUIRE(run.hasProblem(payment));
        CHECK(run.stateOf(payment) == State::Queued);
        chain.trouble.reset();
    }
    SECTION("refuses")
    {
        chain.sendTrouble = fail(ErrorCode::InsufficientFunds).error();
        REQUIRE(run.put(payment));
        REQUIRE(run.hasProblem(payment));
        CHECK(run.stateOf(payment) == State::Queued);
        chain.sendTrouble.reset();
    }
    SECTION("is of another chain")
    {
        chain.name = u"eip155:1"_s;
        REQUIRE(run.put(payment));
        REQUIRE(run.hasProblem(payment));
        CHECK(run.outbox.find(payment.id)->problem->reason == u"other_chain");
        CHECK(chain.taken.empty());
        chain.name = u"eip155:8453"_s;
    }
    REQUIRE(passes(run, payment, State::Confirmed));
    CHECK(chain.taken.size() == 1);
}

TEST_CASE_METHOD(Fixture, "its nonce was used by another: said after two looks, and never sent again", "[outbox]")
{
    const StoredPayment payment = ether();
    chain.verdict = Kind::Replaced;
    Run run(file, clock, chain);
    run.start();
    REQUIRE(run.put(payment));
    REQUIRE(passes(run, payment, State::Replaced));
    CHECK(chain.looks >= 2);
    CHECK(chain.taken.empty());
    const int looks = chain.looks;
    clock.advance(24h);
    letTurnsPass();
    CHECK(chain.looks == looks);
}

TEST_CASE_METHOD(
    Fixture, "a Solana payment whose block hash is too old never lands; long ago nobody can say", "[outbox]")
{
    chain.name = u"solana:mainnet"_s;
    const StoredPayment payment = sol();
    {
        Run run(file, clock, chain);
        run.start();
        chain.trouble = fail(ErrorCode::Offline).error();
        REQUIRE(run.put(payment));
        REQUIRE(run.hasProblem(payment));
    }
    chain.trouble.reset();
    chain.verdict = Kind::Expired;
    SECTION("soon")
    {
        Run run(file, clock, chain);
        run.start();
        REQUIRE(QTest::qWaitFor([&] { return clock.advance(1s), run.stateOf(payment) == State::Expired; }, patience));
    }
    SECTION("two days later")
    {
        clock.advance(48h);
        Run run(file, clock, chain);
        run.start();
        REQUIRE(passes(run, payment, State::Untraceable));
    }
    CHECK(chain.taken.empty());
}

TEST_CASE_METHOD(Fixture, "payments that wait keep their nonces, and what is given up gives its back", "[outbox]")
{
    const StoredPayment first = ether(5);
    const StoredPayment second = ether(6);
    chain.sendTrouble = fail(ErrorCode::InsufficientFunds).error();
    Run run(file, clock, chain);
    run.start();
    CHECK(run.outbox.firstFreeNonce(first.from, first.chain) == 0);
    REQUIRE(run.put(first));
    REQUIRE(run.put(second));
    CHECK(run.outbox.firstFreeNonce(first.from, first.chain) == 7);
    CHECK(run.outbox.underWay(first.from, first.chain) == 2);
    CHECK(run.outbox.firstFreeNonce(first.from, u"eip155:1"_s) == 0);
    REQUIRE(run.hasProblem(second));
    run.outbox.giveUp(second.id);
    CHECK(run.stateOf(second) == State::GivenUp);
    CHECK(run.outbox.firstFreeNonce(first.from, first.chain) == 6);
    chain.sendTrouble.reset();
    REQUIRE(passes(run, first, State::Confirmed));
    clock.advance(1h);
    letTurnsPass();
    CHECK(chain.taken == std::vector<wallet::Bytes>{first.transaction}); // the other is sent no more
    chain.verdict = Kind::Landed; // a node had kept it: that is said, too
    run.outbox.look(second.id);
    REQUIRE(run.comesTo(second, State::Confirmed));
}

TEST_CASE_METHOD(Fixture, "a row that says something else than its bytes is not shown or sent", "[outbox]")
{
    const StoredPayment payment = ether();
    {
        store::Database database(file);
        store::PaymentStore kept(database);
        REQUIRE(await([&](net::CancelToken) { return kept.add(payment); }));
    }
    const auto *change = GENERATE("UPDATE payments SET amount = '1'",
        "UPDATE payments SET recipient = '0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266'",
        "UPDATE payments SET raw = x'02'", "UPDATE payments SET chain = 'eip155:1'", "UPDATE payments SET nonce = '6'",
        "UPDATE payments SET raw = x''", "UPDATE payments SET state = 99");
    {
        auto database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"tampering"_s);
        database.setDatabaseName(file);
        REQUIRE(database.open());
        QSqlQuery query(database);
        REQUIRE(query.exec(QString::fromLatin1(change)));
    }
    QSqlDatabase::removeDatabase(u"tampering"_s);
    Run run(file, clock, chain);
    run.start();
    CHECK(run.outbox.entries().empty());
    CHECK(chain.taken.empty());
}

TEST_CASE_METHOD(Fixture, "the table is bounded, and what is under way never goes", "[outbox]")
{
    store::Database database(file);
    store::PaymentStore kept(database);
    StoredPayment done = ether();
    for (int i = 0; i < store::PaymentStore::mostFinal + 20; ++i) {
        done.id = u"0x"_s + QString::number(i).rightJustified(64, u'0');
        done.signedAt = {1000 + i};
        done.state = State::Confirmed;
        done.transaction.clear();
        REQUIRE(await([&](net::CancelToken) { return kept.add(done); }));
    }
    for (std::uint64_t i = 0; i < static_cast<std::uint64_t>(store::PaymentStore::mostOpen); ++i)
        REQUIRE(await([&](net::CancelToken) { return kept.add(ether(i)); }));
    const auto full = await([&](net::CancelToken) { return kept.add(ether(9999)); });
    REQUIRE_FALSE(full);
    CHECK(full.error().code == ErrorCode::TooLarge);
    const auto all = await([&](net::CancelToken) { return kept.load(); });
    REQUIRE(all);
    CHECK(static_cast<int>(all->size()) == store::PaymentStore::mostFinal + store::PaymentStore::mostOpen);
}
