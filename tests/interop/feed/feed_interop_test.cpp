// SPDX-License-Identifier: GPL-3.0-or-later
// Our three dialects against servers that others wrote: socket.io 4.8.4, graphql-ws 6.4.2, and the feed server with its
// faults. What the client ends up with must be what the server has.
#include "models/net/feed/feedsession.h"
#include "models/net/feed/graphqltransportws.h"
#include "models/net/feed/plainjson.h"
#include "models/net/feed/pricetick.h"
#include "models/net/feed/socketio.h"
#include "models/net/tokensource.h"
#include "models/platforms/habibi/streams.h"
#include "tests/interop/feed/nodeserver.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>
#include <QTest>

#include <catch2/catch.hpp>

#include <map>
#include <vector>

using namespace majlis;
using namespace majlis::net;
using namespace majlis::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace
{

const QByteArray address = "0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266";

class Tokens final : public TokenSource
{
public:
    [[nodiscard]] QByteArray accessToken() const override { return "token-" + QByteArray::number(refreshes); }
    [[nodiscard]] QString subject() const override { return QString::fromLatin1(address); }
    int refreshes = 0;

protected:
    QCoro::Task<Result<void>> fetchNewToken() override
    {
        ++refreshes;
        co_return Result<void>();
    }
};

FeedConfig configFor(const QUrl &base, DialectFactory dialect)
{
    FeedConfig config;
    config.base = base;
    config.dialects = {std::move(dialect)};
    config.vocabulary = habibi::feedVocabulary();
    return config;
}

/// What a client of HABIBI's feeds knows after listening.
struct Listener {
    Listener(const QUrl &base, DialectFactory dialect)
        : session(configFor(base, std::move(dialect)), clock, &tokens)
    {
        QObject::connect(&session, &FeedSession::delivered, [this](const FeedBatchPtr &batch) {
            for (const auto &message : batch->messages)
                take(message);
        });
        QObject::connect(
            &session, &FeedSession::resyncNeeded, [this](StreamId id) { ++resyncs[session.key(id).text()]; });
        held.push_back(session.subscribe({"balance", address}));
        held.push_back(session.subscribe({"network", address.toLower()}));
        for (const auto *chain : {"solana", "base", "arbitrum"})
            held.push_back(session.subscribe({"rebase", chain}));
        session.start();
    }
    void take(const FeedMessage &message)
    {
        const auto key = session.key(message.stream);
        const auto &payload = message.payload;
        if (key.topic == "balance")
            balances[payload[u"chain"_s].toString()] = payload[u"balance"_s].toString();
        else if (key.topic == "network")
            networkSeq = payload[u"seq"_s].toInteger();
        else
            epochs[payload[u"chain"_s].toString()] = payload[u"epoch"_s].toInteger();
        ++messages;
    }
    /// The server moves every 20 ms: equal at one moment is equal.
    [[nodiscard]] bool agreesWith(const NodeServer &server)
    {
        return QTest::qWaitFor(
            [&] {
                const auto state = server.get(u"/state"_s);
                const auto before = messages; // one frame of delivery
                if (!QTest::qWaitFor([&] { return messages > before; }, 1000))
                    return false;
                for (const auto *chain : {"solana", "base", "arbitrum"}) {
                    const auto name = QString::fromLatin1(chain);
                    const auto epoch = state[u"epochs"_s][name].toInteger();
                    if (balances[name].isEmpty() || epochs[name] < epoch || epochs[name] > epoch + 2)
                        return false;
                }
                const auto seq = state[u"networkSeq"_s].toInteger();
                return networkSeq >= seq && networkSeq <= seq + 4 && state[u"invalid"_s].toArray().isEmpty();
            },
            8000);
    }

    SystemClock clock;
    Tokens tokens;
    FeedSession session;
    std::vector<FeedSubscription> held;
    std::map<QString, QString> balances;
    std::map<QString, qint64> epochs;
    std::map<QByteArray, int> resyncs;
    qint64 networkSeq = 0;
    int messages = 0;
};

} // namespace

