// SPDX-License-Identifier: GPL-3.0-or-later
// H1..H10 of domain.md, from the contract's own file of examples.
#include "models/domain/rebase.h"
#include "models/domain/referral.h"
#include "models/domain/strength.h"
#include "models/domain/transactionlimits.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <catch2/catch.hpp>

#include <cmath>
#include <map>

using namespace majlis;
using namespace Qt::StringLiterals;

namespace
{

QJsonObject example(QLatin1StringView id)
{
    QFile file(QStringLiteral(MAJLIS_TEST_DATA "/domain.examples.json"));
    REQUIRE(file.open(QIODevice::ReadOnly));
    const QJsonArray examples = QJsonDocument::fromJson(file.readAll()).object()["examples"_L1].toArray();
    for (const QJsonValue &value : examples) {
        if (value["id"_L1].toString() == id)
            return value["result"_L1].toObject();
    }
    FAIL("no example " << id.data());
    return {};
}

Amount amount(const QString &text)
{
    const auto parsed = Amount::parse(text);
    REQUIRE(parsed);
    return *parsed;
}

// The examples are rounded (to 12 places, H4 to 6), so half of that is added to the 1e-12 of domain.md.
void checkReal(double actual, const QJsonValue &expected, double rounding = 5e-13)
{
    const double value = expected.toString().toDouble();
    CHECK(std::abs(actual - value) <= 1e-12 * std::abs(value) + rounding);
}

} // namespace

TEST_CASE("H1 the document's unit test of network strength", "[domain]")
{
    const auto terms = StrengthTerms::of(100, amount(u"50000"_s), 5);
    REQUIRE(terms);
    const QJsonObject expected = example("H1"_L1);
    checkReal(terms->descendantScore, expected["descendantScore"_L1]);
    checkReal(terms->balanceScore, expected["balanceScore"_L1]);
    checkReal(terms->depthScore, expected["depthScore"_L1]);
    checkReal(terms->score, expected["score"_L1]);
    CHECK(StrengthTerms::shown(terms->score) == expected["shown"_L1].toString());
}

