// SPDX-License-Identifier: GPL-3.0-or-later
// Accounts that do not come from the phrase, and vaults from before there were any.
#include "tests/unit/wallet/walletfixture.h"
#include "wallet/encoding/base58.h"
#include "wallet/encoding/hex.h"
#include "wallet/keyformat.h"
#include "wallet/random.h"

#include <catch2/catch.hpp>

using namespace majlis::wallet;
using namespace majlis::wallet::test;
using namespace Qt::StringLiterals;

namespace
{

constexpr std::chrono::milliseconds now{1'795'186'245'000};

SecretBytes hexKey(QStringView text)
{
    return SecretBytes::copyOf(*fromHex(text));
}

template <class T>
ErrorCode codeOf(const Result<T> &result)
{
    return result ? ErrorCode::Internal : result.error().code;
}

} // namespace

TEST_CASE("imported keys sign, last, and do not come from the phrase", "[vault][accounts]")
{
    VaultFolder folder;
    Vault vault = folder.vault();
    REQUIRE(vault.create(knownMnemonic(), {}, secret("p")));
    // anvil's account 1, given as a bare key
    const SecretBytes key = hexKey(u"0x59c6995e998f97a5a0044966f0945389dc9e86dae88c7a8412f4603b6b78690d");
    const Account evm = *vault.importKey(AddressFamily::Evm, key, u"Old wallet"_s);
    CHECK(evm.address.text() == u"0x70997970C51812dc3A010C7d01b50e0d17dc79C8"_s);
    CHECK(evm.origin == AccountOrigin::Imported);
    CHECK(codeOf(vault.importKey(AddressFamily::Evm, key, u"Again"_s)) == ErrorCode::AlreadyExists);
    const Account solana = *vault.importKey(AddressFamily::Solana, randomSecret(32), u"Old Solana"_s);
    CHECK(codeOf(vault.importKey(AddressFamily::Evm, SecretBytes(32), u"Zero"_s)) == ErrorCode::InvalidArgument);
    CHECK(codeOf(vault.importKey(AddressFamily::Evm, randomSecret(31), u"Short"_s)) == ErrorCode::InvalidArgument);
    CHECK(vault.addAccount(AddressFamily::Evm, u"Second"_s)->index == 1); // imported ones take no index

    vault.lock();
    REQUIRE(vault.unlock(secret("p")));
    CHECK(vault.accounts()->at(2) == evm);
    CHECK(vault.accounts()->at(3) == solana);
    CHECK(vault.sign(evm.id, SignInIntent{.nonce = u"7f3c9a1e5b2d4860a1c9e7f3b5d20468"_s}, now)->signer == evm.address);
    CHECK(*vault.exportKey(evm.id, secret("p")) == key);
    CHECK(codeOf(vault.exportKey(evm.id, secret("q"))) == ErrorCode::WrongPassphrase);
    CHECK(vault.exportKey(1, secret("p"))->view().size() == 32); // a derived one can be taken out too

    REQUIRE(vault.removeAccount(evm.id));
    CHECK(codeOf(vault.exportKey(evm.id, secret("p"))) == ErrorCode::NotFound);
    CHECK(codeOf(vault.removeAccount(1)) == ErrorCode::Refused);
    CHECK(folder.read() == folder.read(u".bak"_s)); // not in the copy either
    CHECK(vault.importKey(AddressFamily::Evm, key, u"Back"_s)->id > evm.id); // an id is given out once
}

TEST_CASE("watched addresses are shown and cannot sign; accounts can be hidden", "[vault][accounts]")
{
    VaultFolder folder;
    Vault vault = folder.vault();
    REQUIRE(vault.create(knownMnemonic(), {}, secret("p")));
    const Address address = *Address::parse(u"0x70997970C51812dc3A010C7d01b50e0d17dc79C8");
    const Account watched = *vault.watchAddress(address, u"Treasury"_s);
    CHECK_FALSE(watched.canSign());
    CHECK(codeOf(vault.watchAddress(address, u"Again"_s)) == ErrorCode::AlreadyExists);
    CHECK(codeOf(vault.watchAddress(vault.accounts()->first().address, u"Mine"_s)) == ErrorCode::AlreadyExists);
    CHECK(codeOf(vault.sign(watched.id, SignInIntent{.nonce = u"7f3c9a1e5b2d4860"_s}, now)) == ErrorCode::Refused);
    CHECK(codeOf(vault.exportKey(watched.id, secret("p"))) == ErrorCode::Refused);
    REQUIRE(vault.setAccountHidden(1, true));
    vault.lock();
    CHECK(codeOf(vault.setAccountHidden(1, false)) == ErrorCode::Locked);
    REQUIRE(vault.unlock(secret("p")));
    CHECK(vault.accounts()->at(0).hidden);
    CHECK(vault.accounts()->at(2).address == address);
    CHECK(vault.accounts()->at(2).origin == AccountOrigin::WatchOnly);
}

