// SPDX-License-Identifier: GPL-3.0-or-later
// The client as a person meets it, over a real sandbox: first start, next start, and when the platform is gone.
#include "tests/e2e/client/clientfixture.h"

using namespace majlis;
using namespace majlis::test;
using namespace Qt::StringLiterals;
using PageId = viewmodels::page::Id;

TEST_CASE("from an empty folder to a live network on screen", "[e2e]")
{
    SandboxProcess sandbox;
    ClientProgram program;
    program.start();
    auto &root = program.root();
    CHECK(root.shell()->page() == PageId::Onboarding);
    program.createWallet();
    program.connectTo(sandbox.url());
    program.signIn();
    REQUIRE(program.waitFor([&] { return root.home()->balanceState()->freshness().known; }));
    REQUIRE(program.waitFor([&] { return program.showsNetwork(); }));
    CHECK(root.home()->strength() != u"–"_s);

    const int people = root.network()->personCount();
    const auto address = root.signIn()->accountFull();
    REQUIRE(
        program.waitFor([&] { return root.shell()->connection() == viewmodels::ShellViewModel::Connection::Live; }));
    sandbox.press(u"join"_s, {{u"parent"_s, address}, {u"count"_s, 3}});
    REQUIRE(program.waitFor([&] { return root.network()->personCount() == people + 3; }));
}

TEST_CASE("the next start shows the last known network without the platform, marked as old", "[e2e]")
{
    ClientProgram program;
    int people = 0;
    QString total;
    {
        SandboxProcess sandbox;
        program.start();
        program.createWallet();
        program.connectTo(sandbox.url());
        program.signIn();
        REQUIRE(program.waitFor(
            [&] { return program.showsNetwork() && program.root().home()->balanceState()->freshness().known; }));
        people = program.root().network()->personCount();
        total = program.root().home()->total();
        program.end();
    }
    program.start();
    CHECK(program.root().shell()->page() == PageId::Unlock);
    CHECK(program.root().home()->total() != total); // locked: no amounts anywhere
    program.unlock();
    REQUIRE(program.waitFor([&] { return program.root().network()->personCount() == people; }));
    CHECK(program.root().home()->total() == total);
    REQUIRE(program.waitFor(
        [&] { return program.root().shell()->connection() == viewmodels::ShellViewModel::Connection::Offline; }));
    CHECK(program.root().home()->balanceState()->freshness().known);
}

TEST_CASE("locking takes every amount off the view models and unlocking brings them back", "[e2e]")
{
    SandboxProcess sandbox;
    ClientProgram program;
    program.start();
    program.createWallet();
    program.connectTo(sandbox.url());
    program.signIn();
    REQUIRE(program.waitFor(
        [&] { return program.showsNetwork() && program.root().home()->balanceState()->freshness().known; }));
    const auto total = program.root().home()->total();
    program.services().wallet.lock();
    REQUIRE(program.waitFor([&] { return program.root().shell()->page() == PageId::Unlock; }));
    CHECK(program.root().home()->total() != total);
    CHECK(program.root().network()->personCount() == 0);
    program.unlock();
    REQUIRE(program.waitFor([&] { return program.root().home()->total() == total && program.showsNetwork(); }));
}
