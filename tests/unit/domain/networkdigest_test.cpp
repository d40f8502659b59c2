// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/graph/networkdigest.h"

#include "models/domain/graph/networkwriter.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <random>

using namespace majlis;
using namespace Qt::StringLiterals;

namespace
{

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

} // namespace

TEST_CASE("what changed between two visits is told from a digest of the first", "[digest]")
{
    NetworkColumns before = columns(300, 18, true);
    before.flags.assign(300, 0);
    NetworkColumns after = before;
    after.flags[7] = networkflags::verified;
    after.addresses[20] = after.addresses[21]; // 20 left; two with one address are one
    after.parents.push_back(3);
    after.depths.push_back(static_cast<std::uint8_t>(after.depths[3] + 1));
    after.flags.push_back(0);
    after.addresses.push_back({0xAB, 0xCD});
    after.joinedSeconds.push_back(5'000);
    after.balancesFixed.push_back({});
    // Breadth first: the newcomer belongs behind those of the same level.
    after.parents.back() = after.parents[299];
    after.depths.back() = after.depths[299];
    const NetworkDigest digest = NetworkDigest::of(fileOf(before), UnixMs{42});
    CHECK(digest.people() == 300);
    const auto kept = NetworkDigest::fromBytes(digest.toBytes());
    REQUIRE(kept);
    CHECK(*kept == digest);
    CHECK(digest.toBytes().size() < 24 + 300 * 7);
    const NetworkChanges changes = kept->changesTo(fileOf(after));
    CHECK(changes.since == UnixMs{42});
    CHECK(changes.joined == std::vector<std::uint32_t>{300});
    CHECK(changes.verified == std::vector<std::uint32_t>{7});
    CHECK(changes.left == 1);
    CHECK(changes.whole);
    CHECK(digest.changesTo(fileOf(before)).isEmpty());
}

TEST_CASE("a digest that was damaged, cut or made up is refused", "[digest]")
{
    const QByteArray bytes = NetworkDigest::of(fileOf(columns(50, 18, true)), UnixMs{42}).toBytes();
    REQUIRE(NetworkDigest::fromBytes(bytes));
    for (qsizetype i = 0; i < bytes.size(); ++i) {
        QByteArray damaged = bytes;
        damaged[i] = static_cast<char>(damaged[i] ^ 1);
        REQUIRE_FALSE(NetworkDigest::fromBytes(damaged));
        REQUIRE_FALSE(NetworkDigest::fromBytes(bytes.first(i)));
    }
    CHECK(NetworkDigest().changesTo(fileOf(columns(5, 18, true))).joined.size() == 5);
}

TEST_CASE("a digest of a million people is a few megabytes", "[digest]")
{
    const NetworkFile file = fileOf(columns(1'000'000, 18, true));
    const QByteArray bytes = NetworkDigest::of(file, UnixMs{42}).toBytes();
    CHECK(bytes.size() < 8 * 1024 * 1024); // the cache keeps answers up to this
    WARN("1,000,000 people: " << bytes.size() << " bytes");
    CHECK(NetworkDigest::fromBytes(bytes)->changesTo(file).isEmpty());
}