TEST_CASE("a vault of version 1 opens as it was, and is written as version 2", "[vault][accounts][migration]")
{
    VaultFolder folder;
    QFile old(QStringLiteral(MAJLIS_TEST_DATA "/wallet/vault-v1.majlis")); // made by majlis-signer before version 2
    REQUIRE(old.open(QIODevice::ReadOnly));
    folder.write(old.readAll());
    const QByteArray before = folder.read();
    Vault vault = folder.vault();
    REQUIRE(vault.unlock(secret("old passphrase")));
    CHECK(folder.read() == before); // looking at it does not write it
    const auto accounts = *vault.accounts();
    REQUIRE(accounts.size() == 3);
    CHECK(accounts[0].name == u"Main"_s);
    CHECK(accounts[0].address.text() == u"0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266"_s);
    CHECK(accounts[2].name == u"Savings"_s);
    CHECK(accounts[2].index == 1);
    CHECK(vault.secret(u"token"_s)->text() == "kept since version 1");
    REQUIRE(vault.watchAddress(*Address::parse(u"FAe4sisG95oZ42w7buUn5qEE4TAnfTTFPiguZUHmhiF"), u"Watched"_s));
    vault.lock();
    REQUIRE(vault.unlock(secret("old passphrase")));
    CHECK(vault.accounts()->size() == 4);
    CHECK(vault.accounts()->first() == accounts.first());
    CHECK(vault.secret(u"token"_s)->text() == "kept since version 1");
}

TEST_CASE("two wallets with the same passphrase and phrase share no sealed byte string", "[vault][kdf]")
{
    VaultFolder one;
    VaultFolder two;
    Vault first = one.vault();
    Vault second = two.vault();
    REQUIRE(first.create(knownMnemonic(), {}, secret("same")));
    REQUIRE(second.create(knownMnemonic(), {}, secret("same")));
    const QByteArray a = one.read();
    const QByteArray b = two.read();
    for (qsizetype at = 20; at + 16 <= a.size() - 32; ++at) // behind magic, version and parameters
        CHECK_FALSE(b.contains(a.mid(at, 16)));
}

TEST_CASE("keys go in and out in the formats of other wallets", "[accounts][keyformat]")
{
    // ethers, @solana/web3.js: the contract's test keys
    const SecretBytes evm = hexKey(u"0xac0974bec39a17e36ba4a6b4d238ff944bacb478cbed5efcae784d7bf4f2ff80");
    SecretBytes seed(32);
    for (std::size_t i = 0; i < seed.size(); ++i)
        seed.data()[i] = static_cast<std::uint8_t>(i);
    const SecretBytes zeros(32); // an Ed25519 seed may be anything
    const std::pair<KeyFormat, const SecretBytes *> cases[]
        = {{KeyFormat::EvmHex, &evm}, {KeyFormat::EvmKeystore, &evm}, {KeyFormat::SolanaKeyFile, &seed},
            {KeyFormat::SolanaBase58, &seed}, {KeyFormat::SolanaBase58, &zeros}, {KeyFormat::SolanaKeyFile, &zeros}};
    for (const auto &[format, key] : cases) {
        const SecretBytes text = *writeKey(format, *key, secret("file passphrase"));
        INFO(text.text());
        CHECK(*readKey(format, text, secret("file passphrase")) == *key);
        SecretBytes cut = text.clone();
        cut.truncate(cut.size() - 1);
        CHECK_FALSE(readKey(format, cut, secret("file passphrase")));
        CHECK_FALSE(readKey(format, {}, {}));
    }
    CHECK(readKey(KeyFormat::EvmKeystore, *writeKey(KeyFormat::EvmKeystore, evm, secret("a")), secret("b")).error().code
        == ErrorCode::WrongPassphrase);
    CHECK_FALSE(writeKey(KeyFormat::EvmKeystore, evm, {}));
    SecretBytes spaced = secret("\n ");
    spaced.append(writeKey(KeyFormat::SolanaBase58, seed, {})->view());
    CHECK(*readKey(KeyFormat::SolanaBase58, spaced, {}) == seed);
    const SecretBytes text = *writeKey(KeyFormat::SolanaBase58, seed, {});
    const Bytes pair = *fromBase58(QString::fromUtf8(text.text().data(), static_cast<qsizetype>(text.size())));
    CHECK(SecretBytes::copyOf(ByteView(pair).first(32)) == seed); // the other base58 of the house agrees
}
