// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/graph/networkfilter.h"

#include "models/domain/graph/branches.h"
#include "models/domain/graph/networkwriter.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <chrono>
#include <random>

using namespace majlis;
using namespace Qt::StringLiterals;

namespace
{

Amount amount(const QString &text)
{
    return Amount::parse(text).value();
}

/// A tree of `count` people with everything about them; every seventh has an unknown balance, the root no join time.
NetworkColumns columns(std::uint32_t count, std::uint32_t decimals, bool exact)
{
    std::mt19937 random(7);
    NetworkColumns all;
    all.decimals = decimals;
    for (std::uint32_t i = 0; i < count; ++i) {
        const std::uint32_t parent = i == 0 ? noParent : std::min(i - 1, (i - 1) / 3);
        all.parents.push_back(parent);
        all.depths.push_back(i == 0 ? std::uint8_t{0} : static_cast<std::uint8_t>(all.depths[parent] + 1));
        all.flags.push_back(static_cast<std::uint8_t>((random() % 2) | ((random() % 4) << networkflags::chainShift)));
        NetworkColumns::AddressBytes address{};
        std::ranges::copy(std::bit_cast<std::array<std::uint8_t, 4>>(i), address.begin());
        all.addresses.push_back(address);
        all.joinedSeconds.push_back(i == 0 ? 0 : 1'000 + i);
        const std::uint64_t held = random() % 1'000'000;
        if (exact) {
            all.balancesFixed.push_back(i % 7 == 6 ? FixedBalance::unknown() : FixedBalance{held, 0});
        } else {
            all.balancesLossy.push_back(
                i % 7 == 6 ? std::numeric_limits<double>::quiet_NaN() : static_cast<double>(held));
        }
    }
    return all;
}

NetworkFile fileOf(const NetworkColumns &all)
{
    return NetworkFile::read(writeNetworkFile(all).value()).value();
}

std::vector<std::uint8_t> fadedBy(const NetworkFile &file, const NetworkFilter &filter)
{
    std::vector<std::uint8_t> faded(file.nodeCount(), 0);
    fadeByFilter(file, filter, faded);
    return faded;
}

PersonFacts factsOf(const NetworkFile &file, std::uint32_t i)
{
    return {file.depths()[i], file.chainBits(i), file.isVerified(i), file.balance(i), file.joinedAt(i)};
}

} // namespace

TEST_CASE("the arrays and one person's facts give the same answer, whatever is asked", "[filter]")
{
    for (const std::uint32_t decimals : {0U, 6U, 18U, 24U}) {
        const NetworkFile file = fileOf(columns(2'000, decimals, true));
        const Amount middle = FixedBalance{500'000, 0}.toAmount(decimals).value_or(amount(u"0.0000000000000005"_s));
        std::vector<NetworkFilter> filters(9);
        filters[1].depth = 3;
        filters[2].chain = networkflags::chainBase;
        filters[3].verified = false;
        filters[4].leastBalance = middle;
        filters[5].mostBalance = middle;
        filters[6].joinedFrom = UnixMs{1'500'000};
        filters[7].joinedUntil = UnixMs{1'500'000};
        filters[8] = {.depth = 5,
            .chain = networkflags::chainSolana,
            .verified = true,
            .leastBalance = Amount(),
            .mostBalance = middle,
            .joinedFrom = UnixMs{1'200'000},
            .joinedUntil = UnixMs{2'800'000}};
        for (const NetworkFilter &filter : filters) {
            const auto faded = fadedBy(file, filter);
            int wrong = 0;
            for (std::uint32_t i = 0; i < file.nodeCount(); ++i) {
                // Below 10^-18 an Amount cannot say what the file holds: those are unknown to one, known to the other.
                const bool comparable = decimals <= 18 || (!filter.leastBalance && !filter.mostBalance);
                wrong += comparable && (faded[i] == 0) != filter.lights(factsOf(file, i)) ? 1 : 0;
            }
            CHECK(wrong == 0);
        }
        CHECK(std::ranges::count(fadedBy(file, filters[0]), 0) == 2'000);
        CHECK(std::ranges::count(fadedBy(file, filters[8]), 0) > 0);
    }
}

TEST_CASE("a balance range ends exactly where it was written, where doubles would not see the difference", "[filter]")
{
    NetworkColumns all = columns(3, 18, true);
    const Amount whole = amount(u"9007199254740993"_s); // 2^53 + 1
    const Amount more = amount(u"9007199254740993.000000000000000001"_s);
    all.balancesFixed = {FixedBalance::fromAmount(whole), FixedBalance::fromAmount(more), FixedBalance::unknown()};
    const NetworkFile file = fileOf(all);
    CHECK(fadedBy(file, {.leastBalance = more}) == std::vector<std::uint8_t>{1, 0, 1});
    CHECK(fadedBy(file, {.mostBalance = whole}) == std::vector<std::uint8_t>{0, 1, 1});
    CHECK(fadedBy(file, {.leastBalance = whole, .mostBalance = more}) == std::vector<std::uint8_t>{0, 0, 1});
    // A bound with more digits than the file's token has is taken to its inner side.
    all.decimals = 6;
    all.balancesFixed = {FixedBalance{1'000'000, 0}, FixedBalance{1'000'001, 0}, FixedBalance{2'000'000, 0}};
    const NetworkFile coarse = fileOf(all);
    CHECK(fadedBy(coarse, {.leastBalance = amount(u"1.0000001"_s)}) == std::vector<std::uint8_t>{1, 0, 0});
    CHECK(fadedBy(coarse, {.mostBalance = amount(u"1.0000019"_s)}) == std::vector<std::uint8_t>{0, 0, 1});
    // Far above what a file can hold.
    CHECK(fadedBy(coarse, {.leastBalance = amount(u"1000000000000000000000000000000000000000000"_s)})
        == std::vector<std::uint8_t>{1, 1, 1});
    CHECK(fadedBy(coarse, {.mostBalance = amount(u"1000000000000000000000000000000000000000000"_s)})
        == std::vector<std::uint8_t>{0, 0, 0});
}

TEST_CASE("a file with nearest balances only is filtered by those, and one without fades everybody", "[filter]")
{
    NetworkColumns all = columns(3, 18, false);
    all.balancesLossy = {5, std::numeric_limits<double>::quiet_NaN(), 7};
    CHECK(fadedBy(fileOf(all), {.leastBalance = amount(u"6"_s)}) == std::vector<std::uint8_t>{1, 1, 0});
    CHECK(fadedBy(fileOf(all), {.mostBalance = amount(u"6"_s)}) == std::vector<std::uint8_t>{0, 1, 1});
    all.balancesLossy.clear();
    all.joinedSeconds.clear();
    CHECK(fadedBy(fileOf(all), {.leastBalance = Amount()}) == std::vector<std::uint8_t>{1, 1, 1});
    CHECK(fadedBy(fileOf(all), {.joinedFrom = UnixMs{0}}) == std::vector<std::uint8_t>{1, 1, 1});
}

TEST_CASE("levels may be counted from a branch's top, and the seventh level means all", "[filter]")
{
    const NetworkFile file = fileOf(columns(1'000, 18, true));
    std::vector<std::uint8_t> faded(file.nodeCount(), 0);
    fadeByFilter(file, {.depth = 2}, faded, 1);
    for (std::uint32_t i = 0; i < file.nodeCount(); ++i) {
        REQUIRE(faded[i] == (file.depths()[i] > 3 ? 1 : 0));
    }
    CHECK(NetworkFilter{}.lights({.depth = 40}));
    CHECK_FALSE(NetworkFilter{.depth = 6}.lights({.depth = 7}));
}

TEST_CASE("the time-lapse shows who had joined by then", "[filter]")
{
    NetworkColumns all = columns(4, 18, true);
    all.joinedSeconds = {0, 10, 20, 30};
    const NetworkFile file = fileOf(all);
    std::vector<std::uint8_t> faded(4, 0);
    fadeJoinedAfter(file, UnixMs{20'000}, faded);
    CHECK(faded == std::vector<std::uint8_t>{0, 0, 0, 1}); // the first: nobody knows since when
}

TEST_CASE("a million people are filtered by everything at once in milliseconds", "[filter]")
{
    const NetworkFile file = fileOf(columns(1'000'000, 18, true));
    std::vector<std::uint8_t> faded(file.nodeCount(), 0);
    const NetworkFilter filter{.depth = 6,
        .chain = networkflags::chainBase,
        .verified = true,
        .leastBalance = amount(u"0.0000000000000001"_s),
        .mostBalance = amount(u"1"_s),
        .joinedFrom = UnixMs{1'000}};
    const auto before = std::chrono::steady_clock::now();
    fadeByFilter(file, filter, faded);
    const std::chrono::duration<double, std::milli> taken = std::chrono::steady_clock::now() - before;
    WARN("1,000,000 people, five filters: " << taken.count() << " ms");
    CHECK(taken.count() < 500); // some 15 ms on an idle core; sanitizers and busy machines take longer
    CHECK(std::ranges::count(faded, 0) > 0);
}

TEST_CASE("branches: who is outside, who leads to somebody lit, whose branch it is", "[branches]")
{
    //     0        7
    //   1   2      8
    //  3 4   5
    //        6
    const std::vector<std::uint32_t> parents{noParent, 0, 0, 1, 1, 2, 5, noParent, 7};
    std::vector<std::uint8_t> faded(parents.size(), 0);
    fadeOutside(parents, 2, faded);
    CHECK(faded == std::vector<std::uint8_t>{1, 1, 0, 1, 1, 0, 0, 1, 1});
    CHECK(waysToLit(parents, std::vector<std::uint8_t>{1, 1, 1, 1, 0, 1, 1, 1, 1})
        == std::vector<std::uint8_t>{1, 1, 0, 0, 1, 0, 0, 0, 0});
    CHECK(descendantCounts(parents) == std::vector<std::uint32_t>{6, 2, 2, 0, 0, 1, 0, 1, 0});
    CHECK(branchHeads(parents) == std::vector<std::uint32_t>{noParent, 1, 2, 1, 1, 2, 2, noParent, 8});
}

TEST_CASE("a branch's strength has the three terms of the platform's formula, counted from its top", "[branches]")
{
    // The document's example H3, below node 1 of a larger network, with somebody at its eighth level.
    std::vector<std::uint32_t> parents{noParent, 0, 1, 1, 2, 4};
    const std::vector<QString> balances{u"5"_s, u"6"_s, u"1000"_s, u"250.5"_s, u"4000"_s, u"100"_s};
    for (std::uint32_t level = 4; level <= 8; ++level) {
        parents.push_back(static_cast<std::uint32_t>(parents.size() - 1));
    }
    const auto person = [&](std::uint32_t i) {
        return BranchPerson{i < balances.size() ? std::optional(amount(balances[i])) : std::nullopt, i % 2 == 0};
    };
    const auto whole = branchFacts(parents, 1, person);
    REQUIRE(whole);
    CHECK(whole->people == 8);
    CHECK(whole->deeper == 1);
    CHECK(whole->levels == 7);
    CHECK(whole->unknownBalances == 4);
    CHECK(whole->byLevel == std::array<std::int64_t, 8>{0, 2, 1, 1, 1, 1, 1, 1});
    CHECK(whole->balance == amount(u"5350.5"_s));
    CHECK(whole->weighted == amount(u"2869.65"_s));

    parents.resize(6);
    const auto example = branchFacts(parents, 1, person);
    REQUIRE(example);
    CHECK(example->strength.score == Approx(272.796012682344).epsilon(1e-12));
    CHECK(example->verified == 2);

    const auto alone = branchFacts(parents, 5, person);
    REQUIRE(alone);
    CHECK(alone->people == 0);
    CHECK(alone->strength.score == 0);
}

TEST_CASE("what would raise a branch's strength is what the formula gives for it", "[branches]")
{
    BranchFacts branch;
    branch.people = 9;
    branch.levels = 6;
    branch.weighted = amount(u"99"_s);
    const StrengthSteps steps = strengthSteps(branch);
    const auto score = [&](std::int64_t people, const QString &weighted, int levels) {
        return StrengthTerms::of(people, amount(weighted), levels)->score;
    };
    const double now = score(9, u"99"_s, 6);
    CHECK(steps.onePerson == Approx(score(10, u"99"_s, 6) - now));
    CHECK(steps.tenfoldPeople == Approx(score(90, u"99"_s, 6) - now));
    CHECK(steps.doubledBalance == Approx(score(9, u"198"_s, 6) - now));
    CHECK(steps.oneLevel == Approx(score(9, u"99"_s, 7) - now));
    branch.levels = 7;
    CHECK(strengthSteps(branch).oneLevel == 0);
}
