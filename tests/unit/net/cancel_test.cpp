// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/net/graphqlclient.h"
#include "models/net/offthread.h"
#include "models/net/tokensource.h"
#include "models/store/database.h"
#include "models/store/responsecache.h"
#include "tests/unit/net/nettest.h"
#include "tests/unit/net/scriptserver.h"

#include <QJsonObject>
#include <QNetworkReply>
#include <QPointer>

using namespace majlis;
using namespace majlis::net;
using namespace majlis::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace
{

class NeverRefreshing final : public TokenSource
{
public:
    [[nodiscard]] QByteArray accessToken() const override { return "old"; }
    [[nodiscard]] QString subject() const override { return u"me"_s; }
    Latch hang;

protected:
    QCoro::Task<Result<void>> fetchNewToken() override
    {
        co_await hang.wait();
        co_return fail(ErrorCode::Offline);
    }
};

} // namespace

TEST_CASE("destroying the caller in the middle of a request ends it, and its callback never runs")
{
    int disconnected = 0;
    ScriptServer server([&](const Received &request, QTcpSocket &socket) {
        QObject::connect(&socket, &QTcpSocket::disconnected, &socket, [&] { ++disconnected; });
        if (request.target == "/half")
            socket.write("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{");
        if (request.target == "/limited")
            ScriptServer::answer(socket, 429, R"({"error":"x","retryAfter":5})");
        if (request.target == "/expired")
            ScriptServer::answer(socket, 401, R"({"error":"x","code":"token_expired"})");
    });
    const auto *path = GENERATE("/silent", "/half", "/limited", "/expired");
    NeverRefreshing tokens;
    ClientFixture fixture(server.url(), &tokens);
    auto request = HttpRequest::get(QString::fromLatin1(path));
    request.auth = HttpAuth::Optional;
    bool ran = false;
    auto context = std::make_unique<QObject>();
    start(
        context.get(),
        [&](CancelToken token) {
            auto mine = request;
            mine.cancel = token;
            return fixture.client.send(mine);
        },
        [&](Result<HttpResponse>) { ran = true; });
    REQUIRE(QTest::qWaitFor([&] { return server.received().size() == 1; }, 5000));
    CHECK_FALSE(QTest::qWaitFor([&] { return ran; }, 30)); // the half answer, the pause or the refresh has begun
    context.reset();
    if (QByteArray(path) == "/silent" || QByteArray(path) == "/half")
        CHECK(QTest::qWaitFor([&] { return disconnected == 1; }, 5000));
    tokens.hang.set();
    CHECK_FALSE(QTest::qWaitFor([&] { return ran; }, 30));
}

TEST_CASE("a superseded call can be cancelled by hand")
{
    ScriptServer server([](const Received &, QTcpSocket &) { });
    ClientFixture fixture(server.url());
    QObject context;
    bool ran = false;
    const auto call = start(
        &context,
        [&](CancelToken token) {
            auto request = HttpRequest::get(u"/"_s);
            request.cancel = token;
            return fixture.client.send(request);
        },
        [&](Result<HttpResponse>) { ran = true; });
    REQUIRE(QTest::qWaitFor([&] { return server.received().size() == 1; }, 5000));
    call.cancel();
    CHECK_FALSE(QTest::qWaitFor([&] { return ran; }, 20));
}

TEST_CASE("a client that goes ends its requests with Cancelled")
{
    ScriptServer server([](const Received &, QTcpSocket &) { });
    auto fixture = std::make_unique<ClientFixture>(server.url());
    QObject context;
    std::optional<ErrorCode> code;
    start(
        &context, [&](CancelToken) { return fixture->client.send(HttpRequest::get(u"/"_s)); },
        [&](Result<HttpResponse> response) { code = response.error().code; });
    REQUIRE(QTest::qWaitFor([&] { return server.received().size() == 1; }, 5000));
    fixture.reset();
    REQUIRE(QTest::qWaitFor([&] { return code.has_value(); }, 1000));
    CHECK(code == ErrorCode::Cancelled);
}

TEST_CASE("the callback never runs inside start, not even for an answer that is there at once")
{
    QObject context;
    bool ran = false;
    const auto immediate = [](CancelToken) -> QCoro::Task<Result<int>> { co_return 7; };
    start(&context, immediate, [&](Result<int> value) { ran = value == 7; });
    CHECK_FALSE(ran);
    CHECK(QTest::qWaitFor([&] { return ran; }, 1000));

    ran = false;
    auto gone = std::make_unique<QObject>();
    start(gone.get(), immediate, [&](Result<int>) { ran = true; });
    gone.reset();
    CHECK_FALSE(QTest::qWaitFor([&] { return ran; }, 20));
}

