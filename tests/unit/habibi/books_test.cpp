// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/platforms/habibi/balancebook.h"
#include "models/platforms/habibi/networkfollower.h"
#include "models/platforms/habibi/rebasebook.h"
#include "tests/unit/habibi/fakes.h"

using namespace majlis;
using namespace majlis::habibi;
using namespace majlis::test;
using namespace wire::habibi;

namespace
{

BalanceUpdate balance(const QString &amount, std::int64_t at, std::int64_t seq, ChainName chain = ChainName::Base)
{
    BalanceUpdate update;
    update.address = aliceAddress;
    update.chain = chain;
    update.balance = *Amount::parse(amount);
    update.recordedAt = UnixMs{at};
    update.seq = seq;
    return update;
}

RebaseEvent rebase(std::int64_t epoch)
{
    RebaseEvent event;
    event.epoch = epoch;
    event.chain = ChainName::Base;
    return event;
}

std::vector<std::int64_t> epochs(const RebaseBook &book)
{
    std::vector<std::int64_t> list;
    for (const RebaseEvent &event : book.events())
        list.push_back(event.epoch);
    return list;
}

NetworkGraph exampleNetwork()
{
    return *wire::decode<NetworkGraph>(contractExample("NetworkGraph"_L1));
}

NetworkUpdate joined(const Address &person, const Address &parent)
{
    NetworkUpdate update;
    update.address = laylaAddress;
    update.change = NetworkChange::Registered;
    update.node.address = person;
    update.node.parent = parent;
    update.node.depth = 1;
    return update;
}

const Address stranger = *Address::parse(u"0x3C44CdDdB6a900fa2b585dd299e03d12FA4293BC");

} // namespace

TEST_CASE("a balance update counts only if it is newer", "[habibi]")
{
    BalanceBook book;
    CHECK(book.apply(balance(u"10"_s, 1000, 5)));
    CHECK_FALSE(book.apply(balance(u"10"_s, 1000, 5))); // a duplicate
    CHECK_FALSE(book.apply(balance(u"9"_s, 999, 6))); // overtaken
    CHECK_FALSE(book.apply(balance(u"9"_s, 1000, 4)));
    CHECK(book.apply(balance(u"11"_s, 1000, 6)));
    CHECK(book.apply(balance(u"12"_s, 1001, 1)));
    CHECK(book.apply(balance(u"0.5"_s, 1, 1, ChainName::Solana)));
    CHECK(book.total()->toString() == u"12.5");
    CHECK_FALSE(book.totalUsd()); // a chain has no price
}

TEST_CASE("a fresh user takes chains away, but not newer ones", "[habibi]")
{
    BalanceBook book;
    book.apply(balance(u"10"_s, 1000, 1, ChainName::Base));
    book.apply(balance(u"20"_s, 5000, 1, ChainName::Arbitrum));
    User user;
    user.balances.push_back({ChainName::Solana, *Amount::parse(u"3"), *Amount::parse(u"6"), UnixMs{1500}});
    CHECK(book.apply(user, UnixMs{2000}));
    CHECK(book.holdings().size() == 2); // Base went, Arbitrum is newer than the answer
    CHECK(book.total()->toString() == u"23");
}

TEST_CASE("rebases have no gaps", "[habibi]")
{
    RebaseBook book;
    CHECK(book.apply(rebase(7)) == RebaseBook::Outcome::Added);
    CHECK(book.apply(rebase(8)) == RebaseBook::Outcome::Added);
    CHECK(book.apply(rebase(8)) == RebaseBook::Outcome::Known);
    CHECK(book.apply(rebase(11)) == RebaseBook::Outcome::Gap);
    book.merge({rebase(11), rebase(10), rebase(9)});
    CHECK(epochs(book) == std::vector<std::int64_t>{11, 10, 9, 8, 7});
    book.apply(rebase(20));
    book.merge({rebase(20), rebase(19)}); // does not reach down to 11
    CHECK(epochs(book) == std::vector<std::int64_t>{20, 19});
    for (std::int64_t epoch = 21; epoch < 200; ++epoch)
        book.apply(rebase(epoch));
    CHECK(book.events().size() == RebaseBook::capacity);
}

