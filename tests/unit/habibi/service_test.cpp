// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/platforms/habibi/habibiservice.h"
#include "models/store/database.h"
#include "models/store/errorlog.h"
#include "models/store/responsecache.h"
#include "tests/unit/habibi/fakes.h"

#include <QSignalSpy>
#include <QTemporaryDir>

using namespace majlis;
using namespace majlis::habibi;
using namespace majlis::test;
using namespace wire::habibi;

namespace
{

/// A HABIBI of the contract's own examples.
class Platform
{
public:
    QJsonObject user = contractExample("User"_L1);
    QJsonObject network = contractExample("NetworkGraph"_L1);
    QByteArray binaryNetwork; ///< empty: JSON only
    bool reachable = true;
    bool knowsUser = true;
    int networkRequests = 0;

    Platform()
    {
        // The example says that three of six came; here they are all.
        network[u"truncation"_s] = QJsonObject{{u"truncated"_s, false}, {u"returnedNodes"_s, 3}, {u"totalNodes"_s, 3}};
        network[u"root"_s] = network[u"nodes"_s][0];
        user[u"address"_s] = laylaAddress.text();
    }

    void operator()(const Received &request, QTcpSocket &socket)
    {
        if (!reachable)
            return socket.abort();
        if (request.target.startsWith("/users/") && !knowsUser)
            return ScriptServer::answer(socket, 404, R"({"error":"Not found","code":"not_found"})");
        if (request.target.startsWith("/users/") && request.target.contains("/network"))
            return answerNetwork(request, socket);
        if (request.target.startsWith("/users/"))
            return ScriptServer::answer(socket, 200, jsonText(user));
        if (request.target.startsWith("/rebase/history"))
            return ScriptServer::answer(socket, 200, jsonText(history));
        if (request.target == "/graphql")
            return ScriptServer::answer(socket, 200, R"({"data":{"globalStats":null,"leaderboard":[]}})");
        ScriptServer::answer(socket, 404, R"({"error":"Not found"})");
    }

    QJsonObject history{{u"events"_s, QJsonArray()}, {u"nextCursor"_s, QJsonValue()}};

private:
    void answerNetwork(const Received &request, QTcpSocket &socket)
    {
        ++networkRequests;
        if (!binaryNetwork.isEmpty() && request.header("accept").contains("graph+binary"))
            return ScriptServer::answer(
                socket, 200, binaryNetwork, "Content-Type: application/vnd.majlis.graph+binary;version=1\r\n");
        ScriptServer::answer(socket, 200, jsonText(network));
    }
};

struct ServiceFixture {
    explicit ServiceFixture(store::ResponseCache *cache = nullptr, quint16 port = 0)
        : server([this](const Received &request, QTcpSocket &socket) { platform(request, socket); })
        , errors(clock)
    {
        Q_UNUSED(port)
        network.setProxy(QNetworkProxy::NoProxy);
        HabibiService::Dependencies dependencies;
        dependencies.network = &network;
        dependencies.clock = &clock;
        dependencies.cache = cache;
        dependencies.errors = &errors;
        dependencies.vault = &vault;
        dependencies.makeFeed = [this](const QUrl &, const Clock &, net::TokenSource &) {
            auto made = std::make_unique<FakeFeed>();
            feed = made.get();
            return made;
        };
        service = std::make_unique<HabibiService>(server.url(), u"test"_s, std::move(dependencies));
    }

