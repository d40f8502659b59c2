// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/net/httpdate.h"
#include "models/net/rategate.h"
#include "models/net/tokensource.h"
#include "models/store/database.h"
#include "models/store/responsecache.h"
#include "tests/unit/net/nettest.h"
#include "tests/unit/net/scriptserver.h"

#include <QJsonObject>
#include <QTemporaryDir>

using namespace majlis;
using namespace majlis::net;
using namespace majlis::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace
{

class FakeTokens final : public TokenSource
{
public:
    [[nodiscard]] QByteArray accessToken() const override { return token; }
    [[nodiscard]] QString subject() const override { return owner; }

    QString owner = u"0xme"_s;
    QByteArray token = "old";
    int refreshes = 0;

protected:
    QCoro::Task<Result<void>> fetchNewToken() override
    {
        ++refreshes;
        co_await offThreadPause();
        token = "new";
        co_return Result<void>();
    }

private:
    // A refresh takes a turn of the event loop, so that a second caller finds it in flight.
    static QCoro::Task<> offThreadPause()
    {
        const auto latch = std::make_shared<Latch>();
        QTimer::singleShot(20, QCoreApplication::instance(), [latch] { latch->set(); });
        co_await latch->wait();
    }
};

HttpRequest quick(HttpRequest request)
{
    request.totalTimeout = 3s;
    request.idleTimeout = 1s;
    request.attempts = 1;
    return request;
}

} // namespace

TEST_CASE("an answer that fits its policy arrives whole")
{
    ScriptServer server(
        [](const Received &, QTcpSocket &socket) { ScriptServer::answer(socket, 200, R"({"a":1,"b":"x"})"); });
    ClientFixture fixture(server.url());
    auto request = HttpRequest::get(u"/things"_s, {{u"q"_s, u"a b"_s}});
    request.requiredKeys = {u"a"_s, u"b"_s};
    const auto response = fixture.send(request);
    REQUIRE(response);
    CHECK(response->json["a"_L1].toInt() == 1);
    CHECK_FALSE(response->freshness.stale);
    REQUIRE(server.received().size() == 1);
    CHECK(server.received()[0].target == "/things?q=a%20b");
    CHECK(server.received()[0].header("authorization").isEmpty());
    CHECK(fixture.client.isOnline() == true);
}

TEST_CASE("lies and accidents of a server become the right error")
{
    struct Case {
        const char *name;
        std::function<void(QTcpSocket &)> script;
        ErrorCode code;
    };
    const QByteArray json = "Content-Type: application/json\r\n";
    const Case cases[] = {
        {"missing key is named", [](QTcpSocket &s) { ScriptServer::answer(s, 200, R"({"b":1})"); },
            ErrorCode::Malformed},
        {"wrong content type",
            [](QTcpSocket &s) { ScriptServer::answer(s, 200, "<html>", "Content-Type: text/html\r\n"); },
            ErrorCode::Malformed},
        {"invalid UTF-8", [](QTcpSocket &s) { ScriptServer::answer(s, 200, "{\"a\":\"\xff\"}"); },
            ErrorCode::Malformed},
        {"NaN", [](QTcpSocket &s) { ScriptServer::answer(s, 200, R"({"a":NaN})"); }, ErrorCode::Malformed},
        {"1e400", [](QTcpSocket &s) { ScriptServer::answer(s, 200, R"({"a":1e400})"); }, ErrorCode::Malformed},
        {"duplicate key", [](QTcpSocket &s) { ScriptServer::answer(s, 200, R"({"a":1,"a":2})"); },
            ErrorCode::Malformed},
        {"deep nesting",
            [](QTcpSocket &s) {
                ScriptServer::answer(s, 200, R"({"a":)" + QByteArray(5000, '[') + QByteArray(5000, ']') + "}");
            },
            ErrorCode::Malformed},
        {"cut in the middle",
            [](QTcpSocket &s) {
                s.write("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{\"a\"");
                s.disconnectFromHost();
            },
            ErrorCode::Offline},
        {"announced too long",
            [](QTcpSocket &s) {
                s.write("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 104857600\r\n\r\n{");
            },
            ErrorCode::TooLarge},
        {"silence", [](QTcpSocket &) {}, ErrorCode::Timeout},
        {"not HTTP",
            [](QTcpSocket &s) {
                s.write("SSH-2.0-OpenSSH_9.2\r\n\r\n");
                s.disconnectFromHost();
            },
            ErrorCode::Offline},
        {"redirect to another origin",
            [](QTcpSocket &s) { ScriptServer::answer(s, 302, "", "Location: http://127.0.0.1:1/evil\r\n"); },
            ErrorCode::Malformed},
        {"404 without envelope",
            [](QTcpSocket &s) { ScriptServer::answer(s, 404, "gone", "Content-Type: text/plain\r\n"); },
            ErrorCode::NotFound},
        {"500 with HTML", [](QTcpSocket &s) { ScriptServer::answer(s, 500, "<h1>", "Content-Type: text/html\r\n"); },
            ErrorCode::Internal},
        {"damaged gzip",
            [](QTcpSocket &s) {
                ScriptServer::answer(s, 200, "this is no gzip at all, not even nearly",
                    "Content-Type: application/json\r\nContent-Encoding: gzip\r\n");
            },
            ErrorCode::Malformed},
    };
    for (const auto &one : cases) {
        DYNAMIC_SECTION(one.name)
        {
            ScriptServer server([&](const Received &, QTcpSocket &socket) { one.script(socket); });
            ClientFixture fixture(server.url());
            auto request = quick(HttpRequest::get(u"/x"_s));
            request.requiredKeys = {u"a"_s};
            const auto response = fixture.send(request);
            REQUIRE_FALSE(response);
            INFO(response.error().detail.toStdString());
            CHECK(response.error().code == one.code);
            if (one.code == ErrorCode::Malformed && QLatin1StringView(one.name).startsWith("missing"_L1))
                CHECK(response.error().path == u"a"_s);
        }
    }
}

