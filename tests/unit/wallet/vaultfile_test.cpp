// SPDX-License-Identifier: GPL-3.0-or-later
// What must not happen to a vault file, and what happens when it does.
#include "tests/unit/wallet/walletfixture.h"
#include "wallet/crypto/sodium.h"
#include "wallet/random.h"
#include "wallet/vaultcontent.h"
#include "wallet/vaultfile.h"

#include <catch2/catch.hpp>
#include <sodium.h>

#include <QFileInfo>

using namespace majlis::wallet;
using namespace majlis::wallet::test;
using namespace Qt::StringLiterals;

namespace
{

VaultContent::AccountRecord record(AccountId id, AddressFamily family, std::uint32_t index, const QString &name)
{
    VaultContent::AccountRecord made;
    made.id = id;
    made.family = family;
    made.index = index;
    made.name = name;
    return made;
}

Bytes bytesFrom(const QByteArray &bytes)
{
    return Bytes(bytes.begin(), bytes.end());
}

ErrorCode parseCode(ByteView bytes)
{
    const auto parsed = VaultFile::parse(bytes);
    return parsed ? ErrorCode::Internal : parsed.error().code;
}

// As a forger would: after a change, the checksum is right again.
Bytes withChecksum(Bytes bytes)
{
    ensureSodium();
    const std::size_t size = bytes.size() - 32;
    crypto_generichash(bytes.data() + size, 32, bytes.data(), size, nullptr, 0);
    return bytes;
}

Bytes withNumber(Bytes bytes, std::size_t at, std::uint32_t number)
{
    for (std::size_t i = 0; i < 4; ++i)
        bytes[at + i] = static_cast<std::uint8_t>(number >> (8 * i));
    return withChecksum(std::move(bytes));
}

constexpr std::size_t versionAt = 8;
constexpr std::size_t operationsAt = 12;
constexpr std::size_t memoryAt = 16;

// A sealed file with a device slot, and the keys to it; no Argon2id in the way.
struct Sample {
    SecretBytes passphraseKey = randomSecret(32);
    SecretBytes deviceKey = randomSecret(32);
    SecretBytes contentKey = randomSecret(32);
    VaultFile file = VaultFile::create(KdfParameters::floor());

    Sample()
    {
        VaultContent content;
        content.entropy = knownMnemonic().entropy().clone();
        content.accounts.push_back(record(1, AddressFamily::Evm, 0, u"Main"_s));
        content.nextAccountId = 2;
        content.secrets.emplace(u"token"_s, SecretBytes::fromText("t"));
        file.sealSlot(VaultFile::Slot::Passphrase, passphraseKey, contentKey);
        file.sealSlot(VaultFile::Slot::Device, deviceKey, contentKey);
        file.sealContent(contentKey, content.serialise());
    }

    // Whether `bytes` still open, by either key.
    [[nodiscard]] bool opens(ByteView bytes) const
    {
        const auto parsed = VaultFile::parse(bytes);
        if (!parsed)
            return false;
        for (const auto slot : {VaultFile::Slot::Passphrase, VaultFile::Slot::Device}) {
            const auto key = parsed->openSlot(slot, slot == VaultFile::Slot::Passphrase ? passphraseKey : deviceKey);
            if (key && parsed->openContent(*key))
                return true;
        }
        return false;
    }
};

} // namespace

TEST_CASE("a vault file reads back as it was written", "[vaultfile]")
{
    const Sample sample;
    const Bytes bytes = sample.file.serialise();
    CHECK(sample.opens(bytes));
    const VaultFile again = *VaultFile::parse(bytes);
    CHECK(again.serialise() == bytes);
    CHECK(again.generation() == 1);
    CHECK(*again.openSlot(VaultFile::Slot::Device, sample.deviceKey) == sample.contentKey);
    CHECK_FALSE(again.openSlot(VaultFile::Slot::Device, sample.passphraseKey));
    CHECK_FALSE(again.openSlot(VaultFile::Slot::Passphrase, sample.deviceKey));
}

