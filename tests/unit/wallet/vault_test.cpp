// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/wallet/walletfixture.h"
#include "wallet/random.h"
#include "wallet/verify.h"

#include <catch2/catch.hpp>

using namespace majlis::wallet;
using namespace majlis::wallet::test;
using namespace Qt::StringLiterals;

namespace
{

const QString nonce = u"7f3c9a1e5b2d4860a1c9e7f3b5d20468"_s;
constexpr std::chrono::milliseconds now{1'795'186'245'000}; // 2026-11-20T15:04:05Z

template <class T>
ErrorCode codeOf(const Result<T> &result)
{
    REQUIRE_FALSE(result);
    return result.error().code;
}

} // namespace

TEST_CASE("a new vault has an EVM and a Solana account and opens with its passphrase only", "[vault]")
{
    VaultFolder folder;
    Vault vault = folder.vault();
    CHECK_FALSE(vault.exists());
    CHECK(codeOf(vault.unlock(secret("x"))) == ErrorCode::NotFound);
    REQUIRE(vault.create(knownMnemonic(), {}, secret("correct horse")));
    CHECK(vault.isUnlocked());
    const QList<Account> accounts = *vault.accounts();
    REQUIRE(accounts.size() == 2);
    CHECK(accounts[0].address.text() == u"0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266"_s);
    CHECK(accounts[1].address.isSolana());
    CHECK(codeOf(vault.create(knownMnemonic(), {}, secret("other"))) == ErrorCode::AlreadyExists);

    Vault again = folder.vault();
    REQUIRE(again.exists());
    REQUIRE(again.inspect());
    CHECK_FALSE(again.wasRecovered());
    CHECK(again.id() == vault.id());
    for (const char *wrong : {"", "correct horsf", "correct horse ", "Correct horse"})
        CHECK(codeOf(again.unlock(secret(wrong))) == ErrorCode::WrongPassphrase);
    CHECK_FALSE(again.isUnlocked());
    REQUIRE(again.unlock(secret("correct horse")));
    CHECK(*again.accounts() == accounts);
}

TEST_CASE("an empty passphrase is refused", "[vault]")
{
    VaultFolder folder;
    Vault vault = folder.vault();
    CHECK(codeOf(vault.create(knownMnemonic(), {}, {})) == ErrorCode::InvalidArgument);
    CHECK_FALSE(vault.exists());
    CHECK_FALSE(vault.isUnlocked());
}

TEST_CASE("a passphrase is the same in every Unicode form", "[vault]")
{
    VaultFolder folder;
    Vault vault = folder.vault();
    REQUIRE(vault.create(knownMnemonic(), {}, secret("caf\xC3\xA9")));
    vault.lock();
    CHECK(vault.unlock(secret("cafe\xCC\x81")));
}

TEST_CASE("BIP-39's own passphrase makes another wallet", "[vault]")
{
    VaultFolder one;
    VaultFolder two;
    Vault plain = one.vault();
    Vault hidden = two.vault();
    REQUIRE(plain.create(knownMnemonic(), {}, secret("p")));
    REQUIRE(hidden.create(knownMnemonic(), secret("TREZOR"), secret("p")));
    CHECK(plain.accounts()->first().address != hidden.accounts()->first().address);
    const auto addresses = *hidden.accounts();
    hidden.lock();
    REQUIRE(hidden.unlock(secret("p")));
    CHECK(*hidden.accounts() == addresses);
}

TEST_CASE("two wallets with the same phrase and passphrase share no key and no byte that matters", "[vault]")
{
    VaultFolder one;
    VaultFolder two;
    Vault first = one.vault();
    Vault second = two.vault();
    REQUIRE(first.create(knownMnemonic(), {}, secret("same")));
    REQUIRE(second.create(knownMnemonic(), {}, secret("same")));
    CHECK(first.id() != second.id());
    const QByteArray a = one.read();
    const QByteArray b = two.read();
    REQUIRE(a.size() == b.size());
    CHECK(a.mid(20, 16) != b.mid(20, 16)); // salt
    const auto salt = [](const QByteArray &file) {
        ByteArray<16> bytes{};
        std::copy_n(file.constBegin() + 20, 16, bytes.begin());
        return bytes;
    };
    CHECK_FALSE(*deriveKey(secret("same"), salt(a), KdfParameters::floor())
        == *deriveKey(secret("same"), salt(b), KdfParameters::floor()));
}

