// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/addressbook.h"
#include "models/store/settings.h"
#include "viewmodels/accounts/accountbook.h"
#include "viewmodels/accounts/accountsviewmodel.h"
#include "viewmodels/addressbook/addressbookviewmodel.h"
#include "viewmodels/backup/backupviewmodel.h"
#include "viewmodels/onboarding/onboardingviewmodel.h"
#include "viewmodels/receive/receiveviewmodel.h"
#include "viewmodels/review/reviewviewmodel.h"
#include "viewmodels/security/securityviewmodel.h"
#include "viewmodels/signing/messageviewmodel.h"
#include "wallet/walletservice.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <catch2/catch.hpp>

using namespace majlis;
using namespace majlis::viewmodels;
using namespace Qt::StringLiterals;
using Status = AsyncState::Status;

namespace
{

constexpr int patience = 20000;
constexpr auto fatal = QAbstractItemModelTester::FailureReportingMode::Fatal;
constexpr auto passphrase = u"four unrelated test words";
constexpr auto phrase = "legal winner thank year wave sausage worth useful legal winner thank yellow";
constexpr auto otherPhrase
    = "abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon about";

/// An open wallet of a known phrase, and what its pages stand on.
struct Fixture {
    Fixture()
        : wallet(folder.path(), time, nullptr, wallet::KdfParameters::floor())
        , settings(folder.filePath(u"settings.json"_s))
        , accounts(wallet, settings)
        , review(wallet, clock)
        , book(wallet, clock)
    {
        bool made = false;
        wallet.create(wallet::Mnemonic::parse(wallet::SecretBytes::fromText(phrase)).value(), {}, secret(passphrase),
            &wallet, [&made](const wallet::Result<void> &outcome) { made = outcome.has_value(); });
        REQUIRE(waitFor([&made] { return made; }));
        REQUIRE(waitFor([this] { return book.isLoaded(); }));
    }
    template <class Condition>
    static bool waitFor(Condition condition)
    {
        return QTest::qWaitFor(condition, patience);
    }
    static wallet::SecretBytes secret(QStringView text)
    {
        const QByteArray utf8 = text.toUtf8();
        return wallet::SecretBytes::fromText({utf8.constData(), static_cast<std::size_t>(utf8.size())});
    }
    void unlock()
    {
        bool open = false;
        wallet.unlock(
            secret(passphrase), &wallet, [&open](const wallet::Result<void> &done) { open = done.has_value(); });
        REQUIRE(waitFor([&open] { return open; }));
    }
    int solanaAccount() const
    {
        for (const wallet::Account &account : accounts.all()) {
            if (account.address.isSolana()) {
                return static_cast<int>(account.id);
            }
        }
        return -1;
    }

    QTemporaryDir folder;
    SystemClock clock;
    wallet::SystemTimeSource time;
    wallet::WalletService wallet;
    store::Settings settings;
    AccountBook accounts;
    ReviewViewModel review;
    store::AddressBook book;
};

void typeWords(BackupViewModel &backup, const char *words)
{
    const QStringList list = QString::fromLatin1(words).split(u' ');
    for (int row = 0; row < backup.words()->count(); ++row) {
        backup.words()->bufferAt(row)->append(list[row]);
    }
}

const QString layla = u"0x70997970C51812dc3A010C7d01b50e0d17dc79C8"_s;

} // namespace