TEST_CASE("every flipped bit of a vault is damage, and a forged checksum does not help", "[vaultfile]")
{
    const Sample sample;
    const Bytes good = sample.file.serialise();
    REQUIRE(good.size() > 300);
    int said = 0;
    int refused = 0;
    for (std::size_t bit = 0; bit < good.size() * 8; ++bit) {
        Bytes flipped = good;
        flipped[bit / 8] ^= static_cast<std::uint8_t>(1U << (bit % 8));
        said += parseCode(flipped) == ErrorCode::Damaged ? 1 : 0;
        if (bit / 8 < good.size() - 32)
            refused += sample.opens(withChecksum(flipped)) ? 0 : 1;
    }
    CHECK(said == static_cast<int>(good.size()) * 8);
    CHECK(refused == static_cast<int>(good.size() - 32) * 8);
}

TEST_CASE("every cut and every longer vault is damage", "[vaultfile]")
{
    const Sample sample;
    const Bytes good = sample.file.serialise();
    for (std::size_t size = 0; size < good.size(); ++size) {
        const Bytes cut(good.begin(), good.begin() + static_cast<std::ptrdiff_t>(size));
        CHECK(parseCode(cut) == ErrorCode::Damaged);
        if (size > 32)
            CHECK(parseCode(withChecksum(cut)) == ErrorCode::Damaged);
    }
    Bytes longer = good;
    longer.push_back(0);
    CHECK(parseCode(longer) == ErrorCode::Damaged);
    CHECK(parseCode(withChecksum(longer)) == ErrorCode::Damaged);
    CHECK(parseCode(Bytes(VaultFile::largestFile + 1)) == ErrorCode::Damaged);
}

TEST_CASE("parts of two vaults, or of two states of one, do not fit together", "[vaultfile]")
{
    Sample sample;
    const Bytes before = sample.file.serialise();
    sample.file.sealContent(
        sample.contentKey, SecretBytes(VaultFile::parse(before)->openContent(sample.contentKey)->clone()));
    const Bytes after = sample.file.serialise();
    REQUIRE(before.size() == after.size());
    // The new header with the old content: somebody puts back a spent session token.
    Bytes mixed = after;
    const std::size_t contentAt = 52 + 8 + 72 + 1 + 72 + 24 + 4;
    std::copy(before.begin() + contentAt - 28, before.end() - 32, mixed.begin() + contentAt - 28);
    CHECK_FALSE(sample.opens(withChecksum(mixed)));
    CHECK(sample.opens(after));
}

TEST_CASE("weak and excessive parameters are refused before any work", "[vaultfile][kdf]")
{
    const Sample sample;
    const Bytes good = sample.file.serialise();
    const auto floor = KdfParameters::floor();
    const auto ceiling = KdfParameters::ceiling();
    CHECK(parseCode(withNumber(good, operationsAt, floor.operations - 1)) == ErrorCode::WeakParameters);
    CHECK(parseCode(withNumber(good, operationsAt, 0)) == ErrorCode::WeakParameters);
    CHECK(parseCode(withNumber(good, memoryAt, floor.memoryKiB - 1)) == ErrorCode::WeakParameters);
    CHECK(parseCode(withNumber(good, memoryAt, 0)) == ErrorCode::WeakParameters);
    CHECK(parseCode(withNumber(good, operationsAt, ceiling.operations + 1)) == ErrorCode::ExcessiveParameters);
    CHECK(parseCode(withNumber(good, memoryAt, ceiling.memoryKiB + 1)) == ErrorCode::ExcessiveParameters);
    CHECK(parseCode(withNumber(good, memoryAt, 100U * 1024 * 1024)) == ErrorCode::ExcessiveParameters);
    CHECK(parseCode(withNumber(good, memoryAt, UINT32_MAX)) == ErrorCode::ExcessiveParameters);
    CHECK(VaultFile::parse(withNumber(good, memoryAt, ceiling.memoryKiB)));
    CHECK(deriveKey(secret("p"), {}, {1, floor.memoryKiB}).error().code == ErrorCode::WeakParameters);
    CHECK(deriveKey(secret("p"), {}, {2, UINT32_MAX}).error().code == ErrorCode::ExcessiveParameters);
    CHECK(KdfParameters::recommended().check());
}

