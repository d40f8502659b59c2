// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/settings.h"
#include "viewmodels/onboarding/onboardingviewmodel.h"
#include "viewmodels/settings/settingsviewmodel.h"
#include "viewmodels/unlock/unlockviewmodel.h"
#include "wallet/walletservice.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <catch2/catch.hpp>

#include <map>

using namespace majlis;
using namespace majlis::viewmodels;
using namespace Qt::StringLiterals;
using Step = OnboardingViewModel::Step;
using Status = AsyncState::Status;
using WalletState = wallet::WalletService::State;

namespace
{

constexpr auto passphrase = u"four unrelated test words";
constexpr int patience = 20000;

/// A key store in memory; `missing` plays a computer without one.
class FakeKeyStore final : public wallet::KeyStore
{
public:
    explicit FakeKeyStore(const bool &isMissing)
        : missing(isMissing)
    {
    }
    void read(const QString &name, QObject *context, wallet::Done<wallet::SecretBytes> done) override
    {
        const auto found = held.find(name);
        answer<wallet::SecretBytes>(context, std::move(done),
            missing ? wallet::Result<wallet::SecretBytes>(wallet::fail(wallet::ErrorCode::KeyStoreUnavailable))
                : found == held.end() ? wallet::Result<wallet::SecretBytes>(wallet::fail(wallet::ErrorCode::NotFound))
                                      : found->second.clone());
    }
    void write(
        const QString &name, const wallet::SecretBytes &value, QObject *context, wallet::Done<void> done) override
    {
        if (!missing) {
            held[name] = value.clone();
        }
        answer<void>(context, std::move(done),
            missing ? wallet::Result<void>(wallet::fail(wallet::ErrorCode::KeyStoreUnavailable))
                    : wallet::Result<void>());
    }
    void remove(const QString &name, QObject *context, wallet::Done<void> done) override
    {
        held.erase(name);
        answer<void>(context, std::move(done), {});
    }
    void probe(QObject *context, std::move_only_function<void(State)> done) override
    {
        auto shared = std::make_shared<std::move_only_function<void(State)>>(std::move(done));
        QMetaObject::invokeMethod(
            context, [this, shared] { (*shared)(missing ? State::Unavailable : State::Ready); }, Qt::QueuedConnection);
    }

private:
    template <class T>
    void answer(QObject *context, wallet::Done<T> done, wallet::Result<T> result)
    {
        auto shared
            = std::make_shared<std::pair<wallet::Done<T>, wallet::Result<T>>>(std::move(done), std::move(result));
        QMetaObject::invokeMethod(
            context, [shared] { shared->first(std::move(shared->second)); }, Qt::QueuedConnection);
    }

    const bool &missing;
    std::map<QString, wallet::SecretBytes> held;
};

struct Fixture {
    Fixture()
        : service(folder.path(), time, std::make_unique<FakeKeyStore>(keyStoreMissing), wallet::KdfParameters::floor())
    {
        service.start();
        REQUIRE(waitFor([this] { return service.state() != WalletState::Unknown; }));
    }
    template <class Condition>
    static bool waitFor(Condition condition)
    {
        return QTest::qWaitFor(condition, patience);
    }
    void makeWallet()
    {
        bool made = false;
        service.create(std::move(*wallet::Mnemonic::generate(12)), {}, secret(passphrase), &service,
            [&made](const wallet::Result<void> &outcome) { made = outcome.has_value(); });
        REQUIRE(waitFor([&made] { return made; }));
    }
    static wallet::SecretBytes secret(QStringView text)
    {
        const QByteArray utf8 = text.toUtf8();
        return wallet::SecretBytes::fromText({utf8.constData(), static_cast<std::size_t>(utf8.size())});
    }

    bool keyStoreMissing = false;
    QTemporaryDir folder;
    wallet::SystemTimeSource time;
    SystemClock clock;
    wallet::WalletService service;
};

void answerCheck(OnboardingViewModel &model)
{
    for (int row = 0; row < model.check()->count(); ++row) {
        const int position = model.check()->index(row).data(PhraseWordsModel::PositionRole).toInt();
        model.check()->bufferAt(row)->set(wallet::SecretBytes::copyOf(model.phrase()->word(position - 1)));
    }
}

void typePassphrase(OnboardingViewModel &model)
{
    model.passphrase()->append(passphrase);
    model.passphraseAgain()->append(passphrase);
}

} // namespace