TEST_CASE("H2, H4 strength of nobody and of very many", "[domain]")
{
    checkReal(StrengthTerms::of(0, Amount(), 0)->score, example("H2"_L1)["score"_L1]);
    const Amount huge = amount(u"1"_s + QString(59, u'0')); // 10^59, and ten of them
    checkReal(StrengthTerms::of(1'000'000'000, *huge.timesRatio(10, 1, Rounding::Down), 7)->score,
        example("H4"_L1)["score"_L1], 5e-7);
}

TEST_CASE("H3 weighted balance counts seven levels exactly", "[domain]")
{
    WeightedBalance weighted;
    REQUIRE(weighted.add(0, amount(u"77777"_s))); // the root does not count
    REQUIRE(weighted.add(1, amount(u"1000"_s)));
    REQUIRE(weighted.add(1, amount(u"250.5"_s)));
    REQUIRE(weighted.add(2, amount(u"4000"_s)));
    REQUIRE(weighted.add(3, amount(u"100"_s)));
    REQUIRE(weighted.add(8, amount(u"999999"_s)));
    const QJsonObject expected = example("H3"_L1);
    CHECK(weighted.value()->toString() == expected["weightedBalance"_L1].toString());
    checkReal(StrengthTerms::of(4, *weighted.value(), 3)->score, expected["score"_L1]);
    CHECK(weighted.add(1, amount(u"-1"_s)).error().code == ErrorCode::InvalidArgument);
    CHECK(weighted.add(-1, Amount()).error().code == ErrorCode::InvalidArgument);
}

TEST_CASE("H5 powers of 0.7", "[domain]")
{
    const QJsonArray factors = example("H5"_L1)["factors"_L1].toArray();
    REQUIRE(factors.size() == countedLevels);
    for (int depth = 1; depth <= countedLevels; ++depth)
        CHECK(WeightedBalance::factor(depth)->toString() == factors[depth - 1].toString());
    CHECK_FALSE(WeightedBalance::factor(8));
    CHECK_FALSE(WeightedBalance::factor(-1));
}

TEST_CASE("strength refuses what is outside its domain and keeps small balances", "[domain]")
{
    CHECK(StrengthTerms::of(-1, Amount(), 0).error().code == ErrorCode::InvalidArgument);
    CHECK(StrengthTerms::of(0, amount(u"-0.1"_s), 0).error().code == ErrorCode::InvalidArgument);
    CHECK_FALSE(StrengthTerms::of(0, Amount(), 8));
    CHECK_FALSE(StrengthTerms::of(0, Amount(), -1));
    const double tiny = StrengthTerms::of(0, amount(u"0.000000000000000001"_s), 0)->score;
    CHECK(std::abs(tiny - 50e-18 / std::log(10.0)) < 1e-28);
    CHECK(StrengthTerms::shown(0.125) == u"0.13"); // a tie goes up
    CHECK(StrengthTerms::shown(0) == u"0.00");
}

TEST_CASE("H6 a rebase is shared to the last digit", "[domain]")
{
    const RebaseUser users[] = {{amount(u"10000"_s), amount(u"50000"_s), true}, {amount(u"5000"_s), Amount(), false},
        {amount(u"100"_s), amount(u"90000"_s), true}, {amount(u"100.000000000000000001"_s), amount(u"999"_s), true}};
    const auto shares = shareRebase(amount(u"1000000"_s), 200, users);
    REQUIRE(shares);
    const QJsonObject expected = example("H6"_L1);
    CHECK(shares->rebaseAmount.toString() == expected["rebaseAmount"_L1].toString());
    for (int user = 0; user < 4; ++user) {
        const auto index = static_cast<std::size_t>(user);
        checkReal(shares->weights[index], expected["weights"_L1].toArray()[user]);
        CHECK(shares->amounts[index].toString() == expected["amounts"_L1].toArray()[user].toString());
    }
    checkReal(shares->totalWeight, expected["totalWeight"_L1]);
    CHECK(shares->dust.toString() == expected["dust"_L1].toString());
}

TEST_CASE("H7 a rebase that nobody may share gives nothing out", "[domain]")
{
    const RebaseUser users[] = {{amount(u"100"_s), Amount(), false}};
    const auto shares = shareRebase(amount(u"1000"_s), 200, users);
    REQUIRE(shares);
    CHECK(shares->amounts[0].toString() == example("H7"_L1)["amounts"_L1].toArray()[0].toString());
    CHECK(shares->dust.toString() == example("H7"_L1)["dust"_L1].toString());
    CHECK_FALSE(shareRebase(Amount(), 200, users));
    CHECK_FALSE(shareRebase(amount(u"99"_s), 200, users)); // a balance above the supply
    CHECK_FALSE(shareRebase(amount(u"1000"_s), -1, users));
}

TEST_CASE("H8 compounding", "[domain]")
{
    const QJsonObject expected = example("H8"_L1);
    const Amount supply = amount(u"1000000"_s);
    CHECK(supplyAfter(supply, 200, 1)->toString() == expected["d1"_L1].toString());
    CHECK(supplyAfter(supply, 200, 30)->toString() == expected["d30"_L1].toString());
    CHECK(supplyAfter(supply, 200, 365)->toString() == expected["d365"_L1].toString());
    CHECK(supplyAfter(amount(u"1"_s), 200, 365)->toString() == expected["yearFactor"_L1].toString());
    CHECK(supplyAfter(amount(u"1"_s + QString(50, u'0')), 10'000, 3650).error().code == ErrorCode::Overflow);
    CHECK(supplyAfter(supply, 200, 3651).error().code == ErrorCode::InvalidArgument);
}

TEST_CASE("H9 who may register under whom", "[domain]")
{
    constexpr std::uint32_t a = 0;
    constexpr std::uint32_t b = 1;
    constexpr std::uint32_t c = 2;
    constexpr std::uint32_t d = 3;
    const std::map<std::uint32_t, std::uint32_t> referrers{{b, a}, {c, b}};
    const ReferrerOf referrerOf = [&referrers](std::uint32_t user) -> std::optional<std::uint32_t> {
        const auto found = referrers.find(user);
        return found == referrers.end() ? std::nullopt : std::optional(found->second);
    };
    const auto said = [&referrerOf](std::uint32_t referee, std::uint32_t referrer) {
        const auto depth = depthAfterRegistration(referee, referrer, referrerOf);
        if (depth)
            return QString(u"depth "_s + QString::number(*depth));
        CHECK(depth.error().code == ErrorCode::NotEligible);
        return QString(u"error: not_eligible ("_s + depth.error().reason + u')');
    };
    const QJsonObject expected = example("H9"_L1);
    CHECK(said(d, c) == expected["D under C"_L1].toString());
    CHECK(said(a, c) == expected["A under C"_L1].toString());
    CHECK(said(b, c) == expected["B under C"_L1].toString());
    CHECK(said(a, a) == expected["A under A"_L1].toString());
}

TEST_CASE("H10 bounds of transactions", "[domain]")
{
    const QJsonObject expected = example("H10"_L1);
    CHECK(QString::number(*gasLimit(52341)) == expected["gasLimit"_L1].toString());
    CHECK(QString::number(*priorityFeeLamports(200'000)) == expected["priorityFeeLamports"_L1].toString());
    CHECK(*priorityFeeLamports(1) == 1); // up
    CHECK(largestOutflow(amount(u"100"_s))->toString() == expected["largest outflow let through"_L1].toString());
    CHECK(gasLimit(~std::uint64_t{0}).error().code == ErrorCode::Overflow);
    CHECK_FALSE(largestOutflow(amount(u"-1"_s)));
}
