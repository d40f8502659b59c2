// SPDX-License-Identifier: GPL-3.0-or-later
#include "graph3d/scene/networkmodel.h"
#include "models/platforms/habibi/habibiservice.h"
#include "models/store/errorlog.h"
#include "models/store/settings.h"
#include "viewmodels/accounts/accountbook.h"
#include "viewmodels/diagnostics/diagnosticsviewmodel.h"
#include "viewmodels/home/homeviewmodel.h"
#include "viewmodels/leaderboard/leaderboardviewmodel.h"
#include "viewmodels/network/networkexportviewmodel.h"
#include "viewmodels/network/networkviewmodel.h"
#include "viewmodels/network/peoplesearch.h"
#include "viewmodels/network/persontexts.h"
#include "viewmodels/profile/profileviewmodel.h"
#include "viewmodels/profile/registrationviewmodel.h"
#include "viewmodels/signin/signinviewmodel.h"
#include "wallet/walletservice.h"

#include <QAbstractItemModelTester>
#include <QNetworkAccessManager>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>

#include <catch2/catch.hpp>

using namespace majlis;
using namespace majlis::viewmodels;
using namespace Qt::StringLiterals;
using Status = AsyncState::Status;

namespace
{

constexpr int patience = 30000;

/// A platform that either refuses connections or takes them and never answers, and a wallet that is open.
struct Fixture {
    Fixture()
        : wallet(folder.path(), time, nullptr, wallet::KdfParameters::floor())
        , settings(folder.filePath(u"settings.json"_s))
        , accounts(wallet, settings)
        , errors(clock)
    {
        REQUIRE(server.listen(QHostAddress::LocalHost));
        url = QUrl(u"http://127.0.0.1:%1"_s.arg(server.serverPort()));
        bool made = false;
        wallet.create(std::move(*wallet::Mnemonic::generate(12)), {}, wallet::SecretBytes::fromText("a passphrase"),
            &wallet, [&made](const wallet::Result<void> &outcome) { made = outcome.has_value(); });
        REQUIRE(QTest::qWaitFor([&made] { return made; }, patience));
    }
    ~Fixture() { platform.set(nullptr, {}); }

    void connectTo(bool answering)
    {
        if (!answering) {
            server.close();
        }
        habibi::HabibiService::Dependencies dependencies;
        dependencies.network = &network;
        dependencies.clock = &clock;
        dependencies.errors = &errors;
        service = std::make_unique<habibi::HabibiService>(url, u"test"_s, dependencies);
        platform.set(service.get(), {u"test"_s, u"Test"_s, url, true});
        service->setAccount(wallet.accounts().front().address);
    }
    template <class Condition>
    static bool waitFor(Condition condition)
    {
        return QTest::qWaitFor(condition, patience);
    }

    QTemporaryDir folder;
    SystemClock clock;
    wallet::SystemTimeSource time;
    QTcpServer server;
    QUrl url;
    QNetworkAccessManager network;
    wallet::WalletService wallet;
    store::Settings settings;
    AccountBook accounts;
    store::ErrorLog errors;
    CurrentPlatform platform;
    Ticker ticker;
    std::unique_ptr<habibi::HabibiService> service;
};

NetworkFile smallNetwork()
{
    const auto node
        = [](const char *address, std::optional<const char *> parent, const char *name, std::int64_t depth) {
              wire::habibi::NetworkNode result;
              result.address = Address::parse(QString::fromLatin1(address)).value();
              if (parent) {
                  result.parent = Address::parse(QString::fromLatin1(*parent)).value();
              }
              result.displayName = QString::fromUtf8(name);
              result.depth = depth;
              result.chain = ChainName::Base;
              result.balance = Amount::fromInteger(100);
              return result;
          };
    constexpr auto root = "0x70997970C51812dc3A010C7d01b50e0d17dc79C8";
    constexpr auto child = "0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266";
    wire::habibi::NetworkGraph graph;
    graph.nodes = {node(root, std::nullopt, "Layla", 0), node(child, root, "Omar Layl", 1)};
    graph.root = graph.nodes.front();
    graph.truncation.returnedNodes = 2;
    graph.depth = 7;
    return habibi::networkFromJson(graph).value();
}

} // namespace