    bool waitFor(const std::function<bool()> &condition) { return QTest::qWaitFor(condition, 8'000); }
    bool waitForNetwork()
    {
        return waitFor([this] { return service->network().value && !service->network().loading; });
    }

    SystemClock clock;
    Platform platform;
    ScriptServer server;
    QNetworkAccessManager network;
    store::ErrorLog errors;
    FakeVault vault;
    FakeFeed *feed = nullptr;
    std::unique_ptr<HabibiService> service;
};

BalanceUpdate balanceUpdate(const QString &amount)
{
    auto update = *wire::decode<BalanceUpdate>(contractExample("BalanceUpdate"_L1));
    update.address = laylaAddress;
    update.balance = *Amount::parse(amount);
    update.recordedAt = UnixMs{1'795'187'999'000};
    return update;
}

} // namespace

TEST_CASE("an account brings its user, network and newest joins", "[habibi]")
{
    ServiceFixture fixture;
    fixture.service->setAccount(laylaAddress);
    CHECK(fixture.feed->watched == laylaAddress);
    REQUIRE(fixture.waitForNetwork());
    REQUIRE(fixture.waitFor([&] { return fixture.service->user().value.has_value(); }));
    CHECK(fixture.service->user().value->balance.toString() == u"1250.5");
    CHECK(fixture.service->balances().holdings().size() == 1);
    CHECK(fixture.service->network().value->file().nodeCount() == 3);
    CHECK(fixture.service->newestJoins().size() == 2);
    CHECK(fixture.service->newestJoins()[0].displayName == u"ليلى");
    CHECK(fixture.service->connection() == HabibiService::Connection::Polling);
    fixture.service->setAccount({});
    CHECK_FALSE(fixture.service->user().value);
    CHECK_FALSE(fixture.service->network().value);
    CHECK(fixture.service->newestJoins().empty());
}

TEST_CASE("the binary graph is preferred, and a bad one falls back to JSON", "[habibi]")
{
    ServiceFixture fixture;
    QFile examples(QStringLiteral(MAJLIS_TEST_DATA "/domain.examples.json"));
    REQUIRE(examples.open(QIODevice::ReadOnly));
    const QByteArray file = QByteArray::fromHex(
        QJsonDocument::fromJson(examples.readAll()).object()["binaryGraph3"_L1].toString().toLatin1());
    SECTION("a file that is whole but for its first bytes")
    {
        fixture.platform.binaryNetwork = "GIF89a" + file.sliced(6);
    }
    SECTION("a file that is cut short")
    {
        fixture.platform.binaryNetwork = file.first(900);
    }
    fixture.service->setAccount(laylaAddress);
    REQUIRE(fixture.waitForNetwork());
    CHECK(fixture.platform.networkRequests == 2);
    CHECK_FALSE(fixture.service->network().value->file().isTruncated()); // the JSON's word
}

TEST_CASE("last known data is there at the next start, without a connection, marked with its age", "[habibi]")
{
    QTemporaryDir folder;
    const SystemClock clock;
    store::Database database(folder.filePath(u"cache.db"_s));
    store::ResponseCache cache(database, clock);
    ServiceFixture fixture(&cache);
    fixture.service->setAccount(laylaAddress);
    REQUIRE(fixture.waitForNetwork());
    REQUIRE(fixture.waitFor([&] { return fixture.service->user().value && !fixture.service->user().loading; }));
    fixture.service->setAccount({});

    fixture.platform.reachable = false; // and "start" again
    fixture.service->setAccount(laylaAddress);
    REQUIRE(fixture.waitFor([&] { return fixture.service->user().value && fixture.service->network().value; }));
    CHECK(fixture.service->user().freshness.fromCache);
    CHECK(fixture.service->user().freshness.asOf.value > 0);
    CHECK(fixture.service->network().value->file().nodeCount() == 3);
    REQUIRE(fixture.waitFor([&] { return fixture.service->connection() == HabibiService::Connection::Offline; }));
    REQUIRE(fixture.waitFor([&] { return !fixture.service->user().loading; }));
    CHECK(fixture.service->user().freshness.stale);
    CHECK(fixture.service->user().value->balance.toString() == u"1250.5");
}

TEST_CASE("that the platform does not know a wallet which has not signed in is no error", "[habibi]")
{
    ServiceFixture fixture;
    fixture.platform.knowsUser = false;
    fixture.service->setAccount(laylaAddress);
    REQUIRE(fixture.waitFor([&] { return fixture.service->user().error && fixture.service->network().error; }));
    CHECK(fixture.service->user().error->code == ErrorCode::NotFound);
    for (const auto &entry : fixture.errors.entries())
        CHECK(entry.error.code != ErrorCode::NotFound);
    CHECK(fixture.errors.entries().empty());
}

TEST_CASE("a failure keeps the last value and says why", "[habibi]")
{
    ServiceFixture fixture;
    fixture.service->setAccount(laylaAddress);
    REQUIRE(fixture.waitFor([&] { return fixture.service->user().value && !fixture.service->user().loading; }));
    fixture.platform.user.remove(u"balance"_s);
    fixture.service->refresh();
    REQUIRE(fixture.waitFor([&] { return fixture.service->user().error.has_value(); }));
    CHECK(fixture.service->user().error->code == ErrorCode::Malformed);
    CHECK(fixture.service->user().error->path == u"balance");
    CHECK(fixture.service->user().value->balance.toString() == u"1250.5");
    CHECK(fixture.service->user().freshness.stale);
    CHECK_FALSE(fixture.errors.entries().empty());
}

TEST_CASE("live balances follow the balance rule", "[habibi]")
{
    ServiceFixture fixture;
    fixture.service->setAccount(laylaAddress);
    REQUIRE(fixture.waitFor([&] { return fixture.service->user().value.has_value(); }));
    QSignalSpy changed(fixture.service.get(), &HabibiService::balancesChanged);
    auto update = balanceUpdate(u"1300"_s);
    Q_EMIT fixture.feed->balanceUpdated(update);
    CHECK(changed.size() == 1);
    CHECK(fixture.service->balances().total()->toString() == u"1300");
    CHECK(fixture.service->user().value->balance.toString() == u"1300");
    Q_EMIT fixture.feed->balanceUpdated(update); // a duplicate
    update.address = aliceAddress;
    update.recordedAt = UnixMs{1'795'188'999'000};
    Q_EMIT fixture.feed->balanceUpdated(update); // somebody else's
    CHECK(changed.size() == 1);
    fixture.feed->live = true;
    Q_EMIT fixture.feed->liveChanged();
    CHECK(fixture.service->connection() == HabibiService::Connection::Live);
}

TEST_CASE("live joins fit onto the network or make it be fetched again", "[habibi]")
{
    ServiceFixture fixture;
    fixture.service->setAccount(laylaAddress);
    REQUIRE(fixture.waitForNetwork());
    QSignalSpy updated(fixture.service.get(), &HabibiService::networkUpdated);
    auto update = *wire::decode<NetworkUpdate>(contractExample("NetworkUpdate"_L1));
    update.node.address = *Address::parse(u"0x3C44CdDdB6a900fa2b585dd299e03d12FA4293BC");
    update.node.parent = aliceAddress;
    Q_EMIT fixture.feed->networkUpdated(update);
    CHECK(updated.size() == 1);
    CHECK(fixture.service->networkUpdates().size() == 1);
    REQUIRE(fixture.service->newestJoins().size() == 3);
    CHECK(fixture.service->newestJoins()[0].live);

    const int before = fixture.platform.networkRequests;
    update.node.address = *Address::parse(u"0x90F79bf6EB2c4f870365E785982E1f101E93b906");
    update.node.parent = update.node.address; // not known here
    Q_EMIT fixture.feed->networkUpdated(update);
    CHECK(updated.size() == 1);
    CHECK(fixture.platform.networkRequests == before); // at most once in 10 s
}

TEST_CASE("rebases come from history and feed, gaps are filled", "[habibi]")
{
    ServiceFixture fixture;
    fixture.service->setAccount(laylaAddress);
    const auto known = [&]() -> const auto & { return fixture.service->rebases(ChainName::Base); };
    REQUIRE(fixture.waitFor([&] { return known().value && !known().loading; }));
    auto event = *wire::decode<RebaseEvent>(contractExample("RebaseEvent"_L1));
    Q_EMIT fixture.feed->rebaseCompleted(event);
    CHECK(known().value->size() == 1);
    QJsonArray events;
    for (int epoch = 44; epoch >= 42; --epoch) {
        event.epoch = epoch;
        events.append(wire::encode(event));
    }
    fixture.platform.history[u"events"_s] = events;
    event.epoch = 44;
    Q_EMIT fixture.feed->rebaseCompleted(event);
    REQUIRE(fixture.waitFor([&] { return known().value->size() == 3; }));
    CHECK_FALSE(known().error);
}

TEST_CASE("going away in the middle of every call harms nobody", "[habibi]")
{
    ServiceFixture fixture;
    fixture.server.setScript([](const Received &, QTcpSocket &) { }); // never answers
    fixture.service->setAccount(laylaAddress);
    fixture.service->loadLeaderboard(LeaderboardType::Balance);
    REQUIRE(fixture.waitFor([&] { return fixture.server.received().size() >= 3; }));
    fixture.service->cancelNetwork();
    CHECK_FALSE(fixture.service->network().loading);
    fixture.service.reset();
    QCoreApplication::processEvents();
}
