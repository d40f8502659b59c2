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

TEST_CASE("a signer that cannot be started is said to be lost", "[signerprocess]")
{
    QTemporaryDir folder;
    auto setup = setupIn(folder);
    setup.program = folder.filePath(u"no-such-program"_s);
    SignerClient missing(setup);
    const WalletReply reply = missing.perform(request::Inspect{});
    CHECK(reply.result.error().code == ErrorCode::SignerLost);
    CHECK(reply.snapshot.phase == WalletPhase::Unusable);
    setup.program = u"/bin/true"_s; // starts, and is no signer
    SignerClient other(setup);
    CHECK(other.perform(request::Inspect{}).result.error().code == ErrorCode::SignerLost);
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

TEST_CASE("every request and reply comes through the encoding unchanged", "[signerprocess][wire]")
{
    const auto again = [](const WalletRequest &request) {
        const SecretBytes written = wire::writeRequest(7, request);
        const auto read = wire::readRequest(written.view());
        REQUIRE(read);
        CHECK(read->number == 7);
        CHECK(read->request.index() == request.index());
        CHECK(wire::writeRequest(7, read->request) == written);
        for (std::size_t size = 0; size < written.size(); ++size)
            CHECK_FALSE(wire::readRequest(written.view().first(size)));
    };
    const Address evm = *Address::parse(u"0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266");
    const Address solana = *Address::parse(u"FAe4sisG95oZ42w7buUn5qEE4TAnfTTFPiguZUHmhiF");
    again(request::Inspect{});
    again(createRequest());
    again(request::ChangePassphrase{secret("a"), secret("b")});
    again(request::AddAccount{AddressFamily::Solana, u"\u0645\u062c\u0644\u0633"_s});
    again(request::PutSecret{u"token"_s, SecretBytes(65536)});
    again(request::SetIdleLock{std::chrono::minutes(5)});
    again(request::ImportKey{KeyFormat::SolanaBase58, secret("t"), secret("f"), u"n"_s});
    again(request::WatchAddress{solana, u"n"_s});
    again(request::SetAccountHidden{3, true});
    again(request::RemoveAccount{3});
    again(request::ExportKey{3, secret("p"), KeyFormat::EvmKeystore, secret("f")});
    const EvmTransferIntent transfer{
        {chainBase, 7, 21000, DynamicFee{30, 2}, {}}, evm, Uint256::max(), EvmToken{evm, u"USDT"_s, 6}};
    const CallArgument tuple{std::vector<CallArgument>{{Uint256(1)}, {true}, {evm}, {u"text"_s}, {Bytes{1, 2}}}};
    const EvmContractCallIntent contractCall{Platform::AbLand, transfer.transaction, evm,
        u"f((uint256,bool,address,string,bytes))"_s, {tuple}, 5, {{evm, u"A"_s, 0}}, true};
    const SolanaTransferIntent sol{{SolanaCluster::Devnet, {1, 2, 3}, 9, 200'000, 1000}, solana, 5,
        SolanaToken{solana, u"USDC"_s, 6, true}, u"memo"_s};
    const SolanaProgramCallIntent program{Platform::Zmart, sol.transaction, solana, u"buy_shares"_s,
        {{std::uint8_t{1}}, {std::uint64_t{2}}, {solana}}, {solana}};
    for (const Intent &intent : {Intent(SignInIntent{.nonce = u"n"_s}),
             Intent(ReferralRegistrationIntent{evm, u"c"_s, ReferralChain::Arbitrum}), Intent(EvmSignInIntent{}),
             Intent(SolanaSignInIntent{}), Intent(TextMessageIntent{u"text"_s}),
             Intent(TextMessageIntent{Bytes{0, 255}}), Intent(transfer), Intent(contractCall),
             Intent(EvmTypedDataIntent{Platform::Dslt, 56, "{}", false}), Intent(sol), Intent(program),
             Intent(ServerBuiltTransactionIntent{Platform::Dslt, Bytes{1}, contractCall}),
             Intent(ServerBuiltTransactionIntent{Platform::Zmart, Bytes{1}, program})})
        again(request::Sign{1, intent});

    CallArgument deep{Uint256(1)};
    for (int i = 0; i < 20; ++i)
        deep = CallArgument{std::vector<CallArgument>{deep}};
    EvmContractCallIntent nested = contractCall;
    nested.arguments = {deep};
    CHECK_FALSE(wire::readRequest(wire::writeRequest(1, request::Sign{1, nested}).view()));
    nested.arguments = {};
    nested.method = QString(100'000, u'x');
    CHECK_FALSE(wire::readRequest(wire::writeRequest(1, request::Sign{1, nested}).view()));

    WalletReply reply{WalletValue(SignedIntent{evm, u"m"_s, u"s"_s, {1}, u"id"_s, u"d"_s}), {}};
    reply.snapshot = {
        WalletPhase::Unlocked, {}, true, true, u"id"_s, {Account{1, u"Main"_s, evm, 0, AccountOrigin::Imported, true}}};
    const auto read = wire::readReply(wire::writeReply(3, reply).view());
    REQUIRE(read);
    CHECK(read->reply.snapshot.accounts == reply.snapshot.accounts);
    CHECK(std::get<SignedIntent>(*read->reply.result).transactionId == u"id"_s);
    const WalletReply failed{fail(ErrorCode::Throttled, "wait"), reply.snapshot};
    CHECK(wire::readReply(wire::writeReply(3, failed).view())->reply.result.error().code == ErrorCode::Throttled);
}
