// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/addressbook.h"
#include "models/store/database.h"
#include "models/store/settings.h"
#include "tests/unit/chain/fakechain.h"
#include "viewmodels/accounts/accountbook.h"
#include "viewmodels/common/ticker.h"
#include "viewmodels/review/reviewviewmodel.h"
#include "viewmodels/send/sendviewmodel.h"
#include "wallet/intent/chains.h"
#include "wallet/walletservice.h"

#include <QAbstractItemModelTester>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

#include <catch2/catch.hpp>

using namespace majlis;
using namespace majlis::viewmodels;
using namespace Qt::StringLiterals;
using Status = AsyncState::Status;
using Step = SendViewModel::Step;

namespace
{

constexpr int patience = 20000;
const QString layla = u"0x70997970C51812dc3A010C7d01b50e0d17dc79C8"_s;
const QString omar = u"0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266"_s;

/// A source that knows what a test says.
class FakePrices final : public chain::PriceSource
{
public:
    QCoro::Task<Result<std::optional<chain::AssetPrice>>> price(chain::PricedAsset, net::CancelToken) override
    {
        co_return known;
    }
    Result<std::optional<chain::AssetPrice>> known = std::optional<chain::AssetPrice>();
};

struct Fixture {
    Fixture()
        : wallet(folder.path(), time, nullptr, wallet::KdfParameters::floor())
        , settings(folder.filePath(u"settings.json"_s))
        , accounts(wallet, settings)
        , review(wallet, clock)
        , book(wallet, clock)
        , outbox(database, clock,
              [this](AddressFamily, const QUrl &) { return std::make_unique<test::FakeGateway>(chain); })
        , model(accounts, book, settings, review, {outbox, prices, clock, ticker})
    {
        outbox.setInterval(std::chrono::milliseconds(5));
        outbox.start();
        bool made = false;
        wallet.create(std::move(*wallet::Mnemonic::generate(12)), {}, wallet::SecretBytes::fromText("a passphrase"),
            &wallet, [&made](const wallet::Result<void> &outcome) { made = outcome.has_value(); });
        REQUIRE(waitFor([&] { return made && book.isLoaded(); }));
    }
    template <class Condition>
    static bool waitFor(Condition condition)
    {
        return QTest::qWaitFor(condition, patience);
    }
    void useNode()
    {
        model.setNode(u"https://node.example.org"_s);
        model.useNode();
        model.refresh();
        REQUIRE(waitFor([this] { return !model.network().isEmpty() && !model.isLoading(); }));
    }
    void writePayment(const QString &to, const QString &amount)
    {
        model.setRecipient(to);
        model.setAmount(amount);
        REQUIRE(waitFor([this] { return !model.isLoading(); }));
        model.refresh();
        REQUIRE(waitFor([this] { return !model.isLoading(); }));
    }

    /// Looks at what is written, consents and signs.
    void signIt()
    {
        model.review();
        REQUIRE(waitFor([this] { return review.isOpen(); }));
        review.setConsent(true);
        REQUIRE(review.canSign());
        review.sign();
        REQUIRE(waitFor([this] { return model.step() != Step::Form; }));
    }

    QTemporaryDir folder;
    SystemClock clock;
    wallet::SystemTimeSource time;
    Ticker ticker;
    test::FakeChain chain;
    FakePrices prices;
    store::Database database{folder.filePath(u"cache.db"_s)};
    wallet::WalletService wallet;
    store::Settings settings;
    AccountBook accounts;
    ReviewViewModel review;
    store::AddressBook book;
    chain::PaymentOutbox outbox;
    SendViewModel model;
};

} // namespace

TEST_CASE_METHOD(Fixture, "nothing can be sent without a node, and an unsafe one is not used", "[send]")
{
    CHECK_FALSE(model.hasNode());
    model.setRecipient(layla);
    model.setAmount(u"1"_s);
    CHECK_FALSE(model.canReview());
    model.setNode(u"http://example.org"_s);
    CHECK_FALSE(model.nodeError().isEmpty());
    model.useNode();
    CHECK_FALSE(model.hasNode());
    useNode();
    CHECK(model.hasNode());
    CHECK(model.balance() == u"1 ETH");
    CHECK(model.fees().size() == 3);
}

