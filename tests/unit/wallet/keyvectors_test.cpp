// SPDX-License-Identifier: GPL-3.0-or-later
// Published vectors of encodings, phrases and key trees. Sources and licences: tests/data/vectors/NOTICE.
#include "tests/unit/wallet/vectorfile.h"
#include "wallet/derivation.h"
#include "wallet/encoding/base58.h"
#include "wallet/encoding/nfkd.h"
#include "wallet/extendedpublickey.h"
#include "wallet/mnemonic.h"
#include "wallet/signer.h"

#include <catch2/catch.hpp>

#include <QJsonArray>
#include <QJsonObject>

using namespace majlis::wallet;
using namespace majlis::wallet::test;
using namespace Qt::StringLiterals;

namespace
{

// The chain code of an xprv is at byte 13, the key at 46, after a zero byte; the last four are its checksum.
struct ExtendedPrivate {
    SecretBytes chainCode;
    SecretBytes key;
};

ExtendedPrivate fromXprv(const QString &xprv)
{
    const Bytes bytes = *fromBase58(xprv);
    REQUIRE(bytes.size() == 82);
    return {SecretBytes::copyOf(ByteView(bytes).subspan(13, 32)), SecretBytes::copyOf(ByteView(bytes).subspan(46, 32))};
}

} // namespace

TEST_CASE("base58: Bitcoin's vectors", "[vectors]")
{
    const QJsonArray pairs = jsonVectors(u"base58_encode_decode.json"_s).array();
    REQUIRE(pairs.size() == 21);
    for (const QJsonValue &pair : pairs) {
        const Bytes bytes = bytesFrom(pair[0]);
        CHECK(toBase58(bytes) == pair[1].toString());
        CHECK(*fromBase58(pair[1].toString()) == bytes);
    }
}

TEST_CASE("EIP-55: the standard's addresses", "[vectors]")
{
    const QJsonArray addresses = jsonVectors(u"eip-55.json"_s).array();
    REQUIRE(addresses.size() == 8);
    for (const QJsonValue &written : addresses) {
        const auto address = Address::parse(written.toString());
        REQUIRE(address);
        CHECK(address->text() == written.toString());
        CHECK(*Address::parse(written.toString().toLower()) == *address);
    }
}

TEST_CASE("addresses of private keys: ethereum/tests and ethers", "[vectors]")
{
    for (const QJsonValue &entry : jsonVectors(u"ethereum-keyaddrtest.json"_s).array())
        CHECK(*evmAddress(secretFrom(entry[u"key"_s]))
            == *Address::parse(QString(u"0x"_s + entry[u"addr"_s].toString())));
    const QJsonArray accounts = jsonVectors(u"ethers-accounts.json.xz"_s).array();
    REQUIRE(accounts.size() == 130);
    for (const QJsonValue &account : accounts)
        CHECK(evmAddress(secretFrom(account[u"privateKey"_s]))->text() == account[u"address"_s].toString());
}

TEST_CASE("private keys outside the group are refused", "[vectors]")
{
    const QString order = u"fffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141"_s;
    CHECK_FALSE(evmAddress(SecretBytes(32)));
    CHECK_FALSE(evmAddress(secretFrom(order)));
    CHECK_FALSE(evmAddress(SecretBytes(31)));
    CHECK_FALSE(personalSign(SecretBytes(32), {}));
    CHECK_FALSE(signEd25519(SecretBytes(33), {}));
}

TEST_CASE("BIP-39: Trezor's English vectors, both ways", "[vectors]")
{
    const QJsonArray vectors = jsonVectors(u"bip39-english-vectors.json"_s)[u"english"_s].toArray();
    REQUIRE(vectors.size() == 24);
    for (const QJsonValue &vector : vectors) {
        const auto mnemonic = Mnemonic::fromEntropy(secretFrom(vector[0]));
        REQUIRE(mnemonic);
        CHECK(mnemonic->sentence() == secretText(vector[1]));
        const auto parsed = Mnemonic::parse(secretText(vector[1]));
        REQUIRE(parsed);
        CHECK(parsed->entropy() == secretFrom(vector[0]));
        const auto seed = parsed->seed(SecretBytes::fromText("TREZOR"));
        REQUIRE(seed);
        CHECK(*seed == secretFrom(vector[2]));
        const auto master = deriveBip32(*seed, {});
        CHECK(master->key == fromXprv(vector[3].toString()).key);
        CHECK(master->chainCode == fromXprv(vector[3].toString()).chainCode);
    }
}