TEST_CASE("a vault of a newer Majlis is said to be that", "[vaultfile]")
{
    const Sample sample;
    Bytes newer = sample.file.serialise();
    newer[versionAt] = 2;
    CHECK(parseCode(withChecksum(newer)) == ErrorCode::UnsupportedVersion);
    newer[versionAt] = 0;
    CHECK(parseCode(withChecksum(newer)) == ErrorCode::Damaged);
}

TEST_CASE("sealed content that makes no sense is damage", "[vaultfile]")
{
    const auto refused = [](const SecretBytes &bytes) {
        const auto parsed = VaultContent::parse(bytes);
        return !parsed && parsed.error().code == ErrorCode::Damaged;
    };
    VaultContent content;
    content.entropy = randomSecret(32);
    content.mnemonicPassphrase = SecretBytes::fromText("TREZOR");
    content.accounts.push_back(record(1, AddressFamily::Evm, 0, u"Main \u0645"_s));
    content.accounts.push_back(record(7, AddressFamily::Solana, 3, QString()));
    content.accounts.push_back(record(5, AddressFamily::Solana, 0, u"Imported"_s));
    content.accounts.back().origin = AccountOrigin::Imported;
    content.accounts.back().key = randomSecret(32);
    content.accounts.push_back(record(6, AddressFamily::Evm, 0, u"Watched"_s));
    content.accounts.back().origin = AccountOrigin::WatchOnly;
    content.accounts.back().watched = Address::evm({1, 2, 3});
    content.accounts.back().hidden = true;
    content.nextAccountId = 8;
    content.secrets.emplace(u"a/\u00e9"_s, SecretBytes::fromText("value"));
    const SecretBytes good = content.serialise();
    CHECK(VaultContent::parse(good)->serialise() == good);
    CHECK(content.clone().serialise() == good);
    for (std::size_t size = 0; size < good.size(); ++size) {
        const auto parsed = VaultContent::parse(SecretBytes::copyOf(good.view().first(size)));
        CHECK((!parsed || size > 10)); // a cut between two records is a shorter content
    }
    CHECK(refused({}));
    content.nextAccountId = 7;
    CHECK(refused(content.serialise())); // an id that would be given out again
    content.nextAccountId = 8;
    content.accounts[1].id = 1;
    CHECK(refused(content.serialise()));
    content.accounts[1].id = 7;
    content.accounts[2].key = randomSecret(31);
    CHECK(refused(content.serialise()));
    content.accounts[2].key = randomSecret(32);
    content.accounts[3].watched = Address::solana({}); // of the other family
    CHECK(refused(content.serialise()));
    content.accounts[3].watched.reset();
    CHECK(refused(content.serialise()));
    content.accounts.clear();
    content.entropy = SecretBytes(15);
    CHECK(refused(content.serialise()));
    SecretBytes unknown = good.clone();
    unknown.append(bytesOf(std::string_view("\x09\0\0\0\0", 5)));
    CHECK(refused(unknown));
    SecretBytes newer = good.clone();
    newer.data()[0] = 3;
    CHECK(VaultContent::parse(newer).error().code == ErrorCode::UnsupportedVersion);
}