TEST_CASE_METHOD(
    Fixture, "recipients are checked, compared the first time, and lookalikes and swaps are seen", "[send]")
{
    useNode();
    model.setRecipient(u"0x7099"_s);
    CHECK_FALSE(model.recipientError().isEmpty());
    model.setRecipient(u"FAe4sisG95oZ42w7buUn5qEE4TAnfTTFPiguZUHmhiF"_s);
    CHECK_FALSE(model.recipientError().isEmpty());
    model.setRecipient(accounts.current()->address.text());
    CHECK_FALSE(model.recipientError().isEmpty());

    model.setRecipient({});
    writePayment(layla, u"0.25"_s);
    CHECK(model.isFirstTime());
    CHECK_FALSE(model.canReview());
    model.setCompared(true);
    CHECK(model.canReview());

    book.notePaid(Address::parse(layla).value());
    CHECK_FALSE(model.isFirstTime());
    model.setCompared(false);
    CHECK(model.canReview());

    writePayment(u"0x7099aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa79c8"_s, u"0.25"_s);
    CHECK(model.lookalike() == layla);
    CHECK_FALSE(model.isCompared()); // another recipient has to be compared anew
    CHECK_FALSE(model.canReview());

    book.notePaid(Address::parse(omar).value());
    model.noteCopied(layla);
    model.setRecipient({});
    writePayment(omar, u"0.25"_s);
    CHECK(model.copiedInstead() == layla);
    CHECK_FALSE(model.canReview());
    model.setCompared(true);
    CHECK(model.canReview());
}

TEST_CASE_METHOD(Fixture, "amounts are numbers, and with the fee no more than there is", "[send]")
{
    useNode();
    for (const QString &wrong : {u"0"_s, u"0,5"_s, u"1e3"_s, u"-1"_s, u"0.0000000000000000001"_s, u"1"_s, u"2"_s}) {
        model.setAmount(wrong);
        CHECK_FALSE(model.amountError().isEmpty());
    }
    model.everything();
    CHECK(model.amount() == u"0.999");
    CHECK(model.amountError().isEmpty());
    chain.trouble = fail(ErrorCode::Offline, {}).error();
    model.refresh();
    REQUIRE(waitFor([&] { return model.status() == Status::Failed; }));
    CHECK(model.amount() == u"0.999");
}

TEST_CASE_METHOD(Fixture, "a payment is reviewed, signed, sent and followed to its end", "[send]")
{
    useNode();
    writePayment(layla, u"0.25"_s);
    model.setCompared(true);
    REQUIRE(model.canReview());
    model.review();
    REQUIRE(waitFor([&] { return review.isOpen(); }));
    CHECK(chain.taken.empty());
    review.dismiss();
    CHECK(model.step() == Step::Form);

    SECTION("it lands") { }
    SECTION("it fails")
    {
        chain.verdict = chain::PaymentSight::Kind::Failed;
    }
    SECTION("nobody answers")
    {
        chain.sendTrouble = fail(ErrorCode::Timeout, {}).error();
    }
    signIt();
    CHECK_FALSE(model.transactionId().isEmpty());
    if (chain.sendTrouble) {
        REQUIRE(waitFor([&] { return model.step() == Step::Unknown; }));
        CHECK(model.error().isPresent());
        chain.sendTrouble.reset();
        model.lookAgain();
        REQUIRE(waitFor([&] { return model.step() == Step::Landed; }));
        CHECK_FALSE(model.error().isPresent());
    } else {
        REQUIRE(waitFor([&] { return model.step() == (chain.verdict ? Step::Failed : Step::Landed); }));
    }
    CHECK(chain.taken.size() == (chain.verdict ? 0 : 1));
    CHECK(book.paid().size() == 1);
    model.another();
    CHECK(model.step() == Step::Form);
    CHECK(model.recipient().isEmpty());
    CHECK(model.transactionId().isEmpty());
}

