// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/platforms/habibi/signin.h"
#include "tests/unit/habibi/fakes.h"

using namespace majlis;
using namespace majlis::habibi;
using namespace majlis::test;

namespace
{

constexpr auto nonce = u"7f3c9a1e5b2d4860a1c9e7f3b5d20468";
const QString message
    = u"Sign this message to authenticate with HABIBI Protocol\n\nNonce: 7f3c9a1e5b2d4860a1c9e7f3b5d20468"_s;

// A server with one answer for each path.
ScriptServer::Script answering(QMap<QByteArray, QByteArray> answers)
{
    return [answers](const Received &request, QTcpSocket &socket) {
        const auto found = answers.constFind(request.target);
        REQUIRE(found != answers.constEnd());
        ScriptServer::answer(socket, 200, *found);
    };
}

QByteArray nonceAnswer(const QString &text, const QString &serverMessage = {})
{
    QJsonObject answer{{u"nonce"_s, text}, {u"expiresAt"_s, u"2026-11-20T15:09:05.000Z"_s}};
    if (!serverMessage.isEmpty())
        answer[u"message"_s] = serverMessage;
    return jsonText(answer);
}

Result<QString> prepare(SignInScenario &scenario)
{
    return await([&](net::CancelToken token) { return scenario.prepare(token); });
}

Result<void> confirm(SignInScenario &scenario)
{
    return await([&](net::CancelToken token) { return scenario.confirm(token); });
}

// Unknown: it succeeded.
template <class T>
ErrorCode codeOf(const Result<T> &result)
{
    return result ? ErrorCode::Unknown : result.error().code;
}

} // namespace

TEST_CASE("signing in shows the contract's message, signs exactly it, and starts the session", "[habibi]")
{
    HabibiFixture fixture(answering({{"/api/auth/nonce", nonceAnswer(QStringView(nonce).toString(), message)},
        {"/api/auth/verify", tokenAnswer(u"1"_s)}}));
    FakeSigner signer;
    SignInScenario scenario(fixture.client, fixture.session, signer, ChainName::Base);
    CHECK(codeOf(confirm(scenario)) == ErrorCode::InvalidArgument); // nothing was prepared
    CHECK(prepare(scenario) == message);
    CHECK(signer.calls == 0); // nothing is signed before the user says so
    const auto done = confirm(scenario);
    if (!done)
        FAIL(done.error().detail.toStdString());
    CHECK(fixture.session.state() == Session::State::SignedIn);
    CHECK(fixture.session.account() == aliceAddress);
    const QJsonObject sent = QJsonDocument::fromJson(fixture.server.received().back().body).object();
    CHECK(sent["address"_L1] == aliceAddress.text());
    CHECK(sent["chain"_L1] == u"base"_s);
    CHECK(sent["nonce"_L1] == QStringView(nonce).toString());
    CHECK(codeOf(confirm(scenario)) == ErrorCode::InvalidArgument); // a nonce is good once
}

TEST_CASE("a server that wants something else signed is refused", "[habibi]")
{
    const auto answer = GENERATE(nonceAnswer(u"short"_s), nonceAnswer(u"7f3c9a1e5b2d4860\n\nTransfer: everything"_s),
        nonceAnswer(QString(65, u'a')), nonceAnswer(QStringView(nonce).toString(), u"I give you my tokens"_s),
        QByteArray(R"({"nonce":7,"expiresAt":"2026-11-20T15:09:05.000Z"})"), QByteArray("{}"), QByteArray("<html>"));
    HabibiFixture fixture(answering({{"/api/auth/nonce", answer}}));
    FakeSigner signer;
    SignInScenario scenario(fixture.client, fixture.session, signer, ChainName::Base);
    const auto prepared = prepare(scenario);
    REQUIRE_FALSE(prepared);
    CHECK(prepared.error().code == ErrorCode::Malformed);
    CHECK(signer.calls == 0);
}