TEST_CASE("while locked nothing is given out", "[vault]")
{
    VaultFolder folder;
    Vault vault = folder.vault();
    REQUIRE(vault.create(knownMnemonic(), {}, secret("p")));
    REQUIRE(vault.putSecret(u"token"_s, secret("t")));
    vault.lock();
    CHECK_FALSE(vault.isUnlocked());
    CHECK(codeOf(vault.accounts()) == ErrorCode::Locked);
    CHECK(codeOf(vault.sign(1, SignInIntent{.nonce = nonce}, now)) == ErrorCode::Locked);
    CHECK(codeOf(vault.secret(u"token"_s)) == ErrorCode::Locked);
    CHECK(codeOf(vault.putSecret(u"token"_s, secret("u"))) == ErrorCode::Locked);
    CHECK(codeOf(vault.removeSecret(u"token"_s)) == ErrorCode::Locked);
    CHECK(codeOf(vault.addAccount(AddressFamily::Evm, u"x"_s)) == ErrorCode::Locked);
    CHECK(codeOf(vault.renameAccount(1, u"x"_s)) == ErrorCode::Locked);
    CHECK(codeOf(vault.backupPhrase(secret("p"))) == ErrorCode::Locked);
    CHECK(codeOf(vault.changePassphrase(secret("p"), secret("q"))) == ErrorCode::Locked);
    CHECK(codeOf(vault.setDeviceKey(randomSecret(32))) == ErrorCode::Locked);
    CHECK(codeOf(vault.removeDeviceKey()) == ErrorCode::Locked);
}

TEST_CASE("several accounts from one seed keep their ids, names and order", "[vault]")
{
    VaultFolder folder;
    Vault vault = folder.vault();
    REQUIRE(vault.create(knownMnemonic(), {}, secret("p")));
    const Account second = *vault.addAccount(AddressFamily::Evm, u"  Savings \u0645\u062c\u0644\u0633 "_s);
    CHECK(second.index == 1);
    CHECK(second.name == u"Savings \u0645\u062c\u0644\u0633"_s);
    CHECK(second.address.text() == u"0x70997970C51812dc3A010C7d01b50e0d17dc79C8"_s); // anvil's account 1
    const Account solana = *vault.addAccount(AddressFamily::Solana, u"Trading"_s);
    CHECK(solana.index == 1);
    CHECK(solana.id != second.id);
    REQUIRE(vault.renameAccount(1, u"Daily"_s));
    CHECK(codeOf(vault.renameAccount(99, u"Daily"_s)) == ErrorCode::NotFound);
    for (const QString &name : {QString(), u"   "_s, QString(65, u'x')})
        CHECK(codeOf(vault.addAccount(AddressFamily::Evm, name)) == ErrorCode::InvalidArgument);
    const auto accounts = *vault.accounts();
    vault.lock();
    REQUIRE(vault.unlock(secret("p")));
    CHECK(*vault.accounts() == accounts);
    CHECK(accounts.size() == 4);
    CHECK(accounts[0].name == u"Daily"_s);
}

TEST_CASE("the vault signs intents, and only for what they say", "[vault][intent]")
{
    VaultFolder folder;
    Vault vault = folder.vault();
    REQUIRE(vault.create(knownMnemonic(), {}, secret("p")));
    const SignedIntent evm = *vault.sign(1, SignInIntent{.nonce = nonce}, now);
    CHECK(evm.message == u"Sign this message to authenticate with HABIBI Protocol\n\nNonce: "_s + nonce);
    CHECK(evm.signature
        == u"0x2629f130c8d461465b55614e07f06abdafb728f00e0f291d6e85b4f866dbdca6093cff333e86a988c8a47449434bad3e4a6fa808b043c6566736b8e7b94bd6a21c"_s);
    const SignedIntent solana = *vault.sign(2, SignInIntent{.nonce = nonce}, now);
    CHECK(verifyMessage(bytesOf(solana.message.toStdString()), solana.signature, solana.signer));
    CHECK(codeOf(vault.sign(1, SignInIntent{.nonce = nonce}, now)) == ErrorCode::Refused); // a nonce is signed once
    CHECK(codeOf(vault.sign(3, SignInIntent{.nonce = nonce}, now)) == ErrorCode::NotFound);

    ReferralRegistrationIntent registration{evm.signer, u"HABIBI-BASE-7K2M9QXA"_s, ReferralChain::Base};
    CHECK(vault.sign(1, registration, now)->signature
        == u"0xf28c6655cf5a4372ea69fc0e86ddea91e3f2a59ac749e788a52656ee8d206e223165af2386eb2737b5d3e8f9cd78cc5526f4cda94a484ab8b8416dd547a381431c"_s);
    CHECK(codeOf(vault.sign(2, registration, now)) == ErrorCode::InvalidArgument); // not the referee's account
    registration.chain = ReferralChain::Solana;
    CHECK(codeOf(vault.sign(1, registration, now)) == ErrorCode::InvalidArgument);
}

