// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/habibi/fakes.h"

#include <QSignalSpy>

using namespace majlis;
using namespace majlis::habibi;
using namespace majlis::test;

namespace
{

Result<void> adopt(HabibiFixture &fixture, const QString &name, std::int64_t expiresIn = 900)
{
    return await(
        [&](const net::CancelToken &) { return fixture.session.adopt(aliceAddress, tokenPair(name, expiresIn)); });
}

Result<void> refresh(HabibiFixture &fixture)
{
    return await([&](const net::CancelToken &) { return fixture.session.refresh(fixture.session.accessToken()); });
}

// Unknown: it succeeded.
ErrorCode codeOf(const Result<void> &result)
{
    return result ? ErrorCode::Unknown : result.error().code;
}

const QString secretName = u"habibi.refresh.test."_s + aliceAddress.text();

} // namespace

TEST_CASE("a pair of tokens is sealed before it is used, and rotates", "[habibi]")
{
    HabibiFixture fixture([](const Received &request, QTcpSocket &socket) {
        CHECK(request.target == "/api/auth/refresh");
        CHECK(request.header("authorization").isEmpty());
        CHECK(request.header("idempotency-key").size() == 36);
        CHECK(request.body == R"({"refreshToken":"refresh-1"})");
        ScriptServer::answer(socket, 200, tokenAnswer(u"2"_s));
    });
    REQUIRE(adopt(fixture, u"1"_s));
    CHECK(fixture.session.state() == Session::State::SignedIn);
    CHECK(fixture.session.accessToken() == "access-1");
    CHECK(fixture.session.subject() == aliceAddress.text());
    CHECK(fixture.vault.held[secretName] == "refresh-1");
    REQUIRE(refresh(fixture));
    CHECK(fixture.session.accessToken() == "access-2");
    CHECK(fixture.vault.held[secretName] == "refresh-2");
}