TEST_CASE_METHOD(
    Fixture, "a wallet is made only after its backup was checked and the passphrase typed twice", "[onboarding]")
{
    OnboardingViewModel model(service);
    model.next();
    CHECK(model.step() == Step::Welcome);
    model.startCreate();
    REQUIRE(model.step() == Step::ShowPhrase);
    CHECK(model.phrase()->count() == 12);
    model.setWordCount(24);
    CHECK(model.phrase()->count() == 24);
    model.setWordCount(13);
    CHECK(model.wordCount() == 24);
    model.next();
    REQUIRE(model.step() == Step::CheckPhrase);
    CHECK(model.check()->count() == 3);
    CHECK_FALSE(model.canContinue());
    answerCheck(model);
    model.next();
    REQUIRE(model.step() == Step::Passphrase);
    model.passphrase()->append(passphrase);
    CHECK_FALSE(model.canContinue());
    model.passphraseAgain()->append(u"something else");
    CHECK_FALSE(model.canContinue());
    model.passphraseAgain()->clear();
    model.passphraseAgain()->append(passphrase);
    CHECK(model.passphraseStrength() == OnboardingViewModel::Strength::Strong);
    model.next();
    CHECK(model.isLoading());
    REQUIRE(waitFor([&model] { return model.step() == Step::Done; }));
    CHECK(model.status() == Status::Ready);
    CHECK(service.state() == WalletState::Unlocked);
    CHECK_FALSE(model.accountText().isEmpty());
    CHECK(model.phrase()->count() == 0);
    CHECK(model.passphrase()->isEmpty());
    CHECK(model.check()->count() == 0);
}

TEST_CASE_METHOD(Fixture, "an imported phrase is judged word by word and as a whole", "[onboarding]")
{
    OnboardingViewModel model(service);
    model.startImport();
    REQUIRE(model.importWords()->count() == 12);
    model.importWords()->bufferAt(0)->paste(
        u"legal winner thank year wave sausage worth useful legal winner thank thank");
    CHECK(model.importWords()->isComplete());
    CHECK_FALSE(model.phraseProblem().isEmpty()); // the checksum
    CHECK_FALSE(model.canContinue());
    auto *last = model.importWords()->bufferAt(11);
    last->clear();
    last->append(u"yell");
    model.importWords()->complete(11);
    CHECK(last->bytes().text() == "yellow");
    CHECK(model.phraseProblem().isEmpty());
    REQUIRE(model.canContinue());
    model.next();
    typePassphrase(model);
    model.next();
    REQUIRE(waitFor([&model] { return model.step() == Step::Done; }));
    // The well-known phrase of BIP-39's vectors has one account on each chain.
    CHECK(service.accounts().front().address.text() == u"0x58A57ed9d8d624cBD12e2C467D34787555bB1b25"_s);
}

TEST_CASE_METHOD(Fixture, "a phrase of any length of BIP-39 comes back, with its extra word", "[onboarding]")
{
    OnboardingViewModel model(service);
    model.startImport();
    CHECK(model.wordCounts() == QList<int>{12, 15, 18, 21, 24});
    model.setWordCount(18);
    REQUIRE(model.importWords()->count() == 18);
    model.importWords()->bufferAt(0)->paste(
        u"legal winner thank year wave sausage worth useful legal winner thank year "
        u"wave sausage worth useful legal will");
    model.extraWord()->append(u"TREZOR");
    REQUIRE(model.canContinue());
    model.next();
    typePassphrase(model);
    model.next();
    REQUIRE(waitFor([&model] { return model.step() == Step::Done; }));
    CHECK(service.accounts().front().address.text()
        == u"0x2DDC23D8400729462b61b2e99eA87DefBB678f58"_s); // as ethers derives it
    CHECK(model.extraWord()->isEmpty());
}

TEST_CASE_METHOD(Fixture, "going back forgets what was typed, and leaving forgets the phrase", "[onboarding]")
{
    OnboardingViewModel model(service);
    model.startCreate();
    model.phrase()->reveal();
    model.next();
    CHECK_FALSE(model.phrase()->isRevealed());
    answerCheck(model);
    model.next();
    typePassphrase(model);
    model.back();
    CHECK(model.passphrase()->isEmpty());
    CHECK(model.step() == Step::CheckPhrase);
    CHECK_FALSE(model.canContinue());
    model.back();
    model.back();
    CHECK(model.step() == Step::Welcome);
    CHECK(model.phrase()->count() == 0);
}

TEST_CASE_METHOD(Fixture, "a wallet that is there already is not written over", "[onboarding]")
{
    makeWallet();
    OnboardingViewModel model(service);
    model.startCreate();
    model.next();
    answerCheck(model);
    model.next();
    typePassphrase(model);
    model.next();
    REQUIRE(waitFor([&model] { return model.status() == Status::Failed; }));
    CHECK(model.step() == Step::Passphrase);
    CHECK(model.error().isPresent());
}