TEST_CASE("Socket.IO against the real socket.io server")
{
    NodeServer server(u"socketio-server.mjs"_s);
    Listener listener(server.url(), [] { return std::make_unique<SocketIoDialect>(); });
    REQUIRE(listener.agreesWith(server));
    CHECK(listener.session.state() == FeedState::Live);
    CHECK(listener.session.health().dialect == "socket.io");
    CHECK(server.get(u"/state"_s)[u"token"_s].toString() == u"token-0"_s);

    SECTION("the server's pings are answered: the connection outlives them")
    {
        // Eight pings; without an answer the server hangs up after 800 ms.
        CHECK_FALSE(QTest::qWaitFor([&] { return listener.session.state() != FeedState::Live; }, 2500));
        CHECK(server.get(u"/state"_s)[u"connections"_s].toInt() == 1);
        CHECK(listener.agreesWith(server));
    }
    SECTION("a cut connection comes back, says what may be missing, and agrees again")
    {
        const auto connections = server.get(u"/do/kick"_s)[u"connections"_s].toInt();
        REQUIRE(QTest::qWaitFor([&] { return server.get(u"/state"_s)[u"connections"_s].toInt() > connections; }, 5000));
        CHECK(listener.agreesWith(server));
        CHECK(listener.resyncs["network:" + address.toLower()] >= 1);
        CHECK(listener.resyncs["rebase:base"] >= 1);
    }
    SECTION("an expired token is renewed once and the connection made again")
    {
        (void)server.get(u"/do/expire"_s);
        (void)server.get(u"/do/kick"_s);
        REQUIRE(QTest::qWaitFor([&] { return server.get(u"/state"_s)[u"token"_s].toString() == u"token-1"_s; }, 8000));
        CHECK(listener.tokens.refreshes == 1);
        CHECK(listener.agreesWith(server));
    }
    SECTION("a server that disconnects the client is left and tried again")
    {
        const auto connections = server.get(u"/do/disconnect"_s)[u"connections"_s].toInt();
        REQUIRE(QTest::qWaitFor([&] { return server.get(u"/state"_s)[u"connections"_s].toInt() > connections; }, 5000));
        CHECK(listener.agreesWith(server));
    }
    SECTION("a gap in the network asks for a new one")
    {
        (void)server.get(u"/do/gap"_s);
        REQUIRE(QTest::qWaitFor([&] { return listener.resyncs["network:" + address.toLower()] == 1; }, 5000));
        CHECK(listener.session.status(listener.held[1].id()).freshness == StreamFreshness::Live);
    }
    SECTION("a chain that the server does not know is refused, and only that")
    {
        const auto wrong = listener.session.subscribe({"rebase", "polygon"});
        REQUIRE(QTest::qWaitFor(
            [&] { return listener.session.status(wrong.id()).freshness == StreamFreshness::Refused; }, 5000));
        CHECK(listener.session.status(wrong.id()).error.code == ErrorCode::ValidationFailed);
        CHECK(listener.session.status(listener.held[0].id()).freshness == StreamFreshness::Live);
    }
    SECTION("another address needs another session")
    {
        const auto other = listener.session.subscribe({"balance", "0x70997970C51812dc3A010C7d01b50e0d17dc79C8"});
        REQUIRE(QTest::qWaitFor(
            [&] { return listener.session.status(other.id()).freshness == StreamFreshness::Refused; }, 5000));
    }
}

