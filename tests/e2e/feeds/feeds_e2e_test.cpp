// SPDX-License-Identifier: GPL-3.0-or-later
// The feed engine against a real sandbox process: each dialect alone, and the way from one to the next.
#include "models/net/feed/feedsession.h"
#include "models/net/feed/graphqltransportws.h"
#include "models/net/feed/plainjson.h"
#include "models/net/feed/socketio.h"
#include "models/platforms/habibi/streams.h"

#include <QJsonDocument>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <catch2/catch.hpp>

#include <set>
#include <vector>

using namespace majlis;
using namespace majlis::net;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace
{

struct Sandbox {
    Sandbox()
    {
        process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        process.start(QStringLiteral(MAJLIS_BIN_DIR "/majlis-sandbox"),
            {u"--port"_s, u"0"_s, u"--data-dir"_s, folder.path(), u"--users"_s, u"200"_s, u"--speed"_s, u"20000"_s});
        REQUIRE(process.waitForStarted());
        REQUIRE(process.waitForReadyRead(30'000));
        base = QUrl(QJsonDocument::fromJson(process.readLine())[u"rest"_s].toString());
        REQUIRE(base.isValid());
    }
    ~Sandbox()
    {
        process.terminate();
        if (!process.waitForFinished(5000))
            process.kill();
        process.waitForFinished(3000);
    }

    QTemporaryDir folder;
    QProcess process;
    QUrl base;
};

FeedConfig configFor(const QUrl &base, std::vector<DialectFactory> dialects)
{
    FeedConfig config;
    config.base = base;
    config.vocabulary = habibi::feedVocabulary();
    config.dialects = std::move(dialects);
    return config;
}

const DialectFactory socketIo = [] { return std::make_unique<SocketIoDialect>(); };
const DialectFactory plain = [] { return std::make_unique<PlainJsonDialect>(); };
const DialectFactory graphql = [] { return std::make_unique<GraphqlTransportWsDialect>(); };

} // namespace

TEST_CASE("every dialect brings the sandbox's rebases, in order and well formed")
{
    const Sandbox sandbox;
    const std::pair<const char *, DialectFactory> dialects[]
        = {{"socket.io", socketIo}, {"ws", plain}, {"graphql-transport-ws", graphql}};
    const SystemClock clock;
    for (const auto &[name, dialect] : dialects) {
        DYNAMIC_SECTION(name)
        {
            FeedSession session(configFor(sandbox.base, {dialect}), clock, nullptr);
            session.setAddress("0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266");
            std::set<QString> chains;
            QObject::connect(&session, &FeedSession::delivered, [&](const FeedBatchPtr &batch) {
                for (const auto &message : batch->messages) {
                    if (session.key(message.stream).topic == "rebase" && !message.snapshot)
                        chains.insert(message.payload[u"chain"_s].toString());
                }
            });
            std::vector<FeedSubscription> held;
            for (const auto *chain : {"solana", "base", "arbitrum"})
                held.push_back(session.subscribe({"rebase", chain}));
            session.start();
            REQUIRE(QTest::qWaitFor([&] { return chains.size() == 3; }, 40'000));
            const auto counters = session.health().counters;
            CHECK(counters.malformed == 0);
            CHECK(counters.gaps == 0);
            CHECK(session.health().dialect == name);
            CHECK(session.status(held[0].id()).freshness == StreamFreshness::Live);
        }
    }
}

TEST_CASE("a dialect that is not there is given up for the next one")
{
    const Sandbox sandbox;
    const SystemClock clock;
    const DialectFactory missing = [] { return std::make_unique<PlainJsonDialect>("/no-such-path"); };
    FeedSession session(configFor(sandbox.base, {missing, plain}), clock, nullptr);
    const auto held = session.subscribe({"rebase", "base"});
    session.start();
    REQUIRE(QTest::qWaitFor([&] { return session.state() == FeedState::Live; }, 10'000));
    CHECK(session.health().counters.connects == 2);
    CHECK(QTest::qWaitFor([&] { return session.status(held.id()).freshness == StreamFreshness::Live; }, 10'000));
}

TEST_CASE("a sandbox that dies and comes back finds its listener waiting")
{
    const SystemClock clock;
    auto sandbox = std::make_unique<Sandbox>();
    FeedSession session(configFor(sandbox->base, {plain}), clock, nullptr);
    const auto held = session.subscribe({"rebase", "base"});
    session.start();
    REQUIRE(QTest::qWaitFor([&] { return session.status(held.id()).freshness == StreamFreshness::Live; }, 15'000));
    sandbox.reset();
    REQUIRE(QTest::qWaitFor([&] { return session.status(held.id()).freshness == StreamFreshness::Stale; }, 3000));
    CHECK(session.state() != FeedState::Live);
}
