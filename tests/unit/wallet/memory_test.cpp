// SPDX-License-Identifier: GPL-3.0-or-later
// Looks for secrets in the whole memory of this process, and of the signer, once the wallet has been locked.
#include "tests/unit/wallet/canaries.h"
#include "tests/unit/wallet/fakekeystore.h"
#include "tests/unit/wallet/walletfixture.h"
#include "wallet/derivation.h"
#include "wallet/encoding/hex.h"
#include "wallet/keyformat.h"
#include "wallet/random.h"
#include "wallet/signerprocess/signerclient.h"
#include "wallet/walletservice.h"

#include <catch2/catch.hpp>

#include <QProcess>
#include <QTest>

#include <csignal>
#include <sys/types.h>

using namespace majlis::wallet;
using namespace majlis::wallet::test;
using namespace Qt::StringLiterals;

namespace
{

template <class T, class Start>
Result<T> answer(Start start)
{
    std::optional<Result<T>> outcome;
    start(Done<T>([&outcome](Result<T> result) { outcome = std::move(result); }));
    REQUIRE(QTest::qWaitFor([&outcome] { return outcome.has_value(); }, 30'000));
    return std::move(*outcome);
}

// Everything of one process that is not left out of core dumps, as a file; false without gdb, or without the right.
bool writeCoreImage(std::int64_t process, const QString &folder)
{
    QProcess gcore;
    gcore.start(u"gcore"_s, {u"-o"_s, folder + u"/core"_s, QString::number(process)});
    return gcore.waitForFinished(60'000) && gcore.exitStatus() == QProcess::NormalExit && gcore.exitCode() == 0;
}

// What this program and its children say: the whole standard error and Qt's log.
class CapturedLog
{
public:
    explicit CapturedLog(const QString &path)
        : m_saved(::dup(STDERR_FILENO))
    {
        const int file = ::open(QFile::encodeName(path).constData(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
        ::dup2(file, STDERR_FILENO);
        ::close(file);
    }
    ~CapturedLog()
    {
        ::dup2(m_saved, STDERR_FILENO);
        ::close(m_saved);
    }
    Q_DISABLE_COPY_MOVE(CapturedLog)

private:
    int m_saved;
};

struct Secrets {
    explicit Secrets(int words)
        : mnemonic(*Mnemonic::generate(words))
    {
        passphrase.append(bytesOf("\xC3\xA9")); // takes the long way through NFKD
    }

    void tell(Canaries &canaries) const
    {
        const SecretBytes seed = *mnemonic.seed({});
        canaries.add("entropy", mnemonic.entropy());
        canaries.add("phrase", mnemonic.sentence());
        canaries.add("seed", seed);
        canaries.add("EVM key", deriveBip32(seed, DerivationPath::evmAccount(0))->key);
        canaries.add("Solana key", deriveSlip10Ed25519(seed, DerivationPath::solanaAccount(0))->key);
        canaries.add("passphrase", passphrase);
        canaries.add("token", token);
        canaries.add("imported key", imported);
    }

    Mnemonic mnemonic;
    SecretBytes passphrase = randomText();
    SecretBytes token = randomText();
    SecretBytes imported = randomSecret(32);
};

// Everything that touches secrets, once; ends unlocked.
void useEverything(WalletService &service, const Secrets &secrets, QObject &context)
{
    REQUIRE(answer<void>([&](Done<void> done) {
        service.create(
            *Mnemonic::parse(secrets.mnemonic.sentence()), {}, secrets.passphrase.clone(), &context, std::move(done));
    }));
    for (AccountId id : {1U, 2U}) {
        REQUIRE(answer<SignedIntent>([&](Done<SignedIntent> done) {
            service.sign(id, SignInIntent{.nonce = u"7f3c9a1e5b2d4860a1c9e7f3b5d20468"_s}, &context, std::move(done));
        }));
    }
    REQUIRE(answer<void>(
        [&](Done<void> done) { service.putSecret(u"token"_s, secrets.token.clone(), &context, std::move(done)); }));
    REQUIRE(*answer<SecretBytes>([&](Done<SecretBytes> done) { service.secret(u"token"_s, &context, std::move(done)); })
        == secrets.token);
    REQUIRE(answer<Mnemonic>([&](Done<Mnemonic> done) {
        service.backupPhrase(secrets.passphrase.clone(), &context, std::move(done));
    })->wordCount()
        == secrets.mnemonic.wordCount());
    const Account imported = *answer<Account>([&](Done<Account> done) {
        service.importKey(KeyFormat::EvmHex, *writeKey(KeyFormat::EvmHex, secrets.imported, {}), {}, u"Imported"_s,
            &context, std::move(done));
    });
    REQUIRE(answer<SecretBytes>([&](Done<SecretBytes> done) {
        service.exportKey(imported.id, secrets.passphrase.clone(), KeyFormat::EvmHex, {}, &context, std::move(done));
    }));
    REQUIRE(answer<void>([&](Done<void> done) { service.enableComputerUnlock(&context, std::move(done)); }));
    service.lock();
    CHECK_FALSE(answer<void>([&](Done<void> done) { service.unlock(randomText(), &context, std::move(done)); }));
    REQUIRE(
        answer<void>([&](Done<void> done) { service.unlock(secrets.passphrase.clone(), &context, std::move(done)); }));
}

void lockAndSettle(WalletService &service, QObject &context)
{
    service.lock();
    REQUIRE(answer<SecretBytes>([&](Done<SecretBytes> done) { service.secret(u"token"_s, &context, std::move(done)); })
                .error()
                .code
        == ErrorCode::Locked);
}

std::unique_ptr<KeyStore> newKeyStore()
{
    return std::make_unique<FakeKeyStore>(std::make_shared<FakeKeyStore::Contents>());
}

void expectNothing(const std::vector<std::string> &found)
{
    for (const std::string &name : found)
        FAIL_CHECK(name);
}

} // namespace

TEST_CASE("after the lock no key, phrase, passphrase or token is left in memory", "[memory]")
{
    const int words = GENERATE(12, 24);
    QTemporaryDir folder;
    FakeTime time;
    Canaries canaries;
    QObject context;
    WalletService service(folder.path(), time, newKeyStore(), KdfParameters::floor());
    {
        const Secrets secrets(words);
        secrets.tell(canaries);
        useEverything(service, secrets, context);
        CHECK(canaries.found().size() >= 8); // the search can find
    }
    lockAndSettle(service, context);
    expectNothing(canaries.found());
}

TEST_CASE("nothing is left in the client, in the signer, in their core images, logs or files", "[memory][signer]")
{
    QTemporaryDir folder;
    QTemporaryDir images;
    Canaries canaries;
    QObject context;
    auto owned = std::make_unique<SignerClient>(
        SignerClient::Setup{SignerClient::installedProgram(), folder.path(), KdfParameters::floor()});
    SignerClient &signer = *owned;
    const auto log = std::make_unique<CapturedLog>(folder.filePath(u"log"_s));
    WalletService service(std::move(owned), newKeyStore());
    const bool mayLook = Canaries::canReadMemoryOf(::getpid()) && ::geteuid() == 0;
    {
        const Secrets secrets(24);
        secrets.tell(canaries);
        useEverything(service, secrets, context);
        if (!mayLook) // that is what is promised: the user's other programs cannot
            CHECK_FALSE(Canaries::canReadMemoryOf(signer.processId()));
        else
            CHECK(canaries.found(signer.processId()).size() >= 5);
        // A crash now: what is left out of core images is left out while it is open, too.
        if (writeCoreImage(signer.processId(), images.path()))
            expectNothing(canaries.foundBelow(images.path()));
    }
    // Unlocked still: the client itself has no key, no phrase and no passphrase any more.
    expectNothing(canaries.found());
    lockAndSettle(service, context);
    expectNothing(canaries.found());
    if (mayLook)
        expectNothing(canaries.found(signer.processId()));
    else
        WARN("skipped: only root may look into the signer's memory");
    if (writeCoreImage(signer.processId(), images.path()) && writeCoreImage(::getpid(), images.path()))
        expectNothing(canaries.foundBelow(images.path()));
    else
        WARN("skipped: no core images without gdb and root");
    REQUIRE(::kill(static_cast<pid_t>(signer.processId()), SIGKILL) == 0);
    REQUIRE(QTest::qWaitFor([&] { return service.state() == WalletService::State::Locked; }, 30'000));
    expectNothing(canaries.found());
    expectNothing(canaries.foundBelow(folder.path()));
    CHECK(QFile(folder.filePath(u"log"_s)).exists());
}