TEST_CASE("graphql-transport-ws against the real graphql-ws server")
{
    NodeServer server(u"graphqlws-server.mjs"_s);
    Listener listener(server.url(), [] { return std::make_unique<GraphqlTransportWsDialect>(); });
    REQUIRE(listener.agreesWith(server));
    CHECK(server.get(u"/state"_s)[u"token"_s].toString() == u"Bearer token-0"_s);

    SECTION("cut, or closed for trouble: back again")
    {
        const auto *what = GENERATE("kick", "close4500", "close1012");
        const auto connections = server.get(u"/do/"_s + QString::fromLatin1(what))[u"connections"_s].toInt();
        REQUIRE(QTest::qWaitFor([&] { return server.get(u"/state"_s)[u"connections"_s].toInt() > connections; }, 8000));
        CHECK(listener.agreesWith(server));
    }
    SECTION("4401: a new token")
    {
        (void)server.get(u"/do/close4401"_s);
        REQUIRE(QTest::qWaitFor(
            [&] { return server.get(u"/state"_s)[u"token"_s].toString() == u"Bearer token-1"_s; }, 8000));
        CHECK(listener.agreesWith(server));
    }
    SECTION("4403: not again with this token")
    {
        (void)server.get(u"/do/close4403"_s);
        REQUIRE(QTest::qWaitFor([&] { return listener.session.state() == FeedState::Refused; }, 5000));
        CHECK(listener.session.status(listener.held[0].id()).freshness == StreamFreshness::Stale);
    }
    SECTION("4400: this dialect is given up")
    {
        (void)server.get(u"/do/close4400"_s);
        CHECK(QTest::qWaitFor([&] { return listener.session.state() == FeedState::NoDialect; }, 5000));
    }
    SECTION("a subscription that the server ends is taken up again")
    {
        (void)server.get(u"/do/complete"_s);
        REQUIRE(QTest::qWaitFor([&] { return !listener.resyncs.empty(); }, 8000));
        CHECK(listener.agreesWith(server));
    }
    SECTION("an argument that the server refuses ends that subscription alone")
    {
        const auto wrong = listener.session.subscribe({"balance", "0xzz"});
        REQUIRE(QTest::qWaitFor(
            [&] { return listener.session.status(wrong.id()).freshness == StreamFreshness::Refused; }, 5000));
        CHECK(listener.session.status(wrong.id()).error.code == ErrorCode::ValidationFailed);
        CHECK(listener.agreesWith(server));
    }
}

namespace
{

/// Prices of the feed server, as a market list would hold them.
struct Prices {
    explicit Prices(const QUrl &base, int channels, bool conflate)
        : session(config(base, channels, conflate), clock, nullptr)
    {
        QObject::connect(&session, &FeedSession::delivered, [this](const FeedBatchPtr &batch) {
            for (const auto &message : batch->messages) {
                lastSeq[message.stream] = message.seq.value_or(0);
                inOrder = inOrder && message.value.get<PriceTick>().has_value();
            }
            delivered += batch->messages.size();
        });
        QObject::connect(&session, &FeedSession::statusChanged,
            [this](StreamId, const StreamStatus &status) { stale += status.freshness == StreamFreshness::Stale; });
        for (int i = 1; i <= channels; ++i)
            held.push_back(session.subscribe({"market:" + QByteArray::number(i) + ":price", {}}));
        session.start();
    }
    static FeedConfig config(const QUrl &base, int channels, bool conflate)
    {
        auto vocabulary = std::make_shared<FeedVocabulary>();
        StreamKind kind;
        kind.updateType = "price_update";
        kind.staleAfter = 2s;
        kind.decoder = std::make_shared<PriceTickDecoder>(conflate);
        vocabulary->kinds = {kind};
        FeedConfig config;
        config.base = base;
        config.dialects = {[] { return std::make_unique<PlainJsonDialect>("/"); }};
        config.vocabulary = vocabulary;
        config.maxSubscriptions = channels;
        config.clientMessagesPerMinute = 0;
        return config;
    }
    [[nodiscard]] FeedCounters counters() const { return session.health().counters; }

    SystemClock clock;
    FeedSession session;
    std::vector<FeedSubscription> held;
    std::map<StreamId, std::uint64_t> lastSeq;
    std::uint64_t delivered = 0;
    int stale = 0;
    bool inOrder = true;
};

QStringList serverOptions(const QString &fault, const QString &seconds = u"2"_s)
{
    return {u"--rate"_s, u"2000"_s, u"--duration"_s, seconds, u"--ttl"_s, u"60"_s, u"--fault"_s, fault};
}

} // namespace

