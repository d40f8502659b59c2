// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakeplatform.h"

#include "app/sandbox/feeds/feedhub.h"

using namespace majlis;
using namespace majlis::sandbox;
using namespace Qt::StringLiterals;

namespace
{

struct Listener final : FeedSubscriber {
    void onMessage(const ChannelKey &key, const FeedMessage &message) override { heard.emplace_back(key, message); }
    std::vector<std::pair<ChannelKey, FeedMessage>> heard;
};

} // namespace

TEST_CASE("Joins reach everybody within seven levels above, with their own depth", "[sandbox]")
{
    auto options = FakePlatform::smallWorld();
    options.adoptLargest = false;
    FakePlatform fake(options);
    FeedHub hub(*fake.platform);
    std::vector<Index> line{fake.platform->worldJoin(none, 1)};
    for (int i = 0; i < 8; ++i)
        line.push_back(fake.platform->worldJoin(line.back(), 1));
    Listener listener;
    for (const Index node : line)
        hub.subscribe({Stream::Network, node}, &listener);
    fake.platform->worldJoin(line.back(), fake.clock.at);
    REQUIRE(listener.heard.size() == 7);
    for (const auto &[key, message] : listener.heard) {
        const auto depth = message.payload.value(u"node"_s)[u"depth"_s].toInt();
        CHECK(key.subject == line[line.size() - static_cast<std::size_t>(depth)]);
        CHECK(message.payload.value(u"edge"_s)[u"depth"_s].toInt() == depth);
        CHECK(message.payload.value(u"seq"_s).toInteger() == static_cast<qint64>(message.seq));
    }
    hub.forget(&listener);
}

TEST_CASE("Sequences have no gaps and the last thousand are held", "[sandbox]")
{
    FakePlatform fake;
    FeedHub hub(*fake.platform);
    const Index root = fake.platform->largestNetwork();
    const ChannelKey key{Stream::Network, root};
    Listener listener;
    hub.subscribe(key, &listener);
    const auto start = hub.seq(key);
    for (int i = 0; i < 1200; ++i)
        fake.platform->worldJoin(root, fake.clock.at);
    REQUIRE(listener.heard.size() == 1200);
    for (std::size_t i = 0; i < 1200; ++i)
        REQUIRE(listener.heard[i].second.seq == start + 1 + i);
    CHECK(hub.seq(key) == start + 1200);
    CHECK(hub.missed(key, start + 1200)->empty());
    CHECK(hub.missed(key, start + 200)->size() == 1000);
    CHECK(!hub.missed(key, start + 199));
    CHECK(!hub.missed(key, start + 1201));
    hub.forget(&listener);
}

TEST_CASE("A move tells the old and the new upline", "[sandbox]")
{
    FakePlatform fake;
    FeedHub hub(*fake.platform);
    Platform &platform = *fake.platform;
    const Index left = platform.worldJoin(none, 1);
    const Index right = platform.worldJoin(none, 1);
    const Index moved = platform.worldJoin(left, 1);
    platform.worldJoin(moved, 1);
    Listener listener;
    hub.subscribe({Stream::Network, left}, &listener);
    hub.subscribe({Stream::Network, right}, &listener);
    platform.worldMove(moved, right, fake.clock.at);
    REQUIRE(listener.heard.size() == 2);
    for (const auto &[key, message] : listener.heard) {
        CHECK(message.payload.value(u"change"_s) == u"TRANSFERRED"_s);
        CHECK(message.payload.value(u"previousParent"_s) == platform.world().address(left).text());
        CHECK(message.payload.value(u"edge"_s).isNull() == (key.subject == left));
        CHECK(message.payload.value(u"totalDescendants"_s).toInt() == (key.subject == left ? 0 : 2));
    }
    hub.forget(&listener);
}

TEST_CASE("A silent hub keeps what it did not say", "[sandbox]")
{
    FakePlatform fake;
    FeedHub hub(*fake.platform);
    const ChannelKey key{Stream::Balance, 5};
    Listener listener;
    hub.subscribe(key, &listener);
    const auto start = hub.seq(key);
    hub.setSilent(true);
    fake.platform->world().credit(5, Chain::Base, tokenUnit, BalanceReason::Claim, fake.clock.at);
    CHECK(listener.heard.empty());
    hub.setSilent(false);
    const auto missed = hub.missed(key, start);
    REQUIRE(missed);
    REQUIRE(missed->size() == 1);
    CHECK(missed->front().payload.value(u"reason"_s) == u"CLAIM"_s);
    CHECK(missed->front().payload.value(u"delta"_s) == u"1"_s);
    hub.forget(&listener);
}

TEST_CASE("A rebase in a large network makes the sequence jump instead of thousands of messages", "[sandbox]")
{
    auto options = FakePlatform::smallWorld();
    options.users = 12'000;
    FakePlatform fake(options);
    FeedHub hub(*fake.platform);
    Index root = fake.platform->largestNetwork();
    const ChannelKey key{Stream::Network, root};
    Listener listener;
    hub.subscribe(key, &listener);
    const auto before = hub.seq(key);
    fake.platform->worldRebase(Chain::Base, fake.clock.at);
    CHECK(listener.heard.size() <= 2'001);
    const auto last = listener.heard.back().second.seq;
    if (listener.heard.size() == 2'001) {
        CHECK(last == before + 2'002);
        CHECK(!hub.missed(key, before + 2'000));
    }
    hub.forget(&listener);
}
