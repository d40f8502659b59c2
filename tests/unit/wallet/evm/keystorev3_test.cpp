// SPDX-License-Identifier: GPL-3.0-or-later
// The Web3 Secret Storage against ethereum/tests (tests/data/vectors/NOTICE) and geth's vectors, which are only read.
#include "tests/unit/wallet/vectorfile.h"
#include "wallet/encoding/json.h"
#include "wallet/encoding/nfkd.h"
#include "wallet/encoding/utf8.h"
#include "wallet/evm/keystorev3.h"
#include "wallet/evm/privatekey.h"
#include "wallet/signer.h"

#include <catch2/catch.hpp>

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

using namespace majlis::wallet;
using namespace majlis::wallet::test;
using namespace Qt::StringLiterals;

namespace
{

constexpr ScryptCost quick{1024, 8, 1};

int openAll(const QJsonObject &tests)
{
    int cases = 0;
    for (auto test = tests.begin(); test != tests.end(); ++test) {
        INFO(test.key().toStdString());
        const QByteArray json = QJsonDocument(test.value()[u"json"_s].toObject()).toJson();
        const SecretBytes password = secretText(test.value()[u"password"_s]);
        const auto key = importKeystoreV3(json.toStdString(), password);
        INFO((key ? "" : key.error().detail));
        REQUIRE(key.has_value());
        const Bytes expected = bytesFrom(test.value()[u"priv"_s]);
        CHECK(key->size() == 32);
        CHECK(std::ranges::equal(key->view().last(expected.size()), expected));
        SecretBytes other = password.clone();
        other.append('x');
        CHECK(importKeystoreV3(json.toStdString(), other).error().code == ErrorCode::WrongPassphrase);
        ++cases;
    }
    return cases;
}

SecretBytes exampleKey()
{
    SecretBytes key(32);
    key.data()[0] = 0x12;
    key.data()[31] = 0x34;
    return key;
}

std::string replaced(std::string text, const std::string &from, const std::string &to)
{
    const std::size_t at = text.find(from);
    REQUIRE(at != std::string::npos);
    return text.replace(at, from.size(), to);
}

SecretBytes text(const char *utf8)
{
    return SecretBytes::fromText(utf8);
}

} // namespace

TEST_CASE("keystore v3: ethereum/tests", "[keystorev3]")
{
    CHECK(openAll(jsonVectors(u"ethereum-keystore.json"_s).object()) == 5);
}

TEST_CASE("keystore v3: geth's vectors", "[keystorev3]")
{
    const QString path = QStringLiteral(MAJLIS_SHARED_DIR "/data/vectors/keystore/v3_test_vector.json");
    if (!QFile::exists(path)) {
        WARN("SKIPPED: " << path.toStdString() << " is not here; set MAJLIS_SHARED_DIR to judge by it");
        return;
    }
    CHECK(openAll(QJsonDocument::fromJson(readFile(path)).object()) == 4);
}

TEST_CASE("keystore v3: what is exported opens again, and no other way", "[keystorev3]")
{
    const std::string json = exportKeystoreV3(exampleKey(), text("pässword"), quick).value();
    CHECK(*importKeystoreV3(json, text("pässword")) == exampleKey());
    CHECK(*importKeystoreV3(json, text("p\x61\xCC\x88ssword")) == exampleKey()); // the same letters, decomposed
    CHECK(importKeystoreV3(json, text("password")).error().code == ErrorCode::WrongPassphrase);
    CHECK(importKeystoreV3(json, text("\xFF")).error().code == ErrorCode::InvalidArgument);
    CHECK(json.find("12000000") == std::string::npos);
    const KeystoreV3Outline outline = readKeystoreV3(json).value();
    CHECK(outline.address == *evmAddress(exampleKey()));
    CHECK(outline.kdf == "scrypt");
    CHECK(exportKeystoreV3(exampleKey(), text("pässword"), quick).value() != json);
    CHECK_FALSE(exportKeystoreV3(SecretBytes(32), text("x"), quick).has_value());
    CHECK_FALSE(exportKeystoreV3(exampleKey(), text("x"), {1000, 8, 1}).has_value());
    CHECK(importKeystoreV3(replaced(json, "\"crypto\"", "\"Crypto\""), text("pässword")).has_value());
}

