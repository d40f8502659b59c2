// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/world/world.h"

#include "app/sandbox/world/formulas.h"
#include "models/domain/rebase.h"

#include <catch2/catch.hpp>

#include <array>
#include <cmath>

using namespace majlis;
using namespace majlis::sandbox;
using namespace Qt::StringLiterals;

namespace
{

constexpr std::int64_t now = 1'795'187'045'000;

World makeWorld(Index users, std::uint64_t seed = 1, int rebases = 1)
{
    return World({generateForest(users, seed, now, 86'400'000LL * 900), seed, now, rebases});
}

/// What the world must know of a node, counted anew from parents and balances alone.
struct Counted {
    std::array<std::uint32_t, networkDepth> levels{};
    Wide weighted = 0;
};

std::vector<Counted> recount(const World &world)
{
    static constexpr std::array<std::uint32_t, 7> seven{7, 49, 343, 2401, 16807, 117649, 823543};
    static constexpr std::array<std::uint32_t, 7> ten{1'000'000, 100'000, 10'000, 1'000, 100, 10, 1};
    std::vector<Counted> result(world.count());
    for (Index node = 0; node < world.count(); ++node) {
        Index up = world.parent(node);
        for (std::size_t level = 0; level < 7 && up != none; ++level, up = world.parent(up)) {
            ++result[up].levels[level];
            result[up].weighted += world.balance(node) * seven[level] * ten[level];
        }
    }
    return result;
}

void requireConsistent(const World &world)
{
    const auto counted = recount(world);
    std::vector<std::uint32_t> children(world.count(), 0);
    for (Index node = 0; node < world.count(); ++node) {
        for (int level = 1; level <= networkDepth; ++level)
            REQUIRE(world.atLevel(node, level) == counted[node].levels[std::size_t(level - 1)]);
        REQUIRE((world.weightedRaw(node) == counted[node].weighted));
        for (Index child = world.firstChild(node); child != none; child = world.nextSibling(child)) {
            REQUIRE(world.parent(child) == node);
            ++children[node];
        }
        REQUIRE(world.directReferrals(node) == children[node]);
    }
    for (const Chain chain : allChains) {
        Wide held = 0;
        for (Index node = 0; node < world.count(); ++node)
            held += world.balance(node, chain);
        REQUIRE((held <= world.supply(chain)));
    }
}

struct Listener final : WorldObserver {
    void onJoined(Index, std::int64_t) override { ++joins; }
    void onMoved(Index, Index, std::int64_t) override { ++moves; }
    void onBalance(const BalanceChange &change) override { changes.push_back(change); }
    void onRebase(const Rebase &) override { ++rebases; }
    void onUpdated(Index, std::int64_t) override { ++updates; }
    int joins = 0, moves = 0, rebases = 0, updates = 0;
    std::vector<BalanceChange> changes;
};

} // namespace

TEST_CASE("Aggregates stay exact through joins, moves, transfers and rebases", "[sandbox]")
{
    World world = makeWorld(400);
    Dice dice(3);
    for (int step = 0; step < 400; ++step) {
        const auto at = now + step;
        const auto node = static_cast<Index>(dice.below(world.count()));
        const auto other = static_cast<Index>(dice.below(world.count()));
        switch (dice.below(5)) {
        case 0:
            world.join(dice.chance(0.1) ? none : node, at);
            break;
        case 1:
            if (!world.isAncestor(node, other))
                world.move(node, other, at);
            break;
        case 2:
            world.transfer(node, other, world.chain(node), world.balance(node, world.chain(node)) / 3, at);
            break;
        case 3:
            world.credit(node, Chain::Base, Wide(7) * tokenUnit, BalanceReason::Claim, at);
            break;
        default:
            if (dice.chance(0.1))
                world.rebase(static_cast<Chain>(dice.below(3)), at);
            break;
        }
        if (step % 50 == 0)
            requireConsistent(world);
    }
    wallet::ByteArray<20> bytes{};
    bytes.fill(1);
    world.adopt(1, wallet::Address::evm(bytes), Chain::Arbitrum, now);
    requireConsistent(world);
}

TEST_CASE("Seven levels count, the eighth does not", "[sandbox]")
{
    Forest chain;
    for (Index i = 0; i < 10; ++i) {
        chain.parents.push_back(i == 0 ? none : i - 1);
        chain.joinedAt.push_back(now - 10 + i);
    }
    World world({chain, 1, now, 1});
    CHECK(world.descendants(0) == 7);
    CHECK(world.maxDepth(0) == 7);
    CHECK(world.forestDepth(9) == 9);
    world.join(9, now);
    CHECK(world.descendants(0) == 7);
    CHECK(world.descendants(3) == 7);
    CHECK(world.descendants(4) == 6);
}

TEST_CASE("A rebase gives what the domain's exact formula gives", "[sandbox]")
{
    World world = makeWorld(300);
    std::vector<RebaseUser> users;
    for (Index node = 0; node < world.count(); ++node) {
        users.push_back({toAmount(world.balance(node, Chain::Base)), toAmount(world.weightedBalance(node)),
            world.isVerified(node)});
    }
    const Wide supply = world.supply(Chain::Base);
    const auto exact = shareRebase(toAmount(supply), 200, users);
    REQUIRE(exact);
    const Rebase *rebase = world.rebase(Chain::Base, now);
    REQUIRE(rebase != nullptr);
    CHECK((rebase->rebaseAmount == fromAmount(exact->rebaseAmount)));
    CHECK(rebase->totalWeight == Approx(exact->totalWeight).epsilon(1e-12));
    CHECK((rebase->supplyAfter == supply + rebase->distributed));
    CHECK((rebase->distributed <= rebase->rebaseAmount));
    std::uint32_t recipients = 0;
    for (Index node = 0; node < world.count(); ++node) {
        const Wide share = world.rebaseShare(node, Chain::Base, rebase->epoch).value_or(0);
        recipients += share > 0 ? 1 : 0;
        CHECK(tokensLossy(share) == Approx(exact->amounts[node].toDoubleLossy()).epsilon(1e-11));
    }
    CHECK(recipients == rebase->recipients);
    CHECK(world.rebases(Chain::Base).back().epoch == static_cast<int>(world.rebases(Chain::Base).size()));
}

TEST_CASE("Of two updates of one balance the later has the later time", "[sandbox]")
{
    World world = makeWorld(50);
    Listener listener;
    world.setObserver(&listener);
    const auto before = world.recordedAt(0, Chain::Base);
    world.credit(0, Chain::Base, tokenUnit, BalanceReason::Claim, now);
    const auto first = world.recordedAt(0, Chain::Base);
    world.credit(0, Chain::Base, tokenUnit, BalanceReason::Claim, now);
    CHECK(first > before);
    CHECK(world.recordedAt(0, Chain::Base) > first);
    REQUIRE(listener.changes.size() == 2);
    CHECK(listener.changes[0].transactionHash.startsWith(u"0x"_s));
    const Index node = world.join(0, now);
    world.move(node, 1, now);
    world.setVerified(node, !world.isVerified(node), now);
    CHECK(listener.joins == 1);
    CHECK(listener.moves == 1);
    CHECK(listener.updates == 1);
}

TEST_CASE("Content versions grow with whatever a network's answer shows", "[sandbox]")
{
    World world = makeWorld(400);
    Index root = 0;
    while (world.maxDepth(root) < 7)
        ++root;
    Index deep = root;
    for (int level = 0; level < 7; ++level) {
        for (Index child = world.firstChild(deep); child != none; child = world.nextSibling(child)) {
            if (world.maxDepth(child) >= 6 - level) {
                deep = child;
                break;
            }
        }
    }
    const auto before = world.contentVersion(root);
    world.join(deep, now); // at depth 8: it shows only in `directReferrals` of the node above it
    CHECK(world.contentVersion(root) > before);
}

TEST_CASE("A transfer needs the tokens, and money is never made", "[sandbox]")
{
    World world = makeWorld(50);
    const Wide held = world.balance(3, Chain::Base);
    CHECK(!world.transfer(3, 4, Chain::Base, held + 1, now));
    CHECK((world.balance(3, Chain::Base) == held));
    CHECK(!world.transfer(3, 3, Chain::Base, 1, now));
}

TEST_CASE("Decimals are the contract's", "[sandbox]")
{
    CHECK(decimalText(0) == u"0"_s);
    CHECK(decimalText(1) == u"0.000000000000000001"_s);
    CHECK(decimalText(tokenUnit) == u"1"_s);
    CHECK(decimalText(tokenUnit * 1250 + tokenUnit / 2) == u"1250.5"_s);
    CHECK(signedDecimalText(5 * tokenUnit, true) == u"-5"_s);
    CHECK(signedDecimalText(0, true) == u"0"_s);
    CHECK(dollarText(tokenUnit * 1250 + tokenUnit / 2, 250'000) == u"312.62"_s);
    CHECK((fromAmount(toAmount(~Wide(0) >> 2)) == ~Wide(0) >> 2));
}
