// SPDX-License-Identifier: GPL-3.0-or-later
// Published vectors of signatures. Sources and licences: tests/data/vectors/NOTICE.
#include "tests/unit/wallet/vectorfile.h"
#include "wallet/signer.h"
#include "wallet/verify.h"

#include <catch2/catch.hpp>
#include <secp256k1.h>

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonObject>

using namespace majlis::wallet;
using namespace majlis::wallet::test;
using namespace Qt::StringLiterals;

namespace
{

Address solanaFrom(const Bytes &publicKey)
{
    ByteArray<32> key{};
    std::copy(publicKey.begin(), publicKey.end(), key.begin());
    return Address::solana(key);
}

Bytes hexBytes(const QByteArray &hex)
{
    const QByteArray raw = QByteArray::fromHex(hex);
    return Bytes(raw.begin(), raw.end());
}

// What libsecp256k1 as installed says of a DER signature, either half of s allowed.
bool curveAccepts(const Bytes &publicKey, const QByteArray &hash, const Bytes &der)
{
    const secp256k1_context *context = secp256k1_context_static;
    secp256k1_pubkey key;
    secp256k1_ecdsa_signature signature;
    if (der.empty() || secp256k1_ec_pubkey_parse(context, &key, publicKey.data(), publicKey.size()) == 0
        || secp256k1_ecdsa_signature_parse_der(context, &signature, der.data(), der.size()) == 0)
        return false;
    secp256k1_ecdsa_signature_normalize(context, &signature, &signature);
    return secp256k1_ecdsa_verify(context, &signature, reinterpret_cast<const unsigned char *>(hash.constData()), &key)
        == 1;
}

} // namespace

TEST_CASE("Ed25519: the authors' vectors, byte for byte", "[vectors]")
{
    int lines = 0;
    for (const QByteArray &line : readVectors(u"ed25519-TESTVECTORS.xz"_s).split('\n')) {
        const QList<QByteArray> fields = line.split(':');
        if (fields.size() < 4)
            continue;
        const SecretBytes seed = SecretBytes::copyOf(hexBytes(fields[0].left(64)));
        const Bytes message = hexBytes(fields[2]);
        CHECK(*solanaAddress(seed) == solanaFrom(hexBytes(fields[1])));
        const SolanaSignature signature = *signEd25519(seed, message);
        CHECK(Bytes(signature.bytes.begin(), signature.bytes.end()) == hexBytes(fields[3].left(128)));
        CHECK(verifyEd25519(message, signature, *solanaAddress(seed)));
        ++lines;
    }
    CHECK(lines == 128);
}

TEST_CASE("Ed25519: Wycheproof, every verdict", "[vectors]")
{
    int tests = 0;
    for (const QJsonValue &group : jsonVectors(u"wycheproof-ed25519.json.xz"_s)[u"testGroups"_s].toArray()) {
        const Address signer = solanaFrom(bytesFrom(group[u"publicKey"_s][u"pk"_s]));
        for (const QJsonValue &test : group[u"tests"_s].toArray()) {
            const Bytes raw = bytesFrom(test[u"sig"_s]);
            SolanaSignature signature;
            std::copy_n(raw.begin(), std::min(raw.size(), signature.bytes.size()), signature.bytes.begin());
            const bool accepted = raw.size() == 64 && verifyEd25519(bytesFrom(test[u"msg"_s]), signature, signer);
            INFO(test[u"tcId"_s].toInt());
            CHECK(accepted == (test[u"result"_s].toString() == u"valid"_s));
            ++tests;
        }
    }
    CHECK(tests == 151);
}

TEST_CASE("secp256k1: Wycheproof on the installed library", "[vectors]")
{
    int tests = 0;
    for (const QJsonValue &group :
        jsonVectors(u"wycheproof-ecdsa-secp256k1-sha256.json.xz"_s)[u"testGroups"_s].toArray()) {
        const Bytes key = bytesFrom(group[u"publicKey"_s][u"uncompressed"_s]);
        for (const QJsonValue &test : group[u"tests"_s].toArray()) {
            const Bytes message = bytesFrom(test[u"msg"_s]);
            const QByteArray hash = QCryptographicHash::hash(
                QByteArray(reinterpret_cast<const char *>(message.data()), static_cast<qsizetype>(message.size())),
                QCryptographicHash::Sha256);
            INFO(test[u"tcId"_s].toInt());
            CHECK(curveAccepts(key, hash, bytesFrom(test[u"sig"_s])) == (test[u"result"_s].toString() == u"valid"_s));
            ++tests;
        }
    }
    CHECK(tests == 476);
}

TEST_CASE("personal_sign round trips with low s and v 27 or 28", "[signer]")
{
    for (std::uint8_t i = 1; i <= 50; ++i) {
        SecretBytes key(32);
        key.data()[31] = i;
        const Bytes message(i * 7U, i);
        const EvmSignature signature = *personalSign(key, message);
        CHECK((signature.bytes[64] == 27 || signature.bytes[64] == 28));
        CHECK(signature.bytes[32] < 0x80);
        CHECK(*recoverPersonalSign(message, signature) == *evmAddress(key));
        CHECK(*personalSign(key, message) == signature); // RFC 6979
    }
}