TEST_CASE("what the wallet signed is sent only if it is what was shown, by whom it was meant", "[habibi]")
{
    HabibiFixture fixture(answering({{"/api/auth/nonce", nonceAnswer(QStringView(nonce).toString())}}));
    FakeSigner signer;
    SignInScenario scenario(fixture.client, fixture.session, signer, ChainName::Base);
    REQUIRE(prepare(scenario));
    signer.otherMessage = u"another"_s;
    CHECK(codeOf(confirm(scenario)) == ErrorCode::Internal);
    REQUIRE(prepare(scenario));
    signer.otherMessage.clear();
    signer.signer = laylaAddress;
    CHECK(codeOf(confirm(scenario)) == ErrorCode::Internal);
    CHECK(fixture.session.state() == Session::State::SignedOut);
}

TEST_CASE("registering signs the message with code and chain, and repeats under one key", "[habibi]")
{
    bool reachable = false;
    const QJsonObject code = contractExample("ReferralCode"_L1); // Layla's
    HabibiFixture fixture([&](const Received &request, QTcpSocket &socket) {
        if (request.target == "/graphql") {
            const QJsonObject data{{u"data"_s, QJsonObject{{u"referralCode"_s, code}}}};
            return ScriptServer::answer(socket, 200, jsonText(data));
        }
        CHECK(request.target == "/api/referrals/register");
        if (!reachable)
            return socket.abort();
        ScriptServer::answer(socket, 200, jsonText(contractExample("RegisterResult"_L1)));
    });
    FakeSigner signer;
    RegistrationScenario scenario(fixture.client, signer, ChainName::Base);
    const auto review
        = await([&](net::CancelToken token) { return scenario.prepare(u" habibi-base-7k2m9qxa "_s, token); });
    REQUIRE(review);
    CHECK(review->code.owner == laylaAddress);
    CHECK(review->message
        == u"Register referral\n\nReferee: 0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266\nCode: HABIBI-BASE-7K2M9QXA\n"
           u"Chain: base");
    const auto register_ = [&] { return await([&](net::CancelToken token) { return scenario.confirm(token); }); };
    const auto lost = register_();
    REQUIRE_FALSE(lost);
    CHECK(lost.error().code == ErrorCode::Offline);
    reachable = true;
    const auto result = register_();
    REQUIRE(result);
    CHECK(result->referrer == laylaAddress);
    CHECK(signer.calls == 1);
    const auto &received = fixture.server.received();
    CHECK(received[1].header("idempotency-key").size() == 36);
    CHECK(received[1].header("idempotency-key") == received.back().header("idempotency-key"));
}

TEST_CASE("a registration that cannot be is refused before anything is signed", "[habibi]")
{
    QJsonObject code = contractExample("ReferralCode"_L1);
    bool known = true;
    HabibiFixture fixture([&](const Received &, QTcpSocket &socket) {
        const QJsonObject data{{u"data"_s, QJsonObject{{u"referralCode"_s, known ? QJsonValue(code) : QJsonValue()}}}};
        ScriptServer::answer(socket, 200, jsonText(data));
    });
    FakeSigner signer;
    const auto refusal = [&](const QString &text, Chain chain) {
        RegistrationScenario scenario(fixture.client, signer, chain);
        const auto review = await([&](net::CancelToken token) { return scenario.prepare(text, token); });
        return review ? ErrorCode::Unknown : review.error().code;
    };
    const QString good = u"HABIBI-BASE-7K2M9QXA"_s;
    CHECK(refusal(u"HABIBI"_s, ChainName::Base) == ErrorCode::ValidationFailed);
    CHECK(refusal(good, ChainName::Solana) == ErrorCode::InvalidArgument);
    CHECK(refusal(good, Chain::fromText(u"polygon")) == ErrorCode::InvalidArgument);
    code[u"active"_s] = false;
    CHECK(refusal(good, ChainName::Base) == ErrorCode::NotEligible);
    code[u"owner"_s] = aliceAddress.text();
    CHECK(refusal(good, ChainName::Base) == ErrorCode::NotEligible);
    known = false;
    CHECK(refusal(good, ChainName::Base) == ErrorCode::NotFound);
    CHECK(signer.calls == 0);
}