TEST_CASE("keystore v3: forged files are refused before anything is computed", "[keystorev3]")
{
    const std::string json = exportKeystoreV3(exampleKey(), text("x"), quick).value();
    const auto code = [&](const std::string &from, const std::string &to) {
        const auto outline = readKeystoreV3(replaced(json, from, to));
        return outline ? std::optional<ErrorCode>() : outline.error().code;
    };
    CHECK(code("\"version\":3", "\"version\":1") == ErrorCode::UnsupportedVersion);
    CHECK(code("\"n\":1024", "\"n\":1073741824") == ErrorCode::ExcessiveParameters);
    CHECK(code("\"n\":1024", "\"n\":2147483648") == ErrorCode::ExcessiveParameters);
    CHECK(code("\"r\":8", "\"r\":1048576") == ErrorCode::ExcessiveParameters);
    CHECK(code("\"p\":1", "\"p\":1048576") == ErrorCode::ExcessiveParameters);
    CHECK(code("\"n\":1024", "\"n\":1000") == ErrorCode::InvalidArgument);
    CHECK(code("\"n\":1024", "\"n\":-2") == ErrorCode::InvalidArgument);
    CHECK(code("\"n\":1024", "\"n\":\"1024\"") == ErrorCode::InvalidArgument);
    CHECK(code("\"dklen\":32", "\"dklen\":16") == ErrorCode::InvalidArgument);
    CHECK(code("\"kdf\":\"scrypt\"", "\"kdf\":\"none\"") == ErrorCode::InvalidArgument);
    CHECK(code("aes-128-ctr", "aes-128-cbc") == ErrorCode::InvalidArgument);
    CHECK(code("\"mac\":\"", "\"mac\":\"00") == ErrorCode::InvalidArgument);
    CHECK(code("\"iv\":\"", "\"iv\":\"00") == ErrorCode::InvalidArgument);
    CHECK(code("\"ciphertext\":\"", "\"ciphertext\":\"00") == ErrorCode::InvalidArgument);
    CHECK(code("\"version\":3", "\"version\":3,\"version\":3") == ErrorCode::InvalidArgument);
    CHECK(code("\"version\":3", "\"version\":3,\"Crypto\":{}") == ErrorCode::InvalidArgument);
    CHECK_FALSE(readKeystoreV3("").has_value());
    CHECK_FALSE(readKeystoreV3("{}").has_value());
    const std::string address = evmAddress(exampleKey())->text().toLower().sliced(2).toStdString();
    CHECK(
        importKeystoreV3(replaced(json, address, std::string(40, '1')), text("x")).error().code == ErrorCode::Damaged);
    CHECK(
        importKeystoreV3(replaced(json, "\"address\":\"" + address + "\"", "\"address\":\"\""), text("x")).has_value());
}

TEST_CASE("NFKC is Qt's, in guarded memory", "[keystorev3]")
{
    for (const char *utf8 :
        {"", "abc", "é", "e\xCC\x81", "ﬁ", "Å", "각", "가ㄱ", "ệ", "ḍ̇", "q̣̇", "①½™", "ｶﾞ", "क़", "שּׁ", "𝒳",
            "\xCC\x81"
            "a",
            "a\xCC\xA3\xCC\x82", "가각힣", "豈", "Ǆ", "ΰ", "̈́", "ः्"}) {
        INFO(utf8);
        const QString expected = QString::fromUtf8(utf8).normalized(QString::NormalizationForm_KC);
        CHECK(nfkc(text(utf8))->text() == expected.toStdString());
    }
    std::uint32_t state = 1;
    for (int round = 0; round < 3000; ++round) {
        QString random;
        for (int i = 0; i < 6; ++i) {
            state = state * 1664525 + 1013904223;
            static constexpr char32_t bases[]
                = {0x41, 0xC0, 0x300, 0x316, 0x1100, 0x1161, 0x11A8, 0xAC00, 0x900, 0x3040, 0xFB00};
            const char32_t point = bases[(state >> 8U) % 11] + ((state >> 16U) % 40);
            random += QChar::fromUcs4(point);
        }
        const QString expected = random.normalized(QString::NormalizationForm_KC);
        REQUIRE(nfkc(text(random.toUtf8().constData()))->text() == expected.toStdString());
    }
}

TEST_CASE("private keys are read as people paste them", "[keystorev3]")
{
    const std::string digits = std::string(62, '0') + "aB";
    CHECK(parsePrivateKey(text(digits.c_str())).value().data()[31] == 0xAB);
    CHECK(parsePrivateKey(text((" 0x" + digits + "\n").c_str())).has_value());
    CHECK(privateKeyText(parsePrivateKey(text(digits.c_str())).value()).text() == std::string(62, '0') + "ab");
    for (const std::string &wrong :
        {std::string(), std::string("0x"), std::string(64, '0'), std::string(64, 'f'), digits + "0", digits.substr(1),
            std::string("0X") + digits, std::string(63, '0') + "g", "0x0x" + digits.substr(2)}) {
        INFO(wrong);
        CHECK_FALSE(parsePrivateKey(text(wrong.c_str())).has_value());
    }
}
