// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/wallet/fakekeystore.h"
#include "tests/unit/wallet/walletfixture.h"
#include "wallet/attemptthrottle.h"
#include "wallet/signerprocess/signerclient.h"
#include "wallet/walletservice.h"

#include <catch2/catch.hpp>

#include <QDir>
#include <QSignalSpy>
#include <QTest>

using namespace majlis::wallet;
using namespace majlis::wallet::test;
using namespace Qt::StringLiterals;
using State = WalletService::State;

namespace
{

constexpr int longEnough = 30'000;

// One service over a folder, and the waiting for its answers.
struct Desk {
    QTemporaryDir folder;
    FakeTime time;
    std::shared_ptr<FakeKeyStore::Contents> keyStore = std::make_shared<FakeKeyStore::Contents>();
    QObject context;
    std::unique_ptr<WalletService> service = open();

    std::unique_ptr<WalletService> open()
    {
#ifdef MAJLIS_WITH_SIGNER // the same tests once more with the keys in the real process
        auto signer = std::make_unique<SignerClient>(
            SignerClient::Setup{SignerClient::installedProgram(), folder.path(), KdfParameters::floor()});
        auto fresh = std::make_unique<WalletService>(std::move(signer), std::make_unique<FakeKeyStore>(keyStore));
#else
        auto fresh = std::make_unique<WalletService>(
            folder.path(), time, std::make_unique<FakeKeyStore>(keyStore), KdfParameters::floor());
#endif
        fresh->start();
        return fresh;
    }
    void restart()
    {
        service.reset();
        service = open();
        settle();
    }
    void settle()
    {
        REQUIRE(QTest::qWaitFor([this] { return service->state() != State::Unknown; }, longEnough));
    }

    // Calls `start(done)` and waits for the answer.
    template <class T, class Start>
    Result<T> answer(Start start)
    {
        std::optional<Result<T>> outcome;
        start(Done<T>([&outcome](Result<T> result) { outcome = std::move(result); }));
        CHECK_FALSE(outcome.has_value()); // never from inside the call
        if (!QTest::qWaitFor([&outcome] { return outcome.has_value(); }, longEnough))
            return fail(ErrorCode::Internal, "no answer");
        return std::move(*outcome);
    }
    Result<void> create(const char *passphrase)
    {
        return answer<void>([&](Done<void> done) {
            service->create(knownMnemonic(), {}, secret(passphrase), &context, std::move(done));
        });
    }
    Result<void> unlock(const char *passphrase)
    {
        return answer<void>([&](Done<void> done) { service->unlock(secret(passphrase), &context, std::move(done)); });
    }
    Result<void> unlockWithComputer()
    {
        return answer<void>([&](Done<void> done) { service->unlockWithComputer(&context, std::move(done)); });
    }
    Result<void> enableComputerUnlock()
    {
        return answer<void>([&](Done<void> done) { service->enableComputerUnlock(&context, std::move(done)); });
    }
};

} // namespace

TEST_CASE("first start: missing, created, locked, unlocked after a restart", "[walletservice]")
{
    Desk desk;
    desk.settle();
    CHECK(desk.service->state() == State::Missing);
    QSignalSpy accountsChanged(desk.service.get(), &WalletService::accountsChanged);
    REQUIRE(desk.create("p"));
    CHECK(desk.service->state() == State::Unlocked);
    CHECK(desk.service->accounts().size() == 2);
    CHECK(accountsChanged.count() == 1);
    desk.service->lock();
    CHECK(desk.service->state() == State::Locked); // at once
    CHECK(desk.service->accounts().isEmpty());
    desk.restart();
    CHECK(desk.service->state() == State::Locked);
    CHECK(desk.unlock("q").error().code == ErrorCode::WrongPassphrase);
    CHECK(desk.service->state() == State::Locked);
    REQUIRE(desk.unlock("p"));
    CHECK(desk.service->state() == State::Unlocked);
}