TEST_CASE_METHOD(Fixture, "accounts are added, named and hidden", "[accounts]")
{
    AccountsViewModel model(wallet, accounts);
    QAbstractItemModelTester tester(model.accounts(), fatal);
    const int before = model.accounts()->rowCount();
    CHECK_FALSE(model.canAdd());
    model.add();
    CHECK_FALSE(model.isLoading());
    model.setDraftName(u"  Savings "_s);
    REQUIRE(model.canAdd());
    model.add();
    CHECK(model.isLoading());
    CHECK_FALSE(model.canAdd());
    REQUIRE(waitFor([&] { return model.accounts()->rowCount() == before + 1 && !model.isLoading(); }));
    CHECK(model.draftName().isEmpty());
    const AccountRow added = model.accounts()->rows().back();
    CHECK(added.name == u"Savings");
    CHECK_FALSE(added.isSolana);

    model.rename(added.id, u" "_s);
    CHECK_FALSE(model.isLoading());
    model.rename(added.id, u"Spare"_s);
    REQUIRE(waitFor([&] { return model.accounts()->rows().back().name == u"Spare"; }));
    REQUIRE(waitFor([&] { return !model.isLoading(); }));
    model.setHidden(model.accounts()->rows().front().id, true); // in use
    CHECK_FALSE(model.isLoading());
    model.setHidden(added.id, true);
    REQUIRE(waitFor([&] { return model.hiddenCount() == 1 && !model.isLoading(); }));
    CHECK(model.accounts()->rows().back().isHidden);
    model.use(added.id);
    CHECK_FALSE(model.accounts()->rows().back().isCurrent);
    model.setHidden(added.id, false);
    REQUIRE(waitFor([&] { return model.hiddenCount() == 0 && !model.isLoading(); }));
    model.remove(added.id); // of the phrase
    CHECK_FALSE(model.isLoading());
    model.use(added.id);
    CHECK(model.accounts()->rows().back().isCurrent);

    QSignalSpy copied(&model, &AccountsViewModel::copyRequested);
    model.copyAddress(added.id);
    CHECK(copied.front().front().toString() == added.address);
    wallet.lock();
    CHECK(model.accounts()->rowCount() == 0);
    model.setDraftName(u"Too late"_s);
    model.add();
    REQUIRE(waitFor([&] { return model.status() == Status::Failed; }));
    CHECK(model.draftName() == u"Too late");
}

TEST_CASE_METHOD(
    Fixture, "keys of other wallets come in, addresses are watched, and what is wrong is wiped", "[accounts]")
{
    AccountsViewModel model(wallet, accounts);
    KeyImportViewModel &import = *model.keyImport();
    const int before = model.accounts()->rowCount();
    import.setOpen(true);
    CHECK_FALSE(import.canImport());
    import.setName(u"Old wallet"_s);
    import.key()->append(u"not a key");
    REQUIRE(import.canImport());
    import.import();
    REQUIRE(waitFor([&] { return import.status() == Status::Failed; }));
    CHECK(import.isOpen());
    import.key()->clear();
    import.key()->append(u"0x4c0883a69102937d6231471b5dbb6204fe5129617082792ae468d01a3f362318");
    import.import();
    REQUIRE(waitFor([&] { return !import.isOpen(); }));
    CHECK(import.key()->isEmpty());
    REQUIRE(model.accounts()->rowCount() == before + 1);
    const AccountRow imported = model.accounts()->rows().back();
    CHECK(imported.address == u"0x2c7536E3605D9C16a7a3D7b1898e529396a65c23");
    CHECK(imported.origin == AccountRow::Origin::Imported);

    import.setOpen(true);
    import.setKind(KeyImportViewModel::Kind::Watch);
    import.setName(u"Layla"_s);
    import.setAddress(u"0x12"_s);
    CHECK_FALSE(import.canImport());
    CHECK_FALSE(import.addressError().isEmpty());
    import.setAddress(layla);
    import.import();
    REQUIRE(waitFor([&] { return model.accounts()->rowCount() == before + 2; }));
    const AccountRow watched = model.accounts()->rows().back();
    CHECK(watched.origin == AccountRow::Origin::Watched);
    model.use(watched.id); // it cannot sign
    CHECK(static_cast<int>(accounts.current()->id) != watched.id);
    CHECK(accounts.signers()->rowCount() == before + 1);

    model.remove(imported.id);
    REQUIRE(waitFor([&] { return model.accounts()->rowCount() == before + 1 && !model.isLoading(); }));
    import.setOpen(true);
    import.key()->append(u"half typed");
    wallet.lock();
    CHECK_FALSE(import.isOpen());
    CHECK(import.key()->isEmpty());
}