TEST_CASE("BIP-39: what is not a phrase", "[mnemonic]")
{
    const auto refused = [](const char *text) {
        const auto result = Mnemonic::parse(SecretBytes::fromText(text));
        return !result && result.error().code == ErrorCode::InvalidMnemonic;
    };
    CHECK(refused(""));
    CHECK(refused("test test test test test test test test test test test test")); // checksum
    CHECK(refused("test test test test test test test test test test junk"));
    CHECK(refused("test test test test test test test test test test test junkk"));
    CHECK(refused("test test test test test test test test test test test junkjunkjunkjunkjunk"));
    CHECK(refused("test test test test test test test test test test test \xFF"));
    CHECK(refused(std::string(1'000'000, 'a').c_str()));
    CHECK(
        refused(("test test test test test test test test test test test junk" + std::string(26, ' ') + "a").c_str()));
    CHECK(Mnemonic::parse(SecretBytes::fromText(" Test\ttest test  test test test test test test\ntest test JUNK ")));
    const auto exact = [](const char *text) { return Mnemonic::parseExact(SecretBytes::fromText(text)).has_value(); };
    CHECK(exact("test test test test test test test test test test test junk"));
    CHECK(exact("test\u3000test test test test test test test test test test junk")); // a space in NFKD
    CHECK_FALSE(exact(" test test test test test test test test test test test junk"));
    CHECK_FALSE(exact("test test test test test test test test test test test junk "));
    CHECK_FALSE(exact("test  test test test test test test test test test test junk"));
    CHECK_FALSE(exact("test\ttest test test test test test test test test test junk"));
    CHECK_FALSE(exact("Test test test test test test test test test test test junk"));
    CHECK_FALSE(exact("test test test test test test test test test test test test"));
    for (int words : {0, 11, 13, 25, -12})
        CHECK_FALSE(Mnemonic::generate(words));
    for (std::size_t size : {0U, 12U, 15U, 17U, 36U})
        CHECK_FALSE(Mnemonic::fromEntropy(SecretBytes(size)));
}

TEST_CASE("BIP-39: the check says which word and why", "[mnemonic]")
{
    const auto check = [](const char *text) { return Mnemonic::check(SecretBytes::fromText(text)); };
    CHECK(check("").words == 0);
    const MnemonicCheck unknown = check("test tests junk nope");
    CHECK(unknown.words == 4);
    CHECK(unknown.firstUnknownWord == 1);
    CHECK_FALSE(unknown.countIsPossible);
    const MnemonicCheck wrong = check("test test test test test test test test test test test test");
    CHECK((wrong.countIsPossible && !wrong.firstUnknownWord && !wrong.checksumMatches && !wrong.isValid()));
    CHECK(check("test test test test test test test test test test test junk").isValid());
}

TEST_CASE("BIP-39: fresh phrases of every length are valid and differ", "[mnemonic]")
{
    for (int words : {12, 15, 18, 21, 24}) {
        const auto one = *Mnemonic::generate(words);
        const auto two = *Mnemonic::generate(words);
        CHECK(one.wordCount() == words);
        CHECK_FALSE(one.entropy() == two.entropy());
        CHECK(Mnemonic::parse(one.sentence())->entropy() == one.entropy());
        for (int i = 0; i < words; ++i)
            CHECK(englishWordIndex(one.word(i)).has_value());
    }
    CHECK(std::is_sorted(englishWords().begin(), englishWords().end()));
}

TEST_CASE("NFKD is Unicode's, for every character and for runs of marks", "[nfkd]")
{
    const auto same = [](const QString &text) {
        const auto ours = nfkd(SecretBytes::fromText(text.toStdString()));
        return ours && ours->text() == text.normalized(QString::NormalizationForm_KD).toStdString();
    };
    int wrong = 0;
    QString batch; // guarded memory is dear, so many characters at once, parted by one that combines with none
    for (char32_t point = 1; point <= 0x10FFFF; ++point) {
        if (point == 0xD800)
            point = 0xE000;
        batch += QString::fromUcs4(&point, 1) + u'a';
        if (point % 1024 == 0 || point == 0x10FFFF)
            wrong += same(std::exchange(batch, QString())) ? 0 : 1;
    }
    CHECK(wrong == 0);
    for (const QString &text : {u"cafe\u0301"_s, u"caf\u00e9"_s, u"a\u0323\u0307\u0301b\u0307\u0323"_s,
             u"\u01c4\u0132\ufb03\u1e9b\u0323"_s, u"\ud55c\uae00\u3392"_s, u"\u0645\u062c\u0644\u0633 \ufdfa"_s})
        CHECK(same(text));
    for (const char *bad : {"\x80", "\xC0\x80", "\xE2\x82", "\xED\xA0\x80", "\xF4\x90\x80\x80", "\xFF", "a\xC3"})
        CHECK_FALSE(nfkd(SecretBytes::fromText(bad)));
}

TEST_CASE("BIP-32: the standard's chains", "[vectors]")
{
    const QJsonArray seeds = jsonVectors(u"bip-0032.json"_s)[u"valid"_s].toArray();
    REQUIRE(seeds.size() == 4);
    for (const QJsonValue &seed : seeds) {
        for (const QJsonValue &chain : seed[u"chains"_s].toArray()) {
            const auto node
                = deriveBip32(secretFrom(seed[u"seed"_s]), *DerivationPath::parse(chain[u"path"_s].toString()));
            REQUIRE(node);
            const ExtendedPrivate expected = fromXprv(chain[u"ext_prv"_s].toString());
            CHECK(node->key == expected.key);
            CHECK(node->chainCode == expected.chainCode);
        }
    }
}

