// SPDX-License-Identifier: GPL-3.0-or-later
// The session against a WebSocket server in this process whose every answer the test writes.
#include "models/net/feed/feedsession.h"
#include "models/net/feed/plainjson.h"
#include "models/platforms/habibi/streams.h"

#include <QJsonDocument>
#include <QTest>
#include <QWebSocket>
#include <QWebSocketServer>

#include <catch2/catch.hpp>

#include <vector>

using namespace majlis;
using namespace majlis::net;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace
{

struct Server {
    Server()
    {
        REQUIRE(server.listen(QHostAddress::LocalHost));
        QObject::connect(&server, &QWebSocketServer::newConnection, [this] {
            socket.reset(server.nextPendingConnection());
            ++connections;
            QObject::connect(socket.get(), &QWebSocket::textMessageReceived,
                [this](const QString &text) { heard.push_back(QJsonDocument::fromJson(text.toUtf8()).object()); });
        });
    }
    [[nodiscard]] QUrl url() const { return QUrl(u"ws://127.0.0.1:%1"_s.arg(server.serverPort())); }
    [[nodiscard]] bool heardAtLeast(std::size_t count)
    {
        return QTest::qWaitFor([&] { return heard.size() >= count; }, 5000);
    }
    void say(const QString &type, const QString &rest) const
    {
        socket->sendTextMessage(u"{\"type\":\"%1\",\"channel\":\"rebase\",\"chain\":\"base\"%2}"_s.arg(type, rest));
    }
    void update(int seq) const
    {
        say(u"rebase:completed"_s,
            u",\"seq\":%1,\"ts\":1795187047000,\"data\":{\"id\":\"r%1\",\"chain\":\"base\",\"epoch\":%1,\"rateBps\":"
            u"200,"
            "\"rebaseAmount\":\"1\",\"distributedAmount\":\"1\",\"totalSupplyBefore\":\"1\",\"totalSupplyAfter\":\"2\","
            "\"recipients\":1,\"totalWeight\":1,\"executedAt\":\"2026-11-20T15:04:07.000Z\"}"_s.arg(seq));
    }

    QWebSocketServer server{u"test"_s, QWebSocketServer::NonSecureMode};
    std::unique_ptr<QWebSocket> socket;
    std::vector<QJsonObject> heard;
    int connections = 0;
};

struct Client {
    explicit Client(const Server &server)
        : session(config(server.url()), clock, nullptr)
    {
        QObject::connect(&session, &FeedSession::delivered, [this](const FeedBatchPtr &batch) {
            for (const auto &message : batch->messages)
                seqs.push_back(static_cast<int>(message.seq.value_or(0)));
        });
        QObject::connect(&session, &FeedSession::resyncNeeded, [this](StreamId) { ++resyncs; });
        session.start();
    }
    static FeedConfig config(const QUrl &url)
    {
        FeedConfig config;
        config.base = url;
        config.vocabulary = habibi::feedVocabulary();
        config.dialects = {[] { return std::make_unique<PlainJsonDialect>(); }};
        return config;
    }
    [[nodiscard]] bool has(const std::vector<int> &expected)
    {
        return QTest::qWaitFor([&] { return seqs == expected; }, 5000);
    }

    SystemClock clock;
    FeedSession session;
    std::vector<int> seqs;
    int resyncs = 0;
};

const StreamKey key{"rebase", "base"};

} // namespace

TEST_CASE("what several hold is subscribed once, and given up with the last of them")
{
    Server server;
    Client client(server);
    CHECK_FALSE(QTest::qWaitFor([&] { return server.connections > 0; }, 30)); // nobody looks at anything
    auto first = client.session.subscribe(key);
    auto second = client.session.subscribe(key);
    CHECK(first.id() == second.id());
    REQUIRE(server.heardAtLeast(1));
    CHECK(server.heard[0][u"type"_s] == u"subscribe"_s);
    CHECK_FALSE(server.heard[0].contains(u"since"_s));
    first.reset();
    CHECK_FALSE(QTest::qWaitFor([&] { return server.heard.size() > 1; }, 50));
    const auto moved = std::move(second);
    {
        const auto third = client.session.subscribe({"rebase", "solana"});
        REQUIRE(server.heardAtLeast(2));
    }
    REQUIRE(server.heardAtLeast(3));
    CHECK(server.heard[2][u"type"_s] == u"unsubscribe"_s);
    CHECK(server.heard[2][u"chain"_s] == u"solana"_s);
    const auto nonsense = client.session.subscribe({"moon", {}});
    CHECK(client.session.status(nonsense.id()).freshness == StreamFreshness::Refused);
}

TEST_CASE("a subscription may outlive its session")
{
    Server server;
    auto client = std::make_unique<Client>(server);
    auto held = client->session.subscribe(key);
    REQUIRE(server.heardAtLeast(1));
    client.reset();
    held.reset();
    CHECK(held.id() == 0);
}

