// SPDX-License-Identifier: GPL-3.0-or-later
// Filters, colours, growth and branches of a network that somebody has joined since it was loaded.
#include "models/domain/graph/networkwriter.h"
#include "viewmodels/network/branchesviewmodel.h"
#include "viewmodels/network/growthviewmodel.h"
#include "viewmodels/network/networklens.h"
#include "viewmodels/network/peoplecolours.h"

#include <catch2/catch.hpp>

#include <map>

using namespace majlis;
using namespace majlis::viewmodels;
using namespace Qt::StringLiterals;

namespace
{

constexpr std::int64_t day = 86'400'000;
constexpr UnixMs now{1'800'000'000'000};

/// Ten below each; person i holds i², joined i days after the first, and every fifth balance is unknown.
NetworkPeople people(std::uint32_t count)
{
    NetworkColumns all;
    all.decimals = 0;
    for (std::uint32_t i = 0; i < count; ++i) {
        const std::uint32_t parent = i == 0 ? noParent : (i - 1) / 10;
        all.parents.push_back(parent);
        all.depths.push_back(i == 0 ? std::uint8_t{0} : static_cast<std::uint8_t>(all.depths[parent] + 1));
        all.flags.push_back(i % 2 == 0 ? networkflags::verified : std::uint8_t{0});
        NetworkColumns::AddressBytes address{};
        address[0] = 1;
        address[18] = static_cast<std::uint8_t>(i >> 8U);
        address[19] = static_cast<std::uint8_t>(i);
        all.addresses.push_back(address);
        all.joinedMs.push_back(now.value - (std::int64_t{count} - i) * day);
        all.balancesFixed.push_back(i % 5 == 4 ? FixedBalance::unknown() : FixedBalance{std::uint64_t{i} * i, 0});
        all.balancesLossy.push_back(i % 5 == 4 ? std::nan("") : static_cast<double>(i) * i);
    }
    return NetworkPeople(habibi::NetworkSnapshot(NetworkFile::read(writeNetworkFile(all).value()).value()));
}

/// Joins below `parent`, holding a million.
void join(NetworkPeople &network, std::uint32_t parent)
{
    wire::habibi::NetworkNode node;
    node.address = Address::parse(u"FAe4sisG95oZ42w7buUn5qEE4TAnfTTFPiguZUHmhiF"_s).value();
    node.parent = network.address(parent);
    node.balance = Amount::fromInteger(1'000'000);
    node.isVerified = true;
    node.joinedAt = now;
    node.chain = ChainName::Solana;
    REQUIRE(network.join(node));
}

} // namespace