TEST_CASE_METHOD(Fixture, "wrong passphrases are refused, cost nothing, and after some one has to wait", "[unlock]")
{
    makeWallet();
    service.lock();
    UnlockViewModel model(service, clock);
    CHECK_FALSE(model.canUnlock());
    model.unlock();
    CHECK(model.status() == Status::Idle);
    for (int attempt = 0; attempt < 8 && model.waitSeconds() == 0; ++attempt) {
        model.passphrase()->append(u"wrong");
        model.unlock();
        CHECK(model.passphrase()->isEmpty());
        REQUIRE(waitFor([&model] { return model.status() == Status::Failed; }));
    }
    CHECK(model.waitSeconds() > 0);
    CHECK_FALSE(model.waitText().isEmpty());
    model.passphrase()->append(passphrase);
    CHECK_FALSE(model.canUnlock());
    REQUIRE(waitFor([&model] { return model.waitSeconds() == 0; }));
    QSignalSpy unlocked(&model, &UnlockViewModel::unlocked);
    REQUIRE(waitFor([&] {
        if (model.passphrase()->isEmpty()) {
            model.passphrase()->append(passphrase);
        }
        if (!model.isLoading()) {
            model.unlock();
        }
        return !unlocked.isEmpty();
    }));
    CHECK(service.state() == WalletState::Unlocked);
}

TEST_CASE_METHOD(Fixture, "damage of the wallet file is told with a way on", "[unlock]")
{
    makeWallet();
    service.lock();
    UnlockViewModel model(service, clock);
    CHECK(model.vault() == UnlockViewModel::Vault::Good);
    model.passphrase()->append(u"not it");
    model.unlock();
    REQUIRE(waitFor([&model] { return model.status() == Status::Failed; }));
    for (const auto &name : {u"wallet.majlis"_s, u"wallet.majlis.bak"_s}) {
        QFile file(folder.filePath(name));
        if (file.open(QIODevice::ReadWrite)) {
            file.resize(100);
        }
    }
    service.start();
    REQUIRE(waitFor([&model] { return model.vault() == UnlockViewModel::Vault::Damaged; }));
    CHECK_FALSE(model.vaultTitle().isEmpty());
    CHECK_FALSE(model.vaultAdvice().isEmpty());
    CHECK_FALSE(model.canUnlock());
    CHECK_FALSE(model.opens());
    CHECK(model.status() == Status::Idle); // the wrong passphrase of before is not what is wrong now
    QSignalSpy import(&model, &UnlockViewModel::importRequested);
    model.importInstead();
    CHECK(import.size() == 1);
}

TEST_CASE_METHOD(Fixture, "a wallet that came back from its copy opens, and says what happened", "[unlock]")
{
    makeWallet();
    bool saved = false; // the second save makes the copy
    service.renameAccount(service.accounts().front().id, u"Mine"_s, &service,
        [&saved](const wallet::Result<void> &outcome) { saved = outcome.has_value(); });
    REQUIRE(waitFor([&saved] { return saved; }));
    service.lock();
    QFile file(folder.filePath(u"wallet.majlis"_s));
    REQUIRE(file.open(QIODevice::ReadWrite));
    file.resize(100);
    file.close();
    wallet::WalletService nextStart(
        folder.path(), time, std::make_unique<FakeKeyStore>(keyStoreMissing), wallet::KdfParameters::floor());
    UnlockViewModel model(nextStart, clock);
    nextStart.start();
    REQUIRE(waitFor([&model] { return model.vault() == UnlockViewModel::Vault::Recovered; }));
    CHECK(model.opens());
    CHECK_FALSE(model.vaultAdvice().isEmpty());
    model.passphrase()->append(passphrase);
    CHECK(model.canUnlock());
}

TEST_CASE_METHOD(Fixture, "a signer that does not start is told as that, not as a damaged wallet", "[unlock]")
{
    using Vault = UnlockViewModel::Vault;
    struct Broken : wallet::WalletBackend {
        wallet::ErrorCode code = wallet::ErrorCode::SignerMissing;
        wallet::WalletReply perform(wallet::WalletRequest) override
        {
            wallet::WalletReply reply{wallet::fail(code, "why"), {}};
            reply.snapshot.phase = wallet::WalletPhase::Unusable;
            reply.snapshot.error = {code, "why", 0};
            if (code == wallet::ErrorCode::Internal) { // well again
                reply.result = wallet::WalletValue();
                reply.snapshot.phase = wallet::WalletPhase::Locked;
            }
            return reply;
        }
        void onLost(std::function<void()>) override { }
    };
    auto owned = std::make_unique<Broken>();
    Broken *signer = owned.get(); // asked by the service's thread, set only while it has nothing to do
    wallet::WalletService broken(std::move(owned), nullptr);
    UnlockViewModel model(broken, clock);
    QSignalSpy import(&model, &UnlockViewModel::importRequested);
    broken.start();
    REQUIRE(waitFor([&model] { return model.vault() == Vault::SignerMissing; }));
    const QString title = model.vaultTitle();
    CHECK(model.isSignerTrouble());
    CHECK(model.vaultAdvice().contains(u"majlis-signer"_s));
    CHECK_FALSE(model.canUnlock());
    model.importInstead(); // nothing is known of the wallet: nothing may be set aside
    CHECK(import.isEmpty());
    for (const auto &[code, vault] : {std::pair(wallet::ErrorCode::SignerFailed, Vault::SignerFailing),
             std::pair(wallet::ErrorCode::SignerMismatch, Vault::SignerMismatch),
             std::pair(wallet::ErrorCode::SignerLost, Vault::SignerFailing)}) {
        signer->code = code;
        model.tryAgain();
        REQUIRE(waitFor([&model, wanted = vault] { return model.vault() == wanted; }));
        CHECK(model.vaultTitle() != title);
        CHECK(model.isSignerTrouble());
    }
    signer->code = wallet::ErrorCode::Internal;
    model.tryAgain();
    REQUIRE(waitFor([&model] { return model.vault() == Vault::Good; }));
    CHECK_FALSE(model.isSignerTrouble());
    CHECK(model.vaultTitle().isEmpty());
}

