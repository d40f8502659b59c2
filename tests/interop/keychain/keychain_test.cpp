// SPDX-License-Identifier: GPL-3.0-or-later
// Run by run.sh, one tag in each state of the Secret Service.
#include "tests/unit/wallet/walletfixture.h"
#include "wallet/keychainstore.h"
#include "wallet/walletservice.h"

#include <catch2/catch.hpp>

#include <QDir>
#include <QProcess>
#include <QTest>

using namespace majlis::wallet;
using namespace majlis::wallet::test;
using namespace Qt::StringLiterals;

namespace
{

constexpr int longEnough = 60'000;

QString folder()
{
    return qEnvironmentVariable("MAJLIS_KEYCHAIN_FOLDER");
}

KeychainStore openStore()
{
    REQUIRE_FALSE(folder().isEmpty());
    return KeychainStore(u"majlis-test"_s, QDir(folder()).filePath(u"marks"_s));
}

template <class T, class Start>
T answer(Start start)
{
    std::optional<T> outcome;
    start([&outcome](T result) { outcome = std::move(result); });
    CHECK_FALSE(outcome.has_value()); // never from inside the call
    REQUIRE(QTest::qWaitFor([&outcome] { return outcome.has_value(); }, longEnough));
    return std::move(*outcome);
}

struct Calls {
    KeychainStore store = openStore();
    QObject context;

    Result<SecretBytes> read(const QString &name)
    {
        return answer<Result<SecretBytes>>([&](auto done) { store.read(name, &context, done); });
    }
    Result<void> write(const QString &name, const SecretBytes &value)
    {
        return answer<Result<void>>([&](auto done) { store.write(name, value, &context, done); });
    }
    Result<void> remove(const QString &name)
    {
        return answer<Result<void>>([&](auto done) { store.remove(name, &context, done); });
    }
    KeyStore::State probe()
    {
        return answer<KeyStore::State>([&](auto done) { store.probe(&context, done); });
    }
};

// All 256 bytes: nothing on the way may take it for text.
SecretBytes everyByte()
{
    SecretBytes value;
    for (int byte = 0; byte < 256; ++byte)
        value.append(static_cast<std::uint8_t>(byte));
    return value;
}

} // namespace

TEST_CASE("an open key store takes keys and says what it does not have", "[write]")
{
    Calls calls;
    CHECK(calls.probe() == KeyStore::State::Ready);
    CHECK(calls.read(u"first"_s).error().code == ErrorCode::NotFound); // the first start
    REQUIRE(calls.write(u"first"_s, secret("to be replaced")));
    REQUIRE(calls.write(u"first"_s, everyByte()));
    CHECK(*calls.read(u"first"_s) == everyByte());
    CHECK(calls.remove(u"never written"_s));
}

TEST_CASE("keys are there after the daemon was started anew", "[read]")
{
    Calls calls;
    CHECK(*calls.read(u"first"_s) == everyByte());
    CHECK(calls.read(u"second"_s).error().code == ErrorCode::NotFound);
}

TEST_CASE("a locked key store is not taken for a first start", "[locked]")
{
    Calls calls;
    CHECK(calls.probe() == KeyStore::State::Locked);
    CHECK(calls.read(u"first"_s).error().code == ErrorCode::KeyStoreLocked);
    CHECK(calls.write(u"second"_s, secret("x")).error().code == ErrorCode::KeyStoreLocked);
}

TEST_CASE("without a key store everything says so", "[unavailable]")
{
    Calls calls;
    CHECK(calls.probe() == KeyStore::State::Unavailable);
    CHECK(calls.read(u"first"_s).error().code == ErrorCode::KeyStoreUnavailable);
    CHECK(calls.read(u"second"_s).error().code == ErrorCode::KeyStoreUnavailable);
    CHECK(calls.write(u"first"_s, secret("x")).error().code == ErrorCode::KeyStoreUnavailable);
}

TEST_CASE("the wallet opens with this computer", "[service]")
{
    FakeTime time;
    QObject context;
    const auto open = [&time] {
        auto service = std::make_unique<WalletService>(folder(), time,
            std::make_unique<KeychainStore>(u"majlis-test"_s, QDir(folder()).filePath(u"marks"_s)),
            KdfParameters::floor());
        service->start();
        return service;
    };
    auto service = open();
    REQUIRE(answer<Result<void>>(
        [&](auto done) { service->create(knownMnemonic(), {}, secret("p"), &context, std::move(done)); }));
    REQUIRE(answer<Result<void>>([&](auto done) { service->enableComputerUnlock(&context, std::move(done)); }));
    service = open();
    REQUIRE(QTest::qWaitFor([&] { return service->state() == WalletService::State::Locked; }, longEnough));
    CHECK(service->hasComputerUnlock());
    REQUIRE(answer<Result<void>>([&](auto done) { service->unlockWithComputer(&context, std::move(done)); }));
    CHECK(service->state() == WalletService::State::Unlocked);
    REQUIRE(answer<Result<void>>([&](auto done) { service->disableComputerUnlock(&context, std::move(done)); }));
    service->lock();
    CHECK(answer<Result<void>>([&](auto done) { service->unlockWithComputer(&context, std::move(done)); }).error().code
        == ErrorCode::NotFound);
}

TEST_CASE("an entry that somebody removed is lost, not locked; our own removal is clean", "[remove]")
{
    Calls calls;
    CHECK(QProcess::execute(u"secret-tool"_s, {u"clear"_s, u"user"_s, u"first"_s, u"server"_s, u"majlis-test"_s}) == 0);
    CHECK(calls.read(u"first"_s).error().code == ErrorCode::NotFound);
    REQUIRE(calls.write(u"first"_s, everyByte()));
    REQUIRE(calls.remove(u"first"_s));
    CHECK(calls.read(u"first"_s).error().code == ErrorCode::NotFound);
}

TEST_CASE("whoever has gone is not called", "[remove]")
{
    KeychainStore store = openStore();
    bool called = false;
    {
        QObject caller;
        store.write(u"gone"_s, secret("x"), &caller, [&called](const Result<void> &) { called = true; });
    }
    QObject context;
    CHECK(*answer<Result<SecretBytes>>([&](auto done) { store.read(u"gone"_s, &context, done); }) == secret("x"));
    CHECK_FALSE(called);
}
