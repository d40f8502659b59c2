// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/amount.h"

#include <catch2/catch.hpp>

using majlis::Amount;
using majlis::ErrorCode;
using majlis::Rounding;

namespace
{

Amount amount(const char *text)
{
    const auto parsed = Amount::parse(QByteArrayView(text));
    REQUIRE(parsed);
    return *parsed;
}

std::string text(const majlis::Result<Amount> &value)
{
    REQUIRE(value);
    return value->toString().toStdString();
}

} // namespace

TEST_CASE("an amount keeps every digit", "[amount]")
{
    const auto *exact = GENERATE("0", "1", "-1", "1234.500000000000000001", "-0.000000000000000001", "10",
        "999999999999999999999999999999999999999999999999999999999999.999999999999999999");
    CHECK(amount(exact).toString().toStdString() == exact);
}

TEST_CASE("an amount is refused, never repaired", "[amount]")
{
    const auto *bad = GENERATE("", "-", "+1", " 1", "1 ", "01", "00", "-0", "-0.0", ".5", "1.", "1e3", "1,5", "0x1",
        "NaN", "1.2.3", "0.0000000000000000001", "1000000000000000000000000000000000000000000000000000000000000",
        "\xd9\xa1", "--1");
    CHECK_FALSE(Amount::parse(QByteArrayView(bad)));
    CHECK_FALSE(Amount::parse(QString::fromUtf8(bad)));
}

TEST_CASE("trailing zeros are accepted and not kept", "[amount]")
{
    CHECK(amount("1.500").toString() == QStringLiteral("1.5"));
    CHECK(amount("0.0").isZero());
}

TEST_CASE("sums, products and quotients are exact up to their one rounding", "[amount]")
{
    CHECK(text(amount("0.1").plus(amount("0.2"))) == "0.3");
    CHECK(text(amount("1").minus(amount("1.000000000000000001"))) == "-0.000000000000000001");
    CHECK(text(amount("0.000000001").times(amount("0.000000001"), Rounding::Down)) == "0.000000000000000001");
    CHECK(text(amount("1").dividedBy(amount("3"), Rounding::Down)) == "0.333333333333333333");
    CHECK(text(amount("2").dividedBy(amount("3"), Rounding::Up)) == "0.666666666666666667");
    CHECK(text(amount("-2").dividedBy(amount("3"), Rounding::Up)) == "-0.666666666666666667");
    CHECK(text(amount("-2").dividedBy(amount("3"), Rounding::Down)) == "-0.666666666666666666");
    CHECK(text(amount("1000000").timesRatio(200, 10000, Rounding::Down)) == "20000");
    CHECK(amount("1").dividedBy(Amount(), Rounding::Down).error().code == ErrorCode::Undefined);
}

TEST_CASE("rounding to places follows the four rules", "[amount]")
{
    CHECK(amount("2.5").toString(0, Rounding::HalfEven) == QStringLiteral("2"));
    CHECK(amount("3.5").toString(0, Rounding::HalfEven) == QStringLiteral("4"));
    CHECK(amount("2.5").toString(0, Rounding::HalfUp) == QStringLiteral("3"));
    CHECK(amount("-2.5").toString(0, Rounding::HalfUp) == QStringLiteral("-3"));
    CHECK(amount("2.001").toString(2, Rounding::Up) == QStringLiteral("2.01"));
    CHECK(amount("2.009").toString(2, Rounding::Down) == QStringLiteral("2.00"));
    CHECK(amount("-0.001").toString(2, Rounding::Down) == QStringLiteral("0.00"));
}

TEST_CASE("base units convert without loss or not at all", "[amount]")
{
    CHECK(text(Amount::fromBaseUnits(u"1500000", 6)) == "1.5");
    CHECK(text(Amount::fromBaseUnits(
              u"115792089237316195423570985008687907853269984665640564039457584007913129639935", 18))
        == "115792089237316195423570985008687907853269984665640564039457.584007913129639935");
    CHECK(*amount("1.5").toBaseUnits(6) == QStringLiteral("1500000"));
    CHECK(amount("1.0000001").toBaseUnits(6).error().code == ErrorCode::InvalidArgument);
    CHECK_FALSE(Amount::fromBaseUnits(u"12a", 6));
}

TEST_CASE("amounts overflow loudly", "[amount]")
{
    Amount big = amount("999999999999999999999999999999999999999999999999999999999999");
    CHECK(big.times(big, Rounding::Down).error().code == ErrorCode::Overflow);
}

TEST_CASE("amounts order by value", "[amount]")
{
    CHECK(amount("-2") < amount("-1"));
    CHECK(amount("-1") < amount("0"));
    CHECK(amount("0.1") > amount("0.09"));
    CHECK(amount("10") == amount("10.000"));
}
