// SPDX-License-Identifier: GPL-3.0-or-later
// The client library against a real majlis-sandbox: signing in, tokens, the first start and the next.
#include "models/domain/strength.h"
#include "tests/e2e/habibifixture.h"

#include <QSignalSpy>

using namespace majlis;
using namespace majlis::habibi;
using namespace majlis::test;

TEST_CASE("from a new wallet to the network on screen", "[e2e]")
{
    SandboxProcess sandbox({u"--speed"_s, u"1"_s});
    Computer computer;
    Client client(computer, sandbox.url());
    REQUIRE(await([&](net::CancelToken token) { return client.service->probe(token); }));
    client.settle();
    CHECK(client.service->session().state() == Session::State::SignedIn);
    const auto &user = *client.service->user().value;
    CHECK(user.address == client.signer.address());
    CHECK(user.role.has_value()); // only the user itself sees it
    const NetworkFile &network = client.service->network().value->file();
    CHECK(network.nodeCount() > 10); // the sandbox gives a new wallet the largest network
    CHECK(network.nodeCount() == static_cast<std::uint32_t>(user.totalReferrals) + 1);
    CHECK(client.service->network().value->find(client.signer.address()) == 0U);
    CHECK_FALSE(network.balancesFixed().empty()); // the binary graph came
    REQUIRE(client.waitFor([&] { return client.service->statistics().value.has_value(); }));
    CHECK_FALSE(client.service->nextRebases().empty());
    CHECK(client.service->newestJoins().size() > 5);
    REQUIRE(client.waitFor([&] { return client.service->rebases(ChainName::Base).value.has_value(); }));
}

TEST_CASE("our strength is the platform's", "[e2e]")
{
    SandboxProcess sandbox;
    Computer computer;
    Client client(computer, sandbox.url());
    client.settle();
    const auto &strength = client.service->user().value->networkStrength;
    const auto ours
        = StrengthTerms::of(strength.totalDescendants, strength.weightedBalance, static_cast<int>(strength.maxDepth));
    REQUIRE(ours);
    CHECK(std::abs(ours->score - strength.score) <= 1e-12 * strength.score);
    WeightedBalance weighted;
    const NetworkFile &network = client.service->network().value->file();
    for (std::uint32_t index = 0; index < network.nodeCount(); ++index)
        REQUIRE(weighted.add(network.depths()[index], *network.balance(index)));
    CHECK(weighted.value()->toString() == strength.weightedBalance.toString());
}

TEST_CASE("the next start signs in with the sealed token and shows the last known at once", "[e2e]")
{
    SandboxProcess sandbox;
    Computer computer;
    const QUrl url = sandbox.url();
    std::uint32_t people = 0;
    {
        Client client(computer, url);
        client.settle();
        people = client.service->network().value->file().nodeCount();
    }
    {
        Client client(computer, url);
        client.showAccount();
        REQUIRE(client.waitFor([&] { return client.service->session().state() == Session::State::SignedIn; }));
        REQUIRE(client.waitFor([&] { return client.service->network().value.has_value(); }));
    }
    sandbox.fault(u"drop"_s);
    Client client(computer, url);
    client.showAccount();
    REQUIRE(client.waitFor([&] { return client.service->user().value && client.service->network().value; }));
    CHECK(client.service->user().freshness.fromCache);
    CHECK(client.service->network().value->file().nodeCount() == people);
    REQUIRE(client.waitFor([&] { return client.service->connection() == HabibiService::Connection::Offline; }));
    CHECK(client.service->session().state() == Session::State::Restoring); // the token is kept for later
}

TEST_CASE("an expired access token is renewed once, unnoticed", "[e2e]")
{
    SandboxProcess sandbox({u"--access-ttl"_s, u"2"_s, u"--limits"_s, u"0"_s});
    Computer computer;
    Client client(computer, sandbox.url());
    client.settle();
    const QByteArray first = client.service->session().accessToken();
    REQUIRE(client.waitFor([&] { return client.service->session().accessToken() != first; }));
    CHECK(client.service->session().state() == Session::State::SignedIn);
    client.service->refresh();
    REQUIRE(client.waitFor([&] { return !client.service->user().loading; }));
    CHECK_FALSE(client.service->user().error);
}

TEST_CASE("a refresh token used twice ends the session, and signing in again works", "[e2e]")
{
    SandboxProcess sandbox;
    Computer computer;
    Client client(computer, sandbox.url());
    client.settle();
    const QString name = u"habibi.refresh.sandbox."_s + client.signer.address().text();
    const auto sealed = await([&](const net::CancelToken &) { return computer.vault.find(name); });
    REQUIRE(sealed);
    REQUIRE(*sealed);
    // A thief uses the stolen token first.
    wire::habibi::rest::RefreshTokens stolen;
    stolen.body.refreshToken = QString::fromUtf8((*sealed)->text().data(), static_cast<qsizetype>((*sealed)->size()));
    REQUIRE(await([&](const net::CancelToken &) { return client.service->client().call(stolen, CallOptions()); }));
    auto &session = client.service->session();
    QSignalSpy ended(&session, &Session::ended);
    const auto renewed = await([&](const net::CancelToken &) { return session.refresh(session.accessToken()); });
    REQUIRE_FALSE(renewed);
    CHECK(renewed.error().reason == u"refresh_reused");
    CHECK(session.state() == Session::State::SignedOut);
    CHECK(ended.size() == 1);
    REQUIRE(client.signIn());
    CHECK(session.state() == Session::State::SignedIn);
}

TEST_CASE("signing out leaves nothing that signs in", "[e2e]")
{
    SandboxProcess sandbox;
    Computer computer;
    Client client(computer, sandbox.url());
    client.settle();
    REQUIRE(await([&](const net::CancelToken &) { return client.service->session().signOut(); }));
    const auto restored
        = await([&](const net::CancelToken &) { return client.service->session().restore(client.signer.address()); });
    REQUIRE_FALSE(restored);
    CHECK(restored.error().code == ErrorCode::NotFound);
}