TEST_CASE_METHOD(
    Fixture, "what is remembered as paid is whom the signed payment pays, not what the field says since", "[send]")
{
    useNode();
    writePayment(layla, u"0.25"_s);
    model.setCompared(true);
    model.review();
    REQUIRE(waitFor([&] { return review.isOpen(); }));
    model.setRecipient(omar);
    review.setConsent(true);
    review.sign();
    REQUIRE(waitFor([&] { return model.step() == Step::Landed; }));
    REQUIRE(book.paid().size() == 1);
    CHECK(book.paid().front().text() == layla);
}

TEST_CASE_METHOD(Fixture, "locking empties the form and ends every call", "[send]")
{
    useNode();
    writePayment(layla, u"0.25"_s);
    model.setCompared(true);
    model.review();
    wallet.lock();
    CHECK(model.recipient().isEmpty());
    CHECK_FALSE(model.hasNode());
    QCoreApplication::processEvents();
    CHECK_FALSE(review.isOpen());
}

TEST_CASE_METHOD(Fixture, "a double click signs and sends one payment", "[send]")
{
    useNode();
    writePayment(layla, u"0.25"_s);
    model.setCompared(true);
    model.review();
    model.review();
    REQUIRE(waitFor([&] { return review.isOpen(); }));
    review.setConsent(true);
    review.sign();
    review.sign();
    REQUIRE(waitFor([&] { return model.step() == Step::Landed; }));
    model.review();
    CHECK_FALSE(model.isLoading()); // it is not even prepared
    CHECK_FALSE(review.isOpen());
    CHECK(chain.taken.size() == 1);
    CHECK(model.payments()->count() == 1);
}

TEST_CASE_METHOD(Fixture, "payments are listed with what became of them, and can be copied and given up", "[send]")
{
    PaymentsModel &list = *model.payments()->payments();
    QAbstractItemModelTester tester(&list, QAbstractItemModelTester::FailureReportingMode::Fatal);
    useNode();
    chain.sendTrouble = fail(ErrorCode::InsufficientFunds, {}).error();
    writePayment(layla, u"0.25"_s);
    model.setCompared(true);
    signIt();
    REQUIRE(waitFor([&] { return model.step() == Step::Unknown; }));
    REQUIRE(list.rowCount() == 1);
    CHECK(model.payments()->openCount() == 1);
    const PaymentRow stuck = list.rows().front();
    CHECK(stuck.amount == u"0.25 ETH");
    CHECK(stuck.recipient == layla);
    CHECK(stuck.network == u"Base");
    CHECK(stuck.tone == PaymentsModel::Uncertain);
    CHECK_FALSE(stuck.problem.isEmpty());
    CHECK(stuck.canLook);
    CHECK(stuck.canGiveUp);
    QString copied;
    QObject::connect(
        model.payments(), &PaymentsViewModel::copyRequested, &model, [&](const QString &text) { copied = text; });
    model.payments()->copy(stuck.id);
    CHECK(copied == model.transactionId());

    // The next one waits behind it, with the next nonce.
    model.another();
    REQUIRE(waitFor([&] { return !model.isLoading(); }));
    CHECK(model.before() == 1);
    writePayment(omar, u"0.1"_s);
    model.setCompared(true);
    model.review();
    REQUIRE(waitFor([&] { return review.isOpen(); }));
    CHECK(chain.prepared->firstNonce == 2);
    review.dismiss();

    model.payments()->giveUp(stuck.id);
    CHECK(model.payments()->openCount() == 0);
    CHECK(model.before() == 0);
    CHECK_FALSE(list.rows().front().canGiveUp);
    chain.verdict = chain::PaymentSight::Kind::Landed; // a node had kept it after all
    model.payments()->look(stuck.id);
    REQUIRE(waitFor([&] { return list.rows().front().tone == PaymentsModel::Good; }));
    CHECK_FALSE(list.rows().front().canLook);
}

