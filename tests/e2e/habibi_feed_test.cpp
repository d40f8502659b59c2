// SPDX-License-Identifier: GPL-3.0-or-later
// The client library against a real majlis-sandbox: live changes, and each of the sandbox's faults.
#include "tests/e2e/habibifixture.h"

#include <QSignalSpy>

using namespace majlis;
using namespace majlis::habibi;
using namespace majlis::test;

TEST_CASE("joins, balances and rebases arrive while one watches", "[e2e]")
{
    SandboxProcess sandbox;
    Computer computer;
    Client client(computer, sandbox.url());
    client.settle();
    REQUIRE(client.waitFor([&] { return client.service->connection() == HabibiService::Connection::Live; }));
    REQUIRE(client.waitFor([&] { return !client.service->network().loading; }));

    QSignalSpy joined(client.service.get(), &HabibiService::networkUpdated);
    sandbox.press(u"join"_s, {{u"parent"_s, client.signer.address().text()}, {u"count"_s, 1}});
    REQUIRE(client.waitFor([&] { return !joined.isEmpty() || !client.service->networkUpdates().empty(); }));
    REQUIRE_FALSE(client.service->newestJoins().empty());
    CHECK(client.service->newestJoins()[0].live);

    QSignalSpy moved(client.service.get(), &HabibiService::balancesChanged);
    sandbox.press(
        u"burst"_s, {{u"messagesPerSecond"_s, 20}, {u"seconds"_s, 1}, {u"address"_s, client.signer.address().text()}});
    REQUIRE(client.waitFor([&] { return moved.size() >= 3; }));

    QSignalSpy rebased(client.service.get(), &HabibiService::rebasesChanged);
    sandbox.press(u"rebase"_s, {{u"chain"_s, u"base"_s}});
    REQUIRE(client.waitFor([&] { return !rebased.isEmpty(); }));
}

TEST_CASE("a lost connection comes back by itself", "[e2e]")
{
    SandboxProcess sandbox;
    Computer computer;
    Client client(computer, sandbox.url());
    client.settle();
    REQUIRE(client.waitFor([&] { return client.service->connection() == HabibiService::Connection::Live; }));
    sandbox.press(u"drop"_s, {});
    REQUIRE(client.waitFor([&] { return client.service->connection() != HabibiService::Connection::Live; }));
    REQUIRE(client.waitFor([&] { return client.service->connection() == HabibiService::Connection::Live; }));
}

TEST_CASE("whatever the platform does wrong, what was known stays on show and the error says why", "[e2e]")
{
    struct Case {
        const char *fault;
        int argument;
        std::vector<ErrorCode> codes; // empty: it still works, only slower
    };
    const auto test = GENERATE(Case{"drop", -1, {ErrorCode::Offline}}, Case{"delay", 500, {}},
        Case{"429", 2, {ErrorCode::RateLimited}}, Case{"500", -1, {ErrorCode::Internal}},
        Case{"503", 2, {ErrorCode::Unavailable}}, Case{"malformed", -1, {ErrorCode::Malformed}}, Case{"stale", -1, {}},
        Case{"huge", 100, {ErrorCode::TooLarge, ErrorCode::Malformed}},
        Case{"invalid-utf8", -1, {ErrorCode::Malformed}}, Case{"nan", -1, {ErrorCode::Malformed}},
        Case{"duplicate-keys", -1, {ErrorCode::Malformed}}, Case{"deep", -1, {ErrorCode::Malformed}},
        Case{"token-expired", -1, {ErrorCode::TokenExpired}});
    INFO(test.fault);
    SandboxProcess sandbox;
    Computer computer;
    Client client(computer, sandbox.url());
    client.settle();
    const QString balance = client.service->user().value->balance.toString();
    const std::uint32_t people = client.service->network().value->file().nodeCount();

    sandbox.fault(QString::fromLatin1(test.fault), u"/users"_s, test.argument);
    const auto call = await(
        [&](net::CancelToken token) {
            wire::habibi::rest::GetUser endpoint;
            endpoint.address = client.signer.address();
            CallOptions options;
            options.cache = net::CachePolicy::NetworkOnly;
            options.cancel = token;
            return client.service->client().call(endpoint, options);
        },
        40'000);
    if (test.codes.empty()) {
        CHECK(call);
    } else {
        REQUIRE_FALSE(call);
        INFO(call.error().detail.toStdString());
        CHECK(std::ranges::count(test.codes, call.error().code) == 1);
    }

    client.service->refresh();
    REQUIRE(
        client.waitFor([&] { return !client.service->user().loading && !client.service->network().loading; }, 60'000));
    CHECK(client.service->user().value->balance.toString() == balance);
    CHECK(client.service->network().value->file().nodeCount() == people);
    if (!test.codes.empty())
        CHECK((client.service->user().error || client.service->user().freshness.stale));

    sandbox.heal();
}