TEST_CASE("cancel tokens tell everybody once")
{
    CancelSource source;
    int called = 0;
    {
        const auto dropped = source.token().onCancelled([&] { called += 100; });
    }
    const auto kept = source.token().onCancelled([&] { ++called; });
    CancelRegistration byOther = source.token().onCancelled([&] { called += 100; });
    const auto first = source.token().onCancelled([&] { ++called; });
    byOther = {};
    source.cancel();
    source.cancel();
    CHECK(called == 2);
    CHECK(source.token().isCancelled());
    const auto late = source.token().onCancelled([&] { ++called; });
    CHECK(called == 3);
    CHECK_FALSE(CancelToken().isCancelled());
}

TEST_CASE("a caller that is gone when the database or a worker answers is no harm")
{
    auto database = std::make_unique<store::Database>(QString());
    bool ran = false;
    auto context = std::make_unique<QObject>();
    SystemClock clock;
    store::ResponseCache cache(*database, clock);
    start(context.get(), [&](CancelToken) { return cache.find(u"k"_s); }, [&](auto) { ran = true; });
    const auto work = [] { return Result<int>(1); };
    start(context.get(), [&](CancelToken) { return offThread(work); }, [&](Result<int>) { ran = true; });
    context.reset();
    database.reset();
    CHECK_FALSE(QTest::qWaitFor([&] { return ran; }, 30));
}

TEST_CASE("GraphQL: data, errors, both, and neither")
{
    QByteArray body;
    int status = 200;
    QByteArray type = "application/graphql-response+json; charset=utf-8";
    ScriptServer server([&](const Received &, QTcpSocket &socket) {
        ScriptServer::answer(socket, status, body, "Content-Type: " + type + "\r\n");
    });
    ClientFixture fixture(server.url());
    GraphqlClient graphql(fixture.client);
    const auto send = [&] {
        return await([&](CancelToken token) {
            GraphqlRequest request;
            request.query = u"query($a:String!){user(address:$a){id}}"_s;
            request.variables = {{u"a"_s, u"0x1"_s}};
            request.cancel = token;
            return graphql.send(request);
        });
    };
    body = R"({"data":{"user":{"id":"7"}}})";
    const auto good = send();
    REQUIRE(good);
    CHECK(good->data["user"_L1]["id"_L1].toString() == u"7"_s);
    CHECK(server.received()[0].header("accept").startsWith("application/graphql-response+json"));
    CHECK(server.received()[0].body.contains(R"("variables":{"a":"0x1"})"));

    type = "application/json";
    body
        = R"({"data":null,"errors":[{"message":"Forbidden","path":["leaderboard",0,"user"],"extensions":{"code":"forbidden"}}]})";
    const auto forbidden = send();
    REQUIRE_FALSE(forbidden);
    CHECK(forbidden.error().code == ErrorCode::Forbidden);
    CHECK(forbidden.error().path == u"leaderboard.0.user"_s);
    CHECK(forbidden.error().serverMessage == u"Forbidden"_s);

    body = R"({"data":{"user":null},"errors":[{"message":"oops"}]})";
    CHECK(send().error().code == ErrorCode::Internal);
    body = R"({"errors":[{"message":"bad query"}]})";
    CHECK(send().error().code == ErrorCode::ValidationFailed);
    body = R"({"hello":1})";
    CHECK(send().error().code == ErrorCode::Malformed);
    body = R"({"errors":"no list"})";
    CHECK(send().error().code == ErrorCode::Malformed);
    body = R"({"data":[]})";
    CHECK(send().error().code == ErrorCode::Malformed);

    status = 429;
    body = R"({"errors":[{"message":"slow down","extensions":{"code":"rate_limited","retryAfter":3000}}]})";
    const auto limited = send();
    CHECK(limited.error().code == ErrorCode::RateLimited);
    CHECK(limited.error().retryAfter == 3000s);
}

TEST_CASE("a request that was just sent goes with its network manager, before the event loop runs again")
{
    // A reply that outlived its manager started on freed memory at the next turn of the loop.
    ScriptServer server([](const Received &, QTcpSocket &) { });
    const bool cancelledBefore = GENERATE(true, false);
    auto network = std::make_unique<QNetworkAccessManager>();
    SystemClock clock;
    auto client
        = std::make_unique<HttpClient>(server.url(), HttpClient::Services{.network = network.get(), .clock = &clock});
    QObject context;
    std::optional<Result<HttpResponse>> outcome;
    const auto source = start(
        &context,
        [&](CancelToken token) {
            auto request = HttpRequest::get(u"/silent"_s);
            request.cancel = token;
            return client->send(request);
        },
        [&](Result<HttpResponse> result) { outcome = std::move(result); });
    const QPointer<QNetworkReply> reply = network->findChild<QNetworkReply *>();
    REQUIRE(reply);
    if (cancelledBefore)
        source.cancel();
    client.reset();
    network.reset();
    CHECK(reply.isNull());
    if (cancelledBefore) {
        CHECK_FALSE(outcome.has_value());
        return;
    }
    REQUIRE(QTest::qWaitFor([&] { return outcome.has_value(); }, 10'000));
    REQUIRE_FALSE(outcome->has_value());
    CHECK(outcome->error().code == ErrorCode::Cancelled);
}
