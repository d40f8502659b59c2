// SPDX-License-Identifier: GPL-3.0-or-later
// The real majlis-signer: what it is confined to, and what is left when it, its client or the protocol ends.
#include "tests/unit/wallet/walletfixture.h"
#include "wallet/signerprocess/confinement.h"
#include "wallet/signerprocess/messagewire.h"
#include "wallet/signerprocess/signerclient.h"
#include "wallet/walletservice.h"

#include <catch2/catch.hpp>

#include <QDir>
#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>

#include <csignal>
#include <sys/types.h>
#include <thread>

using namespace majlis::wallet;
using namespace majlis::wallet::test;
using namespace Qt::StringLiterals;

namespace
{

constexpr int longEnough = 30'000;

SignerClient::Setup setupIn(const QTemporaryDir &folder)
{
    return {SignerClient::installedProgram(), folder.path(), KdfParameters::floor()};
}

request::Create createRequest()
{
    return {knownMnemonic().entropy().clone(), {}, secret("p")};
}

request::Sign signRequest(const char *nonce = "7f3c9a1e5b2d4860a1c9e7f3b5d20468")
{
    return {1, SignInIntent{.nonce = QString::fromLatin1(nonce)}};
}

QByteArray readAll(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QByteArray statusOf(std::int64_t process)
{
    return readAll(u"/proc/%1/status"_s.arg(process));
}

bool isGone(std::int64_t process)
{
    return QTest::qWaitFor([process] { return ::kill(static_cast<pid_t>(process), 0) != 0; }, longEnough);
}

// A signer of our own, to say to it what a client never says.
struct BareSigner {
    QTemporaryDir folder;
    std::unique_ptr<SignerChild> child = *SignerChild::start(
        SignerClient::installedProgram(), {u"--folder"_s, folder.path(), u"--kdf"_s, u"2,19456"_s}, [] { });

    Result<SecretBytes> ask(const SecretBytes &message)
    {
        if (const Result<void> sent = child->channel().write(message); !sent)
            return std::unexpected(sent.error());
        return child->channel().read(wire::largestFrame, std::chrono::steady_clock::now() + std::chrono::seconds(20));
    }
    void greet() { REQUIRE(wire::readWelcome(ask(wire::writeHello())->view())); }
    bool ends()
    {
        return QTest::qWaitFor([this] { return child->hasEnded(); }, longEnough);
    }
};

} // namespace

TEST_CASE("the signer has no network, no core, no debugger, no new programs", "[signerprocess]")
{
    QTemporaryDir folder;
    SignerClient client(setupIn(folder));
    REQUIRE(client.perform(createRequest()).result);
    const auto has
        = [&client](Confinement measure) { return (client.confinement() & static_cast<std::uint32_t>(measure)) != 0; };
    CHECK(has(Confinement::NoCoreDump));
    CHECK(has(Confinement::NotDumpable));
    CHECK(has(Confinement::ResourceLimits));
#ifdef Q_OS_LINUX
    CHECK(has(Confinement::DiesWithParent));
    CHECK(has(Confinement::NoNewPrivileges));
    CHECK(has(Confinement::SystemCallFilter));
    if (!has(Confinement::EmptyNetwork))
        WARN("no namespaces for us on this system: the network is shut by the system call filter alone");
    if (!has(Confinement::OneFolder))
        WARN("no Landlock on this system: the signer may write wherever the user may");
    const QByteArray status = statusOf(client.processId());
    CHECK(status.contains("\nNoNewPrivs:\t1\n"));
    CHECK(status.contains("\nSeccomp:\t2\n"));
    CHECK(status.contains("\nThreads:\t1\n"));
    CHECK(status.contains("\nCapEff:\t0000000000000000\n"));
    const QByteArray limits = readAll(u"/proc/%1/limits"_s.arg(client.processId()));
    CHECK(limits.contains("Max core file size        0                    0 "));
    if (has(Confinement::EmptyNetwork)) {
        const QByteArray devices = readAll(u"/proc/%1/net/dev"_s.arg(client.processId()));
        CHECK(devices.count(':') <= 1); // the loopback, and that is down
    }
    // Links and parses nothing that could talk or be shown.
    const QByteArray maps = readAll(u"/proc/%1/maps"_s.arg(client.processId()));
    for (const char *library : {"Qt6Network", "Qt6Gui", "Qt6Qml", "Qt6DBus", "libssl", "libdbus", "keychain"})
        CHECK_FALSE(maps.contains(library));
#endif
}

TEST_CASE("the signer ends with its input, and its client's end is its end", "[signerprocess]")
{
    QTemporaryDir folder;
    std::int64_t process = 0;
    {
        SignerClient client(setupIn(folder));
        REQUIRE(client.perform(createRequest()).result);
        process = client.processId();
        REQUIRE(process > 0);
    }
    CHECK(isGone(process));
}

TEST_CASE("a signer that dies is replaced; the wallet is locked and the service says so", "[signerprocess]")
{
    QTemporaryDir folder;
    auto owned = std::make_unique<SignerClient>(setupIn(folder));
    SignerClient &client = *owned;
    WalletService service(std::move(owned), nullptr);
    QObject context;
    bool created = false;
    service.create(
        knownMnemonic(), {}, secret("p"), &context, [&](const Result<void> &made) { created = made.has_value(); });
    REQUIRE(QTest::qWaitFor([&] { return created; }, longEnough));
    CHECK(service.accounts().size() == 2);
    QSignalSpy lost(&service, &WalletService::signerLost);
    const std::int64_t first = client.processId();

    REQUIRE(::kill(static_cast<pid_t>(first), SIGKILL) == 0);
    REQUIRE(QTest::qWaitFor([&] { return lost.count() == 1; }, longEnough));
    CHECK(service.state() == WalletService::State::Locked);
    CHECK(service.accounts().isEmpty());
    REQUIRE(QTest::qWaitFor([&] { return client.processId() != 0 && client.processId() != first; }, longEnough));
    std::optional<Result<void>> unlocked;
    service.unlock(secret("p"), &context, [&](Result<void> result) { unlocked = std::move(result); });
    REQUIRE(QTest::qWaitFor([&] { return unlocked.has_value(); }, longEnough));
    CHECK(unlocked->has_value());
    CHECK(service.state() == WalletService::State::Unlocked);
}

TEST_CASE("a signer that dies in the middle of a call answers SignerLost, and the next call works", "[signerprocess]")
{
    QTemporaryDir folder;
    auto setup = setupIn(folder);
    setup.parameters = {3, 256 * 1024}; // long enough to be killed in
    SignerClient client(setup);
    REQUIRE(client.perform(request::Inspect{}).result);
    const std::int64_t process = client.processId();
    std::thread killer([process] {
        const auto residentKiB = [process] {
            const QByteArray status = statusOf(process);
            const qsizetype at = status.indexOf("VmRSS:");
            return at < 0 ? 0 : status.mid(at + 6, status.indexOf("kB", at) - at - 6).trimmed().toInt();
        };
        while (residentKiB() < 100 * 1024) { } // Argon2id is at work
        ::kill(static_cast<pid_t>(process), SIGKILL);
    });
    const WalletReply reply = client.perform(createRequest());
    killer.join();
    REQUIRE_FALSE(reply.result);
    CHECK(reply.result.error().code == ErrorCode::SignerLost);
    CHECK(reply.snapshot.phase == WalletPhase::Missing); // nothing half made
    CHECK(client.perform(createRequest()).result);
}

TEST_CASE("why a signer does not start is told: not there, ends at once, another version", "[signerprocess]")
{
    QTemporaryDir folder;
    auto setup = setupIn(folder);
    const auto outcome = [&setup](const QString &program) {
        setup.program = program;
        SignerClient client(setup);
        const WalletReply reply = client.perform(request::Inspect{});
        REQUIRE_FALSE(reply.result);
        CHECK(reply.snapshot.phase == WalletPhase::Unusable);
        CHECK(reply.snapshot.error.code == reply.result.error().code);
        return reply.result.error().code;
    };
    const auto script = [&folder](const QByteArray &text) {
        const QString path = folder.filePath(u"script"_s);
        QFile file(path);
        REQUIRE(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        file.write("#!/bin/sh\n" + text);
        file.close();
        REQUIRE(file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
        return path;
    };
    CHECK(outcome(folder.filePath(u"no-such-program"_s)) == ErrorCode::SignerMissing);
    CHECK(outcome(folder.path()) == ErrorCode::SignerMissing); // may not be run
    CHECK(outcome(u"/bin/true"_s) == ErrorCode::SignerFailed);
    CHECK(outcome(script("kill -9 $$\n")) == ErrorCode::SignerFailed);
    CHECK(outcome(script("echo no signer at all\n")) == ErrorCode::SignerFailed);
    SecretBytes welcome = wire::writeWelcome(0);
    welcome.data()[8] ^= 0x40U; // the version
    QFile frame(folder.filePath(u"welcome"_s));
    REQUIRE(frame.open(QIODevice::WriteOnly));
    const char header[4] = {static_cast<char>(welcome.size()), 0, 0, 0};
    frame.write(header, 4);
    frame.write(reinterpret_cast<const char *>(welcome.data()), static_cast<qint64>(welcome.size()));
    frame.close();
    CHECK(outcome(script("/bin/cat '" + QFile::encodeName(frame.fileName()) + "'; read x\n"))
        == ErrorCode::SignerMismatch);

    setup.program = folder.filePath(u"script"_s);
    SignerClient client(setup);
    CHECK_FALSE(client.perform(request::Inspect{}).result);
    REQUIRE(QFile::remove(setup.program));
    REQUIRE(QFile::link(SignerClient::installedProgram(), setup.program));
    CHECK(client.perform(request::Inspect{}).result); // installed again meanwhile: no restart needed
}

TEST_CASE("it locks by itself when nothing comes for so long", "[signerprocess]")
{
    QTemporaryDir folder;
    SignerClient client(setupIn(folder));
    REQUIRE(client.perform(createRequest()).result);
    REQUIRE(client.perform(request::SetIdleLock{std::chrono::milliseconds(300)}).result);
    CHECK(client.perform(request::Touch{}).snapshot.phase == WalletPhase::Unlocked);
    QElapsedTimer idle;
    idle.start();
    REQUIRE(QTest::qWaitFor([&idle] { return idle.hasExpired(600); }, longEnough));
    const WalletReply reply = client.perform(signRequest());
    CHECK(reply.result.error().code == ErrorCode::Locked);
    CHECK(reply.snapshot.phase == WalletPhase::Locked);
}

TEST_CASE("whatever is not the protocol ends the signer, and it makes no wallet", "[signerprocess]")
{
    SECTION("another hello")
    {
        BareSigner signer;
        CHECK(signer.child->channel().write(secret("GET / HTTP/1.1\r\n\r\n")));
        CHECK(signer.ends());
    }
    SECTION("a hello of another version")
    {
        BareSigner signer;
        SecretBytes hello = wire::writeHello();
        hello.data()[8] ^= 0xFFU;
        const Result<SecretBytes> answer = signer.ask(hello);
        REQUIRE(answer);
        CHECK(wire::readWelcome(answer->view())->version == wire::protocolVersion); // so that the client can say it
        CHECK(signer.ends());
    }
    SECTION("a frame of a forbidden length")
    {
        BareSigner signer;
        signer.greet();
        CHECK(
            signer.child->channel()
                .write(SecretBytes(wire::largestFrame + 1), std::chrono::steady_clock::now() + std::chrono::seconds(1))
                .error()
                .code
            == ErrorCode::Io);
        CHECK(signer.ends());
    }
    SECTION("a request with one byte too many")
    {
        BareSigner signer;
        signer.greet();
        SecretBytes message = wire::writeRequest(1, request::Inspect{});
        message.append(0);
        CHECK_FALSE(signer.ask(message));
        CHECK(signer.ends());
        CHECK(QDir(signer.folder.path()).isEmpty());
    }
    SECTION("a raw hash: there is no request for it")
    {
        BareSigner signer;
        signer.greet();
        CHECK_FALSE(signer.ask(secret("\x01\x01\x01\x01\x09"
                                      "01234567890123456789012345678901")));
        CHECK(signer.ends());
    }
}
