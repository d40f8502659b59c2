// SPDX-License-Identifier: GPL-3.0-or-later
#include "wallet/encoding/hex.h"
#include "wallet/uint256.h"

#include <catch2/catch.hpp>

#include <string>

using namespace majlis::wallet;
using namespace Qt::StringLiterals;

namespace
{

const QString maxDecimal = u"115792089237316195423570985008687907853269984665640564039457584007913129639935"_s;
const QString leastSigned = u"-57896044618658097711785492504343953926634992332820282019728792003956564819968"_s;
const QString mostSigned = u"57896044618658097711785492504343953926634992332820282019728792003956564819967"_s;

Uint256 number(const QString &text)
{
    return Uint256::fromDecimal(text).value();
}

} // namespace

TEST_CASE("numbers of 256 bits are written as they are read", "[uint256]")
{
    for (const QString &text : {u"0"_s, u"1"_s, u"18446744073709551615"_s, u"18446744073709551616"_s,
             u"340282366920938463463374607431768211456"_s, u"1000000000000000000000000000000000000000"_s, maxDecimal}) {
        INFO(text.toStdString());
        const Uint256 value = number(text);
        CHECK(value.toDecimal() == text);
        CHECK(Uint256::fromQuantity(value.toQuantity()).value() == value);
        CHECK(Uint256::fromBigEndian(value.bigEndian()).value() == value);
        CHECK(Uint256::fromBigEndian(value.minimalBigEndian()).value() == value);
    }
    CHECK(number(maxDecimal) == Uint256::max());
    CHECK(Uint256(0).toQuantity() == u"0x0");
    CHECK(Uint256(0x0f).toQuantity() == u"0xf");
    CHECK(Uint256(0xff00).toQuantity() == u"0xff00");
    CHECK(Uint256(0).minimalBigEndian().empty());
    CHECK(toHex(number(u"79228162514264337593543950336"_s).minimalBigEndian()) == u"0x01000000000000000000000000");
}

TEST_CASE("numbers of 256 bits refuse what is not one", "[uint256]")
{
    for (const QString &text : {u""_s, u"-1"_s, u"+1"_s, u"01"_s, u"00"_s, u"1.0"_s, u" 1"_s, u"1 "_s, u"1e3"_s,
             u"0x1"_s, u"١"_s, u"115792089237316195423570985008687907853269984665640564039457584007913129639936"_s,
             u"999999999999999999999999999999999999999999999999999999999999999999999999999999"_s, QString(200, u'9')}) {
        INFO(text.toStdString());
        CHECK_FALSE(Uint256::fromDecimal(text).has_value());
    }
    for (const QString &text : {u""_s, u"0x"_s, u"0X1"_s, u"1"_s, u"0x01"_s, u"0x00"_s, u"0xg"_s, u"0x-1"_s,
             QString(u"0x1"_s + QString(64, u'0'))}) {
        INFO(text.toStdString());
        CHECK_FALSE(Uint256::fromQuantity(text).has_value());
    }
    CHECK(Uint256::fromHex(u"0x0001").value() == Uint256(1));
    CHECK_FALSE(Uint256::fromBigEndian(Bytes(33)).has_value());
}

TEST_CASE("arithmetic of 256 bits never wraps", "[uint256]")
{
    const Uint256 large = Uint256::max();
    CHECK_FALSE(large.plus(1).has_value());
    CHECK_FALSE(Uint256(0).minus(1).has_value());
    CHECK_FALSE(large.times(2).has_value());
    CHECK_FALSE(large.times(large).has_value());
    CHECK_FALSE(large.dividedBy(0).has_value());
    CHECK(large.minus(large).value().isZero());
    CHECK(number(u"340282366920938463463374607431768211455"_s).plus(1).value() == Uint256::powerOfTwo(128));
    CHECK(Uint256::powerOfTwo(128).minus(1).value().toDecimal() == u"340282366920938463463374607431768211455");
    CHECK(Uint256::powerOfTen(38).times(Uint256::powerOfTen(39)).value() == Uint256::powerOfTen(77));
    CHECK(large.dividedBy(Uint256::powerOfTen(18)).value().toDecimal()
        == u"115792089237316195423570985008687907853269984665640564039457");
    CHECK(Uint256(2) < Uint256::powerOfTwo(64));
    CHECK(Uint256::powerOfTwo(200) > Uint256::powerOfTwo(199));
    CHECK(Uint256::powerOfTwo(200).bitLength() == 201);
    CHECK(Uint256(0).bitLength() == 0);
    CHECK_FALSE(Uint256::powerOfTwo(64).toUint64().has_value());
}

TEST_CASE("amounts of a token are read and written exactly", "[uint256]")
{
    CHECK(Uint256::fromUnits(u"12.5", 18).value().toDecimal() == u"12500000000000000000");
    CHECK(Uint256::fromUnits(u"0.000001", 6).value() == Uint256(1));
    CHECK(Uint256::fromUnits(u"7", 0).value() == Uint256(7));
    CHECK(Uint256::fromUnits(u"0", 77).value().isZero());
    for (const auto *text : {u"", u".5", u"1.", u"01", u"1.0000001", u"-1", u"1,5", u"1.5.5", u"1e3", u" 1"}) {
        INFO(QStringView(text).toString().toStdString());
        CHECK_FALSE(Uint256::fromUnits(QStringView(text), 6).has_value());
    }
    CHECK_FALSE(Uint256::fromUnits(u"1157920892373161954235709850086879078532699846656405640394576", 18).has_value());
    CHECK(Uint256(1'500'000).toUnits(6) == u"1.5");
    CHECK(Uint256(1).toUnits(18) == u"0.000000000000000001");
    CHECK(Uint256(0).toUnits(18) == u"0");
    CHECK(Uint256(1'000'000).toUnits(6) == u"1");
    CHECK(Uint256(100).toUnits(0) == u"100");
    CHECK(Uint256::fromUnits(Uint256::max().toUnits(18), 18).value() == Uint256::max());
}

TEST_CASE("signed numbers of 256 bits are two's complement", "[uint256]")
{
    for (const QString &text : {u"0"_s, u"1"_s, u"-1"_s, u"-18446744073709551616"_s, leastSigned, mostSigned})
        CHECK(Int256::fromDecimal(text).value().toDecimal() == text);
    CHECK(Int256::fromDecimal(u"-1").value().bits() == Uint256::max());
    CHECK(Int256::fromDecimal(leastSigned).value().bits() == Uint256::powerOfTwo(255));
    for (const QString &text : {u"-0"_s, u"--1"_s, u"+1"_s, u"-"_s, u"-01"_s, maxDecimal,
             u"57896044618658097711785492504343953926634992332820282019728792003956564819968"_s,
             u"-57896044618658097711785492504343953926634992332820282019728792003956564819969"_s})
        CHECK_FALSE(Int256::fromDecimal(text).has_value());
    CHECK(Int256::fromDecimal(u"-128").value().fitsIn(8));
    CHECK_FALSE(Int256::fromDecimal(u"-129").value().fitsIn(8));
    CHECK(Int256::fromDecimal(u"127").value().fitsIn(8));
    CHECK_FALSE(Int256::fromDecimal(u"128").value().fitsIn(8));
    CHECK(Int256::fromDecimal(leastSigned).value().fitsIn(256));
}