TEST_CASE_METHOD(Fixture, "a payment goes on while the wallet is locked, and is in the list afterwards", "[send]")
{
    useNode();
    chain.verdict = chain::PaymentSight::Kind::Waiting;
    writePayment(layla, u"0.25"_s);
    model.setCompared(true);
    signIt();
    REQUIRE(waitFor([&] { return model.step() == Step::Waiting; }));
    wallet.lock();
    CHECK(model.step() == Step::Form);
    chain.verdict = chain::PaymentSight::Kind::Landed;
    REQUIRE(waitFor([&] {
        const auto &rows = model.payments()->payments()->rows();
        return !rows.empty() && rows.front().tone == PaymentsModel::Good;
    }));
}

TEST_CASE_METHOD(Fixture, "what cannot be written down is not sent, and the form stays", "[send]")
{
    useNode();
    writePayment(layla, u"0.25"_s);
    model.setCompared(true);
    bool isGone = false;
    database.post([](QSqlDatabase &sql) -> Result<void> {
        QSqlQuery(sql).exec(u"DROP TABLE payments"_s);
        return {};
    });
    model.review();
    REQUIRE(waitFor([&] { return review.isOpen(); }));
    review.setConsent(true);
    review.sign();
    REQUIRE(
        waitFor([&] { return isGone = isGone || model.step() != Step::Form, isGone && model.step() == Step::Form; }));
    CHECK(model.status() == Status::Failed);
    CHECK(model.recipient() == layla);
    CHECK(chain.taken.empty());
    CHECK(book.paid().empty());
}

TEST_CASE_METHOD(
    Fixture, "tokens are chosen, exact in their own decimals, and a balance that nobody told is unknown", "[send]")
{
    const Address token = Address::parse(u"0x5FbDB2315678afecb367f032d93F642f64180aa3"_s).value();
    const Address other = Address::parse(u"0x8398bCD4f633C72939F9043dB78c574A91C99c0A"_s).value();
    chain.assets.push_back({token, u"TUSD"_s, {}, 6, wallet::Uint256(12'500'000)});
    chain.assets.push_back({other, u"MJG"_s, u"AB.LAND"_s, 18, std::nullopt});
    useNode();
    REQUIRE(model.assets().size() == 3);
    CHECK(model.assets()[1] == u"TUSD · 12.5");
    CHECK(model.assets()[2] == u"MJG of AB.LAND · unknown");
    model.setAssetIndex(1);
    CHECK_FALSE(model.canReview());
    REQUIRE(waitFor([&] { return !model.fees().isEmpty(); }));
    CHECK(model.symbol() == u"TUSD");
    CHECK(model.tokenAddress() == token.text());
    CHECK(model.balance() == u"12.5 TUSD");
    model.setAmount(u"12.5000001"_s);
    CHECK_FALSE(model.amountError().isEmpty());
    model.setAmount(u"12.500001"_s);
    CHECK_FALSE(model.amountError().isEmpty());
    model.everything();
    CHECK(model.amount() == u"12.5"); // the fee is the coin's
    CHECK(model.total() == u"12.5 TUSD, and at most 0.001 ETH");
    model.setRecipient(layla);
    model.setCompared(true);
    REQUIRE(waitFor([&] { return model.canReview(); }));
    model.review();
    REQUIRE(waitFor([&] { return review.isOpen(); }));
    REQUIRE(chain.prepared);
    CHECK(chain.prepared->asset.token == token);
    CHECK(chain.prepared->amount == wallet::Uint256(12'500'000));
    const auto &lines = review.lines()->rows();
    CHECK(std::ranges::any_of(lines, [](const auto &line) { return line.value.contains(u"12.5 TUSD"_s); }));
    review.setConsent(true);
    review.sign();
    REQUIRE(waitFor([&] { return model.step() == Step::Landed; }));
    CHECK(model.payments()->payments()->rows().front().amount == u"12.5 TUSD");
    model.another();
    CHECK(model.tokenAddress().isEmpty());

    model.setAssetIndex(2);
    REQUIRE(waitFor([&] { return !model.fees().isEmpty(); }));
    CHECK(model.balance() == u"–");
    model.setAmount(u"1000"_s);
    CHECK(model.amountError().isEmpty()); // nobody knows better: the chain is asked before anything is signed
    model.everything();
    CHECK(model.amount() == u"1000");
}