TEST_CASE("the access token is renewed before it ends", "[habibi]")
{
    HabibiFixture fixture(
        [](const Received &, QTcpSocket &socket) { ScriptServer::answer(socket, 200, tokenAnswer(u"2"_s)); });
    REQUIRE(adopt(fixture, u"1"_s, 1));
    CHECK(QTest::qWaitFor([&] { return fixture.session.accessToken() == "access-2"; }, 5'000));
}

TEST_CASE("a refresh whose answer was lost is repeated with the same key", "[habibi]")
{
    bool answers = false;
    HabibiFixture fixture([&answers](const Received &, QTcpSocket &socket) {
        if (answers)
            ScriptServer::answer(socket, 200, tokenAnswer(u"2"_s));
        else
            socket.abort(); // the server has done it; nobody heard
    });
    REQUIRE(adopt(fixture, u"1"_s));
    const auto lost = refresh(fixture);
    REQUIRE_FALSE(lost);
    CHECK(lost.error().code == ErrorCode::Offline);
    CHECK(fixture.session.state() == Session::State::SignedIn);
    answers = true;
    REQUIRE(refresh(fixture));
    const auto &received = fixture.server.received();
    CHECK(received.front().header("idempotency-key") == received.back().header("idempotency-key"));
    REQUIRE(refresh(fixture));
    CHECK(received.back().header("idempotency-key") != received.front().header("idempotency-key"));
}

TEST_CASE("a refresh token that the server does not take ends the session", "[habibi]")
{
    HabibiFixture fixture([](const Received &, QTcpSocket &socket) {
        ScriptServer::answer(
            socket, 401, R"({"error":"Reused","code":"unauthorized","message":"Reused","reason":"refresh_reused"})");
    });
    REQUIRE(adopt(fixture, u"1"_s));
    QSignalSpy ended(&fixture.session, &Session::ended);
    const auto refused = refresh(fixture);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().reason == u"refresh_reused");
    CHECK(fixture.session.state() == Session::State::SignedOut);
    CHECK(fixture.session.endReason()->reason == u"refresh_reused");
    CHECK(fixture.session.accessToken().isEmpty());
    CHECK(fixture.vault.held.isEmpty());
    CHECK(ended.size() == 1);
}

TEST_CASE("a sealed token signs in at the next start; offline it is kept", "[habibi]")
{
    bool online = true;
    HabibiFixture fixture([&online](const Received &, QTcpSocket &socket) {
        if (online)
            ScriptServer::answer(socket, 200, tokenAnswer(u"2"_s));
        else
            socket.abort();
    });
    const auto restore
        = [&fixture] { return await([&](const net::CancelToken &) { return fixture.session.restore(aliceAddress); }); };
    CHECK(codeOf(restore()) == ErrorCode::NotFound);
    CHECK(fixture.session.state() == Session::State::SignedOut);
    fixture.vault.held[secretName] = "refresh-1";
    online = false;
    CHECK(codeOf(restore()) == ErrorCode::Offline);
    CHECK(fixture.session.state() == Session::State::Restoring);
    CHECK(fixture.vault.held[secretName] == "refresh-1");
    online = true;
    REQUIRE(restore());
    CHECK(fixture.session.state() == Session::State::SignedIn);
    fixture.vault.locked = true;
    CHECK(codeOf(restore()) == ErrorCode::Wallet);
}

TEST_CASE("a vault that refuses costs the next start, not this session", "[habibi]")
{
    HabibiFixture fixture([](const Received &, QTcpSocket &) { });
    fixture.vault.locked = true;
    QSignalSpy failed(&fixture.session, &Session::sealingFailed);
    REQUIRE(adopt(fixture, u"1"_s));
    CHECK(fixture.session.state() == Session::State::SignedIn);
    CHECK(failed.size() == 1);
}

TEST_CASE("signing out forgets at once and revokes on the server", "[habibi]")
{
    HabibiFixture fixture([](const Received &request, QTcpSocket &socket) {
        CHECK(request.target == "/api/auth/logout");
        CHECK(request.body == R"({"refreshToken":"refresh-1"})");
        socket.write("HTTP/1.1 204 No Content\r\n\r\n");
    });
    REQUIRE(adopt(fixture, u"1"_s));
    REQUIRE(await([&](const net::CancelToken &) { return fixture.session.signOut(); }));
    CHECK(fixture.session.state() == Session::State::SignedOut);
    CHECK(fixture.vault.held.isEmpty());
    CHECK(fixture.server.received().size() == 1);
}

TEST_CASE("tokens of another account are not taken", "[habibi]")
{
    HabibiFixture fixture([](const Received &, QTcpSocket &) { });
    auto pair = tokenPair(u"1"_s);
    pair.address = laylaAddress;
    CHECK(codeOf(await([&](const net::CancelToken &) { return fixture.session.adopt(aliceAddress, pair); }))
        == ErrorCode::Malformed);
    CHECK(fixture.session.accessToken().isEmpty());
}

TEST_CASE("a session that is only sealed is ended without being taken up", "[habibi]")
{
    bool online = true;
    HabibiFixture fixture([&online](const Received &request, QTcpSocket &socket) {
        CHECK(request.target == "/api/auth/logout");
        CHECK(request.body == R"({"refreshToken":"refresh-7"})");
        if (online)
            socket.write("HTTP/1.1 204 No Content\r\n\r\n");
        else
            socket.abort();
    });
    const auto end = [&fixture] {
        return await([&](const net::CancelToken &) { return fixture.session.endSessionOf(aliceAddress); });
    };
    CHECK(codeOf(end()) == ErrorCode::NotFound);
    CHECK(fixture.server.received().empty());
    CHECK(Session::sealedName(u"test"_s, aliceAddress) == secretName);
    fixture.vault.held[secretName] = "refresh-7";
    REQUIRE(end());
    CHECK(fixture.vault.held.isEmpty());
    CHECK(fixture.server.received().size() == 1);
    CHECK(fixture.session.state() == Session::State::SignedOut);

    fixture.vault.held[secretName] = "refresh-7";
    online = false;
    CHECK(codeOf(end()) == ErrorCode::Offline);
    CHECK(fixture.vault.held.isEmpty()); // forgotten here all the same
    fixture.vault.held[secretName] = "refresh-7";
    fixture.vault.locked = true;
    CHECK(codeOf(end()) == ErrorCode::Wallet);
    CHECK(fixture.vault.held.size() == 1);
}

TEST_CASE("ending the session of the account that is signed in signs out", "[habibi]")
{
    HabibiFixture fixture(
        [](const Received &, QTcpSocket &socket) { socket.write("HTTP/1.1 204 No Content\r\n\r\n"); });
    REQUIRE(adopt(fixture, u"1"_s));
    REQUIRE(await([&](const net::CancelToken &) { return fixture.session.endSessionOf(aliceAddress); }));
    CHECK(fixture.session.state() == Session::State::SignedOut);
    CHECK(fixture.session.accessToken().isEmpty());
    CHECK(fixture.server.received().size() == 1);
}