TEST_CASE_METHOD(Fixture, "without a platform every page says that nothing is known", "[platform]")
{
    HomeViewModel home(platform, clock, ticker);
    LeaderboardViewModel leaderboard(platform, clock, ticker);
    ProfileViewModel profile(platform, wallet, accounts, clock, ticker);
    NetworkViewModel people(platform, clock, ticker, settings, nullptr);
    home.refresh();
    leaderboard.refresh();
    profile.save();
    people.refresh();
    people.cancel();
    people.selectAndFly(3);
    Q_EMIT ticker.tick();
    CHECK(home.total() == u"–"_s);
    CHECK(home.strength() == u"–"_s);
    CHECK(home.nextRebase() == u"–"_s);
    CHECK(home.balanceState()->status() == Status::Idle);
    CHECK(leaderboard.status() == Status::Idle);
    CHECK_FALSE(profile.canSave());
    CHECK(people.selectedIndex() == -1);
    CHECK(people.tree()->count() == 0);
}

TEST_CASE_METHOD(Fixture, "every command fails into its own state when the platform cannot be reached", "[platform]")
{
    HomeViewModel home(platform, clock, ticker);
    LeaderboardViewModel leaderboard(platform, clock, ticker);
    ProfileViewModel profile(platform, wallet, accounts, clock, ticker);
    NetworkViewModel people(platform, clock, ticker, settings, nullptr);
    SignInViewModel signIn(platform, wallet, accounts);
    DiagnosticsViewModel diagnostics(errors, platform, clock, ticker, {{u"Qt"_s, u"6"_s}});
    QAbstractItemModelTester log(diagnostics.errors(), QAbstractItemModelTester::FailureReportingMode::Fatal);
    connectTo(false);
    REQUIRE(signIn.hasPlatform());

    signIn.begin();
    CHECK(signIn.isLoading());
    REQUIRE(waitFor([&] { return signIn.status() == Status::Failed; }));
    CHECK(signIn.step() == SignInViewModel::Step::Start);
    CHECK(signIn.error().kind == errorkind::Value::Offline);
    CHECK(signIn.message().isEmpty());

    leaderboard.refresh();
    REQUIRE(waitFor([&] { return leaderboard.status() == Status::Failed; }));
    CHECK(leaderboard.ranks()->rowCount() == 0);

    people.refresh();
    REQUIRE(waitFor([&] { return people.status() == Status::Failed; }));

    home.refresh();
    REQUIRE(waitFor([&] { return home.balanceState()->status() == Status::Failed; }));
    REQUIRE(waitFor([&] { return home.rebaseState()->status() == Status::Failed; }));
    CHECK(home.total() == u"–"_s);
    CHECK_FALSE(home.notice().isPresent()); // nothing is on show: each part stands for itself

    Freshness old;
    old.known = true;
    home.strengthState()->setFreshness(old);
    home.rebaseState()->setFreshness(old);
    REQUIRE(home.notice().isPresent());
    CHECK(home.notice() == home.strengthState()->error());
    home.strengthState()->setReady();
    CHECK(home.notice() == home.rebaseState()->error());
    home.rebaseState()->setReady();
    CHECK_FALSE(home.notice().isPresent());

    profile.displayName()->setText(u"Layla"_s);
    profile.save();
    CHECK(profile.saving()->isLoading());
    REQUIRE(waitFor([&] { return profile.saving()->status() == Status::Failed; }));
    CHECK(profile.displayName()->text() == u"Layla"_s);
    CHECK(profile.canSave());

    CHECK(diagnostics.errors()->rowCount() > 0);
    CHECK(diagnostics.report().contains(u"Qt: 6"_s));
    diagnostics.clearErrors();
    CHECK(diagnostics.errors()->rowCount() == 0);
}

