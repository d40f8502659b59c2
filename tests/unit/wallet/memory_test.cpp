// SPDX-License-Identifier: GPL-3.0-or-later
// Looks for secrets in the whole memory of this process once the wallet has been locked. The secrets are random, and
// what is looked for is kept with every bit inverted, so that the search does not find itself.
#include "tests/unit/wallet/fakekeystore.h"
#include "tests/unit/wallet/walletfixture.h"
#include "wallet/derivation.h"
#include "wallet/encoding/hex.h"
#include "wallet/random.h"
#include "wallet/walletservice.h"

#include <catch2/catch.hpp>

#include <QTest>

#include <algorithm>
#include <cstring>
#include <fcntl.h>
#include <map>
#include <unistd.h>

using namespace majlis::wallet;
using namespace majlis::wallet::test;
using namespace Qt::StringLiterals;

namespace
{

constexpr std::size_t window = 16;

// Sixteen bytes from the start, the middle and the end of a secret, inverted.
std::vector<Bytes> invertedParts(const SecretBytes &secret)
{
    std::vector<Bytes> parts;
    for (const std::size_t at : {std::size_t{0}, (secret.size() - window) / 2, secret.size() - window}) {
        Bytes part(window);
        std::transform(secret.data() + at, secret.data() + at + window, part.begin(),
            [](std::uint8_t byte) { return static_cast<std::uint8_t>(~byte); });
        parts.push_back(std::move(part));
    }
    return parts;
}

bool contains(ByteView memory, const Bytes &inverted)
{
    const auto first = static_cast<std::uint8_t>(~inverted[0]);
    const std::uint8_t *at = memory.data();
    const std::uint8_t *const end = memory.data() + memory.size() - window + 1;
    while (at < end
        && (at = static_cast<const std::uint8_t *>(std::memchr(at, first, static_cast<std::size_t>(end - at))))
            != nullptr) {
        if (std::equal(inverted.begin(), inverted.end(), at,
                [](std::uint8_t left, std::uint8_t right) { return left == static_cast<std::uint8_t>(~right); }))
            return true;
        ++at;
    }
    return false;
}

class Canaries
{
public:
    void add(const char *name, const SecretBytes &secret) { m_parts[name] = invertedParts(secret); }

    // The names of those that are anywhere in memory.
    [[nodiscard]] std::vector<std::string> found() const
    {
        std::vector<std::string> names;
        QFile maps(u"/proc/self/maps"_s);
        REQUIRE(maps.open(QIODevice::ReadOnly));
        const int memory = ::open("/proc/self/mem", O_RDONLY | O_CLOEXEC);
        REQUIRE(memory >= 0);
        qint64 bytesRead = 0;
        for (const QByteArray &line : maps.readAll().split('\n'))
            bytesRead += searchRange(memory, line, names);
        ::close(memory);
        REQUIRE(bytesRead > 1'000'000); // it did look
        return names;
    }

private:
    qint64 searchRange(int memory, const QByteArray &line, std::vector<std::string> &names) const
    {
        const QList<QByteArray> range = line.left(line.indexOf(' ')).split('-');
        if (range.size() != 2 || !line.contains(" r") || line.contains("[vvar]") || line.contains("[vsyscall]"))
            return 0;
        const quint64 start = range[0].toULongLong(nullptr, 16);
        Bytes copy(range[1].toULongLong(nullptr, 16) - start);
        const auto size = ::pread64(memory, copy.data(), copy.size(), static_cast<off64_t>(start));
        if (size < static_cast<ssize_t>(window))
            return 0;
        for (const auto &[name, parts] : m_parts) {
            for (const Bytes &part : parts) {
                if (contains(ByteView(copy).first(static_cast<std::size_t>(size)), part))
                    names.push_back(name + " in " + line.toStdString());
            }
        }
        wipe(copy);
        return size;
    }

    std::map<std::string, std::vector<Bytes>> m_parts;
};

template <class T, class Start>
Result<T> answer(Start start)
{
    std::optional<Result<T>> outcome;
    start(Done<T>([&outcome](Result<T> result) { outcome = std::move(result); }));
    REQUIRE(QTest::qWaitFor([&outcome] { return outcome.has_value(); }, 30'000));
    return std::move(*outcome);
}

SecretBytes randomText()
{
    SecretBytes text;
    const SecretBytes raw = randomSecret(40);
    for (const std::uint8_t byte : raw.view())
        text.append(static_cast<std::uint8_t>('!' + byte % 90));
    return text;
}

} // namespace

TEST_CASE("after the lock no key, phrase, passphrase or token is left in memory", "[memory]")
{
    const int words = GENERATE(12, 24);
    QTemporaryDir folder;
    FakeTime time;
    Canaries canaries;
    QObject context;
    WalletService service(folder.path(), time,
        std::make_unique<FakeKeyStore>(std::make_shared<FakeKeyStore::Contents>()), KdfParameters::floor());
    {
        const Mnemonic mnemonic = *Mnemonic::generate(words);
        SecretBytes passphrase = randomText();
        passphrase.append(bytesOf("\xC3\xA9")); // takes the long way through NFKD
        const SecretBytes token = randomText();
        const SecretBytes seed = *mnemonic.seed({});
        canaries.add("entropy", mnemonic.entropy());
        canaries.add("phrase", mnemonic.sentence());
        canaries.add("seed", seed);
        canaries.add("EVM key", deriveBip32(seed, DerivationPath::evmAccount(0))->key);
        canaries.add("Solana key", deriveSlip10Ed25519(seed, DerivationPath::solanaAccount(0))->key);
        canaries.add("passphrase", passphrase);
        canaries.add("token", token);
        const auto key = deriveKey(passphrase, {}, KdfParameters::floor());

        REQUIRE(answer<void>([&](Done<void> done) {
            service.create(*Mnemonic::parse(mnemonic.sentence()), {}, passphrase.clone(), &context, std::move(done));
        }));
        for (AccountId id : {1U, 2U}) {
            REQUIRE(answer<SignedIntent>([&](Done<SignedIntent> done) {
                service.sign(
                    id, SignInIntent{.nonce = u"7f3c9a1e5b2d4860a1c9e7f3b5d20468"_s}, &context, std::move(done));
            }));
        }
        REQUIRE(answer<void>(
            [&](Done<void> done) { service.putSecret(u"token"_s, token.clone(), &context, std::move(done)); }));
        REQUIRE(*answer<SecretBytes>([&](Done<SecretBytes> done) {
            service.secret(u"token"_s, &context, std::move(done));
        }) == token);
        REQUIRE(answer<Mnemonic>([&](Done<Mnemonic> done) {
            service.backupPhrase(passphrase.clone(), &context, std::move(done));
        })->wordCount()
            == words);
        REQUIRE(answer<void>([&](Done<void> done) { service.enableComputerUnlock(&context, std::move(done)); }));
        service.lock();
        CHECK_FALSE(answer<void>([&](Done<void> done) { service.unlock(randomText(), &context, std::move(done)); }));
        REQUIRE(answer<void>([&](Done<void> done) { service.unlock(passphrase.clone(), &context, std::move(done)); }));
        CHECK(canaries.found().size() >= 7); // the search can find
    }
    service.lock();
    REQUIRE(answer<SecretBytes>([&](Done<SecretBytes> done) { service.secret(u"token"_s, &context, std::move(done)); })
                .error()
                .code
        == ErrorCode::Locked);
    for (const std::string &name : canaries.found())
        FAIL_CHECK(name);
}
