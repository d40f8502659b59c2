// SPDX-License-Identifier: GPL-3.0-or-later
// ethers' phrases of ten languages with their seeds and BIP-32 nodes. Majlis knows the English list; the seeds of the
// others still have nodes.
#include "tests/unit/wallet/vectorfile.h"
#include "wallet/derivation.h"
#include "wallet/extendedpublickey.h"
#include "wallet/mnemonic.h"
#include "wallet/signer.h"

#include <catch2/catch.hpp>

#include <QFile>
#include <QJsonArray>
#include <QJsonObject>

using namespace majlis::wallet;
using namespace majlis::wallet::test;
using namespace Qt::StringLiterals;

namespace
{

// ethers keeps texts as the hex of their UTF-8.
SecretBytes utf8(const QJsonValue &hex)
{
    return secretFrom(hex);
}

void checkPhrase(const QJsonValue &entry)
{
    const auto mnemonic = Mnemonic::parseExact(utf8(entry[u"phrase"_s]));
    REQUIRE(mnemonic);
    CHECK(mnemonic->entropy() == secretFrom(entry[u"entropy"_s]));
    CHECK(*mnemonic->seed(utf8(entry[u"password"_s])) == secretFrom(entry[u"seed"_s]));
    CHECK(Mnemonic::fromEntropy(secretFrom(entry[u"entropy"_s]))->sentence() == utf8(entry[u"phrase"_s]));
}

void checkNode(const SecretBytes &seed, const QJsonValue &node)
{
    const auto path = DerivationPath::parse(node[u"path"_s].toString());
    REQUIRE(path);
    const auto derived = deriveBip32(seed, *path);
    REQUIRE(derived);
    CHECK(derived->key == secretFrom(node[u"privateKey"_s]));
    CHECK(derived->chainCode == secretFrom(node[u"chainCode"_s]));
    CHECK(ExtendedPublicKey::derive(seed, *path)->text() == node[u"xpub"_s].toString());
}

} // namespace

TEST_CASE("ethers: phrases, seeds and nodes", "[vectors]")
{
    const QString path = QStringLiteral(MAJLIS_SHARED_DIR "/data/vectors/ethers/mnemonics.even.json.xz");
    if (!QFile::exists(path)) {
        WARN("SKIPPED: " << path.toStdString() << " is not here; set MAJLIS_SHARED_DIR to judge by it");
        return;
    }
    int english = 0;
    int nodes = 0;
    for (const QJsonValue &entry : QJsonDocument::fromJson(readFile(path)).array()) {
        INFO(entry[u"name"_s].toString().toStdString());
        if (entry[u"locale"_s].toString() == u"en") {
            checkPhrase(entry);
            ++english;
        } else {
            CHECK_FALSE(Mnemonic::parse(utf8(entry[u"phrase"_s])));
        }
        for (const QJsonValue &node : entry[u"nodes"_s].toArray()) {
            checkNode(secretFrom(entry[u"seed"_s]), node);
            ++nodes;
        }
    }
    CHECK(english == 20);
    CHECK(nodes == 1200);
}