TEST_CASE_METHOD(Fixture, "view models may go, or lose their platform, in the middle of every call", "[lifetime]")
{
    connectTo(true);
    {
        HomeViewModel home(platform, clock, ticker);
        LeaderboardViewModel leaderboard(platform, clock, ticker);
        ProfileViewModel profile(platform, wallet, accounts, clock, ticker);
        NetworkViewModel people(platform, clock, ticker, settings, nullptr);
        SignInViewModel signIn(platform, wallet, accounts);
        DiagnosticsViewModel diagnostics(errors, platform, clock, ticker, {});
        home.refresh();
        leaderboard.refresh();
        people.refresh();
        signIn.begin();
        profile.displayName()->setText(u"Layla"_s);
        profile.save();
        REQUIRE(signIn.isLoading());
        REQUIRE(profile.saving()->isLoading());
        people.search()->setQuery(u"la"_s);
    }
    SignInViewModel signIn(platform, wallet, accounts);
    ProfileViewModel profile(platform, wallet, accounts, clock, ticker);
    signIn.begin();
    profile.displayName()->setText(u"Layla"_s);
    profile.save();
    platform.set(nullptr, {});
    service.reset();
    CHECK(signIn.step() == SignInViewModel::Step::Start);
    CHECK(signIn.status() == Status::Idle);
    CHECK_FALSE(profile.saving()->isLoading());
    QCoreApplication::processEvents();
}

TEST_CASE_METHOD(Fixture, "a sign-in that is cancelled signs nothing and can begin again", "[platform]")
{
    connectTo(true);
    SignInViewModel signIn(platform, wallet, accounts);
    signIn.sign();
    CHECK(signIn.step() == SignInViewModel::Step::Start);
    signIn.begin();
    signIn.begin();
    signIn.cancel();
    CHECK(signIn.status() == Status::Idle);
    signIn.begin();
    CHECK(signIn.step() == SignInViewModel::Step::AskingNonce);
    signIn.signOut();
}

TEST_CASE_METHOD(Fixture, "fields of the profile are checked before they are sent", "[platform]")
{
    connectTo(true);
    ProfileViewModel profile(platform, wallet, accounts, clock, ticker);
    profile.website()->setText(u"javascript:alert(1)"_s);
    profile.displayName()->setText(QString(65, u'x'));
    profile.save();
    CHECK_FALSE(profile.saving()->isLoading());
    CHECK_FALSE(profile.website()->error().isEmpty());
    CHECK_FALSE(profile.displayName()->error().isEmpty());
    CHECK_FALSE(profile.canSave());
    profile.website()->setText(u"https://example.org"_s);
    CHECK(profile.website()->error().isEmpty());
    profile.revert();
    CHECK_FALSE(profile.isDirty());
}

TEST_CASE("people are found by name and address, the best first", "[search]")
{
    const NetworkPeople people{habibi::NetworkSnapshot(smallNetwork())};
    const std::atomic<unsigned> newest = 1;
    const auto find = [&](const QString &query) { return searchPeople(people, query, 10, newest, 1).people; };
    CHECK(find(u"layla"_s) == std::vector<std::uint32_t>{0, 1}); // "Layl", one letter short
    CHECK(find(u"layl"_s) == std::vector<std::uint32_t>{0, 1});
    CHECK(find(u"0x7099 79"_s) == std::vector<std::uint32_t>{0});
    CHECK(find(u"92266"_s) == std::vector<std::uint32_t>{1});
    CHECK(find(u"  "_s).empty());
    CHECK(find(u"nobody"_s).empty());
    CHECK(searchPeople(people, u"layla"_s, 10, newest, 0).people.empty()); // a newer search has begun
}