TEST_CASE("a cut connection is resumed where it was, and nothing is delivered twice")
{
    Server server;
    Client client(server);
    const auto held = client.session.subscribe(key);
    REQUIRE(server.heardAtLeast(1));
    server.say(u"subscribed"_s, u",\"seq\":10"_s);
    server.update(11);
    server.update(12);
    REQUIRE(client.has({11, 12}));
    CHECK(client.session.status(held.id()).freshness == StreamFreshness::Live);
    server.socket->abort();
    REQUIRE(
        QTest::qWaitFor([&] { return client.session.status(held.id()).freshness == StreamFreshness::Stale; }, 2000));
    REQUIRE(server.heardAtLeast(2));
    CHECK(server.heard[1][u"since"_s].toInt() == 12);
    server.say(u"subscribed"_s, u",\"seq\":14"_s);
    server.update(12);
    server.update(13);
    server.update(14);
    REQUIRE(client.has({11, 12, 13, 14}));
    CHECK(client.resyncs == 0);
    CHECK(client.session.status(held.id()).freshness == StreamFreshness::Live);

    SECTION("a server that began anew is believed")
    {
        server.socket->abort();
        REQUIRE(server.heardAtLeast(3));
        server.say(u"subscribed"_s, u",\"seq\":2"_s);
        server.update(3);
        REQUIRE(client.has({11, 12, 13, 14, 3}));
        CHECK(client.resyncs == 1);
    }
    SECTION("a snapshot in place of what was missed asks for the rest")
    {
        server.socket->abort();
        REQUIRE(server.heardAtLeast(3));
        server.say(u"subscribed"_s, u",\"seq\":2000"_s);
        server.say(u"snapshot"_s, u",\"seq\":2000,\"data\":{\"last\":null}"_s);
        server.update(2001);
        REQUIRE(client.has({11, 12, 13, 14, 2000, 2001}));
        CHECK(client.resyncs == 1);
    }
}

TEST_CASE("a gap holds back what follows until the server has filled it")
{
    Server server;
    Client client(server);
    const auto held = client.session.subscribe(key);
    REQUIRE(server.heardAtLeast(1));
    server.say(u"subscribed"_s, u",\"seq\":1"_s);
    server.update(2);
    server.update(5);
    server.update(6);
    REQUIRE(server.heardAtLeast(3));
    CHECK(server.heard[1][u"type"_s] == u"unsubscribe"_s);
    CHECK(server.heard[2][u"since"_s].toInt() == 2);
    server.say(u"subscribed"_s, u",\"seq\":6"_s);
    for (int seq = 3; seq <= 7; ++seq)
        server.update(seq);
    REQUIRE(client.has({2, 3, 4, 5, 6, 7}));
    REQUIRE(QTest::qWaitFor([&] { return client.session.health().counters.received == 8; }, 3000));
    const auto counters = client.session.health().counters;
    CHECK(counters.gaps == 1);
    CHECK(counters.held == 2);
    CHECK(counters.resyncs == 1);
}

TEST_CASE("three wrong payloads in a row make a stream stale; a good one makes it live again")
{
    Server server;
    Client client(server);
    const auto held = client.session.subscribe(key);
    REQUIRE(server.heardAtLeast(1));
    const auto is = [&](StreamFreshness freshness) {
        return QTest::qWaitFor([&] { return client.session.status(held.id()).freshness == freshness; }, 3000);
    };
    server.update(1);
    REQUIRE(is(StreamFreshness::Live));
    for (int seq = 2; seq <= 3; ++seq)
        server.say(u"rebase:completed"_s, u",\"seq\":%1,\"data\":{\"id\":null}"_s.arg(seq));
    const auto leftLive = [&] { return client.session.status(held.id()).freshness != StreamFreshness::Live; };
    CHECK_FALSE(QTest::qWaitFor(leftLive, 50));
    server.say(u"rebase:completed"_s, u",\"seq\":4,\"data\":[]"_s);
    REQUIRE(is(StreamFreshness::Stale));
    server.update(5);
    REQUIRE(is(StreamFreshness::Live));
    CHECK(client.has({1, 5}));
    CHECK(client.session.traffic(held.id()).delivered == 2);
    CHECK(client.session.traffic(held.id()).latency.samples == client.session.health().latency.samples);
    CHECK(client.session.traffic(held.id() + 1).delivered == 0);
}

TEST_CASE("stop says good-bye, start begins again with what is still wanted")
{
    Server server;
    Client client(server);
    const auto held = client.session.subscribe(key);
    REQUIRE(server.heardAtLeast(1));
    client.session.stop();
    REQUIRE(QTest::qWaitFor([&] { return client.session.state() == FeedState::Idle; }, 3000));
    REQUIRE(QTest::qWaitFor([&] { return server.socket->state() == QAbstractSocket::UnconnectedState; }, 3000));
    CHECK(server.socket->closeCode() == QWebSocketProtocol::CloseCodeNormal);
    client.session.start();
    REQUIRE(server.heardAtLeast(2));
    CHECK(server.connections == 2);
}