TEST_CASE("signing, secrets, accounts and the phrase go through the service", "[walletservice]")
{
    Desk desk;
    REQUIRE(desk.create("p"));
    const auto id = desk.service->accounts().first().id;
    const SignInIntent intent{.nonce = u"7f3c9a1e5b2d4860a1c9e7f3b5d20468"_s};
    const auto sign = [&] {
        return desk.answer<SignedIntent>(
            [&](Done<SignedIntent> done) { desk.service->sign(id, intent, &desk.context, std::move(done)); });
    };
    CHECK(sign()->message == *messageOf(intent));
    REQUIRE(desk.answer<void>(
        [&](Done<void> done) { desk.service->putSecret(u"token"_s, secret("t"), &desk.context, std::move(done)); }));
    CHECK(desk.answer<SecretBytes>(
                  [&](Done<SecretBytes> done) { desk.service->secret(u"token"_s, &desk.context, std::move(done)); })
              ->text()
        == "t");
    CHECK(desk.answer<Account>([&](Done<Account> done) {
                  desk.service->addAccount(AddressFamily::Evm, u"Two"_s, &desk.context, std::move(done));
              })
              ->index
        == 1);
    CHECK(desk.service->accounts().size() == 3);
    CHECK(desk.answer<Mnemonic>(
                  [&](Done<Mnemonic> done) { desk.service->backupPhrase(secret("p"), &desk.context, std::move(done)); })
              ->wordCount()
        == 12);
    desk.service->lock();
    CHECK(sign().error().code == ErrorCode::Locked);
}

#ifndef MAJLIS_WITH_SIGNER // the process has the system's clocks
TEST_CASE("wrong passphrases are throttled, also over a restart", "[walletservice]")
{
    Desk desk;
    REQUIRE(desk.create("p"));
    desk.service->lock();
    for (int i = 0; i < AttemptThrottle::freeAttempts; ++i)
        CHECK(desk.unlock("wrong").error().code == ErrorCode::WrongPassphrase);
    const auto refused = desk.unlock("p");
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == ErrorCode::Throttled);
    CHECK(refused.error().retryAfterMs == 1000);
    desk.restart();
    CHECK(desk.unlock("p").error().code == ErrorCode::Throttled);
    desk.time.pass(std::chrono::seconds(1));
    CHECK(desk.unlock("p"));
}

#endif

TEST_CASE("a lock that comes while an unlock runs wins", "[walletservice]")
{
    Desk desk;
    REQUIRE(desk.create("p"));
    desk.service->lock();
    bool shownAsOpen = false;
    QObject::connect(desk.service.get(), &WalletService::stateChanged, &desk.context,
        [&] { shownAsOpen = shownAsOpen || desk.service->state() == State::Unlocked; });
    const auto result = desk.answer<void>([&](Done<void> done) {
        desk.service->unlock(secret("p"), &desk.context, std::move(done));
        desk.service->lock();
    });
    REQUIRE_FALSE(result);
    CHECK(result.error().code == ErrorCode::Cancelled);
    CHECK(desk.service->state() == State::Locked);
    CHECK_FALSE(shownAsOpen);
    REQUIRE(desk.unlock("p"));
    CHECK(shownAsOpen);
}

TEST_CASE("whoever has gone is not called, and the service may go at any time", "[walletservice]")
{
    Desk desk;
    bool called = false;
    {
        QObject caller;
        desk.service->create(knownMnemonic(), {}, secret("p"), &caller, [&called](Result<void>) { called = true; });
    }
    REQUIRE(QTest::qWaitFor([&] { return desk.service->state() == State::Unlocked; }, longEnough));
    CHECK_FALSE(called);
    desk.service->lock();
    desk.service->unlock(secret("p"), &desk.context, [&called](Result<void>) { called = true; });
    desk.service.reset();
    QCoreApplication::processEvents();
    CHECK_FALSE(called);
}

TEST_CASE("a vault that cannot be opened is no reason to make a new one", "[walletservice]")
{
    Desk desk;
    REQUIRE(desk.create("p"));
    const QString path = desk.folder.filePath(u"wallet.majlis"_s);
    desk.service.reset();
    QFile::remove(path + u".bak"_s);
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadWrite));
    REQUIRE(file.resize(file.size() / 2));
    file.close();
    desk.service = desk.open();
    desk.settle();
    CHECK(desk.service->state() == State::Unusable);
    CHECK(desk.service->stateError().code == ErrorCode::Damaged);
    CHECK(desk.create("p").error().code == ErrorCode::AlreadyExists);
    // The way out: the phrase brings the wallet back, and the damaged file stays for whoever can mend it.
    const auto setAside = [&desk] {
        return desk.answer<void>([&](Done<void> done) { desk.service->setAside(&desk.context, std::move(done)); });
    };
    REQUIRE(setAside());
    CHECK(desk.service->state() == State::Missing);
    CHECK(desk.service->stateError().detail.empty());
    REQUIRE(desk.create("new"));
    REQUIRE(setAside()); // a forgotten passphrase
    REQUIRE(desk.create("newer"));
    CHECK(QDir(desk.folder.path()).entryList({u"wallet.majlis.aside-*"_s}).size() == 2);
}