TEST_CASE_METHOD(Fixture, "a key is exported behind the passphrase, to whoever clears it again", "[accounts]")
{
    KeyExportViewModel model(wallet, accounts);
    QByteArray copied;
    QObject::connect(&model, &KeyExportViewModel::copySecretRequested, &model,
        [&copied](const std::shared_ptr<wallet::SecretBytes> &text) {
            copied = QByteArray(
                reinterpret_cast<const char *>(text->view().data()), static_cast<qsizetype>(text->view().size()));
        });
    model.begin(4711);
    CHECK_FALSE(model.isOpen());
    model.begin(static_cast<int>(accounts.all().front().id));
    REQUIRE(model.isOpen());
    CHECK(model.isFilePassphraseNeeded());
    model.passphrase()->append(passphrase);
    CHECK_FALSE(model.canExport());
    model.setAsFile(false);
    REQUIRE(model.canExport());
    model.exportKey();
    CHECK(model.passphrase()->isEmpty());
    REQUIRE(waitFor([&] { return model.isCopied(); }));
    CHECK(copied.size() == 64);
    copied.clear();

    model.begin(static_cast<int>(accounts.all().front().id));
    model.setAsFile(false);
    model.passphrase()->append(u"not it");
    model.exportKey();
    REQUIRE(waitFor([&] { return model.status() == Status::Failed; }));
    CHECK(copied.isEmpty());
    model.passphrase()->append(passphrase);
    model.exportKey();
    model.close(); // before the answer
    bool idle = false;
    wallet.secret(u"nothing"_s, &wallet, [&idle](const wallet::Result<wallet::SecretBytes> &) { idle = true; });
    REQUIRE(waitFor([&idle] { return idle; }));
    CHECK(copied.isEmpty());
}