TEST_CASE("the network is written to a file, with names or with pseudonyms", "[export]")
{
    NetworkPeople people;
    const graph3d::NetworkModel scene;
    NetworkExportViewModel model(people, scene);
    model.show();
    CHECK_FALSE(model.isOpen()); // nobody is there
    people = NetworkPeople{habibi::NetworkSnapshot(smallNetwork())};
    model.show();
    REQUIRE(model.isOpen());
    const QTemporaryDir folder;
    const auto written = [&](const QString &name) {
        QFile file(folder.filePath(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    };
    const auto finish = [&] { return QTest::qWaitFor([&] { return !model.isLoading(); }, patience); };
    CHECK(model.suggestedName() == u"network.csv"_s);
    model.exportTo(QUrl::fromLocalFile(folder.filePath(u"people"_s)));
    CHECK(model.isLoading());
    REQUIRE(finish());
    CHECK(model.status() == Status::Ready);
    CHECK(model.outcome().contains(u"people.csv"));
    CHECK(written(u"people.csv"_s).contains("Omar Layl"));
    model.setPseudonyms(true);
    CHECK(model.status() == Status::Idle);
    for (int format = 0; format < NetworkExportViewModel::formats().size(); ++format) {
        model.setFormat(format);
        CHECK_FALSE(model.formatHint().isEmpty());
        model.exportTo(QUrl::fromLocalFile(folder.filePath(model.suggestedName())));
        REQUIRE(finish());
        CHECK(model.status() == Status::Ready);
        CHECK(written(model.suggestedName()).size() > 50);
        CHECK_FALSE(written(model.suggestedName()).contains("Layl"));
        CHECK_FALSE(written(model.suggestedName()).contains("7099"));
    }
    model.exportTo(QUrl::fromLocalFile(folder.filePath(u"no/such/people.csv"_s)));
    REQUIRE(finish());
    CHECK(model.status() == Status::Failed);
    model.exportTo(QUrl::fromLocalFile(folder.filePath(u"people.csv"_s)));
    CHECK_FALSE(model.isLoading());
    CHECK(model.fileToReplace() == u"people.csv"_s);
    CHECK(written(u"people.csv"_s).contains("Omar Layl")); // untouched so far
    model.replaceFile();
    REQUIRE(finish());
    CHECK(model.fileToReplace().isEmpty());
    CHECK_FALSE(written(u"people.csv"_s).contains("Omar Layl"));
    model.exportTo(QUrl(u"https://example.org/people.csv"_s));
    CHECK_FALSE(model.isLoading());
    model.exportTo(QUrl::fromLocalFile(folder.filePath(u"stopped"_s)));
    model.close(); // in the middle
    CHECK_FALSE(model.isOpen());
    CHECK_FALSE(model.isLoading());
    model.show();
    model.exportTo(QUrl::fromLocalFile(folder.filePath(u"next"_s)));
    REQUIRE(finish()); // the end of the one before is not taken for its own
    CHECK(model.status() == Status::Ready);
    CHECK(model.outcome().contains(u"next."));
}

TEST_CASE("somebody who joins is known from then on, once", "[search]")
{
    NetworkPeople people{habibi::NetworkSnapshot(smallNetwork())};
    wire::habibi::NetworkNode joined;
    joined.address = Address::parse(u"FAe4sisG95oZ42w7buUn5qEE4TAnfTTFPiguZUHmhiF"_s).value();
    joined.displayName = u"Sana"_s;
    CHECK_FALSE(people.join(joined)); // under nobody
    joined.parent = people.address(1);
    CHECK(people.join(joined) == std::uint32_t{1});
    CHECK_FALSE(people.join(joined));
    CHECK(people.count() == 3);
    CHECK(people.name(2) == u"Sana"_s);
    joined.displayName = u"Sana\u202E2"_s;
    CHECK(people.update(joined) == std::uint32_t{2});
    CHECK(people.name(2) == u"Sana2"_s);
    CHECK(people.find(joined.address) == std::uint32_t{2});
}

TEST_CASE("a person's upline is named, nearest first", "[network]")
{
    const NetworkPeople people{habibi::NetworkSnapshot(smallNetwork())};
    graph3d::NetworkModel scene;
    scene.setPrepared(std::move(*graph3d::prepareNetwork(people.sceneData())));
    const SystemClock clock;
    const PersonTexts texts(people, scene, clock);
    UplineModel upline;
    QAbstractItemModelTester tester(&upline, QAbstractItemModelTester::FailureReportingMode::Fatal);
    upline.setRows(texts.upline(1));
    REQUIRE(upline.rowCount() == 1);
    CHECK(upline.index(0).data(UplineModel::NameRole).toString() == u"Layla");
    CHECK(upline.index(0).data(UplineModel::NodeIndexRole).toInt() == 0);
    CHECK(upline.index(0).data(UplineModel::LevelRole).toInt() == 0);
    upline.setRows(texts.upline(0));
    CHECK(upline.rowCount() == 0);
}

TEST_CASE_METHOD(Fixture, "a referral code is checked before anybody is asked, and a failure leads back", "[platform]")
{
    connectTo(false);
    RegistrationViewModel registration(platform, wallet, accounts);
    registration.sign();
    CHECK(registration.step() == RegistrationViewModel::Step::Code);
    registration.setCode(u" habibi-ba"_s);
    CHECK(registration.code() == u"HABIBI-BA");
    CHECK(registration.codeError().isEmpty());
    CHECK_FALSE(registration.canLookUp());
    registration.setCode(u"HABIBI-BASE-1A2B3C4!X"_s);
    CHECK_FALSE(registration.codeError().isEmpty());
    registration.lookUp();
    CHECK_FALSE(registration.isLoading());
    registration.setCode(u"habibi-base-1a2b3c4d"_s);
    REQUIRE(registration.canLookUp());
    registration.lookUp();
    CHECK(registration.step() == RegistrationViewModel::Step::LookingUp);
    CHECK_FALSE(registration.canLookUp());
    REQUIRE(waitFor([&] { return registration.status() == Status::Failed; }));
    CHECK(registration.step() == RegistrationViewModel::Step::Code);
    CHECK(registration.canLookUp());
    CHECK(registration.error().kind == errorkind::Value::Offline);
    registration.cancel();
    CHECK(registration.code().isEmpty());
    CHECK(registration.status() == Status::Idle);
}

TEST_CASE_METHOD(Fixture, "one of several accounts is chosen, and remembered", "[accounts]")
{
    QAbstractItemModelTester tester(accounts.shown(), QAbstractItemModelTester::FailureReportingMode::Fatal);
    const int count = static_cast<int>(accounts.all().size());
    bool added = false;
    wallet.addAccount(AddressFamily::Evm, u"Second"_s, &wallet,
        [&added](const wallet::Result<wallet::Account> &account) { added = account.has_value(); });
    REQUIRE(waitFor([&] { return added && accounts.shown()->rowCount() == count + 1; }));
    connectTo(true);
    SignInViewModel signIn(platform, wallet, accounts);
    QSignalSpy changed(&accounts, &AccountBook::currentChanged);
    const int first = static_cast<int>(accounts.current()->id);
    const int second = static_cast<int>(accounts.all().back().id);

    signIn.chooseAccount(second);
    CHECK(static_cast<int>(accounts.current()->id) == second);
    CHECK(changed.size() == 1);
    CHECK(signIn.accountFull() == accounts.all().back().address.text());
    accounts.choose(4711);
    CHECK(static_cast<int>(accounts.current()->id) == second);
    bool hidden = false;
    wallet.setAccountHidden(accounts.find(first)->id, true, &wallet,
        [&hidden](const wallet::Result<void> &done) { hidden = done.has_value(); });
    REQUIRE(waitFor([&] { return hidden && accounts.shown()->rowCount() == count; }));
    accounts.choose(first);
    CHECK(static_cast<int>(accounts.current()->id) == second);

    AccountBook again(wallet, settings);
    CHECK(static_cast<int>(again.current()->id) == second);
    CHECK(again.everyone()->rowCount() == count + 1);
    wallet.lock();
    CHECK_FALSE(accounts.current());
    CHECK(accounts.shown()->rowCount() == 0);
}
