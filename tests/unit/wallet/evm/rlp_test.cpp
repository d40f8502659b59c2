// SPDX-License-Identifier: GPL-3.0-or-later
// RLP against ethereum/tests (tests/data/vectors/NOTICE) and cases of our own.
#include "tests/unit/wallet/vectorfile.h"
#include "wallet/evm/rlp.h"

#include <catch2/catch.hpp>

#include <QJsonArray>
#include <QJsonObject>

using namespace majlis::wallet;
using namespace majlis::wallet::test;
using namespace Qt::StringLiterals;

namespace
{

// As the file has it: texts are bytes, `#` a large number, numbers numbers.
RlpItem itemFrom(const QJsonValue &value)
{
    if (value.isArray()) {
        RlpItem::List list;
        for (const QJsonValue &element : value.toArray())
            list.push_back(itemFrom(element));
        return RlpItem(std::move(list));
    }
    if (value.isDouble())
        return RlpItem::number(static_cast<std::uint64_t>(value.toInteger()));
    const QByteArray text = value.toString().toUtf8();
    return RlpItem(Bytes(text.begin(), text.end()));
}

bool decodes(QStringView hex, RlpLimits limits = {})
{
    return decodeRlp(*fromHex(hex), limits).has_value();
}

} // namespace

TEST_CASE("RLP: ethereum/tests, both ways", "[rlp]")
{
    int cases = 0;
    const QJsonObject tests = jsonVectors(u"ethereum-rlptest.json"_s).object();
    for (auto test = tests.begin(); test != tests.end(); ++test) {
        INFO(test.key().toStdString());
        const Bytes encoded = bytesFrom(test.value()[u"out"_s]);
        const QString number = test.value()[u"in"_s].toString();
        const Result<RlpItem> decoded = decodeRlp(encoded);
        REQUIRE(decoded.has_value());
        CHECK(encodeRlp(*decoded) == encoded);
        if (!number.startsWith(u'#'))
            CHECK(*decoded == itemFrom(test.value()[u"in"_s]));
        else if (test.key() != u"bigint"_s) // 2^256 is one more than the largest number
            CHECK(decoded->toNumber()->toDecimal() == number.sliced(1));
        else
            CHECK_FALSE(decoded->toNumber().has_value());
        ++cases;
    }
    CHECK(cases == 28);
}

TEST_CASE("RLP: what ethereum/tests call invalid is refused", "[rlp]")
{
    int cases = 0;
    const QJsonObject tests = jsonVectors(u"ethereum-invalidRLPTest.json"_s).object();
    for (auto test = tests.begin(); test != tests.end(); ++test) {
        INFO(test.key().toStdString());
        CHECK_FALSE(decodeRlp(bytesFrom(test.value()[u"out"_s])).has_value());
        ++cases;
    }
    CHECK(cases == 26);
}

TEST_CASE("RLP: bounds", "[rlp]")
{
    CHECK_FALSE(decodes(u"0x"));
    CHECK(decodes(u"0xc0"));
    CHECK(decodes(u"0xc1c0", {.depth = 2}));
    CHECK_FALSE(decodes(u"0xc1c0", {.depth = 1}));
    CHECK_FALSE(decodes(u"0xc1c0", {.bytes = 1}));
    CHECK_FALSE(decodes(u"0xc0c0"));
    CHECK_FALSE(decodes(u"0xbfffffffffffffffff00"));
    CHECK_FALSE(decodes(u"0xffffffffffffffffff00"));
    Bytes deep(1500, 0xC1);
    deep.push_back(0xC0);
    CHECK_FALSE(decodeRlp(deep).has_value());
    for (const std::size_t size : {0U, 1U, 55U, 56U, 255U, 256U, 65535U, 65536U, 70000U}) {
        const RlpItem item(RlpItem::List{RlpItem(Bytes(size, 0x99)), RlpItem()});
        CHECK(*decodeRlp(encodeRlp(item)) == item);
    }
    CHECK_FALSE(RlpItem(Bytes{0, 1}).toNumber().has_value());
    CHECK_FALSE(RlpItem(Bytes{0}).toNumber().has_value());
    CHECK_FALSE(RlpItem(RlpItem::List()).toNumber().has_value());
    CHECK(RlpItem(Bytes{1, 0}).toNumber() == Uint256(256));
}