TEST_CASE("whoever joined since is filtered like everybody else", "[explore]")
{
    NetworkPeople network = people(500);
    join(network, 499);
    LensConditions conditions;
    conditions.filter.leastBalance = Amount::fromInteger(999'999);
    LensResult seen = lookThrough(network, conditions, nullptr);
    CHECK(seen.lit == 1);
    CHECK(seen.total == 501);
    CHECK(seen.faded[500] == 0);
    CHECK(seen.kept[499] == 1);
    CHECK(seen.samples == std::vector<int>{500});

    conditions.filter.chain = networkflags::chainBase;
    CHECK(lookThrough(network, conditions, nullptr).lit == 0);
    CHECK(lookThrough(network, {}, nullptr).faded.empty());
    CHECK(lookThrough(network, {}, nullptr).lit == 501);
}

TEST_CASE("a person of whom the feed knows better is filtered by what it says", "[explore]")
{
    NetworkPeople network = people(100);
    wire::habibi::NetworkNode node;
    node.address = *network.address(7);
    node.balance = Amount::fromInteger(5'000'000);
    node.joinedAt = now;
    REQUIRE(network.update(node) == std::uint32_t{7});
    LensConditions conditions;
    conditions.filter.leastBalance = Amount::fromInteger(4'000'000);
    CHECK(lookThrough(network, conditions, nullptr).samples == std::vector<int>{7});
}

TEST_CASE("levels of a branch are counted from its top, and everybody outside fades", "[explore]")
{
    NetworkPeople network = people(1'111);
    join(network, 1'110);
    LensConditions conditions;
    conditions.top = 1;
    CHECK(lookThrough(network, conditions, nullptr).lit == 111);
    conditions.filter.depth = 1;
    const LensResult near = lookThrough(network, conditions, nullptr);
    CHECK(near.lit == 11);
    CHECK(near.faded[0] == 1);
    CHECK(near.kept[0] == 1); // the way to them
    conditions.filter.depth = 7;
    conditions.top = 10; // the newcomer's branch
    CHECK(lookThrough(network, conditions, nullptr).lit == 112);
}

TEST_CASE("every person has a colour of the legend, and stands in the range that it names", "[explore]")
{
    NetworkPeople network = people(1'000);
    join(network, 3);
    for (const ColourBy by : {ColourBy::Depth, ColourBy::Branch, ColourBy::Balance, ColourBy::Age}) {
        const PeopleColours made = colourPeople(network, by, now);
        REQUIRE(made.colours.size() == 1'001);
        std::map<int, std::int64_t> counted;
        for (const std::uint8_t colour : made.colours) {
            ++counted[colour];
        }
        CHECK(counted.size() == made.legend.size());
        for (const ColourMeaning &meaning : made.legend) {
            CHECK(counted[meaning.colour] == meaning.people);
        }
        CHECK(made.legend.size() >= 4);
    }
    const PeopleColours byBalance = colourPeople(network, ColourBy::Balance, now);
    for (std::uint32_t i = 0; i < network.count(); ++i) {
        const auto meaning = std::ranges::find(byBalance.legend, int{byBalance.colours[i]}, &ColourMeaning::colour);
        REQUIRE(meaning != byBalance.legend.end());
        const auto held = network.balance(i);
        REQUIRE((meaning->kind == ColourMeaning::Kind::Unknown) == !held.has_value());
        REQUIRE((!held || (*held >= *meaning->from && (!meaning->below || *held < *meaning->below))));
    }
    const PeopleColours byAge = colourPeople(network, ColourBy::Age, now);
    CHECK(byAge.colours[1'000] > byAge.colours[0]); // the newest is brighter than the oldest
}

TEST_CASE("a network in which everybody holds the same has one range", "[explore]")
{
    NetworkPeople network = people(1);
    const PeopleColours made = colourPeople(network, ColourBy::Balance, now);
    REQUIRE(made.legend.size() == 1);
    CHECK(made.legend[0].people == 1);
    CHECK(colourPeople(NetworkPeople(), ColourBy::Branch, now).legend.empty());
}

TEST_CASE("size by people below follows who is below, also since the network was loaded", "[explore]")
{
    NetworkPeople network = people(12);
    const auto before = sizePeople(network, SizeBy::Descendants);
    CHECK(before[0] > before[1]);
    CHECK(before[1] > before[2]);
    CHECK(before[2] == before[11]);
    join(network, 2);
    const auto after = sizePeople(network, SizeBy::Descendants);
    CHECK(after[2] == before[1]);
    CHECK(sizePeople(network, SizeBy::Balance)[12] > sizePeople(network, SizeBy::Balance)[11]);
    CHECK(sizePeople(network, SizeBy::Same) == std::vector<float>(13, 1.0F));
}

TEST_CASE("the span of growth runs from the first to the last who joined, and counts everybody once", "[explore]")
{
    NetworkPeople network = people(100);
    join(network, 0);
    const GrowthSpan span = growthSpan(network, 10);
    CHECK(span.first.value == now.value - 100 * day);
    CHECK(span.last == now);
    CHECK(span.known == 101);
    std::uint32_t all = 0;
    for (const std::uint32_t part : span.parts) {
        CHECK(part >= 9);
        all += part;
    }
    CHECK(all == 101);
    CHECK(growthSpan(NetworkPeople(), 10).known == 0);
}

TEST_CASE("branches that overlap are summed up once", "[explore]")
{
    NetworkPeople network = people(111);
    join(network, 110);
    const GatheredFacts apart = gatheredFacts(network, {1, 2});
    CHECK(apart.people == 22);
    const GatheredFacts inside = gatheredFacts(network, {1, 11, 1});
    CHECK(inside.people == 11);
    REQUIRE(inside.branches.size() == 3);
    CHECK(inside.branches[0]->people == 10);
    CHECK(inside.branches[1]->people == 0);
    const GatheredFacts newcomer = gatheredFacts(network, {110});
    CHECK(newcomer.people == 2);
    CHECK(newcomer.branches[0]->weighted == Amount::fromInteger(700'000));
    CHECK(newcomer.balance == Amount::fromInteger(1'000'000 + 110 * 110));
}