TEST_CASE("the JSON network becomes the binary graph's arrays", "[habibi]")
{
    const auto file = networkFromJson(exampleNetwork());
    REQUIRE(file);
    CHECK(file->nodeCount() == 3);
    CHECK(file->isTruncated());
    CHECK(file->totalNodes() == 6);
    CHECK(file->balance(2)->toString() == u"0.000000000000000001");
    CHECK(file->hasMoreBelow(2));
    CHECK_FALSE(file->hasMoreBelow(1));
    CHECK(file->name(2) == u"ليلى");
    CHECK(file->meta().nextCursor == u"b3");
    const NetworkSnapshot snapshot(*file);
    CHECK(snapshot.find(aliceAddress) == 1U);
    CHECK(snapshot.address(1) == aliceAddress);
    CHECK(snapshot.chain(2) == ChainName::Solana);
    CHECK_FALSE(snapshot.find(stranger));
    CHECK(snapshot.newest() == std::vector<std::uint32_t>{2, 1});
}

TEST_CASE("a JSON network that is no tree is refused", "[habibi]")
{
    const auto reasonAfter = [](auto change) {
        NetworkGraph graph = exampleNetwork();
        change(graph);
        const auto file = networkFromJson(graph);
        return file ? u"accepted"_s : file.error().reason;
    };
    CHECK(reasonAfter([](NetworkGraph &graph) { graph.nodes[1].parent = stranger; }) == u"bad_tree");
    CHECK(reasonAfter([](NetworkGraph &graph) { graph.nodes[1].parent = graph.nodes[1].address; }) == u"bad_tree");
    CHECK(reasonAfter([](NetworkGraph &graph) { graph.nodes[1].parent.reset(); }) == u"bad_tree");
    CHECK(reasonAfter([](NetworkGraph &graph) { graph.nodes[2].address = graph.nodes[1].address; }) == u"bad_tree");
    CHECK(reasonAfter([](NetworkGraph &graph) { graph.nodes[2].depth = 2; }) == u"bad_tree");
    CHECK(networkFromJson(exampleNetwork(), {.maxNodes = 2}).error().code == ErrorCode::TooLarge);
}

TEST_CASE("live updates of a network are followed while they fit", "[habibi]")
{
    using Outcome = NetworkFollower::Outcome;
    NetworkFollower follower;
    CHECK(follower.follow(joined(stranger, laylaAddress)) == Outcome::Reload); // nothing to follow yet
    follower.reset(NetworkSnapshot(*networkFromJson(exampleNetwork())));
    CHECK(follower.follow(joined(stranger, stranger)) == Outcome::Reload); // its parent is not known
    CHECK(follower.follow(joined(stranger, aliceAddress)) == Outcome::Fits);
    CHECK(follower.contains(stranger));
    CHECK(follower.follow(joined(stranger, aliceAddress)) == Outcome::Fits); // a duplicate
    CHECK(follower.updates().size() == 1);

    NetworkUpdate moved = joined(stranger, laylaAddress);
    moved.change = NetworkChange::Transferred;
    moved.edge = NetworkEdge{};
    CHECK(follower.follow(moved) == Outcome::Fits);
    moved.edge.reset(); // out of this network
    CHECK(follower.follow(moved) == Outcome::Fits);
    CHECK_FALSE(follower.contains(stranger));
    CHECK(follower.follow(moved) == Outcome::Reload);
    NetworkUpdate unknown = joined(aliceAddress, laylaAddress);
    unknown.change = OpenEnum<NetworkChange>::fromText(u"MERGED");
    CHECK(follower.follow(unknown) == Outcome::Reload);
}