TEST_CASE("a damaged file gives way to its last good copy, and is kept", "[vaultstorage]")
{
    VaultFolder folder;
    Vault vault = folder.vault();
    REQUIRE(vault.create(knownMnemonic(), {}, secret("p")));
    REQUIRE(vault.putSecret(u"n"_s, secret("1")));
    REQUIRE(vault.putSecret(u"n"_s, secret("2")));
    const QByteArray good = folder.read();
    for (const QByteArray &bad :
        {QByteArray(), QByteArray("garbage"), good.left(good.size() / 2), QByteArray(100'000, 'x')}) {
        folder.write(bad);
        Vault again = folder.vault();
        REQUIRE(again.unlock(secret("p")));
        CHECK(again.wasRecovered());
        CHECK(again.secret(u"n"_s)->text() == "1"); // the state before the last save
    }
    Vault recovered = folder.vault();
    REQUIRE(recovered.unlock(secret("p")));
    REQUIRE(recovered.putSecret(u"n"_s, secret("3")));
    CHECK(folder.read(u".damaged"_s) == QByteArray(100'000, 'x'));
    Vault last = folder.vault();
    REQUIRE(last.unlock(secret("p")));
    CHECK_FALSE(last.wasRecovered());
    CHECK(last.secret(u"n"_s)->text() == "3");
}

TEST_CASE("a save that was interrupted anywhere loses nothing", "[vaultstorage]")
{
    VaultFolder folder;
    Vault vault = folder.vault();
    REQUIRE(vault.create(knownMnemonic(), {}, secret("p")));
    REQUIRE(vault.putSecret(u"n"_s, secret("1")));
    const QByteArray file = folder.read();
    // Leftovers of a process that died while writing, and one that died between the renames of an odd file system.
    folder.write(file.left(50), u".new"_s);
    folder.write(file.left(10), u".bak.new"_s);
    Vault again = folder.vault();
    REQUIRE(again.unlock(secret("p")));
    CHECK(again.secret(u"n"_s)->text() == "1");
    REQUIRE(again.putSecret(u"n"_s, secret("2")));
    folder.remove();
    Vault fromCopy = folder.vault();
    CHECK(fromCopy.exists());
    REQUIRE(fromCopy.unlock(secret("p")));
    CHECK(fromCopy.wasRecovered());
    CHECK(fromCopy.secret(u"n"_s)->text() == "1");
}

TEST_CASE("with file and copy both damaged it says so and touches neither", "[vaultstorage]")
{
    VaultFolder folder;
    Vault vault = folder.vault();
    REQUIRE(vault.create(knownMnemonic(), {}, secret("p")));
    folder.write("bad");
    folder.write("worse", u".bak"_s);
    Vault again = folder.vault();
    CHECK(again.unlock(secret("p")).error().code == ErrorCode::Damaged);
    CHECK(again.create(knownMnemonic(), {}, secret("p")).error().code == ErrorCode::AlreadyExists);
    CHECK(folder.read() == "bad");
    CHECK(folder.read(u".bak"_s) == "worse");
}

TEST_CASE("a weakened file is refused, not replaced by its copy in silence", "[vaultstorage]")
{
    VaultFolder folder;
    Vault vault = folder.vault();
    REQUIRE(vault.create(knownMnemonic(), {}, secret("p")));
    REQUIRE(vault.putSecret(u"n"_s, secret("1")));
    const Bytes weak = withNumber(bytesFrom(folder.read()), operationsAt, 1);
    folder.write(QByteArray(reinterpret_cast<const char *>(weak.data()), static_cast<qsizetype>(weak.size())));
    Vault again = folder.vault();
    CHECK(again.unlock(secret("p")).error().code == ErrorCode::WeakParameters);
}

TEST_CASE("a disk that refuses leaves the old state, on disk and in memory", "[vaultstorage]")
{
    VaultFolder folder;
    Vault vault = folder.vault();
    REQUIRE(vault.create(knownMnemonic(), {}, secret("p")));
    const QByteArray before = folder.read();
    REQUIRE(QDir(folder.folder.path()).mkdir(u"wallet.majlis.new"_s)); // the name is taken: no file can be written
    REQUIRE(QDir(folder.folder.path()).mkdir(u"wallet.majlis.new/full"_s));
    CHECK(vault.putSecret(u"n"_s, secret("1")).error().code == ErrorCode::Io);
    CHECK(vault.secret(u"n"_s).error().code == ErrorCode::NotFound);
    CHECK(folder.read() == before);
    REQUIRE(QDir(folder.folder.filePath(u"wallet.majlis.new"_s)).removeRecursively());
    REQUIRE(vault.putSecret(u"n"_s, secret("1")));
}

TEST_CASE("vault files are the owner's alone", "[vaultstorage]")
{
    VaultFolder folder;
    Vault vault = folder.vault();
    REQUIRE(vault.create(knownMnemonic(), {}, secret("p")));
    REQUIRE(vault.putSecret(u"n"_s, secret("1")));
    const auto others
        = QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ReadOther | QFileDevice::WriteOther;
    for (const QString &suffix : {QString(), u".bak"_s})
        CHECK_FALSE(QFileInfo(folder.path + suffix).permissions().testAnyFlags(others));
}
