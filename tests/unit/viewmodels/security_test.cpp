// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/settings.h"
#include "viewmodels/accounts/accountbook.h"
#include "viewmodels/review/reviewviewmodel.h"
#include "viewmodels/security/securityviewmodel.h"
#include "viewmodels/settings/settingkeys.h"
#include "wallet/walletservice.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <catch2/catch.hpp>

using namespace majlis;
using namespace majlis::viewmodels;
using namespace Qt::StringLiterals;
using Status = AsyncState::Status;
using Kind = chain::EvmApproval::Kind;

namespace
{

constexpr int patience = 20000;
constexpr auto fatal = QAbstractItemModelTester::FailureReportingMode::Fatal;
const auto layla = Address::parse(u"0x70997970C51812dc3A010C7d01b50e0d17dc79C8").value();
const auto token = Address::parse(u"0x8464135c8F25Da09e49BC8782676a84730C318bC").value();
const QString node = u"https://base.example.org"_s;

/// Sessions that a test writes down.
class FakeDirectory final : public SessionDirectory
{
public:
    [[nodiscard]] const std::vector<Entry> &entries() const override { return held; }
    void end(const QString &id, QObject *, Ended done) override
    {
        ending = id;
        answer = std::move(done);
    }
    void finish(const Result<void> &told)
    {
        std::erase_if(held, [this](const Entry &entry) { return entry.id == ending; });
        Q_EMIT changed();
        answer(told);
    }
    std::vector<Entry> held;
    QString ending;
    Ended answer;
};

/// A chain that answers as a test says.
struct Chain {
    Result<chain::EvmApprovalList> list = chain::EvmApprovalList{};
    Result<bool> landed = true;
    std::optional<Error> trouble;
    int asked = 0;
    int carriedOut = 0;
    std::optional<Address> owner;
};

class FakeSource final : public chain::ApprovalSource
{
public:
    explicit FakeSource(Chain &chain)
        : m_chain(chain)
    {
    }
    QCoro::Task<Result<chain::EvmApprovalList>> find(Address owner, net::CancelToken) override
    {
        ++m_chain.asked;
        m_chain.owner = owner;
        auto list = m_chain.list; // QCoro 0.8 moves out of what it is given
        co_return list;
    }
    QCoro::Task<Result<wallet::Intent>> prepareRevoke(Address, chain::EvmApproval approval, net::CancelToken) override
    {
        if (m_chain.trouble)
            co_return std::unexpected(*m_chain.trouble);
        wallet::EvmRevokeIntent intent{approval.kind, {}, approval.contract, approval.spender, approval.item, {}};
        intent.transaction = {.chainId = wallet::chainBase,
            .nonce = 1,
            .gasLimit = 50000,
            .fee = wallet::LegacyFee{.gasPrice = 1000},
            .validUntil = {}};
        wallet::Intent typed = std::move(intent);
        co_return typed;
    }
    QCoro::Task<Result<bool>> carryOut(wallet::SignedIntent, net::CancelToken) override
    {
        ++m_chain.carriedOut;
        auto landed = m_chain.landed;
        co_return landed;
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
    {
        bool made = false;
        wallet.create(std::move(*wallet::Mnemonic::generate(12)), {}, wallet::SecretBytes::fromText("a passphrase"),
            &wallet, [&made](const wallet::Result<void> &outcome) { made = outcome.has_value(); });
        REQUIRE(waitFor([&] { return made && !accounts.all().isEmpty(); }));
    }
    template <class Condition>
    static bool waitFor(Condition condition)
    {
        return QTest::qWaitFor(condition, patience);
    }
    ApprovalsViewModel::Services services()
    {
        return {
            accounts, settings, review, clock, [this](const QUrl &) { return std::make_unique<FakeSource>(chain); }};
    }
    Address evmAddress() const
    {
        for (const wallet::Account &account : accounts.all()) {
            if (account.address.isEvm()) {
                return account.address;
            }
        }
        return layla;
    }
    void sign()
    {
        REQUIRE(waitFor([this] { return review.isOpen(); }));
        review.setConsent(true);
        REQUIRE(review.canSign());
        review.sign();
    }
    static QVariant at(QAbstractItemModel *model, int row, int role) { return model->index(row, 0).data(role); }

    QTemporaryDir folder;
    SystemClock clock;
    wallet::SystemTimeSource time;
    wallet::WalletService wallet;
    store::Settings settings;
    AccountBook accounts;
    ReviewViewModel review;
    Chain chain;
    FakeDirectory directory;
};

chain::EvmApproval allowed(const wallet::Uint256 &amount)
{
    return {Kind::Token, token, layla, {}, amount, amount.bitLength() >= 128, chain::EvmTokenText{u"USD"_s, u"U"_s, 6},
        UnixMs{1'700'000'000'000}};
}

chain::EvmApprovalList listOf(std::vector<chain::EvmApproval> approvals)
{
    chain::EvmApprovalList list;
    list.chainId = wallet::chainBase;
    list.approvals = std::move(approvals);
    list.fromBlock = 0;
    return list;
}

} // namespace

TEST_CASE_METHOD(Fixture, "sessions of every platform are shown, the open one first, and ended", "[security]")
{
    directory.held = {{u"a|1"_s, u"HABIBI"_s, u"Friends"_s, QUrl(u"https://a.example.org"_s), layla, false},
        {u"b|2"_s, u"HABIBI"_s, u"Practice platform"_s, QUrl(), evmAddress(), true}};
    SessionsViewModel model(directory, accounts);
    QAbstractItemModelTester tester(model.sessions(), fatal);
    QSignalSpy signedOut(&model, &SessionsViewModel::signedOut);
    REQUIRE(model.sessions()->rowCount() == 2);
    CHECK(at(model.sessions(), 0, SessionsModel::OpenRole).toBool());
    CHECK(at(model.sessions(), 0, SessionsModel::AccountRole).toString().contains(accounts.all().front().name));
    CHECK(at(model.sessions(), 1, SessionsModel::UrlRole) == u"https://a.example.org"_s);
    model.end(u"nothing"_s);
    CHECK_FALSE(model.isLoading());
    model.end(u"a|1"_s);
    CHECK(model.isLoading());
    CHECK(at(model.sessions(), 1, SessionsModel::EndingRole).toBool());
    model.end(u"b|2"_s); // one at a time
    CHECK(directory.ending == u"a|1"_s);
    directory.finish(fail(ErrorCode::Offline));
    CHECK(model.status() == Status::Failed); // it is forgotten all the same
    CHECK(model.endedName() == u"Friends");
    CHECK(model.sessions()->rowCount() == 1);
    CHECK(signedOut.isEmpty());
    model.end(u"b|2"_s);
    directory.finish({});
    CHECK(model.status() == Status::Ready);
    CHECK(signedOut.size() == 1);
    CHECK_FALSE(model.hasSessions());
}

TEST_CASE_METHOD(Fixture, "a chain without a node is unknown; a node is kept and asked", "[security][approvals]")
{
    ApprovalsViewModel model(services());
    QAbstractItemModelTester tester(model.approvals(), fatal);
    QAbstractItemModelTester chainTester(model.chains(), fatal);
    CHECK(at(model.chains(), 0, ApprovalChainsModel::NameRole) == u"Base"_s);
    CHECK(at(model.chains(), 0, ApprovalChainsModel::TextRole).toString().contains(u"Unknown"_s));
    CHECK_FALSE(model.canAsk());
    CHECK_FALSE(model.isEmpty()); // nothing is known, so nothing is said
    model.refresh();
    CHECK(model.status() == Status::Idle);

    chain.list = listOf({allowed(wallet::Uint256(1'500'000)), allowed(wallet::Uint256::max()),
        {Kind::Item, token, layla, wallet::Uint256(7), {}, false, {}, {}},
        {Kind::Token, layla, token, {}, {}, false, {}, {}}});
    chain.list->approvals[1].spender = token;
    model.editNode(0);
    REQUIRE(model.isEditing());
    CHECK(model.editedChain() == u"Base");
    model.setNode(u"http://base.example.org"_s);
    CHECK_FALSE(model.nodeError().isEmpty());
    model.useNode();
    CHECK(chain.asked == 0);
    model.setNode(node);
    model.useNode();
    CHECK_FALSE(model.isEditing());
    REQUIRE(waitFor([&] { return model.status() == Status::Ready; }));
    CHECK(chain.owner == evmAddress());
    REQUIRE(model.approvals()->rowCount() == 4);
    CHECK(at(model.approvals(), 0, ApprovalsModel::UnlimitedRole).toBool());
    CHECK(at(model.approvals(), 0, ApprovalsModel::AmountRole) == u"Unlimited"_s);
    CHECK(at(model.approvals(), 1, ApprovalsModel::AmountRole) == u"1.5 USD"_s);
    CHECK(at(model.approvals(), 1, ApprovalsModel::AgeRole).toString().contains(u"2023"_s));
    CHECK(at(model.approvals(), 2, ApprovalsModel::WhatRole).toString().contains(u"7"_s));
    CHECK(at(model.approvals(), 3, ApprovalsModel::AmountRole) == u"Unknown amount"_s);
    CHECK(at(model.approvals(), 3, ApprovalsModel::AgeRole) == u"Age unknown"_s);
    CHECK(at(model.chains(), 0, ApprovalChainsModel::TextRole).toString().contains(u"all there is"_s));

    ApprovalsViewModel again(services());
    CHECK(again.canAsk()); // the node was kept
    wallet.lock();
    CHECK(model.approvals()->rowCount() == 0);
    CHECK_FALSE(model.canAsk());
}

TEST_CASE_METHOD(Fixture, "what a node says is judged: another chain, no logs, no answer", "[security][approvals]")
{
    ApprovalsViewModel model(services());
    const auto textAfter = [&] {
        model.editNode(0);
        model.setNode(node);
        model.useNode();
        REQUIRE(waitFor([&] { return !model.isLoading(); }));
        return at(model.chains(), 0, ApprovalChainsModel::TextRole).toString();
    };
    chain.list = listOf({});
    chain.list->chainId = wallet::chainBnb;
    CHECK(textAfter().contains(u"another chain"_s));
    CHECK(at(model.chains(), 0, ApprovalChainsModel::FailedRole).toBool());
    chain.list->chainId = wallet::chainBase;
    CHECK(textAfter().contains(u"all there is"_s));
    CHECK(model.isEmpty());
    chain.list->fromBlock.reset();
    CHECK(textAfter().contains(u"does not tell"_s));
    chain.list->fromBlock = 12;
    chain.list->since = UnixMs{1'700'000'000'000};
    CHECK(textAfter().contains(u"older ones are unknown"_s));
    chain.list = fail(ErrorCode::Offline);
    CHECK(textAfter().contains(u"does not answer"_s));
    CHECK_FALSE(model.isEmpty());

    model.editNode(0);
    model.setNode({});
    model.useNode(); // none any more: the node of the Send page serves, if it is of this chain
    settings.setValue(keys::evmNode, node);
    chain.list = listOf({allowed(wallet::Uint256(1))});
    REQUIRE(model.canAsk());
    model.refresh();
    REQUIRE(waitFor([&] { return model.approvals()->rowCount() == 1; }));
    chain.list = fail(ErrorCode::Offline);
    model.refresh();
    REQUIRE(waitFor([&] { return model.status() == Status::Failed; }));
}

TEST_CASE_METHOD(Fixture, "taking back goes through the review, and the outcome is told", "[security][approvals]")
{
    settings.setValue(keys::evmNode, node);
    chain.list = listOf({allowed(wallet::Uint256::max())});
    ApprovalsViewModel model(services());
    model.refresh();
    REQUIRE(waitFor([&] { return model.approvals()->rowCount() == 1; }));
    const QString id = at(model.approvals(), 0, ApprovalsModel::ApprovalIdRole).toString();
    model.revoke(u"nothing"_s);
    CHECK_FALSE(model.revoking()->isLoading());
    chain.trouble = fail(ErrorCode::InsufficientFunds).error();
    model.revoke(id);
    REQUIRE(waitFor([&] { return model.revoking()->status() == Status::Failed; }));
    chain.trouble.reset();

    model.revoke(id);
    REQUIRE(waitFor([&] { return review.isOpen(); }));
    CHECK_FALSE(model.revoking()->isLoading()); // it is the user's turn
    review.dismiss();
    CHECK(chain.carriedOut == 0);

    model.revoke(id);
    chain.landed = false;
    sign();
    REQUIRE(waitFor([&] { return model.revoking()->status() == Status::Failed; }));
    CHECK(chain.carriedOut == 1);
    REQUIRE(waitFor([&] { return !model.isLoading(); }));

    chain.landed = fail(ErrorCode::Offline);
    model.revoke(id);
    sign();
    REQUIRE(waitFor([&] { return chain.carriedOut == 2 && model.revoking()->status() == Status::Failed; }));
    CHECK(model.revoking()->error().advice.contains(u"may still"_s));
    REQUIRE(waitFor([&] { return !model.isLoading(); }));

    chain.landed = true;
    model.revoke(id);
    chain.list = listOf({});
    sign();
    REQUIRE(waitFor([&] { return model.revoking()->status() == Status::Ready; }));
    REQUIRE(waitFor([&] { return model.approvals()->rowCount() == 0; }));
}

TEST_CASE_METHOD(Fixture, "a view model that goes in the middle of its calls leaves nothing behind", "[security]")
{
    settings.setValue(keys::evmNode, node);
    chain.list = listOf({allowed(wallet::Uint256(5))});
    {
        ApprovalsViewModel model(services());
        model.refresh();
        CHECK(model.isLoading());
    }
    QCoreApplication::processEvents();
    auto model = std::make_unique<ApprovalsViewModel>(services());
    model->refresh();
    REQUIRE(waitFor([&] { return model->approvals()->rowCount() == 1; }));
    model->revoke(at(model->approvals(), 0, ApprovalsModel::ApprovalIdRole).toString());
    REQUIRE(waitFor([&] { return review.isOpen(); }));
    model.reset();
    review.setConsent(true);
    review.sign();
    REQUIRE(waitFor([&] { return !review.isOpen() || review.status() != Status::Loading; }));
    CHECK(chain.carriedOut == 0);
}
