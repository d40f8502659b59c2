// SPDX-License-Identifier: GPL-3.0-or-later
// The client when things go wrong at the other end: every fault of the sandbox, a lost connection, an expired token.
#include "tests/e2e/client/clientfixture.h"

#include "models/platforms/habibi/habibiservice.h"

using namespace majlis;
using namespace majlis::test;
using namespace Qt::StringLiterals;
using PageId = viewmodels::page::Id;
using Connection = viewmodels::ShellViewModel::Connection;
using Status = viewmodels::AsyncState::Status;

namespace
{

/// Signed in, with everything on show.
void begin(ClientProgram &program, const SandboxProcess &sandbox)
{
    program.start();
    program.createWallet();
    program.connectTo(sandbox.url());
    program.signIn();
    REQUIRE(program.waitFor([&] {
        return program.showsNetwork() && program.root().home()->balanceState()->freshness().known
            && program.root().shell()->connection() == Connection::Live;
    }));
}

bool isSettled(const viewmodels::AsyncState &state)
{
    return state.status() != Status::Loading;
}

} // namespace

TEST_CASE("no fault of the platform changes what is shown, hangs a page or ends the program", "[e2e]")
{
    SandboxProcess sandbox;
    ClientProgram program;
    begin(program, sandbox);
    auto &root = program.root();
    const QString total = root.home()->total();
    const int people = root.network()->personCount();
    for (const QString &mode : {u"500"_s, u"503"_s, u"malformed"_s, u"huge"_s, u"invalid-utf8"_s, u"nan"_s,
             u"duplicate-keys"_s, u"deep"_s, u"drop"_s, u"stale"_s}) {
        INFO(mode.toStdString());
        sandbox.fault(mode);
        root.home()->refresh(); // and the network with it
        root.leaderboard()->refresh();
        REQUIRE(program.waitFor(
            [&] {
                return isSettled(*root.home()->balanceState()) && isSettled(*root.home()->rebaseState())
                    && isSettled(*root.leaderboard()) && isSettled(*root.network());
            },
            90'000));
        CHECK(root.home()->total() == total);
        CHECK(root.network()->personCount() == people);
        CHECK(root.shell()->page() == PageId::Home);
        sandbox.heal();
    }
    root.home()->refresh();
    REQUIRE(program.waitFor(
        [&] {
            return root.home()->balanceState()->status() == Status::Ready && root.network()->status() == Status::Ready;
        },
        90'000));
    CHECK(root.home()->total() == total);
}

TEST_CASE("a platform that asks for a pause is waited for, and a slow one answers in the end", "[e2e]")
{
    SandboxProcess sandbox;
    ClientProgram program;
    begin(program, sandbox);
    auto &root = program.root();
    sandbox.fault(u"delay"_s, {}, 700);
    root.home()->refresh();
    CHECK(root.home()->balanceState()->isLoading());
    REQUIRE(program.waitFor([&] { return root.home()->balanceState()->status() == Status::Ready; }));
    sandbox.fault(u"429"_s);
    root.home()->refresh();
    REQUIRE(program.waitFor([&] { return isSettled(*root.home()->balanceState()); }, 90'000));
    CHECK(root.home()->balanceState()->freshness().known);
    sandbox.heal();
    root.home()->refresh();
    REQUIRE(program.waitFor([&] { return root.home()->balanceState()->status() == Status::Ready; }, 90'000));
}

TEST_CASE("a lost connection leaves the last known figures, marked, and no way to sign in over it", "[e2e]")
{
    auto sandbox = std::make_unique<SandboxProcess>();
    ClientProgram program;
    begin(program, *sandbox);
    auto &root = program.root();
    const QString total = root.home()->total();
    sandbox.reset();
    root.home()->refresh();
    REQUIRE(program.waitFor([&] { return root.shell()->connection() == Connection::Offline; }, 60'000));
    REQUIRE(program.waitFor([&] { return root.home()->balanceState()->freshness().stale; }, 60'000));
    CHECK(root.home()->total() == total);
    CHECK(program.showsNetwork());
    CHECK(root.shell()->connectionText().contains(u"Offline"_s));
    root.connections()->setDraftUrl(u"http://127.0.0.1:1"_s);
    root.connections()->testDraft();
    REQUIRE(program.waitFor([&] { return root.connections()->draft()->status() == Status::Failed; }, 60'000));
    CHECK_FALSE(root.connections()->canSave());
}

TEST_CASE("an expired token is renewed without the user, and a revoked session asks to sign in", "[e2e]")
{
    SandboxProcess sandbox({u"--access-ttl"_s, u"2"_s});
    ClientProgram program;
    begin(program, sandbox);
    auto &root = program.root();
    auto &session = program.services().platform.service()->session();
    const QByteArray first = session.accessToken();
    root.profile()->displayName()->setText(u"Layla"_s);
    REQUIRE(program.waitFor([&] { return session.accessToken() != first; }));
    root.profile()->save();
    REQUIRE(program.waitFor([&] { return isSettled(*root.profile()->saving()); }));
    CHECK(root.profile()->saving()->status() == Status::Ready);
    CHECK(root.profile()->error().isPresent() == false);
    root.signIn()->signOut();
    REQUIRE(program.waitFor([&] { return root.shell()->page() == PageId::SignIn; }));
    CHECK(session.accessToken().isEmpty());
}

TEST_CASE("the sandbox is started on demand, used, and stops when told and with the client", "[e2e]")
{
    using Sandbox = viewmodels::ConnectionsViewModel::Sandbox;
    ClientProgram program;
    program.start();
    program.createWallet();
    auto *connections = program.root().connections();
    CHECK(connections->sandbox() == Sandbox::Stopped);
    connections->use(u"sandbox"_s);
    CHECK(connections->sandbox() == Sandbox::Starting);
    REQUIRE(program.waitFor([&] { return connections->sandbox() == Sandbox::Running; }, 60'000));
    CHECK(program.root().signIn()->isPractice());
    program.signIn();
    CHECK(program.root().shell()->page() == PageId::Home);
    connections->stopSandbox();
    REQUIRE(program.waitFor([&] { return connections->sandbox() == Sandbox::Stopped; }));
    connections->startSandbox();
    REQUIRE(program.waitFor([&] { return connections->sandbox() == Sandbox::Running; }, 60'000));
    program.end();
}