TEST_CASE("secrets by name last over a restart and have limits", "[vault]")
{
    VaultFolder folder;
    Vault vault = folder.vault();
    REQUIRE(vault.create(knownMnemonic(), {}, secret("p")));
    CHECK(codeOf(vault.secret(u"habibi/token"_s)) == ErrorCode::NotFound);
    REQUIRE(vault.putSecret(u"habibi/token"_s, secret("first")));
    REQUIRE(vault.putSecret(u"habibi/token"_s, secret("second")));
    REQUIRE(vault.putSecret(u"empty"_s, {}));
    REQUIRE(vault.putSecret(u"largest"_s, randomSecret(64 * 1024)));
    CHECK(codeOf(vault.putSecret(u"large"_s, SecretBytes(64 * 1024 + 1))) == ErrorCode::InvalidArgument);
    CHECK(codeOf(vault.putSecret(QString(), secret("x"))) == ErrorCode::InvalidArgument);
    CHECK(codeOf(vault.putSecret(QString(129, u'x'), secret("x"))) == ErrorCode::InvalidArgument);
    Vault again = folder.vault();
    REQUIRE(again.unlock(secret("p")));
    CHECK(again.secret(u"habibi/token"_s)->text() == "second");
    CHECK(again.secret(u"empty"_s)->isEmpty());
    REQUIRE(again.removeSecret(u"habibi/token"_s));
    REQUIRE(again.removeSecret(u"habibi/token"_s));
    CHECK(codeOf(again.secret(u"habibi/token"_s)) == ErrorCode::NotFound);
    CHECK_FALSE(folder.read().contains("second"));
}

TEST_CASE("changing the passphrase ends the old one everywhere", "[vault]")
{
    VaultFolder folder;
    Vault vault = folder.vault();
    REQUIRE(vault.create(knownMnemonic(), {}, secret("old")));
    REQUIRE(vault.putSecret(u"s"_s, secret("value")));
    const SecretBytes deviceKey = randomSecret(32);
    REQUIRE(vault.setDeviceKey(deviceKey));
    CHECK(codeOf(vault.changePassphrase(secret("wrong"), secret("new"))) == ErrorCode::WrongPassphrase);
    CHECK(codeOf(vault.changePassphrase(secret("old"), {})) == ErrorCode::InvalidArgument);
    REQUIRE(vault.changePassphrase(secret("old"), secret("new")));
    CHECK(vault.secret(u"s"_s)->text() == "value");
    REQUIRE(vault.putSecret(u"s"_s, secret("after"))); // under the new key
    REQUIRE(vault.changePassphrase(secret("new"), secret("newer")));
    CHECK(folder.read() == folder.read(u".bak"_s));
    for (const bool useCopy : {false, true}) {
        if (useCopy)
            folder.remove();
        Vault again = folder.vault();
        for (const char *gone : {"old", "new"})
            CHECK(codeOf(again.unlock(secret(gone))) == ErrorCode::WrongPassphrase);
        CHECK(codeOf(again.unlockWithDeviceKey(deviceKey)) == ErrorCode::NotFound);
        REQUIRE(again.unlock(secret("newer")));
        CHECK(again.secret(u"s"_s)->text() == "after");
    }
}

TEST_CASE("the device key opens its own vault and no other", "[vault]")
{
    VaultFolder folder;
    Vault vault = folder.vault();
    REQUIRE(vault.create(knownMnemonic(), {}, secret("p")));
    const SecretBytes key = randomSecret(32);
    CHECK(codeOf(vault.setDeviceKey(randomSecret(31))) == ErrorCode::InvalidArgument);
    REQUIRE(vault.setDeviceKey(key));
    Vault again = folder.vault();
    CHECK_FALSE(again.hasDeviceKey());
    REQUIRE(again.inspect());
    CHECK(again.hasDeviceKey());
    CHECK(codeOf(again.unlockWithDeviceKey(randomSecret(32))) == ErrorCode::WrongPassphrase);
    CHECK(codeOf(again.unlockWithDeviceKey({})) == ErrorCode::WrongPassphrase);
    REQUIRE(again.unlockWithDeviceKey(key));
    REQUIRE(again.removeDeviceKey());
    CHECK_FALSE(again.hasDeviceKey());
    again.lock();
    CHECK(codeOf(again.unlockWithDeviceKey(key)) == ErrorCode::NotFound);
    folder.remove(); // the copy has no device slot either
    CHECK(codeOf(again.unlockWithDeviceKey(key)) == ErrorCode::NotFound);
    CHECK(again.unlock(secret("p")));
}

TEST_CASE("the phrase is shown for the passphrase only", "[vault]")
{
    VaultFolder folder;
    Vault vault = folder.vault();
    REQUIRE(vault.create(knownMnemonic(), {}, secret("p")));
    CHECK(codeOf(vault.backupPhrase(secret("q"))) == ErrorCode::WrongPassphrase);
    CHECK(vault.backupPhrase(secret("p"))->sentence() == knownMnemonic().sentence());
}