TEST_CASE("BIP-32: extended public keys, written, read and derived without the private key", "[vectors]")
{
    const QJsonDocument vectors = jsonVectors(u"bip-0032.json"_s);
    int children = 0;
    for (const QJsonValue &seed : vectors[u"valid"_s].toArray()) {
        std::optional<ExtendedPublicKey> parent;
        for (const QJsonValue &chain : seed[u"chains"_s].toArray()) {
            const auto path = *DerivationPath::parse(chain[u"path"_s].toString());
            const auto node = ExtendedPublicKey::derive(secretFrom(seed[u"seed"_s]), path);
            REQUIRE(node);
            CHECK(node->text() == chain[u"ext_pub"_s].toString());
            CHECK(*ExtendedPublicKey::parse(chain[u"ext_pub"_s].toString()) == *node);
            CHECK(node->depth() == path.steps.size());
            CHECK_FALSE(ExtendedPublicKey::parse(chain[u"ext_prv"_s].toString()));
            const bool isPlain = !path.steps.empty() && (path.steps.back() & DerivationPath::hardened) == 0;
            if (isPlain && parent) {
                CHECK(*parent->child(path.steps.back()) == *node);
                ++children;
            }
            parent = *node;
        }
    }
    CHECK(children > 0);
    const QJsonArray invalid = vectors[u"invalid"_s].toArray();
    REQUIRE(invalid.size() == 16);
    for (const QJsonValue &entry : invalid) {
        INFO(entry[u"why"_s].toString().toStdString());
        CHECK_FALSE(ExtendedPublicKey::parse(entry[u"key"_s].toString()));
    }
    const auto account = *ExtendedPublicKey::derive(SecretBytes(64), *DerivationPath::parse(u"m/44'/60'/0'/0"));
    const auto key = deriveBip32(SecretBytes(64), DerivationPath::evmAccount(7));
    CHECK(account.child(7)->evmAddress() == *evmAddress(key->key));
    CHECK_FALSE(account.child(DerivationPath::hardened));
}

TEST_CASE("SLIP-0010: the standard's chains of both curves", "[vectors]")
{
    int chains = 0;
    for (const QJsonValue &vector : jsonVectors(u"slip-0010.json"_s).array()) {
        const bool edwards = vector[u"curve"_s].toString() == u"ed25519"_s;
        for (const QJsonValue &chain : vector[u"chains"_s].toArray()) {
            const auto path = *DerivationPath::parse(chain[u"path"_s].toString());
            const SecretBytes seed = secretFrom(vector[u"seed"_s]);
            const auto node = edwards ? deriveSlip10Ed25519(seed, path) : deriveBip32(seed, path);
            REQUIRE(node);
            CHECK(node->key == secretFrom(chain[u"private"_s]));
            CHECK(node->chainCode == secretFrom(chain[u"chain_code"_s]));
            if (edwards) {
                const Bytes publicKey = bytesFrom(chain[u"public"_s]); // with a leading 00
                ByteArray<32> raw{};
                std::copy(publicKey.begin() + 1, publicKey.end(), raw.begin());
                CHECK(*solanaAddress(node->key) == Address::solana(raw));
            }
            ++chains;
        }
    }
    CHECK(chains == 24);
}

TEST_CASE("derivation paths are read strictly", "[derivation]")
{
    CHECK(DerivationPath::evmAccount(7).text() == u"m/44'/60'/0'/0/7"_s);
    CHECK(DerivationPath::solanaAccount(7).text() == u"m/44'/501'/7'/0'"_s);
    for (const QString &text : {u"m"_s, u"m/0"_s, u"m/44'/60'/0'/0/2147483647"_s, u"m/2147483647'"_s})
        CHECK(DerivationPath::parse(text)->text() == text);
    CHECK(DerivationPath::parse(u"m/00000000000000000000044'/007"_s)->text() == u"m/44'/7"_s);
    const QStringList refused = {QString(), u"m/00000000002147483648"_s, u"M/0"_s, u"0/1"_s, u"m/"_s, u"m//0"_s,
        u"m/44''/0"_s, u"m/2147483648"_s, u"m/2147483648'"_s, u"m/-1"_s, u"m/+1"_s, u"m/ 1"_s, u"m/1 "_s, u"m/'"_s,
        u"m/1h"_s, u"m/0x1"_s, u"m/99999999999999999999"_s, u"m/\u0661"_s, QString(u"m"_s + u"/0"_s.repeated(256))};
    for (const QString &text : refused) {
        INFO(text.toStdString());
        CHECK_FALSE(DerivationPath::parse(text));
    }
    CHECK_FALSE(deriveSlip10Ed25519(SecretBytes(64), *DerivationPath::parse(u"m/44'/0"_s)));
    CHECK_FALSE(deriveBip32(SecretBytes(15), {}));
    CHECK_FALSE(deriveBip32(SecretBytes(65), {}));
}