TEST_CASE_METHOD(Fixture, "too little for the fee is said as such, with the account's rent in it", "[send]")
{
    const Address token = Address::parse(u"0x5FbDB2315678afecb367f032d93F642f64180aa3"_s).value();
    chain.assets.push_back({token, u"TUSD"_s, {}, 6, wallet::Uint256(12'500'000)});
    chain.assets.front().balance = wallet::Uint256::powerOfTen(15);
    useNode();
    model.setAssetIndex(1);
    REQUIRE(waitFor([&] { return !model.fees().isEmpty(); }));
    CHECK(model.feeError().isEmpty());
    chain.rent = wallet::Uint256(1);
    model.refresh();
    REQUIRE(waitFor([&] { return !model.isLoading(); }));
    CHECK(model.feeError() == u"The fee can be 0.001000000000000001 ETH, and this account has 0.001 ETH.");
    CHECK_FALSE(model.rent().isEmpty());
    model.setRecipient(layla);
    model.setCompared(true);
    model.setAmount(u"1"_s);
    REQUIRE(waitFor([&] { return !model.isLoading(); }));
    CHECK_FALSE(model.canReview());
    chain.rent = {};
    model.refresh();
    REQUIRE(waitFor([&] { return model.canReview(); }));
    chain.trouble = fail(ErrorCode::InsufficientFunds, {}, u"fee"_s).error();
    model.review();
    REQUIRE(waitFor([&] { return model.status() == Status::Failed; }));
    CHECK(model.error().title.contains(u"fee"_s));
}

TEST_CASE_METHOD(Fixture, "dollars are typed and shown where somebody knows the price, and only there", "[send]")
{
    useNode();
    model.setAmount(u"0.5"_s);
    CHECK_FALSE(model.isPriced());
    CHECK(model.worth() == u"No price known");
    model.setInDollars(true);
    CHECK_FALSE(model.isInDollars());

    prices.known = std::optional(
        chain::AssetPrice{Amount::parse(u"3000"_s).value(), clock.now() - std::chrono::minutes(5), u"DSLT"_s});
    model.refresh();
    REQUIRE(waitFor([&] { return model.isPriced(); }));
    CHECK(model.worth() == u"about $1,500.00, price of DSLT, 5 min ago");
    model.setInDollars(true);
    CHECK(model.amount() == u"1500.00");
    model.setAmount(u"100"_s);
    CHECK(model.worth().startsWith(u"about 0.033333333333333333 ETH"_s));
    CHECK(model.total() == u"At most 0.034333333333333333 ETH");
    for (const QString &wrong : {u"0"_s, u"-1"_s, u"1.005"_s, u"1,5"_s, u"3000"_s}) {
        model.setAmount(wrong);
        CHECK_FALSE(model.amountError().isEmpty());
    }
    model.everything();
    CHECK_FALSE(model.isInDollars());
    CHECK(model.amount() == u"0.999");

    model.setInDollars(true);
    prices.known = fail(ErrorCode::Offline);
    model.refresh();
    REQUIRE(waitFor([&] { return !model.isPriced(); }));
    CHECK_FALSE(model.isInDollars()); // dollars that nobody can turn into coins are gone, not taken for coins
    CHECK(model.amount().isEmpty());
}
