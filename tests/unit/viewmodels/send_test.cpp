// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/addressbook.h"
#include "models/store/settings.h"
#include "viewmodels/accounts/accountbook.h"
#include "viewmodels/review/reviewviewmodel.h"
#include "viewmodels/send/sendviewmodel.h"
#include "wallet/intent/chains.h"
#include "wallet/walletservice.h"

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

/// A chain that answers as a test says.
struct Chain {
    std::optional<Error> trouble;
    std::optional<Error> sendTrouble;
    chain::PaymentOutcome outcome = chain::PaymentOutcome::Landed;
    wallet::Uint256 balance = wallet::Uint256::powerOfTen(18);
    bool isContract = false;
    int sent = 0;
};

class FakeGateway final : public chain::PaymentGateway
{
public:
    explicit FakeGateway(Chain &chain)
        : m_chain(chain)
    {
    }
    [[nodiscard]] unsigned decimals() const override { return 18; }
    QCoro::Task<Result<chain::PaymentQuote>> quote(Address, std::optional<Address>, net::CancelToken) override
    {
        if (m_chain.trouble)
            co_return std::unexpected(*m_chain.trouble);
        chain::PaymentQuote quote;
        quote.network = u"Base"_s;
        quote.symbol = u"ETH"_s;
        quote.balance = m_chain.balance;
        const wallet::Uint256 fee = wallet::Uint256::powerOfTen(15);
        quote.fees = {fee, fee, fee};
        quote.isRecipientContract = m_chain.isContract;
        co_return quote;
    }
    QCoro::Task<Result<chain::PreparedPayment>> prepare(chain::PaymentDraft draft, net::CancelToken) override
    {
        wallet::EvmTransferIntent intent{
            .transaction = {.chainId = wallet::chainBase,
                .nonce = 1,
                .gasLimit = 21000,
                .fee = wallet::DynamicFee{.maxFeePerGas = 1000000000, .maxPriorityFeePerGas = 1000000},
                .validUntil = {}},
            .recipient = draft.recipient,
            .amount = draft.amount,
            .token = {}};
        chain::PreparedPayment prepared{.intent = std::move(intent), .lastValidBlockHeight = 0};
        co_return prepared;
    }
    QCoro::Task<Result<void>> submit(wallet::SignedIntent, net::CancelToken) override
    {
        ++m_chain.sent;
        if (m_chain.sendTrouble)
            co_return std::unexpected(*m_chain.sendTrouble);
        co_return Result<void>();
    }
    QCoro::Task<Result<chain::PaymentOutcome>> waitFor(wallet::SignedIntent, std::uint64_t, net::CancelToken) override
    {
        if (m_chain.trouble)
            co_return std::unexpected(*m_chain.trouble);
        co_return m_chain.outcome;
    }

private:
    Chain &m_chain;
};

struct Fixture {
    Fixture()
        : wallet(folder.path(), time, nullptr, wallet::KdfParameters::floor())
        , settings(folder.filePath(u"settings.json"_s))
        , accounts(wallet, settings)
        , review(wallet, clock)
        , book(wallet, clock)
        , model(accounts, book, settings, review,
              [this](AddressFamily, const QUrl &) { return std::make_unique<FakeGateway>(chain); })
    {
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

    QTemporaryDir folder;
    SystemClock clock;
    wallet::SystemTimeSource time;
    Chain chain;
    wallet::WalletService wallet;
    store::Settings settings;
    AccountBook accounts;
    ReviewViewModel review;
    store::AddressBook book;
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
    CHECK(chain.sent == 0);
    review.dismiss();
    CHECK(model.step() == Step::Form);

    SECTION("it lands") { }
    SECTION("it fails")
    {
        chain.outcome = chain::PaymentOutcome::Failed;
    }
    SECTION("nobody answers")
    {
        chain.sendTrouble = fail(ErrorCode::Timeout, {}).error();
    }
    model.review();
    REQUIRE(waitFor([&] { return review.isOpen(); }));
    review.setConsent(true);
    REQUIRE(review.canSign());
    review.sign();
    REQUIRE(waitFor([&] { return model.step() != Step::Form && !model.isLoading(); }));
    CHECK(chain.sent == 1);
    CHECK_FALSE(model.transactionId().isEmpty());
    CHECK(book.paid().size() == 1);
    if (chain.sendTrouble) {
        CHECK(model.step() == Step::Unknown);
        model.lookAgain();
        REQUIRE(waitFor([&] { return model.step() == Step::Landed; }));
    } else {
        CHECK(model.step() == (chain.outcome == chain::PaymentOutcome::Landed ? Step::Landed : Step::Failed));
    }
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
