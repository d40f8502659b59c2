// SPDX-License-Identifier: GPL-3.0-or-later
// The whole client with the real signer process: where secrets are after use, lock and kill. The items that secrets are
// typed into and shown by are under test in tests/qml; the wallet alone in tests/unit/wallet/memory_test.cpp.
#include "tests/e2e/client/clientfixture.h"
#include "tests/unit/wallet/canaries.h"
#include "wallet/derivation.h"

#include <csignal>

#ifdef Q_OS_LINUX
#include <sys/prctl.h>
#endif

using namespace majlis;
using namespace majlis::test;
using namespace Qt::StringLiterals;
using wallet::test::Canaries;

namespace
{

// The signer that belongs to this program.
std::int64_t signerProcess()
{
    QDirIterator entries(u"/proc"_s, QDir::Dirs | QDir::NoDotAndDotDot);
    const QByteArray parent = "\nPPid:\t" + QByteArray::number(static_cast<qlonglong>(::getpid())) + '\n';
    while (entries.hasNext()) {
        QFile status(entries.next() + u"/status"_s);
        if (!status.open(QIODevice::ReadOnly))
            continue;
        const QByteArray text = status.readAll();
        if (text.startsWith("Name:\tmajlis-signer\n") && text.contains(parent))
            return QFileInfo(status.fileName()).dir().dirName().toLongLong();
    }
    return 0;
}

void expectNothing(const std::vector<std::string> &found)
{
    for (const std::string &name : found)
        FAIL_CHECK(name);
}

} // namespace

TEST_CASE("after use no seed, phrase, key or passphrase is in the client, nor in its files", "[e2e][secrets]")
{
    SandboxProcess sandbox;
    ClientProgram program;
    program.start();
    Canaries canaries;
    {
        const auto mnemonic = *wallet::Mnemonic::generate(24);
        const wallet::SecretBytes passphrase = wallet::test::randomText();
        const wallet::SecretBytes seed = *mnemonic.seed({});
        canaries.add("entropy", mnemonic.entropy());
        canaries.add("phrase", mnemonic.sentence());
        canaries.add("seed", seed);
        canaries.add("EVM key", wallet::deriveBip32(seed, wallet::DerivationPath::evmAccount(0))->key);
        canaries.add("Solana key", wallet::deriveSlip10Ed25519(seed, wallet::DerivationPath::solanaAccount(0))->key);
        canaries.add("passphrase", passphrase);
        bool made = false;
        program.services().wallet.create(*wallet::Mnemonic::parse(mnemonic.sentence()), {}, passphrase.clone(),
            &program.root(), [&made](const wallet::Result<void> &done) { made = done.has_value(); });
        REQUIRE(program.waitFor([&] { return made; }));
        CHECK(canaries.found().size() >= 5); // the search can find
    }
    program.connectTo(sandbox.url());
    program.signIn();
    REQUIRE(program.waitFor([&] { return program.showsNetwork(); }));
    expectNothing(canaries.found()); // unlocked, and nothing in this process
    const std::int64_t signer = signerProcess();
    REQUIRE(signer > 0);
    program.services().wallet.lock();
    bool locked = false;
    program.services().wallet.secret(u"n"_s, &program.root(), [&](const auto &) { locked = true; });
    REQUIRE(program.waitFor([&] { return locked; }));
    expectNothing(canaries.found());
    if (::geteuid() == 0)
        expectNothing(canaries.found(signer));
    else
        CHECK_FALSE(Canaries::canReadMemoryOf(signer));
    expectNothing(canaries.foundBelow(program.services().dataDir)); // vault, database, settings, keystore marks
    REQUIRE(::kill(static_cast<pid_t>(signer), SIGKILL) == 0);
    REQUIRE(program.waitFor([&] { return signerProcess() != 0 && signerProcess() != signer; }));
    CHECK(program.services().wallet.state() == wallet::WalletService::State::Locked);
    expectNothing(canaries.found());
    expectNothing(canaries.foundBelow(program.services().dataDir));
}

#ifdef Q_OS_LINUX
TEST_CASE("nobody looks into the client while a page has secrets in it", "[e2e][secrets]")
{
    using PageId = viewmodels::page::Id;
    const auto mayLook = [] { return ::prctl(PR_GET_DUMPABLE) == 1; };
    ClientProgram program;
    program.start();
    program.createWallet();
    auto *shell = program.root().shell();
    shell->open(PageId::Settings);
    CHECK(mayLook()); // the desktop's portals have to
    for (const PageId page : {PageId::Backup, PageId::Security, PageId::Accounts}) {
        shell->open(page);
        CHECK_FALSE(mayLook());
    }
    shell->open(PageId::Settings);
    CHECK(mayLook());
    program.services().wallet.lock();
    REQUIRE(program.waitFor([&] { return shell->page() == PageId::Unlock; }));
    program.root().unlock()->passphrase()->append(u"typed");
    CHECK_FALSE(mayLook());
    program.root().unlock()->passphrase()->clear();
    CHECK(mayLook());
}
#endif