TEST_CASE("an answer may destroy the service", "[walletservice]")
{
    Desk desk;
    bool called = false;
    desk.service->putSecret(u"n"_s, secret("x"), &desk.context, [&](const Result<void> &) {
        called = true;
        desk.service.reset();
    });
    desk.service->removeSecret(u"n"_s, &desk.context, [](const Result<void> &) { FAIL("nobody is left to answer"); });
    CHECK(QTest::qWaitFor([&called] { return called; }, longEnough));
    QCoreApplication::processEvents();
}

TEST_CASE("a damaged file is replaced by its copy, and the service says so", "[walletservice]")
{
    Desk desk;
    REQUIRE(desk.create("p"));
    REQUIRE(desk.answer<Account>([&](Done<Account> done) {
        desk.service->addAccount(AddressFamily::Evm, u"Two"_s, &desk.context, std::move(done));
    }));
    desk.service.reset();
    REQUIRE(QFile::remove(desk.folder.filePath(u"wallet.majlis"_s)));
    desk.restart();
    CHECK(desk.service->state() == State::Locked);
    CHECK(desk.service->wasRecovered());
    REQUIRE(desk.unlock("p"));
}

TEST_CASE("unlock with this computer: enable, use after a restart, disable", "[walletservice][keystore]")
{
    Desk desk;
    REQUIRE(desk.create("p"));
    CHECK_FALSE(desk.service->hasComputerUnlock());
    REQUIRE(desk.enableComputerUnlock());
    CHECK(desk.service->hasComputerUnlock());
    CHECK(desk.keyStore->entries.size() == 1);
    desk.restart();
    CHECK(desk.service->hasComputerUnlock());
    REQUIRE(desk.unlockWithComputer());
    CHECK(desk.service->state() == State::Unlocked);
    REQUIRE(desk.answer<void>(
        [&](Done<void> done) { desk.service->disableComputerUnlock(&desk.context, std::move(done)); }));
    CHECK_FALSE(desk.service->hasComputerUnlock());
    CHECK(desk.keyStore->entries.empty());
    desk.restart();
    CHECK(desk.unlockWithComputer().error().code == ErrorCode::NotFound);
    REQUIRE(desk.unlock("p"));
}

TEST_CASE("every trouble of the key store has its own name and loses nothing", "[walletservice][keystore]")
{
    Desk desk;
    REQUIRE(desk.create("p"));
    desk.keyStore->state = KeyStore::State::Unavailable;
    CHECK(desk.enableComputerUnlock().error().code == ErrorCode::KeyStoreUnavailable);
    CHECK_FALSE(desk.service->hasComputerUnlock());
    desk.keyStore->state = KeyStore::State::Ready;
    REQUIRE(desk.enableComputerUnlock());
    desk.service->lock();
    desk.keyStore->state = KeyStore::State::Locked;
    CHECK(desk.unlockWithComputer().error().code == ErrorCode::KeyStoreLocked);
    desk.keyStore->state = KeyStore::State::Unavailable;
    CHECK(desk.unlockWithComputer().error().code == ErrorCode::KeyStoreUnavailable);
    desk.keyStore->state = KeyStore::State::Ready;
    desk.keyStore->entries.begin()->second = SecretBytes(32);
    CHECK(desk.unlockWithComputer().error().code == ErrorCode::WrongPassphrase);
    desk.keyStore->entries.clear();
    CHECK(desk.unlockWithComputer().error().code == ErrorCode::NotFound);
    CHECK(desk.service->hasComputerUnlock());
    REQUIRE(desk.unlock("p"));

    WalletService without(desk.folder.path(), desk.time, nullptr, KdfParameters::floor());
    const auto refused
        = desk.answer<void>([&](Done<void> done) { without.unlockWithComputer(&desk.context, std::move(done)); });
    CHECK(refused.error().code == ErrorCode::KeyStoreUnavailable);
}