TEST_CASE_METHOD(
    Fixture, "unlocking with this computer is switched on, used, and told when there is no key store", "[unlock]")
{
    makeWallet();
    store::Settings settings(folder.filePath(u"settings.json"_s));
    SettingsViewModel options(settings, service, folder.path());
    UnlockViewModel model(service, clock);
    CHECK(model.computer() == UnlockViewModel::Computer::NotEnabled);
    model.unlockWithComputer();
    CHECK(model.status() == Status::Idle);
    keyStoreMissing = true;
    options.setComputerUnlock(true);
    REQUIRE(waitFor([&options] { return options.status() == Status::Failed; }));
    CHECK_FALSE(options.computerUnlock());
    CHECK_FALSE(options.computerUnlockText().isEmpty());
    keyStoreMissing = false;
    options.setComputerUnlock(true);
    REQUIRE(waitFor([&options] { return options.computerUnlock() && options.status() == Status::Ready; }));
    service.lock();
    REQUIRE(waitFor([&model] { return model.computer() == UnlockViewModel::Computer::Ready; }));
    keyStoreMissing = true;
    model.unlockWithComputer();
    REQUIRE(waitFor([&model] { return model.status() == Status::Failed; }));
    CHECK(model.computer() == UnlockViewModel::Computer::NoKeyStore);
    keyStoreMissing = false;
    model.unlockWithComputer();
    REQUIRE(waitFor([this] { return service.state() == WalletState::Unlocked; }));
}

TEST_CASE_METHOD(Fixture, "settings take effect at once, stay within bounds and are kept", "[settings]")
{
    {
        store::Settings settings(folder.filePath(u"settings.json"_s));
        SettingsViewModel model(settings, service, folder.path());
        QSignalSpy scale(&model, &SettingsViewModel::textScaleChanged);
        model.setThemeMode(theme::Mode::HighContrast);
        model.setTextScale(7);
        model.setTextScale(2.0);
        CHECK(scale.size() == 1);
        model.setReduceMotion(true);
        model.setLockMinutes(5);
        model.setLockMinutes(17);
        CHECK(model.lockMinutes() == 5);
    }
    store::Settings settings(folder.filePath(u"settings.json"_s));
    SettingsViewModel model(settings, service, folder.path());
    CHECK(model.themeMode() == theme::Mode::HighContrast);
    CHECK(model.textScale() == 2.0);
    CHECK(model.reduceMotion());
    CHECK(model.lockMinutes() == 5);
    model.resetToDefaults();
    CHECK(model.themeMode() == theme::Mode::System);
}

TEST_CASE_METHOD(Fixture, "view models may go in the middle of their calls", "[lifetime]")
{
    {
        OnboardingViewModel model(service);
        model.startCreate();
        model.next();
        answerCheck(model);
        model.next();
        typePassphrase(model);
        model.next();
        REQUIRE(model.isLoading());
    }
    REQUIRE(waitFor([this] { return service.state() == WalletState::Unlocked; }));
    {
        store::Settings settings(folder.filePath(u"settings.json"_s));
        SettingsViewModel options(settings, service, folder.path());
        options.setComputerUnlock(true);
    }
    REQUIRE(waitFor([this] { return service.hasComputerUnlock(); }));
    service.lock();
    {
        UnlockViewModel model(service, clock);
        model.unlockWithComputer();
        REQUIRE(model.isLoading());
    } // nobody wants it open any more, so it stays locked
    service.lock();
    {
        UnlockViewModel model(service, clock);
        model.passphrase()->append(passphrase);
        model.unlock();
        REQUIRE(model.isLoading());
    }
    REQUIRE(waitFor([this] { return service.state() == WalletState::Unlocked; }));
}
