// SPDX-License-Identifier: GPL-3.0-or-later
// Wycheproof on what lies under the vault and under imported keystores, as installed here. Ed25519 and ECDSA, which
// travel with the repository, are in signaturevectors_test.cpp.
#include "tests/unit/wallet/vectorfile.h"
#include "wallet/crypto/hmac.h"

#include <catch2/catch.hpp>
#include <sodium.h>

#include <QFile>
#include <QJsonArray>
#include <QJsonObject>

#include <functional>

using namespace majlis::wallet;
using namespace majlis::wallet::test;
using namespace Qt::StringLiterals;

namespace
{

// Calls `judge(group, test)` for each and compares its verdict; the number of tests, 0 when the file is not here.
int run(const QString &name, const std::function<bool(const QJsonValue &, const QJsonValue &)> &judge)
{
    const QString path = QStringLiteral(MAJLIS_SHARED_DIR "/data/vectors/wycheproof/") + name;
    if (!QFile::exists(path)) {
        WARN("SKIPPED: " << path.toStdString() << " is not here; set MAJLIS_SHARED_DIR to judge by it");
        return 0;
    }
    int tests = 0;
    for (const QJsonValue &group : QJsonDocument::fromJson(readFile(path))[u"testGroups"_s].toArray()) {
        for (const QJsonValue &test : group[u"tests"_s].toArray()) {
            INFO(test[u"tcId"_s].toInt());
            CHECK(judge(group, test) == (test[u"result"_s].toString() == u"valid"));
            ++tests;
        }
    }
    return tests;
}

} // namespace

TEST_CASE("PBKDF2 with HMAC-SHA256: Wycheproof", "[vectors]")
{
    const int tests = run(u"pbkdf2_hmacsha256_test.json.xz"_s, [](const QJsonValue &, const QJsonValue &test) {
        const SecretBytes salt = secretFrom(test[u"salt"_s]);
        const auto key = pbkdf2Sha256(secretFrom(test[u"password"_s]), salt, test[u"iterationCount"_s].toInt(),
            static_cast<std::size_t>(test[u"dkLen"_s].toInt()));
        return key && *key == secretFrom(test[u"dk"_s]);
    });
    CHECK((tests == 60 || tests == 0));
}

TEST_CASE("ChaCha20-Poly1305: Wycheproof", "[vectors]")
{
    REQUIRE(sodium_init() >= 0);
    const int tests = run(u"chacha20_poly1305_test.json.xz"_s, [](const QJsonValue &, const QJsonValue &test) {
        const Bytes key = bytesFrom(test[u"key"_s]);
        const Bytes nonce = bytesFrom(test[u"iv"_s]);
        const Bytes context = bytesFrom(test[u"aad"_s]);
        Bytes sealed = bytesFrom(test[u"ct"_s]);
        const Bytes tag = bytesFrom(test[u"tag"_s]);
        sealed.insert(sealed.end(), tag.begin(), tag.end());
        if (key.size() != crypto_aead_chacha20poly1305_ietf_KEYBYTES
            || nonce.size() != crypto_aead_chacha20poly1305_ietf_NPUBBYTES)
            return false;
        Bytes opened(sealed.size() + 1);
        unsigned long long size = 0;
        const int outcome = crypto_aead_chacha20poly1305_ietf_decrypt(opened.data(), &size, nullptr, sealed.data(),
            sealed.size(), context.data(), context.size(), nonce.data(), key.data());
        opened.resize(size);
        return outcome == 0 && opened == bytesFrom(test[u"msg"_s]);
    });
    CHECK((tests == 325 || tests == 0));
}