TEST_CASE("a hundred megabytes are refused while they stream, plain and compressed")
{
    const bool compressed = GENERATE(false, true);
    qint64 written = 0;
    ScriptServer server([&](const Received &, QTcpSocket &socket) {
        socket.write("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close\r\n");
        if (compressed) {
            // qCompress: four bytes of length, then a zlib stream, which is what HTTP calls deflate.
            const auto bomb = qCompress(QByteArray(100 * 1024 * 1024, ' '), 9).mid(4);
            socket.write(
                "Content-Encoding: deflate\r\nContent-Length: " + QByteArray::number(bomb.size()) + "\r\n\r\n" + bomb);
            return;
        }
        socket.write("\r\n");
        auto *peer = &socket;
        const auto more = [peer, &written] {
            while (written < 100 * 1024 * 1024 && peer->bytesToWrite() < 1024 * 1024)
                written += peer->write(QByteArray(64 * 1024, ' '));
        };
        QObject::connect(peer, &QTcpSocket::bytesWritten, peer, more);
        more();
    });
    ClientFixture fixture(server.url());
    auto request = quick(HttpRequest::get(u"/flood"_s));
    request.totalTimeout = 20s;
    request.idleTimeout = 15s; // the test compresses its bomb on this very thread
    request.maxBytes = 2 * 1024 * 1024;
    const auto response = fixture.send(request, 20'000);
    REQUIRE_FALSE(response);
    INFO(response.error().detail.toStdString());
    CHECK(response.error().code == ErrorCode::TooLarge);
    CHECK(written < 30 * 1024 * 1024);
}

TEST_CASE("the contract's error envelope is read once, for everybody")
{
    const auto error = mapContractError(400,
        R"({"error":"Bad","code":"validation_failed","reason":"r","requestId":"q1","details":[{"path":"a.b","message":"no"}]})");
    CHECK(error.code == ErrorCode::ValidationFailed);
    CHECK(error.serverMessage == u"Bad"_s);
    CHECK(error.path == u"a.b"_s);
    CHECK(error.requestId == u"q1"_s);
    REQUIRE(error.details.size() == 1);
    const auto added = mapContractError(422, R"({"error":"x","code":"moon_phase"})");
    CHECK(added.code == ErrorCode::Unknown);
    CHECK(added.reason == u"moon_phase"_s);
    CHECK(mapContractError(429, R"({"error":"Too many requests","retryAfter":42})").retryAfter == 42s);
    CHECK(mapContractError(409, "not json").code == ErrorCode::Conflict);
    CHECK(mapContractError(400, QByteArray(R"({"error":")") + QByteArray(5000, 'x') + R"("})").serverMessage.size()
        == 500);
}

TEST_CASE("an expired token is renewed once for everybody and the request repeated once")
{
    ScriptServer server([](const Received &request, QTcpSocket &socket) {
        if (request.header("authorization") == "Bearer new")
            ScriptServer::answer(socket, 200, R"({"ok":true})");
        else
            ScriptServer::answer(socket, 401, R"({"error":"Token expired","code":"token_expired"})");
    });
    FakeTokens tokens;
    ClientFixture fixture(server.url(), &tokens);
    auto request = HttpRequest::get(u"/mine"_s);
    request.auth = HttpAuth::Required;
    QObject context;
    int good = 0;
    for (int i = 0; i < 5; ++i)
        start(
            &context, [&](CancelToken) { return fixture.client.send(request); },
            [&](Result<HttpResponse> response) { good += response.has_value(); });
    REQUIRE(QTest::qWaitFor([&] { return good == 5; }, 5000));
    CHECK(tokens.refreshes == 1);
    CHECK(server.received().size() == 10);

    SECTION("a server that never accepts is asked twice, not for ever")
    {
        server.setScript([](const Received &, QTcpSocket &socket) {
            ScriptServer::answer(socket, 401, R"({"error":"Token expired","code":"token_expired"})");
        });
        const auto before = server.received().size();
        const auto response = fixture.send(request);
        REQUIRE_FALSE(response);
        CHECK(response.error().code == ErrorCode::TokenExpired);
        CHECK(server.received().size() == before + 2);
    }
    SECTION("without a token a request that needs one is not sent")
    {
        tokens.token.clear();
        const auto before = server.received().size();
        CHECK(fixture.send(request).error().code == ErrorCode::Unauthorized);
        CHECK(server.received().size() == before);
    }
}

TEST_CASE("429 holds everybody back until the server's time is over")
{
    int limited = 1;
    std::vector<qint64> times;
    QElapsedTimer timer;
    timer.start();
    ScriptServer server([&](const Received &, QTcpSocket &socket) {
        times.push_back(timer.elapsed());
        if (limited-- > 0)
            ScriptServer::answer(socket, 429, R"({"error":"Too many requests","code":"rate_limited"})",
                "Content-Type: application/json\r\nRetry-After: 1\r\n");
        else
            ScriptServer::answer(socket, 200, "{}");
    });
    ClientFixture fixture(server.url());
    QObject context;
    int good = 0;
    const auto count = [&](Result<HttpResponse> response) { good += response.has_value(); };
    start(&context, [&](CancelToken) { return fixture.client.send(HttpRequest::get(u"/a"_s)); }, count);
    REQUIRE(QTest::qWaitFor([&] { return times.size() == 1; }, 2000));
    REQUIRE(QTest::qWaitFor([&] { return limited == 0; }, 2000));
    REQUIRE(QTest::qWaitFor([&] { return fixture.gate.remaining(server.url().authority()) > 0ms; }, 2000));
    start(&context, [&](CancelToken) { return fixture.client.send(HttpRequest::get(u"/b"_s)); }, count);
    REQUIRE(QTest::qWaitFor([&] { return good == 2; }, 5000));
    REQUIRE(times.size() == 3);
    CHECK(times[1] - times[0] >= 990);
    CHECK(times[2] - times[0] >= 990);

    SECTION("a request whose own time would not last says how long to wait")
    {
        limited = 1;
        server.setScript([&](const Received &, QTcpSocket &socket) {
            ScriptServer::answer(socket, 429, R"({"error":"Too many requests","retryAfter":42})");
        });
        const auto response = fixture.send(quick(HttpRequest::get(u"/c"_s)));
        REQUIRE_FALSE(response);
        CHECK(response.error().code == ErrorCode::RateLimited);
        CHECK(response.error().retryAfter == 42s);
        const auto before = server.received().size();
        CHECK(fixture.send(quick(HttpRequest::get(u"/d"_s))).error().code == ErrorCode::RateLimited);
        CHECK(server.received().size() == before);
    }
}

TEST_CASE("Retry-After in all its forms")
{
    const UnixMs now{1'795'187'045'000};
    CHECK(retryDelay("7", 42s, "", now) == 7s);
    CHECK(retryDelay("Fri, 20 Nov 2026 15:04:15 GMT", {}, "", now)
        == parseHttpDate("Fri, 20 Nov 2026 15:04:15 GMT").value() - now);
    CHECK(retryDelay("", 42s, "1795187050", now) == 42s);
    CHECK(retryDelay("", {}, "1795187050", now) == 5s);
    CHECK(retryDelay("", {}, "", now) == 1s);
    CHECK(retryDelay("soon", {}, "never", now) == 1s);
    CHECK(retryDelay("-5", {}, "", now) == 0s);
    CHECK(retryDelay("99999999999999999999", {}, "", now) == 1s);
    CHECK(retryDelay("86400", {}, "", now) == 1h);
    FakeClock clock;
    RateGate gate(clock);
    gate.pause(u"h"_s, 5s);
    gate.pause(u"h"_s, 1s);
    clock.advance(2s);
    CHECK(gate.remaining(u"h"_s) == 3s);
    CHECK(gate.remaining(u"other"_s) == 0s);
    clock.advance(4s);
    CHECK(gate.remaining(u"h"_s) == 0s);
}

TEST_CASE("an idempotency key survives the retry; without one a command is not repeated")
{
    ScriptServer server([count = 0](const Received &, QTcpSocket &socket) mutable {
        if (count++ == 0)
            socket.abort();
        else
            ScriptServer::answer(socket, 200, "{}", "Content-Type: application/json\r\nIdempotency-Replayed: true\r\n");
    });
    ClientFixture fixture(server.url());
    auto request = HttpRequest::post(u"/pay"_s, {{u"amount"_s, u"1"_s}});
    SECTION("with a key")
    {
        request.idempotencyKey = newIdempotencyKey();
        const auto response = fixture.send(request);
        REQUIRE(response);
        CHECK(response->idempotencyReplayed);
        REQUIRE(server.received().size() == 2);
        CHECK(server.received()[0].header("idempotency-key") == request.idempotencyKey);
        CHECK(server.received()[1].header("idempotency-key") == request.idempotencyKey);
        CHECK(server.received()[0].body == server.received()[1].body);
    }
    SECTION("without")
    {
        CHECK(fixture.send(request).error().code == ErrorCode::Offline);
        CHECK(server.received().size() == 1);
    }
}

TEST_CASE("last known data are shown with their age when there is no connection")
{
    QTemporaryDir folder;
    SystemClock clock;
    store::Database database(folder.filePath(u"cache.db"_s));
    store::ResponseCache cache(database, clock);
    ScriptServer server([](const Received &request, QTcpSocket &socket) {
        if (request.header("if-none-match") == "\"v1\"")
            ScriptServer::answer(socket, 304, "", "ETag: \"v1\"\r\nCache-Control: max-age=0\r\n");
        else
            ScriptServer::answer(socket, 200, R"({"n":1})",
                "Content-Type: application/json\r\nETag: \"v1\"\r\nCache-Control: max-age=0\r\n");
    });
    ClientFixture fixture(server.url(), nullptr, &cache);
    auto request = quick(HttpRequest::get(u"/n"_s));
    request.cache = CachePolicy::Normal;
    request.requiredKeys = {u"n"_s};

    CHECK(fixture.send(request).has_value());
    const auto confirmed = fixture.send(request);
    REQUIRE(confirmed);
    CHECK(server.received().size() == 2);
    CHECK(server.received()[1].header("if-none-match") == "\"v1\"");
    CHECK(confirmed->freshness.fromCache);
    CHECK_FALSE(confirmed->freshness.stale);

    server.setScript([](const Received &, QTcpSocket &socket) { socket.abort(); });
    const auto offline = fixture.send(request);
    REQUIRE(offline);
    CHECK(offline->json["n"_L1].toInt() == 1);
    CHECK(offline->freshness.stale);
    CHECK(offline->freshness.asOf >= confirmed->freshness.asOf);
    CHECK(fixture.client.isOnline() == false);

    request.cache = CachePolicy::NetworkOnly;
    CHECK(fixture.send(request).error().code == ErrorCode::Offline);
    request.cache = CachePolicy::LastKnown;
    CHECK(fixture.send(request).has_value());
    request.path = u"/never"_s;
    CHECK(fixture.send(request).error().code == ErrorCode::NotFound);
}

TEST_CASE("max-age saves the request, no-cache insists on it")
{
    QTemporaryDir folder;
    SystemClock clock;
    store::Database database(folder.filePath(u"cache.db"_s));
    store::ResponseCache cache(database, clock);
    ScriptServer server([](const Received &, QTcpSocket &socket) {
        ScriptServer::answer(
            socket, 200, "{}", "Content-Type: application/json\r\nCache-Control: private, max-age=300\r\n");
    });
    ClientFixture fixture(server.url(), nullptr, &cache);
    auto request = HttpRequest::get(u"/n"_s);
    request.cache = CachePolicy::Normal;
    CHECK(fixture.send(request).has_value());
    CHECK(fixture.send(request).has_value());
    CHECK(server.received().size() == 1);
    request.cache = CachePolicy::Refresh;
    CHECK(fixture.send(request).has_value());
    REQUIRE(server.received().size() == 2);
    CHECK(server.received()[1].header("cache-control") == "no-cache");
}

TEST_CASE("one account never sees what another one's answer was")
{
    QTemporaryDir folder;
    SystemClock clock;
    store::Database database(folder.filePath(u"cache.db"_s));
    store::ResponseCache cache(database, clock);
    ScriptServer server([](const Received &, QTcpSocket &socket) {
        ScriptServer::answer(socket, 200, "{}", "Content-Type: application/json\r\nCache-Control: max-age=300\r\n");
    });
    FakeTokens tokens;
    ClientFixture fixture(server.url(), &tokens, &cache);
    auto request = HttpRequest::get(u"/mine"_s);
    request.cache = CachePolicy::Normal;
    request.auth = HttpAuth::Optional;
    CHECK(fixture.send(request).has_value());
    tokens.token.clear();
    tokens.owner.clear();
    CHECK(fixture.send(request).has_value());
    CHECK(server.received().size() == 2);
    tokens.owner = u"0xme"_s; // at the next start, before its session is renewed
    request.cache = CachePolicy::LastKnown;
    CHECK(fixture.send(request).has_value());
    tokens.owner = u"0xother"_s;
    CHECK_FALSE(fixture.send(request).has_value());
    CHECK(server.received().size() == 2);
}

TEST_CASE("a wrong clock is noticed by the server's date")
{
    QByteArray date = "Fri, 20 Nov 2020 15:04:05 GMT";
    ScriptServer server([&](const Received &, QTcpSocket &socket) {
        ScriptServer::answer(socket, 200, "{}", "Content-Type: application/json\r\nDate: " + date + "\r\n");
    });
    ClientFixture fixture(server.url());
    std::vector<std::chrono::milliseconds> reports;
    QObject::connect(&fixture.client, &HttpClient::clockSkewFound, [&](auto ahead) { reports.push_back(ahead); });
    CHECK(fixture.send(HttpRequest::get(u"/"_s)).has_value());
    REQUIRE(reports.size() == 1);
    CHECK(reports[0] < -1h);
    date = QLocale::c().toString(QDateTime::currentDateTimeUtc(), u"ddd, dd MMM yyyy hh:mm:ss 'GMT'"_s).toLatin1();
    CHECK(fixture.send(HttpRequest::get(u"/"_s)).has_value());
    REQUIRE(reports.size() == 2);
    CHECK(reports[1] == 0ms);
}

TEST_CASE("only https, and http on this computer")
{
    const auto allowed
        = [](const char *url) { return HttpClient::validateBase(QUrl(QString::fromLatin1(url))).has_value(); };
    CHECK(allowed("https://api.habibi.finance"));
    CHECK(allowed("http://127.0.0.1:4000"));
    CHECK(allowed("http://[::1]:4000"));
    CHECK(allowed("http://localhost:4000"));
    CHECK_FALSE(allowed("http://api.habibi.finance"));
    CHECK_FALSE(allowed("http://localhost.evil.example"));
    CHECK_FALSE(allowed("http://10.0.0.1"));
    CHECK_FALSE(allowed("https://user:pass@api.habibi.finance"));
    CHECK_FALSE(allowed("https://api.habibi.finance/?x=1"));
    CHECK_FALSE(allowed("ftp://api.habibi.finance"));
    CHECK_FALSE(allowed("api.habibi.finance"));
    CHECK_FALSE(allowed(""));
}