TEST_CASE("the plain dialect takes everything that the feed server sends")
{
    NodeServer server(u"feed-server.mjs"_s, serverOptions({}));
    Prices prices(server.url(), 20, true);
    // At once, or a busy machine lets it connect again first, and what it received is more than one connection sent.
    QObject::connect(&prices.session, &FeedSession::stateChanged, &prices.session, [&prices](FeedState state) {
        if (state == FeedState::Waiting)
            prices.session.stop();
    });
    REQUIRE(QTest::qWaitFor([&] { return prices.counters().received > 0; }, 10'000));
    REQUIRE(QTest::qWaitFor([&] { return prices.session.state() == FeedState::Idle; }, 10'000));
    REQUIRE(QTest::qWaitFor([&] { return prices.delivered == prices.counters().delivered; }, 2000));
    const auto connection = server.get(u"/stats"_s)[u"perConnection"_s][0];
    const auto counters = prices.counters();
    CHECK(static_cast<qint64>(counters.received) == connection[u"sent"_s].toInteger());
    CHECK(counters.gaps == 0);
    CHECK(counters.malformed == 0);
    CHECK(prices.delivered + counters.conflated == counters.received);
    CHECK(prices.inOrder);
    for (const auto &[stream, seq] : prices.lastSeq)
        CHECK(seq == 200);
}

TEST_CASE("faults of the feed server are counted, survived and never shown as values")
{
    struct Case {
        const char *fault;
        std::function<bool(const FeedCounters &)> seen;
    };
    const Case cases[] = {
        {"duplicate:50", [](const FeedCounters &c) { return c.repeated > 10 && c.gaps == 0; }},
        {"malformed:50", [](const FeedCounters &c) { return c.malformed > 10 && c.gaps == 0; }},
        {"nan:50", [](const FeedCounters &c) { return c.malformed > 10; }},
        {"unknown:50", [](const FeedCounters &c) { return c.unknown > 10; }},
        {"gap:97", [](const FeedCounters &c) { return c.gaps > 5; }},
        {"reorder:97", [](const FeedCounters &c) { return c.gaps > 5 && c.repeated > 5; }},
        {"bigints:97", [](const FeedCounters &c) { return c.malformed > 5 && c.gaps > 5; }},
        {"fragment:10", [](const FeedCounters &c) { return c.gaps == 0 && c.malformed == 0; }},
        {"binary:97", [](const FeedCounters &c) { return c.malformed > 5; }},
        {"deep:500", [](const FeedCounters &c) { return c.malformed == 1; }},
        {"utf8:900", [](const FeedCounters &c) { return c.reconnects >= 1; }},
        {"badop:900", [](const FeedCounters &c) { return c.reconnects >= 1; }},
        {"masked:900", [](const FeedCounters &c) { return c.reconnects >= 1; }},
        {"rsv:900", [](const FeedCounters &c) { return c.reconnects >= 1; }},
        {"huge:900:16", [](const FeedCounters &c) { return c.reconnects >= 1; }},
        {"drop:1", [](const FeedCounters &c) { return c.reconnects >= 1; }},
        {"close:1011:1", [](const FeedCounters &c) { return c.reconnects >= 1; }},
        {"close:1012:1", [](const FeedCounters &c) { return c.reconnects >= 1; }},
    };
    for (const auto &one : cases) {
        DYNAMIC_SECTION(one.fault)
        {
            NodeServer server(u"feed-server.mjs"_s, serverOptions(QString::fromLatin1(one.fault), u"30"_s));
            Prices prices(server.url(), 10, true);
            const auto happened = [&] {
                const auto counters = prices.counters();
                return counters.received > 800 && prices.lastSeq.size() == 10 && one.seen(counters);
            };
            const bool seen = QTest::qWaitFor(happened, 8000);
            const auto counters = prices.counters();
            INFO("malformed " << counters.malformed << " repeated " << counters.repeated << " gaps " << counters.gaps
                              << " unknown " << counters.unknown << " reconnects " << counters.reconnects);
            CHECK(seen);
            CHECK(prices.inOrder);
            (void)server.post(u"/fault"_s, {});
            // The fault is over: within two seconds every stream is live and moving again.
            const auto before = prices.lastSeq;
            CHECK(QTest::qWaitFor(
                [&] {
                    return std::ranges::all_of(prices.held, [&](const FeedSubscription &held) {
                        return prices.session.status(held.id()).freshness == StreamFreshness::Live
                            && prices.lastSeq[held.id()] != before.at(held.id());
                    });
                },
                5000));
        }
    }
}

TEST_CASE("a silent server makes its prices stale within three seconds")
{
    NodeServer server(u"feed-server.mjs"_s, serverOptions(u"silent:1"_s, u"30"_s));
    Prices prices(server.url(), 5, true);
    REQUIRE(QTest::qWaitFor([&] { return prices.lastSeq.size() == 5; }, 5000));
    QElapsedTimer timer;
    timer.start();
    REQUIRE(QTest::qWaitFor([&] { return prices.stale == 5; }, 6000));
    CHECK(timer.elapsed() < 1000 + 3000);
}

TEST_CASE("a refused upgrade: some answers give the dialect up, some mean waiting")
{
    const auto *status = GENERATE("400", "404", "405", "426", "501", "503", "429", "403");
    NodeServer server(u"feed-server.mjs"_s, serverOptions(u"http:"_s + QString::fromLatin1(status), u"30"_s));
    Prices prices(server.url(), 1, true);
    const QByteArray text(status);
    const auto expected = text == "403"  ? FeedState::Refused
        : text == "503" || text == "429" ? FeedState::Waiting
                                         : FeedState::NoDialect;
    CHECK(QTest::qWaitFor([&] { return prices.session.state() == expected; }, 5000));
    CHECK(prices.session.health().lastError.httpStatus == text.toInt());
}

TEST_CASE("subscriptions that the server denies are refused, and said so")
{
    NodeServer server(u"feed-server.mjs"_s, serverOptions(u"deny"_s, u"30"_s));
    Prices prices(server.url(), 2, true);
    REQUIRE(QTest::qWaitFor(
        [&] { return prices.session.status(prices.held[1].id()).freshness == StreamFreshness::Refused; }, 5000));
    CHECK(prices.session.status(prices.held[0].id()).error.code == ErrorCode::Forbidden);
}

TEST_CASE("majlis-cli feed prints what came as one JSON line, and says when nothing did")
{
    NodeServer server(u"feed-server.mjs"_s, serverOptions(u"gap:300"_s, u"30"_s));
    auto url = server.url();
    url.setScheme(u"ws"_s);
    const auto run = [](const QStringList &arguments) {
        QProcess cli;
        cli.start(QStringLiteral(MAJLIS_BIN_DIR "/majlis-cli"), QStringList{u"feed"_s} + arguments);
        REQUIRE(cli.waitForFinished(20'000));
        return std::pair(cli.exitCode(), cli.readAllStandardOutput());
    };
    const auto [code, out] = run({url.toString(), u"--channels"_s, u"4"_s, u"--seconds"_s, u"1.5"_s, u"--json"_s});
    CHECK(code == 0);
    CHECK(out.count('\n') == 1);
    const auto line = QJsonDocument::fromJson(out).object();
    CHECK(line[u"received"_s].toInt() > 500);
    CHECK(line[u"gaps"_s].toInt() > 0);
    CHECK(line[u"p50_ms"_s].toDouble() > 0);
    CHECK(line[u"p999_ms"_s].toDouble() >= line[u"p99_ms"_s].toDouble());
    CHECK(line.contains(u"resyncs"_s));
    CHECK(run({url.toString(), u"--channels"_s, u"market:3:price"_s, u"--seconds"_s, u"1"_s}).first == 0);
    CHECK(run({u"ws://127.0.0.1:1"_s, u"--seconds"_s, u"0.3"_s}).first == 1);
    CHECK(run({u"http://127.0.0.1:1"_s}).first == 2);
    CHECK(run({u"ws://example.com/ws"_s}).first == 2);
    CHECK(run({url.toString(), u"--channels"_s, u"0"_s}).first == 2);
    CHECK(run({}).first == 2);
}