TEST_CASE_METHOD(Fixture, "a key goes into a file, and comes back out of it in another wallet", "[accounts]")
{
    KeyExportViewModel model(wallet, accounts);
    bool copied = false;
    QObject::connect(
        &model, &KeyExportViewModel::copySecretRequested, &model, [&copied](const auto &) { copied = true; });
    const wallet::Account account = accounts.all().front();
    const auto fill = [&] {
        model.passphrase()->append(passphrase);
        model.filePassphrase()->append(u"of the file");
        model.fileAgain()->append(u"of the file");
    };
    model.begin(static_cast<int>(account.id));
    CHECK(model.path().endsWith(u".json"_s)); // a proposal
    model.setPath(u"key.json"_s);
    CHECK_FALSE(model.pathError().isEmpty());
    fill();
    CHECK_FALSE(model.canExport());
    model.choosePath(QUrl(u"https://example.org/key.json"_s)); // no file of this computer
    CHECK(model.path() == u"key.json");
    const QString path = folder.filePath(u"key.json"_s);
    model.choosePath(QUrl::fromLocalFile(path));
    REQUIRE(model.canExport());
    model.exportKey();
    REQUIRE(waitFor([&] { return model.isWritten(); }));
    CHECK(QFile::exists(path));

    const QString taken = folder.filePath(u"taken"_s);
    QFile other(taken);
    REQUIRE(other.open(QIODevice::WriteOnly));
    other.write("something else");
    other.close();
    model.begin(static_cast<int>(account.id));
    model.setPath(taken);
    fill();
    model.exportKey();
    REQUIRE(waitFor([&] { return model.isOccupied(); }));
    CHECK(QFileInfo(taken).size() == 14);
    CHECK(model.passphrase()->isEmpty());
    model.replace();
    REQUIRE(waitFor([&] { return model.isWritten(); }));
    CHECK(QFileInfo(taken).size() > 200);

    model.begin(static_cast<int>(account.id));
    model.setPath(folder.filePath(u"no/such/folder"_s));
    fill();
    model.exportKey();
    REQUIRE(waitFor([&] { return model.isWriteFailed(); }));
    CHECK(model.error().isPresent());
    model.close();
    CHECK_FALSE(copied);

    // Imported where its account is not known.
    QTemporaryDir elsewhere;
    wallet::WalletService second(elsewhere.path(), time, nullptr, wallet::KdfParameters::floor());
    bool made = false;
    second.create(wallet::Mnemonic::parse(wallet::SecretBytes::fromText(otherPhrase)).value(), {}, secret(passphrase),
        &second, [&made](const wallet::Result<void> &outcome) { made = outcome.has_value(); });
    REQUIRE(waitFor([&made] { return made; }));
    KeyImportViewModel import(second);
    import.setOpen(true);
    import.setName(u"From the file"_s);
    import.readFile(QUrl::fromLocalFile(path)); // not of a kind that is a file
    CHECK(import.key()->isEmpty());
    import.setKind(KeyImportViewModel::Kind::EvmKeystore);
    import.readFile(QUrl::fromLocalFile(folder.filePath(u"none"_s)));
    REQUIRE(waitFor([&] { return import.status() == Status::Failed; }));
    QFile large(folder.filePath(u"large"_s));
    REQUIRE(large.open(QIODevice::WriteOnly));
    large.write(QByteArray(40'000, 'x'));
    large.close();
    import.readFile(QUrl::fromLocalFile(large.fileName()));
    REQUIRE(waitFor([&] { return import.status() == Status::Failed; }));
    CHECK(import.key()->isEmpty());
    import.readFile(QUrl::fromLocalFile(path));
    REQUIRE(waitFor([&] { return !import.key()->isEmpty(); }));
    CHECK(import.fileName() == u"key.json");
    import.filePassphrase()->append(u"of the file");
    REQUIRE(import.canImport());
    import.import();
    REQUIRE(waitFor([&] { return !import.isOpen(); }));
    CHECK(second.accounts().back().address == account.address);
}

TEST_CASE_METHOD(Fixture, "what to receive with is a link of the account's own family", "[receive]")
{
    ReceiveViewModel model(accounts);
    CHECK(model.link() == u"ethereum:%1@8453"_s.arg(model.address()));
    model.setAmount(u"0.5"_s);
    CHECK(model.link().endsWith(u"?value=500000000000000000"_s));
    model.setAmount(u"0,5"_s);
    CHECK_FALSE(model.amountError().isEmpty());
    CHECK(model.link().isEmpty());
    model.setAmount({});
    model.setChainIndex(1);
    CHECK(model.link().contains(u"@42161"_s));
    model.setChainIndex(99);
    CHECK(model.chainIndex() == 1);
    CHECK_FALSE(model.isMessagePossible());

    model.chooseAccount(solanaAccount());
    CHECK(model.coin() == u"SOL");
    CHECK(model.link() == u"solana:"_s + model.address());
    model.setAmount(u"0.0000000001"_s); // more than nine digits
    CHECK(model.link().isEmpty());
    model.setAmount(u"2"_s);
    model.setMessage(u"Tea"_s);
    CHECK(model.link().endsWith(u"?amount=2&message=Tea"_s));
    wallet.lock();
    CHECK(model.address().isEmpty());
    CHECK(model.link().isEmpty());
    CHECK(model.message().isEmpty());
}

TEST_CASE_METHOD(Fixture, "a message is reviewed, signed and verified, and every change shows", "[message]")
{
    MessageViewModel model(accounts, review);
    QAbstractItemModelTester lines(review.lines(), fatal);
    QAbstractItemModelTester warnings(review.warnings(), fatal);
    model.sign();
    CHECK_FALSE(review.isOpen());
    for (const int id : {static_cast<int>(accounts.all().front().id), solanaAccount()}) {
        model.chooseAccount(id);
        model.setText(u"Majlis, قهوة"_s);
        model.sign();
        REQUIRE(review.isOpen());
        CHECK(review.lines()->rowCount() > 0);
        CHECK(review.canSign());
        CHECK_FALSE(review.raw().isEmpty());
        review.sign();
        CHECK_FALSE(review.canSign());
        REQUIRE(waitFor([&] { return !review.isOpen(); }));
        REQUIRE_FALSE(model.signature().isEmpty());
        CHECK(model.signer() == accounts.find(id)->address.text());

        model.checkOwn();
        model.check();
        CHECK(model.verdict() == MessageViewModel::Verdict::Good);
        model.setCheckText(u"Majlis, قهوة "_s);
        CHECK(model.verdict() == MessageViewModel::Verdict::None);
        model.check();
        CHECK(model.verdict() == MessageViewModel::Verdict::Bad);
    }
    model.setCheckAddress(u"0x1234"_s);
    CHECK_FALSE(model.canCheck());
    CHECK_FALSE(model.checkAddressError().isEmpty());
    wallet.lock();
    CHECK(model.text().isEmpty());
    CHECK(model.signature().isEmpty());
}

TEST_CASE_METHOD(Fixture, "signatures of others are verified, to the letter", "[message]")
{
    MessageViewModel model(accounts, review);
    // The example of web3.js' documentation.
    model.setCheckText(u"Some data"_s);
    model.setCheckAddress(u" 0x2c7536E3605D9C16a7a3D7b1898e529396a65c23"_s);
    CHECK_FALSE(model.canCheck());
    model.setCheckSignature(u"0xb91467e570a6466aa9e9876cbcd013baba02900b8979d43fe208a4a4f339f5fd6007e74cd82e037b8001864"
                            u"22fc2da167c747ef045e5"
                            u"d18a5f5d4300f8e1a0291c"_s);
    model.check();
    CHECK(model.verdict() == MessageViewModel::Verdict::Good);
    model.setCheckText(u"Some data "_s);
    CHECK(model.verdict() == MessageViewModel::Verdict::None);
    model.check();
    CHECK(model.verdict() == MessageViewModel::Verdict::Bad);
    model.setCheckText(QString(65 * 1024, u'x'));
    CHECK_FALSE(model.checkTextError().isEmpty());
    CHECK_FALSE(model.canCheck());
    model.setCheckText(u"Some data"_s);
    model.setCheckAddress(u"0x1234"_s);
    CHECK_FALSE(model.canCheck());
    CHECK_FALSE(model.checkAddressError().isEmpty());
}

TEST_CASE_METHOD(Fixture, "a review that is turned away from, or locked, signs nothing", "[review]")
{
    MessageViewModel model(accounts, review);
    model.setText(u"nothing"_s);
    model.sign();
    review.dismiss();
    CHECK_FALSE(review.isOpen());
    CHECK(review.lines()->rowCount() == 0);
    review.sign();
    CHECK(review.status() == Status::Idle);

    model.sign();
    review.sign();
    review.dismiss(); // while the wallet works
    model.sign();
    wallet.lock();
    CHECK_FALSE(review.isOpen());
    QCoreApplication::processEvents();
    CHECK(model.signature().isEmpty());
}

TEST_CASE_METHOD(Fixture, "what is a sign-in is refused as a message, with the reason", "[review]")
{
    MessageViewModel model(accounts, review);
    model.setText(*wallet::messageOf(wallet::SignInIntent{.platform = wallet::Platform::Habibi,
        .messageTemplate = wallet::SignInTemplate::HabibiNonce,
        .nonce = u"abcdefghijklmnop1234"_s,
        .timestamp = {}}));
    model.sign();
    REQUIRE(review.isOpen());
    CHECK(review.isRefused());
    CHECK_FALSE(review.canSign());
    CHECK_FALSE(review.isExpertPossible());
    REQUIRE(review.warnings()->rowCount() > 0);
    CHECK(review.warnings()->rows().front().severity == ReviewWarning::Severity::Refusal);
    CHECK_FALSE(review.warnings()->rows().front().title.isEmpty());
    review.setConsent(true);
    review.sign();
    CHECK_FALSE(review.isLoading());
}

TEST_CASE_METHOD(Fixture, "an unknown contract is refused, until an expert insists and agrees", "[review]")
{
    wallet::EvmContractCallIntent call{.platform = wallet::Platform::AbLand,
        .transaction = {.chainId = wallet::chainBase,
            .nonce = 1,
            .gasLimit = 100000,
            .fee = wallet::DynamicFee{.maxFeePerGas = 1000000000, .maxPriorityFeePerGas = 1000000},
            .validUntil = {}},
        .contract = Address::parse(layla).value(),
        .method = u"give(address)"_s,
        .arguments = {{Address::parse(layla).value()}},
        .value = {},
        .tokens = {},
        .expertMode = false};
    const wallet::Account account = accounts.all().front();
    QObject requester;
    bool done = false;
    review.ask(account, call, &requester, [&done](const wallet::SignedIntent &) { done = true; });
    REQUIRE(review.isRefused());
    REQUIRE(review.isExpertPossible());
    review.useExpertMode();
    CHECK_FALSE(review.isRefused());
    CHECK(review.isDangerous());
    CHECK_FALSE(review.canSign());
    review.setConsent(true);
    CHECK(review.canSign());
    review.dismiss();
    CHECK_FALSE(review.consent());
    CHECK_FALSE(done);
}

TEST_CASE_METHOD(Fixture, "the address book survives locking and warns before a lookalike", "[addressbook]")
{
    AddressBookViewModel model(book, clock);
    QAbstractItemModelTester tester(model.contacts(), fatal);
    model.setDraftAddress(u"0x123"_s);
    CHECK_FALSE(model.draftAddressError().isEmpty());
    model.setDraftName(u"Layla"_s);
    CHECK_FALSE(model.canSave());
    model.setDraftAddress(u" "_s + layla);
    model.setDraftNote(u"sister"_s);
    REQUIRE(model.canSave());
    model.save();
    REQUIRE(model.contacts()->rowCount() == 1);
    CHECK(model.draftName().isEmpty());
    book.notePaid(Address::parse(layla).value());
    model.setDraftAddress(u"0x7099aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa79c8"_s);
    CHECK(model.draftLookalike() == layla);

    wallet.lock();
    CHECK(model.contacts()->rowCount() == 0);
    CHECK_FALSE(model.isAvailable());
    CHECK(model.draftAddress().isEmpty());
    unlock();
    REQUIRE(waitFor([&] { return model.contacts()->rowCount() == 1; }));
    CHECK(model.contacts()->rows().front().name == u"Layla");
    CHECK(model.contacts()->rows().front().note == u"sister");
    CHECK_FALSE(model.contacts()->rows().front().paid.isEmpty());

    model.edit(layla);
    CHECK(model.isDraftKnown());
    model.remove(layla); // paid once: its address stays known, nameless
    REQUIRE(model.contacts()->rowCount() == 1);
    CHECK(model.contacts()->rows().front().name.isEmpty());
    CHECK(book.paid().size() == 1);
}

TEST_CASE_METHOD(Fixture, "the drill tells this wallet's words from another's, without the passphrase", "[backup]")
{
    BackupViewModel model(wallet, accounts);
    QAbstractItemModelTester tester(model.words(), fatal);
    model.check();
    CHECK(model.step() == BackupViewModel::Step::Start);
    model.startDrill();
    REQUIRE(model.words()->count() == 12);
    CHECK_FALSE(model.canCheck());
    typeWords(model, phrase);
    REQUIRE(model.canCheck());
    model.check();
    REQUIRE(waitFor([&] { return model.step() == BackupViewModel::Step::Restores; }));
    CHECK(model.words()->count() == 0);

    model.startDrill();
    typeWords(model, otherPhrase);
    model.check();
    REQUIRE(waitFor([&] { return model.step() == BackupViewModel::Step::Different; }));

    model.startDrill();
    typeWords(model, "abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon");
    model.check();
    REQUIRE(waitFor([&] { return model.status() == Status::Failed; }));
    CHECK(model.step() == BackupViewModel::Step::Drill); // to be put right
    CHECK(model.words()->count() == 12);
    model.check();
    wallet.lock();
    CHECK(model.step() == BackupViewModel::Step::Start);
    CHECK(model.words()->count() == 0);
    QCoreApplication::processEvents();
    CHECK(model.step() == BackupViewModel::Step::Start);
}

TEST_CASE("the drill asks for the extra word of a wallet that has one, and only of such a one", "[backup]")
{
    QTemporaryDir folder;
    wallet::SystemTimeSource time;
    wallet::WalletService wallet(folder.path(), time, nullptr, wallet::KdfParameters::floor());
    store::Settings settings(folder.filePath(u"settings.json"_s));
    AccountBook accounts(wallet, settings);
    OnboardingViewModel onboarding(wallet);
    onboarding.startImport();
    const QStringList words = QString::fromLatin1(phrase).split(u' ');
    for (int row = 0; row < 12; ++row) {
        onboarding.importWords()->bufferAt(row)->append(words[row]);
    }
    REQUIRE(onboarding.canContinue());
    onboarding.extraWord()->append(u"na\u00efve");
    onboarding.next();
    onboarding.passphrase()->append(passphrase);
    onboarding.passphraseAgain()->append(passphrase);
    onboarding.next();
    REQUIRE(QTest::qWaitFor([&] { return onboarding.step() == OnboardingViewModel::Step::Done; }, patience));
    CHECK(onboarding.extraWord()->isEmpty());
    REQUIRE(wallet.hasMnemonicPassphrase());

    BackupViewModel model(wallet, accounts);
    CHECK(model.isExtraWordNeeded());
    const auto drill = [&](QStringView extra) {
        model.startDrill();
        typeWords(model, phrase);
        CHECK_FALSE(model.canCheck());
        model.extraWord()->append(extra);
        REQUIRE(model.canCheck());
        model.check();
        REQUIRE(QTest::qWaitFor([&] { return !model.isLoading(); }, patience));
        CHECK(model.extraWord()->isEmpty());
        return model.step();
    };
    CHECK(drill(u"naive") == BackupViewModel::Step::Different);
    CHECK(drill(u"nai\u0308ve") == BackupViewModel::Step::Restores); // the same by NFKD
    wallet.lock();
    CHECK_FALSE(model.isExtraWordNeeded());
}

TEST_CASE_METHOD(Fixture, "the words are shown behind the passphrase and wiped when the step is left", "[backup]")
{
    BackupViewModel model(wallet, accounts);
    model.askPassphrase();
    model.show();
    CHECK_FALSE(model.isLoading());
    model.passphrase()->append(u"not it");
    model.show();
    CHECK(model.passphrase()->isEmpty());
    REQUIRE(waitFor([&] { return model.status() == Status::Failed; }));
    CHECK(model.step() == BackupViewModel::Step::Passphrase);
    model.passphrase()->append(passphrase);
    model.show();
    REQUIRE(waitFor([&] { return model.step() == BackupViewModel::Step::Words; }));
    CHECK(model.phrase()->count() == 12);
    CHECK_FALSE(model.phrase()->isRevealed());
    model.close();
    CHECK(model.phrase()->count() == 0);
    model.askPassphrase();
    model.passphrase()->append(passphrase);
    model.show();
    model.close(); // before the answer
    bool idle = false;
    wallet.secret(u"nothing"_s, &wallet, [&idle](const wallet::Result<wallet::SecretBytes> &) { idle = true; });
    REQUIRE(waitFor([&idle] { return idle; }));
    CHECK(model.phrase()->count() == 0);
}

TEST_CASE_METHOD(Fixture, "the passphrase is changed with the old one only", "[security]")
{
    struct NoSessions : SessionDirectory {
        [[nodiscard]] const std::vector<Entry> &entries() const override { return none; }
        void end(const QString &, QObject *, Ended) override { }
        std::vector<Entry> none;
    } sessions;
    SettingsViewModel appearance(settings, wallet, folder.path());
    SecurityViewModel model(wallet, appearance, sessions, {accounts, settings, review, clock, {}});
    model.next()->append(u"short");
    model.again()->append(u"short");
    model.current()->append(passphrase);
    CHECK_FALSE(model.canChange());
    model.next()->append(u" but long enough");
    CHECK_FALSE(model.againError().isEmpty());
    model.again()->append(u" but long enough");
    CHECK(model.againError().isEmpty());
    REQUIRE(model.canChange());
    model.change();
    CHECK(model.current()->isEmpty());
    CHECK(model.next()->isEmpty());
    REQUIRE(waitFor([&] { return model.isChanged(); }));

    model.current()->append(passphrase); // no longer
    model.next()->append(u"another good one");
    model.again()->append(u"another good one");
    model.change();
    REQUIRE(waitFor([&] { return model.status() == Status::Failed; }));
    CHECK_FALSE(model.isChanged());
    wallet.lock();
    CHECK(model.status() == Status::Idle);
}
